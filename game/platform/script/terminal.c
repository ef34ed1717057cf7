#include "sango/platform/script.h"

#include <string.h>

/* Works with every terminal screen reader and braille line: what is new is said, line
 * by line; nothing moves. */
enum { CANVAS_W = 1920, CANVAS_H = 1080, WIDGETS_MAX = 96 };

typedef struct TerminalPlatform {
    Platform base;
    const Allocator *alloc;
    FILE *in, *out;
    const Catalogue *catalogue;
    uint64_t clock_ms;
    uint32_t widgets[WIDGETS_MAX]; /* ids by number; 0: cannot be taken now */
    size_t widget_count;
    uint32_t repeated; /* widget that is taken so many times more */
    int32_t repeats;
    StrBuf last_said, screen;
} TerminalPlatform;

static TerminalPlatform *of(Platform *platform)
{
    return (TerminalPlatform *)platform;
}

/* Its number, name, state and what else is known of it. */
static void say_widget(TerminalPlatform *terminal, const SpeakItem *item)
{
    StrBuf *screen = &terminal->screen;
    StrView extra[] = { item->flags & SPEAK_CHECKED ? TR(terminal->catalogue, "terminal.chosen", "chosen") : SV(""), item->value, item->description };
    strbuf_printf(screen, "  %zu. %.*s", terminal->widget_count, SV_ARG(item->label));
    for (size_t i = 0; i < sizeof extra / sizeof extra[0]; i++) {
        if (extra[i].len) {
            strbuf_printf(screen, " (%.*s)", SV_ARG(extra[i]));
        }
    }
    if (item->flags & SPEAK_FOCUSED) {
        strbuf_append(screen, SV("  <- "));
        strbuf_append(screen, TR(terminal->catalogue, "terminal.enter", "Enter"));
    }
    strbuf_char(screen, '\n');
}

/* Sections of the screen: what there is to read, then numbered widgets. What cannot be taken now keeps its number and is not said,
 * so that the numbers of the others stay while somebody counts. */
static void terminal_announce(Platform *platform, const SpeakList *list)
{
    TerminalPlatform *terminal = of(platform);
    StrBuf *screen = &terminal->screen;
    strbuf_clear(screen);
    terminal->widget_count = 0;
    for (size_t i = 0; i < list->count; i++) {
        const SpeakItem *item = &list->items[i];
        bool is_shown_button = item->role == SPEAK_BUTTON; /* of the phone in the story: not for the reader */
        if (item->id == 0) {
            strbuf_printf(screen, is_shown_button ? "[%.*s]%s%.*s\n" : "%.*s%s%.*s\n", SV_ARG(item->label),
                          item->value.len ? ": " : "", SV_ARG(item->value));
        }
    }
    for (size_t i = 0; i < list->count; i++) {
        const SpeakItem *item = &list->items[i];
        if (item->id == 0 || terminal->widget_count == WIDGETS_MAX) {
            continue;
        }
        bool can_act = !(item->flags & SPEAK_DISABLED);
        terminal->widgets[terminal->widget_count++] = can_act ? item->id : 0;
        if (can_act) {
            say_widget(terminal, item);
        }
    }
}

static void say_screen(TerminalPlatform *terminal)
{
    if (!strview_equal(strbuf_view(&terminal->screen), strbuf_view(&terminal->last_said))) {
        (void)fprintf(terminal->out, "\n%s", terminal->screen.data);
        strbuf_clear(&terminal->last_said);
        strbuf_append(&terminal->last_said, strbuf_view(&terminal->screen));
    }
    (void)fputs("> ", terminal->out);
    (void)fflush(terminal->out);
}

static void say_keys(TerminalPlatform *terminal)
{
    StrView keys = TR(terminal->catalogue, "terminal.keys",
                      "Type a number, Enter to go on, u for one choice back, h for what was said, b for back, q to quit. 3x12 takes number 3 twelve times.");
    (void)fprintf(terminal->out, "%.*s\n", SV_ARG(keys));
}

/* One answer; what of its line does not fit is dropped. False when the input has ended. */
static bool read_answer(TerminalPlatform *terminal, char *line, int size)
{
    if (!fgets(line, size, terminal->in)) {
        return false;
    }
    if (!strchr(line, '\n')) {
        int c = fgetc(terminal->in);
        while (c != '\n' && c != EOF) {
            c = fgetc(terminal->in);
        }
    }
    return true;
}

/* "3" takes the third widget, "3x12" twelve times: so many hands were counted. False when it is neither. */
static bool take_number(TerminalPlatform *terminal, StrView answer, InputEvent *event)
{
    enum { REPEATS_MAX = 99 };
    StrView first, whole = answer;
    int32_t number, times = 1;
    (void)strview_take(&answer, 'x', &first);
    bool is_many = first.len < whole.len;
    if (!strview_to_int(strview_trim(first), &number) || number < 1 || (size_t)number > terminal->widget_count || terminal->widgets[number - 1] == 0 ||
        (is_many && (!strview_to_int(strview_trim(answer), &times) || times < 1 || times > REPEATS_MAX))) {
        return false;
    }
    terminal->repeated = terminal->widgets[number - 1];
    terminal->repeats = times - 1;
    *event = (InputEvent){ .kind = INPUT_ACTIVATE, .value = (int32_t)terminal->repeated };
    return true;
}

/* Taken once more, while it is there. */
static bool repeat(TerminalPlatform *terminal, InputEvent *event)
{
    bool is_there = false;
    for (size_t i = 0; i < terminal->widget_count; i++) {
        is_there = is_there || terminal->widgets[i] == terminal->repeated;
    }
    if (terminal->repeats == 0 || !is_there) {
        terminal->repeats = 0;
        return false;
    }
    terminal->repeats--;
    *event = (InputEvent){ .kind = INPUT_ACTIVATE, .value = (int32_t)terminal->repeated };
    return true;
}

static bool terminal_wait_event(Platform *platform, int timeout_ms, InputEvent *event)
{
    TerminalPlatform *terminal = of(platform);
    if (timeout_ms >= 0) {
        terminal->clock_ms += (uint64_t)timeout_ms; /* what moves on a screen is over at once here */
        return false;
    }
    char line[64];
    if (repeat(terminal, event)) {
        return true;
    }
    say_screen(terminal);
    if (!read_answer(terminal, line, sizeof line)) {
        *event = (InputEvent){ .kind = INPUT_QUIT, .value = 1 }; /* the terminal has gone */
        return true;
    }
    StrView answer = strview_trim(strview_from_cstr(line));
    *event = (InputEvent){ .kind = INPUT_NONE };
    if (answer.len == 0) {
        event->kind = INPUT_CONFIRM;
    } else if (take_number(terminal, answer, event)) {
        return true;
    } else if (strview_equal(answer, SV("b"))) {
        event->kind = INPUT_BACK;
    } else if (strview_equal(answer, SV("u"))) {
        event->kind = INPUT_UNDO;
    } else if (strview_equal(answer, SV("h"))) {
        event->kind = INPUT_HISTORY;
    } else if (strview_equal(answer, SV("q"))) {
        event->kind = INPUT_QUIT;
    } else {
        strbuf_clear(&terminal->last_said); /* say the screen again */
        say_keys(terminal);
    }
    return true;
}

static uint64_t terminal_now_ms(Platform *platform)
{
    return of(platform)->clock_ms;
}

static bool terminal_date(Platform *platform, PlatformDate *date)
{
    (void)platform;
    return platform_date(date);
}

static void terminal_present(Platform *platform, const DrawList *list)
{
    (void)platform;
    (void)list;
}

static PlatformCanvas terminal_canvas(Platform *platform)
{
    (void)platform;
    return (PlatformCanvas){ CANVAS_W, CANVAS_H, 1, CANVAS_W, CANVAS_H };
}

static void terminal_set_fullscreen(Platform *platform, bool on)
{
    (void)platform;
    (void)on;
}

static Status terminal_screenshot(Platform *platform, const char *path)
{
    (void)platform;
    (void)path;
    return STATUS_UNSUPPORTED;
}

static void terminal_sound(Platform *platform, StrView name)
{
    (void)platform;
    (void)name;
}

static void terminal_set_volumes(Platform *platform, const PlatformVolumes *volumes)
{
    (void)platform;
    (void)volumes;
}

Status terminal_platform_open(const Allocator *alloc, FILE *in, FILE *out, const Catalogue *catalogue, Platform **platform)
{
    static const PlatformOps ops = {
        .wait_event = terminal_wait_event,
        .now_ms = terminal_now_ms,
        .date = terminal_date,
        .present = terminal_present,
        .announce = terminal_announce,
        .canvas = terminal_canvas,
        .set_fullscreen = terminal_set_fullscreen,
        .screenshot = terminal_screenshot,
        .play_sound = terminal_sound,
        .play_music = terminal_sound,
        .set_volumes = terminal_set_volumes,
    };
    TerminalPlatform *terminal = alloc_take(alloc, 1, sizeof *terminal);
    if (!terminal) {
        *platform = NULL;
        return STATUS_NOMEM;
    }
    terminal->base.ops = &ops;
    terminal->alloc = alloc;
    terminal->in = in;
    terminal->out = out;
    terminal->catalogue = catalogue;
    terminal->clock_ms = 1000;
    strbuf_init(&terminal->last_said, alloc);
    strbuf_init(&terminal->screen, alloc);
    *platform = &terminal->base;
    return STATUS_OK;
}

void terminal_platform_close(Platform *platform)
{
    TerminalPlatform *terminal = of(platform);
    if (terminal) {
        strbuf_release(&terminal->last_said);
        strbuf_release(&terminal->screen);
        alloc_free(terminal->alloc, terminal, sizeof *terminal);
    }
}
