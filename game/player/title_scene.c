#include "sango/player/loading.h"
#include "sango/player/scenes.h"
#include "sango/player/widgets.h"

/* The first picture. It is shown before the store is open; what depends on saved
 * games ("Go on") appears right after. */
enum { SANGO_H = 592, GREET_MS = 6000, GREET_FRAME_MS = 33 };
enum { TITLE_PLAY = 1, TITLE_CONTINUE, TITLE_SETTINGS, TITLE_QUIT, TITLE_GROWN_UPS };

typedef struct TitleScene {
    Scene base;
    const LevelEntry *last; /* a level that somebody left in the middle */
    const LevelPack *last_pack;
    StorePlayer last_player;
    Arena texts;
    uint64_t shown_ms;
} TitleScene;

static StorePlayer *find_player(StorePlayer *players, size_t count, int64_t id)
{
    for (size_t i = 0; i < count; i++) {
        if (players[i].id == id) {
            return &players[i];
        }
    }
    return NULL;
}

/* "last" holds "player/level" of the game that was left. */
static void find_last_game(TitleScene *title, App *app)
{
    Store *store = app_store(app);
    StrView last;
    StrView number;
    int32_t id;
    StorePlayer *players;
    size_t count;
    arena_reset(&title->texts);
    title->last = NULL;
    if (!app->parts.pack || store->ops->get(store, STORE_EVERYBODY, SV("last"), &title->texts, &last) != STATUS_OK ||
        !strview_take(&last, '/', &number) || !strview_to_int(number, &id) ||
        store->ops->players(store, &title->texts, &players, &count) != STATUS_OK) {
        return;
    }
    const StorePlayer *player = find_player(players, count, id);
    const LevelEntry *level = app_find_level(app, last, &title->last_pack);
    if (player && level) {
        title->last = level;
        title->last_player = *player;
    }
}

static void title_enter(Scene *scene, App *app)
{
    TitleScene *title = (TitleScene *)scene;
    title->shown_ms = app->now_ms;
    app_music(app, SV("theme"));
    if (app_store(app)) {
        find_last_game(title, app);
        if (title->last && !app->ui.focus_visible) {
            app->ui.focus = 0; /* "Go on" has come above what had it */
        }
        app_touch(app);
    }
}

/* Sango greets, then stands still: a page that waits costs nothing. */
static int title_deadline_ms(const Scene *scene, const App *app)
{
    const TitleScene *title = (const TitleScene *)scene;
    return !app->settings.reduced_motion && app->now_ms < title->shown_ms + GREET_MS ? GREET_FRAME_MS : -1;
}

static void title_destroy(Scene *scene, App *app)
{
    TitleScene *title = (TitleScene *)scene;
    arena_release(&title->texts);
    scene_free(app, title, sizeof *title);
}

static Scene *make_grown_ups(App *app, StrView name)
{
    (void)name;
    return app->parts.grown_ups(app);
}

/* Lessons read the scripts of all stories. */
static Scene *when_scripts_came(App *app, StrView name)
{
    return scene_when_fetched(app, SV("more"), make_grown_ups, name);
}

static void open_grown_ups(App *app, int64_t argument)
{
    (void)argument;
    scene_stack_push(&app->scenes, scene_when_fetched(app, SV("grownups"), when_scripts_came, SV("")));
}

static void ask_for_grown_up(App *app)
{
    StrView what = TR(app->parts.catalogue, "title.gate",
                      "Behind this page: lessons in front of a class, papers to print, helplines, what this computer keeps. Are you a child? All of your games are on the page before this one!");
    scene_stack_push(&app->scenes, gate_scene_create(app, what, open_grown_ups, 0));
}

static void title_activate(Scene *scene, App *app, uint32_t id)
{
    TitleScene *title = (TitleScene *)scene;
    switch (id) {
    case TITLE_PLAY:
        scene_stack_push(&app->scenes, who_scene_create(app));
        break;
    case TITLE_CONTINUE:
        if (title->last) {
            app->parts.pack = title->last_pack;
            app_set_player(app, &title->last_player);
            scene_stack_push(&app->scenes, play_scene_create(app, title->last));
        }
        break;
    case TITLE_SETTINGS:
        scene_stack_push(&app->scenes, settings_scene_create(app));
        break;
    case TITLE_GROWN_UPS:
        ask_for_grown_up(app);
        break;
    case WIDGET_NOTICE_OK:
        strbuf_clear(&app->notice);
        break;
    case TITLE_QUIT:
        app->quit = true;
        break;
    default:
        break;
    }
}

static void title_back(Scene *scene, App *app)
{
    (void)scene;
    (void)app; /* nothing is behind the title; Quit is a button */
}

/* On a bar: clouds and rays of the sky are behind it. It keeps its height with large letters. */
static void draw_motto(UiFrame *frame, float middle, float y)
{
    const float height = 76;
    UiText text = { .rect = { 0, y, 1000, height - 4 },
                    .text = TR(frame->catalogue, "title.motto", "Stay safe and have fun online!"),
                    .size = 48,
                    .color = frame->theme->on_bar,
                    .align = TEXT_ALIGN_CENTRE,
                    .role = SPEAK_TEXT,
                    .middle = true,
                    .max_lines = 1,
                    .fit_min = 0.3f };
    float width = ui_line_width(frame, text.text, text.face, text.size) / frame->text_scale;
    text.rect.w = width < text.rect.w ? width + 2 : text.rect.w;
    text.rect.x = middle - text.rect.w / 2;
    ui_bar(frame, (Rect){ text.rect.x - 40, y, text.rect.w + 80, height }, height / 2);
    ui_text(frame, &text);
}

/* Quiet: children do not need these. A browser has a way out of its own. */
static void draw_last_row(const App *app, UiFrame *frame, float middle, float y, float wide)
{
    const Catalogue *texts = frame->catalogue;
    StrView quit = TR(texts, "title.quit", "Quit");
    StrView grown_ups = TR(texts, "title.grown_ups", "Grown-ups");
    bool has_quit = !app->parts.in_browser;
    bool has_grown_ups = app->parts.grown_ups != NULL;
    float half = (wide - 24) / 2;
    if (has_quit && has_grown_ups) {
        screen_button(frame, TITLE_QUIT, middle - (half + 24) / 2, y, half, quit, UI_BUTTON_QUIET);
        screen_button(frame, TITLE_GROWN_UPS, middle + (half + 24) / 2, y, half, grown_ups, UI_BUTTON_QUIET);
    } else if (has_quit || has_grown_ups) {
        screen_button(frame, has_quit ? TITLE_QUIT : TITLE_GROWN_UPS, middle, y, wide, has_quit ? quit : grown_ups, UI_BUTTON_QUIET);
    }
}

static void title_draw(Scene *scene, App *app, UiFrame *frame)
{
    const TitleScene *title = (const TitleScene *)scene;
    const Catalogue *texts = frame->catalogue;
    screen_background(frame, SV("title"), SV("dawn"));
    ui_begin(frame, TR(texts, "title.screen", "Sango's Story"), title->last ? TITLE_CONTINUE : TITLE_PLAY);
    bool is_tall = screen_is_tall(frame);
    unsigned buttons = title->last ? 4 : 3;
    float middle = frame->width * (is_tall ? 0.5f : 0.3f);
    float top = is_tall ? 60 : 140 + (frame->height - 1080) * 0.2f; /* the name stands in the dark part of the sky */
    float wide = is_tall ? 680 : 600; /* the mountain is beside them */
    float y = is_tall ? frame->height - 80 - 140 * (float)buttons : top + 370;
    ui_text(frame, &(UiText){ .rect = { middle - 560, top + 60, 1120, 180 },
                              .text = TR(texts, "title.name", "Sango's Story"),
                              .face = TEXT_FACE_TITLE,
                              .size = 132,
                              .color = frame->theme->white,
                              .align = TEXT_ALIGN_CENTRE,
                              .role = SPEAK_HEADING,
                              .max_lines = 1,
                              .fit_min = 0.3f });
    draw_motto(frame, middle, top + 234);
    /* Upright, Sango stands between the name and the buttons. */
    float free_h = y - top - 380;
    float scale = is_tall && free_h < 1.35f * SANGO_H ? free_h / SANGO_H : 1.35f;
    float feet_y = is_tall ? y - 50 - (free_h - scale * SANGO_H) / 2 : screen_roof_y(frame);
    stage_draw_actor(app->parts.art, frame, SV("sango"), SV("happy"), ui_mirror_x(frame, frame->width * (is_tall ? 0.5f : 0.76f), 0),
                     feet_y, scale, app->now_ms - title->shown_ms);
    if (title->last) {
        screen_button(frame, TITLE_CONTINUE, middle, y, wide, TR(texts, "title.continue", "Go on"), UI_BUTTON_PRIMARY);
        y += 140;
    }
    screen_button(frame, TITLE_PLAY, middle, y, wide, TR(texts, "title.play", "Play"),
                  title->last ? UI_BUTTON_PLAIN : UI_BUTTON_PRIMARY);
    screen_button(frame, TITLE_SETTINGS, middle, y + 140, wide, TR(texts, "title.settings", "Settings"), UI_BUTTON_PLAIN);
    draw_last_row(app, frame, middle, y + 280, wide);
    screen_notice(app, frame);
    ui_end(frame);
}

Scene *title_scene_create(App *app)
{
    static const SceneOps ops = {
        .name = "title",
        .opaque = true,
        .enter = title_enter,
        .destroy = title_destroy,
        .activate = title_activate,
        .back = title_back,
        .deadline_ms = title_deadline_ms,
        .draw = title_draw,
    };
    TitleScene *title = scene_new(app, sizeof *title);
    if (!title) {
        return NULL;
    }
    title->base.ops = &ops;
    arena_init(&title->texts, app->parts.alloc, 1024);
    return &title->base;
}
