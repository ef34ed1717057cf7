#ifndef SANGO_TOOLS_TEXT_ROOM_H
#define SANGO_TOOLS_TEXT_ROOM_H

#include "sango/yarn/strings.h"

/* Does a text fit where the game shows it? Measured in cells: half an em, about one Latin letter of our fonts; a
 * Chinese character is two, a mark that stands above or below is none. No font is asked, so this is a rule of thumb.
 *
 * The room is that of 200 % letters, as play_draw.c shows them: a spoken line has five rows of 29 cells in its box
 * before its letters get smaller again, a choice three rows of 20 on its card beside its picture. */
enum { ROOM_LINE = 140, ROOM_CHOICE = 60, ROOM_TITLE = 40, ROOM_SUMMARY = 140 };

/* Cells of what is shown: without the speaker and [markup]; {0} counts as a made-up name of 12. */
unsigned text_room_cells(const StringsText *text, StrView shown);

/* The room that a text has; 0: any (a teacher's note). */
unsigned text_room_limit(const StringsText *text, bool is_notes);

/* How long a translation of an English text of so many cells usually gets at most: IBM's table of expansion, as the
 * W3C gives it ("Text size in translation": 300 % for ten letters, 130 % above seventy), and a quarter more. */
unsigned text_room_usual(unsigned english_cells);

#endif
