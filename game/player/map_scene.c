#include "sango/player/scenes.h"
#include "widgets_internal.h"

/* The map of worlds. Open worlds are buttons; a closed one is seen and named. A world
 * shows its levels as cards. */
enum { MAP_ALBUM = 1, MAP_CHANGE_BAND = 2, MAP_LEVEL = 10, MAP_LEVELS_MAX = 6 };

typedef struct MapScene {
    Scene base;
    Arena texts;
    StoreResult *results;
    size_t result_count;
    const LevelEntry *levels[MAP_LEVELS_MAX]; /* of the player's band, in order */
    size_t level_count;
    size_t suggested;
} MapScene;

static const StoreResult *find_result(const MapScene *map, StrView level)
{
    for (size_t i = 0; i < map->result_count; i++) {
        if (strview_equal(map->results[i].level, level)) {
            return &map->results[i];
        }
    }
    return NULL;
}

static void choose_levels(MapScene *map, App *app)
{
    const LevelPack *pack = app->parts.pack;
    map->level_count = 0;
    map->suggested = SIZE_MAX;
    for (size_t i = 0; pack && i < pack->level_count && map->level_count < MAP_LEVELS_MAX; i++) {
        const LevelEntry *level = &pack->levels[i];
        if (level->bands & app->player.band) {
            if (map->suggested == SIZE_MAX && !find_result(map, level->id)) {
                map->suggested = map->level_count;
            }
            map->levels[map->level_count++] = level;
        }
    }
}

static void map_enter(Scene *scene, App *app)
{
    MapScene *map = (MapScene *)scene;
    app_music(app, SV("theme"));
    arena_reset(&map->texts);
    Store *store = app_store(app);
    if (store->ops->results(store, app->player.id, &map->texts, &map->results, &map->result_count) != STATUS_OK) {
        map->result_count = 0;
        app_notice(app, "The results so far could not be read.");
    }
    choose_levels(map, app);
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
    } else if (id >= MAP_LEVEL && id - MAP_LEVEL < map->level_count) {
        scene_stack_push(&app->scenes, play_scene_create(app, map->levels[id - MAP_LEVEL]));
    }
}

static void map_back(Scene *scene, App *app)
{
    (void)scene;
    scene_stack_pop(&app->scenes, 1);
}

static StrView level_text(UiFrame *frame, const LevelEntry *level, const char *part, StrView english)
{
    StrBuf id;
    strbuf_init(&id, alloc_heap());
    strbuf_printf(&id, "level.%.*s.%s", SV_ARG(level->id), part);
    StrView text = catalogue_get(frame->catalogue, strbuf_view(&id), english);
    strbuf_release(&id);
    return text;
}

static void draw_level(const MapScene *map, App *app, UiFrame *frame, size_t index, Rect rect)
{
    const LevelEntry *level = map->levels[index];
    const StoreResult *result = find_result(map, level->id);
    const Catalogue *texts = frame->catalogue;
    StrView title = level_text(frame, level, "title", level->title);
    StrView save = app_get(app, frame->arena, frame_join(frame, "save.", level->id));
    StrView state = save.len      ? TR(texts, "map.continue", "Go on where you were")
                    : result      ? TR(texts, "map.again", "Play it again")
                    : index == map->suggested ? TR(texts, "map.next", "Play this next")
                                  : level_text(frame, level, "summary", level->summary);
    ui_button(frame, &(UiButton){ .id = MAP_LEVEL + (uint32_t)index,
                                  .rect = rect,
                                  .label = title,
                                  .description = state,
                                  .style = UI_BUTTON_PICTURE,
                                  .group = 1 });
    float x = ui_mirror_x(frame, rect.x, rect.w);
    bool is_home = strview_equal(level->world, SV("home"));
    draw_clip(frame->draw, (Rect){ x + 12, rect.y + 12, rect.w - 24, rect.h - 212 });
    stage_draw_actor(app->parts.art, frame, is_home ? SV("sango") : SV("kofi"), SV("happy"), x + rect.w / 2,
                     rect.y + (is_home ? 390 : 400), 0.5f, 0);
    draw_clip_end(frame->draw);
    if (result) {
        TextValue values[] = { { SV("got"), frame_number(frame, result->best_stars) } };
        ui_stars(frame, rect.x + rect.w / 2 - 120, rect.y - 40, 80, result->best_stars, 3,
                 frame_format(frame, TR(texts, "map.stars", "{got} of 3 stars"), values, 1));
    }
}

static void map_draw(Scene *scene, App *app, UiFrame *frame)
{
    const MapScene *map = (const MapScene *)scene;
    const Catalogue *texts = frame->catalogue;
    TextValue name = { SV("name"), app_nickname(app, frame->arena) };
    uint32_t first = map->suggested == SIZE_MAX ? MAP_LEVEL : MAP_LEVEL + (uint32_t)map->suggested;
    screen_background(frame, SV("map"), SV("day"));
    ui_begin(frame, TR(texts, "map.screen", "Map of worlds"), first);
    screen_heading(frame, frame_format(frame, TR(texts, "map.hello", "Hello, {name}! Who needs you today?"), &name, 1), true);
    size_t shown = map->level_count;
    float card_w = 520;
    float left = frame->width / 2 - (float)shown * (card_w + 60) / 2 + 30;
    for (size_t i = 0; i < shown; i++) {
        draw_level(map, app, frame, i, (Rect){ left + (float)i * (card_w + 60), frame->height / 2 - 270, card_w, 580 });
    }
    float y = frame->height - 170;
    screen_button(frame, MAP_ALBUM, frame->width / 2 - 320, y, 560, TR(texts, "map.album", "My album"), UI_BUTTON_PLAIN);
    screen_button(frame, MAP_CHANGE_BAND, frame->width / 2 + 320, y, 560, TR(texts, "map.band", "Other stories"), UI_BUTTON_QUIET);
    ui_button(frame, &(UiButton){ .id = WIDGET_MENU,
                                  .rect = { frame->width - 180, 42, 120, 120 },
                                  .label = TR(texts, "title.settings", "Settings"),
                                  .icon = SV("ui/btn_gear"),
                                  .style = UI_BUTTON_ROUND });
    screen_notice(app, frame);
    ui_end(frame);
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
