#ifndef SANGO_BASE_DIAG_H
#define SANGO_BASE_DIAG_H

#include "sango/base/strbuf.h"

#include <stdint.h>

/* A place in a story file. Lines and columns count from 1; a column counts
 * UTF-8 code points, as an editor shows them. Line 0 means "the whole file". */
typedef struct SourcePos {
    StrView file;
    uint32_t line;
    uint32_t column;
} SourcePos;

typedef enum DiagLevel { DIAG_NOTE, DIAG_WARNING, DIAG_ERROR } DiagLevel;

typedef struct Diag {
    DiagLevel level;
    SourcePos pos;
    uint32_t length;     /* code points the mistake spans from pos, 0: unknown */
    const char *code;    /* stable name such as "YS0005" or "level-grade"; "" when none */
    const char *message; /* one sentence, no full stop; valid during the call only */
} Diag;

/* Where diagnostics go. `report` may be NULL: they are then only counted. */
typedef struct DiagSink {
    void (*report)(void *user, const Diag *diag);
    void *user;
    uint32_t errors;
    uint32_t warnings;
} DiagSink;

/* Formats and reports one diagnostic; a message over 511 bytes is cut at a code
 * point. `code` is a string literal. */
void diag_report(DiagSink *sink, DiagLevel level, SourcePos pos, uint32_t length, const char *code,
                 const char *fmt, ...) SANGO_PRINTF(6, 7);

/* Appends "file:line:col: error: text [code]" and a newline: how every tool prints one. */
void diag_format(StrBuf *out, const Diag *diag);

#endif
