#ifndef SANGO_PLAYER_MAP_INTERNAL_H
#define SANGO_PLAYER_MAP_INTERNAL_H

#include "sango/player/scenes.h"

/* The map of worlds: map_scene.c knows which worlds and levels there are and what their
 * buttons do, map_draw.c how they look. */
enum { MAP_ALBUM = 1, MAP_CHANGE_BAND = 2, MAP_LEVEL = 10, MAP_WORLD = 100, MAP_LEVELS_MAX = 6 };

typedef struct MapScene {
    Scene base;
    Arena texts;
    StoreResult *results;
    size_t result_count;
    size_t world; /* index of the one that is played; the pack's count when none is open */
    const LevelEntry *levels[MAP_LEVELS_MAX]; /* of that world and of home, for the player's band, in order */
    size_t level_count;
    size_t suggested; /* index in `levels`; SIZE_MAX: none */
} MapScene;

const StoreResult *map_find_result(const MapScene *map, StrView level); /* NULL: not finished yet */
void map_draw(Scene *scene, App *app, UiFrame *frame);

#endif
