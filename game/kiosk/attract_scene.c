#include "kiosk_internal.h"

#include <math.h>
#include <stdio.h>

/* Sango acts, in one place after the other, and invites. Few pictures a second and pauses between the acts: it runs all day. */
enum { LOOP_MS = 30000, FRAME_MS = 50, WORD_MS = 3000, SHIFT_MS = 60000, ATTRACT_START = 1 };

typedef struct Cue {
    uint32_t ms; /* of a loop of LOOP_MS */
    enum { CUE_PLACE, CUE_ENTER, CUE_ACT, CUE_POSE, CUE_TOOL, CUE_CONFETTI } kind;
    const char *who, *how, *where;
} Cue;

static const Cue cues[] = {
    { 0, CUE_PLACE, "park", "day", "fade" },
    { 600, CUE_ENTER, "sango", "happy", "right" },
    { 1600, CUE_ENTER, "kofi", "happy", "left" },
    { 3400, CUE_ACT, "sango", "hop", NULL },
    { 5200, CUE_ACT, "kofi", "joy", NULL },
    { 7500, CUE_PLACE, "library", "day", "slide" },
    { 8100, CUE_ENTER, "amina", "happy", "left" },
    { 9000, CUE_ENTER, "sango", "thinking", "right" },
    { 11000, CUE_POSE, "sango", "surprised", NULL },
    { 12400, CUE_TOOL, "cover", NULL, NULL },
    { 13600, CUE_ACT, "amina", "nod", NULL },
    { 15000, CUE_PLACE, "game", "day", "iris" },
    { 15800, CUE_ENTER, "luz", "happy", "left" },
    { 16600, CUE_ENTER, "sango", "ninja", "right" },
    { 18200, CUE_ACT, "luz", "joy", NULL },
    { 19600, CUE_ACT, "sango", "hop", NULL },
    { 22500, CUE_PLACE, "playground", "day", "slide" },
    { 23200, CUE_ENTER, "kim", "happy", "left" },
    { 24000, CUE_ENTER, "sango", "cheering", "right" },
    { 25200, CUE_CONFETTI, NULL, NULL, NULL },
    { 26600, CUE_ACT, "sango", "joy", NULL },
    { 28000, CUE_ACT, "kim", "hop", NULL },
};
enum { CUE_COUNT = sizeof cues / sizeof cues[0] };

typedef struct AttractScene {
    Scene base;
    Kiosk *kiosk;
    Stage *stage;
    size_t next; /* cue */
    uint64_t begun_ms; /* of this loop; 0: it begins with the next update */
} AttractScene;

static void attract_destroy(Scene *scene, App *app)
{
    AttractScene *attract = (AttractScene *)scene;
    stage_destroy(attract->stage);
    scene_free(app, attract, sizeof *attract);
}

static void begin_loop(AttractScene *attract, uint64_t now_ms)
{
    stage_clear(attract->stage);
    attract->next = 0;
    attract->begun_ms = now_ms;
}

static void attract_enter(Scene *scene, App *app)
{
    AttractScene *attract = (AttractScene *)scene;
    kiosk_wipe(attract->kiosk, app);
    stage_update(attract->stage, app->now_ms);
    begin_loop(attract, app->now_ms);
}

static bool attract_input(Scene *scene, App *app, const InputEvent *event)
{
    AttractScene *attract = (AttractScene *)scene;
    bool is_start = event->kind != INPUT_NONE && event->kind != INPUT_POINT_MOVE && event->kind != INPUT_POINT_UP && event->kind != INPUT_CONFIRM_END;
    if (is_start && kiosk_begin_visit(attract->kiosk, app)) {
        app_sound(app, SV("chime"));
        scene_stack_push(&app->scenes, pick_scene_create(attract->kiosk, app));
    }
    return true;
}

static void attract_activate(Scene *scene, App *app, uint32_t id)
{
    (void)scene;
    (void)app;
    (void)id; /* every input has begun a visit before a widget is asked */
}

static void attract_back(Scene *scene, App *app)
{
    (void)scene;
    (void)app; /* nothing is behind it */
}

static void play_cue(AttractScene *attract, const Cue *cue)
{
    Stage *stage = attract->stage;
    StrView who = strview_from_cstr(cue->who);
    StrView how = strview_from_cstr(cue->how);
    StrView where = strview_from_cstr(cue->where);
    switch (cue->kind) {
    case CUE_PLACE:
        stage_place(stage, who, how, where);
        break;
    case CUE_ENTER:
        stage_enter(stage, who, where, how, SV(""));
        break;
    case CUE_ACT:
        stage_act(stage, who, how);
        break;
    case CUE_POSE:
        stage_pose(stage, who, how);
        break;
    case CUE_TOOL:
        stage_show_tool(stage, who);
        break;
    case CUE_CONFETTI:
        stage_confetti(stage);
        break;
    }
}

static uint64_t loop_ms(const AttractScene *attract)
{
    return (uint64_t)attract->kiosk->settings->attract_seconds * 1000;
}

static uint64_t cue_due_ms(const AttractScene *attract)
{
    uint64_t at = attract->next < CUE_COUNT ? cues[attract->next].ms : LOOP_MS;
    return attract->begun_ms + at * loop_ms(attract) / LOOP_MS;
}

static void attract_update(Scene *scene, App *app, uint64_t now_ms)
{
    AttractScene *attract = (AttractScene *)scene;
    if (!attract->kiosk->is_open) {
        return;
    }
    stage_fit(attract->stage, app->draw.width, app->draw.height);
    while (now_ms >= cue_due_ms(attract)) {
        if (attract->next == CUE_COUNT) {
            attract->next = 0;
            attract->begun_ms = now_ms;
        } else {
            play_cue(attract, &cues[attract->next++]);
        }
    }
    stage_update(attract->stage, now_ms);
}

static int attract_deadline_ms(const Scene *scene, const App *app)
{
    const AttractScene *attract = (const AttractScene *)scene;
    const Kiosk *kiosk = attract->kiosk;
    if (!kiosk->is_open) {
        return kiosk->closed_until_ms > app->now_ms ? (int)(kiosk->closed_until_ms - app->now_ms) : -1;
    }
    int stage = stage_deadline_ms(attract->stage);
    uint64_t due = cue_due_ms(attract);
    int wait = due > app->now_ms ? (int)(due - app->now_ms) : 0;
    int word = (int)(WORD_MS - app->now_ms % WORD_MS);
    wait = word < wait ? word : wait;
    wait = stage >= 0 && stage < wait ? stage : wait;
    return wait < FRAME_MS ? FRAME_MS : wait;
}

/* What stands is a little elsewhere each minute, so that it does not burn in: a walk around a small square, units. */
static void shift_of(uint64_t now_ms, float *x, float *y)
{
    static const signed char steps[8][2] = { { 0, 0 }, { 6, 0 }, { 6, 6 }, { 0, 6 }, { -6, 6 }, { -6, 0 }, { -6, -6 }, { 6, -6 } };
    const signed char *step = steps[now_ms / SHIFT_MS % 8];
    *x = step[0];
    *y = step[1];
}

/* The call in one language after the other; each in its own direction. */
static void draw_call(const AttractScene *attract, UiFrame *frame, float shift_x, float shift_y)
{
    const Kiosk *kiosk = attract->kiosk;
    const KioskLanguage *language = &kiosk->languages[frame->now_ms / WORD_MS % kiosk->language_count];
    UiFrame own = *frame;
    own.catalogue = language->catalogue;
    own.mirrored = language->catalogue->rtl;
    StrView call = TR(own.catalogue, "kiosk.touch", "Touch to start!");
    float width = screen_fit(frame, 980);
    Rect bar = { (frame->width - width) / 2 + shift_x, frame->height - 236 + shift_y, width, 188 };
    ui_area(&own, &(UiArea){ .id = ATTRACT_START, .rect = bar, .role = SPEAK_BUTTON, .label = call, .first_cmd = (uint32_t)frame->draw->count });
    ui_bar(frame, bar, bar.h / 2);
    kiosk_draw_hand(frame, own.mirrored ? bar.x + bar.w - 190 : bar.x + 40, bar.y + 18, 150, 0.5f - 0.5f * cosf((float)(frame->now_ms % 1500) / 1500 * 6.2831853f));
    Rect words = { bar.x + (own.mirrored ? 60 : 210), bar.y + 14, bar.w - 270, bar.h - 28 };
    words.x = own.mirrored ? own.width - words.x - words.w : words.x; /* given as on a left-to-right screen */
    ui_text(&own, &(UiText){ .rect = words,
                             .text = call,
                             .face = TEXT_FACE_TITLE,
                             .size = 84,
                             .color = frame->theme->on_bar,
                             .align = TEXT_ALIGN_CENTRE,
                             .role = SPEAK_TEXT,
                             .silent = true,
                             .middle = true,
                             .max_lines = 1,
                             .fit_min = 0.3f });
}

static StrView opening_text(const Kiosk *kiosk, UiFrame *frame)
{
    const Catalogue *texts = frame->catalogue;
    const StrView days[] = { TR(texts, "day.sunday", "Sunday"),     TR(texts, "day.monday", "Monday"),     TR(texts, "day.tuesday", "Tuesday"),
                             TR(texts, "day.wednesday", "Wednesday"), TR(texts, "day.thursday", "Thursday"), TR(texts, "day.friday", "Friday"),
                             TR(texts, "day.saturday", "Saturday") };
    unsigned ahead;
    unsigned minute;
    char time[16];
    if (!kiosk_date(kiosk) || !kiosk_next_opening(kiosk->settings, kiosk_date(kiosk), &ahead, &minute)) {
        return TR(texts, "kiosk.closed", "Sango is asleep. Come back tomorrow!");
    }
    int len = snprintf(time, sizeof time, "%02u:%02u", minute / 60, minute % 60);
    TextValue values[] = { { SV("time"), { time, (size_t)len } }, { SV("day"), days[((unsigned)kiosk->date.weekday + ahead) % 7] } };
    StrView pattern = ahead == 0 ? TR(texts, "kiosk.closed_today", "Sango is asleep. We open at {time}.")
                                 : TR(texts, "kiosk.closed_until", "Sango is asleep. We open again on {day} at {time}.");
    return frame_format(frame, pattern, values, 2);
}

/* Outside the opening hours: dark, and still. A touch says when it opens. */
static void draw_closed(const AttractScene *attract, App *app, UiFrame *frame, float shift_x, float shift_y)
{
    const Kiosk *kiosk = attract->kiosk;
    bool is_lit = frame->now_ms < kiosk->closed_until_ms;
    StrView text = opening_text(kiosk, frame);
    float middle = frame->width / 2 + shift_x * 8;
    float feet = frame->height * 0.62f + shift_y * 8;
    draw_fill(frame->draw, (Rect){ 0, 0, frame->width, frame->height }, 0, 0x0D0B20FFu);
    stage_draw_actor(app->parts.art, frame, SV("sango"), SV("standby"), middle, feet, 0.9f, 0);
    draw_fill(frame->draw, (Rect){ 0, 0, frame->width, frame->height }, 0, is_lit ? 0x0D0B2000u : 0x0D0B20B8u);
    UiText words = { .rect = { (frame->width - screen_fit(frame, 1400)) / 2, feet + 60, screen_fit(frame, 1400), 200 },
                     .text = text,
                     .face = TEXT_FACE_TITLE,
                     .size = 64,
                     .color = is_lit ? 0xFFFFFFFFu : 0x9A92C4FFu,
                     .align = TEXT_ALIGN_CENTRE,
                     .role = SPEAK_HEADING,
                     .middle = true,
                     .max_lines = 3,
                     .fit_min = 0.4f };
    ui_text(frame, &words);
}

static void attract_draw(Scene *scene, App *app, UiFrame *frame)
{
    const AttractScene *attract = (const AttractScene *)scene;
    const Kiosk *kiosk = attract->kiosk;
    float shift_x;
    float shift_y;
    shift_of(frame->now_ms, &shift_x, &shift_y);
    ui_begin(frame, TR(frame->catalogue, "kiosk.attract", "Sango's Story"), kiosk->is_open ? ATTRACT_START : 0);
    if (!kiosk->is_open) {
        draw_closed(attract, app, frame, shift_x, shift_y);
        ui_end(frame);
        return;
    }
    stage_draw(attract->stage, frame, 0);
    float width = screen_fit(frame, 900);
    Rect name = { (frame->width - width) / 2 + shift_x, 40 + shift_y, width, 150 };
    ui_bar(frame, name, 75);
    ui_text(frame, &(UiText){ .rect = { name.x + 40, name.y, name.w - 80, name.h },
                              .text = TR(frame->catalogue, "title.name", "Sango's Story"),
                              .face = TEXT_FACE_TITLE,
                              .size = 104,
                              .color = frame->theme->on_bar,
                              .align = TEXT_ALIGN_CENTRE,
                              .role = SPEAK_HEADING,
                              .middle = true,
                              .max_lines = 1,
                              .fit_min = 0.3f });
    draw_call(attract, frame, shift_x, shift_y);
    stage_draw_over(attract->stage, frame);
    ui_end(frame);
}

static const SceneOps ops = {
    .name = "attract",
    .opaque = true,
    .enter = attract_enter,
    .destroy = attract_destroy,
    .input = attract_input,
    .activate = attract_activate,
    .back = attract_back,
    .update = attract_update,
    .draw = attract_draw,
    .deadline_ms = attract_deadline_ms,
};

Scene *attract_scene_create(Kiosk *kiosk, App *app)
{
    AttractScene *attract = scene_new(app, sizeof *attract);
    if (!attract) {
        return NULL;
    }
    if (stage_create(app->parts.alloc, app->parts.art, &attract->stage) != STATUS_OK) {
        scene_free(app, attract, sizeof *attract);
        return NULL;
    }
    attract->base.ops = &ops;
    attract->kiosk = kiosk;
    return &attract->base;
}
