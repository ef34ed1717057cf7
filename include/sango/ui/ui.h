#ifndef SANGO_UI_UI_H
#define SANGO_UI_UI_H

#include "sango/i18n/catalogue.h"
#include "sango/ui/input.h"
#include "sango/text/layout.h"
#include "sango/ui/draw_list.h"
#include "sango/ui/speak_list.h"
#include "sango/ui/theme.h"

/* Widgets. A scene describes its screen anew each frame; each widget adds what is
 * drawn to the draw list and what is said to the speak list, so it cannot exist
 * without role and label. What outlives a frame (focus, what is pressed) is in Ui.
 *
 *     ui_begin(&frame, &ui, …);
 *     ui_button(&frame, &(UiButton){ .id = PLAY, .rect = r, .label = TR(cat, "title.play", "Play") });
 *     ui_end(&frame);
 *     …
 *     uint32_t pressed = ui_input(&ui, &event);   // PLAY when it was chosen
 *
 * Rectangles and x are given as on a left-to-right screen. On a right-to-left one the
 * widgets mirror them, and only the widgets: a caller does not.
 *
 * Ids are the scene's own numbers, not 0, unique on a screen. Input is tested
 * against the widgets of the last finished frame. */
enum { UI_WIDGETS_MAX = 96 };

typedef struct UiTarget {
    uint32_t id;
    Rect rect; /* on the screen: mirrored, and moved by an entrance */
    bool disabled;
    uint8_t group; /* arrows move inside and between; 0 is the main group */
    uint32_t first_cmd; /* its first command in the draw list */
    StrView focus_art;  /* name that command takes when focused; empty: a ring is laid over it */
    bool is_round;
} UiTarget;

/* Laid-out texts that live longer than a frame: a page that stands lays out nothing,
 * and one that moves uses the same again. Holds at most two generations of
 * UI_LAYOUTS_MAX texts; what was not used for a generation is forgotten. */
typedef struct UiLayouts UiLayouts;
enum { UI_LAYOUTS_MAX = 64 };
Status ui_layouts_create(const Allocator *alloc, UiLayouts **layouts); /* owned by caller */
void ui_layouts_destroy(UiLayouts *layouts);
/* Forgets all: when the measure gives other widths (another window size, other fonts). */
void ui_layouts_clear(UiLayouts *layouts);

typedef struct Ui {
    uint32_t focus;      /* id; 0: none yet */
    bool focus_visible;  /* true after a key or pad, false after a pointer */
    uint32_t pressed;    /* id under a pointer that is down; acts on release inside */
    uint32_t hovered;
    UiTarget targets[UI_WIDGETS_MAX]; /* of the last frame, in reading order */
    size_t target_count;
    size_t next_count; /* while a frame is being built */
    float pointer_x, pointer_y;
    UiLayouts *layouts; /* borrowed; NULL: every text is laid out in the frame's arena */
    uint32_t screen; /* hash of the screen's title: a new screen moves focus to its first target */
} Ui;

typedef struct UiFrame {
    Ui *ui;
    DrawList *draw;
    SpeakList *speak;
    Arena *arena; /* the frame's: texts and layouts */
    const TextMeasure *measure;
    const Catalogue *catalogue;
    const Theme *theme;
    float text_scale; /* 1..2 */
    bool mirrored;    /* right-to-left screen: start is at the right */
    bool reduced_motion;
    uint64_t now_ms;
    float width, height; /* canvas, units */
    uint32_t first_focus; /* set by ui_begin */
} UiFrame;

/* Fills the frame's Ui side; draw, speak and the rest are set by the caller. `title` is the
 * screen's spoken name. `first_focus`: id to focus on a new screen, 0 = the first target. */
void ui_begin(UiFrame *frame, StrView title, uint32_t first_focus);
void ui_end(UiFrame *frame);
/* `from` can no longer be pressed: its focus goes to its counterpart, not to the beginning of the screen. */
void ui_hand_focus(UiFrame *frame, uint32_t from, uint32_t to);

/* Takes an event. Returns the id of what was activated (CONFIRM on the focus, release
 * inside a pressed target, DIGIT n = the n-th target of group 1, ACTIVATE its id), else 0. Moves focus
 * for NEXT, PREV and arrows (nearest target in that direction). *changed is set when
 * the picture changes (may be NULL). */
uint32_t ui_input(Ui *ui, const InputEvent *event, bool *changed);

typedef enum UiButtonStyle {
    UI_BUTTON_PRIMARY, /* coral, wide */
    UI_BUTTON_PLAIN,   /* plum */
    UI_BUTTON_QUIET,   /* cream */
    UI_BUTTON_ROUND,   /* icon only; the label is spoken */
    UI_BUTTON_CARD,    /* option card: number disc, text, icon at the end */
    UI_BUTTON_PICTURE  /* tall card: free space for the caller's picture, label and description at the bottom, or
                          these at the top and `foot` units for the caller below them */
} UiButtonStyle;

typedef struct UiButton {
    uint32_t id;
    Rect rect;          /* not mirrored by the caller: ui mirrors it */
    StrView label;      /* compulsory */
    StrView value, description;
    StrView icon;       /* sprite name, such as "icon/house"; may be empty */
    StrView line_id;
    UiButtonStyle style;
    SpeakRole role;     /* 0 (SPEAK_HEADING) means SPEAK_BUTTON */
    unsigned number;    /* CARD: 1.. shown on the disc */
    float size;         /* CARD: em units of the label; 0 = theme label */
    bool disabled, checked;
    bool leads; /* SPEAK_LEADS */
    uint8_t group;
    float foot;         /* PICTURE only */
    float aside;        /* PICTURE with a foot only: units at the end of the label that are the caller's */
    float appear;       /* CARD only: its entrance, moved and faded as one: 0 not yet there, 1 stands */
} UiButton;
void ui_button(UiFrame *frame, const UiButton *button);

/* A paragraph. Returns its height. `rect.h` 0: as high as needed; `role` says how it is spoken. */
typedef struct UiText {
    Rect rect;
    StrView text;
    TextFace face;
    float size; /* em units before the text scale; 0 = theme body */
    Rgba color; /* 0 = theme ink */
    TextAlign align;
    SpeakRole role; /* SPEAK_HEADING, SPEAK_TEXT */
    bool silent;    /* drawn only: said elsewhere */
    bool middle;    /* vertically centred in rect.h */
    StrView line_id, speaker; /* of SpeakItem */
    const TextSpan *spans;
    size_t span_count;
    float line_spacing; /* 0 = 1.25 */
    uint16_t max_lines;
    float fit_min; /* > 0: shrink down to this share of the size until it fits rect.h */
} UiText;
float ui_text(UiFrame *frame, const UiText *text);
float ui_text_height(UiFrame *frame, const UiText *text); /* without drawing */
float ui_fitted_height(UiFrame *frame, const UiText *text); /* the same, shrunk to `rect` as ui_text() does */
/* Width of one line of text, units. */
float ui_line_width(UiFrame *frame, StrView text, TextFace face, float size);

/* A dark ground for words over a picture, in the theme's `bar`; its words are `on_bar`. */
void ui_bar(UiFrame *frame, Rect rect, float radius);
/* The panel with its lip and shadow. */
void ui_panel(UiFrame *frame, Rect rect);
/* A name pill such as "ui/pill_sun" with its text, `x` at its start; returns its width. */
float ui_pill(UiFrame *frame, StrView sprite, StrView text, float x, float y);
float ui_pill_width(UiFrame *frame, StrView text);
/* A picture that is described to those who do not see it; its canvas is fitted into
 * `rect` and centred. Names beginning with "icon/" have a canvas of 96 x 96 units;
 * others are shown in their own size when `rect.w` is 0. */
void ui_image(UiFrame *frame, StrView sprite, Rect rect, StrView label);
/* A row of stars: `got` of `of`. */
void ui_stars(UiFrame *frame, float x, float y, float size, unsigned got, unsigned of, StrView label);
typedef struct UiSwitch {
    uint32_t id;
    Rect rect;
    StrView label;
    bool on;
} UiSwitch;
void ui_switch(UiFrame *frame, const UiSwitch *control);
/* Value with minus and plus buttons, or with arrows where values go round: ids id and id + 1 are the two buttons. */
typedef struct UiStepper {
    uint32_t id;
    Rect rect;
    StrView label, value;
    bool at_min, at_max;
    bool is_round; /* one of some names, not an amount */
} UiStepper;
void ui_stepper(UiFrame *frame, const UiStepper *control);

/* What a scene has drawn by itself: said, and pressed when `id` is not 0. */
typedef struct UiArea {
    uint32_t id;
    Rect rect;
    SpeakRole role;
    unsigned flags; /* SPEAK_DISABLED, SPEAK_CHECKED, SPEAK_LEADS */
    StrView label;  /* compulsory */
    StrView value, description;
    StrView line_id;
    uint8_t group;
    uint32_t first_cmd; /* draw->count before it was drawn: what the focus changes */
    StrView focus_art;  /* name that this command takes then; empty: a ring is laid over it */
    bool is_round;
} UiArea;
void ui_area(UiFrame *frame, const UiArea *area);

/* x of a box of width w that stands at `x` on a left-to-right screen. */
float ui_mirror_x(const UiFrame *frame, float x, float w);

#endif
