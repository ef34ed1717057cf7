#ifndef SANGO_SCRIPT_INTERNAL_H
#define SANGO_SCRIPT_INTERNAL_H

#include "sango/base/rng.h"
#include "sango/platform/script.h"

/* Between script.c, the platform; script_words.c, its commands; script_hand.c, those that are gestures; script_play.c,
 * those that play by themselves; and script_visitors.c, the people at a stand. */
enum { SCRIPT_QUEUE_MAX = 16 };

/* script_visitors.c */
typedef struct ScriptVisitors {
    uint32_t left, number; /* still to come, the one there included; which one that is, from 1 */
    uint32_t habit, patience;
    uint32_t pictures; /* so far */
    bool is_away;      /* the last one, and the next is not yet there */
    bool has_pad;
    Rng rng;
} ScriptVisitors;

typedef struct ScriptPlatform {
    Platform base;
    const Allocator *alloc;
    ScriptOptions options;
    StrView rest;
    unsigned line, failures;
    uint64_t clock_ms, wait_ms;
    bool is_held; /* confirm, until wait_ms is over */
    InputEvent queue[SCRIPT_QUEUE_MAX]; /* of a gesture that has begun */
    size_t queue_count, queue_at;
    StrView wanted;    /* label that `switch` looks for */
    unsigned switches; /* how often it still goes on; 0: it does not */
    unsigned repeats; /* left of `until`, `remote` and `auto` */
    StrView until;
    bool is_auto, is_remote; /* `remote`: by a presenter's remote alone */
    StrView film; /* name of the pictures of `film`, or none */
    unsigned film_count;
    bool minds_fit, minds_contrast;
    PlatformDate date; /* the calendar at date_ms */
    uint64_t date_ms;
    bool is_dateless;
    bool has_second;
    float files; /* what is there of files that are fetched, 0..1; negative: they cannot be had */
    StrBuf second_said; /* the words on it */
    uint32_t touches;   /* fingers that have touched so far */
    StrBuf last_said;
    Arena arena; /* what the screen says */
    SpeakList said;
    Rng rng;
    ScriptVisitors visitors;
} ScriptPlatform;

void script_fail(ScriptPlatform *script, const char *what, StrView detail);
const SpeakItem *script_find(const ScriptPlatform *script, StrView label, bool only_widgets); /* NULL: none begins so */


/* script_words.c */
bool script_command(ScriptPlatform *script, StrView line, InputEvent *event); /* true: it gave an event */
bool script_says(const ScriptPlatform *script, StrView text); /* something that begins so */
unsigned script_number(ScriptPlatform *script, StrView word); /* 0 after the complaint */
void script_shot(ScriptPlatform *script, StrView name);
void script_mind_fit(ScriptPlatform *script);
void script_plug_second(ScriptPlatform *script, bool is_on); /* script.c */

/* script_play.c: the next step of `until`, `auto` or `film`; false when it is done. */
bool script_repeat(ScriptPlatform *script, InputEvent *event);
/* They begin, unless `times` is no number. `film`: empty for the others. */
void script_begin_repeats(ScriptPlatform *script, bool is_auto, StrView film, StrView times);
bool script_activate(const SpeakItem *item, InputEvent *event);

/* script_hand.c: true when the command is one of these and `event` is its first event. */
bool script_gesture(ScriptPlatform *script, StrView verb, StrView rest, InputEvent *event);
/* The next event of a gesture that has begun; false when it is over. */
bool script_gesture_on(ScriptPlatform *script, InputEvent *event);
void script_touch_at(ScriptPlatform *script, float x, float y, bool is_lifted); /* begins one: a new finger */

/* script_visitors.c: `visitors`. */
void script_visitors_begin(ScriptPlatform *script, uint32_t count, uint32_t seed);
bool script_visitors_are_there(const ScriptPlatform *script);
/* The next thing that one does; false: nothing, and script->wait_ms says for how long, or all have been there. */
bool script_visitors_go_on(ScriptPlatform *script, InputEvent *event);
bool script_visitors_paint(ScriptPlatform *script); /* whether this picture is painted; true when there are no visitors */
uint64_t script_visitors_step_ms(const ScriptPlatform *script); /* how far the clock goes at least; 0: no visitors */

#endif
