/* Counted at once, kept while the disk is full, added up; no spread of fewer than five; a table that no spreadsheet takes for formulas. */
#include "kiosk/figures.h"

#include "test.h"

#include <string.h>

/* A store whose disk is full when `is_full`. */
static Store *real;
static bool is_full;
static unsigned tries;

static Status count_up(Store *store, const StoreCount *counts, size_t count)
{
    (void)store;
    tries++;
    return is_full ? STATUS_IO : real->ops->count_up(real, counts, count);
}

static Status counts_of(Store *store, Arena *arena, StoreCount **counts, size_t *count)
{
    (void)store;
    return real->ops->counts(real, arena, counts, count);
}

static const StoreOps ops = { .count_up = count_up, .counts = counts_of };
static Store narrow = { .ops = &ops, .file = "/full/progress.db" };

static uint64_t count_of(const StoreCount *counts, size_t count, StrView hour, StrView name)
{
    for (size_t i = 0; i < count; i++) {
        if (strview_equal(counts[i].hour, hour) && strview_equal(counts[i].name, name)) {
            return counts[i].count;
        }
    }
    return 0;
}

static void test_full_disk(void)
{
    Figures figures;
    Arena arena;
    StoreCount *counts;
    size_t count;
    const StrView names[] = { SV("play"), SV("players/1") };
    arena_init(&arena, alloc_heap(), 1024);
    figures_init(&figures, alloc_heap());
    EXPECT(store_memory_open(alloc_heap(), &real) == STATUS_OK);
    figures_add(&figures, &narrow, SV("2026-11-26T09"), names, 2);
    EXPECT_EQ(figures.waiting_count, 0);
    is_full = true;
    figures_add(&figures, &narrow, SV("2026-11-26T09"), names, 1);
    figures_add(&figures, &narrow, SV("2026-11-26T09"), names, 1);
    figures_add(&figures, &narrow, SV("2026-11-26T10"), names, 2);
    EXPECT(figures.is_stuck);
    EXPECT_EQ(figures.waiting_count, 3);
    EXPECT(figures_read(&figures, &narrow, &arena, &counts, &count) == STATUS_OK); /* those in memory are seen, too */
    EXPECT_EQ(count_of(counts, count, SV("2026-11-26T09"), SV("play")), 3);
    EXPECT_EQ(count_of(counts, count, SV("2026-11-26T10"), SV("players/1")), 1);
    is_full = false;
    tries = 0;
    figures_retry(&figures, &narrow);
    EXPECT(!figures.is_stuck);
    EXPECT_EQ(figures.waiting_count, 0);
    figures_retry(&figures, &narrow); /* nothing waits: nothing is written */
    EXPECT_EQ(tries, 1);
    EXPECT(real->ops->counts(real, &arena, &counts, &count) == STATUS_OK);
    EXPECT_EQ(count_of(counts, count, SV("2026-11-26T09"), SV("play")), 3);
    EXPECT_EQ(count_of(counts, count, SV("2026-11-26T10"), SV("play")), 1);
    figures_add_times(&figures, &narrow, SV(""), SV("ghost"), 70);
    EXPECT(figures_read(&figures, &narrow, &arena, &counts, &count) == STATUS_OK);
    EXPECT_EQ(count_of(counts, count, SV(""), SV("ghost")), 70);
    real->ops->close(real);
    figures_release(&figures);
    arena_release(&arena);
}

static void test_sum(void)
{
    const StoreCount counts[] = {
        { SV(""), SV("play"), 1 },
        { SV("2026-11-26T09"), SV("choice/kiosk/kite/hush/1"), 3 },
        { SV("2026-11-26T09"), SV("choice/kiosk/kite/hush/3"), 1 },
        { SV("2026-11-26T09"), SV("choice/kiosk/kite/hurry/1"), 4 },
        { SV("2026-11-26T09"), SV("choice/kite/odd/9"), 7 },
        { SV("2026-11-26T09"), SV("episode/kiosk/kite/begun"), 5 },
        { SV("2026-11-26T09"), SV("episode/kiosk/kite/finished"), 4 },
        { SV("2026-11-26T09"), SV("idle/play"), 1 },
        { SV("2026-11-26T09"), SV("language/fr"), 5 },
        { SV("2026-11-26T09"), SV("play"), 5 },
        { SV("2026-11-26T09"), SV("players/2"), 2 },
        { SV("2026-11-27T14"), SV("choice/kiosk/kite/hush/1"), 2 },
        { SV("2026-11-27T14"), SV("play"), 2 },
    };
    size_t count = sizeof counts / sizeof counts[0];
    FiguresSum sum;
    Arena arena;
    arena_init(&arena, alloc_heap(), 1024);
    EXPECT(figures_sum(&arena, counts, count, SV(""), &sum) == STATUS_OK);
    EXPECT_EQ(sum.plays, 8);
    EXPECT_EQ(sum.finished, 4);
    EXPECT_EQ(sum.two_players, 2);
    EXPECT_EQ(sum.hours[9], 5);
    EXPECT_EQ(sum.hours[14], 2);
    EXPECT_EQ(sum.days.count, 2);
    EXPECT_EQ(sum.episodes.count, 1);
    EXPECT(strview_equal(sum.episodes.rows[0].name, SV("kiosk/kite")));
    EXPECT_EQ(sum.episodes.rows[0].begun, 5);
    EXPECT_EQ(sum.spread_count, 1); /* "hurry" has four answers */
    EXPECT(strview_equal(sum.spreads[0].level, SV("kiosk/kite")) && strview_equal(sum.spreads[0].decision, SV("hush")));
    EXPECT_EQ(sum.spreads[0].counts[0], 5);
    EXPECT_EQ(sum.spreads[0].counts[2], 1);
    EXPECT_EQ(sum.spreads[0].option_count, 3);
    EXPECT(figures_sum(&arena, counts, count, SV("2026-11-27"), &sum) == STATUS_OK);
    EXPECT_EQ(sum.plays, 2);
    EXPECT_EQ(sum.spread_count, 0);
    arena_release(&arena);
}

static void test_csv(void)
{
    const StoreCount counts[] = { { SV("2026-11-26T09"), SV("play"), 12 }, { SV(""), SV("=1+1"), 1 }, { SV("-2"), SV("a,\"b\"\nc"), 2 } };
    StrBuf out;
    strbuf_init(&out, alloc_heap());
    figures_csv(counts, 3, &out);
    EXPECT(strcmp(out.data, "hour,name,count\r\n\"2026-11-26T09\",\"play\",12\r\n\"\",\"'=1+1\",1\r\n\"'-2\",\"a,\"\"b\"\"\nc\",2\r\n") == 0);
    strbuf_release(&out);
}

int main(void)
{
    test_full_disk();
    test_sum();
    test_csv();
    return TEST_MAIN_END();
}
