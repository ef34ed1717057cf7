#ifndef SANGO_PLAYER_SETTINGS_H
#define SANGO_PLAYER_SETTINGS_H

#include "sango/store/store.h"
#include "sango/ui/theme.h"

#include <stdbool.h>

/* What a player has set; it travels with the profile. The computer's own settings
 * (before anyone is chosen) are those of STORE_EVERYBODY. */
typedef struct Settings {
    unsigned music, effects;     /* 0..10 */
    unsigned text_percent;       /* 100, 125, 150, 175 or 200 */
    unsigned look;               /* Look */
    bool mono;
    bool reduced_motion;
    bool captions; /* of sounds; on unless it is switched off */
    bool fullscreen; /* the computer's: not the player's */
    bool restricted; /* the computer's: a grown-up shows the stories that need one; off */
} Settings;

enum { SETTINGS_VOLUME_MAX = 10, SETTINGS_TEXT_MIN = 100, SETTINGS_TEXT_MAX = 200, SETTINGS_TEXT_STEP = 25 };

Settings settings_default(void);

/* "text=150,look=contrast,music=0": by their stored names without "set."; a look by its name. All of them or, when one is none or out
 * of bounds, nothing: then STATUS_INVALID, and *mistake (may be NULL) is that one. */
Status settings_read(Settings *settings, StrView text, StrView *mistake);

/* Reads what is stored over `settings`; a value that is missing or damaged leaves the
 * old one, and the latter is logged. */
void settings_load(Settings *settings, Store *store, int64_t player);

/* STATUS_OK or what the store says. */
Status settings_save(const Settings *settings, Store *store, int64_t player);

#endif
