#include "sango/player/loading.h"

#include "app_internal.h"
#include "sango/player/scenes.h"
#include "sango/player/widgets.h"

#include <stdio.h>

/* A page while files are fetched: Sango runs to get them. What comes then takes its place. Where everything is on the computer
 * nobody sees it. */
enum { LOADING_AGAIN = 1, BAR_STEPS = 100, LOOK_MS = 250 };

typedef struct LoadingScene {
    Scene base;
    SceneMaker make;
    char group[96], name[96];
    float share; /* of the files that is there, 0..1; negative: they cannot be had */
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
    (void)app;
    return ((const LoadingScene *)scene)->share < 0 ? -1 : LOOK_MS;
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

static void loading_draw(Scene *scene, App *app, UiFrame *frame)
{
    const LoadingScene *loading = (const LoadingScene *)scene;
    const Catalogue *texts = frame->catalogue;
    bool has_failed = loading->share < 0;
    StrView title = has_failed ? TR(texts, "loading.failed", "It did not come") : TR(texts, "loading.screen", "One moment!");
    screen_background(frame, SV("title"), SV("dawn"));
    ui_begin(frame, title, has_failed ? LOADING_AGAIN : WIDGET_BACK);
    screen_heading(frame, title, true);
    float width = screen_fit(frame, 1180);
    Rect panel = { (frame->width - width) / 2, frame->height / 2 - 160, width, 360 };
    ui_panel(frame, panel);
    ui_text(frame, &(UiText){ .rect = { panel.x + 60, panel.y + 30, panel.w - 120, 190 },
                              .text = has_failed ? TR(texts, "loading.failed.text", "Sango could not fetch this. Perhaps the internet is away. Nothing of yours is lost.")
                                                 : TR(texts, "loading.text", "Sango runs and fetches what comes next."),
                              .role = SPEAK_TEXT,
                              .align = TEXT_ALIGN_CENTRE,
                              .middle = true,
                              .fit_min = 0.4f });
    if (has_failed) {
        screen_button(frame, LOADING_AGAIN, frame->width / 2, panel.y + panel.h - 130, 560, TR(texts, "loading.again", "Try again"), UI_BUTTON_PRIMARY);
    } else {
        draw_bar(loading, frame, (Rect){ panel.x + 80, panel.y + panel.h - 110, panel.w - 160, 56 });
    }
    screen_sango_below(app, frame, has_failed ? SV("worried") : SV("thinking"), panel.y + panel.h);
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
    return &loading->base;
}

Scene *scene_when_fetched(App *app, StrView group, SceneMaker make, StrView name)
{
    return app_fetch(app, group) >= 1 ? make(app, name) : loading_scene_create(app, group, make, name);
}
