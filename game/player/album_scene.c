#include "sango/player/scenes.h"
#include "widgets_internal.h"

/* What a child has earned: stars of powers, badges for deeds, Sango's tools. */
enum { ALBUM_BADGES = 1, ALBUM_TOOLS = 2, ALBUM_PAGE_COUNT = 2 };

typedef struct AlbumScene {
    Scene base;
    Arena texts;
    uint32_t deeds;
    StrView tools; /* names, a blank between */
    unsigned page;
} AlbumScene;

static void album_enter(Scene *scene, App *app)
{
    AlbumScene *album = (AlbumScene *)scene;
    arena_reset(&album->texts);
    Status status = app_store(app)->ops->deeds(app_store(app), app->player.id, &album->deeds);
    if (status != STATUS_OK) {
        app_store_notice(app, status, "the badges could not be read");
    }
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
    if (id == ALBUM_BADGES || id == ALBUM_TOOLS) {
        album->page = id - ALBUM_BADGES;
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

enum { FEW = 6, MANY = 8 }; /* places of the grid, and of that with low, wide ones */

/* The index-th of `count` places: a grid of three columns, or two on an upright screen and
 * for many. */
static Rect item_rect(const UiFrame *frame, size_t index, size_t count)
{
    if (count > FEW && !screen_is_tall(frame)) {
        return (Rect){ frame->width / 2 - 870 + (float)(index % 2) * 880, 316 + (float)(index / 2) * 184, 860, 174 };
    }
    size_t columns = screen_is_tall(frame) ? 2 : 3;
    float x = frame->width / 2 + 15 - (float)columns * 285 + (float)(index % columns) * 570;
    return (Rect){ x, 330 + (float)(index / columns) * 330, 540, 300 };
}

/* A picture with a title and a sentence; only a shadow of it while it is not found. */
static void draw_item(UiFrame *frame, Rect item, StrView sprite, StrView title, StrView text, bool got)
{
    float side = item.h > 200 ? 164 : 124;
    Rect picture = { item.x + 24, item.y + (item.h - 12 - side) / 2, side, side };
    float words_x = item.x + side + 42;
    float words_w = item.w - side - 64;
    ui_panel(frame, item);
    if (got) {
        ui_image(frame, sprite, picture, title);
    } else {
        picture.x = ui_mirror_x(frame, picture.x, picture.w);
        draw_nine(frame->draw, sprite, picture, frame->theme->locked);
    }
    UiText words = { .rect = { words_x, item.y + 14, words_w, (item.h - 48) / 2 },
                     .text = title,
                     .face = TEXT_FACE_BOLD,
                     .size = 40,
                     .line_spacing = 0.9f,
                     .role = SPEAK_TEXT,
                     .silent = got,
                     .fit_min = 0.5f };
    float used = ui_text(frame, &words);
    words = (UiText){ .rect = { words.rect.x, words.rect.y + used + 2, words_w, item.h - 30 - used },
                      .text = got ? text : TR(frame->catalogue, "album.later", "Still to find"),
                      .size = frame->theme->text_small,
                      .color = frame->theme->ink_soft,
                      .line_spacing = 0.9f,
                      .role = SPEAK_TEXT,
                      .fit_min = 0.4f };
    ui_text(frame, &words);
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

static void draw_badges(const AlbumScene *album, App *app, UiFrame *frame)
{
    for (size_t i = 0; i < DEED_COUNT; i++) {
        bool got = album->deeds & (1u << i);
        draw_item(frame, item_rect(frame, i, DEED_COUNT), frame_join(frame, "ui/badge_", strview_from_cstr(deed_name((Deed)i))),
                  deed_title(frame->catalogue, (Deed)i), deed_text(frame->catalogue, (Deed)i), got);
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
            draw_item(frame, item_rect(frame, index++, count), frame_join(frame, "icon/", tool), title,
                      tool_text(frame->catalogue, tool), true);
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
    static const uint32_t ids[ALBUM_PAGE_COUNT] = { ALBUM_BADGES, ALBUM_TOOLS };
    StrView labels[ALBUM_PAGE_COUNT] = { TR(texts, "album.badges", "Badges"), TR(texts, "album.tools", "Sango's tools") };
    for (unsigned i = 0; i < ALBUM_PAGE_COUNT; i++) {
        ui_button(frame, &(UiButton){ .id = ids[i],
                                      .rect = { frame->width / 2 - 430 + (float)i * 440, 190, 420, 104 },
                                      .label = labels[i],
                                      .style = album->page == i ? UI_BUTTON_PRIMARY : UI_BUTTON_QUIET,
                                      .checked = album->page == i });
    }
    if (album->page == 0) {
        draw_badges(album, app, frame);
    } else {
        draw_tools(album, app, frame);
    }
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
