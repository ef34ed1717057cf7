#ifndef TESTS_LEVEL_SUPPORT_H
#define TESTS_LEVEL_SUPPORT_H

/* A pack written into the test's own folder, and an allocator that fails at its N-th call. */
#include "sango/base/file.h"
#include "sango/level/session.h"
#include "test.h"

#include <stdlib.h>
#include <string.h>

typedef struct FailingAlloc {
    Allocator alloc;
    size_t calls, fails_at; /* fails_at 0: never */
    size_t held;            /* bytes */
} FailingAlloc;

static inline void *failing_resize(void *user, void *block, size_t old_bytes, size_t new_bytes)
{
    FailingAlloc *failing = user;
    if (new_bytes && ++failing->calls == failing->fails_at) {
        return NULL;
    }
    void *moved = alloc_heap()->resize(alloc_heap()->user, block, old_bytes, new_bytes);
    if (moved || new_bytes == 0) {
        failing->held += new_bytes;
        failing->held -= old_bytes;
    }
    return moved;
}

static inline void failing_init(FailingAlloc *failing, size_t fails_at)
{
    *failing = (FailingAlloc){ .fails_at = fails_at };
    failing->alloc = (Allocator){ failing_resize, failing };
}

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
