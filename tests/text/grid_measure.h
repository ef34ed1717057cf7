#ifndef TESTS_TEXT_GRID_MEASURE_H
#define TESTS_TEXT_GRID_MEASURE_H

#include "sango/base/utf8.h"
#include "sango/text/fonts.h"
#include "text/unicode.h"

/* A measure of equal advances: 10 units a letter, 20 a hanzi or kana, nothing for
 * marks and format characters. Font 0 has everything up to U+05FF and general
 * punctuation, font 1 the rest, so that a text in two scripts needs both. */
enum { GRID_LETTER = 10, GRID_WIDE = 20, GRID_ASCENT = 30, GRID_DESCENT = 10, GRID_SKIP = 50 };

typedef struct GridMeasure {
    TextMeasure measure;
    unsigned calls;
    bool one_font; /* font 0 has everything */
} GridMeasure;

static float grid_width(void *user, const TextRun *run)
{
    GridMeasure *grid = user;
    StrView rest = run->text;
    uint32_t c;
    float width = 0.0f;
    grid->calls++;
    while (utf8_take(&rest, &c, NULL)) {
        const UnicodeRecord *record = unicode_record(c);
        if (record->category == CATEGORY_MARK || record->category == CATEGORY_FORMAT) {
            continue;
        }
        bool wide = record->line == LB_ID || (c >= 0x3000 && c < 0x3100) || (c >= 0xFF01 && c < 0xFF60);
        width += (wide ? (float)GRID_WIDE : (float)GRID_LETTER) * run->size / 10.0f + run->spacing;
    }
    return width;
}

static bool grid_has_glyph(void *user, uint8_t font, uint32_t c)
{
    const GridMeasure *grid = user;
    bool latin = c < 0x600 || (c >= 0x2000 && c < 0x2100);
    return grid->one_font ? font == 0 : latin == (font == 0);
}

static void grid_metrics(void *user, uint8_t font, float size, float *ascent, float *descent, float *skip)
{
    (void)user;
    float taller = font == 1 ? 2.0f : 1.0f;
    *ascent = (float)GRID_ASCENT * taller * size / 10.0f;
    *descent = (float)GRID_DESCENT * taller * size / 10.0f;
    *skip = (float)GRID_SKIP * taller * size / 10.0f;
}

static void grid_init(GridMeasure *grid, bool one_font)
{
    static const uint8_t both[] = { 0, 1 }, bold[] = { 2, 0, 1 };
    *grid = (GridMeasure){ .one_font = one_font };
    grid->measure = (TextMeasure){ .user = grid,
                                   .width = grid_width,
                                   .has_glyph = grid_has_glyph,
                                   .metrics = grid_metrics,
                                   .chain = { both, bold, NULL },
                                   .chain_count = { 2, 3, 0 } };
}

#endif
