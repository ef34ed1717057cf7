#ifndef TESTS_LEVEL_SUPPORT_H
#define TESTS_LEVEL_SUPPORT_H

/* Diagnostics as text, and programs from text. */
#include "sango/base/file.h"
#include "sango/level/session.h"
#include "test.h"

#include <stdlib.h>
#include <string.h>

/* Collects diagnostics as lines of text. */
static inline void collect_text(void *user, const Diag *diag)
{
    diag_format(user, diag);
}

static inline bool has_text(StrView text, const char *part)
{
    size_t len = strlen(part);
    for (size_t i = 0; i + len <= text.len; i++) {
        if (memcmp(text.data + i, part, len) == 0) {
            return true;
        }
    }
    return false;
}

#define EXPECT_TEXT(view, literal)                                                                           \
    do {                                                                                                     \
        StrView view_ = (view);                                                                              \
        if (!strview_equal(view_, SV(literal))) {                                                            \
            test_failures++;                                                                                 \
            fprintf(stderr, "%s:%d: %s is '%.*s', expected '%s'\n", __FILE__, __LINE__, #view, SV_ARG(view_), literal); \
        }                                                                                                    \
    } while (0)

static inline YarnProgram *compile_text(const char *text, StrBuf *diags)
{
    YarnProgram *program = NULL;
    YarnSource source = { SV("test.yarn"), strview_from_cstr(text) };
    DiagSink sink = { collect_text, diags, 0, 0 };
    size_t count;
    const YarnFunction *functions = level_functions(&count);
    Status status = yarn_compile(&(YarnCompileOptions){ .alloc = alloc_heap(), .diags = &sink, .functions = functions, .function_count = count }, &source, 1, &program);
    if (status != STATUS_OK) {
        fprintf(stderr, "%s", diags->data);
    }
    return program;
}

#endif
