#include "staff_internal.h"

/* What the people of a stand see behind the PIN. */
enum { STAFF_ATTRACT = 1, STAFF_FIGURES, STAFF_TEST, STAFF_MISTAKES, STAFF_QUIT, STAFF_MUTE, STAFF_VOLUME = 20 };

static void staff_destroy(Scene *scene, App *app)
{
    scene_free(app, scene, sizeof(StaffScene));
}

static void set_volume(Kiosk *kiosk, App *app, int steps)
{
    int percent = (int)kiosk->staff_percent + 10 * steps;
    if (percent >= 0 && percent <= 100) {
        kiosk->staff_percent = (unsigned)percent;
        kiosk_apply_volume(kiosk, app);
    }
}

static void staff_activate(Scene *scene, App *app, uint32_t id)
{
    Kiosk *kiosk = ((StaffScene *)scene)->kiosk;
    switch (id) {
    case STAFF_FIGURES:
        scene_stack_push(&app->scenes, figures_scene_create(kiosk, app));
        break;
    case STAFF_TEST:
        scene_stack_push(&app->scenes, test_scene_create(kiosk, app));
        break;
    case STAFF_MISTAKES:
        scene_stack_push(&app->scenes, mistakes_scene_create(kiosk, app));
        break;
    case STAFF_QUIT:
        app->quit = true;
        break;
    case STAFF_MUTE:
        kiosk->is_muted = !kiosk->is_muted;
        kiosk_apply_volume(kiosk, app);
        break;
    case STAFF_VOLUME:
    case STAFF_VOLUME + 1:
        set_volume(kiosk, app, id == STAFF_VOLUME ? -1 : 1);
        break;
    default:
        kiosk_leave(kiosk);
        break;
    }
}

static void staff_back(Scene *scene, App *app)
{
    (void)app;
    kiosk_leave(((StaffScene *)scene)->kiosk);
}

/* One sentence: what is wrong, if something is. */
static StrView state_text(const Kiosk *kiosk, const App *app, UiFrame *frame)
{
    const Catalogue *texts = frame->catalogue;
    TextValue value = { SV("n"), frame_number(frame, kiosk->mistake_count) };
    if (!kiosk_is_kept(app)) {
        return TR(texts, "kiosk.not_kept", "The figures are only in memory: take the table before the game ends. The log says why they cannot be saved.");
    }
    if (kiosk->figures.is_stuck) {
        return TR(texts, "kiosk.stuck", "The figures cannot be saved now (is the disk full?). They are kept in memory and tried again each minute.");
    }
    if (!kiosk->has_date) {
        return TR(texts, "kiosk.no_clock", "The clock of this computer is wrong: opening hours are off, figures have no hour.");
    }
    if (kiosk->mistake_count) {
        return frame_format(frame, TR(texts, "kiosk.has_mistakes", "The settings have mistakes: {n}. Those keys are as usual; the stand runs on."), &value, 1);
    }
    return TR(texts, "kiosk.all_well", "All is well.");
}

static void staff_draw(Scene *scene, App *app, UiFrame *frame)
{
    const Kiosk *kiosk = ((StaffScene *)scene)->kiosk;
    const Catalogue *texts = frame->catalogue;
    bool is_tall = screen_is_tall(frame);
    TextValue percent = { SV("n"), frame_number(frame, kiosk->staff_percent) };
    const struct {
        uint32_t id;
        StrView label;
        UiButtonStyle style;
    } buttons[] = { { STAFF_ATTRACT, TR(texts, "kiosk.resume", "Back to the visitors"), UI_BUTTON_PRIMARY },
                    { STAFF_FIGURES, TR(texts, "kiosk.figures", "Figures"), UI_BUTTON_PLAIN },
                    { STAFF_TEST, TR(texts, "kiosk.test", "Self-test"), UI_BUTTON_PLAIN },
                    { STAFF_MISTAKES, TR(texts, "kiosk.mistakes", "Settings"), UI_BUTTON_PLAIN },
                    { STAFF_QUIT, TR(texts, "kiosk.quit", "End the game"), UI_BUTTON_QUIET } };
    (void)app;
    staff_begin(frame, TR(texts, "kiosk.staff", "This stand"), STAFF_ATTRACT);
    float width = is_tall ? screen_fit(frame, 900) : 700;
    float left = is_tall ? frame->width / 2 : frame->width / 2 - 390;
    float right = is_tall ? frame->width / 2 : frame->width / 2 + 390;
    float y = is_tall ? 420 : frame->height / 2 - 180;
    Rect state = { frame->width / 2 - screen_fit(frame, 1480) / 2, is_tall ? 220 : y - 160, screen_fit(frame, 1480), 130 };
    ui_panel(frame, state);
    ui_text(frame, &(UiText){ .rect = { state.x + 50, state.y + 8, state.w - 100, state.h - 26 },
                              .text = state_text(kiosk, app, frame),
                              .align = TEXT_ALIGN_CENTRE,
                              .role = SPEAK_TEXT,
                              .middle = true,
                              .max_lines = 3,
                              .fit_min = 0.4f });
    for (size_t i = 0; i < sizeof buttons / sizeof buttons[0]; i++) {
        screen_button(frame, buttons[i].id, left, y + 136 * (float)i, width, buttons[i].label, buttons[i].style);
    }
    y += is_tall ? 136 * 5 + 30 : 0;
    ui_panel(frame, (Rect){ right - width / 2 - 24, y - 20, width + 48, 320 });
    ui_stepper(frame, &(UiStepper){ .id = STAFF_VOLUME,
                                    .rect = { right - width / 2 + 20, y, width - 40, 120 },
                                    .label = TR(texts, "kiosk.volume", "Volume"),
                                    .value = frame_format(frame, TR(texts, "kiosk.percent", "{n} %"), &percent, 1),
                                    .at_min = kiosk->staff_percent == 0,
                                    .at_max = kiosk->staff_percent == 100 });
    ui_switch(frame, &(UiSwitch){ .id = STAFF_MUTE, .rect = { right - width / 2 + 10, y + 136, width - 20, 120 }, .label = TR(texts, "kiosk.mute", "Silent"), .on = kiosk->is_muted });
    ui_end(frame);
}

void staff_begin(UiFrame *frame, StrView title, uint32_t first)
{
    screen_background(frame, SV("title"), SV("dawn"));
    draw_fill(frame->draw, (Rect){ 0, 0, frame->width, frame->height }, 0, frame->theme->shade_soft);
    ui_begin(frame, title, first);
    screen_heading(frame, title, true);
}

Scene *staff_page_create(Kiosk *kiosk, App *app, const SceneOps *ops)
{
    StaffScene *staff = scene_new(app, sizeof *staff);
    if (staff) {
        staff->base.ops = ops;
        staff->kiosk = kiosk;
    }
    return staff ? &staff->base : NULL;
}

Scene *staff_scene_create(Kiosk *kiosk, App *app)
{
    static const SceneOps ops = {
        .name = "staff",
        .opaque = true,
        .destroy = staff_destroy,
        .activate = staff_activate,
        .back = staff_back,
        .draw = staff_draw,
    };
    return staff_page_create(kiosk, app, &ops);
}

/* --- the settings' mistakes ---------------------------------------------------------- */

static void page_leave(Scene *scene, App *app)
{
    (void)scene;
    scene_stack_pop(&app->scenes, 1);
}

static void page_activate(Scene *scene, App *app, uint32_t id)
{
    (void)id;
    page_leave(scene, app);
}

static void mistakes_draw(Scene *scene, App *app, UiFrame *frame)
{
    const Kiosk *kiosk = ((StaffScene *)scene)->kiosk;
    const Catalogue *texts = frame->catalogue;
    StrView all = strbuf_view(&kiosk->mistakes);
    (void)app;
    staff_begin(frame, TR(texts, "kiosk.mistakes", "Settings"), WIDGET_BACK);
    float width = screen_fit(frame, 1700);
    Rect panel = { (frame->width - width) / 2, 200, width, frame->height - 260 };
    ui_panel(frame, panel);
    UiFrame own = *frame;
    own.mirrored = own.mirrored && all.len == 0; /* mistakes are English, with paths */
    ui_text(&own, &(UiText){ .rect = { panel.x + 60, panel.y + 40, panel.w - 120, panel.h - 90 },
                              .text = all.len ? all : TR(texts, "kiosk.no_mistakes", "The settings have no mistakes."),
                              .size = 34,
                              .role = SPEAK_TEXT,
                              .line_spacing = 1.15f,
                              .fit_min = 0.3f });
    ui_end(frame);
}

Scene *mistakes_scene_create(Kiosk *kiosk, App *app)
{
    static const SceneOps ops = {
        .name = "mistakes",
        .opaque = true,
        .destroy = staff_destroy,
        .activate = page_activate,
        .back = page_leave,
        .draw = mistakes_draw,
    };
    return staff_page_create(kiosk, app, &ops);
}
