#include "sango/base/log.h"
#include "sango/base/utf8.h"

#include <stdio.h>
#include <string.h>

static void to_stderr(void *user, LogLevel level, const char *line)
{
    static const char *const names[] = { "", "warning: ", "error: " };
    (void)user;
    fprintf(stderr, "sango: %s%s\n", names[level], line);
}

static LogSink *log_sink = to_stderr;
static void *log_user;

void log_set_sink(LogSink *sink, void *user)
{
    log_sink = sink ? sink : to_stderr;
    log_user = user;
}

void log_line(LogLevel level, const char *fmt, ...)
{
    char line[1024];
    va_list args;
    va_start(args, fmt);
    int written = vsnprintf(line, sizeof line, fmt, args);
    va_end(args);
    if (written >= (int)sizeof line) {
        line[utf8_valid_prefix((StrView){ line, strlen(line) })] = '\0';
    }
    log_sink(log_user, level, line);
}
