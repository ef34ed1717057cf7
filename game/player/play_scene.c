#include "lesson_internal.h"
#include "play_internal.h"

#include "sango/base/log.h"
#include "sango/player/loading.h"
#include "sango/player/widgets.h"

/* The scene that plays a level: what each input does, and when it moves by itself. */
enum { ENTRANCE_MS = 700 };

/* Also after the pause. The story begins here and not at creation: its first event may
 * already ask for the next screen. */
static void play_enter(Scene *scene, App *app)
{
    PlayScene *play = (PlayScene *)scene;
    stage_set_reduced_motion(play->stage, app->settings.reduced_motion);
    stage_update(play->stage, app->now_ms);
    stage_fit(play->stage, app->draw.width, app->draw.height);
    play->page_ms = app->now_ms;
    if (play->lesson && play->has_begun) {
        lesson_play_enter(play, app);
    }
    if (!play->has_begun) {
        play->has_begun = true;
        if (!play->is_measure && !play->lesson) {
            app_note(app, &(AppNote){ .kind = APP_NOTE_BEGUN, .level = play->level->key });
        }
        play_go_on(play, app);
        if (play->mode != PLAY_MODE_OVER) {
            play_meter_settle(play);
        }
    }
}

static void play_destroy(Scene *scene, App *app)
{
    PlayScene *play = (PlayScene *)scene;
    (void)app_voice(app, SV(""));
    lesson_play_destroy(app, play->lesson);
    level_session_destroy(play->session);
    yarn_program_destroy(play->program);
    stage_destroy(play->stage);
    debrief_content_destroy(app, play->debrief);
    strbuf_release(&play->journal);
    arena_release(&play->line_arena);
    arena_release(&play->option_arena);
    arena_release(&play->past_arena);
    scene_free(app, play, sizeof *play);
}

static void play_activate(Scene *scene, App *app, uint32_t id)
{
    PlayScene *play = (PlayScene *)scene;
    if (play->mode == PLAY_MODE_OVER) {
        return;
    }
    if ((play->lesson && lesson_play_activate(play, app, id)) || activity_activate(play, app, id) || play_pair_activate(play, app, id)) {
        return;
    }
    if (id == PLAY_NEXT) {
        play_go_on(play, app);
    } else if (id == PLAY_WHY) {
        play->why_is_open = true;
        play_remember(play, play->why.speaker, play->why.text);
    } else if (id == PLAY_ANOTHER || id == PLAY_REWIND) {
        play_rewind(play, app);
    } else if (id == PLAY_HISTORY) {
        scene_stack_push(&app->scenes, history_scene_create(app, play));
    } else if (id == WIDGET_MENU) {
        scene_stack_push(&app->scenes, pause_scene_create(app));
    } else if (id == WIDGET_NOTICE_OK) {
        strbuf_clear(&app->notice);
    } else if (id >= PLAY_OPTION && id - PLAY_OPTION < play->option_count && play->mode == PLAY_MODE_OPTIONS) {
        play_choose(play, app, id - PLAY_OPTION);
    }
}

static void play_back(Scene *scene, App *app)
{
    PlayScene *play = (PlayScene *)scene;
    scene_stack_push(&app->scenes, play->lesson ? lesson_menu_scene_create(app, play->lesson->run) : pause_scene_create(app));
}

static bool is_on_target(const Ui *ui, float x, float y)
{
    for (size_t i = 0; i < ui->target_count; i++) {
        if (rect_contains(ui->targets[i].rect, x, y)) {
            return true;
        }
    }
    return false;
}

/* A tap beside everything turns the page; some keys act whatever has the focus. */
static bool play_input(Scene *scene, App *app, const InputEvent *event)
{
    PlayScene *play = (PlayScene *)scene;
    if (play->lesson && lesson_play_input(play, app, event)) {
        return true;
    }
    if (play->mode == PLAY_MODE_ACTIVITY && activity_input(play, app, event)) {
        return true;
    }
    if (play_pair_input(play, app, event)) {
        return true;
    }
    bool is_free = event->kind == INPUT_POINT_UP && !app->ui.pressed && !is_on_target(&app->ui, event->x, event->y);
    if (play->mode == PLAY_MODE_WAIT && (is_free || event->kind == INPUT_CONFIRM)) {
        play_go_on(play, app);
        return true;
    }
    if (is_free && play->mode == PLAY_MODE_LINE) {
        play_sound(play, app, SV("page"));
        play_activate(scene, app, PLAY_NEXT);
        return true;
    }
    if (event->kind == INPUT_UNDO) {
        play_rewind(play, app);
    } else if (event->kind == INPUT_HISTORY) {
        scene_stack_push(&app->scenes, history_scene_create(app, play));
    } else if (event->kind == INPUT_MENU) {
        scene_stack_push(&app->scenes, pause_scene_create(app));
    } else {
        return false;
    }
    return true;
}

static void play_update(Scene *scene, App *app, uint64_t now_ms)
{
    PlayScene *play = (PlayScene *)scene;
    if (play->mode == PLAY_MODE_OVER) {
        return;
    }
    stage_update(play->stage, now_ms);
    stage_fit(play->stage, app->draw.width, app->draw.height);
    play_meter_update(play, app);
    bool is_waited = play->mode == PLAY_MODE_WAIT && now_ms >= play->wait_until_ms;
    if (is_waited || play_page_is_over(play, app)) {
        play_go_on(play, app);
        app_touch(app);
    }
    play_pair_update(play, app);
}

/* Saved after the picture, so that a page turns at once. */
static void play_shown(Scene *scene, App *app)
{
    PlayScene *play = (PlayScene *)scene;
    if (play->mode != PLAY_MODE_OVER) {
        play_save(play, app);
    }
}

/* Of two deadlines; -1 is never. */
static int sooner(int one, int other)
{
    return one < 0 || (other >= 0 && other < one) ? other : one;
}

static int play_deadline_ms(const Scene *scene, const App *app)
{
    const PlayScene *play = (const PlayScene *)scene;
    int stage = stage_deadline_ms(play->stage);
    int own = -1;
    if (play->mode == PLAY_MODE_WAIT) {
        own = play->wait_until_ms > app->now_ms ? (int)(play->wait_until_ms - app->now_ms) : 0;
    } else if (app->now_ms < play->shown_ms + ENTRANCE_MS && !app->settings.reduced_motion) {
        own = 0; /* cards are still coming in */
    }
    int meter = play_meter_deadline_ms(play, app->now_ms);
    own = meter >= 0 ? meter : own;
    int lesson = play->lesson ? lesson_play_deadline_ms(play, app) : -1;
    own = lesson >= 0 ? lesson : own;
    int activity = activity_deadline_ms(play, app->now_ms);
    own = activity >= 0 ? activity : own;
    int caption = play_caption_deadline_ms(play, app->now_ms);
    own = own < 0 || (caption >= 0 && caption < own) ? caption : own;
    own = sooner(own, play_page_deadline_ms(play, app));
    own = sooner(own, play_pair_deadline_ms(play, app));
    return sooner(stage, own);
}

PlayScene *play_make(App *app, const LevelEntry *level)
{
    static const SceneOps ops = {
        .name = "play",
        .opaque = true,
        .enter = play_enter,
        .destroy = play_destroy,
        .input = play_input,
        .activate = play_activate,
        .back = play_back,
        .update = play_update,
        .draw = play_draw,
        .shown = play_shown,
        .deadline_ms = play_deadline_ms,
    };
    PlayScene *play = scene_new(app, sizeof *play);
    if (!play) {
        return NULL;
    }
    play->base.ops = &ops;
    play->level = level;
    arena_init(&play->line_arena, app->parts.alloc, 1024);
    arena_init(&play->option_arena, app->parts.alloc, 1024);
    arena_init(&play->past_arena, app->parts.alloc, 8192);
    strbuf_init(&play->journal, app->parts.alloc);
    return play;
}

Scene *play_open_scene(PlayScene *play, App *app)
{
    StrBuf mistakes;
    strbuf_init(&mistakes, app->parts.alloc);
    Scene *scene = &play->base;
    if (play_open(play, app, &mistakes) != STATUS_OK) {
        log_line(LOG_ERROR, "%s", mistakes.data);
        scene = fault_scene_create(app, strbuf_view(&mistakes));
        play_destroy(&play->base, app);
    }
    strbuf_release(&mistakes);
    return scene;
}

static StrView group_of(StrBuf *name, const LevelEntry *level)
{
    strbuf_printf(name, "level/%.*s", SV_ARG(level->key));
    return strbuf_view(name);
}

float play_fetch(App *app, const LevelEntry *level)
{
    StrBuf name;
    strbuf_init(&name, app->parts.alloc);
    float common = app_fetch(app, SV("play")), own = app_fetch(app, group_of(&name, level));
    strbuf_release(&name);
    return own < common ? own : common;
}

static Scene *open_level(App *app, const LevelEntry *level)
{
    PlayScene *play = play_make(app, level);
    return play ? play_open_scene(play, app) : NULL;
}

static Scene *make_level(App *app, StrView key)
{
    const LevelEntry *level = app_find_level(app, key, NULL);
    return level ? open_level(app, level) : NULL;
}

/* Two groups, one after the other on the same page. */
static Scene *when_common_came(App *app, StrView key)
{
    StrBuf name;
    strbuf_init(&name, app->parts.alloc);
    strbuf_printf(&name, "level/%.*s", SV_ARG(key));
    Scene *scene = scene_when_fetched(app, strbuf_view(&name), make_level, key);
    strbuf_release(&name);
    return scene;
}

Scene *play_scene_create(App *app, const LevelEntry *level)
{
    return play_fetch(app, level) >= 1 ? open_level(app, level) : loading_scene_create(app, SV("play"), when_common_came, level->key);
}

Scene *play_measure_create(App *app, StrView world, MeasureTime time, const LevelEntry *next)
{
    const LevelEntry *measure = level_pack_measure(app->parts.pack, app->player.band);
    PlayScene *play = measure ? play_make(app, measure) : NULL;
    if (!play) {
        return NULL;
    }
    play->is_measure = true;
    play->measure_world = world;
    play->measure_time = time;
    play->measure_next = next;
    return play_open_scene(play, app);
}
