#include "script_internal.h"

#include "sango/base/log.h"

enum { CANVAS_W = 1920, CANVAS_H = 1080, MINUTE_MS = 60 * 1000 };

static ScriptPlatform *of(Platform *platform)
{
    return (ScriptPlatform *)platform;
}

void script_fail(ScriptPlatform *script, const char *what, StrView detail)
{
    script->failures++;
    log_line(LOG_ERROR, "%s:%u: %s '%.*s'", script->options.name, script->line, what, SV_ARG(detail));
}

const SpeakItem *script_find(const ScriptPlatform *script, StrView label, bool only_widgets)
{
    for (size_t i = 0; i < script->said.count; i++) {
        const SpeakItem *item = &script->said.items[i];
        bool can_act = item->id != 0 && !(item->flags & SPEAK_DISABLED);
        if (strview_starts_with(item->label, label) && (!only_widgets || can_act)) {
            return item;
        }
    }
    return NULL;
}

static bool script_wait_event(Platform *platform, int timeout_ms, InputEvent *event)
{
    ScriptPlatform *script = of(platform);
    if (timeout_ms == 0) {
        return false;
    }
    if (script_gesture_on(script, event)) {
        return true;
    }
    if (script->is_held && script->wait_ms == 0) {
        script->is_held = false;
        *event = (InputEvent){ .kind = INPUT_CONFIRM_END };
        return true;
    }
    while (script->wait_ms == 0) {
        StrView line;
        if (script_visitors_are_there(script)) {
            if (script_visitors_go_on(script, event)) {
                return true;
            }
            continue;
        }
        if (script->repeats > 0 && script_repeat(script, event)) {
            return true;
        }
        if (script->repeats == 0 && !strview_take(&script->rest, '\n', &line)) {
            *event = (InputEvent){ .kind = INPUT_QUIT, .value = 1 };
            return true;
        }
        if (script->repeats > 0) {
            continue;
        }
        script->line++;
        line = strview_trim(line);
        if (line.len && line.data[0] != '#' && script_command(script, line, event)) {
            return true;
        }
    }
    uint64_t least_ms = script_visitors_step_ms(script);
    uint64_t wanted_ms = timeout_ms > 0 ? (uint64_t)timeout_ms : script->wait_ms;
    wanted_ms = wanted_ms < least_ms ? least_ms : wanted_ms;
    uint64_t step = wanted_ms < script->wait_ms ? wanted_ms : script->wait_ms;
    script->clock_ms += step;
    script->wait_ms -= step;
    if (timeout_ms < 0) {
        *event = (InputEvent){ .kind = INPUT_NONE }; /* time has passed though nobody waited for it */
        return true;
    }
    return false;
}

static uint64_t script_now_ms(Platform *platform)
{
    return of(platform)->clock_ms;
}

static bool script_date(Platform *platform, PlatformDate *date)
{
    const ScriptPlatform *script = of(platform);
    *date = platform_date_after(&script->date, (script->clock_ms - script->date_ms) / MINUTE_MS);
    return !script->is_dateless && date->year >= 2020;
}

static void script_present(Platform *platform, const DrawList *list)
{
    Platform *inner = of(platform)->options.inner;
    if (inner && script_visitors_paint(of(platform))) {
        inner->ops->present(inner, list);
    }
}

static void keep_said(ScriptPlatform *script, const SpeakList *list)
{
    arena_reset(&script->arena);
    speak_list_begin(&script->said, &script->arena, list->title);
    for (size_t i = 0; i < list->count; i++) {
        speak_list_add(&script->said, &list->items[i]);
    }
    speak_list_add_unfit(&script->said, list->unfit);
}

static void script_announce(Platform *platform, const SpeakList *list)
{
    ScriptPlatform *script = of(platform);
    bool is_new = !strview_equal(list->unfit, script->said.unfit); /* the last picture had not yet told it */
    keep_said(script, list);
    if (is_new) {
        script_mind_fit(script);
    }
    if (!script->options.transcript) {
        return;
    }
    StrBuf now;
    strbuf_init(&now, script->alloc);
    strbuf_printf(&now, "== %.*s\n", SV_ARG(list->title));
    speak_list_print(list, &now);
    if (!strview_equal(strbuf_view(&now), strbuf_view(&script->last_said))) {
        (void)fputs(now.data, script->options.transcript);
        strbuf_clear(&script->last_said);
        strbuf_append(&script->last_said, strbuf_view(&now));
    }
    strbuf_release(&now);
}

static PlatformCanvas script_canvas(Platform *platform)
{
    Platform *inner = of(platform)->options.inner;
    return inner ? inner->ops->canvas(inner) : (PlatformCanvas){ CANVAS_W, CANVAS_H, 1, CANVAS_W, CANVAS_H };
}

/* --- the second display: as large as the first ------------------------------------------- */

static bool script_has_second(Platform *platform, PlatformCanvas *canvas)
{
    bool is_there = of(platform)->has_second;
    if (is_there) {
        *canvas = script_canvas(platform);
    }
    return is_there;
}

/* The words of a list in its order, a space between two. */
static void keep_second(ScriptPlatform *script, const DrawList *list)
{
    strbuf_clear(&script->second_said);
    for (size_t i = 0; list && i < list->count; i++) {
        if (list->cmds[i].kind == DRAW_GLYPHS) {
            StrView text = strview_trim(list->cmds[i].glyphs.text);
            strbuf_printf(&script->second_said, "%s%.*s", script->second_said.len && text.len ? " " : "", SV_ARG(text));
        }
    }
}

static void script_present_second(Platform *platform, const DrawList *list)
{
    ScriptPlatform *script = of(platform);
    Platform *inner = script->options.inner;
    if (script->has_second) {
        keep_second(script, list);
        if (inner && inner->ops->present_second) {
            inner->ops->present_second(inner, list);
        }
    }
}

void script_plug_second(ScriptPlatform *script, bool is_on)
{
    if (!is_on) {
        script_present_second(&script->base, NULL);
    }
    script->has_second = is_on;
}

static void script_set_fullscreen(Platform *platform, bool on)
{
    (void)platform;
    (void)on;
}

static void script_set_look(Platform *platform, StrView look)
{
    Platform *inner = of(platform)->options.inner;
    if (inner && inner->ops->set_look) {
        inner->ops->set_look(inner, look);
    }
}

static Status script_screenshot(Platform *platform, const char *path)
{
    Platform *inner = of(platform)->options.inner;
    return inner ? inner->ops->screenshot(inner, path) : STATUS_UNSUPPORTED;
}

static bool script_has_picture(Platform *platform, StrView name)
{
    Platform *inner = of(platform)->options.inner;
    return !inner || !inner->ops->has_picture || inner->ops->has_picture(inner, name);
}

static void script_read_ahead(Platform *platform, const StrView *names, size_t count)
{
    Platform *inner = of(platform)->options.inner;
    if (inner && inner->ops->read_ahead) {
        inner->ops->read_ahead(inner, names, count);
    }
}

static float script_fetch(Platform *platform, StrView group)
{
    (void)group;
    return of(platform)->files;
}

static void script_sound(Platform *platform, StrView name)
{
    (void)platform;
    (void)name;
}

static void script_set_volumes(Platform *platform, const PlatformVolumes *volumes)
{
    (void)platform;
    (void)volumes;
}

Status script_platform_open(const Allocator *alloc, const ScriptOptions *options, Platform **platform)
{
    static const PlatformOps ops = {
        .wait_event = script_wait_event,
        .now_ms = script_now_ms,
        .date = script_date,
        .present = script_present,
        .announce = script_announce,
        .canvas = script_canvas,
        .set_fullscreen = script_set_fullscreen,
        .has_second = script_has_second,
        .present_second = script_present_second,
        .set_look = script_set_look,
        .screenshot = script_screenshot,
        .has_picture = script_has_picture,
        .read_ahead = script_read_ahead,
        .fetch = script_fetch,
        .play_sound = script_sound,
        .play_music = script_sound,
        .set_volumes = script_set_volumes,
    };
    ScriptPlatform *script = alloc_take(alloc, 1, sizeof *script);
    if (!script) {
        *platform = NULL;
        return STATUS_NOMEM;
    }
    script->base.ops = &ops;
    script->alloc = alloc;
    script->options = *options;
    script->files = 1;
    script->rest = options->text;
    script->clock_ms = script->date_ms = 1000;
    script->date = (PlatformDate){ .year = 2026, .month = 11, .day = 26, .hour = 9, .weekday = 4 };
    arena_init(&script->arena, alloc, 8192);
    strbuf_init(&script->last_said, alloc);
    strbuf_init(&script->second_said, alloc);
    rng_seed(&script->rng, options->seed);
    *platform = &script->base;
    return STATUS_OK;
}

unsigned script_platform_failures(const Platform *platform)
{
    return ((const ScriptPlatform *)platform)->failures;
}

void script_platform_close(Platform *platform)
{
    ScriptPlatform *script = of(platform);
    if (script) {
        arena_release(&script->arena);
        strbuf_release(&script->last_said);
        strbuf_release(&script->second_said);
        alloc_free(script->alloc, script, sizeof *script);
    }
}
