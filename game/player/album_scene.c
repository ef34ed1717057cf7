#include "badges_internal.h"
#include "sango/player/scenes.h"
#include "widgets_internal.h"

/* What a child has earned: badges of deeds and of powers, Sango's tools. */
enum { ALBUM_DEEDS = 1, ALBUM_POWERS, ALBUM_TOOLS, ALBUM_PAGE_COUNT = 3 };
enum { MEDAL_W = 420, MEDAL_H = 460 }; /* canvas of a badge's picture */

typedef struct AlbumScene {
    Scene base;
    Arena texts;
    Badges badges;
    StrView tools; /* names, a blank between */
    unsigned page;
} AlbumScene;

static void album_enter(Scene *scene, App *app)
{
    AlbumScene *album = (AlbumScene *)scene;
    arena_reset(&album->texts);
    badges_read(app, &album->badges);
    album->tools = app_get(app, &album->texts, SV("tools"));
}

static void album_destroy(Scene *scene, App *app)
{
    AlbumScene *album = (AlbumScene *)scene;
    arena_release(&album->texts);
    scene_free(app, album, sizeof *album);
}

static void album_activate(Scene *scene, App *app, uint32_t id)
{
    AlbumScene *album = (AlbumScene *)scene;
    if (id >= ALBUM_DEEDS && id <= ALBUM_TOOLS) {
        album->page = id - ALBUM_DEEDS;
        app_sound(app, SV("page"));
    } else if (id == WIDGET_NOTICE_OK) {
        strbuf_clear(&app->notice);
    } else {
        scene_stack_pop(&app->scenes, 1);
    }
}

static void album_back(Scene *scene, App *app)
{
    (void)scene;
    scene_stack_pop(&app->scenes, 1);
}

enum { FEW = 6, MANY = 8 }; /* places of the grid, and of that with narrower ones */
enum { TABS_TOP = 184, GRID_TOP = 312, ITEM_GAP = 24 };

/* The index-th of `count` places: a grid of three columns, of four for many, or of two on an
 * upright screen. */
static Rect item_rect(const UiFrame *frame, size_t index, size_t count)
{
    bool is_tall = screen_is_tall(frame);
    size_t columns = is_tall ? 2 : count > FEW ? 4 : 3;
    size_t rows = is_tall && count > FEW ? 4 : is_tall ? 3 : 2;
    float width = is_tall ? (frame->width - 80 - ITEM_GAP) / 2 : count > FEW ? 440 : 560;
    float room = (frame->height - GRID_TOP - 24) / (float)rows - ITEM_GAP;
    float height = is_tall ? 300 : room < 500 ? room : 500;
    height = height < room ? height : room;
    float top = is_tall ? GRID_TOP : GRID_TOP + (room - height) * 0.6f;
    float left = frame->width / 2 - ((float)columns * (width + ITEM_GAP) - ITEM_GAP) / 2;
    return (Rect){ left + (float)(index % columns) * (width + ITEM_GAP), top + (float)(index / columns) * (height + ITEM_GAP), width, height };
}

typedef struct AlbumItem {
    StrView picture; /* a sprite of `picture_w` by `picture_h` units */
    float picture_w, picture_h;
    StrView title, text;
    unsigned rank;   /* of a badge, 1 to 3; 0: still to find */
    bool is_tool;
} AlbumItem;

static float large_share(const UiFrame *frame)
{
    return frame->text_scale < 1.25f ? frame->text_scale : 1.25f;
}

/* Where the picture stands: above the words, or beside them in a low place. */
static void split_item(const UiFrame *frame, Rect item, const AlbumItem *shown, Rect *picture, Rect *words)
{
    float ratio = shown->picture_h / shown->picture_w;
    bool has_room_above = item.h - 198 * large_share(frame) > 170; /* a medal beside large letters is larger than one above them */
    if (item.h > 340 && !shown->is_tool && has_room_above) {
        float height = item.h - 198 * large_share(frame); /* large letters take from the medal */
        *picture = (Rect){ item.x + (item.w - height / ratio) / 2, item.y + 10, height / ratio, height };
        *words = (Rect){ item.x + 24, item.y + height + 12, item.w - 48, item.h - height - 36 };
        return;
    }
    float width = shown->is_tool ? (item.w > 500 ? 164 : 140) : item.w > 500 ? 186 : item.h > 340 ? 160 : 150;
    *picture = (Rect){ item.x + 26, item.y + (item.h - 14 - width * ratio) / 2, width, width * ratio };
    *words = (Rect){ item.x + width + 44, item.y + 20, item.w - width - 66, item.h - 52 };
}

/* Title and sentence, as a block in the middle of their place. */
static void write_item(UiFrame *frame, const AlbumItem *shown, Rect words, bool is_below)
{
    bool got = shown->is_tool || shown->rank > 0;
    float letters = frame->text_scale > 1.4f ? 1.4f / frame->text_scale : 1; /* alike on all, rather than each as large as it may */
    UiText title = { .rect = { words.x, words.y, words.w, is_below ? 56 * large_share(frame) : words.h * 0.44f },
                     .text = shown->title,
                     .face = TEXT_FACE_BOLD,
                     .size = 42 * letters,
                     .line_spacing = 0.9f,
                     .align = is_below ? TEXT_ALIGN_CENTRE : TEXT_ALIGN_START,
                     .role = SPEAK_TEXT,
                     .silent = got, /* said with the picture */
                     .middle = is_below,
                     .max_lines = is_below ? 1 : 2,
                     .fit_min = 0.4f };
    UiText text = { .text = got ? shown->text : TR(frame->catalogue, "album.later", "Still to find"),
                    .size = frame->theme->text_small * letters,
                    .color = frame->theme->ink_soft,
                    .line_spacing = 0.9f,
                    .align = title.align,
                    .role = SPEAK_TEXT,
                    .fit_min = 0.4f };
    if (!is_below) {
        float high = ui_fitted_height(frame, &title) + 4;
        text.rect = (Rect){ words.x, 0, words.w, words.h - high };
        float rest = words.h - high - ui_fitted_height(frame, &text);
        title.rect.y += rest > 0 ? rest / 2 : 0;
        words.y = title.rect.y;
        words.h -= rest > 0 ? rest / 2 : 0;
    }
    float used = ui_text(frame, &title);
    used = is_below ? title.rect.h : used + 4;
    text.rect = (Rect){ words.x, words.y + used, words.w, words.h - used };
    ui_text(frame, &text);
}

/* A picture with a title and a sentence; only a shadow of it while it is not found. */
static void draw_item(UiFrame *frame, Rect item, const AlbumItem *shown)
{
    Rect picture;
    Rect words;
    split_item(frame, item, shown, &picture, &words);
    ui_panel(frame, item);
    if (shown->rank > 0) {
        TextValue values[] = { { SV("badge"), shown->title }, { SV("rank"), badge_rank_title(frame->catalogue, shown->rank) } };
        ui_image(frame, shown->picture, picture, frame_format(frame, TR(frame->catalogue, "album.badge", "{badge}, {rank}"), values, 2));
    } else if (shown->is_tool) {
        ui_image(frame, shown->picture, picture, shown->title);
    } else {
        picture.x = ui_mirror_x(frame, picture.x, picture.w);
        draw_nine(frame->draw, shown->picture, picture, frame->theme->locked);
    }
    write_item(frame, shown, words, words.y > picture.y + picture.h / 2);
}

/* Sango stands on the roof, where the last place is free; below the page on an upright screen. */
static void draw_sango(App *app, UiFrame *frame, size_t used, StrView expression)
{
    const float whole = 590;
    Rect last = item_rect(frame, used > FEW ? used - 1 : FEW - 1, used);
    float scale = (screen_roof_y(frame) - last.y + 40) / whole;
    if (used <= 5 && !screen_is_tall(frame)) {
        stage_draw_actor(app->parts.art, frame, SV("sango"), expression, ui_mirror_x(frame, last.x + last.w / 2, 0),
                         screen_roof_y(frame), scale < 1 ? scale : 1, 0);
    }
    screen_sango_below(app, frame, expression, last.y + last.h);
}

static void draw_badge(UiFrame *frame, Rect place, const char *name, unsigned rank, StrView title, StrView text)
{
    draw_item(frame, place, &(AlbumItem){ .picture = badge_picture(frame, name, rank),
                                          .picture_w = MEDAL_W,
                                          .picture_h = MEDAL_H,
                                          .title = title,
                                          .text = text,
                                          .rank = rank });
}

static void draw_powers(const AlbumScene *album, App *app, UiFrame *frame)
{
    for (unsigned i = 0; i < POWER_COUNT; i++) {
        draw_badge(frame, item_rect(frame, i, POWER_COUNT), power_name((Power)i), album->badges.powers[i],
                   power_title(frame->catalogue, (Power)i), power_text(frame->catalogue, (Power)i));
    }
    draw_sango(app, frame, POWER_COUNT, SV("cheering"));
}

static void draw_deeds(const AlbumScene *album, App *app, UiFrame *frame)
{
    for (unsigned i = 0; i < DEED_COUNT; i++) {
        draw_badge(frame, item_rect(frame, i, DEED_COUNT), deed_name((Deed)i), album->badges.deeds[i],
                   deed_title(frame->catalogue, (Deed)i), deed_text(frame->catalogue, (Deed)i));
    }
    draw_sango(app, frame, DEED_COUNT, SV("cheering"));
}

static void draw_tools(const AlbumScene *album, App *app, UiFrame *frame)
{
    StrView rest = album->tools;
    StrView tool;
    size_t count = 0;
    while (strview_take(&rest, ' ', &tool)) {
        count++;
    }
    rest = album->tools;
    size_t index = 0;
    while (strview_take(&rest, ' ', &tool) && index < MANY) {
        StrView title = tool_title(frame->catalogue, tool);
        if (title.len) {
            draw_item(frame, item_rect(frame, index++, count), &(AlbumItem){ .picture = frame_join(frame, "icon/", tool),
                                                                             .picture_w = 1,
                                                                             .picture_h = 1,
                                                                             .title = title,
                                                                             .text = tool_text(frame->catalogue, tool),
                                                                             .is_tool = true });
        }
    }
    if (index == 0) {
        ui_text(frame, &(UiText){ .rect = { frame->width / 2 - screen_fit(frame, 1200) / 2, 480, screen_fit(frame, 1200), 160 },
                                  .text = TR(frame->catalogue, "album.no_tools", "Play the first story to find Sango's tools."),
                                  .color = frame->theme->white,
                                  .align = TEXT_ALIGN_CENTRE,
                                  .role = SPEAK_TEXT });
    }
    draw_sango(app, frame, index, SV("happy"));
}

static void album_draw(Scene *scene, App *app, UiFrame *frame)
{
    const AlbumScene *album = (const AlbumScene *)scene;
    const Catalogue *texts = frame->catalogue;
    screen_background(frame, SV("title"), SV("dawn"));
    ui_begin(frame, TR(texts, "album.screen", "My album"), WIDGET_BACK);
    screen_heading(frame, TR(texts, "album.screen", "My album"), true);
    StrView labels[ALBUM_PAGE_COUNT] = { TR(texts, "album.badges", "Badges"), TR(texts, "album.powers", "Powers"),
                                         TR(texts, "album.tools", "Sango's tools") };
    float width = (screen_fit(frame, 1320) - (ALBUM_PAGE_COUNT - 1) * ITEM_GAP) / ALBUM_PAGE_COUNT;
    float left = frame->width / 2 - (ALBUM_PAGE_COUNT * (width + ITEM_GAP) - ITEM_GAP) / 2;
    for (unsigned i = 0; i < ALBUM_PAGE_COUNT; i++) {
        ui_button(frame, &(UiButton){ .id = ALBUM_DEEDS + i,
                                      .rect = { left + (float)i * (width + ITEM_GAP), TABS_TOP, width, 104 },
                                      .label = labels[i],
                                      .style = album->page == i ? UI_BUTTON_PRIMARY : UI_BUTTON_QUIET,
                                      .checked = album->page == i });
    }
    void (*const pages[ALBUM_PAGE_COUNT])(const AlbumScene *, App *, UiFrame *) = { draw_deeds, draw_powers, draw_tools };
    pages[album->page](album, app, frame);
    screen_notice(app, frame);
    ui_end(frame);
}

Scene *album_scene_create(App *app)
{
    static const SceneOps ops = {
        .name = "album",
        .opaque = true,
        .enter = album_enter,
        .destroy = album_destroy,
        .activate = album_activate,
        .back = album_back,
        .draw = album_draw,
    };
    AlbumScene *album = scene_new(app, sizeof *album);
    if (!album) {
        return NULL;
    }
    album->base.ops = &ops;
    arena_init(&album->texts, app->parts.alloc, 1024);
    return &album->base;
}
