#include "script_internal.h"

#include "sango/base/file.h"

/* The commands of a script, see script.h; script_hand.c and script_play.c have the longer ones. */
typedef struct Words {
    StrView rest;        /* all behind the command */
    StrView first, more; /* its first word, and what is behind that */
} Words;

/* --- what the screen says -------------------------------------------------------------- */

bool script_says(const ScriptPlatform *script, StrView text)
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

static bool expect(ScriptPlatform *script, const Words *words, InputEvent *event)
{
    (void)event;
    if (!script_says(script, words->rest)) {
        script_fail(script, "the screen does not say", words->rest);
    }
    return false;
}

static bool expect_second(ScriptPlatform *script, const Words *words, InputEvent *event)
{
    (void)event;
    if (!strview_contains(strbuf_view(&script->second_said), words->rest)) {
        script_fail(script, "the second display does not say", words->rest);
    }
    return false;
}

static bool contains(ScriptPlatform *script, const Words *words, InputEvent *event)
{
    (void)event;
    if (!says_part(script, words->rest)) {
        script_fail(script, "the screen does not contain", words->rest);
    }
    return false;
}

static bool lacks(ScriptPlatform *script, const Words *words, InputEvent *event)
{
    (void)event;
    if (says_part(script, words->rest)) {
        script_fail(script, "the screen does contain", words->rest);
    }
    return false;
}

void script_mind_fit(ScriptPlatform *script)
{
    if (script->minds_fit && script->said.unfit.len) {
        script_fail(script, "this text does not fit:", script->said.unfit);
    }
}

static bool fits(ScriptPlatform *script, const Words *words, InputEvent *event)
{
    (void)words;
    (void)event;
    script->minds_fit = true;
    script_mind_fit(script);
    return false;
}

/* --- pictures ---------------------------------------------------------------------------- */

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

static void write_shot(ScriptPlatform *script, StrView name, Status (*write)(Platform *platform, const char *path))
{
    StrBuf path;
    strbuf_init(&path, script->alloc);
    strbuf_printf(&path, "%s/%.*s.png", script->options.shots, SV_ARG(name));
    if (!write || write(script->options.inner, path.data) != STATUS_OK) {
        script_fail(script, "the picture cannot be written:", strbuf_view(&path));
    }
    strbuf_release(&path);
}

void script_shot(ScriptPlatform *script, StrView name)
{
    mind_contrast(script, name);
    if (script->options.inner && script->options.shots) {
        write_shot(script, name, script->options.inner->ops->screenshot);
    }
}

static bool shot(ScriptPlatform *script, const Words *words, InputEvent *event)
{
    (void)event;
    script_shot(script, words->rest);
    return false;
}

static bool shot_second(ScriptPlatform *script, const Words *words, InputEvent *event)
{
    (void)event;
    if (script->options.inner && script->options.shots) {
        write_shot(script, words->rest, script->options.inner->ops->screenshot_second);
    }
    return false;
}

static bool legible(ScriptPlatform *script, const Words *words, InputEvent *event)
{
    (void)words;
    (void)event;
    script->minds_contrast = true;
    return false;
}

/* --- what a person does ------------------------------------------------------------------ */

unsigned script_number(ScriptPlatform *script, StrView word)
{
    int32_t number = 0;
    if (!strview_to_int(word, &number) || number < 0) {
        script_fail(script, "not a number:", word);
        return 0;
    }
    return (unsigned)number;
}

static bool press(ScriptPlatform *script, const Words *words, InputEvent *event)
{
    static const struct {
        const char *word;
        InputKind kind;
    } keys[] = {
        { "confirm", INPUT_CONFIRM }, { "back", INPUT_BACK },         { "next", INPUT_NEXT },       { "prev", INPUT_PREV },
        { "up", INPUT_UP },           { "down", INPUT_DOWN },         { "left", INPUT_LEFT },       { "right", INPUT_RIGHT },
        { "menu", INPUT_MENU },       { "undo", INPUT_UNDO },         { "history", INPUT_HISTORY }, { "repeat", INPUT_REPEAT },
        { "skip", INPUT_SKIP },       { "forward", INPUT_FORWARD },   { "backward", INPUT_BACKWARD }, { "notes", INPUT_NOTES },
        { "close", INPUT_QUIT },      { "fullscreen", INPUT_FULLSCREEN },
    };
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        if (strview_equal(words->rest, strview_from_cstr(keys[i].word))) {
            *event = (InputEvent){ .kind = keys[i].kind };
            return true;
        }
    }
    script_fail(script, "no such action:", words->rest);
    return false;
}

/* "pad 2 confirm" */
static bool pad(ScriptPlatform *script, const Words *words, InputEvent *event)
{
    unsigned number = script_number(script, words->first);
    if (number < 1 || number > INPUT_PADS_MAX) {
        script_fail(script, "no such gamepad:", words->first);
        return false;
    }
    bool is_pressed = press(script, &(Words){ .rest = words->more }, event);
    event->device = number;
    return is_pressed;
}

/* "pads 1": so many are plugged in now. */
static bool pads(ScriptPlatform *script, const Words *words, InputEvent *event)
{
    *event = (InputEvent){ .kind = INPUT_DEVICES, .value = (int32_t)script_number(script, words->rest) };
    return true;
}

static bool digit(ScriptPlatform *script, const Words *words, InputEvent *event)
{
    *event = (InputEvent){ .kind = INPUT_DIGIT, .value = (int32_t)script_number(script, words->rest) };
    return true;
}

static bool hold(ScriptPlatform *script, const Words *words, InputEvent *event)
{
    script->wait_ms = script_number(script, words->rest);
    script->is_held = true;
    *event = (InputEvent){ .kind = INPUT_CONFIRM };
    return true;
}

static bool wait_some(ScriptPlatform *script, const Words *words, InputEvent *event)
{
    (void)event;
    script->wait_ms = script_number(script, words->rest);
    return false;
}

static bool choose(ScriptPlatform *script, const Words *words, InputEvent *event)
{
    const SpeakItem *item = script_find(script, words->rest, true);
    if (!item) {
        script_fail(script, "the screen has no widget", words->rest);
    }
    return item && script_activate(item, event);
}

static bool maybe(ScriptPlatform *script, const Words *words, InputEvent *event)
{
    const SpeakItem *item = script_find(script, words->rest, true);
    return item && script_activate(item, event);
}

static bool until(ScriptPlatform *script, const Words *words, InputEvent *event)
{
    (void)event;
    script->until = words->first;
    script_begin_repeats(script, false, SV(""), words->more);
    return false;
}

static bool remote(ScriptPlatform *script, const Words *words, InputEvent *event)
{
    (void)until(script, words, event);
    script->is_remote = true;
    return false;
}

static bool play_auto(ScriptPlatform *script, const Words *words, InputEvent *event)
{
    (void)event;
    script_begin_repeats(script, true, SV(""), words->rest);
    return false;
}

static bool visitors(ScriptPlatform *script, const Words *words, InputEvent *event)
{
    unsigned failures = script->failures;
    unsigned count = script_number(script, words->first);
    unsigned seed = script_number(script, words->more);
    (void)event;
    if (script->failures == failures) {
        script_visitors_begin(script, count, seed);
    }
    return false;
}

static bool film(ScriptPlatform *script, const Words *words, InputEvent *event)
{
    (void)event;
    script_begin_repeats(script, true, words->first, words->more);
    return false;
}

/* --- what happens to the machine --------------------------------------------------------- */

/* What an editor does when a file is saved. */
static bool copy_file(ScriptPlatform *script, const Words *words, InputEvent *event)
{
    enum { COPY_BYTES_MAX = 1 << 20 };
    StrBuf source, target;
    StrView text = { NULL, 0 };
    (void)event;
    strbuf_init(&source, script->alloc);
    strbuf_init(&target, script->alloc);
    strbuf_append(&source, words->first);
    strbuf_append(&target, words->more);
    bool is_done = words->first.len && words->more.len && !source.failed && !target.failed &&
                   file_read(script->alloc, source.data, COPY_BYTES_MAX, &text) == STATUS_OK &&
                   file_write(target.data, text) == STATUS_OK;
    if (!is_done) {
        script_fail(script, "this could not be copied:", words->first);
    }
    file_free(script->alloc, &text);
    strbuf_release(&source);
    strbuf_release(&target);
    return false;
}

/* Reads "-12" of "-12-31"; false when it is not a separator and a number within the limits. */
static bool read_part(StrView *text, char before, int least, int most, int *number)
{
    int32_t value = 0;
    size_t len = before ? 1 : 0;
    size_t digits = 0;
    if (before && (text->len == 0 || text->data[0] != before)) {
        return false;
    }
    while (len + digits < text->len && text->data[len + digits] >= '0' && text->data[len + digits] <= '9') {
        digits++;
    }
    bool is_number = strview_to_int((StrView){ text->data + len, digits }, &value) && value >= least && value <= most;
    *number = value;
    *text = (StrView){ text->data + len + digits, text->len - len - digits };
    return is_number;
}

/* "2026-11-26 09:59": the computer's clock jumps there; "none": it has none. */
static bool date(ScriptPlatform *script, const Words *words, InputEvent *event)
{
    StrView day = words->first;
    StrView time = strview_trim(words->more);
    PlatformDate read = { 0 };
    (void)event;
    if (strview_equal(words->rest, SV("none"))) {
        script->is_dateless = true;
    } else if (read_part(&day, 0, 1, 9999, &read.year) && read_part(&day, '-', 1, 12, &read.month) && read_part(&day, '-', 1, 31, &read.day) &&
               day.len == 0 && read_part(&time, 0, 0, 23, &read.hour) && read_part(&time, ':', 0, 59, &read.minute) && time.len == 0) {
        script->date = read;
        script->is_dateless = false;
        script->date_ms = script->clock_ms;
    } else {
        script_fail(script, "not a date such as 2026-11-26 09:59:", words->rest);
    }
    return false;
}

static bool second(ScriptPlatform *script, const Words *words, InputEvent *event)
{
    bool is_on = strview_equal(words->rest, SV("on"));
    if (!is_on && !strview_equal(words->rest, SV("off"))) {
        script_fail(script, "a second display is on or off:", words->rest);
        return false;
    }
    script_plug_second(script, is_on);
    *event = (InputEvent){ .kind = INPUT_DISPLAYS };
    return true;
}

static bool files(ScriptPlatform *script, const Words *words, InputEvent *event)
{
    int32_t percent;
    if (strview_equal(words->rest, SV("away"))) {
        script->files = -1;
    } else if (strview_to_int(words->rest, &percent) && percent >= 0 && percent <= 100) {
        script->files = (float)percent / 100;
    } else {
        script_fail(script, "not 0 to 100 percent, nor away:", words->rest);
        return false;
    }
    *event = (InputEvent){ .kind = INPUT_PICTURES };
    return true;
}

static bool size(ScriptPlatform *script, const Words *words, InputEvent *event)
{
    (void)script;
    (void)words;
    (void)event;
    return false;
}

bool script_command(ScriptPlatform *script, StrView line, InputEvent *event)
{
    static const struct {
        const char *verb;
        bool (*run)(ScriptPlatform *script, const Words *words, InputEvent *event); /* true: it gave an event */
    } commands[] = {
        { "press", press },       { "digit", digit },        { "choose", choose },         { "maybe", maybe },
        { "hold", hold },         { "wait", wait_some },     { "until", until },           { "auto", play_auto },
        { "film", film },         { "shot", shot },          { "expect", expect },         { "contains", contains },
        { "lacks", lacks },       { "fits", fits },          { "legible", legible },       { "copy", copy_file },
        { "size", size },         { "pad", pad },            { "pads", pads },             { "date", date },
        { "visitors", visitors }, { "second", second },     { "shot2", shot_second },  { "expect2", expect_second }, { "click", NULL },
        { "tap", NULL },          { "drag", NULL },          { "switch", NULL },           { "touch", NULL },
        { "lay", NULL },          { "remote", remote },        { "files", files },
    };
    StrView verb = { NULL, 0 };
    Words words = { 0 };
    (void)strview_take(&line, ' ', &verb);
    words.rest = line;
    (void)strview_take(&line, ' ', &words.first);
    words.more = line;
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
        if (!strview_equal(verb, strview_from_cstr(commands[i].verb))) {
            continue;
        }
        if (words.rest.len == 0) {
            script_fail(script, "a word is missing behind", verb);
            return false;
        }
        return commands[i].run ? commands[i].run(script, &words, event) : script_gesture(script, verb, words.rest, event);
    }
    script_fail(script, "no such command:", verb);
    return false;
}
