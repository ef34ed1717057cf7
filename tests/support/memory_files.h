#ifndef MEMORY_FILES_H
#define MEMORY_FILES_H
/* A folder in memory, for what reads through YarnFiles. Names may hold anything. */
#include "sango/yarn/project.h"

#include <string.h>

typedef struct MemoryFile {
    StrView path, text;
} MemoryFile;

typedef struct MemoryFiles {
    const MemoryFile *files;
    size_t count;
} MemoryFiles;

static inline Status memory_read(void *user, const Allocator *alloc, StrView path, size_t max_bytes,
                                 StrView *text)
{
    const MemoryFiles *all = user;
    *text = (StrView){ NULL, 0 };
    for (size_t i = 0; i < all->count; i++) {
        if (strview_equal(all->files[i].path, path)) {
            size_t len = all->files[i].text.len;
            if (len > max_bytes) {
                return STATUS_LIMIT;
            }
            char *bytes = alloc_take(alloc, len + 1, 1);
            if (!bytes) {
                return STATUS_NOMEM;
            }
            if (len) {
                memcpy(bytes, all->files[i].text.data, len);
            }
            *text = (StrView){ bytes, len };
            return STATUS_OK;
        }
    }
    return STATUS_NOT_FOUND;
}

/* The name in `folder` that the path begins with; empty when it is not below that folder. */
static inline StrView memory_child(StrView folder, StrView path, bool *is_folder)
{
    StrView name = SV("");
    if (folder.len) {
        if (!strview_starts_with(path, folder) || path.len <= folder.len || path.data[folder.len] != '/') {
            return name;
        }
        path = strview_slice(path, folder.len + 1, path.len);
    }
    StrView rest = path;
    (void)strview_take(&rest, '/', &name);
    *is_folder = name.len < path.len;
    return name;
}

static inline Status memory_list(void *user, StrView folder, void (*visit)(void *, StrView, bool),
                                 void *context)
{
    const MemoryFiles *all = user;
    for (size_t i = 0; i < all->count; i++) {
        bool is_folder = false, before_is_folder = false, is_known = false;
        StrView name = memory_child(folder, all->files[i].path, &is_folder);
        for (size_t j = 0; name.len && j < i; j++) {
            is_known |= strview_equal(memory_child(folder, all->files[j].path, &before_is_folder), name);
        }
        if (name.len && !is_known) {
            visit(context, name, is_folder);
        }
    }
    return STATUS_OK;
}

#endif
