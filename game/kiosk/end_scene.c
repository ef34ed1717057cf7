#include "kiosk_internal.h"

#include "sango/base/log.h"

/* After a story: stars, one picture to take along, and a code for the grown-up who stands beside. It leaves by itself. */
enum { END_DONE = 1, LEAVE_MS = 40000 };

typedef struct EndScene {
    Scene base;
    Kiosk *kiosk;
    Stage *stage; /* for confetti */
    uint64_t shown_ms;
    QrPicture qr;
} EndScene;

static void end_enter(Scene *scene, App *app)
{
    EndScene *end = (EndScene *)scene;
    app_music(app, SV("theme"));
    app_sound(app, SV("fanfare"));
    end->shown_ms = app->now_ms;
    stage_update(end->stage, app->now_ms);
    if (app_theme(app)->confetti > 0) {
        stage_confetti(end->stage);
    }
}

static void end_destroy(Scene *scene, App *app)
{
    EndScene *end = (EndScene *)scene;
    stage_destroy(end->stage);
    scene_free(app, end, sizeof *end);
}

static void end_activate(Scene *scene, App *app, uint32_t id)
{
    (void)app;
    (void)id;
    kiosk_leave(((EndScene *)scene)->kiosk);
}

static void end_back(Scene *scene, App *app)
{
    (void)app;
    kiosk_leave(((EndScene *)scene)->kiosk);
}

static void end_update(Scene *scene, App *app, uint64_t now_ms)
{
    EndScene *end = (EndScene *)scene;
    stage_update(end->stage, now_ms);
    if (now_ms >= end->shown_ms + LEAVE_MS && end->kiosk->state == KIOSK_VISIT) {
        kiosk_leave(end->kiosk);
        app_touch(app);
    }
}

static int end_deadline_ms(const Scene *scene, const App *app)
{
    const EndScene *end = (const EndScene *)scene;
    int stage = stage_deadline_ms(end->stage);
    uint64_t due = end->shown_ms + LEAVE_MS;
    int own = due > app->now_ms ? (int)(due - app->now_ms) : 0;
    return stage >= 0 && stage < own ? stage : own;
}

/* The power that the story practises most plainly. */
static Power power_of(const EndScene *end)
{
    const LevelEntry *level = end->kiosk->visit.episode;
    const LevelPack *pack = end->kiosk->parts.pack;
    for (unsigned i = 0; i < POWER_COUNT; i++) {
        if (level->powers & (1u << i)) {
            return (Power)i;
        }
    }
    for (size_t i = 0; pack && i < pack->world_count; i++) {
        if (strview_equal(pack->worlds[i].id, level->world)) {
            return pack->worlds[i].power;
        }
    }
    return POWER_HELP;
}

static StrView take_along(Power power)
{
    switch (power) {
    case POWER_RIGHTS:
        return SV("icon/thumbs");
    case POWER_PRIVACY:
        return SV("icon/headband");
    case POWER_TRUTH:
        return SV("icon/question");
    case POWER_KINDNESS:
        return SV("icon/heart");
    case POWER_HELP:
        return SV("icon/callgrownup");
    case POWER_CAUTION:
        return SV("icon/stop_hand");
    case POWER_SHIELD:
        return SV("icon/lock");
    case POWER_BALANCE:
        return SV("icon/timer");
    case POWER_COUNT:
        break;
    }
    return SV("icon/star");
}

static void draw_reward(const EndScene *end, UiFrame *frame, Rect panel)
{
    const Catalogue *texts = frame->catalogue;
    TextValue value = { SV("got"), frame_number(frame, end->kiosk->visit.stars) };
    Power power = power_of(end);
    float star = panel.w / 4.4f < 170 ? panel.w / 4.4f : 170;
    float stars_w = star * 1.06f * 3;
    ui_panel(frame, panel);
    ui_stars(frame, panel.x + (panel.w - stars_w) / 2, panel.y + 36, star, end->kiosk->visit.stars, 3,
             frame_format(frame, TR(texts, "map.stars", "{got} of 3 stars"), &value, 1));
    float y = panel.y + 36 + star + 24;
    float room = panel.h - (y - panel.y) - 170;
    float size = room < panel.w - 120 ? room : panel.w - 120;
    size = size < 330 ? size : 330;
    ui_image(frame, take_along(power), (Rect){ panel.x + (panel.w - size) / 2, y + (room - size) / 2, size, size }, power_title(texts, power));
    ui_text(frame, &(UiText){ .rect = { panel.x + 40, panel.y + panel.h - 170, panel.w - 80, 120 },
                              .text = power_text(texts, power),
                              .face = TEXT_FACE_BOLD,
                              .size = 46,
                              .align = TEXT_ALIGN_CENTRE,
                              .role = SPEAK_TEXT,
                              .middle = true,
                              .line_spacing = 1.0f,
                              .fit_min = 0.4f });
}

static void draw_link(const EndScene *end, App *app, UiFrame *frame, Rect panel)
{
    const Catalogue *texts = frame->catalogue;
    const KioskSettings *settings = end->kiosk->settings;
    StrView text = settings->link_text.len ? settings->link_text : TR(texts, "kiosk.parents", "For parents and teachers");
    float scale = app->parts.platform->ops->canvas(app->parts.platform).scale;
    float room = panel.h - 200 < panel.w - 100 ? panel.h - 200 : panel.w - 100;
    ui_panel(frame, panel);
    float width = qr_width(&end->qr, room, scale);
    qr_draw(frame->draw, &end->qr, ui_mirror_x(frame, panel.x + (panel.w - width) / 2, width), panel.y + 40, width, scale);
    ui_area(frame, &(UiArea){ .rect = { panel.x + (panel.w - room) / 2, panel.y + 40, room, room },
                              .role = SPEAK_IMAGE,
                              .label = TR(texts, "kiosk.code", "A code that opens a page"),
                              .value = settings->link_address });
    ui_text(frame, &(UiText){ .rect = { panel.x + 40, panel.y + 50 + room, panel.w - 80, panel.h - room - 100 },
                              .text = text,
                              .face = TEXT_FACE_BOLD,
                              .size = 42,
                              .align = TEXT_ALIGN_CENTRE,
                              .role = SPEAK_TEXT,
                              .middle = true,
                              .line_spacing = 1.0f,
                              .max_lines = 2,
                              .fit_min = 0.4f });
}

static void draw_done(UiFrame *frame, float x, float y, float width)
{
    ui_button(frame, &(UiButton){ .id = END_DONE,
                                  .rect = { x - width / 2, y, width, 130 },
                                  .label = TR(frame->catalogue, "kiosk.done", "Done"),
                                  .icon = SV("show/check"),
                                  .style = UI_BUTTON_PRIMARY });
}

static void draw_wide(const EndScene *end, App *app, UiFrame *frame)
{
    float top = frame->height / 2 - 390;
    bool has_link = end->qr.width > 0;
    float middle = frame->width / 2;
    stage_draw_actor(app->parts.art, frame, SV("sango"), SV("cheering"), ui_mirror_x(frame, middle - 620, 0), frame->height - 70, 1.2f,
                     frame->now_ms - end->shown_ms);
    draw_reward(end, frame, (Rect){ has_link ? middle - 320 : middle - 200, top, 640, 640 });
    if (has_link) {
        draw_link(end, app, frame, (Rect){ middle + 370, top + 60, 500, 580 });
    }
    draw_done(frame, middle + (has_link ? 0 : 120), top + 680, 480);
}

static void draw_tall(const EndScene *end, App *app, UiFrame *frame)
{
    float middle = frame->width / 2;
    float reward = frame->height * 0.36f;
    float button = frame->height - 170;
    float link_y = 60 + reward + 30;
    float link_h = button - link_y - 40;
    draw_reward(end, frame, (Rect){ middle - 480, 60, 960, reward });
    float sango_x = end->qr.width ? middle - 310 : middle;
    float scale = link_h / 640 < 1.3f ? link_h / 640 : 1.3f;
    stage_draw_actor(app->parts.art, frame, SV("sango"), SV("cheering"), ui_mirror_x(frame, sango_x, 0), button - 40, scale, frame->now_ms - end->shown_ms);
    if (end->qr.width) {
        float height = link_h < 640 ? link_h : 640;
        draw_link(end, app, frame, (Rect){ middle - 40, link_y + (link_h - height) / 2, 520, height });
    }
    draw_done(frame, middle, button, 560);
}

static void end_draw(Scene *scene, App *app, UiFrame *frame)
{
    const EndScene *end = (const EndScene *)scene;
    screen_background(frame, SV("title"), SV("dawn"));
    ui_begin(frame, TR(frame->catalogue, "debrief.talk", "To take with you"), END_DONE);
    stage_draw_over(end->stage, frame);
    if (screen_is_tall(frame)) {
        draw_tall(end, app, frame);
    } else {
        draw_wide(end, app, frame);
    }
    ui_end(frame);
}

Scene *end_scene_create(Kiosk *kiosk, App *app)
{
    static const SceneOps ops = {
        .name = "end",
        .opaque = true,
        .enter = end_enter,
        .destroy = end_destroy,
        .activate = end_activate,
        .back = end_back,
        .update = end_update,
        .draw = end_draw,
        .deadline_ms = end_deadline_ms,
    };
    StrView address = kiosk->settings->link_address;
    EndScene *end = scene_new(app, sizeof *end);
    if (!end) {
        return NULL;
    }
    if (stage_create(app->parts.alloc, app->parts.art, &end->stage) != STATUS_OK) {
        scene_free(app, end, sizeof *end);
        return NULL;
    }
    end->base.ops = &ops;
    end->kiosk = kiosk;
    Status status = address.len ? qr_encode(address, &end->qr) : STATUS_OK;
    if (status != STATUS_OK) {
        log_line(LOG_WARNING, "no code can be made of '%.*s': %s", SV_ARG(address), status_text(status));
    }
    return &end->base;
}
