/* Which level comes next, how far a world is, and how many worlds are finished. */
#include "player/badges_internal.h"
#include "player/progress_internal.h"
#include "test.h"

#define TEXT(literal) { literal, sizeof literal - 1 }
#define LEVEL(name, in, ages) { .id = TEXT(name), .key = TEXT(name), .world = TEXT(in), .bands = (ages) }

static const LevelWorld worlds[] = { { .id = TEXT("a"), .is_open = true }, { .id = TEXT("b"), .is_open = true }, { .id = TEXT("c"), .is_open = false } };
static const LevelEntry levels[] = {
    LEVEL("prologue", "home", BAND_YOUNGER | BAND_OLDER),
    LEVEL("a1", "a", BAND_YOUNGER),
    LEVEL("a2", "a", BAND_OLDER),
    LEVEL("shut", "c", BAND_YOUNGER | BAND_OLDER),
    LEVEL("b1", "b", BAND_YOUNGER | BAND_OLDER),
    { .id = TEXT("b2"), .key = TEXT("b2"), .world = TEXT("b"), .bands = BAND_OLDER, .is_restricted = true },
    LEVEL("epilogue", "home", BAND_YOUNGER | BAND_OLDER),
};
static const LevelPack pack = { .id = TEXT("sango"), .worlds = worlds, .world_count = 3, .levels = levels, .level_count = 7 };

static void finish(App *app, const char *key, unsigned stars)
{
    StoreResult result = { .level = strview_from_cstr(key), .best_stars = stars, .maximum = 9 };
    EXPECT_EQ(app->store->ops->finish_level(app->store, app->player.id, &result), STATUS_OK);
}

static bool next_is(App *app, const char *id)
{
    Arena arena;
    Progress progress;
    arena_init(&arena, alloc_heap(), 512);
    progress_read(app, &arena, &progress);
    const LevelEntry *next = progress_next(app, &progress, &pack);
    bool is_so = next ? strview_equal(next->id, strview_from_cstr(id)) : id[0] == '\0';
    arena_release(&arena);
    return is_so;
}

static WorldProgress world_of(App *app, const char *id, unsigned *finished)
{
    Arena arena;
    Progress progress;
    arena_init(&arena, alloc_heap(), 512);
    progress_read(app, &arena, &progress);
    WorldProgress sum = progress_world(app, &progress, &pack, strview_from_cstr(id));
    *finished = progress_worlds_finished(app, &progress);
    arena_release(&arena);
    return sum;
}

int main(void)
{
    App app = { .parts = { .alloc = alloc_heap(), .pack = &pack }, .player = { .id = 1, .band = BAND_OLDER } };
    unsigned finished = 9;
    EXPECT_EQ(store_memory_open(alloc_heap(), &app.store), STATUS_OK);
    EXPECT(next_is(&app, "prologue"));
    finish(&app, "prologue", 3);
    EXPECT(next_is(&app, "a2"));
    finish(&app, "b1", 1); /* free choice changes nothing of the order */
    EXPECT(next_is(&app, "a2"));
    WorldProgress b = world_of(&app, "b", &finished);
    EXPECT_EQ(b.levels, 1); /* the restricted one is hidden */
    EXPECT_EQ(b.done, 1);
    EXPECT_EQ(b.stars, 1);
    EXPECT_EQ(b.stars_most, 3);
    EXPECT_EQ(finished, 1);
    app.settings.restricted = true;
    b = world_of(&app, "b", &finished);
    EXPECT_EQ(b.levels, 2);
    EXPECT_EQ(b.stars_most, 6);
    EXPECT_EQ(finished, 1); /* what was earned stays */
    finish(&app, "a2", 3);
    EXPECT(next_is(&app, "b2"));
    app.settings.restricted = false;
    EXPECT(next_is(&app, "epilogue"));
    finish(&app, "epilogue", 2);
    EXPECT(next_is(&app, ""));
    EXPECT_EQ(world_of(&app, "c", &finished).levels, 0); /* not open */
    EXPECT_EQ(finished, 2);
    finish(&app, "a1", 3); /* the same world in the other band is no second one */
    (void)world_of(&app, "a", &finished);
    EXPECT_EQ(finished, 2);
    Badges badges;
    badges_read(&app, &badges);
    EXPECT_EQ(badges.deeds[DEED_WORLD], 1);
    finish(&app, "shut", 1);
    badges_read(&app, &badges);
    EXPECT_EQ(badges.deeds[DEED_WORLD], 2); /* three worlds */
    app.store->ops->close(app.store);
    return TEST_MAIN_END();
}
