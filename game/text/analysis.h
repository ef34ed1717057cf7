#ifndef SANGO_TEXT_ANALYSIS_H
#define SANGO_TEXT_ANALYSIS_H

#include "sango/text/layout.h"

/* What the Unicode rules say of each code point of a text, before any width is
 * known. All arrays have `count` items and live in the scratch arena. */
typedef enum CharKind {
    CHAR_SHOWN,
    CHAR_HIDDEN, /* never seen and parts no words: bidi controls, U+2060, U+FEFF */
    CHAR_BLANK,  /* blanks, controls and U+200B; the no-break spaces are shown */
} CharKind;

typedef struct Analysis {
    size_t count;
    StrView copy;      /* valid UTF-8 in the result arena */
    uint32_t *text;    /* code points */
    uint32_t *source;  /* first byte in the caller's text; count + 1 items */
    uint32_t *copy_at; /* first byte in `copy`; count + 1 items */
    uint8_t *breaks;   /* LINEBREAK_... after it */
    bool *starts;      /* a grapheme cluster begins here; and the end */
    uint8_t *kinds;    /* CharKind */
    uint8_t *levels;   /* UAX #9 embedding level */
    uint8_t *scripts;  /* index into unicode_scripts, never Common or Inherited */
    uint8_t *faces;    /* TextFace */
    uint8_t *fonts;
    int32_t *words; /* -1 between words */
    uint32_t word_count;
    bool rtl; /* direction of the paragraph */
} Analysis;

/* STATUS_NOMEM. `scratch` may go when the layout is done; `arena` holds the copy. */
Status analysis_make(Arena *scratch, Arena *arena, const TextMeasure *measure, StrView text,
                     const TextStyle *style, Analysis *analysis);

/* The first font of the face's chain with a glyph, else the chain's first. */
uint8_t analysis_choose_font(const TextMeasure *measure, uint8_t face, uint32_t codepoint, bool *found);

#endif
