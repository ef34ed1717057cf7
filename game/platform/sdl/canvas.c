#include "sdl_internal.h"

#include <SDL_image.h>
#include <stdlib.h>
#include <string.h>

/* What a draw list is painted on: its size in units, the art for it; and a painter without a window.
 * At 1080 lines a place, three figures, the interface and the next place that is read ahead; at 720 twice that. */
enum { SHEET_BYTES_MAX = 40 * 1024 * 1024 };
/* A screen that stands upright gets a narrower canvas: letters would be too small on it. */
enum { UNITS_W = 1920, UNITS_H = 1080, TALL_UNITS_W = 1200, TALL_UNITS_H = 1500 };

/* The art drawn for that many pixels a unit. */
static void open_art(SdlPlatform *sdl, float scale)
{
    int wanted = art_choose_set(sdl->art_folder, scale * UNITS_H);
    if (sdl->art.set != wanted) {
        char look[LOOK_NAME_MAX];
        memcpy(look, sdl->art.look, sizeof look);
        fitted_forget(&sdl->fitted);
        art_close(&sdl->art);
        art_open(&sdl->art, sdl->art_folder, wanted);
        memcpy(sdl->art.look, look, sizeof look);
    }
}

float canvas_scale(int width, int height)
{
    bool is_tall = (float)height * TALL_UNITS_W >= (float)width * TALL_UNITS_H;
    float across = (float)width / (is_tall ? TALL_UNITS_W : UNITS_W);
    float down = (float)height / (is_tall ? TALL_UNITS_H : UNITS_H);
    return across < down ? across : down;
}

/* Two screens of figures; and where the art is not drawn for this size, a place: 17 to 9, it is far wider than
 * a screen that stands upright, and if it found no room it would be made anew for each frame. */
static size_t fitted_bytes_for(int width, int height, int set)
{
    if (height == set && width * 9 == height * 16) {
        return (size_t)width * (size_t)height * 4 * 2;
    }
    int place_width = height * 17 / 9 > width ? height * 17 / 9 : width;
    return ((size_t)width * 2 + (size_t)place_width) * (size_t)height * 4;
}

PlatformCanvas canvas_of(int width_px, int height_px)
{
    float scale = canvas_scale(width_px, height_px);
    return (PlatformCanvas){ (float)width_px / scale, (float)height_px / scale, scale, width_px, height_px };
}

/* The canvas is never smaller than 1920 x 1080 units, or 1200 x 1500; the longer side gets more. */
void canvas_fit(SdlPlatform *sdl)
{
    int width = 1;
    int height = 1;
    if (SDL_GetRendererOutputSize(sdl->renderer, &width, &height) != 0) {
        return;
    }
    width = width > 0 ? width : 1;
    height = height > 0 ? height : 1;
    sdl->canvas = canvas_of(width, height);
    glyphs_set_scale(&sdl->glyphs, sdl->canvas.scale);
    open_art(sdl, sdl->canvas.scale);
    sdl->fitted.bytes_max = fitted_bytes_for(width, height, sdl->art.set);
    sdl->art.bytes_max = SHEET_BYTES_MAX;
    shown_forget(&sdl->shown);
}

bool painter_begin(SdlPlatform *sdl, const SdlOptions *options)
{
    size_t len = strlen(options->art_folder) + 1;
    shown_init(&sdl->shown);
    sdl->art_folder = malloc(len);
    if (TTF_Init() != 0 || !sdl->art_folder) {
        return false;
    }
    memcpy(sdl->art_folder, options->art_folder, len);
    open_art(sdl, canvas_scale(options->width, options->height));
    art_read_ahead(&sdl->art, options->first_pictures, options->first_count);
    glyphs_open(&sdl->glyphs, options->fonts_folder);
    return true;
}

bool painter_begin_surface(SdlPlatform *sdl, int width_px, int height_px)
{
    sdl->surface = SDL_CreateRGBSurfaceWithFormat(0, width_px, height_px, 32, SDL_PIXELFORMAT_ARGB8888);
    sdl->renderer = sdl->surface ? SDL_CreateSoftwareRenderer(sdl->surface) : NULL;
    return sdl->renderer != NULL;
}

void painter_fit(SdlPlatform *sdl)
{
    SDL_RendererInfo info;
    sdl->is_software = SDL_GetRendererInfo(sdl->renderer, &info) == 0 && info.flags & SDL_RENDERER_SOFTWARE;
    canvas_fit(sdl);
}

void painter_set_look(SdlPlatform *sdl, StrView look)
{
    if (!strview_equal(strview_from_cstr(sdl->art.look), look) && art_set_look(&sdl->art, look)) {
        fitted_forget(&sdl->fitted);
        shown_forget(&sdl->shown);
    }
}

void painter_lose(SdlPlatform *sdl)
{
    glyphs_forget(&sdl->glyphs);
    fitted_forget(&sdl->fitted);
    for (size_t i = 0; i < sdl->art.sheet_count; i++) {
        sheet_let_go(&sdl->art, &sdl->art.sheets[i]);
    }
    shown_forget(&sdl->shown);
    if (sdl->wash) {
        SDL_DestroyTexture(sdl->wash);
        sdl->wash = NULL;
    }
    if (sdl->renderer) {
        SDL_DestroyRenderer(sdl->renderer);
        sdl->renderer = NULL;
    }
}

void painter_end(SdlPlatform *sdl)
{
    painter_lose(sdl);
    glyphs_close(&sdl->glyphs);
    art_close(&sdl->art);
    SDL_FreeSurface(sdl->surface);
    TTF_Quit();
    free(sdl->art_folder);
    shown_release(&sdl->shown);
}
