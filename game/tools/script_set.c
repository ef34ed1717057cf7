#define _POSIX_C_SOURCE 200809L
#include "script_set.h"

#include "project_files.h"
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

/* Reads one script: of a project through its folder, else from `path`. */
static Status add_script(ScriptSet *set, const YarnFiles *files, StrView path, StrView name, DiagSink *diags)
{
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
    Status status = files ? files->read(files->user, set->arena.alloc, path, SCRIPT_BYTES_MAX, &text)
                          : file_read(set->arena.alloc, path.data, SCRIPT_BYTES_MAX, &text);
    if (status != STATUS_OK) {
        report(diags, name, status == STATUS_LIMIT ? "the file is larger than 8 MiB" : status_text(status));
        return status == STATUS_NOMEM ? status : STATUS_INVALID;
    }
    YarnSource *sources = arena_grow(&set->arena, set->sources, set->source_count, sizeof *sources);
    StrView kept = arena_copy(&set->arena, name);
    if (!sources || !kept.data) {
        file_free(set->arena.alloc, &text);
        return STATUS_NOMEM;
    }
    set->sources = sources;
    sources[set->source_count++] = (YarnSource){ kept, text };
    return STATUS_OK;
}

static Status add_file(ScriptSet *set, const char *path, DiagSink *diags)
{
    return add_script(set, NULL, strview_from_cstr(path), strview_from_cstr(path), diags);
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
    StrView *entries = arena_grow(&set->arena, set->entries, set->entry_count, sizeof *entries);
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
    for (size_t i = 0; status != STATUS_NOMEM && i < pack.measure_count; i++) {
        status = add_level(set, folder, &pack.measures[i], diags);
    }
    level_pack_release(&pack);
    return status;
}

static Status add_project_sources(ScriptSet *set, const YarnFiles *files, DiagSink *diags)
{
    Status status = STATUS_OK;
    for (size_t i = 0; status != STATUS_NOMEM && i < set->project.source_count; i++) {
        StrBuf name;
        strbuf_init(&name, set->arena.alloc);
        strbuf_printf(&name, "%.*s%.*s", SV_ARG(files->shown), SV_ARG(set->project.sources[i]));
        status = name.failed ? STATUS_NOMEM
                             : add_script(set, files, set->project.sources[i], strbuf_view(&name), diags);
        strbuf_release(&name);
    }
    return status;
}

/* `file` in `folder`; the folder may be "". */
static Status add_project(ScriptSet *set, const char *folder, const char *file, DiagSink *diags)
{
    ProjectFiles files;
    if (set->has_project) {
        report(diags, strview_from_cstr(file), "only one project can be read at a time");
        return STATUS_INVALID;
    }
    set->has_project = true;
    Status status = project_files_open(&files, folder);
    if (status == STATUS_NOT_FOUND) {
        report(diags, strview_from_cstr(folder), status_text(status));
    } else if (status == STATUS_OK) {
        status =
            yarn_project_load(set->arena.alloc, &files.files, strview_from_cstr(file), diags, &set->project);
        if (status == STATUS_OK || status == STATUS_INVALID) { /* with mistakes it may yet name scripts */
            set->functions = yarn_definitions_merge(&set->project.definitions, set->functions,
                                                    set->function_count, &set->arena, &set->function_count);
            status = set->functions ? add_project_sources(set, &files.files, diags) : STATUS_NOMEM;
        }
    }
    project_files_close(&files);
    return status;
}

static Status add_project_path(ScriptSet *set, const char *path, DiagSink *diags)
{
    const char *slash = strrchr(path, '/');
    StrView folder = { path, slash ? (size_t)(slash - path) + (slash == path) : 0 };
    folder = arena_copy(&set->arena, folder);
    return folder.data ? add_project(set, folder.data, slash ? slash + 1 : path, diags) : STATUS_NOMEM;
}

static bool ends_with(const char *name, const char *end)
{
    size_t len = strlen(name), end_len = strlen(end);
    return len > end_len && strcmp(name + len - end_len, end) == 0;
}

static int is_script(const struct dirent *entry)
{
    return ends_with(entry->d_name, ".yarn");
}

static int is_project(const struct dirent *entry)
{
    return ends_with(entry->d_name, ".yarnproject");
}

static void free_entries(struct dirent **entries, int count)
{
    for (int i = 0; i < count; i++) {
        free(entries[i]);
    }
    free(entries);
}

/* Says that a folder has no script, and which folder in it is a pack. */
static Status report_no_script(const char *folder, DiagSink *diags)
{
    struct dirent **entries = NULL;
    bool is_pack = false;
    StrBuf path;
    strbuf_init(&path, alloc_heap());
    int count = scandir(folder, &entries, NULL, alphasort);
    for (int i = 0; i < count && !is_pack && !path.failed; i++) {
        size_t end = strlen(folder);
        strbuf_clear(&path);
        strbuf_printf(&path, "%s%s%s", folder, end && folder[end - 1] == '/' ? "" : "/", entries[i]->d_name);
        is_pack = !path.failed && entries[i]->d_name[0] != '.' && script_set_is_pack(path.data);
    }
    diag_report(diags, DIAG_ERROR, (SourcePos){ .file = strview_from_cstr(folder) }, 0, "script-file",
                "there is no .yarn file here%s%s", is_pack ? "; there is a pack, which is given as " : "",
                is_pack ? path.data : "");
    Status status = path.failed ? STATUS_NOMEM : STATUS_OK;
    free_entries(entries, count);
    strbuf_release(&path);
    return status;
}

static Status add_scripts_in(ScriptSet *set, const char *folder, DiagSink *diags)
{
    struct dirent **entries = NULL;
    Status status = STATUS_OK;
    int count = scandir(folder, &entries, is_script, alphasort);
    if (count < 0) {
        report(diags, strview_from_cstr(folder), "the folder cannot be read");
    } else if (count == 0) {
        status = report_no_script(folder, diags);
    }
    for (int i = 0; status != STATUS_NOMEM && i < count; i++) {
        status = add_in(set, folder, entries[i]->d_name, diags);
    }
    free_entries(entries, count);
    return status;
}

/* A project if one lies in the folder, else the scripts that do. */
static Status add_folder(ScriptSet *set, const char *folder, DiagSink *diags)
{
    struct dirent **entries = NULL;
    Status status = STATUS_OK;
    int count = scandir(folder, &entries, is_project, alphasort);
    if (count == 1) {
        status = add_project(set, folder, entries[0]->d_name, diags);
    } else if (count > 1) {
        report(diags, strview_from_cstr(folder),
               "there are several .yarnproject files here; name one of them");
    }
    free_entries(entries, count);
    return count > 0 ? status : add_scripts_in(set, folder, diags);
}

bool script_set_find_project(const char *folder, StrBuf *path)
{
    struct dirent **entries = NULL;
    int count = scandir(folder, &entries, is_project, alphasort);
    if (count == 1) {
        strbuf_printf(path, "%s/%s", folder, entries[0]->d_name);
    }
    free_entries(entries, count);
    return count == 1;
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

static bool is_manifest(const char *path)
{
    const char *slash = strrchr(path, '/');
    return strcmp(slash ? slash + 1 : path, "pack.json") == 0;
}

/* Nobody means to read JSON as a story. */
static void report_manifest(const char *path, DiagSink *diags)
{
    const char *slash = strrchr(path, '/');
    diag_report(diags, DIAG_ERROR, (SourcePos){ .file = strview_from_cstr(path) }, 0, "script-file",
                "a pack is given as its folder: %.*s", slash ? (int)(slash - path) + (slash == path) : 1,
                slash ? path : ".");
}

static Status add_path(ScriptSet *set, const char *path, DiagSink *diags)
{
    struct stat found;
    bool is_folder = stat(path, &found) == 0 && S_ISDIR(found.st_mode);
    if (is_folder && script_set_is_pack(path)) {
        return add_pack(set, path, diags);
    }
    set->is_foreign = true;
    if (!is_folder && is_manifest(path)) {
        report_manifest(path, diags);
        return STATUS_INVALID;
    }
    if (!is_folder) {
        return ends_with(path, ".yarnproject") ? add_project_path(set, path, diags)
                                               : add_file(set, path, diags);
    }
    return add_folder(set, path, diags);
}

static void begin(ScriptSet *set)
{
    *set = (ScriptSet){ 0 };
    arena_init(&set->arena, alloc_heap(), 4096);
    set->functions = level_functions(&set->function_count);
}

Status script_set_load_plain(ScriptSet *set, const char *folder, DiagSink *diags)
{
    uint32_t before = diags->errors;
    begin(set);
    set->is_foreign = true;
    Status status = add_scripts_in(set, folder, diags);
    return status == STATUS_OK && diags->errors > before ? STATUS_INVALID : status;
}

Status script_set_load(ScriptSet *set, int count, char **paths, DiagSink *diags)
{
    uint32_t before = diags->errors;
    begin(set);
    for (int i = 0; i < count; i++) {
        if (add_path(set, paths[i], diags) == STATUS_NOMEM) {
            return STATUS_NOMEM;
        }
    }
    return diags->errors > before ? STATUS_INVALID : STATUS_OK;
}

YarnCompileOptions script_set_options(const ScriptSet *set, DiagSink *diags)
{
    return (YarnCompileOptions){ .alloc = alloc_heap(),
                                 .diags = diags,
                                 .functions = set->functions,
                                 .function_count = set->function_count,
                                 .infer_functions = set->is_foreign,
                                 .require_declarations =
                                     set->has_project && set->project.requires_declarations,
                                 .entries = set->entries,
                                 .entry_count = set->entry_count };
}

static bool has_word(StrView words, StrView wanted)
{
    StrView word;
    while (strview_take(&words, ' ', &word)) {
        if (strview_equal(word, wanted)) {
            return true;
        }
    }
    return false;
}

Status script_set_add_notes(ScriptSet *set)
{
    YarnProgram *program = NULL;
    DiagSink unheard = { 0 };
    Status status = script_set_compile(set, 0, &unheard, &program);
    size_t count = status == STATUS_OK ? yarn_program_node_count(program) : 0;
    for (size_t i = 0; status == STATUS_OK && i < count; i++) {
        StrView title = yarn_program_node(program, i).title;
        bool is_start =
            yarn_program_has_node(program, SV("Start")) ? strview_equal(title, SV("Start")) : i == 0;
        if (is_start || has_word(yarn_program_header(program, title, SV("tags")), SV("notes"))) {
            status = add_entry(set, title);
        }
    }
    yarn_program_destroy(program);
    return status;
}

Status script_set_compile(const ScriptSet *set, unsigned advice, DiagSink *diags, YarnProgram **program)
{
    YarnCompileOptions options = script_set_options(set, diags);
    options.advice = advice;
    Status status = yarn_compile(&options, set->sources, set->source_count, program);
    if (status == STATUS_OK && set->has_project) {
        yarn_definitions_check(&set->project.definitions, *program, diags);
    }
    return status;
}

void script_set_release(ScriptSet *set)
{
    yarn_project_release(&set->project);
    for (size_t i = 0; i < set->source_count; i++) {
        file_free(set->arena.alloc, &set->sources[i].text);
    }
    arena_release(&set->arena);
}
