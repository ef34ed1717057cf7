#include "support.h"

/* What a child promises: kept of the present way only, and made again by a journal. */
static const char story[] = "title: Start\n---\n"
                            "Sango: For you. #line:p1\n"
                            "-> I tell. #promise #line:p2\n"
                            "-> I stop. #promise #line:p3\n"
                            "-> Not today. #line:p4\n"
                            "Sango: For others. #line:p5\n"
                            "-> I help. #promise #line:p6\n"
                            "-> I am kind. #promise #line:p7\n"
                            "Sango: Thank you. #line:p8\n"
                            "===\n";

static const char many[] = "title: Start\n---\n"
                           "<<declare $n = 0>>\n"
                           "<<jump Again>>\n===\n"
                           "title: Again\n---\n"
                           "<<set $n = $n + 1>>\n"
                           "-> Again. #promise #line:m1\n"
                           "-> And again. #promise #line:m2\n"
                           "<<if $n < 9>>\n<<jump Again>>\n<<endif>>\n===\n";

static const LevelEntry entry = { .id = { "t", 1 }, .start = { "Start", 5 }, .bands = BAND_YOUNGER };

static LevelSession *open_session(const YarnProgram *program)
{
    LevelSession *session = NULL;
    SessionOptions options = { .alloc = alloc_heap(), .program = program, .level = &entry, .nickname = SV("Owl"), .band = BAND_YOUNGER, .seed = 1 };
    EXPECT_EQ(level_session_create(&options, &session), STATUS_OK);
    return session;
}

static void answer(LevelSession *session, size_t index)
{
    SessionEvent event;
    while (level_session_next(session, &event) && event.kind != SESSION_OPTIONS) {
    }
    EXPECT_EQ(level_session_choose(session, index), STATUS_OK);
}

static void check_way(const YarnProgram *program)
{
    LevelSession *session = open_session(program);
    StrView ids[SESSION_PROMISES_MAX] = { { 0 } };
    EXPECT_EQ(level_session_promises(session, ids, SESSION_PROMISES_MAX), 0);
    answer(session, 1);
    answer(session, 0);
    EXPECT_EQ(level_session_promises(session, ids, SESSION_PROMISES_MAX), 2);
    EXPECT_TEXT(ids[0], "p3");
    EXPECT_TEXT(ids[1], "p6");
    EXPECT_EQ(level_session_rewind(session), STATUS_OK); /* the second one is chosen anew */
    answer(session, 1);
    EXPECT_EQ(level_session_promises(session, ids, SESSION_PROMISES_MAX), 2);
    EXPECT_TEXT(ids[0], "p3");
    EXPECT_TEXT(ids[1], "p7");
    ids[1] = SV("");
    EXPECT_EQ(level_session_promises(session, ids, 1), 2); /* no more than there is room for */
    EXPECT_TEXT(ids[1], "");
    level_session_destroy(session);
}

static void check_plain_choice(const YarnProgram *program)
{
    LevelSession *session = open_session(program);
    StrView ids[SESSION_PROMISES_MAX] = { { 0 } };
    answer(session, 2);
    answer(session, 0);
    EXPECT_EQ(level_session_promises(session, ids, SESSION_PROMISES_MAX), 1);
    EXPECT_TEXT(ids[0], "p6");
    level_session_destroy(session);
}

static void check_restore(const YarnProgram *program)
{
    LevelSession *session = open_session(program), *other = open_session(program);
    StrView ids[SESSION_PROMISES_MAX] = { { 0 } };
    SessionEvent event;
    StrBuf journal;
    strbuf_init(&journal, alloc_heap());
    answer(session, 0);
    answer(session, 1);
    level_session_write(session, &journal);
    EXPECT_EQ(level_session_restore(other, strbuf_view(&journal)), STATUS_OK);
    while (level_session_next(other, &event)) {
    }
    EXPECT_EQ(level_session_promises(other, ids, SESSION_PROMISES_MAX), 2);
    EXPECT_TEXT(ids[0], "p2");
    EXPECT_TEXT(ids[1], "p7");
    strbuf_release(&journal);
    level_session_destroy(session);
    level_session_destroy(other);
}

static void check_many(void)
{
    StrBuf diags;
    strbuf_init(&diags, alloc_heap());
    YarnProgram *program = compile_text(many, &diags);
    LevelSession *session = program ? open_session(program) : NULL;
    for (int i = 0; session && i < 9; i++) {
        answer(session, (size_t)(i % 2));
    }
    StrView ids[SESSION_PROMISES_MAX] = { { 0 } };
    EXPECT(session && level_session_promises(session, ids, SESSION_PROMISES_MAX) == SESSION_PROMISES_MAX);
    EXPECT_TEXT(ids[SESSION_PROMISES_MAX - 1], "m2");
    level_session_destroy(session);
    yarn_program_destroy(program);
    strbuf_release(&diags);
}

int main(void)
{
    StrBuf diags;
    strbuf_init(&diags, alloc_heap());
    YarnProgram *program = compile_text(story, &diags);
    EXPECT(program != NULL);
    if (program) {
        check_way(program);
        check_plain_choice(program);
        check_restore(program);
        check_many();
    }
    yarn_program_destroy(program);
    strbuf_release(&diags);
    return TEST_MAIN_END();
}
