#include "meter.h"
#include "support.h"

static const char story[] = "title: Start\n---\n"
                            "<<declare $clue = false>>\n"
                            "<<place bedroom evening>>\n"
                            "Kofi: Hello {nickname()}, [b]stop[/b] and think! #line:s1\n"
                            "<<decision d1 privacy 3 16 contact>>\n"
                            "Sango: What now? #line:s2\n"
                            "-> No address. #safe #icon:stop #line:s3\n"
                            "    Sango: Good. #reason #line:s4\n"
                            "    Sango: Because. #why #line:s5\n"
                            "-> Ask who. #okay #line:s6\n"
                            "    Sango: Clever. #reason #line:s7\n"
                            "-> Just the street. #risky #line:s8\n"
                            "    <<set $clue = true>>\n"
                            "    Sango: A clue. #reason #line:s9\n"
                            "    <<recovery d1>>\n"
                            "    -> Delete it. #okay #recover #line:s10\n"
                            "    -> Tell Mama. #safe #tell #line:s11\n"
                            "        <<tool block>>\n"
                            "    -> Nothing. #risky #line:s12\n"
                            "-> Hidden. <<if false>> #safe #line:s13\n"
                            "<<jump Second>>\n===\n"
                            "title: Second\n---\n"
                            "Star: Hi! #bubble #line:s20\n"
                            "Kofi: No. #bubble #mine #line:s21\n"
                            "<<decision d2 help 1 12 contact>>\n"
                            "-> Tell. #okay #tell #line:s22\n"
                            "-> Wait. #okay #line:s23\n"
                            "-> Hide. #risky #line:s24\n"
                            "<<if $clue>>\n<<deed helped>>\n<<endif>>\n"
                            "<<tool headband>>\n"
                            "Then what? #line:s25\n"
                            "-> Sleep. #line:s26\n"
                            "-> Play. #line:s27\n"
                            "It was good. #moment:kofi-happy #line:s28\n"
                            "More. #next #line:s29\n"
                            "Why? #ask #line:s30\n"
                            "Help me. #words #line:s31\n"
                            "===\n";

static const LevelEntry entry = { .id = { "t", 1 }, .start = { "Start", 5 }, .bands = BAND_YOUNGER };

static LevelSession *open_session(const Allocator *alloc, const YarnProgram *program, const Catalogue *catalogue)
{
    LevelSession *session = NULL;
    SessionOptions options = { .alloc = alloc,
                               .program = program,
                               .level = &entry,
                               .catalogue = catalogue,
                               .nickname = SV("Otter [b]7"),
                               .band = BAND_YOUNGER,
                               .seed = 5 };
    (void)level_session_create(&options, &session);
    return session;
}

/* Goes on to the next event of a kind; false when the story is over before. */
static bool go_to(LevelSession *session, SessionEventKind kind, SessionEvent *event)
{
    while (level_session_next(session, event)) {
        if (event->kind == kind) {
            return true;
        }
    }
    return false;
}

static bool go_to_line(LevelSession *session, const char *id, SessionEvent *event)
{
    while (go_to(session, SESSION_LINE, event)) {
        if (strview_equal(event->line.id, strview_from_cstr(id))) {
            return true;
        }
    }
    return false;
}

static void answer(LevelSession *session, size_t index)
{
    SessionEvent event;
    EXPECT(go_to(session, SESSION_OPTIONS, &event));
    EXPECT_EQ(level_session_choose(session, index), STATUS_OK);
}

static void check_events(const YarnProgram *program)
{
    LevelSession *session = open_session(alloc_heap(), program, NULL);
    SessionEvent event;
    EXPECT(level_session_next(session, &event));
    EXPECT_EQ(event.kind, SESSION_COMMAND);
    EXPECT_EQ(event.command.kind, COMMAND_PLACE);
    EXPECT(level_session_next(session, &event));
    EXPECT_EQ(event.kind, SESSION_LINE);
    EXPECT_TEXT(event.line.speaker, "Kofi");
    EXPECT_TEXT(event.line.text, "Hello Otter [b]7, stop and think!");
    EXPECT_EQ(event.line.attribute_count, 1);
    EXPECT_TEXT(event.line.attributes[0].name, "b");
    EXPECT_TEXT(strview_slice(event.line.text, event.line.attributes[0].start_bytes, event.line.attributes[0].length_bytes), "stop");
    EXPECT_EQ(event.line.attributes[0].start, 18);
    EXPECT(go_to(session, SESSION_OPTIONS, &event));
    EXPECT_EQ(event.options_role, OPTIONS_DECISION);
    EXPECT_TEXT(event.decision, "d1");
    EXPECT_EQ(event.option_count, 4);
    EXPECT_TEXT(event.options[0].line.text, "No address.");
    EXPECT_TEXT(event.options[0].icon, "stop");
    EXPECT_EQ(event.options[2].grade, GRADE_RISKY);
    EXPECT(!event.options[3].enabled);
    EXPECT(!level_session_next(session, &event)); /* waits */
    EXPECT_EQ(level_session_choose(session, 3), STATUS_INVALID);
    EXPECT_EQ(level_session_choose(session, 4), STATUS_INVALID);
    EXPECT_EQ(level_session_choose(session, 0), STATUS_OK);
    EXPECT_EQ(level_session_choose(session, 0), STATUS_INVALID);
    EXPECT(level_session_next(session, &event));
    EXPECT_EQ(event.role, LINE_REASON);
    EXPECT_EQ(event.grade, GRADE_SAFE);
    EXPECT_TEXT(event.line.text, "Good.");
    EXPECT_TEXT(event.why.text, "Because.");
    EXPECT_TEXT(event.answer, "No address.");
    EXPECT(level_session_next(session, &event));
    EXPECT_EQ(event.role, LINE_BUBBLE);
    EXPECT(!event.is_mine);
    EXPECT_EQ(event.answer.len, 0);
    EXPECT(level_session_next(session, &event));
    EXPECT(event.is_mine);
    answer(session, 1);
    EXPECT(go_to(session, SESSION_OPTIONS, &event));
    EXPECT_EQ(event.options_role, OPTIONS_PLAIN);
    EXPECT_EQ(event.decision.len, 0);
    EXPECT_EQ(level_session_choose(session, 1), STATUS_OK);
    EXPECT(go_to_line(session, "s28", &event));
    EXPECT_EQ(event.role, LINE_MOMENT);
    EXPECT_TEXT(event.moment_actor, "kofi");
    EXPECT_TEXT(event.moment_expression, "happy");
    static const LineRole last[] = { LINE_NEXT, LINE_ASK, LINE_WORDS };
    for (size_t i = 0; i < 3; i++) {
        EXPECT(level_session_next(session, &event));
        EXPECT_EQ(event.role, last[i]);
    }
    EXPECT_EQ(level_session_deeds(session), 0);
    EXPECT(level_session_next(session, &event));
    EXPECT_EQ(event.kind, SESSION_END);
    EXPECT_EQ(level_session_deeds(session), 1u << DEED_FINISHED);
    EXPECT(!level_session_next(session, &event));
    level_session_destroy(session);
}

static void check_points(const YarnProgram *program)
{
    static const struct {
        int first, recovery, second; /* recovery -1: none is asked */
        unsigned points, deeds;
    } rows[] = {
        { 0, -1, 0, 6, 1u << DEED_TOLD },
        { 1, -1, 1, 4, 0 },
        { 2, 0, 1, 3, 1u << DEED_CHANGED_MIND | 1u << DEED_HELPED },
        { 2, 1, 1, 4, 1u << DEED_CHANGED_MIND | 1u << DEED_TOLD | 1u << DEED_HELPED },
        { 2, 2, 2, 0, 1u << DEED_HELPED },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        LevelSession *session = open_session(alloc_heap(), program, NULL);
        LevelScore score;
        StrView tools[4];
        answer(session, (size_t)rows[i].first);
        if (rows[i].recovery >= 0) {
            answer(session, (size_t)rows[i].recovery);
        }
        answer(session, (size_t)rows[i].second);
        answer(session, 0);
        level_session_score(session, false, &score);
        EXPECT_EQ(score.points, rows[i].points);
        EXPECT_EQ(score.maximum, 6);
        EXPECT_EQ(level_session_deeds(session), rows[i].deeds);
        EXPECT_EQ(level_session_decision_count(session), 2);
        EXPECT_TEXT(level_session_decision(session, 0).id, "d1");
        EXPECT_EQ(level_session_decision(session, 1).topic, 1);
        EXPECT_EQ(level_session_decision(session, 1).crc, 12);
        EXPECT_TEXT(level_session_decision(session, 1).class_4c, "contact");
        EXPECT_EQ(level_session_decision(session, 1).score.power, POWER_HELP);
        size_t count = level_session_tools(session, tools, 4);
        EXPECT_EQ(count, rows[i].recovery == 1 ? 2 : 1);
        EXPECT_TEXT(tools[count - 1], "headband");
        level_session_destroy(session);
    }
}

/* Risky and nothing more, then back: told; then back to the first choice: safe. */
static void check_tries(const YarnProgram *program)
{
    LevelSession *session = open_session(alloc_heap(), program, NULL);
    SessionEvent event;
    EXPECT_EQ(level_session_rewind(session), STATUS_NOT_FOUND);
    EXPECT(!level_session_can_rewind(session));
    answer(session, 2);
    answer(session, 2);
    ScoreDecision score = level_session_decision(session, 0).score;
    EXPECT_EQ(score.tries, 1);
    EXPECT_EQ(score_try_points(&score.first), 0);
    EXPECT_EQ(level_session_rewind(session), STATUS_OK);
    EXPECT(level_session_next(session, &event));
    EXPECT(event.replayed);
    EXPECT(go_to(session, SESSION_OPTIONS, &event));
    EXPECT(!event.replayed);
    EXPECT_EQ(event.options_role, OPTIONS_RECOVERY);
    EXPECT(event.options[2].was_taken && !event.options[1].was_taken);
    EXPECT_EQ(level_session_choose(session, 1), STATUS_OK);
    score = level_session_decision(session, 0).score;
    EXPECT_EQ(score.tries, 2);
    EXPECT_EQ(score_try_points(&score.first), 0);
    EXPECT_EQ(score_try_points(&score.last), 2);
    EXPECT_EQ(level_session_rewind(session), STATUS_OK);
    EXPECT_EQ(level_session_rewind(session), STATUS_OK); /* twice without looking */
    EXPECT(!level_session_can_rewind(session));
    answer(session, 0);
    score = level_session_decision(session, 0).score;
    EXPECT_EQ(score.tries, 3);
    EXPECT_EQ(score_try_points(&score.first), 0);
    EXPECT(!score.first.told && !score.first.recovered);
    EXPECT_EQ(score_try_points(&score.last), 3);
    EXPECT(level_session_deeds(session) & 1u << DEED_ANOTHER_WAY);
    EXPECT(level_session_deeds(session) & 1u << DEED_CHANGED_MIND);
    answer(session, 0);
    LevelScore first, last;
    level_session_score(session, true, &first);
    level_session_score(session, false, &last);
    EXPECT_EQ(first.points, 3);
    EXPECT_EQ(last.points, 6);
    level_session_destroy(session);
}

/* The same answer again is no other way and no better mind. */
static void check_same_again(const YarnProgram *program)
{
    LevelSession *session = open_session(alloc_heap(), program, NULL);
    answer(session, 1);
    EXPECT_EQ(level_session_rewind(session), STATUS_OK);
    answer(session, 1);
    EXPECT_EQ(level_session_deeds(session), 0);
    EXPECT_EQ(level_session_decision(session, 0).score.tries, 2);
    level_session_destroy(session);
}

static void write_journal(const LevelSession *session, StrBuf *out)
{
    strbuf_clear(out);
    level_session_write(session, out);
}

static void check_damaged_journals(const YarnProgram *program)
{
    LevelSession *session = open_session(alloc_heap(), program, NULL);
    StrBuf journal;
    strbuf_init(&journal, alloc_heap());
    answer(session, 2);
    EXPECT_EQ(level_session_rewind(session), STATUS_OK);
    answer(session, 1);
    write_journal(session, &journal);
    EXPECT(!has_text(strbuf_view(&journal), "Otter")); /* nothing about the child */
    for (size_t i = 0; i < journal.len; i++) {
        char kept = journal.data[i];
        journal.data[i] = (char)(kept ^ 1);
        EXPECT_EQ(level_session_restore(session, strbuf_view(&journal)), STATUS_INVALID);
        journal.data[i] = kept;
        EXPECT_EQ(level_session_restore(session, strview_slice(strbuf_view(&journal), 0, i)), STATUS_INVALID);
    }
    EXPECT_EQ(level_session_decision(session, 0).score.tries, 2); /* as it was */
    EXPECT_EQ(level_session_restore(session, strbuf_view(&journal)), STATUS_OK);
    EXPECT_EQ(level_session_decision(session, 0).score.tries, 2);
    level_session_destroy(session);
    strbuf_release(&journal);
}

/* The story was edited after the save: answers are found by their lines' ids. */
static void check_changed_program(const YarnProgram *program)
{
    static const char edited[] = "title: Start\n---\n<<place bedroom evening>>\nA new line. #line:s0\n"
                                 "<<decision d1 privacy 3 16 contact>>\n"
                                 "-> New. #okay #line:s14\n"
                                 "-> Ask who. #okay #line:s6\n"
                                 "-> No address. #safe #line:s3\n"
                                 "<<decision d2 help 1 12 contact>>\n"
                                 "-> Other. #okay #line:s40\n-> Hide. #risky #line:s24\n"
                                 "The end. #line:s41\n===\n";
    StrBuf journal, diags;
    strbuf_init(&journal, alloc_heap());
    strbuf_init(&diags, alloc_heap());
    YarnProgram *other = compile_text(edited, &diags);
    LevelSession *session = open_session(alloc_heap(), program, NULL);
    answer(session, 1);
    answer(session, 0);
    answer(session, 0);
    write_journal(session, &journal);
    LevelSession *again = open_session(alloc_heap(), other, NULL);
    EXPECT_EQ(level_session_restore(again, strbuf_view(&journal)), STATUS_OK);
    SessionEvent event;
    EXPECT(level_session_next(again, &event));
    EXPECT(event.replayed);
    EXPECT(go_to(again, SESSION_OPTIONS, &event)); /* "Ask who." was taken; "Tell." is gone */
    EXPECT_TEXT(event.decision, "d2");
    EXPECT_EQ(level_session_decision(again, 0).score.first.first, GRADE_OKAY);
    level_session_destroy(session);
    level_session_destroy(again);
    yarn_program_destroy(other);
    strbuf_release(&journal);
    strbuf_release(&diags);
}

static void check_faults(void)
{
    static const struct {
        const char *script, *message;
    } rows[] = {
        { "title: Start\n---\n<<sond chime>>\n===\n", "test.yarn:3:1: there is no command 'sond'" },
        { "title: Start\n---\n<<sound {nickname()}>>\n===\n", "test.yarn:3:1: " },
        { "title: Start\n---\n<<jump {\"No\" + \"where\"}>>\n===\n", "no node is called 'Nowhere'" },
    };
    StrBuf diags;
    strbuf_init(&diags, alloc_heap());
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        YarnProgram *program = compile_text(rows[i].script, &diags);
        LevelSession *session = open_session(alloc_heap(), program, NULL);
        SessionEvent event;
        EXPECT(level_session_next(session, &event));
        EXPECT_EQ(event.kind, SESSION_FAULT);
        EXPECT(has_text(event.message, rows[i].message));
        EXPECT(!level_session_next(session, &event));
        EXPECT_EQ(level_session_deeds(session), 0);
        level_session_destroy(session);
        yarn_program_destroy(program);
    }
    strbuf_release(&diags);
}

/* Every allocation fails once: a fault or a status, no leak, no crash. */
static void check_out_of_memory(const YarnProgram *program)
{
    bool was_whole = false;
    for (size_t at = 1; !was_whole && !test_failures; at++) {
        Meter meter = { .fail_at = at };
        Allocator alloc = { meter_resize, &meter };
        StrBuf journal;
        strbuf_init(&journal, &alloc);
        LevelSession *session = open_session(&alloc, program, NULL);
        SessionEvent event = { .kind = SESSION_END };
        for (int round = 0; session && round < 3; round++) {
            while (level_session_next(session, &event) || event.kind == SESSION_OPTIONS) {
                if (event.kind == SESSION_OPTIONS && level_session_choose(session, round == 0 ? 2 : 0) != STATUS_OK &&
                    level_session_choose(session, 0) != STATUS_OK) {
                    break;
                }
                event.kind = SESSION_LINE;
            }
            strbuf_clear(&journal);
            level_session_write(session, &journal);
            if (round == 0 && level_session_rewind(session) != STATUS_OK) {
                break;
            }
            if (round == 1 && !journal.failed && level_session_restore(session, strbuf_view(&journal)) == STATUS_NOMEM) {
                break;
            }
        }
        was_whole = meter.calls < at;
        level_session_destroy(session);
        strbuf_release(&journal);
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
        check_tries(program);
        check_same_again(program);
        check_damaged_journals(program);
        check_changed_program(program);
        check_faults();
        check_out_of_memory(program);
    }
    yarn_program_destroy(program);
    strbuf_release(&diags);
    return TEST_MAIN_END();
}
