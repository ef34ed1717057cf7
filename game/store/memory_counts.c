#include "memory_internal.h"

#include <stdlib.h>

static StoreCount *find_count(MemoryStore *store, const StoreCount *like)
{
    StoreCount *rows = store->counts.rows;
    for (size_t i = 0; i < store->counts.count; i++) {
        if (strview_equal(rows[i].hour, like->hour) && strview_equal(rows[i].name, like->name)) {
            return &rows[i];
        }
    }
    return NULL;
}

Status memory_count_up(Store *base, const StoreCount *counts, size_t count)
{
    MemoryStore *store = (MemoryStore *)base;
    for (size_t i = 0; i < count; i++) { /* first rows for all, then nothing can fail */
        StoreCount owned = { counts[i].hour, counts[i].name, 0 };
        StoreCount *row = find_count(store, &owned);
        if (!row) {
            row = memory_keep_text(store, &owned.hour) && memory_keep_text(store, &owned.name) ? memory_add_row(store, &store->counts) : NULL;
            if (!row) {
                return STATUS_NOMEM;
            }
            *row = owned;
        }
    }
    for (size_t i = 0; i < count; i++) {
        find_count(store, &counts[i])->count += counts[i].count;
    }
    return STATUS_OK;
}

void memory_count_down(MemoryStore *store, const StoreCount *counts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        find_count(store, &counts[i])->count -= counts[i].count;
    }
}

static int compare_counts(const void *a, const void *b)
{
    const StoreCount *x = a;
    const StoreCount *y = b;
    int hours = strview_compare(x->hour, y->hour);
    return hours ? hours : strview_compare(x->name, y->name);
}

Status memory_counts(Store *base, Arena *arena, StoreCount **counts, size_t *count)
{
    MemoryStore *store = (MemoryStore *)base;
    const StoreCount *rows = store->counts.rows;
    *count = 0;
    *counts = ARENA_ARRAY(arena, StoreCount, store->counts.count + 1);
    if (!*counts) {
        return STATUS_NOMEM;
    }
    for (size_t i = 0; i < store->counts.count; i++) {
        if (rows[i].count) {
            (*counts)[*count] = rows[i];
            if (!memory_copy_texts(arena, &memory_forms[TABLE_COUNTS], &(*counts)[(*count)++])) {
                return STATUS_NOMEM;
            }
        }
    }
    qsort(*counts, *count, sizeof **counts, compare_counts);
    return STATUS_OK;
}

Status memory_remove_counts(Store *base)
{
    ((MemoryStore *)base)->counts.count = 0;
    return STATUS_OK;
}
