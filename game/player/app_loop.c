#include "app_internal.h"

#include "sango/player/scenes.h"
#include "watch.h"

/* The loop: shows what changed, waits, hands on what happened. A page before which nobody does anything falls silent when its
 * figures stand still. */
enum { FRAME_MS = 16, SOUND_REST_MS = 20000 };

static UiFrame make_frame(App *app, DrawList *draw, SpeakList *speak, Ui *ui, Arena *arena)
{
    return (UiFrame){
        .ui = ui,
        .draw = draw,
        .speak = speak,
        .arena = arena,
        .measure = app->parts.measure,
        .catalogue = app->parts.catalogue,
        .theme = app_theme(app),
        .text_scale = (float)app->settings.text_percent / 100.0f,
        .mirrored = app->parts.catalogue->rtl,
        .reduced_motion = app->settings.reduced_motion,
        .now_ms = app->now_ms,
        .width = draw->width,
        .height = draw->height,
    };
}

/* Scenes under the top one are seen but neither spoken nor touched. */
static void draw_below(App *app, uint32_t top)
{
    uint32_t first = top;
    while (first > 0 && !app->scenes.scenes[first]->ops->opaque) {
        first--;
    }
    for (uint32_t i = first; i < top; i++) {
        SpeakList unheard = { 0 };
        arena_reset(&app->below_arena);
        speak_list_begin(&unheard, &app->below_arena, SV("below"));
        UiFrame frame = make_frame(app, &app->draw, &unheard, &app->below_ui, &app->frame_arena);
        Scene *scene = app->scenes.scenes[i];
        scene->ops->draw(scene, app, &frame);
    }
}

static bool can_sound_rest(const App *app)
{
    return app->parts.platform->ops->rest_sound && app->is_sound_started && !app->is_sound_resting;
}

static void rest_if_quiet(App *app)
{
    if (can_sound_rest(app) && app->now_ms >= app->active_ms + SOUND_REST_MS) {
        app->is_sound_resting = true;
        app->parts.platform->ops->rest_sound(app->parts.platform, true);
    }
}

static int until(const App *app, uint64_t due_ms)
{
    return due_ms > app->now_ms ? (int)(due_ms - app->now_ms) : 0;
}

/* Milliseconds until the picture changes by itself; -1 never. One that moves is shown at
 * most every FRAME_MS. */
static int picture_deadline(const App *app)
{
    const Scene *top = scene_stack_top(&app->scenes);
    const AppOver *over = app->parts.over;
    if (app->dirty) {
        return 0;
    }
    int over_wait = over && over->deadline_ms ? over->deadline_ms(over, app) : -1;
    int wait = app->focused && top->ops->deadline_ms ? top->ops->deadline_ms(top, app) : -1;
    wait = wait < 0 || (over_wait >= 0 && over_wait < wait) ? over_wait : wait;
    return wait < 0 ? -1 : until(app, app->presented_ms + (uint64_t)(wait > FRAME_MS ? wait : FRAME_MS));
}

static void draw_and_present(App *app)
{
    Platform *platform = app->parts.platform;
    PlatformCanvas canvas = platform->ops->canvas(platform);
    arena_reset(&app->frame_arena);
    draw_list_begin(&app->draw, &app->frame_arena, canvas.width, canvas.height);
    uint32_t top = app->scenes.count - 1;
    draw_below(app, top);
    Scene *scene = app->scenes.scenes[top];
    speak_list_begin(&app->speak, &app->frame_arena, strview_from_cstr(scene->ops->name));
    UiFrame frame = make_frame(app, &app->draw, &app->speak, &app->ui, &app->frame_arena);
    scene->ops->draw(scene, app, &frame);
    if (app->parts.over && app->parts.over->draw) {
        app->parts.over->draw(app->parts.over, app, &frame);
    }
    platform->ops->present(platform, &app->draw);
    if (platform->ops->announce) {
        platform->ops->announce(platform, &app->speak);
    }
    app->dirty = false;
    app->presented_ms = app->now_ms;
    app->due_ms = 0;
    if (app->store && scene->ops->shown) {
        scene->ops->shown(scene, app);
    }
}

/* What is not needed for the first picture comes after it: the store, the sound. */
static void start_rest(App *app)
{
    if (app->store) {
        return;
    }
    app->store = app->parts.open_store(app->parts.user, &app->notice);
    settings_load(&app->settings, app->store, STORE_EVERYBODY);
    app_apply_settings(app);
    Scene *top = scene_stack_top(&app->scenes);
    if (top && top->ops->enter) {
        top->ops->enter(top, app);
    }
}

/* The clock of the screens never goes back, and over a gap in which the machine slept it goes on from where it was: what moves
 * would stand still until the old time comes again, or be over at once. */
static void take_time(App *app)
{
    enum { GAP_MS = 60 * 60 * 1000 };
    uint64_t now_ms = app->parts.platform->ops->now_ms(app->parts.platform);
    if (now_ms > app->clock_ms && now_ms - app->clock_ms < GAP_MS) {
        app->now_ms += now_ms - app->clock_ms;
    }
    app->clock_ms = now_ms;
}

/* Until there is something to do without an event: the picture, a sound that rests, the file that is watched. */
typedef struct Wait {
    int ms; /* -1: never */
    bool looks_first; /* at the file */
} Wait;

/* What is due stays so until it is shown: who asks late must not be told of the time after it. */
static int picture_wait(App *app)
{
    int deadline = picture_deadline(app);
    uint64_t due_ms = app->now_ms + (uint64_t)(deadline > 0 ? deadline : 0);
    if (deadline >= 0 && (app->due_ms == 0 || due_ms < app->due_ms)) {
        app->due_ms = due_ms;
    }
    return app->dirty ? 0 : app->due_ms == 0 ? -1 : until(app, app->due_ms);
}

static Wait find_wait(App *app)
{
    int deadline = picture_wait(app);
    if (deadline < 0 && can_sound_rest(app)) {
        deadline = until(app, app->active_ms + SOUND_REST_MS);
    }
    int look = watch_deadline_ms(app->watch, app);
    bool looks_first = look >= 0 && (deadline < 0 || look < deadline);
    return (Wait){ looks_first ? look : deadline, looks_first };
}

int app_wait_ms(App *app)
{
    return app->scenes.changed ? 0 : find_wait(app).ms;
}

static bool step(App *app)
{
    Platform *platform = app->parts.platform;
    InputEvent event = { 0 };
    Wait wait = find_wait(app);
    bool had_event = platform->ops->wait_event(platform, wait.ms, &event);
    take_time(app);
    if (had_event) {
        app_take_event(app, &event);
    } else if (app->due_ms != 0 && app->now_ms >= app->due_ms) {
        app_touch(app); /* the time of something that moves has come */
    }
    rest_if_quiet(app);
    watch_update(app->watch, app);
    Scene *top = scene_stack_top(&app->scenes);
    if (top->ops->update) {
        top->ops->update(top, app, app->now_ms);
    }
    if (app->parts.over && app->parts.over->update) {
        app->parts.over->update(app->parts.over, app, app->now_ms);
    }
    if (platform->ops->alive) {
        platform->ops->alive(platform);
    }
    return had_event;
}

/* What comes at once instead of the title; it stands on it. */
static Status open_asked(App *app)
{
    const AppParts *parts = &app->parts;
    if (parts->level.len == 0 && !parts->opens_lesson && !parts->watched) {
        return STATUS_OK;
    }
    (void)scene_stack_settle(&app->scenes, app);
    start_rest(app); /* all of them need the store */
    if (parts->level.len) {
        scene_stack_push(&app->scenes, first_level_create(app, parts->level));
    } else if (parts->opens_lesson) {
        scene_stack_push(&app->scenes, lesson_setup_create(app));
    }
    return parts->watched ? watch_begin(&app->watch, app, parts->watched) : STATUS_OK;
}

Status app_begin(App *app, Scene *first)
{
    Platform *platform = app->parts.platform;
    scene_stack_push(&app->scenes, first);
    app->now_ms = app->clock_ms = platform->ops->now_ms(platform);
    return first ? open_asked(app) : STATUS_NOMEM;
}

AppTurn app_turn(App *app)
{
    if (app->quit) {
        return APP_TURN_OVER;
    }
    if (scene_stack_settle(&app->scenes, app) != STATUS_OK) {
        app_notice(app, "Too many screens were open; the last one was closed.");
    }
    if (app->scenes.count == 0) {
        return APP_TURN_OVER;
    }
    if (app->scenes.changed) {
        app->scenes.changed = false;
        app_touch(app);
    }
    if (app->dirty) {
        draw_and_present(app);
        start_rest(app);
    }
    return step(app) ? APP_TURN_EVENT : APP_TURN_NONE;
}

Status app_run(App *app, Scene *first)
{
    Status status = app_begin(app, first);
    while (status == STATUS_OK && app_turn(app) != APP_TURN_OVER) {
    }
    return status;
}
