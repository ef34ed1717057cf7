#include "lesson_internal.h"

#include "sango/classroom/report.h"
#include "sango/player/kit.h"
#include "sango/player/lessons.h"
#include "sango/player/papers.h"

/* Papers at the end of a lesson. One that cannot be written is told in one sentence; the lesson is kept all the same. */

static void say(App *app, StrBuf *message, StrView text, StrView path)
{
    strbuf_clear(message);
    strbuf_append(message, text);
    if (path.len) {
        strbuf_append(message, SV("\n"));
        bool is_turned = app->parts.catalogue->rtl; /* a path keeps its order: U+2066, U+2069 */
        strbuf_append(message, is_turned ? SV("\xe2\x81\xa6") : SV(""));
        strbuf_append(message, path);
        strbuf_append(message, is_turned ? SV("\xe2\x81\xa9") : SV(""));
    }
    app_touch(app);
}

static void say_result(App *app, StrBuf *message, Status status, StrView path)
{
    const Catalogue *texts = app->parts.catalogue;
    if (status == STATUS_UNSUPPORTED) {
        say(app, message, TR(texts, "lesson.paper_nowhere", "There is no folder for papers on this computer. The lesson itself is kept."), SV(""));
    } else if (status != STATUS_OK) {
        say(app, message, TR(texts, "lesson.paper_failed", "The paper could not be written. Is the disk full? The lesson itself is kept."), path);
    } else if (app->parts.in_browser && papers_show(app, path)) {
        say(app, message, TR(texts, "lesson.paper_tab", "It opens in a new tab. If none comes, a line at the top of the page offers it."), SV(""));
    } else if (papers_show(app, path)) {
        say(app, message, TR(texts, "lesson.paper_shown", "It opens now, and it is kept here:"), path);
    } else {
        say(app, message, TR(texts, "lesson.paper_written", "It is ready to print:"), path);
    }
}

void lesson_paper_name(const Lesson *lesson, const char *kind, const char *ending, StrBuf *name)
{
    enum { ID_SHOWN = 8 };
    strbuf_printf(name, "%s-%.*s%s%.*s%s", kind, SV_ARG(lesson->day), lesson->day.len ? "-" : "", SV_ARG(strview_slice(lesson->id, 0, ID_SHOWN)), ending);
}

Status lesson_report_fill(App *app, const Lesson *const *lessons, size_t count, StrBuf *out)
{
    const ReportWords words = { .catalogue = app->parts.catalogue, .pack = app->parts.pack };
    ClassReport report;
    PrintPage page;
    Arena arena;
    arena_init(&arena, app->parts.alloc, 16384);
    Status status = report_of_lessons(&arena, lessons, count, &report);
    status = status == STATUS_OK ? report_page(&arena, &report, &words, &page) : status;
    status = status == STATUS_OK ? papers_fill(app, REPORT_TEMPLATE, &page, out) : status;
    arena_release(&arena);
    return status == STATUS_OK && out->failed ? STATUS_NOMEM : status;
}

void lesson_write_report(const LessonRun *run, App *app, StrBuf *message)
{
    const Lesson *lessons[] = { &run->lesson };
    Arena arena;
    StrBuf html, name;
    StrView path = SV("");
    arena_init(&arena, app->parts.alloc, 1024);
    strbuf_init(&html, app->parts.alloc);
    strbuf_init(&name, app->parts.alloc);
    lesson_paper_name(&run->lesson, "report", ".html", &name);
    Status status = lesson_report_fill(app, lessons, 1, &html);
    if (status == STATUS_OK) {
        status = name.failed ? STATUS_NOMEM : papers_write(app, &arena, strbuf_view(&name), strbuf_view(&html), &path);
    }
    say_result(app, message, status, path);
    strbuf_release(&html);
    strbuf_release(&name);
    arena_release(&arena);
}

/* Of the story that was played last. */
void lesson_write_kit(const LessonRun *run, App *app, KitPage kind, StrBuf *message)
{
    const Lesson *lesson = &run->lesson;
    const LevelPack *pack = NULL;
    const LevelEntry *level = NULL;
    Arena arena;
    StrView path = SV("");
    for (size_t i = 0; i < lesson->story_count; i++) {
        bool is_played = lesson->stories[i]->is_finished || lesson->stories[i]->decision_count > 0;
        level = is_played || !level ? app_find_level(app, lesson->stories[i]->key, &pack) : level;
    }
    arena_init(&arena, app->parts.alloc, 1024);
    Status status = level ? lesson_paper(app, pack, level, kind, &arena, &path) : STATUS_NOT_FOUND;
    say_result(app, message, status, path);
    arena_release(&arena);
}
