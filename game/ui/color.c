#include "sango/ui/color.h"

#include <assert.h>
#include <math.h>

/* One channel of sRGB as light, 0..1. */
static float linear(Rgba channel)
{
    float share = (float)(channel & 0xFF) / 255.0f;
    return share <= 0.04045f ? share / 12.92f : powf((share + 0.055f) / 1.055f, 2.4f);
}

static Rgba encoded(float light)
{
    light = light < 0 ? 0 : light > 1 ? 1 : light;
    float share = light <= 0.0031308f ? light * 12.92f : 1.055f * powf(light, 1 / 2.4f) - 0.055f;
    return (Rgba)lroundf(share * 255.0f);
}

static float luminance(Rgba color)
{
    return 0.2126f * linear(color >> 24) + 0.7152f * linear(color >> 16) + 0.0722f * linear(color >> 8);
}

float color_contrast(Rgba a, Rgba b)
{
    float one = luminance(a) + 0.05f;
    float other = luminance(b) + 0.05f;
    return one > other ? one / other : other / one;
}

const char *color_vision_name(ColorVision vision)
{
    static const char *const names[VISION_COUNT] = { "full colour vision", "protanopia", "deuteranopia", "tritanopia" };
    assert(vision < VISION_COUNT);
    return names[vision];
}

Rgba color_seen(Rgba color, ColorVision vision)
{
    static const float matrices[VISION_COUNT][3][3] = {
        [VISION_PROTANOPIA] = { { 0.152286f, 1.052583f, -0.204868f },
                                { 0.114503f, 0.786281f, 0.099216f },
                                { -0.003882f, -0.048116f, 1.051998f } },
        [VISION_DEUTERANOPIA] = { { 0.367322f, 0.860646f, -0.227968f },
                                  { 0.280085f, 0.672501f, 0.047413f },
                                  { -0.011820f, 0.042940f, 0.968881f } },
        [VISION_TRITANOPIA] = { { 1.255528f, -0.076749f, -0.178779f },
                                { -0.078411f, 0.930809f, 0.147602f },
                                { 0.004733f, 0.691367f, 0.303900f } },
    };
    if (vision == VISION_FULL) {
        return color;
    }
    const float light[3] = { linear(color >> 24), linear(color >> 16), linear(color >> 8) };
    Rgba seen = 0;
    for (int i = 0; i < 3; i++) {
        const float *row = matrices[vision][i];
        seen = seen << 8 | encoded(row[0] * light[0] + row[1] * light[1] + row[2] * light[2]);
    }
    return seen << 8 | (color & 0xFF);
}
