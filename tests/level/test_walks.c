/* Random walks through every shipped level: what score promises must hold of real decisions, too, and of a session that was
 * saved and opened again. */
#include "play.h"
#include "sango/base/rng.h"
#include "sango/level/lint.h"

enum { WALKS = 60, ANSWERS_MAX = 128, DECISIONS_MAX = 32 };

/* How the walker chooses. */
typedef enum Plan {
    PLAN_LOTS, /* by lot */
    PLAN_SAFE, /* the first safe choice, and where none is safe the first */
    PLAN_TELL, /* risky first, then tells where that is offered */
    PLAN_HIDE  /* the same risky choices, then neither tells nor stops where that can be left out */
} Plan;

typedef struct Walked {
    size_t answers[ANSWERS_MAX];
    size_t count;
    SessionDecision decisions[DECISIONS_MAX]; /* their views are of the session, and not used */
    size_t decision_count;
    LevelScore first, last;
    StrBuf journal;
} Walked;

static bool is_graded(const SessionEvent *event, size_t index, Grade grade)
{
    return event->options[index].enabled && event->options[index].grade == grade;
}

static size_t find_grade(const SessionEvent *event, Grade grade)
{
    size_t index = 0;
    while (index < event->option_count && !is_graded(event, index, grade)) {
        index++;
    }
    return index;
}

static size_t by_lot(Rng *rng, const SessionEvent *event)
{
    size_t index = rng_below(rng, (uint32_t)event->option_count);
    while (!event->options[index].enabled) {
        index = (index + 1) % event->option_count;
    }
    return index;
}

/* The least honest way on: neither tells nor stops, else stops, else the first that can be taken. */
static size_t find_hiding(const SessionEvent *event)
{
    size_t best = event->option_count;
    int least = 3;
    for (size_t i = 0; i < event->option_count; i++) {
        int cost = event->options[i].tells ? 2 : event->options[i].recovers ? 1 : 0;
        if (event->options[i].enabled && cost < least) {
            least = cost;
            best = i;
        }
    }
    return best;
}

static size_t find_telling(const SessionEvent *event)
{
    for (size_t i = 0; i < event->option_count; i++) {
        if (event->options[i].enabled && event->options[i].tells) {
            return i;
        }
    }
    return find_hiding(event);
}

static size_t choose(Plan plan, Rng *rng, const SessionEvent *event)
{
    bool is_first = event->options_role != OPTIONS_RECOVERY && event->options_role != OPTIONS_TELLING;
    size_t index = event->option_count;
    if (plan == PLAN_LOTS || event->options_role == OPTIONS_PLAIN) {
        return by_lot(rng, event);
    }
    if (plan == PLAN_SAFE) {
        index = find_grade(event, GRADE_SAFE);
    } else if (is_first) {
        index = find_grade(event, GRADE_RISKY);
    } else {
        index = plan == PLAN_TELL ? find_telling(event) : find_hiding(event);
    }
    return index < event->option_count ? index : by_lot(rng, event);
}

static void note_walk(LevelSession *session, Walked *walked)
{
    level_session_score(session, true, &walked->first);
    level_session_score(session, false, &walked->last);
    walked->decision_count = level_session_decision_count(session);
    EXPECT(walked->decision_count <= DECISIONS_MAX);
    for (size_t i = 0; i < walked->decision_count && i < DECISIONS_MAX; i++) {
        walked->decisions[i] = level_session_decision(session, i);
    }
    strbuf_clear(&walked->journal);
    level_session_write(session, &walked->journal);
}

/* Plays to the end. False after a mistake that makes the rest meaningless. */
static bool walk(const PlayLevel *level, Plan plan, Rng *rng, Walked *walked)
{
    LevelSession *session = play_open(level, 1);
    SessionEvent event = { .kind = SESSION_FAULT };
    walked->count = 0;
    while (level_session_next(session, &event)) {
        if (event.kind == SESSION_OPTIONS && walked->count < ANSWERS_MAX) {
            size_t index = choose(plan, rng, &event);
            walked->answers[walked->count++] = index;
            EXPECT_EQ(level_session_choose(session, index), STATUS_OK);
        }
    }
    EXPECT_EQ(event.kind, SESSION_END);
    note_walk(session, walked);
    level_session_destroy(session);
    return event.kind == SESSION_END;
}

/* The same answers in a new session, and the journal in another one: the same score. */
static void check_replay(const PlayLevel *level, const Walked *walked)
{
    LevelSession *session = play_open(level, 1), *restored = play_open(level, 99);
    SessionEvent event;
    LevelScore again;
    size_t at = 0;
    while (level_session_next(session, &event)) {
        if (event.kind == SESSION_OPTIONS) {
            EXPECT_EQ(level_session_choose(session, walked->answers[at++]), STATUS_OK);
        }
    }
    level_session_score(session, false, &again);
    EXPECT(memcmp(&again, &walked->last, sizeof again) == 0);
    EXPECT_EQ(level_session_restore(restored, strbuf_view(&walked->journal)), STATUS_OK);
    while (level_session_next(restored, &event) && event.kind != SESSION_OPTIONS) {
    }
    EXPECT_EQ(event.kind, SESSION_END);
    level_session_score(restored, false, &again);
    EXPECT(memcmp(&again, &walked->last, sizeof again) == 0);
    level_session_score(restored, true, &again);
    EXPECT(memcmp(&again, &walked->first, sizeof again) == 0);
    level_session_destroy(session);
    level_session_destroy(restored);
}

/* In whatever order the decisions are counted. */
static void check_order(const Walked *walked, Rng *rng)
{
    ScoreDecision decisions[DECISIONS_MAX];
    LevelScore score;
    for (size_t i = 0; i < walked->decision_count; i++) {
        decisions[i] = walked->decisions[i].score;
    }
    for (size_t i = walked->decision_count; i > 1; i--) {
        size_t j = rng_below(rng, (uint32_t)i);
        ScoreDecision kept = decisions[i - 1];
        decisions[i - 1] = decisions[j];
        decisions[j] = kept;
    }
    score_level(decisions, walked->decision_count, false, &score);
    EXPECT(memcmp(&score, &walked->last, sizeof score) == 0);
}

static LintWalk ask_linter(const PlayLevel *level)
{
    LevelPack pack;
    DiagSink sink = { 0 };
    LintWalk counts = { 0 };
    LintNames names = { 0 };
    LevelEntry entry = *level->entry;
    entry.bands = level->band;
    EXPECT_EQ(level_pack_load(alloc_heap(), PLAY_PACK, &sink, &pack), STATUS_OK);
    EXPECT_EQ(lint_level(alloc_heap(), &pack, &entry, &names, &sink, &counts), STATUS_OK);
    level_pack_release(&pack);
    return counts;
}

static void check_bounds(const Walked *walked, const LintWalk *counts)
{
    EXPECT(walked->last.points >= counts->worst_points && walked->last.points <= counts->best_points);
    EXPECT(walked->last.points <= walked->last.maximum && walked->last.maximum <= counts->maximum);
    EXPECT(memcmp(&walked->first, &walked->last, sizeof walked->first) == 0); /* nothing was taken back */
}

/* Risky and told about against risky and hidden: the same first choices, decision by decision. */
static void check_telling(const Walked *told, const Walked *hidden)
{
    unsigned told_points = 0, hidden_points = 0;
    bool has_difference = false;
    for (size_t i = 0; i < told->decision_count && i < hidden->decision_count; i++) {
        const ScoreTry *a = &told->decisions[i].score.last, *b = &hidden->decisions[i].score.last;
        if (a->first != GRADE_RISKY || b->first != GRADE_RISKY || a->told == b->told) {
            continue;
        }
        has_difference = true;
        EXPECT(a->told && score_try_points(a) > score_try_points(b));
        told_points += score_try_points(a);
        hidden_points += score_try_points(b);
    }
    EXPECT(!has_difference || told_points > hidden_points);
}

static void check_level(const PlayLevel *level, void *user)
{
    static Walked lots, told, hidden, safe;
    Walked *all[] = { &lots, &told, &hidden, &safe };
    size_t *levels = user;
    LintWalk counts = ask_linter(level);
    for (size_t i = 0; i < 4; i++) {
        strbuf_init(&all[i]->journal, alloc_heap());
    }
    for (uint64_t seed = 1; seed <= WALKS; seed++) {
        Rng rng;
        rng_seed(&rng, seed);
        if (walk(level, PLAN_LOTS, &rng, &lots)) {
            check_bounds(&lots, &counts);
            check_replay(level, &lots);
            check_order(&lots, &rng);
        }
        Rng same = rng; /* for choices that are not graded */
        if (walk(level, PLAN_TELL, &rng, &told) && walk(level, PLAN_HIDE, &same, &hidden)) {
            check_bounds(&told, &counts);
            check_bounds(&hidden, &counts);
            check_telling(&told, &hidden);
        }
        if (walk(level, PLAN_SAFE, &rng, &safe)) {
            EXPECT_EQ(safe.last.points, safe.last.maximum);
            EXPECT_EQ(safe.last.stars, SCORE_STARS_MAX);
        }
    }
    for (size_t i = 0; i < 4; i++) {
        strbuf_release(&all[i]->journal);
    }
    (*levels)++;
}

int main(void)
{
    size_t levels = 0;
    play_levels(check_level, &levels);
    EXPECT(levels > 0);
    return TEST_MAIN_END();
}
