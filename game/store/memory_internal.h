#ifndef SANGO_STORE_MEMORY_INTERNAL_H
#define SANGO_STORE_MEMORY_INTERNAL_H

#include "sango/store/store.h"

/* Rows are few, so each table is an array that is searched from the front. Texts
 * are in one arena that lives as long as the store. */
typedef struct Pair {
    int64_t player;
    StrView key, value;
} Pair;

typedef struct OwnedDecision {
    int64_t player;
    StoreDecision row;
} OwnedDecision;

typedef struct OwnedResult {
    int64_t player;
    StoreResult row;
} OwnedResult;

typedef struct OwnedDeeds {
    int64_t player;
    uint32_t deeds;
} OwnedDeeds;

typedef struct OwnedMark {
    int64_t player;
    StoreMark row;
} OwnedMark;

typedef struct Table {
    void *rows;
    size_t count, capacity, size;
} Table;

typedef struct MemoryStore {
    Store base;
    const Allocator *alloc;
    Arena texts;
    int64_t last_id;
    Table players, pairs, decisions, results, deeds, marks, counts;
} MemoryStore;

/* memory_table.c */
void *memory_row(const Table *table, size_t index);
void *memory_add_row(MemoryStore *store, Table *table); /* zeroed; NULL without memory */
void memory_drop_row(Table *table, size_t index);
void memory_drop_rows_of(Table *table, int64_t player); /* every row but a player's begins with the player's id */
bool memory_keep_text(MemoryStore *store, StrView *text);

/* memory_pairs.c */
Status memory_put(Store *base, int64_t player, StrView key, StrView value);
Status memory_get(Store *base, int64_t player, StrView key, Arena *arena, StrView *value);
Status memory_remove(Store *base, int64_t player, StrView key);
Status memory_keys(Store *base, int64_t player, StrView prefix, Arena *arena, StrView **keys, size_t *count);

/* memory_counts.c */
Status memory_count_up(Store *base, const StoreCount *counts, size_t count);
Status memory_counts(Store *base, Arena *arena, StoreCount **counts, size_t *count);
Status memory_remove_counts(Store *base);

/* memory_answers.c */
Status memory_add_decision(Store *base, int64_t player, const StoreDecision *decision);
Status memory_decisions(Store *base, int64_t player, Arena *arena, StoreDecision **decisions, size_t *count);
Status memory_finish_level(Store *base, int64_t player, const StoreResult *result);
Status memory_results(Store *base, int64_t player, Arena *arena, StoreResult **results, size_t *count);
Status memory_add_deeds(Store *base, int64_t player, uint32_t deeds);
Status memory_deeds(Store *base, int64_t player, uint32_t *deeds);
Status memory_put_mark(Store *base, int64_t player, const StoreMark *mark);
Status memory_marks(Store *base, int64_t player, Arena *arena, StoreMark **marks, size_t *count);

#endif
