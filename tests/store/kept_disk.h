#ifndef KEPT_DISK_H
#define KEPT_DISK_H
/* Where the kept store's text goes in the tests, and what a store holds as one text that can be compared. */
#include "sango/base/strbuf.h"
#include "sango/store/kept.h"
#include "test.h"

typedef struct Disk {
    StrBuf text;
    unsigned writes, forgets;
    Status fails; /* STATUS_OK: it can be written */
} Disk;

static inline Status disk_write(void *user, StrView text)
{
    Disk *disk = user;
    disk->writes++;
    if (disk->fails == STATUS_OK) {
        strbuf_clear(&disk->text);
        strbuf_append(&disk->text, text);
    }
    return disk->fails;
}

static inline Status disk_forget(void *user)
{
    ((Disk *)user)->forgets++;
    return STATUS_OK;
}

static inline void disk_init(Disk *disk)
{
    *disk = (Disk){ .fails = STATUS_OK };
    strbuf_init(&disk->text, alloc_heap());
}

static inline Status disk_open_from(Disk *disk, const Allocator *alloc, StrView saved, Store **store, bool *was_broken)
{
    StoreKeep keep = { .user = disk, .write = disk_write, .forget = disk_forget };
    return store_kept_open(alloc, saved, &keep, store, was_broken);
}

/* What is on the disk, opened; it is not damaged. */
static inline Store *disk_open(Disk *disk)
{
    bool was_broken = true;
    Store *store = NULL;
    EXPECT_EQ(disk_open_from(disk, alloc_heap(), strbuf_view(&disk->text), &store, &was_broken), STATUS_OK);
    EXPECT(!was_broken);
    return store;
}

static inline void dump_text(StrBuf *out, StrView text)
{
    strbuf_printf(out, " %zu:", text.len);
    strbuf_append(out, text);
}

static inline void dump_owned(Store *store, int64_t id, Arena *arena, StrBuf *out)
{
    StrView *keys, value = { NULL, 0 };
    StoreDecision *decisions;
    StoreResult *results;
    StoreMark *marks;
    size_t count = 0;
    uint32_t deeds = 0;
    EXPECT_EQ(store->ops->keys(store, id, SV(""), arena, &keys, &count), STATUS_OK);
    for (size_t i = 0; i < count; i++) {
        EXPECT_EQ(store->ops->get(store, id, keys[i], arena, &value), STATUS_OK);
        dump_text(out, keys[i]);
        dump_text(out, value);
    }
    EXPECT_EQ(store->ops->decisions(store, id, arena, &decisions, &count), STATUS_OK);
    for (size_t i = 0; i < count; i++) {
        const StoreDecision *row = &decisions[i];
        dump_text(out, row->level);
        dump_text(out, row->decision);
        strbuf_printf(out, " %u %u %u %d %d\n", row->run, row->attempt, row->grade, row->tells, row->recovers);
    }
    EXPECT_EQ(store->ops->results(store, id, arena, &results, &count), STATUS_OK);
    for (size_t i = 0; i < count; i++) {
        const StoreResult *row = &results[i];
        dump_text(out, row->level);
        strbuf_printf(out, " %u %u %u %u %u\n", row->runs, row->best_stars, row->first_points, row->last_points, row->maximum);
    }
    EXPECT_EQ(store->ops->marks(store, id, arena, &marks, &count), STATUS_OK);
    for (size_t i = 0; i < count; i++) {
        dump_text(out, marks[i].world);
        strbuf_printf(out, " %u %u %u %u\n", marks[i].time, marks[i].figure, marks[i].item, marks[i].points);
    }
    EXPECT_EQ(store->ops->deeds(store, id, &deeds), STATUS_OK);
    strbuf_printf(out, "deeds %u\n", deeds);
}

/* Whose things are compared. */
static const int64_t disk_ids[] = { 0, 1, 2, 3, 4, -5, INT64_MIN, INT64_MAX, (INT64_C(1) << 53) + 1 };
enum { DISK_ID_COUNT = sizeof disk_ids / sizeof disk_ids[0] };

/* All that can be read from a store. */
static inline void dump_store(Store *store, StrBuf *out)
{
    Arena arena;
    StorePlayer *players;
    StoreCount *counts;
    size_t count = 0;
    arena_init(&arena, alloc_heap(), 4096);
    EXPECT_EQ(store->ops->players(store, &arena, &players, &count), STATUS_OK);
    for (size_t i = 0; i < count; i++) {
        strbuf_printf(out, "%lld %u", (long long)players[i].id, players[i].band);
        dump_text(out, players[i].nickname);
        dump_text(out, players[i].avatar);
    }
    EXPECT_EQ(store->ops->counts(store, &arena, &counts, &count), STATUS_OK);
    for (size_t i = 0; i < count; i++) {
        dump_text(out, counts[i].hour);
        dump_text(out, counts[i].name);
        strbuf_printf(out, " %llu\n", (unsigned long long)counts[i].count);
    }
    for (size_t i = 0; i < DISK_ID_COUNT; i++) {
        strbuf_printf(out, "\n%lld:", (long long)disk_ids[i]);
        dump_owned(store, disk_ids[i], &arena, out);
    }
    arena_release(&arena);
}

static inline void expect_same(Store *a, Store *b)
{
    StrBuf one, other;
    strbuf_init(&one, alloc_heap());
    strbuf_init(&other, alloc_heap());
    dump_store(a, &one);
    dump_store(b, &other);
    EXPECT(strview_equal(strbuf_view(&one), strbuf_view(&other)));
    strbuf_release(&one);
    strbuf_release(&other);
}

/* Something in every table. */
static inline void disk_fill(Disk *disk)
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

#endif
