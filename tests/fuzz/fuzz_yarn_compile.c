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

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    DiagSink diags = { .report = check_diag };
    YarnSource source = { SV("fuzz.yarn"), { (const char *)data, size } };
    YarnProgram *program = NULL;
    Status status =
        yarn_compile(&(YarnCompileOptions){ .alloc = alloc_heap(), .diags = &diags }, &source, 1, &program);
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
    return bytes > size * 16 ? 1 : 0;
}
