#ifndef SANGO_MAIN_KIOSK_H
#define SANGO_MAIN_KIOSK_H

#include "main_options.h"
#include "sango/kiosk/kiosk.h"

/* The stand of --kiosk, and what helps to set one up. */
typedef struct MainKiosk {
    KioskSettings settings;
    Kiosk *kiosk; /* NULL: the game is no stand */
} MainKiosk;

/* Mistakes of the settings are logged as warnings. STATUS_OK with a NULL kiosk when none is asked for; STATUS_NOMEM. */
Status main_kiosk_open(const MainOptions *options, const Catalogue *catalogue, const LevelLibrary *library, MainKiosk *out);
void main_kiosk_close(MainKiosk *kiosk);
AppOver *main_kiosk_over(const MainKiosk *kiosk); /* may be NULL */
Scene *main_kiosk_first_scene(const MainKiosk *kiosk, App *app); /* the title where there is no stand */

/* --kiosk-check and --kiosk-pin: the status to end with; -1: neither was asked for. */
int main_kiosk_tool(const MainOptions *options);

#endif
