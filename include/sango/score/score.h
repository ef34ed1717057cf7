#ifndef SANGO_SCORE_SCORE_H
#define SANGO_SCORE_SCORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Decisions to points, stars and deeds: pure arithmetic, written out with examples
 * in game/score/README.md. Nothing here knows time, speed or other children. */
#define POWER_LIST(X)                                                                                        \
    X(RIGHTS, "rights")                                                                                      \
    X(PRIVACY, "privacy")                                                                                    \
    X(TRUTH, "truth")                                                                                        \
    X(KINDNESS, "kindness")                                                                                  \
    X(HELP, "help")                                                                                          \
    X(CAUTION, "caution")                                                                                    \
    X(SHIELD, "shield")                                                                                      \
    X(BALANCE, "balance")

typedef enum Power {
#define X(name, text) POWER_##name,
    POWER_LIST(X)
#undef X
    POWER_COUNT
} Power;

const char *power_name(Power power); /* "privacy" */

typedef enum Grade { GRADE_SAFE, GRADE_OKAY, GRADE_RISKY } Grade;

/* One way through one decision. */
typedef struct ScoreTry {
    bool decided;
    Grade first;    /* of the first answer */
    bool recovered; /* stopped, undid or blocked afterwards */
    bool told;      /* told a grown-up, in the answer itself or afterwards */
} ScoreTry;

enum { SCORE_DECISION_MAX = 3, SCORE_STARS_MAX = 3 };

/* 0..3: safe 3; okay 2, and 3 when told; risky 0, 1 when recovered, 2 when told. 0 when not decided. */
unsigned score_try_points(const ScoreTry *attempt);

/* A decision of a level with the first and the last way through it. */
typedef struct ScoreDecision {
    Power power;
    ScoreTry first, last;
    uint16_t tries;
} ScoreDecision;

/* Whole level, over `count` decisions, by their last tries (or first ones). */
typedef struct LevelScore {
    unsigned points, maximum;
    unsigned stars; /* 0..3: 3 from 5/6 of the maximum, 2 from 1/2, else 1; 0 when nothing was decided */
    unsigned power_points[POWER_COUNT], power_maximum[POWER_COUNT];
} LevelScore;
void score_level(const ScoreDecision *decisions, size_t count, bool by_first_try, LevelScore *score);

/* The rank of a power from all points a child has in it: 0 none, 1 starter, 2 explorer, 3 guardian. */
unsigned score_rank(unsigned points, unsigned maximum);

/* The power to practise next: the one with the lowest share, earlier in the list when
 * equal; POWER_COUNT when all are full or none was met. */
Power score_practise_next(const LevelScore *score);

/* Badges are for deeds. */
#define STORY_DEED_LIST(X)                                                                                   \
    X(TOLD, "told")                                                                                          \
    X(CHANGED_MIND, "changed_mind")                                                                          \
    X(HELPED, "helped")                                                                                      \
    X(FINISHED, "finished")                                                                                  \
    X(ANOTHER_WAY, "another_way")

#define DEED_LIST(X)                                                                                         \
    STORY_DEED_LIST(X)                                                                                       \
    X(WORLD, "world") /* of which no single story knows */

typedef enum Deed {
#define X(name, text) DEED_##name,
    DEED_LIST(X)
#undef X
    DEED_COUNT
} Deed;

const char *deed_name(Deed deed);

/* The rank of a deed's badge, from the number of finished stories that it was done in (of WORLD: of worlds of
 * which every story is finished): 0 none, 1 from the first, 2 from the third, 3 from the sixth. */
unsigned score_deed_rank(unsigned times);

#endif
