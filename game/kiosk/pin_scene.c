#include "kiosk_internal.h"

#include <string.h>

/* Digits by touch, keyboard and gamepad. What was typed is neither shown nor said. */
enum { PIN_DIGIT = 10, PIN_DELETE = 30, PIN_OK = 31, LOCK_FIRST_MS = 2000, LOCK_MOST_MS = 300000 };

typedef struct PinScene {
    Scene base;
    Kiosk *kiosk;
    char digits[KIOSK_PIN_MAX];
    size_t count;
} PinScene;

static void forget(PinScene *pin)
{
    memset(pin->digits, 0, sizeof pin->digits);
    pin->count = 0;
}

static void pin_destroy(Scene *scene, App *app)
{
    forget((PinScene *)scene);
    scene_free(app, scene, sizeof(PinScene));
}

static bool is_locked(const PinScene *pin, const App *app)
{
    return app->now_ms < pin->kiosk->pin_locked_ms;
}

static void add_digit(PinScene *pin, App *app, unsigned digit)
{
    if (pin->count < KIOSK_PIN_MAX && !is_locked(pin, app)) {
        pin->digits[pin->count++] = (char)('0' + digit);
        app_touch(app);
    }
}

/* Each wrong one doubles the time until the next may be tried; leaving the pad does not help. */
static void refuse(PinScene *pin, App *app)
{
    Kiosk *kiosk = pin->kiosk;
    uint64_t wait = LOCK_FIRST_MS;
    for (unsigned i = 0; i < kiosk->wrong_pins && wait < LOCK_MOST_MS; i++) {
        wait *= 2;
    }
    kiosk->wrong_pins++;
    kiosk->pin_locked_ms = app->now_ms + (wait < LOCK_MOST_MS ? wait : LOCK_MOST_MS);
}

static void try_pin(PinScene *pin, App *app)
{
    Kiosk *kiosk = pin->kiosk;
    if (is_locked(pin, app) || pin->count == 0) {
        return;
    }
    bool fits = kiosk_pin_fits((StrView){ pin->digits, pin->count }, kiosk->settings->pin);
    forget(pin);
    if (fits) {
        kiosk->wrong_pins = 0;
        scene_stack_replace(&app->scenes, staff_scene_create(kiosk, app));
    } else {
        refuse(pin, app);
    }
}

static void pin_activate(Scene *scene, App *app, uint32_t id)
{
    PinScene *pin = (PinScene *)scene;
    if (id == WIDGET_BACK) {
        kiosk_leave(pin->kiosk);
    } else if (id == PIN_DELETE) {
        pin->count -= pin->count > 0;
    } else if (id == PIN_OK) {
        try_pin(pin, app);
    } else if (id >= PIN_DIGIT && id < PIN_DIGIT + 10) {
        add_digit(pin, app, id - PIN_DIGIT);
    }
}

static void pin_back(Scene *scene, App *app)
{
    (void)app;
    kiosk_leave(((PinScene *)scene)->kiosk);
}

static bool pin_input(Scene *scene, App *app, const InputEvent *event)
{
    PinScene *pin = (PinScene *)scene;
    if (event->kind == INPUT_DIGIT && event->value >= 0 && event->value <= 9) {
        add_digit(pin, app, (unsigned)event->value);
        return true;
    }
    if (event->kind == INPUT_UNDO) {
        pin->count -= pin->count > 0;
        return true;
    }
    return false;
}

static int pin_deadline_ms(const Scene *scene, const App *app)
{
    return is_locked((const PinScene *)scene, app) ? 250 : -1;
}

static void draw_state(const PinScene *pin, const App *app, UiFrame *frame, Rect rect)
{
    const Catalogue *texts = frame->catalogue;
    StrView text = TR(texts, "kiosk.pin_enter", "Please enter the PIN of this stand.");
    if (is_locked(pin, app)) {
        TextValue value = { SV("n"), frame_number(frame, (unsigned)((pin->kiosk->pin_locked_ms - app->now_ms + 999) / 1000)) };
        text = frame_format(frame, TR(texts, "kiosk.pin_wait", "This PIN is not right. Next try in {n} s."), &value, 1);
    } else if (pin->count) {
        TextValue value = { SV("n"), frame_number(frame, (unsigned)pin->count) };
        text = frame_format(frame, TR(texts, "kiosk.pin_count", "Digits: {n}"), &value, 1);
    }
    ui_text(frame, &(UiText){ .rect = rect, .text = text, .align = TEXT_ALIGN_CENTRE, .role = SPEAK_TEXT, .middle = true, .max_lines = 2, .fit_min = 0.5f });
    for (size_t i = 0; i < pin->count; i++) {
        float x = frame->width / 2 + ((float)i - (float)(pin->count - 1) / 2) * 44;
        draw_fill(frame->draw, (Rect){ x - 14, rect.y + rect.h + 8, 28, 28 }, 14, frame->theme->ink);
    }
}

static void pin_draw(Scene *scene, App *app, UiFrame *frame)
{
    static const unsigned char keys[] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, PIN_DELETE, 0, PIN_OK };
    const PinScene *pin = (const PinScene *)scene;
    const Catalogue *texts = frame->catalogue;
    const float key_w = 250, key_h = 118, gap = 24;
    screen_background(frame, SV("title"), SV("dawn"));
    ui_begin(frame, TR(texts, "kiosk.pin", "PIN"), PIN_DIGIT + 1);
    screen_heading(frame, TR(texts, "kiosk.pin", "PIN"), true);
    float top = (frame->height - 1080) * 0.35f + 190;
    Rect panel = { frame->width / 2 - 470, top, 940, 850 };
    ui_panel(frame, panel);
    draw_state(pin, app, frame, (Rect){ panel.x + 60, top + 30, panel.w - 120, 110 });
    for (size_t i = 0; i < sizeof keys; i++) {
        bool is_digit = keys[i] < 10;
        Rect rect = { frame->width / 2 - 1.5f * key_w - gap + (float)(i % 3) * (key_w + gap), top + 216 + (float)(i / 3) * (key_h + gap), key_w, key_h };
        rect.x = ui_mirror_x(frame, rect.x, rect.w); /* 1 2 3 stand so in every writing, as on a telephone */
        StrView label = is_digit ? frame_number(frame, keys[i]) : keys[i] == PIN_OK ? TR(texts, "kiosk.pin_ok", "OK") : TR(texts, "kiosk.pin_delete", "Delete");
        ui_button(frame, &(UiButton){ .id = is_digit ? (uint32_t)PIN_DIGIT + keys[i] : keys[i],
                                      .rect = rect,
                                      .label = label,
                                      .disabled = is_locked(pin, app),
                                      .style = keys[i] == PIN_OK ? UI_BUTTON_PRIMARY : UI_BUTTON_QUIET });
    }
    ui_end(frame);
}

static const SceneOps ops = {
    .name = "pin",
    .opaque = true,
    .destroy = pin_destroy,
    .input = pin_input,
    .activate = pin_activate,
    .back = pin_back,
    .draw = pin_draw,
    .deadline_ms = pin_deadline_ms,
};

bool pin_scene_is(const Scene *scene)
{
    return scene && scene->ops == &ops;
}

Scene *pin_scene_create(Kiosk *kiosk, App *app)
{
    PinScene *pin = scene_new(app, sizeof *pin);
    if (pin) {
        pin->base.ops = &ops;
        pin->kiosk = kiosk;
    }
    return pin ? &pin->base : NULL;
}
