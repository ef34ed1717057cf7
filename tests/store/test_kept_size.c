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
    test_memory_stays();
    measure(1, 50000);
    measure(12, 600000);
    return TEST_MAIN_END();
}
