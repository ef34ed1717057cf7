#include "lesson_internal.h"

#include "measure_internal.h"
#include "sango/level/words.h"
#include "sango/player/widgets.h"

/* A lesson from its first question to its end: a step is a page of this scene, or a scene above it that comes back here. */
typedef struct LessonScene {
    Scene base;
    LessonRun *run; /* owned */
    StrBuf message; /* about a paper that was written */
    bool has_begun;
} LessonScene;

static void begin_step(LessonScene *scene, App *app, LessonStep step);

/* --- questions that are not the story's ------------------------------------------------------------------------ */

static void ask_deal(LessonRun *run, const Catalogue *texts)
{
    run->ask = (LessonAsk){ .key = SV("deal"),
                            .question = TR(texts, "lesson.deal_question", "We talk about the story, not about each other. Nobody has to speak. Is it a deal?"),
                            .prompt = TR(texts, "lesson.deal_prompt", "Two rules. Talk about them."),
                            .option_count = 2 };
    run->ask.options[0] = (LessonAskOption){ SV(""), TR(texts, "lesson.deal_yes", "It's a deal!"), true };
    run->ask.options[1] = (LessonAskOption){ SV(""), TR(texts, "lesson.deal_talk", "Let's talk about it first."), true };
    lesson_ask_begin(&run->ask, LESSON_ASK_DEAL);
    run->is_asking = true;
}

static void ask_item(LessonRun *run)
{
    const LessonItem *item = &run->items[run->item];
    run->ask = (LessonAsk){ .key = item->id, .question = item->question, .question_id = item->id, .option_count = item->option_count };
    for (size_t i = 0; i < item->option_count; i++) {
        run->ask.options[i] = (LessonAskOption){ SV(""), item->options[i], true };
    }
    lesson_ask_begin(&run->ask, LESSON_ASK_HANDS);
    run->is_asking = true;
}

static StrView world_of(const LessonRun *run, const App *app)
{
    const LevelEntry *level = run->lesson.story_count ? app_find_level(app, run->lesson.stories[0]->key, NULL) : NULL;
    return level ? level->world : SV("home");
}

static void begin_measure(LessonScene *scene, App *app, MeasureTime time)
{
    LessonRun *run = scene->run;
    run->item = 0;
    run->measure = (LessonMeasure){ .world = measure_world(&run->texts, app->parts.pack, world_of(run, app)), .time = time };
    ask_item(run);
}

static void count_item(LessonRun *run)
{
    const LessonItem *item = &run->items[run->item];
    for (size_t i = 0; i < item->option_count; i++) {
        run->measure.counts[item->figure][item->item][item->points[i]] += run->ask.vote.counts[i];
    }
}

static void end_measure(LessonScene *scene, App *app)
{
    LessonRun *run = scene->run;
    if (lesson_note_measure(&run->lesson, &run->measure) == STATUS_OK) {
        lesson_run_keep(run, app);
    }
    begin_step(scene, app, run->step == LESSON_STEP_BEFORE ? LESSON_STEP_STORY : LESSON_STEP_END);
}

/* The question on this scene's own page is answered, or passed over. */
static void end_question(LessonScene *scene, App *app, bool is_answered)
{
    LessonRun *run = scene->run;
    run->is_asking = false;
    if (run->step == LESSON_STEP_DEAL) {
        if (is_answered && run->ask.picked == 1) {
            ask_deal(run, app->parts.catalogue); /* after the talk */
            return;
        }
        begin_step(scene, app, LESSON_STEP_BEFORE);
        return;
    }
    if (is_answered) {
        count_item(run);
    }
    if (++run->item < run->item_count) {
        ask_item(run);
    } else {
        end_measure(scene, app);
    }
}

/* --- from step to step ------------------------------------------------------------------------------------------ */

static void open_story(LessonScene *scene, App *app)
{
    LessonRun *run = scene->run;
    Scene *story = lesson_run_open_story(run, app) ? lesson_play_create(app, run) : NULL;
    if (story) {
        scene_stack_push(&app->scenes, story);
    } else {
        begin_step(scene, app, LESSON_STEP_AFTER);
    }
}

static void open_debrief(LessonScene *scene, App *app)
{
    LessonRun *run = scene->run;
    Scene *debrief = run->debrief ? debrief_scene_create(app, run->debrief) : NULL;
    if (debrief) {
        run->debrief = NULL;
        scene_stack_push(&app->scenes, debrief);
    } else {
        begin_step(scene, app, LESSON_STEP_AFTER);
    }
}

static void begin_step(LessonScene *scene, App *app, LessonStep step)
{
    LessonRun *run = scene->run;
    run->step = step;
    run->is_asking = false;
    bool has_items = lesson_run_measures(run) && run->item_count > 0;
    switch (step) {
    case LESSON_STEP_DEAL:
        ask_deal(run, app->parts.catalogue);
        break;
    case LESSON_STEP_BEFORE:
        if (has_items) {
            begin_measure(scene, app, MEASURE_BEFORE);
        } else {
            begin_step(scene, app, LESSON_STEP_STORY);
        }
        break;
    case LESSON_STEP_STORY:
        open_story(scene, app);
        break;
    case LESSON_STEP_DEBRIEF:
        open_debrief(scene, app);
        break;
    case LESSON_STEP_AFTER:
        if (has_items) {
            begin_measure(scene, app, MEASURE_AFTER);
        } else {
            begin_step(scene, app, LESSON_STEP_END);
        }
        break;
    case LESSON_STEP_END:
        run->lesson.is_over = true;
        app_music(app, SV("theme"));
        app_sound(app, SV("fanfare"));
        lesson_run_keep(run, app);
        break;
    }
}

static void leave(LessonScene *scene, App *app)
{
    lesson_run_end_second(scene->run, app);
    scene_stack_pop(&app->scenes, 1);
}

/* What was wished for in the pause; false when nothing was. */
static bool take_wish(LessonScene *scene, App *app)
{
    LessonRun *run = scene->run;
    LessonWish wish = run->wish;
    run->wish = LESSON_WISH_NONE;
    switch (wish) {
    case LESSON_WISH_NONE:
        return false;
    case LESSON_WISH_SKIP_QUESTION:
        if (run->is_asking) {
            end_question(scene, app, false);
        }
        return true;
    case LESSON_WISH_SKIP_STORY:
        run->lesson.story_index++;
        begin_step(scene, app, run->lesson.story_index < run->lesson.story_count ? LESSON_STEP_STORY : LESSON_STEP_AFTER);
        return true;
    case LESSON_WISH_END:
        begin_step(scene, app, LESSON_STEP_END);
        return true;
    case LESSON_WISH_STOP:
        lesson_run_keep(run, app);
        leave(scene, app);
        return true;
    }
    return false;
}

static void lesson_enter(Scene *base, App *app)
{
    LessonScene *scene = (LessonScene *)base;
    LessonRun *run = scene->run;
    if (!scene->has_begun) {
        scene->has_begun = true;
        app_music(app, SV("calm"));
        begin_step(scene, app, run->step);
    } else if (take_wish(scene, app)) {
        return;
    } else if (run->step == LESSON_STEP_STORY) {
        run->lesson.story_index++; /* finished, or it could not be played */
        begin_step(scene, app, run->debrief ? LESSON_STEP_DEBRIEF : LESSON_STEP_AFTER);
    } else if (run->step == LESSON_STEP_DEBRIEF) {
        begin_step(scene, app, run->lesson.story_index < run->lesson.story_count ? LESSON_STEP_STORY : LESSON_STEP_AFTER);
    }
}

static void lesson_destroy(Scene *base, App *app)
{
    LessonScene *scene = (LessonScene *)base;
    lesson_run_destroy(app, scene->run);
    strbuf_release(&scene->message);
    scene_free(app, scene, sizeof *scene);
}

/* --- the end ------------------------------------------------------------------------------------------------------ */

static void play_another(LessonScene *scene, App *app)
{
    LessonRun *run = scene->run;
    LessonPlan plan = { .band = run->lesson.band, .minutes = run->lesson.minutes };
    lesson_plan_suggest(app, &plan, 0);
    if (plan.level_count == 0) {
        return;
    }
    LessonStory *story = lesson_add_story(&run->lesson, plan.levels[0]->key, level_entry_title(app->parts.catalogue, plan.levels[0]));
    if (!story || story->is_finished) { /* every story was played: nothing of it is lost by going on another day */
        return;
    }
    run->lesson.is_over = false;
    run->lesson.story_index = run->lesson.story_count - 1;
    begin_step(scene, app, LESSON_STEP_STORY);
}

static void activate_end(LessonScene *scene, App *app, uint32_t id)
{
    switch (id) {
    case LESSON_END_REPORT:
        lesson_write_report(scene->run, app, &scene->message);
        break;
    case LESSON_END_HOME:
        lesson_write_kit(scene->run, app, KIT_PAGE_TAKEHOME, &scene->message);
        break;
    case LESSON_END_CERTIFICATE:
        lesson_write_kit(scene->run, app, KIT_PAGE_CERTIFICATE, &scene->message);
        break;
    case LESSON_END_ANOTHER:
        play_another(scene, app);
        break;
    case LESSON_END_DONE:
        leave(scene, app);
        break;
    default:
        break;
    }
}

static void lesson_activate(Scene *base, App *app, uint32_t id)
{
    LessonScene *scene = (LessonScene *)base;
    LessonRun *run = scene->run;
    if (id == WIDGET_NOTICE_OK) {
        strbuf_clear(&app->notice);
    } else if (id == LESSON_NOTES) {
        (void)lesson_run_input(run, app, &(InputEvent){ .kind = INPUT_NOTES });
    } else if (id == WIDGET_MENU) {
        scene_stack_push(&app->scenes, lesson_menu_scene_create(app, run));
    } else if (run->step == LESSON_STEP_END) {
        activate_end(scene, app, id);
    } else if (run->is_asking && lesson_ask_activate(&run->ask, app, id)) {
        end_question(scene, app, true);
    }
}

static void lesson_back(Scene *base, App *app)
{
    LessonScene *scene = (LessonScene *)base;
    if (scene->run->step == LESSON_STEP_END) {
        leave(scene, app);
    } else {
        scene_stack_push(&app->scenes, lesson_menu_scene_create(app, scene->run));
    }
}

static bool lesson_input(Scene *base, App *app, const InputEvent *event)
{
    LessonScene *scene = (LessonScene *)base;
    LessonRun *run = scene->run;
    bool is_done = false;
    if (lesson_run_input(run, app, event)) {
        return true;
    }
    if (!run->is_asking || !lesson_ask_input(&run->ask, app, event, &is_done)) {
        return false;
    }
    if (is_done) {
        end_question(scene, app, true);
    }
    return true;
}

static int lesson_deadline_ms(const Scene *base, const App *app)
{
    const LessonRun *run = ((const LessonScene *)base)->run;
    return run->is_asking ? lesson_ask_deadline_ms(&run->ask, app) : -1;
}

/* --- how it looks ------------------------------------------------------------------------------------------------- */

static void draw_top(const LessonRun *run, UiFrame *frame)
{
    const Catalogue *texts = frame->catalogue;
    float x = frame->width - 136;
    ui_button(frame, &(UiButton){ .id = WIDGET_MENU, .rect = { x, 26, 104, 104 }, .label = TR(texts, "play.pause", "Pause"), .icon = SV("ui/btn_menu"), .style = UI_BUTTON_ROUND });
    if (!run->had_second) {
        ui_button(frame, &(UiButton){ .id = LESSON_NOTES, .rect = { x - 120, 26, 104, 104 }, .label = TR(texts, "lesson.notes", "Notes for teachers"),
                                      .icon = SV("ui/btn_notes"), .style = UI_BUTTON_ROUND });
    }
}

static void lesson_draw(Scene *base, App *app, UiFrame *frame)
{
    LessonScene *scene = (LessonScene *)base;
    const LessonRun *run = scene->run;
    if (frame->text_scale < LESSON_TEXT_SCALE) {
        frame->text_scale = LESSON_TEXT_SCALE;
    }
    screen_background(frame, SV("title"), SV("dawn"));
    if (run->is_asking) {
        ui_begin(frame, lesson_ask_title(&run->ask, frame), lesson_ask_focus(&run->ask));
        lesson_ask_draw(&run->ask, frame);
        draw_top(run, frame);
    } else if (run->step == LESSON_STEP_END) {
        lesson_end_draw(run, strbuf_view(&scene->message), frame);
    } else {
        ui_begin(frame, TR(frame->catalogue, "lesson.screen", "Lesson"), 0); /* another scene is on its way */
    }
    screen_notice(app, frame);
    ui_end(frame);
    lesson_run_second(scene->run, app, frame);
}

Scene *lesson_scene_create(App *app, LessonRun *run)
{
    static const SceneOps ops = {
        .name = "lesson",
        .opaque = true,
        .enter = lesson_enter,
        .destroy = lesson_destroy,
        .input = lesson_input,
        .activate = lesson_activate,
        .back = lesson_back,
        .draw = lesson_draw,
        .deadline_ms = lesson_deadline_ms,
    };
    LessonScene *scene = run ? scene_new(app, sizeof *scene) : NULL;
    if (!scene) {
        lesson_run_destroy(app, run);
        return NULL;
    }
    scene->base.ops = &ops;
    scene->run = run;
    strbuf_init(&scene->message, app->parts.alloc);
    return &scene->base;
}

Scene *lesson_resume_create(App *app, StrView id)
{
    return lesson_scene_create(app, lesson_run_resume(app, id));
}
