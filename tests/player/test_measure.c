/* Answers to a measure as a report reads them, and when a measure is offered. */
#include "player/measure_internal.h"
#include "test.h"

#define TEXT(literal) { literal, sizeof literal - 1 }

static const LevelWorld worlds[] = { { .id = TEXT("a"), .is_open = true } };
static const LevelEntry levels[] = { { .id = TEXT("a1"), .key = TEXT("a1"), .world = TEXT("a"), .bands = BAND_YOUNGER },
                                     { .id = TEXT("a2"), .key = TEXT("a2"), .world = TEXT("a"), .bands = BAND_YOUNGER } };
static const LevelEntry measures[] = { { .id = TEXT("measure"), .key = TEXT("measure"), .bands = BAND_YOUNGER } };
static const LevelPack pack = { .id = TEXT("sango"), .worlds = worlds, .world_count = 1, .levels = levels, .level_count = 2, .measures = measures, .measure_count = 1 };

static void put(Store *store, int64_t player, MeasureTime time, MeasureFigure figure, unsigned item, unsigned points)
{
    StoreMark mark = { SV("a"), (uint32_t)time, (uint32_t)figure, item, points };
    EXPECT_EQ(store->ops->put_mark(store, player, &mark), STATUS_OK);
}

static void test_figures(void)
{
    Store *store = NULL;
    int64_t ids[5];
    MeasureAnswers answers;
    MeasureClass group;
    EXPECT_EQ(store_memory_open(alloc_heap(), &store), STATUS_OK);
    for (size_t i = 0; i < 5; i++) {
        StorePlayer player = { .nickname = SV("calm/owl/3"), .avatar = SV("owl"), .band = 1 };
        EXPECT_EQ(store->ops->add_player(store, &player, &ids[i]), STATUS_OK);
        put(store, ids[i], MEASURE_BEFORE, MEASURE_TELLING, 0, 0);
        put(store, ids[i], MEASURE_AFTER, MEASURE_TELLING, 0, i < 2 ? 2 : 1);
    }
    put(store, ids[0], MEASURE_BEFORE, MEASURE_KNOWLEDGE, 1, 2);
    put(store, ids[0], MEASURE_BEFORE, (MeasureFigure)7, 1, 2); /* damaged rows are left out */
    put(store, ids[0], MEASURE_BEFORE, MEASURE_CONFIDENCE, 1, 9);
    EXPECT_EQ(measure_read(store, ids[0], SV("a"), MEASURE_BEFORE, &answers), STATUS_OK);
    EXPECT(answers.is_answered[MEASURE_KNOWLEDGE][1] && answers.points[MEASURE_KNOWLEDGE][1] == 2);
    EXPECT(!answers.is_answered[MEASURE_KNOWLEDGE][0] && !answers.is_answered[MEASURE_CONFIDENCE][1]);
    EXPECT_EQ(measure_read(store, ids[0], SV("a"), MEASURE_LATER, &answers), STATUS_NOT_FOUND);
    EXPECT_EQ(measure_read(store, ids[0], SV("b"), MEASURE_BEFORE, &answers), STATUS_NOT_FOUND);
    EXPECT_EQ(measure_read_class(store, SV("a"), MEASURE_AFTER, &group), STATUS_OK);
    EXPECT(measure_is_reported(&group));
    EXPECT_EQ(measure_percent(&group.before[MEASURE_TELLING]), 0);
    EXPECT_EQ(measure_percent(&group.after[MEASURE_TELLING]), 70);
    EXPECT_EQ(measure_change(&group, MEASURE_TELLING), 70);
    EXPECT_EQ(measure_change(&group, MEASURE_KNOWLEDGE), MEASURE_UNKNOWN);
    EXPECT_EQ(store->ops->delete_player(store, ids[4]), STATUS_OK);
    EXPECT_EQ(measure_read_class(store, SV("a"), MEASURE_AFTER, &group), STATUS_OK);
    EXPECT(!measure_is_reported(&group)); /* four would tell about one of them */
    store->ops->close(store);
}

static void finish(App *app, const char *key)
{
    StoreResult result = { .level = strview_from_cstr(key), .best_stars = 1, .maximum = 9 };
    EXPECT_EQ(app->store->ops->finish_level(app->store, app->player.id, &result), STATUS_OK);
}

static void test_times(void)
{
    App app = { .parts = { .alloc = alloc_heap(), .pack = &pack }, .player = { .id = 1, .band = BAND_YOUNGER } };
    MeasureTime time;
    EXPECT_EQ(store_memory_open(alloc_heap(), &app.store), STATUS_OK);
    EXPECT(measure_is_due_before(&app, SV("a")));
    EXPECT(!measure_is_due_before(&app, SV("home")));
    EXPECT(!measure_is_due_after(&app, SV("a"), &time));
    measure_note_asked(&app, SV("a"), MEASURE_BEFORE);
    EXPECT(!measure_is_due_before(&app, SV("a"))); /* once, answered or not */
    finish(&app, "a1");
    EXPECT(!measure_is_due_after(&app, SV("a"), &time));
    finish(&app, "a2");
    EXPECT(measure_is_due_after(&app, SV("a"), &time));
    EXPECT_EQ(time, MEASURE_AFTER);
    measure_note_asked(&app, SV("a"), MEASURE_AFTER);
    EXPECT(!measure_is_due_after(&app, SV("a"), &time)); /* not twice on one day */
    app.has_measured = false;                            /* another run */
    EXPECT(measure_is_due_after(&app, SV("a"), &time));
    EXPECT_EQ(time, MEASURE_LATER);
    measure_note_asked(&app, SV("a"), MEASURE_LATER);
    app.has_measured = false;
    EXPECT(!measure_is_due_after(&app, SV("a"), &time));
    app.player.id = 2;
    EXPECT(measure_is_due_before(&app, SV("a"))); /* each child */
    app.player.band = BAND_OLDER;
    EXPECT(!measure_is_due_before(&app, SV("a"))); /* no items for this band */
    app.store->ops->close(app.store);
}

int main(void)
{
    test_figures();
    test_times();
    return TEST_MAIN_END();
}
