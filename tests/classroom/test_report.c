/* The class report: every figure by hand. */
#include "meter.h"
#include "some_lessons.h"

#include "sango/classroom/report.h"
#include "sango/classroom/shelf.h"

#include <stdint.h>

static Arena arena;

/* First day: 20 hands; second: the same story again with 10, another story, and questions with too few hands. */
static void make_two(Lesson *first, Lesson *second)
{
    EXPECT_EQ(some_lesson(first, alloc_heap(), SV(ID_B), SV("2026-11-25")), STATUS_OK);
    EXPECT_EQ(some_lesson(second, alloc_heap(), SV(ID_A), SV("2026-11-26")), STATUS_OK);
    LessonStory *story = lesson_add_story(first, SV("present"), SV("The Present"));
    LessonDecision decision = some_decision(SV("address"), 5, 5, 10);
    decision.looked_at = 1;
    EXPECT_EQ(lesson_note_decision(first, story, &decision), STATUS_OK);
    decision = some_decision(SV("secret"), 20, 0, 0); /* all safe: not hard */
    decision.topic = 6;
    EXPECT_EQ(lesson_note_decision(first, story, &decision), STATUS_OK);
    story->is_finished = true;
    story->points[POWER_PRIVACY] = 1, story->maximum[POWER_PRIVACY] = 6;
    story->points[POWER_HELP] = 3, story->maximum[POWER_HELP] = 3;

    story = lesson_add_story(second, SV("present"), SV("Das Geschenk"));
    decision = some_decision(SV("address"), 8, 2, 0);
    decision.looked_at = 2;
    EXPECT_EQ(lesson_note_decision(second, story, &decision), STATUS_OK);
    decision = some_decision(SV("secret"), 1, 1, 2); /* too few: known from the first lesson only */
    decision.topic = 6;
    EXPECT_EQ(lesson_note_decision(second, story, &decision), STATUS_OK);
    story->points[POWER_PRIVACY] = 6, story->maximum[POWER_PRIVACY] = 6;
    story = lesson_add_story(second, SV("goat"), SV("The Goat"));
    decision = some_decision(SV("address"), 2, 2, 0); /* the same id in another story, four hands */
    EXPECT_EQ(lesson_note_decision(second, story, &decision), STATUS_OK);
    decision = some_decision(SV("tell"), 3, 3, 1);
    decision.power = POWER_HELP;
    EXPECT_EQ(lesson_note_decision(second, story, &decision), STATUS_OK);
    story->points[POWER_HELP] = 2, story->maximum[POWER_HELP] = 3;
    story->points[POWER_CAUTION] = 0, story->maximum[POWER_CAUTION] = 3;
}

static void test_figures(void)
{
    Lesson first, second;
    ClassReport report;
    make_two(&first, &second);
    EXPECT_EQ(report_of_lessons(&arena, (const Lesson *const[]){ &second, &first }, 2, &report), STATUS_OK);
    EXPECT(report.lessons[0] == &first && report.lessons[1] == &second);
    EXPECT_TEXT(report.first_day, "2026-11-25");
    EXPECT_TEXT(report.last_day, "2026-11-26");
    EXPECT_EQ(report.story_count, 3);
    EXPECT_EQ(report.finished_count, 1);
    EXPECT_EQ(report.bands, BAND_OLDER);

    const ReportPower *privacy = &report.powers[POWER_PRIVACY];
    EXPECT_EQ(privacy->points, 7);
    EXPECT_EQ(privacy->maximum, 12);
    EXPECT_EQ(privacy->percent, 58);
    EXPECT_EQ(privacy->by_lesson[0], 17);
    EXPECT_EQ(privacy->by_lesson[1], 100);
    EXPECT_EQ(report.powers[POWER_HELP].percent, 83);
    EXPECT_EQ(report.powers[POWER_CAUTION].percent, 0);
    EXPECT_EQ(report.powers[POWER_CAUTION].by_lesson[0], REPORT_UNKNOWN);
    EXPECT_EQ(report.powers[POWER_RIGHTS].percent, REPORT_UNKNOWN);
    EXPECT_EQ(report.practise_count, 3);
    EXPECT(report.practise[0] == POWER_CAUTION && report.practise[1] == POWER_PRIVACY && report.practise[2] == POWER_HELP);

    EXPECT_EQ(report.decision_count, 4);
    const ReportDecision *address = &report.decisions[0];
    EXPECT_EQ(address->lessons, 2);
    EXPECT_EQ(address->spreads, 2);
    EXPECT_EQ(address->hands, 30);
    EXPECT_EQ(address->votes[0], 13);
    EXPECT_EQ(address->votes[2], 10);
    EXPECT_EQ(address->safe_percent, 43);
    EXPECT_EQ(address->tempting, 2);
    EXPECT_EQ(address->looked_at, 3);
    EXPECT_TEXT(address->title, "Das Geschenk");
    EXPECT_EQ(report.decisions[1].safe_percent, 100);
    EXPECT_EQ(report.decisions[1].spreads, 1);
    EXPECT_EQ(report.decisions[1].hands, 20);
    EXPECT_EQ(report.decisions[1].tempting, SIZE_MAX);
    EXPECT_EQ(report.decisions[2].safe_percent, REPORT_UNKNOWN);
    EXPECT_EQ(report.small_count, 1);
    EXPECT_EQ(report.hardest_count, 2); /* 3 of 7 are 43 %, as 13 of 30: in the order in which they were met */
    EXPECT(report.hardest[0] == 0 && report.hardest[1] == 3);
    EXPECT_EQ(report.topic_count, 2);
    EXPECT_EQ(report.topics[0].topic, 3);
    EXPECT_EQ(report.topics[0].hands, 37);
    EXPECT_EQ(report.topics[0].safe, 16);
    EXPECT_EQ(report.topics[1].safe_percent, 100);
    lesson_release(&first);
    lesson_release(&second);
}

/* A story that was changed between two lessons: its question is another one, although it has the same id. */
static void test_changed_story(void)
{
    Lesson lessons[2];
    ClassReport report;
    for (unsigned i = 0; i < 2; i++) {
        EXPECT_EQ(some_lesson(&lessons[i], alloc_heap(), i ? SV(ID_A) : SV(ID_B), SV("")), STATUS_OK);
        LessonStory *story = lesson_add_story(&lessons[i], SV("present"), SV("The Present"));
        LessonDecision decision = some_decision(SV("address"), 5, 0, 0);
        decision.options[1].grade = i ? GRADE_SAFE : GRADE_OKAY;
        EXPECT_EQ(lesson_note_decision(&lessons[i], story, &decision), STATUS_OK);
    }
    EXPECT_EQ(report_of_lessons(&arena, (const Lesson *const[]){ &lessons[0], &lessons[1] }, 2, &report), STATUS_OK);
    EXPECT_EQ(report.decision_count, 2);
    EXPECT_EQ(report.first_day.len, 0);
    EXPECT_EQ(report_of_lessons(&arena, NULL, 0, &report), STATUS_OK);
    EXPECT_EQ(report.decision_count + report.measure_count + report.hardest_count, 0);
    lesson_release(&lessons[0]);
    lesson_release(&lessons[1]);
}

static void test_measures(void)
{
    Lesson lesson, later;
    ClassReport report;
    EXPECT_EQ(some_lesson(&lesson, alloc_heap(), SV(ID_A), SV("2026-11-25")), STATUS_OK);
    EXPECT_EQ(some_lesson(&later, alloc_heap(), SV(ID_B), SV("2026-12-25")), STATUS_OK);
    LessonMeasure before = some_measure(SV("privacy"), MEASURE_BEFORE, 4, 4, 2), after = some_measure(SV("privacy"), MEASURE_AFTER, 1, 2, 7);
    memcpy(before.counts[MEASURE_TELLING][0], (unsigned[]){ 10, 0, 0 }, sizeof before.counts[0][0]);
    memcpy(after.counts[MEASURE_TELLING][0], (unsigned[]){ 2, 2, 0 }, sizeof after.counts[0][0]); /* four hands */
    EXPECT_EQ(lesson_note_measure(&lesson, &before), STATUS_OK);
    EXPECT_EQ(lesson_note_measure(&lesson, &after), STATUS_OK);
    LessonMeasure small = some_measure(SV("help"), MEASURE_BEFORE, 1, 1, 1);
    EXPECT_EQ(lesson_note_measure(&lesson, &small), STATUS_OK);
    LessonMeasure again = some_measure(SV("privacy"), MEASURE_LATER, 0, 0, 5);
    EXPECT_EQ(lesson_note_measure(&later, &again), STATUS_OK);
    EXPECT_EQ(report_of_lessons(&arena, (const Lesson *const[]){ &lesson, &later }, 2, &report), STATUS_OK);
    EXPECT_EQ(report.measure_count, 2);
    const ReportMeasure *privacy = &report.measures[0];
    EXPECT_EQ(privacy->hands[MEASURE_BEFORE], 10);
    EXPECT_EQ(privacy->hands[MEASURE_LATER], 5);
    EXPECT_EQ(measure_percent(&privacy->shares[MEASURE_KNOWLEDGE][MEASURE_BEFORE]), 40); /* 4*1 + 2*2 of 20 */
    EXPECT_EQ(measure_percent(&privacy->shares[MEASURE_KNOWLEDGE][MEASURE_AFTER]), 80);
    EXPECT_EQ(privacy->change[MEASURE_KNOWLEDGE][MEASURE_AFTER], 40);
    EXPECT_EQ(privacy->change[MEASURE_KNOWLEDGE][MEASURE_LATER], 60);
    EXPECT_EQ(privacy->change[MEASURE_KNOWLEDGE][MEASURE_BEFORE], REPORT_UNKNOWN);
    EXPECT_EQ(measure_percent(&privacy->shares[MEASURE_TELLING][MEASURE_BEFORE]), 20); /* 0 and 8 of 40 */
    EXPECT_EQ(measure_percent(&privacy->shares[MEASURE_TELLING][MEASURE_AFTER]), 80);  /* one item only */
    EXPECT_EQ(privacy->change[MEASURE_TELLING][MEASURE_AFTER], 40); /* of the item that was asked both times: 40 to 80 */
    EXPECT_EQ(report.measures[1].hands[MEASURE_BEFORE], 0);
    EXPECT_EQ(report.measures[1].change[MEASURE_KNOWLEDGE][MEASURE_AFTER], REPORT_UNKNOWN);
    lesson_release(&lesson);
    lesson_release(&later);
}

static void test_suggest(void)
{
    LevelEntry levels[] = {
        { .key = SV("present"), .powers = 1u << POWER_PRIVACY, .bands = BAND_OLDER },
        { .key = SV("young"), .powers = 1u << POWER_PRIVACY, .bands = BAND_YOUNGER },
        { .key = SV("secret"), .powers = 1u << POWER_PRIVACY, .bands = BAND_OLDER, .is_restricted = true },
        { .key = SV("other"), .powers = 1u << POWER_HELP, .bands = BAND_OLDER },
        { .key = SV("new"), .powers = 1u << POWER_PRIVACY | 1u << POWER_HELP, .bands = BAND_OLDER | BAND_YOUNGER },
        { .key = SV("newer"), .powers = 1u << POWER_PRIVACY, .bands = BAND_OLDER },
    };
    LevelPack pack = { .levels = levels, .level_count = sizeof levels / sizeof levels[0] };
    const LevelEntry *found[3] = { 0 };
    Lesson first, second;
    ClassReport report;
    make_two(&first, &second);
    EXPECT_EQ(report_of_lessons(&arena, (const Lesson *const[]){ &first, &second }, 2, &report), STATUS_OK);
    EXPECT_EQ(report_suggest(&report, &pack, POWER_PRIVACY, found, 3), 2);
    EXPECT(found[0] == &levels[4] && found[1] == &levels[5]);
    EXPECT_EQ(report_suggest(&report, &pack, POWER_PRIVACY, found, 1), 1);
    EXPECT_EQ(report_suggest(&report, NULL, POWER_PRIVACY, found, 3), 0);
    lesson_release(&first);
    lesson_release(&second);
}

static void test_csv(void)
{
    Lesson lesson;
    StrBuf out;
    strbuf_init(&out, alloc_heap());
    EXPECT_EQ(some_lesson(&lesson, alloc_heap(), SV(ID_A), SV("2026-11-25")), STATUS_OK);
    LessonStory *story = lesson_add_story(&lesson, SV("present"), SV("=1+1"));
    LessonDecision decision = some_decision(SV("address"), 5, 0, 2);
    decision.option_count = 2;
    decision.picked = 0;
    decision.options[1].text = SV(" @x");
    decision.looked_at = 2;
    EXPECT_EQ(lesson_note_decision(&lesson, story, &decision), STATUS_OK);
    decision = some_decision(SV("small"), 1, 1, 1);
    decision.option_count = 1;
    decision.picked = 0;
    decision.options[0].text = SV("\xEF\xBC\x9D" "1-1"); /* a wide = */
    EXPECT_EQ(lesson_note_decision(&lesson, story, &decision), STATUS_OK);
    LessonMeasure measure = some_measure(SV("privacy"), MEASURE_LATER, 0, 0, 0);
    measure.counts[MEASURE_TELLING][1][2] = 6;
    EXPECT_EQ(lesson_note_measure(&lesson, &measure), STATUS_OK);
    report_csv((const Lesson *const[]){ &lesson }, 1, &out);
    EXPECT_TEXT(strbuf_view(&out),
                "\xEF\xBB\xBFrow,lesson,day,language,ages,minutes,story,story_title,story_finished,question,topic,power,option,option_text,grade,"
                "tells,recovers,taken,looked_at,votes,hands,world,time,figure,item,hands_0,hands_1,hands_2\r\n"
                "\"option\",\"" ID_A "\",\"2026-11-25\",\"en\",\"10-13\",40,\"present\",\"'=1+1\",0,\"address\",3,\"privacy\",1,\"Ask \"\"Papa\"\"\","
                "\"safe\",1,0,1,0,5,5,,,,,,,\r\n"
                "\"option\",\"" ID_A "\",\"2026-11-25\",\"en\",\"10-13\",40,\"present\",\"'=1+1\",0,\"address\",3,\"privacy\",2,\"' @x\","
                "\"okay\",0,0,0,1,0,5,,,,,,,\r\n"
                "\"option\",\"" ID_A "\",\"2026-11-25\",\"en\",\"10-13\",40,\"present\",\"'=1+1\",0,\"small\",3,\"privacy\",1,\"'\xEF\xBC\x9D" "1-1\","
                "\"safe\",1,0,1,0,,,,,,,,,\r\n"
                "\"item\",\"" ID_A "\",\"2026-11-25\",\"en\",\"10-13\",40,,,,,,,,,,,,,,,,\"privacy\",\"later\",\"telling\",2,0,0,6\r\n");
    lesson_release(&lesson);
    strbuf_release(&out);
}

/* What report_json() writes is what the shelf writes, and can be imported. */
static void test_json(void)
{
    Lesson first, second;
    Store *store = NULL;
    StrBuf json, shelf;
    ShelfMerge merge;
    strbuf_init(&json, alloc_heap());
    strbuf_init(&shelf, alloc_heap());
    make_two(&first, &second);
    EXPECT_EQ(store_memory_open(alloc_heap(), &store), STATUS_OK);
    report_json((const Lesson *const[]){ &second, &first }, 2, &json);
    EXPECT_EQ(shelf_import(store, alloc_heap(), SV("f"), strbuf_view(&json), NULL, &merge), STATUS_OK);
    EXPECT_EQ(merge.added, 2);
    EXPECT_EQ(shelf_export(store, alloc_heap(), SV(""), &shelf), STATUS_OK);
    EXPECT_TEXT(strbuf_view(&json), shelf.data);
    Lesson **all;
    size_t count;
    EXPECT_EQ(shelf_get_all(store, &arena, NULL, &all, &count), STATUS_OK);
    EXPECT_EQ(count, 2);
    EXPECT_TEXT(all[0]->day, "2026-11-26");
    shelf_release_all(all, count);
    store->ops->close(store);
    lesson_release(&first);
    lesson_release(&second);
    strbuf_release(&json);
    strbuf_release(&shelf);
}

static void test_memory(void)
{
    Lesson first, second;
    Catalogue texts;
    catalogue_init(&texts, alloc_heap(), SV("en"));
    make_two(&first, &second);
    Meter count = { 0 };
    for (size_t n = 0; n == 0 || n <= count.calls; n++) {
        Meter meter = { .fail_at = n };
        Meter *used = n ? &meter : &count;
        Allocator alloc = { meter_resize, used };
        Arena own;
        ClassReport report;
        PrintPage page;
        arena_init(&own, &alloc, 512);
        Status status = report_of_lessons(&own, (const Lesson *const[]){ &first, &second }, 2, &report);
        status = status == STATUS_OK ? report_page(&own, &report, &(ReportWords){ &texts, NULL }, &page) : status;
        EXPECT_EQ(status, n ? STATUS_NOMEM : STATUS_OK);
        arena_release(&own);
        EXPECT_EQ(used->bytes, 0);
    }
    EXPECT(count.calls > 50);
    lesson_release(&first);
    lesson_release(&second);
    catalogue_release(&texts);
}

int main(void)
{
    arena_init(&arena, alloc_heap(), 4096);
    test_figures();
    test_changed_story();
    test_measures();
    test_suggest();
    test_csv();
    test_json();
    test_memory();
    arena_release(&arena);
    return TEST_MAIN_END();
}
