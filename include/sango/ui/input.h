#ifndef SANGO_UI_INPUT_H
#define SANGO_UI_INPUT_H

#include <stdint.h>

/* Everything that a person can do, whatever the device. Keyboard, mouse, touch,
 * gamepad and switches are mapped to these in platform/sdl only. */
typedef enum InputKind {
    INPUT_NONE,
    INPUT_QUIT,       /* value 0: somebody closes the window, as with Alt+F4; 1: the system wants the program to end (SIGTERM, SIGINT) */
    INPUT_CONFIRM,    /* Enter, Space, A */
    INPUT_CONFIRM_END, /* it was let go: for what is held */
    INPUT_BACK,       /* Escape, B, the tablet's back key */
    INPUT_NEXT,       /* Tab, right or down where focus is a list */
    INPUT_PREV,       /* Shift+Tab */
    INPUT_UP, INPUT_DOWN, INPUT_LEFT, INPUT_RIGHT, /* arrows, D-pad, left stick */
    INPUT_FORWARD,    /* Page Down: a presenter's remote goes on. Where a scene does not take it, it takes what leads on (SPEAK_LEADS),
                         else confirms; on an answer it only goes to the next one, so that nothing is chosen by accident */
    INPUT_BACKWARD,   /* Page Up: a presenter's remote goes back. Where a scene does not take it: INPUT_BACK */
    INPUT_MENU,       /* F10, Start: pause. And a presenter's "begin" and "dark" keys: F5, B, full stop */
    INPUT_REPEAT,     /* R, F1, Y: say it again */
    INPUT_SKIP,       /* S, X: fast forward over what was seen */
    INPUT_HISTORY,    /* H, Back: lines so far */
    INPUT_UNDO,       /* U, Backspace, left shoulder: rewind one choice */
    INPUT_FULLSCREEN, /* F, F11 */
    INPUT_DIGIT,      /* value = 1..9: the number on a card; 0 is only for what is typed, such as a PIN */
    INPUT_ACTIVATE,   /* value = id of a widget: chosen by a screen reader, the terminal or a script */
    INPUT_FOCUS,      /* value = id of a widget: a screen reader or the browser's Tab went to it */
    INPUT_POINT_DOWN, INPUT_POINT_MOVE, INPUT_POINT_UP, /* x, y; mouse left button or one finger: the first on the glass. Others do not count
                         until it is lifted, or has lain still for INPUT_STUCK_MS: it then comes up outside the canvas */
    INPUT_WHEEL,      /* value: steps, up is positive */
    INPUT_RESIZE,     /* the canvas has a new size: ask platform->canvas */
    INPUT_DISPLAYS,   /* a display was plugged in or out: ask platform->has_second */
    INPUT_DEVICES,    /* a gamepad came or went; value: how many there are now */
    INPUT_PICTURES,   /* pictures or sounds that were fetched are there: present again */
    INPUT_NOTES,      /* N: the teacher's notes */
    INPUT_FOCUS_LOST, INPUT_FOCUS_GAINED /* window hidden or shown */
} InputKind;

/* InputEvent.device: 0 keyboard and mouse; 1 .. INPUT_PADS_MAX gamepads, each keeps its number while it is plugged in;
 * INPUT_FINGER and above fingers, a new number for each touch. */
enum { INPUT_PADS_MAX = 8, INPUT_FINGER = 100, INPUT_STUCK_MS = 2000 };

typedef struct InputEvent {
    InputKind kind;
    float x, y;    /* POINT_*: virtual units */
    int32_t value; /* QUIT, DIGIT, WHEEL, ACTIVATE, FOCUS, DEVICES */
    uint32_t device; /* see above */
} InputEvent;

#endif
