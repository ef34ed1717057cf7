#ifndef SANGO_LEVEL_KIT_H
#define SANGO_LEVEL_KIT_H

#include "sango/level/session.h"

/* What a grown-up needs of a level to teach with it, all from the level's own text in the catalogue's language: for
 * pages to print and for the teacher's page beside the big screen.
 *
 *     LevelKit kit;
 *     if (level_kit_read(alloc, pack, level, catalogue, &kit) == STATUS_OK) {
 *         ... kit.notes[KIT_BEFORE].items[0] ...
 *         level_kit_release(&kit);
 *     }
 *
 * Conditions. The notes are given whole, whatever stands around a line. The story is played on its main line: at each
 * question the first #safe answer (else the first #okay one, else the first), elsewhere the first choice. What the other
 * answers lead to is looked at and taken back, and questions that only they lead to come behind the others. Of the
 * debrief, the three moments and what to practise next are those of the main line, for paper is printed before the class
 * has played and the main line is the story as it should be remembered; the questions to talk about and the words
 * are those of all ways, for each of them is good to have. */
typedef enum KitNote {
    KIT_AIM,        /* #aim */
    KIT_CRC,        /* #crc */
    KIT_BEFORE,     /* #before: ground rules */
    KIT_DURING,     /* #during */
    KIT_ASK,        /* #askclass */
    KIT_DISCLOSURE, /* #disclosure: if a child tells something */
    KIT_HOME,       /* #home: for those at home */
    KIT_NOTE_COUNT
} KitNote;

enum { KIT_MOMENTS = 3 };

typedef struct KitTexts {
    const StrView *items;
    size_t count;
} KitTexts;

typedef struct KitOption {
    StrView text;        /* of an activity: what the outcome is, "Every card found its place." */
    StrView icon;        /* "lock"; may be empty */
    StrView reason, why; /* what is said after it; may be empty */
    Grade grade;
    bool tells, recovers;
} KitOption;

typedef struct KitDecision {
    StrView id;
    StrView question; /* the line before the answers, without its speaker */
    StrView speaker;  /* "Sango"; may be empty */
    StrView risk;     /* "contact" and so on; risk_title() */
    Power power;
    unsigned topic, crc; /* 1..24, 1..54 */
    bool is_activity;    /* it is played; `activity` says which */
    bool is_telling;     /* it practises telling, after the decision of the same id */
    bool is_aside;       /* the main line does not lead to it */
    ActivityKind activity;
    KitOption options[SESSION_OPTIONS_MAX];
    size_t option_count;
} KitDecision;

typedef struct KitMoment {
    StrView actor, expression, text;
    StrView place, light; /* where the story was: at the beginning, in the middle, at the end */
} KitMoment;

typedef struct LevelKit {
    Arena arena; /* holds everything below */
    StrView language; /* BCP 47 */
    bool is_rtl;
    StrView key, title, summary, face;
    unsigned bands, minutes;
    unsigned powers; /* bits 1 << Power: what pack.json says, else those of the decisions */
    uint32_t topics; /* bits 1 << topic; the same */
    bool is_restricted;
    KitTexts notes[KIT_NOTE_COUNT];
    KitDecision *decisions;
    size_t decision_count;
    KitDecision *backs; /* ways back from a risky answer, by the id of their decision; reasons are not read */
    size_t back_count;
    KitMoment moments[KIT_MOMENTS];
    size_t moment_count;
    StrView next;
    KitTexts asks, words;
    KitTexts tools; /* names of the tools that the main line meets */
} LevelKit;

/* Opens and compiles the level. `catalogue` may be NULL: as written. Mistakes of the scripts are those of level_open()
 * and go nowhere: who plays the level sees them. Status as of level_open(); STATUS_INVALID, too, for a story that does
 * not come to its end. level_kit_release() is needed after STATUS_OK only. A level without notes or without a debrief
 * has empty lists. */
Status level_kit_read(const Allocator *alloc, const LevelPack *pack, const LevelEntry *level, const Catalogue *catalogue, LevelKit *kit);
/* The same of a level that is open already. */
Status level_kit_read_program(const Allocator *alloc, const YarnProgram *program, const LevelEntry *level, const Catalogue *catalogue, LevelKit *kit);
void level_kit_release(LevelKit *kit);

/* "aim", "before" ...: the tag of its lines. */
const char *level_kit_tag(KitNote note);

#endif
