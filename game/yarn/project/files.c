#include "project_internal.h"

#include <stdlib.h>
#include <string.h>

static StrView join(Arena *arena, StrView before, StrView between, StrView behind)
{
    StrBuf text;
    strbuf_init(&text, arena->alloc);
    strbuf_append(&text, before);
    strbuf_append(&text, before.len ? between : SV(""));
    strbuf_append(&text, behind);
    StrView kept = text.failed ? (StrView){ NULL, 0 } : arena_copy(arena, strbuf_view(&text));
    strbuf_release(&text);
    return kept;
}

StrView files_shown(Arena *arena, const YarnFiles *files, StrView path)
{
    return join(arena, files->shown, SV(""), path);
}

typedef struct Folder {
    StrView path;
    unsigned depth;
} Folder;

/* Folders still to be listed are a queue, so that depth costs nothing. */
typedef struct Collector {
    Arena *arena;
    FileTree *tree;
    Folder *folders;
    size_t folder_count, at;
    Status status;
} Collector;

static void take_entry(void *context, StrView name, bool is_folder)
{
    Collector *all = context;
    Folder inside = all->folders[all->at];
    if (all->status != STATUS_OK || name.len == 0 || name.data[0] == '.' ||
        memchr(name.data, '/', name.len) || (is_folder && inside.depth >= YARN_PROJECT_DEPTH_MAX)) {
        return;
    }
    if (all->tree->count + all->folder_count > YARN_PROJECT_FILES_MAX) {
        all->status = STATUS_LIMIT;
        return;
    }
    StrView path = join(all->arena, inside.path, SV("/"), name);
    if (is_folder) {
        Folder *folders = arena_grow(all->arena, all->folders, all->folder_count, sizeof *folders);
        if (folders) {
            folders[all->folder_count++] = (Folder){ path, inside.depth + 1 };
            all->folders = folders;
        }
        all->status = folders && path.data ? STATUS_OK : STATUS_NOMEM;
    } else {
        StrView *paths = arena_grow(all->arena, all->tree->paths, all->tree->count, sizeof *paths);
        if (paths) {
            paths[all->tree->count++] = path;
            all->tree->paths = paths;
        }
        all->status = paths && path.data ? STATUS_OK : STATUS_NOMEM;
    }
}

static int compare_paths(const void *a, const void *b)
{
    return strview_compare(*(const StrView *)a, *(const StrView *)b);
}

Status files_collect(FileTree *tree, Arena *arena, const YarnFiles *files, SourcePos pos, DiagSink *diags)
{
    Collector all = { .arena = arena, .tree = tree };
    *tree = (FileTree){ 0 };
    all.folders = ARENA_NEW(arena, Folder);
    if (!all.folders) {
        return STATUS_NOMEM;
    }
    all.folders[0] = (Folder){ SV(""), 0 };
    all.folder_count = 1;
    for (; all.at < all.folder_count && all.status == STATUS_OK; all.at++) {
        StrView path = all.folders[all.at].path;
        Status listed = files->list(files->user, path, take_entry, &all);
        if (listed == STATUS_NOMEM) {
            all.status = listed;
        } else if (listed != STATUS_OK) {
            diag_report(diags, DIAG_WARNING, pos, 0, "yarn-project", "the folder '%.*s/' cannot be read",
                        SV_ARG(path));
        }
    }
    if (all.status == STATUS_LIMIT) {
        diag_report(diags, DIAG_ERROR, pos, 0, "yarn-project",
                    "there are more than %d files below this folder", YARN_PROJECT_FILES_MAX);
    } else if (tree->count) {
        qsort(tree->paths, tree->count, sizeof *tree->paths, compare_paths);
    }
    return all.status;
}
