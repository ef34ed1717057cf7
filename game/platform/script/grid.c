#include "sango/platform/script.h"

#include "sango/base/utf8.h"

static float grid_width(void *user, const TextRun *run)
{
    (void)user;
    return (float)utf8_count(run->text) * (run->size * 0.5f + run->spacing);
}

static bool grid_has_glyph(void *user, uint8_t font, uint32_t codepoint)
{
    (void)user;
    (void)codepoint;
    return font == 0;
}

static void grid_metrics(void *user, uint8_t font, float size, float *ascent, float *descent, float *line_skip)
{
    (void)user;
    (void)font;
    *ascent = size * 0.8f;
    *descent = size * 0.2f;
    *line_skip = size * 1.2f;
}

const TextMeasure *grid_measure(void)
{
    static const uint8_t chain[] = { 0 };
    static const TextMeasure measure = {
        NULL, grid_width, grid_has_glyph, grid_metrics, { chain, chain, chain }, { 1, 1, 1 },
    };
    return &measure;
}
