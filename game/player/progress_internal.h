#ifndef SANGO_PLAYER_PROGRESS_INTERNAL_H
#define SANGO_PLAYER_PROGRESS_INTERNAL_H

#include "sango/player/app.h"

/* How far a player is: which levels there are for this child, which are finished, which comes next.
 * Worked out of the results, nothing is kept. */
typedef struct Progress {
    StoreResult *results; /* of all packs; from the arena that was given */
    size_t count;
} Progress;

typedef struct WorldProgress {
    unsigned levels, done; /* for the player's band, without those that are hidden */
    unsigned stars, stars_most;
} WorldProgress;

void progress_read(App *app, Arena *arena, Progress *progress);
const StoreResult *progress_find(const Progress *progress, StrView level_key); /* NULL: not finished yet */

/* False for a level of the other band, of a world that is not open, and for a restricted one that no grown-up
 * switched on. */
bool progress_is_offered(const App *app, const LevelPack *pack, const LevelEntry *level);

/* `world`: an id, or "home". */
WorldProgress progress_world(const App *app, const Progress *progress, const LevelPack *pack, StrView world);

/* The first level, in the order of the pack, that is offered and not finished; NULL when all are. */
const LevelEntry *progress_next(const App *app, const Progress *progress, const LevelPack *pack);

/* Worlds of which every story of a band is finished, in all packs. Restricted stories are not asked for: the
 * number must not fall when they are switched on. */
unsigned progress_worlds_finished(const App *app, const Progress *progress);

/* What is played is of the pack that the player played last ("pack" holds its id), if it is still there. */
void packs_use_last(App *app);

/* The packs of this computer: those of the library, or the one that is played. */
size_t progress_pack_count(const App *app);
const LevelPack *progress_pack(const App *app, size_t index);

#endif
