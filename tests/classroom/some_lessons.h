#ifndef SOME_LESSONS_H
#define SOME_LESSONS_H
/* Lessons to test with. */
#include "sango/classroom/lesson.h"
#include "test.h"

#include <stdio.h>
#include <string.h>

#define ID_A "000102030405060708090a0b0c0d0e0f"
#define ID_B "ffeeddccbbaa99887766554433221100"

static inline void collect_diag(void *user, const Diag *diag)
{
    diag_format(user, diag);
}

static inline Status some_lesson(Lesson *lesson, const Allocator *alloc, StrView id, StrView day)
{
    return lesson_init(lesson, alloc, &(LessonStart){ .id = id, .day = day, .language = SV("en"), .band = 2, .minutes = 40 });
}

static inline LessonDecision some_decision(StrView id, unsigned first, unsigned second, unsigned third)
{
    return (LessonDecision){ .id = id,
                             .topic = 3,
                             .power = POWER_PRIVACY,
                             .has_spread = true,
                             .options = { { SV("Ask \"Papa\""), GRADE_SAFE, true, false, first },
                                          { SV("Wait"), GRADE_OKAY, false, false, second },
                                          { SV("Send it"), GRADE_RISKY, false, true, third } },
                             .option_count = 3,
                             .picked = 2 };
}

static inline LessonMeasure some_measure(StrView world, MeasureTime time, unsigned no, unsigned perhaps, unsigned yes)
{
    LessonMeasure measure = { .world = world, .time = time };
    for (size_t i = 0; i < MEASURE_FIGURE_COUNT * MEASURE_ITEMS_PER_FIGURE; i++) {
        unsigned *counts = measure.counts[i / MEASURE_ITEMS_PER_FIGURE][i % MEASURE_ITEMS_PER_FIGURE];
        counts[0] = no, counts[1] = perhaps, counts[2] = yes;
    }
    return measure;
}

/* Compares and says where they part. */
static inline void expect_text(int line, StrView got, const char *want)
{
    if (!strview_equal(got, strview_from_cstr(want))) {
        test_failures++;
        size_t at = 0;
        while (at < got.len && got.data[at] == want[at]) {
            at++;
        }
        fprintf(stderr, "line %d: from byte %zu on\n%.*s\n  expected\n%s\n", line, at, SV_ARG(got), want);
    }
}
#define EXPECT_TEXT(got, want) expect_text(__LINE__, got, want)

#endif
