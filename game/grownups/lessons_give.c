#include "grownups_internal.h"
#include "sango/classroom/report.h"
#include "sango/player/lessons.h"

void grown_give_lessons(App *app, const Lesson *const *lessons, size_t count, GrownAbout about, StrView name)
{
    StrBuf out;
    strbuf_init(&out, app->parts.alloc);
    if (about == GROWN_REPORT) {
        grown_give_page(app, lesson_report_fill(app, lessons, count, &out), name, &out);
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
