/* Any bytes as a script: it compiles or is refused with a place, and what compiles
 * can be read through the tables. */
#include "sango/yarn/program.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_diag(void *user, const Diag *diag)
{
    (void)user;
    if (diag->pos.line != 0 && diag->pos.column == 0) {
        abort();
    }
}

static size_t compile(const uint8_t *data, size_t size, YarnCompileOptions options)
{
    DiagSink diags = { .report = check_diag };
    YarnSource source = { SV("fuzz.yarn"), { (const char *)data, size } };
    YarnProgram *program = NULL;
    options.alloc = alloc_heap();
    options.diags = &diags;
    Status status = yarn_compile(&options, &source, 1, &program);
    if ((status == STATUS_OK) != (program != NULL) || (status == STATUS_OK) != (diags.errors == 0)) {
        abort();
    }
    size_t bytes = 0;
    for (size_t i = 0; program && i < yarn_program_line_count(program); i++) {
        YarnLineInfo line = yarn_program_line(program, i);
        YarnLineInfo found;
        bytes += line.text.len + line.speaker.len;
        if (!yarn_program_find_line(program, line.id, &found)) {
            abort();
        }
    }
    yarn_program_destroy(program);
    return bytes;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    size_t plain = compile(data, size, (YarnCompileOptions){ 0 });
    size_t advised = compile(data, size,
                             (YarnCompileOptions){ .infer_functions = true,
                                                   .advice = YARN_ADVICE_UNREACHABLE | YARN_ADVICE_UNUSED |
                                                             YARN_ADVICE_LINE_IDS });
    if (plain > advised) {
        abort(); /* what compiles without them compiles with them */
    }
    return 0;
}
