#ifndef SANGO_LEVEL_LIBRARY_H
#define SANGO_LEVEL_LIBRARY_H

#include "sango/level/pack.h"

/* All packs of this computer: the game's own and those that somebody put into the folder
 * of packs, each a folder or a zip. A pack that is broken or hostile is reported and left
 * out; the others are played. */
enum { LIBRARY_PACKS_MAX = 64 };

typedef struct LevelLibrary {
    const Allocator *alloc;
    LevelPack *packs; /* the game's own first, when it could be read; the rest by name of file */
    size_t count, capacity;
    bool has_own; /* packs[0] is the game's own */
} LevelLibrary;

/* `own` is the game's pack; `folder` that of the others: may be NULL, need not exist. Mistakes go to
 * `diags` with file and line. STATUS_OK even when packs were left out (count may be 0);
 * STATUS_NOMEM. Release after STATUS_OK. */
Status level_library_open(const Allocator *alloc, const char *own, const char *folder, DiagSink *diags, LevelLibrary *library);
void level_library_release(LevelLibrary *library);

/* A level by its id ("surprise-present") or its key ("ducks/first-day"); *pack is where it is. NULL: none. */
const LevelEntry *level_library_find(const LevelLibrary *library, StrView name, const LevelPack **pack);

#endif
