#include "project_internal.h"

#include "sango/base/file.h"

#include <string.h>

enum { VERSION_OLDEST = 2, VERSION_NEWEST = 4, VERSION_OF_LISTS = 4, PATTERN_BYTES_MAX = 1000 };

typedef struct Loader {
    JsonReader json;
    YarnProject *project;
    const YarnFiles *files;
    DiagSink *diags;
    FileTree tree;
    Status status; /* STATUS_NOMEM or STATUS_LIMIT once they happen */
} Loader;

/* A pattern as the globs want it, and the value that it came from. */
typedef struct Pattern {
    StrView text;
    const JsonValue *value;
} Pattern;

typedef struct PatternList {
    Pattern *items;
    size_t count;
} PatternList;

/* Inside the folder, on every system: no root, no drive, no step up. */
static bool is_inside(StrView pattern)
{
    StrView rest = pattern, part;
    if (pattern.data[0] == '/' || memchr(pattern.data, ':', pattern.len)) {
        return false;
    }
    while (strview_take(&rest, '/', &part)) {
        if (strview_equal(part, SV(".."))) {
            return false;
        }
    }
    return true;
}

static void add_pattern(Loader *loader, const JsonValue *value, const char *key, PatternList *list)
{
    StrView text = json_read_text(&loader->json, value, key, PATTERN_BYTES_MAX);
    if (text.len == 0) {
        return;
    }
    char *copy = arena_take(loader->json.arena, text.len + 1, 1);
    if (!copy) {
        loader->status = STATUS_NOMEM;
        return;
    }
    for (size_t i = 0; i < text.len; i++) {
        copy[i] = text.data[i] == '\\' ? '/' : text.data[i]; /* as written where folders are divided so */
    }
    text.data = copy;
    while (strview_starts_with(text, SV("./"))) {
        text = strview_slice(text, 2, text.len);
    }
    if (text.len == 0 || !is_inside(text)) {
        json_report(&loader->json, DIAG_ERROR, value, "'%.100s' does not stay inside the project's folder",
                    copy);
        return;
    }
    list->items[list->count++] = (Pattern){ text, value };
}

/* A list of patterns, or a single one where that is allowed. */
static void read_patterns(Loader *loader, const char *key, bool may_be_text, PatternList *list)
{
    const JsonValue *value = json_member(loader->json.root, key);
    bool is_single = may_be_text && json_is(value, JSON_STRING);
    const JsonValue *items =
        is_single ? value
                  : json_read_list(&loader->json, loader->json.root, key, YARN_PROJECT_PATTERNS_MAX, false);
    *list = (PatternList){ 0 };
    if (!items) {
        return;
    }
    list->items = ARENA_ARRAY(loader->json.arena, Pattern, is_single ? 1 : items->count + 1);
    if (!list->items) {
        loader->status = STATUS_NOMEM;
        return;
    }
    if (is_single) {
        add_pattern(loader, value, key, list);
        return;
    }
    for (const JsonValue *item = items->first; item && loader->status == STATUS_OK; item = item->next) {
        add_pattern(loader, item, key, list);
    }
}

static bool is_script(StrView path)
{
    return yarn_glob_matches(SV("**/*.yarn"), path);
}

static bool is_excluded(const PatternList *excluded, StrView path)
{
    for (size_t i = 0; i < excluded->count; i++) {
        if (yarn_glob_matches(excluded->items[i].text, path)) {
            return true;
        }
    }
    return false;
}

static void add_source(Loader *loader, StrView path)
{
    YarnProject *project = loader->project;
    StrView kept = arena_copy(&project->arena, path);
    StrView *sources = arena_grow(&project->arena, project->sources, project->source_count, sizeof *sources);
    if (!kept.data || !sources) {
        loader->status = STATUS_NOMEM;
        return;
    }
    sources[project->source_count++] = kept;
    project->sources = sources;
}

static void find_sources(Loader *loader)
{
    PatternList wanted, excluded;
    read_patterns(loader, "sourceFiles", false, &wanted);
    read_patterns(loader, "excludeFiles", false, &excluded);
    Pattern usual = { SV("**/*.yarn"), loader->json.root };
    if (!json_member(loader->json.root, "sourceFiles")) {
        json_report(&loader->json, DIAG_WARNING, loader->json.root,
                    "'sourceFiles' is missing; it is taken as \"**/*.yarn\"");
        wanted = (PatternList){ &usual, 1 };
    }
    bool *used = ARENA_ARRAY(loader->json.arena, bool, wanted.count + 1);
    if (!used) {
        loader->status = STATUS_NOMEM;
        return;
    }
    for (size_t i = 0; i < loader->tree.count && loader->status == STATUS_OK; i++) {
        StrView path = loader->tree.paths[i];
        bool is_wanted = false;
        for (size_t w = 0; is_script(path) && w < wanted.count; w++) {
            bool matches = yarn_glob_matches(wanted.items[w].text, path);
            used[w] |= matches;
            is_wanted |= matches;
        }
        if (is_wanted && !is_excluded(&excluded, path)) {
            add_source(loader, path);
        }
    }
    for (size_t w = 0; w < wanted.count; w++) {
        if (!used[w]) {
            json_report(&loader->json, DIAG_WARNING, wanted.items[w].value, "there is no .yarn file '%.*s'",
                        SV_ARG(wanted.items[w].text));
        }
    }
    if (loader->project->source_count == 0 && loader->status == STATUS_OK) {
        json_report(&loader->json, DIAG_ERROR, json_member(loader->json.root, "sourceFiles"),
                    "this project has no scripts");
    }
}

static void add_definitions(Loader *loader, const Pattern *pattern, StrView path)
{
    YarnProject *project = loader->project;
    StrView text = { NULL, 0 };
    StrView shown = files_shown(&project->arena, loader->files, path);
    Status status = shown.data ? loader->files->read(loader->files->user, project->arena.alloc, path,
                                                     YARN_DEFINITIONS_BYTES_MAX, &text)
                               : STATUS_NOMEM;
    if (status == STATUS_OK) {
        status = yarn_definitions_add(&project->definitions, &project->arena, shown, text, loader->diags);
        file_free(project->arena.alloc, &text);
    } else if (status != STATUS_NOMEM) {
        json_report(&loader->json, DIAG_ERROR, pattern->value, "'%.*s' cannot be read: %s", SV_ARG(path),
                    status == STATUS_LIMIT ? "it is larger than 4 MiB" : status_text(status));
    }
    if (status == STATUS_NOMEM) {
        loader->status = status;
    }
}

static void find_definitions(Loader *loader)
{
    PatternList list;
    read_patterns(loader, "definitions", true, &list);
    const JsonValue *value = json_member(loader->json.root, "definitions");
    if (json_is(value, JSON_ARRAY) && loader->project->version < VERSION_OF_LISTS) {
        json_report(&loader->json, DIAG_WARNING, value,
                    "a list of definitions needs \"projectFileVersion\": %d", VERSION_OF_LISTS);
    }
    for (size_t i = 0; i < list.count && loader->status == STATUS_OK; i++) {
        const Pattern *pattern = &list.items[i];
        if (glob_is_plain(pattern->text)) {
            add_definitions(loader, pattern, pattern->text);
            continue;
        }
        bool is_used = false;
        for (size_t f = 0; f < loader->tree.count && loader->status == STATUS_OK; f++) {
            if (yarn_glob_matches(pattern->text, loader->tree.paths[f])) {
                is_used = true;
                add_definitions(loader, pattern, loader->tree.paths[f]);
            }
        }
        if (!is_used) {
            json_report(&loader->json, DIAG_WARNING, pattern->value, "there is no file '%.*s'",
                        SV_ARG(pattern->text));
        }
    }
}

static StrView keep(Loader *loader, StrView text)
{
    StrView kept = arena_copy(&loader->project->arena, text);
    if (!kept.data) {
        loader->status = STATUS_NOMEM;
        return SV("");
    }
    return kept;
}

static void read_languages(Loader *loader)
{
    static const char *const keys[] = { "strings", "assets", NULL };
    const JsonValue *all = json_member(loader->json.root, "localisation");
    if (!all) {
        return;
    }
    if (all->kind != JSON_OBJECT || all->count > YARN_PROJECT_LANGUAGES_MAX) {
        json_report(&loader->json, DIAG_ERROR, all,
                    "'localisation' is an object in {braces} with at most %d languages",
                    YARN_PROJECT_LANGUAGES_MAX);
        return;
    }
    YarnProject *project = loader->project;
    project->languages = ARENA_ARRAY(&project->arena, YarnProjectLanguage, all->count + 1);
    if (!project->languages) {
        loader->status = STATUS_NOMEM;
        return;
    }
    for (const JsonValue *item = all->first; item; item = item->next) {
        if (item->kind != JSON_OBJECT) {
            json_report(&loader->json, DIAG_ERROR, item, "a language is an object in {braces}");
            continue;
        }
        json_check_keys(&loader->json, item, keys, DIAG_WARNING);
        YarnProjectLanguage *language = &project->languages[project->language_count++];
        language->language = keep(loader, item->key);
        language->strings =
            keep(loader, json_read_string(&loader->json, item, "strings", PATTERN_BYTES_MAX, false));
        language->assets =
            keep(loader, json_read_string(&loader->json, item, "assets", PATTERN_BYTES_MAX, false));
    }
}

static void read_options(Loader *loader)
{
    const JsonValue *options = json_member(loader->json.root, "compilerOptions");
    if (options && options->kind != JSON_OBJECT) {
        json_report(&loader->json, DIAG_ERROR, options, "'compilerOptions' is an object in {braces}");
        return;
    }
    /* Further options are allowed and mean nothing here. */
    loader->project->requires_declarations =
        json_read_bool(&loader->json, options, "requireVariableDeclarations", false);
}

static void read_project(Loader *loader)
{
    static const char *const keys[] = { "projectFileVersion",
                                        "projectName",
                                        "authorName",
                                        "sourceFiles",
                                        "excludeFiles",
                                        "baseLanguage",
                                        "localisation",
                                        "definitions",
                                        "compilerOptions",
                                        "editorOptions",
                                        NULL };
    JsonReader *json = &loader->json;
    YarnProject *project = loader->project;
    if (!json_is(json->root, JSON_OBJECT)) {
        json_report(json, DIAG_ERROR, NULL, "a project is an object in {braces}");
        return;
    }
    json_check_keys(json, json->root, keys, DIAG_WARNING);
    if (!json_member(json->root, "projectFileVersion")) {
        json_report(json, DIAG_ERROR, json->root, "'projectFileVersion' is missing");
    }
    project->version = json_read_number(json, json->root, "projectFileVersion", VERSION_OLDEST,
                                        VERSION_NEWEST, VERSION_NEWEST);
    project->base_language =
        keep(loader, json_read_string(json, json->root, "baseLanguage", PATTERN_BYTES_MAX, true));
    read_languages(loader);
    read_options(loader);
    if (loader->status == STATUS_OK) {
        loader->status =
            files_collect(&loader->tree, json->arena, loader->files, json_pos(json, NULL), loader->diags);
    }
    if (loader->status == STATUS_OK) {
        find_sources(loader);
    }
    if (loader->status == STATUS_OK) {
        find_definitions(loader);
    }
}

static Status load(Loader *loader, StrView path, Arena *scratch)
{
    YarnProject *project = loader->project;
    StrView text = { NULL, 0 };
    project->shown = files_shown(&project->arena, loader->files, path);
    if (!project->shown.data) {
        return STATUS_NOMEM;
    }
    Status status =
        loader->files->read(loader->files->user, scratch->alloc, path, YARN_PROJECT_BYTES_MAX, &text);
    if (status != STATUS_OK) {
        if (status != STATUS_NOMEM) {
            diag_report(loader->diags, DIAG_ERROR, (SourcePos){ .file = project->shown }, 0, "yarn-project",
                        "%s", status == STATUS_LIMIT ? "the file is larger than 1 MiB" : status_text(status));
        }
        return status;
    }
    loader->json = (JsonReader){
        .name = project->shown, .text = text, .code = "yarn-project", .diags = loader->diags, .arena = scratch
    };
    status = json_reader_open(&loader->json, JSON_RELAXED);
    if (status == STATUS_OK) {
        read_project(loader);
        status = loader->status;
    }
    file_free(scratch->alloc, &text);
    return status;
}

Status yarn_project_load(const Allocator *alloc, const YarnFiles *files, StrView path, DiagSink *diags,
                         YarnProject *project)
{
    uint32_t before = diags->errors;
    Arena scratch;
    *project = (YarnProject){ 0 };
    arena_init(&project->arena, alloc, 8 * 1024);
    arena_init(&scratch, alloc, 16 * 1024);
    Loader loader = { .project = project, .files = files, .diags = diags };
    Status status = load(&loader, path, &scratch);
    arena_release(&scratch);
    return status == STATUS_OK && diags->errors > before ? STATUS_INVALID : status;
}

void yarn_project_release(YarnProject *project)
{
    arena_release(&project->arena);
    *project = (YarnProject){ 0 };
}
