#ifndef SANGO_UI_TWEEN_H
#define SANGO_UI_TWEEN_H

#include "sango/base/strview.h"

#include <stdbool.h>
#include <stdint.h>

/* Easing of t, which is clamped to 0..1 (Penner's curves). */
float ease_out_cubic(float t);
float ease_in_out(float t);
float ease_out_back(float t); /* overshoots to about 1.1 */
float ease_in_back(float t);  /* draws back to about -0.1 first */

/* The same by name, as levels write them. */
typedef enum Ease {
    EASE_SOFT,   /* slow, quick, slow */
    EASE_QUICK,  /* quick, then slower and slower */
    EASE_SPRING, /* goes a little too far and comes back */
    EASE_STEADY, /* always the same speed */
    EASE_COUNT
} Ease;
float ease(Ease kind, float t);
extern const char *const ease_names[EASE_COUNT + 1]; /* ends with NULL */
bool ease_find(StrView name, Ease *kind);            /* false, and *kind is as it was, when there is none */

/* Share of a movement done at `now`: 0 before start, 1 after start + length; 1 at once
 * when length is 0. */
float tween_share(uint64_t now_ms, uint64_t start_ms, uint32_t length_ms);

/* 0 at both ends of a movement and 1 in its middle: a hop. */
float tween_arc(float t);
/* `times` swings to both sides that die away: -1..1, 0 at both ends. */
float tween_swing(float t, float times);

#endif
