#include "measure_internal.h"

#include "play_internal.h"
#include "sango/player/widgets.h"

/* Whether a child would like to answer six questions now. Nothing is lost by not doing so. */
enum { MEASURE_YES = 1, MEASURE_NO = 2 };

typedef struct MeasureScene {
    Scene base;
    StrView world; /* of the pack */
    MeasureTime time;
    const LevelEntry *next;
} MeasureScene;

static void measure_destroy(Scene *scene, App *app)
{
    scene_free(app, scene, sizeof(MeasureScene));
}

static void go_on(const MeasureScene *measure, App *app)
{
    if (measure->next) {
        scene_stack_replace(&app->scenes, play_scene_create(app, measure->next));
    } else {
        scene_stack_pop(&app->scenes, 1);
    }
}

static void measure_activate(Scene *scene, App *app, uint32_t id)
{
    const MeasureScene *measure = (const MeasureScene *)scene;
    if (id == WIDGET_NOTICE_OK) {
        strbuf_clear(&app->notice);
        return;
    }
    measure_note_asked(app, measure->world, measure->time);
    if (id == MEASURE_YES) {
        scene_stack_replace(&app->scenes, play_measure_create(app, measure->world, measure->time, measure->next));
    } else {
        go_on(measure, app);
    }
}

static void measure_back(Scene *scene, App *app)
{
    (void)scene;
    scene_stack_pop(&app->scenes, 1);
}

static void measure_draw(Scene *scene, App *app, UiFrame *frame)
{
    const Catalogue *texts = frame->catalogue;
    StrView title = TR(texts, "measure.screen", "Six quick questions");
    (void)scene;
    screen_background(frame, SV("title"), SV("dawn"));
    ui_begin(frame, title, MEASURE_YES);
    screen_heading(frame, title, false);
    float room = screen_sango(app, frame, SV("happy"));
    float width = room - 140 < 1200 ? room - 140 : 1200;
    Rect panel = { (room - width) / 2, frame->height / 2 - 310, width, 420 };
    ui_panel(frame, panel);
    ui_text(frame, &(UiText){ .rect = { panel.x + 60, panel.y + 40, panel.w - 120, panel.h - 100 },
                              .text = TR(texts, "measure.text", "Would you answer six questions? Sango is curious what children think. There are no points, and every answer is fine."),
                              .size = frame->theme->text_story,
                              .line_spacing = 1.15f,
                              .role = SPEAK_TEXT,
                              .middle = true,
                              .fit_min = 0.4f });
    float button = (width - 60) / 2;
    screen_button(frame, MEASURE_YES, room / 2 - button / 2 - 30, panel.y + panel.h + 50, button, TR(texts, "measure.yes", "Yes, ask me"), UI_BUTTON_PRIMARY);
    screen_button(frame, MEASURE_NO, room / 2 + button / 2 + 30, panel.y + panel.h + 50, button, TR(texts, "measure.no", "Not now"), UI_BUTTON_QUIET);
    screen_sango_below(app, frame, SV("happy"), panel.y + panel.h + 190);
    screen_notice(app, frame);
    ui_end(frame);
}

Scene *measure_scene_create(App *app, StrView world, MeasureTime time, const LevelEntry *next)
{
    static const SceneOps ops = {
        .name = "measure",
        .opaque = true,
        .destroy = measure_destroy,
        .activate = measure_activate,
        .back = measure_back,
        .draw = measure_draw,
    };
    MeasureScene *measure = scene_new(app, sizeof *measure);
    if (!measure) {
        return NULL;
    }
    measure->base.ops = &ops;
    measure->world = world;
    measure->time = time;
    measure->next = next;
    return &measure->base;
}
