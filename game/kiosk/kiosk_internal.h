#ifndef SANGO_KIOSK_INTERNAL_H
#define SANGO_KIOSK_INTERNAL_H

#include "figures.h"
#include "ghost.h"
#include "sango/kiosk/kiosk.h"
#include "sango/player/scenes.h"
#include "sango/player/widgets.h"

/* kiosk.c watches the inputs and the time, visit.c begins and wipes a visit, exit.c is the way out; one file for each screen:
 * attract_scene.c, pick_scene.c (language, episode, players), pause_page.c, end_scene.c, pin_scene.c, staff_scene.c. */
typedef enum KioskState {
    KIOSK_ATTRACT, /* nobody is there */
    KIOSK_VISIT,
    KIOSK_STAFF    /* PIN pad and what is behind it */
} KioskState;

typedef struct KioskLanguage {
    StrView code;
    Catalogue own;              /* read from a file; unused for English */
    const Catalogue *catalogue; /* this one, or the game's English */
} KioskLanguage;

/* Of somebody who plays now; all of it is forgotten when they have gone. */
typedef struct KioskVisit {
    StrView language; /* of those of the kiosk */
    const LevelEntry *episode;
    unsigned players, stars;
} KioskVisit;

struct Kiosk {
    AppOver over; /* the first member */
    KioskParts parts;
    const KioskSettings *settings;
    KioskLanguage languages[KIOSK_LANGUAGES_MAX];
    size_t language_count;
    const Catalogue *catalogue; /* of a stand on which nobody is */
    const LevelEntry *episodes[KIOSK_EPISODES_MAX];
    size_t episode_count;
    StrBuf mistakes; /* of the settings, and what they name that is not there */
    unsigned mistake_count;
    KioskState state;
    bool has_window;
    KioskVisit visit;
    Figures figures;
    uint64_t retried_ms;

    /* Who is there. */
    Ghost ghost;
    unsigned ghosts_counted; /* of its counts, in the figures */
    uint64_t active_ms;
    bool is_asking;  /* "Still there?" is shown */
    bool is_leaving; /* the stack is to be taken down to the first scene */
    bool swallows_up; /* the end of a touch that was for the question */

    /* The clock. */
    PlatformDate date;
    bool has_date, is_open, is_dated;
    uint64_t dated_ms;
    uint64_t closed_until_ms; /* somebody touched a stand that is shut: it says so until then */

    /* How loud. */
    unsigned cap_percent, staff_percent;
    bool is_muted;

    /* The way out. */
    size_t taps_done, keys_done;
    uint64_t taps_since_ms, keys_since_ms;
    unsigned wrong_pins;
    uint64_t pin_locked_ms; /* until then no PIN is taken */
};

enum { KIOSK_ASK_SECONDS_STAFF = 120, KIOSK_PIN_IDLE_SECONDS = 20, KIOSK_KEYS = 6 };

static inline Kiosk *kiosk_of(App *app)
{
    return (Kiosk *)app->parts.over;
}

const AppOver *kiosk_functions(void);
/* The store of the stand, never a visitor's. */
Store *kiosk_store(const App *app);
bool kiosk_is_kept(const App *app); /* false: the figures are in memory and gone at the end */
void kiosk_count(Kiosk *kiosk, App *app, const StrView *names, size_t count);
const PlatformDate *kiosk_date(const Kiosk *kiosk); /* NULL: the clock is wrong */
void kiosk_apply_volume(Kiosk *kiosk, App *app);

/* --- visit.c */
void kiosk_wipe(Kiosk *kiosk, App *app); /* at the first scene: nothing of anybody is left */
void kiosk_leave(Kiosk *kiosk);          /* back to the first scene with the next step */
bool kiosk_begin_visit(Kiosk *kiosk, App *app);
/* The chosen episode for a new guest; the scene to show, NULL after a notice. */
Scene *kiosk_play(Kiosk *kiosk, App *app);

/* --- exit.c */
/* True when the event ended a pattern: the PIN pad comes. */
bool kiosk_exit_input(Kiosk *kiosk, App *app, const InputEvent *event);

/* --- scenes. NULL: out of memory. */
Scene *attract_scene_create(Kiosk *kiosk, App *app);
Scene *pick_scene_create(Kiosk *kiosk, App *app);
Scene *kiosk_pause_create(Kiosk *kiosk, App *app);
Scene *end_scene_create(Kiosk *kiosk, App *app);
Scene *pin_scene_create(Kiosk *kiosk, App *app);
Scene *staff_scene_create(Kiosk *kiosk, App *app);
bool pin_scene_is(const Scene *scene);

StrView kiosk_language_name(StrView code); /* "Français"; the code of one that is none of ours */
/* A pointing hand, `size` units wide and high, with its fingertip near the top; `press` 0..1. */
void kiosk_draw_hand(UiFrame *frame, float x, float y, float size, float press);

/* --- qr.c */
typedef struct QrPicture {
    unsigned width; /* modules of a side; 0: none */
    unsigned char dark[177 * 177];
} QrPicture;
/* STATUS_LIMIT when the text is too long for one. */
Status qr_encode(StrView text, QrPicture *qr);
/* How wide it is with its quiet zone, units: at most `size` where a screen of `scale` pixels a unit has room, for its modules are whole pixels. */
float qr_width(const QrPicture *qr, float size, float scale);
void qr_draw(DrawList *draw, const QrPicture *qr, float x, float y, float width, float scale);

#endif
