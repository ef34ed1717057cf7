#ifndef SANGO_FILES_FILES_H
#define SANGO_FILES_FILES_H

#include "sango/base/alloc.h"
#include "sango/base/diag.h"
#include "sango/base/status.h"

/* A tree of files to read from: a folder, or a zip as somebody sends it. Names are
 * relative, with '/', and never lead out of the tree. What a zip claims is not believed:
 * no more is unpacked than is asked for.
 *
 *     FileTree *tree;
 *     if (file_tree_open(alloc, "stories.zip", &diags, &tree) == STATUS_OK) {
 *         status = file_tree_read(tree, alloc, SV("pack.json"), 1 << 20, &text);
 *         file_free(alloc, &text);
 *         file_tree_close(tree);
 *     }
 *
 * One thread. */
typedef struct FileTree FileTree;

enum {
    FILE_TREE_ZIP_BYTES_MAX = 64 * 1024 * 1024, /* of the zip itself */
    FILE_TREE_ENTRIES_MAX = 4096,               /* files and folders in a zip */
    FILE_TREE_NAME_BYTES_MAX = 256
};

/* Mistakes go to `diags` (may be NULL) under "pack-zip", with the zip's name. An entry whose
 * name leads out of the zip is a mistake and is not readable; the rest is. A zip whose files all
 * stand in one folder is read from that folder: that is how file managers pack.
 * STATUS_NOT_FOUND, STATUS_IO, STATUS_INVALID (no zip, or a damaged one), STATUS_LIMIT,
 * STATUS_UNSUPPORTED (built without PhysicsFS), STATUS_NOMEM: *tree is NULL. */
Status file_tree_open(const Allocator *alloc, const char *path, DiagSink *diags, FileTree **tree);
void file_tree_close(FileTree *tree); /* NULL is allowed */

/* A whole file as file_read() gives it, owned by caller: file_free(). STATUS_NOT_FOUND, STATUS_IO
 * (a damaged entry or one that is encrypted, too), STATUS_LIMIT (more than `max_bytes`, whatever the
 * zip says of its size), STATUS_INVALID (a name that file_tree_is_inside() refuses), STATUS_NOMEM. */
Status file_tree_read(const FileTree *tree, const Allocator *alloc, StrView name, size_t max_bytes, StrView *text);

bool file_tree_is_zip(const FileTree *tree);

/* Relative, not empty, no "..", no empty part, no '\\', ':' or control byte, at most
 * FILE_TREE_NAME_BYTES_MAX bytes. */
bool file_tree_is_inside(StrView name);

#endif
