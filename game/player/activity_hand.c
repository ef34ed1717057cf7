#include "activity_internal.h"

#include "play_internal.h"

#include <math.h>

/* Dragging with mouse or finger. A press that does not move is a press like any other. */
static const float STARTS_AT = 26; /* units that the pointer must have moved */

static const UiTarget *target_below(const Ui *ui, float x, float y, uint32_t except)
{
    for (size_t i = ui->target_count; i > 0; i--) { /* the last one lies on top */
        const UiTarget *target = &ui->targets[i - 1];
        if (target->id != except && !target->disabled && rect_contains(target->rect, x, y)) {
            return target;
        }
    }
    return NULL;
}

static void press(PlayActivity *activity, const App *app, const InputEvent *event)
{
    const UiTarget *target = target_below(&app->ui, event->x, event->y, 0);
    size_t item = target ? activity_item_of(target->id) : SIZE_MAX;
    bool is_thing = item < activity->data->item_count && activity_is_thing(activity->data->items[item].role);
    activity->pressed = is_thing && activity_is_free(activity, item) ? item : SIZE_MAX;
    activity->press_x = event->x;
    activity->press_y = event->y;
}

static bool drag(PlayActivity *activity, App *app, const InputEvent *event)
{
    app->ui.pointer_x = event->x;
    app->ui.pointer_y = event->y;
    if (activity->held == SIZE_MAX && activity->pressed != SIZE_MAX &&
        hypotf(event->x - activity->press_x, event->y - activity->press_y) > STARTS_AT) {
        activity->held = activity->pressed;
        app->ui.pressed = 0;
    }
    if (activity->held == SIZE_MAX) {
        return false;
    }
    const UiTarget *below = target_below(&app->ui, event->x, event->y, ACTIVITY_ITEM + (uint32_t)activity->held);
    app->ui.hovered = below ? below->id : 0;
    return true;
}

static bool let_go(PlayScene *play, App *app, const InputEvent *event)
{
    PlayActivity *activity = &play->activity;
    size_t item = activity->held;
    activity->held = SIZE_MAX;
    activity->pressed = SIZE_MAX;
    if (item == SIZE_MAX) {
        return false;
    }
    const UiTarget *below = target_below(&app->ui, event->x, event->y, ACTIVITY_ITEM + (uint32_t)item);
    app->ui.pressed = 0;
    if (!activity_view(activity->data->kind)->drop(play, app, item, below ? below->id : 0)) {
        activity_note_places(activity, app);
        activity->moved_ms = app->now_ms; /* back to where it was */
    }
    return true;
}

bool activity_input(PlayScene *play, App *app, const InputEvent *event)
{
    PlayActivity *activity = &play->activity;
    if (event->kind == INPUT_REPEAT) {
        activity_hear(play, app);
        return true;
    }
    if (!activity_view(activity->data->kind)->drop) {
        return false;
    }
    if (event->kind == INPUT_POINT_DOWN) {
        press(activity, app, event);
    } else if (event->kind == INPUT_POINT_MOVE) {
        return drag(activity, app, event);
    } else if (event->kind == INPUT_POINT_UP) {
        return let_go(play, app, event);
    } else if (event->kind == INPUT_FOCUS_LOST) {
        activity->held = activity->pressed = SIZE_MAX;
    }
    return false;
}
