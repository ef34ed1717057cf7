#include "map_internal.h"

#include "measure_internal.h"

bool map_is_open(const MapPlace *place)
{
    return place->progress.levels > 0;
}

bool map_is_finished(const MapPlace *place)
{
    return map_is_open(place) && place->progress.done == place->progress.levels;
}

static StrView find_picture(App *app, Arena *arena, const MapPlace *place)
{
    const PlatformOps *ops = app->parts.platform->ops;
    StrBuf name;
    strbuf_init(&name, app->parts.alloc);
    strbuf_printf(&name, "map/%.*s", SV_ARG(place->id));
    bool has_own = place->power == POWER_COUNT || !ops->has_picture || ops->has_picture(app->parts.platform, strbuf_view(&name));
    if (!has_own) {
        strbuf_clear(&name);
        strbuf_printf(&name, "map/%s", power_name(place->power));
    }
    StrView copy = arena_copy(arena, strbuf_view(&name));
    strbuf_release(&name);
    return copy;
}

static void add_place(MapScene *map, App *app, const LevelPack *pack, MapPlace place)
{
    if (map->place_count < MAP_PLACES_MAX) {
        place.picture = find_picture(app, &map->texts, &place);
        place.progress = progress_world(app, &map->progress, pack, place.id);
        map->places[map->place_count++] = place;
    }
}

/* Home first, when something is played there; then the worlds in the order of the pack. */
static void collect_places(MapScene *map, App *app)
{
    const LevelPack *pack = app->parts.pack;
    map->place_count = 0;
    if (progress_world(app, &map->progress, pack, SV("home")).levels) {
        add_place(map, app, pack, (MapPlace){ .id = SV("home"), .power = POWER_COUNT });
    }
    for (size_t i = 0; i < pack->world_count; i++) {
        const LevelWorld *world = &pack->worlds[i];
        add_place(map, app, pack, (MapPlace){ .id = world->id, .title = world->title, .power = world->power });
    }
}

static void collect_levels(MapScene *map, const App *app)
{
    const LevelPack *pack = app->parts.pack;
    StrView place = map->place < map->place_count ? map->places[map->place].id : SV("");
    map->level_count = map->first_level = 0;
    map->levels = ARENA_ARRAY(&map->texts, const LevelEntry *, pack->level_count);
    for (size_t i = 0; map->levels && i < pack->level_count; i++) {
        const LevelEntry *level = &pack->levels[i];
        if (strview_equal(level->world, place) && progress_is_offered(app, pack, level)) {
            map->levels[map->level_count++] = level;
        }
    }
}

/* Turns the page of levels to the one that is suggested. */
static void show_suggested(MapScene *map)
{
    for (size_t i = 0; map->page_levels && i < map->level_count; i++) {
        if (map->levels[i] == map->suggested) {
            map->first_level = i - i % map->page_levels;
        }
    }
}

static void choose_place(MapScene *map, const App *app, size_t place)
{
    map->place = place;
    map->first_other = 0;
    collect_levels(map, app);
    show_suggested(map);
}

/* Where the suggested level is, else the first place where something is played. */
static size_t find_place(const MapScene *map)
{
    size_t found = map->place_count;
    for (size_t i = map->place_count; i > 0; i--) {
        const MapPlace *place = &map->places[i - 1];
        bool has_next = map->suggested && strview_equal(place->id, map->suggested->world);
        if (has_next) {
            return i - 1;
        }
        found = map_is_open(place) ? i - 1 : found;
    }
    return found;
}

/* After a story the map shows what comes next; after the album or the settings the place where the child was. */
static void map_enter(Scene *scene, App *app)
{
    MapScene *map = (MapScene *)scene;
    app_music(app, SV("map"));
    packs_use_last(app);
    arena_reset(&map->texts);
    map->levels = NULL;
    map->level_count = map->place_count = 0;
    progress_read(app, &map->texts, &map->progress);
    badges_read(app, &map->badges);
    map->tools = app_get(app, &map->texts, SV("tools"));
    const LevelPack *pack = app->parts.pack;
    if (pack) {
        size_t before = map->place;
        StrView shown = map->pack_id;
        map->suggested = progress_next(app, &map->progress, pack);
        collect_places(map, app);
        bool is_same = map->has_been_seen && before < map->place_count && map->finished_before == map->progress.count &&
                       strview_equal(shown, pack->id);
        choose_place(map, app, is_same ? before : find_place(map));
        map->pack_id = pack->id;
    }
    map->finished_before = map->progress.count;
    map->has_been_seen = true;
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

static void turn_page(MapScene *map, App *app, bool forward)
{
    size_t step = map->page_levels;
    if (forward && map->first_level + step < map->level_count) {
        map->first_level += step;
    } else if (!forward && map->first_level >= step) {
        map->first_level -= step;
    }
    app_sound(app, SV("page"));
}

/* Before the first story of a world six questions may come. */
static void play_level(App *app, const LevelEntry *level)
{
    bool is_due = measure_is_due_before(app, level->world);
    scene_stack_push(&app->scenes, is_due ? measure_scene_create(app, level->world, MEASURE_BEFORE, level) : play_scene_create(app, level));
}

static void map_activate(Scene *scene, App *app, uint32_t id)
{
    MapScene *map = (MapScene *)scene;
    if (id == MAP_ALBUM) {
        scene_stack_push(&app->scenes, album_scene_create(app));
    } else if (id == MAP_CHANGE_BAND) {
        scene_stack_replace(&app->scenes, band_scene_create(app));
    } else if (id == MAP_PACKS) {
        scene_stack_push(&app->scenes, packs_scene_create(app));
    } else if (id == MAP_WORLDS_MORE) {
        map->first_other += MAP_OTHERS_PAGE - 1; /* one place is that of the button */
        map->first_other = map->first_other + 1 < map->place_count ? map->first_other : 0;
        app_sound(app, SV("page"));
    } else if (id == MAP_LEVELS_BEFORE || id == MAP_LEVELS_AFTER) {
        turn_page(map, app, id == MAP_LEVELS_AFTER);
    } else if (id == WIDGET_BACK) {
        scene_stack_pop(&app->scenes, 1);
    } else if (id == WIDGET_NOTICE_OK) {
        strbuf_clear(&app->notice);
    } else if (id == WIDGET_MENU) {
        scene_stack_push(&app->scenes, settings_scene_create(app));
    } else if (id >= MAP_PLACE && id - MAP_PLACE < map->place_count) {
        choose_place(map, app, id - MAP_PLACE);
    } else if (id >= MAP_LEVEL && id - MAP_LEVEL < map->level_count) {
        play_level(app, map->levels[id - MAP_LEVEL]);
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
