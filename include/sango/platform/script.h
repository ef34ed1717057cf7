#ifndef SANGO_PLATFORM_SCRIPT_H
#define SANGO_PLATFORM_SCRIPT_H

#include "sango/i18n/catalogue.h"
#include "sango/platform/platform.h"
#include "sango/text/fonts.h"

#include <stdio.h>

/* A person made of text, on a virtual clock: nothing is waited for in real time, so the
 * same script gives the same pictures. Commands, one a line ('#' begins a comment):
 *
 *     press confirm      one of the actions: back next prev up down left right menu undo history repeat skip notes fullscreen;
 *                        forward backward: a presenter's remote; close: the window's
 *     digit 2            the number on a card
 *     choose Play        the widget whose spoken label begins so
 *     maybe Not now      the same, when the screen has it
 *     click 960 540      a press and release, units
 *     touch 960 540      the same by a finger
 *     lay 960 540        something lies down on the glass there, and stays
 *     pad 2 confirm      an action on the second gamepad
 *     pads 1             a gamepad came or went: there is one now
 *     tap Done           a press and release on that widget
 *     drag Cake > Basket presses on the one widget, moves and lets go over the other thing
 *     switch Done        one switch: goes on from widget to widget until the focus is on it, and takes it
 *     hold 3000          presses confirm, and lets it go after so many milliseconds
 *     wait 500           lets milliseconds pass
 *     until What 40      confirms (in an activity takes what leads on), at most 40 times, until the screen says a text that begins with the word
 *     remote What 40     the same with a presenter's remote, which only goes on
 *     auto 400           plays by itself: first answer, in an activity what leads on, else confirm; stops at the screen "To take with you"
 *     film story 400     as `auto`, and writes each screen at rest: <shots>/story-001.png, story-002.png …
 *     shot title         writes <shots>/title.png
 *     expect Hello       an error when the screen does not say it
 *     contains pack.json an error when nothing that the screen says has it anywhere
 *     lacks damaged      an error when something has
 *     fits all           from here on a text that is cut or larger than its place is an error
 *     legible all        from here on each shot's words have a contrast of at least 4.5 with what is behind
 *                        them, for every way of seeing colours
 *     copy FROM TO       writes a file over another, as an editor saves one
 *     date 2026-11-26 09:59   the calendar jumps there, or "none": there is none. It begins on 2026-11-26 at 09:00
 *     files 40           40 percent of what is fetched have come from here on; "away": it cannot be had. Everything is there at the beginning
 *     second on          a second display is plugged in, as large as the first; or "off"
 *     shot2 notes        writes what is on it: <shots>/notes.png
 *     expect2 Hello      an error when its words do not have this anywhere
 *     visitors 300 7     so many people at a stand, one after another, whose ways follow from the number behind: they touch, press, answer, give up
 *                        and walk off; of every tenth a line goes to `report`: "visitors 50 screen attract heap 9000000"
 *     size 800 600       nothing here: given for other platforms
 *
 * After the last command the system asks the game to quit (INPUT_QUIT with value 1, which a kiosk obeys). */
typedef struct ScriptOptions {
    Platform *inner;      /* draws and takes pictures; NULL: nothing is drawn */
    StrView text;         /* borrowed, outlives the platform */
    const char *name;     /* of the script, for messages */
    const char *shots;    /* folder for pictures; NULL: none */
    FILE *transcript;     /* what each new screen says; NULL: nowhere */
    FILE *report;         /* what `visitors` counts; NULL: nowhere */
    uint64_t seed;        /* which answers `auto` takes; 0: always the first */
} ScriptOptions;

Status script_platform_open(const Allocator *alloc, const ScriptOptions *options, Platform **platform);
/* How many commands failed: an unmet expect, a widget that is not there, a bad line. */
unsigned script_platform_failures(const Platform *platform);
void script_platform_close(Platform *platform);

/* A person at a terminal: reads answers from `in`, says screens on `out`. A number
 * takes a numbered widget, an empty line goes on, b goes back, q quits. All are borrowed. */
Status terminal_platform_open(const Allocator *alloc, FILE *in, FILE *out, const Catalogue *catalogue, Platform **platform);
void terminal_platform_close(Platform *platform);

/* Equal advances for every letter: for tests and where nothing is drawn. */
const TextMeasure *grid_measure(void);

#endif
