/* What the tables of game/score/README.md have no room for: test_score_readme.c reads those. */
#include "sango/score/score.h"

#include "test.h"

#include <string.h>

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

static void check_names(void)
{
    EXPECT(strcmp(power_name(POWER_RIGHTS), "rights") == 0);
    EXPECT(strcmp(power_name(POWER_BALANCE), "balance") == 0);
    EXPECT(strcmp(deed_name(DEED_TOLD), "told") == 0);
    EXPECT(strcmp(deed_name(DEED_ANOTHER_WAY), "another_way") == 0);
}

int main(void)
{
    check_first_and_last();
    check_names();
    return TEST_MAIN_END();
}
