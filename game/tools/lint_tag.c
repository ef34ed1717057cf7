#include "diag_list.h"
#include "sango/base/file.h"
#include "sango/yarn/tag.h"
#include "script_set.h"
#include "verbs.h"

#include <stdio.h>
#include <string.h>

typedef struct TagRun {
    ScriptSet set;
    DiagList diags;
    YarnTagged *tagged; /* by source; NULL: not made */
    StrView prefix;
    bool is_check;
} TagRun;

static bool is_key(StrView text)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
              c == '-')) {
            return false;
        }
    }
    return text.len > 0;
}

/* What is written must compile as well; a line may have become too long, for instance. */
static Status compile_tagged(TagRun *run)
{
    YarnProgram *program = NULL;
    YarnSource *sources = ARENA_ARRAY(&run->set.arena, YarnSource, run->set.source_count + 1);
    if (!sources) {
        return STATUS_NOMEM;
    }
    for (size_t i = 0; i < run->set.source_count; i++) {
        sources[i] = (YarnSource){ run->set.sources[i].name, strbuf_view(&run->tagged[i].text) };
    }
    /* Warnings were told of the scripts as they are; only a new mistake is of interest. */
    DiagSink quiet = { 0 };
    YarnCompileOptions options = script_set_options(&run->set, &quiet);
    Status status = yarn_compile(&options, sources, run->set.source_count, &program);
    if (status != STATUS_OK && status != STATUS_NOMEM) {
        options.diags = &run->diags.sink;
        status = yarn_compile(&options, sources, run->set.source_count, &program);
    }
    yarn_program_destroy(program);
    return status;
}

static Status write_tagged(TagRun *run)
{
    Status status = compile_tagged(run);
    for (size_t i = 0; status == STATUS_OK && i < run->set.source_count; i++) {
        if (run->tagged[i].added == 0) {
            continue;
        }
        StrView name = run->set.sources[i].name; /* a copy with a NUL behind it */
        status = file_write(name.data, strbuf_view(&run->tagged[i].text));
        if (status == STATUS_OK) {
            printf("%.*s: %zu ids\n", SV_ARG(name), run->tagged[i].added);
        } else {
            diag_report(&run->diags.sink, DIAG_ERROR, (SourcePos){ .file = name }, 0, "script-file", "%s",
                        status_text(status));
        }
    }
    return status;
}

static Status tag_all(TagRun *run)
{
    YarnProgram *program = NULL;
    DiagSink quiet = { 0 };
    YarnCompileOptions options = script_set_options(&run->set, &run->diags.sink);
    Status status = yarn_compile(&options, run->set.sources, run->set.source_count, &program);
    if (status != STATUS_OK) {
        return status;
    }
    run->tagged = alloc_take(alloc_heap(), run->set.source_count + 1, sizeof *run->tagged);
    YarnTagRequest request = { .program = program,
                               .sources = run->set.sources,
                               .source_count = run->set.source_count,
                               .prefix = run->prefix,
                               .untagged = run->is_check ? &run->diags.sink : &quiet,
                               .left = run->is_check ? NULL : &run->diags.sink };
    status = run->tagged ? yarn_tag(alloc_heap(), &request, run->tagged) : STATUS_NOMEM;
    yarn_program_destroy(program);
    return status == STATUS_OK && !run->is_check && quiet.errors ? write_tagged(run) : status;
}

int lint_tag(int count, char **words)
{
    TagRun run = { .prefix = SV("") };
    int i = 0;
    for (; i < count && strncmp(words[i], "--", 2) == 0; i++) {
        if (strcmp(words[i], "--check") == 0) {
            run.is_check = true;
        } else if (strcmp(words[i], "--prefix") == 0 && i + 1 < count) {
            run.prefix = strview_from_cstr(words[++i]);
            if (!is_key(run.prefix)) {
                fprintf(
                    stderr,
                    "sango-lint: a prefix has letters a-z, digits, '_' and '-' only, such as cat; not '%s'\n",
                    words[i]);
                return EXIT_USAGE;
            }
        } else {
            return verb_refuse(words[i]);
        }
    }
    if (i == count) {
        fprintf(stderr, "sango-lint: tag needs a pack, a folder or a script, such as levels/sango\n");
        return EXIT_USAGE;
    }
    diag_list_init(&run.diags, false);
    Status status = script_set_load(&run.set, count - i, words + i, &run.diags.sink);
    if (status == STATUS_OK) {
        status = tag_all(&run);
    }
    printf("%s", run.diags.text.data);
    if (status == STATUS_NOMEM || run.diags.text.failed) {
        fprintf(stderr, "sango-lint: %s\n", status_text(STATUS_NOMEM));
    }
    bool is_clean = status == STATUS_OK && run.diags.sink.errors == 0;
    if (run.tagged) {
        yarn_tagged_release(run.tagged, run.set.source_count);
        alloc_free(alloc_heap(), run.tagged, (run.set.source_count + 1) * sizeof *run.tagged);
    }
    script_set_release(&run.set);
    diag_list_release(&run.diags);
    return is_clean ? EXIT_CLEAN : EXIT_MISTAKES;
}
