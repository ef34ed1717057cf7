#ifndef SANGO_KIOSK_SETTINGS_H
#define SANGO_KIOSK_SETTINGS_H

#include "sango/base/arena.h"
#include "sango/base/diag.h"
#include "sango/base/status.h"
#include "sango/platform/platform.h"

/* What whoever sets up a stand has written into its one file, kiosk.json. assets/desktop/kiosk.json is the example with
 * every key. A mistake never stops a stand: the key has its usual value, and the staff's menu shows the messages.
 *
 *     KioskSettings settings;
 *     if (kiosk_settings_open(alloc, path, &diags, &settings) == STATUS_OK) {
 *         …
 *         kiosk_settings_release(&settings);
 *     } */
enum {
    KIOSK_FILE_BYTES_MAX = 256 * 1024,
    KIOSK_LANGUAGES_MAX = 6,
    KIOSK_EPISODES_MAX = 8,
    KIOSK_SPANS_MAX = 6,  /* opening hours of a day */
    KIOSK_CAPS_MAX = 12,
    KIOSK_TAPS_MAX = 8,   /* of the corner pattern */
    KIOSK_PIN_MIN = 4,
    KIOSK_PIN_MAX = 12    /* digits */
};

/* Minutes of a day, 0..1440; `to` at or before `from` is on the next day. */
typedef struct KioskSpan {
    unsigned from, to;
} KioskSpan;

typedef struct KioskCap {
    KioskSpan hours;
    unsigned percent;
} KioskCap;

typedef enum KioskCorner { KIOSK_TOP_LEFT, KIOSK_TOP_RIGHT, KIOSK_BOTTOM_LEFT, KIOSK_BOTTOM_RIGHT, KIOSK_CORNER_COUNT } KioskCorner;

/* Each lock by itself, so that a stand with one odd device can do without one. */
typedef struct KioskLocks {
    bool full_screen;   /* and the key for it does nothing */
    bool grab;          /* keyboard and pointer stay in the window */
    bool hide_pointer;
    bool ignore_close;  /* the window's button, Alt+F4, the window manager */
    bool ignore_escape; /* Escape, a gamepad's B; the buttons on the screen still go back */
} KioskLocks;

typedef struct KioskSettings {
    Arena arena;   /* holds the texts */
    StrView event; /* name of the event; may be empty */
    unsigned idle_seconds, countdown_seconds, attract_seconds;
    StrView languages[KIOSK_LANGUAGES_MAX]; /* in the order of the page */
    size_t language_count;
    unsigned players; /* 1 or 2 */
    StrView episodes[KIOSK_EPISODES_MAX]; /* ids, in the order of the page; none: all of the pack */
    size_t episode_count;
    StrView link_address, link_text; /* of the QR code; an empty address: there is none. An empty text: the usual one */
    unsigned volume;                 /* percent, 0..100, at all other times */
    KioskCap caps[KIOSK_CAPS_MAX];
    size_t cap_count;
    bool has_hours; /* false: always open */
    KioskSpan hours[7][KIOSK_SPANS_MAX]; /* by weekday, 0: Sunday */
    size_t hour_counts[7];
    KioskLocks locks;
    KioskCorner taps[KIOSK_TAPS_MAX];
    size_t tap_count;      /* 0: there is no corner pattern */
    unsigned tap_seconds;  /* for the whole pattern */
    bool has_exit_keys;    /* MENU and HISTORY in turn open the PIN pad, too */
    StrView pin;           /* as of kiosk_pin_hash(); empty: there is none */
    StrView figures_folder; /* where figures are exported; empty: the folder of papers */
    unsigned ghost_taps;    /* more of them a second in one spot are none of a hand */
    unsigned ghost_seconds; /* a touch that lies still for longer is none */
    StrView mistakes;       /* "file:line:col: error: …", a line each; empty: there is none */
    unsigned mistake_count;
} KioskSettings;

/* Reads the text of such a file; `name` is named in messages. All mistakes are found in one run, go to `diags` (may be NULL) and
 * stay in settings->mistakes. STATUS_OK also after mistakes; STATUS_NOMEM. Release after STATUS_OK. */
Status kiosk_settings_read(const Allocator *alloc, StrView name, StrView text, DiagSink *diags, KioskSettings *settings);
/* The same for a file; one that is not there or cannot be read is a mistake, too. */
Status kiosk_settings_open(const Allocator *alloc, const char *path, DiagSink *diags, KioskSettings *settings);
void kiosk_settings_release(KioskSettings *settings);

/* Where the kiosk of this user is set up: kiosk.json in the folder of this program in the user's data. Empty where there is no home. */
void kiosk_settings_own_path(StrBuf *path);
/* Which file is read when none is named: the user's own, else /etc/sango/kiosk.json, else the example under `data`. */
void kiosk_settings_find_path(StrView data, StrBuf *path);

/* --- opening hours and loudness. Local time: a change to summer time or a clock that was set is simply the new time. ------- */

/* `date` NULL: the clock is wrong. The stand is then open. */
bool kiosk_is_open(const KioskSettings *settings, const PlatformDate *date);
/* When it opens next: days from today (0..7) and minute of the day. False when it never does. */
bool kiosk_next_opening(const KioskSettings *settings, const PlatformDate *date, unsigned *days, unsigned *minute);
/* Percent; with a wrong clock the least of all, so that nobody is woken. */
unsigned kiosk_volume_cap(const KioskSettings *settings, const PlatformDate *date);

/* --- the PIN ------------------------------------------------------------------------------ */

/* Appends the salted hash of 4 to 12 digits, "$y$…", as crypt(5) describes yescrypt. Takes about 50 ms, on purpose. STATUS_INVALID for
 * anything but digits, STATUS_UNSUPPORTED when the system has no random numbers. */
Status kiosk_pin_hash(StrView pin, StrBuf *out);
/* True when these digits have this hash. False for a hash that is none. */
bool kiosk_pin_fits(StrView pin, StrView hash);
bool kiosk_pin_is_hash(StrView hash);

#endif
