#ifndef SANGO_UI_THEME_H
#define SANGO_UI_THEME_H

#include "sango/ui/draw_list.h"

/* Colours and sizes of one look. All text sizes are multiplied by the reader's text
 * scale (1 to 2). */
typedef struct Theme {
    Rgba ink, ink_soft, paper, paper_lip, white;
    Rgba sun, plum, coral, teal, leaf;
    Rgba shade; /* laid over the stage behind a dialog */
    /* Em units: 52, 42, 42, 64, 34. What a child must read is at least 42, which is 28 pixels
     * on a screen of 720 lines. */
    float text_story, text_body, text_label, text_title, text_small;
    float target;   /* least side of what can be pressed: 96 */
    float gap;      /* least distance between targets: 18 */
    float corner;
} Theme;

const Theme *theme_day(void);

#endif
