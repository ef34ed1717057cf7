#ifndef SANGO_STORE_STORE_H
#define SANGO_STORE_STORE_H

#include "sango/base/arena.h"
#include "sango/base/status.h"
#include "sango/base/strview.h"

#include <stdint.h>

/* What is kept between runs: made-up players, their settings, where they are in a
 * level, what they decided; lessons of a class; figures of a kiosk. An interface: store/sqlite is the real one, kept.h
 * that of a browser, the memory store is for tests and for a home that cannot be written. No real names, no times
 * of day (a kiosk's figures have the hour), nothing about the machine.
 *
 * Texts given are copied; texts got are taken from the caller's arena. Every call
 * that changes something has reached the disk when it returns STATUS_OK. */
typedef struct Store Store;

enum { STORE_EVERYBODY = 0 }; /* player id for settings of the computer */

typedef struct StorePlayer {
    int64_t id; /* > 0 */
    StrView nickname; /* made of parts: "Brave Otter 7" as ids "brave/otter/7" */
    StrView avatar;   /* "otter" */
    uint32_t band;    /* BAND_YOUNGER or BAND_OLDER */
} StorePlayer;

typedef struct StoreDecision {
    StrView level, decision;
    uint32_t run;     /* which playthrough of the level, from 1 */
    uint32_t attempt; /* which try of the decision in it, from 1 */
    uint32_t grade;   /* Grade of the answer */
    bool tells, recovers;
} StoreDecision;

typedef struct StoreResult {
    StrView level;
    uint32_t runs;        /* finished playthroughs */
    uint32_t best_stars, first_points, last_points, maximum;
} StoreResult;

/* An answer to an item of the before/after measure of a world. Asked again at the same time, the newer one stays. */
typedef struct StoreMark {
    StrView world;  /* "privacy"; in other packs than "sango" with the pack's id before it: "ducks/pond" */
    uint32_t time;  /* MeasureTime */
    uint32_t figure, item, points; /* MeasureFigure; 0 or 1; 0..2 */
} StoreMark;

/* A figure of a kiosk: how often something happened within an hour. Nobody is in it. */
typedef struct StoreCount {
    StrView hour; /* "2026-11-26T09"; "" when the clock was wrong */
    StrView name; /* "play", "choice/trick/present/2" */
    uint64_t count;
} StoreCount;

typedef struct StoreOps {
    Status (*add_player)(Store *store, const StorePlayer *player, int64_t *id);
    Status (*set_player)(Store *store, const StorePlayer *player);
    Status (*players)(Store *store, Arena *arena, StorePlayer **players, size_t *count);
    Status (*delete_player)(Store *store, int64_t id); /* and everything of theirs */

    Status (*put)(Store *store, int64_t player, StrView key, StrView value);
    /* STATUS_NOT_FOUND when there is none. */
    Status (*get)(Store *store, int64_t player, StrView key, Arena *arena, StrView *value);
    Status (*remove)(Store *store, int64_t player, StrView key);
    /* Nothing of what was removed or replaced before can be read back from the file. Takes longer than the others (milliseconds). */
    Status (*scrub)(Store *store);

    /* Keys that begin with `prefix`, in the order of their bytes. */
    Status (*keys)(Store *store, int64_t player, StrView prefix, Arena *arena, StrView **keys, size_t *count);

    /* Adds `count` of each to what is there; all of them or, on failure, none. */
    Status (*count_up)(Store *store, const StoreCount *counts, size_t count);
    Status (*counts)(Store *store, Arena *arena, StoreCount **counts, size_t *count); /* by hour, then name */
    Status (*remove_counts)(Store *store);

    Status (*add_decision)(Store *store, int64_t player, const StoreDecision *decision);
    Status (*decisions)(Store *store, int64_t player, Arena *arena, StoreDecision **decisions, size_t *count);
    Status (*finish_level)(Store *store, int64_t player, const StoreResult *result); /* runs is counted here */
    Status (*results)(Store *store, int64_t player, Arena *arena, StoreResult **results, size_t *count);
    Status (*add_deeds)(Store *store, int64_t player, uint32_t deeds); /* bits, added to those there */
    Status (*deeds)(Store *store, int64_t player, uint32_t *deeds);
    Status (*put_mark)(Store *store, int64_t player, const StoreMark *mark);
    Status (*marks)(Store *store, int64_t player, Arena *arena, StoreMark **marks, size_t *count);
    /* Nothing of it can be read back from the file: what was deleted is overwritten, the file becomes as small as a new one. */
    Status (*delete_everything)(Store *store);
    void (*close)(Store *store);
} StoreOps;

struct Store {
    const StoreOps *ops;
    const char *file; /* where it is kept, for messages; owned by the store */
    bool is_text;     /* somebody else keeps it as one text, see kept.h */
    size_t text_len;  /* bytes of that text, 0: nothing was kept yet */
};

/* Keeps everything in memory; close() frees it. */
Status store_memory_open(const Allocator *alloc, Store **store);

#endif
