#include "memory_internal.h"

#include <stdlib.h>

Pair *memory_find_pair(MemoryStore *store, int64_t player, StrView key)
{
    Pair *rows = store->pairs.rows;
    for (size_t i = 0; i < store->pairs.count; i++) {
        if (rows[i].player == player && strview_equal(rows[i].key, key)) {
            return &rows[i];
        }
    }
    return NULL;
}

Status memory_put(Store *base, int64_t player, StrView key, StrView value)
{
    MemoryStore *store = (MemoryStore *)base;
    if (store->texts.total_bytes > store->texts_most) {
        memory_compact(store);
    }
    Pair *pair = memory_find_pair(store, player, key);
    if (!memory_keep_text(store, &value) || (!pair && !memory_keep_text(store, &key))) {
        return STATUS_NOMEM;
    }
    if (!pair) {
        pair = memory_add_row(store, &store->pairs);
        if (!pair) {
            return STATUS_NOMEM;
        }
        pair->player = player;
        pair->key = key;
    }
    pair->value = value;
    return STATUS_OK;
}

Status memory_get(Store *base, int64_t player, StrView key, Arena *arena, StrView *value)
{
    const Pair *pair = memory_find_pair((MemoryStore *)base, player, key);
    if (!pair) {
        return STATUS_NOT_FOUND;
    }
    *value = arena_copy(arena, pair->value);
    return value->data ? STATUS_OK : STATUS_NOMEM;
}

Status memory_remove(Store *base, int64_t player, StrView key)
{
    MemoryStore *store = (MemoryStore *)base;
    Pair *pair = memory_find_pair(store, player, key);
    if (pair) {
        memory_drop_row(&store->pairs, (size_t)(pair - (Pair *)store->pairs.rows));
    }
    return STATUS_OK;
}

static int compare_keys(const void *a, const void *b)
{
    return strview_compare(*(const StrView *)a, *(const StrView *)b);
}

Status memory_keys(Store *base, int64_t player, StrView prefix, Arena *arena, StrView **keys, size_t *count)
{
    MemoryStore *store = (MemoryStore *)base;
    const Pair *rows = store->pairs.rows;
    *count = 0;
    *keys = ARENA_ARRAY(arena, StrView, store->pairs.count + 1);
    if (!*keys) {
        return STATUS_NOMEM;
    }
    for (size_t i = 0; i < store->pairs.count; i++) {
        if (rows[i].player == player && strview_starts_with(rows[i].key, prefix)) {
            (*keys)[*count] = arena_copy(arena, rows[i].key);
            if (!(*keys)[(*count)++].data) {
                return STATUS_NOMEM;
            }
        }
    }
    qsort(*keys, *count, sizeof **keys, compare_keys);
    return STATUS_OK;
}
