#include "diag_list.h"
#include "sango/yarn/outline.h"
#include "script_set.h"
#include "verbs.h"

#include <stdio.h>
#include <string.h>

/* Reads the scripts and appends the picture; what is wrong with them goes to `diags`. */
static Status draw(int count, char **paths, bool is_svg, DiagSink *diags, StrBuf *out)
{
    ScriptSet set;
    YarnOutline *outline = NULL;
    Status status = script_set_load(&set, count, paths, diags);
    if (status == STATUS_OK) {
        YarnCompileOptions options = script_set_options(&set, diags);
        status = yarn_outline_create(&options, set.sources, set.source_count, &outline);
    }
    if (status == STATUS_OK) {
        if (is_svg) {
            yarn_outline_write_svg(outline, set.entries, set.entry_count, out);
        } else {
            yarn_outline_write_dot(outline, set.entries, set.entry_count, out);
        }
        status = out->failed ? STATUS_NOMEM : STATUS_OK;
    }
    yarn_outline_destroy(outline);
    script_set_release(&set);
    return status;
}

int lint_graph(int count, char **words)
{
    bool is_svg = count > 0 && strcmp(words[0], "--svg") == 0;
    int first = is_svg ? 1 : 0;
    if (first < count && words[first][0] == '-') {
        return verb_refuse(words[first]);
    }
    if (first == count) {
        fprintf(stderr, "sango-lint: graph needs a pack, a folder or a script, such as levels/sango\n");
        return EXIT_USAGE;
    }
    DiagList diags;
    StrBuf out;
    diag_list_init(&diags, false);
    strbuf_init(&out, alloc_heap());
    Status status = draw(count - first, words + first, is_svg, &diags.sink, &out);
    fputs(diags.text.data, stderr);
    bool is_written =
        status == STATUS_OK && fwrite(out.data, 1, out.len, stdout) == out.len && fflush(stdout) == 0;
    if (status == STATUS_NOMEM || (status == STATUS_OK && !is_written)) {
        fprintf(stderr, "sango-lint: %s\n", status_text(status == STATUS_OK ? STATUS_IO : status));
    }
    int code = is_written && diags.sink.errors == 0 ? EXIT_CLEAN : EXIT_MISTAKES;
    strbuf_release(&out);
    diag_list_release(&diags);
    return code;
}
