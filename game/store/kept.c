#include "kept_internal.h"

/* Each change is made in memory, then the text is written. Reading is the memory store's. */

static Status write_now(KeptStore *store)
{
    StrView text = kept_text(store);
    Status status = STATUS_NOMEM;
    if (text.data) { /* what is too long could not be read again */
        status = text.len > STORE_KEPT_BYTES_MAX ? STATUS_LIMIT : store->keep.write(store->keep.user, text);
    }
    store->is_due = status != STATUS_OK;
    store->memory.base.text_len = store->is_due ? store->memory.base.text_len : text.len;
    return status;
}

/* `table` and those behind it in the text are no longer what is in memory. */
static void touch(KeptStore *store, TableId table)
{
    if ((int)table <= store->fresh) {
        store->fresh = (int)table;
        store->has_only_grown = false;
    }
}

/* The same, but all that was written of `table` still holds. */
static void touch_end(KeptStore *store, TableId table)
{
    if ((int)table < store->fresh) {
        store->fresh = (int)table;
        store->has_only_grown = true;
    }
}

static Status changed(Store *base, Status status, TableId table)
{
    KeptStore *store = (KeptStore *)base;
    touch(store, table);
    return status == STATUS_OK ? write_now(store) : status;
}

/* The scene that could not add a player takes another store for them: here they must not be. */
static Status kept_add_player(Store *base, const StorePlayer *player, int64_t *id)
{
    KeptStore *store = (KeptStore *)base;
    int64_t added = 0;
    Status status = memory_store_ops.add_player(base, player, &added);
    bool is_in_memory = status == STATUS_OK;
    status = changed(base, status, TABLE_PLAYERS);
    if (status == STATUS_OK) {
        *id = added;
    } else if (is_in_memory) {
        memory_drop_row(&store->memory.players, store->memory.players.count - 1);
        store->memory.last_id--;
        touch(store, TABLE_PLAYERS);
    }
    return status;
}

static Status kept_set_player(Store *base, const StorePlayer *player)
{
    return changed(base, memory_store_ops.set_player(base, player), TABLE_PLAYERS);
}

static Status kept_delete_player(Store *base, int64_t id)
{
    return changed(base, memory_store_ops.delete_player(base, id), TABLE_COUNTS);
}

static Status kept_put(Store *base, int64_t player, StrView key, StrView value)
{
    KeptStore *store = (KeptStore *)base;
    const Pair *pair = memory_find_pair(&store->memory, player, key);
    if (!store->is_due && pair && strview_equal(pair->value, value)) {
        return STATUS_OK;
    }
    return changed(base, memory_store_ops.put(base, player, key, value), TABLE_VALUES);
}

static Status kept_remove(Store *base, int64_t player, StrView key)
{
    KeptStore *store = (KeptStore *)base;
    if (!store->is_due && !memory_find_pair(&store->memory, player, key)) {
        return STATUS_OK;
    }
    return changed(base, memory_store_ops.remove(base, player, key), TABLE_VALUES);
}

/* One text takes the place of another, so nothing of the other is left; but a write that failed must be made up for. */
static Status kept_scrub(Store *base)
{
    KeptStore *store = (KeptStore *)base;
    return store->is_due ? write_now(store) : STATUS_OK;
}

static Status kept_count_up(Store *base, const StoreCount *counts, size_t count)
{
    KeptStore *store = (KeptStore *)base;
    Status status = memory_store_ops.count_up(base, counts, count);
    bool is_in_memory = status == STATUS_OK;
    status = changed(base, status, TABLE_COUNTS);
    if (status != STATUS_OK && is_in_memory) {
        memory_count_down(&store->memory, counts, count);
        touch(store, TABLE_COUNTS);
    }
    return status;
}

static Status kept_remove_counts(Store *base)
{
    return changed(base, memory_store_ops.remove_counts(base), TABLE_COUNTS);
}

static Status kept_add_decision(Store *base, int64_t player, const StoreDecision *decision)
{
    KeptStore *store = (KeptStore *)base;
    Status status = memory_store_ops.add_decision(base, player, decision);
    touch_end(store, TABLE_DECISIONS);
    return status == STATUS_OK ? write_now(store) : status;
}

static Status kept_finish_level(Store *base, int64_t player, const StoreResult *result)
{
    return changed(base, memory_store_ops.finish_level(base, player, result), TABLE_RESULTS);
}

static Status kept_add_deeds(Store *base, int64_t player, uint32_t deeds)
{
    return changed(base, memory_store_ops.add_deeds(base, player, deeds), TABLE_DEEDS);
}

static Status kept_put_mark(Store *base, int64_t player, const StoreMark *mark)
{
    return changed(base, memory_store_ops.put_mark(base, player, mark), TABLE_MARKS);
}

static Status kept_delete_everything(Store *base)
{
    KeptStore *store = (KeptStore *)base;
    Status status = changed(base, memory_store_ops.delete_everything(base), TABLE_COUNTS);
    Status beside = store->keep.forget ? store->keep.forget(store->keep.user) : STATUS_OK;
    return status == STATUS_OK ? beside : status;
}

static void free_kept(KeptStore *store)
{
    const Allocator *alloc = store->memory.alloc;
    strbuf_release(&store->text);
    memory_release(&store->memory);
    alloc_free(alloc, store, sizeof *store);
}

static void kept_close(Store *base)
{
    KeptStore *store = (KeptStore *)base;
    if (store->is_due) {
        (void)write_now(store);
    }
    free_kept(store);
}

static KeptStore *make(const Allocator *alloc, const StoreKeep *keep)
{
    KeptStore *store = alloc_take(alloc, 1, sizeof *store);
    if (!store) {
        return NULL;
    }
    memory_init(&store->memory, alloc);
    strbuf_init(&store->text, alloc);
    store->keep = *keep;
    store->ops = memory_store_ops;
    store->ops.add_player = kept_add_player;
    store->ops.set_player = kept_set_player;
    store->ops.delete_player = kept_delete_player;
    store->ops.put = kept_put;
    store->ops.remove = kept_remove;
    store->ops.scrub = kept_scrub;
    store->ops.count_up = kept_count_up;
    store->ops.remove_counts = kept_remove_counts;
    store->ops.add_decision = kept_add_decision;
    store->ops.finish_level = kept_finish_level;
    store->ops.add_deeds = kept_add_deeds;
    store->ops.put_mark = kept_put_mark;
    store->ops.delete_everything = kept_delete_everything;
    store->ops.close = kept_close;
    store->memory.base = (Store){ .ops = &store->ops, .file = "saved progress", .is_text = true };
    return store;
}

Status store_kept_open(const Allocator *alloc, StrView saved, const StoreKeep *keep, Store **store, bool *was_broken)
{
    KeptStore *made = make(alloc, keep);
    *store = NULL;
    *was_broken = false;
    Status status = !made ? STATUS_NOMEM : saved.len ? kept_read(&made->memory, saved) : STATUS_OK;
    if (status == STATUS_INVALID) {
        *was_broken = true;
        free_kept(made); /* with the half of it that could be read */
        made = make(alloc, keep);
        status = made ? STATUS_OK : STATUS_NOMEM;
    }
    if (status == STATUS_OK) {
        made->memory.base.text_len = *was_broken ? 0 : saved.len;
        *store = &made->memory.base;
    } else if (made) {
        free_kept(made);
    }
    return status;
}
