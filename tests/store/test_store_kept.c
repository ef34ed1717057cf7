#include "kept_disk.h"
#include "meter.h"
#include "sango/base/rng.h"
#include "store_contract.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

static const int64_t ids[] = { 0, 1, 2, 3, 4, -5, INT64_MIN, INT64_MAX, (INT64_C(1) << 53) + 1 };
enum { ID_COUNT = sizeof ids / sizeof ids[0] };

static void expect_same(Store *a, Store *b)
{
    StrBuf one, other;
    strbuf_init(&one, alloc_heap());
    strbuf_init(&other, alloc_heap());
    dump_store(a, ids, ID_COUNT, &one);
    dump_store(b, ids, ID_COUNT, &other);
    EXPECT(strview_equal(strbuf_view(&one), strbuf_view(&other)));
    strbuf_release(&one);
    strbuf_release(&other);
}

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
    int64_t id = ids[any(rng, ID_COUNT)];
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
    for (unsigned step = 0; step < 6000; step++) {
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

/* --- texts that are no store -------------------------------------------------------------- */

/* Something in every table. */
static void fill(Disk *disk)
{
    StorePlayer player = { .nickname = SV("brave/otter/7"), .avatar = SV("otter"), .band = 1 };
    StoreDecision decision = { SV("present"), SV("address"), 1, 1, 2, true, false };
    StoreResult result = { SV("present"), 1, 3, 12, 14, 15 };
    StoreMark mark = { SV("privacy"), 1, 2, 1, 2 };
    StoreCount figure = { SV("2026-11-26T09"), SV("play"), UINT64_MAX };
    int64_t id = 0;
    Store *store = disk_open(disk);
    EXPECT_EQ(store->ops->add_player(store, &player, &id), STATUS_OK);
    EXPECT_EQ(store->ops->add_decision(store, id, &decision), STATUS_OK);
    EXPECT_EQ(store->ops->finish_level(store, id, &result), STATUS_OK);
    EXPECT_EQ(store->ops->put_mark(store, id, &mark), STATUS_OK);
    EXPECT_EQ(store->ops->count_up(store, &figure, 1), STATUS_OK);
    EXPECT_EQ(store->ops->add_deeds(store, id, 5), STATUS_OK);
    EXPECT_EQ(store->ops->put(store, id, SV("odd"), (StrView){ "\0\xFF", 2 }), STATUS_OK);
    EXPECT_EQ(store->ops->put(store, id, SV("even"), SV("\"\\\n\xC3\xA4")), STATUS_OK);
    store->ops->close(store);
}

/* Damaged: a new store is begun, nothing was written yet, and it can be used. */
static void expect_damaged(StrView saved)
{
    Disk disk;
    bool was_broken = false;
    Store *store = NULL;
    disk_init(&disk);
    EXPECT_EQ(disk_open_from(&disk, alloc_heap(), saved, &store, &was_broken), STATUS_OK);
    if (!was_broken || !store || disk.writes) {
        test_failures++;
        fprintf(stderr, "not taken for damaged: %.*s\n", SV_ARG(saved));
    }
    EXPECT_EQ(store->ops->put(store, 1, SV("stars"), SV("3")), STATUS_OK);
    Store *again = disk_open(&disk);
    expect_same(store, again);
    again->ops->close(again);
    store->ops->close(store);
    strbuf_release(&disk.text);
}

/* `text` with the first `old` in it replaced; it must be there. */
static void replaced(StrBuf *out, StrView text, const char *old, const char *by)
{
    const char *at = strstr(text.data, old);
    EXPECT(at != NULL);
    size_t before = at ? (size_t)(at - text.data) : 0;
    strbuf_clear(out);
    strbuf_append(out, strview_slice(text, 0, before));
    strbuf_append(out, strview_from_cstr(by));
    strbuf_append(out, strview_slice(text, before + strlen(old), text.len));
}

static void test_damaged(void)
{
    static const char *const changes[][2] = {
        { "sango-progress", "sango-lesson" },          /* foreign */
        { "\"format\":\"sango-progress\",", "" },
        { "\"version\":1", "\"version\":0" },
        { "\"version\":1", "\"version\":-1" },
        { "\"version\":1", "\"version\":1.5" },
        { "\"version\":1", "\"version\":\"1\"" },
        { "\"version\":1", "\"version\":1,\"more\":1" }, /* would be lost */
        { "\"last_id\":1", "\"last_id\":0" },           /* the next player would get an id again */
        { "\"last_id\":1", "\"last_id\":-1" },
        { "\"last_id\":1", "\"last_id\":9007199254740992" },
        { "\"last_id\":1", "\"last_id\":\"9223372036854775807\"" },
        { "\"last_id\":1", "\"last_id\":1,\"last_id\":1" },
        { "\"last_id\":1", "\"last_id\":1e999" },
        { "[1,\"brave/otter/7\"", "[0,\"brave/otter/7\"" },
        { "[1,\"brave/otter/7\"", "[-1,\"brave/otter/7\"" },
        { "[1,\"brave/otter/7\"", "[1.5,\"brave/otter/7\"" },
        { "[1,\"brave/otter/7\"", "[true,\"brave/otter/7\"" },
        { "[1,\"brave/otter/7\"", "[1,\"x\",\"x\",1],[1,\"brave/otter/7\"" }, /* an id twice */
        { "\"otter\",1]", "\"otter\",4294967296]" },
        { "\"otter\",1]", "\"otter\",\"-1\"]" },
        { "\"otter\",1]", "\"otter\",\"\"]" },
        { "\"otter\",1]", "\"otter\",\"0x1\"]" },
        { "\"otter\",1]", "\"otter\"]" },
        { "\"otter\",1]", "\"otter\",1,1]" },
        { "\"otter\",1]", "null,1]" },
        { "\"otter\",1]", "[[[]]],1]" },
        { "\"18446744073709551615\"", "\"18446744073709551616\"" },
        { "\"18446744073709551615\"", "-1" },
        { "\"18446744073709551615\"", "1e17" },
        { "{\"hex\":\"00ff\"}", "{\"hex\":\"00f\"}" },
        { "{\"hex\":\"00ff\"}", "{\"hex\":\"00fg\"}" },
        { "{\"hex\":\"00ff\"}", "{\"hex\":1}" },
        { "{\"hex\":\"00ff\"}", "{\"hax\":\"00\"}" },
        { "{\"hex\":\"00ff\"}", "{\"hex\":\"00\",\"hex\":\"00\"}" },
        { "{\"hex\":\"00ff\"}", "{}" },
        { "{\"hex\":\"00ff\"}", "\"a\\u0000b\"" },
        { "{\"hex\":\"00ff\"}", "\"\xFF\"" },
        { "[1,\"odd\"", "[1,\"even\"" }, /* a key twice */
        { "2,1,0]]", "2,2,0]]" },       /* no truth */
        { "[1,5]]", "[1,5],[1,4]]" },
        { "[1,5]]", "[1,5],7]" },
        { "\"deeds\":[[\"player\",\"deeds\"]", "\"deeds\":[[\"deeds\",\"player\"]" },
        { "\"deeds\":[[\"player\",\"deeds\"],[1,5]]", "\"deeds\":[]" },
        { "\"deeds\":[[\"player\",\"deeds\"],[1,5]]", "\"deeds\":{}" },
        { "\"deeds\":[[\"player\",\"deeds\"],[1,5]],", "" },
        { "[1,\"privacy\",1,2,1,2]", "[1,\"privacy\",1,2,1,2],[1,\"privacy\",1,2,1,0]" },
        { "[1,\"present\",1,", "[1,\"present\",9,9,9,9,9],[1,\"present\",1," },
    };
    Disk disk;
    StrBuf text;
    disk_init(&disk);
    strbuf_init(&text, alloc_heap());
    fill(&disk);
    StrView whole = strbuf_view(&disk.text);
    for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
        replaced(&text, whole, changes[i][0], changes[i][1]);
        expect_damaged(strbuf_view(&text));
    }
    for (size_t len = 1; len < whole.len; len++) {
        expect_damaged(strview_slice(whole, 0, len));
    }
    strbuf_clear(&text);
    strbuf_append(&text, whole);
    strbuf_append(&text, SV("}"));
    expect_damaged(strbuf_view(&text));
    expect_damaged(SV("this is not a store, it is a letter to grandma"));
    expect_damaged(SV("[]"));
    expect_damaged(SV("null"));
    expect_damaged((StrView){ "\0\0\0", 3 });
    strbuf_clear(&text);
    for (size_t i = 0; i < 100000; i++) {
        strbuf_char(&text, '[');
    }
    expect_damaged(strbuf_view(&text));
    strbuf_release(&text);
    strbuf_release(&disk.text);
}

static void test_newer(void)
{
    static const char *const versions[] = { "\"version\":2", "\"version\":9007199254740992", "\"version\":2,\"more\":{}" };
    Disk disk;
    StrBuf text;
    disk_init(&disk);
    strbuf_init(&text, alloc_heap());
    fill(&disk);
    unsigned writes = disk.writes;
    for (size_t i = 0; i < 3; i++) {
        bool was_broken = true;
        Store *store = NULL;
        replaced(&text, strbuf_view(&disk.text), "\"version\":1", versions[i]);
        EXPECT_EQ(disk_open_from(&disk, alloc_heap(), strbuf_view(&text), &store, &was_broken), STATUS_UNSUPPORTED);
        EXPECT(!was_broken && !store);
    }
    EXPECT_EQ(disk.writes, writes);
    strbuf_release(&text);
    strbuf_release(&disk.text);
}

/* A million rows with few keys: sorted, not compared each with each. */
static void test_many_rows(void)
{
    StrBuf text;
    Disk disk;
    disk_init(&disk);
    strbuf_init(&text, alloc_heap());
    fill(&disk);
    replaced(&text, strbuf_view(&disk.text), ",\"last_id\":1}", "");
    strbuf_truncate(&text, text.len - 1);
    while (text.len < 4 * 1024 * 1024) {
        strbuf_printf(&text, ",[%zu,\"\",\"\"]", text.len);
    }
    strbuf_append(&text, SV(",[1,\"even\",\"\"]],\"last_id\":1}"));
    expect_damaged(strbuf_view(&text));
    strbuf_release(&text);
    strbuf_release(&disk.text);
}

/* --- memory ------------------------------------------------------------------------------- */

static void test_without_memory(void)
{
    Disk disk;
    disk_init(&disk);
    fill(&disk);
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
    EXPECT(count.calls > 20);
    strbuf_release(&disk.text);
}

/* A place in a story is put after each line: what it was before does not stay in memory. */
static void test_memory_stays(void)
{
    Meter meter = { 0 };
    Allocator alloc = { meter_resize, &meter };
    Disk disk;
    StrBuf value;
    bool was_broken;
    Store *store = NULL;
    disk_init(&disk);
    strbuf_init(&value, alloc_heap());
    EXPECT_EQ(disk_open_from(&disk, &alloc, SV(""), &store, &was_broken), STATUS_OK);
    for (int i = 0; i < 3000; i++) {
        strbuf_clear(&value);
        strbuf_printf(&value, "%2000d", i);
        EXPECT_EQ(store->ops->put(store, 1 + i % 3, SV("save"), strbuf_view(&value)), STATUS_OK);
    }
    EXPECT(meter.bytes < 200000);
    Store *again = disk_open(&disk);
    expect_same(store, again);
    again->ops->close(again);
    store->ops->close(store);
    strbuf_release(&value);
    strbuf_release(&disk.text);
}

/* --- size and time -------------------------------------------------------------------------- */

static double milliseconds(void)
{
    struct timespec now;
    (void)timespec_get(&now, TIME_UTC);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* Played everything three times: 26 levels of 6 decisions, some answered twice; settings, marks, and five stories in the middle. */
static void play_all(Store *store, unsigned who)
{
    StorePlayer player = { .nickname = SV("brave/otter/7"), .avatar = SV("otter"), .band = 1 };
    char level[40], text[200];
    EXPECT_EQ(store->ops->add_player(store, &player, &player.id), STATUS_OK);
    for (unsigned i = 0; i < 26 * 3; i++) {
        StoreResult result = { strview_from_cstr(level), 1, 3, 20, 24, 24 };
        (void)snprintf(level, sizeof level, "level-name-%u", i % 26);
        result.level = strview_from_cstr(level);
        for (uint32_t j = 0; j < 8; j++) {
            (void)snprintf(text, sizeof text, "decision-%u", j % 6);
            StoreDecision decision = { strview_from_cstr(level), strview_from_cstr(text), 1 + i / 26, 1 + j / 6, j % 4, j % 2, false };
            EXPECT_EQ(store->ops->add_decision(store, player.id, &decision), STATUS_OK);
        }
        EXPECT_EQ(store->ops->finish_level(store, player.id, &result), STATUS_OK);
    }
    for (unsigned i = 0; i < 80; i++) { /* settings, badges, promises, places */
        char key[40];
        (void)snprintf(key, sizeof key, "a.key.of.%u", i);
        (void)snprintf(text, sizeof text, i < 5 ? "1 0123456789abcdef %u 3 0 1 2 3 1 0 2 0 1 2 0 1 2 3 1 0 2" : "%u", who);
        EXPECT_EQ(store->ops->put(store, player.id, strview_from_cstr(key), strview_from_cstr(text)), STATUS_OK);
    }
    for (uint32_t i = 0; i < 64; i++) {
        StoreMark mark = { i % 2 ? SV("privacy") : SV("kindness"), i / 2 % 2, i / 4 % 8, i / 32, 2 };
        EXPECT_EQ(store->ops->put_mark(store, player.id, &mark), STATUS_OK);
    }
}

static void measure(unsigned players, size_t bytes_most)
{
    Disk disk;
    StoreDecision decision = { SV("level-name-1"), SV("decision-1"), 4, 1, 2, true, false };
    disk_init(&disk);
    Store *store = disk_open(&disk);
    for (unsigned i = 0; i < players; i++) {
        play_all(store, i);
    }
    EXPECT(disk.text.len < bytes_most);
    double start = milliseconds();
    for (int i = 0; i < 20; i++) {
        EXPECT_EQ(store->ops->put(store, 1, SV("save"), i % 2 ? SV("1 0 2 1") : SV("1 0 2")), STATUS_OK);
    }
    double put = milliseconds();
    for (int i = 0; i < 20; i++) {
        EXPECT_EQ(store->ops->add_decision(store, 1, &decision), STATUS_OK);
    }
    double add = milliseconds();
    Store *again = disk_open(&disk);
    double opened = milliseconds();
    printf("%u players who played everything three times: %zu bytes; a put %.2f ms, a decision %.2f ms, opening %.2f ms\n", players,
           disk.text.len, (put - start) / 20, (add - put) / 20, opened - add);
    again->ops->close(again);
    store->ops->close(store);
    strbuf_release(&disk.text);
}

int main(void)
{
    test_contract();
    test_any_changes();
    test_cannot_write();
    test_too_much();
    test_damaged();
    test_newer();
    test_many_rows();
    test_without_memory();
    test_memory_stays();
    measure(1, 50000);
    measure(12, 600000);
    return TEST_MAIN_END();
}
