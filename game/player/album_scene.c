#include "badges_internal.h"
#include "progress_internal.h"
#include "sango/player/scenes.h"
#include "tools_internal.h"

/* What a child has earned: badges of deeds and of powers, Sango's tools, a sticker for each finished story. */
enum { ALBUM_DEEDS = 1, ALBUM_POWERS, ALBUM_TOOLS, ALBUM_STORIES, ALBUM_CERTIFICATE, ALBUM_MORE, ALBUM_PAGE_COUNT = 4 };
enum { MEDAL_W = 420, MEDAL_H = 460 }; /* canvas of a badge's picture */
enum { FEW = 6, MANY = 8 }; /* places of the grid, and of that with narrower ones */

typedef struct AlbumScene {
    Scene base;
    Arena texts;
    Badges badges;
    ToolRecord tools[TOOL_COUNT];
    Progress progress;
    size_t first_sticker; /* on the page that is shown */
    unsigned page;
} AlbumScene;

static void album_enter(Scene *scene, App *app)
{
    AlbumScene *album = (AlbumScene *)scene;
    arena_reset(&album->texts);
    badges_read(app, &album->badges);
    tools_read(app, &album->texts, album->tools);
    progress_read(app, &album->texts, &album->progress);
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
    if (id >= ALBUM_DEEDS && id <= ALBUM_STORIES) {
        album->page = id - ALBUM_DEEDS;
        album->first_sticker = 0;
        app_sound(app, SV("page"));
    } else if (id == ALBUM_CERTIFICATE) {
        scene_stack_push(&app->scenes, certificate_scene_create(app));
    } else if (id == ALBUM_MORE) {
        album->first_sticker += MANY - 1;
        album->first_sticker = album->first_sticker < album->progress.count ? album->first_sticker : 0;
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
    unsigned rank; /* of a badge, 1 to 3 */
    bool is_small; /* a small picture beside the words */
    bool is_got;   /* else: still to find */
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
    if (item.h > 340 && !shown->is_small && has_room_above) {
        float height = item.h - 198 * large_share(frame); /* large letters take from the medal */
        *picture = (Rect){ item.x + (item.w - height / ratio) / 2, item.y + 10, height / ratio, height };
        *words = (Rect){ item.x + 24, item.y + height + 12, item.w - 48, item.h - height - 36 };
        return;
    }
    float width = shown->is_small ? (item.w > 500 ? 164 : 140) : item.w > 500 ? 186 : item.h > 340 ? 160 : 150;
    *picture = (Rect){ item.x + 26, item.y + (item.h - 14 - width * ratio) / 2, width, width * ratio };
    *words = (Rect){ item.x + width + 44, item.y + 20, item.w - width - 66, item.h - 52 };
}

/* Title and sentence, as a block in the middle of their place. */
static void write_item(UiFrame *frame, const AlbumItem *shown, Rect words, bool is_below)
{
    bool got = shown->is_got;
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
    } else if (shown->is_got) {
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
                                          .rank = rank,
                                          .is_got = rank > 0 });
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

/* "Met in The Surprise Present. Chosen 3 times." */
static StrView say_use(App *app, UiFrame *frame, const ToolRecord *tool)
{
    const Catalogue *texts = frame->catalogue;
    const LevelEntry *level = tool->level.len ? app_find_level(app, tool->level, NULL) : NULL;
    StrBuf text;
    strbuf_init(&text, alloc_heap());
    strbuf_append(&text, tool_text(texts, tool->id));
    if (level) {
        TextValue value = { SV("story"), level_title(frame, level) };
        strbuf_char(&text, ' ');
        text_format(&text, TR(texts, "album.met", "Met in: {story}."), &value, 1);
    }
    if (tool->chosen) {
        TextValue value = { SV("n"), frame_number(frame, tool->chosen) };
        strbuf_char(&text, ' ');
        text_format(&text, tool->chosen == 1 ? TR(texts, "album.chosen_once", "You chose it once.") : TR(texts, "album.chosen", "You chose it {n} times."), &value, 1);
    }
    StrView copy = arena_copy(frame->arena, strbuf_view(&text));
    strbuf_release(&text);
    return copy;
}

static void draw_tools(const AlbumScene *album, App *app, UiFrame *frame)
{
    for (size_t i = 0; i < TOOL_COUNT; i++) {
        const ToolRecord *tool = &album->tools[i];
        draw_item(frame, item_rect(frame, i, TOOL_COUNT), &(AlbumItem){ .picture = frame_join(frame, "icon/", tool->id),
                                                                        .picture_w = 1,
                                                                        .picture_h = 1,
                                                                        .title = tool_title(frame->catalogue, tool->id),
                                                                        .text = say_use(app, frame, tool),
                                                                        .is_small = true,
                                                                        .is_got = tool->is_met });
    }
    draw_sango(app, frame, TOOL_COUNT, SV("happy"));
}

static void draw_more(UiFrame *frame, Rect place)
{
    float side = 120;
    ui_button(frame, &(UiButton){ .id = ALBUM_MORE,
                                  .rect = { place.x + (place.w - side) / 2, place.y + (place.h - side) / 2, side, side },
                                  .label = TR(frame->catalogue, "album.more", "More stories"),
                                  .icon = frame->mirrored ? SV("ui/btn_next_rtl") : SV("ui/btn_next"),
                                  .style = UI_BUTTON_ROUND });
}

/* A sticker: the story's picture, its name, its stars. */
static void draw_stories(const AlbumScene *album, App *app, UiFrame *frame)
{
    const Catalogue *texts = frame->catalogue;
    bool has_pages = album->progress.count > MANY;
    size_t room = has_pages ? MANY - 1 : MANY, at = 0;
    for (size_t i = album->first_sticker; i < album->progress.count && at < room; i++) {
        const StoreResult *result = &album->progress.results[i];
        const LevelEntry *level = app_find_level(app, result->level, NULL);
        TextValue got = { SV("got"), frame_number(frame, result->best_stars) };
        AlbumItem item = { .picture = level ? level_picture(app, frame, level) : SV("ui/avatar_sango"),
                           .picture_w = 1,
                           .picture_h = 1,
                           .title = level ? level_title(frame, level) : TR(texts, "album.gone", "A story that is no longer here"),
                           .text = frame_format(frame, TR(texts, "map.stars", "{got} of 3 stars"), &got, 1),
                           .is_got = true };
        draw_item(frame, item_rect(frame, at++, MANY), &item);
    }
    if (has_pages) {
        draw_more(frame, item_rect(frame, MANY - 1, MANY));
    }
    if (album->progress.count == 0) {
        ui_text(frame, &(UiText){ .rect = { frame->width / 2 - screen_fit(frame, 1200) / 2, 480, screen_fit(frame, 1200), 160 },
                                  .text = TR(texts, "album.no_stories", "Each story that you finish leaves a sticker here."),
                                  .color = frame->theme->white,
                                  .align = TEXT_ALIGN_CENTRE,
                                  .role = SPEAK_TEXT });
        draw_sango(app, frame, 0, SV("happy"));
    }
}

static void album_draw(Scene *scene, App *app, UiFrame *frame)
{
    const AlbumScene *album = (const AlbumScene *)scene;
    const Catalogue *texts = frame->catalogue;
    screen_background(frame, SV("title"), SV("dawn"));
    ui_begin(frame, TR(texts, "album.screen", "My album"), WIDGET_BACK);
    screen_heading(frame, TR(texts, "album.screen", "My album"), true);
    StrView labels[ALBUM_PAGE_COUNT] = { TR(texts, "album.badges", "Badges"), TR(texts, "album.powers", "Powers"),
                                         TR(texts, "album.tools", "Tools"), TR(texts, "album.stories", "My stories") };
    bool is_tall = screen_is_tall(frame);
    float buttons = is_tall ? ALBUM_PAGE_COUNT : ALBUM_PAGE_COUNT + 1; /* in the row above the page */
    float gap = is_tall ? 8 : ITEM_GAP;
    float width = ((is_tall ? frame->width - 24 : screen_fit(frame, 1820)) - (buttons - 1) * gap) / buttons;
    float left = frame->width / 2 - (buttons * (width + gap) - gap) / 2;
    for (unsigned i = 0; i < ALBUM_PAGE_COUNT; i++) {
        ui_button(frame, &(UiButton){ .id = ALBUM_DEEDS + i,
                                      .rect = { left + (float)i * (width + gap), TABS_TOP, width, is_tall ? 116 : 104 },
                                      .label = labels[i],
                                      .style = album->page == i ? UI_BUTTON_PRIMARY : UI_BUTTON_QUIET,
                                      .checked = album->page == i });
    }
    void (*const pages[ALBUM_PAGE_COUNT])(const AlbumScene *, App *, UiFrame *) = { draw_deeds, draw_powers, draw_tools, draw_stories };
    pages[album->page](album, app, frame);
    Rect certificate = { left + ALBUM_PAGE_COUNT * (width + gap), TABS_TOP, width, 104 };
    if (is_tall) {
        certificate = (Rect){ frame->width / 2 - 260, frame->height - 130, 520, 104 };
    }
    ui_button(frame, &(UiButton){ .id = ALBUM_CERTIFICATE,
                                  .rect = certificate,
                                  .label = TR(texts, "album.certificate", "Certificate"),
                                  .style = UI_BUTTON_PLAIN });
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
