#include "markup_internal.h"
#include "markup_normal_internal.h"
#include "sango/base/utf8.h"

#include <string.h>

/* UAX #15: take apart, sort marks by class, put together. */
enum {
    PARTS_MAX = 4,       /* the longest canonical decomposition of one code point */
    RAW_BYTE = 0x200000, /* added to a byte that is not UTF-8, to keep it as it is */
    HANGUL_SYLLABLE = 0xAC00,
    HANGUL_LEAD = 0x1100,
    HANGUL_VOWEL = 0x1161,
    HANGUL_TAIL = 0x11A7,
    HANGUL_LEADS = 19,
    HANGUL_VOWELS = 21,
    HANGUL_TAILS = 28,
    HANGUL_SYLLABLES = HANGUL_LEADS * HANGUL_VOWELS * HANGUL_TAILS
};

static const NormalMark *find_mark(uint32_t code)
{
    size_t low = 0;
    size_t high = normal_mark_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (code > normal_marks[middle].last) {
            low = middle + 1;
        } else if (code < normal_marks[middle].first) {
            high = middle;
        } else {
            return &normal_marks[middle];
        }
    }
    return NULL;
}

static unsigned combining_class(uint32_t code)
{
    const NormalMark *mark = code < 0x300 ? NULL : find_mark(code);
    return mark ? mark->combining_class : 0;
}

static const NormalParts *find_parts(uint32_t code)
{
    size_t low = 0;
    size_t high = normal_part_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (normal_parts[middle].code == code) {
            return &normal_parts[middle];
        }
        if (code > normal_parts[middle].code) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return NULL;
}

static uint32_t compose_hangul(uint32_t first, uint32_t second)
{
    if (first - HANGUL_LEAD < HANGUL_LEADS && second - HANGUL_VOWEL < HANGUL_VOWELS) {
        return HANGUL_SYLLABLE +
               ((first - HANGUL_LEAD) * HANGUL_VOWELS + second - HANGUL_VOWEL) * HANGUL_TAILS;
    }
    if (first - HANGUL_SYLLABLE < HANGUL_SYLLABLES && (first - HANGUL_SYLLABLE) % HANGUL_TAILS == 0 &&
        second > HANGUL_TAIL && second < HANGUL_TAIL + HANGUL_TAILS) {
        return first + second - HANGUL_TAIL;
    }
    return 0;
}

/* 0 when the two are not one. */
static uint32_t compose(uint32_t first, uint32_t second)
{
    size_t low = 0;
    size_t high = normal_pair_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const NormalParts *parts = &normal_parts[normal_pairs[middle]];
        if (parts->first == first && parts->second == second) {
            return parts->code;
        }
        if (first > parts->first || (first == parts->first && second > parts->second)) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return compose_hangul(first, second);
}

/* Appends what a code point is made of and gives the new count. */
static size_t take_apart(uint32_t code, uint32_t *out, size_t count)
{
    uint32_t index = code - HANGUL_SYLLABLE;
    if (index < HANGUL_SYLLABLES) {
        out[count++] = HANGUL_LEAD + index / (HANGUL_VOWELS * HANGUL_TAILS);
        out[count++] = HANGUL_VOWEL + index / HANGUL_TAILS % HANGUL_VOWELS;
        if (index % HANGUL_TAILS) {
            out[count++] = HANGUL_TAIL + index % HANGUL_TAILS;
        }
        return count;
    }
    /* Only the first part can have parts itself. */
    uint32_t rest[PARTS_MAX];
    size_t rest_count = 0;
    const NormalParts *parts;
    while ((parts = code < 0xC0 ? NULL : find_parts(code)) != NULL) {
        if (parts->second) {
            rest[rest_count++] = parts->second;
        }
        code = parts->first;
    }
    out[count++] = code;
    while (rest_count > 0) {
        out[count++] = rest[--rest_count];
    }
    return count;
}

/* The codes of one run of marks by their class; equal classes keep their order. Counts,
 * because a line may be nothing but marks. */
static void sort_run(uint32_t *codes, unsigned char *classes, size_t count, uint32_t *scratch)
{
    size_t next[256] = { 0 };
    bool in_order = true;
    for (size_t i = 1; i < count; i++) {
        in_order = in_order && classes[i - 1] <= classes[i];
    }
    if (in_order) {
        return;
    }
    for (size_t i = 0; i < count; i++) {
        next[classes[i] + 1]++; /* the greatest class is 240 */
    }
    for (size_t i = 1; i < 256; i++) {
        next[i] += next[i - 1];
    }
    for (size_t i = 0; i < count; i++) {
        scratch[next[classes[i]]++] = codes[i];
    }
    for (size_t i = 0; i < count; i++) {
        codes[i] = scratch[i];
        classes[i] = (unsigned char)combining_class(codes[i]);
    }
}

static void sort_marks(uint32_t *codes, unsigned char *classes, size_t count, uint32_t *scratch)
{
    size_t run = 0; /* where the marks behind the last letter begin */
    for (size_t i = 0; i <= count; i++) {
        if (i == count || classes[i] == 0) {
            sort_run(codes + run, classes + run, i - run, scratch);
            run = i + 1;
        }
    }
}

/* In place; gives the new count. */
static size_t put_together(uint32_t *codes, const unsigned char *classes, size_t count)
{
    size_t kept = 0;
    size_t letter = SIZE_MAX; /* where the last one that can take marks is kept */
    unsigned before = 0;      /* class of what stands directly in front, behind the letter */
    for (size_t i = 0; i < count; i++) {
        bool blocked = letter == SIZE_MAX || (kept > letter + 1 && before >= classes[i]);
        uint32_t both = blocked ? 0 : compose(codes[letter], codes[i]);
        if (both) {
            codes[letter] = both;
            continue;
        }
        if (classes[i] == 0) {
            letter = kept;
        }
        before = classes[i];
        codes[kept++] = codes[i];
    }
    return kept;
}

static bool is_normal(StrView line)
{
    uint32_t code;
    bool plain = true;
    for (size_t i = 0; i < line.len; i++) {
        plain = plain && (unsigned char)line.data[i] < 0xCC; /* all below U+0300 */
    }
    if (plain) {
        return true;
    }
    while (utf8_take(&line, &code, NULL)) {
        if (code >= 0x300 && find_mark(code)) {
            return false;
        }
    }
    return true;
}

/* All code points of the line taken apart; only counts them when `codes` is NULL. */
static size_t decompose(StrView rest, uint32_t *codes)
{
    size_t count = 0;
    uint32_t code;
    uint32_t parts[PARTS_MAX];
    bool valid;
    while (rest.len > 0) {
        unsigned char byte = (unsigned char)rest.data[0];
        size_t part_count = 1;
        (void)utf8_take(&rest, &code, &valid);
        parts[0] = RAW_BYTE + byte;
        if (valid) {
            part_count = take_apart(code, parts, 0);
        }
        if (codes) {
            memcpy(codes + count, parts, part_count * sizeof *parts);
        }
        count += part_count;
    }
    return count;
}

StrView markup_normalise(Arena *arena, StrView line)
{
    if (markup_is_ascii(line) || is_normal(line)) {
        return line;
    }
    size_t count = decompose(line, NULL);
    uint32_t *codes = ARENA_ARRAY(arena, uint32_t, count * 2); /* half of it to sort in */
    unsigned char *classes = ARENA_ARRAY(arena, unsigned char, count);
    if (!codes || !classes) {
        return (StrView){ NULL, 0 };
    }
    (void)decompose(line, codes);
    for (size_t i = 0; i < count; i++) {
        classes[i] = (unsigned char)combining_class(codes[i]);
    }
    sort_marks(codes, classes, count, codes + count);
    count = put_together(codes, classes, count);
    char *text = arena_take(arena, count, 4);
    size_t len = 0;
    for (size_t i = 0; text && i < count; i++) {
        if (codes[i] >= RAW_BYTE) {
            text[len++] = (char)(unsigned char)(codes[i] - RAW_BYTE);
        } else {
            len += utf8_write(codes[i], text + len);
        }
    }
    return (StrView){ text, len };
}
