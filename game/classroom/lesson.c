#include "lesson_internal.h"

#include "sango/base/utf8.h"

#include <assert.h>
#include <string.h>

void lesson_new_id(Rng *rng, char id[LESSON_ID_LEN + 1])
{
    for (size_t i = 0; i < LESSON_ID_LEN; i++) {
        id[i] = "0123456789abcdef"[rng_below(rng, 16)];
    }
    id[LESSON_ID_LEN] = '\0';
}

bool lesson_is_id(StrView id)
{
    bool is_id = id.len == LESSON_ID_LEN;
    for (size_t i = 0; is_id && i < id.len; i++) {
        is_id = (id.data[i] >= '0' && id.data[i] <= '9') || (id.data[i] >= 'a' && id.data[i] <= 'f');
    }
    return is_id;
}

bool lesson_is_day(StrView day)
{
    static const unsigned lengths[] = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    unsigned numbers[3] = { 0 };
    if (day.len != 10) {
        return false;
    }
    for (size_t i = 0, part = 0; i < day.len; i++) {
        bool is_dash = i == 4 || i == 7;
        if (is_dash ? day.data[i] != '-' : day.data[i] < '0' || day.data[i] > '9') {
            return false;
        }
        part += is_dash;
        numbers[part] = is_dash ? 0 : numbers[part] * 10 + (unsigned)(day.data[i] - '0');
    }
    bool is_leap = numbers[0] % 4 == 0 && (numbers[0] % 100 != 0 || numbers[0] % 400 == 0);
    return numbers[0] >= 2000 && numbers[1] >= 1 && numbers[1] <= 12 && numbers[2] >= 1 && numbers[2] <= lengths[numbers[1] - 1] &&
           (is_leap || numbers[1] != 2 || numbers[2] < 29);
}

bool lesson_is_key(StrView key)
{
    bool is_key = key.len > 0 && key.len <= LESSON_KEY_BYTES && utf8_valid_prefix(key) == key.len;
    for (size_t i = 0; is_key && i < key.len; i++) {
        is_key = (unsigned char)key.data[i] >= ' ' && key.data[i] != 0x7F;
    }
    return is_key;
}

bool lesson_is_language(StrView tag)
{
    bool is_tag = tag.len > 0 && tag.len <= 35; /* RFC 5646, 4.4.1 */
    for (size_t i = 0; is_tag && i < tag.len; i++) {
        char c = tag.data[i];
        is_tag = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    }
    return is_tag;
}

const char *lesson_grade_name(Grade grade)
{
    static const char *const names[] = { "safe", "okay", "risky" };
    return (unsigned)grade < 3 ? names[grade] : NULL;
}

const char *lesson_time_name(MeasureTime time)
{
    static const char *const names[MEASURE_TIME_COUNT] = { "before", "after", "later" };
    return (unsigned)time < MEASURE_TIME_COUNT ? names[time] : NULL;
}

StrView lesson_copy_text(Lesson *lesson, StrView text)
{
    StrBuf clean;
    strbuf_init(&clean, lesson->arena.alloc);
    uint32_t c;
    for (StrView rest = text; utf8_take(&rest, &c, NULL);) {
        char bytes[4];
        size_t len = utf8_write(c < ' ' || c == 0x7F ? ' ' : c, bytes);
        if (clean.len + len > LESSON_TEXT_BYTES) {
            break;
        }
        strbuf_append(&clean, (StrView){ bytes, len });
    }
    StrView copy = clean.failed ? (StrView){ NULL, 0 } : arena_copy(&lesson->arena, strbuf_view(&clean));
    strbuf_release(&clean);
    return copy;
}

Status lesson_init(Lesson *lesson, const Allocator *alloc, const LessonStart *start)
{
    assert(lesson_is_id(start->id) && (start->band == 1 || start->band == 2));
    *lesson = (Lesson){ .band = start->band, .minutes = start->minutes < 1 ? 1 : start->minutes };
    lesson->minutes = lesson->minutes > LESSON_MINUTES_MAX ? LESSON_MINUTES_MAX : lesson->minutes;
    arena_init(&lesson->arena, alloc, 4096);
    lesson->id = arena_copy(&lesson->arena, start->id);
    lesson->day = arena_copy(&lesson->arena, lesson_is_day(start->day) ? start->day : SV(""));
    lesson->language = arena_copy(&lesson->arena, lesson_is_language(start->language) ? start->language : SV("und"));
    if (!lesson->id.data || !lesson->day.data || !lesson->language.data) {
        lesson_release(lesson);
        return STATUS_NOMEM;
    }
    return STATUS_OK;
}

void lesson_release(Lesson *lesson)
{
    arena_release(&lesson->arena);
    *lesson = (Lesson){ 0 };
}

LessonStory *lesson_add_story(Lesson *lesson, StrView key, StrView title)
{
    for (size_t i = 0; i < lesson->story_count; i++) {
        if (strview_equal(lesson->stories[i]->key, key)) {
            return lesson->stories[i];
        }
    }
    LessonStory *story = lesson->story_count < LESSON_STORIES_MAX && lesson_is_key(key) ? ARENA_NEW(&lesson->arena, LessonStory) : NULL;
    if (!story) {
        return NULL;
    }
    story->key = arena_copy(&lesson->arena, key);
    story->title = lesson_copy_text(lesson, title);
    if (!story->key.data || !story->title.data) {
        return NULL;
    }
    return lesson->stories[lesson->story_count++] = story;
}

unsigned lesson_hands(const LessonDecision *decision)
{
    unsigned hands = 0;
    for (size_t i = 0; decision->has_spread && i < decision->option_count; i++) {
        hands += decision->options[i].votes;
    }
    return hands;
}

unsigned lesson_item_hands(const unsigned counts[MEASURE_ITEM_MAX + 1])
{
    unsigned hands = 0;
    for (size_t i = 0; i <= MEASURE_ITEM_MAX; i++) {
        hands += counts[i];
    }
    return hands;
}

static bool decision_is_sound(const LessonDecision *decision)
{
    bool is_sound = lesson_is_key(decision->id) && decision->topic <= 24 && (unsigned)decision->power < POWER_COUNT &&
                    decision->option_count <= LESSON_OPTIONS_MAX && decision->picked < decision->option_count;
    for (size_t i = 0; is_sound && i < decision->option_count; i++) {
        is_sound = (unsigned)decision->options[i].grade <= GRADE_RISKY && decision->options[i].votes <= LESSON_VOTES_MAX;
    }
    return is_sound;
}

Status lesson_note_decision(Lesson *lesson, LessonStory *story, const LessonDecision *decision)
{
    size_t at = 0;
    while (at < story->decision_count && !strview_equal(story->decisions[at].id, decision->id)) {
        at++;
    }
    if (at == LESSON_DECISIONS_MAX || !decision_is_sound(decision)) {
        return STATUS_LIMIT;
    }
    bool is_new = at == story->decision_count;
    LessonDecision kept = *decision;
    kept.has_spread = lesson_hands(decision) >= LESSON_SPREAD_MIN;
    kept.looked_at = (kept.looked_at | (is_new ? 0 : story->decisions[at].looked_at)) & ((1u << kept.option_count) - 1);
    kept.id = is_new ? arena_copy(&lesson->arena, decision->id) : story->decisions[at].id;
    kept.question = lesson_copy_text(lesson, decision->question);
    bool is_whole = kept.id.data != NULL && kept.question.data != NULL;
    for (size_t i = 0; i < LESSON_OPTIONS_MAX; i++) {
        LessonOption *option = &kept.options[i];
        if (i >= kept.option_count) {
            *option = (LessonOption){ 0 };
            continue;
        }
        option->text = lesson_copy_text(lesson, option->text);
        option->votes = kept.has_spread ? option->votes : 0;
        is_whole = is_whole && option->text.data;
    }
    if (!is_whole) {
        return STATUS_NOMEM;
    }
    story->decisions[at] = kept;
    story->decision_count += is_new;
    return STATUS_OK;
}

/* False for a count that is out of its bounds. */
static bool drop_small_items(LessonMeasure *measure)
{
    for (size_t figure = 0; figure < MEASURE_FIGURE_COUNT; figure++) {
        for (size_t item = 0; item < MEASURE_ITEMS_PER_FIGURE; item++) {
            unsigned *counts = measure->counts[figure][item];
            for (size_t i = 0; i <= MEASURE_ITEM_MAX; i++) {
                if (counts[i] > LESSON_VOTES_MAX) {
                    return false;
                }
            }
            if (lesson_item_hands(counts) < LESSON_SPREAD_MIN) {
                memset(counts, 0, sizeof measure->counts[figure][item]);
            }
        }
    }
    return true;
}

Status lesson_note_measure(Lesson *lesson, const LessonMeasure *measure)
{
    LessonMeasure kept = *measure;
    size_t at = 0;
    while (at < lesson->measure_count &&
           (lesson->measures[at].time != measure->time || !strview_equal(lesson->measures[at].world, measure->world))) {
        at++;
    }
    if (at == LESSON_MEASURES_MAX || !lesson_is_key(measure->world) || !lesson_time_name(measure->time) || !drop_small_items(&kept)) {
        return STATUS_LIMIT;
    }
    kept.world = at < lesson->measure_count ? lesson->measures[at].world : arena_copy(&lesson->arena, measure->world);
    if (!kept.world.data) {
        return STATUS_NOMEM;
    }
    lesson->measures[at] = kept;
    lesson->measure_count += at == lesson->measure_count;
    return STATUS_OK;
}

/* It is set after every answer: the room is used again, so that a long lesson does not grow. */
Status lesson_set_journal(Lesson *lesson, LessonStory *story, StrView journal)
{
    if (journal.len > LESSON_JOURNAL_BYTES) {
        return STATUS_LIMIT;
    }
    if (journal.len > story->journal_room) {
        char *bytes = arena_take(&lesson->arena, journal.len * 2, 1);
        if (!bytes) {
            return STATUS_NOMEM;
        }
        story->journal_bytes = bytes;
        story->journal_room = journal.len * 2;
    }
    if (journal.len) {
        memmove(story->journal_bytes, journal.data, journal.len);
    }
    story->journal = (StrView){ story->journal_bytes, journal.len };
    return STATUS_OK;
}
