#ifndef SANGO_TEXT_FONTS_H
#define SANGO_TEXT_FONTS_H

#include "sango/base/strview.h"

#include <stdbool.h>

/* What the text layer must know of fonts. The rasteriser (platform/sdl) gives the
 * real answers; tests give a grid of equal advances. */
enum { TEXT_FONTS_MAX = 8 };

typedef enum TextFace { TEXT_FACE_BODY, TEXT_FACE_BOLD, TEXT_FACE_TITLE, TEXT_FACE_COUNT } TextFace;

typedef struct TextRun {
    StrView text; /* valid UTF-8 in one font, one direction, one script; not NUL-terminated */
    uint8_t font;
    bool rtl;
    char script[5]; /* ISO 15924, such as "Arab" */
    float size;     /* em height, units */
    float spacing;  /* after each letter, marks not counted; units; 0 in joined scripts */
} TextRun;

typedef struct TextMeasure {
    void *user;
    /* Advance width in units, with run->spacing in it. May be asked for any part of a
     * text that begins and ends at a grapheme boundary. */
    float (*width)(void *user, const TextRun *run);
    /* True when the font has a glyph. Asked for the first letter of each grapheme. */
    bool (*has_glyph)(void *user, uint8_t font, uint32_t codepoint);
    /* Units above and below the baseline for an em of `size`, and the step between lines. */
    void (*metrics)(void *user, uint8_t font, float size, float *ascent, float *descent, float *line_skip);
    /* Fonts to try in order for a face: indices, `count` of them. A face without any
     * takes those of TEXT_FACE_BODY. */
    const uint8_t *chain[TEXT_FACE_COUNT];
    uint8_t chain_count[TEXT_FACE_COUNT];
} TextMeasure;

/* The fonts that ship: files of assets/fonts by the index that a TextRun names, and which are tried in which order
 * for a face. */
enum { TEXT_FONT_COUNT = 5 };
const char *text_font_file(uint8_t font); /* "Andika-Regular.ttf" */
const uint8_t *text_font_chain(TextFace face, uint8_t *count);

#endif
