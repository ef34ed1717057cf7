#ifndef SANGO_GROWNUPS_KIOSK_SETUP_H
#define SANGO_GROWNUPS_KIOSK_SETUP_H

#include "sango/player/app.h"

/* Writes the example of a kiosk's settings, which is beside the templates of papers, to `path`. STATUS_NOT_FOUND: there is none. */
Status kiosk_setup_make(App *app, const char *path);
/* Puts the hash of these digits into the settings at `path`; the file is replaced as a whole or not at all. */
Status kiosk_setup_pin(App *app, const char *path, StrView digits);

/* Digits, two times the same; then the settings of this user have the PIN. */
Scene *kiosk_pin_scene_create(App *app);

#endif
