#ifndef SANGO_PLAYER_LESSON_VOTE_H
#define SANGO_PLAYER_LESSON_VOTE_H

#include "sango/classroom/lesson.h"

/* The hands that a class shows for the answers of a question, as the grown-up counts them. Pure.
 *
 *     LessonVote vote;
 *     lesson_vote_init(&vote, 3);
 *     lesson_vote_add(&vote, 1, 5);
 *     if (lesson_vote_leader(&vote, &index) == LESSON_ONE_LEADS) … */
enum { LESSON_VOTE_STEPS_MAX = 32 }; /* that can be taken back */

typedef struct LessonVoteStep {
    uint8_t option;
    int8_t by;
} LessonVoteStep;

typedef struct LessonVote {
    unsigned counts[LESSON_OPTIONS_MAX]; /* 0..LESSON_VOTES_MAX */
    size_t option_count;                 /* 1..LESSON_OPTIONS_MAX */
    LessonVoteStep steps[LESSON_VOTE_STEPS_MAX]; /* the last ones */
    size_t step_count;
} LessonVote;

typedef enum LessonLead { LESSON_NOBODY_LEADS, LESSON_ONE_LEADS, LESSON_SOME_LEAD } LessonLead;

void lesson_vote_init(LessonVote *vote, size_t option_count);
/* `by` may be negative; a count stays within its limits. False when nothing changed. */
bool lesson_vote_add(LessonVote *vote, size_t option, int by);
bool lesson_vote_take_back(LessonVote *vote); /* the last change; false: there is none */
unsigned lesson_vote_total(const LessonVote *vote);
/* From LESSON_SPREAD_MIN hands on; fewer would tell about single children, and are neither shown nor kept. */
bool lesson_vote_has_spread(const LessonVote *vote);
/* Which answer has most hands: *index, when it is one. */
LessonLead lesson_vote_leader(const LessonVote *vote, size_t *index);
bool lesson_vote_leads(const LessonVote *vote, size_t option); /* nobody has more, and somebody has it */

#endif
