#include "sango/ui/tween.h"

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

float tween_share(uint64_t now_ms, uint64_t start_ms, uint32_t length_ms)
{
    if (now_ms < start_ms)
        return 0.0f;
    if (now_ms - start_ms >= length_ms)
        return 1.0f;
    return (float)(now_ms - start_ms) / (float)length_ms;
}
