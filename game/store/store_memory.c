#include "memory_internal.h"

static StorePlayer *find_player(MemoryStore *store, int64_t id)
{
    StorePlayer *rows = store->players.rows;
    for (size_t i = 0; i < store->players.count; i++) {
        if (rows[i].id == id) {
            return &rows[i];
        }
    }
    return NULL;
}

static Status memory_add_player(Store *base, const StorePlayer *player, int64_t *id)
{
    MemoryStore *store = (MemoryStore *)base;
    StorePlayer row = *player;
    row.id = store->last_id + 1;
    StorePlayer *added = memory_keep_text(store, &row.nickname) && memory_keep_text(store, &row.avatar)
                             ? memory_add_row(store, &store->players)
                             : NULL;
    if (!added) {
        return STATUS_NOMEM;
    }
    *added = row;
    *id = ++store->last_id;
    return STATUS_OK;
}

static Status memory_set_player(Store *base, const StorePlayer *player)
{
    MemoryStore *store = (MemoryStore *)base;
    StorePlayer row = *player;
    StorePlayer *found = find_player(store, player->id);
    if (!found) {
        return STATUS_NOT_FOUND;
    }
    if (!memory_keep_text(store, &row.nickname) || !memory_keep_text(store, &row.avatar)) {
        return STATUS_NOMEM;
    }
    *found = row;
    return STATUS_OK;
}

static Status memory_players(Store *base, Arena *arena, StorePlayer **players, size_t *count)
{
    MemoryStore *store = (MemoryStore *)base;
    *count = 0;
    *players = ARENA_ARRAY(arena, StorePlayer, store->players.count + 1);
    if (!*players) {
        return STATUS_NOMEM;
    }
    for (size_t i = 0; i < store->players.count; i++) {
        (*players)[i] = *(StorePlayer *)memory_row(&store->players, i);
        if (!memory_copy_texts(arena, &memory_forms[TABLE_PLAYERS], &(*players)[i])) {
            return STATUS_NOMEM;
        }
    }
    *count = store->players.count;
    return STATUS_OK;
}

static Status memory_delete_player(Store *base, int64_t id)
{
    MemoryStore *store = (MemoryStore *)base;
    StorePlayer *found = find_player(store, id);
    if (!found) {
        return STATUS_NOT_FOUND;
    }
    memory_drop_row(&store->players, (size_t)(found - (StorePlayer *)store->players.rows));
    memory_drop_rows_of(&store->pairs, id);
    memory_drop_rows_of(&store->decisions, id);
    memory_drop_rows_of(&store->results, id);
    memory_drop_rows_of(&store->deeds, id);
    memory_drop_rows_of(&store->marks, id);
    return STATUS_OK;
}

/* There is no file, and memory is gone at the end. */
static Status memory_scrub(Store *base)
{
    (void)base;
    return STATUS_OK;
}

static Status memory_delete_everything(Store *base)
{
    MemoryStore *store = (MemoryStore *)base;
    for (int id = 0; id < TABLE_COUNT; id++) {
        memory_table(store, (TableId)id)->count = 0;
    }
    arena_reset(&store->texts);
    store->last_id = 0;
    return STATUS_OK;
}

static void memory_close(Store *base)
{
    MemoryStore *store = (MemoryStore *)base;
    memory_release(store);
    alloc_free(store->alloc, store, sizeof *store);
}

const StoreOps memory_store_ops = {
    .add_player = memory_add_player,
    .set_player = memory_set_player,
    .players = memory_players,
    .delete_player = memory_delete_player,
    .put = memory_put,
    .get = memory_get,
    .remove = memory_remove,
    .scrub = memory_scrub,
    .keys = memory_keys,
    .count_up = memory_count_up,
    .counts = memory_counts,
    .remove_counts = memory_remove_counts,
    .add_decision = memory_add_decision,
    .decisions = memory_decisions,
    .finish_level = memory_finish_level,
    .results = memory_results,
    .add_deeds = memory_add_deeds,
    .deeds = memory_deeds,
    .put_mark = memory_put_mark,
    .marks = memory_marks,
    .delete_everything = memory_delete_everything,
    .close = memory_close,
};

void memory_init(MemoryStore *store, const Allocator *alloc)
{
    *store = (MemoryStore){ .base = { &memory_store_ops, "(in memory)" }, .alloc = alloc, .texts_most = TEXTS_MOST_LEAST };
    arena_init(&store->texts, alloc, TEXTS_BLOCK_BYTES);
    for (int id = 0; id < TABLE_COUNT; id++) {
        memory_table(store, (TableId)id)->size = memory_forms[id].row_bytes;
    }
}

void memory_release(MemoryStore *store)
{
    for (int id = 0; id < TABLE_COUNT; id++) {
        Table *table = memory_table(store, (TableId)id);
        alloc_free(store->alloc, table->rows, table->capacity * table->size);
    }
    arena_release(&store->texts);
}

Status store_memory_open(const Allocator *alloc, Store **store)
{
    MemoryStore *memory = alloc_take(alloc, 1, sizeof *memory);
    *store = NULL;
    if (!memory) {
        return STATUS_NOMEM;
    }
    memory_init(memory, alloc);
    *store = &memory->base;
    return STATUS_OK;
}
