#include "sdl_internal.h"

#include "sango/base/log.h"

/* A desktop: files are there, and the program waits for what comes. */

void host_open(SdlPlatform *sdl)
{
    (void)sdl;
}

void host_close(SdlPlatform *sdl)
{
    (void)sdl;
}

void host_set_hints(void)
{
}

Uint32 host_window_flags(void)
{
    return SDL_WINDOW_RESIZABLE;
}

bool host_wait(SDL_Event *raw, int timeout_ms)
{
    return (timeout_ms < 0 ? SDL_WaitEvent(raw) : SDL_WaitEventTimeout(raw, timeout_ms)) != 0;
}

bool host_take_event(SdlPlatform *sdl, InputEvent *event)
{
    (void)sdl;
    (void)event;
    return false;
}

void host_fullscreen(SdlPlatform *sdl, bool on)
{
    if (SDL_SetWindowFullscreen(sdl->window, on ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0) != 0) {
        log_line(LOG_WARNING, "no full screen: %s", SDL_GetError());
    }
}

/* Screen readers use the terminal (--text). */
bool host_holds(SdlPlatform *sdl, const DrawList *list)
{
    (void)sdl;
    (void)list;
    return false; /* files of the computer are waited for */
}

void host_announce(SdlPlatform *sdl, const SpeakList *list)
{
    (void)sdl;
    (void)list;
}

/* A device may be plugged in at any time. */
bool host_has_sound(void)
{
    return true;
}

float host_fetch(StrView group)
{
    (void)group;
    return 1;
}

bool host_has_file(const char *path)
{
    (void)path;
    return true;
}
