/* Digits in, a salted hash out; only the same digits fit. */
#include "sango/kiosk/settings.h"

#include "test.h"

static void test_round(void)
{
    StrBuf one, other;
    strbuf_init(&one, alloc_heap());
    strbuf_init(&other, alloc_heap());
    EXPECT(kiosk_pin_hash(SV("2468"), &one) == STATUS_OK);
    EXPECT(kiosk_pin_hash(SV("2468"), &other) == STATUS_OK);
    EXPECT(!strview_equal(strbuf_view(&one), strbuf_view(&other))); /* the salt */
    EXPECT(!strview_contains(strbuf_view(&one), SV("2468")));
    EXPECT(kiosk_pin_is_hash(strbuf_view(&one)));
    EXPECT(kiosk_pin_fits(SV("2468"), strbuf_view(&one)));
    EXPECT(kiosk_pin_fits(SV("2468"), strbuf_view(&other)));
    EXPECT(!kiosk_pin_fits(SV("2467"), strbuf_view(&one)));
    EXPECT(!kiosk_pin_fits(SV("24680"), strbuf_view(&one)));
    EXPECT(!kiosk_pin_fits(SV(""), strbuf_view(&one)));
    strbuf_release(&one);
    strbuf_release(&other);
}

static void test_refused(void)
{
    const StrView bad[] = { SV(""), SV("123"), SV("1234567890123"), SV("12a4"), SV("12 4"), SV("-123") };
    StrBuf out;
    strbuf_init(&out, alloc_heap());
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        EXPECT(kiosk_pin_hash(bad[i], &out) == STATUS_INVALID);
        EXPECT_EQ(out.len, 0);
    }
    EXPECT(kiosk_pin_hash(SV("123456789012"), &out) == STATUS_OK);
    strbuf_release(&out);
}

/* What a file may hold in its place. */
static void test_no_hash(void)
{
    const StrView bad[] = { SV(""),
                            SV("2468"),
                            SV("$y$"),
                            SV("$y$j9T$abc$"),
                            SV("$6$abc$phLCfqPZXW.MIFeYtRvnTY1J6zsd6nshW2cGW47L5p5"),
                            SV("$y$j9T$IPvWrKXHHjezOCqyaU02E.$phLCfqPZXW.MIFeYtRvnTY1J6zsd6nshW2cGW47L5p"),
                            SV("$y$j9T$IPvWrKXHHjezOCqyaU02E.$phLCfqPZXW MIFeYtRvnTY1J6zsd6nshW2cGW47L5p5"),
                            SV("$y$zzz$IPvWrKXHHjezOCqyaU02E.$phLCfqPZXW.MIFeYtRvnTY1J6zsd6nshW2cGW47L5p5"),
                            SV("$y$jJT$IPvWrKXHHjezOCqyaU02E.$phLCfqPZXW.MIFeYtRvnTY1J6zsd6nshW2cGW47L5p5"), /* gigabytes, and minutes */
                            SV("$y$j9T3zzz$IPvWrKXHHjezOCqyaU02E.$phLCfqPZXW.MIFeYtRvnTY1J6zsd6nshW2cGW47L5p5"),
                            SV("$y$j9T$I$phLCfqPZXW.MIFeYtRvnTY1J6zsd6nshW2cGW47L5p5"), /* no salt: no PIN would ever fit */
                            SV("$y$j9T$@@@@@@$phLCfqPZXW.MIFeYtRvnTY1J6zsd6nshW2cGW47L5p5"),
                            SV("$y$j9T$$phLCfqPZXW.MIFeYtRvnTY1J6zsd6nshW2cGW47L5p5"),
                            SV("$y$j9T$IPvWrKXHHjezOCqyaU02E.$phLCfqPZXW.MIFeYtRvnTY1J6zsd6nshW2cGW47L5p5$") };
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        EXPECT(!kiosk_pin_is_hash(bad[i]));
        EXPECT(!kiosk_pin_fits(SV("2468"), bad[i]));
    }
}

int main(void)
{
    test_round();
    test_refused();
    test_no_hash();
    return TEST_MAIN_END();
}
