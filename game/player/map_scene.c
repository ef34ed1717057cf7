#include "map_internal.h"

#include "widgets_internal.h"

const StoreResult *map_find_result(const MapScene *map, StrView level)
{
    for (size_t i = 0; i < map->result_count; i++) {
        if (strview_equal(map->results[i].level, level)) {
            return &map->results[i];
        }
    }
    return NULL;
}

static bool is_for_player(const App *app, const LevelEntry *level)
{
    return (level->bands & app->player.band) != 0;
}

/* The world of the first level that is not finished, else the first open one. */
static size_t choose_world(const MapScene *map, const App *app)
{
    const LevelPack *pack = app->parts.pack;
    for (size_t i = 0; i < pack->level_count; i++) {
        const LevelEntry *level = &pack->levels[i];
        for (size_t k = 0; is_for_player(app, level) && !map_find_result(map, level->key) && k < pack->world_count; k++) {
            if (pack->worlds[k].is_open && strview_equal(pack->worlds[k].id, level->world)) {
                return k;
            }
        }
    }
    size_t first = 0;
    while (first < pack->world_count && !pack->worlds[first].is_open) {
        first++;
    }
    return first;
}

static void choose_levels(MapScene *map, const App *app)
{
    const LevelPack *pack = app->parts.pack;
    StrView world = map->world < pack->world_count ? pack->worlds[map->world].id : SV("");
    map->level_count = 0;
    map->suggested = SIZE_MAX;
    for (size_t i = 0; i < pack->level_count && map->level_count < MAP_LEVELS_MAX; i++) {
        const LevelEntry *level = &pack->levels[i];
        bool is_here = strview_equal(level->world, world) || strview_equal(level->world, SV("home"));
        if (is_here && is_for_player(app, level)) {
            if (map->suggested == SIZE_MAX && !map_find_result(map, level->key)) {
                map->suggested = map->level_count;
            }
            map->levels[map->level_count++] = level;
        }
    }
}

static void map_enter(Scene *scene, App *app)
{
    MapScene *map = (MapScene *)scene;
    app_music(app, SV("map"));
    arena_reset(&map->texts);
    app_results(app, &map->texts, &map->results, &map->result_count);
    if (app->parts.pack) {
        map->world = choose_world(map, app);
        choose_levels(map, app);
    }
    if (map->level_count == 0) {
        app_notice(app, "There is no story for this age in the folder of levels.");
    }
}

static void map_destroy(Scene *scene, App *app)
{
    MapScene *map = (MapScene *)scene;
    arena_release(&map->texts);
    scene_free(app, map, sizeof *map);
}

static void map_activate(Scene *scene, App *app, uint32_t id)
{
    MapScene *map = (MapScene *)scene;
    if (id == MAP_ALBUM) {
        scene_stack_push(&app->scenes, album_scene_create(app));
    } else if (id == MAP_CHANGE_BAND) {
        scene_stack_replace(&app->scenes, band_scene_create(app));
    } else if (id == WIDGET_BACK) {
        scene_stack_pop(&app->scenes, 1);
    } else if (id == WIDGET_NOTICE_OK) {
        strbuf_clear(&app->notice);
    } else if (id == WIDGET_MENU) {
        scene_stack_push(&app->scenes, settings_scene_create(app));
    } else if (id >= MAP_WORLD && id - MAP_WORLD < PACK_WORLDS_MAX) {
        map->world = id - MAP_WORLD;
        choose_levels(map, app);
    } else if (id >= MAP_LEVEL && id - MAP_LEVEL < map->level_count) {
        scene_stack_push(&app->scenes, play_scene_create(app, map->levels[id - MAP_LEVEL]));
    }
}

static void map_back(Scene *scene, App *app)
{
    (void)scene;
    scene_stack_pop(&app->scenes, 1);
}

Scene *map_scene_create(App *app)
{
    static const SceneOps ops = {
        .name = "map",
        .opaque = true,
        .enter = map_enter,
        .destroy = map_destroy,
        .activate = map_activate,
        .back = map_back,
        .draw = map_draw,
    };
    MapScene *map = scene_new(app, sizeof *map);
    if (!map) {
        return NULL;
    }
    map->base.ops = &ops;
    arena_init(&map->texts, app->parts.alloc, 1024);
    return &map->base;
}
