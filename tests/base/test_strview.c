#include "sango/base/strview.h"
#include "test.h"

static void test_numbers(void)
{
    int32_t n = 77;
    EXPECT(strview_to_int(SV("-2147483648"), &n) && n == INT32_MIN);
    EXPECT(strview_to_int(SV("2147483647"), &n) && n == INT32_MAX);
    n = 5;
    EXPECT(!strview_to_int(SV("2147483648"), &n) && !strview_to_int(SV(""), &n) && !strview_to_int(SV("-"), &n));
    EXPECT(!strview_to_int(SV("1 "), &n) && !strview_to_int(SV("0x1"), &n) && !strview_to_int(SV("99999999999999999999"), &n));
    EXPECT_EQ(n, 5);
    float f = 0;
    EXPECT(strview_to_float(SV("0.5"), &f) && f == 0.5f);
    EXPECT(strview_to_float(SV("-3"), &f) && f == -3.0f);
    EXPECT(!strview_to_float(SV("inf"), &f) && !strview_to_float(SV("1e5"), &f) && !strview_to_float(SV("."), &f));
    EXPECT(!strview_to_float(SV("1.2.3"), &f));
}

static void test_contains(void)
{
    EXPECT(strview_contains(SV("a badge"), SV("a b")));
    EXPECT(strview_contains(SV("a badge"), SV("dge")));
    EXPECT(strview_contains(SV("a"), SV("")));
    EXPECT(!strview_contains(SV("a badge"), SV("dgee")));
    EXPECT(!strview_contains(SV(""), SV("a")));
}

static void test_distance(void)
{
    EXPECT_EQ(strview_distance(SV("Kofi"), SV("kofi"), 2), 0);
    EXPECT_EQ(strview_distance(SV("Kofi"), SV("Koif"), 2), 1);
    EXPECT_EQ(strview_distance(SV("worried"), SV("woried"), 2), 1);
    EXPECT_EQ(strview_distance(SV("happy"), SV("thinking"), 2), 3);
    EXPECT_EQ(strview_distance(SV(""), SV("ab"), 8), 2);
    EXPECT_EQ(strview_distance(SV("abcdef"), SV("xyabcdefz"), 3), 3);
    EXPECT_EQ(strview_distance(SV("abcdef"), SV("xyabcdefz"), 2), 3);
    EXPECT_EQ(strview_distance(SV("abcdefgh"), SV("badcfehg"), 4), 4);
    EXPECT_EQ(strview_distance(SV("abcdefgh"), SV("badcfehg"), 3), 4);
}

int main(void)
{
    test_contains();
    StrView rest = SV("a//b");
    StrView head;
    EXPECT(strview_take(&rest, '/', &head) && strview_equal(head, SV("a")));
    EXPECT(strview_take(&rest, '/', &head) && head.len == 0);
    EXPECT(strview_take(&rest, '/', &head) && strview_equal(head, SV("b")));
    EXPECT(!strview_take(&rest, '/', &head));
    EXPECT(strview_equal(strview_trim(SV(" \t x y \r\n")), SV("x y")));
    EXPECT_EQ(strview_slice(SV("abc"), 5, 2).len, 0);
    EXPECT(strview_compare(SV("ab"), SV("abc")) < 0 && strview_compare(SV("b"), SV("abc")) > 0);
    EXPECT_EQ(strview_hash(SV("a")), 0xE40C292Cu);
    EXPECT(strview_hash_more(STRVIEW_HASH_BEGIN, SV("foobar")) == UINT64_C(0x85944171F73967E8));
    EXPECT(strview_hash_more(strview_hash_more(STRVIEW_HASH_BEGIN, SV("foo")), SV("bar")) ==
           UINT64_C(0x85944171F73967E8));
    test_numbers();
    test_distance();
    return TEST_MAIN_END();
}
