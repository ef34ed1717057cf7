#include "unicode.h"

enum { RECORD_BITS = 11 };

const UnicodeRecord *unicode_record(uint32_t codepoint)
{
    size_t low = 0, high = unicode_range_count - 1;
    while (low < high) {
        size_t middle = (low + high + 1) / 2;
        if (unicode_ranges[middle] >> RECORD_BITS <= codepoint) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    return &unicode_records[unicode_ranges[low] & ((1u << RECORD_BITS) - 1)];
}

/* What came before, for the rules that look further back than one character. */
typedef struct GraphemeState {
    GraphemeClass before;
    bool pictograph; /* Extended_Pictographic Extend* behind us, not counting the joiner */
    bool odd_region; /* an odd number of regional indicators behind us */
} GraphemeState;

static bool joins_hangul(GraphemeClass a, GraphemeClass b)
{
    bool leading = a == GRAPHEME_L, vowel = a == GRAPHEME_LV || a == GRAPHEME_V;
    bool final = a == GRAPHEME_LVT || a == GRAPHEME_T;
    if (b == GRAPHEME_T) {
        return vowel || final; /* GB7, GB8 */
    }
    if (b == GRAPHEME_V) {
        return leading || vowel; /* GB6, GB7 */
    }
    return leading && (b == GRAPHEME_L || b == GRAPHEME_LV || b == GRAPHEME_LVT); /* GB6 */
}

static bool is_control(GraphemeClass c)
{
    return c == GRAPHEME_CR || c == GRAPHEME_LF || c == GRAPHEME_CONTROL;
}

static bool begins_grapheme(const GraphemeState *state, GraphemeClass next)
{
    GraphemeClass before = state->before;
    if (before == GRAPHEME_CR && next == GRAPHEME_LF) {
        return false; /* GB3 */
    }
    if (is_control(before) || is_control(next)) {
        return true; /* GB4, GB5 */
    }
    if (next == GRAPHEME_EXTEND || next == GRAPHEME_ZWJ || next == GRAPHEME_SPACING ||
        before == GRAPHEME_PREPEND || joins_hangul(before, next)) {
        return false; /* GB6 to GB9b */
    }
    if (before == GRAPHEME_ZWJ && state->pictograph && next == GRAPHEME_PICTOGRAPH) {
        return false; /* GB11 */
    }
    return !(before == GRAPHEME_REGIONAL && next == GRAPHEME_REGIONAL && state->odd_region); /* GB12, GB13 */
}

void unicode_find_graphemes(const uint32_t *text, size_t count, bool *starts)
{
    GraphemeState state = { .before = GRAPHEME_CONTROL };
    for (size_t i = 0; i < count; i++) {
        GraphemeClass next = (GraphemeClass)unicode_record(text[i])->grapheme;
        starts[i] = begins_grapheme(&state, next);
        if (next == GRAPHEME_PICTOGRAPH) {
            state.pictograph = true;
        } else if (next != GRAPHEME_ZWJ && (next != GRAPHEME_EXTEND || state.before == GRAPHEME_ZWJ)) {
            state.pictograph = false;
        }
        state.odd_region = next == GRAPHEME_REGIONAL && !(state.odd_region && !starts[i]);
        state.before = next;
    }
}
