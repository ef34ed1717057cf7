/* Activities in a session: what is given and what is kept, the outcome, the score, going back and saves. */
#include "meter.h"
#include "support.h"

static const char story[] = "title: Start\n---\n"
                            "Kofi: Hello! #line:s1\n"
                            "<<activity a1 sort privacy 3 16 contract>>\n"
                            "Sango: Look at the cards. #line:s2\n"
                            "Sango: Who may see what, {nickname()}? #line:s3\n"
                            "Show everyone #basket:share #icon:star #line:b1\n"
                            "Keep it private #basket:private #line:b2\n"
                            "My [b]dinosaur[/b] #card:share #line:c1\n"
                            "My street #card:private #line:c2\n"
                            "A street leads to a door. #hint #line:h2\n"
                            "A joke #card:share #line:c3\n"
                            "My class #card:private #or:share #line:c4\n"
                            "-> Risky. #risky #recover #line:o1\n"
                            "    Sango: A clue. #reason #line:r1\n"
                            "-> Safe. #safe #line:o2\n"
                            "    Sango: Good. #reason #line:r2\n"
                            "-> Okay. #okay #line:o3\n"
                            "    Sango: Nearly. #reason #line:r3\n"
                            "<<activity a2 spot truth 13 17 contract>>\n"
                            "Sango: What is odd? #line:s4\n"
                            "<<phone mail>>\n"
                            "Prize Team: You have won! #bubble #clue #line:m1\n"
                            "Did you play? #hint #line:m2\n"
                            "Prize Team: Hurry up! #bubble #clue #line:m3\n"
                            "Prize Team: Hello. #bubble #fine #line:m4\n"
                            "Delete #bubble #button #line:m5\n"
                            "-> Safe. #safe #line:o4\n"
                            "-> Okay. #okay #line:o5\n"
                            "-> Risky. #risky #recover #line:o6\n"
                            "<<phone off>>\n"
                            "Good night. #line:s5\n"
                            "===\n";

static const LevelEntry entry = { .id = { "t", 1 }, .start = { "Start", 5 }, .bands = BAND_YOUNGER };

static LevelSession *open_session(const Allocator *alloc, const YarnProgram *program, uint64_t seed)
{
    LevelSession *session = NULL;
    SessionOptions options = { .alloc = alloc,
                               .program = program,
                               .level = &entry,
                               .nickname = SV("Otter"),
                               .band = BAND_YOUNGER,
                               .seed = seed };
    (void)level_session_create(&options, &session);
    return session;
}

/* The ids of lines and the kinds of the rest up to the next options: "s1 [phone]". */
static SessionEvent run(LevelSession *session, StrBuf *given)
{
    SessionEvent event = { 0 };
    strbuf_clear(given);
    while (level_session_next(session, &event)) {
        if (event.kind == SESSION_LINE) {
            strbuf_printf(given, "%.*s%s ", SV_ARG(event.line.id), event.role == LINE_BUBBLE ? "*" : "");
        } else if (event.kind == SESSION_COMMAND) {
            strbuf_printf(given, "[%s] ", command_spec(event.command.kind)->name);
        }
    }
    return event;
}

static void choose(LevelSession *session, Grade grade)
{
    size_t index = level_session_outcome(session, grade);
    EXPECT(index != SIZE_MAX);
    EXPECT_EQ(level_session_choose(session, index), STATUS_OK);
}

static void check_events(const YarnProgram *program)
{
    LevelSession *session = open_session(alloc_heap(), program, 5);
    StrBuf given;
    strbuf_init(&given, alloc_heap());
    SessionEvent event = run(session, &given);
    EXPECT_TEXT(strbuf_view(&given), "s1 [activity] s2 s3 "); /* items and hints are kept */
    EXPECT_EQ(event.options_role, OPTIONS_ACTIVITY);
    EXPECT_TEXT(event.decision, "a1");
    EXPECT_EQ(event.option_count, 3);
    const ActivityData *data = event.activity;
    EXPECT(data && data->kind == ACTIVITY_SORT && data->item_count == 6);
    EXPECT_TEXT(data->id, "a1");
    EXPECT_TEXT(data->question, "Who may see what, Otter?");
    EXPECT_TEXT(data->question_id, "s3");
    EXPECT_TEXT(data->items[0].icon, "star");
    EXPECT_TEXT(data->items[2].text, "My dinosaur");
    EXPECT_TEXT(data->items[3].hint, "A street leads to a door.");
    EXPECT_TEXT(data->items[3].hint_id, "h2");
    EXPECT_TEXT(data->items[5].id, "c4");
    EXPECT_EQ(level_session_outcome(session, GRADE_SAFE), 1);
    EXPECT_EQ(level_session_outcome(session, GRADE_OKAY), 2);
    EXPECT_EQ(level_session_outcome(session, GRADE_RISKY), 0);
    choose(session, GRADE_SAFE);
    EXPECT_EQ(level_session_outcome(session, GRADE_SAFE), SIZE_MAX);
    event = run(session, &given);
    EXPECT_TEXT(strbuf_view(&given), "r2 [activity] s4 [phone] m1* m3* m4* m5* "); /* what the phone shows is given */
    data = event.activity;
    EXPECT(data && data->kind == ACTIVITY_SPOT && data->item_count == 3);
    EXPECT_TEXT(data->items[0].id, "m1");
    EXPECT_TEXT(data->items[0].hint, "Did you play?");
    EXPECT_TEXT(data->question, "What is odd?");
    level_session_destroy(session);
    strbuf_release(&given);
}

/* By grade of the first Done: 3, 2, 1 of 3. */
static void check_points(const YarnProgram *program)
{
    static const unsigned points[] = { [GRADE_SAFE] = 3, [GRADE_OKAY] = 2, [GRADE_RISKY] = 1 };
    StrBuf given;
    strbuf_init(&given, alloc_heap());
    for (size_t i = 0; i < 9; i++) {
        Grade first = (Grade)(i / 3), second = (Grade)(i % 3);
        LevelSession *session = open_session(alloc_heap(), program, 5);
        LevelScore score;
        (void)run(session, &given);
        choose(session, first);
        (void)run(session, &given);
        choose(session, second);
        EXPECT_EQ(run(session, &given).kind, SESSION_END);
        level_session_score(session, false, &score);
        EXPECT_EQ(score.points, points[first] + points[second]);
        EXPECT_EQ(score.maximum, 6);
        EXPECT_EQ(score.power_points[POWER_TRUTH], points[second]);
        SessionDecision decision = level_session_decision(session, 0);
        EXPECT_TEXT(decision.id, "a1");
        EXPECT_TEXT(decision.class_4c, "contract");
        EXPECT(decision.topic == 3 && decision.crc == 16 && decision.score.power == POWER_PRIVACY);
        level_session_destroy(session);
    }
    strbuf_release(&given);
}

/* Taken back, it is asked again as it was; the first try is kept. */
static void check_rewind(const YarnProgram *program)
{
    LevelSession *session = open_session(alloc_heap(), program, 5);
    ActivityState before, after;
    StrBuf given;
    strbuf_init(&given, alloc_heap());
    SessionEvent event = run(session, &given);
    activity_begin(event.activity, &before);
    choose(session, GRADE_RISKY);
    EXPECT_EQ(run(session, &given).options_role, OPTIONS_ACTIVITY);
    EXPECT_EQ(level_session_rewind(session), STATUS_OK);
    event = run(session, &given);
    EXPECT_TEXT(strbuf_view(&given), "s1 [activity] s2 s3 ");
    EXPECT_TEXT(event.decision, "a1");
    activity_begin(event.activity, &after);
    EXPECT(memcmp(&before, &after, sizeof before) == 0);
    choose(session, GRADE_SAFE);
    ScoreDecision score = level_session_decision(session, 0).score;
    EXPECT_EQ(score.tries, 2);
    EXPECT_EQ(score_try_points(&score.first), 1);
    EXPECT_EQ(score_try_points(&score.last), 3);
    level_session_destroy(session);
    strbuf_release(&given);
}

/* At each of both activities, before and after its answer; the activity itself goes on where it was. */
static void check_saves(const YarnProgram *program)
{
    StrBuf journal, kept, given;
    strbuf_init(&journal, alloc_heap());
    strbuf_init(&kept, alloc_heap());
    strbuf_init(&given, alloc_heap());
    for (unsigned answers = 0; answers < 2; answers++) {
        LevelSession *session = open_session(alloc_heap(), program, 77);
        ActivityState state, again;
        SessionEvent event = run(session, &given);
        if (answers) {
            choose(session, GRADE_OKAY);
            event = run(session, &given);
        }
        activity_begin(event.activity, &state);
        EXPECT(activity_move(event.activity, &state, answers ? 0 : 2, answers ? 1 : 0));
        (void)activity_done(event.activity, &state);
        strbuf_clear(&journal);
        strbuf_clear(&kept);
        level_session_write(session, &journal);
        activity_write(event.activity, &state, &kept);
        level_session_destroy(session);

        session = open_session(alloc_heap(), program, 1);
        EXPECT_EQ(level_session_restore(session, strbuf_view(&journal)), STATUS_OK);
        event = run(session, &given);
        EXPECT_EQ(event.kind, SESSION_OPTIONS);
        EXPECT_EQ(event.options_role, OPTIONS_ACTIVITY);
        EXPECT(strview_equal(event.decision, answers ? SV("a2") : SV("a1")));
        EXPECT_EQ(activity_restore(event.activity, strbuf_view(&kept), &again), STATUS_OK);
        EXPECT(memcmp(&state, &again, sizeof state) == 0);
        choose(session, activity_grade(&again));
        EXPECT_EQ(level_session_decision(session, answers).score.last.first, answers ? GRADE_OKAY : GRADE_RISKY);
        EXPECT_EQ(level_session_decision(session, answers).score.tries, 1);
        level_session_destroy(session);
    }
    strbuf_release(&journal);
    strbuf_release(&kept);
    strbuf_release(&given);
}

/* --- what an author may do wrong ---------------------------------------------------------------------- */

#define HEAD  "title: Start\n---\n<<activity a order help 1 12 conduct>>\n"
#define STEPS "One #step\nTwo #step\nThree #step\n"
#define ENDS  "-> Safe. #safe\n-> Okay. #okay\n-> Risky. #risky #recover\n"

static void check_faults(void)
{
    static const struct {
        const char *script, *message; /* NULL: it can be played */
    } rows[] = {
        { HEAD STEPS ENDS "===\n", NULL },
        { HEAD "One #step\nOne #step\nThree #step\n" ENDS "===\n", NULL }, /* the linter's business: a child can do it */
        { HEAD "One #step\nTwo #step\n" ENDS "===\n", "test.yarn:6:4: 'order' needs 3 to 6 lines" },
        { HEAD STEPS "Four #card:a\n" ENDS "===\n", "test.yarn:7:1: '#card:' belongs to 'sort'" },
        { HEAD ENDS "===\n", "'order' needs 3 to 6 lines with '#step'; this one has 0" },
        { HEAD STEPS "-> Safe. #safe\n-> Okay. #okay\n===\n", "three outcomes" },
        { HEAD STEPS "-> Safe. #safe\n-> Okay. #okay\n-> Good. #safe\n===\n", "three outcomes" },
        { HEAD STEPS "-> Safe. #safe\n-> Okay. #okay\n-> Risky. <<if false>> #risky\n===\n", "three outcomes" },
        { "title: Start\n---\n<<activity a sorting help 1 12 conduct>>\n===\n", "'sorting' is not a kind of activity" },
        { HEAD STEPS "<<jump Round>>\n===\ntitle: Round\n---\nMore #step\n<<jump Round>>\n===\n", "items without end" },
        { HEAD STEPS STEPS STEPS STEPS STEPS STEPS STEPS ENDS "===\n", "this one has 21" },
        { HEAD "Think. #hint\n" STEPS ENDS "===\n", NULL },
    };
    StrBuf diags, given;
    strbuf_init(&diags, alloc_heap());
    strbuf_init(&given, alloc_heap());
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        YarnProgram *program = compile_text(rows[i].script, &diags);
        LevelSession *session = open_session(alloc_heap(), program, 5);
        SessionEvent event = run(session, &given);
        EXPECT_EQ(event.kind, rows[i].message ? SESSION_FAULT : SESSION_OPTIONS);
        if (rows[i].message && !has_text(event.message, rows[i].message)) {
            fprintf(stderr, "row %zu: %.*s\n", i, SV_ARG(event.message));
            test_failures++;
        }
        level_session_destroy(session);
        yarn_program_destroy(program);
    }
    strbuf_release(&diags);
    strbuf_release(&given);
}

/* A hint elsewhere is a line as ever, and items outside of an activity are lines. */
static void check_outside(void)
{
    StrBuf diags, given;
    strbuf_init(&diags, alloc_heap());
    strbuf_init(&given, alloc_heap());
    YarnProgram *program = compile_text("title: Start\n---\nThink. #hint #line:x1\nOne #step #line:x2\n===\n", &diags);
    LevelSession *session = open_session(alloc_heap(), program, 5);
    (void)run(session, &given);
    EXPECT_TEXT(strbuf_view(&given), "x1 x2 ");
    level_session_destroy(session);
    yarn_program_destroy(program);
    strbuf_release(&diags);
    strbuf_release(&given);
}

static void check_out_of_memory(const YarnProgram *program)
{
    bool was_whole = false;
    for (size_t at = 1; !was_whole && !test_failures; at++) {
        Meter meter = { .fail_at = at };
        Allocator alloc = { meter_resize, &meter };
        LevelSession *session = open_session(&alloc, program, 5);
        SessionEvent event = { 0 };
        unsigned played = 0;
        while (session && played < 3 && (level_session_next(session, &event) || event.kind == SESSION_OPTIONS)) {
            if (event.kind == SESSION_OPTIONS) {
                EXPECT(event.activity->item_count == 6 || event.activity->item_count == 3);
                played = level_session_choose(session, level_session_outcome(session, GRADE_SAFE)) == STATUS_OK ? played + 1 : 3;
                event.kind = SESSION_LINE;
            }
        }
        was_whole = meter.calls < at;
        EXPECT(!was_whole || event.kind == SESSION_END);
        level_session_destroy(session);
        EXPECT_EQ(meter.bytes, 0);
    }
}

int main(void)
{
    StrBuf diags;
    strbuf_init(&diags, alloc_heap());
    YarnProgram *program = compile_text(story, &diags);
    EXPECT(program != NULL);
    if (program) {
        check_events(program);
        check_points(program);
        check_rewind(program);
        check_saves(program);
        check_faults();
        check_outside();
        check_out_of_memory(program);
    }
    yarn_program_destroy(program);
    strbuf_release(&diags);
    return TEST_MAIN_END();
}
