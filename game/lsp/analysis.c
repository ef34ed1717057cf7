#include "lsp_internal.h"

enum { DIAGS_MAX = 1000 }; /* shown of one analysis */

typedef struct DiagTaker {
    LspAnalysis *analysis;
    LspDiag ***tails; /* of each source's list */
    LspDiag *last;    /* that a note belongs to */
    LspDiag **notes_tail;
    size_t count;
    bool failed;
} DiagTaker;

static uint32_t find_source(const LspAnalysis *analysis, StrView name)
{
    for (uint32_t i = 0; i < analysis->source_count; i++) {
        if (analysis->sources[i].name.data == name.data || strview_equal(analysis->sources[i].name, name)) {
            return i;
        }
    }
    return 0;
}

static void take_diag(void *user, const Diag *diag)
{
    DiagTaker *taker = user;
    LspAnalysis *analysis = taker->analysis;
    if (analysis->source_count == 0 || taker->failed || ++taker->count > DIAGS_MAX) {
        return;
    }
    LspDiag *made = ARENA_NEW(&analysis->arena, LspDiag);
    StrView message = arena_copy(&analysis->arena, strview_from_cstr(diag->message));
    if (!made || !message.data) {
        taker->failed = true;
        return;
    }
    uint32_t source = find_source(analysis, diag->pos.file);
    *made = (LspDiag){ .span = { source, diag->pos.line, diag->pos.column, diag->length },
                       .level = diag->level,
                       .code = diag->code,
                       .message = message };
    if (diag->level == DIAG_NOTE && taker->last) {
        *taker->notes_tail = made;
        taker->notes_tail = &made->next;
        return;
    }
    *taker->tails[source] = made;
    taker->tails[source] = &made->next;
    taker->last = made;
    taker->notes_tail = &made->notes;
}

/* The files of the disk with the open texts laid over them, then the open scripts that
 * are not on the disk yet. */
static bool list_sources(LspServer *server, LspGroup *group)
{
    LspAnalysis *analysis = &group->analysis;
    size_t most = group->disk_count + group->document_count + 1;
    analysis->sources = ARENA_ARRAY(&analysis->arena, YarnSource, most);
    analysis->documents = ARENA_ARRAY(&analysis->arena, LspDocument *, most);
    analysis->lines = ARENA_ARRAY(&analysis->arena, LspLines, most);
    analysis->diags = ARENA_ARRAY(&analysis->arena, LspDiag *, most);
    if (!analysis->sources || !analysis->documents || !analysis->lines || !analysis->diags) {
        return false;
    }
    for (size_t i = 0; i < group->disk_count; i++) {
        analysis->sources[i] = group->disk[i];
    }
    analysis->source_count = group->disk_count;
    for (LspDocument *document = server->documents; document; document = document->next) {
        size_t at = 0;
        StrView path = strbuf_view(&document->path);
        if (document->group != group) {
            continue;
        }
        while (at < analysis->source_count && !strview_equal(analysis->sources[at].name, path)) {
            at++;
        }
        if (at < analysis->source_count && analysis->documents[at]) {
            continue; /* two ways to write the uri of one file: the one opened last counts */
        }
        analysis->source_count += at == analysis->source_count;
        analysis->sources[at] = (YarnSource){ path, strbuf_view(&document->text) };
        analysis->documents[at] = document;
    }
    return true;
}

/* Outside of a pack commands of other games may stand, too. */
static void check_commands(const LspAnalysis *analysis, bool is_pack, DiagSink *sink)
{
    const YarnOutline *outline = analysis->outline;
    for (size_t i = 0; i < outline->command_count; i++) {
        const YarnOutlineCommand *info = &outline->commands[i];
        Command command;
        if (!info->has_values && (is_pack || lsp_command_find(info->word))) {
            YarnPlace place = { analysis->sources[info->span.source].name, info->span.line,
                                info->span.column };
            (void)command_parse(info->text, place, sink, &command);
        }
    }
}

static bool analyse(LspServer *server, LspGroup *group)
{
    LspAnalysis *analysis = &group->analysis;
    if (!list_sources(server, group)) {
        return false;
    }
    DiagTaker taker = { .analysis = analysis };
    taker.tails = ARENA_ARRAY(&analysis->arena, LspDiag **, analysis->source_count + 1);
    if (!taker.tails) {
        return false;
    }
    for (size_t i = 0; i < analysis->source_count; i++) {
        taker.tails[i] = &analysis->diags[i];
    }
    DiagSink sink = { .report = take_diag, .user = &taker };
    YarnCompileOptions options = { .alloc = server->alloc,
                                   .diags = &sink,
                                   .infer_functions = !group->is_pack,
                                   .require_declarations = group->project.requires_declarations,
                                   .advice = YARN_ADVICE_UNUSED };
    const YarnFunction *own = level_functions(&options.function_count);
    options.functions = yarn_definitions_merge(&group->project.definitions, own, options.function_count,
                                               &analysis->arena, &options.function_count);
    if (!options.functions) {
        return false;
    }
    analysis->commands = group->has_project ? &group->project.definitions : NULL;
    Status status =
        yarn_outline_create(&options, analysis->sources, analysis->source_count, &analysis->outline);
    if (status == STATUS_OK && analysis->commands) {
        yarn_definitions_check_outline(analysis->commands, analysis->outline, &sink);
    } else if (status == STATUS_OK) {
        check_commands(analysis, group->is_pack, &sink);
    }
    return status != STATUS_NOMEM && !taker.failed;
}

void lsp_analysis_release(LspAnalysis *analysis)
{
    Arena arena = analysis->arena;
    yarn_outline_destroy(analysis->outline);
    arena_release(&arena);
    *analysis = (LspAnalysis){ .arena = arena };
}

void lsp_group_analyse(LspServer *server, LspGroup *group)
{
    if (!group->is_stale || server->failed) {
        return;
    }
    lsp_analysis_release(&group->analysis);
    group->is_stale = false;
    if (!analyse(server, group)) {
        server->failed = true;
        return;
    }
    lsp_group_publish(server, group);
}
