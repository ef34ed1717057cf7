#include "sango/player/scenes.h"
#include "sango/player/widgets.h"

/* Which stories: for 7 to 9 or for 10 to 13. No age is asked or kept, only the band. */
enum { BAND_CARD_YOUNGER = 1, BAND_CARD_OLDER = 2 };

static void band_destroy(Scene *scene, App *app)
{
    scene_free(app, scene, sizeof(Scene));
}

static void band_activate(Scene *scene, App *app, uint32_t id)
{
    (void)scene;
    if (id == WIDGET_BACK) {
        scene_stack_pop(&app->scenes, 1);
        return;
    }
    if (id != BAND_CARD_YOUNGER && id != BAND_CARD_OLDER) {
        return;
    }
    app->player.band = id == BAND_CARD_YOUNGER ? BAND_YOUNGER : BAND_OLDER;
    Status status = app_store(app)->ops->set_player(app_store(app), &app->player);
    if (status != STATUS_OK) {
        app_store_notice(app, status, "the choice of stories could not be saved");
    }
    scene_stack_replace(&app->scenes, map_scene_create(app));
}

static void band_back(Scene *scene, App *app)
{
    (void)scene;
    scene_stack_pop(&app->scenes, 1);
}

/* A card that rests is a little darker than its colour. */
static Rgba resting(Rgba color)
{
    Rgba seen = color & 0xFF;
    for (unsigned shift = 8; shift < 32; shift += 8) {
        seen |= (color >> shift & 0xFF) * 0xFA / 0xFF << shift;
    }
    return seen;
}

/* Who is in the stories, and where. */
typedef struct BandPicture {
    StrView actor, pose; /* pose: Sango's */
    StrView place, light;
} BandPicture;

static void draw_card(App *app, UiFrame *frame, uint32_t id, const BandPicture *shown, StrView title, StrView text)
{
    float top = frame->height / 2 - 330;
    float width = (screen_fit(frame, 1520) - 60) / 2;
    width = width < 700 ? width : 700;
    float x = frame->width / 2 + (id == BAND_CARD_YOUNGER ? -width - 30 : 30);
    ui_button(frame, &(UiButton){ .id = id,
                                  .rect = { x, top, width, 700 },
                                  .label = title,
                                  .description = text,
                                  .style = UI_BUTTON_PICTURE });
    float left = ui_mirror_x(frame, x, width);
    Rect picture = { left + 28, top + 28, width - 56, 450 };
    bool is_narrow = width < 600; /* on a screen that stands upright Sango is below */
    screen_window_begin(frame, picture, shown->place, shown->light, 0.5f, frame->theme->tint_one);
    if (!is_narrow) {
        stage_draw_actor(app->parts.art, frame, SV("sango"), shown->pose, left + width * 0.74f, top + 462, 0.56f, 0);
    }
    stage_draw_actor(app->parts.art, frame, shown->actor, SV("happy"), left + width * (is_narrow ? 0.5f : 0.31f), top + 600, 0.7f, 0);
    screen_window_end(frame, picture, resting(frame->theme->card));
}

static void band_draw(Scene *scene, App *app, UiFrame *frame)
{
    const Catalogue *texts = frame->catalogue;
    (void)scene;
    screen_background(frame, SV("title"), SV("dawn"));
    ui_begin(frame, TR(texts, "band.screen", "Which stories would you like?"), BAND_CARD_YOUNGER);
    screen_heading(frame, TR(texts, "band.screen", "Which stories would you like?"), true);
    screen_sango_below(app, frame, SV("happy"), frame->height / 2 + 370);
    draw_card(app, frame, BAND_CARD_YOUNGER, &(BandPicture){ SV("kofi"), SV("cheering"), SV("game"), SV("day") }, TR(texts, "band.younger", "7 to 9 years"),
              TR(texts, "band.younger.text", "Short and with lots of pictures"));
    draw_card(app, frame, BAND_CARD_OLDER, &(BandPicture){ SV("kim"), SV("ninja"), SV("street"), SV("evening") }, TR(texts, "band.older", "10 to 13 years"),
              TR(texts, "band.older.text", "Trickier, with more to decide"));
    ui_end(frame);
}

Scene *band_scene_create(App *app)
{
    static const SceneOps ops = {
        .name = "band",
        .opaque = true,
        .destroy = band_destroy,
        .activate = band_activate,
        .back = band_back,
        .draw = band_draw,
    };
    Scene *band = scene_new(app, sizeof *band);
    if (band) {
        band->ops = &ops;
    }
    return band;
}
