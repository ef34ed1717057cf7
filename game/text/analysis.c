#include "analysis.h"

#include "sango/base/utf8.h"
#include "sango/text/linebreak.h"
#include "unicode.h"

#include <fribidi.h>
#include <string.h>

static bool take_arrays(Arena *scratch, size_t count, Analysis *a)
{
    a->text = ARENA_ARRAY(scratch, uint32_t, count);
    a->source = ARENA_ARRAY(scratch, uint32_t, count + 1);
    a->copy_at = ARENA_ARRAY(scratch, uint32_t, count + 1);
    a->breaks = ARENA_ARRAY(scratch, uint8_t, count);
    a->starts = ARENA_ARRAY(scratch, bool, count + 1);
    a->kinds = ARENA_ARRAY(scratch, uint8_t, count);
    a->levels = ARENA_ARRAY(scratch, uint8_t, count);
    a->scripts = ARENA_ARRAY(scratch, uint8_t, count);
    a->faces = ARENA_ARRAY(scratch, uint8_t, count);
    a->fonts = ARENA_ARRAY(scratch, uint8_t, count);
    a->words = ARENA_ARRAY(scratch, int32_t, count);
    return a->text && a->source && a->copy_at && a->breaks && a->starts && a->kinds && a->levels &&
           a->scripts && a->faces && a->fonts && a->words;
}

/* Code points, where they stand, and the copy that is drawn from. */
static bool decode(Arena *arena, StrView text, Analysis *a)
{
    StrView rest = text;
    uint32_t codepoint;
    char bytes[4];
    size_t copy_len = 0, i = 0;
    while (utf8_take(&rest, &codepoint, NULL)) {
        copy_len += utf8_write(codepoint, bytes);
    }
    char *copy = ARENA_ARRAY(arena, char, copy_len + 1);
    if (!copy) {
        return false;
    }
    size_t at = 0;
    rest = text;
    a->source[0] = 0;
    while (utf8_take(&rest, &codepoint, NULL)) {
        size_t len = utf8_write(codepoint, bytes);
        memcpy(copy + at, bytes, len);
        at += len;
        a->text[i++] = codepoint;
        a->source[i] = (uint32_t)(text.len - rest.len);
        a->copy_at[i] = (uint32_t)at;
    }
    a->copy = (StrView){ copy, at };
    return true;
}

static bool is_bidi_control(uint32_t c)
{
    return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

static CharKind kind_of(uint32_t codepoint)
{
    const UnicodeRecord *record = unicode_record(codepoint);
    if (record->category == CATEGORY_CONTROL || record->line == LB_ZW ||
        (record->category == CATEGORY_SPACE && record->line != LB_GL)) {
        return CHAR_BLANK;
    }
    return is_bidi_control(codepoint) || record->line == LB_WJ ? CHAR_HIDDEN : CHAR_SHOWN;
}

/* Levels of one paragraph of UAX #9: the characters between two forced breaks. */
static bool find_levels(Arena *scratch, Analysis *a, size_t first, size_t end, const FriBidiCharType *types)
{
    FriBidiStrIndex count = (FriBidiStrIndex)(end - first);
    FriBidiBracketType *brackets = ARENA_ARRAY(scratch, FriBidiBracketType, end - first);
    FriBidiLevel *levels = ARENA_ARRAY(scratch, FriBidiLevel, end - first);
    if (!brackets || !levels) {
        return false;
    }
    FriBidiParType base = a->rtl ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
    fribidi_get_bracket_types(a->text + first, count, types + first, brackets);
    if (fribidi_get_par_embedding_levels_ex(types + first, brackets, count, &base, levels) == 0) {
        return false;
    }
    for (size_t i = first; i < end; i++) {
        a->levels[i] = (uint8_t)levels[i - first];
    }
    return true;
}

/* P2 and P3 over the whole text, so that all its lines stand on one side. */
static bool is_rtl(const Analysis *a, const FriBidiCharType *types, TextDirection wanted)
{
    if (wanted != TEXT_DIRECTION_AUTO) {
        return wanted == TEXT_DIRECTION_RTL;
    }
    size_t first = 0;
    for (size_t i = 0; i < a->count; i++) {
        if (a->breaks[i] == LINEBREAK_MUST) {
            FriBidiParType found = fribidi_get_par_direction(types + first, (FriBidiStrIndex)(i + 1 - first));
            if (found != FRIBIDI_PAR_ON) {
                return FRIBIDI_IS_RTL(found);
            }
            first = i + 1;
        }
    }
    return false;
}

static bool find_directions(Arena *scratch, Analysis *a, TextDirection wanted)
{
    FriBidiCharType *types = ARENA_ARRAY(scratch, FriBidiCharType, a->count);
    if (!types) {
        return false;
    }
    fribidi_get_bidi_types(a->text, (FriBidiStrIndex)a->count, types);
    a->rtl = is_rtl(a, types, wanted);
    size_t first = 0;
    for (size_t i = 0; i < a->count; i++) {
        if (a->breaks[i] == LINEBREAK_MUST) {
            if (!find_levels(scratch, a, first, i + 1, types)) {
                return false;
            }
            first = i + 1;
        }
    }
    return true;
}

/* Common and inherited characters take the script before them, those at the start
 * the first one that follows. */
static void find_scripts(Analysis *a)
{
    uint8_t last = SCRIPT_COMMON;
    for (size_t i = 0; i < a->count; i++) {
        uint8_t own = unicode_record(a->text[i])->script;
        last = own == SCRIPT_COMMON || own == SCRIPT_INHERITED || own == SCRIPT_UNKNOWN ? last : own;
        a->scripts[i] = last;
    }
    if (last == SCRIPT_COMMON) {
        last = unicode_record('a')->script; /* digits and signs alone */
    }
    for (size_t i = a->count; i-- > 0;) {
        last = a->scripts[i] == SCRIPT_COMMON ? last : a->scripts[i];
        a->scripts[i] = last;
    }
}

static void find_faces(const TextStyle *style, Analysis *a)
{
    size_t span = 0;
    for (size_t i = 0; i < a->count; i++) {
        uint32_t at = a->source[i];
        while (span < style->span_count && at >= style->spans[span].start &&
               at - style->spans[span].start >= style->spans[span].length) {
            span++;
        }
        bool inside = span < style->span_count && at >= style->spans[span].start;
        a->faces[i] = (uint8_t)(inside ? style->spans[span].face : style->face);
    }
}

uint8_t analysis_choose_font(const TextMeasure *measure, uint8_t face, uint32_t codepoint, bool *found)
{
    if (measure->chain_count[face] == 0) {
        face = TEXT_FACE_BODY;
    }
    const uint8_t *chain = measure->chain[face];
    for (uint8_t i = 0; i < measure->chain_count[face]; i++) {
        if (measure->has_glyph(measure->user, chain[i], codepoint)) {
            *found = true;
            return chain[i];
        }
    }
    *found = false;
    return measure->chain_count[face] ? chain[0] : 0;
}

/* A grapheme cluster stays in one font, one face and one script. Characters without
 * ink stay in the font before them: few fonts have them all, and a change would cut
 * the run. */
static void find_fonts(const TextMeasure *measure, Analysis *a)
{
    for (size_t i = 0; i < a->count; i++) {
        bool found, follows = i > 0 && a->kinds[i - 1] != CHAR_BLANK;
        Category category = (Category)unicode_record(a->text[i])->category;
        bool inkless = a->kinds[i] != CHAR_SHOWN || category == CATEGORY_SPACE || category == CATEGORY_FORMAT;
        if (follows && !a->starts[i]) {
            a->scripts[i] = a->scripts[i - 1];
            a->faces[i] = a->faces[i - 1];
            a->fonts[i] = a->fonts[i - 1];
        } else if (i > 0 && inkless && a->faces[i] == a->faces[i - 1]) {
            a->fonts[i] = a->fonts[i - 1];
        } else {
            a->fonts[i] = analysis_choose_font(measure, a->faces[i], inkless ? ' ' : a->text[i], &found);
        }
    }
}

/* A word is what stands between blanks and break opportunities and has a letter or
 * a digit in it. One hanzi is one word. */
static void find_words(Analysis *a)
{
    size_t first = 0;
    bool spoken = false;
    for (size_t i = 0; i < a->count; i++) {
        Category category = (Category)unicode_record(a->text[i])->category;
        spoken = spoken || category == CATEGORY_LETTER || category == CATEGORY_NUMBER;
        a->words[i] = -1;
        if (a->kinds[i] != CHAR_BLANK && a->breaks[i] == LINEBREAK_NO) {
            continue;
        }
        if (spoken) {
            size_t end = a->kinds[i] == CHAR_BLANK ? i : i + 1;
            for (size_t k = first; k < end; k++) {
                a->words[k] = (int32_t)a->word_count;
            }
            a->word_count++;
        }
        first = i + 1;
        spoken = false;
    }
}

Status analysis_make(Arena *scratch, Arena *arena, const TextMeasure *measure, StrView text,
                     const TextStyle *style, Analysis *analysis)
{
    *analysis = (Analysis){ .count = utf8_count(text) };
    if (!take_arrays(scratch, analysis->count, analysis) || !decode(arena, text, analysis)) {
        return STATUS_NOMEM;
    }
    for (size_t i = 0; i < analysis->count; i++) {
        analysis->kinds[i] = (uint8_t)kind_of(analysis->text[i]);
    }
    linebreak_find(analysis->text, analysis->count, analysis->breaks);
    unicode_find_graphemes(analysis->text, analysis->count, analysis->starts);
    analysis->starts[analysis->count] = true; /* the end is a boundary, too: pieces.c asks for it */
    if (!find_directions(scratch, analysis, style->direction)) {
        return STATUS_NOMEM;
    }
    find_scripts(analysis);
    find_faces(style, analysis);
    find_fonts(measure, analysis);
    find_words(analysis);
    return STATUS_OK;
}
