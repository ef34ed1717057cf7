#include "activity_internal.h"

#include "play_internal.h"
#include "sango/player/widgets.h"

/* Order: steps in a row (below each other on a screen that stands upright). A step is taken and put to another place; those between move up. */
enum { GAP = 40, FOOT = 136 };

static Rect step_rect(const ActivityPage *page, Rect room, size_t place)
{
    float count = (float)page->data->item_count;
    if (page->is_tall) {
        float height = (room.h - 14 * (count - 1)) / count;
        height = height < 220 ? height : 220;
        return (Rect){ room.x + 30, room.y + (float)place * (height + 14), room.w - 60, height };
    }
    float width = (room.w - GAP * (count - 1)) / count;
    width = width < 400 ? width : 400;
    float left = room.x + (room.w - width * count - GAP * (count - 1)) / 2;
    return (Rect){ left + (float)place * (width + GAP), room.y, width, room.h };
}

static bool leads(const ActivityPage *page, size_t item, int place)
{
    size_t picked = page->activity->picked;
    if (picked == SIZE_MAX) {
        return item == page->lead.item;
    }
    return picked == page->lead.item ? place == page->lead.to : item == picked; /* the wrong one goes back first */
}

/* An arrow from one step to the next, where they stand beside each other. */
static void draw_arrow(const ActivityPage *page, Rect from)
{
    const float size = 60;
    UiFrame *frame = page->frame;
    Rect box = { from.x + from.w + (GAP - size) / 2, from.y + (from.h - size) / 2, size, size };
    StrView art = frame->mirrored ? SV("ui/btn_next_rtl") : SV("ui/btn_next");
    draw_nine(frame->draw, art, (Rect){ ui_mirror_x(frame, box.x, size), box.y, size, size * 1.08f }, 0xFFFFFFFFu);
}

static void draw(const ActivityPage *page, Rect inside)
{
    const PlayActivity *activity = &page->play->activity;
    Rect room = { inside.x, inside.y + 6, inside.w, inside.h - FOOT - 20 };
    bool is_upright = !page->is_tall;
    size_t count = page->data->item_count;
    float size = activity_words_size(page, ACTIVITY_STEP, &(ActivityTile){ .rect = step_rect(page, room, 0), .number = 1, .is_upright = is_upright }, 46);
    for (size_t place = 0; place < count; place++) {
        size_t item = activity_item_at(page->data, &activity->state, (int)place);
        Rect rect = step_rect(page, room, place);
        if (item == SIZE_MAX) {
            continue;
        }
        StrView number = frame_number(page->frame, (unsigned)place + 1);
        activity_tile(page, &(ActivityTile){ .item = item,
                                             .id = activity_is_free(activity, item) ? ACTIVITY_ITEM + (uint32_t)item : 0,
                                             .rect = rect,
                                             .number = (unsigned)place + 1,
                                             .size = size,
                                             .where = activity_with(page, TR(page->frame->catalogue, "activity.order.place", "Step {n}."), "n", number),
                                             .group = 1,
                                             .is_upright = is_upright,
                                             .is_picked = activity->picked == item,
                                             .leads = leads(page, item, (int)place) });
        if (place + 1 < count && !page->is_tall) {
            draw_arrow(page, rect);
        }
    }
    activity_draw_foot(page, (Rect){ inside.x, inside.y + inside.h - FOOT, inside.w, FOOT });
}

static StrView task(const ActivityPage *page)
{
    return page->activity->picked == SIZE_MAX ? TR(page->frame->catalogue, "activity.order.task", "What comes first? Choose a step to move it.")
                                              : TR(page->frame->catalogue, "activity.order.to", "Now choose its new place.");
}

static void press(PlayScene *play, App *app, uint32_t id)
{
    PlayActivity *activity = &play->activity;
    size_t item = activity_item_of(id);
    if (item >= activity->data->item_count) {
        return;
    }
    if (activity->picked != SIZE_MAX && activity->picked != item) {
        (void)activity_put(play, app, activity->picked, activity->state.place[item]);
    } else {
        activity_pick(play, app, item);
    }
}

static bool drop(PlayScene *play, App *app, size_t item, uint32_t onto)
{
    const PlayActivity *activity = &play->activity;
    size_t other = activity_item_of(onto);
    return other < activity->data->item_count && activity_put(play, app, item, activity->state.place[other]);
}

const ActivityView activity_order_view = { .draw = draw, .press = press, .drop = drop, .task = task };
