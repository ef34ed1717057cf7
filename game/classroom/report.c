#include "report_internal.h"

#include <stdint.h>
#include <stdlib.h>

/* Whole per cent, halves up. */
static int percent_of(unsigned points, unsigned maximum)
{
    MeasureShare share = { points, maximum };
    return maximum ? measure_percent(&share) : REPORT_UNKNOWN;
}

static int compare_days(const void *a, const void *b)
{
    const Lesson *x = *(const Lesson *const *)a;
    const Lesson *y = *(const Lesson *const *)b;
    int days = strview_compare(x->day, y->day);
    return days ? days : strview_compare(x->id, y->id);
}

static Status sort_lessons(Arena *arena, const Lesson *const *lessons, size_t count, ClassReport *report)
{
    const Lesson **sorted = ARENA_ARRAY(arena, const Lesson *, count + 1);
    if (!sorted) {
        return STATUS_NOMEM;
    }
    for (size_t i = 0; i < count; i++) {
        sorted[i] = lessons[i];
    }
    if (count) {
        qsort(sorted, count, sizeof *sorted, compare_days);
    }
    report->lessons = sorted;
    report->lesson_count = count;
    for (size_t i = 0; i < count; i++) {
        report->bands |= sorted[i]->band;
        report->story_count += sorted[i]->story_count;
        if (sorted[i]->day.len) {
            report->first_day = report->first_day.len ? report->first_day : sorted[i]->day;
            report->last_day = sorted[i]->day;
        }
    }
    return STATUS_OK;
}

/* --- powers ------------------------------------------------------------------------------- */

static void sort_practise(ClassReport *report)
{
    for (unsigned i = 0; i < POWER_COUNT; i++) {
        int percent = report->powers[i].percent;
        if (percent == REPORT_UNKNOWN || report->powers[i].points == report->powers[i].maximum) {
            continue;
        }
        size_t at = report->practise_count++;
        for (; at > 0 && report->powers[report->practise[at - 1]].percent > percent; at--) {
            report->practise[at] = report->practise[at - 1];
        }
        report->practise[at] = (Power)i;
    }
}

static Status add_powers(Arena *arena, ClassReport *report)
{
    for (unsigned power = 0; power < POWER_COUNT; power++) {
        ReportPower *whole = &report->powers[power];
        whole->by_lesson = ARENA_ARRAY(arena, int, report->lesson_count + 1);
        if (!whole->by_lesson) {
            return STATUS_NOMEM;
        }
        for (size_t i = 0; i < report->lesson_count; i++) {
            const Lesson *lesson = report->lessons[i];
            unsigned points = 0, maximum = 0;
            for (size_t j = 0; j < lesson->story_count; j++) {
                points += lesson->stories[j]->points[power];
                maximum += lesson->stories[j]->maximum[power];
            }
            whole->by_lesson[i] = percent_of(points, maximum);
            whole->points += points;
            whole->maximum += maximum;
        }
        whole->percent = percent_of(whole->points, whole->maximum);
    }
    sort_practise(report);
    return STATUS_OK;
}

/* --- decisions ---------------------------------------------------------------------------- */

/* The same question with the same answers: a story may have been changed between two lessons, and told in two languages. */
static bool is_same(const ReportDecision *known, StrView story, const LessonDecision *decision)
{
    bool is_equal = strview_equal(known->id, decision->id) && strview_equal(known->story, story) &&
                    known->newest->option_count == decision->option_count;
    for (size_t i = 0; is_equal && i < decision->option_count; i++) {
        is_equal = known->newest->options[i].grade == decision->options[i].grade;
    }
    return is_equal;
}

static void add_decision(ReportDecision *decisions, size_t *count, const LessonStory *story, unsigned number)
{
    const LessonDecision *decision = &story->decisions[number - 1];
    ReportDecision *row = decisions;
    while (row < decisions + *count && !is_same(row, story->key, decision)) {
        row++;
    }
    if (row == decisions + *count) {
        *row = (ReportDecision){ .story = story->key, .id = decision->id };
        ++*count;
    }
    row->title = story->title;
    row->number = number;
    row->topic = decision->topic;
    row->power = decision->power;
    row->newest = decision;
    row->lessons++;
    row->spreads += decision->has_spread;
    row->looked_at |= decision->looked_at;
    row->hands += lesson_hands(decision);
    for (size_t i = 0; i < decision->option_count; i++) {
        row->votes[i] += decision->options[i].votes;
    }
}

static void judge(ReportDecision *row)
{
    unsigned safe = 0;
    row->tempting = SIZE_MAX;
    for (size_t i = 0; i < row->newest->option_count; i++) {
        Grade grade = row->newest->options[i].grade;
        safe += grade == GRADE_SAFE ? row->votes[i] : 0;
        if (grade == GRADE_RISKY && row->votes[i] > (row->tempting == SIZE_MAX ? 0 : row->votes[row->tempting])) {
            row->tempting = i;
        }
    }
    row->safe_percent = percent_of(safe, row->hands);
}

static Status sort_hardest(Arena *arena, ClassReport *report)
{
    size_t *hardest = ARENA_ARRAY(arena, size_t, report->decision_count + 1);
    if (!hardest) {
        return STATUS_NOMEM;
    }
    for (size_t i = 0; i < report->decision_count; i++) {
        const ReportDecision *row = &report->decisions[i];
        report->small_count += row->spreads == 0;
        if (row->spreads == 0 || row->safe_percent == 100) {
            continue;
        }
        size_t at = report->hardest_count++;
        for (; at > 0 && report->decisions[hardest[at - 1]].safe_percent > row->safe_percent; at--) {
            hardest[at] = hardest[at - 1];
        }
        hardest[at] = i;
    }
    report->hardest = hardest;
    return STATUS_OK;
}

static Status add_decisions(Arena *arena, ClassReport *report)
{
    size_t most = 1;
    for (size_t i = 0; i < report->lesson_count; i++) {
        for (size_t j = 0; j < report->lessons[i]->story_count; j++) {
            most += report->lessons[i]->stories[j]->decision_count;
            report->finished_count += report->lessons[i]->stories[j]->is_finished;
        }
    }
    ReportDecision *decisions = ARENA_ARRAY(arena, ReportDecision, most);
    if (!decisions) {
        return STATUS_NOMEM;
    }
    for (size_t i = 0; i < report->lesson_count; i++) {
        for (size_t j = 0; j < report->lessons[i]->story_count; j++) {
            const LessonStory *story = report->lessons[i]->stories[j];
            for (unsigned number = 1; number <= story->decision_count; number++) {
                add_decision(decisions, &report->decision_count, story, number);
            }
        }
    }
    for (size_t i = 0; i < report->decision_count; i++) {
        judge(&decisions[i]);
    }
    report->decisions = decisions;
    return sort_hardest(arena, report);
}

static Status add_topics(Arena *arena, ClassReport *report)
{
    enum { TOPICS = 24 };
    unsigned safe[TOPICS + 1] = { 0 }, hands[TOPICS + 1] = { 0 };
    ReportTopic *topics = ARENA_ARRAY(arena, ReportTopic, TOPICS);
    if (!topics) {
        return STATUS_NOMEM;
    }
    for (size_t i = 0; i < report->decision_count; i++) {
        const ReportDecision *row = &report->decisions[i];
        for (size_t j = 0; j < row->newest->option_count; j++) {
            hands[row->topic] += row->votes[j];
            safe[row->topic] += row->newest->options[j].grade == GRADE_SAFE ? row->votes[j] : 0;
        }
    }
    for (unsigned topic = 1; topic <= TOPICS; topic++) {
        ReportTopic row = { topic, safe[topic], hands[topic], percent_of(safe[topic], hands[topic]) };
        size_t at = report->topic_count;
        if (row.hands) {
            for (report->topic_count++; at > 0 && topics[at - 1].safe_percent > row.safe_percent; at--) {
                topics[at] = topics[at - 1];
            }
            topics[at] = row;
        }
    }
    report->topics = topics;
    return STATUS_OK;
}

Status report_of_lessons(Arena *arena, const Lesson *const *lessons, size_t count, ClassReport *report)
{
    *report = (ClassReport){ 0 };
    Status status = sort_lessons(arena, lessons, count, report);
    status = status == STATUS_OK ? add_powers(arena, report) : status;
    status = status == STATUS_OK ? add_decisions(arena, report) : status;
    status = status == STATUS_OK ? add_topics(arena, report) : status;
    return status == STATUS_OK ? report_add_measures(arena, report) : status;
}

size_t report_suggest(const ClassReport *report, const LevelPack *pack, Power power, const LevelEntry **levels, size_t max)
{
    size_t count = 0;
    for (size_t i = 0; pack && i < pack->level_count && count < max; i++) {
        const LevelEntry *level = &pack->levels[i];
        bool is_for_it = level->powers & 1u << power && level->bands & report->bands && !level->is_restricted;
        for (size_t j = 0; is_for_it && j < report->lesson_count; j++) {
            for (size_t k = 0; k < report->lessons[j]->story_count; k++) {
                is_for_it = is_for_it && !strview_equal(report->lessons[j]->stories[k]->key, level->key);
            }
        }
        if (is_for_it) {
            levels[count++] = level;
        }
    }
    return count;
}
