#ifndef SANGO_YARN_PLURAL_INTERNAL_H
#define SANGO_YARN_PLURAL_INTERNAL_H

#include "sango/base/strview.h"

typedef enum PluralCase {
    PLURAL_ZERO,
    PLURAL_ONE,
    PLURAL_TWO,
    PLURAL_FEW,
    PLURAL_MANY,
    PLURAL_OTHER
} PluralCase;

typedef enum PluralKind { PLURAL_CARDINAL, PLURAL_ORDINAL } PluralKind;

/* How the rules of CLDR are read. PLURAL_AS_OFFICIAL has three peculiarities of the
 * official implementation, which decide the case in some languages (French 2 is MANY
 * there, which CLDR keeps for whole millions):
 *  - the values of "x = 1,2 and …" are alternatives that end at the comma, so the
 *    condition behind "and" holds for the last of them only;
 *  - a range takes in what lies between its numbers (2.5 is in 2..4);
 *  - what is asked of the exponent e is always true. */
typedef enum PluralReading { PLURAL_AS_OFFICIAL, PLURAL_AS_CLDR } PluralReading;

/* The CLDR case of a number in a language. Operands (n, i, v, w, f, t; UTS #35 part
 * 3) are those of the number's text as the language writes it, without its sign and
 * without zeros at the end: 1.0 is 1 and has no decimals, 1.50 has one. `language` is
 * a BCP 47 tag in any case, with - or _; subtags that are not known are left out from
 * the end ("sr-Latn-RS" is "sr", while "pt-PT" is not "pt"). A language that is not
 * known has only OTHER, and so have NaN and infinity. */
PluralCase plural_case(PluralKind kind, PluralReading reading, StrView language, float number);

/* --- the table, written by generate_plurals.py ---------------------------------- */

/* Rules of the cases ZERO to MANY, in CLDR's own words; NULL where there is none. */
typedef struct PluralRules {
    const char *conditions[PLURAL_OTHER];
} PluralRules;

typedef struct PluralLocale {
    const char *tag;      /* lower case, with - */
    uint8_t rules[2];     /* by PluralKind: indices into plural_rules */
    const char *inherits; /* NULL, or the tag whose rules it has */
} PluralLocale;

extern const PluralRules plural_rules[];
extern const PluralLocale plural_locales[]; /* sorted by tag */
extern const size_t plural_locale_count;

#endif
