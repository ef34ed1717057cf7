#include "activity_internal.h"

#include "play_internal.h"
#include "sango/player/widgets.h"

/* Sort: one card at a time is large above the baskets; what lies in a basket can be taken out again. */
enum { HAND_H = 140, GAP = 26, RIM = 20, NAME_H = 94, CARD_H = 98, CARD_GAP = 7, NARROW = 210 };

static const char *const basket_art[3] = { "ui/basket_sun", "ui/basket_sky", "ui/basket_pink" };
static const char *const handle_art[3] = { "ui/handle_sun", "ui/handle_sky", "ui/handle_pink" };

/* The card in the hand: one that was taken out, else the next that lies nowhere. */
static size_t hand_card(const ActivityData *data, const PlayActivity *activity)
{
    if (activity->picked != SIZE_MAX) {
        return activity->picked;
    }
    for (size_t i = 0; i < data->item_count; i++) {
        size_t item = activity->state.shown[i];
        if (data->items[item].role == ACTIVITY_CARD && !activity_is_placed(activity, item)) {
            return item;
        }
    }
    return SIZE_MAX;
}

static size_t basket_count(const ActivityData *data)
{
    size_t count = 0;
    for (size_t i = 0; i < data->item_count; i++) {
        count += data->items[i].role == ACTIVITY_BASKET;
    }
    return count;
}

/* --- how it looks ------------------------------------------------------------------------------ */

static bool leads_to_basket(const ActivityPage *page, size_t hand, size_t basket)
{
    const ActivityData *data = page->data;
    return hand != SIZE_MAX && strview_equal(data->items[hand].key, data->items[basket].key);
}

/* Number, name and picture, in a row or, in a place that is not wide, the picture below the number. */
static void draw_name(const ActivityPage *page, const ActivityItem *basket, Rect rect, unsigned number)
{
    UiFrame *frame = page->frame;
    bool is_stacked = rect.h > NAME_H;
    float side = is_stacked ? rect.h - 76 : rect.h - 20;
    bool has_picture = basket->icon.len || basket->picture.len;
    Rect disc = { rect.x, is_stacked ? rect.y : rect.y + (rect.h - 64) / 2, 64, 64 };
    Rect plate = is_stacked ? (Rect){ rect.x - 4, rect.y + 72, side, side } : (Rect){ rect.x + rect.w - side, rect.y + 10, side, side };
    draw_nine(frame->draw, SV("ui/disc"), (Rect){ ui_mirror_x(frame, disc.x, disc.w), disc.y, disc.w, disc.h }, 0xFFFFFFFFu);
    ui_text(frame, &(UiText){ .rect = { disc.x, disc.y, disc.w, disc.h - 4 }, .text = frame_number(frame, number), .face = TEXT_FACE_TITLE, .size = 36,
                              .color = frame->theme->on_button, .align = TEXT_ALIGN_CENTRE, .middle = true, .fit_min = 0.4f, .max_lines = 1, .silent = true });
    if (has_picture) { /* on a light ground: some pictures have the hue of a basket */
        draw_fill(frame->draw, (Rect){ ui_mirror_x(frame, plate.x, side), plate.y, side, side }, side / 2, frame->theme->card);
        (void)activity_picture(page, basket, (Rect){ plate.x + side * 0.14f, plate.y + side * 0.14f, side * 0.72f, side * 0.72f });
    }
    float end = has_picture && !is_stacked ? side + 14 : 0;
    float start = is_stacked && has_picture && side > 70 ? side + 8 : 78;
    ui_text(frame, &(UiText){ .rect = { rect.x + start, rect.y, rect.w - start - end, rect.h },
                              .text = basket->text,
                              .face = TEXT_FACE_TITLE,
                              .size = 46,
                              .color = frame->theme->on_pill,
                              .line_spacing = 0.95f,
                              .middle = true,
                              .fit_min = 0.3f,
                              .silent = true });
}

/* Cards in as few columns as have room for all of them. */
static void draw_cards(const ActivityPage *page, size_t basket, Rect room)
{
    const PlayActivity *activity = page->activity;
    size_t cards[ACTIVITY_ITEMS_MAX];
    size_t count = 0;
    for (size_t i = 0; i < page->data->item_count; i++) {
        size_t item = activity->state.shown[i];
        if (page->data->items[item].role == ACTIVITY_CARD && activity->state.place[item] == (int)basket && item != activity->picked) {
            cards[count++] = item;
        }
    }
    size_t rows = (size_t)((room.h + CARD_GAP) / (CARD_H + CARD_GAP));
    rows = rows ? rows : 1;
    size_t columns = count ? (count + rows - 1) / rows : 1;
    size_t wide = (size_t)(room.w / (2 * NARROW)); /* where there is room, side by side at once */
    columns = columns > wide ? columns : count < wide ? (count ? count : 1) : wide ? wide : 1;
    float width = (room.w - CARD_GAP * (float)(columns - 1)) / (float)columns;
    width = width > room.w * 0.75f ? room.w : width;
    StrView where = activity_with(page, TR(page->frame->catalogue, "activity.sort.in", "In the basket {basket}."), "basket", page->data->items[basket].text);
    for (size_t i = 0; i < count; i++) {
        size_t item = cards[i];
        Rect rect = { room.x + (float)(i % columns) * (width + CARD_GAP), room.y + (float)(i / columns) * (CARD_H + CARD_GAP), width, CARD_H };
        activity_tile(page, &(ActivityTile){ .item = item,
                                             .id = activity_is_free(activity, item) ? ACTIVITY_ITEM + (uint32_t)item : 0,
                                             .rect = rect,
                                             .size = page->frame->theme->text_small,
                                             .where = where,
                                             .leads = page->lead.item == item && hand_card(page->data, activity) == SIZE_MAX });
    }
}

static void draw_basket(const ActivityPage *page, size_t basket, unsigned number, Rect rect)
{
    UiFrame *frame = page->frame;
    const ActivityItem *item = &page->data->items[basket];
    size_t hand = hand_card(page->data, page->activity);
    uint32_t id = ACTIVITY_ITEM + (uint32_t)basket;
    bool is_open = hand != SIZE_MAX && !page->activity->is_over;
    bool is_wanted = is_open && (frame->ui->hovered == id || frame->ui->pressed == id);
    const float handle = 52;
    uint32_t first = (uint32_t)frame->draw->count;
    float x = ui_mirror_x(frame, rect.x, rect.w);
    float arc = rect.w * 0.5f < 420 ? rect.w * 0.5f : 420;
    draw_nine(frame->draw, strview_from_cstr(handle_art[number - 1]), (Rect){ x + (rect.w - arc) / 2, rect.y, arc, handle + 8 }, 0xFFFFFFFFu);
    Rect box = { x, rect.y + handle, rect.w, rect.h - handle };
    draw_nine(frame->draw, strview_from_cstr(basket_art[number - 1]), box, 0xFFFFFFFFu);
    if (is_wanted) {
        draw_nine(frame->draw, SV("ui/focus_ring"), box, 0xFFFFFFFFu);
    }
    bool is_beside = rect.w > 2.3f * rect.h; /* the name stands beside the cards there */
    Rect name = is_beside ? (Rect){ rect.x + RIM + 6, rect.y + handle + 4, rect.w * 0.32f, rect.h - handle - 20 }
                          : (Rect){ rect.x + RIM + 6, rect.y + handle + 6, rect.w - 2 * RIM - 12, NAME_H };
    if (is_beside && name.h > 168) {
        name.y += (name.h - 168) / 2;
        name.h = 168;
    }
    Rect well = is_beside ? (Rect){ name.x + name.w + 16, rect.y + handle + RIM, rect.x + rect.w - RIM - (name.x + name.w + 16), rect.h - handle - 2 * RIM - 10 }
                          : (Rect){ rect.x + RIM, name.y + NAME_H + 4, rect.w - 2 * RIM, rect.y + rect.h - (name.y + NAME_H + 4) - RIM - 12 };
    draw_name(page, item, name, number);
    draw_fill(frame->draw, (Rect){ ui_mirror_x(frame, well.x, well.w), well.y, well.w, well.h }, 30, frame->theme->card);
    ui_area(frame, &(UiArea){ .id = is_open ? id : 0,
                              .rect = { rect.x, rect.y + handle, rect.w, rect.h - handle },
                              .role = is_open ? SPEAK_OPTION : SPEAK_TEXT,
                              .flags = is_open && leads_to_basket(page, hand, basket) ? SPEAK_LEADS : 0u,
                              .label = item->text,
                              .description = TR(frame->catalogue, "activity.sort.basket", "A basket."),
                              .line_id = item->id,
                              .group = 1,
                              .first_cmd = first });
    draw_cards(page, basket, (Rect){ well.x + 10, well.y + 12, well.w - 20, well.h - 16 });
}

static void draw_hand(const ActivityPage *page, Rect rect)
{
    size_t card = hand_card(page->data, page->activity);
    if (card == SIZE_MAX) {
        return;
    }
    activity_tile(page, &(ActivityTile){ .item = card,
                                         .id = ACTIVITY_ITEM + (uint32_t)card,
                                         .rect = rect,
                                         .size = 54,
                                         .where = TR(page->frame->catalogue, "activity.sort.hand", "The card to sort.") });
}

static void draw(const ActivityPage *page, Rect inside)
{
    size_t count = basket_count(page->data);
    bool has_hand = hand_card(page->data, page->activity) != SIZE_MAX;
    float y = inside.y + HAND_H + 6;
    float hand = has_hand ? inside.w * 0.45f : 0;
    if (page->is_tall) { /* the words stand below the baskets there */
        draw_hand(page, (Rect){ inside.x + 60, inside.y, inside.w - 120, HAND_H });
    } else {
        draw_hand(page, (Rect){ inside.x, inside.y, hand, HAND_H - 10 });
        activity_draw_foot(page, (Rect){ inside.x + hand + (has_hand ? 36 : 0), inside.y, inside.w - hand - (has_hand ? 36 : 0), HAND_H });
    }
    float height = inside.y + inside.h - y - (page->is_tall ? 150 : 0);
    unsigned number = 0;
    for (size_t i = 0; i < page->data->item_count; i++) {
        if (page->data->items[i].role != ACTIVITY_BASKET) {
            continue;
        }
        float at = (float)number++;
        float n = (float)count;
        float part = page->is_tall ? (height - 10 * (n - 1)) / n : (inside.w - GAP * (n - 1)) / n;
        Rect rect = page->is_tall ? (Rect){ inside.x, y + at * (part + 10), inside.w, part } : (Rect){ inside.x + at * (part + GAP), y, part, height };
        draw_basket(page, i, number, rect);
    }
    if (page->is_tall) {
        activity_draw_foot(page, (Rect){ inside.x, inside.y + inside.h - 130, inside.w, 130 });
    }
}

static StrView task(const ActivityPage *page)
{
    return TR(page->frame->catalogue, "activity.sort.task", "Where does this card go? Choose a basket.");
}

/* --- what is done --------------------------------------------------------------------------------- */

static void press(PlayScene *play, App *app, uint32_t id)
{
    PlayActivity *activity = &play->activity;
    const ActivityData *data = activity->data;
    size_t item = activity_item_of(id);
    if (item >= data->item_count) {
        return;
    }
    size_t hand = hand_card(data, activity);
    if (data->items[item].role == ACTIVITY_BASKET && hand != SIZE_MAX) {
        (void)activity_put(play, app, hand, (int)item);
    } else if (data->items[item].role == ACTIVITY_CARD && activity_is_placed(activity, item)) {
        activity_pick(play, app, item);
    }
}

static bool drop(PlayScene *play, App *app, size_t item, uint32_t onto)
{
    const ActivityData *data = play->activity.data;
    size_t basket = activity_item_of(onto);
    if (basket < data->item_count && data->items[basket].role == ACTIVITY_CARD) { /* on a card that lies there */
        int place = play->activity.state.place[basket];
        basket = place >= 0 ? (size_t)place : SIZE_MAX;
    }
    return basket < data->item_count && data->items[basket].role == ACTIVITY_BASKET && activity_put(play, app, item, (int)basket);
}

const ActivityView activity_sort_view = { .draw = draw, .press = press, .drop = drop, .task = task };
