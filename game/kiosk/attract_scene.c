#include "kiosk_internal.h"

#include <math.h>
#include <stdio.h>

/* The stories of the stand, each in three breaths and without a word, then everybody invites. Few pictures a second: it runs all day. Nobody
 * walks in: a passer-by sees no empty place. */
enum { LOOP_MS = 30000, FRAME_MS = 50, WORD_MS = 3000, SHIFT_MS = 60000, ATTRACT_START = 1 };
enum { NAME_BOTTOM = 214, CALL_H = 188, CALL_UP = 236, PICTURE = 190 };

typedef struct Cue {
    uint32_t ms; /* of a loop of LOOP_MS */
    enum { CUE_PLACE, CUE_STAND, CUE_ACT, CUE_POSE, CUE_CONFETTI, CUE_SAY, CUE_SHAKE } kind;
    const char *who, *how, *where;
} Cue;

static const Cue cues[] = {
    { 0, CUE_PLACE, "pitch", "day", "fade" },
    { 0, CUE_STAND, "luz", "happy", "left" },
    { 0, CUE_STAND, "sango", "ninja", "right" },
    { 700, CUE_SAY, "luz", "kite+arrow+sun", NULL },
    { 2900, CUE_POSE, "luz", "surprised", NULL },
    { 2900, CUE_SHAKE, "stage", NULL, NULL },
    { 2900, CUE_SAY, "luz", "kite+arrow+tree", NULL },
    { 5000, CUE_POSE, "luz", "happy", NULL },
    { 5000, CUE_SAY, "sango", "sango+heart+luz", NULL },
    { 5000, CUE_ACT, "sango", "hop", NULL },
    { 7500, CUE_PLACE, "game", "day", "slide" },
    { 7500, CUE_STAND, "kiko", "happy", "left" },
    { 7500, CUE_STAND, "yoko", "happy", "right" },
    { 8600, CUE_SAY, "kiko", "kiko+heart+cake", NULL },
    { 8600, CUE_ACT, "kiko", "hop", NULL },
    { 11000, CUE_POSE, "yoko", "thinking", NULL },
    { 11000, CUE_SAY, "yoko", "cake+lock+question", NULL },
    { 13400, CUE_SAY, "kiko", "duck+duck+duck", NULL },
    { 13400, CUE_ACT, "kiko", "hop", NULL },
    { 15500, CUE_PLACE, "playground", "day", "slide" },
    { 15500, CUE_STAND, "sofia", "happy", "left" },
    { 15500, CUE_STAND, "amina", "happy", "right" },
    { 16600, CUE_SAY, "sofia", "rocket+plus+cake", NULL },
    { 19000, CUE_SHAKE, "stage", NULL, NULL },
    { 19000, CUE_POSE, "sofia", "surprised", NULL },
    { 19000, CUE_SAY, "sofia", "cake+arrow+sofia-surprised", NULL },
    { 21200, CUE_SAY, "amina", "camera+laugh", NULL },
    { 21200, CUE_ACT, "amina", "joy", NULL },
    { 23500, CUE_PLACE, "park", "day", "slide" },
    { 23500, CUE_STAND, "linh", "happy", "far_left" },
    { 23500, CUE_STAND, "kofi", "happy", "left" },
    { 23500, CUE_STAND, "luz", "happy", "right" },
    { 23500, CUE_STAND, "mateo", "happy", "far_right" },
    { 23500, CUE_STAND, "sango", "cheering", "centre" },
    { 24600, CUE_CONFETTI, NULL, NULL, NULL },
    { 24600, CUE_ACT, "sango", "joy", NULL },
    { 25600, CUE_ACT, "linh", "joy", NULL },
    { 26200, CUE_ACT, "mateo", "hop", NULL },
    { 27200, CUE_ACT, "kofi", "joy", NULL },
    { 28200, CUE_ACT, "sango", "hop", NULL },
};
enum { CUE_COUNT = sizeof cues / sizeof cues[0] };

typedef struct AttractScene {
    Scene base;
    Kiosk *kiosk;
    Stage *stage;
    const Cue *said; /* the bubble that is open; NULL: none */
    uint64_t said_ms;
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
    attract->said = NULL;
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

static void play_cue(AttractScene *attract, const Cue *cue, uint64_t now_ms)
{
    Stage *stage = attract->stage;
    StrView who = strview_from_cstr(cue->who);
    StrView how = strview_from_cstr(cue->how);
    StrView where = strview_from_cstr(cue->where);
    switch (cue->kind) {
    case CUE_PLACE:
        stage_place(stage, who, how, where);
        attract->said = NULL;
        break;
    case CUE_STAND:
        stage_set_instant(stage, true);
        stage_enter(stage, who, where, how, SV(""));
        stage_set_instant(stage, false);
        break;
    case CUE_ACT:
        stage_act(stage, who, how);
        break;
    case CUE_POSE:
        stage_pose(stage, who, how);
        break;
    case CUE_CONFETTI:
        stage_confetti(stage);
        break;
    case CUE_SAY:
        stage_speaker(stage, who, SV("La la la, la la la!"), 0); /* the mouth moves */
        attract->said = cue;
        attract->said_ms = now_ms;
        break;
    case CUE_SHAKE:
        stage_shake(stage, who);
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
            play_cue(attract, &cues[attract->next++], now_ms);
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
    Rect bar = { (frame->width - width) / 2 + shift_x, frame->height - CALL_UP + shift_y, width, CALL_H };
    ui_area(&own, &(UiArea){ .id = ATTRACT_START, .rect = bar, .role = SPEAK_BUTTON, .label = call, .first_cmd = (uint32_t)frame->draw->count });
    draw_nine(frame->draw, SV("ui/button_go"), bar, 0xFFFFFFFFu);
    kiosk_draw_hand(frame, own.mirrored ? bar.x + bar.w - 190 : bar.x + 40, bar.y + 18, 150, 0.5f - 0.5f * cosf((float)(frame->now_ms % 1500) / 1500 * 6.2831853f));
    Rect words = { bar.x + (own.mirrored ? 60 : 210), bar.y + 14, bar.w - 270, bar.h - 28 };
    words.x = own.mirrored ? own.width - words.x - words.w : words.x; /* given as on a left-to-right screen */
    ui_text(&own, &(UiText){ .rect = words,
                             .text = call,
                             .face = TEXT_FACE_TITLE,
                             .size = 84,
                             .color = frame->theme->on_go,
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
    if (attract->said) {
        screen_bubble(app, frame,
                      &(ScreenBubble){ .stage = attract->stage,
                                       .actor = strview_from_cstr(attract->said->who),
                                       .names = strview_from_cstr(attract->said->how),
                                       .since_ms = attract->said_ms,
                                       .size = PICTURE,
                                       .top = NAME_BOTTOM,
                                       .bottom = frame->height - CALL_UP - 20 });
    }
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
