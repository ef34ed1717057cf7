#ifndef SANGO_PLAYER_SCENES_H
#define SANGO_PLAYER_SCENES_H

#include "sango/level/session.h"
#include "sango/player/app.h"

/* One function a screen; each gives a scene for scene_stack_push(), NULL when out of
 * memory. */
Scene *title_scene_create(App *app);
Scene *who_scene_create(App *app);      /* choose a player or make one */
Scene *nickname_scene_create(App *app); /* the nickname maker */
Scene *band_scene_create(App *app);     /* 7-9 or 10-13 */
Scene *map_scene_create(App *app);
Scene *packs_scene_create(App *app); /* which pack of stories; more than one on this computer */
Scene *play_scene_create(App *app, const LevelEntry *level); /* goes on from a save when there is one */
/* The level of this id for a new guest; nothing is kept until the next player is chosen. NULL after a notice
 * when there is no such level. The store must be open. */
Scene *first_level_create(App *app, StrView id);
Scene *album_scene_create(App *app);
Scene *settings_scene_create(App *app);
/* Pause over a level. `pops`: how many scenes are between it and the map. */
Scene *pause_scene_create(App *app);
/* A clear message for the grown-up; `text` is copied. */
Scene *fault_scene_create(App *app, StrView text);
/* For grown-ups: `what` is behind it (copied); `yes` runs when somebody has passed, after the scene has left. */
Scene *gate_scene_create(App *app, StrView what, void (*yes)(App *app, int64_t argument), int64_t argument);
Scene *certificate_scene_create(App *app); /* what stands on it; it is written to a file to print */
/* A lesson on the big screen, for grown-ups: begins one, or goes on with the one of this id (NULL after a notice when it cannot be read). */
Scene *lesson_setup_create(App *app);
Scene *lesson_resume_create(App *app, StrView id);
/* Yes or no before something is lost; safe answer first. `yes` runs after the scene has left. */
typedef struct ConfirmText {
    StrView question, yes, no;
} ConfirmText;
Scene *confirm_scene_create(App *app, const ConfirmText *text, void (*yes)(App *app, int64_t argument), int64_t argument);

#endif
