/* What a finished story adds to the badges, and what a damaged store does to them. */
#include "player/badges_internal.h"
#include "sango/base/log.h"
#include "test.h"

#include <string.h>

static unsigned warnings;

static void count_warning(void *user, LogLevel level, const char *line)
{
    (void)user;
    (void)line;
    warnings += level == LOG_WARNING;
}

static const LevelEntry levels[] = { { .key = { "one", 3 } }, { .key = { "two", 3 } } };
static const LevelPack pack = { .levels = levels, .level_count = 2 };

static void begin(App *app)
{
    *app = (App){ .parts = { .alloc = alloc_heap(), .pack = &pack }, .player = { .id = 1 } };
    EXPECT_EQ(store_memory_open(alloc_heap(), &app->store), STATUS_OK);
    warnings = 0;
}

static void end(App *app)
{
    app->store->ops->close(app->store);
}

static LevelScore score(Power power, unsigned points, unsigned maximum)
{
    LevelScore made = { .points = points, .maximum = maximum };
    made.power_points[power] = points;
    made.power_maximum[power] = maximum;
    return made;
}

static unsigned power_rank(App *app, Power power)
{
    Badges badges;
    badges_read(app, &badges);
    return badges.powers[power];
}

static unsigned deed_rank(App *app, Deed deed)
{
    Badges badges;
    badges_read(app, &badges);
    return badges.deeds[deed];
}

static void test_powers(void)
{
    App app;
    begin(&app);
    EXPECT_EQ(power_rank(&app, POWER_PRIVACY), 0);
    LevelScore weak = score(POWER_PRIVACY, 2, 6);
    LevelScore good = score(POWER_PRIVACY, 6, 6);
    badges_add(&app, SV("one"), &weak, 0);
    EXPECT_EQ(power_rank(&app, POWER_PRIVACY), 1);
    EXPECT_EQ(power_rank(&app, POWER_HELP), 0);
    badges_add(&app, SV("one"), &good, 0);
    EXPECT_EQ(power_rank(&app, POWER_PRIVACY), 3);
    badges_add(&app, SV("one"), &weak, 0); /* the better result stays */
    EXPECT_EQ(power_rank(&app, POWER_PRIVACY), 3);
    badges_add(&app, SV("two"), &weak, 0); /* 8 of 12 in both */
    EXPECT_EQ(power_rank(&app, POWER_PRIVACY), 2);
    EXPECT_EQ(warnings, 0);
    end(&app);
}

static void test_deeds(void)
{
    App app;
    begin(&app);
    LevelScore none = { 0 };
    static const unsigned ranks[] = { 1, 1, 2, 2, 2, 3, 3 };
    for (size_t i = 0; i < sizeof ranks / sizeof ranks[0]; i++) {
        badges_add(&app, SV("one"), &none, 1u << DEED_TOLD | (i == 0 ? 1u << DEED_HELPED : 0));
        EXPECT_EQ(deed_rank(&app, DEED_TOLD), ranks[i]);
        EXPECT_EQ(deed_rank(&app, DEED_HELPED), 1);
        EXPECT_EQ(deed_rank(&app, DEED_FINISHED), 0);
    }
    app.player.id = 2; /* another child has their own */
    EXPECT_EQ(deed_rank(&app, DEED_TOLD), 0);
    end(&app);
}

/* A store of before deeds were counted has only which were done. */
static void test_old_store(void)
{
    App app;
    LevelScore none = { 0 };
    begin(&app);
    EXPECT_EQ(app.store->ops->add_deeds(app.store, 1, 1u << DEED_TOLD), STATUS_OK);
    EXPECT_EQ(deed_rank(&app, DEED_TOLD), 1);
    badges_add(&app, SV("one"), &none, 1u << DEED_TOLD);
    EXPECT_EQ(deed_rank(&app, DEED_TOLD), 1);
    badges_add(&app, SV("one"), &none, 1u << DEED_TOLD);
    EXPECT_EQ(deed_rank(&app, DEED_TOLD), 2); /* the third time */
    end(&app);
}

static void test_damage(void)
{
    static const char *const damaged[] = { "privacy", "privacy:1", "privacy:x/3", "privacy:4/3", "privacy:-1/3", "secrecy:1/3", "privacy:1/99999" };
    App app;
    begin(&app);
    for (size_t i = 0; i < sizeof damaged / sizeof damaged[0]; i++) {
        warnings = 0;
        app_put(&app, SV("power.one"), strview_from_cstr(damaged[i]));
        EXPECT_EQ(power_rank(&app, POWER_PRIVACY), 0);
        EXPECT_EQ(warnings, 1);
    }
    warnings = 0;
    app_put(&app, SV("power.one"), SV("privacy:3/3"));
    EXPECT_EQ(app.store->ops->add_deeds(app.store, 1, 1u << DEED_TOLD), STATUS_OK);
    app_put(&app, SV("deed.told"), SV("many"));
    EXPECT_EQ(deed_rank(&app, DEED_TOLD), 1);
    EXPECT_EQ(warnings, 1);
    EXPECT_EQ(power_rank(&app, POWER_PRIVACY), 3);
    end(&app);
}

static void test_names(void)
{
    Arena arena;
    arena_init(&arena, alloc_heap(), 256);
    UiFrame frame = { .arena = &arena };
    EXPECT(strview_equal(badge_picture(&frame, "another_way", 3), SV("ui/badge_another_way_3")));
    arena_release(&arena);
}

int main(void)
{
    log_set_sink(count_warning, NULL);
    test_powers();
    test_deeds();
    test_old_store();
    test_damage();
    test_names();
    return TEST_MAIN_END();
}
