#include "activity_internal.h"

#include "play_internal.h"
#include "sango/player/widgets.h"

#include <math.h>

/* Spot: what is odd on the phone gets a lens. The phone stands in the middle, who asks and the child beside it. */
enum { SIDE = 36, PANEL_TOP = 706, TALL_BOARD = 480, FOOT = 136 };

static bool is_marked(const PlayActivity *activity, size_t item)
{
    return activity->state.place[item] == 1;
}

static size_t make_picks(const ActivityPage *page, PhonePick *picks)
{
    const PlayActivity *activity = page->activity;
    const Catalogue *texts = page->frame->catalogue;
    size_t count = 0;
    for (size_t i = 0; i < page->data->item_count; i++) {
        const ActivityItem *item = &page->data->items[i];
        StrView mark = is_marked(activity, i) ? TR(texts, "activity.spot.marked", "Marked.") : SV("");
        picks[count++] = (PhonePick){ .id = item->id,
                                      .widget = activity_is_free(activity, i) ? ACTIVITY_ITEM + (uint32_t)i : 0,
                                      .is_marked = is_marked(activity, i),
                                      .is_right = (activity->right & 1u << i) != 0,
                                      .is_wrong = (activity->wrong & 1u << i) != 0,
                                      .leads = page->lead.item == i,
                                      .value = activity_state_said(page, i, mark),
                                      .description = activity_hint(page, i) };
    }
    return count;
}

/* Turns the page where there is more than is seen. */
static void draw_turn(const ActivityPage *page, const PhonePicks *picks, bool is_up, bool leads)
{
    UiFrame *frame = page->frame;
    const float size = 104;
    float y = is_up ? picks->view.y - 10 : picks->view.y + picks->view.h - size + 20;
    Rect rect = { picks->body.x + picks->body.w - size * 0.55f, y, size, size };
    rect.x = fminf(rect.x, frame->width - size - 8);
    if (is_up ? picks->has_more_above : picks->has_more_below) {
        ui_button(frame, &(UiButton){ .id = is_up ? ACTIVITY_BACK : ACTIVITY_ON,
                                      .rect = rect,
                                      .label = is_up ? TR(frame->catalogue, "activity.spot.up", "What is above") : TR(frame->catalogue, "activity.spot.down", "What is below"),
                                      .icon = is_up ? SV("ui/btn_up") : SV("ui/btn_down"),
                                      .style = UI_BUTTON_ROUND,
                                      .leads = leads });
    }
}

static bool is_shown(const UiFrame *frame, size_t item)
{
    for (size_t i = 0; i < frame->ui->next_count; i++) {
        if (frame->ui->targets[i].id == ACTIVITY_ITEM + (uint32_t)item) {
            return true;
        }
    }
    return false;
}

/* What leads on may be on another page: down to the end, then up again. */
static void draw_turns(const ActivityPage *page, const PhonePicks *picks)
{
    bool is_elsewhere = page->lead.item != SIZE_MAX && !is_shown(page->frame, page->lead.item);
    bool leads_up = is_elsewhere && page->play->activity.turns_up;
    draw_turn(page, picks, true, leads_up && picks->has_more_above);
    draw_turn(page, picks, false, is_elsewhere && !(leads_up && picks->has_more_above));
}

static void draw_page(const ActivityPage *page)
{
    UiFrame *frame = page->frame;
    PhonePick list[ACTIVITY_ITEMS_MAX];
    PhonePicks picks = { .list = list, .first = page->activity->scroll };
    picks.count = make_picks(page, list);
    stage_draw_picks(page->play->stage, frame, page->is_tall ? TALL_BOARD : 0, &picks);
    page->carried->scroll_last = picks.last;
    draw_turns(page, &picks);
    if (page->is_tall) {
        float top = frame->height - TALL_BOARD;
        ui_panel(frame, (Rect){ SIDE, top, frame->width - 2 * SIDE, TALL_BOARD + 80 });
        activity_draw_question(page, (Rect){ SIDE + 30, top + 30, frame->width - 2 * SIDE - 60, 240 });
        activity_draw_foot(page, (Rect){ SIDE + 50, top + 296, frame->width - 2 * SIDE - 100, FOOT });
        return;
    }
    float edge = frame->height - (1080 - PANEL_TOP);
    float left = picks.body.x - SIDE - 26;
    float start = picks.body.x + picks.body.w + 26;
    float right = frame->width - start - SIDE;
    activity_draw_question(page, (Rect){ SIDE, edge, left, frame->height - edge - 40 });
    ui_panel(frame, (Rect){ start, edge, right, frame->height - edge - 40 });
    activity_draw_foot(page, (Rect){ start + 34, edge + 20, right - 68, frame->height - edge - 40 - 44 });
}

static StrView task(const ActivityPage *page)
{
    return TR(page->frame->catalogue, "activity.spot.task", "Something is odd here. Press it.");
}

static void press(PlayScene *play, App *app, uint32_t id)
{
    PlayActivity *activity = &play->activity;
    size_t item = activity_item_of(id);
    if (id == ACTIVITY_BACK) {
        activity->scroll -= activity->scroll > 2 ? 2 : activity->scroll;
        activity->turns_up = activity->scroll > 0;
    } else if (id == ACTIVITY_ON) {
        activity->scroll = activity->scroll + 2 < activity->scroll_last ? activity->scroll + 2 : activity->scroll_last;
        activity->turns_up = activity->scroll == activity->scroll_last;
    } else if (item < activity->data->item_count) {
        (void)activity_put(play, app, item, !is_marked(activity, item));
    }
}

const ActivityView activity_spot_view = { .draw_page = draw_page, .press = press, .task = task };
