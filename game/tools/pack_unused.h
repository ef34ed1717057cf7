#ifndef SANGO_TOOLS_PACK_UNUSED_H
#define SANGO_TOOLS_PACK_UNUSED_H

#include "sango/level/lint.h"
#include "sango/yarn/program.h"

/* Actors, places with their lights, icons and phone pictures that are drawn and that no level shows, as a note for each kind: art that
 * somebody could use, or take away. (That each drawing has a name that can be written, and that each sound can be played, is the business of
 * tests/content/art.py.) `program` is all scripts of the pack together. STATUS_NOMEM. */
Status pack_unused_check(const LevelPack *pack, const YarnProgram *program, const LintNames *names, DiagSink *diags);

#endif
