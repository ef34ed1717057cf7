#include "script_internal.h"

#include <stdio.h>

/* Whoever plays by itself: `until`, `auto` and `film`. */
enum { FRAME_MS = 16, FILM_MS = 1300 };

bool script_activate(const SpeakItem *item, InputEvent *event)
{
    *event = (InputEvent){ .kind = INPUT_ACTIVATE, .value = (int32_t)item->id };
    return true;
}

/* One of the answers of a question, NULL when there is no question; one that is taken already only when there is no other: of two
 * children the second answers, too. In an activity what leads on; with a seed now and then something else, as children do. */
static const SpeakItem *pick_option(ScriptPlatform *script)
{
    enum { OPTIONS_MAX = 24, LEADS_OF_4 = 3 };
    const SpeakItem *options[OPTIONS_MAX];
    const SpeakItem *leads = NULL, *taken = NULL;
    uint32_t count = 0;
    for (size_t i = 0; i < script->said.count && count < OPTIONS_MAX; i++) {
        const SpeakItem *item = &script->said.items[i];
        if (item->id == 0 || item->flags & SPEAK_DISABLED) {
            continue;
        }
        leads = item->flags & SPEAK_LEADS ? item : leads;
        if (item->role == SPEAK_OPTION && item->flags & SPEAK_CHECKED) {
            taken = item;
        } else if (item->role == SPEAK_OPTION) {
            options[count++] = item;
        }
    }
    if (count == 0 && taken) {
        options[count++] = taken;
    }
    if (leads && (count == 0 || !script->options.seed || rng_below(&script->rng, 4) < LEADS_OF_4)) {
        return leads;
    }
    return count == 0 ? NULL : options[script->options.seed ? rng_below(&script->rng, count) : 0];
}

/* What leads on in an activity, where confirming would only take and put down; NULL elsewhere. */
static const SpeakItem *find_lead(const ScriptPlatform *script)
{
    for (size_t i = 0; i < script->said.count; i++) {
        const SpeakItem *item = &script->said.items[i];
        if (item->id != 0 && item->flags & SPEAK_LEADS && !(item->flags & SPEAK_DISABLED)) {
            return item;
        }
    }
    return NULL;
}

/* One picture of `film`, when everything on the screen has come to rest. */
static void take_film_shot(ScriptPlatform *script)
{
    char name[64];
    int len = snprintf(name, sizeof name, "%.*s-%03u", SV_ARG(script->film), ++script->film_count);
    script_shot(script, (StrView){ name, len > 0 && (size_t)len < sizeof name ? (size_t)len : 0 });
}

bool script_repeat(ScriptPlatform *script, InputEvent *event)
{
    StrView end = script->is_auto ? SV("To take with you") : script->until;
    if (script->repeats == 0) {
        return false;
    }
    if (script_says(script, end)) {
        script->repeats = 0;
        return false;
    }
    if (--script->repeats == 0) {
        script_fail(script, "this never came:", end);
        return false;
    }
    script->wait_ms = script->film.len ? FILM_MS : 2 * FRAME_MS;
    if (script->film.len) {
        take_film_shot(script);
    }
    if (script->is_remote) {
        *event = (InputEvent){ .kind = INPUT_FORWARD };
        return true;
    }
    const SpeakItem *option = script->is_auto ? pick_option(script) : find_lead(script);
    if (option) {
        return script_activate(option, event);
    }
    *event = (InputEvent){ .kind = INPUT_CONFIRM };
    return true;
}

void script_begin_repeats(ScriptPlatform *script, bool is_auto, StrView film, StrView times)
{
    unsigned failures = script->failures;
    unsigned number = script_number(script, times);
    script->is_auto = is_auto;
    script->is_remote = false;
    script->film = film;
    script->film_count = 0;
    script->repeats = script->failures == failures ? number + 1 : 0;
}
