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
    status = level_scripts_read(&lint.scripts, alloc, pack, level, diags);
    if (status == STATUS_OK) {
        lint_check_text(&lint);
        lint_check_tags(&lint);
        lint_check_show(&lint);
        lint_check_promises(&lint);
        lint_check_phone(&lint);
        lint_check_speakers(&lint);
        lint_check_names(&lint);
        lint_check_manifest(&lint, counts);
        lint_check_rights(&lint);
        lint_check_reading(&lint, counts);
        status = lint_walk(&lint, counts);
        if (status == STATUS_OK && !counts->was_cut) {
            lint_check_size(&lint, counts);
        }
    }
    level_scripts_release(&lint.scripts);
    alloc_free(alloc, lint.reported, lint.reported_capacity * sizeof *lint.reported);
    yarn_program_destroy(program);
    if (status == STATUS_NOMEM || lint.is_out_of_memory) {
        return STATUS_NOMEM;
    }
    return diags->errors > errors_before ? STATUS_INVALID : STATUS_OK;
}
