#include "sango/player/scenes.h"
#include "sango/player/widgets.h"

/* Over a level: nothing moves or speaks behind it; the music goes on. */
enum { PAUSE_RESUME = 1, PAUSE_SETTINGS, PAUSE_MAP };

static void pause_destroy(Scene *scene, App *app)
{
    scene_free(app, scene, sizeof(Scene));
}

static void pause_activate(Scene *scene, App *app, uint32_t id)
{
    (void)scene;
    switch (id) {
    case PAUSE_SETTINGS:
        scene_stack_push(&app->scenes, settings_scene_create(app));
        break;
    case PAUSE_MAP:
        scene_stack_pop(&app->scenes, 2); /* this and the level: its place is saved */
        break;
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

/* What opened it closes it: a presenter's remote has one key for both. */
static bool pause_input(Scene *scene, App *app, const InputEvent *event)
{
    (void)scene;
    if (event->kind == INPUT_MENU) {
        scene_stack_pop(&app->scenes, 1);
    }
    return event->kind == INPUT_MENU;
}

static void pause_draw(Scene *scene, App *app, UiFrame *frame)
{
    const Catalogue *texts = frame->catalogue;
    (void)scene;
    draw_fill(frame->draw, (Rect){ 0, 0, frame->width, frame->height }, 0, frame->theme->shade);
    ui_begin(frame, TR(texts, "pause.screen", "Pause"), PAUSE_RESUME);
    float top = frame->height / 2 - 340;
    if (!screen_is_tall(frame)) { /* Sango rests, too */
        stage_draw_actor(app->parts.art, frame, SV("sango"), SV("standby"), ui_mirror_x(frame, frame->width / 2 + 690, 0), top + 670, 1.0f, 0);
    }
    screen_sango_below(app, frame, SV("standby"), top + 680);
    ui_panel(frame, (Rect){ frame->width / 2 - 460, top, 920, 680 });
    ui_text(frame, &(UiText){ .rect = { frame->width / 2 - 400, top + 50, 800, 100 },
                              .text = TR(texts, "pause.screen", "Pause"),
                              .face = TEXT_FACE_TITLE,
                              .size = 72,
                              .align = TEXT_ALIGN_CENTRE,
                              .role = SPEAK_HEADING,
                              .fit_min = 0.5f });
    screen_button(frame, PAUSE_RESUME, frame->width / 2, top + 190, 640, TR(texts, "pause.resume", "Go on"), UI_BUTTON_PRIMARY);
    screen_button(frame, PAUSE_SETTINGS, frame->width / 2, top + 340, 640, TR(texts, "pause.settings", "Settings"), UI_BUTTON_PLAIN);
    screen_button(frame, PAUSE_MAP, frame->width / 2, top + 490, 640, TR(texts, "pause.map", "Back to the map"), UI_BUTTON_PLAIN);
    ui_end(frame);
}

Scene *pause_scene_create(App *app)
{
    static const SceneOps ops = {
        .name = "pause",
        .destroy = pause_destroy,
        .input = pause_input,
        .activate = pause_activate,
        .back = pause_back,
        .draw = pause_draw,
    };
    AppOver *over = app->parts.over;
    (void)app_voice(app, SV("")); /* who speaks falls silent */
    if (over && over->pause_page) {
        return over->pause_page(over, app);
    }
    Scene *pause = scene_new(app, sizeof *pause);
    if (pause) {
        pause->ops = &ops;
    }
    return pause;
}
