#include "sango/player/scenes.h"
#include "sango/player/widgets.h"

/* A question before something is lost. The safe answer stands first and has the focus. */
enum { CONFIRM_NO = 1, CONFIRM_YES = 2 };

typedef struct ConfirmScene {
    Scene base;
    Arena texts;
    ConfirmText text;
    void (*yes)(App *app, int64_t argument);
    int64_t argument;
} ConfirmScene;

static void confirm_destroy(Scene *scene, App *app)
{
    ConfirmScene *confirm = (ConfirmScene *)scene;
    arena_release(&confirm->texts);
    scene_free(app, confirm, sizeof *confirm);
}

static void confirm_activate(Scene *scene, App *app, uint32_t id)
{
    ConfirmScene *confirm = (ConfirmScene *)scene;
    scene_stack_pop(&app->scenes, 1);
    if (id == CONFIRM_YES) {
        confirm->yes(app, confirm->argument);
    }
}

static void confirm_back(Scene *scene, App *app)
{
    (void)scene;
    scene_stack_pop(&app->scenes, 1);
}

static void confirm_draw(Scene *scene, App *app, UiFrame *frame)
{
    const ConfirmScene *confirm = (const ConfirmScene *)scene;
    (void)app;
    draw_fill(frame->draw, (Rect){ 0, 0, frame->width, frame->height }, 0, frame->theme->shade);
    ui_begin(frame, confirm->text.question, CONFIRM_NO);
    float width = screen_fit(frame, 1240);
    float left = (frame->width - width) / 2;
    float button = (width - 160) / 2;
    float top = frame->height / 2 - 240;
    ui_panel(frame, (Rect){ left, top, width, 480 });
    ui_text(frame, &(UiText){ .rect = { left + 60, top + 50, width - 120, 210 },
                              .text = confirm->text.question,
                              .face = TEXT_FACE_BOLD,
                              .size = frame->theme->text_story,
                              .line_spacing = 0.95f,
                              .role = SPEAK_HEADING,
                              .align = TEXT_ALIGN_CENTRE,
                              .middle = true,
                              .fit_min = 0.4f });
    screen_button(frame, CONFIRM_NO, frame->width / 2 - button / 2 - 20, top + 300, button, confirm->text.no, UI_BUTTON_PRIMARY);
    screen_button(frame, CONFIRM_YES, frame->width / 2 + button / 2 + 20, top + 300, button, confirm->text.yes, UI_BUTTON_PLAIN);
    ui_end(frame);
}

Scene *confirm_scene_create(App *app, const ConfirmText *text, void (*yes)(App *app, int64_t argument), int64_t argument)
{
    static const SceneOps ops = {
        .name = "confirm",
        .destroy = confirm_destroy,
        .activate = confirm_activate,
        .back = confirm_back,
        .draw = confirm_draw,
    };
    ConfirmScene *confirm = scene_new(app, sizeof *confirm);
    if (!confirm) {
        return NULL;
    }
    confirm->base.ops = &ops;
    confirm->yes = yes;
    confirm->argument = argument;
    arena_init(&confirm->texts, app->parts.alloc, 512);
    confirm->text.question = arena_copy(&confirm->texts, text->question);
    confirm->text.yes = arena_copy(&confirm->texts, text->yes);
    confirm->text.no = arena_copy(&confirm->texts, text->no);
    return &confirm->base;
}
