#include "pieces.h"

#include "sango/text/linebreak.h"
#include "unicode.h"

#include <math.h>
#include <string.h>

static float measure_run(const Pieces *pieces, const TextRun *run)
{
    float width = pieces->measure->width(pieces->measure->user, run);
    return isfinite(width) && width > 0.0f ? width : 0.0f;
}

static TextRun run_of(const Pieces *pieces, size_t first, size_t end)
{
    const Analysis *a = pieces->analysis;
    const UnicodeScript *script = &unicode_scripts[a->scripts[first]];
    TextRun run = {
        .text = { a->copy.data + a->copy_at[first], a->copy_at[end] - a->copy_at[first] },
        .font = a->fonts[first],
        .rtl = (a->levels[first] & 1) != 0,
        .size = pieces->style->size,
        .spacing = script->joined ? 0.0f : pieces->style->letter_spacing,
    };
    memcpy(run.script, script->tag, sizeof run.script);
    return run;
}

static StrView ellipsis_text(const Pieces *pieces, uint8_t font)
{
    bool has = pieces->measure->has_glyph(pieces->measure->user, font, 0x2026);
    return has ? SV("\xE2\x80\xA6") : SV("...");
}

TextRun pieces_run(const Pieces *pieces, const Piece *piece)
{
    if (!piece->ellipsis) {
        return run_of(pieces, piece->first, piece->end);
    }
    size_t before = piece->first > 0 ? piece->first - 1u : 0u;
    TextRun run = run_of(pieces, before, before);
    run.font = piece->font;
    run.rtl = (piece->level & 1) != 0;
    run.text = ellipsis_text(pieces, piece->font);
    return run;
}

static float measure_range(const Pieces *pieces, size_t first, size_t end)
{
    TextRun run = run_of(pieces, first, end);
    return measure_run(pieces, &run);
}

/* Blanks as wide as the font says, tabs as one blank, everything else nothing. */
static float measure_blanks(const Pieces *pieces, size_t first, size_t end)
{
    const Analysis *a = pieces->analysis;
    float width = 0.0f;
    for (size_t i = first; i < end; i++) {
        if (a->text[i] == '\t' || unicode_record(a->text[i])->category == CATEGORY_SPACE) {
            TextRun run = run_of(pieces, i, i + 1);
            run.text = a->text[i] == '\t' ? SV(" ") : run.text;
            width += measure_run(pieces, &run);
        }
    }
    return width;
}

static bool is_same(const Analysis *a, size_t i, size_t j)
{
    return a->kinds[i] == a->kinds[j] && a->levels[i] == a->levels[j] && a->fonts[i] == a->fonts[j] &&
           a->scripts[i] == a->scripts[j] && a->faces[i] == a->faces[j];
}

/* With items NULL only counts. */
static size_t cut(const Analysis *a, Piece *items)
{
    size_t count = 0;
    for (size_t first = 0, end; first < a->count; first = end) {
        for (end = first + 1; end < a->count; end++) {
            if (a->breaks[end - 1] != LINEBREAK_NO || !is_same(a, first, end)) {
                break;
            }
        }
        if (items) {
            items[count] = (Piece){ .first = (uint32_t)first,
                                    .end = (uint32_t)end,
                                    .kind = a->kinds[first],
                                    .level = a->levels[first],
                                    .line_break = a->breaks[end - 1] };
        }
        count++;
    }
    return count;
}

/* The next grapheme boundary after `at`, at most `end`. */
static size_t next_boundary(const Analysis *a, size_t at, size_t end)
{
    do {
        at++;
    } while (at < end && !a->starts[at]);
    return at;
}

/* The last grapheme boundary at or before `at`, at least `first`. */
static size_t last_boundary(const Analysis *a, size_t at, size_t first)
{
    while (at > first && !a->starts[at]) {
        at--;
    }
    return at;
}

/* The end of the longest part from `first` that fits; at least one grapheme. Asks
 * for few widths and none much longer than the answer, since measuring is dear. */
static size_t find_fitting(const Pieces *pieces, size_t first, size_t end, float width)
{
    enum { FIRST_GUESS = 16 };
    const Analysis *a = pieces->analysis;
    size_t low = next_boundary(a, first, end), span = FIRST_GUESS;
    while (span < end - first &&
           measure_range(pieces, first, last_boundary(a, first + span, low)) <= width) {
        low = last_boundary(a, first + span, low);
        span *= 2;
    }
    size_t high = span < end - first ? last_boundary(a, first + span, low) : end;
    while (low < high) {
        size_t middle = last_boundary(a, low + (high - low + 1) / 2, low);
        middle = middle > low ? middle : next_boundary(a, low, high);
        if (measure_range(pieces, first, middle) <= width) {
            low = middle;
        } else {
            high = last_boundary(a, middle - 1, low);
        }
    }
    return low;
}

static bool is_oversize(const Pieces *pieces, const Piece *piece, float width)
{
    const Analysis *a = pieces->analysis;
    return width > 0.0f && piece->width > width && piece->kind == CHAR_SHOWN && (piece->level & 1) == 0 &&
           !unicode_scripts[a->scripts[piece->first]].joined;
}

/* Parts of an oversize piece. With `items` NULL only counts. */
static size_t split(const Pieces *pieces, const Piece *piece, float width, Piece *items)
{
    size_t count = 0;
    for (size_t first = piece->first, end; first < piece->end; first = end) {
        end = find_fitting(pieces, first, piece->end, width);
        if (items) {
            items[count] = *piece;
            items[count].first = (uint32_t)first;
            items[count].end = (uint32_t)end;
            items[count].width = measure_range(pieces, first, end);
            items[count].line_break = end < piece->end ? LINEBREAK_NO : piece->line_break;
        }
        count++;
    }
    return count;
}

static Status split_oversize(Pieces *pieces, float width)
{
    size_t need = 0;
    for (size_t i = 0; i < pieces->count; i++) {
        const Piece *piece = &pieces->items[i];
        need += is_oversize(pieces, piece, width) ? split(pieces, piece, width, NULL) : 1;
    }
    if (need == pieces->count) {
        return STATUS_OK;
    }
    Piece *items = ARENA_ARRAY(pieces->scratch, Piece, need + 1);
    if (!items) {
        return STATUS_NOMEM;
    }
    size_t count = 0;
    for (size_t i = 0; i < pieces->count; i++) {
        const Piece *piece = &pieces->items[i];
        if (is_oversize(pieces, piece, width)) {
            count += split(pieces, piece, width, items + count);
        } else {
            items[count++] = *piece;
        }
    }
    pieces->items = items;
    pieces->count = count;
    return STATUS_OK;
}

Status pieces_make(Pieces *pieces, float width)
{
    pieces->count = cut(pieces->analysis, NULL);
    pieces->items = ARENA_ARRAY(pieces->scratch, Piece, pieces->count + 1);
    if (!pieces->items) {
        return STATUS_NOMEM;
    }
    (void)cut(pieces->analysis, pieces->items);
    for (size_t i = 0; i < pieces->count; i++) {
        Piece *piece = &pieces->items[i];
        piece->width = piece->kind == CHAR_SHOWN ? measure_range(pieces, piece->first, piece->end)
                                                 : measure_blanks(pieces, piece->first, piece->end);
    }
    return split_oversize(pieces, width);
}

void pieces_shorten(const Pieces *pieces, Piece *piece, float width)
{
    piece->end = (uint32_t)find_fitting(pieces, piece->first, piece->end, width);
    piece->width = measure_range(pieces, piece->first, piece->end);
}

Piece pieces_make_ellipsis(const Pieces *pieces, size_t index)
{
    const Analysis *a = pieces->analysis;
    uint32_t at = index > 0 ? pieces->items[index - 1].end : 0;
    bool found;
    Piece piece = {
        .first = at,
        .end = at,
        .kind = CHAR_SHOWN,
        .level = a->rtl,
        .ellipsis = true,
        .font = analysis_choose_font(pieces->measure, a->faces[at > 0 ? at - 1 : 0], 0x2026, &found),
    };
    TextRun run = pieces_run(pieces, &piece);
    piece.width = measure_run(pieces, &run);
    return piece;
}
