#include "memory_internal.h"

Status memory_add_decision(Store *base, int64_t player, const StoreDecision *decision)
{
    MemoryStore *store = (MemoryStore *)base;
    OwnedDecision row = { player, *decision };
    OwnedDecision *added = memory_keep_text(store, &row.row.level) && memory_keep_text(store, &row.row.decision)
                               ? memory_add_row(store, &store->decisions)
                               : NULL;
    if (!added) {
        return STATUS_NOMEM;
    }
    *added = row;
    return STATUS_OK;
}

Status memory_decisions(Store *base, int64_t player, Arena *arena, StoreDecision **decisions, size_t *count)
{
    void *rows = NULL;
    Status status = memory_rows_of((MemoryStore *)base, TABLE_DECISIONS, player, sizeof **decisions, arena, &rows, count);
    *decisions = rows;
    return status;
}

Status memory_finish_level(Store *base, int64_t player, const StoreResult *result)
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
    OwnedResult *added = memory_keep_text(store, &owned.row.level) ? memory_add_row(store, &store->results) : NULL;
    if (!added) {
        return STATUS_NOMEM;
    }
    *added = owned;
    return STATUS_OK;
}

Status memory_results(Store *base, int64_t player, Arena *arena, StoreResult **results, size_t *count)
{
    void *rows = NULL;
    Status status = memory_rows_of((MemoryStore *)base, TABLE_RESULTS, player, sizeof **results, arena, &rows, count);
    *results = rows;
    return status;
}

Status memory_add_deeds(Store *base, int64_t player, uint32_t deeds)
{
    MemoryStore *store = (MemoryStore *)base;
    OwnedDeeds *rows = store->deeds.rows;
    for (size_t i = 0; i < store->deeds.count; i++) {
        if (rows[i].player == player) {
            rows[i].deeds |= deeds;
            return STATUS_OK;
        }
    }
    OwnedDeeds *added = memory_add_row(store, &store->deeds);
    if (!added) {
        return STATUS_NOMEM;
    }
    *added = (OwnedDeeds){ player, deeds };
    return STATUS_OK;
}

Status memory_deeds(Store *base, int64_t player, uint32_t *deeds)
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

Status memory_put_mark(Store *base, int64_t player, const StoreMark *mark)
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
    OwnedMark *added = memory_keep_text(store, &owned.row.world) ? memory_add_row(store, &store->marks) : NULL;
    if (!added) {
        return STATUS_NOMEM;
    }
    *added = owned;
    return STATUS_OK;
}

Status memory_marks(Store *base, int64_t player, Arena *arena, StoreMark **marks, size_t *count)
{
    void *rows = NULL;
    Status status = memory_rows_of((MemoryStore *)base, TABLE_MARKS, player, sizeof **marks, arena, &rows, count);
    *marks = rows;
    return status;
}
