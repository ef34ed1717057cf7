#include "stage_internal.h"

#include "sango/ui/tween.h"

#include <math.h>
#include <stdio.h>

/* An actor is drawn layer by layer. It breathes by whole fractions of a unit that move
 * the head, not by scaling: that is quick on a machine without a graphics card. */
enum { BLINK_MS = 130, TALK_HZ = 9, WAVE_MS = 2000, SLIDE_MS = 350 };

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

static StrView layer_name(UiFrame *frame, const ActorLook *look, StrView layer)
{
    char name[96];
    StrView actor = look->art->name;
    StrView expression = look->expression;
    StrView moment = SV("");
    if (!look->is_still && strview_equal(layer, SV("eyes")) && is_blinking(look) &&
        !strview_equal(expression, SV("surprised")) && !strview_equal(expression, SV("cheering"))) {
        moment = SV("blink");
    } else if (look->is_talking && strview_equal(layer, SV("mouth")) && look->now_ms * TALK_HZ / 1000 % 3 != 0) {
        moment = SV("talk");
    }
    if (moment.len && !look->art->has_own_moments) {
        expression = moment;
        moment = SV("");
    }
    int len = snprintf(name, sizeof name, "%.*s/%.*s%s%.*s/%.*s", SV_ARG(actor), SV_ARG(moment), moment.len ? "-" : "",
                       SV_ARG(expression), SV_ARG(layer));
    return arena_copy(frame->arena, (StrView){ name, (size_t)len });
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

void actor_draw(UiFrame *frame, const ActorLook *look)
{
    const ArtActor *art = look->art;
    float breath = look->is_still ? 0 : sinf((float)(look->now_ms % 100000) * 0.0021f + (float)look->seed);
    DrawPose pose = { .x = look->x - art->hip_x,
                      .y = look->feet_y - art->baseline,
                      .scale_x = look->is_facing_left ? -look->scale : look->scale,
                      .scale_y = look->scale,
                      .pivot_x = art->hip_x,
                      .pivot_y = art->baseline };
    for (size_t i = 0; i < art->layer_count; i++) {
        DrawPose moved = slid(pose, look, art->layers[i]);
        if (list_has(art->head_layers, art->layers[i])) {
            moved.y += roundf(breath * 3.0f * 1.5f) / 1.5f; /* whole pixels at 720 lines */
        }
        float turn_deg = turn_of(look, art->layers[i]);
        float x;
        float y;
        if (turn_deg != 0.0f && art_pivot(art, art->layers[i], &x, &y)) {
            moved = turned(moved, x, y, turn_deg);
        }
        draw_sprite(frame->draw, layer_name(frame, look, art->layers[i]), moved, rgba_with_alpha(0xFFFFFFFFu, look->alpha));
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
