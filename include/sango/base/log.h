#ifndef SANGO_BASE_LOG_H
#define SANGO_BASE_LOG_H

#include "sango/base/strbuf.h"

/* One line an event, for grown-ups and developers. Only levels 2 to 4 of the
 * modules log, once, where an error is handled; never a child's nickname, choices
 * or text. */
typedef enum LogLevel { LOG_INFO, LOG_WARNING, LOG_ERROR } LogLevel;

typedef void LogSink(void *user, LogLevel level, const char *line);

/* Where lines go; NULL (the start) is standard error. Set it before threads. */
void log_set_sink(LogSink *sink, void *user);

/* A line over 1023 bytes is cut at a code point. No newline at the end. */
void log_line(LogLevel level, const char *fmt, ...) SANGO_PRINTF(2, 3);

#endif
