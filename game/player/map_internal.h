#ifndef SANGO_PLAYER_MAP_INTERNAL_H
#define SANGO_PLAYER_MAP_INTERNAL_H

#include "badges_internal.h"
#include "progress_internal.h"
#include "sango/player/scenes.h"
#include "sango/player/widgets.h"

/* The map: map_scene.c knows which places and levels there are and what their buttons do; map_draw.c puts
 * the page together, map_worlds.c draws the islands, map_levels.c the cards of the levels. */
enum {
    MAP_ALBUM = 1,
    MAP_CHANGE_BAND,
    MAP_PACKS,
    MAP_WORLDS_MORE,
    MAP_LEVELS_BEFORE,
    MAP_LEVELS_AFTER,
    MAP_LEVEL = 100, /* + index in `levels` */
    MAP_PLACE = 400  /* + index in `places` */
};

/* What an island stands for: a world of the pack, or home, where the story begins and ends. */
typedef struct MapPlace {
    StrView id;
    StrView title; /* English */
    StrView picture; /* of "map/": its own island, else that of its power */
    Power power;   /* POWER_COUNT: home has none */
    WorldProgress progress;
} MapPlace;

enum { MAP_PLACES_MAX = PACK_WORLDS_MAX + 1, MAP_OTHERS_PAGE = 8 };

typedef struct MapScene {
    Scene base;
    Arena texts;
    StrView pack_id; /* of the pack that was shown last; in the pack */
    Progress progress;
    Badges badges;
    StrView tools; /* names, a blank between */
    MapPlace places[MAP_PLACES_MAX];
    size_t place_count;
    size_t place;      /* the large one; place_count when there is none */
    size_t first_other; /* of those that are shown small */
    const LevelEntry **levels; /* of that place that are offered, in order */
    size_t level_count;
    size_t first_level; /* on the page that is shown */
    size_t page_levels; /* as many as a page had when it was drawn last */
    const LevelEntry *suggested; /* NULL: all are finished */
    size_t finished_before;      /* results when the map was last entered */
    bool has_been_seen;
} MapScene;

/* Where what stands, as on a left-to-right screen. */
typedef struct MapLayout {
    bool is_tall; /* a screen held upright: all is below each other */
    Rect others;
    size_t columns, shown; /* of the other islands */
    Rect tools;
    Rect island, plate; /* the large one and what is said of it */
    Rect cards;
    float buttons_y;
} MapLayout;

bool map_is_large(const UiFrame *frame); /* letters of 130 % and more */
bool map_is_open(const MapPlace *place); /* something is to be played there */
bool map_is_finished(const MapPlace *place);

void map_draw(Scene *scene, App *app, UiFrame *frame);
void map_draw_others(const MapScene *map, UiFrame *frame, const MapLayout *layout);
void map_draw_island(const MapScene *map, App *app, UiFrame *frame, const MapLayout *layout);
void map_draw_levels(MapScene *map, App *app, UiFrame *frame, const MapLayout *layout);
void map_draw_stones(UiFrame *frame, float x, float y, float to_x, float to_y, unsigned count);

#endif
