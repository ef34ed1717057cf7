#include "support.h"

/* Answers to the items of a measure, on the present way. */
static const char story[] = "title: Start\n---\n"
                            "<<measure a knowledge>>\n"
                            "Sango: One? #line:a1\n"
                            "-> A. #mark:0 #line:a2\n"
                            "-> B. #mark:1 #line:a3\n"
                            "-> C. #mark:2 #line:a4\n"
                            "<<measure b telling>>\n"
                            "Sango: Two? #line:b1\n"
                            "-> A. #mark:2 #line:b2\n"
                            "-> B. #mark:3 #line:b3\n"
                            "-> C. #line:b4\n"
                            "Sango: In between. #line:p1\n"
                            "-> A. #mark:2 #line:p2\n"
                            "-> B. #mark:2 #line:p3\n"
                            "<<measure c knowledge>>\n"
                            "Sango: Three? #line:c1\n"
                            "-> A. #mark:0 #line:c2\n"
                            "-> B. #mark:1 #line:c3\n"
                            "<<measure d knowledge>>\n"
                            "Sango: Four? #line:d1\n"
                            "-> A. #mark:0 #line:d2\n"
                            "-> B. #mark:1 #line:d3\n"
                            "===\n";

static const LevelEntry entry = { .id = { "t", 1 }, .start = { "Start", 5 }, .bands = BAND_YOUNGER };

static void answer(LevelSession *session, size_t index)
{
    SessionEvent event;
    while (level_session_next(session, &event) && event.kind != SESSION_OPTIONS) {
    }
    EXPECT_EQ(level_session_choose(session, index), STATUS_OK);
}

static void expect_mark(const SessionMark *mark, MeasureFigure figure, unsigned item, unsigned points)
{
    EXPECT_EQ(mark->figure, figure);
    EXPECT_EQ(mark->item, item);
    EXPECT_EQ(mark->points, points);
}

static void check_marks(const YarnProgram *program)
{
    LevelSession *session = NULL, *other = NULL;
    SessionOptions options = { .alloc = alloc_heap(), .program = program, .level = &entry, .nickname = SV("Owl"), .band = BAND_YOUNGER, .seed = 1 };
    SessionMark marks[SESSION_MARKS_MAX];
    SessionEvent event;
    StrBuf journal;
    strbuf_init(&journal, alloc_heap());
    EXPECT_EQ(level_session_create(&options, &session), STATUS_OK);
    EXPECT_EQ(level_session_create(&options, &other), STATUS_OK);
    answer(session, 1);
    EXPECT_EQ(level_session_marks(session, marks, SESSION_MARKS_MAX), 1);
    expect_mark(&marks[0], MEASURE_KNOWLEDGE, 0, 1);
    EXPECT_EQ(level_session_rewind(session), STATUS_OK); /* another answer takes its place */
    answer(session, 2);
    answer(session, 1); /* 3 is no mark */
    answer(session, 0); /* a choice that is no item */
    answer(session, 1);
    answer(session, 0); /* a third item of knowledge is none */
    EXPECT_EQ(level_session_marks(session, marks, SESSION_MARKS_MAX), 2);
    expect_mark(&marks[0], MEASURE_KNOWLEDGE, 0, 2);
    expect_mark(&marks[1], MEASURE_KNOWLEDGE, 1, 1);
    level_session_write(session, &journal);
    EXPECT_EQ(level_session_restore(other, strbuf_view(&journal)), STATUS_OK);
    while (level_session_next(other, &event)) {
    }
    EXPECT_EQ(level_session_marks(other, marks, 1), 2);
    expect_mark(&marks[0], MEASURE_KNOWLEDGE, 0, 2);
    LevelScore score;
    level_session_score(session, false, &score); /* nothing of it is a score */
    EXPECT_EQ(score.maximum, 0);
    strbuf_release(&journal);
    level_session_destroy(session);
    level_session_destroy(other);
}

int main(void)
{
    StrBuf diags;
    strbuf_init(&diags, alloc_heap());
    YarnProgram *program = compile_text(story, &diags);
    EXPECT(program != NULL);
    if (program) {
        check_marks(program);
    }
    yarn_program_destroy(program);
    strbuf_release(&diags);
    return TEST_MAIN_END();
}
