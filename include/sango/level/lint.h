#ifndef SANGO_LEVEL_LINT_H
#define SANGO_LEVEL_LINT_H

#include "sango/level/pack.h"

/* Checks a pack as an author needs it: language, commands, names of art and sounds,
 * line ids, grades, reasons, ways back, telling, debrief, length of sentences. */
typedef struct LintNames {
    /* Names that exist; a list with count 0 is not checked. */
    const StrView *actors, *expressions, *places, *sounds, *music, *icons; /* expressions: "kofi/happy"; places: "bedroom/evening" */
    size_t actor_count, expression_count, place_count, sound_count, music_count, icon_count;
} LintNames;

/* What was proved by walking all paths of a level. */
typedef struct LintWalk {
    size_t paths, endings, decisions, lines;
    bool was_cut; /* more paths than LINT_PATHS_MAX */
    unsigned shortest_words, longest_words;
    unsigned best_points, worst_points, maximum;
} LintWalk;

enum { LINT_PATHS_MAX = 200000 };

/* Reports to `diags` with rule names ("level-grade") as codes. STATUS_OK (perhaps with
 * warnings), STATUS_INVALID after errors, or what kept it from running. `walk` may be NULL. */
Status lint_level(const Allocator *alloc, const LevelPack *pack, const LevelEntry *level, const LintNames *names,
                  DiagSink *diags, LintWalk *walk);

/* Why a rule exists, in two or three sentences; NULL for an unknown rule. */
const char *lint_explain(StrView rule);

#endif
