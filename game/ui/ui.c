#include "ui_internal.h"

#include <assert.h>

static const UiTarget *find_target(const Ui *ui, uint32_t id)
{
    for (size_t i = 0; i < ui->target_count; i++)
        if (ui->targets[i].id == id)
            return &ui->targets[i];
    return NULL;
}

float ui_mirror_x(const UiFrame *frame, float x, float w)
{
    return frame->mirrored ? frame->width - x - w : x;
}

Rect ui_place(const UiFrame *frame, Rect rect)
{
    rect.x = ui_mirror_x(frame, rect.x, rect.w);
    return rect;
}

void ui_begin(UiFrame *frame, StrView title, uint32_t first_focus)
{
    Ui *ui = frame->ui;
    uint32_t screen = strview_hash(title);
    if (ui->screen != screen) {
        ui->screen = screen;
        ui->focus = 0;
        ui->pressed = 0;
    }
    frame->first_focus = first_focus;
    ui->next_count = 0;
    if (ui->layouts)
        ui_layouts_turn(ui->layouts);
    speak_list_begin(frame->speak, frame->arena, title);
}

void ui_add_target(UiFrame *frame, const UiTarget *target)
{
    Ui *ui = frame->ui;
    const float least = frame->theme->target - 0.5f;
    assert(target->id != 0);
    assert(target->rect.w >= least && target->rect.h >= least);
    assert(ui->next_count < UI_WIDGETS_MAX);
    for (size_t i = 0; i < ui->next_count; i++)
        assert(ui->targets[i].id != target->id);
    (void)least;
    if (ui->next_count < UI_WIDGETS_MAX)
        ui->targets[ui->next_count++] = *target;
}

void ui_speak(UiFrame *frame, const SpeakItem *item)
{
    SpeakItem spoken = *item;
    assert(spoken.label.len > 0);
    if (spoken.id != 0)
        spoken.flags |= SPEAK_FOCUSABLE;
    speak_list_add(frame->speak, &spoken);
}

/* Focus stays on what still stands; else it goes where the screen wants it to begin. */
static void settle_focus(UiFrame *frame)
{
    Ui *ui = frame->ui;
    const UiTarget *target = find_target(ui, ui->focus);
    if (target && !target->disabled)
        return;
    target = find_target(ui, frame->first_focus);
    for (size_t i = 0; (!target || target->disabled) && i < ui->target_count; i++)
        target = &ui->targets[i];
    ui->focus = target && !target->disabled ? target->id : 0;
}

/* Sun outside, ink inside, so that one of the two stands out from any ground (a sun
 * ring alone is 1.55:1 on white; WCAG 2.4.13). Done when all targets are known, so that
 * the first frame of a screen has it as well. */
static void draw_focus(UiFrame *frame, const UiTarget *target)
{
    DrawList *list = frame->draw;
    if (target->focus_art.len > 0) {
        if (target->first_cmd < list->count)
            list->cmds[target->first_cmd].name = target->focus_art;
    } else if (target->is_round) {
        const float middle_x = 62.0f, middle_y = 64.0f; /* of the ring's canvas */
        draw_sprite_at(list, SV("ui/btn_focus"), target->rect.x + target->rect.w / 2.0f - middle_x,
                       target->rect.y + target->rect.h / 2.0f - middle_y, 0xFFFFFFFFU);
    } else {
        draw_nine(list, SV("ui/focus_ring"), target->rect, 0xFFFFFFFFU);
    }
}

void ui_end(UiFrame *frame)
{
    Ui *ui = frame->ui;
    ui->target_count = ui->next_count;
    settle_focus(frame);
    if (!find_target(ui, ui->pressed))
        ui->pressed = 0;
    if (!find_target(ui, ui->hovered))
        ui->hovered = 0;
    for (size_t i = 0; i < frame->speak->count; i++)
        if (ui->focus != 0 && frame->speak->items[i].id == ui->focus)
            frame->speak->items[i].flags |= SPEAK_FOCUSED;
    const UiTarget *focused = find_target(ui, ui->focus);
    if (focused && ui->focus_visible)
        draw_focus(frame, focused);
}

void ui_hand_focus(UiFrame *frame, uint32_t from, uint32_t to)
{
    if (frame->ui->focus == from)
        frame->ui->focus = to;
}

static const UiTarget *target_at(const Ui *ui, float x, float y)
{
    for (size_t i = ui->target_count; i > 0; i--)
        if (rect_contains(ui->targets[i - 1].rect, x, y))
            return &ui->targets[i - 1]; /* the last one drawn lies on top */
    return NULL;
}

static uint32_t enabled_id(const UiTarget *target)
{
    return target && !target->disabled ? target->id : 0;
}

static uint32_t take_pointer(Ui *ui, const InputEvent *event)
{
    ui->pointer_x = event->x;
    ui->pointer_y = event->y;
    uint32_t under = enabled_id(target_at(ui, event->x, event->y));
    uint32_t activated = 0;
    ui->hovered = under;
    if (event->kind == INPUT_POINT_DOWN) {
        ui->pressed = under;
        ui->focus_visible = false;
        if (under != 0)
            ui->focus = under;
    } else if (event->kind == INPUT_POINT_UP) {
        if (under == ui->pressed)
            activated = under;
        ui->pressed = 0;
    }
    return activated;
}

/* NEXT and PREV go round in reading order, past what is disabled. */
static void step_focus(Ui *ui, bool forward)
{
    size_t count = ui->target_count, at = 0;
    if (count == 0)
        return;
    for (size_t i = 0; i < count; i++)
        if (ui->targets[i].id == ui->focus)
            at = i;
    for (size_t i = 0; i < count; i++) {
        at = (at + (forward ? 1 : count - 1)) % count;
        if (!ui->targets[at].disabled) {
            ui->focus = ui->targets[at].id;
            return;
        }
    }
}

/* A first key after the pointer only shows where the focus is. */
static void move_focus(Ui *ui, InputKind kind)
{
    bool was_visible = ui->focus_visible;
    ui->focus_visible = true;
    if (!was_visible && find_target(ui, ui->focus))
        return;
    if (kind == INPUT_NEXT || kind == INPUT_PREV) {
        step_focus(ui, kind == INPUT_NEXT);
        return;
    }
    const UiTarget *from = find_target(ui, ui->focus);
    const UiTarget *to = from ? ui_nearest(ui, from, kind) : NULL;
    if (to)
        ui->focus = to->id;
    else if (!from)
        step_focus(ui, true);
}

static uint32_t digit_target(Ui *ui, int32_t digit)
{
    for (size_t i = 0; i < ui->target_count; i++) {
        const UiTarget *target = &ui->targets[i];
        if (target->group != 1 || --digit != 0)
            continue;
        if (target->disabled)
            return 0;
        ui->focus = target->id;
        ui->focus_visible = true;
        return target->id;
    }
    return 0;
}

/* A screen reader, the terminal or a script names what it wants. */
static uint32_t activate_named(Ui *ui, uint32_t id)
{
    uint32_t activated = enabled_id(find_target(ui, id));
    if (activated != 0)
        ui->focus = activated;
    return activated;
}

/* The ring is shown: whoever moves the focus by name wants to see where it is. */
static void focus_named(Ui *ui, uint32_t id)
{
    uint32_t focus = enabled_id(find_target(ui, id));
    if (focus != 0) {
        ui->focus = focus;
        ui->focus_visible = true;
    }
}

static uint32_t take_event(Ui *ui, const InputEvent *event)
{
    switch (event->kind) {
    case INPUT_POINT_DOWN:
    case INPUT_POINT_MOVE:
    case INPUT_POINT_UP:
        return take_pointer(ui, event);
    case INPUT_NEXT:
    case INPUT_PREV:
    case INPUT_UP:
    case INPUT_DOWN:
    case INPUT_LEFT:
    case INPUT_RIGHT:
        move_focus(ui, event->kind);
        return 0;
    case INPUT_CONFIRM:
        ui->focus_visible = true;
        return enabled_id(find_target(ui, ui->focus));
    case INPUT_DIGIT:
        return digit_target(ui, event->value);
    case INPUT_ACTIVATE:
        return event->value > 0 ? activate_named(ui, (uint32_t)event->value) : 0;
    case INPUT_FOCUS:
        focus_named(ui, event->value > 0 ? (uint32_t)event->value : 0);
        return 0;
    case INPUT_FOCUS_LOST:
        ui->pressed = 0;
        ui->hovered = 0;
        return 0;
    case INPUT_RESIZE:
        if (ui->layouts)
            ui_layouts_clear(ui->layouts);
        return 0;
    case INPUT_NONE:
    case INPUT_QUIT:
    case INPUT_CONFIRM_END:
    case INPUT_BACK:
    case INPUT_FORWARD:
    case INPUT_BACKWARD:
    case INPUT_MENU:
    case INPUT_REPEAT:
    case INPUT_SKIP:
    case INPUT_HISTORY:
    case INPUT_UNDO:
    case INPUT_FULLSCREEN:
    case INPUT_WHEEL:
    case INPUT_DISPLAYS:
    case INPUT_DEVICES:
    case INPUT_PICTURES:
    case INPUT_NOTES:
    case INPUT_FOCUS_GAINED:
        break;
    }
    return 0;
}

uint32_t ui_input(Ui *ui, const InputEvent *event, bool *changed)
{
    uint32_t focus = ui->focus, pressed = ui->pressed, hovered = ui->hovered;
    bool visible = ui->focus_visible;
    uint32_t activated = take_event(ui, event);
    if (changed && (focus != ui->focus || pressed != ui->pressed || hovered != ui->hovered ||
                    visible != ui->focus_visible || activated != 0 || event->kind == INPUT_RESIZE))
        *changed = true;
    return activated;
}
