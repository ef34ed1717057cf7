#include "vm_internal.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* .NET's numeric formats in its invariant culture, as far as they take a number that is
 * no integer ("Standard numeric format strings", "Custom numeric format strings"). */

/* A float has at most 39 digits before the point and 149 behind it. */
enum { PLACES_MAX = 15, EXACT_PLACES = 150, DIGITS_MAX = 240 };

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Appends digits such as "1234.50" with a comma before every three of the whole part. */
static void append_grouped(StrBuf *out, StrView digits)
{
    size_t whole = 0;
    while (whole < digits.len && digits.data[whole] != '.') {
        whole++;
    }
    for (size_t i = 0; i < digits.len; i++) {
        if (i > 0 && i < whole && (whole - i) % 3 == 0) {
            strbuf_char(out, ',');
        }
        strbuf_char(out, digits.data[i]);
    }
}

/* Digits such as "12.3456", cut to so many places, halves away from zero (C's printf
 * rounds them to even). True when there is one digit more in front now. */
static bool round_digits(char *exact, int places)
{
    size_t point = strcspn(exact, ".");
    size_t end = point + (places > 0 ? 1 + (size_t)places : 0);
    bool carries = exact[point + 1 + (size_t)places] >= '5';
    exact[end] = '\0';
    for (size_t i = end; carries && i-- > 0;) {
        if (exact[i] != '.') {
            carries = exact[i] == '9';
            exact[i] = carries ? '0' : (char)(exact[i] + 1);
        }
    }
    if (carries) {
        memmove(exact + 1, exact, end + 1);
        exact[0] = '1';
    }
    return carries;
}

/* The number without its sign. */
static StrView write_fixed(double number, int places, char out[DIGITS_MAX])
{
    (void)snprintf(out, DIGITS_MAX, "%.*f", EXACT_PLACES, fabs(number));
    (void)round_digits(out, places);
    return strview_from_cstr(out);
}

static bool is_zero(StrView digits)
{
    for (size_t i = 0; i < digits.len; i++) {
        if (digits.data[i] != '0' && digits.data[i] != '.') {
            return false;
        }
    }
    return true;
}

/* "1.235E+004": a sign and at least three digits in the exponent, where C has two. */
static void append_exponent(StrBuf *out, double number, int places, char letter)
{
    char digits[DIGITS_MAX];
    (void)snprintf(digits, sizeof digits, "%.*e", EXACT_PLACES, fabs(number));
    char *at = strchr(digits, 'e');
    int exponent = at ? (int)strtol(at + 1, NULL, 10) : 0;
    if (at) {
        *at = '\0';
    }
    if (round_digits(digits, places)) { /* 9.99 became 10.0 */
        exponent++;
        memmove(digits + 2, digits + 3, places > 0 ? (size_t)places : 0);
        digits[1] = places > 0 ? '.' : '\0';
        digits[places > 0 ? 2 + places : 1] = '\0';
    }
    strbuf_printf(out, "%s%s%c%c%03d", number < 0 ? "-" : "", digits, letter, exponent < 0 ? '-' : '+',
                  abs(exponent));
}

static bool append_standard(StrBuf *out, float number, StrView spec)
{
    char digits[DIGITS_MAX];
    char shortest[NUMBER_TEXT_MAX];
    int32_t places = spec.data[0] == 'E' || spec.data[0] == 'e' ? 6 : 2;
    if (spec.len > 1 && (!strview_to_int(strview_slice(spec, 1, spec.len), &places) || places < 0)) {
        return false;
    }
    places = places > PLACES_MAX ? PLACES_MAX : places;
    bool is_percent = spec.data[0] == 'P' || spec.data[0] == 'p';
    StrView fixed = write_fixed((double)number * (is_percent ? 100.0 : 1.0), (int)places, digits);
    bool is_fixed = strchr("FfNnPp", spec.data[0]) != NULL;
    if (is_fixed && number < 0 && !is_zero(fixed)) {
        strbuf_char(out, '-');
    }
    switch (spec.data[0]) {
    case 'F':
    case 'f':
        strbuf_append(out, fixed);
        return true;
    case 'N':
    case 'n':
        append_grouped(out, fixed);
        return true;
    case 'P':
    case 'p':
        append_grouped(out, fixed);
        strbuf_append(out, SV(" %"));
        return true;
    case 'E':
    case 'e':
        append_exponent(out, (double)number, (int)places, spec.data[0]);
        return true;
    case 'G':
    case 'g':
    case 'R':
    case 'r':
        strbuf_append(out, (StrView){ shortest, number_write(number, shortest) });
        return true;
    default:
        return false;
    }
}

/* A pattern such as "#,##0.0#". */
typedef struct Pattern {
    size_t first, end;   /* of its digits in the text */
    int32_t whole;       /* digits before the point at least */
    int32_t least, most; /* behind it */
    bool is_grouped, is_percent;
} Pattern;

static bool read_pattern(StrView spec, Pattern *pattern)
{
    bool behind_point = false;
    *pattern = (Pattern){ .first = spec.len };
    for (size_t i = 0; i < spec.len; i++) {
        char c = spec.data[i];
        pattern->is_percent = pattern->is_percent || c == '%';
        if (c != '0' && c != '#' && !(c == '.' && !behind_point) &&
            !(c == ',' && pattern->first < spec.len)) {
            continue;
        }
        pattern->first = pattern->first < i ? pattern->first : i;
        pattern->end = i + 1;
        behind_point = behind_point || c == '.';
        pattern->is_grouped = pattern->is_grouped || c == ',';
        if (c == '0' || c == '#') {
            pattern->most += behind_point;
            pattern->least = behind_point && c == '0' ? pattern->most : pattern->least;
            pattern->whole += !behind_point && c == '0';
        }
    }
    return pattern->first < spec.len;
}

static bool append_custom(StrBuf *out, float number, StrView spec)
{
    Pattern pattern;
    char digits[DIGITS_MAX];
    if (!read_pattern(spec, &pattern)) {
        return false;
    }
    int32_t most = pattern.most > PLACES_MAX ? PLACES_MAX : pattern.most;
    size_t len =
        write_fixed(fabs((double)number) * (pattern.is_percent ? 100.0 : 1.0), (int)most, digits).len;
    for (int32_t extra = most - pattern.least; extra > 0 && len && digits[len - 1] == '0'; extra--) {
        len--;
    }
    len -= len && digits[len - 1] == '.';
    const char *text = digits;
    bool is_negative = number < 0 && !is_zero((StrView){ digits, len });
    if (pattern.whole == 0 && len > 1 && digits[0] == '0' && digits[1] == '.') {
        text++; /* "#.0" shows .5 */
        len--;
    }
    if (is_negative) {
        strbuf_char(out, '-');
    }
    strbuf_append(out, strview_slice(spec, 0, pattern.first));
    size_t whole = 0;
    while (whole < len && is_digit(text[whole])) {
        whole++;
    }
    char padded[sizeof digits + 32];
    int32_t missing = pattern.whole - (int32_t)whole;
    missing = missing < 0 ? 0 : missing > 30 ? 30 : missing;
    memset(padded, '0', (size_t)missing);
    memcpy(padded + missing, text, len);
    StrView all = { padded, len + (size_t)missing };
    if (pattern.is_grouped) {
        append_grouped(out, all);
    } else {
        strbuf_append(out, all);
    }
    strbuf_append(out, strview_slice(spec, pattern.end, spec.len));
    return true;
}

bool number_format(StrBuf *out, float number, StrView spec)
{
    if (spec.len == 0 || !isfinite(number)) {
        return false;
    }
    char c = spec.data[0];
    bool is_letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    return is_letter ? append_standard(out, number, spec) : append_custom(out, number, spec);
}
