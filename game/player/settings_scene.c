#include "sango/player/scenes.h"
#include "widgets_internal.h"

/* Every change is heard or seen at once and saved at once. */
enum { SET_MUSIC = 1, SET_EFFECTS = 3, SET_TEXT = 5, SET_MOTION = 7, SET_FULLSCREEN = 8, SET_MONO = 9, SET_CAPTIONS = 10 };
enum { ROW_TOP = 208, ROW_STEP = 117, ROW_H = 100 };

static void settings_destroy(Scene *scene, App *app)
{
    scene_free(app, scene, sizeof(Scene));
}

static void change(unsigned *value, unsigned step, unsigned least, unsigned most, bool up)
{
    if (up && *value + step <= most) {
        *value += step;
    } else if (!up && *value >= least + step) {
        *value -= step;
    }
}

static void settings_activate(Scene *scene, App *app, uint32_t id)
{
    Settings *settings = &app->settings;
    (void)scene;
    switch (id) {
    case SET_MUSIC:
    case SET_MUSIC + 1:
        change(&settings->music, 1, 0, SETTINGS_VOLUME_MAX, id == SET_MUSIC + 1);
        break;
    case SET_EFFECTS:
    case SET_EFFECTS + 1:
        change(&settings->effects, 1, 0, SETTINGS_VOLUME_MAX, id == SET_EFFECTS + 1);
        break;
    case SET_TEXT:
    case SET_TEXT + 1:
        change(&settings->text_percent, SETTINGS_TEXT_STEP, SETTINGS_TEXT_MIN, SETTINGS_TEXT_MAX, id == SET_TEXT + 1);
        break;
    case SET_MOTION:
        settings->reduced_motion = !settings->reduced_motion;
        break;
    case SET_FULLSCREEN:
        settings->fullscreen = !settings->fullscreen;
        break;
    case SET_CAPTIONS:
        settings->captions = !settings->captions;
        break;
    case SET_MONO:
        settings->mono = !settings->mono;
        break;
    case WIDGET_NOTICE_OK:
        strbuf_clear(&app->notice);
        return;
    default:
        scene_stack_pop(&app->scenes, 1);
        return;
    }
    app_settings_changed(app);
}

static void settings_back(Scene *scene, App *app)
{
    (void)scene;
    scene_stack_pop(&app->scenes, 1);
}

/* Beside Sango, or in the middle of a screen that stands upright. */
static Rect panel_rect(const UiFrame *frame)
{
    float width = screen_is_tall(frame) ? frame->width - 80 : 1300;
    float left = screen_is_tall(frame) ? 40 : (frame->width - 500 - width) / 2 + 20;
    return (Rect){ left, 186, width, 862 };
}

static Rect row_rect(const UiFrame *frame, unsigned row)
{
    Rect panel = panel_rect(frame);
    return (Rect){ panel.x + 60, ROW_TOP + (float)row * ROW_STEP, panel.w - 120, ROW_H };
}

static void draw_amount(UiFrame *frame, uint32_t id, unsigned row, StrView label, StrView value, bool at_min, bool at_max)
{
    Rect rect = row_rect(frame, row);
    ui_stepper(frame, &(UiStepper){ .id = id,
                                    .rect = { rect.x + 40, rect.y, rect.w - 70, rect.h }, /* in line with the switches */
                                    .label = label,
                                    .value = value,
                                    .at_min = at_min,
                                    .at_max = at_max });
}

static StrView percent(UiFrame *frame, unsigned amount)
{
    TextValue value = { SV("n"), frame_number(frame, amount) };
    return frame_format(frame, TR(frame->catalogue, "common.percent", "{n} %"), &value, 1);
}

static StrView volume(UiFrame *frame, unsigned amount)
{
    return amount ? percent(frame, amount * 10) : TR(frame->catalogue, "common.off", "Off");
}

static void settings_draw(Scene *scene, App *app, UiFrame *frame)
{
    const Settings *settings = &app->settings;
    const Catalogue *texts = frame->catalogue;
    (void)scene;
    screen_background(frame, SV("title"), SV("dawn"));
    ui_begin(frame, TR(texts, "settings.screen", "Settings"), SET_MUSIC);
    screen_heading(frame, TR(texts, "settings.screen", "Settings"), true);
    (void)screen_sango(app, frame, SV("thinking"));
    screen_sango_below(app, frame, SV("thinking"), 1048);
    ui_panel(frame, panel_rect(frame));
    draw_amount(frame, SET_MUSIC, 0, TR(texts, "settings.music", "Music"), volume(frame, settings->music), settings->music == 0,
                settings->music == SETTINGS_VOLUME_MAX);
    draw_amount(frame, SET_EFFECTS, 1, TR(texts, "settings.effects", "Sounds"), volume(frame, settings->effects),
                settings->effects == 0, settings->effects == SETTINGS_VOLUME_MAX);
    draw_amount(frame, SET_TEXT, 2, TR(texts, "settings.text", "Text size"), percent(frame, settings->text_percent),
                settings->text_percent == SETTINGS_TEXT_MIN, settings->text_percent == SETTINGS_TEXT_MAX);
    ui_switch(frame, &(UiSwitch){ SET_CAPTIONS, row_rect(frame, 3), TR(texts, "settings.captions", "Sounds in words"),
                                  settings->captions });
    ui_switch(frame, &(UiSwitch){ SET_MOTION, row_rect(frame, 4), TR(texts, "settings.motion", "Less movement"),
                                  settings->reduced_motion });
    ui_switch(frame, &(UiSwitch){ SET_FULLSCREEN, row_rect(frame, 5), TR(texts, "settings.fullscreen", "Full screen"),
                                  settings->fullscreen });
    ui_switch(frame, &(UiSwitch){ SET_MONO, row_rect(frame, 6), TR(texts, "settings.mono", "Same sound in both ears"),
                                  settings->mono });
    screen_notice(app, frame);
    ui_end(frame);
}

Scene *settings_scene_create(App *app)
{
    static const SceneOps ops = {
        .name = "settings",
        .opaque = true,
        .destroy = settings_destroy,
        .activate = settings_activate,
        .back = settings_back,
        .draw = settings_draw,
    };
    Scene *settings = scene_new(app, sizeof *settings);
    if (settings) {
        settings->ops = &ops;
    }
    return settings;
}
