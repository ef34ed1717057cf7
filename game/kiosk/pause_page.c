#include "kiosk_internal.h"

/* Over a story: what a visitor may change, and the way to other stories. No settings of the computer. */
enum { PAUSE_GO_ON = 1, PAUSE_LETTERS = 2, PAUSE_OTHERS = 4 };

static void pause_destroy(Scene *scene, App *app)
{
    scene_free(app, scene, sizeof(Scene));
}

static void set_letters(App *app, int steps)
{
    int percent = (int)app->settings.text_percent + steps * SETTINGS_TEXT_STEP;
    if (percent >= SETTINGS_TEXT_MIN && percent <= SETTINGS_TEXT_MAX) {
        app->settings.text_percent = (unsigned)percent;
        app_apply_settings(app);
    }
}

static void pause_activate(Scene *scene, App *app, uint32_t id)
{
    (void)scene;
    switch (id) {
    case PAUSE_LETTERS:
        set_letters(app, -1);
        break;
    case PAUSE_LETTERS + 1:
        set_letters(app, 1);
        break;
    case PAUSE_OTHERS: {
        Scene *pick = pick_scene_create(kiosk_of(app), app);
        if (pick) {
            scene_stack_pop(&app->scenes, 2);
            scene_stack_push(&app->scenes, pick);
        }
        break;
    }
    default:
        scene_stack_pop(&app->scenes, 1);
        break;
    }
}

static void pause_back(Scene *scene, App *app)
{
    (void)scene;
    scene_stack_pop(&app->scenes, 1);
}

static void pause_draw(Scene *scene, App *app, UiFrame *frame)
{
    const Catalogue *texts = frame->catalogue;
    TextValue percent = { SV("n"), frame_number(frame, app->settings.text_percent) };
    float middle = frame->width / 2;
    float top = frame->height / 2 - 300;
    (void)scene;
    draw_fill(frame->draw, (Rect){ 0, 0, frame->width, frame->height }, 0, frame->theme->shade);
    ui_begin(frame, TR(texts, "pause.screen", "Pause"), PAUSE_GO_ON);
    if (!screen_is_tall(frame)) {
        stage_draw_actor(app->parts.art, frame, SV("sango"), SV("standby"), ui_mirror_x(frame, middle + 690, 0), top + 640, 1.0f, 0);
    }
    ui_panel(frame, (Rect){ middle - 460, top, 920, 620 });
    ui_text(frame, &(UiText){ .rect = { middle - 400, top + 30, 800, 100 },
                              .text = TR(texts, "pause.screen", "Pause"),
                              .face = TEXT_FACE_TITLE,
                              .size = 72,
                              .align = TEXT_ALIGN_CENTRE,
                              .role = SPEAK_HEADING,
                              .fit_min = 0.5f });
    screen_button(frame, PAUSE_GO_ON, middle, top + 150, 760, TR(texts, "pause.resume", "Go on"), UI_BUTTON_PRIMARY);
    ui_stepper(frame, &(UiStepper){ .id = PAUSE_LETTERS,
                                    .rect = { middle - 380, top + 294, 760, 120 },
                                    .label = TR(texts, "kiosk.letters", "Letters"),
                                    .value = frame_format(frame, TR(texts, "kiosk.percent", "{n} %"), &percent, 1),
                                    .at_min = app->settings.text_percent == SETTINGS_TEXT_MIN,
                                    .at_max = app->settings.text_percent == SETTINGS_TEXT_MAX });
    screen_button(frame, PAUSE_OTHERS, middle, top + 446, 760, TR(texts, "kiosk.others", "Other stories"), UI_BUTTON_PLAIN);
    ui_end(frame);
}

Scene *kiosk_pause_create(Kiosk *kiosk, App *app)
{
    static const SceneOps ops = {
        .name = "pause",
        .destroy = pause_destroy,
        .activate = pause_activate,
        .back = pause_back,
        .draw = pause_draw,
    };
    Scene *pause = scene_new(app, sizeof *pause);
    (void)kiosk;
    if (pause) {
        pause->ops = &ops;
    }
    return pause;
}
