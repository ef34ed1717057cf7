#ifndef SANGO_LEVEL_LINT_H
#define SANGO_LEVEL_LINT_H

#include "sango/level/pack.h"

/* Checks a pack as an author needs it: language, commands, names of art and sounds,
 * line ids, grades, reasons, ways back, telling, debrief, length of sentences. */
typedef struct LintNames {
    /* Names that exist; a list with count 0 is not checked. */
    const StrView *actors, *expressions, *places, *sounds, *music, *icons, *pictures; /* expressions: "kofi/happy"; places: "bedroom/evening" */
    size_t actor_count, expression_count, place_count, sound_count, music_count, icon_count, picture_count;
} LintNames;

/* How long a way through a level takes, as the check reckons it: lines and choices at the pace of reading aloud,
 * and some time for each choice and each activity. The pace is the middle of Hasbrouck and Tindal's norms for oral
 * reading (2017): 112 words a minute at the end of the third school year, 146 at the end of the fifth. The seconds
 * are our own reckoning: reading the other cards, thinking, pressing. #why lines are read on request: not counted. In a pack
 * with "pictures" nobody is asked to read: each page costs the same, and each of the three moments at the end. */
enum {
    LINT_WORDS_PER_MINUTE_YOUNGER = 110,
    LINT_WORDS_PER_MINUTE_OLDER = 145,
    LINT_CHOICE_SECONDS = 10,
    LINT_ACTIVITY_SECONDS = 60,
    LINT_PICTURES_SECONDS = 5 /* a page of picture speech; its words cost nothing more */
};

/* Reading level: LIX (C.-H. Bjornsson, Lasbarhet, 1968), words per sentence + per cent of words with more than six
 * letters. It needs no dictionary and holds in many languages; below 25 are books for children. It knows lengths
 * only, neither meaning nor grammar ("grandmother" counts as long, "quay" as short), and says little about few
 * words: below LINT_READING_WORDS_MIN nothing is said. */
enum { LINT_READING_YOUNGER_MAX = 20, LINT_READING_OLDER_MAX = 25, LINT_READING_WORDS_MIN = 50, LINT_LONG_WORD_LETTERS = 6 };

/* What was proved by walking all paths of a level. */
typedef struct LintWalk {
    size_t paths;      /* ways from start to end */
    size_t endings;    /* different debriefs */
    size_t decisions;  /* met on some way, activities not counted */
    size_t activities; /* the same */
    size_t lines;      /* lines and choices, without the teacher's notes */
    bool was_cut; /* more places than LINT_PATHS_MAX */
    /* Words that are read on the shortest and longest way, without #why lines. */
    unsigned shortest_words, longest_words;
    unsigned shortest_seconds, longest_seconds; /* of the quickest and the slowest way */
    unsigned fewest_lines; /* lines that somebody says, on the way with the fewest; the debrief is not counted */
    /* Points over all ways, and what the way with the most decisions could give. */
    unsigned best_points, worst_points, maximum;
    /* Of the whole level, ways or not: */
    unsigned reading; /* LIX, rounded */
    size_t words;     /* all that a child may read */
    unsigned powers;  /* bits 1 << Power of its decisions */
    uint32_t topics;  /* bits 1 << topic of its decisions */
} LintWalk;

/* Places (a choice in one state of the story) that are walked. Ways that meet again
 * share their places, so the number of ways may be far larger. */
enum { LINT_PATHS_MAX = 200000 };

/* Reports to `diags` with rule names ("level-grade") as codes. STATUS_OK (perhaps with
 * warnings), STATUS_INVALID after errors, or what kept it from running. `walk` may be NULL. */
Status lint_level(const Allocator *alloc, const LevelPack *pack, const LevelEntry *level, const LintNames *names,
                  DiagSink *diags, LintWalk *walk);

/* The same for a measure of the pack: what its words show, and that each figure has two items whose answers have
 * one mark each. */
Status lint_measure(const Allocator *alloc, const LevelPack *pack, const LevelEntry *measure, const LintNames *names, DiagSink *diags);

/* What one level cannot show: titles, variables, decisions and line ids that two levels of the pack share.
 * Levels that are wrong by themselves are left out. */
Status lint_pack(const Allocator *alloc, const LevelPack *pack, DiagSink *diags);

/* The rules by number from 0; NULL behind the last. */
const char *lint_rule(size_t index);

/* Why a rule exists, in two or three sentences; NULL for an unknown rule. */
const char *lint_explain(StrView rule);

#endif
