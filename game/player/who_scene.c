#include "sango/player/scenes.h"
#include "sango/player/widgets.h"

/* Several children share a computer: each has a card with a made-up name. The list
 * turns pages when it is long. */
enum { WHO_NEW = 1, WHO_MORE = 2, WHO_FIRST = 10, WHO_DELETE = 100 };
enum { WHO_PAGE = 6, CARD_W = 560, COLUMN_W = 700 };

typedef struct WhoScene {
    Scene base;
    Arena texts;
    StorePlayer *players;
    size_t count;
    size_t page;
} WhoScene;

static void who_enter(Scene *scene, App *app)
{
    WhoScene *who = (WhoScene *)scene;
    app_end_unkept(app);
    Store *store = app_store(app);
    arena_reset(&who->texts);
    Status status = store->ops->players(store, &who->texts, &who->players, &who->count);
    if (status != STATUS_OK) {
        who->count = 0;
        app_store_notice(app, status, "the players could not be read");
    }
    if (who->page * WHO_PAGE >= who->count) {
        who->page = 0;
    }
    app->player.id = 0; /* nobody until somebody is chosen */
}

static void who_destroy(Scene *scene, App *app)
{
    WhoScene *who = (WhoScene *)scene;
    arena_release(&who->texts);
    scene_free(app, who, sizeof *who);
}

static void delete_player(App *app, int64_t player)
{
    Status status = app_store(app)->ops->delete_player(app_store(app), player);
    if (status != STATUS_OK) {
        app_store_notice(app, status, "a player could not be deleted");
    }
}

static StrView shown_name(const StorePlayer *player, const Catalogue *catalogue, Arena *arena)
{
    Nickname nickname;
    StrBuf name;
    strbuf_init(&name, alloc_heap());
    if (nickname_parse(player->nickname, &nickname)) {
        nickname_show(&nickname, catalogue, &name);
    } else {
        strbuf_append(&name, TR(catalogue, "who.unknown", "Mystery player"));
    }
    StrView copy = arena_copy(arena, strbuf_view(&name));
    strbuf_release(&name);
    return copy;
}

static void ask_delete(WhoScene *who, App *app, const StorePlayer *player)
{
    const Catalogue *texts = app->parts.catalogue;
    TextValue name = { SV("name"), shown_name(player, texts, &who->texts) };
    StrBuf question;
    strbuf_init(&question, app->parts.alloc);
    text_format(&question, TR(texts, "who.delete", "Delete {name} and everything they played?"), &name, 1);
    ConfirmText text = { strbuf_view(&question), TR(texts, "who.delete.yes", "Yes, delete"),
                         TR(texts, "who.delete.no", "No, keep") };
    scene_stack_push(&app->scenes, confirm_scene_create(app, &text, delete_player, player->id));
    strbuf_release(&question);
}

static void who_activate(Scene *scene, App *app, uint32_t id)
{
    WhoScene *who = (WhoScene *)scene;
    if (id == WHO_NEW) {
        scene_stack_push(&app->scenes, nickname_scene_create(app));
    } else if (id == WHO_MORE) {
        who->page = (who->page + 1) * WHO_PAGE < who->count ? who->page + 1 : 0;
    } else if (id == WIDGET_BACK) {
        scene_stack_pop(&app->scenes, 1);
    } else if (id == WIDGET_NOTICE_OK) {
        strbuf_clear(&app->notice);
    } else if (id >= WHO_DELETE && id - WHO_DELETE < who->count) {
        ask_delete(who, app, &who->players[id - WHO_DELETE]);
    } else if (id >= WHO_FIRST && id - WHO_FIRST < who->count) {
        app_set_player(app, &who->players[id - WHO_FIRST]);
        scene_stack_push(&app->scenes, app->player.band ? map_scene_create(app) : band_scene_create(app));
    }
}

static void who_back(Scene *scene, App *app)
{
    (void)scene;
    scene_stack_pop(&app->scenes, 1);
}

static void draw_player(const WhoScene *who, UiFrame *frame, size_t index, float x, float y, float height)
{
    const StorePlayer *player = &who->players[index];
    StrView name = shown_name(player, frame->catalogue, frame->arena);
    TextValue value = { SV("name"), name };
    ui_button(frame, &(UiButton){ .id = WHO_FIRST + (uint32_t)index,
                                  .rect = { x, y, CARD_W, height },
                                  .label = name,
                                  .icon = frame_join(frame, "avatar/", player->avatar),
                                  .style = UI_BUTTON_QUIET });
    StrView label = frame_format(frame, TR(frame->catalogue, "who.delete.label", "Delete {name}"), &value, 1);
    ui_button(frame, &(UiButton){ .id = WHO_DELETE + (uint32_t)index,
                                  .rect = { x + CARD_W + 12, y + height / 2 - 52, 96, 96 },
                                  .label = label,
                                  .icon = SV("ui/btn_delete"),
                                  .style = UI_BUTTON_ROUND });
}

/* Nobody has played here yet: Sango says what comes. */
static void draw_welcome(App *app, UiFrame *frame, float free_w)
{
    const Catalogue *texts = frame->catalogue;
    bool is_tall = screen_is_tall(frame);
    float width = is_tall ? frame->width - 120 : 1180;
    float left = is_tall ? 60 : free_w - width + 20;
    float top = is_tall ? 260 : frame->height / 2 - 250;
    ui_panel(frame, (Rect){ left, top, width, 270 });
    (void)ui_pill(frame, stage_art_pill(app->parts.art, SV("sango")), TR(texts, "who.sango", "Sango"), left + 50, top - 40);
    ui_text(frame, &(UiText){ .rect = { left + 60, top + 50, width - 120, 190 },
                              .text = TR(texts, "who.welcome", "Hi! I'm Sango. Let's make up a name!"),
                              .speaker = TR(texts, "who.sango", "Sango"),
                              .size = frame->theme->text_story,
                              .line_spacing = 0.95f,
                              .role = SPEAK_TEXT,
                              .middle = true,
                              .fit_min = 0.4f });
    screen_sango_below(app, frame, SV("happy"), top + 422);
    screen_button(frame, WHO_NEW, left + width / 2, top + 310, 600, TR(texts, "who.new", "I am new here"), UI_BUTTON_PRIMARY);
}

static void draw_players(const WhoScene *who, App *app, UiFrame *frame, float free_w)
{
    const Catalogue *texts = frame->catalogue;
    size_t from = who->page * WHO_PAGE;
    bool is_tall = screen_is_tall(frame);
    size_t columns = is_tall || who->count == 1 ? 1 : 2;
    size_t rows = (who->count < WHO_PAGE ? who->count + columns - 1 : WHO_PAGE) / columns;
    float step = is_tall ? (frame->height - 500) / WHO_PAGE : 210;
    step = step < 210 ? step : 210;
    float middle = is_tall ? frame->width / 2 : free_w / 2 + 40;
    float left = middle - (float)columns * COLUMN_W / 2 + 10;
    float top = is_tall ? 230 : 230 + (630 - step * (float)rows) / 2; /* few stand in the middle */
    for (size_t i = 0; i < WHO_PAGE && from + i < who->count; i++) {
        draw_player(who, frame, from + i, left + (float)(i % columns) * COLUMN_W, top + (float)(i / columns) * step, step - 30);
    }
    float y = top + 20 + step * (float)rows;
    bool has_more = who->count > WHO_PAGE;
    float button = (screen_fit(frame, 1240) - 40) / 2;
    screen_button(frame, WHO_NEW, middle - (has_more ? button / 2 + 20 : 0), y, button, TR(texts, "who.new", "I am new here"),
                  UI_BUTTON_PRIMARY);
    if (has_more) {
        screen_button(frame, WHO_MORE, middle + button / 2 + 20, y, button, TR(texts, "who.more", "More players"), UI_BUTTON_PLAIN);
    }
    screen_sango_below(app, frame, SV("happy"), y + 112);
}

static void who_draw(Scene *scene, App *app, UiFrame *frame)
{
    const WhoScene *who = (const WhoScene *)scene;
    const Catalogue *texts = frame->catalogue;
    screen_background(frame, SV("title"), SV("dawn"));
    ui_begin(frame, TR(texts, "who.screen", "Who plays?"), who->count ? WHO_FIRST : WHO_NEW);
    screen_heading(frame, TR(texts, "who.screen", "Who plays?"), true);
    float free_w = screen_sango(app, frame, SV("happy"));
    if (who->count == 0) {
        draw_welcome(app, frame, free_w);
    } else {
        draw_players(who, app, frame, free_w);
    }
    screen_notice(app, frame);
    ui_end(frame);
}

Scene *who_scene_create(App *app)
{
    static const SceneOps ops = {
        .name = "who",
        .opaque = true,
        .enter = who_enter,
        .destroy = who_destroy,
        .activate = who_activate,
        .back = who_back,
        .draw = who_draw,
    };
    WhoScene *who = scene_new(app, sizeof *who);
    if (!who) {
        return NULL;
    }
    who->base.ops = &ops;
    arena_init(&who->texts, app->parts.alloc, 1024);
    return &who->base;
}
