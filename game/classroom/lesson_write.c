#include "lesson_internal.h"

static void write_text(StrBuf *out, const char *key, StrView text)
{
    strbuf_printf(out, "\"%s\":", key);
    strbuf_json(out, text);
    strbuf_char(out, ',');
}

static const char *boolean(bool is_so)
{
    return is_so ? "true" : "false";
}

/* A list whose items are written with a comma behind each. */
static void end_list(StrBuf *out)
{
    if (out->len && out->data[out->len - 1] == ',') {
        strbuf_truncate(out, out->len - 1);
    }
    strbuf_char(out, ']');
}

static void write_decision(StrBuf *out, const LessonDecision *decision)
{
    strbuf_char(out, '{');
    write_text(out, "id", decision->id);
    if (decision->question.len) {
        write_text(out, "question", decision->question);
    }
    strbuf_printf(out, "\"topic\":%u,\"power\":\"%s\",\"picked\":%zu,\"looked_at\":[", decision->topic, power_name(decision->power),
                  decision->picked);
    for (size_t i = 0; i < decision->option_count; i++) {
        if (decision->looked_at >> i & 1) {
            strbuf_printf(out, "%zu,", i);
        }
    }
    end_list(out);
    strbuf_append(out, SV(",\"options\":["));
    for (size_t i = 0; i < decision->option_count; i++) {
        const LessonOption *option = &decision->options[i];
        strbuf_char(out, '{');
        write_text(out, "text", option->text);
        strbuf_printf(out, "\"grade\":\"%s\",\"tells\":%s,\"recovers\":%s", lesson_grade_name(option->grade), boolean(option->tells),
                      boolean(option->recovers));
        if (decision->has_spread) {
            strbuf_printf(out, ",\"votes\":%u", option->votes);
        }
        strbuf_append(out, SV("},"));
    }
    end_list(out);
    strbuf_append(out, SV("},"));
}

static void write_story(StrBuf *out, const LessonStory *story, bool has_journals)
{
    strbuf_char(out, '{');
    write_text(out, "key", story->key);
    write_text(out, "title", story->title);
    strbuf_printf(out, "\"finished\":%s,\"powers\":[", boolean(story->is_finished));
    for (size_t i = 0; i < POWER_COUNT; i++) {
        if (story->maximum[i]) {
            strbuf_printf(out, "{\"power\":\"%s\",\"points\":%u,\"maximum\":%u},", power_name((Power)i), story->points[i],
                          story->maximum[i]);
        }
    }
    end_list(out);
    strbuf_append(out, SV(",\"decisions\":["));
    for (size_t i = 0; i < story->decision_count; i++) {
        write_decision(out, &story->decisions[i]);
    }
    end_list(out);
    if (has_journals && story->journal.len) {
        strbuf_append(out, SV(",\"journal\":"));
        strbuf_json(out, story->journal);
    }
    strbuf_append(out, SV("},"));
}

static void write_measure(StrBuf *out, const LessonMeasure *measure)
{
    strbuf_char(out, '{');
    write_text(out, "world", measure->world);
    strbuf_printf(out, "\"time\":\"%s\",\"items\":[", lesson_time_name(measure->time));
    for (size_t figure = 0; figure < MEASURE_FIGURE_COUNT; figure++) {
        for (size_t item = 0; item < MEASURE_ITEMS_PER_FIGURE; item++) {
            const unsigned *counts = measure->counts[figure][item];
            if (lesson_item_hands(counts)) {
                strbuf_printf(out, "{\"figure\":\"%s\",\"item\":%zu,\"counts\":[%u,%u,%u]},", measure_figure_name((MeasureFigure)figure),
                              item, counts[0], counts[1], counts[2]);
            }
        }
    }
    end_list(out);
    strbuf_append(out, SV("},"));
}

void lesson_write_form(const Lesson *lesson, bool has_journals, StrBuf *out)
{
    strbuf_printf(out, "{\"format\":\"sango-lesson\",\"version\":%d,", LESSON_VERSION);
    write_text(out, "id", lesson->id);
    strbuf_printf(out, "\"revision\":%u,", lesson->revision);
    write_text(out, "day", lesson->day);
    write_text(out, "language", lesson->language);
    strbuf_printf(out, "\"band\":%u,\"minutes\":%u,\"over\":%s,\"story\":%zu,\"stories\":[", lesson->band, lesson->minutes,
                  boolean(lesson->is_over), lesson->story_index);
    for (size_t i = 0; i < lesson->story_count; i++) {
        write_story(out, lesson->stories[i], has_journals);
    }
    end_list(out);
    strbuf_append(out, SV(",\"measures\":["));
    for (size_t i = 0; i < lesson->measure_count; i++) {
        write_measure(out, &lesson->measures[i]);
    }
    end_list(out);
    strbuf_char(out, '}');
}

void lesson_write(const Lesson *lesson, StrBuf *out)
{
    lesson_write_form(lesson, true, out);
}

/* One lesson on each line, so that two exports can be compared line by line. */
void lesson_begin_list(StrBuf *out)
{
    strbuf_printf(out, "{\"format\":\"sango-lessons\",\"version\":%d,\"lessons\":[\n", LESSON_VERSION);
}

void lesson_write_item(const Lesson *lesson, StrBuf *out)
{
    lesson_write_form(lesson, false, out);
    strbuf_append(out, SV(",\n"));
}

void lesson_end_list(StrBuf *out)
{
    if (out->len > 1 && out->data[out->len - 2] == ',') {
        strbuf_truncate(out, out->len - 2);
        strbuf_char(out, '\n');
    }
    strbuf_append(out, SV("]}\n"));
}
