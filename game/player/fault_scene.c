#include "sango/player/scenes.h"
#include "sango/player/widgets.h"

/* Something is broken that a grown-up can mend. The child sees Sango and a way on;
 * the message below is for the grown-up. */
enum { FAULT_OK = 1 };

typedef struct FaultScene {
    Scene base;
    StrBuf text;
} FaultScene;

static void fault_destroy(Scene *scene, App *app)
{
    FaultScene *fault = (FaultScene *)scene;
    strbuf_release(&fault->text);
    scene_free(app, fault, sizeof *fault);
}

static void fault_activate(Scene *scene, App *app, uint32_t id)
{
    (void)scene;
    (void)id;
    scene_stack_pop(&app->scenes, 1);
}

static void fault_back(Scene *scene, App *app)
{
    (void)scene;
    scene_stack_pop(&app->scenes, 1);
}

static void fault_draw(Scene *scene, App *app, UiFrame *frame)
{
    const FaultScene *fault = (const FaultScene *)scene;
    const Catalogue *texts = frame->catalogue;
    screen_background(frame, SV("title"), SV("dawn"));
    ui_begin(frame, TR(texts, "fault.screen", "Oops, this story is stuck"), FAULT_OK);
    screen_heading(frame, TR(texts, "fault.screen", "Oops, this story is stuck"), false);
    bool is_tall = screen_is_tall(frame);
    float width = screen_fit(frame, 1180);
    float left = is_tall ? (frame->width - width) / 2 : frame->width / 2 - 820;
    ui_panel(frame, (Rect){ left, 230, width, 600 });
    stage_draw_actor(app->parts.art, frame, SV("sango"), SV("worried"), is_tall ? frame->width / 2 : ui_mirror_x(frame, frame->width / 2 + 600, 0),
                     is_tall ? frame->height - 30 : 860, is_tall ? 0.75f : 1.0f, 0);
    ui_text(frame, &(UiText){ .rect = { left + 60, 270, width - 120, 150 },
                              .text = TR(texts, "fault.child", "It is not your fault. Please show this page to a grown-up."),
                              .role = SPEAK_TEXT,
                              .face = TEXT_FACE_BOLD,
                              .fit_min = 0.5f });
    ui_text(frame, &(UiText){ .rect = { left + 60, 430, width - 120, 370 },
                              .text = strbuf_view(&fault->text),
                              .size = frame->theme->text_small,
                              .role = SPEAK_TEXT,
                              .fit_min = 0.4f });
    screen_button(frame, FAULT_OK, frame->width / 2, 880, 600, TR(texts, "fault.ok", "Back"), UI_BUTTON_PRIMARY);
    ui_end(frame);
}

Scene *fault_scene_create(App *app, StrView text)
{
    static const SceneOps ops = {
        .name = "fault",
        .opaque = true,
        .destroy = fault_destroy,
        .activate = fault_activate,
        .back = fault_back,
        .draw = fault_draw,
    };
    FaultScene *fault = scene_new(app, sizeof *fault);
    if (!fault) {
        return NULL;
    }
    fault->base.ops = &ops;
    strbuf_init(&fault->text, app->parts.alloc);
    strbuf_append(&fault->text, text);
    return &fault->base;
}
