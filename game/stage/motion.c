#include "stage_internal.h"

#include <math.h>

/* How somebody moves: walking with weight, and small acts on the spot. All of it follows from the
 * time since it began. A walk draws back, goes, comes a little too far and settles. */
const char *const act_names[ACT_COUNT + 1] = { "", "hop", "nod", "shake", "tremble", "joy", "bow", NULL };

enum { POSE_HOP_MS = 260, POSE_SLIDES_MS = 360, STEP_UNITS = 240 };
static const uint32_t act_lengths_ms[ACT_COUNT] = { 0, 620, 760, 860, 900, 1500, 1300 };

bool actor_is_all_head(const ArtActor *art)
{
    return !list_has(art->head_layers, SV("eyes"));
}

static bool is_walking(const Stage *stage, const StageActor *actor)
{
    return stage->now_ms < actor->moved_ms + actor->move_length_ms;
}

/* Still bending after a walk. */
static bool is_settling(const Stage *stage, const StageActor *actor)
{
    return actor->move_length_ms && stage->now_ms < actor->moved_ms + actor->move_length_ms + SETTLE_MS;
}

static bool is_acting(const Stage *stage, const StageActor *actor)
{
    return actor->act != ACT_NONE && stage->now_ms < actor->act_ms + act_lengths_ms[actor->act];
}

/* A little hop, and layers that a pose slides. */
static bool is_taking_pose(const Stage *stage, const StageActor *actor)
{
    return actor->posed_ms && stage->now_ms < actor->posed_ms + POSE_SLIDES_MS;
}

bool actor_is_moving(const Stage *stage, const StageActor *actor)
{
    return is_walking(stage, actor) || is_settling(stage, actor) || is_acting(stage, actor) || is_taking_pose(stage, actor);
}

static float mixed(float a, float b, float share)
{
    return a + (b - a) * share;
}

static float walk_ease(const StageActor *actor, float share)
{
    if (actor->is_leaving) {
        return mixed(ease(EASE_SOFT, share) * share, ease_in_back(share), 0.6f);
    }
    if (actor->is_entering) {
        return mixed(ease_out_cubic(share), ease_out_back(share), 0.5f);
    }
    return ease(actor->ease, share);
}

float actor_x(const Stage *stage, const StageActor *actor)
{
    float share = tween_share(stage->now_ms, actor->moved_ms, actor->move_length_ms);
    return share >= 1 ? actor->x : mixed(actor->from_x, actor->x, walk_ease(actor, share));
}

/* Steps are arcs; wheels roll. */
static void add_walk(const Stage *stage, const StageActor *actor, Motion *motion)
{
    if (actor->art->is_on_wheels || !is_settling(stage, actor)) {
        return;
    }
    float share = tween_share(stage->now_ms, actor->moved_ms, actor->move_length_ms);
    float gone = walk_ease(actor, share);
    float steps = fmaxf(1, roundf(fabsf(actor->x - actor->from_x) / STEP_UNITS));
    if (share < 1) {
        motion->y -= 18 * fabsf(sinf(gone * steps * 3.1415927f)) * fminf(1, 6 * (1 - share));
    } else {
        float bend = sinf(tween_share(stage->now_ms, actor->moved_ms + actor->move_length_ms, SETTLE_MS) * 3.1415927f);
        motion->tall -= 0.03f * bend;
        motion->wide += 0.015f * bend;
    }
}

/* One hop out of a crouch into a crouch; t 0..1. */
static void add_hop(float t, float height, Motion *motion)
{
    float crouch = t < 0.2f ? tween_arc(t / 0.2f) : t > 0.75f ? tween_arc((t - 0.75f) / 0.25f) : 0;
    float air = t > 0.14f && t < 0.8f ? tween_arc((t - 0.14f) / 0.66f) : 0;
    motion->y -= height * air;
    motion->tall += 0.025f * air - 0.05f * crouch;
    motion->wide += 0.03f * crouch - 0.012f * air;
}

static void add_nod(float t, bool is_all_head, Motion *motion)
{
    float down = sinf(t * 2 * 3.1415927f);
    down *= down * (1 - 0.35f * t);
    if (is_all_head) {
        motion->tall -= 0.05f * down;
        motion->wide += 0.015f * down;
    } else {
        motion->head_y += 20 * down;
    }
}

static void add_shake(float t, bool is_all_head, Motion *motion)
{
    float side = tween_swing(t, 3);
    if (is_all_head) {
        motion->x += 10 * side;
        motion->turn_deg += 2.5f * side;
    } else {
        motion->head_x += 15 * side;
        motion->head_y += 4 * fabsf(side);
    }
}

static void add_joy(float t, Motion *motion)
{
    float hop = t * 3;
    float in_hop = hop - floorf(hop);
    add_hop(in_hop, 74 - 16 * floorf(fminf(hop, 2)), motion);
    motion->turn_deg += ((int)hop % 2 ? -3.0f : 3.0f) * tween_arc(in_hop);
}

static void add_bow(float t, bool is_all_head, Motion *motion)
{
    float down = t < 0.35f ? ease_in_out(t / 0.35f) : t > 0.6f ? 1 - ease_in_out((t - 0.6f) / 0.4f) : 1;
    motion->tall -= (is_all_head ? 0.11f : 0.045f) * down;
    motion->wide += (is_all_head ? 0.02f : 0.01f) * down;
    motion->head_y += is_all_head ? 0 : 32 * down;
}

static void add_act(const Stage *stage, const StageActor *actor, Motion *motion)
{
    if (!is_acting(stage, actor)) {
        return;
    }
    float t = tween_share(stage->now_ms, actor->act_ms, act_lengths_ms[actor->act]);
    bool is_all_head = actor_is_all_head(actor->art);
    switch (actor->act) {
    case ACT_HOP:
        add_hop(t, actor->art->is_on_wheels ? 26 : 70, motion);
        break;
    case ACT_NOD:
        add_nod(t, is_all_head, motion);
        break;
    case ACT_SHAKE:
        add_shake(t, is_all_head, motion);
        break;
    case ACT_TREMBLE:
        motion->x += 5 * sinf(t * 8 * 6.2831853f) * fminf(1, 4 * (1 - t));
        motion->tall -= 0.015f * fminf(1, 4 * tween_arc(t));
        break;
    case ACT_JOY:
        add_joy(t, motion);
        break;
    case ACT_BOW:
        add_bow(t, is_all_head, motion);
        break;
    case ACT_NONE:
    case ACT_COUNT:
        break;
    }
}

Motion actor_motion(const Stage *stage, const StageActor *actor)
{
    Motion motion = { .wide = 1, .tall = 1 };
    if (stage->reduced_motion) {
        return motion;
    }
    add_walk(stage, actor, &motion);
    add_act(stage, actor, &motion);
    if (is_taking_pose(stage, actor)) {
        motion.y -= 14 * tween_arc(tween_share(stage->now_ms, actor->posed_ms, POSE_HOP_MS));
    }
    return motion;
}

void stage_act(Stage *stage, StrView name, StrView act)
{
    StageActor *actor = stage_find(stage, name);
    for (size_t i = 1; actor && i < ACT_COUNT; i++) {
        if (strview_equal(act, strview_from_cstr(act_names[i]))) {
            actor->act = stage_is_still(stage) ? ACT_NONE : (Act)i;
            actor->act_ms = stage->now_ms > actor->moved_ms + actor->move_length_ms ? stage->now_ms : actor->moved_ms + actor->move_length_ms;
            stage_wake(stage);
        }
    }
}
