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

/* All that can be read from a store: of each of the owners `ids`, players, figures. */
static inline void dump_store(Store *store, const int64_t *ids, size_t id_count, StrBuf *out)
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
    for (size_t i = 0; i < id_count; i++) {
        strbuf_printf(out, "\n%lld:", (long long)ids[i]);
        dump_owned(store, ids[i], &arena, out);
    }
    arena_release(&arena);
}

#endif
