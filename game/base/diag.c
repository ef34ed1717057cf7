#include "sango/base/diag.h"
#include "sango/base/status.h"
#include "sango/base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

const char *status_text(Status status)
{
    switch (status) {
#define X(name, text)                                                                                        \
    case STATUS_##name:                                                                                      \
        return text;
        STATUS_LIST(X)
#undef X
    }
    return "unknown status";
}

void diag_report(DiagSink *sink, DiagLevel level, SourcePos pos, uint32_t length, const char *code,
                 const char *fmt, ...)
{
    sink->errors += level == DIAG_ERROR;
    sink->warnings += level == DIAG_WARNING;
    if (!sink->report) {
        return;
    }
    char message[512];
    va_list args;
    va_start(args, fmt);
    int written = vsnprintf(message, sizeof message, fmt, args);
    va_end(args);
    if (written >= (int)sizeof message) {
        size_t whole = utf8_valid_prefix((StrView){ message, strlen(message) });
        message[whole] = '\0';
    }
    sink->report(sink->user, &(Diag){ level, pos, length, code, message });
}

void diag_format(StrBuf *out, const Diag *diag)
{
    static const char *const names[] = { "note", "warning", "error" };
    strbuf_append(out, diag->pos.file);
    if (diag->pos.line) {
        strbuf_printf(out, ":%u:%u", (unsigned)diag->pos.line, (unsigned)diag->pos.column);
    }
    strbuf_printf(out, ": %s: %s", names[diag->level], diag->message);
    if (diag->code[0]) {
        strbuf_printf(out, " [%s]", diag->code);
    }
    strbuf_char(out, '\n');
}
