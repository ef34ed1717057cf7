#ifndef SANGO_MAIN_KIOSK_H
#define SANGO_MAIN_KIOSK_H

#include "main_options.h"
#include "sango/player/app.h"

/* The stand of --kiosk, and what helps to set one up. A program without the kiosk has main_kiosk_none.c in the place of main_kiosk.c:
 * it says that it has none, and is never a stand. */
typedef struct MainKiosk MainKiosk; /* NULL in all of these: the game is no stand */

/* Mistakes of the settings are logged as warnings. STATUS_OK with NULL when no stand is asked for; STATUS_NOMEM. Owned by caller. */
Status main_kiosk_open(const MainOptions *options, const Catalogue *catalogue, const LevelLibrary *library, MainKiosk **out);
void main_kiosk_close(MainKiosk *kiosk);
AppOver *main_kiosk_over(const MainKiosk *kiosk); /* may be NULL */
Scene *main_kiosk_first_scene(const MainKiosk *kiosk, App *app); /* the title where there is no stand */

/* --kiosk-check and --kiosk-pin: the status to end with; -1: neither was asked for. Without the kiosk --kiosk ends here, too. */
int main_kiosk_tool(const MainOptions *options);

#endif
