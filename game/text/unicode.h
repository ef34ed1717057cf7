#ifndef SANGO_TEXT_UNICODE_H
#define SANGO_TEXT_UNICODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What the layout must know of a code point. The tables are unicode_tables.c, made
 * by generate_tables.py from the Unicode Character Database. */

/* Line breaking classes (UAX #14) after LB1: AI, SG, XX and SA are AL (SA marks are
 * CM), CJ is NS. *_WIDE: East Asian brackets, which LB30 leaves alone.
 * ID_FUTURE_EMOJI: unassigned pictographs (LB30b). NONE: start of text. */
typedef enum LineClass {
    LB_NONE,
    LB_BK, LB_CR, LB_LF, LB_NL, LB_SP, LB_ZW, LB_ZWJ, LB_CM, LB_WJ, LB_GL, LB_CL,
    LB_CP, LB_CP_WIDE, LB_EX, LB_IS, LB_SY, LB_OP, LB_OP_WIDE, LB_QU, LB_NS, LB_B2, LB_CB,
    LB_BA, LB_HY, LB_BB, LB_HL, LB_IN, LB_AL, LB_NU, LB_PR, LB_PO, LB_ID, LB_ID_FUTURE_EMOJI,
    LB_EB, LB_EM, LB_JL, LB_JV, LB_JT, LB_H2, LB_H3, LB_RI,
} LineClass;

/* General categories, as coarse as words and fonts need them. CONTROL holds the
 * line and paragraph separators too. */
typedef enum Category {
    CATEGORY_OTHER,
    CATEGORY_LETTER,
    CATEGORY_MARK,
    CATEGORY_NUMBER,
    CATEGORY_SPACE,
    CATEGORY_FORMAT,
    CATEGORY_CONTROL,
} Category;

/* Grapheme cluster break classes (UAX #29). */
typedef enum GraphemeClass {
    GRAPHEME_OTHER,
    GRAPHEME_CR, GRAPHEME_LF, GRAPHEME_CONTROL, GRAPHEME_EXTEND, GRAPHEME_ZWJ, GRAPHEME_REGIONAL,
    GRAPHEME_PREPEND, GRAPHEME_SPACING, GRAPHEME_L, GRAPHEME_V, GRAPHEME_T, GRAPHEME_LV,
    GRAPHEME_LVT, GRAPHEME_PICTOGRAPH,
} GraphemeClass;

/* Indices into unicode_scripts; the rest follow by tag. */
enum { SCRIPT_COMMON, SCRIPT_INHERITED, SCRIPT_UNKNOWN };

typedef struct UnicodeRecord {
    uint8_t line; /* LineClass */
    uint8_t script;
    uint8_t category; /* Category */
    uint8_t grapheme; /* GraphemeClass */
} UnicodeRecord;

typedef struct UnicodeScript {
    char tag[5]; /* ISO 15924 */
    bool joined; /* letters join or stack: neither cut inside a word nor letter-spaced */
} UnicodeScript;

extern const uint8_t unicode_script_count;
extern const UnicodeScript unicode_scripts[];
extern const UnicodeRecord unicode_records[];
extern const size_t unicode_range_count;
extern const uint32_t unicode_ranges[];

/* Never NULL; values over U+10FFFF count as unassigned. */
const UnicodeRecord *unicode_record(uint32_t codepoint);

/* starts[i] is true where a grapheme cluster (UAX #29, extended) begins. */
void unicode_find_graphemes(const uint32_t *text, size_t count, bool *starts);

#endif
