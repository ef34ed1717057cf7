#include "sdl_internal.h"

/* Every device becomes the same few events; pads.c and touch.c have gamepads and fingers. */
typedef struct KeyMeaning {
    SDL_Keycode key;
    InputKind kind;
} KeyMeaning;

static const KeyMeaning keys[] = {
    { SDLK_RETURN, INPUT_CONFIRM },  { SDLK_KP_ENTER, INPUT_CONFIRM }, { SDLK_SPACE, INPUT_CONFIRM },
    { SDLK_ESCAPE, INPUT_BACK },     { SDLK_AC_BACK, INPUT_BACK },     { SDLK_UP, INPUT_UP },
    { SDLK_DOWN, INPUT_DOWN },       { SDLK_LEFT, INPUT_LEFT },        { SDLK_RIGHT, INPUT_RIGHT },
    { SDLK_F10, INPUT_MENU },        { SDLK_p, INPUT_MENU },           { SDLK_r, INPUT_REPEAT },
    { SDLK_F1, INPUT_REPEAT },       { SDLK_s, INPUT_SKIP },           { SDLK_h, INPUT_HISTORY },
    { SDLK_u, INPUT_UNDO },          { SDLK_BACKSPACE, INPUT_UNDO },   { SDLK_F11, INPUT_FULLSCREEN },
    { SDLK_f, INPUT_FULLSCREEN },    { SDLK_n, INPUT_NOTES },          { SDLK_PAGEDOWN, INPUT_FORWARD },
    { SDLK_PAGEUP, INPUT_BACKWARD }, { SDLK_F5, INPUT_MENU },          { SDLK_b, INPUT_MENU },
    { SDLK_PERIOD, INPUT_MENU },
};

/* The letter of a key, or, where a keyboard has other letters than Latin ones, that of its place. */
static SDL_Keycode letter_of(const SDL_Keysym *keysym)
{
    bool is_foreign = keysym->sym > 127 && !(keysym->sym & SDLK_SCANCODE_MASK);
    if (is_foreign && keysym->scancode >= SDL_SCANCODE_A && keysym->scancode <= SDL_SCANCODE_Z) {
        return SDLK_a + (SDL_Keycode)(keysym->scancode - SDL_SCANCODE_A);
    }
    return keysym->sym;
}

/* 0..9 by its place: on a French keyboard the digits need Shift. -1 for other keys. */
static int digit_of(const SDL_Keysym *keysym)
{
    if (keysym->scancode >= SDL_SCANCODE_1 && keysym->scancode <= SDL_SCANCODE_9) {
        return (int)keysym->scancode - SDL_SCANCODE_1 + 1;
    }
    if (keysym->sym >= SDLK_KP_1 && keysym->sym <= SDLK_KP_9) {
        return keysym->sym - SDLK_KP_1 + 1;
    }
    if (keysym->scancode == SDL_SCANCODE_0 || keysym->sym == SDLK_KP_0) {
        return 0;
    }
    return keysym->sym >= SDLK_0 && keysym->sym <= SDLK_9 ? keysym->sym - SDLK_0 : -1;
}

static bool from_key(const SDL_KeyboardEvent *event, InputEvent *out)
{
    SDL_Keycode key = letter_of(&event->keysym);
    int digit = digit_of(&event->keysym);
    if (key == SDLK_RETURN && event->keysym.mod & KMOD_ALT) {
        out->kind = INPUT_FULLSCREEN;
        return !event->repeat;
    }
    if (event->keysym.mod & (KMOD_CTRL | KMOD_ALT | KMOD_GUI)) {
        return false; /* the desktop's */
    }
    if (key == SDLK_TAB) {
        out->kind = event->keysym.mod & KMOD_SHIFT ? INPUT_PREV : INPUT_NEXT;
        return true;
    }
    if (digit >= 0) {
        *out = (InputEvent){ .kind = INPUT_DIGIT, .value = digit };
        return !event->repeat;
    }
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        if (keys[i].key == key) {
            out->kind = keys[i].kind;
            bool is_arrow = key == SDLK_UP || key == SDLK_DOWN || key == SDLK_LEFT || key == SDLK_RIGHT;
            return !event->repeat || is_arrow;
        }
    }
    return false;
}

/* Of the keys that confirm it is told when they are let go. */
static bool from_key_up(const SDL_KeyboardEvent *event, InputEvent *out)
{
    SDL_Keycode key = letter_of(&event->keysym);
    out->kind = INPUT_CONFIRM_END;
    return key == SDLK_RETURN || key == SDLK_KP_ENTER || key == SDLK_SPACE;
}

/* True for the window on the second display, also when it is closed already and SDL still tells of it. */
static bool is_elsewhere(const SdlPlatform *sdl, Uint32 window_id)
{
    return sdl->window && window_id != 0 && window_id != SDL_GetWindowID(sdl->window);
}

static bool from_window(SdlPlatform *sdl, const SDL_WindowEvent *event, InputEvent *out)
{
    if (is_elsewhere(sdl, event->windowID)) {
        out->kind = INPUT_DISPLAYS;
        return second_take(sdl, event);
    }
    switch (event->event) {
    case SDL_WINDOWEVENT_CLOSE:
        out->kind = INPUT_QUIT;
        return true;
    case SDL_WINDOWEVENT_DISPLAY_CHANGED: /* it was moved: the second one is another one now */
        out->kind = INPUT_DISPLAYS;
        return true;
    case SDL_WINDOWEVENT_SIZE_CHANGED:
    case SDL_WINDOWEVENT_EXPOSED:
        out->kind = INPUT_RESIZE;
        return true;
    case SDL_WINDOWEVENT_HIDDEN:
    case SDL_WINDOWEVENT_MINIMIZED:
        out->kind = INPUT_FOCUS_LOST;
        return true;
    case SDL_WINDOWEVENT_SHOWN:
    case SDL_WINDOWEVENT_RESTORED:
        out->kind = INPUT_FOCUS_GAINED;
        return true;
    default:
        return false;
    }
}

static bool at_point(const SdlPlatform *sdl, InputKind kind, float x_px, float y_px, InputEvent *out)
{
    *out = (InputEvent){ .kind = kind, .x = x_px / sdl->canvas.scale, .y = y_px / sdl->canvas.scale };
    return true;
}

static bool from_mouse(const SdlPlatform *sdl, const SDL_Event *event, InputEvent *out)
{
    if (event->type == SDL_MOUSEMOTION) {
        return !is_elsewhere(sdl, event->motion.windowID) &&
               at_point(sdl, INPUT_POINT_MOVE, (float)event->motion.x, (float)event->motion.y, out);
    }
    if (event->type == SDL_MOUSEWHEEL) {
        *out = (InputEvent){ .kind = INPUT_WHEEL, .value = event->wheel.y };
        return event->wheel.y != 0 && !is_elsewhere(sdl, event->wheel.windowID);
    }
    return event->button.button == SDL_BUTTON_LEFT && !is_elsewhere(sdl, event->button.windowID) &&
           at_point(sdl, event->type == SDL_MOUSEBUTTONDOWN ? INPUT_POINT_DOWN : INPUT_POINT_UP, (float)event->button.x,
                    (float)event->button.y, out);
}

/* A display was plugged in or out. */
static bool from_display(SdlPlatform *sdl, InputEvent *out)
{
    second_settle(sdl);
    out->kind = INPUT_DISPLAYS;
    return true;
}

bool input_translate(SdlPlatform *sdl, const SDL_Event *event, InputEvent *out)
{
    *out = (InputEvent){ 0 };
    switch (event->type) {
    case SDL_QUIT: /* SIGTERM, SIGINT; a window says SDL_WINDOWEVENT_CLOSE */
        *out = (InputEvent){ .kind = INPUT_QUIT, .value = 1 };
        return true;
    case SDL_KEYDOWN:
        return from_key(&event->key, out);
    case SDL_KEYUP:
        return from_key_up(&event->key, out);
    case SDL_MOUSEMOTION:
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
    case SDL_MOUSEWHEEL:
        return from_mouse(sdl, event, out);
    case SDL_FINGERDOWN:
    case SDL_FINGERUP:
    case SDL_FINGERMOTION:
        return !is_elsewhere(sdl, event->tfinger.windowID) && touch_translate(sdl, &event->tfinger, out);
    case SDL_WINDOWEVENT:
        return from_window(sdl, &event->window, out);
    case SDL_DISPLAYEVENT:
        return from_display(sdl, out);
    case SDL_APP_WILLENTERBACKGROUND:
        out->kind = INPUT_FOCUS_LOST;
        return true;
    case SDL_APP_DIDENTERFOREGROUND:
        out->kind = INPUT_FOCUS_GAINED;
        return true;
    default:
        return pads_translate(sdl, event, out);
    }
}
