/* What the tables of game/score/README.md have no room for, and what must hold for every class. */
#include "sango/base/rng.h"
#include "sango/score/measure.h"

#include "test.h"

#include <string.h>

static void check_answers(void)
{
    MeasureAnswers answers;
    measure_answers_init(&answers);
    measure_answer(&answers, MEASURE_CONFIDENCE, 1, 0);
    measure_answer(&answers, MEASURE_CONFIDENCE, 1, 2); /* the newer counts */
    for (unsigned figure = 0; figure < MEASURE_FIGURE_COUNT; figure++) {
        MeasureShare share = measure_share(&answers, (MeasureFigure)figure);
        EXPECT_EQ(share.points, figure == MEASURE_CONFIDENCE ? 2 : 0);
        EXPECT_EQ(share.maximum, figure == MEASURE_CONFIDENCE ? 2 : 0);
    }
    EXPECT(strcmp(measure_figure_name(MEASURE_CONFIDENCE), "confidence") == 0);
}

static void check_rounding(void)
{
    static const struct {
        MeasureShare share;
        int percent;
    } rows[] = { { { 1, 8 }, 13 }, { { 1, 6 }, 17 }, { { 1, 3 }, 33 }, { { 2, 3 }, 67 }, { { 199, 200 }, 100 }, { { 1, 201 }, 0 },
                 { { UINT32_MAX, UINT32_MAX }, 100 } };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        EXPECT_EQ(measure_percent(&rows[i].share), rows[i].percent);
    }
}

static MeasureAnswers any_answers(Rng *rng)
{
    MeasureAnswers answers;
    measure_answers_init(&answers);
    for (unsigned figure = 0; figure < MEASURE_FIGURE_COUNT; figure++) {
        for (unsigned item = 0; item < MEASURE_ITEMS_PER_FIGURE; item++) {
            if (rng_below(rng, 3)) {
                measure_answer(&answers, (MeasureFigure)figure, item, rng_below(rng, MEASURE_ITEM_MAX + 1));
            }
        }
    }
    return answers;
}

enum { CHILDREN_MAX = 30 };

/* Figures stay within their ranges; nobody's order counts; who answers alike both times has changed nothing. */
static void check_class(Rng *rng)
{
    MeasureAnswers before[CHILDREN_MAX], after[CHILDREN_MAX];
    size_t count = rng_below(rng, CHILDREN_MAX + 1);
    MeasureClass group = { 0 }, turned = { 0 }, same = { 0 };
    for (size_t i = 0; i < count; i++) {
        before[i] = any_answers(rng);
        after[i] = any_answers(rng);
    }
    for (size_t i = 0; i < count; i++) {
        measure_add(&group, &before[i], &after[i]);
        measure_add(&turned, &before[count - 1 - i], &after[count - 1 - i]);
        measure_add(&same, &before[i], &before[i]);
    }
    EXPECT(memcmp(&group, &turned, sizeof group) == 0);
    EXPECT(group.children <= count);
    for (unsigned i = 0; i < MEASURE_FIGURE_COUNT; i++) {
        MeasureFigure figure = (MeasureFigure)i;
        int percent = measure_percent(&group.after[i]), change = measure_change(&group, figure);
        EXPECT(percent == MEASURE_UNKNOWN ? group.after[i].maximum == 0 : percent >= 0 && percent <= 100);
        EXPECT(change == MEASURE_UNKNOWN ? group.paired_after[i].maximum == 0 : change >= -100 && change <= 100);
        EXPECT_EQ(group.paired_before[i].maximum, group.paired_after[i].maximum);
        EXPECT(group.paired_before[i].maximum <= group.before[i].maximum);
        EXPECT(measure_change(&same, figure) == (same.before[i].maximum ? 0 : MEASURE_UNKNOWN));
    }
}

int main(void)
{
    Rng rng;
    check_answers();
    check_rounding();
    for (uint64_t seed = 1; seed <= 2000; seed++) {
        rng_seed(&rng, seed);
        check_class(&rng);
    }
    return TEST_MAIN_END();
}
