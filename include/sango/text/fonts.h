#ifndef SANGO_TEXT_FONTS_H
#define SANGO_TEXT_FONTS_H

#include "sango/base/strview.h"

#include <stdbool.h>

/* What the text layer must know of fonts. The rasteriser (platform/sdl) gives the
 * real answers; tests give a grid of equal advances. */
enum { TEXT_FONTS_MAX = 8 };

typedef enum TextFace { TEXT_FACE_BODY, TEXT_FACE_BOLD, TEXT_FACE_TITLE, TEXT_FACE_COUNT } TextFace;

typedef struct TextRun {
    StrView text; /* one font, one direction, one script */
    uint8_t font;
    bool rtl;
    char script[5]; /* ISO 15924 */
    float size;     /* em height, units */
    float spacing;  /* added after each letter, units */
} TextRun;

typedef struct TextMeasure {
    void *user;
    /* Advance width in units. */
    float (*width)(void *user, const TextRun *run);
    /* True when the font has a glyph. */
    bool (*has_glyph)(void *user, uint8_t font, uint32_t codepoint);
    /* Units above and below the baseline for an em of `size`, and the step between lines. */
    void (*metrics)(void *user, uint8_t font, float size, float *ascent, float *descent, float *line_skip);
    /* Fonts to try in order for a face: indices, `count` of them. */
    const uint8_t *chain[TEXT_FACE_COUNT];
    uint8_t chain_count[TEXT_FACE_COUNT];
} TextMeasure;

#endif
