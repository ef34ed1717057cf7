#include "script_internal.h"

#if defined(__SANITIZE_ADDRESS__)
size_t __sanitizer_get_current_allocated_bytes(void); /* of its runtime; not every compiler brings the header */
#elif defined(__GLIBC__)
#include <malloc.h>
#endif

/* Visitors of a stand, one after another: each has a device that they like and some patience, does this and that, and is off; the next
 * one comes when the game has been left alone for a while, or at once. Everything follows from the seed.
 *
 * The clock goes in larger steps here than on a screen, as on a machine that is too slow to draw all, and only some of the pictures are
 * painted: thousands of people come by in minutes. */
enum {
    WALK_STEP_MS = 100,    /* while somebody is there */
    LEFT_STEP_MS = 500,    /* while nobody is */
    LEFT_MS = 90 * 1000,   /* longer than a kiosk waits */
    PAINT_EVERY = 101,      /* pictures */
    REPORT_EVERY = 10,     /* visitors; these do not leave the game to the next one */
    PATIENCE_MAX = 60,     /* things that one does */
    PAUSE_MAX_MS = 2500
};

typedef enum Habit { HABIT_TOUCH, HABIT_KEYS, HABIT_PAD, HABIT_BY_NAME, HABIT_COUNT } Habit;

/* Bytes that are taken from the heap now; 0 where that is not known. */
static size_t heap_in_use(void)
{
#if defined(__SANITIZE_ADDRESS__)
    return __sanitizer_get_current_allocated_bytes();
#elif defined(__GLIBC__)
    struct mallinfo2 info = mallinfo2();
    return info.uordblks + info.hblkhd;
#else
    return 0;
#endif
}

static bool chance(ScriptPlatform *script, uint32_t percent)
{
    return rng_below(&script->visitors.rng, 100) < percent;
}

void script_visitors_begin(ScriptPlatform *script, uint32_t count, uint32_t seed)
{
    script->visitors = (ScriptVisitors){ .left = count };
    rng_seed(&script->visitors.rng, seed);
}

bool script_visitors_are_there(const ScriptPlatform *script)
{
    return script->visitors.left > 0;
}

bool script_visitors_paint(ScriptPlatform *script)
{
    return script->visitors.left == 0 || script->visitors.pictures++ % PAINT_EVERY == 0;
}

uint64_t script_visitors_step_ms(const ScriptPlatform *script)
{
    const ScriptVisitors *visitors = &script->visitors;
    return visitors->left == 0 ? 0 : visitors->is_away ? LEFT_STEP_MS : WALK_STEP_MS;
}

/* What a person at the screen would go for: an answer, else what leads on, else anything. NULL: there is nothing. */
static const SpeakItem *pick_widget(ScriptPlatform *script)
{
    enum { WIDGETS_MAX = 48 };
    const SpeakItem *widgets[WIDGETS_MAX];
    const SpeakItem *leads = NULL;
    uint32_t count = 0;
    bool has_options = false;
    for (size_t i = 0; i < script->said.count && count < WIDGETS_MAX; i++) {
        const SpeakItem *item = &script->said.items[i];
        if (item->id == 0 || item->flags & SPEAK_DISABLED || (has_options && item->role != SPEAK_OPTION)) {
            continue;
        }
        leads = item->flags & SPEAK_LEADS ? item : leads;
        if (item->role == SPEAK_OPTION && !has_options) {
            has_options = true;
            count = 0;
        }
        widgets[count++] = item;
    }
    if (leads && !has_options && chance(script, 80)) {
        return leads;
    }
    return count ? widgets[rng_below(&script->visitors.rng, count)] : NULL;
}

/* A finger on the glass: on the widget, or where it happens to be. */
static void touch(ScriptPlatform *script, const SpeakItem *item, bool is_lifted, InputEvent *event)
{
    PlatformCanvas canvas = script->base.ops->canvas(&script->base);
    float x = (float)rng_below(&script->visitors.rng, (uint32_t)canvas.width);
    float y = (float)rng_below(&script->visitors.rng, (uint32_t)canvas.height);
    if (item) {
        x = item->rect.x + item->rect.w / 2;
        y = item->rect.y + item->rect.h / 2;
    }
    script_touch_at(script, x, y, is_lifted);
    (void)script_gesture_on(script, event);
}

static InputKind one_of(ScriptPlatform *script, const InputKind *kinds, uint32_t count)
{
    return kinds[rng_below(&script->visitors.rng, count)];
}

/* Keys or a pad: on to another widget, or it is taken. */
static void press_something(ScriptPlatform *script, InputEvent *event)
{
    static const InputKind moves[] = { INPUT_NEXT, INPUT_PREV, INPUT_UP, INPUT_DOWN, INPUT_LEFT, INPUT_RIGHT };
    static const InputKind rare[] = { INPUT_BACK, INPUT_MENU, INPUT_UNDO, INPUT_HISTORY, INPUT_REPEAT, INPUT_SKIP, INPUT_FULLSCREEN };
    event->kind = chance(script, 60) ? INPUT_CONFIRM
                  : chance(script, 80) ? one_of(script, moves, sizeof moves / sizeof moves[0])
                                       : one_of(script, rare, sizeof rare / sizeof rare[0]);
}

/* What happens around a stand: a pad is pulled out, a window manager closes what it can, a hand lies on the glass. */
static void do_mischief(ScriptPlatform *script, InputEvent *event)
{
    ScriptVisitors *visitors = &script->visitors;
    switch (rng_below(&visitors->rng, 4)) {
    case 0:
        visitors->has_pad = !visitors->has_pad;
        *event = (InputEvent){ .kind = INPUT_DEVICES, .value = visitors->has_pad };
        return;
    case 1:
        *event = (InputEvent){ .kind = INPUT_QUIT };
        return;
    case 2:
        *event = (InputEvent){ .kind = INPUT_DIGIT, .value = (int32_t)(1 + rng_below(&visitors->rng, 9)) };
        return;
    default:
        touch(script, NULL, false, event);
    }
}

static void arrive(ScriptPlatform *script)
{
    ScriptVisitors *visitors = &script->visitors;
    visitors->number++;
    visitors->habit = rng_below(&visitors->rng, HABIT_COUNT);
    visitors->patience = 1 + rng_below(&visitors->rng, PATIENCE_MAX);
}

/* One line for whoever measures: how many came, what is on the screen now that the last one is off, and the heap. */
static void report(ScriptPlatform *script)
{
    const ScriptVisitors *visitors = &script->visitors;
    FILE *out = script->options.report;
    if (out) {
        fprintf(out, "visitors %u screen %.*s heap %zu\n", visitors->number, SV_ARG(script->said.title), heap_in_use());
        (void)fflush(out);
    }
}

/* The last one is off: true while nobody is there. */
static bool rest(ScriptPlatform *script)
{
    ScriptVisitors *visitors = &script->visitors;
    bool is_counted = visitors->number % REPORT_EVERY == 0 || visitors->left == 1;
    if (!visitors->is_away && (is_counted || chance(script, 70))) {
        visitors->is_away = true;
        script->wait_ms = LEFT_MS;
        return true;
    }
    if (visitors->is_away && is_counted) {
        report(script);
    }
    visitors->is_away = false;
    visitors->left--;
    return false;
}

bool script_visitors_go_on(ScriptPlatform *script, InputEvent *event)
{
    ScriptVisitors *visitors = &script->visitors;
    *event = (InputEvent){ .kind = INPUT_NONE };
    if (visitors->patience == 0) {
        if (visitors->number > 0 && rest(script)) {
            return false;
        }
        if (visitors->left == 0) {
            return false;
        }
        arrive(script);
    }
    visitors->patience--;
    script->wait_ms = WALK_STEP_MS + rng_below(&visitors->rng, PAUSE_MAX_MS);
    const SpeakItem *item = pick_widget(script);
    if (chance(script, 4)) {
        do_mischief(script, event);
    } else if (visitors->habit == HABIT_TOUCH) {
        touch(script, chance(script, 90) ? item : NULL, true, event);
    } else if (visitors->habit == HABIT_BY_NAME && item) {
        *event = (InputEvent){ .kind = INPUT_ACTIVATE, .value = (int32_t)item->id };
    } else {
        press_something(script, event);
    }
    if (visitors->habit == HABIT_PAD && event->device == 0 && event->kind != INPUT_DEVICES && event->kind != INPUT_QUIT) {
        event->device = 1;
    }
    return true;
}
