#include "stage_internal.h"

#include <math.h>
#include <stdio.h>

/* How the stage is put together, back to front: place, actors, what is nearer than they, the air,
 * the change from one place to the next, the phone. */
static const Rgba NIGHT = 0x2A2257FFu; /* between two places */

/* Who and what is there, as it is seen. */
typedef struct Scene {
    const Stage *stage;
    StrView place, light;
    const StageActor *actors;
    size_t actor_count;
    View view;
    float shift; /* units to the right */
} Scene;

/* One layer of a place, covering the canvas as the whole picture does. */
static void draw_layer(UiFrame *frame, const Scene *scene, const char *layer, float depth)
{
    float scale = frame->width / STAGE_W;
    scale = frame->height / STAGE_H > scale ? frame->height / STAGE_H : scale;
    DrawPose pose = { .x = (frame->width - STAGE_W * scale) / 2, .y = (frame->height - STAGE_H * scale) / 2, .scale_x = scale, .scale_y = scale };
    bool is_wide = view_is_wide(&scene->view);
    char name[96];
    int len = snprintf(name, sizeof name, "place/%.*s/%.*s/%s", SV_ARG(scene->place), SV_ARG(scene->light), layer);
    if (len <= 0 || (size_t)len >= sizeof name) {
        return;
    }
    pose = is_wide ? pose : view_pose(frame, &scene->view, depth, pose);
    pose.x += scene->shift;
    StrView copy = arena_copy(frame->arena, (StrView){ name, (size_t)len });
    (is_wide ? draw_sprite : draw_sprite_live)(frame->draw, copy, pose, 0xFFFFFFFFu);
}

/* The picture of the place; some looks lay a veil over it. */
static void draw_back(UiFrame *frame, const Scene *scene)
{
    draw_fill(frame->draw, (Rect){ 0, 0, frame->width, frame->height }, 0, 0x2B2A66FFu);
    draw_layer(frame, scene, "0back", DEPTH_PLACE);
    if ((frame->theme->veil & 0xFF) != 0) {
        draw_fill(frame->draw, (Rect){ 0, 0, frame->width, frame->height }, 0, frame->theme->veil);
    }
}

void stage_draw_place(UiFrame *frame, StrView place, StrView light, float shift)
{
    Scene scene = { .place = place, .light = light, .view = { 1, 0, 0 }, .shift = shift };
    draw_back(frame, &scene);
}

/* Actors keep their size and stand at the bottom, spread over the width, so that none
 * is cut off on a canvas that is taller or wider than the place's picture. */
static void draw_one(UiFrame *frame, const Scene *scene, const StageActor *actor)
{
    const Stage *stage = scene->stage;
    Motion motion = actor_motion(stage, actor);
    uint64_t said_ms = stage->now_ms - stage->talk_ms;
    bool is_talking = strview_equal(name_view(&stage->speaker), actor->art->name) && stage->now_ms >= stage->talk_ms &&
                      said_ms < stage->mouth.length_ms && !stage->reduced_motion;
    uint64_t since_ms = actor->posed_ms > actor->moved_ms ? actor->posed_ms : actor->moved_ms;
    if (is_talking) {
        motion.head_y -= 4 * fabsf(sinf((float)said_ms * 0.0052f));
    }
    motion.x += scene->shift;
    actor_draw(frame, &(ActorLook){ .art = actor->art,
                                    .expression = name_view(&actor->expression),
                                    .was = name_view(&actor->was),
                                    .x = actor_x(stage, actor) * frame->width / STAGE_W,
                                    .feet_y = frame->height - STAGE_H + stage_feet(actor->art),
                                    .scale = 1,
                                    .view = view_is_wide(&scene->view) ? NULL : &scene->view,
                                    .motion = motion,
                                    .gaze = actor_gaze(stage, actor),
                                    .is_facing_left = actor->is_facing_left,
                                    .is_talking = is_talking,
                                    .is_mouth_open = is_talking && mouth_is_open(&stage->mouth, said_ms),
                                    .is_still = stage->reduced_motion,
                                    .seed = actor->seed,
                                    .now_ms = stage->now_ms,
                                    .since_ms = stage->now_ms > since_ms ? stage->now_ms - since_ms : 0,
                                    .alpha = 1 });
}

static void draw_scene(UiFrame *frame, const Scene *scene)
{
    draw_back(frame, scene);
    for (size_t i = 0; i < scene->actor_count; i++) {
        if (scene->actors[i].spot != SPOT_LEFT) {
            draw_one(frame, scene, &scene->actors[i]);
        }
    }
    for (size_t i = 0; i < scene->actor_count; i++) { /* where three stand close, the middle one is in front: no face is halved */
        if (scene->actors[i].spot == SPOT_LEFT) {
            draw_one(frame, scene, &scene->actors[i]);
        }
    }
    draw_layer(frame, scene, "1front", DEPTH_FRONT);
}

/* A dark veil comes and goes, or the circle of a lens shuts and opens. */
static void draw_veil(UiFrame *frame, Change change, float share)
{
    float dark = 1 - fabsf(2 * share - 1);
    if (change == CHANGE_FADE) {
        draw_fill(frame->draw, (Rect){ 0, 0, frame->width, frame->height }, 0, rgba_with_alpha(NIGHT, ease_in_out(dark)));
    } else {
        float most = sqrtf(frame->width * frame->width + frame->height * frame->height) * 0.56f;
        float open = share < 0.5f ? 1 - ease_out_cubic(dark) : 1 - ease_in_out(dark);
        draw_iris(frame->draw, frame->width / 2, frame->height * 0.44f, most * open, NIGHT);
    }
}

/* The old place goes to the left, the new one comes from the right. */
static void draw_slide(UiFrame *frame, Scene *before, Scene *after, float share)
{
    float edge = roundf(frame->width * (1 - ease_in_out(share)));
    before->shift = edge - frame->width;
    after->shift = edge;
    draw_clip(frame->draw, (Rect){ 0, 0, edge, frame->height });
    draw_scene(frame, before);
    draw_clip(frame->draw, (Rect){ edge, 0, frame->width - edge, frame->height });
    draw_scene(frame, after);
    draw_clip_end(frame->draw);
}

static void draw_change(UiFrame *frame, Scene *after)
{
    const Stage *stage = after->stage;
    const Past *past = &stage->past;
    Scene before = { stage, name_view(&past->place), name_view(&past->light), past->actors, past->actor_count, past->view, 0 };
    float share = change_share(stage);
    if (past->change == CHANGE_SLIDE) {
        draw_slide(frame, &before, after, share);
    } else {
        draw_scene(frame, share < 0.5f ? &before : after);
    }
    particles_draw(stage, frame, &after->view);
    if (past->change != CHANGE_SLIDE) {
        draw_veil(frame, past->change, share);
    }
}

float stage_shift(const Stage *stage, bool is_phone)
{
    uint64_t since = stage->now_ms - stage->shake_ms;
    if (stage->shake_ms == 0 || since >= SHAKE_MS || is_phone != stage->shake_is_phone || stage->reduced_motion) {
        return 0;
    }
    return sinf((float)since * 0.06f) * 12.0f * (1.0f - (float)since / SHAKE_MS);
}

void stage_draw(const Stage *stage, UiFrame *frame, float quiet_h)
{
    stage_draw_picks(stage, frame, quiet_h, NULL);
}

void stage_draw_picks(const Stage *stage, UiFrame *frame, float quiet_h, PhonePicks *picks)
{
    Scene scene = { stage,         name_view(&stage->place), name_view(&stage->light),   stage->actors,
                    stage->actor_count, camera_view(stage),  stage_shift(stage, false) };
    if (change_is_on(stage)) {
        draw_change(frame, &scene);
    } else {
        draw_scene(frame, &scene);
        particles_draw(stage, frame, &scene.view);
    }
    if (stage->phone_is_open || phone_is_leaving(stage)) {
        phone_draw(stage, frame, quiet_h, picks);
    }
}

void stage_draw_empty(const Stage *stage, UiFrame *frame)
{
    Scene scene = { .stage = stage, .place = name_view(&stage->place), .light = name_view(&stage->light), .view = { 1, 0, 0 } };
    draw_back(frame, &scene);
    draw_layer(frame, &scene, "1front", DEPTH_FRONT);
}

size_t stage_faces(const Stage *stage, StageFace *faces, size_t max)
{
    size_t count = 0;
    for (size_t i = 0; i < stage->actor_count && count < max; i++) {
        const StageActor *actor = &stage->actors[i];
        if (!actor->is_leaving) {
            faces[count++] = (StageFace){ actor->art->name, name_view(&actor->expression) };
        }
    }
    return count;
}
