/* The privacy text in its two lengths: nothing is missing, and a paper has room for all of it. */
#include "grownups/privacy.h"
#include "test.h"

int main(void)
{
    Catalogue english;
    StrView few[PRIVACY_SHORT];
    PrivacyLine many[PRIVACY_LONG_MAX];
    size_t headings = 0;
    catalogue_init(&english, alloc_heap(), SV("en"));
    privacy_short(&english, few);
    for (size_t i = 0; i < PRIVACY_SHORT; i++) {
        EXPECT(few[i].len > 20 && few[i].data[few[i].len - 1] == '.');
    }
    size_t count = privacy_long(&english, many);
    EXPECT(count > 15 && count <= PRIVACY_LONG_MAX);
    EXPECT(many[0].is_heading && !many[count - 1].is_heading);
    for (size_t i = 0; i < count; i++) {
        EXPECT(many[i].text.len > 0);
        headings += many[i].is_heading;
        EXPECT(!(i && many[i].is_heading && many[i - 1].is_heading)); /* no heading over nothing */
    }
    EXPECT_EQ(headings, 5);
    return TEST_MAIN_END();
}
