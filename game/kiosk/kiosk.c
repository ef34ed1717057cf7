#include "kiosk_internal.h"

#include <stdio.h>
#include <math.h>

/* What stands over the screens: who is there, what time it is, how loud it may be. */
enum { DATE_MS = 1000, CLOCK_LOOK_MS = 20000, RETRY_MS = 60000, CLOSED_MS = 5000, SECOND_MS = 1000 };

static Kiosk *kiosk_from(AppOver *over)
{
    return (Kiosk *)over;
}

Store *kiosk_store(const App *app)
{
    return app->kept_store ? app->kept_store : app->store;
}

bool kiosk_is_kept(const App *app)
{
    return strview_contains(strview_from_cstr(kiosk_store(app)->file), SV("/")); /* a store in memory has no path */
}

const PlatformDate *kiosk_date(const Kiosk *kiosk)
{
    return kiosk->has_date ? &kiosk->date : NULL;
}

void kiosk_count(Kiosk *kiosk, App *app, const StrView *names, size_t count)
{
    Arena arena;
    arena_init(&arena, app->parts.alloc, 64);
    if (kiosk_store(app)) {
        figures_add(&kiosk->figures, kiosk_store(app), app_hour(app, &arena), names, count);
    }
    arena_release(&arena);
}

/* --- the clock and the volume ------------------------------------------------------------- */

static float volume(const AppOver *over)
{
    const Kiosk *kiosk = (const Kiosk *)over;
    bool is_silent = kiosk->is_muted || (!kiosk->is_open && kiosk->state == KIOSK_ATTRACT);
    return is_silent ? 0 : (float)kiosk->cap_percent / 100.0f * (float)kiosk->staff_percent / 100.0f;
}

void kiosk_apply_volume(Kiosk *kiosk, App *app)
{
    kiosk->cap_percent = kiosk_volume_cap(kiosk->settings, kiosk_date(kiosk));
    app_apply_settings(app);
}

/* The clock may have been set, by hours or years: nothing is counted on from the last time it was looked at. */
static void look_at_clock(Kiosk *kiosk, App *app, uint64_t now_ms)
{
    const PlatformOps *ops = app->parts.platform->ops;
    if (kiosk->is_dated && now_ms < kiosk->dated_ms + DATE_MS) {
        return;
    }
    kiosk->is_dated = true;
    kiosk->dated_ms = now_ms;
    kiosk->has_date = ops->date && ops->date(app->parts.platform, &kiosk->date);
    bool is_open = kiosk_is_open(kiosk->settings, kiosk_date(kiosk));
    unsigned cap = kiosk_volume_cap(kiosk->settings, kiosk_date(kiosk));
    if (is_open != kiosk->is_open || cap != kiosk->cap_percent) {
        kiosk->is_open = is_open;
        kiosk_apply_volume(kiosk, app);
    }
}

/* --- who is there ---------------------------------------------------------------------- */

/* Seconds without anybody until something happens; 0: never. */
static uint64_t quiet_ms(const Kiosk *kiosk, const App *app)
{
    switch (kiosk->state) {
    case KIOSK_ATTRACT:
        return 0;
    case KIOSK_VISIT:
        return (uint64_t)SECOND_MS * (kiosk->settings->idle_seconds + (kiosk->is_asking ? kiosk->settings->countdown_seconds : 0));
    case KIOSK_STAFF:
        return (uint64_t)SECOND_MS * (pin_scene_is(scene_stack_top(&app->scenes)) ? KIOSK_PIN_IDLE_SECONDS : KIOSK_ASK_SECONDS_STAFF);
    }
    return 0;
}

/* On which kind of page somebody went away: hints at what is dull or hard. */
static void count_idle(Kiosk *kiosk, App *app)
{
    char name[FIGURES_NAME_MAX];
    int len = snprintf(name, sizeof name, "idle/%s", scene_stack_top(&app->scenes)->ops->name);
    StrView view = { name, len > 0 && (size_t)len < sizeof name ? (size_t)len : 0 };
    kiosk_count(kiosk, app, &view, 1);
}

static void watch_quiet(Kiosk *kiosk, App *app, uint64_t now_ms)
{
    uint64_t quiet = quiet_ms(kiosk, app);
    if (quiet == 0 || kiosk->is_leaving || now_ms < kiosk->active_ms + quiet) {
        return;
    }
    if (kiosk->state == KIOSK_VISIT && !kiosk->is_asking) {
        kiosk->is_asking = true;
    } else {
        if (kiosk->state == KIOSK_VISIT) {
            count_idle(kiosk, app);
        }
        kiosk_leave(kiosk);
    }
    app_touch(app);
}

/* Once a minute: a broken screen may press itself sixty times a second. */
static void count_ghosts(Kiosk *kiosk, App *app)
{
    const GhostCounts *counts = &kiosk->ghost.counts;
    unsigned all = counts->held + counts->rapid + counts->unseen + counts->keys;
    if (all != kiosk->ghosts_counted) {
        Arena arena;
        arena_init(&arena, app->parts.alloc, 64);
        figures_add_times(&kiosk->figures, kiosk_store(app), app_hour(app, &arena), SV("ghost"), all - kiosk->ghosts_counted);
        kiosk->ghosts_counted = all;
        arena_release(&arena);
    }
}

/* Who turned back at the gate is on a visitor's page again, and no visitor. */
static bool has_turned_back(const Kiosk *kiosk, const App *app)
{
    static const char *const pages[] = { "pin", "gate", "staff", "figures", "test", "mistakes" };
    StrView top = strview_from_cstr(scene_stack_top(&app->scenes)->ops->name);
    bool is_staffs = app->scenes.pending || app->scenes.pending_pops > 0;
    for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++) {
        is_staffs = is_staffs || strview_equal(top, strview_from_cstr(pages[i]));
    }
    return kiosk->state == KIOSK_STAFF && !is_staffs;
}

static void update(AppOver *over, App *app, uint64_t now_ms)
{
    Kiosk *kiosk = kiosk_from(over);
    if (!app->store) {
        return;
    }
    look_at_clock(kiosk, app, now_ms);
    if (ghost_update(&kiosk->ghost, now_ms)) {
        app->ui.pressed = 0; /* what lies on the glass presses nothing any more */
        app_touch(app);
    }
    watch_quiet(kiosk, app, now_ms);
    if (has_turned_back(kiosk, app)) {
        kiosk_leave(kiosk);
    }
    if (now_ms >= kiosk->retried_ms + RETRY_MS) {
        kiosk->retried_ms = now_ms;
        count_ghosts(kiosk, app);
        figures_retry(&kiosk->figures, kiosk_store(app));
    }
    if (kiosk->is_leaving && !app->scenes.pending && app->scenes.pending_pops == 0) {
        kiosk->is_leaving = false;
        scene_stack_pop(&app->scenes, app->scenes.count - 1); /* the first one wipes when it comes up again */
    }
}

static int deadline_ms(const AppOver *over, const App *app)
{
    const Kiosk *kiosk = (const Kiosk *)over;
    uint64_t quiet = quiet_ms(kiosk, app);
    uint64_t wait = CLOCK_LOOK_MS;
    if (quiet) {
        uint64_t due = kiosk->active_ms + quiet;
        uint64_t left = due > app->now_ms ? due - app->now_ms : 0;
        left = kiosk->is_asking && left > SECOND_MS ? SECOND_MS / 4 : left; /* the ring goes down */
        wait = left < wait ? left : wait;
    }
    return kiosk->is_leaving ? 0 : (int)wait;
}

/* --- events --------------------------------------------------------------------------- */

static Rect question_rect(const UiFrame *frame)
{
    float width = screen_fit(frame, 760);
    bool is_tall = screen_is_tall(frame); /* then it is below the buttons of the story, above its answers */
    return (Rect){ (frame->width - width) / 2, is_tall ? 146 : 24, width, is_tall ? 156 : 176 };
}

static bool is_on_question(const App *app, const InputEvent *event)
{
    UiFrame frame = { .width = app->draw.width, .height = app->draw.height };
    return rect_contains(question_rect(&frame), event->x, event->y);
}

static bool is_machines(InputKind kind)
{
    return kind == INPUT_NONE || kind == INPUT_RESIZE || kind == INPUT_DISPLAYS || kind == INPUT_DEVICES || kind == INPUT_FOCUS_LOST ||
           kind == INPUT_FOCUS_GAINED;
}

/* Ways out that a visitor has not. */
static bool is_locked(const Kiosk *kiosk, const InputEvent *event)
{
    const KioskLocks *locks = &kiosk->settings->locks;
    switch ((int)event->kind) {
    case INPUT_QUIT:
        return event->value == 0 && locks->ignore_close;
    case INPUT_FULLSCREEN:
        return locks->full_screen;
    case INPUT_BACK:
    case INPUT_BACKWARD: /* Page Up, which is a way back where a scene does not take it */
        return locks->ignore_escape && kiosk->state != KIOSK_STAFF;
    default:
        return false;
    }
}

/* An answer to "Still there?": any input; a touch on the question itself does nothing else. */
static bool answer(Kiosk *kiosk, App *app, const InputEvent *event)
{
    if (!kiosk->is_asking) {
        return false;
    }
    kiosk->is_asking = false;
    app_touch(app);
    kiosk->swallows_up = event->kind == INPUT_POINT_DOWN && is_on_question(app, event);
    return kiosk->swallows_up;
}

static bool input(AppOver *over, App *app, const InputEvent *event)
{
    Kiosk *kiosk = kiosk_from(over);
    if (is_machines(event->kind)) {
        return false;
    }
    if (event->kind == INPUT_QUIT || is_locked(kiosk, event)) {
        return is_locked(kiosk, event);
    }
    GhostVerdict verdict = ghost_take(&kiosk->ghost, event, app->now_ms, app->focused && app->presented_ms > 0);
    if (verdict == GHOST_NONE) {
        return true;
    }
    if (event->kind == INPUT_POINT_UP && kiosk->swallows_up) {
        kiosk->swallows_up = false;
        return true;
    }
    if (verdict == GHOST_HAND) {
        kiosk->active_ms = app->now_ms;
        if (kiosk_exit_input(kiosk, app, event) || answer(kiosk, app, event)) {
            return true;
        }
    }
    if (kiosk->state == KIOSK_ATTRACT && !kiosk->is_open) {
        kiosk->closed_until_ms = verdict == GHOST_HAND ? app->now_ms + CLOSED_MS : kiosk->closed_until_ms;
        app_touch(app);
        return true;
    }
    return false;
}

/* --- the question --------------------------------------------------------------------- */

/* One dot for each second that is left: a ring that empties. */
static void draw_ring(const Kiosk *kiosk, UiFrame *frame, float x, float y, float radius)
{
    unsigned of = kiosk->settings->countdown_seconds;
    uint64_t end = kiosk->active_ms + (uint64_t)SECOND_MS * (kiosk->settings->idle_seconds + of);
    uint64_t left_ms = end > frame->now_ms ? end - frame->now_ms : 0;
    float turn = 6.2831853f / (float)of;
    float dot = radius * (of <= 20 ? 0.15f : 3.0f / (float)of);
    for (unsigned i = 0; i < of; i++) {
        float angle = (float)i * turn;
        bool is_on = left_ms > (uint64_t)(of - 1 - i) * SECOND_MS;
        Rect rect = { x + radius * sinf(angle) - dot, y - radius * cosf(angle) - dot, 2 * dot, 2 * dot };
        draw_fill(frame->draw, rect, dot, is_on ? frame->theme->sun : frame->theme->bar_soft);
    }
}

static void draw(AppOver *over, App *app, UiFrame *frame)
{
    const Kiosk *kiosk = kiosk_from(over);
    if (!kiosk->is_asking) {
        return;
    }
    Rect rect = question_rect(frame);
    float middle = rect.y + rect.h / 2;
    ui_bar(frame, rect, rect.h / 2);
    draw_ring(kiosk, frame, ui_mirror_x(frame, rect.x + 92, 0), middle, 62);
    ui_image(frame, SV("ui/avatar_sango"), (Rect){ rect.x + 52, middle - 40, 80, 80 }, TR(frame->catalogue, "kiosk.sango", "Sango"));
    float hand = rect.h - 36, press = frame->now_ms / SECOND_MS % 2 ? 1.0f : 0.0f; /* taps once a second, with the ring */
    kiosk_draw_hand(frame, ui_mirror_x(frame, rect.x + rect.w - hand - 34, hand), rect.y + 18, hand, frame->reduced_motion ? 1 : press);
    ui_text(frame, &(UiText){ .rect = { rect.x + 184, rect.y + 10, rect.w - 230 - hand, rect.h - 20 },
                              .text = TR(frame->catalogue, "kiosk.still_there", "Still there? Touch to go on!"),
                              .face = TEXT_FACE_TITLE,
                              .size = 54,
                              .color = frame->theme->on_bar,
                              .role = SPEAK_HEADING,
                              .middle = true,
                              .max_lines = 2,
                              .line_spacing = 1.0f,
                              .fit_min = 0.4f });
    (void)app;
}

/* --- what a level tells ------------------------------------------------------------------ */

static void noted(AppOver *over, App *app, const AppNote *note)
{
    Kiosk *kiosk = kiosk_from(over);
    static const char *const questions[] = { "", FIGURES_BACK, FIGURES_TELL };
    char name[FIGURES_NAME_MAX];
    int len = 0;
    switch (note->kind) {
    case APP_NOTE_BEGUN:
        len = snprintf(name, sizeof name, "episode/%.*s/begun", SV_ARG(note->level));
        break;
    case APP_NOTE_ANSWERED:
        len = snprintf(name, sizeof name, "choice/%.*s/%.*s%s/%u", SV_ARG(note->level), SV_ARG(note->decision), questions[note->question], (unsigned)note->option + 1);
        break;
    case APP_NOTE_FINISHED:
        len = snprintf(name, sizeof name, "episode/%.*s/finished", SV_ARG(note->level));
        break;
    }
    if (len > 0 && (size_t)len < sizeof name) {
        kiosk_count(kiosk, app, &(StrView){ name, (size_t)len }, 1);
    }
}

static Scene *pause_page(AppOver *over, App *app)
{
    return kiosk_pause_create(kiosk_from(over), app);
}

static Scene *end_page(AppOver *over, App *app, const LevelEntry *level, unsigned stars)
{
    Kiosk *kiosk = kiosk_from(over);
    kiosk->visit.episode = level;
    kiosk->visit.stars = stars;
    return end_scene_create(kiosk, app);
}

const AppOver *kiosk_functions(void)
{
    static const AppOver over = { .input = input,
                                  .update = update,
                                  .draw = draw,
                                  .deadline_ms = deadline_ms,
                                  .noted = noted,
                                  .volume = volume,
                                  .pause_page = pause_page,
                                  .end_page = end_page };
    return &over;
}
