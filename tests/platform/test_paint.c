/* Painting only what changed must give the picture that painting all gives, to the pixel. */
#include "platform/sdl/sdl_internal.h"
#include "sango/base/rng.h"
#include "test.h"

#include <stdlib.h>
#include <string.h>

enum { SPRITES = 10, BOXES = 5, TEXTS = 6, STEPS = 60 };

typedef struct Thing {
    float x, y, scale;
    unsigned kind; /* which picture or text */
    Rgba color;
    bool is_away;
} Thing;

/* What is on the screen; each step moves, changes or takes away a few things. */
typedef struct World {
    Rng rng;
    Thing sprites[SPRITES], boxes[BOXES], texts[TEXTS], wash, clip;
} World;

static Thing any_thing(Rng *rng)
{
    static const float scales[] = { 1.0f, 1.0f, 1.0f, -1.0f, 0.5f, 1.35f };
    static const Rgba colors[] = { 0xFFFFFFFFu, 0xFFFFFFFFu, 0xFFFFFF80u, 0xFAFAFAFFu, 0x2A2257FFu, 0x1C144860u };
    return (Thing){ .x = rng_unit(rng) * 2200 - 300,
                    .y = rng_unit(rng) * 1300 - 300,
                    .scale = scales[rng_below(rng, 6)],
                    .kind = rng_below(rng, 4),
                    .color = colors[rng_below(rng, 6)],
                    .is_away = rng_below(rng, 5) == 0 };
}

static void begin_world(World *world, uint64_t seed)
{
    *world = (World){ 0 };
    rng_seed(&world->rng, seed);
    for (size_t i = 0; i < SPRITES; i++) {
        world->sprites[i] = any_thing(&world->rng);
    }
    for (size_t i = 0; i < BOXES; i++) {
        world->boxes[i] = any_thing(&world->rng);
    }
    for (size_t i = 0; i < TEXTS; i++) {
        world->texts[i] = any_thing(&world->rng);
    }
    world->wash = world->clip = (Thing){ .is_away = true };
}

static void step_world(World *world)
{
    Rng *rng = &world->rng;
    Thing *changed[] = { &world->sprites[rng_below(rng, SPRITES)], &world->boxes[rng_below(rng, BOXES)],
                         &world->texts[rng_below(rng, TEXTS)], &world->wash, &world->clip };
    size_t count = rng_below(rng, 3);
    for (size_t i = 0; i < count; i++) {
        *changed[rng_below(rng, 5)] = any_thing(rng);
    }
    world->sprites[rng_below(rng, SPRITES)].y += 1.5f; /* breathes */
}

static void draw_world(const World *world, DrawList *list)
{
    static const char *const sprites[] = { "kofi/happy/head", "kofi/happy/body", "sango/happy/body", "no/such/picture" };
    static const char *const boxes[] = { "ui/panel", "ui/button", "ui/choice_focus", "ui/grade_safe" };
    static const char *const texts[] = { "Hello, I am Sango.", "Where do you live?", "\xE4\xBD\xA0\xE5\xA5\xBD", " " };
    draw_fill(list, (Rect){ 0, 0, list->width, list->height }, 0, 0x2B2A66FFu);
    if (world->wash.is_away) {
        draw_sprite_at(list, SV("place/bedroom/evening/0back"), 0, 0, 0xFFFFFFFFu);
    } else {
        float zoom = 1.1f + world->wash.x / 10000;
        DrawPose near = { world->wash.x / 50, world->wash.y / 50, zoom, zoom, 960, 540, 0 };
        draw_sprite_live(list, SV("place/bedroom/evening/0back"), near, 0xFFFFFFFFu);
    }
    for (size_t i = 0; i < SPRITES; i++) {
        const Thing *thing = &world->sprites[i];
        DrawPose pose = { thing->x, thing->y, thing->scale, thing->scale < 0 ? 1 : thing->scale, 300, 400, i == 7 ? 10.0f : 0 };
        if (!thing->is_away) {
            void (*draw)(DrawList *, StrView, DrawPose, Rgba) = i % 3 == 1 ? draw_sprite_live : draw_sprite;
            draw(list, strview_from_cstr(sprites[thing->kind]), pose, thing->color);
        }
        if (i == SPRITES / 2 && !world->clip.is_away) {
            draw_clip(list, (Rect){ world->clip.x, world->clip.y, 700, 500 });
        }
    }
    for (size_t i = 0; i < BOXES; i++) {
        const Thing *thing = &world->boxes[i];
        if (!thing->is_away) {
            draw_nine(list, strview_from_cstr(boxes[thing->kind]), (Rect){ thing->x, thing->y, 500, 180 }, thing->color);
            draw_fill(list, (Rect){ thing->x + 40, thing->y + 90, 330, 60 }, 30, thing->color);
        }
    }
    draw_clip_end(list);
    if (!world->wash.is_away && world->wash.kind == 0) {
        draw_iris(list, world->wash.x, world->wash.y, 600, 0x2A2257FFu);
    }
    if (!world->wash.is_away) {
        draw_fill(list, (Rect){ 0, 0, list->width, list->height }, 0, rgba_with_alpha(world->wash.color, 0.4f));
    }
    for (size_t i = 0; i < TEXTS; i++) {
        const Thing *thing = &world->texts[i];
        DrawGlyphs glyphs = { .text = strview_from_cstr(texts[thing->kind]), .font = thing->kind == 2 ? 4 : 0, .script = "Latn",
                              .size = 40, .x = thing->x, .baseline = thing->y };
        if (!thing->is_away) {
            draw_glyphs(list, &glyphs, thing->color);
        }
    }
}

static SdlPlatform *open_screen(int width, int height)
{
    Platform *platform = NULL;
    SdlOptions options = { .art_folder = TEST_ROOT "/build/assets", .fonts_folder = TEST_ROOT "/assets/fonts",
                           .sound_folder = TEST_ROOT "/assets/sound", .title = "test", .width = width, .height = height,
                           .is_offscreen = true };
    EXPECT_EQ(sdl_platform_open(&options, &platform), STATUS_OK);
    return (SdlPlatform *)platform;
}

static bool same_pixels(const SdlPlatform *a, const SdlPlatform *b)
{
    return memcmp(a->surface->pixels, b->surface->pixels, (size_t)a->surface->pitch * (size_t)a->surface->h) == 0;
}

static void parts_make_the_whole(int width, int height, uint64_t seed)
{
    SdlPlatform *parts = open_screen(width, height);
    SdlPlatform *whole = open_screen(width, height);
    World world;
    Arena arena;
    arena_init(&arena, alloc_heap(), 64 * 1024);
    begin_world(&world, seed);
    for (int step = 0; parts && whole && step < STEPS; step++) {
        DrawList list;
        arena_reset(&arena);
        draw_list_begin(&list, &arena, parts->canvas.width, parts->canvas.height);
        draw_world(&world, &list);
        shown_forget(&whole->shown);
        parts->base.ops->present(&parts->base, &list);
        whole->base.ops->present(&whole->base, &list);
        if (!same_pixels(parts, whole)) {
            fprintf(stderr, "seed %d, %dx%d, step %d: ", (int)seed, width, height, step);
            EXPECT(same_pixels(parts, whole));
            break;
        }
        step_world(&world);
    }
    arena_release(&arena);
    sdl_platform_close(&parts->base);
    sdl_platform_close(&whole->base);
}

/* Largest difference of a byte between the two pictures; *changed: how many pixels of b differ from an empty one. */
static int difference(const SdlPlatform *a, const SdlPlatform *b, size_t *changed)
{
    int most = 0;
    *changed = 0;
    for (int y = 0; y < a->surface->h; y++) {
        const uint8_t *one = (const uint8_t *)a->surface->pixels + (ptrdiff_t)y * a->surface->pitch;
        const uint8_t *other = (const uint8_t *)b->surface->pixels + (ptrdiff_t)y * b->surface->pitch;
        for (int x = 0; x < a->surface->w * 4; x++) {
            int far = abs(one[x] - other[x]);
            most = far > most ? far : most;
            *changed += x % 4 == 0 && other[x] != other[0];
        }
    }
    return most;
}

/* A live picture that is not scaled is the one that is copied, but for rounding: no dark rim, not a pixel aside. */
static void live_is_like_a_copy(float scale_x, Rgba color)
{
    SdlPlatform *copied = open_screen(1280, 720);
    SdlPlatform *live = open_screen(1280, 720);
    Arena arena;
    DrawPose pose = { 300, 150, scale_x, 1, 300, 400, 0 };
    size_t changed = 0;
    arena_init(&arena, alloc_heap(), 64 * 1024);
    for (int i = 0; copied && live && i < 2; i++) {
        DrawList list;
        draw_list_begin(&list, &arena, 1920, 1080);
        draw_fill(&list, (Rect){ 0, 0, 1920, 1080 }, 0, 0xF0F0F0FFu);
        (i ? draw_sprite_live : draw_sprite)(&list, SV("kofi/happy/head"), pose, color);
        Platform *platform = i ? &live->base : &copied->base;
        platform->ops->present(platform, &list);
    }
    EXPECT(difference(copied, live, &changed) <= 4);
    EXPECT(changed > 10000);
    arena_release(&arena);
    sdl_platform_close(&copied->base);
    sdl_platform_close(&live->base);
}

static void same_list_paints_nothing(void)
{
    SdlPlatform *sdl = open_screen(640, 360);
    World world;
    Arena arena;
    Damage damage = { 0 };
    arena_init(&arena, alloc_heap(), 64 * 1024);
    begin_world(&world, 3);
    for (int i = 0; i < 2; i++) {
        DrawList list;
        arena_reset(&arena);
        draw_list_begin(&list, &arena, sdl->canvas.width, sdl->canvas.height);
        draw_world(&world, &list);
        paint(sdl, &list, &damage);
        EXPECT_EQ(damage.count, i == 0 ? 1 : 0);
    }
    arena_release(&arena);
    sdl_platform_close(&sdl->base);
}

/* Whatever is added lies in the parts, and there are never more of them than fit. */
static void damage_holds_all(void)
{
    Rng rng;
    rng_seed(&rng, 5);
    for (int round = 0; round < 200; round++) {
        SDL_Rect added[30];
        Damage damage = { 0 };
        for (int i = 0; i < 30; i++) {
            added[i] = (SDL_Rect){ (int)rng_below(&rng, 1200), (int)rng_below(&rng, 700), (int)rng_below(&rng, 200),
                                   (int)rng_below(&rng, 200) };
            damage_add(&damage, &added[i]);
        }
        EXPECT(damage.count > 0 && damage.count <= DAMAGE_MAX);
        for (int i = 0; i < 30; i++) {
            bool is_held = SDL_RectEmpty(&added[i]);
            for (size_t k = 0; k < damage.count; k++) {
                SDL_Rect both;
                SDL_UnionRect(&added[i], &damage.rects[k], &both);
                is_held = is_held || SDL_RectEquals(&both, &damage.rects[k]);
            }
            EXPECT(is_held);
        }
    }
}

static void fitted_stays_small(void)
{
    SdlPlatform *sdl = open_screen(640, 360);
    World world;
    Arena arena;
    arena_init(&arena, alloc_heap(), 64 * 1024);
    for (uint64_t seed = 1; seed < 60; seed++) {
        DrawList list;
        arena_reset(&arena);
        begin_world(&world, seed);
        for (size_t i = 0; i < SPRITES; i++) {
            world.sprites[i].scale = 0.3f + (float)(seed * SPRITES + i) * 0.01f; /* no size comes twice */
        }
        draw_list_begin(&list, &arena, sdl->canvas.width, sdl->canvas.height);
        draw_world(&world, &list);
        sdl->base.ops->present(&sdl->base, &list);
    }
    EXPECT(sdl->fitted.bytes <= sdl->fitted.bytes_max);
    arena_release(&arena);
    fitted_forget(&sdl->fitted);
    EXPECT_EQ(sdl->fitted.bytes, 0);
    sdl_platform_close(&sdl->base);
}

static bool is_white(const SdlPlatform *sdl, int x, int y)
{
    const Uint8 *row = (const Uint8 *)sdl->surface->pixels + y * sdl->surface->pitch;
    Uint32 pixel;
    memcpy(&pixel, row + 4 * x, sizeof pixel);
    return (pixel & 0xFFFFFFu) == 0xFFFFFFu;
}

/* One picture, first as it is, then mirrored about the middle of the screen. */
static void mirrored_is_the_other_way_round(void)
{
    SdlPlatform *sdl = open_screen(640, 360);
    Arena arena;
    static int columns[2][640]; /* pixels of the picture in each */
    int all = 0;
    int wrong = 0;
    arena_init(&arena, alloc_heap(), 64 * 1024);
    for (int i = 0; i < 2; i++) {
        DrawList list;
        arena_reset(&arena);
        draw_list_begin(&list, &arena, sdl->canvas.width, sdl->canvas.height);
        draw_fill(&list, (Rect){ 0, 0, list.width, list.height }, 0, 0xFFFFFFFFu);
        draw_sprite(&list, SV("kofi/happy/head"), (DrawPose){ 960 - 200, 100, i ? -0.9f : 0.9f, 0.9f, 200, 0, 0 }, 0xFFFFFFFFu);
        sdl->base.ops->present(&sdl->base, &list);
        for (int x = 0; x < 640; x++) {
            for (int y = 0; y < 360; y++) {
                columns[i][x] += !is_white(sdl, x, y);
            }
        }
    }
    for (int x = 1; x < 640; x++) {
        all += columns[0][x];
        wrong += abs(columns[0][x] - columns[1][640 - x]);
    }
    EXPECT(all > 500);
    EXPECT(wrong < all / 10);
    arena_release(&arena);
    sdl_platform_close(&sdl->base);
}

int main(void)
{
    live_is_like_a_copy(1, 0xFFFFFFFFu);
    live_is_like_a_copy(-1, 0xFFFFFFFFu);
    live_is_like_a_copy(1, 0xFFFFFF80u);
    live_is_like_a_copy(1, 0xFF8080FFu);
    mirrored_is_the_other_way_round();
    damage_holds_all();
    same_list_paints_nothing();
    fitted_stays_small();
    parts_make_the_whole(1280, 720, 9);
    for (uint64_t seed = 1; seed <= 3; seed++) {
        parts_make_the_whole(500, 300, seed);
        parts_make_the_whole(400, 700, seed);
    }
    return TEST_MAIN_END();
}
