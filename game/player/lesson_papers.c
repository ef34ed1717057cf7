#include "lesson_internal.h"

#include "badges_internal.h"
#include "certificate_internal.h"
#include "sango/player/papers.h"
#include "sango/player/widgets.h"

/* Papers at the end of a lesson. One that cannot be written is told in one sentence; the lesson is kept all the same. */

static void say(App *app, StrBuf *message, StrView text, StrView path)
{
    strbuf_clear(message);
    strbuf_append(message, text);
    if (path.len) {
        strbuf_append(message, SV("\n"));
        strbuf_append(message, path);
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
    } else if (papers_show(app, path)) {
        say(app, message, TR(texts, "lesson.paper_shown", "It is open now, and it is kept here:"), path);
    } else {
        say(app, message, TR(texts, "lesson.paper_written", "It is ready to print:"), path);
    }
}

/* "lesson-2026-11-26-1a2b.html": the day and the beginning of the lesson's id. */
static void name_paper(const LessonRun *run, const char *kind, StrBuf *name)
{
    strbuf_printf(name, "%s-%.*s-%.*s.html", kind, SV_ARG(run->lesson.day.len ? run->lesson.day : SV("day")), 4, run->lesson.id.data);
}

static void write_paper(const LessonRun *run, App *app, const char *kind, const StrBuf *page, Status status, StrBuf *message)
{
    Arena arena;
    StrBuf name;
    StrView path = SV("");
    arena_init(&arena, app->parts.alloc, 512);
    strbuf_init(&name, app->parts.alloc);
    name_paper(run, kind, &name);
    if (status == STATUS_OK) {
        status = page->failed || name.failed ? STATUS_NOMEM : papers_write(app, &arena, strbuf_view(&name), strbuf_view(page), &path);
    }
    say_result(app, message, status, path);
    strbuf_release(&name);
    arena_release(&arena);
}

/* --- the certificate, with an empty line for a name ----------------------------------------------------------- */

static StrView rank_title(const LessonRun *run, const Catalogue *texts, unsigned power, unsigned *rank)
{
    unsigned points = 0, maximum = 0;
    for (size_t s = 0; s < run->lesson.story_count; s++) {
        points += run->lesson.stories[s]->points[power];
        maximum += run->lesson.stories[s]->maximum[power];
    }
    *rank = score_rank(points, maximum);
    return badge_rank_title(texts, *rank);
}

void lesson_write_certificate(const LessonRun *run, App *app, StrBuf *message)
{
    const Catalogue *texts = app->parts.catalogue;
    Certificate certificate = { .language = texts->language,
                                .is_rtl = texts->rtl,
                                .nickname = SV(""),
                                .title = TR(texts, "certificate.title", "Certificate"),
                                .lead = TR(texts, "certificate.lead", "for Sango's clever adviser"),
                                .by_hand = TR(texts, "certificate.by_hand", "My name, written by hand"),
                                .powers_title = TR(texts, "lesson.powers", "The powers of our class"),
                                .promises_title = TR(texts, "certificate.promises", "My promises"),
                                .deeds_title = TR(texts, "certificate.deeds", "What I did"),
                                .date = TR(texts, "certificate.date", "Date"),
                                .thanks = TR(texts, "certificate.thanks", "Thank you for your help! Stay safe and have fun online."),
                                .credits = TR(texts, "certificate.credits", "Made with Sango's Story. This is not an official product of ITU.") };
    for (unsigned i = 0; i < POWER_COUNT; i++) {
        unsigned rank;
        StrView title = rank_title(run, texts, i, &rank);
        if (rank) {
            certificate.powers[certificate.power_count++] = (CertificatePower){ power_title(texts, (Power)i), title, rank };
        }
    }
    StrBuf page;
    strbuf_init(&page, app->parts.alloc);
    Status status = certificate_fill(app, &certificate, &page);
    write_paper(run, app, "certificate", &page, status, message);
    strbuf_release(&page);
}
