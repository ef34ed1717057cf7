#include "stage_internal.h"

#include <math.h>

/* What falls, glows and twinkles. Where each particle is follows from its number and the time, so
 * that nothing is kept and the same moment gives the same picture. After a while without a touch
 * they fade away, so that a page left alone rests. */
const char *const particle_names[PARTICLES_COUNT + 1] = { "off",  "confetti", "sparkles", "rain", "snow",
                                                          "petals", "hearts", "fireflies", NULL };

enum { FADE_MS = 900 };

typedef struct ParticleLook {
    const char *sprite; /* NULL: a drop, or a flake when it is as high as wide */
    float size, wide, tall; /* units; size: how much larger the largest is than the smallest */
    Rgba color;
    int count;
    float fall, swing;  /* units a second down; to both sides */
    float turn;         /* degrees a second; 0: it sways a little */
    float pulse_s;      /* it comes and goes in so many seconds; 0: always seen. Never under 1.5 */
} ParticleLook;

static const ParticleLook looks[PARTICLES_COUNT] = {
    [PARTICLES_SPARKLES] = { "fx/spark", 1.3f, 60, 60, 0xFFFFFFFFu, 26, -14, 6, 20, 1.8f },
    [PARTICLES_RAIN] = { NULL, 1.0f, 3, 52, 0xD2E2FF98u, 110, 1250, 0, 0, 0 },
    [PARTICLES_SNOW] = { NULL, 1.3f, 9, 9, 0xFFFFFFE0u, 70, 90, 34, 0, 0 },
    [PARTICLES_PETALS] = { "fx/petal", 0.8f, 38, 38, 0xFFFFFFFFu, 30, 95, 80, 70, 0 },
    [PARTICLES_HEARTS] = { "fx/heart", 0.9f, 54, 54, 0xFFFFFFFFu, 16, -120, 36, 0, 0 },
    [PARTICLES_FIREFLIES] = { "fx/glow", 0.9f, 76, 76, 0xFFFFFFFFu, 22, -6, 90, 0, 2.6f },
};

/* 0..1, always the same for the same particle and use. */
static float chance(int particle, int use)
{
    uint32_t mixed = (uint32_t)particle * 2654435761u ^ (uint32_t)use * 2246822519u;
    mixed ^= mixed >> 15;
    mixed *= 2246822519u;
    mixed ^= mixed >> 13;
    mixed *= 3266489917u;
    mixed ^= mixed >> 16;
    return (float)(mixed >> 8) / 16777216.0f;
}

/* 0..1: comes after `began_ms`, which may be 0: always. */
static float shown_since(uint64_t now_ms, uint64_t began_ms)
{
    return began_ms == 0 ? 1 : tween_share(now_ms, began_ms, FADE_MS);
}

static float strength(const Stage *stage)
{
    const Particles *particles = &stage->particles;
    uint64_t rests_ms = stage->woken_ms + REST_AFTER_MS - FADE_MS;
    float shown = fminf(shown_since(stage->now_ms, particles->began_ms), shown_since(stage->now_ms, particles->shown_ms));
    return fminf(shown, 1 - tween_share(stage->now_ms, rests_ms, FADE_MS));
}

static float old_strength(const Stage *stage)
{
    return 1 - tween_share(stage->now_ms, stage->particles.ended_ms, FADE_MS);
}

void particles_wake(Stage *stage)
{
    if (stage->now_ms > stage->woken_ms + REST_AFTER_MS - FADE_MS) {
        stage->particles.shown_ms = stage->now_ms;
    }
}

bool particles_are_moving(const Stage *stage)
{
    const Particles *particles = &stage->particles;
    bool is_confetti = particles->confetti_ms && stage->now_ms < particles->confetti_ms + CONFETTI_MS;
    bool is_old = particles->old != PARTICLES_OFF && old_strength(stage) > 0;
    bool is_awake = stage->now_ms < stage->woken_ms + REST_AFTER_MS;
    return !stage->reduced_motion && (is_confetti || is_old || (particles->kind != PARTICLES_OFF && is_awake));
}

void stage_confetti(Stage *stage)
{
    if (!stage_is_still(stage)) {
        stage->particles.confetti_ms = stage->now_ms ? stage->now_ms : 1;
        stage_wake(stage);
    }
}

void stage_particles(Stage *stage, StrView name)
{
    Particles *particles = &stage->particles;
    ParticleKind kind = PARTICLES_OFF;
    for (size_t i = 0; i < PARTICLES_COUNT; i++) {
        kind = strview_equal(name, strview_from_cstr(particle_names[i])) ? (ParticleKind)i : kind;
    }
    if (kind == PARTICLES_CONFETTI) {
        stage_confetti(stage);
    } else if (kind != particles->kind) {
        particles->old = stage_is_still(stage) ? PARTICLES_OFF : particles->kind;
        particles->ended_ms = stage->now_ms;
        particles->kind = kind;
        particles->began_ms = stage_is_still(stage) ? 0 : stage->now_ms;
        particles->shown_ms = 0;
        stage_wake(stage);
    }
}

/* The rest of a division that is never negative. */
static float wrapped(float value, float length)
{
    return value - floorf(value / length) * length;
}

typedef struct Air {
    UiFrame *frame;
    const View *view;
    float seconds, strength;
} Air;

static void draw_one(const Air *air, const ParticleLook *look, int i)
{
    const UiFrame *frame = air->frame;
    float larger = 1 + look->size * chance(i, 3);
    float margin = look->tall * 3;
    float height = frame->height * (look->pulse_s > 0 ? 0.7f : 1) + 2 * margin; /* what glows stays above the words */
    float speed = look->fall * (0.7f + 0.6f * chance(i, 2));
    float phase = chance(i, 4) * 6.2831853f;
    float y = wrapped(chance(i, 1) * height + speed * air->seconds, height) - margin;
    float x = chance(i, 0) * frame->width + look->swing * sinf(air->seconds * (0.5f + 0.5f * chance(i, 5)) + phase);
    float pulse = look->pulse_s > 0 ? sinf(air->seconds / (look->pulse_s * (1 + 0.5f * chance(i, 6))) * 6.2831853f + phase) : 1;
    float alpha = air->strength * fmaxf(0, pulse);
    if (alpha < 0.02f) {
        return;
    }
    float w = look->wide * larger;
    float h = look->tall * larger;
    x += air->view->x * DEPTH_AIR;
    y += air->view->y * DEPTH_AIR;
    if (!look->sprite) {
        draw_fill(frame->draw, (Rect){ x - w / 2, y - h / 2, w, h }, w / 2, rgba_with_alpha(look->color, alpha));
        return;
    }
    float scale = w / 100 * (look->pulse_s > 0 ? 0.5f + 0.5f * alpha : 1);
    float turn = look->turn > 0 ? wrapped(look->turn * air->seconds + phase * 57, 360) : 14 * sinf(air->seconds * 1.3f + phase);
    DrawPose pose = { x - 50, y - 50, scale, scale, 50, 50, turn };
    draw_sprite_live(frame->draw, strview_from_cstr(look->sprite), pose, rgba_with_alpha(look->color, alpha));
}

void particles_draw(const Stage *stage, UiFrame *frame, const View *view)
{
    const Particles *particles = &stage->particles;
    Air air = { frame, view, (float)(stage->now_ms % 1000000) / 1000.0f, 0 };
    if (stage->reduced_motion) {
        return;
    }
    air.strength = old_strength(stage);
    for (int i = 0; air.strength > 0 && i < looks[particles->old].count; i++) {
        draw_one(&air, &looks[particles->old], i);
    }
    air.strength = strength(stage);
    for (int i = 0; air.strength > 0 && i < looks[particles->kind].count; i++) {
        draw_one(&air, &looks[particles->kind], i);
    }
}

void stage_draw_over(const Stage *stage, UiFrame *frame)
{
    static const Rgba colors[] = { 0xFF6F61FFu, 0xFFC83DFFu, 0x1FC8C0FFu, 0x7B5CD6FFu, 0x5CC96BFFu, 0xFF8FB1FFu };
    uint64_t began_ms = stage->particles.confetti_ms;
    if (began_ms == 0 || stage->now_ms >= began_ms + CONFETTI_MS || stage->reduced_motion) {
        return;
    }
    float t = (float)(stage->now_ms - began_ms) / 1000.0f;
    for (int i = 0; i < CONFETTI_MAX; i++) {
        float phase = chance(i, 4) * 6.2831853f;
        float y = -chance(i, 1) * 900 + (260 + 260 * chance(i, 2)) * t;
        float x = chance(i, 0) * frame->width + sinf(t * 2 + phase) * (20 + 40 * chance(i, 3));
        float h = 4 + 10 * fabsf(cosf(t * 6 + phase));
        if (y > -20 && y < frame->height) {
            draw_fill(frame->draw, (Rect){ x, y, 16, h }, 0, colors[(int)(chance(i, 5) * 6)]);
        }
    }
}
