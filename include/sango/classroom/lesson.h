#ifndef SANGO_CLASSROOM_LESSON_H
#define SANGO_CLASSROOM_LESSON_H

#include "sango/base/arena.h"
#include "sango/base/diag.h"
#include "sango/base/rng.h"
#include "sango/base/status.h"
#include "sango/base/strbuf.h"
#include "sango/score/measure.h"
#include "sango/score/score.h"

/* What is known of a lesson in front of one screen: which stories were played, how the class was split at each question, what it
 * took, its answers before and after. No child is in it, and nothing by which one could be found: no name, no time of day, and no
 * counts of fewer than LESSON_SPREAD_MIN hands. Pure data; shelf.h keeps lessons, report.h makes reports of them.
 *
 *     Lesson lesson;
 *     lesson_init(&lesson, alloc, &(LessonStart){ .id = …, .day = SV("2026-11-26"), .band = BAND_OLDER, .minutes = 40 });
 *     LessonStory *story = lesson_add_story(&lesson, level->key, title);
 *     lesson_note_decision(&lesson, story, &decision);
 *     lesson_write(&lesson, &text);
 *     lesson_release(&lesson); */
enum {
    LESSON_OPTIONS_MAX = 6,
    LESSON_DECISIONS_MAX = 32, /* of a story */
    LESSON_STORIES_MAX = 16,
    LESSON_MEASURES_MAX = 32,
    LESSON_VOTES_MAX = 99,     /* hands for one answer */
    LESSON_SPREAD_MIN = 5,     /* hands in all; counts of fewer would tell about one child and are not kept */
    LESSON_POINTS_MAX = 999,
    LESSON_MINUTES_MAX = 240,
    LESSON_REVISION_MAX = 1000000,
    LESSON_KEY_BYTES = 200,            /* of a key, an id, a world; printable */
    LESSON_TEXT_BYTES = 600,           /* of a title, an option; longer ones are cut */
    LESSON_JOURNAL_BYTES = 256 * 1024,
    LESSON_ID_LEN = 32                 /* hexadecimal digits, lower case */
};

typedef struct LessonOption {
    StrView text; /* as the class read it */
    Grade grade;
    bool tells, recovers;
    unsigned votes; /* 0..LESSON_VOTES_MAX; 0 without a spread */
} LessonOption;

typedef struct LessonDecision {
    StrView id;
    StrView question; /* as the class read it; empty: not known */
    unsigned topic; /* 1..24; 0: not said */
    Power power;
    bool has_spread; /* the counts are kept */
    LessonOption options[LESSON_OPTIONS_MAX];
    size_t option_count;
    size_t picked;      /* on the main line, < option_count */
    uint32_t looked_at; /* bits of options of which the class saw what would have happened */
} LessonDecision;

typedef struct LessonStory {
    StrView key, title;
    bool is_finished;
    unsigned points[POWER_COUNT], maximum[POWER_COUNT]; /* of the class, by the last try */
    LessonDecision decisions[LESSON_DECISIONS_MAX];
    size_t decision_count;
    StrView journal; /* of level_session_write(), to go on another day; empty when the story is over or has not begun */
    char *journal_bytes; /* lesson_set_journal()'s: room that is used again */
    size_t journal_room;
} LessonStory;

/* A measure by show of hands: how many gave each answer. An item of fewer than LESSON_SPREAD_MIN hands is all 0. */
typedef struct LessonMeasure {
    StrView world; /* as StoreMark.world */
    MeasureTime time;
    unsigned counts[MEASURE_FIGURE_COUNT][MEASURE_ITEMS_PER_FIGURE][MEASURE_ITEM_MAX + 1];
} LessonMeasure;

typedef struct Lesson {
    Arena arena; /* holds everything below */
    StrView id;        /* LESSON_ID_LEN hexadecimal digits, lower case */
    uint32_t revision; /* counts up with each shelf_keep(); of two copies the higher one is newer */
    StrView day;       /* "2026-11-26"; "" when the clock was wrong */
    StrView language;  /* BCP 47 */
    unsigned band;     /* BAND_YOUNGER or BAND_OLDER */
    unsigned minutes;  /* planned: 10, 20 or 40 */
    bool is_over;
    LessonStory *stories[LESSON_STORIES_MAX];
    size_t story_count;
    size_t story_index; /* the one that is on, or next; story_count: none */
    LessonMeasure measures[LESSON_MEASURES_MAX];
    size_t measure_count;
} Lesson;

typedef struct LessonStart {
    StrView id, day, language; /* copied; a day or language that is none becomes "" or "und" */
    unsigned band, minutes;
} LessonStart;

/* A new id. Two computers must not make the same: outside scripts the numbers begin from what the system has at random. */
void lesson_new_id(Rng *rng, char id[LESSON_ID_LEN + 1]);

bool lesson_is_id(StrView id);
bool lesson_is_day(StrView day); /* "2026-11-26": a day that is in the calendar */

/* `start->id` is an id, `band` one of the two (assert). lesson_release() is needed after STATUS_OK only. STATUS_NOMEM. */
Status lesson_init(Lesson *lesson, const Allocator *alloc, const LessonStart *start);
void lesson_release(Lesson *lesson);

/* Texts are copied. The story with that key if it is there already; NULL when out of memory, LESSON_STORIES_MAX are there, or the key is
 * none. Stories stay where they are in memory. */
LessonStory *lesson_add_story(Lesson *lesson, StrView key, StrView title);
/* Adds it, or puts it in the place of the one with its id. Counts of fewer than LESSON_SPREAD_MIN hands are left out here, and
 * looked_at is added to what was there. STATUS_NOMEM; STATUS_LIMIT (too many, or an id, an option or a number out of its bounds). */
Status lesson_note_decision(Lesson *lesson, LessonStory *story, const LessonDecision *decision);
/* The newer one of a world and time stays. Small counts as above. STATUS_NOMEM, STATUS_LIMIT. */
Status lesson_note_measure(Lesson *lesson, const LessonMeasure *measure);
/* STATUS_NOMEM, STATUS_LIMIT (LESSON_JOURNAL_BYTES); the old one is then still there. */
Status lesson_set_journal(Lesson *lesson, LessonStory *story, StrView journal);

unsigned lesson_hands(const LessonDecision *decision); /* of a spread; 0 without */
unsigned lesson_item_hands(const unsigned counts[MEASURE_ITEM_MAX + 1]);

/* JSON in one line, {"format":"sango-lesson","version":1,…}; the same for the same lesson. game/classroom/README.md has the fields. */
void lesson_write(const Lesson *lesson, StrBuf *out);
/* Reads it, from a store or a stranger: every number and length is checked, and small counts are left out again. Mistakes go to
 * `diags` (may be NULL) with name:line:column; what a newer game may have added within a version is a note. STATUS_INVALID,
 * STATUS_UNSUPPORTED (a newer version), STATUS_NOMEM; release after STATUS_OK only. */
Status lesson_parse(const Allocator *alloc, StrView name, StrView text, DiagSink *diags, Lesson *lesson);

#endif
