/* The second display, in memory: its own painter draws what its own list says, and the first display stays as it is. */
#define _POSIX_C_SOURCE 200809L
#include "log_lines.h"
#include "platform/sdl/sdl_internal.h"
#include "sango/base/file.h"
#include "test.h"

#include <stdlib.h>

static LogLines lines;

static Platform *open_game(int width, int height)
{
    SdlOptions options = { .art_folder = TEST_ROOT "/build/assets",
                           .fonts_folder = TEST_ROOT "/assets/fonts",
                           .sound_folder = TEST_ROOT "/assets/sound",
                           .title = "test",
                           .width = width,
                           .height = height,
                           .is_offscreen = true };
    Platform *platform = NULL;
    EXPECT_EQ(sdl_platform_open(&options, &platform), STATUS_OK);
    if (!platform) {
        exit(1); /* nothing below would run */
    }
    return platform;
}

static void draw(Platform *platform, Rgba ground, const char *words, void (*present)(Platform *platform, const DrawList *list))
{
    Arena arena;
    DrawList list;
    arena_init(&arena, alloc_heap(), 16 * 1024);
    draw_list_begin(&list, &arena, 1920, 1080);
    draw_fill(&list, (Rect){ 0, 0, 1920, 1080 }, 0, ground);
    draw_sprite_at(&list, SV("sango/happy/body"), 700, 200, 0xFFFFFFFFu);
    draw_glyphs(&list, &(DrawGlyphs){ .text = strview_from_cstr(words), .x = 140, .baseline = 900, .size = 60, .script = "Latn" }, 0x2A2257FFu);
    present(platform, &list);
    arena_release(&arena);
}

static StrView bytes_of(Platform *platform, Status (*shot)(Platform *platform, const char *path))
{
    StrView bytes = { NULL, 0 };
    EXPECT_EQ(shot(platform, "second.png"), STATUS_OK);
    EXPECT_EQ(file_read(alloc_heap(), "second.png", 1 << 24, &bytes), STATUS_OK);
    (void)remove("second.png");
    return bytes;
}

/* The same list gives the same picture on both, and each its own. */
static void each_has_its_picture(void)
{
    Platform *platform = open_game(640, 360);
    const PlatformOps *ops = platform->ops;
    PlatformCanvas canvas = { 0 };
    EXPECT(ops->has_second(platform, &canvas));
    EXPECT(canvas.width_px == 640 && canvas.height_px == 360 && canvas.width == 1920);
    EXPECT_EQ(ops->screenshot_second(platform, "second.png"), STATUS_UNSUPPORTED);
    draw(platform, 0xFFF3D6FFu, "The class", ops->present);
    StrView alone = bytes_of(platform, ops->screenshot);
    draw(platform, 0xFFF3D6FFu, "The class", ops->present_second);
    StrView same = bytes_of(platform, ops->screenshot_second);
    draw(platform, 0xBFE3F2FFu, "The teacher", ops->present_second);
    StrView other = bytes_of(platform, ops->screenshot_second);
    StrView first = bytes_of(platform, ops->screenshot);
    EXPECT(alone.len > 3000);
    EXPECT(strview_equal(alone, same));
    EXPECT(!strview_equal(same, other));
    EXPECT(strview_equal(alone, first)); /* nothing of the second came here */
    file_free(alloc_heap(), &alone);
    file_free(alloc_heap(), &same);
    file_free(alloc_heap(), &other);
    file_free(alloc_heap(), &first);
    sdl_platform_close(platform);
}

/* Off and on again; the game closes with it open. */
static void it_comes_and_goes(void)
{
    Platform *platform = open_game(320, 180);
    const PlatformOps *ops = platform->ops;
    const Second *second = &((SdlPlatform *)platform)->second;
    ops->present_second(platform, NULL);
    EXPECT(!second->painter);
    for (unsigned i = 0; i < 3; i++) {
        draw(platform, 0xFFF3D6FFu, "The teacher", ops->present_second);
        EXPECT(second->painter != NULL);
        draw(platform, 0xFFF3D6FFu, "The class", ops->present);
        ops->present_second(platform, NULL);
        EXPECT(!second->painter);
        EXPECT_EQ(ops->screenshot_second(platform, "second.png"), STATUS_UNSUPPORTED);
    }
    draw(platform, 0xFFF3D6FFu, "The teacher", ops->present_second);
    sdl_platform_close(platform);
}

/* A page that stands is not painted again. */
static void only_what_changed_is_painted(void)
{
    Platform *platform = open_game(320, 180);
    SdlPlatform *sdl = (SdlPlatform *)platform;
    draw(platform, 0xFFF3D6FFu, "The teacher", platform->ops->present_second);
    Uint32 *pixels = sdl->second.painter->surface->pixels;
    pixels[0] = 0xFF123456u;
    draw(platform, 0xFFF3D6FFu, "The teacher", platform->ops->present_second);
    EXPECT_EQ(pixels[0], 0xFF123456u);
    draw(platform, 0xBFE3F2FFu, "The teacher", platform->ops->present_second);
    EXPECT_EQ(pixels[0], 0xFFBFE3F2u);
    sdl_platform_close(platform);
}

/* A window on SDL's driver without a screen, which has one display only. */
static void where_there_is_one_display_there_is_no_second(void)
{
    SdlOptions options = { .art_folder = TEST_ROOT "/build/assets", .fonts_folder = TEST_ROOT "/assets/fonts", .sound_folder = "none", .title = "test",
                           .width = 320, .height = 180 };
    Platform *platform = NULL;
    PlatformCanvas canvas;
    EXPECT_EQ(sdl_platform_open(&options, &platform), STATUS_OK);
    SdlPlatform *sdl = (SdlPlatform *)platform;
    EXPECT(!platform->ops->has_second(platform, &canvas));
    draw(platform, 0xFFF3D6FFu, "The teacher", platform->ops->present_second);
    EXPECT(!sdl->second.painter && !sdl->second.window);
    EXPECT_EQ(platform->ops->screenshot_second(platform, "second.png"), STATUS_UNSUPPORTED);
    /* What a window that has gone still says is not the game's. */
    InputEvent event;
    SDL_Event raw = { .type = SDL_WINDOWEVENT };
    raw.window.windowID = SDL_GetWindowID(sdl->window) + 1;
    raw.window.event = SDL_WINDOWEVENT_HIDDEN;
    EXPECT(!input_translate(sdl, &raw, &event));
    raw.window.event = SDL_WINDOWEVENT_CLOSE;
    EXPECT(!input_translate(sdl, &raw, &event));
    raw.window.windowID--;
    EXPECT(input_translate(sdl, &raw, &event) && event.kind == INPUT_QUIT);
    raw = (SDL_Event){ .type = SDL_MOUSEMOTION };
    raw.motion.windowID = SDL_GetWindowID(sdl->window) + 1;
    EXPECT(!input_translate(sdl, &raw, &event));
    sdl_platform_close(platform);
}

/* Full screen whatever the settings say, and back to what they say. */
static void a_kiosk_fills_the_screen(void)
{
    SdlOptions options = { .art_folder = TEST_ROOT "/build/assets", .fonts_folder = TEST_ROOT "/assets/fonts", .sound_folder = "none", .title = "test",
                           .width = 320, .height = 180 };
    Platform *platform = NULL;
    EXPECT_EQ(sdl_platform_open(&options, &platform), STATUS_OK);
    const PlatformOps *ops = platform->ops;
    SdlPlatform *sdl = (SdlPlatform *)platform;
    ops->set_kiosk(platform, true, true);
    EXPECT(SDL_GetWindowFlags(sdl->window) & SDL_WINDOW_FULLSCREEN_DESKTOP);
    EXPECT_EQ(SDL_ShowCursor(SDL_QUERY), SDL_DISABLE);
    EXPECT(!SDL_IsScreenSaverEnabled());
    ops->set_fullscreen(platform, false); /* F11 */
    EXPECT(SDL_GetWindowFlags(sdl->window) & SDL_WINDOW_FULLSCREEN_DESKTOP);
    ops->set_kiosk(platform, true, false);
    EXPECT_EQ(SDL_ShowCursor(SDL_QUERY), SDL_ENABLE);
    ops->set_kiosk(platform, false, true);
    EXPECT(!(SDL_GetWindowFlags(sdl->window) & SDL_WINDOW_FULLSCREEN_DESKTOP));
    EXPECT_EQ(SDL_ShowCursor(SDL_QUERY), SDL_ENABLE);
    EXPECT(SDL_IsScreenSaverEnabled());
    sdl_platform_close(platform);
}

int main(void)
{
    (void)setenv("SDL_VIDEODRIVER", "dummy", 1);
    (void)setenv("SDL_AUDIODRIVER", "dummy", 1);
    log_set_sink(keep_line, &lines);
    each_has_its_picture();
    it_comes_and_goes();
    only_what_changed_is_painted();
    where_there_is_one_display_there_is_no_second();
    a_kiosk_fills_the_screen();
    EXPECT_EQ(lines.count, 0);
    return TEST_MAIN_END();
}
