#include "sdl_internal.h"

/* Gamepads: all that are plugged in act, each has its own number. */
enum { STICK_ON = 11500, STICK_OFF = 8000 }; /* dead zone 0.35 of 32767, with some give */

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

/* Its number; 0 when it is not one of ours. */
static uint32_t number_of(const SdlPlatform *sdl, SDL_JoystickID id)
{
    for (uint32_t i = 1; i <= INPUT_PADS_MAX; i++) {
        if (sdl->pads[i].handle && sdl->pads[i].id == id) {
            return i;
        }
    }
    return 0;
}

static bool tell_count(const SdlPlatform *sdl, InputEvent *out)
{
    *out = (InputEvent){ .kind = INPUT_DEVICES };
    for (uint32_t i = 1; i <= INPUT_PADS_MAX; i++) {
        out->value += sdl->pads[i].handle ? 1 : 0;
    }
    return true;
}

/* `index` is SDL's, among those that are there now. */
static bool add_pad(SdlPlatform *sdl, int index, InputEvent *out)
{
    SDL_JoystickID id = SDL_JoystickGetDeviceInstanceID(index);
    for (uint32_t i = 1; i <= INPUT_PADS_MAX && number_of(sdl, id) == 0; i++) {
        if (!sdl->pads[i].handle) {
            sdl->pads[i] = (Pad){ .handle = SDL_GameControllerOpen(index), .id = id };
            return sdl->pads[i].handle && tell_count(sdl, out);
        }
    }
    return false;
}

/* What it held is let go with it: SDL tells of its buttons. */
static bool lose_pad(SdlPlatform *sdl, SDL_JoystickID id, InputEvent *out)
{
    Pad *pad = &sdl->pads[number_of(sdl, id)];
    if (!pad->handle) {
        return false;
    }
    SDL_GameControllerClose(pad->handle);
    *pad = (Pad){ 0 };
    return tell_count(sdl, out);
}

static bool from_button(const SdlPlatform *sdl, const SDL_ControllerButtonEvent *event, InputEvent *out)
{
    out->device = number_of(sdl, event->which);
    for (size_t i = 0; i < sizeof buttons / sizeof buttons[0]; i++) {
        if (buttons[i].button == (SDL_GameControllerButton)event->button) {
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
    out->device = number_of(sdl, event->which);
    int *held = &sdl->pads[out->device].stick;
    int size = event->value < 0 ? -(int)event->value : event->value;
    InputKind kind = is_x ? (event->value < 0 ? INPUT_LEFT : INPUT_RIGHT) : (event->value < 0 ? INPUT_UP : INPUT_DOWN);
    bool same_axis = is_x ? *held == INPUT_LEFT || *held == INPUT_RIGHT : *held == INPUT_UP || *held == INPUT_DOWN;
    if (size < STICK_OFF && same_axis) {
        *held = INPUT_NONE;
    }
    if (size < STICK_ON || *held != INPUT_NONE) {
        return false;
    }
    *held = (int)kind;
    out->kind = kind;
    return true;
}

bool pads_translate(SdlPlatform *sdl, const SDL_Event *event, InputEvent *out)
{
    switch (event->type) {
    case SDL_CONTROLLERBUTTONDOWN:
        return from_button(sdl, &event->cbutton, out);
    case SDL_CONTROLLERBUTTONUP:
        *out = (InputEvent){ .kind = INPUT_CONFIRM_END, .device = number_of(sdl, event->cbutton.which) };
        return event->cbutton.button == SDL_CONTROLLER_BUTTON_A;
    case SDL_CONTROLLERAXISMOTION:
        return from_stick(sdl, &event->caxis, out);
    case SDL_CONTROLLERDEVICEADDED:
        return add_pad(sdl, event->cdevice.which, out);
    case SDL_CONTROLLERDEVICEREMOVED:
        return lose_pad(sdl, event->cdevice.which, out);
    default:
        return false;
    }
}

void pads_close(SdlPlatform *sdl)
{
    for (uint32_t i = 1; i <= INPUT_PADS_MAX; i++) {
        if (sdl->pads[i].handle) {
            SDL_GameControllerClose(sdl->pads[i].handle);
            sdl->pads[i] = (Pad){ 0 };
        }
    }
}

bool sdl_platform_has_pads(const Platform *platform)
{
    const SdlPlatform *sdl = (const SdlPlatform *)platform;
    bool has_pads = false;
    for (uint32_t i = 1; i <= INPUT_PADS_MAX; i++) {
        has_pads = has_pads || sdl->pads[i].handle;
    }
    return has_pads;
}
