#include "grownups_internal.h"
#include "sango/grownups/grownups.h"
#include "sango/player/loading.h"
#include "sango/player/scenes.h"
#include "sango/player/widgets.h"

/* The first page behind the gate: a tile for everything that grown-ups do here. */
typedef struct Tile {
    GrownTile looks;
    Scene *(*create)(App *app);
} Tile;

enum { TILE = 1, TILES_MAX = 12 };

static Scene *make_print(App *app, StrView name)
{
    (void)name;
    return grown_print_create(app);
}

/* Its papers have drawings in them. */
static Scene *print_when_drawings_came(App *app)
{
    return scene_when_fetched(app, SV("paper"), make_print, SV(""));
}

static size_t tiles(const Catalogue *texts, Tile *tile)
{
    size_t count = 0;
    tile[count++] = (Tile){ { TR(texts, "grown.lesson", "Big screen"),
                              TR(texts, "grown.lesson.line", "A lesson with one projector"), SV("icon/speech"), true },
                            lesson_setup_create };
    tile[count++] = (Tile){ { TR(texts, "grown.lessons", "Lessons"),
                              TR(texts, "grown.lessons.line", "Go on, reports, to another computer"), SV("icon/thumbs"), false },
                            grown_lessons_create };
    tile[count++] = (Tile){ { TR(texts, "grown.print", "Print"),
                              TR(texts, "grown.print.line", "Lesson plans, cards, sheets for home"), SV("icon/photo"), false },
                            print_when_drawings_came };
    tile[count++] = (Tile){ { TR(texts, "grown.packs", "Stories and packs"),
                              TR(texts, "grown.packs.line", "What this computer offers to children"), SV("icon/bag"), false },
                            grown_packs_create };
    tile[count++] = (Tile){ { TR(texts, "grown.helplines", "Helplines"),
                              TR(texts, "grown.helplines.line", "Who helps children, by country"), SV("icon/callgrownup"), false },
                            grown_helplines_create };
    if (grown_kiosk_create) {
        tile[count++] = (Tile){ { TR(texts, "grown.kiosk", "Kiosk"),
                                  TR(texts, "grown.kiosk.line", "Set up a stand for visitors"), SV("icon/gamepad"), false },
                                grown_kiosk_create };
    }
    tile[count++] = (Tile){ { TR(texts, "grown.saved", "What is saved"),
                              TR(texts, "grown.saved.line", "See it, and delete everything"), SV("icon/house"), false },
                            grown_saved_create };
    tile[count++] = (Tile){ { TR(texts, "grown.privacy", "Privacy"),
                              TR(texts, "grown.privacy.line", "In short, and in full"), SV("icon/lock"), false },
                            grown_privacy_create };
    tile[count++] = (Tile){ { TR(texts, "grown.about", "About"),
                              TR(texts, "grown.about.line", "Who made this, and the licences"), SV("icon/question"), false },
                            grown_about_create };
    return count;
}

static void hub_destroy(Scene *scene, App *app)
{
    scene_free(app, scene, sizeof(Scene));
}

static void hub_activate(Scene *scene, App *app, uint32_t id)
{
    Tile tile[TILES_MAX];
    size_t count = tiles(app->parts.catalogue, tile);
    (void)scene;
    if (id >= TILE && id < TILE + count) {
        app_sound(app, SV("page"));
        scene_stack_push(&app->scenes, tile[id - TILE].create(app));
    } else if (id == WIDGET_NOTICE_OK) {
        strbuf_clear(&app->notice);
    } else {
        scene_stack_pop(&app->scenes, 1);
    }
}

static void hub_back(Scene *scene, App *app)
{
    (void)scene;
    scene_stack_pop(&app->scenes, 1);
}

static void hub_draw(Scene *scene, App *app, UiFrame *frame)
{
    Tile tile[TILES_MAX];
    size_t count = tiles(frame->catalogue, tile);
    const float gap = 30;
    unsigned columns = screen_is_tall(frame) ? 2 : 3;
    unsigned rows = (unsigned)((count + columns - 1) / columns);
    (void)scene;
    screen_background(frame, SV("title"), SV("dawn"));
    ui_begin(frame, TR(frame->catalogue, "grown.screen", "Grown-ups' area"), TILE);
    screen_heading(frame, TR(frame->catalogue, "grown.screen", "Grown-ups' area"), true);
    float width = screen_fit(frame, 1760);
    float room = frame->height - 210 - 60;
    float height = (room - gap * (float)(rows - 1)) / (float)rows;
    height = height < 236 * frame->text_scale ? height : 236 * frame->text_scale;
    float tile_w = (width - gap * (float)(columns - 1)) / (float)columns;
    float left = (frame->width - width) / 2;
    float top = 210 + (room - (height * (float)rows + gap * (float)(rows - 1))) * 0.35f;
    for (unsigned i = 0; i < count; i++) {
        grown_tile(frame, &tile[i].looks, TILE + i, (Rect){ left + (float)(i % columns) * (tile_w + gap), top + (float)(i / columns) * (height + gap), tile_w, height });
    }
    screen_notice(app, frame);
    ui_end(frame);
}

Scene *grown_ups_create(App *app)
{
    static const SceneOps ops = {
        .name = "grown_ups",
        .opaque = true,
        .destroy = hub_destroy,
        .activate = hub_activate,
        .back = hub_back,
        .draw = hub_draw,
    };
    Scene *hub = scene_new(app, sizeof *hub);
    if (hub) {
        hub->ops = &ops;
    }
    return hub;
}
