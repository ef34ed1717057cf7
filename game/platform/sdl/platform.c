#define _POSIX_C_SOURCE 200809L
#include "sdl_internal.h"

#include "sango/base/log.h"

#include <SDL_image.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A screen that stands upright gets a narrower canvas: letters would be too small on it. */
/* At 1080 lines a place, three figures, the interface and the next place that is read ahead; at 720 twice that. */
enum { SHEET_BYTES_MAX = 40 * 1024 * 1024 };
enum { UNITS_W = 1920, UNITS_H = 1080, TALL_UNITS_W = 1200, TALL_UNITS_H = 1500 };

static SdlPlatform *of(Platform *platform)
{
    return (SdlPlatform *)platform;
}

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

static float scale_of(int width, int height)
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

/* The canvas is never smaller than 1920 x 1080 units, or 1200 x 1500; the longer side gets more. */
static void fit_canvas(SdlPlatform *sdl)
{
    int width = 1;
    int height = 1;
    if (SDL_GetRendererOutputSize(sdl->renderer, &width, &height) != 0) {
        return;
    }
    width = width > 0 ? width : 1;
    height = height > 0 ? height : 1;
    float scale = scale_of(width, height);
    sdl->canvas = (PlatformCanvas){ (float)width / scale, (float)height / scale, scale, width, height };
    glyphs_set_scale(&sdl->glyphs, scale);
    open_art(sdl, scale);
    sdl->fitted.bytes_max = fitted_bytes_for(width, height, sdl->art.set);
    sdl->art.bytes_max = SHEET_BYTES_MAX;
    shown_forget(&sdl->shown);
}

/* Opening every input device takes longer than the rest of the start. */
static void find_pads(SdlPlatform *sdl)
{
    if (sdl->window && !sdl->has_pads) {
        sdl->has_pads = true;
        if (SDL_InitSubSystem(SDL_INIT_GAMECONTROLLER) != 0) {
            log_line(LOG_WARNING, "no gamepads: %s", SDL_GetError());
        }
    }
}

static bool sdl_wait_event(Platform *platform, int timeout_ms, InputEvent *event)
{
    SdlPlatform *sdl = of(platform);
    find_pads(sdl);
    uint64_t until = SDL_GetTicks64() + (uint64_t)(timeout_ms > 0 ? timeout_ms : 0);
    for (;;) {
        SDL_Event raw;
        uint64_t now = SDL_GetTicks64();
        int left = timeout_ms < 0 ? -1 : until > now ? (int)(until - now) : 0;
        int got = left < 0 ? SDL_WaitEvent(&raw) : SDL_WaitEventTimeout(&raw, left);
        if (!got) {
            return false;
        }
        if (raw.type == sdl->sound.faded_event) {
            sound_faded(&sdl->sound);
        } else if (input_translate(sdl, &raw, event)) {
            if (event->kind == INPUT_RESIZE || event->kind == INPUT_FOCUS_GAINED) {
                fit_canvas(sdl);
            }
            return true;
        }
    }
}

static uint64_t sdl_now_ms(Platform *platform)
{
    (void)platform;
    return SDL_GetTicks64();
}

/* Only the parts that changed go to the window. A graphics card gets the whole picture. */
static void show(SdlPlatform *sdl, const Damage *damage)
{
    if (sdl->window && sdl->is_software) {
        SDL_RenderFlush(sdl->renderer);
        if (SDL_UpdateWindowSurfaceRects(sdl->window, damage->rects, (int)damage->count) == 0) {
            return;
        }
    }
    SDL_RenderPresent(sdl->renderer);
}

static void sdl_present(Platform *platform, const DrawList *list)
{
    SdlPlatform *sdl = of(platform);
    Damage damage;
    paint(sdl, list, &damage);
    if (damage.count) {
        show(sdl, &damage);
    }
}

static PlatformCanvas sdl_canvas(Platform *platform)
{
    return of(platform)->canvas;
}

static void sdl_set_fullscreen(Platform *platform, bool on)
{
    SdlPlatform *sdl = of(platform);
    if (sdl->window && on != sdl->is_fullscreen) {
        if (SDL_SetWindowFullscreen(sdl->window, on ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0) != 0) {
            log_line(LOG_WARNING, "no full screen: %s", SDL_GetError());
        }
        sdl->is_fullscreen = on;
        fit_canvas(sdl);
    }
}

static void sdl_set_look(Platform *platform, StrView look)
{
    SdlPlatform *sdl = of(platform);
    if (!strview_equal(strview_from_cstr(sdl->art.look), look) && art_set_look(&sdl->art, look)) {
        fitted_forget(&sdl->fitted);
        shown_forget(&sdl->shown);
    }
}

static Status sdl_screenshot(Platform *platform, const char *path)
{
    SdlPlatform *sdl = of(platform);
    SDL_Surface *copy = SDL_CreateRGBSurfaceWithFormat(0, sdl->canvas.width_px, sdl->canvas.height_px, 32, SDL_PIXELFORMAT_ARGB8888);
    if (!copy) {
        return STATUS_NOMEM;
    }
    Status status = STATUS_IO;
    if (SDL_RenderReadPixels(sdl->renderer, NULL, SDL_PIXELFORMAT_ARGB8888, copy->pixels, copy->pitch) == 0 &&
        IMG_SavePNG(copy, path) == 0) {
        status = STATUS_OK;
    }
    SDL_FreeSurface(copy);
    return status;
}

static bool sdl_has_picture(Platform *platform, StrView name)
{
    const Art *art = &of(platform)->art;
    return art->is_partial || art_find(art, name);
}

static void sdl_read_ahead(Platform *platform, const StrView *names, size_t count)
{
    art_read_ahead(&of(platform)->art, names, count);
}

static Status sdl_text_contrast(Platform *platform, TextContrast *worst)
{
    return legible_measure(of(platform), worst);
}

static void sdl_play_sound(Platform *platform, StrView name)
{
    sound_play(&of(platform)->sound, name);
}

static void sdl_play_music(Platform *platform, StrView name)
{
    sound_music(&of(platform)->sound, name);
}

static void sdl_set_volumes(Platform *platform, const PlatformVolumes *volumes)
{
    sound_set_volumes(&of(platform)->sound, volumes);
}

static uint32_t sdl_play_voice(Platform *platform, StrView name)
{
    return voice_speak(&of(platform)->sound, name);
}

static void sdl_rest_sound(Platform *platform, bool on)
{
    sound_rest(&of(platform)->sound, on);
}

static bool open_surface(SdlPlatform *sdl, const SdlOptions *options)
{
    sdl->surface = SDL_CreateRGBSurfaceWithFormat(0, options->width, options->height, 32, SDL_PIXELFORMAT_ARGB8888);
    sdl->renderer = sdl->surface ? SDL_CreateSoftwareRenderer(sdl->surface) : NULL;
    return sdl->renderer != NULL;
}

/* SDL takes its driver "offscreen" where there is no display at all; a window nobody can see would play for ever.
   A bare console counts only with a person at it. Who names a driver in SDL_VIDEODRIVER gets that one. */
static bool is_display_seen(void)
{
    const char *driver = SDL_GetCurrentVideoDriver();
    if (SDL_GetHint(SDL_HINT_VIDEODRIVER)) {
        return true;
    }
    if (SDL_strcmp(driver, "KMSDRM") == 0) {
        return isatty(STDIN_FILENO);
    }
    return SDL_strcmp(driver, "offscreen") != 0 && SDL_strcmp(driver, "dummy") != 0 && SDL_strcmp(driver, "evdev") != 0;
}

static bool open_window(SdlPlatform *sdl, const SdlOptions *options)
{
    /* On a machine without a graphics card SDL would push the software picture through GL. */
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
    if (SDL_Init(SDL_INIT_VIDEO) != 0) {
        log_line(LOG_WARNING, "no display: %s", SDL_GetError());
        return false;
    }
    if (!is_display_seen()) {
        log_line(LOG_WARNING, "no display: only SDL's driver \"%s\" would start", SDL_GetCurrentVideoDriver());
        return false;
    }
    sdl->window = SDL_CreateWindow(options->title, SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, options->width, options->height,
                                   SDL_WINDOW_RESIZABLE);
    if (sdl->window) {
        SDL_SetWindowMinimumSize(sdl->window, 320, 180);
        Uint32 kind = options->is_software ? SDL_RENDERER_SOFTWARE : SDL_RENDERER_ACCELERATED;
        sdl->renderer = SDL_CreateRenderer(sdl->window, -1, kind);
        if (!sdl->renderer) {
            sdl->renderer = SDL_CreateRenderer(sdl->window, -1, SDL_RENDERER_SOFTWARE);
        }
    }
    if (!sdl->renderer) {
        log_line(LOG_WARNING, "no window: %s", SDL_GetError());
    }
    return sdl->renderer != NULL;
}

/* As a URL: what is no letter, digit or one of the signs that a path has is written as %XX. */
static Status sdl_open_file(Platform *platform, const char *path)
{
    static const char digits[] = "0123456789ABCDEF";
    StrBuf url;
    (void)platform;
    strbuf_init(&url, alloc_heap());
    strbuf_append(&url, SV("file://"));
    for (const char *c = path; *c; c++) {
        unsigned char byte = (unsigned char)*c;
        if ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') || strchr("/-_.~", byte)) {
            strbuf_char(&url, *c);
        } else {
            strbuf_char(&url, '%');
            strbuf_char(&url, digits[byte >> 4]);
            strbuf_char(&url, digits[byte & 15]);
        }
    }
    Status status = url.failed ? STATUS_NOMEM : SDL_OpenURL(url.data) == 0 ? STATUS_OK : STATUS_IO;
    strbuf_release(&url);
    return status;
}

Status sdl_platform_open(const SdlOptions *options, Platform **platform)
{
    static const PlatformOps ops = {
        .wait_event = sdl_wait_event,
        .now_ms = sdl_now_ms,
        .present = sdl_present,
        .canvas = sdl_canvas,
        .set_fullscreen = sdl_set_fullscreen,
        .set_look = sdl_set_look,
        .screenshot = sdl_screenshot,
        .open_file = sdl_open_file,
        .has_picture = sdl_has_picture,
        .read_ahead = sdl_read_ahead,
        .text_contrast = sdl_text_contrast,
        .play_sound = sdl_play_sound,
        .play_music = sdl_play_music,
        .set_volumes = sdl_set_volumes,
        .play_voice = sdl_play_voice,
        .rest_sound = sdl_rest_sound,
    };
    *platform = NULL;
    SdlPlatform *sdl = alloc_take(alloc_heap(), 1, sizeof *sdl);
    if (!sdl) {
        return STATUS_NOMEM;
    }
    sdl->base.ops = &ops;
    shown_init(&sdl->shown);
    SDL_SetMainReady();
    SDL_SetHint(SDL_HINT_RENDER_SCALE_QUALITY, "1");
    size_t len = strlen(options->art_folder) + 1;
    sdl->art_folder = malloc(len);
    bool opened = sdl->art_folder && TTF_Init() == 0;
    if (opened) {
        memcpy(sdl->art_folder, options->art_folder, len);
        open_art(sdl, scale_of(options->width, options->height));
        art_read_ahead(&sdl->art, options->first_pictures, options->first_count);
        glyphs_open(&sdl->glyphs, options->fonts_folder);
        sound_open(&sdl->sound, options->sound_folder, options->is_offscreen);
        opened = options->is_offscreen ? open_surface(sdl, options) : open_window(sdl, options);
    }
    if (!opened) {
        sdl_platform_close(&sdl->base);
        return STATUS_UNSUPPORTED;
    }
    SDL_RendererInfo info;
    sdl->is_software = SDL_GetRendererInfo(sdl->renderer, &info) == 0 && info.flags & SDL_RENDERER_SOFTWARE;
    fit_canvas(sdl);
    *platform = &sdl->base;
    return STATUS_OK;
}

void sdl_platform_close(Platform *platform)
{
    SdlPlatform *sdl = of(platform);
    if (!sdl) {
        return;
    }
    sound_close(&sdl->sound);
    glyphs_close(&sdl->glyphs);
    fitted_forget(&sdl->fitted);
    art_close(&sdl->art);
    SDL_GameControllerClose(sdl->pad);
    if (sdl->wash) {
        SDL_DestroyTexture(sdl->wash);
    }
    if (sdl->renderer) {
        SDL_DestroyRenderer(sdl->renderer);
    }
    SDL_FreeSurface(sdl->surface);
    if (sdl->window) {
        SDL_DestroyWindow(sdl->window);
    }
    TTF_Quit();
    IMG_Quit();
    SDL_Quit();
    free(sdl->art_folder);
    shown_release(&sdl->shown);
    alloc_free(alloc_heap(), sdl, sizeof *sdl);
}

const TextMeasure *sdl_platform_measure(Platform *platform)
{
    return &of(platform)->glyphs.measure;
}
