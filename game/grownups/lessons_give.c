#include "grownups_internal.h"
#include "sango/classroom/report.h"

static Status fill_report(App *app, const Lesson *const *lessons, size_t count, StrBuf *out)
{
    const ReportWords words = { .catalogue = app->parts.catalogue, .pack = app->parts.pack };
    ClassReport report;
    PrintPage page;
    Arena arena;
    arena_init(&arena, app->parts.alloc, 16 * 1024);
    Status status = report_of_lessons(&arena, lessons, count, &report);
    status = status == STATUS_OK ? report_page(&arena, &report, &words, &page) : status;
    status = status == STATUS_OK ? papers_fill(app, REPORT_TEMPLATE, &page, out) : status;
    arena_release(&arena);
    return status;
}

void grown_give_lessons(App *app, const Lesson *const *lessons, size_t count, GrownAbout about, StrView name)
{
    StrBuf out;
    strbuf_init(&out, app->parts.alloc);
    if (about == GROWN_REPORT) {
        grown_give_page(app, fill_report(app, lessons, count, &out), name, &out);
        strbuf_release(&out);
        return;
    }
    if (about == GROWN_CSV) {
        report_csv(lessons, count, &out);
    } else {
        report_json(lessons, count, &out);
    }
    if (out.failed) {
        grown_show_paper(app, STATUS_NOMEM, SV(""), false);
    } else {
        grown_give_paper(app, name, strbuf_view(&out), false);
    }
    strbuf_release(&out);
}
