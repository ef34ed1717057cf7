#define _POSIX_C_SOURCE 200809L
#include "sdl_internal.h"

#include "sango/base/log.h"

#include <SDL_image.h>
#include <unistd.h>

static SdlPlatform *of(Platform *platform)
{
    return (SdlPlatform *)platform;
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

/* An event of SDL's as one of ours; false when it means nothing to the game. */
static bool take_raw(SdlPlatform *sdl, const SDL_Event *raw, InputEvent *event)
{
    if (raw->type == sdl->sound.faded_event) {
        sound_faded(&sdl->sound);
        return false;
    }
    if (raw->type == SDL_AUDIODEVICEADDED || raw->type == SDL_AUDIODEVICEREMOVED) {
        sound_device_changed(&sdl->sound, &raw->adevice);
        return false;
    }
    if (!input_translate(sdl, raw, event)) {
        return false;
    }
    if (event->kind == INPUT_RESIZE || event->kind == INPUT_FOCUS_GAINED) {
        canvas_fit(sdl);
    }
    return true;
}

static bool sdl_wait_event(Platform *platform, int timeout_ms, InputEvent *event)
{
    SdlPlatform *sdl = of(platform);
    find_pads(sdl);
    if (host_take_event(sdl, event)) {
        return true;
    }
    if (sdl->next_event.kind != INPUT_NONE) {
        *event = sdl->next_event;
        sdl->next_event = (InputEvent){ 0 };
        return true;
    }
    uint64_t began = SDL_GetTicks64();
    timeout_ms = notify_wait_ms(&sdl->notify, began, timeout_ms);
    uint64_t until = began + (uint64_t)(timeout_ms > 0 ? timeout_ms : 0);
    for (;;) {
        SDL_Event raw;
        uint64_t now = SDL_GetTicks64();
        int left = timeout_ms < 0 ? -1 : until > now ? (int)(until - now) : 0;
        if (!host_wait(&raw, left)) {
            return false;
        }
        if (take_raw(sdl, &raw, event)) {
            return true;
        }
    }
}

static uint64_t sdl_now_ms(Platform *platform)
{
    (void)platform;
    return SDL_GetTicks64();
}

static bool sdl_date(Platform *platform, PlatformDate *date)
{
    (void)platform;
    return platform_date(date);
}

static void sdl_alive(Platform *platform)
{
    notify_alive(&of(platform)->notify, SDL_GetTicks64());
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
    if (host_holds(sdl, list)) {
        return; /* it is presented again when they have come */
    }
    paint(sdl, list, &damage);
    if (damage.count) {
        show(sdl, &damage);
    }
    notify_ready(&sdl->notify);
}

static bool sdl_has_second(Platform *platform, PlatformCanvas *canvas)
{
    return second_find(of(platform), canvas);
}

static void sdl_present_second(Platform *platform, const DrawList *list)
{
    second_present(of(platform), list);
}

static PlatformCanvas sdl_canvas(Platform *platform)
{
    return of(platform)->canvas;
}

static void sdl_set_fullscreen(Platform *platform, bool on)
{
    SdlPlatform *sdl = of(platform);
    sdl->wants_fullscreen = on;
    window_settle(sdl);
}

static void sdl_set_kiosk(Platform *platform, bool is_on, bool hides_pointer)
{
    SdlPlatform *sdl = of(platform);
    sdl->is_kiosk = is_on;
    sdl->hides_pointer = is_on && hides_pointer;
    window_settle(sdl);
}

static void sdl_set_look(Platform *platform, StrView look)
{
    SdlPlatform *sdl = of(platform);
    painter_set_look(sdl, look);
    if (sdl->second.painter) {
        painter_set_look(sdl->second.painter, look);
    }
}

static float sdl_fetch(Platform *platform, StrView group)
{
    (void)platform;
    return host_fetch(group);
}

static void sdl_announce(Platform *platform, const SpeakList *list)
{
    host_announce(of(platform), list);
}

static Status write_picture(SdlPlatform *sdl, const char *path)
{
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

static Status sdl_screenshot(Platform *platform, const char *path)
{
    return write_picture(of(platform), path);
}

static Status sdl_screenshot_second(Platform *platform, const char *path)
{
    SdlPlatform *painter = of(platform)->second.painter;
    return painter ? write_picture(painter, path) : STATUS_UNSUPPORTED;
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

bool window_make(SdlPlatform *sdl, const char *title, int width, int height, bool is_software)
{
    sdl->window = SDL_CreateWindow(title, SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, width, height, host_window_flags());
    if (sdl->window) {
        SDL_SetWindowMinimumSize(sdl->window, 320, 180);
        sdl->renderer = SDL_CreateRenderer(sdl->window, -1, is_software ? SDL_RENDERER_SOFTWARE : SDL_RENDERER_ACCELERATED);
        if (!sdl->renderer) {
            sdl->renderer = SDL_CreateRenderer(sdl->window, -1, SDL_RENDERER_SOFTWARE);
        }
    }
    if (!sdl->renderer) {
        log_line(LOG_WARNING, "no window: %s", SDL_GetError());
    }
    return sdl->renderer != NULL;
}

static bool open_window(SdlPlatform *sdl, const SdlOptions *options)
{
    /* On a machine without a graphics card SDL would push the software picture through GL. */
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
    SDL_SetHint(SDL_HINT_QUIT_ON_LAST_WINDOW_CLOSE, "0"); /* so that SDL_QUIT comes from the system only */
    SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0"); /* the other display's window takes the focus for a moment */
    host_set_hints();
    if (SDL_Init(SDL_INIT_VIDEO) != 0) {
        log_line(LOG_WARNING, "no display: %s", SDL_GetError());
        return false;
    }
    if (!is_display_seen()) {
        log_line(LOG_WARNING, "no display: only SDL's driver \"%s\" would start", SDL_GetCurrentVideoDriver());
        return false;
    }
    return window_make(sdl, options->title, options->width, options->height, options->is_software);
}

Status sdl_platform_open(const SdlOptions *options, Platform **platform)
{
    static const PlatformOps ops = {
        .wait_event = sdl_wait_event,
        .now_ms = sdl_now_ms,
        .date = sdl_date,
        .present = sdl_present,
        .announce = sdl_announce,
        .canvas = sdl_canvas,
        .set_fullscreen = sdl_set_fullscreen,
        .set_look = sdl_set_look,
        .screenshot = sdl_screenshot,
        .has_second = sdl_has_second,
        .present_second = sdl_present_second,
        .screenshot_second = sdl_screenshot_second,
        .set_kiosk = sdl_set_kiosk,
        .alive = sdl_alive,
        .open_file = sdl_open_file,
        .pick_file = sdl_pick_file,
        .has_picture = sdl_has_picture,
        .read_ahead = sdl_read_ahead,
        .fetch = sdl_fetch,
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
    SDL_SetMainReady();
    SDL_SetHint(SDL_HINT_RENDER_SCALE_QUALITY, "1");
    sound_open(&sdl->sound, options->sound_folder, options->is_offscreen || !host_has_sound());
    notify_open(&sdl->notify);
    bool opened = painter_begin(sdl, options) &&
                  (options->is_offscreen ? painter_begin_surface(sdl, options->width, options->height) : open_window(sdl, options));
    if (!opened) {
        sdl_platform_close(&sdl->base);
        return STATUS_UNSUPPORTED;
    }
    painter_fit(sdl);
    if (!options->is_offscreen) {
        host_open(sdl);
    }
    *platform = &sdl->base;
    return STATUS_OK;
}

void sdl_platform_close(Platform *platform)
{
    SdlPlatform *sdl = of(platform);
    if (!sdl) {
        return;
    }
    host_close(sdl);
    notify_close(&sdl->notify);
    second_close(sdl);
    sound_close(&sdl->sound);
    pads_close(sdl);
    painter_end(sdl);
    if (sdl->window) {
        SDL_DestroyWindow(sdl->window);
    }
    IMG_Quit();
    SDL_Quit();
    alloc_free(alloc_heap(), sdl, sizeof *sdl);
}

const TextMeasure *sdl_platform_measure(Platform *platform)
{
    return &of(platform)->glyphs.measure;
}
