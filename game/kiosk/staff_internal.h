#ifndef SANGO_KIOSK_STAFF_INTERNAL_H
#define SANGO_KIOSK_STAFF_INTERNAL_H

#include "kiosk_internal.h"

/* Pages behind the PIN: staff_scene.c is the menu, figures_scene.c and test_scene.c are behind it. */
typedef struct StaffScene {
    Scene base;
    Kiosk *kiosk;
} StaffScene;

/* Background, heading and way back of such a page. */
void staff_begin(UiFrame *frame, StrView title, uint32_t first);
Scene *staff_page_create(Kiosk *kiosk, App *app, const SceneOps *ops);

/* Fills assets/print/event.html. Texts live in the arena. */
Status figures_report(Kiosk *kiosk, App *app, Arena *arena, const FiguresSum *sum, StrBuf *out);
/* What the story asks there, in the language of the stand; the decision's id where the story is no more. It lives in the arena or as long
 * as the spread. */
StrView figures_question(const Kiosk *kiosk, App *app, Arena *arena, const FigureSpread *spread);
/* Writes the table and the page of all figures; *path is the file that was written last, or could not be. Logged. */
Status figures_export(Kiosk *kiosk, App *app, Arena *arena, StrView *path);

Scene *figures_scene_create(Kiosk *kiosk, App *app);
Scene *test_scene_create(Kiosk *kiosk, App *app);
Scene *mistakes_scene_create(Kiosk *kiosk, App *app);

#endif
