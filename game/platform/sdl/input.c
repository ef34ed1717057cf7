#include "sdl_internal.h"

/* Every device becomes the same few events. */
enum { STICK_ON = 11500, STICK_OFF = 8000 }; /* dead zone 0.35 of 32767, with some give */

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
    { SDLK_f, INPUT_FULLSCREEN },
};

static const struct {
    SDL_GameControllerButton button;
    InputKind kind;
} buttons[] = {
    { SDL_CONTROLLER_BUTTON_A, INPUT_CONFIRM },         { SDL_CONTROLLER_BUTTON_B, INPUT_BACK },
    { SDL_CONTROLLER_BUTTON_X, INPUT_SKIP },            { SDL_CONTROLLER_BUTTON_Y, INPUT_REPEAT },
    { SDL_CONTROLLER_BUTTON_START, INPUT_MENU },        { SDL_CONTROLLER_BUTTON_BACK, INPUT_HISTORY },
    { SDL_CONTROLLER_BUTTON_LEFTSHOULDER, INPUT_UNDO }, { SDL_CONTROLLER_BUTTON_DPAD_UP, INPUT_UP },
    { SDL_CONTROLLER_BUTTON_DPAD_DOWN, INPUT_DOWN },    { SDL_CONTROLLER_BUTTON_DPAD_LEFT, INPUT_LEFT },
    { SDL_CONTROLLER_BUTTON_DPAD_RIGHT, INPUT_RIGHT },
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

/* 1..9 by its place: on a French keyboard the digits need Shift. 0 for other keys. */
static int digit_of(const SDL_Keysym *keysym)
{
    if (keysym->scancode >= SDL_SCANCODE_1 && keysym->scancode <= SDL_SCANCODE_9) {
        return (int)keysym->scancode - SDL_SCANCODE_1 + 1;
    }
    if (keysym->sym >= SDLK_KP_1 && keysym->sym <= SDLK_KP_9) {
        return keysym->sym - SDLK_KP_1 + 1;
    }
    return keysym->sym >= SDLK_1 && keysym->sym <= SDLK_9 ? keysym->sym - SDLK_0 : 0;
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
    if (digit) {
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

static bool from_button(Uint8 button, InputEvent *out)
{
    for (size_t i = 0; i < sizeof buttons / sizeof buttons[0]; i++) {
        if (buttons[i].button == (SDL_GameControllerButton)button) {
            out->kind = buttons[i].kind;
            return true;
        }
    }
    return false;
}

/* The stick acts once when it leaves the dead zone. */
static bool from_stick(SdlPlatform *sdl, const SDL_ControllerAxisEvent *event, InputEvent *out)
{
    bool is_x = event->axis == SDL_CONTROLLER_AXIS_LEFTX;
    if (!is_x && event->axis != SDL_CONTROLLER_AXIS_LEFTY) {
        return false;
    }
    int size = event->value < 0 ? -(int)event->value : event->value;
    InputKind kind = is_x ? (event->value < 0 ? INPUT_LEFT : INPUT_RIGHT) : (event->value < 0 ? INPUT_UP : INPUT_DOWN);
    bool same_axis = is_x ? sdl->stick == INPUT_LEFT || sdl->stick == INPUT_RIGHT : sdl->stick == INPUT_UP || sdl->stick == INPUT_DOWN;
    if (size < STICK_OFF && same_axis) {
        sdl->stick = INPUT_NONE;
    }
    if (size < STICK_ON || sdl->stick != INPUT_NONE) {
        return false;
    }
    sdl->stick = (int)kind;
    out->kind = kind;
    return true;
}

/* The pad in use has gone: another that is there takes its place. */
static void lose_pad(SdlPlatform *sdl, SDL_JoystickID id)
{
    if (!sdl->pad || SDL_JoystickInstanceID(SDL_GameControllerGetJoystick(sdl->pad)) != id) {
        return;
    }
    SDL_GameControllerClose(sdl->pad);
    sdl->pad = NULL;
    sdl->stick = INPUT_NONE;
    for (int i = 0; i < SDL_NumJoysticks() && !sdl->pad; i++) {
        sdl->pad = SDL_IsGameController(i) && SDL_JoystickGetDeviceInstanceID(i) != id ? SDL_GameControllerOpen(i) : NULL;
    }
}

static bool from_window(Uint8 what, InputEvent *out)
{
    switch (what) {
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

static bool from_finger(const SdlPlatform *sdl, const SDL_TouchFingerEvent *event, InputKind kind, InputEvent *out)
{
    return at_point(sdl, kind, event->x * (float)sdl->canvas.width_px, event->y * (float)sdl->canvas.height_px, out);
}

bool input_translate(SdlPlatform *sdl, const SDL_Event *event, InputEvent *out)
{
    *out = (InputEvent){ 0 };
    switch (event->type) {
    case SDL_QUIT:
        out->kind = INPUT_QUIT;
        return true;
    case SDL_KEYDOWN:
        return from_key(&event->key, out);
    case SDL_KEYUP:
        return from_key_up(&event->key, out);
    case SDL_MOUSEMOTION:
        return at_point(sdl, INPUT_POINT_MOVE, (float)event->motion.x, (float)event->motion.y, out);
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
        return event->button.button == SDL_BUTTON_LEFT &&
               at_point(sdl, event->type == SDL_MOUSEBUTTONDOWN ? INPUT_POINT_DOWN : INPUT_POINT_UP, (float)event->button.x,
                        (float)event->button.y, out);
    case SDL_FINGERDOWN:
        return from_finger(sdl, &event->tfinger, INPUT_POINT_DOWN, out);
    case SDL_FINGERUP:
        return from_finger(sdl, &event->tfinger, INPUT_POINT_UP, out);
    case SDL_FINGERMOTION:
        return from_finger(sdl, &event->tfinger, INPUT_POINT_MOVE, out);
    case SDL_MOUSEWHEEL:
        *out = (InputEvent){ .kind = INPUT_WHEEL, .value = event->wheel.y };
        return event->wheel.y != 0;
    case SDL_CONTROLLERBUTTONDOWN:
        return from_button(event->cbutton.button, out);
    case SDL_CONTROLLERBUTTONUP:
        out->kind = INPUT_CONFIRM_END;
        return event->cbutton.button == SDL_CONTROLLER_BUTTON_A;
    case SDL_CONTROLLERAXISMOTION:
        return from_stick(sdl, &event->caxis, out);
    case SDL_CONTROLLERDEVICEADDED:
        if (!sdl->pad) {
            sdl->pad = SDL_GameControllerOpen(event->cdevice.which);
        }
        return false;
    case SDL_CONTROLLERDEVICEREMOVED:
        lose_pad(sdl, event->cdevice.which);
        return false;
    case SDL_WINDOWEVENT:
        return from_window(event->window.event, out);
    case SDL_APP_WILLENTERBACKGROUND:
        out->kind = INPUT_FOCUS_LOST;
        return true;
    case SDL_APP_DIDENTERFOREGROUND:
        out->kind = INPUT_FOCUS_GAINED;
        return true;
    default:
        return false;
    }
}
