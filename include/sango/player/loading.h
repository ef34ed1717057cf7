#ifndef SANGO_PLAYER_LOADING_H
#define SANGO_PLAYER_LOADING_H

#include "sango/player/app.h"

/* Where files are fetched when they are first needed (in a browser), in groups: "play" what every level needs, "level/<key>" what one
 * needs beside it, "more" what nothing waits for, with the scripts of all levels, "grownups" pages to print and helplines, "paper" the drawings in them. */
typedef Scene *(*SceneMaker)(App *app, StrView name);

float app_fetch(App *app, StrView group); /* see PlatformOps.fetch */
/* What `make` gives for `name` (copied, at most 95 bytes), or a page that fetches the group and then makes way for it. NULL: no memory. */
Scene *scene_when_fetched(App *app, StrView group, SceneMaker make, StrView name);
/* That page. */
Scene *loading_scene_create(App *app, StrView group, SceneMaker make, StrView name);

#endif
