/* A machine without this or that: the platform opens, draws the same pictures, and says once what is missing. */
#define _POSIX_C_SOURCE 200809L
#include "log_lines.h"
#include "platform/sdl/sdl_internal.h"
#include "sango/base/file.h"
#include "test.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

static LogLines lines;

static SdlOptions whole(void)
{
    return (SdlOptions){ .art_folder = TEST_ROOT "/build/assets",
                         .fonts_folder = TEST_ROOT "/assets/fonts",
                         .sound_folder = TEST_ROOT "/assets/sound",
                         .title = "test",
                         .width = 640,
                         .height = 360,
                         .is_offscreen = true };
}

static Platform *open_with(const SdlOptions *options)
{
    Platform *platform = NULL;
    EXPECT_EQ(sdl_platform_open(options, &platform), STATUS_OK);
    if (!platform) {
        exit(1); /* nothing below would run */
    }
    return platform;
}

static void draw(Platform *platform)
{
    Arena arena;
    DrawList list;
    PlatformCanvas canvas = platform->ops->canvas(platform);
    arena_init(&arena, alloc_heap(), 16 * 1024);
    draw_list_begin(&list, &arena, canvas.width, canvas.height);
    draw_sprite_at(&list, SV("place/bedroom/evening/0back"), 0, 0, 0xFFFFFFFFu);
    draw_sprite(&list, SV("sango/happy/body"), (DrawPose){ 700, 300, 1.1f, 1.1f, 0, 0, 7 }, 0xFFFFFFFFu);
    draw_fill(&list, (Rect){ 100, 800, 1700, 200 }, 20, 0xFFFFFFC0u);
    draw_glyphs(&list, &(DrawGlyphs){ .text = SV("Hello, I am Sango."), .x = 140, .baseline = 900, .size = 60, .script = "Latn" }, 0x2A2257FFu);
    platform->ops->present(platform, &list);
    arena_release(&arena);
}

static StrView picture(const SdlOptions *options, const char *path)
{
    StrView bytes;
    Platform *platform = open_with(options);
    draw(platform);
    draw(platform);
    EXPECT_EQ(platform->ops->screenshot(platform, path), STATUS_OK);
    sdl_platform_close(platform);
    EXPECT_EQ(file_read(alloc_heap(), path, 1 << 24, &bytes), STATUS_OK);
    (void)remove(path);
    return bytes;
}

static void two_runs_make_the_same_bytes(void)
{
    SdlOptions options = whole();
    StrView first = picture(&options, "machine-1.png");
    StrView second = picture(&options, "machine-2.png");
    EXPECT(first.len > 10000);
    EXPECT(strview_equal(first, second));
    options.fonts_folder = "nowhere";
    StrView wordless = picture(&options, "machine-3.png");
    EXPECT(!strview_equal(first, wordless)); /* so the words are in the picture */
    EXPECT_EQ(lines.count, 5); /* each font is named once, though two pictures were drawn */
    lines.count = 0;
    file_free(alloc_heap(), &first);
    file_free(alloc_heap(), &second);
    file_free(alloc_heap(), &wordless);
}

static void copy_file(const char *from, const char *to)
{
    StrView bytes;
    EXPECT_EQ(file_read(alloc_heap(), from, 1 << 24, &bytes), STATUS_OK);
    EXPECT_EQ(file_write(to, bytes), STATUS_OK);
    file_free(alloc_heap(), &bytes);
}

/* Words are still words when their font is missing, and bars when there is none at all. */
static void fonts_stand_in_for_each_other(void)
{
    SdlOptions options = whole();
    EXPECT_EQ(file_make_folders("machine-fonts"), STATUS_OK);
    options.fonts_folder = "machine-fonts";
    StrView bars = picture(&options, "machine-1.png");
    lines.count = 0;
    copy_file(TEST_ROOT "/assets/fonts/Andika-Bold.ttf", "machine-fonts/Andika-Bold.ttf");
    StrView bold = picture(&options, "machine-2.png");
    EXPECT(one_line_has(&lines, "machine-fonts/Andika-Regular.ttf: the font cannot be read: not found"));
    options = whole();
    StrView regular = picture(&options, "machine-3.png");
    EXPECT(!strview_equal(bars, bold) && !strview_equal(bars, regular) && !strview_equal(bold, regular));
    file_free(alloc_heap(), &bars);
    file_free(alloc_heap(), &bold);
    file_free(alloc_heap(), &regular);
    (void)remove("machine-fonts/Andika-Bold.ttf");
    (void)remove("machine-fonts");
}

/* How many pixels of a whole picture differ from the plain ground when one sprite is drawn on it. */
static int painted_pixels(SdlPlatform *sdl, const char *sprite)
{
    Arena arena;
    DrawList list;
    arena_init(&arena, alloc_heap(), 16 * 1024);
    draw_list_begin(&list, &arena, sdl->canvas.width, sdl->canvas.height);
    draw_fill(&list, (Rect){ 0, 0, sdl->canvas.width, sdl->canvas.height }, 0, 0xFFFFFFFFu);
    draw_sprite_at(&list, strview_from_cstr(sprite), 600, 0, 0xFFFFFFFFu);
    sdl->base.ops->present(&sdl->base, &list);
    int count = 0;
    for (int y = 0; y < sdl->canvas.height_px; y++) {
        const Uint32 *row = (const Uint32 *)(const void *)((const Uint8 *)sdl->surface->pixels + (size_t)y * (size_t)sdl->surface->pitch);
        for (int x = 0; x < sdl->canvas.width_px; x++) {
            count += (row[x] & 0xFFFFFF) != 0xFFFFFF;
        }
    }
    arena_release(&arena);
    return count;
}

/* Drawings that cannot be read leave simple shapes: somebody with a face, a picture's box, a plain place. */
static void pictures_that_cannot_be_read_have_stand_ins(void)
{
    static const char *const drawn[] = { "kofi/happy/body", "kofi/happy/head", "kofi/happy/eyes", "kofi/happy/mouth", "icon/house",
                                         "place/kitchen/day/0back" };
    SdlOptions options = whole();
    EXPECT_EQ(file_make_folders("machine-art/720"), STATUS_OK);
    copy_file(TEST_ROOT "/build/assets/720/art.txt", "machine-art/720/art.txt");
    copy_file(TEST_ROOT "/build/assets/720/ui.txt", "machine-art/720/ui.txt");
    options.art_folder = "machine-art";
    Platform *platform = open_with(&options);
    SdlPlatform *sdl = (SdlPlatform *)platform;
    lines.count = 0;
    int last = 0;
    for (size_t i = 0; i < sizeof drawn / sizeof drawn[0]; i++) {
        int count = painted_pixels(sdl, drawn[i]);
        EXPECT(count > 0 && count != last);
        last = count;
    }
    EXPECT_EQ(lines.count, 3); /* one for each sheet, with its name */
    EXPECT_EQ(painted_pixels(sdl, "kofi/happy/armf"), 0); /* the figure is simple */
    EXPECT_EQ(painted_pixels(sdl, "no/such/picture"), 0); /* a layer that somebody does not have */
    EXPECT_EQ(lines.count, 3);
    lines.count = 0;
    sdl_platform_close(platform);
    (void)remove("machine-art/720/art.txt");
    (void)remove("machine-art/720/ui.txt");
    (void)remove("machine-art/720");
    (void)remove("machine-art");
}

static void a_picture_needs_a_place(void)
{
    SdlOptions options = whole();
    Platform *platform = open_with(&options);
    draw(platform);
    EXPECT_EQ(platform->ops->screenshot(platform, "no/such/folder/x.png"), STATUS_IO);
    sdl_platform_close(platform);
}

/* SDL's driver "dummy" has no graphics card. */
static void without_a_graphics_card_there_is_a_window(void)
{
    SdlOptions options = whole();
    options.is_offscreen = false;
    Platform *platform = open_with(&options);
    EXPECT(((SdlPlatform *)platform)->is_software);
    draw(platform);
    platform->ops->set_fullscreen(platform, true);
    draw(platform);
    platform->ops->set_fullscreen(platform, false);
    draw(platform);
    SDL_Event raw = { .type = SDL_WINDOWEVENT };
    raw.window.event = SDL_WINDOWEVENT_SIZE_CHANGED;
    InputEvent event;
    SDL_FlushEvents(SDL_FIRSTEVENT, SDL_LASTEVENT);
    EXPECT_EQ(SDL_PushEvent(&raw), 1);
    EXPECT(platform->ops->wait_event(platform, 100, &event));
    EXPECT_EQ(event.kind, INPUT_RESIZE);
    sdl_platform_close(platform);
    EXPECT_EQ(lines.count, 0);
}

static void without_a_display_it_says_so(void)
{
    SdlOptions options = whole();
    Platform *platform = NULL;
    options.is_offscreen = false;
    (void)setenv("SDL_VIDEODRIVER", "nonexistent", 1);
    EXPECT_EQ(sdl_platform_open(&options, &platform), STATUS_UNSUPPORTED);
    EXPECT(platform == NULL);
    EXPECT(one_line_has(&lines, "no display: "));
    (void)setenv("SDL_VIDEODRIVER", "dummy", 1);
}

static void play_everything(Platform *platform)
{
    platform->ops->play_music(platform, SV("theme"));
    platform->ops->play_sound(platform, SV("tap"));
    platform->ops->rest_sound(platform, true);
    platform->ops->rest_sound(platform, false);
    platform->ops->set_volumes(platform, &(PlatformVolumes){ 0, 0, 0, true });
    platform->ops->set_volumes(platform, &(PlatformVolumes){ 0.5f, 0.5f, 1, true });
    platform->ops->play_sound(platform, SV("tap"));
    platform->ops->play_music(platform, SV(""));
    draw(platform);
}

static void without_a_sound_device_it_is_silent(void)
{
    SdlOptions options = whole();
    options.is_offscreen = false;
    (void)setenv("SDL_AUDIODRIVER", "nonexistent", 1);
    Platform *platform = open_with(&options);
    play_everything(platform);
    EXPECT(one_line_has(&lines, "no sound on this machine: "));
    sdl_platform_close(platform);
    (void)setenv("SDL_AUDIODRIVER", "dummy", 1);
    platform = open_with(&options);
    play_everything(platform);
    EXPECT_EQ(lines.count, 0);
    sdl_platform_close(platform);
}

static void broken_sounds_are_named_once(void)
{
    SdlOptions options = whole();
    options.is_offscreen = false;
    options.sound_folder = "machine-sound";
    EXPECT_EQ(file_make_folders("machine-sound"), STATUS_OK);
    EXPECT_EQ(file_write("machine-sound/tap.ogg", SV("OggS and then nothing of the kind")), STATUS_OK);
    EXPECT_EQ(file_write("machine-sound/calm.ogg", SV("")), STATUS_OK);
    Platform *platform = open_with(&options);
    const PlatformOps *ops = platform->ops;
    ops->play_sound(platform, SV("tap"));
    EXPECT(one_line_has(&lines, "machine-sound/tap.ogg: the sound cannot be read"));
    ops->play_sound(platform, SV("tap"));
    EXPECT_EQ(lines.count, 0);
    ops->play_sound(platform, SV("pop"));
    EXPECT(one_line_has(&lines, "machine-sound/pop.ogg: the sound cannot be read"));
    ops->play_music(platform, SV("calm"));
    EXPECT(one_line_has(&lines, "machine-sound/calm.ogg: the music cannot be read"));
    ops->play_music(platform, SV("theme"));
    EXPECT(one_line_has(&lines, "machine-sound/theme.ogg: the music cannot be read"));
    draw(platform);
    sdl_platform_close(platform);
    (void)remove("machine-sound/tap.ogg");
    (void)remove("machine-sound/calm.ogg");
    (void)remove("machine-sound");
}

/* A program that notes what it was asked to open, in a folder of its own; and a computer that has none. */
static void a_file_needs_a_program_that_opens_it(void)
{
    SdlOptions options = whole();
    StrView said = { NULL, 0 };
    Platform *platform = open_with(&options);
    const PlatformOps *ops = platform->ops;
    const struct timespec nap = { 0, 10000000 };
    char *path = strdup(getenv("PATH"));
    EXPECT(ops->open_file && path);
    EXPECT_EQ(system("rm -rf opener && mkdir -p opener/none && printf '#!/bin/sh\\necho \"$1\" > opener/part && mv opener/part opener/said\\n' > opener/xdg-open"
                     " && chmod +x opener/xdg-open && echo page > 'opener/a page.html'"), 0);
    EXPECT_EQ(setenv("PATH", "opener/none", 1), 0);
    EXPECT_EQ(ops->open_file(platform, "opener/a page.html"), STATUS_IO);
    EXPECT_EQ(setenv("PATH", "opener:/usr/bin:/bin", 1), 0);
    EXPECT_EQ(ops->open_file(platform, "opener/nothing.html"), STATUS_IO);
    EXPECT_EQ(ops->open_file(platform, "opener/a page.html"), STATUS_OK);
    for (int i = 0; i < 500 && file_read(alloc_heap(), "opener/said", 1000, &said) != STATUS_OK; i++) {
        (void)nanosleep(&nap, NULL);
    }
    EXPECT(strview_starts_with(said, SV("file:///")) && strview_contains(said, SV("/opener/a%20page.html\n")));
    file_free(alloc_heap(), &said);
    EXPECT_EQ(setenv("PATH", path, 1), 0);
    free(path);
    sdl_platform_close(platform);
    EXPECT_EQ(system("rm -rf opener"), 0);
}

int main(void)
{
    (void)setenv("SDL_VIDEODRIVER", "dummy", 1);
    (void)setenv("SDL_AUDIODRIVER", "dummy", 1);
    log_set_sink(keep_line, &lines);
    two_runs_make_the_same_bytes();
    fonts_stand_in_for_each_other();
    pictures_that_cannot_be_read_have_stand_ins();
    a_picture_needs_a_place();
    without_a_graphics_card_there_is_a_window();
    without_a_display_it_says_so();
    without_a_sound_device_it_is_silent();
    broken_sounds_are_named_once();
    a_file_needs_a_program_that_opens_it();
    return TEST_MAIN_END();
}
