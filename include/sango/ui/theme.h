#ifndef SANGO_UI_THEME_H
#define SANGO_UI_THEME_H

#include "sango/base/diag.h"
#include "sango/ui/draw_list.h"

/* Colours and sizes of one look. Each look is a file, assets/themes/<name>.json, that the game and
 * the art build read alike; day's is also built in, and stands for what another leaves out.
 * The stored setting is a place in this list: new ones go to its end. */
#define LOOK_LIST(X)                                                                                         \
    X(DAY, "day")                                                                                            \
    X(EVENING, "evening")                                                                                    \
    X(CONTRAST, "contrast")                                                                                  \
    X(CALM, "calm")

typedef enum Look {
#define X(name, text) LOOK_##name,
    LOOK_LIST(X)
#undef X
    LOOK_COUNT
} Look;

const char *look_name(Look look); /* "evening" */

/* Words in `ink` and `ink_soft` stand on paper, card, field and tint_*; the
 * others on the ground that they are named after. tests/ui/test_theme.c measures each pair. */
#define THEME_COLOR_LIST(X)                                                                                  \
    X(ink) X(ink_soft)                                                                                       \
    X(paper) X(paper_rim) X(paper_lip) /* panels; the rim is a light line inside, the lip below */           \
    X(card) X(card_lip)                /* quieter panels */                                                  \
    X(field) X(field_lit) X(field_edge) /* what can be pressed on a panel: answers, switches */              \
    X(white)                           /* letters on bars, shades and pictures */                            \
    X(sun) X(plum) X(coral) X(teal) X(leaf)                                                                  \
    X(button) X(button_lip) X(button_light) X(on_button)                                                     \
    X(go) X(go_lip) X(go_light) X(on_go) /* the button that leads on */                                      \
    X(pill_base) X(on_pill) X(on_plum) /* pills are mixed with the base, see pill_mix */                     \
    X(ring_out) X(ring_lip) X(ring_in) /* the focus: one of the two stands out from any ground */            \
    X(edge) X(shadow)                                                                                        \
    X(bar) X(on_bar) X(bar_soft)       /* headings, names and captions over pictures */                      \
    X(shade) X(shade_soft)             /* over the stage behind a dialog, behind a reward */                 \
    X(veil)                            /* over a place, under those who stand in it */                       \
    X(meter) X(meter_edge) X(star_off)                                                                       \
    X(track_on) X(track_off) X(knob)   /* of a switch */                                                     \
    X(disabled) X(locked)              /* multiplied with a picture: cannot be pressed, not yet earned */    \
    X(tint_one) X(tint_two) X(tint_three) /* grounds of small pictures */                                    \
    X(bubble_in) X(bubble_in_lip) X(bubble_out) X(bubble_out_lip)                                            \
    X(screen_paper) X(screen_ink) X(screen_soft) X(screen_bar) /* the phone, see theme_on_screen */

/* Name, least and most. Units, text before the reader's text scale (1 to 2). What a child must
 * read is at least 42, which is 28 pixels on a screen of 720 lines. */
#define THEME_SIZE_LIST(X)                                                                                   \
    X(text_story, 42, 80)                                                                                    \
    X(text_body, 42, 64)                                                                                     \
    X(text_label, 42, 64)                                                                                    \
    X(text_title, 48, 96)                                                                                    \
    X(text_small, 30, 48)                                                                                    \
    X(target, 96, 120)  /* least side of what can be pressed */                                              \
    X(gap, 12, 48)      /* least distance between targets */                                                 \
    X(corner, 0, 60)                                                                                         \
    X(border, 0, 12)    /* line around everything, in `edge`; 0: lips and shadows part things */             \
    X(pill_mix, 0, 100) /* percent of pill_base in the pills' hues */                                        \
    X(gloss, 0, 1)      /* 1: small lights on what is round */                                               \
    X(rays, 0, 1)       /* 1: rays behind a reward */                                                        \
    X(confetti, 0, 1)

typedef struct Theme {
#define X(name) Rgba name;
    THEME_COLOR_LIST(X)
#undef X
#define X(name, least, most) float name;
    THEME_SIZE_LIST(X)
#undef X
} Theme;

const Theme *theme_day(void);

/* The theme that the phone's pages are drawn with: a phone is bright in every look, its words are
 * `screen_ink` and `screen_soft` on `screen_paper` and bubbles, white on `screen_bar`. */
Theme theme_on_screen(const Theme *theme);

/* Reads the text of a theme file. What is unknown, missing or wrong is reported as a warning with
 * its place and keeps day's value, so that *theme is always whole. `file` is named in the reports.
 * STATUS_OK also when something was wrong with some values; STATUS_INVALID when the text is no
 * JSON object; STATUS_NOMEM. */
Status theme_parse(const Allocator *alloc, StrView file, StrView text, DiagSink *diags, Theme *theme);

#endif
