#ifndef SANGO_BASE_FILE_H
#define SANGO_BASE_FILE_H

#include "sango/base/arena.h"
#include "sango/base/status.h"
#include "sango/base/strbuf.h"
#include "sango/base/strview.h"

#include <stdint.h>

/* Paths are UTF-8 with '/' between folders on every system. */

/* A whole file as bytes with a NUL behind them (not counted). Owned by caller:
 * file_free(). STATUS_NOT_FOUND, STATUS_IO, STATUS_LIMIT (more than `max_bytes`),
 * STATUS_NOMEM. *text is empty on failure. */
Status file_read(const Allocator *alloc, const char *path, size_t max_bytes, StrView *text);
void file_free(const Allocator *alloc, StrView *text);

/* Writes beside `path` and renames over it, so that a reader or a power cut never
 * sees half a file. STATUS_IO on any failure; the old file is then unchanged. */
Status file_write(const char *path, StrView bytes);

/* Makes a folder and its parents (mode 0700 for those it makes, where there are modes). */
Status file_make_folders(const char *path);

/* Names of the files (no folders) in a folder that begin and end so, in the order of their bytes, from the arena. A folder that is
 * not there has none. STATUS_IO, STATUS_NOMEM. */
Status file_list(Arena *arena, const char *folder, StrView begin, StrView end, StrView **names, size_t *count);

/* The same of everything in a folder, folders too, but not what is hidden by a dot. */
Status file_list_all(Arena *arena, const char *folder, StrView **names, size_t *count);

/* A file or folder that may be read; a folder. */
bool file_is_there(const char *path);
bool file_is_folder(const char *path);

/* STATUS_NOT_FOUND, STATUS_IO (a folder, no right). */
Status file_size(const char *path, uint64_t *bytes);
Status file_remove(const char *path);

/* In the place of what has the new name. STATUS_IO. */
Status file_rename(const char *from, const char *to);

/* A number that is another one after the file was written; 0 of one that is not there. */
uint64_t file_stamp(const char *path);

/* Appends the path from the root. STATUS_NOT_FOUND, STATUS_NOMEM. */
Status file_whole_path(const char *path, StrBuf *whole);

#endif
