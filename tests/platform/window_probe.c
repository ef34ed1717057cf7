/* A program that test_displays.py runs on real displays: it draws one picture, shows a page on the second display where there is one,
 * and writes each event and each change to its output, a line each. Ends when the system wants it. */
#include "sango/base/log.h"
#include "sango/platform/sdl.h"

#include <stdio.h>
#include <string.h>

static void tell(const char *what, long value)
{
    printf("%s %ld\n", what, value);
    (void)fflush(stdout);
}

static void tell_size(const char *what, PlatformCanvas canvas)
{
    printf("%s %dx%d\n", what, canvas.width_px, canvas.height_px);
    (void)fflush(stdout);
}

static void draw(Platform *platform, PlatformCanvas canvas, Rgba ground, const char *words,
                 void (*present)(Platform *platform, const DrawList *list))
{
    Arena arena;
    DrawList list;
    arena_init(&arena, alloc_heap(), 16 * 1024);
    draw_list_begin(&list, &arena, canvas.width, canvas.height);
    draw_fill(&list, (Rect){ 0, 0, canvas.width, canvas.height }, 0, ground);
    draw_sprite_at(&list, SV("sango/happy/body"), 600, 100, 0xFFFFFFFFu);
    draw_glyphs(&list, &(DrawGlyphs){ .text = strview_from_cstr(words), .x = 100, .baseline = 300, .size = 120, .script = "Latn" }, 0x2A2257FFu);
    present(platform, &list);
    arena_release(&arena);
}

static void draw_both(Platform *platform)
{
    PlatformCanvas canvas;
    draw(platform, platform->ops->canvas(platform), 0xFFF3D6FFu, "The class", platform->ops->present);
    if (platform->ops->has_second(platform, &canvas)) {
        draw(platform, canvas, 0xBFE3F2FFu, "The teacher", platform->ops->present_second);
        (void)platform->ops->has_second(platform, &canvas);
        tell_size("second", canvas);
    } else {
        tell("second", 0); /* the window on it is closed already */
    }
}

static void take(Platform *platform, const InputEvent *event)
{
    PlatformCanvas canvas = platform->ops->canvas(platform);
    if (event->kind == INPUT_QUIT) {
        tell("quit", event->value);
    } else if (event->kind == INPUT_DISPLAYS) {
        tell("displays", 1);
        draw_both(platform);
    } else if (event->kind == INPUT_RESIZE) {
        tell_size("canvas", canvas);
        draw(platform, canvas, 0xFFF3D6FFu, "The class", platform->ops->present);
    } else {
        tell("event", (long)event->kind);
    }
}

int main(int argc, char **argv)
{
    bool is_kiosk = argc > 4 && strcmp(argv[4], "kiosk") == 0;
    Platform *platform = NULL;
    if (argc < 4) {
        return 2;
    }
    SdlOptions options = { .art_folder = argv[1], .fonts_folder = argv[2], .sound_folder = argv[3], .title = "probe", .width = 640, .height = 360 };
    if (sdl_platform_open(&options, &platform) != STATUS_OK) {
        tell("window", 0);
        return 1;
    }
    if (is_kiosk) {
        platform->ops->set_kiosk(platform, true, true);
    } else {
        platform->ops->set_fullscreen(platform, true);
    }
    draw_both(platform);
    for (InputEvent event = { 0 }; event.kind != INPUT_QUIT || event.value != 1;) {
        bool had = platform->ops->wait_event(platform, -1, &event);
        platform->ops->alive(platform);
        if (!had) {
            event = (InputEvent){ 0 };
            continue;
        }
        take(platform, &event);
    }
    sdl_platform_close(platform);
    tell("end", 0);
    return 0;
}
