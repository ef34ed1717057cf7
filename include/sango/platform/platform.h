#ifndef SANGO_PLATFORM_PLATFORM_H
#define SANGO_PLATFORM_PLATFORM_H

#include "sango/base/status.h"
#include "sango/ui/input.h"
#include "sango/ui/color.h"
#include "sango/ui/draw_list.h"
#include "sango/ui/speak_list.h"

/* What the game asks of the machine it runs on: a canvas, events, a clock, sound.
 * platform/sdl is the real one (window or, for screenshots, a surface in memory);
 * platform/headless is a script for a user on a virtual clock.
 * One thread calls it. */
typedef struct Platform Platform;

typedef struct PlatformCanvas {
    float width, height; /* virtual units: >= 1920 x 1080, or 1200 and >= 1500 on a screen that stands upright */
    float scale;         /* pixels a unit */
    int width_px, height_px;
} PlatformCanvas;

/* The calendar's time where the computer stands. */
typedef struct PlatformDate {
    int year, month, day; /* 2026, 1..12, 1..31 */
    int hour, minute;     /* 0..23, 0..59 */
    int weekday;          /* 0: Sunday */
} PlatformDate;

typedef struct PlatformVolumes {
    float music, effects, voice; /* 0..1; all 0 closes the device */
    bool mono;
} PlatformVolumes;

/* The words of a picture that are hardest to read. */
typedef struct TextContrast {
    float ratio;        /* WCAG 2.2 contrast with what is really behind them, 1 to 21; 21: there are no words */
    ColorVision vision; /* the way of seeing in which it is least */
    StrView text;       /* valid until the next present */
} TextContrast;

typedef struct PlatformOps {
    /* Waits for an event for at most `timeout_ms` (-1: for ever, 0: polls). False on timeout. */
    bool (*wait_event)(Platform *platform, int timeout_ms, InputEvent *event);
    uint64_t (*now_ms)(Platform *platform); /* monotonic */
    /* False when the clock is plainly wrong (before 2020, or there is none). May be NULL: there is none. It may jump: see
     * platform_date(). */
    bool (*date)(Platform *platform, PlatformDate *date);
    void (*present)(Platform *platform, const DrawList *list);
    /* What the screen says, after each present; for screen readers, the terminal and
     * scripts. May be NULL. */
    void (*announce)(Platform *platform, const SpeakList *list);
    PlatformCanvas (*canvas)(Platform *platform);
    void (*set_fullscreen)(Platform *platform, bool on);
    /* Pictures named "look/<look>/<name>" take the place of <name>, where there are some. May be NULL. */
    void (*set_look)(Platform *platform, StrView look);
    /* Writes what was presented last as PNG. STATUS_UNSUPPORTED without pixels. */
    Status (*screenshot)(Platform *platform, const char *path);

    /* False when the art is whole and has no picture of this name. May be NULL. */
    bool (*has_picture)(Platform *platform, StrView name);
    /* These pictures will soon be shown, the first of them first: whoever can reads their files
     * meanwhile. Names without a picture do not count. May be NULL. */
    void (*read_ahead)(Platform *platform, const StrView *names, size_t count);

    /* Asks for a group of files that may have to be fetched first ("level/prologue", "grownups") and tells how much of them is there:
     * 0..1; 1: all of them, or there is no such group. Negative: they cannot be had, and the next call tries again. What comes makes
     * INPUT_PICTURES. NULL: everything is there. */
    float (*fetch)(Platform *platform, StrView group);

    /* Measures the picture that was presented last. Words below a dialog's veil do not count.
     * STATUS_UNSUPPORTED without pixels. May be NULL. */
    Status (*text_contrast)(Platform *platform, TextContrast *worst);

    /* A second display, for a teacher's page; NULL or false: there is none, or it only shows what the first one does. present_second()
     * opens a window on it and draws what has changed, so it may be called with each picture; `list` NULL takes it off that display.
     * It may be unplugged at any time: INPUT_DISPLAYS then comes, and present_second() does nothing. INPUT_DISPLAYS also comes when
     * its size changes: present again. Texts are measured as for the first display. */
    bool (*has_second)(Platform *platform, PlatformCanvas *canvas);
    void (*present_second)(Platform *platform, const DrawList *list);
    /* As screenshot(), of the second display. STATUS_UNSUPPORTED when nothing is on it. May be NULL. */
    Status (*screenshot_second)(Platform *platform, const char *path);

    /* A kiosk's window: full screen whatever set_fullscreen() says, on top, with the keyboard grabbed, no screen saver, and without a
     * pointer where `hides_pointer`. The window manager's ways to close it become INPUT_QUIT with value 0 as ever, the system's with
     * value 1. May be NULL. */
    void (*set_kiosk)(Platform *platform, bool is_on, bool hides_pointer);
    /* Says that the loop is alive, to whoever watches over the program (systemd's watchdog). To be called with each step of the loop;
     * wait_event() then comes back in time even on a page that stands. Costs nothing where nobody watches. May be NULL. */
    void (*alive)(Platform *platform);

    /* Shows a file in the program that the computer has for it: for a grown-up, who asked for it. STATUS_IO when there
     * is none. NULL where there is no window. */
    Status (*open_file)(Platform *platform, const char *path);
    /* Asks the grown-up at the screen for a file. A copy of what was chosen lies in `folder` later, with an INPUT_PICTURES; or nothing
     * comes. STATUS_UNSUPPORTED where people put files into folders themselves. May be NULL. */
    Status (*pick_file)(Platform *platform, const char *folder);

    /* Sound never fails the game: an unknown name or a missing device is logged once. */
    void (*play_sound)(Platform *platform, StrView name);
    void (*play_music)(Platform *platform, StrView name); /* loops; empty: fades out */
    void (*set_volumes)(Platform *platform, const PlatformVolumes *volumes);
    /* Speaks a recorded line, such as "en/0ab12cd" (the language, the line's id), and ends the
     * one before; empty: falls silent. The music is 12 dB softer meanwhile. Returns how long it
     * takes, ms; 0: there is no recording, or no device. May be NULL. */
    uint32_t (*play_voice)(Platform *platform, StrView name);
    /* True: fades the music out and lets the device go, which would wake the machine many
     * times a second. False: the music goes on where it was. May be NULL. */
    void (*rest_sound)(Platform *platform, bool on);
} PlatformOps;

struct Platform {
    const PlatformOps *ops;
};

/* For platforms: the computer's own calendar, see PlatformOps.date. */
bool platform_date(PlatformDate *date);
/* The date so many minutes later, in a place without summer time. Its weekday is right whatever that of `from` is. */
PlatformDate platform_date_after(const PlatformDate *from, uint64_t minutes);

#endif
