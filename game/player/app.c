#include "sango/player/app.h"

#include "sango/base/log.h"
#include "sango/player/scenes.h"
#include "app_internal.h"
#include "watch.h"

#include <stdio.h>

/* A page before which nobody does anything falls silent when its figures stand still. */
enum { FRAME_BLOCK_BYTES = 256 * 1024, FRAME_MS = 16, SOUND_REST_MS = 20000 };

Status app_init(App *app, const AppParts *parts)
{
    *app = (App){ .parts = *parts, .settings = parts->settings ? *parts->settings : settings_default(), .dirty = true, .focused = true };
    arena_init(&app->player_texts, parts->alloc, 256);
    arena_init(&app->frame_arena, parts->alloc, FRAME_BLOCK_BYTES);
    arena_init(&app->below_arena, parts->alloc, FRAME_BLOCK_BYTES);
    strbuf_init(&app->notice, parts->alloc);
    strbuf_init(&app->music, parts->alloc);
    strbuf_append(&app->notice, parts->notice);
    rng_seed(&app->rng, parts->seed);
    app_set_players(app, parts->players);
    if (app->notice.failed || ui_layouts_create(parts->alloc, &app->layouts) != STATUS_OK) {
        app_release(app);
        return STATUS_NOMEM;
    }
    app->ui.layouts = app->layouts;
    return STATUS_OK;
}

void app_release(App *app)
{
    scene_stack_clear(&app->scenes, app);
    watch_end(app->watch, app);
    app_end_unkept(app);
    if (app->store) {
        app->store->ops->close(app->store);
    }
    ui_layouts_destroy(app->layouts);
    strbuf_release(&app->notice);
    strbuf_release(&app->music);
    arena_release(&app->player_texts);
    arena_release(&app->frame_arena);
    arena_release(&app->below_arena);
}

void app_set_players(App *app, unsigned players)
{
    app->players = players == 2 ? 2 : 1;
}

void app_touch(App *app)
{
    app->dirty = true;
}

void app_notice(App *app, const char *fmt, ...)
{
    StrBuf text;
    strbuf_init(&text, app->parts.alloc);
    va_list args;
    va_start(args, fmt);
    strbuf_vprintf(&text, fmt, args);
    va_end(args);
    log_line(LOG_WARNING, "%s", text.data);
    strbuf_clear(&app->notice);
    strbuf_append(&app->notice, strbuf_view(&text));
    strbuf_release(&text);
    app_touch(app);
}

void app_note(App *app, const AppNote *note)
{
    if (app->parts.over && app->parts.over->noted) {
        app->parts.over->noted(app->parts.over, app, note);
    }
}

static StrView date_text(App *app, Arena *arena, bool has_hour)
{
    const PlatformOps *ops = app->parts.platform->ops;
    PlatformDate date;
    char text[16];
    if (!ops->date || !ops->date(app->parts.platform, &date) || date.year > 9999) {
        return SV("");
    }
    int len = snprintf(text, sizeof text, has_hour ? "%04d-%02d-%02dT%02d" : "%04d-%02d-%02d", date.year, date.month, date.day, date.hour);
    return len > 0 && (size_t)len < sizeof text ? arena_copy(arena, (StrView){ text, (size_t)len }) : SV("");
}

StrView app_day(App *app, Arena *arena)
{
    return date_text(app, arena, false);
}

StrView app_hour(App *app, Arena *arena)
{
    return date_text(app, arena, true);
}

/* --- sound ------------------------------------------------------------------------- */

void app_stay_awake(App *app)
{
    app->active_ms = app->now_ms;
    if (app->is_sound_resting) {
        app->is_sound_resting = false;
        app->parts.platform->ops->rest_sound(app->parts.platform, false);
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

void app_sound(App *app, StrView name)
{
    if (app->settings.effects > 0) {
        app_stay_awake(app);
        app->parts.platform->ops->play_sound(app->parts.platform, name);
    }
}

uint32_t app_voice(App *app, StrView line_id)
{
    const PlatformOps *ops = app->parts.platform->ops;
    StrView id = line_id;
    char name[96];
    StrView prefix;
    if (!ops->play_voice || !app->is_sound_started) {
        return 0;
    }
    if (!strview_take(&id, ':', &prefix) || id.len == 0) {
        id = line_id; /* "line:0ab12cd" without its first word: no file name has a colon */
    }
    int len = snprintf(name, sizeof name, "%.*s/%.*s", SV_ARG(app->parts.catalogue->language), SV_ARG(id));
    bool is_named = id.len && len > 0 && (size_t)len < sizeof name && !strview_contains(id, SV("/")) && !strview_contains(id, SV("\\")); /* inside the folder */
    uint32_t length_ms = ops->play_voice(app->parts.platform, is_named ? (StrView){ name, (size_t)len } : SV(""));
    if (length_ms) {
        app_stay_awake(app);
    }
    return length_ms;
}

void app_music(App *app, StrView name)
{
    if (strview_equal(strbuf_view(&app->music), name)) {
        return;
    }
    strbuf_clear(&app->music);
    strbuf_append(&app->music, name);
    if (app->is_sound_started) {
        app_stay_awake(app);
        app->parts.platform->ops->play_music(app->parts.platform, name);
    }
}

/* --- settings and the player --------------------------------------------------------- */

void app_apply_settings(App *app)
{
    Platform *platform = app->parts.platform;
    const AppOver *over = app->parts.over;
    float share = over && over->volume ? over->volume(over) : 1.0f;
    PlatformVolumes volumes = {
        .music = share * (float)app->settings.music / SETTINGS_VOLUME_MAX,
        .effects = share * (float)app->settings.effects / SETTINGS_VOLUME_MAX,
        .voice = share,
        .mono = app->settings.mono,
    };
    platform->ops->set_volumes(platform, &volumes);
    platform->ops->set_fullscreen(platform, app->settings.fullscreen);
    if (platform->ops->set_look) {
        platform->ops->set_look(platform, strview_from_cstr(look_name((Look)app->settings.look)));
    }
    ui_layouts_clear(app->layouts); /* the window may have another size, the letters too */
    app_touch(app);
}

void app_set_catalogue(App *app, const Catalogue *catalogue)
{
    app->parts.catalogue = catalogue;
    ui_layouts_clear(app->layouts);
    app_touch(app);
}

void app_settings_changed(App *app)
{
    app_apply_settings(app);
    Status status = settings_save(&app->settings, app->store, app->player.id);
    if (status != STATUS_OK) {
        app_store_notice(app, status, "the settings could not be saved");
    }
}

void app_set_player(App *app, const StorePlayer *player)
{
    Arena texts;
    arena_init(&texts, app->parts.alloc, 256);
    StorePlayer kept = *player;
    if (kept.band > BAND_OLDER) {
        app_store_notice(app, STATUS_INVALID, "the band of a player is damaged and is asked again");
        kept.band = 0;
    }
    kept.nickname = arena_copy(&texts, player->nickname);
    kept.avatar = arena_copy(&texts, player->avatar);
    arena_release(&app->player_texts);
    app->player_texts = texts;
    app->player = kept;
    if (!nickname_parse(kept.nickname, &app->nickname)) {
        app->nickname = (Nickname){ .number = 1 };
    }
    settings_load(&app->settings, app->store, kept.id);
    app_apply_settings(app);
}

StrView app_nickname(App *app, Arena *arena)
{
    if (app->player.id == 0) {
        return SV("");
    }
    StrBuf name;
    strbuf_init(&name, app->parts.alloc);
    nickname_show(&app->nickname, app->parts.catalogue, &name);
    StrView copy = arena_copy(arena, strbuf_view(&name));
    strbuf_release(&name);
    return copy;
}

/* --- the loop ------------------------------------------------------------------ */

const Theme *app_theme(const App *app)
{
    return app->parts.themes ? &app->parts.themes[app->settings.look] : theme_day();
}

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

void app_start_sound(App *app)
{
    if (!app->is_sound_started) {
        app->is_sound_started = true;
        app->parts.platform->ops->play_music(app->parts.platform, strbuf_view(&app->music));
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
