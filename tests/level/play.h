#ifndef TESTS_LEVEL_PLAY_H
#define TESTS_LEVEL_PLAY_H

/* The shipped levels, played on the session alone: what a screen would be given, as text.
 * Programs that use this run in tests/, as all tests do. */
#include "sango/level/session.h"
#include "support.h"

#ifndef PLAY_PACK
#define PLAY_PACK "../levels/sango"
#define PLAY_EVENTS_MIN 100 /* more are on every way */
#endif

/* One level with one age band. */
typedef struct PlayLevel {
    const LevelEntry *entry; /* borrowed from the pack */
    YarnProgram *program;    /* borrowed */
    unsigned band;           /* BAND_YOUNGER or BAND_OLDER */
} PlayLevel;

/* A session at its first event; ends the program when there is no memory. Owned by caller. */
LevelSession *play_open(const PlayLevel *level, uint64_t seed);

/* Appends what a screen is given by one event, as one or more lines of text. What was
 * seen before (`replayed`) and what was taken before (`was_taken`) are not in it. */
void play_print(StrBuf *out, const SessionEvent *event);

/* Appends answered decisions, points, deeds and tools as they stand. (One that was met, not
 * answered and then taken back is not kept by a save.) */
void play_print_score(StrBuf *out, const LevelSession *session);

/* Calls `check` for each level of PLAY_PACK and each of its bands. */
void play_levels(void (*check)(const PlayLevel *level, void *user), void *user);

/* "7-9" or "10-13". */
const char *play_band(unsigned band);

#endif
