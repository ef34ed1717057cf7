#ifndef SANGO_SCRIPT_INTERNAL_H
#define SANGO_SCRIPT_INTERNAL_H

#include "sango/base/rng.h"
#include "sango/platform/script.h"

/* Between script.c, which reads the commands, and script_hand.c, which makes gestures of them. */
enum { SCRIPT_QUEUE_MAX = 16 };

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
    unsigned repeats; /* left of `until` and `auto` */
    StrView until;
    bool is_auto;
    StrView film; /* name of the pictures of `film`, or none */
    unsigned film_count;
    bool minds_fit, minds_contrast;
    StrBuf last_said;
    Arena arena; /* what the screen says */
    SpeakList said;
    Rng rng;
} ScriptPlatform;

void script_fail(ScriptPlatform *script, const char *what, StrView detail);
const SpeakItem *script_find(const ScriptPlatform *script, StrView label, bool only_widgets); /* NULL: none begins so */

/* script_hand.c: true when the command is one of these and `event` is its first event. */
bool script_gesture(ScriptPlatform *script, StrView verb, StrView rest, InputEvent *event);
/* The next event of a gesture that has begun; false when it is over. */
bool script_gesture_on(ScriptPlatform *script, InputEvent *event);

#endif
