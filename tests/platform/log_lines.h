#ifndef LOG_LINES_H
#define LOG_LINES_H
/* Keeps the lines of the log instead of printing them: log_set_sink(keep_line, &lines). */
#include "sango/base/log.h"

#include <stdio.h>
#include <string.h>

typedef struct LogLines {
    unsigned count;
    char last[1024];
} LogLines;

static inline void keep_line(void *user, LogLevel level, const char *line)
{
    LogLines *lines = user;
    (void)level;
    lines->count++;
    (void)snprintf(lines->last, sizeof lines->last, "%s", line);
}

/* True when there was just one line since the last call, and it has `part`. */
static inline bool one_line_has(LogLines *lines, const char *part)
{
    bool has = lines->count == 1 && strstr(lines->last, part) != NULL;
    if (!has) {
        fprintf(stderr, "%u lines, the last: %s\n", lines->count, lines->last);
    }
    lines->count = 0;
    return has;
}
#endif
