#ifndef SANGO_SCORE_MEASURE_H
#define SANGO_SCORE_MEASURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What changed between the first and the last level of a world, and later: six short items for each age band,
 * asked BEFORE, AFTER and LATER. They give three figures that are never added up, and never a mark for a child.
 * Pure arithmetic, written out with examples in game/score/README.md; it holds no words: an item's text and what
 * each of its answers counts come from who asks.
 *
 *     MeasureAnswers before, after;
 *     measure_answers_init(&before);
 *     measure_answer(&before, MEASURE_TELLING, 1, 2);   // the second item on telling: "yes"
 *     …
 *     MeasureClass group = { 0 };
 *     measure_add(&group, &before, &after);             // once for each child
 *     if (measure_is_reported(&group)) {
 *         int now = measure_percent(&group.after[MEASURE_TELLING]);
 *         int change = measure_change(&group, MEASURE_TELLING);
 *     } */
typedef enum MeasureFigure {
    MEASURE_KNOWLEDGE,  /* what would be right? */
    MEASURE_CONFIDENCE, /* could I do it? */
    MEASURE_TELLING,    /* would I tell? */
    MEASURE_FIGURE_COUNT
} MeasureFigure;

const char *measure_figure_name(MeasureFigure figure); /* "knowledge" */

typedef enum MeasureTime { MEASURE_BEFORE, MEASURE_AFTER, MEASURE_LATER, MEASURE_TIME_COUNT } MeasureTime;

enum {
    MEASURE_ITEMS_PER_FIGURE = 2,
    MEASURE_ITEM_MAX = 2,    /* an answer counts 0, 1 or 2 */
    MEASURE_CLASS_MIN = 5,   /* children; figures of fewer would tell about one of them */
    MEASURE_UNKNOWN = -1000, /* no figure: nothing was answered */
};

/* One child's answers at one time. */
typedef struct MeasureAnswers {
    uint8_t points[MEASURE_FIGURE_COUNT][MEASURE_ITEMS_PER_FIGURE];
    bool is_answered[MEASURE_FIGURE_COUNT][MEASURE_ITEMS_PER_FIGURE];
} MeasureAnswers;

void measure_answers_init(MeasureAnswers *answers); /* none is answered */

/* `item` is 0 or 1 and `points` 0..2 (assert). Again: the newer answer counts. */
void measure_answer(MeasureAnswers *answers, MeasureFigure figure, unsigned item, unsigned points);

/* Points of `maximum`; an item without an answer is in neither. */
typedef struct MeasureShare {
    uint32_t points, maximum;
} MeasureShare;

MeasureShare measure_share(const MeasureAnswers *answers, MeasureFigure figure); /* maximum 0..4 */

/* Whole per cent, halves up: 0..100; MEASURE_UNKNOWN when nothing was answered. */
int measure_percent(const MeasureShare *share);

/* Many children at two times (before and after, or before and later). */
typedef struct MeasureClass {
    size_t children;
    MeasureShare before[MEASURE_FIGURE_COUNT], after[MEASURE_FIGURE_COUNT]; /* all answers of that time */
    /* Items that the same child answered at both times, so that no change comes from who was there. */
    MeasureShare paired_before[MEASURE_FIGURE_COUNT], paired_after[MEASURE_FIGURE_COUNT];
} MeasureClass;

/* Adds a child; begin with { 0 }. NULL: was not asked at that time. A child without any answer is not counted. */
void measure_add(MeasureClass *group, const MeasureAnswers *before, const MeasureAnswers *after);

/* Percentage points from before to after over the paired items, -100..100; MEASURE_UNKNOWN when there are none. */
int measure_change(const MeasureClass *group, MeasureFigure figure);

/* From MEASURE_CLASS_MIN children on. */
bool measure_is_reported(const MeasureClass *group);

#endif
