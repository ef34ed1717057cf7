#include "kiosk_internal.h"

/* What a visitor chooses before the story: the language by its own name, the story and how many play by pictures. */
enum { PICK_CARD = 10, CARDS_MAX = 8 };

typedef enum PickPage { PICK_LANGUAGE, PICK_EPISODE, PICK_PLAYERS } PickPage;

typedef struct PickScene {
    Scene base;
    Kiosk *kiosk;
    PickPage page;
} PickScene;

static void pick_destroy(Scene *scene, App *app)
{
    scene_free(app, scene, sizeof(PickScene));
}

static void pick_enter(Scene *scene, App *app)
{
    (void)scene;
    app_music(app, SV("theme"));
}

static void start(PickScene *pick, App *app)
{
    scene_stack_replace(&app->scenes, kiosk_play(pick->kiosk, app));
}

static void turn_to(PickScene *pick, App *app, PickPage page)
{
    pick->page = page;
    app->ui.focus = 0;
    app_touch(app);
}

static void choose(PickScene *pick, App *app, size_t index)
{
    Kiosk *kiosk = pick->kiosk;
    switch (pick->page) {
    case PICK_LANGUAGE:
        kiosk->visit.language = kiosk->languages[index].code;
        app_set_catalogue(app, kiosk->languages[index].catalogue);
        turn_to(pick, app, PICK_EPISODE);
        break;
    case PICK_EPISODE:
        kiosk->visit.episode = kiosk->episodes[index];
        if (kiosk->settings->players > 1) {
            turn_to(pick, app, PICK_PLAYERS);
        } else {
            start(pick, app);
        }
        break;
    case PICK_PLAYERS:
        kiosk->visit.players = (unsigned)index + 1;
        start(pick, app);
        break;
    }
}

static size_t card_count(const PickScene *pick)
{
    switch (pick->page) {
    case PICK_LANGUAGE:
        return pick->kiosk->language_count;
    case PICK_EPISODE:
        return pick->kiosk->episode_count;
    case PICK_PLAYERS:
        return pick->kiosk->settings->players;
    }
    return 0;
}

static void pick_back(Scene *scene, App *app)
{
    PickScene *pick = (PickScene *)scene;
    bool is_first = pick->page == PICK_LANGUAGE || (pick->page == PICK_EPISODE && pick->kiosk->language_count == 1);
    if (is_first) {
        scene_stack_pop(&app->scenes, 1);
    } else {
        turn_to(pick, app, (PickPage)(pick->page - 1));
    }
}

static void pick_activate(Scene *scene, App *app, uint32_t id)
{
    PickScene *pick = (PickScene *)scene;
    if (id == WIDGET_BACK) {
        pick_back(scene, app);
    } else if (id >= PICK_CARD && id - PICK_CARD < card_count(pick)) {
        choose(pick, app, id - PICK_CARD);
    }
}

/* Up to five cards stand beside each other, for their pictures are larger so; the last row is in the middle. */
static size_t columns_of(const UiFrame *frame, size_t count)
{
    if (screen_is_tall(frame)) {
        return count <= 2 ? 1 : 2;
    }
    return count <= 5 ? count : count == 6 ? 3 : 4;
}

static Rect card_rect(const UiFrame *frame, size_t count, size_t index)
{
    size_t columns = columns_of(frame, count);
    size_t rows = (count + columns - 1) / columns;
    size_t row = index / columns;
    size_t in_row = row + 1 < rows ? columns : count - row * columns;
    const float gap = 36, top = 206, side = 90, bottom = 60, widest = 640, highest = 700;
    float w = (frame->width - 2 * side - gap * (float)(columns - 1)) / (float)columns;
    float h = (frame->height - top - bottom - gap * (float)(rows - 1)) / (float)rows;
    w = w < widest ? w : widest;
    h = h < highest ? h : highest;
    float row_w = w * (float)in_row + gap * (float)(in_row - 1);
    float all_h = h * (float)rows + gap * (float)(rows - 1);
    float y = top + (frame->height - top - bottom - all_h) / 2;
    return (Rect){ (frame->width - row_w) / 2 + (float)(index % columns) * (w + gap), y + (float)row * (h + gap), w, h };
}

static uint32_t draw_card(UiFrame *frame, Rect rect)
{
    uint32_t first = (uint32_t)frame->draw->count;
    rect.x = ui_mirror_x(frame, rect.x, rect.w);
    draw_nine(frame->draw, SV("ui/card"), rect, 0xFFFFFFFFu);
    return first;
}

static void draw_words(UiFrame *frame, Rect rect, StrView text, float size)
{
    ui_text(frame, &(UiText){ .rect = rect,
                              .text = text,
                              .face = TEXT_FACE_BOLD,
                              .size = size,
                              .align = TEXT_ALIGN_CENTRE,
                              .silent = true,
                              .middle = true,
                              .line_spacing = 1.0f,
                              .fit_min = 0.35f });
}

static void draw_language(const PickScene *pick, UiFrame *frame, size_t index, Rect rect)
{
    StrView name = kiosk_language_name(pick->kiosk->languages[index].code);
    float height = rect.h < 340 ? rect.h : 340;
    rect.y += (rect.h - height) / 2;
    rect.h = height;
    uint32_t first = draw_card(frame, rect);
    ui_area(frame, &(UiArea){ .id = PICK_CARD + (uint32_t)index, .rect = rect, .role = SPEAK_BUTTON, .label = name, .group = 1, .first_cmd = first });
    draw_words(frame, (Rect){ rect.x + 40, rect.y + 20, rect.w - 80, rect.h - 60 }, name, 92);
}

/* Where the story is, whose it is, and what it is about: nobody needs to read its name. */
static void draw_cover(App *app, UiFrame *frame, const LevelEntry *level, Rect box)
{
    float signs = box.h * 0.3f < box.w * 0.44f ? box.h * 0.3f : box.w * 0.44f;
    Rect picture = { box.x, box.y, box.w, box.h - signs - 26 };
    float scale = picture.h / 600 < picture.w / 470 ? picture.h / 600 : picture.w / 470;
    screen_window_begin(frame, picture, level->place, SV("day"), 0.35f, frame->theme->tint_one);
    stage_draw_actor(app->parts.art, frame, level->face, SV("happy"), picture.x + picture.w / 2, picture.y + picture.h + 170 * scale, scale, 0);
    screen_window_end(frame, picture, frame->theme->card);
    screen_pictures(app, frame, level->show, (Rect){ box.x, box.y + box.h - signs, box.w, signs }, 0, frame->theme->card);
}

/* A large picture over the name. */
static void draw_episode(const PickScene *pick, App *app, UiFrame *frame, size_t index, Rect rect)
{
    const LevelEntry *level = pick->kiosk->episodes[index];
    StrView title = level_title(frame, level);
    bool has_cover = level->place.len && level->face.len;
    float words = rect.h > 460 && !has_cover ? 190 : 120;
    uint32_t first = draw_card(frame, rect);
    ui_area(frame, &(UiArea){ .id = PICK_CARD + (uint32_t)index, .rect = rect, .role = SPEAK_BUTTON, .label = title, .group = 1, .first_cmd = first });
    float room = rect.h - 36 - words - 30;
    if (has_cover) {
        draw_cover(app, frame, level, (Rect){ ui_mirror_x(frame, rect.x, rect.w) + 26, rect.y + 26, rect.w - 52, room + 6 });
        draw_words(frame, (Rect){ rect.x + 24, rect.y + rect.h - words - 28, rect.w - 48, words }, title, 42);
        return;
    }
    float size = room < rect.w - 70 ? room : rect.w - 70;
    screen_level_picture(app, frame, level, (Rect){ rect.x + (rect.w - size) / 2, rect.y + 30 + (room - size) / 2, size, size });
    draw_words(frame, (Rect){ rect.x + 30, rect.y + rect.h - words - 40, rect.w - 60, words }, title, 46);
}

static void draw_players(App *app, UiFrame *frame, size_t index, Rect rect)
{
    StrView label = index == 0 ? TR(frame->catalogue, "kiosk.one", "One plays") : TR(frame->catalogue, "kiosk.two", "Two play");
    ui_button(frame, &(UiButton){ .id = PICK_CARD + (uint32_t)index, .rect = rect, .label = label, .style = UI_BUTTON_PICTURE, .group = 1 });
    Rect box = rect;
    box.x = ui_mirror_x(frame, rect.x, rect.w);
    Rect picture = { box.x + 28, box.y + 28, box.w - 56, box.h - 28 - 200 };
    float scale = picture.h / 620;
    scale = scale < 0.8f ? scale : 0.8f;
    float feet = picture.y + picture.h + 180 * scale;
    screen_window_begin(frame, picture, SV("playground"), SV("day"), index == 0 ? 0.2f : 0.7f, frame->theme->tint_one);
    float middle = picture.x + picture.w / 2;
    if (index == 0) {
        stage_draw_actor(app->parts.art, frame, SV("sofia"), SV("happy"), middle, feet, scale, 0);
    } else {
        stage_draw_actor(app->parts.art, frame, SV("kofi"), SV("happy"), middle - picture.w * 0.23f, feet, scale, 0);
        stage_draw_actor(app->parts.art, frame, SV("linh"), SV("happy"), middle + picture.w * 0.23f, feet, scale, 0);
    }
    screen_window_end(frame, picture, frame->theme->card);
}

static void pick_draw(Scene *scene, App *app, UiFrame *frame)
{
    const PickScene *pick = (const PickScene *)scene;
    const Catalogue *texts = frame->catalogue;
    const StrView titles[] = { SV("Sango"), TR(texts, "kiosk.pick", "Whom do you help?"), TR(texts, "kiosk.players", "Who plays?") };
    size_t count = card_count(pick);
    screen_background(frame, SV("title"), SV("dawn"));
    ui_begin(frame, titles[pick->page], PICK_CARD);
    screen_heading(frame, titles[pick->page], true);
    for (size_t i = 0; i < count; i++) {
        Rect rect = card_rect(frame, count, i);
        if (pick->page == PICK_LANGUAGE) {
            draw_language(pick, frame, i, rect);
        } else if (pick->page == PICK_EPISODE) {
            draw_episode(pick, app, frame, i, rect);
        } else {
            draw_players(app, frame, i, rect);
        }
    }
    ui_end(frame);
}

Scene *pick_scene_create(Kiosk *kiosk, App *app)
{
    static const SceneOps ops = {
        .name = "pick",
        .opaque = true,
        .enter = pick_enter,
        .destroy = pick_destroy,
        .activate = pick_activate,
        .back = pick_back,
        .draw = pick_draw,
    };
    PickScene *pick = scene_new(app, sizeof *pick);
    if (pick) {
        pick->base.ops = &ops;
        pick->kiosk = kiosk;
        pick->page = kiosk->visit.language.len ? PICK_EPISODE : PICK_LANGUAGE;
    }
    return pick ? &pick->base : NULL;
}
