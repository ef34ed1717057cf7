#ifndef SANGO_TEXT_LAYOUT_H
#define SANGO_TEXT_LAYOUT_H

#include "sango/base/arena.h"
#include "sango/base/status.h"
#include "sango/text/fonts.h"

/* Paragraphs in any script: bidi (UAX #9, FriBidi), line breaks (UAX #14), script
 * and font per run, lines, word rectangles. Text becomes atoms: the largest pieces
 * that are never cut, each drawn as one run. Not cached: lay a text out once, when
 * it, its width or its size changes, and keep the result.
 *
 *     TextStyle style = { .face = TEXT_FACE_BODY, .size = 42 };
 *     TextLayout layout;
 *     if (text_layout(arena, measure, text, &style, 800, &layout) == STATUS_OK) {
 *         for (size_t i = 0; i < layout.atom_count; i++) { ... draw atoms[i].run ... }
 *     }
 *
 * Reads nothing but its arguments: any thread, if the measure allows it. */
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
    float line_spacing;   /* 1 = the font's own; 0 counts as 1 */
    float letter_spacing; /* units; left out for scripts whose letters join or stack */
    TextAlign align;      /* START is the right side of a right to left paragraph */
    TextDirection direction; /* of all lines; AUTO takes the first strong letter, else LTR */
    const TextSpan *spans;   /* by start, not overlapping; may be NULL */
    size_t span_count;
    uint16_t max_lines; /* 0: no limit; else the last line ends in an ellipsis */
} TextStyle;

typedef struct TextAtom {
    TextRun run;
    float x, y, width, height; /* box inside the paragraph, units; y down */
    float baseline;            /* y inside the paragraph, not inside the box */
    uint32_t byte_start, byte_length; /* in the text given; length 0 for the ellipsis */
    int32_t word;                     /* number of the word, from 0; -1 between words */
    uint16_t line;
} TextAtom;

typedef struct TextLayout {
    /* Line after line, from left to right inside each; blanks, controls and bidi
     * marks have no atom. */
    const TextAtom *atoms;
    size_t atom_count;
    uint32_t line_count; /* 0 for an empty text; a line break at the end opens no line */
    uint32_t word_count; /* in the whole text, shown or not */
    float width, height; /* of what is used; width <= the width asked for unless one atom is wider */
    bool rtl;            /* the paragraph's direction */
    bool truncated;      /* by max_lines */
} TextLayout;

/* Lays out `text` in at most `width` units a line (<= 0: one endless line); '\n'
 * forces a break, U+200B allows one. A word wider than a whole line is cut at
 * grapheme boundaries if it runs left to right and its letters do not join; else it
 * stands out of the line's end. Blanks at both ends of a line take no room. Invalid
 * UTF-8 shows as U+FFFD. Atoms and copies of text are taken from `arena`; nothing
 * points into `text` afterwards. STATUS_NOMEM, STATUS_LIMIT (text over
 * TEXT_BYTES_MAX): *layout is then empty. */
enum { TEXT_BYTES_MAX = 64 * 1024 };
Status text_layout(Arena *arena, const TextMeasure *measure, StrView text, const TextStyle *style, float width,
                   TextLayout *layout);

#endif
