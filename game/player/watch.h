#ifndef SANGO_PLAYER_WATCH_H
#define SANGO_PLAYER_WATCH_H

#include "sango/player/app.h"

/* For who writes a level: it is played while its file is watched, and a saved change is on
 * screen within a second, at the same place in the story. With mistakes in it the old one
 * stays and the mistakes are shown. */
typedef struct Watch {
    StrBuf path; /* of the script, absolute */
    LevelPack packs[2]; /* the present one and the one before, which scenes may still look at */
    bool is_loaded[2];
    unsigned current;
    uint64_t stamp;   /* of the files when they were read */
    uint64_t next_ms; /* when to look again */
    StrView level_id; /* lives in the present pack */
} Watch;

/* Loads the level of `path` and asks for its scene, or for one that shows what is wrong. STATUS_NOMEM. */
Status watch_begin(Watch **watch, App *app, const char *path);
void watch_end(Watch *watch, App *app); /* NULL is allowed */
/* Looks at the files now and then. */
void watch_update(Watch *watch, App *app);
int watch_deadline_ms(const Watch *watch, const App *app);

#endif
