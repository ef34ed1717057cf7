#include "app_internal.h"

/* One event: whoever stands over all screens, the loop itself, the scene, the widgets. */

/* The answer after the one that has the focus; NULL when there is no question. */
static const SpeakItem *next_answer(const SpeakList *list)
{
    const SpeakItem *first = NULL;
    bool is_behind = false;
    for (size_t i = 0; i < list->count; i++) {
        const SpeakItem *item = &list->items[i];
        if (item->id == 0 || item->role != SPEAK_OPTION || item->flags & SPEAK_DISABLED) {
            continue;
        }
        if (is_behind) {
            return item;
        }
        first = first ? first : item;
        is_behind = (item->flags & SPEAK_FOCUSED) != 0;
    }
    return first;
}

static const SpeakItem *find_lead(const SpeakList *list)
{
    for (size_t i = 0; i < list->count; i++) {
        const SpeakItem *item = &list->items[i];
        if (item->id != 0 && item->flags & SPEAK_LEADS && !(item->flags & SPEAK_DISABLED)) {
            return item;
        }
    }
    return NULL;
}

/* What a presenter's remote means to a scene that does not take it: it has one key to go on, and none to choose with. */
static InputEvent presenter_event(App *app, InputKind kind)
{
    const SpeakItem *lead = find_lead(&app->speak);
    const SpeakItem *answer = next_answer(&app->speak);
    if (kind == INPUT_BACKWARD) {
        return (InputEvent){ .kind = INPUT_BACK };
    }
    if (lead) {
        return (InputEvent){ .kind = INPUT_ACTIVATE, .value = (int32_t)lead->id };
    }
    if (answer) {
        app->ui.focus = answer->id;
        app->ui.focus_visible = true;
        app_touch(app);
    }
    return (InputEvent){ .kind = answer ? INPUT_NONE : INPUT_CONFIRM };
}

static void take_action(App *app, const InputEvent *event)
{
    Scene *top = scene_stack_top(&app->scenes);
    if (top->ops->input && top->ops->input(top, app, event)) {
        app_touch(app);
        return;
    }
    if (event->kind == INPUT_FORWARD || event->kind == INPUT_BACKWARD) {
        InputEvent meant = presenter_event(app, event->kind);
        take_action(app, &meant);
        return;
    }
    bool changed = false;
    uint32_t id = ui_input(&app->ui, event, &changed);
    app->dirty = app->dirty || changed;
    if (id != 0) {
        app_sound(app, SV("tap"));
        top->ops->activate(top, app, id);
        app_touch(app);
    } else if (event->kind == INPUT_BACK) {
        top->ops->back(top, app);
        app_touch(app);
    }
}

/* What happened to the machine: nobody has done anything. */
static void take_change(App *app, const InputEvent *event)
{
    Scene *top = scene_stack_top(&app->scenes);
    if (top->ops->input) {
        (void)top->ops->input(top, app, event);
    }
    app_touch(app);
}

void app_take_event(App *app, const InputEvent *event)
{
    AppOver *over = app->parts.over;
    if (over && over->input && over->input(over, app, event)) {
        return;
    }
    if (event->kind == INPUT_QUIT) {
        app->quit = true;
        return;
    }
    if (event->kind == INPUT_RESIZE) {
        ui_layouts_clear(app->layouts);
        app_touch(app);
        return;
    }
    if (event->kind == INPUT_FOCUS_LOST || event->kind == INPUT_FOCUS_GAINED) {
        app->focused = event->kind == INPUT_FOCUS_GAINED;
        app_touch(app);
        return;
    }
    if (event->kind == INPUT_FULLSCREEN) {
        app->settings.fullscreen = !app->settings.fullscreen;
        app_settings_changed(app);
        return;
    }
    if (event->kind == INPUT_PICTURES) {
        app_touch(app);
        return;
    }
    if (event->kind == INPUT_DISPLAYS || event->kind == INPUT_DEVICES) {
        take_change(app, event);
        return;
    }
    app_stay_awake(app);
    if (event->kind != INPUT_POINT_MOVE) {
        app_start_sound(app);
    }
    take_action(app, event);
}
