#include "sdl_internal.h"

/* Full screen, and a kiosk's window, which nobody leaves or closes by accident. */

static void settle_fullscreen(SdlPlatform *sdl)
{
    bool wanted = sdl->wants_fullscreen || sdl->is_kiosk;
    if (wanted != sdl->is_fullscreen) {
        host_fullscreen(sdl, wanted);
        sdl->is_fullscreen = wanted;
        canvas_fit(sdl);
    }
}

/* Before the full screen: a window manager may not look at a window's place among others while it fills the screen. */
static void settle_lock(SdlPlatform *sdl)
{
    SDL_bool is_locked = sdl->is_kiosk ? SDL_TRUE : SDL_FALSE;
    SDL_SetHint(SDL_HINT_ALLOW_ALT_TAB_WHILE_GRABBED, is_locked ? "0" : "1");
    SDL_SetHint(SDL_HINT_WINDOWS_NO_CLOSE_ON_ALT_F4, is_locked ? "1" : "0");
    SDL_SetWindowKeyboardGrab(sdl->window, is_locked);
    SDL_SetWindowAlwaysOnTop(sdl->window, is_locked);
    if (is_locked) {
        SDL_DisableScreenSaver();
    } else {
        SDL_EnableScreenSaver();
    }
    sdl->is_locked = sdl->is_kiosk;
}

void window_settle(SdlPlatform *sdl)
{
    if (!sdl->window) {
        return;
    }
    if (sdl->is_kiosk != sdl->is_locked) {
        settle_lock(sdl);
    }
    settle_fullscreen(sdl);
    if (sdl->hides_pointer != sdl->is_pointer_hidden) {
        (void)SDL_ShowCursor(sdl->hides_pointer ? SDL_DISABLE : SDL_ENABLE);
        sdl->is_pointer_hidden = sdl->hides_pointer;
    }
}
