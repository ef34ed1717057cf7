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

/* What was proved by walking all paths of a level. */
typedef struct LintWalk {
    size_t paths;     /* ways from start to end */
    size_t endings;   /* different debriefs */
    size_t decisions; /* met on some way */
    size_t lines;     /* lines and choices, without the teacher's notes */
    bool was_cut; /* more places than LINT_PATHS_MAX */
    /* Words that are read on the shortest and longest way, without #why lines. */
    unsigned shortest_words, longest_words;
    /* Points over all ways, and what the way with the most decisions could give. */
    unsigned best_points, worst_points, maximum;
} LintWalk;

/* Places (a choice in one state of the story) that are walked. Ways that meet again
 * share their places, so the number of ways may be far larger. */
enum { LINT_PATHS_MAX = 200000 };

/* Reports to `diags` with rule names ("level-grade") as codes. STATUS_OK (perhaps with
 * warnings), STATUS_INVALID after errors, or what kept it from running. `walk` may be NULL. */
Status lint_level(const Allocator *alloc, const LevelPack *pack, const LevelEntry *level, const LintNames *names,
                  DiagSink *diags, LintWalk *walk);

/* What one level cannot show: titles, variables, decisions and line ids that two levels of the pack share.
 * Levels that are wrong by themselves are left out. */
Status lint_pack(const Allocator *alloc, const LevelPack *pack, DiagSink *diags);

/* The rules by number from 0; NULL behind the last. */
const char *lint_rule(size_t index);

/* Why a rule exists, in two or three sentences; NULL for an unknown rule. */
const char *lint_explain(StrView rule);

#endif
