#ifndef SANGO_UI_TWEEN_H
#define SANGO_UI_TWEEN_H

#include <stdint.h>

/* Easing of t, which is clamped to 0..1 (Penner's curves). */
float ease_out_cubic(float t);
float ease_in_out(float t);
float ease_out_back(float t); /* overshoots to about 1.1 */

/* Share of a movement done at `now`: 0 before start, 1 after start + length; 1 at once
 * when length is 0. */
float tween_share(uint64_t now_ms, uint64_t start_ms, uint32_t length_ms);

#endif
