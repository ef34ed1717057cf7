/* Which picture is shown in which look and size, and how its edges come out. The art is made here:
 * one colour for each sprite. */
#include "platform/sdl/sdl_internal.h"
#include "sango/base/file.h"
#include "test.h"

#include <SDL_image.h>
#include <stdio.h>
#include <stdlib.h>

enum { RED = 0xE02020, BLUE = 0x2020E0, SIDE = 64 };

/* Columns one pixel wide, in turn of the one colour and the other. */
static void write_picture(const char *path, Uint32 one, Uint32 other)
{
    SDL_Surface *picture = SDL_CreateRGBSurfaceWithFormat(0, SIDE, SIDE, 32, SDL_PIXELFORMAT_ARGB8888);
    for (int i = 0; i < SIDE * SIDE; i++) {
        int x = i % SIDE;
        ((Uint32 *)picture->pixels)[i] = 0xFF000000 | (x & 1 ? other : one);
    }
    EXPECT_EQ(IMG_SavePNG(picture, path), 0);
    SDL_FreeSurface(picture);
}

static void write_text(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    EXPECT(file && fputs(text, file) >= 0);
    if (file) {
        (void)fclose(file);
    }
}

static void make_art(void)
{
    EXPECT_EQ(file_make_folders("looks-art/720"), STATUS_OK);
    write_picture("looks-art/720/day.png", RED, RED);
    write_picture("looks-art/720/night.png", BLUE, BLUE);
    write_picture("looks-art/720/lines.png", 0x000000, 0xFFFFFF);
    write_text("looks-art/720/art.txt", "look/night/ui/panel night.png 0 0 96 96 0 0 64 64\n"
                                        "ui/card day.png 0 0 96 96 0 0 64 64\n"
                                        "ui/lines lines.png 0 0 96 96 0 0 64 64\n"
                                        "ui/panel day.png 0 0 96 96 0 0 64 64\n");
    write_text("looks-art/720/ui.txt", "ui/panel 8 0\n");
}

static Platform *open_platform(void)
{
    SdlOptions options = { .art_folder = "looks-art", .fonts_folder = TEST_ROOT "/assets/fonts", .sound_folder = "nowhere",
                           .title = "test", .width = 1280, .height = 720, .is_offscreen = true };
    Platform *platform = NULL;
    EXPECT_EQ(sdl_platform_open(&options, &platform), STATUS_OK);
    if (!platform) {
        exit(1);
    }
    return platform;
}

static Uint32 pixel(const Platform *platform, int x, int y)
{
    const SDL_Surface *surface = ((const SdlPlatform *)platform)->surface;
    return ((const Uint32 *)surface->pixels)[y * surface->pitch / 4 + x] & 0xFFFFFF;
}

/* A picture at the left, another beside it, a round box at the right. */
static void draw(Platform *platform, StrView left, StrView middle, float side)
{
    Arena arena;
    DrawList list;
    arena_init(&arena, alloc_heap(), 4096);
    draw_list_begin(&list, &arena, 1920, 1080);
    draw_fill(&list, (Rect){ 0, 0, 1920, 1080 }, 0, 0x000000FF);
    draw_nine(&list, left, (Rect){ 0, 0, side, side }, 0xFFFFFFFF);
    draw_nine(&list, middle, (Rect){ 600, 0, side, side }, 0xFFFFFFFF);
    draw_fill(&list, (Rect){ 1200, 0, 300, 300 }, 150, 0xFFFFFFFF);
    platform->ops->present(platform, &list);
    arena_release(&arena);
}

static void a_look_has_its_own_pictures(void)
{
    Platform *platform = open_platform();
    draw(platform, SV("ui/panel"), SV("ui/card"), 300);
    EXPECT_EQ(pixel(platform, 50, 50), RED);
    platform->ops->set_look(platform, SV("night"));
    draw(platform, SV("ui/panel"), SV("ui/card"), 300);
    EXPECT_EQ(pixel(platform, 50, 50), BLUE);
    EXPECT_EQ(pixel(platform, 450, 50), RED); /* where it has none, day's */
    const Art *art = &((SdlPlatform *)platform)->art;
    EXPECT(art->sheets[art_find(art, SV("look/night/ui/panel"))->sheet].texture != NULL);
    platform->ops->set_look(platform, SV("no such look"));
    draw(platform, SV("ui/panel"), SV("ui/card"), 300);
    EXPECT_EQ(pixel(platform, 50, 50), RED);
    EXPECT(art->sheets[art_find(art, SV("look/night/ui/panel"))->sheet].texture == NULL); /* not kept */
    sdl_platform_close(platform);
}

/* Black and white lines shown at an eighth are grey, not black here and white there. */
static void fine_lines_do_not_break(void)
{
    Platform *platform = open_platform();
    draw(platform, SV("ui/lines"), SV("ui/panel"), 12);
    for (int x = 1; x < 7; x++) {
        Uint32 grey = pixel(platform, x, 3) & 0xFF;
        EXPECT(grey > 0x70 && grey < 0x90);
    }
    sdl_platform_close(platform);
}

/* A circle of 200 pixels: its edge has pixels of every shade, alike on all sides, and it is as
 * large as it should be. */
static void round_boxes_are_smooth(void)
{
    Platform *platform = open_platform();
    draw(platform, SV("ui/panel"), SV("ui/card"), 300);
    unsigned between = 0;
    double area = 0;
    for (int y = 0; y < 200; y++) {
        for (int x = 0; x < 200; x++) {
            Uint32 shade = pixel(platform, 800 + x, y) & 0xFF;
            between += shade > 0x20 && shade < 0xE0;
            area += shade / 255.0;
            EXPECT_EQ(shade, pixel(platform, 999 - x, y) & 0xFF);
            EXPECT_EQ(shade, pixel(platform, 800 + x, 199 - y) & 0xFF);
        }
    }
    EXPECT(between > 400);
    EXPECT(area > 3.1416 * 100 * 100 - 60 && area < 3.1416 * 100 * 100 + 60);
    sdl_platform_close(platform);
}

static void the_set_above_is_taken(void)
{
    static const struct {
        float height;
        int set;
    } cases[] = { { 360, 720 }, { 720, 720 }, { 721, 1080 }, { 768, 1080 }, { 1080, 1080 }, { 1440, 1080 }, { 4320, 1080 } };
    EXPECT_EQ(file_make_folders("looks-art/1080"), STATUS_OK);
    write_text("looks-art/1080/art.txt", "");
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        EXPECT_EQ(art_choose_set("looks-art", cases[i].height), cases[i].set);
    }
    EXPECT_EQ(file_make_folders("looks-art/1440"), STATUS_OK);
    write_text("looks-art/1440/art.txt", "");
    EXPECT_EQ(art_choose_set("looks-art", 1080), 1080);
    EXPECT_EQ(art_choose_set("looks-art", 1081), 1440);
    EXPECT_EQ(art_choose_set("nowhere", 1440), 720);
    (void)remove("looks-art/1080/art.txt");
    (void)remove("looks-art/1440/art.txt");
}

int main(void)
{
    make_art();
    a_look_has_its_own_pictures();
    fine_lines_do_not_break();
    round_boxes_are_smooth();
    the_set_above_is_taken();
    return TEST_MAIN_END();
}
