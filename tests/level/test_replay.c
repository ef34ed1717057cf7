/* Shipped levels saved, restored and taken back at every place of seeded ways through them:
 * what follows must be what followed before. */
#include "play.h"
#include "sango/base/rng.h"

enum { EVENTS_MAX = 1200, RUNS = 3 };

/* One way that was played to its end. */
typedef struct Run {
    StrBuf text;                  /* all that was given */
    size_t starts[EVENTS_MAX];    /* of each event, in `text` */
    bool is_options[EVENTS_MAX];
    size_t answers[EVENTS_MAX];   /* the answer to event i, where it asked */
    size_t event_count;
    StrBuf score, journal;        /* at the end */
} Run;

static size_t pick(Rng *rng, const SessionEvent *event)
{
    size_t index = rng_below(rng, (uint32_t)event->option_count);
    while (!event->options[index].enabled) {
        index = (index + 1) % event->option_count;
    }
    return index;
}

static void run_init(Run *run)
{
    run->event_count = 0;
    strbuf_init(&run->text, alloc_heap());
    strbuf_init(&run->score, alloc_heap());
    strbuf_init(&run->journal, alloc_heap());
}

static void run_release(Run *run)
{
    strbuf_release(&run->text);
    strbuf_release(&run->score);
    strbuf_release(&run->journal);
}

static void expect_same(StrView got, StrView want, const PlayLevel *level, const char *what, size_t event)
{
    size_t at = 0;
    if (strview_equal(got, want)) {
        return;
    }
    while (at < got.len && at < want.len && got.data[at] == want.data[at]) {
        at++;
    }
    test_failures++;
    fprintf(stderr, "%.*s: %s at event %zu: got\n%.*s\nexpected\n%.*s\n", SV_ARG(level->entry->id), what, event,
            SV_ARG(strview_slice(got, at, 300)), SV_ARG(strview_slice(want, at, 300)));
}

/* No answer but one of those that are offered, and nothing has changed after the others. */
static void check_refusals(LevelSession *session, const SessionEvent *event, StrBuf *scratch)
{
    size_t wrong[3] = { event->option_count, event->option_count + 1, SIZE_MAX };
    SessionEvent none;
    strbuf_clear(scratch);
    level_session_write(session, scratch);
    size_t len = scratch->len;
    for (size_t i = 0; i < 3; i++) {
        EXPECT_EQ(level_session_choose(session, wrong[i]), STATUS_INVALID);
    }
    for (size_t i = 0; i < event->option_count; i++) {
        if (!event->options[i].enabled) {
            EXPECT_EQ(level_session_choose(session, i), STATUS_INVALID);
        }
    }
    EXPECT(!level_session_next(session, &none));
    level_session_write(session, scratch);
    EXPECT(strview_equal(strview_slice(strbuf_view(scratch), 0, len), strview_slice(strbuf_view(scratch), len, len)));
}

/* Plays to the end by lot; where nothing is asked, no answer is taken. */
static void play_run(const PlayLevel *level, uint64_t seed, Run *run)
{
    LevelSession *session = play_open(level, seed);
    SessionEvent event = { .kind = SESSION_FAULT };
    Rng rng;
    rng_seed(&rng, seed);
    while (run->event_count < EVENTS_MAX && level_session_next(session, &event)) {
        size_t at = run->event_count++;
        run->starts[at] = run->text.len;
        run->is_options[at] = event.kind == SESSION_OPTIONS;
        play_print(&run->text, &event);
        if (event.kind == SESSION_OPTIONS) {
            check_refusals(session, &event, &run->journal);
            run->answers[at] = pick(&rng, &event);
            EXPECT_EQ(level_session_choose(session, run->answers[at]), STATUS_OK);
        }
        EXPECT_EQ(level_session_choose(session, 0), STATUS_INVALID);
    }
    EXPECT_EQ(event.kind, SESSION_END);
    play_print_score(&run->score, session);
    strbuf_clear(&run->journal);
    level_session_write(session, &run->journal);
    level_session_destroy(session);
}

static StrView rest_of(const Run *run, size_t event)
{
    size_t start = event < run->event_count ? run->starts[event] : run->text.len;
    return strview_slice(strbuf_view(&run->text), start, run->text.len);
}

/* A fresh session plays the run again from its journal, which was written when `event`
 * events had been given: those are marked as seen, the others are new. */
static void check_restored(const PlayLevel *level, const Run *run, StrView journal, size_t event, StrBuf *text)
{
    LevelSession *session = play_open(level, 99); /* the journal has the seed */
    SessionEvent next = { .kind = SESSION_FAULT };
    size_t at = 0;
    EXPECT_EQ(level_session_restore(session, journal), STATUS_OK);
    strbuf_clear(text);
    level_session_write(session, text);
    expect_same(strbuf_view(text), journal, level, "the journal of what was restored", event);
    strbuf_clear(text);
    while (level_session_next(session, &next) && at < run->event_count) {
        while (run->is_options[at] && at < event) {
            at++; /* was answered: not asked again */
        }
        EXPECT_EQ(next.replayed, at < event);
        if (at == event) {
            strbuf_clear(text);
        }
        play_print(text, &next);
        if (next.kind == SESSION_OPTIONS) {
            EXPECT_EQ(level_session_choose(session, run->answers[at]), STATUS_OK);
        }
        at++;
    }
    if (event < run->event_count) {
        expect_same(strbuf_view(text), rest_of(run, event), level, "the rest after a restore", event);
    }
    strbuf_clear(text);
    play_print_score(text, session);
    expect_same(strbuf_view(text), strbuf_view(&run->score), level, "the score after a restore", event);
    strbuf_clear(text);
    level_session_write(session, text);
    expect_same(strbuf_view(text), strbuf_view(&run->journal), level, "the last journal after a restore", event);
    level_session_destroy(session);
}

/* Saved before each event in turn, as the game does, and restored. */
static void check_saves(const PlayLevel *level, const Run *run, uint64_t seed)
{
    LevelSession *session = play_open(level, seed);
    SessionEvent event;
    StrBuf journal, text;
    strbuf_init(&journal, alloc_heap());
    strbuf_init(&text, alloc_heap());
    for (size_t at = 0; at < run->event_count && !test_failures; at++) {
        strbuf_clear(&journal);
        level_session_write(session, &journal);
        check_restored(level, run, strbuf_view(&journal), at, &text);
        EXPECT(level_session_next(session, &event));
        if (event.kind == SESSION_OPTIONS) {
            EXPECT_EQ(level_session_choose(session, run->answers[at]), STATUS_OK);
        }
    }
    level_session_destroy(session);
    strbuf_release(&journal);
    strbuf_release(&text);
}

/* Goes on until options wait or the story ends and prints what was given by then, options
 * left out. False at the end. */
static bool print_to_options(LevelSession *session, StrBuf *text, SessionEvent *event)
{
    while (level_session_next(session, event)) {
        if (event->kind == SESSION_OPTIONS) {
            return true;
        }
        if (!event->replayed) {
            play_print(text, event);
        }
    }
    return false;
}

/* What was just taken back and saved goes on in a fresh session as it does in this one,
 * up to the same choice. */
static bool print_both_to_options(const PlayLevel *level, LevelSession *session, StrBuf *text, SessionEvent *event)
{
    LevelSession *fresh = play_open(level, 99);
    SessionEvent other = { .kind = SESSION_FAULT };
    StrBuf journal, one, two;
    strbuf_init(&journal, alloc_heap());
    strbuf_init(&one, alloc_heap());
    strbuf_init(&two, alloc_heap());
    level_session_write(session, &journal);
    EXPECT_EQ(level_session_restore(fresh, strbuf_view(&journal)), STATUS_OK);
    while (level_session_next(session, event)) {
        EXPECT(level_session_next(fresh, &other));
        EXPECT_EQ(other.replayed, event->replayed);
        play_print(&one, event);
        play_print(&two, &other);
        if (!event->replayed && event->kind != SESSION_OPTIONS) {
            play_print(text, event);
        }
    }
    play_print_score(&one, session);
    play_print_score(&two, fresh);
    expect_same(strbuf_view(&two), strbuf_view(&one), level, "a save after going back", 0);
    level_session_destroy(fresh);
    strbuf_release(&journal);
    strbuf_release(&one);
    strbuf_release(&two);
    return event->kind == SESSION_OPTIONS;
}

/* Each answer is taken back and given again: it has the same consequence, and in the end
 * there are the same points. (First tries may have fewer: taken back before the way out.) */
static void check_rewinds(const PlayLevel *level, const Run *run, uint64_t seed)
{
    LevelSession *session = play_open(level, seed);
    SessionEvent event;
    StrBuf first, again;
    strbuf_init(&first, alloc_heap());
    strbuf_init(&again, alloc_heap());
    bool goes_on = print_to_options(session, &first, &event);
    for (size_t at = 0; goes_on; at++) {
        while (!run->is_options[at]) {
            at++;
        }
        size_t index = run->answers[at], count = event.option_count;
        strbuf_clear(&first);
        strbuf_clear(&again);
        EXPECT(!event.options[index].was_taken);
        EXPECT_EQ(level_session_choose(session, index), STATUS_OK);
        (void)print_to_options(session, &first, &event);
        EXPECT_EQ(level_session_rewind(session), STATUS_OK);
        EXPECT(print_both_to_options(level, session, &again, &event));
        EXPECT_EQ(again.len, 0); /* all up to the choice was seen */
        EXPECT_EQ(event.option_count, count);
        EXPECT(event.options[index].was_taken);
        EXPECT_EQ(level_session_choose(session, index), STATUS_OK);
        goes_on = print_to_options(session, &again, &event);
        expect_same(strbuf_view(&again), strbuf_view(&first), level, "the consequence of the same answer", at);
    }
    LevelScore score, once;
    LevelSession *straight = play_open(level, seed);
    EXPECT_EQ(level_session_restore(straight, strbuf_view(&run->journal)), STATUS_OK);
    while (level_session_next(straight, &event)) {
    }
    level_session_score(session, false, &score);
    level_session_score(straight, false, &once);
    EXPECT_EQ(score.points, once.points);
    level_session_score(session, true, &score);
    EXPECT(score.points <= once.points);
    level_session_destroy(straight);
    level_session_destroy(session);
    strbuf_release(&first);
    strbuf_release(&again);
}

static size_t find_grade(const SessionEvent *event, bool is_worst)
{
    size_t found = 0;
    for (size_t i = 1; i < event->option_count; i++) {
        const SessionOption *option = &event->options[i], *other = &event->options[found];
        found = option->enabled && (is_worst ? option->grade > other->grade : option->grade < other->grade) ? i : found;
    }
    return found;
}

/* A decision that waits for its answer: the worst one, taken back, and the best one. Gives
 * the points of the first try (game/score/README.md). */
static unsigned try_twice(LevelSession *session, const SessionEvent *asked)
{
    SessionEvent event;
    size_t worst = find_grade(asked, true), best = find_grade(asked, false);
    ScoreTry bad = { true, asked->options[worst].grade, asked->options[worst].recovers, asked->options[worst].tells };
    size_t at = level_session_decision_count(session) - 1;
    EXPECT(bad.first != GRADE_SAFE && asked->options[best].grade == GRADE_SAFE);
    EXPECT_EQ(level_session_choose(session, worst), STATUS_OK);
    EXPECT_EQ(level_session_rewind(session), STATUS_OK);
    while (level_session_next(session, &event)) {
    }
    EXPECT_EQ(event.kind, SESSION_OPTIONS);
    EXPECT_EQ(level_session_choose(session, best), STATUS_OK);
    ScoreDecision score = level_session_decision(session, at).score;
    EXPECT_EQ(score.tries, 2);
    EXPECT(score.first.decided && score.first.first == bad.first && score.first.recovered == bad.recovered && score.first.told == bad.told);
    EXPECT(score.last.decided && score.last.first == GRADE_SAFE);
    return score_try_points(&bad);
}

/* Each decision of a level in both ways: the first tries have the worst points, the last
 * ones all. */
static void check_tries(const PlayLevel *level)
{
    LevelSession *session = play_open(level, 7);
    SessionEvent event;
    LevelScore first, last;
    size_t decisions = 0;
    unsigned points = 0;
    while (level_session_next(session, &event) && !test_failures) {
        if (event.kind == SESSION_OPTIONS && (event.options_role == OPTIONS_DECISION || event.options_role == OPTIONS_ACTIVITY)) {
            points += try_twice(session, &event);
            decisions++;
        } else if (event.kind == SESSION_OPTIONS) {
            EXPECT_EQ(level_session_choose(session, find_grade(&event, false)), STATUS_OK);
        }
    }
    EXPECT_EQ(event.kind, SESSION_END);
    EXPECT_EQ(level_session_decision_count(session), decisions);
    level_session_score(session, true, &first);
    level_session_score(session, false, &last);
    EXPECT_EQ(first.points, points);
    EXPECT_EQ(first.maximum, 3 * decisions);
    EXPECT_EQ(last.points, 3 * decisions);
    EXPECT(points < last.points && level_session_deeds(session) & 1u << DEED_ANOTHER_WAY);
    level_session_destroy(session);
}

typedef struct Foreign {
    StrBuf journal; /* of the level before this one */
    const LevelEntry *entry;
} Foreign;

/* A journal of another level has no answer that fits: nothing of it is taken over and the
 * story begins anew. One of no known format is refused and leaves all as it was. */
static void check_foreign(const PlayLevel *level, const Run *run, Foreign *foreign)
{
    StrBuf text, before;
    strbuf_init(&text, alloc_heap());
    strbuf_init(&before, alloc_heap());
    LevelSession *session = play_open(level, 1);
    EXPECT_EQ(level_session_restore(session, strbuf_view(&run->journal)), STATUS_OK);
    level_session_write(session, &before);
    EXPECT_EQ(level_session_restore(session, SV("")), STATUS_INVALID);
    EXPECT_EQ(level_session_restore(session, SV("sango2 1 1 0 0 #00000000")), STATUS_INVALID);
    level_session_write(session, &text);
    expect_same(strbuf_view(&text), strbuf_view(&before), level, "after a refused journal", 0);
    if (foreign->entry && foreign->entry != level->entry) {
        SessionEvent event;
        EXPECT_EQ(level_session_restore(session, strbuf_view(&foreign->journal)), STATUS_OK);
        EXPECT(!level_session_can_rewind(session));
        EXPECT(level_session_next(session, &event) && !event.replayed);
        while (level_session_next(session, &event) && event.kind != SESSION_OPTIONS) {
        }
        EXPECT_EQ(level_session_decision_count(session), 1); /* none of the other level's */
    }
    strbuf_clear(&foreign->journal);
    strbuf_append(&foreign->journal, strbuf_view(&run->journal));
    foreign->entry = level->entry;
    level_session_destroy(session);
    strbuf_release(&text);
    strbuf_release(&before);
}

static void check_level(const PlayLevel *level, void *user)
{
    for (uint64_t seed = 1; seed <= RUNS; seed++) {
        static Run run; /* too large for the stack */
        run_init(&run);
        play_run(level, seed, &run);
        EXPECT(!run.text.failed && run.event_count > PLAY_EVENTS_MIN);
        if (seed == 1) {
            check_saves(level, &run, seed);
            check_foreign(level, &run, user);
        }
        check_rewinds(level, &run, seed);
        run_release(&run);
    }
    check_tries(level);
}

int main(void)
{
    Foreign foreign = { .entry = NULL };
    strbuf_init(&foreign.journal, alloc_heap());
    play_levels(check_level, &foreign);
    strbuf_release(&foreign.journal);
    return TEST_MAIN_END();
}
