/* A person made of text: every command, every mistake in one, and the clock. */
#include "log_lines.h"
#include "sango/platform/script.h"
#include "test.h"

enum { EVENTS_MAX = 40 };

/* What the platform under the script was asked for. */
typedef struct Inner {
    Platform base;
    char shot[64];
    unsigned shots;
    bool is_broken;
} Inner;

static Status inner_screenshot(Platform *platform, const char *path)
{
    Inner *inner = (Inner *)platform;
    (void)snprintf(inner->shot, sizeof inner->shot, "%s", path);
    inner->shots++;
    return inner->is_broken ? STATUS_IO : STATUS_OK;
}

typedef struct Run {
    Platform *platform;
    InputEvent events[EVENTS_MAX];
    unsigned count, failures;
    uint64_t began_ms, ended_ms;
} Run;

static LogLines lines;

static StrView unfit; /* what does not fit on it */

/* The screen of these tests: a button, one that is off, two answers and a text. */
static void announce(Platform *platform)
{
    Arena arena;
    SpeakList list;
    arena_init(&arena, alloc_heap(), 1024);
    speak_list_begin(&list, &arena, SV("Test screen"));
    speak_list_add(&list, &(SpeakItem){ .role = SPEAK_TEXT, .label = SV("Hello there") });
    speak_list_add(&list, &(SpeakItem){ .id = 7, .role = SPEAK_BUTTON, .label = SV("Off"), .flags = SPEAK_DISABLED });
    speak_list_add(&list, &(SpeakItem){ .id = 3, .role = SPEAK_BUTTON, .label = SV("Play now"), .description = SV("it is fun") });
    speak_list_add(&list, &(SpeakItem){ .id = 4, .role = SPEAK_OPTION, .label = SV("Yes"), .flags = SPEAK_DISABLED });
    speak_list_add(&list, &(SpeakItem){ .id = 5, .role = SPEAK_OPTION, .label = SV("No") });
    speak_list_add(&list, &(SpeakItem){ .id = 6, .role = SPEAK_OPTION, .label = SV("Ask"), .value = SV("a grown-up") });
    speak_list_add_unfit(&list, unfit);
    platform->ops->announce(platform, &list);
    arena_release(&arena);
}

/* Runs to the end. */
static Run run_on(Inner *inner, const char *text, uint64_t seed)
{
    Run run = { 0 };
    ScriptOptions options = { .inner = inner ? &inner->base : NULL, .text = strview_from_cstr(text), .name = "t.txt", .shots = "out",
                              .seed = seed };
    EXPECT_EQ(script_platform_open(alloc_heap(), &options, &run.platform), STATUS_OK);
    const PlatformOps *ops = run.platform->ops;
    run.began_ms = ops->now_ms(run.platform);
    announce(run.platform);
    EXPECT(ops->has_picture(run.platform, SV("place/moon/day"))); /* whoever draws nothing misses nothing */
    bool is_over = false;
    while (!is_over && run.count < EVENTS_MAX) {
        InputEvent *event = &run.events[run.count];
        if (ops->wait_event(run.platform, -1, event) && event->kind != INPUT_NONE) {
            run.count++;
            is_over = event->kind == INPUT_QUIT && event->value == 1; /* the system's; a window is closed with 0 */
        }
    }
    EXPECT(is_over);
    run.count--; /* the quit at the end */
    run.ended_ms = ops->now_ms(run.platform);
    run.failures = script_platform_failures(run.platform);
    script_platform_close(run.platform);
    return run;
}

static Run run(const char *text)
{
    return run_on(NULL, text, 0);
}

static void every_action_is_an_event(void)
{
    static const struct {
        const char *word;
        InputKind kind;
    } words[] = {
        { "press confirm", INPUT_CONFIRM }, { "press back", INPUT_BACK },   { "press next", INPUT_NEXT },
        { "press prev", INPUT_PREV },       { "press up", INPUT_UP },       { "press down", INPUT_DOWN },
        { "press left", INPUT_LEFT },       { "press right", INPUT_RIGHT }, { "press menu", INPUT_MENU },
        { "press undo", INPUT_UNDO },       { "press history", INPUT_HISTORY }, { "press repeat", INPUT_REPEAT },
        { "press skip", INPUT_SKIP },       { "press notes", INPUT_NOTES }, { "press forward", INPUT_FORWARD },
        { "press backward", INPUT_BACKWARD }, { "press close", INPUT_QUIT }, { "press fullscreen", INPUT_FULLSCREEN },
    };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        Run got = run(words[i].word);
        EXPECT_EQ(got.count, 1);
        EXPECT_EQ(got.events[0].kind, words[i].kind);
        EXPECT_EQ(got.failures, 0);
    }
    Run digit = run("digit 4\n");
    EXPECT_EQ(digit.count, 1);
    EXPECT_EQ(digit.events[0].kind, INPUT_DIGIT);
    EXPECT_EQ(digit.events[0].value, 4);
    EXPECT_EQ(lines.count, 0);
}

static void a_click_is_a_press_and_a_release(void)
{
    Run got = run("# a comment\n\n  click 960 540  \r\n");
    EXPECT_EQ(got.count, 2);
    EXPECT_EQ(got.events[0].kind, INPUT_POINT_DOWN);
    EXPECT_EQ(got.events[1].kind, INPUT_POINT_UP);
    EXPECT(got.events[0].x == 960 && got.events[0].y == 540 && got.events[1].x == 960 && got.events[1].y == 540);
    EXPECT_EQ(got.failures, 0);
}

/* Whose widgets have places, and one of which has the focus. */
static void announce_places(Platform *platform, uint32_t focused, bool has_lead)
{
    Arena arena;
    SpeakList list;
    arena_init(&arena, alloc_heap(), 1024);
    speak_list_begin(&list, &arena, SV("Places"));
    speak_list_add(&list, &(SpeakItem){ .id = 1, .role = SPEAK_OPTION, .label = SV("Cake"), .flags = focused == 1 ? SPEAK_FOCUSED : 0u, .rect = { 100, 100, 200, 100 } });
    speak_list_add(&list, &(SpeakItem){ .id = 2, .role = SPEAK_OPTION, .label = SV("Basket"), .flags = (focused == 2 ? SPEAK_FOCUSED : 0u) | (has_lead ? SPEAK_LEADS : 0u), .rect = { 500, 300, 100, 100 } });
    platform->ops->announce(platform, &list);
    arena_release(&arena);
}

static Platform *open_places(const char *text, uint64_t seed)
{
    ScriptOptions options = { .text = strview_from_cstr(text), .name = "t.txt", .seed = seed };
    Platform *platform = NULL;
    EXPECT_EQ(script_platform_open(alloc_heap(), &options, &platform), STATUS_OK);
    announce_places(platform, 1, true);
    return platform;
}

static void a_hand_presses_and_drags_by_name(void)
{
    Platform *platform = open_places("tap Cake\ndrag Cake > Basket\ndrag Cake\ntap Bread\n", 0);
    InputEvent events[16];
    size_t count = 0;
    do {
        EXPECT(platform->ops->wait_event(platform, -1, &events[count]));
    } while (events[count++].kind != INPUT_QUIT && count < 16);
    EXPECT_EQ(count, 2 + 10 + 1);
    EXPECT_EQ(events[0].kind, INPUT_POINT_DOWN);
    EXPECT_EQ(events[1].kind, INPUT_POINT_UP);
    EXPECT(events[1].x == 200 && events[1].y == 150); /* the middle of the cake */
    EXPECT_EQ(events[2].kind, INPUT_POINT_DOWN);
    EXPECT_EQ(events[3].kind, INPUT_POINT_MOVE);
    EXPECT(events[3].x > 200 && events[3].x < events[4].x && events[10].x == 550);
    EXPECT_EQ(events[11].kind, INPUT_POINT_UP);
    EXPECT(events[11].x == 550 && events[11].y == 350);
    EXPECT_EQ(script_platform_failures(platform), 2); /* half a drag, no bread */
    script_platform_close(platform);
    EXPECT_EQ(lines.count, 2);
    lines.count = 0;
}

static void one_switch_goes_on_until_it_is_there(void)
{
    Platform *platform = open_places("switch Basket\nswitch Bread\n", 0);
    InputEvent event = { 0 };
    EXPECT(platform->ops->wait_event(platform, -1, &event));
    EXPECT_EQ(event.kind, INPUT_NEXT);
    announce_places(platform, 2, true);
    EXPECT(platform->ops->wait_event(platform, -1, &event));
    EXPECT_EQ(event.kind, INPUT_CONFIRM);
    unsigned presses = 0;
    while (platform->ops->wait_event(platform, -1, &event) && event.kind == INPUT_NEXT) {
        presses++;
    }
    EXPECT(presses > 90 && presses < 200);
    EXPECT(one_line_has(&lines, "t.txt:2: the focus never came to 'Bread'"));
    script_platform_close(platform);
}

/* Whoever plays by itself takes what leads on: always, or with a seed most of the time. */
static void auto_takes_what_leads_on(void)
{
    unsigned led = 0;
    for (uint64_t seed = 0; seed < 2; seed++) {
        Platform *platform = open_places("auto 40\n", seed * 7);
        InputEvent event;
        led = 0;
        for (unsigned i = 0; i < 40; i++) {
            (void)platform->ops->wait_event(platform, -1, &event);
            announce_places(platform, 1, true);
            led += event.kind == INPUT_ACTIVATE && event.value == 2;
        }
        EXPECT(seed == 0 ? led > 15 : led > 8);
        script_platform_close(platform);
    }
    lines.count = 0;
}

static void widgets_are_chosen_by_their_label(void)
{
    Run got = run("choose Play\nchoose Ask\n");
    EXPECT_EQ(got.count, 2);
    EXPECT_EQ(got.events[0].kind, INPUT_ACTIVATE);
    EXPECT_EQ(got.events[0].value, 3);
    EXPECT_EQ(got.events[1].value, 6);
    EXPECT_EQ(run("choose Quit").failures, 1);
    EXPECT(one_line_has(&lines, "t.txt:1: the screen has no widget 'Quit'"));
    EXPECT_EQ(run("choose Hello").count, 0); /* a text, not a widget */
    EXPECT(one_line_has(&lines, "no widget 'Hello'"));
    EXPECT_EQ(run("choose Off").count, 0); /* a person could not either */
    EXPECT(one_line_has(&lines, "no widget 'Off'"));
}

static void the_screen_is_read(void)
{
    EXPECT_EQ(run("expect Hello\nexpect Test scr\nexpect Off\ncontains there\ncontains grown-up\ncontains is fun\nlacks Bye\n").failures, 0);
    EXPECT_EQ(lines.count, 0);
    EXPECT_EQ(run("\n\nexpect there").failures, 1);
    EXPECT(one_line_has(&lines, "t.txt:3: the screen does not say 'there'"));
    EXPECT_EQ(run("contains Bye").failures, 1);
    EXPECT(one_line_has(&lines, "t.txt:1: the screen does not contain 'Bye'"));
    EXPECT_EQ(run("lacks grown").failures, 1);
    EXPECT(one_line_has(&lines, "t.txt:1: the screen does contain 'grown'"));
}

static void mistakes_name_their_line(void)
{
    static const struct {
        const char *text;
        const char *said;
    } mistakes[] = {
        { "wait 1\ndance\n", "t.txt:2: no such command: 'dance'" },
        { "press jump", "t.txt:1: no such action: 'jump'" },
        { "wait soon", "t.txt:1: not a number: 'soon'" },
        { "wait -5", "t.txt:1: not a number: '-5'" },
        { "wait 99999999999", "t.txt:1: not a number: '99999999999'" },
        { "digit", "t.txt:1: a word is missing behind 'digit'" },
        { "expect ", "t.txt:1: a word is missing behind 'expect'" },
        { "choose", "t.txt:1: a word is missing behind 'choose'" },
        { "press", "t.txt:1: a word is missing behind 'press'" },
        { "until Never many", "t.txt:1: not a number: 'many'" },
    };
    for (size_t i = 0; i < sizeof mistakes / sizeof mistakes[0]; i++) {
        EXPECT_EQ(run(mistakes[i].text).failures, 1);
        EXPECT(one_line_has(&lines, mistakes[i].said));
    }
    EXPECT_EQ(run("dance\ndance\nwait x").failures, 3);
    lines.count = 0;
}

static void time_is_only_counted(void)
{
    Run got = run("wait 500\npress confirm\nwait 250\n");
    EXPECT_EQ(got.ended_ms - got.began_ms, 750);
    ScriptOptions options = { .text = SV("wait 100\npress back\n"), .name = "t.txt" };
    Platform *platform;
    InputEvent event;
    EXPECT_EQ(script_platform_open(alloc_heap(), &options, &platform), STATUS_OK);
    const PlatformOps *ops = platform->ops;
    uint64_t began = ops->now_ms(platform);
    EXPECT(!ops->wait_event(platform, 0, &event)); /* polling takes no time */
    EXPECT_EQ(ops->now_ms(platform) - began, 0);
    EXPECT(!ops->wait_event(platform, 30, &event));
    EXPECT_EQ(ops->now_ms(platform) - began, 30);
    EXPECT(!ops->wait_event(platform, 1000, &event)); /* 70 are left, then somebody presses */
    EXPECT_EQ(ops->now_ms(platform) - began, 100);
    EXPECT(ops->wait_event(platform, 1000, &event));
    EXPECT_EQ(event.kind, INPUT_BACK);
    EXPECT_EQ(ops->now_ms(platform) - began, 100);
    script_platform_close(platform);
}

static void until_and_auto_end(void)
{
    EXPECT_EQ(run("until Hello 5").count, 0); /* it is there already */
    Run never = run("until Never 5\npress back\n");
    EXPECT_EQ(never.failures, 1);
    EXPECT_EQ(never.count, 6);
    EXPECT_EQ(never.events[4].kind, INPUT_CONFIRM);
    EXPECT_EQ(never.events[5].kind, INPUT_BACK); /* the script goes on */
    EXPECT(one_line_has(&lines, "t.txt:1: this never came: 'Never'"));
    Run first = run("auto 3");
    EXPECT_EQ(first.events[0].kind, INPUT_ACTIVATE);
    EXPECT_EQ(first.events[0].value, 5); /* the first answer that is not off */
    EXPECT(one_line_has(&lines, "this never came: 'To take with you'"));
    unsigned asked = 0;
    Run some = run_on(NULL, "auto 30", 9);
    Run same = run_on(NULL, "auto 30", 9);
    Run other = run_on(NULL, "auto 30", 10);
    unsigned differ = 0;
    for (unsigned i = 0; i < 30; i++) {
        differ += some.events[i].value != other.events[i].value;
        asked += some.events[i].value == 6;
        EXPECT_EQ(some.events[i].value, same.events[i].value);
    }
    EXPECT(asked > 3 && asked < 27);
    EXPECT(differ > 3);
    lines.count = 0;
}

static void texts_that_do_not_fit_are_told_when_asked(void)
{
    unfit = SV("So long");
    EXPECT_EQ(run("press next").failures, 0);
    EXPECT_EQ(run("press next\nfits all").failures, 1);
    EXPECT(one_line_has(&lines, "t.txt:2: this text does not fit: 'So long'"));
    ScriptOptions options = { .text = SV("fits all\npress next\npress next\npress next"), .name = "t.txt" };
    Platform *platform = NULL;
    EXPECT_EQ(script_platform_open(alloc_heap(), &options, &platform), STATUS_OK);
    for (unsigned i = 0; i < 3; i++) { /* one that fits, and two pictures of one that does not */
        InputEvent event;
        unfit = i == 0 ? SV("") : SV("So long");
        announce(platform);
        (void)platform->ops->wait_event(platform, -1, &event);
        EXPECT_EQ(script_platform_failures(platform), i == 0 ? 0 : 1);
    }
    script_platform_close(platform);
    unfit = SV("");
    lines.count = 0;
}

static void pictures_are_taken_below(void)
{
    static const PlatformOps ops = { .screenshot = inner_screenshot };
    Inner inner = { .base = { &ops } };
    EXPECT_EQ(run_on(&inner, "shot title", 0).failures, 0);
    EXPECT(strcmp(inner.shot, "out/title.png") == 0);
    inner.is_broken = true;
    EXPECT_EQ(run_on(&inner, "shot title", 0).failures, 1);
    EXPECT(one_line_has(&lines, "t.txt:1: the picture cannot be written: 'out/title.png'"));
    EXPECT_EQ(inner.shots, 2);
    EXPECT_EQ(run("shot title").failures, 0); /* nothing draws here */
}

/* `film` plays as `auto` does, and takes each screen when it has come to rest. */
static void a_film_is_a_picture_of_every_screen(void)
{
    static const PlatformOps ops = { .screenshot = inner_screenshot };
    Inner inner = { .base = { &ops } };
    Run run = run_on(&inner, "film story 3", 0);
    EXPECT_EQ(run.failures, 1); /* the end never came */
    EXPECT_EQ(run.count, 3);
    EXPECT_EQ(run.events[0].value, 5);
    EXPECT_EQ(inner.shots, 3);
    EXPECT(strcmp(inner.shot, "out/story-003.png") == 0);
    EXPECT(run.ended_ms - run.began_ms >= 3000);
    EXPECT_EQ(run_on(&inner, "film again 1\nauto 1", 0).failures, 2);
    EXPECT(strcmp(inner.shot, "out/again-001.png") == 0);
    EXPECT_EQ(inner.shots, 4);
    lines.count = 0;
}

static PlatformDate date_of(Platform *platform)
{
    PlatformDate date = { 0 };
    EXPECT(platform->ops->date(platform, &date));
    return date;
}

/* Runs a script up to its next event. */
static void run_on_to_event(Platform *platform)
{
    InputEvent event;
    while (!platform->ops->wait_event(platform, -1, &event) || event.kind == INPUT_NONE) {
    }
}

static void the_calendar_runs_and_jumps(void)
{
    ScriptOptions options = { .text = SV("wait 120000\npress back\ndate 2026-12-31 23:59\nwait 60000\npress back\ndate 2019-01-01 00:00\n"
                                         "press back\ndate 2028-02-28 23:30\nwait 1800000\npress back\ndate none\npress back\n"
                                         "date tomorrow\ndate 2026-13-01 10:00\ndate 2026-12-01 10:60\ndate 2026-12-01 10:00 h\n"),
                              .name = "t.txt" };
    Platform *platform = NULL;
    PlatformDate date;
    EXPECT_EQ(script_platform_open(alloc_heap(), &options, &platform), STATUS_OK);
    date = date_of(platform);
    EXPECT(date.year == 2026 && date.month == 11 && date.day == 26 && date.hour == 9 && date.minute == 0 && date.weekday == 4);
    run_on_to_event(platform);
    EXPECT_EQ(date_of(platform).minute, 2);
    run_on_to_event(platform);
    date = date_of(platform);
    EXPECT(date.year == 2027 && date.month == 1 && date.day == 1 && date.hour == 0 && date.minute == 0 && date.weekday == 5);
    run_on_to_event(platform);
    EXPECT(!platform->ops->date(platform, &date)); /* plainly wrong */
    run_on_to_event(platform);
    date = date_of(platform);
    EXPECT(date.month == 2 && date.day == 29 && date.hour == 0 && date.weekday == 2);
    run_on_to_event(platform);
    EXPECT(!platform->ops->date(platform, &date));
    EXPECT_EQ(script_platform_failures(platform), 0);
    run_on_to_event(platform);
    EXPECT_EQ(script_platform_failures(platform), 4);
    EXPECT(platform_date(&date) && date.year >= 2020 && date.month >= 1 && date.month <= 12 && date.hour < 24 && date.weekday < 7);
    script_platform_close(platform);
    EXPECT_EQ(lines.count, 4);
    lines.count = 0;
}

static void gamepads_and_fingers_are_told_apart(void)
{
    Run got = run("pads 2\npad 2 confirm\npad 1 left\ntouch 10 20\ntouch 30 40\nclick 1 2\n");
    EXPECT_EQ(got.failures, 0);
    EXPECT_EQ(got.count, 9);
    EXPECT(got.events[0].kind == INPUT_DEVICES && got.events[0].value == 2);
    EXPECT(got.events[1].kind == INPUT_CONFIRM && got.events[1].device == 2);
    EXPECT(got.events[2].kind == INPUT_LEFT && got.events[2].device == 1);
    EXPECT(got.events[3].kind == INPUT_POINT_DOWN && got.events[3].device == INPUT_FINGER && got.events[4].device == INPUT_FINGER);
    EXPECT(got.events[5].x == 30 && got.events[5].device == INPUT_FINGER + 1);
    EXPECT_EQ(got.events[7].device, 0);
    EXPECT_EQ(run("pad 9 confirm\npad 1 jump\npad one confirm").failures, 4); /* the last is no number, and no pad */
    lines.count = 0;
}

/* What the platform below was given for its second display. */
static unsigned second_lists, second_ends;

static void inner_present_second(Platform *platform, const DrawList *list)
{
    (void)platform;
    second_lists += list != NULL;
    second_ends += list == NULL;
}

static PlatformCanvas inner_canvas(Platform *platform)
{
    (void)platform;
    return (PlatformCanvas){ 1920, 1080, 0.5f, 960, 540 };
}

static void present_second(Platform *platform, const char *word)
{
    Arena arena;
    DrawList list;
    arena_init(&arena, alloc_heap(), 1024);
    draw_list_begin(&list, &arena, 1920, 1080);
    draw_glyphs(&list, &(DrawGlyphs){ .text = SV("Before you "), .size = 40 }, 0x000000FFu);
    draw_fill(&list, (Rect){ 0, 0, 10, 10 }, 0, 0xFFFFFFFFu);
    draw_glyphs(&list, &(DrawGlyphs){ .text = strview_from_cstr(word), .size = 40 }, 0x000000FFu);
    platform->ops->present_second(platform, &list);
    arena_release(&arena);
}

static void a_second_display_is_plugged_in_and_out(void)
{
    static const PlatformOps ops = { .canvas = inner_canvas, .present_second = inner_present_second, .screenshot_second = inner_screenshot };
    Inner inner = { .base = { &ops } };
    ScriptOptions options = { .inner = &inner.base,
                              .text = SV("second on\nexpect2 you begin\nshot2 notes\nexpect2 Goodbye\nsecond off\nexpect2 Before\nsecond maybe\n"),
                              .name = "t.txt",
                              .shots = "out" };
    Platform *platform = NULL;
    PlatformCanvas canvas;
    InputEvent event;
    second_lists = second_ends = 0;
    EXPECT_EQ(script_platform_open(alloc_heap(), &options, &platform), STATUS_OK);
    EXPECT(!platform->ops->has_second(platform, &canvas));
    present_second(platform, "begin"); /* nothing to draw on */
    EXPECT_EQ(second_lists, 0);
    EXPECT(platform->ops->wait_event(platform, -1, &event) && event.kind == INPUT_DISPLAYS);
    EXPECT(platform->ops->has_second(platform, &canvas) && canvas.width_px == 960);
    present_second(platform, "begin");
    EXPECT_EQ(second_lists, 1);
    EXPECT(platform->ops->wait_event(platform, -1, &event) && event.kind == INPUT_DISPLAYS);
    EXPECT(strcmp(inner.shot, "out/notes.png") == 0);
    EXPECT(one_line_has(&lines, "t.txt:4: the second display does not say 'Goodbye'"));
    EXPECT(!platform->ops->has_second(platform, &canvas));
    EXPECT_EQ(second_ends, 1);
    EXPECT(platform->ops->wait_event(platform, -1, &event) && event.kind == INPUT_QUIT);
    EXPECT_EQ(script_platform_failures(platform), 3);
    script_platform_close(platform);
    lines.count = 0;
}

/* --- visitors ---------------------------------------------------------------------------- */

typedef struct Crowd {
    unsigned kinds[INPUT_FOCUS_GAINED + 1];
    unsigned events, longest_still_ms, pads_unplugged, fingers;
    uint64_t sum; /* of what they did, in order */
    unsigned failures;
    char reported[2048];
} Crowd;

static void add_event(Crowd *crowd, const InputEvent *event)
{
    crowd->kinds[event->kind]++;
    crowd->pads_unplugged += event->kind == INPUT_DEVICES && event->value == 0;
    crowd->fingers += event->kind == INPUT_POINT_DOWN && event->device >= INPUT_FINGER;
    crowd->sum = crowd->sum * 31 + (uint64_t)event->kind * 7 + (uint64_t)event->value + (uint64_t)event->x;
    crowd->events++;
}

/* All of a script's visitors on the test screen; the game waits for its next picture, `frame_ms` later. */
static Crowd watch_crowd(const char *text, int frame_ms)
{
    Crowd crowd = { 0 };
    Platform *platform;
    FILE *report = tmpfile();
    ScriptOptions options = { .text = strview_from_cstr(text), .name = "t.txt", .report = report };
    EXPECT(report && script_platform_open(alloc_heap(), &options, &platform) == STATUS_OK);
    uint64_t still_since = platform->ops->now_ms(platform);
    announce(platform);
    for (;;) {
        InputEvent event = { 0 };
        bool has_event = platform->ops->wait_event(platform, frame_ms, &event);
        uint64_t now_ms = platform->ops->now_ms(platform);
        if (!has_event || event.kind == INPUT_NONE) {
            continue;
        }
        if (event.kind == INPUT_QUIT && event.value) {
            break;
        }
        unsigned still_ms = (unsigned)(now_ms - still_since);
        crowd.longest_still_ms = still_ms > crowd.longest_still_ms ? still_ms : crowd.longest_still_ms;
        still_since = now_ms;
        add_event(&crowd, &event);
    }
    crowd.failures = script_platform_failures(platform);
    script_platform_close(platform);
    rewind(report);
    crowd.reported[fread(crowd.reported, 1, sizeof crowd.reported - 1, report)] = '\0';
    (void)fclose(report);
    return crowd;
}

/* They do all that visitors do, leave the game alone for longer than a kiosk waits, and every tenth is told. */
static void visitors_come_and_go(void)
{
    Crowd crowd = watch_crowd("visitors 120 7", 40);
    EXPECT_EQ(crowd.failures, 0);
    EXPECT(crowd.events > 120 * 10);
    EXPECT(crowd.kinds[INPUT_CONFIRM] && crowd.kinds[INPUT_NEXT] && crowd.kinds[INPUT_ACTIVATE] && crowd.kinds[INPUT_BACK]);
    EXPECT(crowd.kinds[INPUT_QUIT] && crowd.kinds[INPUT_DIGIT] && crowd.kinds[INPUT_MENU]);
    EXPECT(crowd.fingers && crowd.pads_unplugged);
    EXPECT(crowd.kinds[INPUT_POINT_DOWN] > crowd.kinds[INPUT_POINT_UP]); /* some hands stay */
    EXPECT(crowd.longest_still_ms >= 90000);
    StrView reported = strview_from_cstr(crowd.reported);
    EXPECT(strview_starts_with(reported, SV("visitors 10 screen Test screen heap ")));
    EXPECT(strview_contains(reported, SV("\nvisitors 100 screen ")) && strview_contains(reported, SV("\nvisitors 120 screen ")));
    EXPECT(!strview_contains(reported, SV("visitors 1 ")));
}

static void visitors_follow_from_their_seed(void)
{
    Crowd crowd = watch_crowd("visitors 20 1", 40);
    EXPECT_EQ(watch_crowd("visitors 20 1", 40).sum, crowd.sum);
    EXPECT(watch_crowd("visitors 20 2", 40).sum != crowd.sum);
    EXPECT_EQ(watch_crowd("visitors 20 1", -1).sum, crowd.sum); /* whether or not the game waits for a picture */
    EXPECT_EQ(watch_crowd("visitors 20 1\npress history\n", 40).kinds[INPUT_HISTORY], crowd.kinds[INPUT_HISTORY] + 1); /* then the script goes on */
}

static void visitors_need_two_numbers(void)
{
    EXPECT_EQ(watch_crowd("visitors 20\nvisitors many 1", 40).failures, 2);
    EXPECT_EQ(watch_crowd("visitors 0 1", 40).events, 0);
}

int main(void)
{
    log_set_sink(keep_line, &lines);
    every_action_is_an_event();
    a_click_is_a_press_and_a_release();
    a_hand_presses_and_drags_by_name();
    one_switch_goes_on_until_it_is_there();
    auto_takes_what_leads_on();
    widgets_are_chosen_by_their_label();
    the_screen_is_read();
    mistakes_name_their_line();
    time_is_only_counted();
    until_and_auto_end();
    texts_that_do_not_fit_are_told_when_asked();
    pictures_are_taken_below();
    a_film_is_a_picture_of_every_screen();
    the_calendar_runs_and_jumps();
    gamepads_and_fingers_are_told_apart();
    a_second_display_is_plugged_in_and_out();
    visitors_come_and_go();
    visitors_follow_from_their_seed();
    visitors_need_two_numbers();
    return TEST_MAIN_END();
}
