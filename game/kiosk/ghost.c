#include "ghost.h"

enum { SECOND_MS = 1000, KEY_GAP_MS = 400, KEY_STUCK_MS = 8000 };
static const float still_units = 24, spot_units = 40, pushed_units = 120;

static bool is_near(float x, float y, float other_x, float other_y, float within)
{
    float dx = x - other_x;
    float dy = y - other_y;
    return dx * dx + dy * dy <= within * within;
}

static GhostTouch *find_touch(Ghost *ghost, uint32_t device)
{
    for (size_t i = 0; i < GHOST_TOUCHES_MAX; i++) {
        if (ghost->touches[i].is_down && ghost->touches[i].device == device) {
            return &ghost->touches[i];
        }
    }
    return NULL;
}

static GhostTouch *add_touch(Ghost *ghost, const InputEvent *event, uint64_t now_ms)
{
    GhostTouch *touch = find_touch(ghost, event->device); /* an end that was lost */
    for (size_t i = 0; i < GHOST_TOUCHES_MAX && !touch; i++) {
        touch = ghost->touches[i].is_down ? NULL : &ghost->touches[i];
    }
    if (touch) {
        *touch = (GhostTouch){ .is_down = true, .device = event->device, .x = event->x, .y = event->y, .since_ms = now_ms };
    }
    return touch;
}

/* How many touches began near here within the last second, this one too. */
static unsigned count_downs(Ghost *ghost, const InputEvent *event, uint64_t now_ms)
{
    unsigned count = 0;
    ghost->downs[ghost->next_down] = (GhostDown){ event->x, event->y, now_ms + 1 };
    ghost->next_down = (ghost->next_down + 1) % GHOST_DOWNS_MAX;
    for (size_t i = 0; i < GHOST_DOWNS_MAX; i++) {
        const GhostDown *down = &ghost->downs[i];
        bool is_new = down->ms && now_ms + 1 - down->ms < SECOND_MS;
        count += is_new && is_near(down->x, down->y, event->x, event->y, spot_units);
    }
    return count;
}

static GhostVerdict take_down(Ghost *ghost, const InputEvent *event, uint64_t now_ms, bool is_seen)
{
    GhostTouch *touch = add_touch(ghost, event, now_ms);
    bool is_rapid = count_downs(ghost, event, now_ms) > ghost->taps_per_second;
    ghost->counts.unseen += !is_seen;
    ghost->counts.rapid += is_seen && is_rapid;
    if (touch) {
        touch->is_ghost = is_rapid || !is_seen;
    }
    return is_rapid || !is_seen ? GHOST_NONE : GHOST_HAND;
}

static GhostVerdict take_move(Ghost *ghost, const InputEvent *event, uint64_t now_ms)
{
    GhostTouch *touch = find_touch(ghost, event->device);
    if (!touch) { /* a mouse is pushed, or only the table is */
        bool is_pushed = !is_near(ghost->hover_x, ghost->hover_y, event->x, event->y, pushed_units);
        if (is_pushed) {
            ghost->hover_x = event->x;
            ghost->hover_y = event->y;
        }
        return is_pushed ? GHOST_HAND : GHOST_STILL;
    }
    bool is_still = is_near(touch->x, touch->y, event->x, event->y, still_units);
    if (!is_still) {
        touch->x = event->x;
        touch->y = event->y;
        touch->since_ms = now_ms;
    }
    return touch->is_ghost ? GHOST_NONE : is_still ? GHOST_STILL : GHOST_HAND;
}

static GhostVerdict take_up(Ghost *ghost, const InputEvent *event)
{
    GhostTouch *touch = find_touch(ghost, event->device);
    bool is_ghost = touch && touch->is_ghost;
    if (touch) {
        touch->is_down = false;
    }
    return is_ghost ? GHOST_NONE : GHOST_HAND;
}

/* A key that repeats without a pause for longer than anybody holds one. */
static GhostVerdict take_key(Ghost *ghost, const InputEvent *event, uint64_t now_ms)
{
    bool goes_on = ghost->key == event->kind && ghost->key_device == event->device && now_ms <= ghost->key_last_ms + KEY_GAP_MS;
    if (!goes_on) {
        ghost->key = event->kind;
        ghost->key_device = event->device;
        ghost->key_since_ms = now_ms;
        ghost->is_key_stuck = false;
    }
    ghost->key_last_ms = now_ms;
    if (goes_on && !ghost->is_key_stuck && now_ms >= ghost->key_since_ms + KEY_STUCK_MS) {
        ghost->is_key_stuck = true;
        ghost->counts.keys++;
    }
    return ghost->is_key_stuck ? GHOST_NONE : GHOST_HAND;
}

GhostVerdict ghost_take(Ghost *ghost, const InputEvent *event, uint64_t now_ms, bool is_seen)
{
    if (event->kind == INPUT_POINT_DOWN) {
        return take_down(ghost, event, now_ms, is_seen);
    }
    if (event->kind == INPUT_POINT_MOVE) {
        return take_move(ghost, event, now_ms);
    }
    if (event->kind == INPUT_POINT_UP) {
        return take_up(ghost, event);
    }
    bool is_machine = event->kind == INPUT_NONE || event->kind == INPUT_QUIT || event->kind == INPUT_CONFIRM_END || event->kind == INPUT_RESIZE ||
                      event->kind == INPUT_DISPLAYS || event->kind == INPUT_DEVICES || event->kind == INPUT_FOCUS_LOST ||
                      event->kind == INPUT_FOCUS_GAINED;
    if (is_machine) {
        return GHOST_STILL;
    }
    bool can_repeat = event->kind == INPUT_UP || event->kind == INPUT_DOWN || event->kind == INPUT_LEFT || event->kind == INPUT_RIGHT ||
                      event->kind == INPUT_NEXT || event->kind == INPUT_PREV; /* of the others platforms send one for each press */
    return can_repeat ? take_key(ghost, event, now_ms) : GHOST_HAND;
}

bool ghost_update(Ghost *ghost, uint64_t now_ms)
{
    bool has_new = false;
    for (size_t i = 0; i < GHOST_TOUCHES_MAX; i++) {
        GhostTouch *touch = &ghost->touches[i];
        if (touch->is_down && !touch->is_ghost && now_ms >= touch->since_ms + (uint64_t)ghost->held_seconds * SECOND_MS) {
            touch->is_ghost = true;
            ghost->counts.held++;
            has_new = true;
        }
    }
    return has_new;
}
