#ifndef SANGO_BASE_FILE_H
#define SANGO_BASE_FILE_H

#include "sango/base/arena.h"
#include "sango/base/status.h"
#include "sango/base/strview.h"

#include <stdint.h>

/* A whole file as bytes with a NUL behind them (not counted). Owned by caller:
 * file_free(). STATUS_NOT_FOUND, STATUS_IO, STATUS_LIMIT (more than `max_bytes`),
 * STATUS_NOMEM. *text is empty on failure. */
Status file_read(const Allocator *alloc, const char *path, size_t max_bytes, StrView *text);
void file_free(const Allocator *alloc, StrView *text);

/* Writes beside `path` and renames over it, so that a reader or a power cut never
 * sees half a file. STATUS_IO on any failure; the old file is then unchanged. */
Status file_write(const char *path, StrView bytes);

/* Makes a folder and its parents (mode 0700 for those it makes). */
Status file_make_folders(const char *path);

/* Names of the files (no folders) in a folder that begin and end so, in the order of their bytes, from the arena. A folder that is
 * not there has none. STATUS_IO, STATUS_NOMEM. */
Status file_list(Arena *arena, const char *folder, StrView begin, StrView end, StrView **names, size_t *count);

/* STATUS_NOT_FOUND, STATUS_IO (a folder, no right). */
Status file_size(const char *path, uint64_t *bytes);
Status file_remove(const char *path);

#endif
