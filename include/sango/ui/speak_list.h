#ifndef SANGO_UI_SPEAK_LIST_H
#define SANGO_UI_SPEAK_LIST_H

#include "sango/ui/draw_list.h"

/* What a screen reader, the narrator, the terminal player or a test sees: every
 * widget of the screen in reading order, and what has just been said. Filled
 * beside the DrawList by the same widgets; an item cannot be made without a role
 * and a label. */
typedef enum SpeakRole {
    SPEAK_HEADING,
    SPEAK_TEXT,   /* something to read */
    SPEAK_IMAGE,  /* a picture; the label describes it */
    SPEAK_BUTTON,
    SPEAK_OPTION, /* an answer of a decision */
    SPEAK_SWITCH, /* on or off */
    SPEAK_SLIDER,
    SPEAK_METER
} SpeakRole;

enum {
    SPEAK_FOCUSED = 1,
    SPEAK_DISABLED = 2,
    SPEAK_CHECKED = 4,
    SPEAK_FOCUSABLE = 8,
    SPEAK_LEADS = 16, /* never said: whoever plays by itself gets on by this one */
    SPEAK_CAPTION = 32 /* a sound in words: whoever hears it needs it not said */
};

typedef struct SpeakItem {
    uint32_t id; /* stable while the screen stands; 0 for what cannot be focused */
    SpeakRole role;
    unsigned flags;
    StrView label;       /* never empty */
    StrView value;       /* "70 %", "3 of 5"; may be empty */
    StrView description; /* longer help; may be empty */
    StrView line_id;     /* voice file's name, when it is a line of a level; may be empty */
    StrView speaker;     /* whose words they are; empty: nobody's */
    Rect rect;
} SpeakItem;

typedef struct SpeakList {
    Arena *arena; /* borrowed, the same as the frame's */
    SpeakItem *items;
    size_t count;
    bool failed;
    StrView title; /* the screen's name */
    bool is_untitled; /* the title only tells this screen from others: it is not words */
    StrView unfit; /* the first text that is cut, or larger than its place; empty: all fit */
} SpeakList;

void speak_list_begin(SpeakList *list, Arena *arena, StrView title);
/* `item->label` must not be empty (asserted). Texts are copied to the arena. */
void speak_list_add(SpeakList *list, const SpeakItem *item);
void speak_list_add_unfit(SpeakList *list, StrView text); /* copied */
const SpeakItem *speak_list_focused(const SpeakList *list); /* NULL when none */
/* "button: Play (focused)" a line, for the terminal player and golden tests. */
void speak_list_print(const SpeakList *list, StrBuf *out);
const char *speak_role_name(SpeakRole role);

#endif
