/* Limits of a script at N and N + 1, and what cannot be shown. */
#include "sango/base/arena.h"
#include "support.h"

static LevelSession *open_session(const YarnProgram *program)
{
    static LevelEntry level = { .id = { "t", 1 }, .start = { "Start", 5 } };
    SessionOptions options = { .alloc = alloc_heap(), .program = program, .level = &level, .band = BAND_YOUNGER };
    LevelSession *session = NULL;
    EXPECT_EQ(level_session_create(&options, &session), STATUS_OK);
    return session;
}

/* Runs until the script waits for a choice, faults or ends. */
static SessionEvent run(LevelSession *session)
{
    SessionEvent event = { 0 };
    while (level_session_next(session, &event) && (event.kind == SESSION_LINE || event.kind == SESSION_COMMAND)) {
    }
    return event;
}

/* The script faults with `message`, or with NULL comes to a choice or its end. */
static void check_script(const char *text, const char *message)
{
    StrBuf diags;
    strbuf_init(&diags, alloc_heap());
    YarnProgram *program = compile_text(text, &diags);
    EXPECT(program != NULL);
    LevelSession *session = program ? open_session(program) : NULL;
    if (session) {
        SessionEvent event = run(session);
        EXPECT_EQ(event.kind == SESSION_FAULT, message != NULL);
        EXPECT(!message || has_text(event.message, message));
        EXPECT(!message || !level_session_next(session, &event));
    }
    level_session_destroy(session);
    yarn_program_destroy(program);
    strbuf_release(&diags);
}

static void check_options(void)
{
    check_script("title: Start\n---\n-> a\n-> b\n-> c\n-> d\n-> e\n-> f\n===\n", NULL);
    check_script("title: Start\n---\n-> a\n-> b\n-> c\n-> d\n-> e\n-> f\n-> g\n===\n",
                 "test.yarn:9:4: more than 6 choices in one group");
    check_script("title: Start\n---\n-> a\n-> {\"\"}\n===\n", "test.yarn:4:4: this choice has no words");
    check_script("title: Start\n---\n-> [b] [/b]\n-> b\n===\n", "test.yarn:3:4: this choice has no words");
}

static void check_commands(void)
{
    for (unsigned extra = 0; extra < 2; extra++) {
        StrBuf text;
        strbuf_init(&text, alloc_heap());
        strbuf_append(&text, SV("title: Start\n---\nHello.\n"));
        for (unsigned i = 0; i < 1000 + extra; i++) {
            strbuf_append(&text, SV("<<confetti>>\n"));
        }
        strbuf_append(&text, SV("Bye.\n===\n"));
        check_script(text.data, extra ? "test.yarn:1004:1: 1000 commands without a line or a choice" : NULL);
        strbuf_release(&text);
    }
    check_script("title: Start\n---\nHello.\n<<confetti>>\n<<jump Again>>\n===\ntitle: Again\n---\n<<confetti>>\n<<jump Again>>\n===\n",
                 "test.yarn:9:1: 1000 commands");
    check_script("title: Start\n---\nKofi: Hi #bubble #along\n<<jump Start>>\n===\n", "test.yarn:3:1: 1000 commands");
    check_script("title: Start\n---\nIt went well. #moment:kofi-happy\n<<jump Start>>\n===\n", "test.yarn:3:1: 1000 commands");
}

/* A save from before the author made the story go round and round. */
static void check_changed_story(void)
{
    StrBuf diags;
    StrBuf journal;
    strbuf_init(&diags, alloc_heap());
    strbuf_init(&journal, alloc_heap());
    YarnProgram *before = compile_text("title: Start\n---\n-> a\n    Well.\n-> b\n===\n", &diags);
    YarnProgram *after = compile_text("title: Start\n---\nRound.\n<<jump Start>>\n===\n", &diags);
    LevelSession *session = open_session(before);
    (void)run(session);
    EXPECT_EQ(level_session_choose(session, 0), STATUS_OK);
    level_session_write(session, &journal);
    level_session_destroy(session);
    session = open_session(after);
    SessionEvent event;
    EXPECT_EQ(level_session_restore(session, strbuf_view(&journal)), STATUS_OK);
    EXPECT(level_session_next(session, &event));
    EXPECT(event.kind == SESSION_LINE && !event.replayed); /* from the beginning */
    level_session_destroy(session);
    yarn_program_destroy(before);
    yarn_program_destroy(after);
    strbuf_release(&diags);
    strbuf_release(&journal);
}

int main(void)
{
    check_options();
    check_commands();
    check_changed_story();
    return TEST_MAIN_END();
}
