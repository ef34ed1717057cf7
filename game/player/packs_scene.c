#include "progress_internal.h"
#include "sango/player/scenes.h"
#include "sango/player/widgets.h"

/* Which pack of stories: the game's own and those that somebody put on this computer. */
enum { PACKS_MORE = 1, PACKS_FIRST = 10, PACKS_PAGE = 4 };

typedef struct PacksScene {
    Scene base;
    size_t page;
} PacksScene;

void packs_use_last(App *app)
{
    Arena arena;
    arena_init(&arena, app->parts.alloc, 128);
    StrView id = app->player.id ? app_get(app, &arena, SV("pack")) : SV("");
    for (size_t i = 0; id.len && i < progress_pack_count(app); i++) {
        const LevelPack *pack = progress_pack(app, i);
        if (strview_equal(pack->id, id)) {
            app->parts.pack = pack;
            break;
        }
    }
    if (id.len == 0 && progress_pack_count(app) > 0 && app->player.id) {
        app->parts.pack = progress_pack(app, 0); /* another child has chosen the one that is on */
    }
    arena_release(&arena);
}

static void packs_destroy(Scene *scene, App *app)
{
    scene_free(app, scene, sizeof(PacksScene));
}

static void packs_activate(Scene *scene, App *app, uint32_t id)
{
    PacksScene *packs = (PacksScene *)scene;
    size_t count = progress_pack_count(app);
    if (id == PACKS_MORE) {
        packs->page = (packs->page + 1) * PACKS_PAGE < count ? packs->page + 1 : 0;
        app_sound(app, SV("page"));
    } else if (id == WIDGET_NOTICE_OK) {
        strbuf_clear(&app->notice);
    } else if (id >= PACKS_FIRST && id - PACKS_FIRST < count) {
        app_put(app, SV("pack"), progress_pack(app, id - PACKS_FIRST)->id);
        app->parts.pack = progress_pack(app, id - PACKS_FIRST);
        scene_stack_pop(&app->scenes, 1);
    } else {
        scene_stack_pop(&app->scenes, 1);
    }
}

static void packs_back(Scene *scene, App *app)
{
    (void)scene;
    scene_stack_pop(&app->scenes, 1);
}

static unsigned stories_for(const App *app, const LevelPack *pack)
{
    unsigned count = 0;
    for (size_t i = 0; i < pack->level_count; i++) {
        count += progress_is_offered(app, pack, &pack->levels[i]);
    }
    return count;
}

static void draw_pack(App *app, UiFrame *frame, size_t index, Rect card)
{
    const LevelPack *pack = progress_pack(app, index);
    unsigned stories = stories_for(app, pack);
    TextValue value = { SV("n"), frame_number(frame, stories) };
    StrView count = stories == 1 ? TR(frame->catalogue, "packs.one", "1 story for you") : TR(frame->catalogue, "packs.count", "{n} stories for you");
    bool is_on = pack == app->parts.pack;
    ui_button(frame, &(UiButton){ .id = PACKS_FIRST + (uint32_t)index,
                                  .rect = card,
                                  .label = pack->title,
                                  .value = is_on ? TR(frame->catalogue, "packs.on", "You are playing these") : SV(""),
                                  .description = stories ? frame_format(frame, count, &value, 1)
                                                         : TR(frame->catalogue, "packs.none", "No story for your age"),
                                  .style = UI_BUTTON_PICTURE,
                                  .foot = 26,
                                  .aside = 150,
                                  .checked = is_on,
                                  .group = 1 });
    if (is_on) {
        Rect tick = { card.x + card.w - 130, card.y + 34, 84, 84 };
        tick.x = ui_mirror_x(frame, tick.x, tick.w);
        draw_nine(frame->draw, SV("ui/tick"), tick, frame->theme->ink);
    }
}

static void packs_draw(Scene *scene, App *app, UiFrame *frame)
{
    const PacksScene *packs = (const PacksScene *)scene;
    const Catalogue *texts = frame->catalogue;
    size_t count = progress_pack_count(app), first = packs->page * PACKS_PAGE;
    screen_background(frame, SV("title"), SV("dawn"));
    ui_begin(frame, TR(texts, "packs.screen", "Which stories?"), PACKS_FIRST + (uint32_t)first);
    screen_heading(frame, TR(texts, "packs.screen", "Which stories?"), true);
    float room = screen_sango(app, frame, SV("happy"));
    float width = room - 140 < 1200 ? room - 140 : 1200;
    float step = (frame->height - 200 - 160) / PACKS_PAGE;
    float height = step - 26 < 260 ? step - 26 : 260;
    for (size_t i = first; i < count && i < first + PACKS_PAGE; i++) {
        draw_pack(app, frame, i, (Rect){ (room - width) / 2, 200 + (float)(i - first) * (height + 26), width, height });
    }
    screen_sango_below(app, frame, SV("happy"), 200 + 4 * (height + 26));
    if (count > PACKS_PAGE) {
        screen_button(frame, PACKS_MORE, room / 2, frame->height - 140, 520, TR(texts, "packs.more", "More packs"), UI_BUTTON_QUIET);
    }
    screen_notice(app, frame);
    ui_end(frame);
}

Scene *packs_scene_create(App *app)
{
    static const SceneOps ops = {
        .name = "packs",
        .opaque = true,
        .destroy = packs_destroy,
        .activate = packs_activate,
        .back = packs_back,
        .draw = packs_draw,
    };
    PacksScene *packs = scene_new(app, sizeof *packs);
    if (packs) {
        packs->base.ops = &ops;
    }
    return packs ? &packs->base : NULL;
}
