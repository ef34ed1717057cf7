#include "markup_internal.h"

#include <math.h>

/* Which rule a language follows. The first two letters of a tag are enough for all
 * that are here; languages that are not have only OTHER. */
typedef enum Rule {
    RULE_OTHER,     /* one form */
    RULE_ONE,       /* one: 1 */
    RULE_ONE_INT,   /* one: 1 without decimals */
    RULE_ZERO_ONE,  /* one: 0 to below 2, as French */
    RULE_BELOW_ONE, /* one: 0 to 1 */
    RULE_EAST_SLAVIC,
    RULE_POLISH,
    RULE_CZECH,
    RULE_SOUTH_SLAVIC,
    RULE_ARABIC
} Rule;

typedef struct Language {
    char code[4];
    Rule rule;
} Language;

static const Language languages[] = {
    { "am", RULE_BELOW_ONE },    { "ar", RULE_ARABIC },    { "az", RULE_ONE },
    { "be", RULE_EAST_SLAVIC },  { "bg", RULE_ONE },       { "bn", RULE_BELOW_ONE },
    { "bs", RULE_SOUTH_SLAVIC }, { "ca", RULE_ONE_INT },   { "cs", RULE_CZECH },
    { "de", RULE_ONE_INT },      { "el", RULE_ONE },       { "en", RULE_ONE_INT },
    { "es", RULE_ONE },          { "et", RULE_ONE_INT },   { "eu", RULE_ONE },
    { "fa", RULE_BELOW_ONE },    { "fi", RULE_ONE_INT },   { "fr", RULE_ZERO_ONE },
    { "gl", RULE_ONE_INT },      { "gu", RULE_BELOW_ONE }, { "hi", RULE_BELOW_ONE },
    { "hr", RULE_SOUTH_SLAVIC }, { "hu", RULE_ONE },       { "hy", RULE_ZERO_ONE },
    { "it", RULE_ONE_INT },      { "ka", RULE_ONE },       { "kk", RULE_ONE },
    { "kn", RULE_BELOW_ONE },    { "ky", RULE_ONE },       { "ml", RULE_ONE },
    { "mn", RULE_ONE },          { "mr", RULE_ONE },       { "nb", RULE_ONE },
    { "ne", RULE_ONE },          { "nl", RULE_ONE_INT },   { "ps", RULE_ONE },
    { "pt", RULE_ZERO_ONE },     { "pl", RULE_POLISH },    { "ru", RULE_EAST_SLAVIC },
    { "sk", RULE_CZECH },        { "so", RULE_ONE },       { "sq", RULE_ONE },
    { "sr", RULE_SOUTH_SLAVIC }, { "sv", RULE_ONE_INT },   { "sw", RULE_ONE_INT },
    { "ta", RULE_ONE },          { "te", RULE_ONE },       { "tr", RULE_ONE },
    { "uk", RULE_EAST_SLAVIC },  { "ur", RULE_ONE_INT },   { "uz", RULE_ONE },
    { "zu", RULE_BELOW_ONE },
};

static Rule find_rule(StrView language)
{
    size_t len = 0;
    while (len < language.len && language.data[len] != '-' && language.data[len] != '_') {
        len++;
    }
    StrView code = strview_slice(language, 0, len);
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
        if (strview_equal(code, strview_from_cstr(languages[i].code))) {
            return languages[i].rule;
        }
    }
    return RULE_OTHER;
}

static bool is_between(uint32_t number, uint32_t least, uint32_t most)
{
    return number >= least && number <= most;
}

static PluralCase slavic(Rule rule, uint32_t n)
{
    bool teen = is_between(n % 100, 11, 14);
    if (rule == RULE_POLISH ? n == 1 : n % 10 == 1 && !teen) {
        return PLURAL_ONE;
    }
    if (is_between(n % 10, 2, 4) && !teen) {
        return PLURAL_FEW;
    }
    return rule == RULE_SOUTH_SLAVIC ? PLURAL_OTHER : PLURAL_MANY;
}

static PluralCase arabic(uint32_t n)
{
    static const PluralCase first[] = { PLURAL_ZERO, PLURAL_ONE, PLURAL_TWO };
    if (n < 3) {
        return first[n];
    }
    if (is_between(n % 100, 3, 10)) {
        return PLURAL_FEW;
    }
    return n % 100 >= 11 ? PLURAL_MANY : PLURAL_OTHER;
}

PluralCase plural_cardinal(StrView language, float number)
{
    Rule rule = find_rule(language);
    double n = fabs((double)number);
    bool whole = floor(n) == n && n < 4294967296.0;
    uint32_t i = whole ? (uint32_t)n : 0;
    switch (rule) {
    case RULE_OTHER:
        return PLURAL_OTHER;
    case RULE_ONE:
    case RULE_ONE_INT:
        return n == 1 ? PLURAL_ONE : PLURAL_OTHER;
    case RULE_ZERO_ONE:
        return n < 2 ? PLURAL_ONE : PLURAL_OTHER;
    case RULE_BELOW_ONE:
        return n <= 1 ? PLURAL_ONE : PLURAL_OTHER;
    case RULE_CZECH:
        if (!whole) {
            return PLURAL_MANY;
        }
        return i == 1 ? PLURAL_ONE : is_between(i, 2, 4) ? PLURAL_FEW : PLURAL_OTHER;
    case RULE_EAST_SLAVIC:
    case RULE_POLISH:
    case RULE_SOUTH_SLAVIC:
        return whole ? slavic(rule, i) : PLURAL_OTHER;
    case RULE_ARABIC:
        return whole ? arabic(i) : PLURAL_OTHER;
    }
    return PLURAL_OTHER;
}

PluralCase plural_ordinal(StrView language, float number)
{
    double n = fabs((double)number);
    if (floor(n) != n || n >= 4294967296.0) {
        return PLURAL_OTHER;
    }
    uint32_t i = (uint32_t)n;
    bool teen = is_between(i % 100, 11, 13);
    if (strview_starts_with(language, SV("en"))) {
        if (is_between(i % 10, 1, 3) && !teen) {
            return i % 10 == 1 ? PLURAL_ONE : i % 10 == 2 ? PLURAL_TWO : PLURAL_FEW;
        }
        return PLURAL_OTHER;
    }
    if (strview_starts_with(language, SV("fr"))) {
        return i == 1 ? PLURAL_ONE : PLURAL_OTHER;
    }
    if (strview_starts_with(language, SV("it"))) {
        return i == 8 || i == 11 || i == 80 || i == 800 ? PLURAL_MANY : PLURAL_OTHER;
    }
    if (strview_starts_with(language, SV("sv"))) {
        return (i % 10 == 1 || i % 10 == 2) && i % 100 != 11 && i % 100 != 12 ? PLURAL_ONE : PLURAL_OTHER;
    }
    return PLURAL_OTHER;
}
