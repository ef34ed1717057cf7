#ifndef SANGO_BASE_FILE_INTERNAL_H
#define SANGO_BASE_FILE_INTERNAL_H

#include "sango/base/file.h"

#include <stdio.h>

/* What each system has calls of its own for: file_posix.c, file_windows.c. file_is_there(), file_rename() and
 * file_whole_path() of the public header are there, too. */
typedef struct FileLook {
    bool is_folder;
    bool is_file; /* neither: a device, a pipe */
    uint64_t bytes;
    uint64_t stamp; /* never 0 */
} FileLook;

/* STATUS_NOT_FOUND, STATUS_IO. */
Status file_look(const char *path, FileLook *look);

/* NULL on any failure. A new file is none that was there, nor somebody's link. */
FILE *file_open_to_read(const char *path);
FILE *file_open_new(const char *path);

/* Whether the bytes are on the disk now, not in some cache. */
bool file_sync(FILE *file);

/* True, too, when something of the name is there. */
bool file_make_folder(const char *path);
bool file_unlink(const char *path);

/* Each name in a folder, in no order, until `take` says something else than STATUS_OK. STATUS_NOT_FOUND, STATUS_IO, or what `take` said. */
Status file_each(const char *folder, Status (*take)(void *user, const char *name), void *user);

#endif
