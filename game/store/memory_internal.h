#ifndef SANGO_STORE_MEMORY_INTERNAL_H
#define SANGO_STORE_MEMORY_INTERNAL_H

#include "sango/store/store.h"

/* Rows are few, so each table is an array that is searched from the front. Texts are in one arena; when most of it
 * is of texts that were replaced, those still in use move to a new one. */
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
    size_t texts_most; /* bytes of `texts` at which it is worth looking for unused ones */
    int64_t last_id;
    Table players, pairs, decisions, results, deeds, marks, counts;
} MemoryStore;

enum { TEXTS_BLOCK_BYTES = 4096, TEXTS_MOST_LEAST = 64 * 1024 };

/* What the columns of a table are, for what concerns all tables alike. */
typedef enum ColumnKind { COLUMN_TEXT, COLUMN_ID, COLUMN_UINT32, COLUMN_UINT64, COLUMN_BOOL } ColumnKind;

typedef struct Column {
    const char *name;
    ColumnKind kind;
    bool is_key;   /* no two rows have the same in all columns that are keys */
    size_t offset; /* in the row */
} Column;

typedef struct TableForm {
    const char *name;
    size_t table;     /* offset in MemoryStore */
    size_t row_bytes;
    const Column *columns;
    size_t column_count;
} TableForm;

typedef enum TableId {
    TABLE_COUNTS,
    TABLE_MARKS,
    TABLE_RESULTS,
    TABLE_DEEDS,
    TABLE_PLAYERS,
    TABLE_DECISIONS,
    TABLE_VALUES,
    TABLE_COUNT
} TableId;

/* memory_forms.c */
extern const TableForm memory_forms[TABLE_COUNT];
Table *memory_table(MemoryStore *store, TableId id);
StrView *memory_text(void *row, const Column *column);
bool memory_copy_texts(Arena *arena, const TableForm *form, void *row); /* the row's texts become copies; false without memory */
void memory_compact(MemoryStore *store);                                /* forgets texts that no row has; without memory nothing happens */

/* store_memory.c */
extern const StoreOps memory_store_ops;
void memory_init(MemoryStore *store, const Allocator *alloc);
void memory_release(MemoryStore *store); /* all but the struct itself */

/* memory_table.c */
void *memory_row(const Table *table, size_t index);
void *memory_add_row(MemoryStore *store, Table *table); /* zeroed; NULL without memory */
void memory_drop_row(Table *table, size_t index);
void memory_drop_rows_of(Table *table, int64_t player); /* every row but a player's begins with the player's id */
bool memory_keep_text(MemoryStore *store, StrView *text);
/* The rows of a player without their owner, `bytes` each, with copies of their texts: an array in the arena. */
Status memory_rows_of(MemoryStore *store, TableId id, int64_t player, size_t bytes, Arena *arena, void **rows, size_t *count);

/* memory_pairs.c */
Pair *memory_find_pair(MemoryStore *store, int64_t player, StrView key); /* NULL: none */
Status memory_put(Store *base, int64_t player, StrView key, StrView value);
Status memory_get(Store *base, int64_t player, StrView key, Arena *arena, StrView *value);
Status memory_remove(Store *base, int64_t player, StrView key);
Status memory_keys(Store *base, int64_t player, StrView prefix, Arena *arena, StrView **keys, size_t *count);

/* memory_counts.c */
Status memory_count_up(Store *base, const StoreCount *counts, size_t count);
Status memory_counts(Store *base, Arena *arena, StoreCount **counts, size_t *count);
Status memory_remove_counts(Store *base);
void memory_count_down(MemoryStore *store, const StoreCount *counts, size_t count); /* undoes a count_up that succeeded */

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
