#ifndef SANGO_PLAYER_PROMISES_INTERNAL_H
#define SANGO_PLAYER_PROMISES_INTERNAL_H

#include "sango/level/session.h"
#include "sango/player/app.h"

/* What a player promised at the end of a story. "promise" holds the level's key and the ids of the lines, not
 * words: they are shown in the language that is on. */

/* Keeps those of the way that was played to its end; true when there are some. They take the place of older ones. */
bool promises_keep(App *app, const LevelSession *session, StrView level_key);

/* Texts in the child's language, from the arena. A line that the story no longer has is left out. */
size_t promises_read(App *app, Arena *arena, StrView texts[SESSION_PROMISES_MAX]);

#endif
