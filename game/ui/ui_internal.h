#ifndef SANGO_UI_INTERNAL_H
#define SANGO_UI_INTERNAL_H

#include "sango/ui/ui.h"

/* Between the files of this module. Rects in here are on the screen (mirrored). */

/* The place on the screen of a box given as on a left-to-right screen. */
Rect ui_place(const UiFrame *frame, Rect rect);

/* Makes what was drawn since `first_cmd` a target. Asserts its size and its id. */
void ui_add_target(UiFrame *frame, const UiTarget *target);

/* Adds an item to the speak list, focusable when `id` is not 0. */
void ui_speak(UiFrame *frame, const SpeakItem *item);

/* The target nearest to `from` in the direction of an arrow, or NULL. */
const UiTarget *ui_nearest(const Ui *ui, const UiTarget *from, InputKind arrow);

/* Layout of a text, from the cache when the Ui has one. False when out of memory. */
bool ui_layout(UiFrame *frame, StrView text, const TextStyle *style, float width, TextLayout *layout);
/* Forgets the older generation when the newer is full. Between frames only. */
void ui_layouts_turn(UiLayouts *layouts);

/* How a widget writes a text: `box` on the screen, colour with its alpha. Returns the
 * height. Nothing is said. */
float ui_write(UiFrame *frame, const UiText *text, Rect box);

#endif
