/* UAX #14 and UAX #29 against the conformance files of the Unicode Character Database. */
#include "test.h"
#include "unicode_files.h"

#include "sango/text/linebreak.h"
#include "text/unicode.h"

#include <string.h>

enum { CASE_MAX = 128, LINE_CASES = 7654, GRAPHEME_CASES = 602 };

static void print_case(StrView line)
{
    fprintf(stderr, "  wrong: %.*s\n", SV_ARG(line));
}

static void check_line_breaks(void)
{
    StrView file = read_unicode_file("/usr/share/unicode/auxiliary/LineBreakTest.txt");
    StrView rest = file, line;
    unsigned cases = 0, right = 0;
    while (next_unicode_line(&rest, &line)) {
        uint32_t text[CASE_MAX];
        bool want[CASE_MAX] = { false }, same = true;
        uint8_t got[CASE_MAX];
        size_t count = read_break_case(line, text, want, CASE_MAX);
        linebreak_find(text, count, got);
        for (size_t i = 0; i < count; i++) {
            same = same && (got[i] != LINEBREAK_NO) == want[i];
        }
        cases += count > 0;
        right += count > 0 && same;
        if (!same) {
            print_case(line);
        }
    }
    EXPECT_EQ(cases, LINE_CASES);
    EXPECT_EQ(right, LINE_CASES);
    file_free(alloc_heap(), &file);
}

static void check_graphemes(void)
{
    StrView file = read_unicode_file("/usr/share/unicode/auxiliary/GraphemeBreakTest.txt");
    StrView rest = file, line;
    unsigned cases = 0, right = 0;
    while (next_unicode_line(&rest, &line)) {
        uint32_t text[CASE_MAX];
        bool want[CASE_MAX] = { false }, starts[CASE_MAX + 1], same = true;
        size_t count = read_break_case(line, text, want, CASE_MAX);
        unicode_find_graphemes(text, count, starts);
        starts[count] = true;
        for (size_t i = 0; i < count; i++) {
            same = same && starts[i + 1] == want[i];
        }
        cases += count > 0;
        right += count > 0 && same && starts[0];
        if (!same) {
            print_case(line);
        }
    }
    EXPECT_EQ(cases, GRAPHEME_CASES);
    EXPECT_EQ(right, GRAPHEME_CASES);
    file_free(alloc_heap(), &file);
}

/* The conformance file does not tell "may" from "must". */
static void check_forced_breaks(void)
{
    static const uint32_t text[] = { 'a', '\r', '\n', 'b', ' ', 'c', '\n', 0x2028, 'd' };
    static const uint8_t want[] = { LINEBREAK_NO,      LINEBREAK_NO, LINEBREAK_MUST,
                                    LINEBREAK_NO,      LINEBREAK_ALLOWED, LINEBREAK_NO,
                                    LINEBREAK_MUST,    LINEBREAK_MUST, LINEBREAK_MUST };
    uint8_t got[sizeof want];
    linebreak_find(text, sizeof want, got);
    EXPECT(memcmp(got, want, sizeof want) == 0);
    linebreak_find(text, 0, got);
}

static void check_records(void)
{
    EXPECT(strcmp(unicode_scripts[unicode_record('a')->script].tag, "Latn") == 0);
    EXPECT(strcmp(unicode_scripts[unicode_record(0x0628)->script].tag, "Arab") == 0);
    EXPECT(strcmp(unicode_scripts[unicode_record(0x4E00)->script].tag, "Hani") == 0);
    EXPECT_EQ(unicode_record('1')->script, SCRIPT_COMMON);
    EXPECT_EQ(unicode_record(0x0301)->script, SCRIPT_INHERITED);
    EXPECT_EQ(unicode_record(0x10FFFF)->script, SCRIPT_UNKNOWN);
    EXPECT_EQ(unicode_record(0xFFFFFFFF)->script, SCRIPT_UNKNOWN);
    EXPECT_EQ(unicode_record(0x0301)->category, CATEGORY_MARK);
    EXPECT_EQ(unicode_record(0x200D)->category, CATEGORY_FORMAT);
    EXPECT_EQ(unicode_record(0x2029)->category, CATEGORY_CONTROL);
    EXPECT_EQ(unicode_record(0x0661)->category, CATEGORY_NUMBER);
    EXPECT(unicode_scripts[unicode_record(0x0628)->script].joined);
    EXPECT(unicode_scripts[unicode_record(0x0915)->script].joined);
    EXPECT(!unicode_scripts[unicode_record(0x05D0)->script].joined);
    EXPECT(!unicode_scripts[SCRIPT_COMMON].joined);
}

int main(void)
{
    check_forced_breaks();
    check_records();
    check_line_breaks();
    check_graphemes();
    return TEST_MAIN_END();
}
