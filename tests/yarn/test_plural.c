/* The cases are written down from CLDR's chart "Language Plural Rules"; what differs in
 * PLURAL_AS_OFFICIAL is in the comment of that name. */
#include "test.h"
#include "yarn/plural_internal.h"

#include <math.h>
#include <string.h>

static const char *name_of(PluralCase found)
{
    static const char *const names[] = { "zero", "one", "two", "few", "many", "other" };
    return names[found];
}

static void expect(PluralKind kind, PluralReading reading, const char *language, float number,
                   const char *want)
{
    const char *got = name_of(plural_case(kind, reading, strview_from_cstr(language), number));
    if (strcmp(got, want) != 0) {
        test_failures++;
        fprintf(stderr, "%s %g: got %s, expected %s\n", language, (double)number, got, want);
    }
}

static void cardinal(const char *language, float number, const char *want)
{
    expect(PLURAL_CARDINAL, PLURAL_AS_CLDR, language, number, want);
}

static void ordinal(const char *language, float number, const char *want)
{
    expect(PLURAL_ORDINAL, PLURAL_AS_CLDR, language, number, want);
}

static void official(const char *language, float number, const char *want)
{
    expect(PLURAL_CARDINAL, PLURAL_AS_OFFICIAL, language, number, want);
}

static void test_cardinals(void)
{
    cardinal("en", 1, "one");
    cardinal("en", -1, "one");
    cardinal("en", 0, "other");
    cardinal("en", 1.5f, "other");
    cardinal("ar", 0, "zero");
    cardinal("ar", 2, "two");
    cardinal("ar", 110, "few");
    cardinal("ar", 111, "many");
    cardinal("ar", 100, "other");
    cardinal("cy", 6, "many");
    cardinal("br", 1000000, "many");
    cardinal("br", 71, "other");
    cardinal("br", 81, "one");
    cardinal("ja", 1, "other");
    cardinal("fr", 2, "other");
    cardinal("fr", 1000000, "many");
    cardinal("ksh", 0, "zero");
}

/* v, f and t are of the number's text without zeros at its end. */
static void test_decimals(void)
{
    cardinal("cs", 1.5f, "many");
    cardinal("fr", 1.5f, "one");
    cardinal("da", 0.5f, "one");
    cardinal("lv", 0.1f, "one");
    cardinal("lv", 0.11f, "zero");
    cardinal("lt", 1.5f, "many");
    cardinal("is", 0.1f, "one");
    cardinal("mk", 21.1f, "one");
    cardinal("fil", 0.4f, "other");
    cardinal("fil", 0.5f, "one");
    cardinal("ru", 2.5f, "other");
    cardinal("pa", 0.5f, "other");
}

static void test_ordinals(void)
{
    ordinal("en", 1, "one");
    ordinal("en", 11, "other");
    ordinal("en", 22, "two");
    ordinal("en", 103, "few");
    ordinal("sv", 11, "other");
    ordinal("it", 8, "many");
    ordinal("hu", 5, "one");
    ordinal("kw", 5, "many");
    ordinal("ca", 4, "few");
    ordinal("es", 1, "other");
}

static void test_official_reading(void)
{
    official("fr", 2, "many");
    official("fr", 1, "one");
    official("be", 2.5f, "few");
    official("pa", 0.5f, "one");
    expect(PLURAL_ORDINAL, PLURAL_AS_OFFICIAL, "sv", 11, "one");
    expect(PLURAL_ORDINAL, PLURAL_AS_OFFICIAL, "sv", 12, "other");
    expect(PLURAL_ORDINAL, PLURAL_AS_OFFICIAL, "mk", 17, "many");
    official("pl", 22, "few");
    official("pl", 12, "many");
}

static void test_tags(void)
{
    cardinal("pt", 0, "one");
    cardinal("pt-PT", 0, "other");
    cardinal("pt_pt", 0, "other");
    cardinal("PT-BR", 0, "one");
    cardinal("pt-AO", 0, "other"); /* as Portugal, says CLDR's table of parents */
    cardinal("sr-Latn-RS", 2, "few");
    cardinal("en-x-anything-at-all", 1, "one");
    cardinal("fil-", 4, "other");
    cardinal("iw", 2, "two"); /* once the tag of Hebrew */
    cardinal("xx", 1, "other");
    cardinal("e", 1, "other");
    cardinal("eng", 1, "other");
    cardinal("-", 1, "other");
    cardinal("", 1, "other");
    EXPECT_EQ(plural_case(PLURAL_CARDINAL, PLURAL_AS_CLDR, (StrView){ "en\0x", 4 }, 1), PLURAL_OTHER);
}

static void test_great_numbers(void)
{
    cardinal("en", 1e30f, "other");
    cardinal("es", 1e15f, "other");
    cardinal("en", INFINITY, "other");
    cardinal("fr", NAN, "other");
    cardinal("lt", 1e-38f, "many");
}

/* So that the search finds each, and each that inherits finds its parent. */
static void test_table(void)
{
    EXPECT(plural_locale_count > 200);
    for (size_t i = 0; i < plural_locale_count; i++) {
        const PluralLocale *locale = &plural_locales[i];
        EXPECT(i == 0 || strcmp(plural_locales[i - 1].tag, locale->tag) < 0);
        (void)plural_case(PLURAL_ORDINAL, PLURAL_AS_OFFICIAL, strview_from_cstr(locale->tag), 23.5f);
    }
}

int main(void)
{
    test_cardinals();
    test_decimals();
    test_ordinals();
    test_official_reading();
    test_tags();
    test_great_numbers();
    test_table();
    return TEST_MAIN_END();
}
