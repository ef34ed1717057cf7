#include "main_notices.h"

#include "sango/base/log.h"

#include <stdio.h>

enum { SHOWN_MAX = 3 };

static bool is_new(Notices *notices, StrView line)
{
    uint32_t hash = strview_hash(line);
    for (size_t i = 0; i < notices->seen_count; i++) {
        if (notices->seen[i] == hash) {
            return false;
        }
    }
    if (notices->seen_count < NOTICES_SEEN_MAX) {
        notices->seen[notices->seen_count++] = hash;
    }
    return true;
}

static void show(Notices *notices, StrView line)
{
    StrBuf *out = notices->app ? &notices->app->notice : &notices->early;
    if (out->len == 0) { /* the grown-up has read the last one */
        notices->shown = 0;
        strbuf_append(out, TR(notices->catalogue, "notice.grown_up", "For a grown-up:"));
    }
    if (notices->shown <= SHOWN_MAX) {
        strbuf_char(out, notices->shown ? '\n' : ' ');
        strbuf_append(out, notices->shown < SHOWN_MAX ? line : TR(notices->catalogue, "notice.more", "There is more in the log."));
        notices->shown++;
    }
    if (notices->app) {
        app_touch(notices->app);
    }
}

/* A level has several mistakes in one message. */
static void take_lines(void *user, LogLevel level, const char *text)
{
    static const char *const names[] = { "", "warning: ", "error: " };
    Notices *notices = user;
    StrView rest = strview_from_cstr(text);
    StrView line;
    while (strview_take(&rest, '\n', &line)) {
        bool is_told = line.len == 0 || (level == LOG_WARNING && !is_new(notices, line));
        if (!is_told) {
            fprintf(stderr, "sango: %s%.*s\n", names[level], SV_ARG(line));
        }
        if (!is_told && level == LOG_WARNING) {
            show(notices, line);
        }
    }
}

void notices_open(Notices *notices, const Catalogue *catalogue)
{
    *notices = (Notices){ .catalogue = catalogue };
    strbuf_init(&notices->early, alloc_heap());
    log_set_sink(take_lines, notices);
}

void notices_close(Notices *notices)
{
    log_set_sink(NULL, NULL);
    strbuf_release(&notices->early);
}

void notices_join(Notices *notices, App *app)
{
    notices->app = app;
}

static void log_diag(void *user, const Diag *diag)
{
    StrBuf text;
    (void)user;
    strbuf_init(&text, alloc_heap());
    diag_format(&text, diag);
    log_line(LOG_WARNING, "%.*s", SV_ARG(strview_trim(strbuf_view(&text))));
    strbuf_release(&text);
}

DiagSink notices_diags(void)
{
    return (DiagSink){ log_diag, NULL, 0, 0 };
}
