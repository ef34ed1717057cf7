#include "sango/player/scenes.h"
#include "sango/player/widgets.h"

#include <stdio.h>

/* A gate that a child does not pass by accident: a button that is held for three seconds, then a sum with four
 * answers. A wrong answer shuts it again, without a word. Nothing presses for time. It is no lock: who wants to
 * pass and can multiply does. */
enum { GATE_HOLD = 1, GATE_ANSWER = 10, ANSWERS = 4, HOLD_MS = 3000 };

typedef struct GateScene {
    Scene base;
    Arena texts;
    StrView what;
    void (*yes)(App *app, int64_t argument);
    int64_t argument;
    bool is_asking;       /* the sum; before it the button */
    bool is_key_down;     /* confirm is held on the button */
    bool is_named;        /* the next activation came by name: from a screen reader or the terminal, where nothing is held */
    uint64_t held_ms;     /* since when; 0: not */
    unsigned a, b, right; /* the sum, and which answer is it */
    unsigned answers[ANSWERS];
} GateScene;

static void gate_destroy(Scene *scene, App *app)
{
    GateScene *gate = (GateScene *)scene;
    arena_release(&gate->texts);
    scene_free(app, gate, sizeof *gate);
}

/* Six to nine times six to nine, and three numbers near it. */
static void make_sum(GateScene *gate, App *app)
{
    static const int near[] = { -10, -2, 3, 11 };
    gate->a = 6 + rng_below(&app->rng, 4);
    gate->b = 6 + rng_below(&app->rng, 4);
    gate->right = rng_below(&app->rng, ANSWERS);
    for (unsigned i = 0; i < ANSWERS; i++) {
        gate->answers[i] = gate->a * gate->b + (i == gate->right ? 0u : (unsigned)near[i]);
    }
}

static void let_on(GateScene *gate, App *app)
{
    gate->is_asking = true;
    gate->held_ms = 0;
    gate->is_key_down = false;
    make_sum(gate, app);
    app_sound(app, SV("page"));
    app_touch(app);
}

static void gate_activate(Scene *scene, App *app, uint32_t id)
{
    GateScene *gate = (GateScene *)scene;
    bool is_named = gate->is_named;
    gate->is_named = false;
    if (id == WIDGET_BACK) {
        scene_stack_pop(&app->scenes, 1);
    } else if (id == GATE_HOLD && is_named && !gate->is_asking) {
        let_on(gate, app);
    } else if (id >= GATE_ANSWER && id < GATE_ANSWER + ANSWERS && gate->is_asking) {
        if (id - GATE_ANSWER == gate->right) {
            scene_stack_pop(&app->scenes, 1);
            gate->yes(app, gate->argument);
        } else {
            gate->is_asking = false;
        }
    }
}

static void gate_back(Scene *scene, App *app)
{
    (void)scene;
    scene_stack_pop(&app->scenes, 1);
}

static bool gate_input(Scene *scene, App *app, const InputEvent *event)
{
    GateScene *gate = (GateScene *)scene;
    gate->is_named = event->kind == INPUT_ACTIVATE;
    if (gate->is_asking) {
        return false;
    }
    if (event->kind == INPUT_CONFIRM && app->ui.focus == GATE_HOLD) {
        gate->is_key_down = true;
        app->ui.focus_visible = true;
        return true;
    }
    if (event->kind == INPUT_CONFIRM_END || event->kind == INPUT_FOCUS_LOST) {
        gate->is_key_down = false;
        return event->kind == INPUT_CONFIRM_END;
    }
    return false;
}

static void gate_update(Scene *scene, App *app, uint64_t now_ms)
{
    GateScene *gate = (GateScene *)scene;
    bool is_held = !gate->is_asking && (gate->is_key_down || (app->ui.pressed == GATE_HOLD && app->ui.hovered == GATE_HOLD));
    if (!is_held) {
        if (gate->held_ms) {
            app_touch(app);
        }
        gate->held_ms = 0;
    } else if (gate->held_ms == 0) {
        gate->held_ms = now_ms ? now_ms : 1;
    } else if (now_ms >= gate->held_ms + HOLD_MS) {
        app->ui.pressed = 0;
        let_on(gate, app);
    }
}

static int gate_deadline_ms(const Scene *scene, const App *app)
{
    const GateScene *gate = (const GateScene *)scene;
    bool is_held = gate->is_key_down || app->ui.pressed == GATE_HOLD;
    return !gate->is_asking && is_held ? 0 : -1;
}

static void draw_hold(const GateScene *gate, UiFrame *frame, Rect panel)
{
    const Catalogue *texts = frame->catalogue;
    Rect button = { panel.x + 80, panel.y + panel.h - 250, panel.w - 160, 130 };
    Rect bar = { button.x, button.y + button.h + 26, button.w, 34 };
    float share = gate->held_ms ? (float)(frame->now_ms - gate->held_ms) / HOLD_MS : 0;
    ui_text(frame, &(UiText){ .rect = { panel.x + 80, panel.y + 40, panel.w - 160, panel.h - 320 },
                              .text = gate->what,
                              .size = frame->theme->text_body,
                              .line_spacing = 1.1f,
                              .role = SPEAK_TEXT,
                              .middle = true,
                              .fit_min = 0.4f });
    ui_button(frame, &(UiButton){ .id = GATE_HOLD,
                                  .rect = button,
                                  .label = TR(texts, "gate.hold", "Hold this for three seconds"),
                                  .style = UI_BUTTON_PLAIN });
    ui_bar(frame, bar, bar.h / 2);
    if (share > 0) {
        Rect got = { bar.x + 5, bar.y + 5, (bar.w - 10) * (share < 1 ? share : 1), bar.h - 10 };
        got.x = ui_mirror_x(frame, got.x, got.w);
        draw_fill(frame->draw, got, got.h / 2, frame->theme->sun);
    }
}

static void draw_sum(const GateScene *gate, UiFrame *frame, Rect panel)
{
    char sum[32];
    int len = snprintf(sum, sizeof sum, "%u \xc3\x97 %u", gate->a, gate->b);
    TextValue value = { SV("sum"), { sum, (size_t)len } };
    ui_text(frame, &(UiText){ .rect = { panel.x + 60, panel.y + 40, panel.w - 120, 160 },
                              .text = frame_format(frame, TR(frame->catalogue, "gate.sum", "How much is {sum}?"), &value, 1),
                              .face = TEXT_FACE_TITLE,
                              .size = frame->theme->text_title,
                              .align = TEXT_ALIGN_CENTRE,
                              .role = SPEAK_HEADING,
                              .middle = true,
                              .fit_min = 0.4f });
    float width = (panel.w - 160 - 40) / 2;
    for (unsigned i = 0; i < ANSWERS; i++) {
        ui_button(frame, &(UiButton){ .id = GATE_ANSWER + i,
                                      .rect = { panel.x + 80 + (float)(i % 2) * (width + 40), panel.y + 230 + (float)(i / 2) * 160, width, 124 },
                                      .label = frame_number(frame, gate->answers[i]),
                                      .style = UI_BUTTON_QUIET });
    }
}

static void gate_draw(Scene *scene, App *app, UiFrame *frame)
{
    const GateScene *gate = (const GateScene *)scene;
    const Catalogue *texts = frame->catalogue;
    StrView title = TR(texts, "gate.screen", "For grown-ups");
    (void)app;
    screen_background(frame, SV("title"), SV("dawn"));
    ui_begin(frame, title, gate->is_asking ? GATE_ANSWER : GATE_HOLD);
    screen_heading(frame, title, true);
    float width = screen_fit(frame, 1240);
    Rect panel = { (frame->width - width) / 2, frame->height / 2 - 300, width, 640 };
    ui_panel(frame, panel);
    if (gate->is_asking) {
        draw_sum(gate, frame, panel);
    } else {
        draw_hold(gate, frame, panel);
    }
    ui_end(frame);
}

Scene *gate_scene_create(App *app, StrView what, void (*yes)(App *app, int64_t argument), int64_t argument)
{
    static const SceneOps ops = {
        .name = "gate",
        .opaque = true,
        .destroy = gate_destroy,
        .input = gate_input,
        .activate = gate_activate,
        .back = gate_back,
        .update = gate_update,
        .draw = gate_draw,
        .deadline_ms = gate_deadline_ms,
    };
    GateScene *gate = scene_new(app, sizeof *gate);
    if (!gate) {
        return NULL;
    }
    gate->base.ops = &ops;
    gate->yes = yes;
    gate->argument = argument;
    arena_init(&gate->texts, app->parts.alloc, 512);
    gate->what = arena_copy(&gate->texts, what);
    return &gate->base;
}
