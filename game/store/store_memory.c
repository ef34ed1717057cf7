#include "sango/store/store.h"

#include <stdlib.h>
#include <string.h>

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

static void *row_at(const Table *table, size_t index)
{
    return (char *)table->rows + index * table->size;
}

static void *add_row(MemoryStore *store, Table *table)
{
    void *grown = alloc_grow(store->alloc, table->rows, &table->capacity, table->count + 1, table->size);
    if (!grown) {
        return NULL;
    }
    table->rows = grown;
    return memset(row_at(table, table->count++), 0, table->size);
}

static void drop_row(Table *table, size_t index)
{
    memmove(row_at(table, index), row_at(table, index + 1), (table->count - index - 1) * table->size);
    table->count--;
}

/* Every row but a player's begins with the player's id. */
static void drop_rows_of(Table *table, int64_t player)
{
    for (size_t i = table->count; i-- > 0;) {
        int64_t owner;
        memcpy(&owner, row_at(table, i), sizeof owner);
        if (owner == player) {
            drop_row(table, i);
        }
    }
}

static bool keep_text(MemoryStore *store, StrView *text)
{
    *text = arena_copy(&store->texts, *text);
    return text->data != NULL;
}

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
    StorePlayer *added = keep_text(store, &row.nickname) && keep_text(store, &row.avatar)
                             ? add_row(store, &store->players)
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
    if (!keep_text(store, &row.nickname) || !keep_text(store, &row.avatar)) {
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
        (*players)[i] = *(StorePlayer *)row_at(&store->players, i);
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
    drop_row(&store->players, (size_t)(found - (StorePlayer *)store->players.rows));
    drop_rows_of(&store->pairs, id);
    drop_rows_of(&store->decisions, id);
    drop_rows_of(&store->results, id);
    drop_rows_of(&store->deeds, id);
    drop_rows_of(&store->marks, id);
    return STATUS_OK;
}

static Pair *find_pair(MemoryStore *store, int64_t player, StrView key)
{
    Pair *rows = store->pairs.rows;
    for (size_t i = 0; i < store->pairs.count; i++) {
        if (rows[i].player == player && strview_equal(rows[i].key, key)) {
            return &rows[i];
        }
    }
    return NULL;
}

static Status memory_put(Store *base, int64_t player, StrView key, StrView value)
{
    MemoryStore *store = (MemoryStore *)base;
    Pair *pair = find_pair(store, player, key);
    if (!keep_text(store, &value) || (!pair && !keep_text(store, &key))) {
        return STATUS_NOMEM;
    }
    if (!pair) {
        pair = add_row(store, &store->pairs);
        if (!pair) {
            return STATUS_NOMEM;
        }
        pair->player = player;
        pair->key = key;
    }
    pair->value = value;
    return STATUS_OK;
}

static Status memory_get(Store *base, int64_t player, StrView key, Arena *arena, StrView *value)
{
    const Pair *pair = find_pair((MemoryStore *)base, player, key);
    if (!pair) {
        return STATUS_NOT_FOUND;
    }
    *value = arena_copy(arena, pair->value);
    return value->data ? STATUS_OK : STATUS_NOMEM;
}

static Status memory_remove(Store *base, int64_t player, StrView key)
{
    MemoryStore *store = (MemoryStore *)base;
    Pair *pair = find_pair(store, player, key);
    if (pair) {
        drop_row(&store->pairs, (size_t)(pair - (Pair *)store->pairs.rows));
    }
    return STATUS_OK;
}

static Status memory_add_decision(Store *base, int64_t player, const StoreDecision *decision)
{
    MemoryStore *store = (MemoryStore *)base;
    OwnedDecision row = { player, *decision };
    OwnedDecision *added = keep_text(store, &row.row.level) && keep_text(store, &row.row.decision)
                               ? add_row(store, &store->decisions)
                               : NULL;
    if (!added) {
        return STATUS_NOMEM;
    }
    *added = row;
    return STATUS_OK;
}

static Status memory_decisions(Store *base, int64_t player, Arena *arena, StoreDecision **decisions, size_t *count)
{
    MemoryStore *store = (MemoryStore *)base;
    const OwnedDecision *rows = store->decisions.rows;
    *count = 0;
    *decisions = ARENA_ARRAY(arena, StoreDecision, store->decisions.count + 1);
    if (!*decisions) {
        return STATUS_NOMEM;
    }
    for (size_t i = 0; i < store->decisions.count; i++) {
        if (rows[i].player == player) {
            (*decisions)[(*count)++] = rows[i].row;
        }
    }
    return STATUS_OK;
}

static Status memory_finish_level(Store *base, int64_t player, const StoreResult *result)
{
    MemoryStore *store = (MemoryStore *)base;
    OwnedResult *rows = store->results.rows;
    for (size_t i = 0; i < store->results.count; i++) {
        StoreResult *row = &rows[i].row;
        if (rows[i].player == player && strview_equal(row->level, result->level)) {
            row->runs++;
            row->best_stars = result->best_stars > row->best_stars ? result->best_stars : row->best_stars;
            row->last_points = result->last_points;
            row->maximum = result->maximum;
            return STATUS_OK;
        }
    }
    OwnedResult owned = { player, *result };
    owned.row.runs = 1;
    OwnedResult *added = keep_text(store, &owned.row.level) ? add_row(store, &store->results) : NULL;
    if (!added) {
        return STATUS_NOMEM;
    }
    *added = owned;
    return STATUS_OK;
}

static Status memory_results(Store *base, int64_t player, Arena *arena, StoreResult **results, size_t *count)
{
    MemoryStore *store = (MemoryStore *)base;
    const OwnedResult *rows = store->results.rows;
    *count = 0;
    *results = ARENA_ARRAY(arena, StoreResult, store->results.count + 1);
    if (!*results) {
        return STATUS_NOMEM;
    }
    for (size_t i = 0; i < store->results.count; i++) {
        if (rows[i].player == player) {
            (*results)[(*count)++] = rows[i].row;
        }
    }
    return STATUS_OK;
}

static Status memory_add_deeds(Store *base, int64_t player, uint32_t deeds)
{
    MemoryStore *store = (MemoryStore *)base;
    OwnedDeeds *rows = store->deeds.rows;
    for (size_t i = 0; i < store->deeds.count; i++) {
        if (rows[i].player == player) {
            rows[i].deeds |= deeds;
            return STATUS_OK;
        }
    }
    OwnedDeeds *added = add_row(store, &store->deeds);
    if (!added) {
        return STATUS_NOMEM;
    }
    *added = (OwnedDeeds){ player, deeds };
    return STATUS_OK;
}

static Status memory_deeds(Store *base, int64_t player, uint32_t *deeds)
{
    const MemoryStore *store = (const MemoryStore *)base;
    const OwnedDeeds *rows = store->deeds.rows;
    *deeds = 0;
    for (size_t i = 0; i < store->deeds.count; i++) {
        if (rows[i].player == player) {
            *deeds = rows[i].deeds;
        }
    }
    return STATUS_OK;
}

static bool is_same_mark(const OwnedMark *owned, int64_t player, const StoreMark *mark)
{
    const StoreMark *row = &owned->row;
    return owned->player == player && row->time == mark->time && row->figure == mark->figure && row->item == mark->item &&
           strview_equal(row->world, mark->world);
}

static Status memory_put_mark(Store *base, int64_t player, const StoreMark *mark)
{
    MemoryStore *store = (MemoryStore *)base;
    OwnedMark *rows = store->marks.rows;
    for (size_t i = 0; i < store->marks.count; i++) {
        if (is_same_mark(&rows[i], player, mark)) {
            rows[i].row.points = mark->points;
            return STATUS_OK;
        }
    }
    OwnedMark owned = { player, *mark };
    OwnedMark *added = keep_text(store, &owned.row.world) ? add_row(store, &store->marks) : NULL;
    if (!added) {
        return STATUS_NOMEM;
    }
    *added = owned;
    return STATUS_OK;
}

static Status memory_marks(Store *base, int64_t player, Arena *arena, StoreMark **marks, size_t *count)
{
    MemoryStore *store = (MemoryStore *)base;
    const OwnedMark *rows = store->marks.rows;
    *count = 0;
    *marks = ARENA_ARRAY(arena, StoreMark, store->marks.count + 1);
    if (!*marks) {
        return STATUS_NOMEM;
    }
    for (size_t i = 0; i < store->marks.count; i++) {
        if (rows[i].player == player) {
            (*marks)[(*count)++] = rows[i].row;
        }
    }
    return STATUS_OK;
}

static int compare_keys(const void *a, const void *b)
{
    return strview_compare(*(const StrView *)a, *(const StrView *)b);
}

static Status memory_keys(Store *base, int64_t player, StrView prefix, Arena *arena, StrView **keys, size_t *count)
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

static Status memory_count_up(Store *base, const StoreCount *counts, size_t count)
{
    MemoryStore *store = (MemoryStore *)base;
    for (size_t i = 0; i < count; i++) { /* first rows for all, then nothing can fail */
        StoreCount owned = { counts[i].hour, counts[i].name, 0 };
        StoreCount *row = find_count(store, &owned);
        if (!row) {
            row = keep_text(store, &owned.hour) && keep_text(store, &owned.name) ? add_row(store, &store->counts) : NULL;
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

static int compare_counts(const void *a, const void *b)
{
    const StoreCount *x = a;
    const StoreCount *y = b;
    int hours = strview_compare(x->hour, y->hour);
    return hours ? hours : strview_compare(x->name, y->name);
}

static Status memory_counts(Store *base, Arena *arena, StoreCount **counts, size_t *count)
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
            (*counts)[(*count)++] = rows[i];
        }
    }
    qsort(*counts, *count, sizeof **counts, compare_counts);
    return STATUS_OK;
}

static Status memory_remove_counts(Store *base)
{
    ((MemoryStore *)base)->counts.count = 0;
    return STATUS_OK;
}

static Status memory_delete_everything(Store *base)
{
    MemoryStore *store = (MemoryStore *)base;
    Table *tables[] = { &store->players, &store->pairs, &store->decisions, &store->results, &store->deeds, &store->marks, &store->counts };
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
        tables[i]->count = 0;
    }
    arena_reset(&store->texts);
    return STATUS_OK;
}

static void memory_close(Store *base)
{
    MemoryStore *store = (MemoryStore *)base;
    Table *tables[] = { &store->players, &store->pairs, &store->decisions, &store->results, &store->deeds, &store->marks, &store->counts };
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
        alloc_free(store->alloc, tables[i]->rows, tables[i]->capacity * tables[i]->size);
    }
    arena_release(&store->texts);
    alloc_free(store->alloc, store, sizeof *store);
}

Status store_memory_open(const Allocator *alloc, Store **store)
{
    static const StoreOps ops = {
        .add_player = memory_add_player,
        .set_player = memory_set_player,
        .players = memory_players,
        .delete_player = memory_delete_player,
        .put = memory_put,
        .get = memory_get,
        .remove = memory_remove,
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
    *store = NULL;
    MemoryStore *memory = alloc_take(alloc, 1, sizeof *memory);
    if (!memory) {
        return STATUS_NOMEM;
    }
    memory->base.ops = &ops;
    memory->base.file = "(in memory)";
    memory->alloc = alloc;
    arena_init(&memory->texts, alloc, 4096);
    memory->players.size = sizeof(StorePlayer);
    memory->pairs.size = sizeof(Pair);
    memory->decisions.size = sizeof(OwnedDecision);
    memory->results.size = sizeof(OwnedResult);
    memory->deeds.size = sizeof(OwnedDeeds);
    memory->marks.size = sizeof(OwnedMark);
    memory->counts.size = sizeof(StoreCount);
    *store = &memory->base;
    return STATUS_OK;
}
