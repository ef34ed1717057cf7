#ifndef SANGO_UI_INPUT_H
#define SANGO_UI_INPUT_H

#include <stdint.h>

/* Everything that a person can do, whatever the device. Keyboard, mouse, touch,
 * gamepad and switches are mapped to these in platform/sdl only. */
typedef enum InputKind {
    INPUT_NONE,
    INPUT_QUIT,       /* the window is being closed */
    INPUT_CONFIRM,    /* Enter, Space, A */
    INPUT_CONFIRM_END, /* it was let go: for what is held */
    INPUT_BACK,       /* Escape, B, the tablet's back key */
    INPUT_NEXT,       /* Tab, right or down where focus is a list */
    INPUT_PREV,       /* Shift+Tab */
    INPUT_UP, INPUT_DOWN, INPUT_LEFT, INPUT_RIGHT, /* arrows, D-pad, left stick */
    INPUT_MENU,       /* F10, Start: pause */
    INPUT_REPEAT,     /* R, F1, Y: say it again */
    INPUT_SKIP,       /* S, X: fast forward over what was seen */
    INPUT_HISTORY,    /* H, Back: lines so far */
    INPUT_UNDO,       /* U, Backspace, left shoulder: rewind one choice */
    INPUT_FULLSCREEN, /* F, F11 */
    INPUT_DIGIT,      /* value = 1..9: the number on a card */
    INPUT_ACTIVATE,   /* value = id of a widget: chosen by a screen reader, the terminal or a script */
    INPUT_POINT_DOWN, INPUT_POINT_MOVE, INPUT_POINT_UP, /* x, y; mouse left button or one finger */
    INPUT_WHEEL,      /* value: steps, up is positive */
    INPUT_RESIZE,     /* the canvas has a new size: ask platform->canvas */
    INPUT_DISPLAYS,   /* a display was plugged in or out: ask platform->has_second */
    INPUT_DEVICES,    /* a gamepad came or went; value: how many there are now */
    INPUT_NOTES,      /* N: the teacher's notes */
    INPUT_FOCUS_LOST, INPUT_FOCUS_GAINED /* window hidden or shown */
} InputKind;

typedef struct InputEvent {
    InputKind kind;
    float x, y;    /* POINT_*: virtual units */
    int32_t value; /* DIGIT, WHEEL, ACTIVATE, DEVICES */
    uint32_t device; /* which gamepad or finger it came from; 0: keyboard or mouse */
} InputEvent;

#endif
