#ifndef SANGO_TOOLS_PACK_TEXTS_H
#define SANGO_TOOLS_PACK_TEXTS_H

#include "font_cover.h"
#include "sango/level/pack.h"
#include "sango/yarn/strings.h"

/* Adds titles and summaries of pack.json (`file` is its path) to the texts that are translated. */
Status pack_texts_add_titles(StringsTable *table, const LevelPack *pack, StrView file, DiagSink *diags);

/* All texts of the pack, its titles too, in its own language and in each PO file of its folder po: what is not translated, what
 * does not fit its place, characters that no font has. `program` is all of its scripts together. STATUS_NOMEM. */
Status pack_texts_check(const LevelPack *pack, const YarnProgram *program, const FontCover *cover, DiagSink *diags);

/* Which lines have no recorded voice, for each language that has any: a note with the number. `voices` is the
 * folder with a folder for each language, in it ID.ogg. STATUS_NOMEM. */
Status pack_voices_check(const YarnProgram *program, const char *voices, DiagSink *diags);

/* True for the lines of a teacher's notes. */
bool pack_is_notes(const YarnProgram *program, StrView node);

#endif
