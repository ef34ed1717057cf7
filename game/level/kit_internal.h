#ifndef SANGO_LEVEL_KIT_INTERNAL_H
#define SANGO_LEVEL_KIT_INTERNAL_H

#include "sango/level/kit.h"

/* A list that grows in the kit's arena; false when out of memory. */
bool kit_add(LevelKit *kit, KitTexts *texts, StrView text);
/* A copy in the kit's arena; false when out of memory. */
bool kit_copy(LevelKit *kit, StrView *copy, StrView text);

/* kit_walk.c: plays the story; fills the decisions, the moments, next and the tools. */
Status kit_walk(const Allocator *alloc, const YarnProgram *program, const LevelEntry *level, const Catalogue *catalogue, LevelKit *kit);

#endif
