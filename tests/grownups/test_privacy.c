/* The privacy text in its two lengths: nothing is missing, and a paper has room for all of it. In a browser it speaks of what is there. */
#include "grownups/privacy.h"
#include "test.h"

static void test_lengths(const Catalogue *english, bool in_browser)
{
    StrView few[PRIVACY_SHORT];
    PrivacyLine many[PRIVACY_LONG_MAX];
    size_t headings = 0;
    privacy_short(english, in_browser, few);
    for (size_t i = 0; i < PRIVACY_SHORT; i++) {
        EXPECT(few[i].len > 20 && few[i].data[few[i].len - 1] == '.');
    }
    size_t count = privacy_long(english, in_browser, many);
    EXPECT(count > 15 && count <= PRIVACY_LONG_MAX);
    EXPECT(many[0].is_heading && !many[count - 1].is_heading);
    for (size_t i = 0; i < count; i++) {
        EXPECT(many[i].text.len > 0);
        headings += many[i].is_heading;
        EXPECT(!(i && many[i].is_heading && many[i - 1].is_heading)); /* no heading over nothing */
    }
    EXPECT_EQ(headings, 5);
}

/* How many lines have `part`. */
static unsigned count_lines(const Catalogue *english, bool in_browser, StrView part)
{
    StrView few[PRIVACY_SHORT];
    PrivacyLine many[PRIVACY_LONG_MAX];
    unsigned found = 0;
    privacy_short(english, in_browser, few);
    for (size_t i = 0; i < PRIVACY_SHORT; i++) {
        found += strview_contains(few[i], part);
    }
    size_t count = privacy_long(english, in_browser, many);
    for (size_t i = 0; i < count; i++) {
        found += strview_contains(many[i].text, part);
    }
    return found;
}

static void test_place(const Catalogue *english)
{
    const StrView of_computer[] = { SV("SQLite"), SV("folder"), SV("kiosk"), SV("never uses the internet") };
    const StrView of_browser[] = { SV("IndexedDB"), SV("server of this website"), SV("its own files from this website") };
    for (size_t i = 0; i < sizeof of_computer / sizeof of_computer[0]; i++) {
        EXPECT(count_lines(english, false, of_computer[i]) > 0);
        EXPECT_EQ(count_lines(english, true, of_computer[i]), 0);
    }
    for (size_t i = 0; i < sizeof of_browser / sizeof of_browser[0]; i++) {
        EXPECT_EQ(count_lines(english, false, of_browser[i]), 0);
        EXPECT(count_lines(english, true, of_browser[i]) > 0);
    }
}

int main(void)
{
    Catalogue english;
    catalogue_init(&english, alloc_heap(), SV("en"));
    test_lengths(&english, false);
    test_lengths(&english, true);
    test_place(&english);
    return TEST_MAIN_END();
}
