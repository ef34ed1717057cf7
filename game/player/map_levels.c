#include "map_internal.h"

/* The cards of the levels: as many as there is room for, the others on further pages. */
enum { CARD_H = 222, CARD_MOST_H = 340, CARD_GAP = 30, CARD_FOOT = 84, CARD_FOOT_LARGE = 26, FACE = 190, STARS = 60, TAG_H = 70, TURN = 104 };

/* What a child would do with the level now; empty for nothing special. */
static StrView state_text(const MapScene *map, App *app, UiFrame *frame, const LevelEntry *level)
{
    const Catalogue *texts = frame->catalogue;
    StrView save = app_get(app, frame->arena, frame_join(frame, "save.", level->key));
    return save.len                                      ? TR(texts, "map.continue", "Go on where you were")
           : progress_find(&map->progress, level->key)   ? TR(texts, "map.again", "Play it again")
           : map->suggested == level                     ? TR(texts, "map.next", "Play this next")
                                                         : SV("");
}

static float tag_width(UiFrame *frame, StrView state, Rect card)
{
    float room = map_is_large(frame) ? card.w * 0.42f : card.w - 3 * STARS - 140;
    float letters = map_is_large(frame) ? 1.3f / frame->text_scale : 1; /* as they fit its height */
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
    if (map_is_large(frame)) {
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

static void draw_stars(UiFrame *frame, Rect card, float face_y, unsigned stars)
{
    bool is_below = map_is_large(frame); /* the face */
    float x = is_below ? card.x - FACE * 0.84f + (FACE - 3 * STARS * 1.06f) / 2 : card.x + 50;
    float y = is_below ? face_y + FACE - 20 : card.y + card.h - CARD_FOOT + 2;
    TextValue value = { SV("got"), frame_number(frame, stars) };
    if (is_below) {
        ui_bar(frame, (Rect){ x - 16, y - 6, 3 * STARS * 1.06f + 28, STARS + 12 }, STARS / 2.0f + 6);
    }
    ui_stars(frame, x, y, STARS, stars, 3, frame_format(frame, TR(frame->catalogue, "map.stars", "{got} of 3 stars"), &value, 1));
}

static void draw_level(const MapScene *map, App *app, UiFrame *frame, size_t index, Rect card)
{
    const LevelEntry *level = map->levels[index];
    const StoreResult *result = progress_find(&map->progress, level->key);
    StrView state = state_text(map, app, frame, level);
    ui_button(frame, &(UiButton){ .id = MAP_LEVEL + (uint32_t)index,
                                  .rect = card,
                                  .label = level_title(frame, level),
                                  .value = state,
                                  .description = level_summary(frame, level),
                                  .style = UI_BUTTON_PICTURE,
                                  .foot = map_is_large(frame) ? CARD_FOOT_LARGE : CARD_FOOT,
                                  .aside = map_is_large(frame) ? tag_width(frame, state, card) : 0,
                                  .group = 1 });
    draw_state(frame, state, result && level != map->suggested, card);
    float y = card.y + (card.h - FACE) / 2 - (map_is_large(frame) ? STARS * 0.5f : 0);
    screen_level_picture(app, frame, level, (Rect){ card.x - FACE * 0.84f, y, FACE, FACE });
    draw_stars(frame, card, y, result ? result->best_stars : 0);
}

static void draw_turning(const MapScene *map, UiFrame *frame, Rect place)
{
    size_t pages = (map->level_count + map->page_levels - 1) / map->page_levels;
    TextValue values[] = { { SV("page"), frame_number(frame, (unsigned)(map->first_level / map->page_levels + 1)) },
                           { SV("pages"), frame_number(frame, (unsigned)pages) } };
    StrView page = frame_format(frame, TR(frame->catalogue, "map.page", "{page} of {pages}"), values, 2);
    UiButton turn = { .id = MAP_LEVELS_BEFORE,
                      .rect = { place.x, place.y, TURN, TURN },
                      .label = TR(frame->catalogue, "map.before", "Stories before"),
                      .icon = frame->mirrored ? SV("ui/btn_back_rtl") : SV("ui/btn_back"),
                      .style = UI_BUTTON_ROUND,
                      .disabled = map->first_level == 0 };
    ui_button(frame, &turn);
    ui_bar(frame, (Rect){ place.x - 14, place.y + place.h / 2 - 36, TURN + 28, 72 }, 36);
    ui_text(frame, &(UiText){ .rect = { place.x - 6, place.y + place.h / 2 - 34, TURN + 12, 68 },
                              .text = page,
                              .face = TEXT_FACE_BOLD,
                              .size = frame->theme->text_small,
                              .color = frame->theme->on_bar,
                              .align = TEXT_ALIGN_CENTRE,
                              .role = SPEAK_TEXT,
                              .middle = true,
                              .fit_min = 0.3f,
                              .max_lines = 1 });
    turn.id = MAP_LEVELS_AFTER;
    turn.rect.y = place.y + place.h - TURN;
    turn.label = TR(frame->catalogue, "map.after", "More stories of this world");
    turn.icon = frame->mirrored ? SV("ui/btn_next_rtl") : SV("ui/btn_next");
    turn.disabled = map->first_level + map->page_levels >= map->level_count;
    ui_button(frame, &turn);
}

/* How many cards a page has. Another size of the window or the letters may turn pages. */
static void fit_page(MapScene *map, Rect cards)
{
    size_t fits = (size_t)((cards.h + CARD_GAP) / (CARD_H + CARD_GAP));
    fits = fits ? fits : 1;
    if (fits == map->page_levels) {
        return;
    }
    bool is_first = map->page_levels == 0;
    map->page_levels = fits;
    map->first_level -= map->first_level % fits;
    for (size_t i = 0; is_first && i < map->level_count; i++) {
        map->first_level = map->levels[i] == map->suggested ? i - i % fits : map->first_level;
    }
}

void map_draw_levels(MapScene *map, App *app, UiFrame *frame, const MapLayout *layout)
{
    Rect cards = layout->cards;
    fit_page(map, cards);
    size_t rows = map->level_count < map->page_levels ? map->level_count : map->page_levels;
    if (rows == 0) {
        return;
    }
    bool has_pages = map->level_count > map->page_levels;
    float width = cards.w - (has_pages ? TURN + 44 : 0);
    float height = cards.h / (float)rows - 2 * CARD_GAP; /* large where there is room */
    height = height < CARD_H ? CARD_H : height > CARD_MOST_H ? CARD_MOST_H : height;
    float gap = cards.h / (float)rows - height;
    gap = gap < CARD_GAP ? CARD_GAP : gap > 2 * CARD_GAP ? 2 * CARD_GAP : gap;
    float top = cards.y + (cards.h - (float)rows * (height + gap) + gap) / 2;
    for (size_t i = 0; i < rows && map->first_level + i < map->level_count; i++) {
        Rect card = { cards.x, top + (float)i * (height + gap), width, height };
        if (!layout->is_tall) {
            map_draw_stones(frame, layout->island.x + layout->island.w * 0.95f, layout->island.y + layout->island.h * (0.52f + 0.22f * (float)i),
                            card.x - FACE * 0.8f, card.y + height * 0.6f, 2);
        }
        draw_level(map, app, frame, map->first_level + i, card);
    }
    if (has_pages) {
        draw_turning(map, frame, (Rect){ cards.x + cards.w - TURN, top, TURN, (float)rows * (height + gap) - gap });
    }
}
