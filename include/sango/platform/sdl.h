#ifndef SANGO_PLATFORM_SDL_H
#define SANGO_PLATFORM_SDL_H

#include "sango/platform/platform.h"
#include "sango/text/fonts.h"

/* The real machine: a window, pictures, glyphs, devices and sound through SDL2. */
typedef struct SdlOptions {
    const char *art_folder;   /* holds 720/, 1080/ and 1440/ as the art build writes them */
    const char *fonts_folder;
    const char *sound_folder;
    const char *title;        /* of the window */
    int width, height;        /* pixels at the start */
    const StrView *first_pictures; /* sprites of the first screen, read while the window opens */
    size_t first_count;
    bool is_offscreen;        /* no window and no sound: a surface in memory, for pictures and tests */
    bool is_software;         /* never the graphics card */
} SdlOptions;

/* Missing art, fonts or sound are logged and done without. STATUS_UNSUPPORTED when there
 * is no display: *platform is then NULL. */
Status sdl_platform_open(const SdlOptions *options, Platform **platform);
void sdl_platform_close(Platform *platform); /* NULL is allowed */

/* True while a gamepad is plugged in. */
bool sdl_platform_has_pads(const Platform *platform);

/* How texts will be drawn by this platform; valid until it is closed. */
const TextMeasure *sdl_platform_measure(Platform *platform);

#endif
