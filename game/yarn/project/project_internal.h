#ifndef SANGO_YARN_PROJECT_INTERNAL_H
#define SANGO_YARN_PROJECT_INTERNAL_H

#include "sango/json/json.h"
#include "sango/yarn/project.h"

/* No '*', no '?', no '/' at its end: it names one file. */
bool glob_is_plain(StrView pattern);

/* Paths of all files below the project's folder, in the order of their bytes. */
typedef struct FileTree {
    StrView *paths;
    size_t count;
} FileTree;

/* Names that begin with '.' are left out. What cannot be listed is reported as a warning at `pos`,
 * too many files as an error (STATUS_LIMIT). STATUS_NOMEM. Paths live in the arena. */
Status files_collect(FileTree *tree, Arena *arena, const YarnFiles *files, SourcePos pos, DiagSink *diags);

/* "shown/path" in the arena; data NULL when out of memory. */
StrView files_shown(Arena *arena, const YarnFiles *files, StrView path);

#endif
