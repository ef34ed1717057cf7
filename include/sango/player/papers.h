#ifndef SANGO_PLAYER_PAPERS_H
#define SANGO_PLAYER_PAPERS_H

#include "sango/player/app.h"
#include "sango/print/template.h"

/* Pages that a grown-up prints or takes along: made from a template of assets/print, written into the user's folder of papers, shown in
 * the program that the computer has for them. Nothing of the game ends because one cannot be written. */

/* The store has a key of STORE_EVERYBODY for each file that was written: this and the name. */
#define PAPERS_KEY "paper."

/* Fills the template of this name ("certificate.html"). Failures are logged with file and line. */
Status papers_fill(App *app, const char *name, const PrintPage *page, StrBuf *out);

/* Letters, digits, '-', '_' and '.', which is not the first: it names a file in the folder of papers and none elsewhere. */
bool papers_is_name(StrView name);

/* Writes a file into the folder of papers; a new one takes the place of an old one. `name` as papers_is_name().
 * *path (from the arena, NUL-terminated) is where it is, or should have been. STATUS_UNSUPPORTED without a folder, STATUS_INVALID for
 * another name, STATUS_IO (disk full, no right to write: nothing half-written is left), STATUS_NOMEM. Logged. */
Status papers_write(App *app, Arena *arena, StrView name, StrView content, StrView *path);

/* Shows a written file. False where there is no window or no program for it: the caller then says where the file is. */
bool papers_show(App *app, StrView path);

#endif
