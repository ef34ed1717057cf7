#include "figures.h"

#include "sango/base/log.h"

#include <stdlib.h>

void figures_init(Figures *figures, const Allocator *alloc)
{
    *figures = (Figures){ .alloc = alloc };
    arena_init(&figures->arena, alloc, 2048);
}

void figures_release(Figures *figures)
{
    alloc_free(figures->alloc, figures->waiting, figures->waiting_capacity * sizeof *figures->waiting);
    arena_release(&figures->arena);
}

/* Adds to those that wait; beyond the limit only what is there already is counted on. */
static void keep_waiting(Figures *figures, StrView hour, StrView name, uint64_t times)
{
    for (size_t i = 0; i < figures->waiting_count; i++) {
        StoreCount *old = &figures->waiting[i];
        if (strview_equal(old->hour, hour) && strview_equal(old->name, name)) {
            old->count += times;
            return;
        }
    }
    if (figures->waiting_count == FIGURES_WAITING_MAX) {
        return;
    }
    StoreCount *grown = alloc_grow(figures->alloc, figures->waiting, &figures->waiting_capacity, figures->waiting_count + 1, sizeof *grown);
    StoreCount count = { arena_copy(&figures->arena, hour), arena_copy(&figures->arena, name), times };
    figures->waiting = grown ? grown : figures->waiting;
    if (grown && count.hour.data && count.name.data) {
        figures->waiting[figures->waiting_count++] = count;
    }
}

void figures_retry(Figures *figures, Store *store)
{
    if (figures->waiting_count == 0) {
        return;
    }
    Status status = store->ops->count_up(store, figures->waiting, figures->waiting_count);
    if (status == STATUS_OK) {
        figures->waiting_count = 0;
        figures->is_stuck = false;
        arena_reset(&figures->arena);
    } else if (!figures->is_stuck) {
        figures->is_stuck = true;
        log_line(LOG_WARNING, "%s: the figures cannot be saved now (%s); they are kept in memory and tried again", store->file, status_text(status));
    }
}

void figures_add(Figures *figures, Store *store, StrView hour, const StrView *names, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        keep_waiting(figures, hour, names[i], 1);
    }
    figures_retry(figures, store);
}

void figures_add_times(Figures *figures, Store *store, StrView hour, StrView name, uint64_t times)
{
    keep_waiting(figures, hour, name, times);
    figures_retry(figures, store);
}

static int compare_counts(const void *a, const void *b)
{
    const StoreCount *one = a;
    const StoreCount *other = b;
    int order = strview_compare(one->hour, other->hour);
    return order ? order : strview_compare(one->name, other->name);
}

/* One row of what is the same twice: on the disk and waiting. */
static size_t join(StoreCount *counts, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (kept && compare_counts(&counts[kept - 1], &counts[i]) == 0) {
            counts[kept - 1].count += counts[i].count;
        } else {
            counts[kept++] = counts[i];
        }
    }
    return kept;
}

Status figures_read(const Figures *figures, Store *store, Arena *arena, StoreCount **counts, size_t *count)
{
    StoreCount *stored;
    size_t stored_count;
    *counts = NULL;
    *count = 0;
    Status status = store->ops->counts(store, arena, &stored, &stored_count);
    if (status != STATUS_OK) {
        stored_count = 0;
    }
    size_t total = stored_count + figures->waiting_count;
    StoreCount *all = total ? ARENA_ARRAY(arena, StoreCount, total) : NULL;
    if (total && !all) {
        return STATUS_NOMEM;
    }
    for (size_t i = 0; i < stored_count; i++) {
        all[i] = stored[i];
    }
    for (size_t i = 0; i < figures->waiting_count; i++) {
        all[stored_count + i] = figures->waiting[i];
    }
    if (total) {
        qsort(all, total, sizeof *all, compare_counts);
        total = join(all, total);
    }
    *counts = all;
    *count = total;
    return status;
}
