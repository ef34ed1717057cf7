#ifndef SANGO_KIOSK_KIOSK_H
#define SANGO_KIOSK_KIOSK_H

#include "sango/kiosk/settings.h"
#include "sango/player/app.h"

/* A stand on which nobody watches the computer: Sango invites, somebody plays three minutes, and everything of theirs is gone
 * again. Stands over all screens of an app, and gives the first of them:
 *
 *     parts.over = kiosk_over(kiosk);
 *     app_init(&app, &parts);
 *     app_run(&app, kiosk_first_scene(kiosk, &app));
 *     app_release(&app);
 *     kiosk_destroy(kiosk);
 *
 * Nothing of a visitor reaches the store that the app opened: figures do, in hours. One thread. */
typedef struct Kiosk Kiosk;

typedef struct KioskParts {
    const Allocator *alloc;
    const KioskSettings *settings; /* borrowed */
    const LevelPack *pack;         /* of the episodes, borrowed; NULL: none could be read */
    const Catalogue *catalogue;    /* English, borrowed */
    StrView texts_folder;          /* of catalogues, "<language>.mo"; may not exist; NUL-terminated */
    StrView version;               /* of the game */
} KioskParts;

/* Reads the catalogues of the languages that are set. Owned by caller. STATUS_NOMEM. */
Status kiosk_create(const KioskParts *parts, Kiosk **kiosk);
void kiosk_destroy(Kiosk *kiosk); /* NULL is allowed */
AppOver *kiosk_over(Kiosk *kiosk);
Scene *kiosk_first_scene(Kiosk *kiosk, App *app); /* NULL when out of memory */

#endif
