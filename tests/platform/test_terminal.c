/* A person at a terminal: what is said, and what each answer means. */
#define _POSIX_C_SOURCE 200809L
#include "sango/platform/script.h"
#include "test.h"

#include <stdlib.h>
#include <string.h>

typedef struct Terminal {
    Platform *platform;
    Catalogue catalogue;
    FILE *in, *out;
    char *said;
    size_t said_len;
} Terminal;

static void begin(Terminal *terminal, const char *answers)
{
    *terminal = (Terminal){ 0 };
    catalogue_init(&terminal->catalogue, alloc_heap(), SV("en"));
    terminal->in = tmpfile();
    terminal->out = open_memstream(&terminal->said, &terminal->said_len);
    EXPECT(terminal->in && terminal->out);
    (void)fputs(answers, terminal->in);
    rewind(terminal->in);
    EXPECT_EQ(terminal_platform_open(alloc_heap(), terminal->in, terminal->out, &terminal->catalogue, &terminal->platform), STATUS_OK);
}

static void end(Terminal *terminal)
{
    terminal_platform_close(terminal->platform);
    (void)fclose(terminal->in);
    (void)fclose(terminal->out);
    free(terminal->said);
    catalogue_release(&terminal->catalogue);
}

static void announce(Platform *platform, StrView line)
{
    Arena arena;
    SpeakList list;
    arena_init(&arena, alloc_heap(), 1024);
    speak_list_begin(&list, &arena, SV("play"));
    speak_list_add(&list, &(SpeakItem){ .role = SPEAK_TEXT, .label = line });
    speak_list_add(&list, &(SpeakItem){ .id = 30, .role = SPEAK_BUTTON, .label = SV("Next"), .flags = SPEAK_FOCUSED });
    speak_list_add(&list, &(SpeakItem){ .id = 31, .role = SPEAK_BUTTON, .label = SV("Undo"), .flags = SPEAK_DISABLED });
    speak_list_add(&list, &(SpeakItem){ .id = 32, .role = SPEAK_SLIDER, .label = SV("Music"), .value = SV("60 %") });
    speak_list_add(&list, &(SpeakItem){ .id = 33, .role = SPEAK_BUTTON, .label = SV("20 minutes"), .description = SV("a whole story"), .flags = SPEAK_CHECKED });
    speak_list_add(&list, &(SpeakItem){ .role = SPEAK_METER, .label = SV("Stars"), .value = SV("2 of 5") });
    platform->ops->announce(platform, &list);
    arena_release(&arena);
}

static InputEvent answer(Terminal *terminal)
{
    InputEvent event = { 0 };
    EXPECT(terminal->platform->ops->wait_event(terminal->platform, -1, &event));
    (void)fflush(terminal->out);
    return event;
}

static unsigned times_said(const Terminal *terminal, const char *text)
{
    unsigned count = 0;
    for (const char *at = terminal->said; at && (at = strstr(at, text)) != NULL; at++) {
        count++;
    }
    return count;
}

static void a_screen_is_read_in_lines(void)
{
    Terminal terminal;
    begin(&terminal, "\n\n");
    announce(terminal.platform, SV("Hello!"));
    EXPECT_EQ(answer(&terminal).kind, INPUT_CONFIRM);
    EXPECT(strcmp(terminal.said, "\nHello!\nStars: 2 of 5\n  1. Next  <- Enter\n  3. Music (60 %)\n  4. 20 minutes (chosen) (a whole story)\n> ") == 0);
    announce(terminal.platform, SV("Hello!"));
    (void)answer(&terminal);
    EXPECT_EQ(times_said(&terminal, "Hello!"), 1); /* what is not new is not said again */
    end(&terminal);
}

static void answers_are_events(void)
{
    Terminal terminal;
    begin(&terminal, "1\n 3 \nb\nu\nh\n2\n0\nwhat?\nq\n");
    announce(terminal.platform, SV("Hello!"));
    InputEvent first = answer(&terminal);
    EXPECT_EQ(first.kind, INPUT_ACTIVATE);
    EXPECT_EQ(first.value, 30);
    EXPECT_EQ(answer(&terminal).value, 32); /* the disabled one keeps its number */
    EXPECT_EQ(answer(&terminal).kind, INPUT_BACK);
    EXPECT_EQ(answer(&terminal).kind, INPUT_UNDO);
    EXPECT_EQ(answer(&terminal).kind, INPUT_HISTORY);
    EXPECT_EQ(times_said(&terminal, "Hello!"), 1);
    for (unsigned i = 1; i <= 3; i++) { /* not now, no such number, no such word: the keys, and the screen again */
        EXPECT_EQ(answer(&terminal).kind, INPUT_NONE);
        EXPECT_EQ(times_said(&terminal, "Type a number"), i);
    }
    InputEvent asked = answer(&terminal);
    EXPECT(asked.kind == INPUT_QUIT && asked.value == 0);
    EXPECT_EQ(times_said(&terminal, "Hello!"), 4);
    InputEvent ended = answer(&terminal); /* the input has ended: nobody can be asked anything */
    EXPECT(ended.kind == INPUT_QUIT && ended.value == 1);
    end(&terminal);
}

static void hands_are_counted_in_one_answer(void)
{
    Terminal terminal;
    InputEvent event;
    begin(&terminal, "3x12\n3x0\n3x\nx3\n3x2\n");
    announce(terminal.platform, SV("Hello!"));
    for (unsigned i = 1; i <= 12; i++) {
        event = answer(&terminal);
        EXPECT(event.kind == INPUT_ACTIVATE && event.value == 32);
        EXPECT_EQ(times_said(&terminal, "> "), 1); /* and the screen is said when they are over */
        announce(terminal.platform, SV("Hello!"));
    }
    for (unsigned i = 1; i <= 3; i++) {
        EXPECT_EQ(answer(&terminal).kind, INPUT_NONE);
        EXPECT_EQ(times_said(&terminal, "Type a number"), i);
    }
    EXPECT_EQ(answer(&terminal).value, 32);
    SpeakList empty = { 0 };
    terminal.platform->ops->announce(terminal.platform, &empty); /* it has gone: nothing is taken */
    EXPECT_EQ(answer(&terminal).kind, INPUT_QUIT);
    end(&terminal);
}

static void a_very_long_answer_is_one(void)
{
    char text[600];
    Terminal terminal;
    memset(text, 'x', sizeof text);
    text[500] = '\n';
    text[501] = '1';
    text[502] = '\n';
    text[503] = '\0';
    begin(&terminal, text);
    announce(terminal.platform, SV("Hello!"));
    EXPECT_EQ(answer(&terminal).kind, INPUT_NONE);
    EXPECT_EQ(answer(&terminal).value, 30);
    end(&terminal);
}

static void nothing_is_waited_for(void)
{
    Terminal terminal;
    InputEvent event;
    begin(&terminal, "");
    const PlatformOps *ops = terminal.platform->ops;
    uint64_t began = ops->now_ms(terminal.platform);
    EXPECT(!ops->wait_event(terminal.platform, 5000, &event));
    EXPECT_EQ(ops->now_ms(terminal.platform) - began, 5000);
    PlatformDate date = { 0 };
    EXPECT(ops->date(terminal.platform, &date) && date.year >= 2020);
    EXPECT(!ops->has_second && !ops->alive && !ops->set_kiosk);
    EXPECT_EQ(ops->screenshot(terminal.platform, "no.png"), STATUS_UNSUPPORTED);
    end(&terminal);
}

int main(void)
{
    a_screen_is_read_in_lines();
    answers_are_events();
    hands_are_counted_in_one_answer();
    a_very_long_answer_is_one();
    nothing_is_waited_for();
    return TEST_MAIN_END();
}
