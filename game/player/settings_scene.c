#include "sango/player/scenes.h"
#include "sango/player/widgets.h"

/* Every change is heard or seen at once and saved at once. */
enum { SET_MUSIC = 1, SET_EFFECTS = 3, SET_TEXT = 5, SET_MOTION = 7, SET_FULLSCREEN = 8, SET_MONO = 9, SET_CAPTIONS = 10, SET_LOOK = 11 };
enum { SET_SEEING = 20, SET_HEARING = 21, PAGE_COUNT = 2, ROWS = 4 };
enum { TABS_TOP = 190, PANEL_TOP = 330, ROW_H = 116, ROW_GAP = 30, PANEL_PAD = 56 };

typedef struct SettingsScene {
    Scene base;
    unsigned page;
} SettingsScene;

static void settings_destroy(Scene *scene, App *app)
{
    scene_free(app, scene, sizeof(SettingsScene));
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
    switch (id) {
    case SET_SEEING:
    case SET_HEARING:
        ((SettingsScene *)scene)->page = id - SET_SEEING;
        app_sound(app, SV("page"));
        return;
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
    case SET_LOOK:
    case SET_LOOK + 1:
        settings->look = (settings->look + (id == SET_LOOK ? LOOK_COUNT - 1u : 1u)) % LOOK_COUNT;
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
    bool is_tall = screen_is_tall(frame);
    float width = is_tall ? frame->width - 80 : 1300;
    float left = is_tall ? 40 : (frame->width - 500 - width) / 2 + 20;
    float top = is_tall ? PANEL_TOP : PANEL_TOP + (frame->height - 1080) * 0.4f;
    return (Rect){ left, top, width, 2 * PANEL_PAD + ROWS * ROW_H + (ROWS - 1) * ROW_GAP };
}

static Rect row_rect(const UiFrame *frame, unsigned row)
{
    Rect panel = panel_rect(frame);
    return (Rect){ panel.x + 60, panel.y + PANEL_PAD + (float)(row * (ROW_H + ROW_GAP)), panel.w - 120, ROW_H };
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

static StrView look_title(const Catalogue *texts, Look look)
{
    switch (look) {
    case LOOK_DAY:
        return TR(texts, "look.day", "Day");
    case LOOK_EVENING:
        return TR(texts, "look.evening", "Evening");
    case LOOK_CONTRAST:
        return TR(texts, "look.contrast", "High contrast");
    case LOOK_CALM:
        return TR(texts, "look.calm", "Calm");
    case LOOK_COUNT:
        break;
    }
    return SV("");
}

static void draw_look(UiFrame *frame, const Settings *settings)
{
    Rect rect = row_rect(frame, 0);
    ui_stepper(frame, &(UiStepper){ .id = SET_LOOK,
                                    .rect = { rect.x + 40, rect.y, rect.w - 70, rect.h },
                                    .label = TR(frame->catalogue, "settings.look", "Look"),
                                    .value = look_title(frame->catalogue, (Look)settings->look),
                                    .is_round = true });
}

static void draw_seeing(UiFrame *frame, const Settings *settings)
{
    const Catalogue *texts = frame->catalogue;
    draw_look(frame, settings);
    draw_amount(frame, SET_TEXT, 1, TR(texts, "settings.text", "Text size"), percent(frame, settings->text_percent),
                settings->text_percent == SETTINGS_TEXT_MIN, settings->text_percent == SETTINGS_TEXT_MAX);
    ui_switch(frame, &(UiSwitch){ SET_MOTION, row_rect(frame, 2), TR(texts, "settings.motion", "Less movement"),
                                  settings->reduced_motion });
    ui_switch(frame, &(UiSwitch){ SET_FULLSCREEN, row_rect(frame, 3), TR(texts, "settings.fullscreen", "Full screen"),
                                  settings->fullscreen });
}

static void draw_hearing(UiFrame *frame, const Settings *settings)
{
    const Catalogue *texts = frame->catalogue;
    draw_amount(frame, SET_MUSIC, 0, TR(texts, "settings.music", "Music"), volume(frame, settings->music), settings->music == 0,
                settings->music == SETTINGS_VOLUME_MAX);
    draw_amount(frame, SET_EFFECTS, 1, TR(texts, "settings.effects", "Sounds"), volume(frame, settings->effects),
                settings->effects == 0, settings->effects == SETTINGS_VOLUME_MAX);
    ui_switch(frame, &(UiSwitch){ SET_CAPTIONS, row_rect(frame, 2), TR(texts, "settings.captions", "Sounds in words"),
                                  settings->captions });
    ui_switch(frame, &(UiSwitch){ SET_MONO, row_rect(frame, 3), TR(texts, "settings.mono", "Same sound in both ears"),
                                  settings->mono });
}

static void draw_tabs(UiFrame *frame, unsigned page)
{
    Rect panel = panel_rect(frame);
    const float gap = 30;
    float width = (panel.w - gap * (PAGE_COUNT - 1)) / PAGE_COUNT;
    const Catalogue *texts = frame->catalogue;
    StrView labels[PAGE_COUNT] = { TR(texts, "settings.seeing", "Seeing"), TR(texts, "settings.hearing", "Hearing") };
    StrView icons[PAGE_COUNT] = { SV("icon/eye"), SV("icon/ear") };
    for (unsigned i = 0; i < PAGE_COUNT; i++) {
        ui_button(frame, &(UiButton){ .id = SET_SEEING + i,
                                      .rect = { panel.x + (float)i * (width + gap), panel.y - PANEL_TOP + TABS_TOP, width, 112 },
                                      .label = labels[i],
                                      .icon = icons[i],
                                      .style = page == i ? UI_BUTTON_PRIMARY : UI_BUTTON_QUIET,
                                      .checked = page == i });
    }
}

static void settings_draw(Scene *scene, App *app, UiFrame *frame)
{
    const SettingsScene *shown = (const SettingsScene *)scene;
    const Catalogue *texts = frame->catalogue;
    Rect panel = panel_rect(frame);
    screen_background(frame, SV("title"), SV("dawn"));
    ui_begin(frame, TR(texts, "settings.screen", "Settings"), shown->page == 0 ? SET_LOOK : SET_MUSIC);
    screen_heading(frame, TR(texts, "settings.screen", "Settings"), true);
    StrView pose = shown->page == 0 ? SV("wink") : SV("happy");
    (void)screen_sango(app, frame, pose);
    screen_sango_below(app, frame, pose, panel.y + panel.h);
    draw_tabs(frame, shown->page);
    ui_panel(frame, panel);
    if (shown->page == 0) {
        draw_seeing(frame, &app->settings);
    } else {
        draw_hearing(frame, &app->settings);
    }
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
    SettingsScene *settings = scene_new(app, sizeof *settings);
    if (!settings) {
        return NULL;
    }
    settings->base.ops = &ops;
    return &settings->base;
}
