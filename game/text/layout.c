#include "sango/text/layout.h"

#include "pieces.h"
#include "sango/text/linebreak.h"

#include <stdint.h>

/* Widths are sums of floats: a text laid out in the very width it was measured with
 * must not wrap. */
static const float SLACK_UNITS = 0.01f;

/* Pieces [first, end) stand on the line; [shown_first, shown_end) are those between
 * the blanks at its ends, which take no room. */
typedef struct Line {
    size_t first, end, shown_first, shown_end;
    float width;
} Line;

typedef struct Composer {
    Pieces pieces;
    float width; /* asked for; <= 0: endless */
    Line *lines;
    size_t line_count;
    size_t *order; /* of one line: room for all pieces */
    float ascent, descent, step; /* the largest of the fonts used */
    bool truncated;
} Composer;

static void trim(const Pieces *pieces, Line *line)
{
    line->shown_first = line->first;
    line->shown_end = line->end;
    while (line->shown_first < line->end && pieces->items[line->shown_first].kind != CHAR_SHOWN) {
        line->shown_first++;
    }
    while (line->shown_end > line->shown_first && pieces->items[line->shown_end - 1].kind != CHAR_SHOWN) {
        line->shown_end--;
    }
    line->width = 0.0f;
    for (size_t i = line->shown_first; i < line->shown_end; i++) {
        line->width += pieces->items[i].width;
    }
}

/* One line from `first`: as much as fits, up to the last break opportunity, or to
 * the last piece where there is none. */
static Line fill_line(const Pieces *pieces, size_t first, float width)
{
    Line line = { .first = first, .end = pieces->count };
    size_t allowed = 0;
    float x = 0.0f;
    bool shown = false;
    for (size_t i = first; i < pieces->count; i++) {
        const Piece *piece = &pieces->items[i];
        if (width > 0.0f && shown && piece->kind == CHAR_SHOWN && x + piece->width > width + SLACK_UNITS) {
            line.end = allowed ? allowed : i;
            break;
        }
        shown = shown || piece->kind == CHAR_SHOWN;
        x += shown ? piece->width : 0.0f;
        if (piece->line_break == LINEBREAK_MUST) {
            line.end = i + 1;
            break;
        }
        allowed = piece->line_break == LINEBREAK_ALLOWED && shown ? i + 1 : allowed;
    }
    trim(pieces, &line);
    return line;
}

static bool has_shown(const Pieces *pieces, size_t first)
{
    while (first < pieces->count && pieces->items[first].kind != CHAR_SHOWN) {
        first++;
    }
    return first < pieces->count;
}

/* Ends the last line in an ellipsis: whole pieces make room for it, and only a
 * piece that is alone on its line is cut. */
static void add_ellipsis(Composer *composer, Line *line)
{
    Pieces *pieces = &composer->pieces;
    Piece ellipsis = pieces_make_ellipsis(pieces, line->shown_end);
    float room = composer->width - ellipsis.width + SLACK_UNITS;
    bool limited = composer->width > 0.0f;
    while (limited && line->width > room && line->shown_end - line->shown_first > 1) {
        line->end = line->shown_end - 1;
        trim(pieces, line);
    }
    if (limited && line->width > room && line->shown_end > line->shown_first) {
        pieces_shorten(pieces, &pieces->items[line->shown_first], room);
    }
    pieces->items[line->shown_end] = pieces_make_ellipsis(pieces, line->shown_end);
    line->end = line->shown_end + 1;
    pieces->count = line->end;
    trim(pieces, line);
}

static Status fill_lines(Composer *composer)
{
    Pieces *pieces = &composer->pieces;
    composer->lines = ARENA_ARRAY(pieces->scratch, Line, pieces->count);
    if (!composer->lines) {
        return STATUS_NOMEM;
    }
    for (size_t first = 0; first < pieces->count;) {
        Line *line = &composer->lines[composer->line_count++];
        *line = fill_line(pieces, first, composer->width);
        first = line->end;
        if (composer->line_count == pieces->style->max_lines && has_shown(pieces, first)) {
            composer->truncated = true;
            add_ellipsis(composer, line);
            break;
        }
        if (composer->line_count == pieces->style->max_lines) {
            break;
        }
    }
    return STATUS_OK;
}

static void grow(float *largest, float value)
{
    *largest = value > *largest ? value : *largest;
}

static void add_metrics(Composer *composer, uint8_t font)
{
    const TextMeasure *measure = composer->pieces.measure;
    float ascent = 0.0f, descent = 0.0f, skip = 0.0f;
    measure->metrics(measure->user, font, composer->pieces.style->size, &ascent, &descent, &skip);
    grow(&composer->ascent, ascent);
    grow(&composer->descent, descent);
    grow(&composer->step, skip);
}

/* Every line is as high as the fonts of the whole text ask for, so that the lines of
 * a text in two scripts stand evenly. */
static void find_line_height(Composer *composer)
{
    const Pieces *pieces = &composer->pieces;
    bool used[UINT8_MAX + 1] = { false }, any = false;
    for (size_t i = 0; i < pieces->count; i++) {
        const Piece *piece = &pieces->items[i];
        uint8_t font = piece->ellipsis ? piece->font : pieces->analysis->fonts[piece->first];
        if (piece->kind == CHAR_SHOWN && !used[font]) {
            used[font] = any = true;
            add_metrics(composer, font);
        }
    }
    if (!any) {
        add_metrics(composer, pieces->analysis->fonts[0]);
    }
    float spacing = pieces->style->line_spacing;
    composer->step *= spacing > 0.0f ? spacing : 1.0f;
}

static void reverse(size_t *order, size_t first, size_t end)
{
    while (first + 1 < end) {
        size_t kept = order[first];
        order[first++] = order[--end];
        order[end] = kept;
    }
}

/* Rule L2 over pieces. Rule L1 needs nothing here: the blanks it moves are trimmed. */
static void reorder(const Composer *composer, const Line *line)
{
    const Piece *items = composer->pieces.items;
    size_t count = line->shown_end - line->shown_first, *order = composer->order;
    int highest = 0, lowest_odd = UINT8_MAX;
    for (size_t i = 0; i < count; i++) {
        int level = items[line->shown_first + i].level;
        order[i] = line->shown_first + i;
        highest = level > highest ? level : highest;
        lowest_odd = (level & 1) && level < lowest_odd ? level : lowest_odd;
    }
    for (int level = highest; level >= lowest_odd; level--) {
        for (size_t first = 0, end; first < count; first = end + 1) {
            for (end = first; end < count && items[order[end]].level >= level;) {
                end++;
            }
            reverse(order, first, end);
        }
    }
}

static float line_offset(const Composer *composer, const Line *line, float width)
{
    const TextStyle *style = composer->pieces.style;
    bool rtl = composer->pieces.analysis->rtl;
    if (style->align == TEXT_ALIGN_CENTRE) {
        return (width - line->width) / 2.0f;
    }
    bool right = (style->align == TEXT_ALIGN_END) != rtl;
    return right ? width - line->width : 0.0f;
}

static TextAtom make_atom(const Composer *composer, const Piece *piece, size_t line, float x)
{
    const Analysis *a = composer->pieces.analysis;
    float inner = composer->ascent + composer->descent;
    float top = (float)line * composer->step + (composer->step - inner) / 2.0f;
    return (TextAtom){
        .run = pieces_run(&composer->pieces, piece),
        .x = x,
        .y = top,
        .width = piece->width,
        .height = inner,
        .baseline = top + composer->ascent,
        .byte_start = a->source[piece->first],
        .byte_length = a->source[piece->end] - a->source[piece->first],
        .word = piece->ellipsis ? -1 : a->words[piece->first],
        .line = (uint16_t)line,
    };
}

static void place_line(const Composer *composer, size_t number, float width, TextAtom *atoms, size_t *count)
{
    const Line *line = &composer->lines[number];
    reorder(composer, line);
    float x = line_offset(composer, line, width);
    for (size_t i = 0; i < line->shown_end - line->shown_first; i++) {
        const Piece *piece = &composer->pieces.items[composer->order[i]];
        if (piece->kind == CHAR_SHOWN) {
            atoms[(*count)++] = make_atom(composer, piece, number, x);
        }
        x += piece->width;
    }
}

static Status place(Composer *composer, Arena *arena, TextLayout *layout)
{
    const Pieces *pieces = &composer->pieces;
    TextAtom *atoms = ARENA_ARRAY(arena, TextAtom, pieces->count);
    composer->order = ARENA_ARRAY(pieces->scratch, size_t, pieces->count);
    if (!atoms || !composer->order) {
        return STATUS_NOMEM;
    }
    find_line_height(composer);
    float used = 0.0f;
    for (size_t i = 0; i < composer->line_count; i++) {
        grow(&used, composer->lines[i].width);
    }
    size_t count = 0;
    for (size_t i = 0; i < composer->line_count; i++) {
        place_line(composer, i, composer->width > 0.0f ? composer->width : used, atoms, &count);
    }
    *layout = (TextLayout){
        .atoms = atoms,
        .atom_count = count,
        .line_count = (uint32_t)composer->line_count,
        .word_count = pieces->analysis->word_count,
        .width = used,
        .height = (float)composer->line_count * composer->step,
        .rtl = pieces->analysis->rtl,
        .truncated = composer->truncated,
    };
    return STATUS_OK;
}

static Status lay_out(Composer *composer, Arena *arena, StrView text, TextLayout *layout)
{
    Pieces *pieces = &composer->pieces;
    Analysis analysis;
    Status status = analysis_make(pieces->scratch, arena, pieces->measure, text, pieces->style, &analysis);
    pieces->analysis = &analysis;
    if (status == STATUS_OK) {
        status = pieces_make(pieces, composer->width);
    }
    if (status == STATUS_OK) {
        status = fill_lines(composer);
    }
    if (status == STATUS_OK) {
        status = place(composer, arena, layout);
    }
    pieces->analysis = NULL;
    return status;
}

Status text_layout(Arena *arena, const TextMeasure *measure, StrView text, const TextStyle *style, float width,
                   TextLayout *layout)
{
    enum { SCRATCH_BYTES_PER_BYTE = 96, SCRATCH_BYTES_LEAST = 4096 };
    *layout = (TextLayout){ .rtl = style->direction == TEXT_DIRECTION_RTL };
    if (text.len > TEXT_BYTES_MAX) {
        return STATUS_LIMIT;
    }
    if (text.len == 0) {
        return STATUS_OK;
    }
    Arena scratch;
    arena_init(&scratch, arena->alloc, SCRATCH_BYTES_LEAST + text.len * SCRATCH_BYTES_PER_BYTE);
    Composer composer = {
        .pieces = { .scratch = &scratch, .measure = measure, .style = style },
        .width = width,
    };
    Status status = lay_out(&composer, arena, text, layout);
    arena_release(&scratch);
    return status;
}
