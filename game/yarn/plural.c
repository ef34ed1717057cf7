#include "plural_internal.h"
#include "vm_internal.h"

#include <math.h>
#include <string.h>

/* The operands of UTS #35 part 3, section "Plural Operand Meanings". */
typedef struct Operands {
    double n;    /* absolute value */
    double i;    /* whole part */
    double v, w; /* count of decimals; they do not end in 0 here, so both are one */
    double f, t; /* the decimals as a number; both are one for the same reason */
} Operands;

static Operands read_operands(float number)
{
    char text[NUMBER_TEXT_MAX];
    Operands operands = { .n = fabs((double)number) };
    operands.i = floor(operands.n);
    size_t len = number_write(number, text);
    const char *point = memchr(text, '.', len);
    /* From 1e15 on the text has an exponent, and its point does not mean decimals. */
    if (point && operands.i != operands.n) {
        for (const char *at = point + 1; at < text + len; at++) {
            operands.v++;
            operands.f = operands.f * 10 + (*at - '0');
        }
    }
    operands.w = operands.v;
    operands.t = operands.f;
    return operands;
}

/* A condition is read while it is worked out; the table is ours, so it is well formed. */
typedef struct Condition {
    const char *at;
    const Operands *operands;
    PluralReading reading;
} Condition;

static bool take_word(Condition *condition, const char *word)
{
    size_t len = strlen(word);
    while (*condition->at == ' ') {
        condition->at++;
    }
    if (strncmp(condition->at, word, len) != 0) {
        return false;
    }
    condition->at += len;
    return true;
}

static double take_number(Condition *condition)
{
    double number = 0;
    (void)take_word(condition, "");
    while (*condition->at >= '0' && *condition->at <= '9') {
        number = number * 10 + (*condition->at++ - '0');
    }
    return number;
}

/* "n" or "n % 10". */
static double take_operand(Condition *condition, char *name)
{
    const Operands *from = condition->operands;
    (void)take_word(condition, "");
    *name = *condition->at++;
    double value = *name == 'n'   ? from->n
                   : *name == 'i' ? from->i
                   : *name == 'v' ? from->v
                   : *name == 'w' ? from->w
                   : *name == 'f' ? from->f
                   : *name == 't' ? from->t
                                  : 0; /* e and c: numbers are never written in compact form */
    return take_word(condition, "%") ? fmod(value, take_number(condition)) : value;
}

/* "1", or "2..4" */
static bool take_range(Condition *condition, double value)
{
    double first = take_number(condition);
    double last = take_word(condition, "..") ? take_number(condition) : first;
    bool whole = condition->reading == PLURAL_AS_OFFICIAL || floor(value) == value;
    return whole && value >= first && value <= last;
}

/* "i % 10 = 2..4,9" and what is joined to it by "and". */
static bool take_and(Condition *condition)
{
    bool all = true;
    bool before_comma = false;
    do {
        char name;
        double value = take_operand(condition, &name);
        bool equal = !take_word(condition, "!=");
        bool found = false;
        (void)(equal && take_word(condition, "="));
        for (bool more = true; more;) {
            bool hit = take_range(condition, value);
            more = take_word(condition, ",");
            if (condition->reading == PLURAL_AS_OFFICIAL && equal && more) {
                before_comma = before_comma || (all && hit);
                hit = false;
                all = true; /* what stood before "and" went with the first alternative */
            }
            found = found || hit;
        }
        bool holds = found == equal;
        if (condition->reading == PLURAL_AS_OFFICIAL && name == 'e') {
            holds = true;
        }
        all = all && holds;
    } while (take_word(condition, "and"));
    return all || before_comma;
}

static bool is_true(const char *text, const Operands *operands, PluralReading reading)
{
    Condition condition = { text, operands, reading };
    bool any = false;
    do {
        bool one = take_and(&condition);
        any = any || one;
    } while (take_word(&condition, "or"));
    return any;
}

/* Compares as if the tag were in lower case with - between its parts. */
static int compare_tag(StrView tag, const char *known)
{
    for (size_t i = 0; i < tag.len; i++) {
        char c = tag.data[i] == '_' ? '-' : tag.data[i];
        c = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
        if (c != known[i] || c == '\0') {
            return known[i] && (unsigned char)c < (unsigned char)known[i] ? -1 : 1;
        }
    }
    return known[tag.len] ? -1 : 0;
}

static const PluralLocale *find_exact(StrView tag)
{
    size_t low = 0;
    size_t high = plural_locale_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare_tag(tag, plural_locales[middle].tag);
        if (order == 0) {
            return &plural_locales[middle];
        }
        if (order < 0) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return NULL;
}

static const PluralLocale *find_locale(StrView tag)
{
    while (tag.len > 0) {
        const PluralLocale *found = find_exact(tag);
        if (found && found->inherits) {
            found = find_exact(strview_from_cstr(found->inherits));
        }
        if (found) {
            return found;
        }
        do {
            tag.len--;
        } while (tag.len > 0 && tag.data[tag.len] != '-' && tag.data[tag.len] != '_');
    }
    return NULL;
}

PluralCase plural_case(PluralKind kind, PluralReading reading, StrView language, float number)
{
    const PluralLocale *locale = isfinite(number) ? find_locale(language) : NULL;
    if (!locale) {
        return PLURAL_OTHER;
    }
    const PluralRules *rules = &plural_rules[locale->rules[kind]];
    Operands operands = read_operands(number);
    for (int i = PLURAL_ZERO; i < PLURAL_OTHER; i++) {
        if (rules->conditions[i] && is_true(rules->conditions[i], &operands, reading)) {
            return (PluralCase)i;
        }
    }
    return PLURAL_OTHER;
}
