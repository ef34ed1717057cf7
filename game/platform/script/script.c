#include "script_internal.h"

#include "sango/base/file.h"
#include "sango/base/log.h"

enum { CANVAS_W = 1920, CANVAS_H = 1080, FRAME_MS = 16, FILM_MS = 1300 };

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

static bool screen_says(const ScriptPlatform *script, StrView text)
{
    return strview_starts_with(script->said.title, text) || script_find(script, text, false);
}

/* True when `part` is anywhere in what the screen says. */
static bool says_part(const ScriptPlatform *script, StrView part)
{
    for (size_t i = 0; i < script->said.count; i++) {
        const SpeakItem *item = &script->said.items[i];
        if (strview_contains(item->label, part) || strview_contains(item->value, part) || strview_contains(item->description, part)) {
            return true;
        }
    }
    return false;
}

static bool press(ScriptPlatform *script, StrView word, InputEvent *event)
{
    static const struct {
        const char *word;
        InputKind kind;
    } words[] = {
        { "confirm", INPUT_CONFIRM }, { "back", INPUT_BACK },   { "next", INPUT_NEXT },   { "prev", INPUT_PREV },
        { "up", INPUT_UP },           { "down", INPUT_DOWN },   { "left", INPUT_LEFT },   { "right", INPUT_RIGHT },
        { "menu", INPUT_MENU },       { "undo", INPUT_UNDO },   { "history", INPUT_HISTORY }, { "repeat", INPUT_REPEAT },
    };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (strview_equal(word, strview_from_cstr(words[i].word))) {
            *event = (InputEvent){ .kind = words[i].kind };
            return true;
        }
    }
    script_fail(script, "no such action:", word);
    return false;
}

static void mind_fit(ScriptPlatform *script)
{
    if (script->minds_fit && script->said.unfit.len) {
        script_fail(script, "this text does not fit:", script->said.unfit);
    }
}

static void mind_contrast(ScriptPlatform *script, StrView shot)
{
    const float least = 4.5f; /* WCAG 2.2, 1.4.3 */
    Platform *inner = script->options.inner;
    TextContrast worst;
    if (!script->minds_contrast || !inner || !inner->ops->text_contrast) {
        return;
    }
    Status status = inner->ops->text_contrast(inner, &worst);
    if (status != STATUS_OK || worst.ratio < least) {
        StrBuf detail;
        strbuf_init(&detail, script->alloc);
        strbuf_printf(&detail, "%.*s: %.*s: %.2f, %s", SV_ARG(shot), SV_ARG(worst.text), (double)worst.ratio,
                      status == STATUS_OK ? color_vision_name(worst.vision) : status_text(status));
        script_fail(script, "these words are hard to read:", strbuf_view(&detail));
        strbuf_release(&detail);
    }
}

static void take_shot(ScriptPlatform *script, StrView name)
{
    Platform *inner = script->options.inner;
    mind_contrast(script, name);
    if (!inner || !script->options.shots) {
        return;
    }
    StrBuf path;
    strbuf_init(&path, script->alloc);
    strbuf_printf(&path, "%s/%.*s.png", script->options.shots, SV_ARG(name));
    if (inner->ops->screenshot(inner, path.data) != STATUS_OK) {
        script_fail(script, "the picture cannot be written:", strbuf_view(&path));
    }
    strbuf_release(&path);
}

static bool activate(const SpeakItem *item, InputEvent *event)
{
    *event = (InputEvent){ .kind = INPUT_ACTIVATE, .value = (int32_t)item->id };
    return true;
}

/* One of the answers of a question, NULL when there is no question. In an activity what leads on; with a seed now and then
 * something else, as children do. */
static const SpeakItem *pick_option(ScriptPlatform *script)
{
    enum { OPTIONS_MAX = 24, LEADS_OF_4 = 3 };
    const SpeakItem *options[OPTIONS_MAX];
    const SpeakItem *leads = NULL;
    uint32_t count = 0;
    for (size_t i = 0; i < script->said.count && count < OPTIONS_MAX; i++) {
        const SpeakItem *item = &script->said.items[i];
        if (item->id == 0 || item->flags & SPEAK_DISABLED) {
            continue;
        }
        leads = item->flags & SPEAK_LEADS ? item : leads;
        if (item->role == SPEAK_OPTION) {
            options[count++] = item;
        }
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
    take_shot(script, (StrView){ name, len > 0 && (size_t)len < sizeof name ? (size_t)len : 0 });
}

/* The next step of `until`, `auto` or `film`; false when it is done. */
static bool repeat(ScriptPlatform *script, InputEvent *event)
{
    StrView end = script->is_auto ? SV("To take with you") : script->until;
    if (script->repeats == 0) {
        return false;
    }
    if (screen_says(script, end)) {
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
    const SpeakItem *option = script->is_auto ? pick_option(script) : find_lead(script);
    if (option) {
        return activate(option, event);
    }
    *event = (InputEvent){ .kind = INPUT_CONFIRM };
    return true;
}

static unsigned number_of(ScriptPlatform *script, StrView word)
{
    int32_t number = 0;
    if (!strview_to_int(word, &number) || number < 0) {
        script_fail(script, "not a number:", word);
        return 0;
    }
    return (unsigned)number;
}

/* `until` and `auto` begin, unless their number is none. */
static void begin_repeats(ScriptPlatform *script, StrView word)
{
    unsigned failures = script->failures;
    unsigned number = number_of(script, word);
    script->film_count = 0;
    script->repeats = script->failures == failures ? number + 1 : 0;
}

/* What an editor does when a file is saved. */
static void copy_file(ScriptPlatform *script, StrView from, StrView to)
{
    enum { COPY_BYTES_MAX = 1 << 20 };
    StrBuf source, target;
    StrView text = { NULL, 0 };
    strbuf_init(&source, script->alloc);
    strbuf_init(&target, script->alloc);
    strbuf_append(&source, from);
    strbuf_append(&target, to);
    bool is_done = from.len && to.len && !source.failed && !target.failed &&
                   file_read(script->alloc, source.data, COPY_BYTES_MAX, &text) == STATUS_OK &&
                   file_write(target.data, text) == STATUS_OK;
    if (!is_done) {
        script_fail(script, "this could not be copied:", from);
    }
    file_free(script->alloc, &text);
    strbuf_release(&source);
    strbuf_release(&target);
}

/* False after saying what is wrong with a command as such. */
static bool is_command(ScriptPlatform *script, StrView verb, StrView rest)
{
    static const char *const verbs[] = { "press", "digit", "choose", "click",    "wait",  "until",
                                         "auto",  "shot",  "expect", "contains", "lacks", "fits",
                                         "size",  "legible", "film",  "copy",     "tap",   "drag", "switch",
                                         "hold",  "maybe" };
    for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++) {
        if (strview_equal(verb, strview_from_cstr(verbs[i]))) {
            if (rest.len == 0) {
                script_fail(script, "a word is missing behind", verb);
            }
            return rest.len != 0;
        }
    }
    script_fail(script, "no such command:", verb);
    return false;
}

/* True when the command gave an event. */
static bool run_command(ScriptPlatform *script, StrView line, InputEvent *event)
{
    StrView verb = { NULL, 0 };
    StrView first = { NULL, 0 };
    (void)strview_take(&line, ' ', &verb);
    StrView rest = line;
    (void)strview_take(&line, ' ', &first);
    if (!is_command(script, verb, rest)) {
        return false;
    }
    if (strview_equal(verb, SV("press"))) {
        return press(script, rest, event);
    }
    if (strview_equal(verb, SV("digit"))) {
        *event = (InputEvent){ .kind = INPUT_DIGIT, .value = (int32_t)number_of(script, rest) };
        return true;
    }
    if (strview_equal(verb, SV("hold"))) {
        script->wait_ms = number_of(script, rest);
        script->is_held = true;
        *event = (InputEvent){ .kind = INPUT_CONFIRM };
        return true;
    }
    bool is_maybe = strview_equal(verb, SV("maybe"));
    if (is_maybe || strview_equal(verb, SV("choose"))) {
        const SpeakItem *item = script_find(script, rest, true);
        if (!item && !is_maybe) {
            script_fail(script, "the screen has no widget", rest);
        }
        return item && activate(item, event);
    }
    if (script_gesture(script, verb, rest, event)) {
        return true;
    }
    if (strview_equal(verb, SV("wait"))) {
        script->wait_ms = number_of(script, rest);
    } else if (strview_equal(verb, SV("until"))) {
        script->until = first;
        script->is_auto = false;
        script->film = SV("");
        begin_repeats(script, line);
    } else if (strview_equal(verb, SV("auto"))) {
        script->is_auto = true;
        script->film = SV("");
        begin_repeats(script, rest);
    } else if (strview_equal(verb, SV("film"))) {
        script->is_auto = true;
        script->film = first;
        begin_repeats(script, line);
    } else if (strview_equal(verb, SV("copy"))) {
        copy_file(script, first, line);
    } else if (strview_equal(verb, SV("shot"))) {
        take_shot(script, rest);
    } else if (strview_equal(verb, SV("legible"))) {
        script->minds_contrast = true;
    } else if (strview_equal(verb, SV("fits"))) {
        script->minds_fit = true;
        mind_fit(script);
    } else if (strview_equal(verb, SV("expect"))) {
        if (!screen_says(script, rest)) {
            script_fail(script, "the screen does not say", rest);
        }
    } else if (strview_equal(verb, SV("contains")) && !says_part(script, rest)) {
        script_fail(script, "the screen does not contain", rest);
    } else if (strview_equal(verb, SV("lacks")) && says_part(script, rest)) {
        script_fail(script, "the screen does contain", rest);
    }
    return false;
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
        if (script->repeats > 0 && repeat(script, event)) {
            return true;
        }
        if (script->repeats == 0 && !strview_take(&script->rest, '\n', &line)) {
            *event = (InputEvent){ .kind = INPUT_QUIT };
            return true;
        }
        if (script->repeats > 0) {
            continue;
        }
        script->line++;
        line = strview_trim(line);
        if (line.len && line.data[0] != '#' && run_command(script, line, event)) {
            return true;
        }
    }
    uint64_t step = timeout_ms > 0 && (uint64_t)timeout_ms < script->wait_ms ? (uint64_t)timeout_ms : script->wait_ms;
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

static void script_present(Platform *platform, const DrawList *list)
{
    Platform *inner = of(platform)->options.inner;
    if (inner) {
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
        mind_fit(script);
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
        .present = script_present,
        .announce = script_announce,
        .canvas = script_canvas,
        .set_fullscreen = script_set_fullscreen,
        .set_look = script_set_look,
        .screenshot = script_screenshot,
        .has_picture = script_has_picture,
        .read_ahead = script_read_ahead,
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
    script->rest = options->text;
    script->clock_ms = 1000;
    arena_init(&script->arena, alloc, 8192);
    strbuf_init(&script->last_said, alloc);
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
        alloc_free(script->alloc, script, sizeof *script);
    }
}
