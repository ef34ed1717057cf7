#ifndef SANGO_UI_THEME_H
#define SANGO_UI_THEME_H

#include "sango/ui/draw_list.h"

/* Colours and sizes of one look. All text sizes are multiplied by the reader's text
 * scale (1 to 2). */
typedef struct Theme {
    Rgba ink, ink_soft, paper, paper_lip, white;
    Rgba sun, plum, coral, teal, leaf;
    Rgba shade; /* laid over the stage behind a dialog */
    float text_body, text_label, text_title, text_small; /* em units: 42, 38, 64, 32 */
    float target;   /* least side of what can be pressed: 96 */
    float gap;      /* least distance between targets: 18 */
    float corner;
} Theme;

const Theme *theme_day(void);

#endif
