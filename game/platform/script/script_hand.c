#include "script_internal.h"

/* A hand at the mouse or on the glass, and one switch: commands that are more than one event. */
enum { DRAG_STEPS = 8, SWITCHES_MAX = 120 };

static void put_by(ScriptPlatform *script, uint32_t device, InputKind kind, float x, float y)
{
    if (script->queue_count < SCRIPT_QUEUE_MAX) {
        script->queue[script->queue_count++] = (InputEvent){ .kind = kind, .x = x, .y = y, .device = device };
    }
}

static void put(ScriptPlatform *script, InputKind kind, float x, float y)
{
    put_by(script, 0, kind, x, y);
}

static void press_at(ScriptPlatform *script, uint32_t device, float x, float y)
{
    put_by(script, device, INPUT_POINT_DOWN, x, y);
    put_by(script, device, INPUT_POINT_UP, x, y);
}

void script_touch_at(ScriptPlatform *script, float x, float y, bool is_lifted)
{
    uint32_t finger = INPUT_FINGER + script->touches++;
    script->queue_count = script->queue_at = 0;
    put_by(script, finger, INPUT_POINT_DOWN, x, y);
    if (is_lifted) {
        put_by(script, finger, INPUT_POINT_UP, x, y);
    }
}

static bool number_of(ScriptPlatform *script, StrView word, float *number)
{
    int32_t whole = 0;
    bool is_number = strview_to_int(word, &whole) && whole >= 0;
    if (!is_number) {
        script_fail(script, "not a number:", word);
    }
    *number = (float)whole;
    return is_number;
}

/* `stays`: it is not lifted again. */
static void click(ScriptPlatform *script, uint32_t device, StrView rest, bool stays)
{
    StrView first;
    float x, y;
    (void)strview_take(&rest, ' ', &first);
    if (!number_of(script, first, &x) || !number_of(script, rest, &y)) {
        return;
    }
    if (stays) {
        put_by(script, device, INPUT_POINT_DOWN, x, y);
    } else {
        press_at(script, device, x, y);
    }
}

/* The middle of what the screen says; false after the complaint. */
static bool find_middle(ScriptPlatform *script, StrView label, bool only_widgets, float *x, float *y)
{
    const SpeakItem *item = script_find(script, label, only_widgets);
    if (!item) {
        script_fail(script, "the screen has nothing called", label);
        return false;
    }
    *x = item->rect.x + item->rect.w / 2;
    *y = item->rect.y + item->rect.h / 2;
    return true;
}

static void tap(ScriptPlatform *script, StrView label)
{
    float x, y;
    if (find_middle(script, label, true, &x, &y)) {
        press_at(script, 0, x, y);
    }
}

static void drag(ScriptPlatform *script, StrView rest)
{
    StrView from;
    float x0, y0, x1, y1;
    StrView whole = rest;
    bool is_pair = strview_take(&rest, '>', &from) && strview_trim(rest).len;
    if (!is_pair || !find_middle(script, strview_trim(from), true, &x0, &y0) || !find_middle(script, strview_trim(rest), false, &x1, &y1)) {
        if (!is_pair) {
            script_fail(script, "a drag goes from one thing > to another:", whole);
        }
        return;
    }
    put(script, INPUT_POINT_DOWN, x0, y0);
    for (int i = 1; i <= DRAG_STEPS; i++) {
        float share = (float)i / DRAG_STEPS;
        put(script, INPUT_POINT_MOVE, x0 + (x1 - x0) * share, y0 + (y1 - y0) * share);
    }
    put(script, INPUT_POINT_UP, x1, y1);
}

bool script_gesture(ScriptPlatform *script, StrView verb, StrView rest, InputEvent *event)
{
    script->queue_count = script->queue_at = 0;
    if (strview_equal(verb, SV("click"))) {
        click(script, 0, rest, false);
    } else if (strview_equal(verb, SV("touch"))) {
        click(script, INPUT_FINGER + script->touches++, rest, false);
    } else if (strview_equal(verb, SV("lay"))) {
        click(script, INPUT_FINGER + script->touches++, rest, true);
    } else if (strview_equal(verb, SV("tap"))) {
        tap(script, rest);
    } else if (strview_equal(verb, SV("drag"))) {
        drag(script, rest);
    } else if (strview_equal(verb, SV("switch"))) {
        script->wanted = rest;
        script->switches = SWITCHES_MAX;
    }
    return script_gesture_on(script, event);
}

/* One switch goes on to the next widget, another takes it. */
static bool switch_on(ScriptPlatform *script, InputEvent *event)
{
    const SpeakItem *focused = speak_list_focused(&script->said);
    bool is_there = focused && strview_starts_with(focused->label, script->wanted);
    if (!is_there && --script->switches == 0) {
        script_fail(script, "the focus never came to", script->wanted);
        return false;
    }
    script->switches = is_there ? 0 : script->switches;
    *event = (InputEvent){ .kind = is_there ? INPUT_CONFIRM : INPUT_NEXT };
    return true;
}

bool script_gesture_on(ScriptPlatform *script, InputEvent *event)
{
    if (script->queue_at < script->queue_count) {
        *event = script->queue[script->queue_at++];
        return true;
    }
    return script->switches > 0 && switch_on(script, event);
}
