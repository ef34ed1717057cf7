#include "report_fill.h"

#include "sango/level/words.h"

#include <stdio.h>
#include <stdlib.h>

enum {
    PRACTISE_SHOWN = 2,
    TOPICS_SHOWN = 3,
    TOPIC_BELOW = 75,     /* per cent of the hands for a safe answer */
    SUGGESTIONS = 3,
    LESSONS_SHOWN = 12,   /* the newest */
    LINE_POINTS_MAX = 30, /* the newest */
    LINE_WIDTH = 200,
    LINE_HEIGHT = 40
};

/* --- before and after --------------------------------------------------------------------- */

/* "62 %" and where it stands in a drawing 200 wide; nothing when it is not known. */
static void add_point(Fill *fill, PrintList *list, const char *name, int percent)
{
    FillList points = fill_list(fill, list, name, 1, 2, 0);
    if (percent != REPORT_UNKNOWN) {
        FillRow row = fill_row(fill, &points);
        fill_number(fill, &row, "x", percent * 2L);
        fill_value(fill, &row, "percent", fill_percent(fill, percent));
    }
}

static void add_change(Fill *fill, FillRow *row, const char *name, int change)
{
    const Catalogue *texts = fill->words->catalogue;
    char number[16];
    FillList list = fill_list(fill, fill_inner(row), name, 1, 1, 0);
    if (change != REPORT_UNKNOWN) {
        (void)snprintf(number, sizeof number, "%s%d", change < 0 ? "−" : "+", change < 0 ? -change : change);
        TextValue points = { SV("points"), strview_from_cstr(number) };
        FillRow inner = fill_row(fill, &list);
        StrView pattern = TRN(texts, "report.points", "{points} point", "{points} points", (uint32_t)abs(change));
        fill_value(fill, &inner, "points", fill_format(fill, pattern, &points, 1));
    }
}

static void add_figure(Fill *fill, FillList *figures, const ReportMeasure *measure, MeasureFigure figure)
{
    static const char *const names[MEASURE_TIME_COUNT] = { "before", "after", "later" };
    int percents[MEASURE_TIME_COUNT];
    int first = REPORT_UNKNOWN, last = REPORT_UNKNOWN;
    for (size_t time = 0; time < MEASURE_TIME_COUNT; time++) {
        percents[time] = measure_percent(&measure->shares[figure][time]);
        first = first == REPORT_UNKNOWN ? percents[time] : first;
        last = percents[time] == REPORT_UNKNOWN ? last : percents[time];
    }
    if (first == REPORT_UNKNOWN) {
        return;
    }
    FillRow row = fill_row(fill, figures);
    fill_value(fill, &row, "figure", report_figure_title(fill->words->catalogue, figure));
    fill_number(fill, &row, "from", first * 2L);
    fill_number(fill, &row, "to", last * 2L);
    for (size_t time = 0; time < MEASURE_TIME_COUNT; time++) {
        add_point(fill, fill_inner(&row), names[time], percents[time]);
    }
    add_change(fill, &row, "change_after", measure->change[figure][MEASURE_AFTER]);
    add_change(fill, &row, "change_later", measure->change[figure][MEASURE_LATER]);
}

static StrView hands_text(Fill *fill, unsigned hands)
{
    return hands ? fill_text(fill, (long)hands) : SV("–");
}

void report_fill_measures(Fill *fill, PrintList *list)
{
    const ClassReport *report = fill->report;
    const Catalogue *texts = fill->words->catalogue;
    FillList measures = fill_list(fill, list, "measures", report->measure_count, 2, 1);
    for (size_t i = 0; i < report->measure_count; i++) {
        const ReportMeasure *measure = &report->measures[i];
        const unsigned *hands = measure->hands;
        if (hands[MEASURE_BEFORE] + hands[MEASURE_AFTER] + hands[MEASURE_LATER] == 0) {
            continue; /* too few hands each time */
        }
        FillRow row = fill_row(fill, &measures);
        TextValue values[] = { { SV("world"), report_world_title(fill->arena, fill->words, measure->world) },
                               { SV("ages"), report_ages(texts, measure->band) } };
        fill_value(fill, &row, "world", fill_format(fill, TR(texts, "report.world", "{world}, {ages}"), values, 2));
        TextValue counts[] = { { SV("before"), hands_text(fill, hands[MEASURE_BEFORE]) },
                               { SV("after"), hands_text(fill, hands[MEASURE_AFTER]) },
                               { SV("later"), hands_text(fill, hands[MEASURE_LATER]) } };
        fill_value(fill, &row, "hands",
                   fill_format(fill, TR(texts, "report.hands", "hands: {before} before, {after} after, {later} later"), counts, 3));
        FillList figures = fill_list(fill, fill_inner(&row), "figures", MEASURE_FIGURE_COUNT, 3, 5);
        for (size_t figure = 0; figure < MEASURE_FIGURE_COUNT; figure++) {
            add_figure(fill, &figures, measure, (MeasureFigure)figure);
        }
    }
}

/* --- what to practise next ---------------------------------------------------------------- */

static void add_stories(Fill *fill, PrintList *list, Power power)
{
    const Catalogue *texts = fill->words->catalogue;
    const LevelEntry *levels[SUGGESTIONS];
    size_t count = report_suggest(fill->report, fill->words->pack, power, levels, SUGGESTIONS);
    FillList stories = fill_list(fill, list, "stories", SUGGESTIONS, 1, 0);
    for (size_t i = 0; i < count; i++) {
        TextValue values[] = { { SV("story"), level_entry_title(texts, levels[i]) },
                               { SV("minutes"), fill_text(fill, (long)levels[i]->minutes) } };
        FillRow row = fill_row(fill, &stories);
        fill_value(fill, &row, "story",
                   fill_format(fill, i ? TR(texts, "report.story", "{story} ({minutes} min)") : TR(texts, "report.play", "play {story} ({minutes} min)"), values, 2));
    }
}

void report_fill_practise(Fill *fill, PrintList *list)
{
    const ClassReport *report = fill->report;
    const Catalogue *texts = fill->words->catalogue;
    FillList powers = fill_list(fill, list, "practise", PRACTISE_SHOWN, 2, 1);
    for (size_t i = 0; i < report->practise_count && i < PRACTISE_SHOWN; i++) {
        const ReportPower *power = &report->powers[report->practise[i]];
        TextValue values[] = { { SV("points"), fill_text(fill, (long)power->points) }, { SV("maximum"), fill_text(fill, (long)power->maximum) } };
        FillRow row = fill_row(fill, &powers);
        fill_value(fill, &row, "power", power_title(texts, report->practise[i]));
        StrView pattern = TRN(texts, "report.got", "{points} of {maximum} point", "{points} of {maximum} points", power->maximum);
        fill_value(fill, &row, "got", fill_format(fill, pattern, values, 2));
        add_stories(fill, fill_inner(&row), report->practise[i]);
    }
}

void report_fill_topics(Fill *fill, PrintList *list)
{
    const ClassReport *report = fill->report;
    const Catalogue *texts = fill->words->catalogue;
    FillList topics = fill_list(fill, list, "topics", TOPICS_SHOWN, 1, 0);
    for (size_t i = 0; i < report->topic_count && i < TOPICS_SHOWN && report->topics[i].safe_percent < TOPIC_BELOW; i++) {
        TextValue values[] = { { SV("topic"), topic_title(texts, report->topics[i].topic) },
                               { SV("share"), fill_percent(fill, report->topics[i].safe_percent) } };
        FillRow row = fill_row(fill, &topics);
        fill_value(fill, &row, "topic", fill_format(fill, TR(texts, "report.topic", "{topic} ({share} safe)"), values, 2));
    }
}

/* --- over time ---------------------------------------------------------------------------- */

/* Points of a line, and a dot for each: the newest LINE_POINTS_MAX lessons in which the power was met. */
static void add_line(Fill *fill, FillRow *row, const int *percents, size_t count)
{
    size_t known = 0, skip, at = 0;
    StrBuf points;
    strbuf_init(&points, fill->arena->alloc);
    for (size_t i = 0; i < count; i++) {
        known += percents[i] != REPORT_UNKNOWN;
    }
    skip = known > LINE_POINTS_MAX ? known - LINE_POINTS_MAX : 0;
    FillList dots = fill_list(fill, fill_inner(row), "dots", LINE_POINTS_MAX, 2, 0);
    for (size_t i = 0, met = 0; i < count; i++) {
        if (percents[i] == REPORT_UNKNOWN || met++ < skip) {
            continue;
        }
        size_t steps = known - skip > 1 ? known - skip - 1 : 1;
        long x = (long)(at++ * LINE_WIDTH / steps);
        long y = LINE_HEIGHT - (long)percents[i] * LINE_HEIGHT / 100;
        strbuf_printf(&points, "%ld,%ld ", x, y);
        FillRow dot = fill_row(fill, &dots);
        fill_number(fill, &dot, "x", x);
        fill_number(fill, &dot, "y", y);
    }
    fill->is_full = fill->is_full || points.failed;
    fill_value(fill, row, "points", fill_copy(fill, strview_trim(strbuf_view(&points))));
    strbuf_release(&points);
}

void report_fill_times(Fill *fill, PrintList *list)
{
    const ClassReport *report = fill->report;
    const Catalogue *texts = fill->words->catalogue;
    FillList lines = fill_list(fill, list, "times", POWER_COUNT, 4, 1);
    for (size_t power = 0; power < POWER_COUNT && report->lesson_count > 1; power++) {
        const int *percents = report->powers[power].by_lesson;
        int first = REPORT_UNKNOWN, last = REPORT_UNKNOWN;
        size_t known = 0;
        for (size_t i = 0; i < report->lesson_count; i++) {
            if (percents[i] != REPORT_UNKNOWN) {
                first = known++ ? first : percents[i];
                last = percents[i];
            }
        }
        if (known > 1) { /* one dot is no line */
            FillRow row = fill_row(fill, &lines);
            fill_value(fill, &row, "power", power_title(texts, (Power)power));
            fill_value(fill, &row, "first", fill_percent(fill, first));
            fill_value(fill, &row, "last", fill_percent(fill, last));
            add_line(fill, &row, percents, report->lesson_count);
        }
    }
}

static StrView join_titles(Fill *fill, const Lesson *lesson)
{
    StrView all = SV("");
    for (size_t i = 0; i < lesson->story_count; i++) {
        TextValue values[] = { { SV("before"), all }, { SV("title"), lesson->stories[i]->title } };
        all = i ? fill_format(fill, TR(fill->words->catalogue, "report.titles", "{before}, {title}"), values, 2) : lesson->stories[i]->title;
    }
    return fill_cut(fill, all, 120);
}

static StrView lesson_share(Fill *fill, const Lesson *lesson)
{
    unsigned points = 0, maximum = 0;
    for (size_t i = 0; i < lesson->story_count; i++) {
        for (size_t power = 0; power < POWER_COUNT; power++) {
            points += lesson->stories[i]->points[power];
            maximum += lesson->stories[i]->maximum[power];
        }
    }
    TextValue values[] = { { SV("points"), fill_text(fill, (long)points) }, { SV("maximum"), fill_text(fill, (long)maximum) } };
    return maximum ? fill_format(fill, TR(fill->words->catalogue, "report.of", "{points} of {maximum}"), values, 2) : SV("–");
}

void report_fill_lessons(Fill *fill, PrintList *list)
{
    const ClassReport *report = fill->report;
    FillList lessons = fill_list(fill, list, "lessons", LESSONS_SHOWN, 4, 0);
    size_t from = report->lesson_count > LESSONS_SHOWN ? report->lesson_count - LESSONS_SHOWN : 0;
    for (size_t i = from; i < report->lesson_count && report->lesson_count > 1; i++) {
        const Lesson *lesson = report->lessons[i];
        FillRow row = fill_row(fill, &lessons);
        fill_value(fill, &row, "day", lesson->day.len ? lesson->day : SV("–"));
        fill_value(fill, &row, "titles", join_titles(fill, lesson));
        fill_value(fill, &row, "ages", report_ages(fill->words->catalogue, lesson->band));
        fill_value(fill, &row, "got", lesson_share(fill, lesson));
    }
}
