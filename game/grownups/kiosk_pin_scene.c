#include "kiosk_setup.h"
#include "sango/kiosk/settings.h"
#include "sango/player/widgets.h"

#include <string.h>

/* The PIN of a stand, two times. What was typed is neither shown nor said. */
enum { PIN_DIGIT = 10, PIN_DELETE = 30, PIN_OK = 31 };

typedef struct PinScene {
    Scene base;
    char digits[KIOSK_PIN_MAX], first[KIOSK_PIN_MAX];
    size_t count, first_count; /* first_count > 0: it is typed for the second time */
    bool differs;              /* the second was another one: from the beginning */
    bool is_bad;               /* it could not be written */
} PinScene;

static void forget(PinScene *pin)
{
    memset(pin->digits, 0, sizeof pin->digits);
    pin->count = 0;
}

static void pin_destroy(Scene *scene, App *app)
{
    memset(((PinScene *)scene)->first, 0, KIOSK_PIN_MAX);
    forget((PinScene *)scene);
    scene_free(app, scene, sizeof(PinScene));
}

static void add_digit(PinScene *pin, App *app, unsigned digit)
{
    if (pin->count < KIOSK_PIN_MAX) {
        pin->digits[pin->count++] = (char)('0' + digit);
        pin->differs = pin->is_bad = false;
        app_touch(app);
    }
}

static void write_pin(PinScene *pin, App *app)
{
    StrBuf file;
    strbuf_init(&file, app->parts.alloc);
    kiosk_settings_own_path(&file);
    Status status = file.failed ? STATUS_NOMEM : kiosk_setup_pin(app, file.data, (StrView){ pin->digits, pin->count });
    strbuf_release(&file);
    pin->is_bad = status != STATUS_OK;
    if (status == STATUS_OK) {
        app_sound(app, SV("badge"));
        scene_stack_pop(&app->scenes, 1);
    }
}

static void take(PinScene *pin, App *app)
{
    if (pin->count < KIOSK_PIN_MIN) {
        return;
    }
    if (pin->first_count == 0) {
        memcpy(pin->first, pin->digits, pin->count);
        pin->first_count = pin->count;
    } else {
        pin->differs = pin->count != pin->first_count || memcmp(pin->first, pin->digits, pin->count) != 0;
        if (!pin->differs) {
            write_pin(pin, app);
        }
        pin->first_count = 0;
    }
    forget(pin);
}

static void pin_activate(Scene *scene, App *app, uint32_t id)
{
    PinScene *pin = (PinScene *)scene;
    if (id == PIN_DELETE) {
        pin->count -= pin->count > 0;
    } else if (id == PIN_OK) {
        take(pin, app);
    } else if (id >= PIN_DIGIT && id < PIN_DIGIT + 10) {
        add_digit(pin, app, id - PIN_DIGIT);
    } else {
        scene_stack_pop(&app->scenes, 1);
    }
}

static void pin_back(Scene *scene, App *app)
{
    (void)scene;
    scene_stack_pop(&app->scenes, 1);
}

static bool pin_input(Scene *scene, App *app, const InputEvent *event)
{
    PinScene *pin = (PinScene *)scene;
    if (event->kind == INPUT_DIGIT && event->value >= 0 && event->value <= 9) {
        add_digit(pin, app, (unsigned)event->value);
        return true;
    }
    pin->count -= event->kind == INPUT_UNDO && pin->count > 0;
    return event->kind == INPUT_UNDO;
}

static StrView state_words(const PinScene *pin, UiFrame *frame)
{
    const Catalogue *texts = frame->catalogue;
    TextValue value = { SV("n"), frame_number(frame, (unsigned)pin->count) };
    if (pin->is_bad) {
        return TR(texts, "stand.pin.bad", "The settings file could not be changed. It is as it was.");
    }
    if (pin->differs) {
        return TR(texts, "stand.pin.differs", "That was not the same PIN. Please choose it anew.");
    }
    if (pin->count) {
        return frame_format(frame, TR(texts, "kiosk.pin_count", "Digits: {n}"), &value, 1);
    }
    return pin->first_count ? TR(texts, "stand.pin.again", "The same once more, please.") : TR(texts, "stand.pin.choose", "Choose 4 to 12 digits.");
}

static void draw_keys(const PinScene *pin, UiFrame *frame, Rect box)
{
    static const uint8_t keys[] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, PIN_DELETE, 0, PIN_OK };
    const Catalogue *texts = frame->catalogue;
    const float gap = 24;
    float width = (box.w - 2 * gap) / 3, height = (box.h - 3 * gap) / 4;
    for (unsigned i = 0; i < sizeof keys; i++) {
        bool is_digit = keys[i] < 10;
        Rect rect = { box.x + (float)(i % 3) * (width + gap), box.y + (float)(i / 3) * (height + gap), width, height };
        rect.x = ui_mirror_x(frame, rect.x, rect.w); /* 1 2 3 stand so in every writing, as on a telephone */
        ui_button(frame, &(UiButton){ .id = is_digit ? PIN_DIGIT + keys[i] : keys[i],
                                      .rect = rect,
                                      .label = is_digit                ? frame_number(frame, keys[i])
                                               : keys[i] == PIN_DELETE ? TR(texts, "stand.pin.delete", "Delete")
                                                                       : TR(texts, "stand.pin.ok", "OK"),
                                      .style = is_digit ? UI_BUTTON_QUIET : keys[i] == PIN_OK ? UI_BUTTON_PRIMARY : UI_BUTTON_PLAIN,
                                      .disabled = keys[i] == PIN_OK && pin->count < KIOSK_PIN_MIN });
    }
}

static void pin_draw(Scene *scene, App *app, UiFrame *frame)
{
    const PinScene *pin = (const PinScene *)scene;
    StrView title = TR(frame->catalogue, "stand.pin", "Set the PIN");
    (void)app;
    screen_background(frame, SV("title"), SV("dawn"));
    ui_begin(frame, title, PIN_DIGIT + 1);
    screen_heading(frame, title, true);
    float width = screen_fit(frame, 940);
    Rect panel = { (frame->width - width) / 2, 184 + (frame->height - 1080) * 0.3f, width, 850 };
    ui_panel(frame, panel);
    ui_text(frame, &(UiText){ .rect = { panel.x + 60, panel.y + 24, panel.w - 120, 110 },
                              .text = state_words(pin, frame),
                              .align = TEXT_ALIGN_CENTRE,
                              .role = SPEAK_TEXT,
                              .middle = true,
                              .max_lines = 2,
                              .fit_min = 0.4f });
    for (size_t i = 0; i < pin->count; i++) {
        float x = frame->width / 2 + ((float)i - (float)(pin->count - 1) / 2) * 44;
        draw_fill(frame->draw, (Rect){ x - 14, panel.y + 146, 28, 28 }, 14, frame->theme->ink);
    }
    draw_keys(pin, frame, (Rect){ panel.x + 70, panel.y + 200, panel.w - 140, 590 });
    ui_end(frame);
}

Scene *kiosk_pin_scene_create(App *app)
{
    static const SceneOps ops = {
        .name = "set_pin",
        .opaque = true,
        .destroy = pin_destroy,
        .input = pin_input,
        .activate = pin_activate,
        .back = pin_back,
        .draw = pin_draw,
    };
    PinScene *pin = scene_new(app, sizeof *pin);
    if (pin) {
        pin->base.ops = &ops;
    }
    return pin ? &pin->base : NULL;
}
