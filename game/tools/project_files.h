#ifndef SANGO_TOOLS_PROJECT_FILES_H
#define SANGO_TOOLS_PROJECT_FILES_H

#include "sango/yarn/project.h"

/* A folder on disk for YarnFiles. Links to files are followed only when they stay inside the
 * folder; linked folders are not listed: what they hold inside is found under its own name. */
typedef struct ProjectFiles {
    YarnFiles files; /* files.shown is "folder/", or empty for "." */
    StrBuf shown;
    char *root; /* the folder's real path */
} ProjectFiles;

/* `folder` may be "". STATUS_NOT_FOUND, STATUS_NOMEM. Must not move afterwards; close in any case. */
Status project_files_open(ProjectFiles *files, const char *folder);
void project_files_close(ProjectFiles *files);

#endif
