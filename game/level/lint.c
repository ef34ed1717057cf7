#include "lint_internal.h"

#include <stdio.h>

static uint64_t hash_of(const char *rule, YarnPlace place, StrView message)
{
    uint64_t hash = strview_hash(message);
    hash = hash * 0x9E3779B97F4A7C15u + strview_hash(strview_from_cstr(rule));
    hash = hash * 0x9E3779B97F4A7C15u + strview_hash(place.file);
    return hash * 0x9E3779B97F4A7C15u + ((uint64_t)place.line << 32 | place.column);
}

static bool note_first(Lint *lint, uint64_t hash)
{
    for (size_t i = 0; i < lint->reported_count; i++) {
        if (lint->reported[i] == hash) {
            return false;
        }
    }
    uint64_t *grown =
        alloc_grow(lint->alloc, lint->reported, &lint->reported_capacity, lint->reported_count + 1, sizeof *grown);
    if (!grown) {
        lint->is_out_of_memory = true;
        return true;
    }
    lint->reported = grown;
    grown[lint->reported_count++] = hash;
    return true;
}

static void say(Lint *lint, DiagLevel level, const char *rule, YarnPlace place, const char *message)
{
    if (note_first(lint, hash_of(rule, place, strview_from_cstr(message)))) {
        diag_report(lint->diags, level, source_pos(place), 0, rule, "%s", message);
    }
}

void lint_say(Lint *lint, DiagLevel level, const char *rule, YarnPlace place, const char *fmt, ...)
{
    char message[400];
    va_list args;
    va_start(args, fmt);
    (void)vsnprintf(message, sizeof message, fmt, args);
    va_end(args);
    say(lint, level, rule, place, message);
}

void lint_note(Lint *lint, const char *rule, YarnPlace place, const char *fmt, ...)
{
    char message[400];
    va_list args;
    va_start(args, fmt);
    (void)vsnprintf(message, sizeof message, fmt, args);
    va_end(args);
    say(lint, DIAG_NOTE, rule, place, message);
}

YarnPlace lint_node_place(const Lint *lint, StrView title)
{
    for (size_t i = 0; i < yarn_program_node_count(lint->program); i++) {
        YarnNodeInfo node = yarn_program_node(lint->program, i);
        if (strview_equal(node.title, title)) {
            return node.place;
        }
    }
    return (YarnPlace){ 0 };
}

Status lint_level(const Allocator *alloc, const LevelPack *pack, const LevelEntry *level, const LintNames *names,
                  DiagSink *diags, LintWalk *walk)
{
    static const LintNames unknown = { 0 };
    LintWalk unused;
    uint32_t errors_before = diags->errors;
    YarnProgram *program = NULL;
    LintWalk *counts = walk ? walk : &unused;
    *counts = (LintWalk){ 0 };
    Status status = level_open_advised(alloc, pack, level, YARN_ADVICE_UNUSED, diags, &program);
    if (status != STATUS_OK) {
        return status;
    }
    Lint lint = { .alloc = alloc, .pack = pack, .level = level, .names = names ? names : &unknown, .program = program, .diags = diags };
    lint_check_text(&lint);
    lint_check_names(&lint);
    lint_check_manifest(&lint);
    status = lint_walk(&lint, counts);
    alloc_free(alloc, lint.reported, lint.reported_capacity * sizeof *lint.reported);
    yarn_program_destroy(program);
    if (status == STATUS_NOMEM || lint.is_out_of_memory) {
        return STATUS_NOMEM;
    }
    return diags->errors > errors_before ? STATUS_INVALID : STATUS_OK;
}

/* --- the whole pack ------------------------------------------------------------------- */

typedef struct SeenLine {
    StrView id, file;
    uint32_t line;
} SeenLine;

typedef struct SeenLines {
    Arena arena; /* holds the texts */
    SeenLine *items;
    size_t count, capacity;
} SeenLines;

/* Translations of a pack share one file, so an id belongs to one line of the pack. */
static Status check_ids(const Allocator *alloc, const YarnProgram *program, SeenLines *seen, size_t before, DiagSink *diags)
{
    for (size_t i = 0; i < yarn_program_line_count(program); i++) {
        YarnLineInfo line = yarn_program_line(program, i);
        for (size_t j = 0; line.has_explicit_id && j < before; j++) {
            const SeenLine *other = &seen->items[j];
            bool is_same_line = strview_equal(other->file, line.place.file) && other->line == line.place.line;
            if (!is_same_line && strview_equal(other->id, line.id)) {
                diag_report(diags, DIAG_ERROR, source_pos(line.place), 0, "level-line-id",
                            "another level has a line '%.*s', in %.*s:%u", SV_ARG(line.id), SV_ARG(other->file),
                            (unsigned)other->line);
            }
        }
        SeenLine *grown = alloc_grow(alloc, seen->items, &seen->capacity, seen->count + 1, sizeof *grown);
        if (!grown) {
            return STATUS_NOMEM;
        }
        seen->items = grown;
        grown[seen->count] = (SeenLine){ arena_copy(&seen->arena, line.id), arena_copy(&seen->arena, line.place.file), line.place.line };
        if (!grown[seen->count].id.data || !grown[seen->count].file.data) {
            return STATUS_NOMEM;
        }
        seen->count++;
    }
    return STATUS_OK;
}

Status lint_pack_ids(const Allocator *alloc, const LevelPack *pack, DiagSink *diags)
{
    uint32_t errors_before = diags->errors;
    SeenLines seen = { 0 };
    Status status = STATUS_OK;
    arena_init(&seen.arena, alloc, 16 * 1024);
    for (size_t i = 0; status != STATUS_NOMEM && i < pack->level_count; i++) {
        DiagSink unheard = { 0 }; /* lint_level() has said it */
        YarnProgram *program = NULL;
        status = level_open(alloc, pack, &pack->levels[i], &unheard, &program);
        if (status == STATUS_OK) {
            status = check_ids(alloc, program, &seen, seen.count, diags);
        }
        yarn_program_destroy(program);
    }
    alloc_free(alloc, seen.items, seen.capacity * sizeof *seen.items);
    arena_release(&seen.arena);
    if (status == STATUS_NOMEM) {
        return status;
    }
    return diags->errors > errors_before ? STATUS_INVALID : STATUS_OK;
}
