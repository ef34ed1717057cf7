#include "sango/player/loading.h"

#include "app_internal.h"
#include "sango/player/scenes.h"
#include "sango/player/widgets.h"

#include <stdio.h>

/* A page while files are fetched: Sango is there, and what comes then takes its place. Where everything is on the computer nobody sees
 * it. It draws with what the title has: nothing else may be there yet, so Sango's face is the title's, also when something failed. */
enum { LOADING_AGAIN = 1, BAR_STEPS = 100, LOOK_MS = 250, MOVE_MS = 33 };
enum { SANGO_H = 640, SANGO_W = 512, TOP = 184, END = 60, BAR_H = 60, BUTTON_H = 112, PAD = 56 };

typedef struct LoadingScene {
    Scene base;
    SceneMaker make;
    char group[96], name[96];
    float share; /* of the files that is there, 0..1; negative: they cannot be had */
    uint64_t begun_ms;
} LoadingScene;

float app_fetch(App *app, StrView group)
{
    Platform *platform = app->parts.platform;
    return platform->ops->fetch ? platform->ops->fetch(platform, group) : 1;
}

static StrView group_of(const LoadingScene *loading)
{
    return strview_from_cstr(loading->group);
}

static void loading_destroy(Scene *scene, App *app)
{
    scene_free(app, scene, sizeof(LoadingScene));
}

static void loading_activate(Scene *scene, App *app, uint32_t id)
{
    LoadingScene *loading = (LoadingScene *)scene;
    if (id == WIDGET_BACK) {
        scene_stack_pop(&app->scenes, 1);
    } else { /* what has failed is asked for anew, and the next look says how that goes */
        float share = app_fetch(app, group_of(loading));
        loading->share = share < 0 ? 0 : share;
    }
}

static void loading_back(Scene *scene, App *app)
{
    (void)scene;
    scene_stack_pop(&app->scenes, 1);
}

static void loading_update(Scene *scene, App *app, uint64_t now_ms)
{
    LoadingScene *loading = (LoadingScene *)scene;
    (void)now_ms;
    if (loading->share < 0) {
        return; /* somebody has to ask again */
    }
    float share = app_fetch(app, group_of(loading));
    if ((int)(share * BAR_STEPS) != (int)(loading->share * BAR_STEPS)) {
        app_touch(app);
    }
    loading->share = share;
    if (share >= 1) {
        scene_stack_replace(&app->scenes, loading->make(app, strview_from_cstr(loading->name)));
    }
}

static int loading_deadline_ms(const Scene *scene, const App *app)
{
    bool has_failed = ((const LoadingScene *)scene)->share < 0;
    return has_failed ? -1 : app->settings.reduced_motion ? LOOK_MS : MOVE_MS;
}

static void draw_bar(const LoadingScene *loading, UiFrame *frame, Rect bar)
{
    char percent[8];
    float share = loading->share > 0 ? loading->share : 0;
    (void)snprintf(percent, sizeof percent, "%d %%", (int)(share * 100));
    ui_bar(frame, bar, bar.h / 2);
    Rect done = { bar.x + 8, bar.y + 8, (bar.w - 16) * share, bar.h - 16 };
    done.x = frame->mirrored ? bar.x + bar.w - 8 - done.w : done.x;
    if (done.w > done.h) {
        draw_fill(frame->draw, done, done.h / 2, frame->theme->sun);
    }
    speak_list_add(frame->speak, &(SpeakItem){ .role = SPEAK_METER,
                                  .label = TR(frame->catalogue, "loading.meter", "Fetched"),
                                  .value = strview_from_cstr(percent),
                                  .rect = bar });
}

/* Beside Sango; on an upright screen below. Larger letters get more room. */
static Rect panel_of(const UiFrame *frame)
{
    float room = frame->height - TOP - END;
    float height = 380 * frame->text_scale;
    if (screen_is_tall(frame)) {
        float width = screen_fit(frame, 1180);
        height = height < room * 0.45f ? height : room * 0.45f;
        return (Rect){ (frame->width - width) / 2, frame->height - END - height, width, height };
    }
    float width = frame->width * 0.46f < 960 ? frame->width * 0.46f : 960;
    height = height < room - 60 ? height : room - 60;
    float x = frame->width * 0.3f - width / 2;
    return (Rect){ frame->mirrored ? frame->width - x - width : x, TOP + (room - height) * 0.4f, width, height };
}

static void draw_sango(const LoadingScene *loading, App *app, UiFrame *frame, Rect panel)
{
    bool is_tall = screen_is_tall(frame);
    float most_w = (is_tall ? frame->width : frame->width * 0.44f) * 0.92f;
    float roof = screen_roof_y(frame) < frame->height - END ? screen_roof_y(frame) : frame->height - END;
    float feet = is_tall ? panel.y - 40 : roof;
    float room = feet - TOP - (is_tall ? 60 : 0);
    float scale = room / SANGO_H < most_w / SANGO_W ? room / SANGO_H : most_w / SANGO_W;
    scale = scale < 1.9f ? scale : 1.9f;
    feet -= is_tall ? (room - scale * SANGO_H) / 2 : 0;
    stage_draw_actor(app->parts.art, frame, SV("sango"), SV("happy"), ui_mirror_x(frame, frame->width * (is_tall ? 0.5f : 0.76f), 0), feet,
                     scale, loading->share < 0 ? 0 : app->now_ms - loading->begun_ms);
}

static void loading_draw(Scene *scene, App *app, UiFrame *frame)
{
    const LoadingScene *loading = (const LoadingScene *)scene;
    const Catalogue *texts = frame->catalogue;
    bool has_failed = loading->share < 0;
    StrView title = has_failed ? TR(texts, "loading.failed", "It did not come") : TR(texts, "loading.screen", "One moment!");
    screen_background(frame, SV("title"), SV("dawn"));
    ui_begin(frame, title, has_failed ? LOADING_AGAIN : WIDGET_BACK);
    screen_heading(frame, title, true);
    Rect panel = panel_of(frame);
    draw_sango(loading, app, frame, panel);
    ui_panel(frame, panel);
    float foot = has_failed ? BUTTON_H + PAD : BAR_H + PAD; /* below the words */
    ui_text(frame, &(UiText){ .rect = { panel.x + PAD, panel.y + PAD / 2, panel.w - 2 * PAD, panel.h - foot - PAD },
                              .size = 58,
                              .text = has_failed ? TR(texts, "loading.failed.text", "Sango could not fetch this. Perhaps the internet is away. Nothing of yours is lost.")
                                                 : TR(texts, "loading.text", "Sango is getting what comes next."),
                              .role = SPEAK_TEXT,
                              .align = TEXT_ALIGN_CENTRE,
                              .middle = true,
                              .fit_min = 0.4f });
    if (has_failed) {
        float width = panel.w - 2 * PAD < 560 ? panel.w - 2 * PAD : 560;
        screen_button(frame, LOADING_AGAIN, panel.x + panel.w / 2, panel.y + panel.h - foot, width, TR(texts, "loading.again", "Try again"), UI_BUTTON_PRIMARY);
    } else {
        draw_bar(loading, frame, (Rect){ panel.x + PAD, panel.y + panel.h - foot, panel.w - 2 * PAD, BAR_H });
    }
    ui_end(frame);
}

Scene *loading_scene_create(App *app, StrView group, SceneMaker make, StrView name)
{
    static const SceneOps ops = { .name = "loading",
                                  .opaque = true,
                                  .destroy = loading_destroy,
                                  .activate = loading_activate,
                                  .back = loading_back,
                                  .update = loading_update,
                                  .draw = loading_draw,
                                  .deadline_ms = loading_deadline_ms };
    LoadingScene *loading = scene_new(app, sizeof *loading);
    if (!loading) {
        return NULL;
    }
    loading->base.ops = &ops;
    loading->make = make;
    (void)snprintf(loading->group, sizeof loading->group, "%.*s", SV_ARG(group));
    (void)snprintf(loading->name, sizeof loading->name, "%.*s", SV_ARG(name));
    loading->share = app_fetch(app, group);
    loading->begun_ms = app->now_ms;
    return &loading->base;
}

Scene *scene_when_fetched(App *app, StrView group, SceneMaker make, StrView name)
{
    return app_fetch(app, group) >= 1 ? make(app, name) : loading_scene_create(app, group, make, name);
}
