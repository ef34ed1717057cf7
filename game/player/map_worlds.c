#include "map_internal.h"

/* The islands: the place that is chosen large, the others small behind it. */
enum { ISLAND_W = 640, ISLAND_H = 623, STONE_W = 56, STONE_H = 40, WAVE = 20, FLAG_W = 120, FLAG_H = 150, MEDAL_W = 420, MEDAL_H = 460 };

void map_draw_stones(UiFrame *frame, float x, float y, float to_x, float to_y, unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        float share = ((float)i + 0.5f) / (float)count;
        float bow = 60.0f * share * (1 - share);
        Rect stone = { x + (to_x - x) * share - STONE_W / 2.0f, y + (to_y - y) * share + bow - STONE_H / 2.0f, STONE_W, STONE_H };
        stone.x = ui_mirror_x(frame, stone.x, stone.w);
        draw_nine(frame->draw, SV("map/stone"), stone, 0xFFFFFFFFu);
    }
}

static void draw_sign(UiFrame *frame, StrView sprite, Rect rect, Rgba color)
{
    rect.x = ui_mirror_x(frame, rect.x, rect.w);
    draw_nine(frame->draw, sprite, rect, color);
}

static StrView world_title(const UiFrame *frame, const MapPlace *place)
{
    if (place->power == POWER_COUNT) {
        return TR(frame->catalogue, "map.home", "Sango's Home");
    }
    char id[80];
    StrView prefix = SV("world.");
    size_t len = 0;
    for (; len < prefix.len; len++) {
        id[len] = prefix.data[len];
    }
    for (size_t i = 0; i < place->id.len && len < sizeof id; i++) {
        id[len++] = place->id.data[i];
    }
    return catalogue_get(frame->catalogue, (StrView){ id, len }, place->title);
}

/* "4 of 6 stars, 1 of 2 stories" */
static StrView say_progress(UiFrame *frame, const MapPlace *place)
{
    TextValue values[] = { { SV("stars"), frame_number(frame, place->progress.stars) },
                           { SV("most"), frame_number(frame, place->progress.stars_most) },
                           { SV("done"), frame_number(frame, place->progress.done) },
                           { SV("levels"), frame_number(frame, place->progress.levels) } };
    return frame_format(frame, TR(frame->catalogue, "map.progress", "{stars} of {most} stars, {done} of {levels} stories"), values, 4);
}

/* "Privacy: Explorer", or the power alone before the first rank; empty for home. */
static StrView say_rank(const MapScene *map, UiFrame *frame, const MapPlace *place)
{
    if (place->power == POWER_COUNT) {
        return SV("");
    }
    StrView power = power_title(frame->catalogue, place->power);
    unsigned rank = map->badges.powers[place->power];
    TextValue values[] = { { SV("power"), power }, { SV("rank"), badge_rank_title(frame->catalogue, rank) } };
    return rank == 0 ? power : frame_format(frame, TR(frame->catalogue, "map.rank", "{power}: {rank}"), values, 2);
}

static StrView count_text(UiFrame *frame, unsigned got, unsigned of)
{
    TextValue values[] = { { SV("got"), frame_number(frame, got) }, { SV("of"), frame_number(frame, of) } };
    return frame_format(frame, TR(frame->catalogue, "map.count", "{got}/{of}"), values, 2);
}

static void write_count(UiFrame *frame, StrView text, Rect rect)
{
    float letters = map_is_large(frame) ? 1.3f / frame->text_scale : 1; /* alike on all islands, rather than each as large as it may */
    ui_text(frame, &(UiText){ .rect = rect,
                              .text = text,
                              .face = TEXT_FACE_BOLD,
                              .size = frame->theme->text_small * letters,
                              .color = frame->theme->on_bar,
                              .silent = true,
                              .middle = true,
                              .fit_min = 0.3f,
                              .max_lines = 1 });
}

/* Stars won of those that can be won, stories finished of those that there are; said with the island. */
static void draw_signs(UiFrame *frame, const WorldProgress *progress, Rect rect)
{
    float side = rect.h * (map_is_large(frame) ? 0.68f : 0.8f);
    float y = rect.y + (rect.h - side) / 2;
    float stars_w = rect.w * 0.52f;
    Rect words = { rect.x + side + 8, rect.y - 3, stars_w - side - 12, rect.h };
    draw_sign(frame, SV("ui/star_on"), (Rect){ rect.x, y, side, side }, 0xFFFFFFFFu);
    write_count(frame, count_text(frame, progress->stars, progress->stars_most), words);
    words = (Rect){ rect.x + stars_w + side + 8, rect.y - 3, rect.w - stars_w - side - 8, rect.h };
    draw_sign(frame, SV("ui/tick"), (Rect){ rect.x + stars_w, y, side, side }, frame->theme->on_bar);
    write_count(frame, count_text(frame, progress->done, progress->levels), words);
}

static void write_title(UiFrame *frame, StrView title, Rect rect, float size, uint16_t lines)
{
    ui_text(frame, &(UiText){ .rect = rect,
                              .text = title,
                              .face = TEXT_FACE_TITLE,
                              .size = size * (map_is_large(frame) ? 1.35f / frame->text_scale : 1),
                              .color = frame->theme->on_bar,
                              .align = TEXT_ALIGN_CENTRE,
                              .silent = true,
                              .middle = true,
                              .line_spacing = 0.9f,
                              .fit_min = 0.35f,
                              .max_lines = lines });
}

/* --- the small ones -------------------------------------------------------------- */

static float plate_height(const UiFrame *frame)
{
    return map_is_large(frame) ? 138 : 106;
}

static float island_width(const UiFrame *frame, Rect cell)
{
    float room = (cell.h - plate_height(frame) + 14) * ISLAND_W / ISLAND_H;
    return cell.w - 16 < room ? cell.w - 16 : room;
}

/* The medal of its power on one side, a flag on the other when all is played, a lock when nothing can be. */
static void draw_marks(const MapScene *map, UiFrame *frame, const MapPlace *place, Rect island, float side)
{
    if (place->power != POWER_COUNT && map_is_open(place)) {
        unsigned rank = map->badges.powers[place->power];
        Rect medal = { island.x + island.w * 0.04f - side * 0.3f, island.y + island.h * 0.76f - side, side, side * MEDAL_H / MEDAL_W };
        draw_sign(frame, badge_picture(frame, power_name(place->power), rank), medal, rank ? 0xFFFFFFFFu : frame->theme->locked);
    }
    Rect mark = { island.x + island.w * 0.74f, island.y + island.h * 0.72f - side * FLAG_H / FLAG_W, side, side * FLAG_H / FLAG_W };
    if (map_is_finished(place)) {
        draw_sign(frame, SV("ui/flag"), mark, 0xFFFFFFFFu);
    } else if (!map_is_open(place)) {
        draw_sign(frame, SV("icon/lock"), (Rect){ mark.x, mark.y + mark.h - side, side, side }, 0xFFFFFFFFu);
    }
}

static void draw_plate(UiFrame *frame, const MapPlace *place, StrView title, Rect plate)
{
    float signs = map_is_large(frame) ? 52 : 44;
    bool is_open = map_is_open(place);
    float name = is_open ? plate.h - signs - 6 : plate.h;
    ui_bar(frame, plate, 30);
    write_title(frame, title, (Rect){ plate.x + 10, plate.y + (is_open ? 2 : 0), plate.w - 20, name }, frame->theme->text_small,
                map_is_large(frame) || !is_open ? 2 : 1);
    if (is_open) {
        float width = plate.w - 36 < 250 ? plate.w - 36 : 250;
        draw_signs(frame, &place->progress, (Rect){ plate.x + (plate.w - width) / 2, plate.y + plate.h - signs - 8, width, signs });
    }
}

/* A button when something is to be played there. */
static void draw_other(const MapScene *map, UiFrame *frame, size_t index, Rect cell)
{
    const MapPlace *place = &map->places[index];
    float side = island_width(frame, cell);
    Rect island = { cell.x + (cell.w - side) / 2, cell.y, side, side * ISLAND_H / ISLAND_W };
    StrView title = world_title(frame, place);
    StrView picture = place->picture;
    if (map_is_open(place)) {
        ui_button(frame, &(UiButton){ .id = MAP_PLACE + (uint32_t)index,
                                      .rect = island,
                                      .label = title,
                                      .value = say_progress(frame, place),
                                      .description = say_rank(map, frame, place),
                                      .icon = picture,
                                      .style = UI_BUTTON_ROUND });
    } else {
        Rect drawn = { ui_mirror_x(frame, island.x, island.w), island.y, island.w, island.h };
        draw_nine(frame->draw, picture, drawn, 0xE2ECFAE6u);
        speak_list_add(frame->speak, &(SpeakItem){ .role = SPEAK_IMAGE,
                                                   .label = title,
                                                   .value = TR(frame->catalogue, "map.later", "Opens later"),
                                                   .rect = drawn });
    }
    draw_marks(map, frame, place, island, island.w * 0.3f < 62 ? island.w * 0.3f : 62);
    draw_plate(frame, place, title, (Rect){ cell.x + 7, island.y + island.h - 14, cell.w - 14, plate_height(frame) });
}

static void draw_more(UiFrame *frame, Rect cell)
{
    float side = 104;
    ui_button(frame, &(UiButton){ .id = MAP_WORLDS_MORE,
                                  .rect = { cell.x + (cell.w - side) / 2, cell.y + (cell.h - side) / 2, side, side },
                                  .label = TR(frame->catalogue, "map.more", "More worlds"),
                                  .icon = frame->mirrored ? SV("ui/btn_next_rtl") : SV("ui/btn_next"),
                                  .style = UI_BUTTON_ROUND });
}

void map_draw_others(const MapScene *map, UiFrame *frame, const MapLayout *layout)
{
    size_t others = map->place_count > 0 ? map->place_count - 1 : 0;
    bool has_more = others > MAP_OTHERS_PAGE;
    size_t rows = (layout->shown + layout->columns - 1) / layout->columns;
    float swell = map_is_large(frame) ? 0 : WAVE; /* islands do not stand in a row */
    float cell_w = layout->others.w / (float)layout->columns;
    float cell_h = layout->others.h / (float)(rows ? rows : 1);
    size_t at = 0, seen = 0;
    for (size_t i = 0; i <= map->place_count && at < layout->shown; i++) {
        if (i < map->place_count && (i == map->place || seen++ < map->first_other)) {
            continue;
        }
        size_t column = at % layout->columns;
        float y = layout->others.y + (float)(at / layout->columns) * cell_h;
        Rect cell = { layout->others.x + (float)column * cell_w, y + (column % 2 ? swell : 0), cell_w, cell_h - swell };
        at++;
        if (has_more && (at == layout->shown || i == map->place_count)) {
            draw_more(frame, cell);
            return;
        }
        if (i == map->place_count) {
            return;
        }
        if (column > 0 && frame->width > 1600) {
            float shore = y + swell / 2 + island_width(frame, cell) * ISLAND_H / ISLAND_W - 44;
            map_draw_stones(frame, cell.x - 26, shore, cell.x + 26, shore, 1);
        }
        draw_other(map, frame, i, cell);
    }
}

/* --- the large one ----------------------------------------------------------------- */

static void draw_large_plate(const MapScene *map, UiFrame *frame, const MapPlace *place, Rect plate)
{
    StrView rank = say_rank(map, frame, place);
    float row = plate.h / 3;
    StrView title = world_title(frame, place);
    Rect words = { plate.x + 28, plate.y + 4, plate.w - 56, row * (rank.len ? 1.1f : 1.5f) };
    ui_bar(frame, plate, 40);
    write_title(frame, title, words, 48, 1);
    if (rank.len) {
        write_title(frame, rank, (Rect){ words.x, words.y + words.h - 4, words.w, row * 0.82f }, frame->theme->text_small, 1);
    }
    if (map_is_open(place)) {
        float width = plate.w - 60 < 330 ? plate.w - 60 : 330;
        draw_signs(frame, &place->progress, (Rect){ plate.x + (plate.w - width) / 2, plate.y + plate.h - row - 8, width, row * 0.94f });
    }
    Rect drawn = { ui_mirror_x(frame, plate.x, plate.w), plate.y, plate.w, plate.h };
    speak_list_add(frame->speak, &(SpeakItem){ .role = SPEAK_HEADING, .label = title, .value = say_progress(frame, place), .description = rank, .rect = drawn });
}

void map_draw_island(const MapScene *map, App *app, UiFrame *frame, const MapLayout *layout)
{
    Rect island = layout->island;
    Rect drawn = { ui_mirror_x(frame, island.x, island.w), island.y, island.w, island.h };
    bool has_place = map->place < map->place_count;
    const MapPlace *place = has_place ? &map->places[map->place] : NULL;
    draw_nine(frame->draw, place ? place->picture : SV("map/privacy"), drawn, 0xFFFFFFFFu);
    stage_draw_actor(app->parts.art, frame, SV("sango"), SV("cheering"), drawn.x + drawn.w * (place && map_is_finished(place) ? 0.62f : 0.72f),
                     drawn.y + drawn.h * 0.83f, island.w / 1400, 0);
    if (place) {
        draw_marks(map, frame, place, island, island.w * 0.2f);
        draw_large_plate(map, frame, place, layout->plate);
    }
}
