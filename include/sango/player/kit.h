#ifndef SANGO_PLAYER_KIT_H
#define SANGO_PLAYER_KIT_H

#include "sango/kit/kit.h"
#include "sango/player/app.h"

/* Makes a page of the lesson kit in the game's language and writes it into the folder of papers, as "plan-prologue.html" or
 * "cards.html". `pack` and `level` may be NULL for pages of no level. *path (from the arena, NUL-terminated) is where it is, or
 * should have been; papers_show() opens it.
 * Status as of papers_write(), and of level_kit_read() and kit_page_write(); failures are logged with file and line. */
Status lesson_paper(App *app, const LevelPack *pack, const LevelEntry *level, KitPage page, Arena *arena, StrView *path);

#endif
