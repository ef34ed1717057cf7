#include "sango/score/score.h"

#include <assert.h>

enum { SHARE_FULL_PARTS = 6, SHARE_HIGH_PARTS = 5, SHARE_HALF_PARTS = 3 }; /* sixths of the maximum */

const char *power_name(Power power)
{
    static const char *const names[POWER_COUNT] = {
#define X(name, text) [POWER_##name] = text,
        POWER_LIST(X)
#undef X
    };
    assert(power < POWER_COUNT);
    return names[power];
}

const char *deed_name(Deed deed)
{
    static const char *const names[DEED_COUNT] = {
#define X(name, text) [DEED_##name] = text,
        DEED_LIST(X)
#undef X
    };
    assert(deed < DEED_COUNT);
    return names[deed];
}

unsigned score_try_points(const ScoreTry *attempt)
{
    if (!attempt->decided) {
        return 0;
    }
    switch (attempt->first) {
    case GRADE_SAFE:
        return 3;
    case GRADE_OKAY:
        return attempt->told ? 3 : 2;
    case GRADE_RISKY:
        return attempt->told ? 2 : attempt->recovered ? 1 : 0;
    }
    return 0;
}

/* Compares shares in whole numbers: no rounding decides about a star. */
static bool reaches_share(unsigned points, unsigned maximum, unsigned sixths)
{
    return (uint64_t)points * SHARE_FULL_PARTS >= (uint64_t)maximum * sixths;
}

void score_level(const ScoreDecision *decisions, size_t count, bool by_first_try, LevelScore *score)
{
    *score = (LevelScore){ 0 };
    for (size_t i = 0; i < count; i++) {
        const ScoreTry *attempt = by_first_try ? &decisions[i].first : &decisions[i].last;
        if (!attempt->decided) {
            continue;
        }
        unsigned points = score_try_points(attempt);
        score->points += points;
        score->maximum += SCORE_DECISION_MAX;
        score->power_points[decisions[i].power] += points;
        score->power_maximum[decisions[i].power] += SCORE_DECISION_MAX;
    }
    if (score->maximum == 0) {
        return;
    }
    if (reaches_share(score->points, score->maximum, SHARE_HIGH_PARTS)) {
        score->stars = 3;
    } else if (reaches_share(score->points, score->maximum, SHARE_HALF_PARTS)) {
        score->stars = 2;
    } else {
        score->stars = 1;
    }
}

unsigned score_rank(unsigned points, unsigned maximum)
{
    if (points == 0 || maximum == 0) {
        return 0;
    }
    if (reaches_share(points, maximum, SHARE_HIGH_PARTS)) {
        return 3;
    }
    return reaches_share(points, maximum, SHARE_HALF_PARTS) ? 2 : 1;
}

Power score_practise_next(const LevelScore *score)
{
    Power lowest = POWER_COUNT;
    for (unsigned power = 0; power < POWER_COUNT; power++) {
        unsigned points = score->power_points[power], maximum = score->power_maximum[power];
        if (maximum == 0 || points >= maximum) {
            continue;
        }
        if (lowest == POWER_COUNT ||
            (uint64_t)points * score->power_maximum[lowest] < (uint64_t)score->power_points[lowest] * maximum) {
            lowest = (Power)power;
        }
    }
    return lowest;
}

unsigned score_deed_rank(unsigned times)
{
    enum { SECOND = 3, THIRD = 6 };
    return times >= THIRD ? 3 : times >= SECOND ? 2 : times >= 1;
}
