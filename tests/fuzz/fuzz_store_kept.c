/* A text that a browser kept for us, from anywhere: it is refused, or what is taken is written and read back the same, and can be changed. */
#include "sango/store/kept.h"

#include "sango/base/strbuf.h"

#include <stdint.h>
#include <stdlib.h>

static void require(bool is_so)
{
    if (!is_so) {
        abort();
    }
}

static Status write_text(void *user, StrView text)
{
    StrBuf *kept = user;
    strbuf_clear(kept);
    strbuf_append(kept, text);
    return STATUS_OK;
}

/* Written once more with nothing changed: a key is put, and is as it was before. */
static void rewrite(Store *store)
{
    Arena arena;
    StrView was;
    arena_init(&arena, alloc_heap(), 256);
    Status found = store->ops->get(store, STORE_EVERYBODY, SV("last"), &arena, &was);
    require(store->ops->put(store, STORE_EVERYBODY, SV("last"), SV("one")) == STATUS_OK);
    require(store->ops->put(store, STORE_EVERYBODY, SV("last"), SV("two")) == STATUS_OK);
    require((found == STATUS_OK ? store->ops->put(store, STORE_EVERYBODY, SV("last"), was)
                                : store->ops->remove(store, STORE_EVERYBODY, SV("last"))) == STATUS_OK);
    arena_release(&arena);
}

static void change(Store *store)
{
    Arena arena;
    StorePlayer *players, player = { .nickname = SV("brave/otter/7"), .avatar = SV("otter") };
    StoreDecision decision = { SV("present"), SV("address"), 1, 1, 2, true, false };
    StoreResult result = { SV("present"), 1, 3, 12, 14, 15 };
    StoreMark mark = { SV("privacy"), 1, 2, 1, 2 };
    StoreCount figure = { SV("2026-11-26T09"), SV("play"), 1 };
    size_t before = 0, after = 0;
    arena_init(&arena, alloc_heap(), 256);
    require(store->ops->players(store, &arena, &players, &before) == STATUS_OK);
    require(store->ops->add_player(store, &player, &player.id) == STATUS_OK);
    for (size_t i = 0; i < before; i++) {
        require(players[i].id != player.id);
    }
    require(store->ops->add_decision(store, player.id, &decision) == STATUS_OK);
    require(store->ops->finish_level(store, player.id, &result) == STATUS_OK);
    require(store->ops->put_mark(store, player.id, &mark) == STATUS_OK);
    require(store->ops->add_deeds(store, player.id, 3) == STATUS_OK);
    require(store->ops->count_up(store, &figure, 1) == STATUS_OK);
    require(store->ops->delete_player(store, player.id) == STATUS_OK);
    require(store->ops->players(store, &arena, &players, &after) == STATUS_OK && after == before);
    arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    StrBuf first, second;
    Store *store = NULL, *again = NULL;
    bool was_broken = false;
    strbuf_init(&first, alloc_heap());
    strbuf_init(&second, alloc_heap());
    StoreKeep one = { .user = &first, .write = write_text }, other = { .user = &second, .write = write_text };
    Status status = store_kept_open(alloc_heap(), (StrView){ (const char *)data, size }, &one, &store, &was_broken);
    require(status == STATUS_OK || (status == STATUS_UNSUPPORTED && !store && !was_broken));
    if (store) {
        rewrite(store);
        require(store_kept_open(alloc_heap(), strbuf_view(&first), &other, &again, &was_broken) == STATUS_OK && !was_broken);
        rewrite(again);
        require(strview_equal(strbuf_view(&first), strbuf_view(&second)));
        change(again);
        again->ops->close(again);
        require(store_kept_open(alloc_heap(), strbuf_view(&second), &one, &again, &was_broken) == STATUS_OK && !was_broken);
        again->ops->close(again);
        store->ops->close(store);
    }
    strbuf_release(&first);
    strbuf_release(&second);
    return 0;
}
