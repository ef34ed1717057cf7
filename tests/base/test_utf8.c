#include "sango/base/utf8.h"
#include "test.h"

#include <string.h>

static void expect_invalid(StrView text)
{
    uint32_t c = 0;
    bool valid = true;
    EXPECT(utf8_take(&text, &c, &valid));
    EXPECT(!valid && c == UTF8_REPLACEMENT);
}

int main(void)
{
    /* Every scalar value comes back as it was written. */
    for (uint32_t c = 0; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 251) {
        char bytes[4];
        StrView text = { bytes, utf8_write(c, bytes) };
        uint32_t back = 0;
        bool valid = false;
        bool is_scalar = c < 0xD800 || c > 0xDFFF;
        EXPECT(utf8_take(&text, &back, &valid) && valid && text.len == 0);
        EXPECT_EQ(back, is_scalar ? c : UTF8_REPLACEMENT);
    }
    expect_invalid(SV("\x80"));
    expect_invalid(SV("\xC0\x80"));         /* overlong */
    expect_invalid(SV("\xE0\x9F\xBF"));     /* overlong */
    expect_invalid(SV("\xED\xA0\x80"));     /* surrogate */
    expect_invalid(SV("\xF4\x90\x80\x80")); /* too large */
    expect_invalid(SV("\xE2\x82"));         /* cut */
    EXPECT_EQ(utf8_valid_prefix(SV("ab\xE2\x82\xAC\xFFz")), 5);
    EXPECT_EQ(utf8_valid_prefix(SV("sixteen letters.\xFFz")), 16);
    EXPECT_EQ(utf8_valid_prefix(SV("seven letters, \xE2\x82\xAC, and \x80 ends it")), 24);
    EXPECT_EQ(utf8_valid_prefix(SV("nothing but letters")), 19);
    EXPECT_EQ(utf8_count(SV("a\xC3\xA9\xFF!")), 4);
    return TEST_MAIN_END();
}
