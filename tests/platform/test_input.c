/* What each device means: made-up SDL events in, our events out. */
#include "platform/sdl/sdl_internal.h"
#include "test.h"

static SdlPlatform sdl; /* too large for the stack */

static void begin(void)
{
    sdl = (SdlPlatform){ .canvas = { .width = 1920, .height = 1200, .scale = 0.5f, .width_px = 960, .height_px = 600 } };
}

/* The kind of the event that comes of `raw`; INPUT_NONE when none does. */
static InputKind kind_of(const SDL_Event *raw)
{
    InputEvent event = { .kind = INPUT_QUIT };
    return input_translate(&sdl, raw, &event) ? event.kind : INPUT_NONE;
}

static InputEvent event_of(const SDL_Event *raw)
{
    InputEvent event = { .kind = INPUT_QUIT };
    EXPECT(input_translate(&sdl, raw, &event));
    return event;
}

static SDL_Event key(SDL_Keycode sym, SDL_Scancode scancode, Uint16 mod, bool is_repeat)
{
    SDL_Event raw = { .type = SDL_KEYDOWN };
    raw.key.keysym = (SDL_Keysym){ .scancode = scancode, .sym = sym, .mod = mod };
    raw.key.repeat = is_repeat;
    return raw;
}

static InputKind press(SDL_Keycode sym)
{
    SDL_Event raw = key(sym, SDL_SCANCODE_UNKNOWN, KMOD_NONE, false);
    return kind_of(&raw);
}

static InputKind hold(SDL_Keycode sym)
{
    SDL_Event raw = key(sym, SDL_SCANCODE_UNKNOWN, KMOD_NONE, true);
    return kind_of(&raw);
}

static void keys_act(void)
{
    static const struct {
        SDL_Keycode sym;
        InputKind kind;
    } keys[] = {
        { SDLK_RETURN, INPUT_CONFIRM }, { SDLK_KP_ENTER, INPUT_CONFIRM }, { SDLK_SPACE, INPUT_CONFIRM }, { SDLK_ESCAPE, INPUT_BACK },
        { SDLK_AC_BACK, INPUT_BACK },   { SDLK_UP, INPUT_UP },            { SDLK_DOWN, INPUT_DOWN },     { SDLK_LEFT, INPUT_LEFT },
        { SDLK_RIGHT, INPUT_RIGHT },    { SDLK_F10, INPUT_MENU },         { SDLK_p, INPUT_MENU },        { SDLK_r, INPUT_REPEAT },
        { SDLK_F1, INPUT_REPEAT },      { SDLK_s, INPUT_SKIP },           { SDLK_h, INPUT_HISTORY },     { SDLK_u, INPUT_UNDO },
        { SDLK_BACKSPACE, INPUT_UNDO }, { SDLK_F11, INPUT_FULLSCREEN },   { SDLK_f, INPUT_FULLSCREEN },  { SDLK_TAB, INPUT_NEXT },
        { SDLK_q, INPUT_NONE },         { SDLK_LSHIFT, INPUT_NONE },      { SDLK_0, INPUT_DIGIT },
        { SDLK_n, INPUT_NOTES },        { SDLK_PAGEDOWN, INPUT_FORWARD }, { SDLK_PAGEUP, INPUT_BACKWARD },
        { SDLK_F5, INPUT_MENU },        { SDLK_PERIOD, INPUT_MENU },      { SDLK_b, INPUT_MENU },
    };
    begin();
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        EXPECT_EQ(press(keys[i].sym), keys[i].kind);
    }
    SDL_Event up = key(SDLK_RETURN, SDL_SCANCODE_RETURN, KMOD_NONE, false);
    up.type = SDL_KEYUP;
    EXPECT_EQ(kind_of(&up), INPUT_CONFIRM_END); /* what is held is let go */
    up = key(SDLK_h, SDL_SCANCODE_H, KMOD_NONE, false);
    up.type = SDL_KEYUP;
    EXPECT_EQ(kind_of(&up), INPUT_NONE);
}

static void held_keys_only_move(void)
{
    begin();
    EXPECT_EQ(hold(SDLK_DOWN), INPUT_DOWN);
    EXPECT_EQ(hold(SDLK_LEFT), INPUT_LEFT);
    EXPECT_EQ(hold(SDLK_TAB), INPUT_NEXT);
    EXPECT_EQ(hold(SDLK_RETURN), INPUT_NONE); /* a page a press */
    EXPECT_EQ(hold(SDLK_SPACE), INPUT_NONE);
    EXPECT_EQ(hold(SDLK_ESCAPE), INPUT_NONE);
    EXPECT_EQ(hold(SDLK_2), INPUT_NONE);
    EXPECT_EQ(hold(SDLK_F11), INPUT_NONE);
}

static void keys_with_others(void)
{
    begin();
    SDL_Event back_tab = key(SDLK_TAB, SDL_SCANCODE_TAB, KMOD_LSHIFT, false);
    EXPECT_EQ(kind_of(&back_tab), INPUT_PREV);
    SDL_Event alt_enter = key(SDLK_RETURN, SDL_SCANCODE_RETURN, KMOD_LALT, false);
    EXPECT_EQ(kind_of(&alt_enter), INPUT_FULLSCREEN);
    SDL_Event num_lock = key(SDLK_RETURN, SDL_SCANCODE_RETURN, KMOD_NUM | KMOD_CAPS, false);
    EXPECT_EQ(kind_of(&num_lock), INPUT_CONFIRM);
    /* These are the desktop's: Ctrl+S, Alt+Tab, Super+P. */
    SDL_Event save = key(SDLK_s, SDL_SCANCODE_S, KMOD_LCTRL, false);
    EXPECT_EQ(kind_of(&save), INPUT_NONE);
    SDL_Event alt_tab = key(SDLK_TAB, SDL_SCANCODE_TAB, KMOD_LALT, false);
    EXPECT_EQ(kind_of(&alt_tab), INPUT_NONE);
    SDL_Event super_p = key(SDLK_p, SDL_SCANCODE_P, KMOD_LGUI, false);
    EXPECT_EQ(kind_of(&super_p), INPUT_NONE);
}

static void digits_on_every_keyboard(void)
{
    begin();
    for (int i = 1; i <= 9; i++) {
        SDL_Event raw = key(SDLK_0 + i, SDL_SCANCODE_1 + i - 1, KMOD_NONE, false);
        InputEvent event = event_of(&raw);
        EXPECT_EQ(event.kind, INPUT_DIGIT);
        EXPECT_EQ(event.value, i);
        raw = key(SDLK_KP_1 + i - 1, SDL_SCANCODE_KP_1 + i - 1, KMOD_NUM, false);
        event = event_of(&raw);
        EXPECT_EQ(event.kind, INPUT_DIGIT);
        EXPECT_EQ(event.value, i);
    }
    SDL_Event zeros[] = { key(SDLK_0, SDL_SCANCODE_0, KMOD_NONE, false), key(SDLK_KP_0, SDL_SCANCODE_KP_0, KMOD_NUM, false), key(0xE0, SDL_SCANCODE_0, KMOD_NONE, false) };
    for (int i = 0; i < 3; i++) { /* the French key of the 0 gives an accented a */
        InputEvent event = event_of(&zeros[i]);
        EXPECT_EQ(event.kind, INPUT_DIGIT);
        EXPECT_EQ(event.value, 0);
    }
    /* The French key of the 2 gives an accented e without Shift. */
    SDL_Event french = key(0xE9, SDL_SCANCODE_2, KMOD_NONE, false);
    EXPECT_EQ(event_of(&french).value, 2);
    /* Where a keyboard has no Latin letters the place of the key counts. */
    SDL_Event russian = key(0x0440, SDL_SCANCODE_H, KMOD_NONE, false);
    EXPECT_EQ(kind_of(&russian), INPUT_HISTORY);
    /* Where it has, the letter counts: this one is at the place of the F. */
    SDL_Event dvorak = key(SDLK_u, SDL_SCANCODE_F, KMOD_NONE, false);
    EXPECT_EQ(kind_of(&dvorak), INPUT_UNDO);
}

static SDL_Event button(Uint32 type, Uint8 which, int x, int y)
{
    SDL_Event raw = { .type = type };
    raw.button.button = which;
    raw.button.x = x;
    raw.button.y = y;
    return raw;
}

static void the_mouse_points(void)
{
    begin();
    SDL_Event move = { .type = SDL_MOUSEMOTION };
    move.motion.x = 100;
    move.motion.y = 50;
    InputEvent event = event_of(&move);
    EXPECT_EQ(event.kind, INPUT_POINT_MOVE);
    EXPECT(event.x == 200 && event.y == 100); /* units: two a pixel here */
    SDL_Event down = button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT, 10, 20);
    event = event_of(&down);
    EXPECT_EQ(event.kind, INPUT_POINT_DOWN);
    EXPECT(event.x == 20 && event.y == 40);
    SDL_Event up = button(SDL_MOUSEBUTTONUP, SDL_BUTTON_LEFT, 10, 20);
    EXPECT_EQ(kind_of(&up), INPUT_POINT_UP);
    SDL_Event right = button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_RIGHT, 10, 20);
    EXPECT_EQ(kind_of(&right), INPUT_NONE);
    SDL_Event wheel = { .type = SDL_MOUSEWHEEL };
    wheel.wheel.y = -2;
    event = event_of(&wheel);
    EXPECT_EQ(event.kind, INPUT_WHEEL);
    EXPECT_EQ(event.value, -2);
    wheel.wheel.y = 0;
    EXPECT_EQ(kind_of(&wheel), INPUT_NONE); /* sideways */
}

static SDL_Event finger(Uint32 type, SDL_FingerID id, float x, float y)
{
    SDL_Event raw = { .type = type };
    raw.tfinger.fingerId = id;
    raw.tfinger.x = x;
    raw.tfinger.y = y;
    return raw;
}

static void one_finger_points(void)
{
    begin();
    SDL_Event down = finger(SDL_FINGERDOWN, 5, 0.5f, 0.25f);
    InputEvent event = event_of(&down);
    EXPECT_EQ(event.kind, INPUT_POINT_DOWN);
    EXPECT(event.x == 960 && event.y == 300);
    SDL_Event move = finger(SDL_FINGERMOTION, 5, 1.0f, 1.0f);
    event = event_of(&move);
    EXPECT_EQ(event.kind, INPUT_POINT_MOVE);
    EXPECT(event.x == 1920 && event.y == 1200);
    SDL_Event up = finger(SDL_FINGERUP, 5, 0.5f, 0.25f);
    EXPECT_EQ(kind_of(&up), INPUT_POINT_UP);
}

static SDL_Event finger_at(Uint32 type, SDL_FingerID id, float x, Uint32 ms)
{
    SDL_Event raw = finger(type, id, x, 0.5f);
    raw.tfinger.timestamp = ms;
    return raw;
}

/* Two hands on the glass: only the first finger points, until it is lifted. */
static void further_fingers_do_not_count(void)
{
    begin();
    SDL_Event one = finger_at(SDL_FINGERDOWN, 1, 0.5f, 1000);
    SDL_Event two = finger_at(SDL_FINGERDOWN, 2, 0.1f, 1200);
    EXPECT_EQ(event_of(&one).device, INPUT_FINGER);
    EXPECT_EQ(kind_of(&two), INPUT_NONE);
    two = finger_at(SDL_FINGERMOTION, 2, 0.2f, 1250);
    EXPECT_EQ(kind_of(&two), INPUT_NONE);
    one = finger_at(SDL_FINGERMOTION, 1, 0.6f, 1300);
    EXPECT_EQ(kind_of(&one), INPUT_POINT_MOVE);
    one = finger_at(SDL_FINGERUP, 1, 0.6f, 1400);
    EXPECT_EQ(kind_of(&one), INPUT_POINT_UP);
    two = finger_at(SDL_FINGERMOTION, 2, 0.3f, 1450); /* it does not become the pointer */
    EXPECT_EQ(kind_of(&two), INPUT_NONE);
    two = finger_at(SDL_FINGERUP, 2, 0.3f, 1500);
    EXPECT_EQ(kind_of(&two), INPUT_NONE);
    one = finger_at(SDL_FINGERDOWN, 1, 0.5f, 1600);
    EXPECT_EQ(event_of(&one).device, INPUT_FINGER + 1); /* another touch */
}

/* Dirt on the glass, or an elbow: after two seconds in one place it gives way, and takes nothing when it does. */
static void a_stuck_finger_gives_way(void)
{
    begin();
    SDL_Event dirt = finger_at(SDL_FINGERDOWN, 1, 0.5f, 1000);
    EXPECT_EQ(kind_of(&dirt), INPUT_POINT_DOWN);
    dirt = finger_at(SDL_FINGERMOTION, 1, 0.505f, 2500); /* trembles */
    EXPECT_EQ(kind_of(&dirt), INPUT_POINT_MOVE);
    SDL_Event hand = finger_at(SDL_FINGERDOWN, 2, 0.25f, 2999);
    EXPECT_EQ(kind_of(&hand), INPUT_NONE);
    hand = finger_at(SDL_FINGERDOWN, 3, 0.25f, 3000);
    InputEvent up = event_of(&hand);
    EXPECT_EQ(up.kind, INPUT_POINT_UP);
    EXPECT(up.x < 0 && up.y < 0);
    EXPECT_EQ(up.device, INPUT_FINGER);
    EXPECT_EQ(sdl.next_event.kind, INPUT_POINT_DOWN);
    EXPECT(sdl.next_event.x == 480 && sdl.next_event.device == INPUT_FINGER + 1);
    dirt = finger_at(SDL_FINGERMOTION, 1, 0.5f, 3100);
    EXPECT_EQ(kind_of(&dirt), INPUT_NONE);
    /* One that is drawn about for long is nobody's dirt. */
    hand = finger_at(SDL_FINGERMOTION, 3, 0.75f, 5500);
    EXPECT_EQ(kind_of(&hand), INPUT_POINT_MOVE);
    SDL_Event other = finger_at(SDL_FINGERDOWN, 4, 0.9f, 6000);
    EXPECT_EQ(kind_of(&other), INPUT_NONE);
}

static SDL_Event pad_button(Uint32 type, SDL_GameControllerButton which)
{
    SDL_Event raw = { .type = type };
    raw.cbutton.button = (Uint8)which;
    return raw;
}

static void gamepad_buttons_act(void)
{
    static const struct {
        SDL_GameControllerButton button;
        InputKind kind;
    } buttons[] = {
        { SDL_CONTROLLER_BUTTON_A, INPUT_CONFIRM },         { SDL_CONTROLLER_BUTTON_B, INPUT_BACK },
        { SDL_CONTROLLER_BUTTON_X, INPUT_SKIP },            { SDL_CONTROLLER_BUTTON_Y, INPUT_REPEAT },
        { SDL_CONTROLLER_BUTTON_START, INPUT_MENU },        { SDL_CONTROLLER_BUTTON_BACK, INPUT_HISTORY },
        { SDL_CONTROLLER_BUTTON_LEFTSHOULDER, INPUT_UNDO }, { SDL_CONTROLLER_BUTTON_DPAD_UP, INPUT_UP },
        { SDL_CONTROLLER_BUTTON_DPAD_DOWN, INPUT_DOWN },    { SDL_CONTROLLER_BUTTON_DPAD_LEFT, INPUT_LEFT },
        { SDL_CONTROLLER_BUTTON_DPAD_RIGHT, INPUT_RIGHT },  { SDL_CONTROLLER_BUTTON_GUIDE, INPUT_NONE },
    };
    begin();
    for (size_t i = 0; i < sizeof buttons / sizeof buttons[0]; i++) {
        SDL_Event down = pad_button(SDL_CONTROLLERBUTTONDOWN, buttons[i].button);
        EXPECT_EQ(kind_of(&down), buttons[i].kind);
        SDL_Event up = pad_button(SDL_CONTROLLERBUTTONUP, buttons[i].button);
        EXPECT_EQ(kind_of(&up), buttons[i].kind == INPUT_CONFIRM ? INPUT_CONFIRM_END : INPUT_NONE);
    }
}

static InputKind push_stick(SDL_GameControllerAxis axis, int value)
{
    SDL_Event raw = { .type = SDL_CONTROLLERAXISMOTION };
    raw.caxis.axis = (Uint8)axis;
    raw.caxis.value = (Sint16)value;
    return kind_of(&raw);
}

static void a_stick_acts_once_a_push(void)
{
    const SDL_GameControllerAxis x = SDL_CONTROLLER_AXIS_LEFTX;
    const SDL_GameControllerAxis y = SDL_CONTROLLER_AXIS_LEFTY;
    begin();
    EXPECT_EQ(push_stick(x, 11499), INPUT_NONE); /* the dead zone: 0.35 of 32767 */
    EXPECT_EQ(push_stick(x, 11500), INPUT_RIGHT);
    EXPECT_EQ(push_stick(x, 32767), INPUT_NONE); /* held */
    EXPECT_EQ(push_stick(x, 8000), INPUT_NONE);  /* trembles, not let go */
    EXPECT_EQ(push_stick(x, 20000), INPUT_NONE);
    EXPECT_EQ(push_stick(y, 20000), INPUT_NONE); /* one direction at a time */
    EXPECT_EQ(push_stick(x, 7999), INPUT_NONE);  /* let go */
    EXPECT_EQ(push_stick(x, -32768), INPUT_LEFT);
    EXPECT_EQ(push_stick(x, 0), INPUT_NONE);
    EXPECT_EQ(push_stick(y, -12000), INPUT_UP);
    EXPECT_EQ(push_stick(y, 0), INPUT_NONE);
    EXPECT_EQ(push_stick(y, 12000), INPUT_DOWN);
    EXPECT_EQ(push_stick(y, 0), INPUT_NONE);
    EXPECT_EQ(push_stick(SDL_CONTROLLER_AXIS_RIGHTX, 32767), INPUT_NONE);
    EXPECT_EQ(push_stick(SDL_CONTROLLER_AXIS_TRIGGERLEFT, 32767), INPUT_NONE);
}

static InputKind plug(Uint32 type, int which)
{
    SDL_Event raw = { .type = type };
    raw.cdevice.which = which;
    return kind_of(&raw);
}

static uint32_t device_of_button(SDL_JoystickID id)
{
    SDL_Event raw = pad_button(SDL_CONTROLLERBUTTONDOWN, SDL_CONTROLLER_BUTTON_A);
    raw.cbutton.which = id;
    return event_of(&raw).device;
}

static InputKind push_stick_of(SDL_JoystickID id, int value)
{
    SDL_Event raw = { .type = SDL_CONTROLLERAXISMOTION };
    raw.caxis.which = id;
    raw.caxis.axis = SDL_CONTROLLER_AXIS_LEFTX;
    raw.caxis.value = (Sint16)value;
    return kind_of(&raw);
}

static int32_t pads_after(Uint32 type, int which)
{
    SDL_Event raw = { .type = type };
    raw.cdevice.which = which;
    InputEvent event = event_of(&raw);
    EXPECT_EQ(event.kind, INPUT_DEVICES);
    return event.value;
}

/* Two pads are there, both act; each keeps its number when the other goes, and a new one takes the free number. */
static void gamepads_come_and_go(void)
{
    begin();
    EXPECT_EQ(SDL_Init(SDL_INIT_GAMECONTROLLER), 0);
    int first = SDL_JoystickAttachVirtual(SDL_JOYSTICK_TYPE_GAMECONTROLLER, 6, 15, 0);
    int second = SDL_JoystickAttachVirtual(SDL_JOYSTICK_TYPE_GAMECONTROLLER, 6, 15, 0);
    EXPECT(first >= 0 && second > first);
    SDL_JoystickID first_id = SDL_JoystickGetDeviceInstanceID(first);
    SDL_JoystickID second_id = SDL_JoystickGetDeviceInstanceID(second);
    EXPECT_EQ(pads_after(SDL_CONTROLLERDEVICEADDED, first), 1);
    EXPECT_EQ(pads_after(SDL_CONTROLLERDEVICEADDED, second), 2);
    EXPECT_EQ(plug(SDL_CONTROLLERDEVICEADDED, second), INPUT_NONE); /* told twice */
    EXPECT_EQ(device_of_button(first_id), 1);
    EXPECT_EQ(device_of_button(second_id), 2);
    EXPECT_EQ(push_stick_of(first_id, 30000), INPUT_RIGHT);
    EXPECT_EQ(push_stick_of(second_id, 30000), INPUT_RIGHT); /* a stick for each */
    EXPECT_EQ(SDL_JoystickDetachVirtual(first), 0);
    EXPECT_EQ(pads_after(SDL_CONTROLLERDEVICEREMOVED, first_id), 1);
    EXPECT_EQ(plug(SDL_CONTROLLERDEVICEREMOVED, first_id), INPUT_NONE);
    EXPECT_EQ(device_of_button(second_id), 2);
    int third = SDL_JoystickAttachVirtual(SDL_JOYSTICK_TYPE_GAMECONTROLLER, 6, 15, 0);
    SDL_JoystickID third_id = SDL_JoystickGetDeviceInstanceID(third);
    EXPECT_EQ(pads_after(SDL_CONTROLLERDEVICEADDED, third), 2);
    EXPECT_EQ(device_of_button(third_id), 1);
    EXPECT_EQ(push_stick_of(third_id, 30000), INPUT_RIGHT); /* the first one's stick was let go with it */
    pads_close(&sdl);
    EXPECT(!sdl.pads[1].handle && !sdl.pads[2].handle);
    SDL_Quit();
}

/* A pad that is pulled out while its button is down: SDL tells that it came up before it tells that it went. */
static void an_unplugged_gamepad_lets_go(void)
{
    begin();
    EXPECT_EQ(SDL_Init(SDL_INIT_GAMECONTROLLER), 0);
    int index = SDL_JoystickAttachVirtual(SDL_JOYSTICK_TYPE_GAMECONTROLLER, 6, 15, 0);
    EXPECT_EQ(pads_after(SDL_CONTROLLERDEVICEADDED, index), 1);
    SDL_Joystick *stick = SDL_GameControllerGetJoystick(sdl.pads[1].handle);
    InputKind kinds[8];
    size_t count = 0;
    EXPECT_EQ(SDL_JoystickSetVirtualButton(stick, SDL_CONTROLLER_BUTTON_A, 1), 0);
    SDL_GameControllerUpdate();
    EXPECT_EQ(SDL_JoystickDetachVirtual(index), 0);
    SDL_Event raw;
    while (count < 8 && SDL_PollEvent(&raw)) {
        InputKind kind = kind_of(&raw);
        if (kind != INPUT_NONE) {
            kinds[count++] = kind;
        }
    }
    EXPECT_EQ(count, 3);
    EXPECT(kinds[0] == INPUT_CONFIRM && kinds[1] == INPUT_CONFIRM_END && kinds[2] == INPUT_DEVICES);
    pads_close(&sdl);
    SDL_Quit();
}

static InputKind window(Uint8 what)
{
    SDL_Event raw = { .type = SDL_WINDOWEVENT };
    raw.window.event = what;
    return kind_of(&raw);
}

static void windows_and_systems_tell(void)
{
    begin();
    EXPECT_EQ(window(SDL_WINDOWEVENT_SIZE_CHANGED), INPUT_RESIZE);
    EXPECT_EQ(window(SDL_WINDOWEVENT_EXPOSED), INPUT_RESIZE);
    EXPECT_EQ(window(SDL_WINDOWEVENT_MINIMIZED), INPUT_FOCUS_LOST);
    EXPECT_EQ(window(SDL_WINDOWEVENT_HIDDEN), INPUT_FOCUS_LOST);
    EXPECT_EQ(window(SDL_WINDOWEVENT_RESTORED), INPUT_FOCUS_GAINED);
    EXPECT_EQ(window(SDL_WINDOWEVENT_SHOWN), INPUT_FOCUS_GAINED);
    EXPECT_EQ(window(SDL_WINDOWEVENT_MOVED), INPUT_NONE);
    EXPECT_EQ(window(SDL_WINDOWEVENT_CLOSE), INPUT_QUIT);
    SDL_Event close = { .type = SDL_WINDOWEVENT };
    close.window.event = SDL_WINDOWEVENT_CLOSE;
    EXPECT_EQ(event_of(&close).value, 0);
    SDL_Event quit = { .type = SDL_QUIT };
    EXPECT_EQ(event_of(&quit).kind, INPUT_QUIT);
    EXPECT_EQ(event_of(&quit).value, 1); /* the system wants it, a kiosk too obeys */
    EXPECT_EQ(window(SDL_WINDOWEVENT_DISPLAY_CHANGED), INPUT_DISPLAYS);
    SDL_Event display = { .type = SDL_DISPLAYEVENT };
    EXPECT_EQ(kind_of(&display), INPUT_DISPLAYS);
    SDL_Event away = { .type = SDL_APP_WILLENTERBACKGROUND };
    EXPECT_EQ(kind_of(&away), INPUT_FOCUS_LOST);
    SDL_Event again = { .type = SDL_APP_DIDENTERFOREGROUND };
    EXPECT_EQ(kind_of(&again), INPUT_FOCUS_GAINED);
    SDL_Event text = { .type = SDL_TEXTINPUT };
    EXPECT_EQ(kind_of(&text), INPUT_NONE);
}

int main(void)
{
    keys_act();
    held_keys_only_move();
    keys_with_others();
    digits_on_every_keyboard();
    the_mouse_points();
    one_finger_points();
    further_fingers_do_not_count();
    a_stuck_finger_gives_way();
    gamepad_buttons_act();
    a_stick_acts_once_a_push();
    gamepads_come_and_go();
    an_unplugged_gamepad_lets_go();
    windows_and_systems_tell();
    return TEST_MAIN_END();
}
