#ifndef TESTS_TEXT_UNICODE_FILES_H
#define TESTS_TEXT_UNICODE_FILES_H

#include "sango/base/file.h"

#include <stdio.h>
#include <stdlib.h>

/* Exit code that CTest shows as "skipped". */
enum { TEST_SKIPPED = 77 };

/* A whole conformance file of Debian's unicode-data. Ends the program as skipped,
 * with a message, where the package is not installed. Freed by file_free(). */
static StrView read_unicode_file(const char *path)
{
    StrView text;
    if (file_read(alloc_heap(), path, 64u << 20, &text) != STATUS_OK) {
        fprintf(stderr, "skipped: %s is not here (Debian package unicode-data)\n", path);
        exit(TEST_SKIPPED);
    }
    return text;
}

/* The part of a line before '#'; false at the end of the file. */
static bool next_unicode_line(StrView *rest, StrView *line)
{
    StrView whole;
    if (!strview_take(rest, '\n', &whole)) {
        return false;
    }
    line->data = NULL;
    line->len = 0;
    (void)strview_take(&whole, '#', line);
    *line = strview_trim(*line);
    return true;
}

static uint32_t read_hex(StrView digits)
{
    uint32_t value = 0;
    for (size_t i = 0; i < digits.len; i++) {
        char c = digits.data[i];
        value = value * 16 + (uint32_t)(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
    }
    return value;
}

/* Reads "÷ 0023 × 0041 ÷": breaks[i] tells whether a break follows the i-th code
 * point. Returns how many there are; 0 for an empty line. */
static size_t read_break_case(StrView line, uint32_t *text, bool *breaks, size_t max)
{
    StrView word;
    size_t count = 0;
    bool first = true;
    while (strview_take(&line, ' ', &word)) {
        bool mark = (unsigned char)word.data[0] == 0xC3; /* U+00F7 or U+00D7 */
        if (!mark && count < max) {
            text[count++] = read_hex(word);
        } else if (!first && count > 0) {
            breaks[count - 1] = (unsigned char)word.data[1] == 0xB7;
        }
        first = false;
    }
    return count;
}

#endif
