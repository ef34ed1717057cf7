#include "lesson_internal.h"

#include "sango/classroom/shelf.h"

/* Which stories a lesson has: of the class's age and of the worlds that were chosen, what fits, first what was not played yet. */
enum { DONE_MAX = 256 };

typedef struct Shelf {
    ShelfLesson *lessons;
    size_t count;
} Shelf;

static Shelf read_shelf(App *app, Arena *arena)
{
    Shelf shelf = { NULL, 0 };
    DiagSink quiet = { 0 };
    if (app_store(app) && shelf_list(app_store(app), arena, &quiet, &shelf.lessons, &shelf.count) != STATUS_OK) {
        shelf.count = 0;
    }
    return shelf;
}

/* Keys of stories that a lesson on the shelf has finished, in the arena. */
static size_t read_done(App *app, Arena *arena, StrView keys[DONE_MAX])
{
    Shelf shelf = read_shelf(app, arena);
    DiagSink quiet = { 0 };
    size_t count = 0;
    for (size_t i = 0; i < shelf.count; i++) {
        Lesson lesson;
        if (shelf.lessons[i].finished_count == 0 || shelf_get(app_store(app), app->parts.alloc, shelf.lessons[i].id, &quiet, &lesson) != STATUS_OK) {
            continue;
        }
        for (size_t s = 0; s < lesson.story_count && count < DONE_MAX; s++) {
            if (lesson.stories[s]->is_finished) {
                keys[count++] = arena_copy(arena, lesson.stories[s]->key);
            }
        }
        lesson_release(&lesson);
    }
    return count;
}

static bool is_among(StrView key, const StrView *keys, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (strview_equal(keys[i], key)) {
            return true;
        }
    }
    return false;
}

static bool is_of_worlds(const LevelPack *pack, const LevelEntry *level, uint32_t worlds)
{
    for (size_t i = 0; i < pack->world_count && i < 32; i++) {
        if (worlds & 1u << i && strview_equal(pack->worlds[i].id, level->world)) {
            return true;
        }
    }
    return worlds == 0;
}

static bool is_offered(const App *app, const LevelPack *pack, const LevelEntry *level, const LessonPlan *plan)
{
    return level->bands & plan->band && (!level->is_restricted || app->settings.restricted) && is_of_worlds(pack, level, plan->worlds);
}

void lesson_plan_suggest(App *app, LessonPlan *plan, unsigned skip)
{
    const LevelPack *pack = app->parts.pack;
    const LevelEntry *found[PACK_LEVELS_MAX];
    StrView done[DONE_MAX];
    size_t count = 0;
    Arena arena;
    plan->level_count = 0;
    if (!pack) {
        return;
    }
    arena_init(&arena, app->parts.alloc, 4096);
    size_t done_count = read_done(app, &arena, done);
    for (int is_again = 0; is_again <= 1; is_again++) { /* what is new, then the others */
        for (size_t i = 0; i < pack->level_count && count < PACK_LEVELS_MAX; i++) {
            const LevelEntry *level = &pack->levels[i];
            if (is_offered(app, pack, level, plan) && is_among(level->key, done, done_count) == (is_again != 0)) {
                found[count++] = level;
            }
        }
    }
    if (count > 0) {
        plan->levels[plan->level_count++] = found[skip % count];
    }
    arena_release(&arena);
}

bool lesson_plan_unfinished(App *app, Arena *arena, StrView *id, StrView *day)
{
    Shelf shelf = read_shelf(app, arena);
    for (size_t i = 0; i < shelf.count; i++) {
        if (!shelf.lessons[i].is_over) {
            *id = shelf.lessons[i].id;
            *day = shelf.lessons[i].day;
            return true;
        }
    }
    return false;
}

void lesson_plan_usual(App *app, LessonPlan *plan)
{
    Arena arena;
    DiagSink quiet = { 0 };
    Lesson lesson;
    plan->band = BAND_YOUNGER;
    plan->minutes = LESSON_MINUTES_STORY;
    arena_init(&arena, app->parts.alloc, 2048);
    Shelf shelf = read_shelf(app, &arena);
    if (shelf.count && shelf_get(app_store(app), app->parts.alloc, shelf.lessons[0].id, &quiet, &lesson) == STATUS_OK) {
        plan->band = lesson.band;
        plan->minutes = lesson.minutes;
        lesson_release(&lesson);
    }
    arena_release(&arena);
}
