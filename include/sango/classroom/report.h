#ifndef SANGO_CLASSROOM_REPORT_H
#define SANGO_CLASSROOM_REPORT_H

#include "sango/classroom/lesson.h"
#include "sango/i18n/catalogue.h"
#include "sango/level/pack.h"
#include "sango/print/template.h"

/* What one lesson shows, or many together: the class's powers and how they went over time, before and after, the hardest questions, what
 * to practise next. Pure: lessons in, texts out. No figure in it stands for fewer than LESSON_SPREAD_MIN hands, and no class is set
 * against another.
 *
 *     ClassReport report;
 *     report_of_lessons(&arena, lessons, count, &report);
 *     ReportWords words = { .catalogue = texts, .pack = pack };
 *     report_page(&arena, &report, &words, &page);      then papers_fill(app, REPORT_TEMPLATE, page, &html)
 *     report_csv(lessons, count, &csv);
 *     report_json(lessons, count, &json); */
#define REPORT_TEMPLATE "report.html"

enum {
    REPORT_UNKNOWN = -1000 /* no figure: nothing was asked, or too few hands */
};

typedef struct ReportDecision {
    StrView story, title;         /* key of the story, its title */
    StrView id;
    unsigned number;              /* which question of its story, from 1 */
    unsigned topic;               /* 1..24; 0: not said */
    Power power;
    const LessonDecision *newest; /* words and grades of the options; of a lesson */
    size_t lessons;               /* in which it was answered */
    size_t spreads;               /* in how many of them the counts were kept */
    unsigned votes[LESSON_OPTIONS_MAX], hands; /* over all lessons */
    int safe_percent;             /* of the hands; REPORT_UNKNOWN without a spread */
    size_t tempting;              /* the risky option that most hands were for; SIZE_MAX: none had one */
    uint32_t looked_at;           /* bits of options that a class tried as "what if" */
} ReportDecision;

typedef struct ReportPower {
    unsigned points, maximum;
    int percent;    /* REPORT_UNKNOWN when it was not met */
    int *by_lesson; /* the same for each of report->lessons */
} ReportPower;

/* Shares of the maximum, by show of hands, over all lessons in which a world's six items were asked of this age. */
typedef struct ReportMeasure {
    StrView world;
    unsigned band;
    MeasureShare shares[MEASURE_FIGURE_COUNT][MEASURE_TIME_COUNT];
    unsigned hands[MEASURE_TIME_COUNT]; /* of the item with most; 0: not asked, or too few */
    /* Percentage points from before to then, over items that were asked both times; REPORT_UNKNOWN. change[…][MEASURE_BEFORE] too. */
    int change[MEASURE_FIGURE_COUNT][MEASURE_TIME_COUNT];
} ReportMeasure;

typedef struct ReportTopic {
    unsigned topic, safe, hands; /* votes over all its questions */
    int safe_percent;
} ReportTopic;

typedef struct ClassReport {
    const Lesson *const *lessons; /* by day, those without one first */
    size_t lesson_count;
    size_t story_count, finished_count; /* over all lessons */
    StrView first_day, last_day;        /* "" when no lesson has one */
    unsigned bands;                     /* bits */
    ReportPower powers[POWER_COUNT];
    const ReportDecision *decisions; /* each once, in the order in which they were met */
    size_t decision_count;
    size_t small_count;     /* decisions of which no spread was kept */
    const size_t *hardest;  /* places in `decisions` of those with a spread that was not all safe, lowest safe share first */
    size_t hardest_count;
    const ReportMeasure *measures;
    size_t measure_count;
    const ReportTopic *topics; /* with a spread, lowest safe share first */
    size_t topic_count;
    Power practise[POWER_COUNT]; /* met and not full, lowest share first */
    size_t practise_count;
} ClassReport;

/* `lessons` and what is in them is borrowed; the rest is from the arena. The same for the same lessons, in whatever order they come.
 * STATUS_NOMEM. */
Status report_of_lessons(Arena *arena, const Lesson *const *lessons, size_t count, ClassReport *report);

/* Stories that practise a power with one of these bands and were not played in the report, in the pack's order; none that is restricted.
 * At most `max`; returns how many. */
size_t report_suggest(const ClassReport *report, const LevelPack *pack, Power power, const LevelEntry **levels, size_t max);

typedef struct ReportWords {
    const Catalogue *catalogue;
    const LevelPack *pack; /* for titles of worlds and what to play next; may be NULL */
} ReportWords;
/* The values of REPORT_TEMPLATE, from the arena: one page for one lesson, two or three for many. */
Status report_page(Arena *arena, const ClassReport *report, const ReportWords *words, PrintPage *page);

/* RFC 4180 with a byte order mark and CRLF: a row for each option of each question, and for each item of a measure. A cell that a
 * spreadsheet would take for a formula has an apostrophe before it. game/classroom/README.md has the columns. */
void report_csv(const Lesson *const *lessons, size_t count, StrBuf *out);
/* As shelf_export(): another computer can import it. */
void report_json(const Lesson *const *lessons, size_t count, StrBuf *out);

#endif
