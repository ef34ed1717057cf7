#include "lesson_internal.h"

#include <string.h>

/* What stands in a file is read into the same calls that a lesson in the game makes, so that there is one place for each rule. A mistake
 * is reported and reading goes on, to find them all; the lesson is then not given. */
typedef struct Reading {
    JsonReader *json;
    Lesson *lesson;
    bool is_nomem;
} Reading;

static const char *power_at(size_t index)
{
    return index < POWER_COUNT ? power_name((Power)index) : NULL;
}

static const char *grade_at(size_t index)
{
    return lesson_grade_name((Grade)index);
}

static const char *time_at(size_t index)
{
    return lesson_time_name((MeasureTime)index);
}

static const char *figure_at(size_t index)
{
    return index < MEASURE_FIGURE_COUNT ? measure_figure_name((MeasureFigure)index) : NULL;
}

/* The place of a word in a list; 0, reported, when it is not there. */
static unsigned read_name(Reading *reading, const JsonValue *object, const char *key, const char *(*name_at)(size_t index))
{
    StrView text = json_read_string(reading->json, object, key, 20, true);
    for (unsigned i = 0; text.len && name_at(i); i++) {
        if (strview_equal(text, strview_from_cstr(name_at(i)))) {
            return i;
        }
    }
    if (text.len) {
        json_report(reading->json, DIAG_ERROR, json_member(object, key), "'%s' cannot be '%s'", key, text.data);
    }
    return 0;
}

/* Must be there. */
static unsigned read_number(Reading *reading, const JsonValue *object, const char *key, unsigned low, unsigned high)
{
    if (!json_member(object, key)) {
        json_report(reading->json, DIAG_ERROR, object, "'%s' is missing", key);
        return low;
    }
    return json_read_number(reading->json, object, key, low, high, low);
}

/* May be empty, but must be there. */
static StrView read_text(Reading *reading, const JsonValue *object, const char *key)
{
    const JsonValue *value = json_member(object, key);
    if (json_is(value, JSON_STRING) && value->string.len == 0) {
        return SV("");
    }
    return json_read_string(reading->json, object, key, LESSON_TEXT_BYTES, true);
}

static StrView read_key(Reading *reading, const JsonValue *object, const char *key)
{
    StrView text = json_read_string(reading->json, object, key, LESSON_KEY_BYTES, true);
    if (text.len && !lesson_is_key(text)) {
        json_report(reading->json, DIAG_ERROR, json_member(object, key), "'%s' holds a character that cannot be seen", key);
    }
    return text;
}

static const JsonValue *read_items(Reading *reading, const JsonValue *object, const char *key, size_t max)
{
    if (!json_member(object, key)) {
        json_report(reading->json, DIAG_ERROR, object, "'%s' is missing", key);
        return NULL;
    }
    return json_items(json_read_list(reading->json, object, key, max, false));
}

static bool check_object(Reading *reading, const JsonValue *value, const char *const *keys)
{
    if (!json_is(value, JSON_OBJECT)) {
        json_report(reading->json, DIAG_ERROR, value, "here stands something in {braces}");
        return false;
    }
    json_check_keys(reading->json, value, keys, DIAG_NOTE);
    return true;
}

/* What the calls of lesson.h say; the bounds were checked before, so that little is left but memory. */
static void note(Reading *reading, const JsonValue *value, Status status)
{
    reading->is_nomem = reading->is_nomem || status == STATUS_NOMEM;
    if (status == STATUS_LIMIT) {
        json_report(reading->json, DIAG_ERROR, value, "there are too many of these, or one is not as it should be");
    }
}

static void read_options(Reading *reading, const JsonValue *object, LessonDecision *decision)
{
    static const char *const keys[] = { "text", "grade", "tells", "recovers", "votes", NULL };
    size_t votes = 0;
    for (const JsonValue *item = read_items(reading, object, "options", LESSON_OPTIONS_MAX); item; item = item->next) {
        LessonOption *option = &decision->options[decision->option_count++];
        if (check_object(reading, item, keys)) {
            option->text = read_text(reading, item, "text");
            option->grade = (Grade)read_name(reading, item, "grade", grade_at);
            option->tells = json_read_bool(reading->json, item, "tells", false);
            option->recovers = json_read_bool(reading->json, item, "recovers", false);
            option->votes = json_read_number(reading->json, item, "votes", 0, LESSON_VOTES_MAX, 0);
            votes += json_member(item, "votes") != NULL;
        }
    }
    decision->has_spread = votes > 0;
    if (votes && votes < decision->option_count) {
        json_report(reading->json, DIAG_ERROR, object, "either all options have 'votes' or none");
    } else if (votes && lesson_hands(decision) < LESSON_SPREAD_MIN) {
        json_report(reading->json, DIAG_NOTE, object, "the votes of fewer than %d hands are left out", LESSON_SPREAD_MIN);
    }
}

static void read_decision(Reading *reading, const JsonValue *object, LessonStory *story)
{
    static const char *const keys[] = { "id", "question", "topic", "power", "picked", "looked_at", "options", NULL };
    LessonDecision decision = { 0 };
    if (!check_object(reading, object, keys)) {
        return;
    }
    decision.id = read_key(reading, object, "id");
    decision.question = json_member(object, "question") ? read_text(reading, object, "question") : SV("");
    decision.topic = json_read_number(reading->json, object, "topic", 0, 24, 0);
    decision.power = (Power)read_name(reading, object, "power", power_at);
    read_options(reading, object, &decision);
    unsigned last = decision.option_count ? (unsigned)decision.option_count - 1 : 0;
    if (decision.option_count == 0) {
        json_report(reading->json, DIAG_ERROR, object, "a decision has options");
    }
    decision.picked = read_number(reading, object, "picked", 0, last);
    for (const JsonValue *item = json_items(json_read_list(reading->json, object, "looked_at", LESSON_OPTIONS_MAX, false)); item;
         item = item->next) {
        int64_t index;
        if (json_whole(item, &index) && index >= 0 && index <= (int64_t)last) {
            decision.looked_at |= 1u << index;
        } else {
            json_report(reading->json, DIAG_ERROR, item, "this is no option: they are 0 to %u", last);
        }
    }
    for (size_t i = 0; i < story->decision_count; i++) {
        if (strview_equal(story->decisions[i].id, decision.id)) {
            json_report(reading->json, DIAG_ERROR, object, "the decision '%s' stands here twice", decision.id.data);
            return;
        }
    }
    note(reading, object, lesson_note_decision(reading->lesson, story, &decision));
}

static void read_powers(Reading *reading, const JsonValue *object, LessonStory *story)
{
    static const char *const keys[] = { "power", "points", "maximum", NULL };
    unsigned seen = 0;
    for (const JsonValue *item = read_items(reading, object, "powers", POWER_COUNT); item; item = item->next) {
        if (!check_object(reading, item, keys)) {
            continue;
        }
        unsigned power = read_name(reading, item, "power", power_at);
        unsigned maximum = read_number(reading, item, "maximum", 1, LESSON_POINTS_MAX);
        story->maximum[power] = maximum;
        story->points[power] = read_number(reading, item, "points", 0, maximum);
        if (seen & 1u << power) {
            json_report(reading->json, DIAG_ERROR, item, "the power '%s' stands here twice", power_name((Power)power));
        }
        seen |= 1u << power;
    }
}

static void read_story(Reading *reading, const JsonValue *object)
{
    static const char *const keys[] = { "key", "title", "finished", "powers", "decisions", "journal", NULL };
    if (!check_object(reading, object, keys)) {
        return;
    }
    size_t before = reading->lesson->story_count;
    StrView key = read_key(reading, object, "key");
    StrView title = read_text(reading, object, "title");
    if (!lesson_is_key(key)) {
        return; /* reported */
    }
    LessonStory *story = lesson_add_story(reading->lesson, key, title);
    if (!story) {
        reading->is_nomem = true;
        return;
    }
    if (reading->lesson->story_count == before) {
        json_report(reading->json, DIAG_ERROR, object, "the story '%s' stands here twice", key.data);
        return;
    }
    story->is_finished = json_read_bool(reading->json, object, "finished", false);
    read_powers(reading, object, story);
    for (const JsonValue *item = read_items(reading, object, "decisions", LESSON_DECISIONS_MAX); item; item = item->next) {
        read_decision(reading, item, story);
    }
    StrView journal = json_read_string(reading->json, object, "journal", LESSON_JOURNAL_BYTES, false);
    note(reading, object, lesson_set_journal(reading->lesson, story, journal));
}

static void read_counts(Reading *reading, const JsonValue *object, unsigned counts[MEASURE_ITEM_MAX + 1])
{
    const JsonValue *list = json_read_list(reading->json, object, "counts", MEASURE_ITEM_MAX + 1, true);
    size_t at = 0;
    for (const JsonValue *item = json_items(list); item; item = item->next, at++) {
        int64_t hands;
        if (json_whole(item, &hands) && hands >= 0 && hands <= LESSON_VOTES_MAX) {
            counts[at] = (unsigned)hands;
        } else {
            json_report(reading->json, DIAG_ERROR, item, "hands are counted in whole numbers from 0 to %d", LESSON_VOTES_MAX);
        }
    }
    if (list && at != MEASURE_ITEM_MAX + 1) {
        json_report(reading->json, DIAG_ERROR, list, "'counts' has %d numbers", MEASURE_ITEM_MAX + 1);
    } else if (list && lesson_item_hands(counts) < LESSON_SPREAD_MIN) {
        json_report(reading->json, DIAG_NOTE, list, "the counts of fewer than %d hands are left out", LESSON_SPREAD_MIN);
    }
}

static void read_measure(Reading *reading, const JsonValue *object)
{
    static const char *const keys[] = { "world", "time", "items", NULL };
    static const char *const item_keys[] = { "figure", "item", "counts", NULL };
    LessonMeasure measure = { 0 };
    unsigned seen = 0;
    if (!check_object(reading, object, keys)) {
        return;
    }
    measure.world = read_key(reading, object, "world");
    measure.time = (MeasureTime)read_name(reading, object, "time", time_at);
    for (const JsonValue *item = read_items(reading, object, "items", MEASURE_FIGURE_COUNT * MEASURE_ITEMS_PER_FIGURE); item;
         item = item->next) {
        if (!check_object(reading, item, item_keys)) {
            continue;
        }
        unsigned figure = read_name(reading, item, "figure", figure_at);
        unsigned index = read_number(reading, item, "item", 0, MEASURE_ITEMS_PER_FIGURE - 1);
        unsigned bit = 1u << (figure * MEASURE_ITEMS_PER_FIGURE + index);
        read_counts(reading, item, measure.counts[figure][index]);
        if (seen & bit) {
            json_report(reading->json, DIAG_ERROR, item, "this item stands here twice");
        }
        seen |= bit;
    }
    size_t before = reading->lesson->measure_count;
    if (lesson_is_key(measure.world)) {
        note(reading, object, lesson_note_measure(reading->lesson, &measure));
    }
    if (lesson_is_key(measure.world) && reading->lesson->measure_count == before && !reading->is_nomem) {
        json_report(reading->json, DIAG_ERROR, object, "this world and time stand here twice");
    }
}

/* What a lesson begins with. STATUS_INVALID after a mistake. */
static Status read_start(Reading *reading, const Allocator *alloc, const JsonValue *object)
{
    LessonStart start = { .band = read_number(reading, object, "band", 1, 2),
                          .minutes = read_number(reading, object, "minutes", 1, LESSON_MINUTES_MAX) };
    start.id = json_read_string(reading->json, object, "id", LESSON_ID_LEN, true);
    start.day = read_text(reading, object, "day");
    start.language = json_read_string(reading->json, object, "language", LESSON_KEY_BYTES, true);
    if (start.id.len && !lesson_is_id(start.id)) {
        json_report(reading->json, DIAG_ERROR, json_member(object, "id"), "an id is %d digits of 0 to 9 and a to f", LESSON_ID_LEN);
    }
    if (start.day.len && !lesson_is_day(start.day)) {
        json_report(reading->json, DIAG_ERROR, json_member(object, "day"), "this is not a day such as \"2026-11-26\"");
    }
    if (start.language.len && !lesson_is_language(start.language)) {
        json_report(reading->json, DIAG_ERROR, json_member(object, "language"), "this is not the tag of a language such as \"en\"");
    }
    return lesson_is_id(start.id) ? lesson_init(reading->lesson, alloc, &start) : STATUS_INVALID;
}

Status lesson_check_format(JsonReader *reader, const JsonValue *object, const char *format)
{
    int64_t version = 0;
    bool is_whole = json_whole(json_member(object, "version"), &version);
    if (!strview_equal(json_get_string(object, "format", SV("")), strview_from_cstr(format)) || !is_whole || version < 1) {
        json_report(reader, DIAG_ERROR, object, "this is no \"%s\" with a version", format);
        return STATUS_INVALID;
    }
    if (version > LESSON_VERSION) {
        json_report(reader, DIAG_ERROR, json_member(object, "version"),
                    "a newer version of the game wrote this; it can be read when the game on this computer is renewed, too");
        return STATUS_UNSUPPORTED;
    }
    return STATUS_OK;
}

Status lesson_read(const Allocator *alloc, JsonReader *reader, const JsonValue *object, Lesson *lesson)
{
    static const char *const keys[] = { "format", "version", "id",    "revision", "day",      "language", "band",
                                        "minutes", "over",   "story", "stories",  "measures", NULL };
    Reading reading = { reader, lesson, false };
    uint32_t errors = reader->diags->errors;
    Status status = lesson_check_format(reader, object, "sango-lesson");
    if (status != STATUS_OK) {
        return status;
    }
    json_check_keys(reader, object, keys, DIAG_NOTE);
    status = read_start(&reading, alloc, object);
    if (status != STATUS_OK) {
        return status;
    }
    lesson->revision = read_number(&reading, object, "revision", 0, LESSON_REVISION_MAX);
    lesson->is_over = json_read_bool(reader, object, "over", false);
    for (const JsonValue *item = read_items(&reading, object, "stories", LESSON_STORIES_MAX); item; item = item->next) {
        read_story(&reading, item);
    }
    lesson->story_index = read_number(&reading, object, "story", 0, (unsigned)lesson->story_count);
    for (const JsonValue *item = read_items(&reading, object, "measures", LESSON_MEASURES_MAX); item; item = item->next) {
        read_measure(&reading, item);
    }
    status = reading.is_nomem ? STATUS_NOMEM : reader->diags->errors != errors ? STATUS_INVALID : STATUS_OK;
    if (status != STATUS_OK) {
        lesson_release(lesson);
    }
    return status;
}

Status lesson_parse(const Allocator *alloc, StrView name, StrView text, DiagSink *diags, Lesson *lesson)
{
    DiagSink none = { 0 };
    Arena arena;
    arena_init(&arena, alloc, 4096);
    JsonReader reader = { .name = name, .text = text, .code = "lesson", .diags = diags ? diags : &none, .arena = &arena };
    Status status = json_reader_open(&reader, JSON_STRICT);
    if (status == STATUS_OK) {
        status = lesson_read(alloc, &reader, reader.root, lesson);
    }
    arena_release(&arena);
    return status == STATUS_LIMIT ? STATUS_INVALID : status;
}
