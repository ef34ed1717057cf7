#define _POSIX_C_SOURCE 200809L
#include "script_set.h"

#include "sango/base/file.h"
#include "sango/level/command.h"
#include "sango/level/pack.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { SOURCES_MAX = 4096 };

static void report(DiagSink *diags, StrView file, const char *text)
{
    diag_report(diags, DIAG_ERROR, (SourcePos){ .file = file }, 0, "script-file", "%s", text);
}

/* Room for one more item; arrays double inside the arena. */
static void *grow(Arena *arena, void *items, size_t count, size_t size)
{
    bool is_full = (count & (count - 1)) == 0; /* 0, 1, 2, 4, 8 … */
    if (!is_full) {
        return items;
    }
    void *grown = arena_take(arena, count ? count * 2 : 1, size);
    if (grown && count) {
        memcpy(grown, items, count * size);
    }
    return grown;
}

static Status add_file(ScriptSet *set, const char *path, DiagSink *diags)
{
    StrView name = strview_from_cstr(path);
    for (size_t i = 0; i < set->source_count; i++) {
        if (strview_equal(set->sources[i].name, name)) {
            return STATUS_OK;
        }
    }
    if (set->source_count == SOURCES_MAX) {
        report(diags, name, "more than 4096 scripts");
        return STATUS_INVALID;
    }
    StrView text;
    Status status = file_read(set->arena.alloc, path, SCRIPT_BYTES_MAX, &text);
    if (status != STATUS_OK) {
        report(diags, name, status == STATUS_LIMIT ? "the file is larger than 8 MiB" : status_text(status));
        return status == STATUS_NOMEM ? status : STATUS_INVALID;
    }
    YarnSource *sources = grow(&set->arena, set->sources, set->source_count, sizeof *sources);
    StrView kept = arena_copy(&set->arena, name);
    if (!sources || !kept.data) {
        file_free(set->arena.alloc, &text);
        return STATUS_NOMEM;
    }
    set->sources = sources;
    sources[set->source_count++] = (YarnSource){ kept, text };
    return STATUS_OK;
}

static Status add_in(ScriptSet *set, const char *folder, const char *file, DiagSink *diags)
{
    StrBuf path;
    strbuf_init(&path, set->arena.alloc);
    strbuf_printf(&path, "%s/%s", folder, file);
    Status status = path.failed ? STATUS_NOMEM : add_file(set, path.data, diags);
    strbuf_release(&path);
    return status;
}

static Status add_entry(ScriptSet *set, StrView title)
{
    if (title.len == 0) {
        return STATUS_OK;
    }
    StrView *entries = grow(&set->arena, set->entries, set->entry_count, sizeof *entries);
    StrView kept = arena_copy(&set->arena, title);
    if (!entries || !kept.data) {
        return STATUS_NOMEM;
    }
    entries[set->entry_count++] = kept;
    set->entries = entries;
    return STATUS_OK;
}

static Status add_level(ScriptSet *set, const char *folder, const LevelEntry *level, DiagSink *diags)
{
    Status status = STATUS_OK;
    for (size_t i = 0; status != STATUS_NOMEM && i < level->file_count; i++) {
        status = add_in(set, folder, level->files[i].data, diags);
    }
    const StrView titles[] = { level->start, level->debrief, level->notes };
    for (size_t i = 0; status != STATUS_NOMEM && i < sizeof titles / sizeof *titles; i++) {
        status = add_entry(set, titles[i]);
    }
    return status;
}

static Status add_pack(ScriptSet *set, const char *folder, DiagSink *diags)
{
    LevelPack pack;
    Status status = level_pack_load(set->arena.alloc, folder, diags, &pack);
    if (status != STATUS_OK) {
        return status;
    }
    for (size_t i = 0; status != STATUS_NOMEM && i < pack.level_count; i++) {
        status = add_level(set, folder, &pack.levels[i], diags);
    }
    level_pack_release(&pack);
    return status;
}

static int is_script(const struct dirent *entry)
{
    size_t len = strlen(entry->d_name);
    return len > 5 && strcmp(entry->d_name + len - 5, ".yarn") == 0;
}

static Status add_folder(ScriptSet *set, const char *folder, DiagSink *diags)
{
    struct dirent **entries = NULL;
    int count = scandir(folder, &entries, is_script, alphasort);
    Status status = STATUS_OK;
    if (count <= 0) {
        report(diags, strview_from_cstr(folder),
               count < 0 ? "the folder cannot be read" : "there is no .yarn file here");
    }
    for (int i = 0; i < count; i++) {
        if (status != STATUS_NOMEM) {
            status = add_in(set, folder, entries[i]->d_name, diags);
        }
        free(entries[i]);
    }
    free(entries);
    return status;
}

bool script_set_is_pack(const char *folder)
{
    StrBuf path;
    struct stat found;
    strbuf_init(&path, alloc_heap());
    strbuf_printf(&path, "%s/pack.json", folder);
    bool is_there = !path.failed && stat(path.data, &found) == 0;
    strbuf_release(&path);
    return is_there;
}

static Status add_path(ScriptSet *set, const char *path, DiagSink *diags)
{
    struct stat found;
    if (script_set_is_pack(path)) {
        return add_pack(set, path, diags);
    }
    set->is_foreign = true;
    if (stat(path, &found) != 0 || !S_ISDIR(found.st_mode)) {
        return add_file(set, path, diags);
    }
    return add_folder(set, path, diags);
}

Status script_set_load(ScriptSet *set, int count, char **paths, DiagSink *diags)
{
    uint32_t before = diags->errors;
    *set = (ScriptSet){ 0 };
    arena_init(&set->arena, alloc_heap(), 4096);
    set->functions = level_functions(&set->function_count);
    for (int i = 0; i < count; i++) {
        if (add_path(set, paths[i], diags) == STATUS_NOMEM) {
            return STATUS_NOMEM;
        }
    }
    return diags->errors > before ? STATUS_INVALID : STATUS_OK;
}

void script_set_release(ScriptSet *set)
{
    for (size_t i = 0; i < set->source_count; i++) {
        file_free(set->arena.alloc, &set->sources[i].text);
    }
    arena_release(&set->arena);
}

YarnCompileOptions script_set_options(const ScriptSet *set, DiagSink *diags)
{
    return (YarnCompileOptions){ .alloc = alloc_heap(),
                                 .diags = diags,
                                 .functions = set->functions,
                                 .function_count = set->function_count,
                                 .infer_functions = set->is_foreign,
                                 .entries = set->entries,
                                 .entry_count = set->entry_count };
}
