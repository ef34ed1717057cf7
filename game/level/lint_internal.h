#ifndef SANGO_LEVEL_LINT_INTERNAL_H
#define SANGO_LEVEL_LINT_INTERNAL_H

#include "level_internal.h"
#include "sango/activity/activity.h"
#include "sango/level/lint.h"
#include "sango/yarn/outline.h"

/* One check of one level. */
typedef struct Lint {
    const Allocator *alloc;
    const LevelPack *pack;
    const LevelEntry *level;
    const LintNames *names;
    const YarnProgram *program;
    LevelScripts scripts; /* what it was made from */
    DiagSink *diags;
    uint64_t *reported; /* hashes of what was said, so that no path repeats it */
    size_t reported_count, reported_capacity;
    bool is_out_of_memory;
} Lint;

/* Says a mistake once. `rule` is one of lint_rules.c. */
void lint_say(Lint *lint, DiagLevel level, const char *rule, YarnPlace place, const char *fmt, ...) SANGO_PRINTF(5, 6);
/* The fix, below it. */
void lint_note(Lint *lint, const char *rule, YarnPlace place, const char *fmt, ...) SANGO_PRINTF(4, 5);

YarnPlace lint_node_place(const Lint *lint, StrView title);

/* Where `word` stands in the source line of `place`, from there on; else `place`. (lint_source.c) */
YarnPlace lint_place_of(const Lint *lint, YarnPlace place, StrView word);

/* lint_outline.c: the level's scripts once more, as editors see them. Owned by caller. */
Status lint_outline(const Lint *lint, YarnOutline **outline);
/* The first call of random() and the like. The place's file is the outline's. */
bool lint_find_chance(const YarnOutline *outline, YarnPlace *place);
/* A jump from page to page, if there is one below the option of that text. *place is left alone when there is none. */
bool lint_find_jump(const YarnOutline *outline, StrView from, StrView to, StrView option, YarnPlace *place);

/* A line's words without its speaker, as written ({0} for expressions). */
StrView lint_spoken(const YarnLineInfo *line);
unsigned lint_word_count(StrView text);
bool lint_is_in_node_tagged(const Lint *lint, const YarnLineInfo *line, StrView tag);

/* Calls `take` for each fixed <<decision>> and <<activity>> of the level, in the order of its files. */
void lint_each_decision(const Lint *lint, void (*take)(void *user, const Command *command), void *user);

/* The next sentence of a text, and its words; false behind the last. Markup is no word, {0} is one. (lint_text.c) */
bool lint_take_sentence(StrView *rest, StrView *sentence, unsigned *words);

void lint_check_reading(Lint *lint, LintWalk *counts); /* lint_reading.c: how hard the level is to read */
void lint_check_rights(Lint *lint);                    /* lint_rights.c: articles of the Convention */
/* lint_size.c, after the walk: what a level of a pack that covers all has. */
void lint_check_size(Lint *lint, const LintWalk *counts);

void lint_check_text(Lint *lint);     /* lint_text.c: what one line shows by itself */
void lint_check_show(Lint *lint);     /* lint_show.c: picture speech */
void lint_check_tags(Lint *lint);     /* lint_tags.c: misspelt tags */
void lint_check_no_measure(Lint *lint); /* lint_measure.c: a level asks no items */
void lint_check_promises(Lint *lint); /* lint_promise.c: on plain choices only */
void lint_check_phone(Lint *lint);    /* lint_phone.c: what the tags of the phone say */
void lint_check_speakers(Lint *lint); /* lint_speakers.c: misspelt names of who speaks */
void lint_check_names(Lint *lint);    /* lint_names.c: art and sounds */
void lint_check_manifest(Lint *lint, LintWalk *counts); /* lint_manifest.c: subjects, notes, debrief node */
/* lint_walk.c: what holds on every way through the level. */
Status lint_walk(Lint *lint, LintWalk *walk);

#endif
