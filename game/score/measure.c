#include "sango/score/measure.h"

#include <assert.h>
#include <string.h>

const char *measure_figure_name(MeasureFigure figure)
{
    static const char *const names[MEASURE_FIGURE_COUNT] = {
        [MEASURE_KNOWLEDGE] = "knowledge",
        [MEASURE_CONFIDENCE] = "confidence",
        [MEASURE_TELLING] = "telling",
    };
    assert(figure < MEASURE_FIGURE_COUNT);
    return names[figure];
}

void measure_answers_init(MeasureAnswers *answers)
{
    memset(answers, 0, sizeof *answers);
}

void measure_answer(MeasureAnswers *answers, MeasureFigure figure, unsigned item, unsigned points)
{
    assert(figure < MEASURE_FIGURE_COUNT && item < MEASURE_ITEMS_PER_FIGURE && points <= MEASURE_ITEM_MAX);
    answers->points[figure][item] = (uint8_t)points;
    answers->is_answered[figure][item] = true;
}

static void add_item(MeasureShare *share, const MeasureAnswers *answers, unsigned figure, unsigned item)
{
    share->points += answers->points[figure][item];
    share->maximum += MEASURE_ITEM_MAX;
}

static bool has_item(const MeasureAnswers *answers, unsigned figure, unsigned item)
{
    return answers && answers->is_answered[figure][item];
}

MeasureShare measure_share(const MeasureAnswers *answers, MeasureFigure figure)
{
    MeasureShare share = { 0, 0 };
    for (unsigned item = 0; item < MEASURE_ITEMS_PER_FIGURE; item++) {
        if (has_item(answers, figure, item)) {
            add_item(&share, answers, figure, item);
        }
    }
    return share;
}

int measure_percent(const MeasureShare *share)
{
    if (share->maximum == 0) {
        return MEASURE_UNKNOWN;
    }
    return (int)(((uint64_t)share->points * 200 + share->maximum) / ((uint64_t)share->maximum * 2));
}

void measure_add(MeasureClass *group, const MeasureAnswers *before, const MeasureAnswers *after)
{
    bool is_any = false;
    for (unsigned figure = 0; figure < MEASURE_FIGURE_COUNT; figure++) {
        for (unsigned item = 0; item < MEASURE_ITEMS_PER_FIGURE; item++) {
            bool was = has_item(before, figure, item), is = has_item(after, figure, item);
            is_any |= was || is;
            if (was) {
                add_item(&group->before[figure], before, figure, item);
            }
            if (is) {
                add_item(&group->after[figure], after, figure, item);
            }
            if (was && is) {
                add_item(&group->paired_before[figure], before, figure, item);
                add_item(&group->paired_after[figure], after, figure, item);
            }
        }
    }
    group->children += is_any;
}

int measure_change(const MeasureClass *group, MeasureFigure figure)
{
    assert(figure < MEASURE_FIGURE_COUNT);
    if (group->paired_before[figure].maximum == 0) {
        return MEASURE_UNKNOWN;
    }
    return measure_percent(&group->paired_after[figure]) - measure_percent(&group->paired_before[figure]);
}

bool measure_is_reported(const MeasureClass *group)
{
    return group->children >= MEASURE_CLASS_MIN;
}
