/* Which story is suggested for a lesson. */
#include "player/lesson_internal.h"
#include "sango/classroom/shelf.h"
#include "test.h"

static LevelPack pack;

static App make_app(void)
{
    App app = { .parts = { .alloc = alloc_heap(), .pack = &pack }, .settings = settings_default() };
    EXPECT_EQ(store_memory_open(alloc_heap(), &app.store), STATUS_OK);
    return app;
}

static uint32_t world_bit(const char *id)
{
    for (size_t i = 0; i < pack.world_count; i++) {
        if (strview_equal(pack.worlds[i].id, strview_from_cstr(id))) {
            return 1u << i;
        }
    }
    test_failures++;
    return 0;
}

/* True when the story of this id comes among the first 30 suggestions; all of them are of the band. */
static bool is_suggested(App *app, LessonPlan *plan, const char *id)
{
    bool is_found = false;
    for (unsigned skip = 0; skip < 30; skip++) {
        lesson_plan_suggest(app, plan, skip);
        for (size_t i = 0; i < plan->level_count; i++) {
            EXPECT(plan->levels[i]->bands & plan->band);
            is_found = is_found || strview_equal(plan->levels[i]->id, strview_from_cstr(id));
        }
    }
    return is_found;
}

static void keep_lesson(App *app, const char *id, const char *day, const char *key, bool is_over)
{
    Lesson lesson;
    LessonStart start = { strview_from_cstr(id), strview_from_cstr(day), SV("en"), BAND_OLDER, LESSON_MINUTES_LONG };
    EXPECT_EQ(lesson_init(&lesson, alloc_heap(), &start), STATUS_OK);
    LessonStory *story = lesson_add_story(&lesson, strview_from_cstr(key), SV("A story"));
    story->is_finished = lesson.is_over = is_over;
    EXPECT_EQ(shelf_keep(app->store, alloc_heap(), &lesson), STATUS_OK);
    lesson_release(&lesson);
}

static void test_age_and_worlds(void)
{
    App app = make_app();
    LessonPlan plan = { .band = BAND_YOUNGER, .minutes = LESSON_MINUTES_STORY };
    EXPECT(is_suggested(&app, &plan, "prologue") && is_suggested(&app, &plan, "pencil-club"));
    EXPECT(!is_suggested(&app, &plan, "jigsaw"));
    plan.worlds = world_bit("privacy") | world_bit("help");
    EXPECT(is_suggested(&app, &plan, "talking-bear") && is_suggested(&app, &plan, "monster-video"));
    EXPECT(!is_suggested(&app, &plan, "prologue") && !is_suggested(&app, &plan, "pencil-club"));
    app.store->ops->close(app.store);
}

/* The sensitive story comes only when a grown-up has switched it on. */
static void test_restricted(void)
{
    App app = make_app();
    LessonPlan plan = { .band = BAND_OLDER, .minutes = LESSON_MINUTES_STORY, .worlds = world_bit("caution") };
    EXPECT(!is_suggested(&app, &plan, "not-your-fault"));
    app.settings.restricted = true;
    EXPECT(is_suggested(&app, &plan, "not-your-fault"));
    app.store->ops->close(app.store);
}

static void test_what_was_played_comes_last(void)
{
    App app = make_app();
    LessonPlan plan = { .band = BAND_OLDER, .minutes = LESSON_MINUTES_STORY, .worlds = world_bit("privacy") };
    lesson_plan_suggest(&app, &plan, 0);
    EXPECT(strview_equal(plan.levels[0]->id, SV("jigsaw")));
    keep_lesson(&app, "000102030405060708090a0b0c0d0e0f", "2026-11-25", "jigsaw", true);
    lesson_plan_suggest(&app, &plan, 0);
    EXPECT(strview_equal(plan.levels[0]->id, SV("live-in-three")));
    lesson_plan_suggest(&app, &plan, 1);
    EXPECT(strview_equal(plan.levels[0]->id, SV("jigsaw")));
    app.store->ops->close(app.store);
}

static void test_what_can_go_on(void)
{
    App app = make_app();
    Arena arena;
    StrView id, day;
    LessonPlan plan = { 0 };
    arena_init(&arena, alloc_heap(), 512);
    lesson_plan_usual(&app, &plan);
    EXPECT_EQ(plan.band, BAND_YOUNGER);
    EXPECT_EQ(plan.minutes, LESSON_MINUTES_STORY);
    keep_lesson(&app, "000102030405060708090a0b0c0d0e0f", "2026-11-25", "jigsaw", true);
    EXPECT(!lesson_plan_unfinished(&app, &arena, &id, &day));
    keep_lesson(&app, "100102030405060708090a0b0c0d0e0f", "2026-11-24", "jigsaw", false);
    EXPECT(lesson_plan_unfinished(&app, &arena, &id, &day));
    EXPECT(strview_equal(day, SV("2026-11-24")));
    lesson_plan_usual(&app, &plan);
    EXPECT_EQ(plan.band, BAND_OLDER);
    EXPECT_EQ(plan.minutes, LESSON_MINUTES_LONG);
    arena_release(&arena);
    app.store->ops->close(app.store);
}

int main(void)
{
    DiagSink diags = { 0 };
    EXPECT_EQ(level_pack_load(alloc_heap(), TEST_ROOT "/levels/sango", &diags, &pack), STATUS_OK);
    test_age_and_worlds();
    test_restricted();
    test_what_was_played_comes_last();
    test_what_can_go_on();
    level_pack_release(&pack);
    return TEST_MAIN_END();
}
