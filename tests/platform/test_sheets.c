/* How many sheets are kept in memory, which go, and which are read before they are shown. The art is made here:
 * a sheet of one colour for each sprite. */
#include "platform/sdl/sdl_internal.h"
#include "sango/base/file.h"
#include "test.h"

#include <SDL_image.h>
#include <stdio.h>
#include <stdlib.h>

enum { SHEETS = 6, SIDE = 64, SHEET_BYTES = SIDE * SIDE * 4 };

static const Uint32 colors[SHEETS] = { 0xE02020, 0x20E020, 0x2020E0, 0xE0E020, 0x20E0E0, 0xE020E0 };

static StrView name_of_sprite(int i)
{
    static const char *const names[SHEETS + 1] = { "a/0", "a/1", "a/2", "a/3", "a/4", "a/5", "a/broken" };
    return strview_from_cstr(names[i]);
}

static void make_art(void)
{
    EXPECT_EQ(file_make_folders("sheets-art/720"), STATUS_OK);
    FILE *index = fopen("sheets-art/720/art.txt", "w");
    FILE *broken = fopen("sheets-art/720/broken.png", "w");
    if (!index || !broken) {
        exit(1);
    }
    for (int i = 0; i < SHEETS; i++) {
        char path[64];
        SDL_Surface *picture = SDL_CreateRGBSurfaceWithFormat(0, SIDE, SIDE, 32, SDL_PIXELFORMAT_ARGB8888);
        (void)snprintf(path, sizeof path, "sheets-art/720/%d.png", i);
        SDL_FillRect(picture, NULL, 0xFF000000 | colors[i]);
        EXPECT_EQ(IMG_SavePNG(picture, path), 0);
        SDL_FreeSurface(picture);
        (void)fprintf(index, "a/%d %d.png 0 0 96 96 0 0 64 64\n", i, i);
    }
    (void)fputs("a/broken broken.png 0 0 96 96 0 0 64 64\n", index);
    (void)fclose(index);
    (void)fclose(broken);
}

static SdlPlatform *open_screen(size_t bytes_max)
{
    SdlOptions options = { .art_folder = "sheets-art", .fonts_folder = "nowhere", .sound_folder = "nowhere", .title = "test",
                           .width = 1280, .height = 720, .is_offscreen = true };
    Platform *platform = NULL;
    EXPECT_EQ(sdl_platform_open(&options, &platform), STATUS_OK);
    if (!platform) {
        exit(1);
    }
    SdlPlatform *sdl = (SdlPlatform *)platform;
    EXPECT(sdl->art.bytes_max > 0);
    sdl->art.bytes_max = bytes_max;
    return sdl;
}

/* The sprites from `first` to `last` side by side, and a box that is elsewhere each time. */
static void draw(SdlPlatform *sdl, int first, int last)
{
    static float box_x;
    Arena arena;
    DrawList list;
    arena_init(&arena, alloc_heap(), 4096);
    draw_list_begin(&list, &arena, 1920, 1080);
    for (int i = first; i <= last; i++) {
        draw_sprite_at(&list, name_of_sprite(i), (float)i * 150, 0, 0xFFFFFFFF);
    }
    box_x = box_x > 900 ? 0 : box_x + 30;
    draw_fill(&list, (Rect){ box_x, 600, 60, 60 }, 0, 0xFFFFFFFF);
    sdl->base.ops->present(&sdl->base, &list);
    arena_release(&arena);
}

static bool is_there(const SdlPlatform *sdl, int i)
{
    return sdl->art.sheets[art_find(&sdl->art, name_of_sprite(i))->sheet].texture != NULL;
}

static void looks_right(const SdlPlatform *sdl, int i)
{
    const SDL_Surface *surface = sdl->surface;
    EXPECT_EQ(((const Uint32 *)surface->pixels)[20 * surface->pitch / 4 + i * 100 + 20] & 0xFFFFFF, colors[i]);
}

static void the_longest_unused_go(void)
{
    SdlPlatform *sdl = open_screen(2 * SHEET_BYTES);
    for (int i = 0; i < SHEETS; i++) {
        draw(sdl, i, i);
        looks_right(sdl, i);
        EXPECT(art_bytes(&sdl->art) <= sdl->art.bytes_max);
    }
    for (int i = 0; i < SHEETS; i++) {
        EXPECT_EQ(is_there(sdl, i), i >= SHEETS - 2);
    }
    draw(sdl, 0, 0); /* is read again */
    looks_right(sdl, 0);
    sdl_platform_close(&sdl->base);
}

/* However small the budget, and though only the box is painted anew. */
static void what_is_shown_stays(void)
{
    SdlPlatform *sdl = open_screen(1);
    for (int turn = 0; turn < 5; turn++) {
        draw(sdl, 1, 4);
        for (int i = 0; i < SHEETS; i++) {
            EXPECT_EQ(is_there(sdl, i), i >= 1 && i <= 4);
        }
    }
    looks_right(sdl, 1);
    looks_right(sdl, 4);
    draw(sdl, 2, 2);
    EXPECT_EQ(art_bytes(&sdl->art), SHEET_BYTES);
    sdl_platform_close(&sdl->base);
}

static bool is_read(SdlPlatform *sdl, int i)
{
    SDL_LockMutex(sdl->art.lock);
    bool is = sdl->art.sheets[art_find(&sdl->art, name_of_sprite(i))->sheet].state == SHEET_READ;
    SDL_UnlockMutex(sdl->art.lock);
    return is;
}

/* All that are asked for below; several threads read them, in no order. */
static bool are_read(SdlPlatform *sdl)
{
    return is_read(sdl, 0) && is_read(sdl, 1) && is_read(sdl, 2) && is_read(sdl, 3) && is_read(sdl, SHEETS);
}

/* More than there are readers; one is broken, one is no picture at all. */
static void what_comes_is_read_before(void)
{
    SdlPlatform *sdl = open_screen(3 * SHEET_BYTES);
    const StrView names[] = { name_of_sprite(0), name_of_sprite(SHEETS), SV("no/such"), name_of_sprite(1), name_of_sprite(2),
                              name_of_sprite(3), name_of_sprite(0) };
    sdl->base.ops->read_ahead(&sdl->base, names, sizeof names / sizeof names[0]);
    for (Uint32 start = SDL_GetTicks(); !are_read(sdl) && SDL_GetTicks() < start + 10000;) {
        (void)SDL_WaitEventTimeout(NULL, 1);
    }
    EXPECT(is_read(sdl, 0));
    EXPECT(!is_there(sdl, 0));
    EXPECT_EQ(art_bytes(&sdl->art), 4 * SHEET_BYTES); /* they count before they are shown */
    draw(sdl, 0, 0);
    looks_right(sdl, 0);
    EXPECT_EQ(art_bytes(&sdl->art), 3 * SHEET_BYTES);
    draw(sdl, SHEETS, SHEETS); /* is read once more, and told */
    const Sheet *broken = &sdl->art.sheets[art_find(&sdl->art, name_of_sprite(SHEETS))->sheet];
    EXPECT(broken->is_tried);
    sdl->base.ops->read_ahead(&sdl->base, names, 2);
    EXPECT_EQ(broken->state, SHEET_AWAY); /* and then never again */
    sdl_platform_close(&sdl->base);
}

/* A platform that is closed while its readers are at it. */
static void readers_end(void)
{
    for (int i = 0; i < 20; i++) {
        SdlPlatform *sdl = open_screen(SHEET_BYTES);
        const StrView names[] = { name_of_sprite(0), name_of_sprite(1), name_of_sprite(2), name_of_sprite(3), name_of_sprite(4) };
        sdl->base.ops->read_ahead(&sdl->base, names, 5);
        if (i % 2) {
            draw(sdl, 3, 4);
            looks_right(sdl, 3);
        }
        sdl_platform_close(&sdl->base);
    }
}

int main(void)
{
    make_art();
    the_longest_unused_go();
    what_is_shown_stays();
    what_comes_is_read_before();
    readers_end();
    return TEST_MAIN_END();
}
