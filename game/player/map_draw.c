#include "map_internal.h"

#include "widgets_internal.h"

/* How the map looks: the world that is played, large, with its levels beside it as the
 * next steps; the other worlds as islands behind it. */
enum { CARD_H = 222, CARD_MOST_H = 340, CARD_GAP = 30, CARD_FOOT = 84, CARD_FOOT_LARGE = 26, FACE = 190, STARS = 60, TAG_H = 70, PLATE_H = 62 };
enum { ISLAND_W = 640, ISLAND_H = 623, STONE_W = 56, STONE_H = 40, WAVE = 26 };

/* Large letters have the whole height of a card: its stars go under the face, its tag beside the title. */
static bool is_large(const UiFrame *frame)
{
    return frame->text_scale > 1.3f;
}

/* A name on one line, or on two. */
static float plate_height(const UiFrame *frame)
{
    return is_large(frame) ? 92 : PLATE_H;
}

typedef struct MapPlaces {
    bool is_tall;   /* a screen held upright: all is below each other */
    Rect others;    /* the other islands */
    size_t columns; /* of them */
    Rect world;     /* the large island */
    Rect cards;
    float buttons_y;
} MapPlaces;

static MapPlaces place_all(const UiFrame *frame, size_t world_count)
{
    float w = frame->width;
    float h = frame->height;
    MapPlaces places = { .is_tall = h > w, .buttons_y = h - 132 };
    size_t others = world_count > 1 ? world_count - 1 : 1;
    if (places.is_tall) {
        places.columns = 4;
        places.others = (Rect){ 30, 190, w - 60, (float)((others + 3) / 4) * h * 0.14f };
        float top = places.others.y + places.others.h + 20;
        float island = (places.buttons_y - top) * 0.42f;
        places.world = (Rect){ w / 2 - island * ISLAND_W / ISLAND_H / 2, top, island * ISLAND_W / ISLAND_H, island };
        top += island + 70;
        places.cards = (Rect){ 230, top, w - 290, places.buttons_y - 40 - top };
    } else {
        float island = h - 490 < 700 ? h - 490 : 700;
        places.columns = others;
        places.others = (Rect){ 16, 172, w - 32, 258 + (h - 1080) * 0.35f };
        float top = places.others.y + places.others.h + 10;
        places.world = (Rect){ 60, top + (h - top - island) / 2 - 24, island * ISLAND_W / ISLAND_H, island };
        places.cards = (Rect){ places.world.x + places.world.w + 190, top, 0, places.buttons_y - 24 - top };
        places.cards.w = w - places.cards.x - 50;
    }
    return places;
}

static StrView world_title(const UiFrame *frame, const LevelWorld *world)
{
    char id[80];
    StrView prefix = SV("world.");
    size_t len = 0;
    for (; len < prefix.len; len++) {
        id[len] = prefix.data[len];
    }
    for (size_t i = 0; i < world->id.len && len < sizeof id; i++) {
        id[len++] = world->id.data[i];
    }
    return catalogue_get(frame->catalogue, (StrView){ id, len }, world->title);
}

static void draw_stones(UiFrame *frame, float x, float y, float to_x, float to_y, unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        float share = ((float)i + 0.5f) / (float)count;
        float bow = 60.0f * share * (1 - share);
        Rect stone = { x + (to_x - x) * share - STONE_W / 2.0f, y + (to_y - y) * share + bow - STONE_H / 2.0f, STONE_W, STONE_H };
        stone.x = ui_mirror_x(frame, stone.x, stone.w);
        draw_nine(frame->draw, SV("map/stone"), stone, 0xFFFFFFFFu);
    }
}

/* The world's name; it is said with the island. */
static void write_name(UiFrame *frame, StrView name, Rect rect)
{
    UiText text = { .rect = { rect.x + 12, rect.y - 2, rect.w - 24, rect.h },
                    .text = name,
                    .face = TEXT_FACE_TITLE,
                    .size = frame->theme->text_small * (is_large(frame) ? 1.35f / frame->text_scale : 1), /* alike, rather than each as large as it may */
                    .color = frame->theme->on_bar,
                    .align = TEXT_ALIGN_CENTRE,
                    .silent = true,
                    .middle = true,
                    .line_spacing = 0.9f,
                    .fit_min = 0.35f,
                    .max_lines = is_large(frame) ? 2 : 1 };
    ui_bar(frame, rect, 30);
    ui_text(frame, &text);
}

/* What is not open yet has a lock on its beach. */
static void draw_lock(UiFrame *frame, Rect island)
{
    const float side = 62;
    Rect lock = { island.x + island.w * 0.77f, island.y + island.h * 0.5f, side, side };
    lock.x = ui_mirror_x(frame, lock.x, lock.w);
    draw_nine(frame->draw, SV("icon/lock"), lock, 0xFFFFFFFFu);
}

/* Width of an island in its cell, above its name. */
static float island_width(const UiFrame *frame, Rect cell)
{
    float room = (cell.h - plate_height(frame) + 12) * ISLAND_W / ISLAND_H;
    return cell.w - 16 < room ? cell.w - 16 : room;
}

/* A world that is not played now: a button when it is open. */
static void draw_other(const LevelWorld *world, UiFrame *frame, size_t index, Rect cell)
{
    float side = island_width(frame, cell);
    Rect island = { cell.x + (cell.w - side) / 2, cell.y, side, side * ISLAND_H / ISLAND_W };
    Rect name = { cell.x + 9, island.y + island.h - 12, cell.w - 18, plate_height(frame) };
    StrView title = world_title(frame, world);
    if (world->is_open) {
        ui_button(frame, &(UiButton){ .id = MAP_WORLD + (uint32_t)index,
                                      .rect = island,
                                      .label = title,
                                      .icon = frame_join(frame, "map/", world->id),
                                      .style = UI_BUTTON_ROUND });
        write_name(frame, title, name);
        return;
    }
    StrView later = TR(frame->catalogue, "map.later", "Opens later");
    Rect drawn = { ui_mirror_x(frame, island.x, island.w), island.y, island.w, island.h };
    draw_nine(frame->draw, frame_join(frame, "map/", world->id), drawn, 0xE2ECFAE6u);
    draw_lock(frame, island);
    write_name(frame, title, name);
    speak_list_add(frame->speak, &(SpeakItem){ .role = SPEAK_IMAGE,
                                               .label = title,
                                               .value = later,
                                               .rect = drawn });
}

static void draw_others(const MapScene *map, const LevelPack *pack, UiFrame *frame, const MapPlaces *places)
{
    size_t rows = (pack->world_count - 1 + places->columns - 1) / places->columns;
    float cell_w = places->others.w / (float)places->columns;
    float cell_h = places->others.h / (float)(rows ? rows : 1);
    size_t at = 0;
    for (size_t i = 0; i < pack->world_count; i++) {
        if (i == map->world) {
            continue;
        }
        size_t column = at % places->columns;
        float swell = column % 2 ? WAVE : 0; /* islands do not stand in a row */
        float y = places->others.y + (float)(at / places->columns) * cell_h;
        Rect cell = { places->others.x + (float)column * cell_w, y + swell, cell_w, cell_h - WAVE };
        if (column > 0) {
            float shore = y + WAVE / 2.0f + island_width(frame, cell) * ISLAND_H / ISLAND_W - 44;
            draw_stones(frame, cell.x - 26, shore, cell.x + 26, shore, 1);
        }
        draw_other(&pack->worlds[i], frame, i, cell);
        at++;
    }
}

static void draw_world(const MapScene *map, App *app, UiFrame *frame, const MapPlaces *places)
{
    const LevelPack *pack = app->parts.pack;
    Rect island = places->world;
    Rect drawn = { ui_mirror_x(frame, island.x, island.w), island.y, island.w, island.h };
    bool has_world = map->world < pack->world_count;
    StrView id = has_world ? pack->worlds[map->world].id : SV("privacy");
    draw_nine(frame->draw, frame_join(frame, "map/", id), drawn, 0xFFFFFFFFu);
    float scale = island.w / 1300;
    stage_draw_actor(app->parts.art, frame, SV("sango"), SV("cheering"), drawn.x + drawn.w * 0.76f, drawn.y + drawn.h * 0.83f,
                     scale, 0);
    if (!has_world) {
        return;
    }
    Rect name = { island.x + island.w / 2 - 230, island.y + island.h - 78, 460, 96 };
    draw_nine(frame->draw, SV("ui/pill_sun"), (Rect){ ui_mirror_x(frame, name.x, name.w), name.y, name.w, name.h }, 0xFFFFFFFFu);
    ui_text(frame, &(UiText){ .rect = { name.x + 24, name.y - 4, name.w - 48, name.h - 8 },
                              .text = world_title(frame, &pack->worlds[map->world]),
                              .face = TEXT_FACE_TITLE,
                              .size = 48,
                              .color = frame->theme->on_pill,
                              .align = TEXT_ALIGN_CENTRE,
                              .role = SPEAK_HEADING,
                              .middle = true,
                              .fit_min = 0.4f,
                              .max_lines = 1 });
}

static StrView level_text(UiFrame *frame, const LevelEntry *level, const char *part, StrView english)
{
    StrBuf id;
    strbuf_init(&id, alloc_heap());
    strbuf_printf(&id, "level.%.*s.%s", SV_ARG(level->key), part);
    StrView text = catalogue_get(frame->catalogue, strbuf_view(&id), english);
    strbuf_release(&id);
    return text;
}

/* What a child would do with the level now; empty for nothing special. */
static StrView state_text(const MapScene *map, App *app, UiFrame *frame, const LevelEntry *level)
{
    const Catalogue *texts = frame->catalogue;
    StrView save = app_get(app, frame->arena, frame_join(frame, "save.", level->key));
    bool is_next = map->suggested != SIZE_MAX && map->levels[map->suggested] == level;
    return save.len                       ? TR(texts, "map.continue", "Go on where you were")
           : map_find_result(map, level->key) ? TR(texts, "map.again", "Play it again")
           : is_next                      ? TR(texts, "map.next", "Play this next")
                                          : SV("");
}

static float tag_width(UiFrame *frame, StrView state, Rect card)
{
    float room = is_large(frame) ? card.w * 0.42f : card.w - 3 * STARS - 140;
    float letters = is_large(frame) ? 1.3f / frame->text_scale : 1; /* as they fit its height */
    float width = ui_line_width(frame, state, TEXT_FACE_BOLD, frame->theme->text_small) * letters + 64;
    return state.len == 0 ? 0 : width < room ? width : room;
}

/* The tag at the foot of a card, opposite the stars. */
static void draw_state(UiFrame *frame, StrView state, bool is_done, Rect card)
{
    if (state.len == 0) {
        return;
    }
    float width = tag_width(frame, state, card);
    Rect pill = { card.x + card.w - width - 44, card.y + card.h - CARD_FOOT, width, TAG_H };
    if (is_large(frame)) {
        pill = (Rect){ pill.x + 10, card.y + 16, width, TAG_H + 12 };
    }
    Rect drawn = { ui_mirror_x(frame, pill.x, pill.w), pill.y, pill.w, pill.h };
    draw_nine(frame->draw, is_done ? SV("ui/pill_sky") : SV("ui/pill_coral"), drawn, 0xFFFFFFFFu);
    ui_text(frame, &(UiText){ .rect = { pill.x + 24, pill.y, pill.w - 48, pill.h - 10 },
                              .text = state,
                              .face = TEXT_FACE_BOLD,
                              .size = frame->theme->text_small,
                              .color = frame->theme->on_pill,
                              .align = TEXT_ALIGN_CENTRE,
                              .silent = true,
                              .middle = true,
                              .fit_min = 0.4f,
                              .max_lines = 1 });
}

static void draw_level(const MapScene *map, App *app, UiFrame *frame, size_t index, Rect card)
{
    const LevelEntry *level = map->levels[index];
    const StoreResult *result = map_find_result(map, level->key);
    StrView state = state_text(map, app, frame, level);
    ui_button(frame, &(UiButton){ .id = MAP_LEVEL + (uint32_t)index,
                                  .rect = card,
                                  .label = level_text(frame, level, "title", level->title),
                                  .value = state,
                                  .description = level_text(frame, level, "summary", level->summary),
                                  .style = UI_BUTTON_PICTURE,
                                  .foot = is_large(frame) ? CARD_FOOT_LARGE : CARD_FOOT,
                                  .aside = is_large(frame) ? tag_width(frame, state, card) : 0,
                                  .group = 1 });
    draw_state(frame, state, result && index != map->suggested, card);
    float scale = FACE / 160.0f;
    bool has_stars_below = is_large(frame);
    DrawPose pose = { .x = ui_mirror_x(frame, card.x - FACE * 0.84f, FACE),
                      .y = card.y + (card.h - FACE) / 2 - (has_stars_below ? STARS * 0.5f : 0),
                      .scale_x = scale,
                      .scale_y = scale };
    draw_sprite(frame->draw, SV("ui/avatar_sango"), pose, 0xFFFFFFFFu);
    pose.scale_x = pose.scale_y = FACE / 240.0f;
    draw_sprite(frame->draw, frame_join(frame, "level/", level->key), pose, 0xFFFFFFFFu);
    unsigned stars = result ? result->best_stars : 0;
    TextValue values[] = { { SV("got"), frame_number(frame, stars) } };
    float stars_x = has_stars_below ? card.x - FACE * 0.84f + (FACE - 3 * STARS * 1.06f) / 2 : card.x + 50;
    float stars_y = has_stars_below ? pose.y + FACE - 20 : card.y + card.h - CARD_FOOT + 2;
    if (has_stars_below) {
        ui_bar(frame, (Rect){ stars_x - 16, stars_y - 6, 3 * STARS * 1.06f + 28, STARS + 12 }, STARS / 2.0f + 6);
    }
    ui_stars(frame, stars_x, stars_y, STARS, stars, 3,
             frame_format(frame, TR(frame->catalogue, "map.stars", "{got} of 3 stars"), values, 1));
}

static void draw_levels(const MapScene *map, App *app, UiFrame *frame, const MapPlaces *places)
{
    size_t fits = (size_t)((places->cards.h + CARD_GAP) / (CARD_H + CARD_GAP));
    fits = fits ? fits : 1;
    size_t columns = (map->level_count + fits - 1) / fits;
    if (columns == 0) {
        return;
    }
    size_t rows = (map->level_count + columns - 1) / columns;
    float height = places->cards.h / (float)rows - 2 * CARD_GAP; /* large where there is room */
    height = height < CARD_H ? CARD_H : height > CARD_MOST_H ? CARD_MOST_H : height;
    float gap = places->cards.h / (float)rows - height;
    gap = gap < CARD_GAP ? CARD_GAP : gap > 2 * CARD_GAP ? 2 * CARD_GAP : gap;
    float step = height + gap;
    float top = places->cards.y + (places->cards.h - (float)rows * step + gap) / 2;
    float width = (places->cards.w - (float)(columns - 1) * 200) / (float)columns;
    float from_x = places->world.x + places->world.w * 0.95f;
    for (size_t i = 0; i < map->level_count; i++) {
        Rect card = { places->cards.x + (float)(i % columns) * (width + 200), top + (float)(i / columns) * step, width, height };
        if (!places->is_tall && i % columns == 0) {
            float from_y = places->world.y + places->world.h * (0.62f + 0.22f * (float)(i / columns));
            draw_stones(frame, from_x, from_y, card.x - FACE * 0.8f, card.y + height * 0.6f, 2);
        }
        draw_level(map, app, frame, i, card);
    }
}

void map_draw(Scene *scene, App *app, UiFrame *frame)
{
    const MapScene *map = (const MapScene *)scene;
    const LevelPack *pack = app->parts.pack;
    const Catalogue *texts = frame->catalogue;
    TextValue name = { SV("name"), app_nickname(app, frame->arena) };
    uint32_t first = map->suggested == SIZE_MAX ? MAP_LEVEL : MAP_LEVEL + (uint32_t)map->suggested;
    MapPlaces places = place_all(frame, pack ? pack->world_count : 0);
    screen_background(frame, SV("map"), screen_light(app));
    ui_begin(frame, TR(texts, "map.screen", "Map of worlds"), first);
    screen_heading(frame, frame_format(frame, TR(texts, "map.hello", "Hello, {name}! Who needs you today?"), &name, 1), true);
    if (pack) {
        draw_others(map, pack, frame, &places);
        draw_world(map, app, frame, &places);
        draw_levels(map, app, frame, &places);
    }
    float middle = places.is_tall ? frame->width / 2 : places.cards.x + places.cards.w / 2 - 40;
    float y = places.buttons_y;
    screen_button(frame, MAP_ALBUM, middle - 250, y, 470, TR(texts, "map.album", "My album"), UI_BUTTON_PLAIN);
    screen_button(frame, MAP_CHANGE_BAND, middle + 250, y, 470, TR(texts, "map.band", "Other stories"), UI_BUTTON_QUIET);
    ui_button(frame, &(UiButton){ .id = WIDGET_MENU,
                                  .rect = { frame->width - 180, 42, 120, 120 },
                                  .label = TR(texts, "title.settings", "Settings"),
                                  .icon = SV("ui/btn_gear"),
                                  .style = UI_BUTTON_ROUND });
    screen_notice(app, frame);
    ui_end(frame);
}
