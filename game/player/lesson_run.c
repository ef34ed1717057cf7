#include "lesson_internal.h"

#include "measure_internal.h"
#include "play_internal.h"
#include "sango/classroom/shelf.h"
#include "sango/level/words.h"
#include "sango/player/widgets.h"

/* What a lesson is while it is on, and that it is kept. */

static LessonRun *make_run(App *app)
{
    LessonRun *run = scene_new(app, sizeof *run);
    if (run) {
        arena_init(&run->texts, app->parts.alloc, 4096);
    }
    return run;
}

static bool has_second(App *app, PlatformCanvas *canvas)
{
    const PlatformOps *ops = app->parts.platform->ops;
    return ops->has_second && ops->present_second && ops->has_second(app->parts.platform, canvas);
}

/* The notes of the story that comes are there from the first question on. */
static void read_notes(LessonRun *run, App *app)
{
    YarnProgram *program = NULL;
    DiagSink quiet = { 0 };
    if (lesson_run_open_story(run, app) && level_open(app->parts.alloc, app->parts.pack, run->level, &quiet, &program) == STATUS_OK) {
        lesson_notes_read(program, run->level, app->parts.catalogue, &run->texts, &run->notes);
        yarn_program_destroy(program);
    }
}

/* Nobody plays: settings are those of the computer, and nothing is kept for a child. */
static void begin_for_nobody(LessonRun *run, App *app)
{
    app_set_player(app, &(StorePlayer){ .id = STORE_EVERYBODY });
    run->item_count = lesson_run_measures(run) ? lesson_items_read(app, &run->texts, run->lesson.band, run->items) : 0;
    read_notes(run, app);
    PlatformCanvas canvas;
    run->had_second = has_second(app, &canvas);
}

LessonRun *lesson_run_create(App *app, const LessonPlan *plan)
{
    char id[LESSON_ID_LEN + 1];
    Arena arena;
    LessonRun *run = make_run(app);
    if (!run) {
        return NULL;
    }
    arena_init(&arena, app->parts.alloc, 256);
    lesson_new_id(&app->rng, id);
    LessonStart start = { .id = { id, LESSON_ID_LEN },
                          .day = app_day(app, &arena),
                          .language = app->parts.catalogue->language,
                          .band = plan->band,
                          .minutes = plan->minutes };
    Status status = lesson_init(&run->lesson, app->parts.alloc, &start);
    arena_release(&arena);
    if (status != STATUS_OK) {
        arena_release(&run->texts);
        scene_free(app, run, sizeof *run);
        return NULL;
    }
    for (size_t i = 0; i < plan->level_count; i++) {
        const LevelEntry *level = plan->levels[i];
        (void)lesson_add_story(&run->lesson, level->key, level_entry_title(app->parts.catalogue, level));
    }
    begin_for_nobody(run, app);
    return run;
}

static bool has_measure(const LessonRun *run, MeasureTime time)
{
    for (size_t i = 0; i < run->lesson.measure_count; i++) {
        if (run->lesson.measures[i].time == time) {
            return true;
        }
    }
    return false;
}

/* Where a lesson of another day goes on. */
static LessonStep step_of(const LessonRun *run)
{
    const Lesson *lesson = &run->lesson;
    if (lesson->story_index < lesson->story_count && !lesson->stories[lesson->story_index]->is_finished) {
        return lesson->stories[lesson->story_index]->journal.len ? LESSON_STEP_STORY : LESSON_STEP_DEAL;
    }
    return lesson_run_measures(run) && !has_measure(run, MEASURE_AFTER) ? LESSON_STEP_AFTER : LESSON_STEP_END;
}

LessonRun *lesson_run_resume(App *app, StrView id)
{
    DiagSink quiet = { 0 };
    LessonRun *run = make_run(app);
    if (!run) {
        return NULL;
    }
    Status status = shelf_get(app_store(app), app->parts.alloc, id, &quiet, &run->lesson);
    if (status != STATUS_OK) {
        StrView text = TR(app->parts.catalogue, "lesson.unreadable", "This lesson could not be read. Begin a new one.");
        app_notice(app, "%.*s (%s)", SV_ARG(text), status_text(status));
        arena_release(&run->texts);
        scene_free(app, run, sizeof *run);
        return NULL;
    }
    begin_for_nobody(run, app);
    run->step = step_of(run);
    return run;
}

void lesson_run_destroy(App *app, LessonRun *run)
{
    if (run) {
        debrief_content_destroy(app, run->debrief);
        lesson_release(&run->lesson);
        arena_release(&run->texts);
        scene_free(app, run, sizeof *run);
    }
}

bool lesson_run_is_short(const LessonRun *run)
{
    return run->lesson.minutes <= LESSON_MINUTES_SHORT;
}

bool lesson_run_measures(const LessonRun *run)
{
    return run->lesson.minutes >= LESSON_MINUTES_LONG;
}

bool lesson_run_open_story(LessonRun *run, App *app)
{
    Lesson *lesson = &run->lesson;
    for (; lesson->story_index < lesson->story_count; lesson->story_index++) {
        LessonStory *story = lesson->stories[lesson->story_index];
        const LevelPack *pack;
        if (story->is_finished) {
            continue;
        }
        const LevelEntry *level = app_find_level(app, story->key, &pack);
        if (level) {
            app->parts.pack = pack;
            run->level = level;
            run->story = story;
            (void)play_fetch(app, level); /* its pictures come while the class talks */
            return true;
        }
        StrView text = TR(app->parts.catalogue, "lesson.no_story", "This story is not on this computer any more:");
        app_notice(app, "%.*s %.*s", SV_ARG(text), SV_ARG(story->title));
    }
    run->level = NULL;
    run->story = NULL;
    return false;
}

void lesson_run_keep(LessonRun *run, App *app)
{
    Status status = shelf_keep(app_store(app), app->parts.alloc, &run->lesson);
    if (status == STATUS_OK) {
        run->is_lost_told = false;
    } else if (!run->is_lost_told) {
        StrView text = TR(app->parts.catalogue, "lesson.not_kept", "The lesson could not be saved on this computer. It goes on, and is tried again with each step.");
        app_notice(app, "%.*s (%s: %s)", SV_ARG(text), app_store(app)->file, status_text(status));
        run->is_lost_told = true;
    }
}

/* --- the second display ----------------------------------------------------------------------------- */

void lesson_run_displays(LessonRun *run, App *app)
{
    PlatformCanvas canvas;
    bool is_there = has_second(app, &canvas);
    if (run->had_second && !is_there) {
        StrView text = TR(app->parts.catalogue, "lesson.second_gone", "The second screen is gone. The lesson goes on. Your notes are on the key N.");
        app_notice(app, "%.*s", SV_ARG(text));
    }
    run->had_second = is_there;
    run->second_state = 0;
    app_touch(app);
}

static void show_notes(LessonRun *run, App *app)
{
    PlatformCanvas canvas;
    if (!has_second(app, &canvas)) {
        scene_stack_push(&app->scenes, lesson_notes_scene_create(app, run));
    }
}

bool lesson_run_input(LessonRun *run, App *app, const InputEvent *event)
{
    if (event->kind == INPUT_NOTES) {
        show_notes(run, app);
    } else if (event->kind == INPUT_DISPLAYS) {
        lesson_run_displays(run, app);
    } else if (event->kind == INPUT_MENU) {
        scene_stack_push(&app->scenes, lesson_menu_scene_create(app, run));
    } else if (event->kind == INPUT_FORWARD && app->notice.len) {
        strbuf_clear(&app->notice); /* a presenter's remote has no other key for it */
    } else {
        return false;
    }
    return true;
}

/* Made anew only when it would look otherwise. */
void lesson_run_second(LessonRun *run, App *app, const UiFrame *frame)
{
    PlatformCanvas canvas;
    if (!has_second(app, &canvas)) {
        return;
    }
    run->had_second = true;
    uint64_t state = lesson_notes_state(run);
    if (state == run->second_state) {
        return;
    }
    run->second_state = state;
    Arena arena;
    DrawList list;
    SpeakList unheard = { 0 };
    Ui ui = { .layouts = NULL };
    arena_init(&arena, app->parts.alloc, 65536);
    draw_list_begin(&list, &arena, canvas.width, canvas.height);
    speak_list_begin(&unheard, &arena, SV("notes"));
    UiFrame page = *frame;
    page.ui = &ui;
    page.draw = &list;
    page.speak = &unheard;
    page.arena = &arena;
    page.text_scale = 1;
    page.width = canvas.width;
    page.height = canvas.height;
    lesson_notes_draw(run, false, &page);
    app->parts.platform->ops->present_second(app->parts.platform, &list);
    arena_release(&arena);
}

void lesson_run_end_second(LessonRun *run, App *app)
{
    PlatformCanvas canvas;
    run->second_state = 0;
    if (has_second(app, &canvas)) {
        app->parts.platform->ops->present_second(app->parts.platform, NULL);
    }
}
