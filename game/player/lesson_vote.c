#include "lesson_vote.h"

#include <assert.h>

void lesson_vote_init(LessonVote *vote, size_t option_count)
{
    assert(option_count >= 1 && option_count <= LESSON_OPTIONS_MAX);
    *vote = (LessonVote){ .option_count = option_count };
}

static void keep_step(LessonVote *vote, size_t option, int by)
{
    if (vote->step_count == LESSON_VOTE_STEPS_MAX) {
        for (size_t i = 1; i < LESSON_VOTE_STEPS_MAX; i++) {
            vote->steps[i - 1] = vote->steps[i];
        }
        vote->step_count--;
    }
    vote->steps[vote->step_count++] = (LessonVoteStep){ (uint8_t)option, (int8_t)by };
}

bool lesson_vote_add(LessonVote *vote, size_t option, int by)
{
    assert(option < vote->option_count && by >= -LESSON_VOTES_MAX && by <= LESSON_VOTES_MAX);
    int before = (int)vote->counts[option];
    int now = before + by;
    now = now < 0 ? 0 : now > LESSON_VOTES_MAX ? LESSON_VOTES_MAX : now;
    if (now == before) {
        return false;
    }
    vote->counts[option] = (unsigned)now;
    keep_step(vote, option, now - before);
    return true;
}

bool lesson_vote_take_back(LessonVote *vote)
{
    if (vote->step_count == 0) {
        return false;
    }
    LessonVoteStep step = vote->steps[--vote->step_count];
    vote->counts[step.option] = (unsigned)((int)vote->counts[step.option] - step.by);
    return true;
}

unsigned lesson_vote_total(const LessonVote *vote)
{
    unsigned total = 0;
    for (size_t i = 0; i < vote->option_count; i++) {
        total += vote->counts[i];
    }
    return total;
}

bool lesson_vote_has_spread(const LessonVote *vote)
{
    return lesson_vote_total(vote) >= LESSON_SPREAD_MIN;
}

bool lesson_vote_leads(const LessonVote *vote, size_t option)
{
    for (size_t i = 0; i < vote->option_count; i++) {
        if (vote->counts[i] > vote->counts[option]) {
            return false;
        }
    }
    return vote->counts[option] > 0;
}

LessonLead lesson_vote_leader(const LessonVote *vote, size_t *index)
{
    size_t count = 0;
    for (size_t i = 0; i < vote->option_count; i++) {
        if (lesson_vote_leads(vote, i)) {
            *index = count++ ? *index : i;
        }
    }
    return count == 0 ? LESSON_NOBODY_LEADS : count == 1 ? LESSON_ONE_LEADS : LESSON_SOME_LEAD;
}
