#ifndef SANGO_TOOLS_KIT_WRITE_H
#define SANGO_TOOLS_KIT_WRITE_H

#include "sango/kit/kit.h"

/* Writes all pages of a pack: out/younger/ and out/older/, each in the order of a book (00-guide.html,
 * 01-prologue-plan.html, ...), and out/index.html. A level that cannot be read is named on stderr, and the others are
 * written. False when anything was wrong. */
bool kit_write(const KitPaper *paper, const LevelPack *pack, const char *out);

#endif
