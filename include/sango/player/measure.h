#ifndef SANGO_PLAYER_MEASURE_H
#define SANGO_PLAYER_MEASURE_H

#include "sango/level/session.h"
#include "sango/score/measure.h"
#include "sango/store/store.h"

/* The before/after measure as it is kept: answers for each player, world and time. For reports: the arithmetic is
 * in score/measure.h, and nothing of it is ever shown to a child. `world`: as in StoreMark. */

/* Those of one player. STATUS_NOT_FOUND when none was kept (answers: none is answered), else what the store says.
 * Damaged rows are left out. */
Status measure_read(Store *store, int64_t player, StrView world, MeasureTime time, MeasureAnswers *answers);

/* All players of the store: BEFORE against `time`. */
Status measure_read_class(Store *store, StrView world, MeasureTime time, MeasureClass *group);

/* Keeps the answers of a session that has played a measure. */
Status measure_keep(Store *store, int64_t player, StrView world, MeasureTime time, const LevelSession *session);

#endif
