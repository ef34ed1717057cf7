#include "sdl_internal.h"

/* Fingers: one of them is the pointer. Children come with several hands, and glass with dirt and drops of water. */
enum { MOVED_UNITS = 24, FAR_AWAY = -10000 };

static bool is_pointer(const Touch *touch, const SDL_TouchFingerEvent *event)
{
    return touch->is_down && touch->finger == event->fingerId && touch->screen == event->touchId;
}

static void begin(Touch *touch, const SDL_TouchFingerEvent *event, float x, float y)
{
    uint32_t count = touch->count;
    *touch = (Touch){ .is_down = true,
                      .screen = event->touchId,
                      .finger = event->fingerId,
                      .device = INPUT_FINGER + count,
                      .count = count + 1,
                      .x = x,
                      .y = y,
                      .still_ms = event->timestamp };
}

/* A finger comes down. Where another one lies still for long this one takes its place: that one comes up outside the canvas, where
 * nothing is, and what this one does comes next. */
static bool put_down(SdlPlatform *sdl, const SDL_TouchFingerEvent *event, InputEvent *out)
{
    Touch *touch = &sdl->touch;
    bool was_down = touch->is_down;
    uint32_t stuck = touch->device;
    if (was_down && !is_pointer(touch, event) && event->timestamp - touch->still_ms < INPUT_STUCK_MS) {
        return false;
    }
    begin(touch, event, out->x, out->y);
    out->kind = INPUT_POINT_DOWN;
    out->device = touch->device;
    if (was_down) {
        sdl->next_event = *out;
        *out = (InputEvent){ .kind = INPUT_POINT_UP, .x = FAR_AWAY, .y = FAR_AWAY, .device = stuck };
    }
    return true;
}

static void note_place(Touch *touch, const SDL_TouchFingerEvent *event, float x, float y)
{
    float dx = x - touch->x;
    float dy = y - touch->y;
    if (dx * dx + dy * dy > (float)(MOVED_UNITS * MOVED_UNITS)) {
        touch->x = x;
        touch->y = y;
        touch->still_ms = event->timestamp;
    }
}

bool touch_translate(SdlPlatform *sdl, const SDL_TouchFingerEvent *event, InputEvent *out)
{
    Touch *touch = &sdl->touch;
    *out = (InputEvent){ .x = event->x * (float)sdl->canvas.width_px / sdl->canvas.scale,
                         .y = event->y * (float)sdl->canvas.height_px / sdl->canvas.scale };
    if (event->type == SDL_FINGERDOWN) {
        return put_down(sdl, event, out);
    }
    if (!is_pointer(touch, event)) {
        return false;
    }
    note_place(touch, event, out->x, out->y);
    touch->is_down = event->type != SDL_FINGERUP;
    out->kind = touch->is_down ? INPUT_POINT_MOVE : INPUT_POINT_UP;
    out->device = touch->device;
    return true;
}
