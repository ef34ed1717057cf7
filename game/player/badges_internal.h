#ifndef SANGO_PLAYER_BADGES_INTERNAL_H
#define SANGO_PLAYER_BADGES_INTERNAL_H

#include "sango/player/app.h"
#include "sango/score/score.h"

/* A player's badges: one for each power and each deed, with the ranks of score.h. They are
 * worked out of what is kept of each story: "power.<level>" holds its points as
 * "privacy:5/6 help:2/3", "deed.<name>" how many finished stories had the deed in them. */
typedef struct Badges {
    uint8_t powers[POWER_COUNT], deeds[DEED_COUNT]; /* ranks: 0 (still to find) to 3 */
} Badges;

/* What cannot be read is told and counts as nothing. */
void badges_read(App *app, Badges *badges);

/* Keeps what a finished story adds. Of a story that was played before, each power keeps its
 * better result. `deeds`: bits. */
void badges_add(App *app, StrView level, const LevelScore *score, unsigned deeds);

/* "ui/badge_told_2"; rank 0 is its silhouette. */
StrView badge_picture(UiFrame *frame, const char *name, unsigned rank);
/* "Explorer"; empty for rank 0. */
StrView badge_rank_title(const Catalogue *catalogue, unsigned rank);

#endif
