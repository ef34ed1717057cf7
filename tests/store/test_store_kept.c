#include "kept_disk.h"
#include "meter.h"
#include "sango/base/rng.h"
#include "store_contract.h"

/* What was closed and opened again is as it was. */
static void test_contract(void)
{
    Disk disk;
    disk_init(&disk);
    Store *store = disk_open(&disk);
    EXPECT_EQ(disk.writes, 0);
    check_store(store);
    store->ops->close(store);
    store = disk_open(&disk); /* empty: everything was deleted */
    check_store(store);
    EXPECT_EQ(disk.forgets, 2);
    store->ops->close(store);
    EXPECT(strview_equal(strbuf_view(&disk.text),
                         SV("{\"format\":\"sango-progress\",\"version\":1,\"counts\":[[\"hour\",\"name\",\"count\"]],"
                            "\"marks\":[[\"player\",\"world\",\"time\",\"figure\",\"item\",\"points\"]],"
                            "\"results\":[[\"player\",\"level\",\"runs\",\"best_stars\",\"first_points\",\"last_points\",\"maximum\"]],"
                            "\"deeds\":[[\"player\",\"deeds\"]],\"players\":[[\"id\",\"nickname\",\"avatar\",\"band\"]],"
                            "\"decisions\":[[\"player\",\"level\",\"decision\",\"run\",\"attempt\",\"grade\",\"tells\",\"recovers\"]],"
                            "\"values\":[[\"player\",\"key\",\"value\"]],\"last_id\":0}")));
    strbuf_release(&disk.text);
}

/* --- any changes, beside the memory store ------------------------------------------------ */

static const StrView words[] = {
    { "", 0 }, { "present", 7 }, { "a\0b", 3 }, { "\0", 1 }, { "\xFF\xC3", 2 }, { "\"\\/\b\f\n\r\t\x01\x7F", 10 }, { "{\"hex\":\"00\"}", 12 },
    { "\xC3\xA4\xF0\x9F\xA6\xA6\xEF\xBF\xBF", 9 }, { "\xED\xA0\x80", 3 }, { "\\u0000", 6 }, { "\xEF\xBB\xBF", 3 }, { "lesson.a", 8 },
};
enum { WORD_COUNT = sizeof words / sizeof words[0] };

static uint32_t any(Rng *rng, uint32_t bound)
{
    return rng_below(rng, bound);
}

static StrView word(Rng *rng)
{
    return words[any(rng, WORD_COUNT)];
}

static uint32_t number(Rng *rng)
{
    return any(rng, 4) ? any(rng, 4) : UINT32_MAX - any(rng, 2);
}

/* One change to a store; the same one for the same seed. What is undone when it cannot be written is left out for `is_undone`. */
static Status change(uint64_t seed, Store *store, bool is_undone)
{
    static const uint64_t times[] = { 0, 1, 7, UINT64_C(1) << 53, (UINT64_C(1) << 53) + 1, UINT64_MAX };
    const StoreOps *ops = store->ops;
    Rng dice;
    Rng *rng = &dice;
    rng_seed(rng, seed);
    uint32_t what = any(rng, 60);
    int64_t id = disk_ids[any(rng, DISK_ID_COUNT)];
    StrView a = word(rng), b = word(rng);
    StorePlayer player = { id, a, b, number(rng) };
    StoreDecision decision = { a, b, number(rng), number(rng), number(rng), any(rng, 2), any(rng, 2) };
    StoreResult result = { a, 0, number(rng), number(rng), number(rng), number(rng) };
    StoreMark mark = { a, any(rng, 2), any(rng, 2), any(rng, 2), number(rng) };
    StoreCount counts[] = { { a, b, times[any(rng, 6)] }, { b, a, times[any(rng, 6)] } };
    return what < 2    ? (is_undone ? STATUS_OK : ops->add_player(store, &player, &player.id))
           : what < 4  ? ops->set_player(store, &player)
           : what < 5  ? ops->delete_player(store, id)
           : what < 20 ? ops->put(store, id, a, b)
           : what < 24 ? ops->remove(store, id, a)
           : what < 26 ? ops->scrub(store)
           : what < 32 ? (is_undone ? STATUS_OK : ops->count_up(store, counts, any(rng, 3)))
           : what < 33 ? ops->remove_counts(store)
           : what < 43 ? ops->add_decision(store, id, &decision)
           : what < 50 ? ops->finish_level(store, id, &result)
           : what < 54 ? ops->add_deeds(store, id, number(rng))
           : what < 59 ? ops->put_mark(store, id, &mark)
           : id == 4   ? ops->delete_everything(store)
                       : STATUS_OK;
}

/* Beside the memory store; now and then the disk cannot be written for a while, now and then it is closed and opened again. */
static void test_any_changes(void)
{
    Disk disk;
    Store *model = NULL;
    Rng rng;
    rng_seed(&rng, 7);
    disk_init(&disk);
    Store *store = disk_open(&disk);
    EXPECT_EQ(store_memory_open(alloc_heap(), &model), STATUS_OK);
    for (unsigned step = 0; step < 3000; step++) {
        bool was_failing = disk.fails != STATUS_OK;
        disk.fails = any(&rng, 10) ? disk.fails : any(&rng, 3) ? STATUS_OK : STATUS_IO;
        Status got = change(step, store, false);
        Status want = change(step, model, disk.fails != STATUS_OK);
        EXPECT(got == want || got == disk.fails);
        if (was_failing && disk.fails == STATUS_OK) {
            EXPECT_EQ(store->ops->scrub(store), STATUS_OK); /* what was due is written with this */
        }
        if (step % 10 == 0) {
            expect_same(store, model);
        }
        if (step % 50 == 0) {
            disk.fails = STATUS_OK; /* close() writes what is due */
            store->ops->close(store);
            store = disk_open(&disk);
            expect_same(store, model);
        } else if (step % 10 == 0 && disk.fails == STATUS_OK) {
            EXPECT_EQ(store->ops->scrub(store), STATUS_OK);
            Store *again = disk_open(&disk);
            expect_same(again, model);
            again->ops->close(again);
        }
    }
    store->ops->close(store);
    model->ops->close(model);
    strbuf_release(&disk.text);
}

static void test_without_memory(void)
{
    Disk disk;
    disk_init(&disk);
    disk_fill(&disk);
    Meter count = { 0 };
    for (size_t n = 0; n == 0 || n <= count.calls; n++) {
        Meter meter = { .fail_at = n };
        Meter *used = n ? &meter : &count;
        Allocator alloc = { meter_resize, used };
        bool was_broken = true;
        Store *store = NULL;
        Status status = disk_open_from(&disk, &alloc, strbuf_view(&disk.text), &store, &was_broken);
        EXPECT(!was_broken); /* a text is not damaged because memory is short */
        EXPECT(status == STATUS_OK ? store != NULL : status == STATUS_NOMEM && !store);
        StrBuf before;
        strbuf_init(&before, alloc_heap());
        strbuf_append(&before, strbuf_view(&disk.text));
        for (uint64_t step = 0; store && step < 30; step++) {
            (void)change(step, store, false);
        }
        if (store) {
            EXPECT_EQ(store->ops->scrub(store), STATUS_OK); /* once was the only time */
            Store *again = disk_open(&disk);
            expect_same(store, again);
            again->ops->close(again);
            store->ops->close(store);
        }
        EXPECT_EQ(used->bytes, 0);
        strbuf_clear(&disk.text);
        strbuf_append(&disk.text, strbuf_view(&before));
        strbuf_release(&before);
    }
    EXPECT(count.calls > 10);
    strbuf_release(&disk.text);
}

/* --- a place that cannot be written ------------------------------------------------------- */

static void test_cannot_write(void)
{
    Disk disk;
    Arena arena;
    StrView value;
    StorePlayer *players, player = { .nickname = SV("brave/otter/7"), .avatar = SV("otter") };
    StoreCount figure = { SV("2026-11-26T09"), SV("play"), 2 }, *counts;
    int64_t id = 77;
    size_t count = 9;
    arena_init(&arena, alloc_heap(), 256);
    disk_init(&disk);
    Store *store = disk_open(&disk);
    disk.fails = STATUS_BUSY;
    EXPECT_EQ(store->ops->add_player(store, &player, &id), STATUS_BUSY); /* another store is taken for the player */
    EXPECT_EQ(id, 77);
    EXPECT_EQ(store->ops->players(store, &arena, &players, &count), STATUS_OK);
    EXPECT_EQ(count, 0);
    EXPECT_EQ(store->ops->count_up(store, &figure, 1), STATUS_BUSY); /* it is counted again later */
    EXPECT_EQ(store->ops->counts(store, &arena, &counts, &count), STATUS_OK);
    EXPECT_EQ(count, 0);
    EXPECT_EQ(store->ops->put(store, 1, SV("stars"), SV("3")), STATUS_BUSY); /* the game goes on with it */
    EXPECT_EQ(store->ops->get(store, 1, SV("stars"), &arena, &value), STATUS_OK);
    EXPECT(view_is(value, "3"));
    EXPECT_EQ(store->ops->put(store, 1, SV("stars"), SV("3")), STATUS_BUSY); /* not kept yet */
    EXPECT_EQ(store->ops->scrub(store), STATUS_BUSY);
    EXPECT_EQ(disk.text.len, 0);
    disk.fails = STATUS_OK;
    EXPECT_EQ(store->ops->count_up(store, &figure, 1), STATUS_OK);
    unsigned writes = disk.writes;
    EXPECT_EQ(store->ops->put(store, 1, SV("stars"), SV("3")), STATUS_OK);
    EXPECT_EQ(store->ops->remove(store, 1, SV("moons")), STATUS_OK);
    EXPECT_EQ(store->ops->scrub(store), STATUS_OK);
    EXPECT_EQ(disk.writes, writes); /* nothing changed */
    Store *again = disk_open(&disk);
    expect_same(store, again);
    EXPECT_EQ(again->ops->counts(again, &arena, &counts, &count), STATUS_OK);
    EXPECT(count == 1 && counts[0].count == 2);
    EXPECT_EQ(again->ops->add_player(again, &player, &id), STATUS_OK);
    EXPECT_EQ(id, 1);
    again->ops->close(again);
    store->ops->close(store);
    strbuf_release(&disk.text);
    arena_release(&arena);
}

/* What could not be read again is not written. */
static void test_too_much(void)
{
    Disk disk;
    StrBuf much;
    disk_init(&disk);
    strbuf_init(&much, alloc_heap());
    while (much.len < STORE_KEPT_BYTES_MAX) {
        strbuf_append(&much, SV("all the same, all the same, all the same, all the same, all the same, all the same, all the same, "));
    }
    Store *store = disk_open(&disk);
    EXPECT_EQ(store->ops->put(store, 1, SV("stars"), SV("3")), STATUS_OK);
    EXPECT_EQ(store->ops->put(store, 1, SV("much"), strbuf_view(&much)), STATUS_LIMIT);
    EXPECT_EQ(disk.writes, 1);
    EXPECT_EQ(store->ops->remove(store, 1, SV("much")), STATUS_OK);
    EXPECT_EQ(disk.writes, 2);
    EXPECT_EQ(store->ops->put(store, 1, SV("much"), strview_slice(strbuf_view(&much), 0, STORE_KEPT_BYTES_MAX - 1000)), STATUS_OK);
    Store *again = disk_open(&disk);
    expect_same(store, again);
    again->ops->close(again);
    store->ops->close(store);
    strbuf_release(&much);
    strbuf_release(&disk.text);
}

int main(void)
{
    test_contract();
    test_any_changes();
    test_without_memory();
    test_cannot_write();
    test_too_much();
    return TEST_MAIN_END();
}
