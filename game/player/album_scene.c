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
    if (app_store(app)->ops->deeds(app_store(app), app->player.id, &album->deeds) != STATUS_OK) {
        app_notice(app, "The badges could not be read.");
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

/* A picture with a title and a sentence, in a grid of three columns, or two. */
static void draw_item(UiFrame *frame, size_t index, StrView sprite, StrView title, StrView text, bool got)
{
    size_t columns = screen_is_tall(frame) ? 2 : 3;
    float x = frame->width / 2 + 15 - (float)columns * 285 + (float)(index % columns) * 570;
    float y = 330 + (float)(index / columns) * 330;
    ui_panel(frame, (Rect){ x, y, 540, 300 });
    Rect picture = { ui_mirror_x(frame, x + 24, 170), y + 60, 170, 170 };
    if (got) {
        ui_image(frame, sprite, (Rect){ x + 24, y + 60, 170, 170 }, title);
    } else {
        draw_fill(frame->draw, picture, 85, 0xD9CFE8FFu);
    }
    ui_text(frame, &(UiText){ .rect = { x + 214, y + 34, 306, 110 },
                              .text = title,
                              .face = TEXT_FACE_BOLD,
                              .size = frame->theme->text_label,
                              .role = SPEAK_TEXT,
                              .silent = got,
                              .fit_min = 0.5f,
                              .max_lines = 2 });
    ui_text(frame, &(UiText){ .rect = { x + 214, y + 140, 306, 130 },
                              .text = got ? text : TR(frame->catalogue, "album.later", "Still to find"),
                              .size = frame->theme->text_small,
                              .color = frame->theme->ink_soft,
                              .role = SPEAK_TEXT,
                              .fit_min = 0.5f });
}

static void draw_badges(const AlbumScene *album, UiFrame *frame)
{
    for (size_t i = 0; i < DEED_COUNT; i++) {
        bool got = album->deeds & (1u << i);
        draw_item(frame, i, frame_join(frame, "ui/badge_", strview_from_cstr(deed_name((Deed)i))),
                  deed_title(frame->catalogue, (Deed)i), deed_text(frame->catalogue, (Deed)i), got);
    }
}

static void draw_tools(const AlbumScene *album, UiFrame *frame)
{
    StrView rest = album->tools;
    StrView tool;
    size_t index = 0;
    while (strview_take(&rest, ' ', &tool) && index < 6) {
        draw_item(frame, index++, frame_join(frame, "icon/", tool), tool_title(frame->catalogue, tool),
                  tool_text(frame->catalogue, tool), true);
    }
    if (index == 0) {
        ui_text(frame, &(UiText){ .rect = { frame->width / 2 - screen_fit(frame, 1200) / 2, 480, screen_fit(frame, 1200), 160 },
                                  .text = TR(frame->catalogue, "album.no_tools", "Play the first story to find Sango's tools."),
                                  .color = frame->theme->white,
                                  .align = TEXT_ALIGN_CENTRE,
                                  .role = SPEAK_TEXT });
    }
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
        draw_badges(album, frame);
    } else {
        draw_tools(album, frame);
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
