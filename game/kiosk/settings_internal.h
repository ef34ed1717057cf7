#ifndef SANGO_KIOSK_SETTINGS_INTERNAL_H
#define SANGO_KIOSK_SETTINGS_INTERNAL_H

#include "sango/json/json.h"
#include "sango/kiosk/settings.h"

/* settings.c reads the keys, settings_file.c the file. */
void settings_set_usual(KioskSettings *settings);
void settings_read_root(JsonReader *reader, KioskSettings *settings);

#endif
