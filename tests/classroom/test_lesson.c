/* Lessons: what is kept, what is never kept, writing and reading, mistakes of files, no memory. */
#include "meter.h"
#include "some_lessons.h"

#include "sango/base/rng.h"

#include <stdlib.h>

static const char whole[] =
    "{\"format\":\"sango-lesson\",\"version\":1,\"id\":\"" ID_A "\",\"revision\":0,\"day\":\"2026-11-26\",\"language\":\"en\",\"band\":2,"
    "\"minutes\":40,\"over\":false,\"story\":0,\"stories\":[{\"key\":\"surprise-present\",\"title\":\"The \\\"Surprise\\\" Present\","
    "\"finished\":true,\"powers\":[{\"power\":\"privacy\",\"points\":2,\"maximum\":6}],\"decisions\":[{\"id\":\"address\",\"question\":\"What \\\"now\\\"?\",\"topic\":3,"
    "\"power\":\"privacy\",\"picked\":2,\"looked_at\":[0,2],\"options\":[{\"text\":\"Ask \\\"Papa\\\"\",\"grade\":\"safe\",\"tells\":true,"
    "\"recovers\":false,\"votes\":11},{\"text\":\"Wait\",\"grade\":\"okay\",\"tells\":false,\"recovers\":false,\"votes\":0},{\"text\":"
    "\"Send it\",\"grade\":\"risky\",\"tells\":false,\"recovers\":true,\"votes\":9}]},{\"id\":\"tell\",\"topic\":3,\"power\":\"privacy\","
    "\"picked\":2,\"looked_at\":[],\"options\":[{\"text\":\"Ask \\\"Papa\\\"\",\"grade\":\"safe\",\"tells\":true,\"recovers\":false},"
    "{\"text\":\"Wait\",\"grade\":\"okay\",\"tells\":false,\"recovers\":false},{\"text\":\"Send it\",\"grade\":\"risky\",\"tells\":false,"
    "\"recovers\":true}]}],\"journal\":\"1 2 3\"}],\"measures\":[{\"world\":\"privacy\",\"time\":\"before\",\"items\":[{\"figure\":"
    "\"telling\",\"item\":1,\"counts\":[4,0,1]}]}]}";

static void make_whole(Lesson *lesson)
{
    EXPECT_EQ(some_lesson(lesson, alloc_heap(), SV(ID_A), SV("2026-11-26")), STATUS_OK);
    LessonStory *story = lesson_add_story(lesson, SV("surprise-present"), SV("The \"Surprise\" Present"));
    LessonDecision decision = some_decision(SV("address"), 11, 0, 9);
    decision.looked_at = 1u << 0 | 1u << 7; /* there is no option 7 */
    decision.question = SV("What \"now\"?");
    EXPECT_EQ(lesson_note_decision(lesson, story, &decision), STATUS_OK);
    decision = some_decision(SV("tell"), 1, 1, 2); /* four hands: not kept */
    EXPECT_EQ(lesson_note_decision(lesson, story, &decision), STATUS_OK);
    decision = some_decision(SV("address"), 11, 0, 9); /* again: what was looked at stays */
    decision.looked_at = 1u << 2;
    decision.question = SV("What \"now\"?");
    EXPECT_EQ(lesson_note_decision(lesson, story, &decision), STATUS_OK);
    story->is_finished = true;
    story->points[POWER_PRIVACY] = 2;
    story->maximum[POWER_PRIVACY] = 6;
    EXPECT_EQ(lesson_set_journal(lesson, story, SV("a longer one that is replaced")), STATUS_OK);
    EXPECT_EQ(lesson_set_journal(lesson, story, SV("1 2 3")), STATUS_OK);
    LessonMeasure measure = some_measure(SV("privacy"), MEASURE_BEFORE, 1, 1, 2);
    memcpy(measure.counts[MEASURE_TELLING][1], (unsigned[]){ 4, 0, 1 }, sizeof measure.counts[0][0]);
    EXPECT_EQ(lesson_note_measure(lesson, &measure), STATUS_OK);
}

static void test_write(void)
{
    Lesson lesson, again;
    StrBuf out, second;
    strbuf_init(&out, alloc_heap());
    strbuf_init(&second, alloc_heap());
    make_whole(&lesson);
    lesson_write(&lesson, &out);
    EXPECT_TEXT(strbuf_view(&out), whole);
    EXPECT(!lesson.stories[0]->decisions[1].has_spread);
    EXPECT_EQ(lesson.stories[0]->decisions[1].options[2].votes, 0);
    EXPECT_EQ(lesson_hands(&lesson.stories[0]->decisions[0]), 20);
    EXPECT_EQ(lesson_hands(&lesson.stories[0]->decisions[1]), 0);
    EXPECT_EQ(lesson_parse(alloc_heap(), SV("x"), strbuf_view(&out), NULL, &again), STATUS_OK);
    lesson_write(&again, &second);
    EXPECT_TEXT(strbuf_view(&second), whole);
    lesson_release(&again);
    lesson_release(&lesson);
    strbuf_release(&second);
    strbuf_release(&out);
}

/* A change of the whole lesson: the first `from` becomes `to`. `want`: what is reported, NULL: anything that is an error. */
static const struct {
    const char *from, *to;
    Status status;
    const char *want;
} changes[] = {
    { "\"over\"", "\"mood\":1,\"over\"", STATUS_OK, "f:1:155: note: 'mood' is not used here [lesson]\n" },
    { "\"version\":1", "\"version\":2", STATUS_UNSUPPORTED,
      "f:1:36: error: a newer version of the game wrote this; it can be read when the game on this computer is renewed, too [lesson]\n" },
    { "\"version\":1", "\"version\":0", STATUS_INVALID, NULL },
    { "\"version\":1", "\"version\":1.5", STATUS_INVALID, NULL },
    { "sango-lesson", "other-lesson", STATUS_INVALID, "f:1:1: error: this is no \"sango-lesson\" with a version [lesson]\n" },
    { ID_A, "000102030405060708090a0b0c0d0e0F", STATUS_INVALID, NULL },
    { ID_A, "000102030405060708090a0b0c0d0e0", STATUS_INVALID, NULL },
    { ID_A, "000102030405060708090a0b0c0d0e0f0", STATUS_INVALID, NULL },
    { "2026-11-26", "2026-02-29", STATUS_INVALID, "f:1:97: error: this is not a day such as \"2026-11-26\" [lesson]\n" },
    { "2026-11-26", "2028-02-29", STATUS_OK, "" },
    { "2026-11-26", "2100-02-29", STATUS_INVALID, NULL },
    { "2026-11-26", "2026-13-01", STATUS_INVALID, NULL },
    { "2026-11-26", "2026-11-00", STATUS_INVALID, NULL },
    { "2026-11-26", "1999-11-01", STATUS_INVALID, NULL },
    { "2026-11-26", "2026-11-2x", STATUS_INVALID, NULL },
    { "2026-11-26", "2026/11/26", STATUS_INVALID, NULL },
    { "2026-11-26", "", STATUS_OK, "" },
    { "\"en\"", "\"e n\"", STATUS_INVALID, NULL },
    { "\"en\"", "\"zh-Hant-TW\"", STATUS_OK, "" },
    { "\"band\":2", "\"band\":3", STATUS_INVALID, NULL },
    { "\"band\":2", "\"band\":-1", STATUS_INVALID, NULL },
    { "\"minutes\":40", "\"minutes\":240", STATUS_OK, "" },
    { "\"minutes\":40", "\"minutes\":241", STATUS_INVALID, NULL },
    { "\"revision\":0", "\"revision\":1000000", STATUS_OK, "" },
    { "\"revision\":0", "\"revision\":1000001", STATUS_INVALID, NULL },
    { "\"revision\":0,", "", STATUS_INVALID, NULL },
    { "\"story\":0", "\"story\":1", STATUS_OK, "" },
    { "\"story\":0", "\"story\":2", STATUS_INVALID, NULL },
    { "\"topic\":3", "\"topic\":24", STATUS_OK, "" },
    { "\"topic\":3", "\"topic\":25", STATUS_INVALID, NULL },
    { "\"power\":\"privacy\",\"picked\"", "\"power\":\"strength\",\"picked\"", STATUS_INVALID, NULL },
    { "\"picked\":2", "\"picked\":3", STATUS_INVALID, NULL },
    { "[0,2]", "[0,3]", STATUS_INVALID, NULL },
    { "[0,2]", "[0,-1]", STATUS_INVALID, NULL },
    { "[0,2]", "[1e300]", STATUS_INVALID, NULL },
    { "[0,2]", "[\"0\"]", STATUS_INVALID, NULL },
    { "\"votes\":11", "\"votes\":99", STATUS_OK, "" },
    { "\"votes\":11", "\"votes\":100", STATUS_INVALID, NULL },
    { "\"votes\":11", "\"votes\":1e99", STATUS_INVALID, NULL },
    { ",\"votes\":11", "", STATUS_INVALID, "f:1:326: error: either all options have 'votes' or none [lesson]\n" },
    { "\"grade\":\"okay\"", "\"grade\":\"good\"", STATUS_INVALID, NULL },
    { "\"tells\":true", "\"tells\":1", STATUS_INVALID, NULL },
    { "\"id\":\"tell\"", "\"id\":\"address\"", STATUS_INVALID, "f:1:666: error: the decision 'address' stands here twice [lesson]\n" },
    { "\"id\":\"tell\"", "\"id\":\"\"", STATUS_INVALID, NULL },
    { "\"id\":\"tell\"", "\"id\":\"te\\nll\"", STATUS_INVALID, NULL },
    { "\"points\":2", "\"points\":7", STATUS_INVALID, NULL },
    { "\"maximum\":6", "\"maximum\":1000", STATUS_INVALID, NULL },
    { "{\"power\":\"privacy\",\"points\":2,\"maximum\":6}",
      "{\"power\":\"privacy\",\"points\":2,\"maximum\":6},{\"power\":\"privacy\",\"points\":1,\"maximum\":6}", STATUS_INVALID, NULL },
    { "[4,0,1]", "[4,0,1,1]", STATUS_INVALID, NULL },
    { "[4,0,1]", "[4,1]", STATUS_INVALID, NULL },
    { "[4,0,1]", "[4,0,100]", STATUS_INVALID, NULL },
    { "[4,0,1]", "[4,0,-1]", STATUS_INVALID, NULL },
    { "[4,0,1]", "[2,1,1]", STATUS_OK, NULL },
    { "\"item\":1", "\"item\":2", STATUS_INVALID, NULL },
    { "{\"figure\":\"telling\",\"item\":1,\"counts\":[4,0,1]}",
      "{\"figure\":\"telling\",\"item\":1,\"counts\":[4,0,1]},{\"figure\":\"telling\",\"item\":1,\"counts\":[4,0,1]}", STATUS_INVALID, NULL },
    { "\"measures\":[", "\"measures\":[{\"world\":\"privacy\",\"time\":\"before\",\"items\":[]},", STATUS_INVALID, NULL },
    { "\"stories\":[", "\"stories\":[{\"key\":\"surprise-present\",\"title\":\"\",\"finished\":false,\"powers\":[],\"decisions\":[]},",
      STATUS_INVALID, NULL },
    { "\"stories\":[", "\"stories\":[{\"key\":\"other\",\"title\":\"\",\"finished\":false,\"powers\":[],\"decisions\":[]},", STATUS_OK, "" },
    { "\"stories\":[", "\"stories\":[7,", STATUS_INVALID, NULL },
    { "\"stories\":[", "\"stories\":[],\"stories\":[", STATUS_INVALID, NULL },
    { "\"time\":\"before\"", "\"time\":\"now\"", STATUS_INVALID, NULL },
    { "\"Wait\"", "\"W\\u0001ait\\n\"", STATUS_OK, "" },
    { "{\"format\"", "{\"format\"\"", STATUS_INVALID, NULL },
};

static void put_change(StrBuf *text, const char *from, const char *to)
{
    const char *at = strstr(whole, from);
    EXPECT(at != NULL);
    strbuf_append(text, (StrView){ whole, (size_t)(at - whole) });
    strbuf_append(text, strview_from_cstr(to));
    strbuf_append(text, strview_from_cstr(at + strlen(from)));
}

static void test_mistakes(void)
{
    for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
        StrBuf text, out;
        Lesson lesson;
        strbuf_init(&text, alloc_heap());
        strbuf_init(&out, alloc_heap());
        put_change(&text, changes[i].from, changes[i].to);
        DiagSink sink = { collect_diag, &out, 0, 0 };
        Status status = lesson_parse(alloc_heap(), SV("f"), strbuf_view(&text), &sink, &lesson);
        if (status != changes[i].status) {
            test_failures++;
            fprintf(stderr, "%s: %s, expected %s\n%s", changes[i].to, status_text(status), status_text(changes[i].status), out.data);
        }
        EXPECT((sink.errors > 0) == (status != STATUS_OK));
        if (changes[i].want) {
            EXPECT_TEXT(strbuf_view(&out), changes[i].want);
        }
        if (status == STATUS_OK) {
            lesson_release(&lesson);
        }
        strbuf_release(&text);
        strbuf_release(&out);
    }
}

/* Four hands are nobody's business, wherever they come from; five are kept. */
static void test_small_counts(void)
{
    for (unsigned hands = 0; hands <= 7; hands++) {
        StrBuf text, out;
        Lesson lesson;
        char votes[40], counts[40];
        strbuf_init(&text, alloc_heap());
        strbuf_init(&out, alloc_heap());
        (void)snprintf(votes, sizeof votes, "\"votes\":%u}", hands);
        put_change(&text, "\"votes\":11}", votes);
        char *nine = strstr(text.data, "\"votes\":9");
        nine[8] = '0';
        (void)snprintf(counts, sizeof counts, "[%u,0,0]", hands);
        memcpy(strstr(text.data, "[4,0,1]"), counts, 7);
        EXPECT_EQ(lesson_parse(alloc_heap(), SV("f"), strbuf_view(&text), NULL, &lesson), STATUS_OK);
        bool is_kept = hands >= 5;
        EXPECT_EQ(lesson.stories[0]->decisions[0].has_spread, is_kept);
        EXPECT_EQ(lesson.stories[0]->decisions[0].options[0].votes, is_kept ? hands : 0);
        EXPECT_EQ(lesson.measures[0].counts[MEASURE_TELLING][1][0], is_kept ? hands : 0);
        lesson_write(&lesson, &out);
        EXPECT_EQ(strstr(out.data, "votes") != NULL, is_kept);
        EXPECT_EQ(strstr(out.data, "counts") != NULL, is_kept);
        lesson_release(&lesson);
        strbuf_release(&text);
        strbuf_release(&out);
    }
}

static void test_limits(void)
{
    Lesson lesson;
    char key[300];
    EXPECT_EQ(some_lesson(&lesson, alloc_heap(), SV(ID_A), SV("yesterday")), STATUS_OK);
    EXPECT_EQ(lesson.day.len, 0); /* a wrong clock */
    LessonStory *story = lesson_add_story(&lesson, SV("a"), SV(""));
    EXPECT(lesson_add_story(&lesson, SV("a"), SV("again")) == story);
    EXPECT(!lesson_add_story(&lesson, SV(""), SV("no key")));
    for (unsigned i = 1; i <= LESSON_STORIES_MAX; i++) {
        (void)snprintf(key, sizeof key, "story-%u", i);
        EXPECT_EQ(lesson_add_story(&lesson, strview_from_cstr(key), SV("")) != NULL, i < LESSON_STORIES_MAX);
    }
    for (unsigned i = 0; i <= LESSON_DECISIONS_MAX; i++) {
        (void)snprintf(key, sizeof key, "decision-%u", i);
        LessonDecision decision = some_decision(strview_from_cstr(key), 2, 2, 1);
        EXPECT_EQ(lesson_note_decision(&lesson, story, &decision), i < LESSON_DECISIONS_MAX ? STATUS_OK : STATUS_LIMIT);
    }
    for (unsigned i = 0; i <= LESSON_MEASURES_MAX; i++) {
        (void)snprintf(key, sizeof key, "world-%u", i);
        LessonMeasure measure = some_measure(strview_from_cstr(key), MEASURE_AFTER, 5, 0, 0);
        EXPECT_EQ(lesson_note_measure(&lesson, &measure), i < LESSON_MEASURES_MAX ? STATUS_OK : STATUS_LIMIT);
    }
    LessonDecision decision = some_decision(SV("decision-1"), 100, 0, 0);
    EXPECT_EQ(lesson_note_decision(&lesson, story, &decision), STATUS_LIMIT);
    decision = some_decision(SV("decision-1"), 99, 0, 0);
    decision.picked = 3;
    EXPECT_EQ(lesson_note_decision(&lesson, story, &decision), STATUS_LIMIT);
    LessonMeasure measure = some_measure(SV("world-1"), MEASURE_AFTER, 0, 100, 0);
    EXPECT_EQ(lesson_note_measure(&lesson, &measure), STATUS_LIMIT);
    EXPECT_EQ(lesson.measures[1].counts[0][0][0], 5); /* as it was */

    char *text = malloc(LESSON_JOURNAL_BYTES + 1);
    memset(text, 'j', LESSON_JOURNAL_BYTES + 1);
    EXPECT_EQ(lesson_set_journal(&lesson, story, (StrView){ text, LESSON_JOURNAL_BYTES + 1 }), STATUS_LIMIT);
    EXPECT_EQ(lesson_set_journal(&lesson, story, (StrView){ text, LESSON_JOURNAL_BYTES }), STATUS_OK);
    EXPECT_EQ(story->journal.len, LESSON_JOURNAL_BYTES);
    size_t held = lesson.arena.total_bytes;
    for (int i = 0; i < 1000; i++) {
        EXPECT_EQ(lesson_set_journal(&lesson, story, (StrView){ text, (size_t)i }), STATUS_OK);
    }
    EXPECT_EQ(lesson.arena.total_bytes, held);
    text[LESSON_TEXT_BYTES - 1] = '\xC3'; /* cut before a letter that does not fit whole */
    text[LESSON_TEXT_BYTES] = '\xA4';
    decision = some_decision(SV("decision-1"), 5, 0, 0);
    decision.options[0].text = (StrView){ text, 2000 };
    EXPECT_EQ(lesson_note_decision(&lesson, story, &decision), STATUS_OK);
    EXPECT_EQ(story->decisions[1].options[0].text.len, LESSON_TEXT_BYTES - 1);
    free(text);
    lesson_release(&lesson);
}

static void test_memory(void)
{
    Meter count = { 0 };
    Allocator counting = { meter_resize, &count };
    Lesson lesson;
    StrView text = strview_from_cstr(whole);
    EXPECT_EQ(lesson_parse(&counting, SV("f"), text, NULL, &lesson), STATUS_OK);
    lesson_release(&lesson);
    EXPECT_EQ(count.bytes, 0);
    EXPECT(count.calls > 5);
    for (size_t n = 1; n <= count.calls; n++) {
        Meter meter = { .fail_at = n };
        Allocator alloc = { meter_resize, &meter };
        EXPECT_EQ(lesson_parse(&alloc, SV("f"), text, NULL, &lesson), STATUS_NOMEM);
        EXPECT_EQ(meter.bytes, 0);
    }
}

static void test_ids(void)
{
    char a[LESSON_ID_LEN + 1], b[LESSON_ID_LEN + 1];
    Rng rng;
    rng_seed(&rng, 7);
    lesson_new_id(&rng, a);
    lesson_new_id(&rng, b);
    EXPECT(lesson_is_id(strview_from_cstr(a)) && lesson_is_id(strview_from_cstr(b)) && strcmp(a, b) != 0);
    rng_seed(&rng, 7);
    lesson_new_id(&rng, b);
    EXPECT(strcmp(a, b) == 0);
    rng_seed(&rng, 8);
    lesson_new_id(&rng, b);
    EXPECT(strcmp(a, b) != 0);
}

/* Any lesson: written, read and written again it is the same, and no small count is in it. */
static void test_any(void)
{
    static const char *const texts[] = { "", "plain", "\"quotes\\", "\xD8\xB3\xD8\xA7\xD9\x86\xD8\xBA\xD9\x88", "a\nb\x01", "bad \xFF" };
    Rng rng;
    rng_seed(&rng, 1);
    for (int round = 0; round < 300; round++) {
        Lesson lesson, again;
        StrBuf first, second;
        char key[40];
        strbuf_init(&first, alloc_heap());
        strbuf_init(&second, alloc_heap());
        EXPECT_EQ(some_lesson(&lesson, alloc_heap(), SV(ID_B), SV("2026-01-31")), STATUS_OK);
        for (uint32_t i = rng_below(&rng, 4); i-- > 0;) {
            (void)snprintf(key, sizeof key, "story%u", rng_below(&rng, 3));
            LessonStory *story = lesson_add_story(&lesson, strview_from_cstr(key), strview_from_cstr(texts[rng_below(&rng, 6)]));
            for (uint32_t j = rng_below(&rng, 6); j-- > 0;) {
                (void)snprintf(key, sizeof key, "d%u", rng_below(&rng, 4));
                LessonDecision decision =
                    some_decision(strview_from_cstr(key), rng_below(&rng, 4), rng_below(&rng, 4), rng_below(&rng, 4));
                decision.options[1].text = strview_from_cstr(texts[rng_below(&rng, 6)]);
                decision.looked_at = rng_next(&rng);
                EXPECT_EQ(lesson_note_decision(&lesson, story, &decision), STATUS_OK);
                unsigned hands = lesson_hands(&story->decisions[story->decision_count - 1]);
                EXPECT(hands == 0 || hands >= 5);
            }
        }
        for (uint32_t i = rng_below(&rng, 4); i-- > 0;) {
            LessonMeasure measure = some_measure(SV("privacy"), (MeasureTime)rng_below(&rng, 3), rng_below(&rng, 4), rng_below(&rng, 4), 0);
            EXPECT_EQ(lesson_note_measure(&lesson, &measure), STATUS_OK);
        }
        lesson_write(&lesson, &first);
        EXPECT_EQ(lesson_parse(alloc_heap(), SV("f"), strbuf_view(&first), NULL, &again), STATUS_OK);
        lesson_write(&again, &second);
        EXPECT_TEXT(strbuf_view(&second), first.data);
        lesson_release(&again);
        lesson_release(&lesson);
        strbuf_release(&first);
        strbuf_release(&second);
    }
}

int main(void)
{
    test_write();
    test_mistakes();
    test_small_counts();
    test_limits();
    test_memory();
    test_ids();
    test_any();
    return TEST_MAIN_END();
}
