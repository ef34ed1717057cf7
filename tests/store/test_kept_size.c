/* How long the text is, what a change costs, and that memory does not grow with it. */
#include "kept_disk.h"
#include "meter.h"

#include <time.h>

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

static double milliseconds(void)
{
    struct timespec now;
    (void)timespec_get(&now, TIME_UTC);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* Three times through 26 levels of 6 decisions, some answered twice; the marks of the measure. */
static void play_all(Store *store, int64_t player)
{
    char level[40], name[40];
    for (unsigned i = 0; i < 26 * 3 * 8; i++) {
        uint32_t number = i % 8;
        (void)snprintf(level, sizeof level, "level-name-%u", i / 8 % 26);
        (void)snprintf(name, sizeof name, "decision-%u", number % 6);
        StoreDecision decision = {
            strview_from_cstr(level), strview_from_cstr(name), 1 + i / 8 / 26, 1 + number / 6, number % 4, number % 2, false
        };
        EXPECT_EQ(store->ops->add_decision(store, player, &decision), STATUS_OK);
    }
}

static void finish_all(Store *store, int64_t player)
{
    char level[40];
    for (unsigned i = 0; i < 26 * 3; i++) {
        (void)snprintf(level, sizeof level, "level-name-%u", i % 26);
        StoreResult result = { strview_from_cstr(level), 1, 3, 20, 24, 24 };
        EXPECT_EQ(store->ops->finish_level(store, player, &result), STATUS_OK);
    }
    for (uint32_t i = 0; i < 64; i++) {
        StoreMark mark = { i % 2 ? SV("privacy") : SV("kindness"), i / 2 % 2, i / 4 % 8, i / 32, 2 };
        EXPECT_EQ(store->ops->put_mark(store, player, &mark), STATUS_OK);
    }
}

/* Settings, badges, promises; five stories in the middle. */
static void put_all(Store *store, int64_t player)
{
    char key[40];
    for (unsigned i = 0; i < 80; i++) {
        (void)snprintf(key, sizeof key, "a.key.of.%u", i);
        StrView value = i < 5 ? SV("1 0123456789abcdef 1 3 0 1 2 3 1 0 2 0 1 2 0 1 2 3 1 0 2") : SV("1");
        EXPECT_EQ(store->ops->put(store, player, strview_from_cstr(key), value), STATUS_OK);
    }
}

static void measure(int64_t players, size_t bytes_most)
{
    Disk disk;
    StorePlayer player = { .nickname = SV("brave/otter/7"), .avatar = SV("otter"), .band = 1 };
    StoreDecision decision = { SV("level-name-1"), SV("decision-1"), 4, 1, 2, true, false };
    void (*const parts[])(Store *, int64_t) = { finish_all, play_all, put_all }; /* in the order of the text: that is fastest */
    disk_init(&disk);
    Store *store = disk_open(&disk);
    for (int64_t i = 0; i < players; i++) {
        EXPECT_EQ(store->ops->add_player(store, &player, &player.id), STATUS_OK);
    }
    for (int64_t i = 0; i < players * 3; i++) {
        parts[i / players](store, 1 + i % players);
    }
    EXPECT(disk.text.len > bytes_most / 2 && disk.text.len < bytes_most);
    double start = milliseconds();
    for (int i = 0; i < 20; i++) {
        EXPECT_EQ(store->ops->put(store, 1, SV("save"), i % 2 ? SV("1 0 2 1") : SV("1 0 2")), STATUS_OK);
    }
    double put = milliseconds();
    for (int i = 0; i < 20; i++) {
        EXPECT_EQ(store->ops->add_decision(store, 1, &decision), STATUS_OK);
    }
    double add = milliseconds();
    EXPECT_EQ(store->ops->set_player(store, &player), STATUS_OK);
    double whole = milliseconds();
    Store *again = disk_open(&disk);
    double opened = milliseconds();
    printf("%d players who played everything three times: %zu bytes; a put %.2f ms, a decision %.2f ms, nearly all anew %.2f ms, opening %.2f ms\n",
           (int)players, disk.text.len, (put - start) / 20, (add - put) / 20, whole - add, opened - whole);
    expect_same(store, again);
    again->ops->close(again);
    store->ops->close(store);
    strbuf_release(&disk.text);
}

int main(void)
{
    test_memory_stays();
    measure(1, 50000);
    measure(12, 600000);
    return TEST_MAIN_END();
}
