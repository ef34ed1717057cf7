#ifndef SANGO_TEXT_LAYOUT_H
#define SANGO_TEXT_LAYOUT_H

#include "sango/base/arena.h"
#include "sango/base/status.h"
#include "sango/text/fonts.h"

/* Paragraphs in any script: bidi (UAX #9, FriBidi), line breaks (UAX #14), script
 * and font per run, lines, word rectangles. Text becomes atoms: the largest pieces
 * that are never cut, each drawn as one run. */
typedef enum TextAlign { TEXT_ALIGN_START, TEXT_ALIGN_CENTRE, TEXT_ALIGN_END } TextAlign;
typedef enum TextDirection { TEXT_DIRECTION_AUTO, TEXT_DIRECTION_LTR, TEXT_DIRECTION_RTL } TextDirection;

/* Part of the text in another face, in bytes. */
typedef struct TextSpan {
    uint32_t start, length;
    TextFace face;
} TextSpan;

typedef struct TextStyle {
    TextFace face;
    float size;         /* em height, units */
    float line_spacing; /* 1 = the font's own */
    float letter_spacing; /* units; left out for joined scripts */
    TextAlign align;
    TextDirection direction; /* of the paragraph; AUTO takes the first strong letter */
    const TextSpan *spans;   /* by start, not overlapping; may be NULL */
    size_t span_count;
    uint16_t max_lines; /* 0: no limit; else the last line ends in an ellipsis */
} TextStyle;

typedef struct TextAtom {
    TextRun run;
    float x, y, width, height; /* box inside the paragraph, units; y down */
    float baseline;
    uint32_t byte_start, byte_length;
    int32_t word; /* number of the word, from 0; -1 between words */
    uint16_t line;
} TextAtom;

typedef struct TextLayout {
    const TextAtom *atoms; /* visual order inside each line; blanks left out */
    size_t atom_count;
    uint32_t line_count, word_count;
    float width, height; /* of what is used; width <= the width asked for unless one atom is wider */
    bool rtl;            /* the paragraph's direction */
    bool truncated;
} TextLayout;

/* Lays out `text` in at most `width` units a line (<= 0: one endless line); '\n'
 * forces a break. Invalid UTF-8 shows as U+FFFD. Atoms and copies of text are taken
 * from `arena`. STATUS_NOMEM, STATUS_LIMIT (text over TEXT_BYTES_MAX). */
enum { TEXT_BYTES_MAX = 64 * 1024 };
Status text_layout(Arena *arena, const TextMeasure *measure, StrView text, const TextStyle *style, float width,
                   TextLayout *layout);

#endif
