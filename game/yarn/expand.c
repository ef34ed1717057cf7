#include "sango/yarn/vm.h"

#include <string.h>

/* Where in the markup a value stands decides how it is written so that it cannot
 * become markup itself. */
typedef struct Place {
    bool in_marker; /* between [ and ] */
    bool in_quotes; /* between " and " in a marker */
} Place;

static void append_escaped(StrBuf *out, StrView value, const char *escaped)
{
    for (size_t i = 0; i < value.len; i++) {
        if (value.data[i] && strchr(escaped, value.data[i])) {
            strbuf_char(out, '\\');
        }
        strbuf_char(out, value.data[i]);
    }
}

/* What a marker reads as one value without quotes: a word, or a number. */
static bool is_word(StrView value)
{
    bool number = value.len > 0 && (value.data[0] == '-' || (value.data[0] >= '0' && value.data[0] <= '9'));
    for (size_t i = 0; i < value.len; i++) {
        char c = value.data[i];
        bool digit = c >= '0' && c <= '9';
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
        if (number ? !digit && c != '.' && !(c == '-' && i == 0) : !digit && !letter) {
            return false;
        }
    }
    float unused;
    return number ? strview_to_float(value, &unused) : value.len > 0;
}

static void append_value(StrBuf *out, StrView value, Place place)
{
    if (!place.in_marker) {
        append_escaped(out, value, "[]\\:");
    } else if (place.in_quotes) {
        append_escaped(out, value, "\"\\");
    } else if (is_word(value)) {
        strbuf_append(out, value);
    } else {
        strbuf_char(out, '"');
        append_escaped(out, value, "\"\\");
        strbuf_char(out, '"');
    }
}

/* Bytes of "{n}" at the front, 0 when there is none. */
static size_t read_number(StrView text, size_t *number)
{
    size_t at = 1;
    *number = 0;
    while (at < text.len && at < 6 && text.data[at] >= '0' && text.data[at] <= '9') {
        *number = *number * 10 + (size_t)(text.data[at++] - '0');
    }
    return at > 1 && at < text.len && text.data[at] == '}' ? at + 1 : 0;
}

void yarn_expand(StrBuf *out, StrView text, const StrView *values, size_t value_count)
{
    Place place = { false, false };
    size_t start = 0; /* of what is not yet appended */
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        size_t number;
        size_t len;
        if (c == '\\' && i + 1 < text.len) {
            bool brace = text.data[i + 1] == '{' || text.data[i + 1] == '}';
            strbuf_append(out, strview_slice(text, start, i - start));
            start = brace ? i + 1 : i;
            i++;
        } else if (c == '{' && (len = read_number(strview_slice(text, i, text.len), &number)) != 0 &&
                   number < value_count) {
            strbuf_append(out, strview_slice(text, start, i - start));
            append_value(out, values[number], place);
            i += len - 1;
            start = i + 1;
        } else if (c == '[' && !place.in_quotes) {
            place.in_marker = true;
        } else if (c == ']' && !place.in_quotes) {
            place.in_marker = false;
        } else if (c == '"' && place.in_marker) {
            place.in_quotes = !place.in_quotes;
        }
    }
    strbuf_append(out, strview_slice(text, start, text.len - start));
}
