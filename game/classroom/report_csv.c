#include "lesson_internal.h"
#include "sango/classroom/report.h"

static void add_text(StrBuf *out, StrView text)
{
    strbuf_csv(out, text);
    strbuf_char(out, ',');
}

static void add_number(StrBuf *out, size_t number)
{
    strbuf_printf(out, "%zu,", number);
}

static void add_empty(StrBuf *out, unsigned cells)
{
    while (cells-- > 0) {
        strbuf_char(out, ',');
    }
}

static void end_row(StrBuf *out)
{
    strbuf_truncate(out, out->len ? out->len - 1 : 0); /* the comma of the last cell */
    strbuf_append(out, SV("\r\n"));
}

static void add_lesson(StrBuf *out, const char *kind, const Lesson *lesson)
{
    add_text(out, strview_from_cstr(kind));
    add_text(out, lesson->id);
    add_text(out, lesson->day);
    add_text(out, lesson->language);
    add_text(out, lesson->band == 1 ? SV("7-9") : SV("10-13"));
    add_number(out, lesson->minutes);
}

enum { DECISION_CELLS = 15, MEASURE_CELLS = 7 };

static void add_option(StrBuf *out, const Lesson *lesson, const LessonStory *story, const LessonDecision *decision, size_t index)
{
    const LessonOption *option = &decision->options[index];
    add_lesson(out, "option", lesson);
    add_text(out, story->key);
    add_text(out, story->title);
    add_number(out, story->is_finished);
    add_text(out, decision->id);
    add_number(out, decision->topic);
    add_text(out, strview_from_cstr(power_name(decision->power)));
    add_number(out, index + 1);
    add_text(out, option->text);
    add_text(out, strview_from_cstr(lesson_grade_name(option->grade)));
    add_number(out, option->tells);
    add_number(out, option->recovers);
    add_number(out, index == decision->picked);
    add_number(out, decision->looked_at >> index & 1);
    if (decision->has_spread) {
        add_number(out, option->votes);
        add_number(out, lesson_hands(decision));
    } else {
        add_empty(out, 2);
    }
    add_empty(out, MEASURE_CELLS);
    end_row(out);
}

static void add_item(StrBuf *out, const Lesson *lesson, const LessonMeasure *measure, size_t figure, size_t item)
{
    const unsigned *counts = measure->counts[figure][item];
    if (!lesson_item_hands(counts)) {
        return;
    }
    add_lesson(out, "item", lesson);
    add_empty(out, DECISION_CELLS);
    add_text(out, measure->world);
    add_text(out, strview_from_cstr(lesson_time_name(measure->time)));
    add_text(out, strview_from_cstr(measure_figure_name((MeasureFigure)figure)));
    add_number(out, item + 1);
    for (size_t i = 0; i <= MEASURE_ITEM_MAX; i++) {
        add_number(out, counts[i]);
    }
    end_row(out);
}

void report_csv(const Lesson *const *lessons, size_t count, StrBuf *out)
{
    strbuf_append(out, SV("\xEF\xBB\xBF"
                          "row,lesson,day,language,ages,minutes,story,story_title,story_finished,question,topic,power,option,option_text,grade,tells,"
                          "recovers,taken,looked_at,votes,hands,world,time,figure,item,hands_0,hands_1,hands_2\r\n"));
    for (size_t i = 0; i < count; i++) {
        const Lesson *lesson = lessons[i];
        for (size_t j = 0; j < lesson->story_count; j++) {
            const LessonStory *story = lesson->stories[j];
            for (size_t k = 0; k < story->decision_count * LESSON_OPTIONS_MAX; k++) {
                const LessonDecision *decision = &story->decisions[k / LESSON_OPTIONS_MAX];
                if (k % LESSON_OPTIONS_MAX < decision->option_count) {
                    add_option(out, lesson, story, decision, k % LESSON_OPTIONS_MAX);
                }
            }
        }
        for (size_t j = 0; j < lesson->measure_count * MEASURE_FIGURE_COUNT * MEASURE_ITEMS_PER_FIGURE; j++) {
            size_t item = j % (MEASURE_FIGURE_COUNT * MEASURE_ITEMS_PER_FIGURE);
            add_item(out, lesson, &lesson->measures[j / (MEASURE_FIGURE_COUNT * MEASURE_ITEMS_PER_FIGURE)],
                     item / MEASURE_ITEMS_PER_FIGURE, item % MEASURE_ITEMS_PER_FIGURE);
        }
    }
}

void report_json(const Lesson *const *lessons, size_t count, StrBuf *out)
{
    lesson_begin_list(out);
    for (size_t i = 0; i < count; i++) {
        lesson_write_item(lessons[i], out);
    }
    lesson_end_list(out);
}
