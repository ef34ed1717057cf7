#include "stage_internal.h"

#include "sango/ui/tween.h"

#include <math.h>
#include <stdio.h>

/* An actor is drawn layer by layer. It breathes by whole fractions of a unit that move
 * the head, not by scaling: that is quick on a machine without a graphics card. Scaled it
 * is only while it bends, and through a camera that is near. */
enum { BLINK_MS = 130, WAVE_MS = 2000, SLIDE_MS = 350 };

/* Blinks come every 2.4 to 5.5 seconds, at other times for each actor. */
static bool is_blinking(const ActorLook *look)
{
    uint64_t slot = look->now_ms / 5500;
    uint32_t mixed = ((uint32_t)slot + 1u) * 2654435761u ^ look->seed * 40503u;
    uint32_t first = 400 + (mixed >> 8) % 2200;
    uint32_t second = first + 2400 + (mixed >> 20) % 700;
    uint32_t at = (uint32_t)(look->now_ms % 5500);
    return (at >= first && at < first + BLINK_MS) || (at >= second && at < second + BLINK_MS);
}

static bool are_eyes_shut(const ActorLook *look)
{
    return !look->is_still && is_blinking(look) && !strview_equal(look->expression, SV("surprised")) &&
           !strview_equal(look->expression, SV("cheering"));
}

/* The sides of a mirrored actor's pictures are the other way round. */
static StrView looking_eyes(const ActorLook *look)
{
    return (look->gaze == GAZE_LEFT) != look->is_facing_left ? SV("look_left") : SV("look_right");
}

static StrView layer_name(UiFrame *frame, const ActorLook *look, StrView layer)
{
    char name[96];
    StrView actor = look->art->name;
    StrView expression = look->expression;
    StrView moment = SV("");
    if (strview_equal(layer, SV("eyes"))) {
        moment = are_eyes_shut(look) ? SV("blink") : look->gaze != GAZE_AHEAD ? looking_eyes(look) : moment;
    } else if (look->is_talking && strview_equal(layer, SV("mouth"))) {
        moment = look->is_mouth_open || look->art->has_closed_mouth ? SV("talk") : moment;
        layer = look->is_mouth_open || !look->art->has_closed_mouth ? layer : SV("closed");
    }
    if (moment.len && !look->art->has_own_moments) {
        expression = moment;
        moment = SV("");
    }
    int len = snprintf(name, sizeof name, "%.*s/%.*s%s%.*s/%.*s", SV_ARG(actor), SV_ARG(moment), moment.len ? "-" : "",
                       SV_ARG(expression), SV_ARG(layer));
    bool is_whole = len > 0 && (size_t)len < sizeof name; /* names of the art are short */
    return arena_copy(frame->arena, is_whole ? (StrView){ name, (size_t)len } : SV(""));
}

/* Degrees that a layer is turned about its own point just now: cloth flutters, and somebody
 * happy waves when they come. In steps, so that most pictures are like the last. */
static float turn_of(const ActorLook *look, StrView layer)
{
    if (look->is_still) {
        return 0;
    }
    float t = (float)(look->now_ms % 100000) * 0.001f;
    if (strview_equal(layer, SV("tails")) || strview_equal(layer, SV("scarf"))) {
        float phase = strview_equal(layer, SV("scarf")) ? 1.3f : 0;
        return roundf(sinf(t * 2.0f + phase) * 2.0f) * 2.0f;
    }
    if (strview_equal(layer, SV("armR")) && strview_equal(look->expression, SV("happy")) && look->since_ms < WAVE_MS) {
        float fades = 1.0f - (float)look->since_ms / WAVE_MS;
        return roundf(sinf((float)look->since_ms * 0.0126f) * 8.0f * fades) * 2.0f;
    }
    return 0;
}

/* The same pose with the layer turned about a point of its own. */
static DrawPose turned(DrawPose pose, float x, float y, float turn_deg)
{
    pose.x += pose.pivot_x - x + (x - pose.pivot_x) * pose.scale_x;
    pose.y += pose.pivot_y - y + (y - pose.pivot_y) * pose.scale_y;
    pose.pivot_x = x;
    pose.pivot_y = y;
    pose.turn_deg = pose.scale_x < 0 ? -turn_deg : turn_deg;
    return pose;
}

/* Adds how far an expression slides the layer, times `share`. */
static void add_slide(DrawPose *pose, const ActorLook *look, StrView expression, StrView layer, float share)
{
    float x;
    float y;
    if (share > 0 && art_slide(look->art, expression, layer, &x, &y)) {
        pose->x += x * share * pose->scale_x;
        pose->y += y * share * pose->scale_y;
    }
}

/* The same pose with the layer slid as the expression asks, and back from the one before:
 * Sango's headband goes down over the camera. */
static DrawPose slid(DrawPose pose, const ActorLook *look, StrView layer)
{
    float share = look->is_still ? 1.0f : ease_out_cubic((float)look->since_ms / SLIDE_MS);
    add_slide(&pose, look, look->expression, layer, share);
    add_slide(&pose, look, look->was, layer, 1.0f - share);
    return pose;
}

/* Slowly in, slowly out and a little rest: -1..1. */
static float breath_of(const ActorLook *look)
{
    float wave = look->is_still ? 0 : sinf((float)(look->now_ms % 100000) * 0.0021f + (float)look->seed);
    return wave * (1.2f - 0.2f * wave * wave);
}

/* Whole pixels at 720 lines, so that a resting picture is copied; a near camera shows parts of them. */
static float stepped(const ActorLook *look, float units)
{
    return look->view ? units : roundf(units / 1.5f) * 1.5f;
}

static DrawPose pose_of(const ActorLook *look)
{
    const ArtActor *art = look->art;
    const Motion *motion = &look->motion;
    float wide = motion->wide > 0 ? motion->wide : 1;
    float tall = motion->tall > 0 ? motion->tall : 1;
    return (DrawPose){ .x = look->x - art->hip_x + motion->x,
                       .y = look->feet_y - art->baseline + motion->y,
                       .scale_x = (look->is_facing_left ? -look->scale : look->scale) * wide,
                       .scale_y = look->scale * tall,
                       .pivot_x = art->hip_x,
                       .pivot_y = art->baseline,
                       .turn_deg = motion->turn_deg };
}

/* A picture that bends or is seen from near is made anew for each frame. */
static bool is_live(const ActorLook *look)
{
    const Motion *motion = &look->motion;
    bool is_bent = motion->tall > 0 && (motion->tall != 1 || motion->wide != 1);
    return look->view || is_bent || motion->turn_deg != 0;
}

void actor_draw(UiFrame *frame, const ActorLook *look)
{
    const ArtActor *art = look->art;
    DrawPose pose = pose_of(look);
    float nod = stepped(look, breath_of(look) * 3 + look->motion.head_y);
    float side = stepped(look, look->motion.head_x);
    Rgba color = rgba_with_alpha(0xFFFFFFFFu, look->alpha);
    for (size_t i = 0; i < art->layer_count; i++) {
        DrawPose moved = slid(pose, look, art->layers[i]);
        float x;
        float y;
        if (strview_equal(art->layers[i], SV("shadow"))) {
            moved.y -= look->motion.y; /* it stays on the ground */
        }
        if (list_has(art->head_layers, art->layers[i])) {
            moved.x += side;
            moved.y += nod;
        }
        float turn_deg = look->motion.turn_deg == 0 ? turn_of(look, art->layers[i]) : 0;
        if (turn_deg != 0.0f && art_pivot(art, art->layers[i], &x, &y)) {
            moved = turned(moved, x, y, turn_deg);
        }
        if (look->view) {
            moved = view_pose(frame, look->view, DEPTH_ACTORS, moved);
        }
        StrView name = layer_name(frame, look, art->layers[i]);
        (is_live(look) ? draw_sprite_live : draw_sprite)(frame->draw, name, moved, color);
    }
}

void stage_draw_actor(const StageArt *art, UiFrame *frame, StrView actor, StrView expression, float x, float y, float scale,
                      uint64_t now_ms)
{
    const ArtActor *known = art ? art_actor(art, actor) : NULL;
    if (known) {
        StrView shown = list_has(known->expressions, expression) ? expression : SV("happy");
        actor_draw(frame, &(ActorLook){ .art = known,
                                        .expression = shown,
                                        .x = x,
                                        .feet_y = y,
                                        .scale = scale,
                                        .is_still = now_ms == 0 || frame->reduced_motion,
                                        .now_ms = now_ms,
                                        .since_ms = now_ms,
                                        .alpha = 1 });
    }
}
