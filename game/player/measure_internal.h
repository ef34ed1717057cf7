#ifndef SANGO_PLAYER_MEASURE_INTERNAL_H
#define SANGO_PLAYER_MEASURE_INTERNAL_H

#include "sango/player/app.h"
#include "sango/player/measure.h"

/* When the measure of a world of the pack that is played is offered: once before its first story, once after its
 * last, and once more when a finished world is played again in another run of the program (no clock is kept). A
 * guest is not asked. */
bool measure_is_due_before(App *app, StrView world);
bool measure_is_due_after(App *app, StrView world, MeasureTime *time);
void measure_note_asked(App *app, StrView world, MeasureTime time); /* answered or not */

/* How a world is called in StoreMark. */
StrView measure_world(Arena *arena, const LevelPack *pack, StrView world);

/* Offers it, asks it, and goes on to `next`, or back when that is NULL. */
Scene *measure_scene_create(App *app, StrView world, MeasureTime time, const LevelEntry *next);

#endif
