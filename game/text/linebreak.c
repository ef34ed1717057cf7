#include "sango/text/linebreak.h"

#include "unicode.h"

#include <stdbool.h>

/* Where we are in a number (LB25, in the form of UAX #14 section 8.2, example 7):
 * (PR|PO)? (OP|HY)? NU (NU|SY|IS)* (CL|CP)? (PR|PO)? */
typedef enum NumberPart { NUMBER_NONE, NUMBER_DIGITS, NUMBER_CLOSED } NumberPart;

typedef struct BreakState {
    LineClass before;    /* the last class; combining marks have gone into their base */
    LineClass base;      /* the last class that was no blank */
    LineClass before2;   /* the class before `before` */
    unsigned regionals;  /* regional indicators in a row */
    NumberPart number;
    bool joiner; /* the last character was U+200D */
} BreakState;

static LineClass class_of(uint32_t codepoint)
{
    return (LineClass)unicode_record(codepoint)->line;
}

static bool is_letter(LineClass c)
{
    return c == LB_AL || c == LB_HL;
}

static bool is_opening(LineClass c)
{
    return c == LB_OP || c == LB_OP_WIDE;
}

static bool is_closing(LineClass c)
{
    return c == LB_CL || c == LB_CP || c == LB_CP_WIDE;
}

static bool is_ideograph(LineClass c)
{
    return c == LB_ID || c == LB_ID_FUTURE_EMOJI || c == LB_EB || c == LB_EM;
}

static bool is_affix(LineClass c)
{
    return c == LB_PR || c == LB_PO;
}

static bool is_hangul(LineClass c)
{
    return c == LB_JL || c == LB_JV || c == LB_JT || c == LB_H2 || c == LB_H3;
}

static bool is_line_end(LineClass c)
{
    return c == LB_BK || c == LB_CR || c == LB_LF || c == LB_NL;
}

static bool is_mark(LineClass c)
{
    return c == LB_CM || c == LB_ZWJ;
}

/* Rules that look through blanks, LB7 to LB18: 0 or 1, or -1 to go on. */
static int match_blank_rules(const BreakState *state, LineClass next)
{
    LineClass a = state->before, base = state->base;
    bool blank = a == LB_SP;
    if (next == LB_SP || next == LB_ZW) {
        return 0; /* LB7 */
    }
    if (base == LB_ZW) {
        return 1; /* LB8 */
    }
    if (next == LB_WJ || a == LB_WJ || a == LB_GL) {
        return 0; /* LB11, LB12 */
    }
    if (next == LB_GL && !blank && a != LB_BA && a != LB_HY) {
        return 0; /* LB12a */
    }
    if (is_closing(next) || next == LB_EX || next == LB_IS || next == LB_SY || is_opening(base)) {
        return 0; /* LB13, LB14 */
    }
    if ((base == LB_QU && is_opening(next)) || (is_closing(base) && next == LB_NS) ||
        (base == LB_B2 && next == LB_B2)) {
        return 0; /* LB15, LB16, LB17 */
    }
    return blank ? 1 : -1; /* LB18 */
}

/* LB25. `digit_follows`: the character behind `next` is a digit. */
static bool joins_number(const BreakState *state, LineClass next, bool digit_follows)
{
    LineClass a = state->before;
    if (next == LB_NU && (a == LB_HY || is_affix(a))) {
        return true;
    }
    if (is_affix(a) && (is_opening(next) || next == LB_HY)) {
        return digit_follows;
    }
    if (state->number == NUMBER_DIGITS && next == LB_NU) {
        return true;
    }
    return state->number != NUMBER_NONE && is_affix(next);
}

/* LB23 to LB24 and LB27's affixes: letters, ideographs and their prefixes and suffixes. */
static bool joins_affix(LineClass a, LineClass b)
{
    if ((is_letter(a) && b == LB_NU) || (a == LB_NU && is_letter(b))) {
        return true; /* LB23 */
    }
    if ((a == LB_PR && is_ideograph(b)) || (is_ideograph(a) && b == LB_PO)) {
        return true; /* LB23a */
    }
    if ((is_affix(a) && is_letter(b)) || (is_letter(a) && is_affix(b))) {
        return true; /* LB24 */
    }
    return (is_hangul(a) && b == LB_PO) || (a == LB_PR && is_hangul(b)); /* LB27 */
}

/* LB26. */
static bool joins_syllable(LineClass a, LineClass b)
{
    if (a == LB_JL) {
        return is_hangul(b) && b != LB_JT;
    }
    if (a == LB_JV || a == LB_H2) {
        return b == LB_JV || b == LB_JT;
    }
    return (a == LB_JT || a == LB_H3) && b == LB_JT;
}

/* LB28 to LB30b. */
static bool joins_word(const BreakState *state, LineClass b)
{
    LineClass a = state->before;
    if (is_letter(b) && (is_letter(a) || a == LB_IS || a == LB_CP)) {
        return true; /* LB28, LB29, LB30 */
    }
    if (((is_letter(a) || a == LB_NU) && b == LB_OP) || (a == LB_CP && b == LB_NU)) {
        return true; /* LB30 */
    }
    if (a == LB_RI && b == LB_RI) {
        return state->regionals % 2 == 1; /* LB30a */
    }
    return (a == LB_EB || a == LB_ID_FUTURE_EMOJI) && b == LB_EM; /* LB30b */
}

static bool may_break(const BreakState *state, LineClass next, bool digit_follows)
{
    LineClass a = state->before;
    int early = match_blank_rules(state, next);
    if (early >= 0) {
        return early == 1;
    }
    if (a == LB_QU || next == LB_QU) {
        return false; /* LB19 */
    }
    if (a == LB_CB || next == LB_CB) {
        return true; /* LB20 */
    }
    if (next == LB_BA || next == LB_HY || next == LB_NS || next == LB_IN || a == LB_BB) {
        return false; /* LB21, LB22 */
    }
    if ((state->before2 == LB_HL && (a == LB_HY || a == LB_BA)) || (a == LB_SY && next == LB_HL)) {
        return false; /* LB21a, LB21b */
    }
    return !joins_affix(a, next) && !joins_number(state, next, digit_follows) && !joins_syllable(a, next) &&
           !joins_word(state, next);
}

/* The break between the state and `text[0]`, of class `next`. */
static uint8_t find_break(const BreakState *state, LineClass next, const uint32_t *text, size_t count)
{
    if (is_line_end(next) || state->before == LB_NONE) {
        return LINEBREAK_NO; /* LB6 */
    }
    bool base_takes_marks = state->before != LB_SP && state->before != LB_ZW;
    if (base_takes_marks && (is_mark(next) || state->joiner)) {
        return LINEBREAK_NO; /* LB9, LB8a */
    }
    size_t i = 1;
    if (is_affix(state->before) && (is_opening(next) || next == LB_HY)) {
        while (i < count && class_of(text[i]) == LB_CM) {
            i++;
        }
    }
    bool digit_follows = i < count && class_of(text[i]) == LB_NU;
    LineClass seen = is_mark(next) ? LB_AL : next; /* LB10 */
    return may_break(state, seen, digit_follows) ? LINEBREAK_ALLOWED : LINEBREAK_NO;
}

static void step(BreakState *state, LineClass next)
{
    bool marks_go = state->before != LB_NONE && state->before != LB_SP && state->before != LB_ZW;
    state->joiner = next == LB_ZWJ;
    if (is_mark(next)) {
        if (marks_go) {
            return; /* LB9: as if the mark were not there */
        }
        next = LB_AL;
    }
    state->regionals = next == LB_RI ? state->regionals + 1 : 0;
    if (next == LB_NU) {
        state->number = NUMBER_DIGITS;
    } else if (state->number == NUMBER_DIGITS && is_closing(next)) {
        state->number = NUMBER_CLOSED;
    } else if (!(state->number == NUMBER_DIGITS && (next == LB_SY || next == LB_IS))) {
        state->number = NUMBER_NONE;
    }
    state->before2 = state->before;
    state->before = next;
    if (next != LB_SP) {
        state->base = next;
    }
}

void linebreak_find(const uint32_t *text, size_t count, uint8_t *breaks)
{
    BreakState state = { 0 };
    for (size_t i = 0; i < count; i++) {
        LineClass next = class_of(text[i]);
        LineClass last = i > 0 ? class_of(text[i - 1]) : LB_NONE;
        if (is_line_end(last) && !(last == LB_CR && next == LB_LF)) {
            breaks[i - 1] = LINEBREAK_MUST; /* LB4, LB5 */
            state = (BreakState){ 0 };
        } else if (i > 0) {
            breaks[i - 1] = find_break(&state, next, text + i, count - i);
        }
        step(&state, next);
    }
    if (count) {
        breaks[count - 1] = LINEBREAK_MUST; /* LB3 */
    }
}
