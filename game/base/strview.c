#include "sango/base/strview.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

StrView strview_from_cstr(const char *cstr)
{
    return (StrView){ cstr, cstr ? strlen(cstr) : 0 };
}

bool strview_equal(StrView a, StrView b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.data, b.data, a.len) == 0);
}

bool strview_starts_with(StrView text, StrView prefix)
{
    return text.len >= prefix.len && strview_equal((StrView){ text.data, prefix.len }, prefix);
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool strview_contains(StrView text, StrView part)
{
    for (size_t i = 0; i + part.len <= text.len; i++) {
        if (strview_starts_with(strview_slice(text, i, text.len), part)) {
            return true;
        }
    }
    return false;
}

StrView strview_trim(StrView text)
{
    while (text.len && is_blank(text.data[0])) {
        text.data++;
        text.len--;
    }
    while (text.len && is_blank(text.data[text.len - 1])) {
        text.len--;
    }
    return text;
}

StrView strview_slice(StrView text, size_t from, size_t len)
{
    if (from >= text.len) {
        return (StrView){ text.data, 0 };
    }
    size_t rest = text.len - from;
    return (StrView){ text.data + from, len < rest ? len : rest };
}

int strview_compare(StrView a, StrView b)
{
    size_t shared = a.len < b.len ? a.len : b.len;
    int order = shared ? memcmp(a.data, b.data, shared) : 0;
    return order ? order : (a.len > b.len) - (a.len < b.len);
}

uint32_t strview_hash(StrView text)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < text.len; i++) {
        hash = (hash ^ (unsigned char)text.data[i]) * 16777619u;
    }
    return hash;
}

uint64_t strview_hash_more(uint64_t hash, StrView text)
{
    for (size_t i = 0; i < text.len; i++) {
        hash = (hash ^ (unsigned char)text.data[i]) * UINT64_C(1099511628211);
    }
    return hash;
}

bool strview_take(StrView *rest, char sep, StrView *head)
{
    if (rest->len == 0) {
        return false;
    }
    const char *end = memchr(rest->data, sep, rest->len);
    size_t taken = end ? (size_t)(end - rest->data) : rest->len;
    *head = (StrView){ rest->data, taken };
    size_t skip = end ? taken + 1 : taken;
    rest->data += skip;
    rest->len -= skip;
    return true;
}

bool strview_to_int(StrView text, int32_t *value)
{
    bool negative = text.len > 1 && text.data[0] == '-';
    int64_t sum = 0;
    if (text.len == 0) {
        return false;
    }
    for (size_t i = negative; i < text.len; i++) {
        if (text.data[i] < '0' || text.data[i] > '9') {
            return false;
        }
        sum = sum * 10 + (text.data[i] - '0');
        if (sum > (int64_t)INT32_MAX + 1) {
            return false;
        }
    }
    sum = negative ? -sum : sum;
    if (sum > INT32_MAX) {
        return false;
    }
    *value = (int32_t)sum;
    return true;
}

bool strview_to_float(StrView text, float *value)
{
    char copy[64];
    size_t digits = 0;
    if (text.len == 0 || text.len >= sizeof copy) {
        return false;
    }
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        bool digit = c >= '0' && c <= '9';
        digits += digit;
        if (!digit && c != '.' && !(c == '-' && i == 0)) {
            return false; /* no blanks, exponents, hex, "inf" or "nan" */
        }
    }
    memcpy(copy, text.data, text.len);
    copy[text.len] = '\0';
    char *end = copy;
    float parsed = strtof(copy, &end);
    if (digits == 0 || *end != '\0' || !isfinite(parsed)) {
        return false;
    }
    *value = parsed;
    return true;
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

unsigned strview_distance(StrView a, StrView b, unsigned limit)
{
    enum { NAME_MAX_BYTES = 64 };
    unsigned rows[3][NAME_MAX_BYTES + 1];
    if (a.len > NAME_MAX_BYTES || b.len > NAME_MAX_BYTES) {
        return strview_equal(a, b) ? 0 : limit + 1;
    }
    if (a.len > b.len + limit || b.len > a.len + limit) {
        return limit + 1;
    }
    for (size_t j = 0; j <= b.len; j++) {
        rows[0][j] = (unsigned)j;
    }
    for (size_t i = 1; i <= a.len; i++) {
        unsigned *row = rows[i % 3];
        const unsigned *above = rows[(i + 2) % 3];
        const unsigned *above2 = rows[(i + 1) % 3];
        /* Farther than `limit` from the diagonal every value is larger than it. */
        size_t from = i > limit ? i - limit : 1;
        size_t to = i + limit < b.len ? i + limit : b.len;
        unsigned least = row[from - 1] = from == 1 ? (unsigned)i : limit + 1;
        for (size_t j = from; j <= to; j++) {
            bool same = lower(a.data[i - 1]) == lower(b.data[j - 1]);
            unsigned best = above[j - 1] + !same;
            best = above[j] + 1 < best ? above[j] + 1 : best;
            best = row[j - 1] + 1 < best ? row[j - 1] + 1 : best;
            if (i > 1 && j > 1 && lower(a.data[i - 1]) == lower(b.data[j - 2]) &&
                lower(a.data[i - 2]) == lower(b.data[j - 1]) && above2[j - 2] + 1 < best) {
                best = above2[j - 2] + 1;
            }
            row[j] = best;
            least = best < least ? best : least;
        }
        if (least > limit) {
            return limit + 1;
        }
        if (to < b.len) {
            row[to + 1] = limit + 1;
        }
    }
    unsigned distance = rows[a.len % 3][b.len];
    return distance > limit ? limit + 1 : distance;
}

const char *strview_nearest(StrView text, const char *const *words)
{
    const char *best = NULL;
    unsigned limit = text.len > 5 ? 3 : text.len > 2 ? 2 : 1;
    for (; *words; words++) {
        unsigned distance = strview_distance(text, strview_from_cstr(*words), limit);
        if (distance <= limit) {
            best = *words;
            if (distance == 0) {
                break;
            }
            limit = distance - 1;
        }
    }
    return best;
}
