#include "kiosk_internal.h"

/* The way out that nobody finds by accident: taps on corners in an order, or two keys in turn. */
enum { SECOND_MS = 1000, KEYS_MS = 5000 };
static const float corner_units = 170;

static bool is_in_corner(const App *app, KioskCorner corner, const InputEvent *event)
{
    bool is_right = corner == KIOSK_TOP_RIGHT || corner == KIOSK_BOTTOM_RIGHT;
    bool is_bottom = corner == KIOSK_BOTTOM_LEFT || corner == KIOSK_BOTTOM_RIGHT;
    Rect rect = { is_right ? app->draw.width - corner_units : 0, is_bottom ? app->draw.height - corner_units : 0, corner_units, corner_units };
    return rect_contains(rect, event->x, event->y);
}

static bool take_tap(Kiosk *kiosk, App *app, const InputEvent *event)
{
    const KioskSettings *settings = kiosk->settings;
    if (settings->tap_count == 0) {
        return false;
    }
    bool is_late = app->now_ms > kiosk->taps_since_ms + (uint64_t)settings->tap_seconds * SECOND_MS;
    if (kiosk->taps_done && (is_late || !is_in_corner(app, settings->taps[kiosk->taps_done], event))) {
        kiosk->taps_done = 0;
    }
    if (!is_in_corner(app, settings->taps[kiosk->taps_done], event)) {
        return false;
    }
    if (kiosk->taps_done == 0) {
        kiosk->taps_since_ms = app->now_ms;
    }
    kiosk->taps_done++;
    return kiosk->taps_done == settings->tap_count;
}

/* MENU, HISTORY, MENU, HISTORY …: F10 and H, or Start and Back of a gamepad. */
static bool take_key(Kiosk *kiosk, App *app, const InputEvent *event)
{
    InputKind due = kiosk->keys_done % 2 ? INPUT_HISTORY : INPUT_MENU;
    bool is_late = kiosk->keys_done && app->now_ms > kiosk->keys_since_ms + KEYS_MS;
    if (event->kind != due || is_late) {
        kiosk->keys_done = event->kind == INPUT_MENU;
        kiosk->keys_since_ms = app->now_ms;
        return false;
    }
    if (kiosk->keys_done == 0) {
        kiosk->keys_since_ms = app->now_ms;
    }
    kiosk->keys_done++;
    return kiosk->keys_done == KIOSK_KEYS;
}

static void open_staff(App *app, int64_t argument)
{
    (void)argument;
    scene_stack_push(&app->scenes, staff_scene_create(kiosk_of(app), app));
}

static void open_pad(Kiosk *kiosk, App *app)
{
    const Catalogue *texts = app->parts.catalogue;
    kiosk->taps_done = kiosk->keys_done = 0;
    kiosk->is_asking = false;
    kiosk->state = KIOSK_STAFF;
    kiosk->active_ms = app->now_ms;
    app->ui.pressed = 0;
    scene_stack_push(&app->scenes, kiosk->settings->pin.len
                                       ? pin_scene_create(kiosk, app)
                                       : gate_scene_create(app, TR(texts, "kiosk.gate", "For the people of this stand. There is no PIN in its settings."), open_staff, 0));
    app_touch(app);
}

bool kiosk_exit_input(Kiosk *kiosk, App *app, const InputEvent *event)
{
    bool is_point = event->kind == INPUT_POINT_DOWN;
    bool is_other = event->kind == INPUT_POINT_UP || event->kind == INPUT_POINT_MOVE;
    if (kiosk->state == KIOSK_STAFF || is_other || app->scenes.pending) {
        return false;
    }
    bool is_done = is_point ? take_tap(kiosk, app, event) : kiosk->settings->has_exit_keys && take_key(kiosk, app, event);
    if (is_done) {
        open_pad(kiosk, app);
    }
    return is_done;
}
