#ifndef SANGO_KIOSK_GHOST_H
#define SANGO_KIOSK_GHOST_H

#include "sango/ui/input.h"

#include <stdbool.h>
#include <stddef.h>

/* Tells hands from what is none: a drop of water on the glass, a bag on a key, a broken corner of a screen that presses itself.
 * Nothing of it reaches the game, nor keeps a stand awake on which nobody is. Pure: events and times in, verdicts out. */
enum { GHOST_TOUCHES_MAX = 16, GHOST_DOWNS_MAX = 64 };

typedef struct GhostTouch {
    bool is_down, is_ghost;
    uint32_t device;
    float x, y; /* where it lay still last */
    uint64_t since_ms;
} GhostTouch;

typedef struct GhostDown {
    float x, y;
    uint64_t ms; /* + 1; 0: none */
} GhostDown;

typedef struct GhostCounts {
    unsigned held;   /* touches that lay still for too long */
    unsigned rapid;  /* touches in a spot that had too many */
    unsigned unseen; /* while nothing could be seen */
    unsigned keys;   /* keys that stayed down */
} GhostCounts;

typedef struct Ghost {
    unsigned taps_per_second, held_seconds; /* limits; the caller's */
    GhostTouch touches[GHOST_TOUCHES_MAX];
    GhostDown downs[GHOST_DOWNS_MAX];
    size_t next_down;
    float hover_x, hover_y; /* of a pointer that nothing is pressed with */
    InputKind key; /* which comes again and again */
    uint32_t key_device;
    uint64_t key_since_ms, key_last_ms;
    bool is_key_stuck;
    GhostCounts counts;
} Ghost;

typedef enum GhostVerdict {
    GHOST_HAND,  /* somebody is there */
    GHOST_STILL, /* for the game, but no sign of anybody: a pointer that trembles */
    GHOST_NONE   /* not for the game */
} GhostVerdict;

/* `is_seen`: a picture is shown. Events that are no input of a person are GHOST_STILL. */
GhostVerdict ghost_take(Ghost *ghost, const InputEvent *event, uint64_t now_ms, bool is_seen);
/* Notices touches that lie still; true when one has just become a ghost, and must be let go. */
bool ghost_update(Ghost *ghost, uint64_t now_ms);

#endif
