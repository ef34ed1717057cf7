#include "sdl_internal.h"

#include "sango/base/log.h"

/* A window over a whole display that the game's own window is not on. What is drawn goes into a surface in memory by a painter
 * of its own (pictures and letters belong to one renderer and one scale), and from there, when it has changed, to the window. */

enum { SETTLE_MS = 700 };

/* The first display that does not show the same part of the desktop as the one with the game. */
static bool find_display(const SdlPlatform *sdl, int *index, SDL_Rect *bounds)
{
    SDL_Rect own;
    int home = SDL_GetWindowDisplayIndex(sdl->window);
    if (home < 0 || SDL_GetDisplayBounds(home, &own) != 0) {
        return false;
    }
    for (int i = 0; i < SDL_GetNumVideoDisplays(); i++) {
        if (i != home && SDL_GetDisplayBounds(i, bounds) == 0 && bounds->w > 0 && bounds->h > 0 && !SDL_HasIntersection(&own, bounds)) {
            *index = i;
            return true;
        }
    }
    return false;
}

/* Offscreen there is one as large as the first. */
static bool find_place(const SdlPlatform *sdl, int *index, SDL_Rect *bounds)
{
    if (sdl->window) {
        return !sdl->second.is_unusable && find_display(sdl, index, bounds);
    }
    *index = 0;
    *bounds = (SDL_Rect){ 0, 0, sdl->canvas.width_px, sdl->canvas.height_px };
    return true;
}

bool second_find(const SdlPlatform *sdl, PlatformCanvas *canvas)
{
    int index;
    SDL_Rect bounds;
    bool is_there = find_place(sdl, &index, &bounds);
    if (is_there) {
        const SdlPlatform *painter = sdl->second.painter;
        *canvas = painter ? painter->canvas : canvas_of(bounds.w, bounds.h);
    }
    return is_there;
}

static bool open_window(SdlPlatform *sdl, int index)
{
    Second *second = &sdl->second;
    int place = (int)SDL_WINDOWPOS_CENTERED_DISPLAY((unsigned)index);
    second->window = SDL_CreateWindow(SDL_GetWindowTitle(sdl->window), place, place, second->bounds.w, second->bounds.h,
                                      SDL_WINDOW_FULLSCREEN_DESKTOP | SDL_WINDOW_BORDERLESS | SDL_WINDOW_SKIP_TASKBAR);
    if (!second->window) {
        return false;
    }
    second->renderer = SDL_CreateRenderer(second->window, -1, sdl->is_software ? SDL_RENDERER_SOFTWARE : SDL_RENDERER_ACCELERATED);
    if (!second->renderer) {
        second->renderer = SDL_CreateRenderer(second->window, -1, SDL_RENDERER_SOFTWARE);
    }
    second->opened_ms = SDL_GetTicks64();
    SDL_RaiseWindow(sdl->window); /* the keys are the game's */
    return second->renderer != NULL;
}

/* A painter for so many pixels, and the picture that brings them to the window. */
static bool open_painter(SdlPlatform *sdl, int width, int height)
{
    Second *second = &sdl->second;
    SdlOptions options = { .art_folder = sdl->art_folder, .fonts_folder = sdl->glyphs.folder, .width = width, .height = height };
    second->painter = alloc_take(alloc_heap(), 1, sizeof *second->painter);
    if (!second->painter || !painter_begin(second->painter, &options) || !painter_begin_surface(second->painter, width, height)) {
        return false;
    }
    painter_fit(second->painter);
    painter_set_look(second->painter, strview_from_cstr(sdl->art.look));
    if (!second->window) {
        return true;
    }
    second->texture = SDL_CreateTexture(second->renderer, SDL_PIXELFORMAT_ARGB8888, SDL_TEXTUREACCESS_STREAMING, width, height);
    return second->texture && SDL_SetTextureBlendMode(second->texture, SDL_BLENDMODE_NONE) == 0;
}

static void close_painter(Second *second)
{
    if (second->texture) {
        SDL_DestroyTexture(second->texture);
        second->texture = NULL;
    }
    if (second->painter) {
        painter_end(second->painter);
        alloc_free(alloc_heap(), second->painter, sizeof *second->painter);
        second->painter = NULL;
    }
}

void second_close(SdlPlatform *sdl)
{
    Second *second = &sdl->second;
    bool is_unusable = second->is_unusable;
    close_painter(second);
    if (second->renderer) {
        SDL_DestroyRenderer(second->renderer);
    }
    if (second->window) {
        SDL_DestroyWindow(second->window);
    }
    *second = (Second){ .is_unusable = is_unusable };
}

static bool open_second(SdlPlatform *sdl, int index, const SDL_Rect *bounds)
{
    Second *second = &sdl->second;
    int width = bounds->w;
    int height = bounds->h;
    second->bounds = *bounds;
    bool is_open = !sdl->window || (open_window(sdl, index) && SDL_GetRendererOutputSize(second->renderer, &width, &height) == 0);
    is_open = is_open && open_painter(sdl, width, height);
    if (!is_open) {
        log_line(LOG_WARNING, "nothing can be shown on the second display: %s", SDL_GetError());
        second_close(sdl);
        second->is_unusable = true;
    }
    return is_open;
}

/* True when the window manager has put it elsewhere, perhaps over the game: the display was turned off though not unplugged, of which
 * X11 does not tell SDL, or a window cannot be sent to a display there. One that has just been opened may still be on its way. */
static bool is_displaced(const SdlPlatform *sdl)
{
    const Second *second = &sdl->second;
    int width, height;
    if (!second->window || SDL_GetTicks64() - second->opened_ms < SETTLE_MS) {
        return false;
    }
    SDL_GetWindowSize(second->window, &width, &height);
    return width != second->bounds.w || height != second->bounds.h;
}

/* Until the displays change. */
static void give_up(SdlPlatform *sdl)
{
    log_line(LOG_WARNING, "nothing can be shown on the second display: its window does not stay there");
    second_close(sdl);
    sdl->second.is_unusable = true;
}

/* What is painted already goes to the window once more: something was over it. */
static void show(const Second *second)
{
    (void)SDL_RenderCopy(second->renderer, second->texture, NULL, NULL);
    SDL_RenderPresent(second->renderer);
}

static void copy_damage(const Second *second, const Damage *damage)
{
    const SDL_Surface *from = second->painter->surface;
    for (size_t i = 0; i < damage->count; i++) {
        SDL_Rect part = damage->rects[i];
        const Uint8 *pixels = (const Uint8 *)from->pixels + (size_t)part.y * (size_t)from->pitch + (size_t)part.x * 4;
        (void)SDL_UpdateTexture(second->texture, &part, pixels, from->pitch);
    }
}

void second_present(SdlPlatform *sdl, const DrawList *list)
{
    Second *second = &sdl->second;
    int index;
    SDL_Rect bounds;
    if (!list || !find_place(sdl, &index, &bounds)) {
        second_close(sdl);
        return;
    }
    if (second->painter && !SDL_RectEquals(&bounds, &second->bounds)) {
        second_close(sdl);
    }
    if (second->painter && is_displaced(sdl)) {
        give_up(sdl);
        return;
    }
    if (!second->painter && !open_second(sdl, index, &bounds)) {
        return;
    }
    Damage damage;
    paint(second->painter, list, &damage);
    if (damage.count) {
        SDL_RenderFlush(second->painter->renderer);
        if (second->window) {
            copy_damage(second, &damage);
            show(second);
        }
    }
}

bool second_take(SdlPlatform *sdl, const SDL_WindowEvent *event)
{
    Second *second = &sdl->second;
    int width, height;
    if (!second->window || event->windowID != SDL_GetWindowID(second->window) ||
        SDL_GetRendererOutputSize(second->renderer, &width, &height) != 0) {
        return false;
    }
    if (is_displaced(sdl)) {
        give_up(sdl);
        return true;
    }
    if (width != second->painter->canvas.width_px || height != second->painter->canvas.height_px) {
        close_painter(second);
        if (width > 0 && height > 0 && open_painter(sdl, width, height)) {
            return true;
        }
        second_close(sdl);
        return true;
    }
    if (event->event == SDL_WINDOWEVENT_EXPOSED || event->event == SDL_WINDOWEVENT_SHOWN) {
        show(second);
    }
    return false;
}

void second_settle(SdlPlatform *sdl)
{
    int index;
    SDL_Rect bounds;
    sdl->second.is_unusable = false;
    if (sdl->second.painter && !find_place(sdl, &index, &bounds)) {
        second_close(sdl);
    }
}
