#define _POSIX_C_SOURCE 200809L
#include "pack_files.h"

#include <dirent.h>
#include <stdlib.h>
#include <sys/stat.h>

enum { DEPTH_MAX = 4 };

static bool is_of(const LevelEntry *levels, size_t count, StrView file)
{
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < levels[i].file_count; j++) {
            if (strview_equal(levels[i].files[j], file)) {
                return true;
            }
        }
    }
    return false;
}

static bool is_listed(const LevelPack *pack, StrView file)
{
    return is_of(pack->levels, pack->level_count, file) || is_of(pack->measures, pack->measure_count, file);
}

static bool is_script(StrView file)
{
    StrView end = SV(".yarn");
    return file.len > end.len && strview_equal(strview_slice(file, file.len - end.len, end.len), end);
}

static int is_shown(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

static Status check_folder(const LevelPack *pack, StrView below, int depth, DiagSink *diags);

/* `file` is its path in the pack. */
static Status check_file(const LevelPack *pack, StrView file, int depth, DiagSink *diags)
{
    StrBuf path;
    struct stat found;
    Status status = STATUS_OK;
    strbuf_init(&path, alloc_heap());
    strbuf_printf(&path, "%.*s/%.*s", SV_ARG(pack->folder), SV_ARG(file));
    if (path.failed) {
        status = STATUS_NOMEM;
    } else if (lstat(path.data, &found) == 0 && S_ISDIR(found.st_mode) && depth < DEPTH_MAX) {
        status = check_folder(pack, file, depth + 1, diags);
    } else if (is_script(file) && !is_listed(pack, file)) {
        diag_report(diags, DIAG_WARNING, (SourcePos){ .file = strbuf_view(&path) }, 0, "pack-unlisted",
                    "no level in pack.json lists this file, so it was not looked at");
    }
    strbuf_release(&path);
    return status;
}

static Status check_folder(const LevelPack *pack, StrView below, int depth, DiagSink *diags)
{
    StrBuf path;
    struct dirent **entries = NULL;
    Status status = STATUS_OK;
    strbuf_init(&path, alloc_heap());
    strbuf_printf(&path, "%.*s/%.*s", SV_ARG(pack->folder), SV_ARG(below));
    int count = path.failed ? 0 : scandir(path.data, &entries, is_shown, alphasort);
    status = path.failed ? STATUS_NOMEM : STATUS_OK;
    for (int i = 0; i < count; i++) {
        if (status == STATUS_OK) {
            strbuf_clear(&path);
            strbuf_printf(&path, "%.*s%s%s", SV_ARG(below), below.len ? "/" : "", entries[i]->d_name);
            status = path.failed ? STATUS_NOMEM : check_file(pack, strbuf_view(&path), depth, diags);
        }
        free(entries[i]);
    }
    free(entries);
    strbuf_release(&path);
    return status;
}

Status pack_files_check(const LevelPack *pack, DiagSink *diags)
{
    return check_folder(pack, SV(""), 0, diags);
}
