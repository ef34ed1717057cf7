#include "report_internal.h"

/* Hands for each answer of each item at one time, over all lessons. */
typedef struct Hands {
    unsigned counts[MEASURE_TIME_COUNT][MEASURE_FIGURE_COUNT][MEASURE_ITEMS_PER_FIGURE][MEASURE_ITEM_MAX + 1];
} Hands;

static void add_hands(Hands *all, const LessonMeasure *measure)
{
    for (size_t figure = 0; figure < MEASURE_FIGURE_COUNT; figure++) {
        for (size_t item = 0; item < MEASURE_ITEMS_PER_FIGURE; item++) {
            for (size_t i = 0; i <= MEASURE_ITEM_MAX; i++) {
                all->counts[measure->time][figure][item][i] += measure->counts[figure][item][i];
            }
        }
    }
}

static MeasureShare share_of(const unsigned counts[MEASURE_ITEM_MAX + 1])
{
    MeasureShare share = { 0, lesson_item_hands(counts) * MEASURE_ITEM_MAX };
    for (unsigned i = 0; i <= MEASURE_ITEM_MAX; i++) {
        share.points += counts[i] * i;
    }
    return share;
}

static void add_share(MeasureShare *sum, MeasureShare share)
{
    sum->points += share.points;
    sum->maximum += share.maximum;
}

/* Whole percentage points over the items that were asked at both times, as measure_change(). */
static int change_of(const Hands *all, size_t figure, size_t time)
{
    MeasureShare before = { 0 }, then = { 0 };
    for (size_t item = 0; item < MEASURE_ITEMS_PER_FIGURE; item++) {
        MeasureShare was = share_of(all->counts[MEASURE_BEFORE][figure][item]), is = share_of(all->counts[time][figure][item]);
        if (was.maximum && is.maximum) {
            add_share(&before, was);
            add_share(&then, is);
        }
    }
    bool is_known = time != MEASURE_BEFORE && before.maximum;
    return is_known ? measure_percent(&then) - measure_percent(&before) : REPORT_UNKNOWN;
}

static void sum_up(const Hands *all, ReportMeasure *row)
{
    for (size_t time = 0; time < MEASURE_TIME_COUNT; time++) {
        for (size_t figure = 0; figure < MEASURE_FIGURE_COUNT; figure++) {
            for (size_t item = 0; item < MEASURE_ITEMS_PER_FIGURE; item++) {
                unsigned hands = lesson_item_hands(all->counts[time][figure][item]);
                row->hands[time] = hands > row->hands[time] ? hands : row->hands[time];
                add_share(&row->shares[figure][time], share_of(all->counts[time][figure][item]));
            }
            row->change[figure][time] = change_of(all, figure, time);
        }
    }
}

Status report_add_measures(Arena *arena, ClassReport *report)
{
    size_t most = 1;
    for (size_t i = 0; i < report->lesson_count; i++) {
        most += report->lessons[i]->measure_count;
    }
    ReportMeasure *rows = ARENA_ARRAY(arena, ReportMeasure, most);
    Hands *hands = ARENA_ARRAY(arena, Hands, most);
    if (!rows || !hands) {
        return STATUS_NOMEM;
    }
    for (size_t i = 0; i < report->lesson_count; i++) {
        const Lesson *lesson = report->lessons[i];
        for (size_t j = 0; j < lesson->measure_count; j++) {
            const LessonMeasure *measure = &lesson->measures[j];
            size_t at = 0;
            while (at < report->measure_count && (rows[at].band != lesson->band || !strview_equal(rows[at].world, measure->world))) {
                at++;
            }
            report->measure_count += at == report->measure_count;
            rows[at].world = measure->world;
            rows[at].band = lesson->band;
            add_hands(&hands[at], measure);
        }
    }
    for (size_t i = 0; i < report->measure_count; i++) {
        sum_up(&hands[i], &rows[i]);
    }
    report->measures = rows;
    return STATUS_OK;
}
