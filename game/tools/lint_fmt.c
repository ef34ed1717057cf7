#include "diag_list.h"
#include "sango/base/file.h"
#include "sango/yarn/format.h"
#include "script_set.h"
#include "verbs.h"

#include <stdio.h>
#include <string.h>

typedef enum FmtMode { FMT_PRINT, FMT_CHECK, FMT_WRITE } FmtMode;

typedef struct FmtRun {
    ScriptSet set;
    DiagList diags;
    YarnProgram *program; /* of the scripts as they are */
    StrBuf *texts;        /* of each source, formatted */
    bool *changes;        /* the formatted text is another one */
    FmtMode mode;
} FmtRun;

static void report_unsafe(FmtRun *run, size_t index)
{
    diag_report(
        &run->diags.sink, DIAG_ERROR, (SourcePos){ .file = run->set.sources[index].name }, 0, "fmt-unsafe",
        "formatting would change the story, so the file is left as it is; this is a mistake of sango-lint");
}

/* One file of several may be formatted alone: what it names in the others need not be at hand. */
static Status compile(FmtRun *run, const YarnSource *sources, DiagSink *diags, YarnProgram **program)
{
    YarnCompileOptions options = script_set_options(&run->set, diags);
    options.infer_functions = true;
    options.allow_missing_nodes = true;
    options.require_declarations = false;
    return yarn_compile(&options, sources, run->set.source_count, program);
}

/* Do all scripts still make the same program when those from `first` up to `end` are formatted? */
static bool is_same_story(FmtRun *run, size_t first, size_t end)
{
    DiagSink silent = { 0 };
    YarnProgram *after = NULL;
    const YarnSource *kept = run->set.sources;
    YarnSource *sources = alloc_take(alloc_heap(), run->set.source_count, sizeof *sources);
    if (!sources) {
        return false;
    }
    for (size_t i = 0; i < run->set.source_count; i++) {
        bool is_new = i >= first && i < end && run->changes[i];
        sources[i] = (YarnSource){ kept[i].name, is_new ? strbuf_view(&run->texts[i]) : kept[i].text };
    }
    (void)compile(run, sources, &silent, &after);
    bool is_same = after && yarn_program_same(run->program, after);
    yarn_program_destroy(after);
    alloc_free(alloc_heap(), sources, run->set.source_count * sizeof *sources);
    return is_same;
}

static Status format_all(FmtRun *run)
{
    size_t count = run->set.source_count;
    for (size_t i = 0; i < count; i++) {
        Status status = yarn_format(alloc_heap(), run->set.sources[i].text, &run->texts[i]);
        if (status == STATUS_NOMEM) {
            return status;
        }
        if (status != STATUS_OK) {
            report_unsafe(run, i);
        }
        run->changes[i] =
            status == STATUS_OK && !strview_equal(run->set.sources[i].text, strbuf_view(&run->texts[i]));
    }
    if (!is_same_story(run, 0, count)) {
        for (size_t i = 0; i < count; i++) {
            if (run->changes[i] && !is_same_story(run, i, i + 1)) {
                run->changes[i] = false;
                report_unsafe(run, i);
            }
        }
    }
    return STATUS_OK;
}

/* Prints or writes what has changed; true when --check found something. */
static bool show_all(FmtRun *run)
{
    bool has_changes = false;
    for (size_t i = 0; i < run->set.source_count; i++) {
        const YarnSource *source = &run->set.sources[i];
        StrView text = run->changes[i] ? strbuf_view(&run->texts[i]) : source->text;
        has_changes |= run->changes[i];
        if (run->mode == FMT_PRINT) {
            (void)fwrite(text.data, 1, text.len, stdout);
        } else if (run->changes[i]) {
            Status status = run->mode == FMT_WRITE ? file_write(source->name.data, text) : STATUS_OK;
            if (status == STATUS_OK) {
                printf("%s\n", source->name.data);
            } else {
                diag_report(&run->diags.sink, DIAG_ERROR, (SourcePos){ .file = source->name }, 0,
                            "script-file", "%s", status_text(status));
            }
        }
    }
    return has_changes && run->mode == FMT_CHECK;
}

static int finish(FmtRun *run, Status status, bool has_changes)
{
    if (run->diags.sink.errors) {
        fputs(run->diags.text.data, stderr);
    }
    if (status == STATUS_NOMEM) {
        fprintf(stderr, "sango-lint: %s\n", status_text(status));
    }
    for (size_t i = 0; run->texts && i < run->set.source_count; i++) {
        strbuf_release(&run->texts[i]);
    }
    int code = status != STATUS_OK || run->diags.sink.errors || has_changes ? EXIT_MISTAKES : EXIT_CLEAN;
    alloc_free(alloc_heap(), run->texts, (run->set.source_count + 1) * sizeof *run->texts);
    alloc_free(alloc_heap(), run->changes, (run->set.source_count + 1) * sizeof *run->changes);
    yarn_program_destroy(run->program);
    script_set_release(&run->set);
    diag_list_release(&run->diags);
    return code;
}

int lint_fmt(int count, char **words)
{
    FmtRun run = { .mode = FMT_PRINT };
    int at = 0;
    for (; at < count && words[at][0] == '-'; at++) {
        if (strcmp(words[at], "--check") == 0) {
            run.mode = FMT_CHECK;
        } else if (strcmp(words[at], "-w") == 0) {
            run.mode = FMT_WRITE;
        } else {
            return verb_refuse(words[at]);
        }
    }
    if (at == count) {
        fprintf(stderr, "sango-lint: fmt needs a pack, a project, a folder or a .yarn file\n");
        return EXIT_USAGE;
    }
    bool has_changes = false;
    diag_list_init(&run.diags, false);
    Status status = script_set_load(&run.set, count - at, words + at, &run.diags.sink);
    if (status == STATUS_OK) {
        status = compile(&run, run.set.sources, &run.diags.sink, &run.program);
    }
    if (status == STATUS_OK) {
        run.texts = alloc_take(alloc_heap(), run.set.source_count + 1, sizeof *run.texts);
        run.changes = alloc_take(alloc_heap(), run.set.source_count + 1, sizeof *run.changes);
        status = run.texts && run.changes ? STATUS_OK : STATUS_NOMEM;
    }
    for (size_t i = 0; run.texts && i < run.set.source_count; i++) {
        strbuf_init(&run.texts[i], alloc_heap());
    }
    if (status == STATUS_OK) {
        status = format_all(&run);
    }
    if (status == STATUS_OK) {
        has_changes = show_all(&run);
    }
    return finish(&run, status, has_changes);
}
