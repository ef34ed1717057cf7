/* Any bytes as a script: formatting keeps all but blanks, and of a script that compiles the program
 * and, a second time, every byte. */
#include "sango/yarn/format.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static YarnProgram *compile(StrView text)
{
    YarnProgram *program = NULL;
    YarnSource source = { SV("f.yarn"), text };
    YarnCompileOptions options = { .alloc = alloc_heap(), .infer_functions = true, .allow_missing_nodes = true };
    (void)yarn_compile(&options, &source, 1, &program);
    return program;
}

static void expect(bool is_true)
{
    if (!is_true) {
        abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    StrView text = { (const char *)data, size };
    StrBuf once, twice;
    strbuf_init(&once, alloc_heap());
    strbuf_init(&twice, alloc_heap());
    Status status = yarn_format(alloc_heap(), text, &once);
    expect(status == STATUS_OK || status == STATUS_INVALID);
    YarnProgram *before = compile(text);
    if (before) {
        YarnProgram *after = compile(strbuf_view(&once));
        expect(status == STATUS_OK && after && yarn_program_same(before, after));
        expect(yarn_format(alloc_heap(), strbuf_view(&once), &twice) == STATUS_OK);
        expect(strview_equal(strbuf_view(&once), strbuf_view(&twice)));
        yarn_program_destroy(after);
    }
    yarn_program_destroy(before);
    strbuf_release(&once);
    strbuf_release(&twice);
    return 0;
}
