/* Hands for the answers of a question: counting, taking back, who leads, and from when on a spread may be shown. */
#include "player/lesson_vote.h"

#include "test.h"

static void test_counts_stay_within_limits(void)
{
    LessonVote vote;
    lesson_vote_init(&vote, 2);
    EXPECT(!lesson_vote_add(&vote, 0, -1));
    EXPECT_EQ(vote.counts[0], 0);
    EXPECT(lesson_vote_add(&vote, 1, LESSON_VOTES_MAX));
    EXPECT(!lesson_vote_add(&vote, 1, 1));
    EXPECT_EQ(vote.counts[1], LESSON_VOTES_MAX);
    EXPECT_EQ(lesson_vote_total(&vote), LESSON_VOTES_MAX);
}

static void test_taken_back_one_by_one(void)
{
    LessonVote vote;
    lesson_vote_init(&vote, 3);
    EXPECT(!lesson_vote_take_back(&vote));
    EXPECT(lesson_vote_add(&vote, 0, 1));
    EXPECT(lesson_vote_add(&vote, 2, 1));
    EXPECT(lesson_vote_add(&vote, 0, -1));
    EXPECT(lesson_vote_take_back(&vote));
    EXPECT_EQ(vote.counts[0], 1);
    EXPECT(lesson_vote_take_back(&vote));
    EXPECT_EQ(vote.counts[2], 0);
    EXPECT(lesson_vote_take_back(&vote));
    EXPECT_EQ(lesson_vote_total(&vote), 0);
    EXPECT(!lesson_vote_take_back(&vote));
}

/* More changes than are remembered: the last ones are taken back, and no count goes below none. */
static void test_only_the_last_steps_are_kept(void)
{
    LessonVote vote;
    lesson_vote_init(&vote, 1);
    for (unsigned i = 0; i < LESSON_VOTE_STEPS_MAX + 5; i++) {
        EXPECT(lesson_vote_add(&vote, 0, 1));
    }
    for (unsigned i = 0; i < LESSON_VOTE_STEPS_MAX; i++) {
        EXPECT(lesson_vote_take_back(&vote));
    }
    EXPECT(!lesson_vote_take_back(&vote));
    EXPECT_EQ(vote.counts[0], 5);
}

static void test_who_leads(void)
{
    LessonVote vote;
    size_t index = 7;
    lesson_vote_init(&vote, 3);
    EXPECT_EQ(lesson_vote_leader(&vote, &index), LESSON_NOBODY_LEADS);
    EXPECT(!lesson_vote_leads(&vote, 0));
    (void)lesson_vote_add(&vote, 1, 4);
    EXPECT_EQ(lesson_vote_leader(&vote, &index), LESSON_ONE_LEADS);
    EXPECT_EQ(index, 1);
    (void)lesson_vote_add(&vote, 2, 4);
    EXPECT_EQ(lesson_vote_leader(&vote, &index), LESSON_SOME_LEAD);
    EXPECT(!lesson_vote_leads(&vote, 0) && lesson_vote_leads(&vote, 1) && lesson_vote_leads(&vote, 2));
    (void)lesson_vote_add(&vote, 2, 1);
    EXPECT_EQ(lesson_vote_leader(&vote, &index), LESSON_ONE_LEADS);
    EXPECT_EQ(index, 2);
}

static void test_a_spread_needs_five_hands(void)
{
    LessonVote vote;
    lesson_vote_init(&vote, 2);
    (void)lesson_vote_add(&vote, 0, 3);
    (void)lesson_vote_add(&vote, 1, 1);
    EXPECT(!lesson_vote_has_spread(&vote)); /* N - 1 */
    (void)lesson_vote_add(&vote, 1, 1);
    EXPECT(lesson_vote_has_spread(&vote)); /* N */
    EXPECT(lesson_vote_take_back(&vote));
    EXPECT(!lesson_vote_has_spread(&vote));
}

int main(void)
{
    test_counts_stay_within_limits();
    test_taken_back_one_by_one();
    test_only_the_last_steps_are_kept();
    test_who_leads();
    test_a_spread_needs_five_hands();
    return TEST_MAIN_END();
}
