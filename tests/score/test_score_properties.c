/* What must hold for every way through every level: decisions and answers by lot, from fixed seeds. */
#include "sango/base/rng.h"
#include "sango/score/score.h"

#include "test.h"

#include <string.h>

enum { SEEDS = 5000, DECISIONS_MAX = 12 };

typedef struct Sample {
    ScoreDecision decisions[DECISIONS_MAX];
    size_t count;
} Sample;

static ScoreTry any_try(Rng *rng)
{
    return (ScoreTry){ rng_below(rng, 8) != 0, (Grade)rng_below(rng, 3), rng_below(rng, 2) != 0, rng_below(rng, 2) != 0 };
}

static Sample any_sample(Rng *rng)
{
    Sample sample = { .count = rng_below(rng, DECISIONS_MAX + 1) };
    for (size_t i = 0; i < sample.count; i++) {
        sample.decisions[i] = (ScoreDecision){ (Power)rng_below(rng, POWER_COUNT), any_try(rng), any_try(rng),
                                               (uint16_t)(1 + rng_below(rng, 3)) };
    }
    return sample;
}

static LevelScore score_of(const Sample *sample, bool by_first_try)
{
    LevelScore score;
    score_level(sample->decisions, sample->count, by_first_try, &score);
    return score;
}

/* No way has more than the maximum, and the powers share it out. */
static void check_maximum(const LevelScore *score)
{
    unsigned points = 0, maximum = 0;
    EXPECT(score->points <= score->maximum && score->stars <= SCORE_STARS_MAX);
    EXPECT_EQ(score->stars == 0, score->maximum == 0);
    for (unsigned power = 0; power < POWER_COUNT; power++) {
        EXPECT(score->power_points[power] <= score->power_maximum[power]);
        EXPECT(score_rank(score->power_points[power], score->power_maximum[power]) <= 3);
        points += score->power_points[power];
        maximum += score->power_maximum[power];
    }
    EXPECT_EQ(points, score->points);
    EXPECT_EQ(maximum, score->maximum);
}

/* Whoever takes the safe answers has all points and all stars, whatever came afterwards. */
static void check_safe(Sample sample)
{
    for (size_t i = 0; i < sample.count; i++) {
        sample.decisions[i].last.first = GRADE_SAFE;
    }
    LevelScore score = score_of(&sample, false);
    EXPECT_EQ(score.points, score.maximum);
    EXPECT_EQ(score.stars, score.maximum ? SCORE_STARS_MAX : 0);
    EXPECT_EQ(score_practise_next(&score), POWER_COUNT);
}

/* The same level twice, all else equal: one risky answer was told about, or hidden. */
static void check_telling(Sample sample, Rng *rng)
{
    if (sample.count == 0) {
        return;
    }
    ScoreTry *attempt = &sample.decisions[rng_below(rng, (uint32_t)sample.count)].last;
    *attempt = (ScoreTry){ true, GRADE_RISKY, false, false };
    LevelScore hidden = score_of(&sample, false);
    attempt->recovered = true;
    LevelScore stopped = score_of(&sample, false);
    attempt->told = true;
    LevelScore both = score_of(&sample, false);
    attempt->recovered = false;
    LevelScore told = score_of(&sample, false);
    EXPECT(told.points > hidden.points && told.points > stopped.points && stopped.points > hidden.points);
    EXPECT_EQ(told.points, both.points);
    EXPECT_EQ(told.points - hidden.points, 2);
    EXPECT(told.stars >= hidden.stars && told.maximum == hidden.maximum);
    attempt->first = GRADE_SAFE;
    LevelScore safe = score_of(&sample, false);
    EXPECT_EQ(safe.points - told.points, 1); /* a mistake is never the better plan */
}

/* A level of which every risky answer was told about beats the one where all were hidden, if there was one. */
static void check_whole_level(Sample sample)
{
    Sample hidden = sample;
    bool has_risky = false;
    for (size_t i = 0; i < sample.count; i++) {
        ScoreTry *told = &sample.decisions[i].last;
        bool is_risky = told->decided && told->first == GRADE_RISKY;
        has_risky |= is_risky;
        told->told |= is_risky;
        hidden.decisions[i].last.told &= !is_risky;
    }
    LevelScore open = score_of(&sample, false), shut = score_of(&hidden, false);
    EXPECT(has_risky ? open.points > shut.points : open.points == shut.points);
    EXPECT(open.stars >= shut.stars);
}

/* In whatever order the decisions are met, the sum is the same; level by level, too. */
static void check_order(Sample sample, Rng *rng, bool by_first_try)
{
    LevelScore score = score_of(&sample, by_first_try);
    for (size_t i = sample.count; i > 1; i--) {
        size_t j = rng_below(rng, (uint32_t)i);
        ScoreDecision kept = sample.decisions[i - 1];
        sample.decisions[i - 1] = sample.decisions[j];
        sample.decisions[j] = kept;
    }
    LevelScore again = score_of(&sample, by_first_try), part;
    EXPECT(memcmp(&score, &again, sizeof score) == 0);
    size_t cut = rng_below(rng, (uint32_t)sample.count + 1);
    unsigned points = 0, maximum = 0;
    for (int half = 0; half < 2; half++) {
        score_level(sample.decisions + (half ? cut : 0), half ? sample.count - cut : cut, by_first_try, &part);
        points += part.points;
        maximum += part.maximum;
    }
    EXPECT_EQ(points, score.points);
    EXPECT_EQ(maximum, score.maximum);
}

/* The power to practise next is one with the lowest share. */
static void check_next(const LevelScore *score)
{
    Power next = score_practise_next(score);
    for (unsigned power = 0; power < POWER_COUNT; power++) {
        unsigned points = score->power_points[power], maximum = score->power_maximum[power];
        if (maximum == 0) {
            EXPECT(next != power);
        } else if (next == POWER_COUNT) {
            EXPECT_EQ(points, maximum);
        } else {
            EXPECT((uint64_t)score->power_points[next] * maximum <= (uint64_t)points * score->power_maximum[next]);
        }
    }
}

int main(void)
{
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        Rng rng;
        rng_seed(&rng, seed);
        Sample sample = any_sample(&rng);
        LevelScore first = score_of(&sample, true), last = score_of(&sample, false);
        check_maximum(&first);
        check_maximum(&last);
        check_next(&last);
        check_safe(sample);
        check_telling(sample, &rng);
        check_whole_level(sample);
        check_order(sample, &rng, seed % 2 == 0);
    }
    return TEST_MAIN_END();
}
