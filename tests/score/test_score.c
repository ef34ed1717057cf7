/* The examples of game/score/README.md, row by row, and what must hold for every path. */
#include "sango/base/rng.h"
#include "sango/score/score.h"

#include "test.h"

#include <string.h>

static void check_points(void)
{
    static const struct {
        ScoreTry attempt;
        unsigned points;
    } rows[] = {
        { { true, GRADE_SAFE, false, false }, 3 },  { { true, GRADE_SAFE, true, true }, 3 },
        { { true, GRADE_OKAY, false, false }, 2 },  { { true, GRADE_OKAY, true, false }, 2 },
        { { true, GRADE_OKAY, false, true }, 3 },   { { true, GRADE_RISKY, false, false }, 0 },
        { { true, GRADE_RISKY, true, false }, 1 },  { { true, GRADE_RISKY, false, true }, 2 },
        { { true, GRADE_RISKY, true, true }, 2 },   { { false, GRADE_SAFE, true, true }, 0 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        EXPECT_EQ(score_try_points(&rows[i].attempt), rows[i].points);
    }
}

/* Six decisions of the wanted points in all: 3, 2 and 1 as they fit. */
static size_t make_decisions(ScoreDecision *decisions, size_t count, unsigned points)
{
    for (size_t i = 0; i < count; i++) {
        unsigned give = points < 3 ? points : 3;
        points -= give;
        ScoreTry attempt = { true, give == 3 ? GRADE_SAFE : give == 2 ? GRADE_OKAY : GRADE_RISKY, give == 1, false };
        decisions[i] = (ScoreDecision){ POWER_PRIVACY, attempt, attempt, 1 };
    }
    return count;
}

static void check_stars(void)
{
    static const struct {
        unsigned points, decisions, stars;
    } rows[] = { { 18, 6, 3 }, { 15, 6, 3 }, { 14, 6, 2 }, { 9, 6, 2 }, { 8, 6, 1 }, { 0, 6, 1 }, { 0, 0, 0 } };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        ScoreDecision decisions[6];
        size_t count = make_decisions(decisions, rows[i].decisions, rows[i].points);
        LevelScore score;
        score_level(decisions, count, false, &score);
        EXPECT_EQ(score.points, rows[i].points);
        EXPECT_EQ(score.maximum, 3 * rows[i].decisions);
        EXPECT_EQ(score.stars, rows[i].stars);
        EXPECT_EQ(score.power_points[POWER_PRIVACY], rows[i].points);
    }
}

static void check_first_and_last(void)
{
    ScoreDecision decisions[2] = {
        { POWER_PRIVACY, { true, GRADE_RISKY, false, false }, { true, GRADE_RISKY, false, true }, 2 },
        { POWER_CAUTION, { true, GRADE_SAFE, false, false }, { false, GRADE_SAFE, false, false }, 1 },
    };
    LevelScore score;
    score_level(decisions, 2, true, &score);
    EXPECT_EQ(score.points, 3);
    EXPECT_EQ(score.maximum, 6);
    score_level(decisions, 2, false, &score); /* the second is not on the way taken last */
    EXPECT_EQ(score.points, 2);
    EXPECT_EQ(score.maximum, 3);
    EXPECT_EQ(score.power_maximum[POWER_CAUTION], 0);
}

static void check_ranks(void)
{
    static const struct {
        unsigned points, maximum, rank;
    } rows[] = { { 0, 0, 0 },   { 0, 18, 0 },  { 1, 18, 1 },  { 8, 18, 1 },
                 { 9, 18, 2 },  { 14, 18, 2 }, { 15, 18, 3 }, { 18, 18, 3 } };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        EXPECT_EQ(score_rank(rows[i].points, rows[i].maximum), rows[i].rank);
    }
}

static void check_practise_next(void)
{
    static const struct {
        unsigned privacy, privacy_max, caution, caution_max;
        Power next;
    } rows[] = {
        { 2, 3, 3, 6, POWER_CAUTION }, { 1, 3, 2, 6, POWER_PRIVACY }, { 3, 3, 6, 6, POWER_COUNT },
        { 0, 0, 0, 0, POWER_COUNT },   { 3, 3, 0, 3, POWER_CAUTION },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        LevelScore score = { 0 };
        score.power_points[POWER_PRIVACY] = rows[i].privacy;
        score.power_maximum[POWER_PRIVACY] = rows[i].privacy_max;
        score.power_points[POWER_CAUTION] = rows[i].caution;
        score.power_maximum[POWER_CAUTION] = rows[i].caution_max;
        EXPECT_EQ(score_practise_next(&score), rows[i].next);
    }
}

static ScoreTry any_try(Rng *rng)
{
    return (ScoreTry){ rng_below(rng, 8) != 0, (Grade)rng_below(rng, 3), rng_below(rng, 2) != 0, rng_below(rng, 2) != 0 };
}

/* Never more than the maximum, parts add up, telling beats hiding, order does not matter. */
static void check_properties(void)
{
    Rng rng;
    rng_seed(&rng, 2);
    for (int round = 0; round < 20000; round++) {
        ScoreDecision decisions[12], shuffled[12];
        size_t count = rng_below(&rng, 13);
        for (size_t i = 0; i < count; i++) {
            decisions[i] = (ScoreDecision){ (Power)rng_below(&rng, POWER_COUNT), any_try(&rng), any_try(&rng), 1 };
            shuffled[i] = decisions[i];
        }
        for (size_t i = count; i > 1; i--) {
            size_t j = rng_below(&rng, (uint32_t)i);
            ScoreDecision kept = shuffled[i - 1];
            shuffled[i - 1] = shuffled[j];
            shuffled[j] = kept;
        }
        LevelScore score, again;
        score_level(decisions, count, round % 2 == 0, &score);
        score_level(shuffled, count, round % 2 == 0, &again);
        EXPECT(memcmp(&score, &again, sizeof score) == 0);
        EXPECT(score.points <= score.maximum && score.stars <= 3);
        unsigned points = 0, maximum = 0;
        for (unsigned power = 0; power < POWER_COUNT; power++) {
            EXPECT(score.power_points[power] <= score.power_maximum[power]);
            points += score.power_points[power];
            maximum += score.power_maximum[power];
        }
        EXPECT_EQ(points, score.points);
        EXPECT_EQ(maximum, score.maximum);

        ScoreTry told = any_try(&rng), hidden;
        told.decided = told.told = true;
        hidden = told;
        hidden.told = false;
        unsigned gain = score_try_points(&told) - score_try_points(&hidden);
        EXPECT(told.first == GRADE_SAFE ? gain == 0 : gain >= 1 && gain <= 2);
    }
}

static void check_names(void)
{
    EXPECT(strcmp(power_name(POWER_RIGHTS), "rights") == 0);
    EXPECT(strcmp(power_name(POWER_BALANCE), "balance") == 0);
    EXPECT(strcmp(deed_name(DEED_TOLD), "told") == 0);
    EXPECT(strcmp(deed_name(DEED_ANOTHER_WAY), "another_way") == 0);
}

static void check_deed_ranks(void)
{
    static const unsigned ranks[] = { 0, 1, 1, 2, 2, 2, 3, 3 };
    for (unsigned times = 0; times < sizeof ranks / sizeof ranks[0]; times++) {
        EXPECT_EQ(score_deed_rank(times), ranks[times]);
    }
    EXPECT_EQ(score_deed_rank(1000), 3);
}

int main(void)
{
    check_deed_ranks();
    check_points();
    check_stars();
    check_first_and_last();
    check_ranks();
    check_practise_next();
    check_properties();
    check_names();
    return TEST_MAIN_END();
}
