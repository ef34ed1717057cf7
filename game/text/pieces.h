#ifndef SANGO_TEXT_PIECES_H
#define SANGO_TEXT_PIECES_H

#include "analysis.h"

/* The largest parts of a text that are never cut further, in logical order: one
 * font, level, script and face, ending at the first break opportunity. Shown ones
 * become atoms. */
typedef struct Piece {
    uint32_t first, end; /* code points */
    float width;         /* units */
    uint8_t kind;        /* CharKind */
    uint8_t level;
    uint8_t line_break; /* LINEBREAK_... after it */
    bool ellipsis;      /* stands for text left out; first == end */
    uint8_t font;       /* of the ellipsis */
} Piece;

typedef struct Pieces {
    Arena *scratch; /* borrowed */
    const TextMeasure *measure;
    const TextStyle *style;
    const Analysis *analysis;
    Piece *items;
    size_t count;
} Pieces;

/* Cuts, measures, and cuts again at grapheme boundaries what is wider than `width`
 * (<= 0: nothing is) where that can be done without harm: left to right text in
 * letters that do not join. Leaves room for one more item. STATUS_NOMEM. */
Status pieces_make(Pieces *pieces, float width);

/* The run that draws the piece. */
TextRun pieces_run(const Pieces *pieces, const Piece *piece);

/* Shortens the piece to the graphemes that fit into `width`, at least one. */
void pieces_shorten(const Pieces *pieces, Piece *piece, float width);

/* An ellipsis in the paragraph's direction, to stand at `index` of the items. */
Piece pieces_make_ellipsis(const Pieces *pieces, size_t index);

#endif
