#include "sango/ui/tween.h"

#include <math.h>
#include <stddef.h>

static float clamp_unit(float t)
{
    return t < 0.0f ? 0.0f : t > 1.0f ? 1.0f : t;
}

float ease_out_cubic(float t)
{
    float left = 1.0f - clamp_unit(t);
    return 1.0f - left * left * left;
}

float ease_in_out(float t)
{
    t = clamp_unit(t);
    return t * t * (3.0f - 2.0f * t);
}

float ease_out_back(float t)
{
    const float overshoot = 1.70158f; /* Penner: 10 % */
    float u = clamp_unit(t) - 1.0f;
    return 1.0f + (overshoot + 1.0f) * u * u * u + overshoot * u * u;
}

float ease_in_back(float t)
{
    return 1.0f - ease_out_back(1.0f - clamp_unit(t));
}

const char *const ease_names[EASE_COUNT + 1] = { "soft", "quick", "spring", "steady", NULL };

float ease(Ease kind, float t)
{
    switch (kind) {
    case EASE_SOFT:
        return ease_in_out(t);
    case EASE_QUICK:
        return ease_out_cubic(t);
    case EASE_SPRING:
        return ease_out_back(t);
    case EASE_STEADY:
    case EASE_COUNT:
        break;
    }
    return clamp_unit(t);
}

bool ease_find(StrView name, Ease *kind)
{
    for (size_t i = 0; i < EASE_COUNT; i++) {
        if (strview_equal(name, strview_from_cstr(ease_names[i]))) {
            *kind = (Ease)i;
            return true;
        }
    }
    return false;
}

float tween_arc(float t)
{
    t = clamp_unit(t);
    return 4.0f * t * (1.0f - t);
}

float tween_swing(float t, float times)
{
    t = clamp_unit(t);
    return sinf(t * times * 6.2831853f) * (1.0f - t);
}

float tween_share(uint64_t now_ms, uint64_t start_ms, uint32_t length_ms)
{
    if (now_ms < start_ms)
        return 0.0f;
    if (now_ms - start_ms >= length_ms)
        return 1.0f;
    return (float)(now_ms - start_ms) / (float)length_ms;
}
