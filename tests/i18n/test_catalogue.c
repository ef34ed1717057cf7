#include "sango/i18n/catalogue.h"
#include "test.h"

#include <stdlib.h>
#include <string.h>

typedef struct Entry {
    const char *original, *translation;
    size_t original_len, translation_len;
} Entry;
#define ENTRY(a, b) { a, b, sizeof(a) - 1, sizeof(b) - 1 }

static void put_u32(StrBuf *out, size_t value)
{
    for (int shift = 0; shift < 32; shift += 8) {
        strbuf_char(out, (char)(value >> shift & 0xFF));
    }
}

/* A .mo image as msgfmt lays it out; entries in byte order of their originals. */
static StrView make_mo(const Entry *entries, size_t count)
{
    StrBuf out;
    strbuf_init(&out, alloc_heap());
    size_t tables = 28;
    size_t offset = tables + count * 16;
    size_t header[] = { 0x950412DEu, 0, count, tables, tables + count * 8, 0, 0 };
    for (size_t i = 0; i < 7; i++) {
        put_u32(&out, header[i]);
    }
    for (int side = 0; side < 2; side++) {
        for (size_t i = 0; i < count; i++) {
            size_t len = side ? entries[i].translation_len : entries[i].original_len;
            put_u32(&out, len);
            put_u32(&out, offset);
            offset += len + 1;
        }
    }
    for (int side = 0; side < 2; side++) {
        for (size_t i = 0; i < count; i++) {
            size_t len = side ? entries[i].translation_len : entries[i].original_len;
            strbuf_append(&out, (StrView){ side ? entries[i].translation : entries[i].original, len });
            strbuf_char(&out, '\0');
        }
    }
    char *exact = malloc(out.len + 1);
    memcpy(exact, out.data, out.len + 1);
    StrView view = { exact, out.len };
    strbuf_release(&out);
    return view;
}

static const Entry arabic[] = {
    ENTRY("", "Plural-Forms: nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : "
              "n%100>=11 ? 4 : 5;\n"),
    ENTRY("map.stars\4{n} star\0{n} stars", "zero\0one\0two\0few\0many\0other"),
    ENTRY("title.play\4Play", "\xD8\xA7\xD9\x84\xD8\xB9\xD8\xA8"),
};

static void test_arabic(void)
{
    Catalogue catalogue;
    catalogue_init(&catalogue, alloc_heap(), SV("ar"));
    EXPECT(catalogue.rtl);
    EXPECT(strview_equal(TR(&catalogue, "title.play", "Play"), SV("Play")));
    EXPECT_EQ(catalogue_load(&catalogue, make_mo(arabic, 3)), STATUS_OK);
    EXPECT(strview_equal(TR(&catalogue, "title.play", "Play"), SV("\xD8\xA7\xD9\x84\xD8\xB9\xD8\xA8")));
    EXPECT(strview_equal(TR(&catalogue, "title.quit", "Quit"), SV("Quit")));
    static const struct { uint32_t n; const char *form; } cases[] = {
        { 0, "zero" }, { 1, "one" }, { 2, "two" }, { 3, "few" }, { 10, "few" }, { 11, "many" }, { 99, "many" },
        { 100, "other" }, { 102, "other" }, { 103, "few" }, { 111, "many" }, { 1000000, "other" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        StrView form = catalogue_plural(&catalogue, SV("map.stars"), SV("{n} star"), SV("{n} stars"), cases[i].n);
        EXPECT(strview_equal(form, strview_from_cstr(cases[i].form)));
    }
    catalogue_release(&catalogue);
}

static void test_russian_rule(void)
{
    static const Entry russian[] = {
        ENTRY("", "Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && "
                  "(n%100<10 || n%100>=20) ? 1 : 2);\n"),
        ENTRY("s\4star\0stars", "a\0b\0c"),
    };
    static const struct { uint32_t n; char form; } cases[] = {
        { 1, 'a' }, { 2, 'b' }, { 5, 'c' }, { 11, 'c' }, { 12, 'c' }, { 21, 'a' }, { 24, 'b' }, { 111, 'c' },
    };
    Catalogue catalogue;
    catalogue_init(&catalogue, alloc_heap(), SV("ru"));
    EXPECT_EQ(catalogue_load(&catalogue, make_mo(russian, 2)), STATUS_OK);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        StrView form = catalogue_plural(&catalogue, SV("s"), SV("star"), SV("stars"), cases[i].n);
        EXPECT(form.len == 1 && form.data[0] == cases[i].form);
    }
    catalogue_release(&catalogue);
}

/* Cut anywhere or with any byte changed: refused, or look-ups that stay inside. */
static void test_damage(void)
{
    StrView whole = make_mo(arabic, 3);
    for (size_t i = 0; i < 2 * whole.len; i++) {
        size_t len = i < whole.len ? i : whole.len;
        char *bytes = malloc(len + 1);
        memcpy(bytes, whole.data, len);
        bytes[len] = '\0';
        if (i >= whole.len) {
            bytes[i - whole.len] ^= 0x55;
        }
        Catalogue catalogue;
        catalogue_init(&catalogue, alloc_heap(), SV("ar"));
        Status status = catalogue_load(&catalogue, (StrView){ bytes, len });
        EXPECT(status == STATUS_OK || status == STATUS_INVALID);
        EXPECT(i >= whole.len || status == STATUS_INVALID);
        (void)TR(&catalogue, "title.play", "Play");
        (void)catalogue_plural(&catalogue, SV("map.stars"), SV("{n} star"), SV("{n} stars"), 7);
        if (status != STATUS_OK) {
            free(bytes); /* still the caller's */
        }
        catalogue_release(&catalogue);
    }
    free((char *)(uintptr_t)whole.data);
}

int main(void)
{
    test_arabic();
    test_russian_rule();
    test_damage();
    StrBuf out;
    strbuf_init(&out, alloc_heap());
    TextValue values[] = { { SV("name"), SV("{n}") }, { SV("n"), SV("3") } };
    text_format(&out, SV("{{x} {name} has {n} {what} {"), values, 2);
    EXPECT(strview_equal(strbuf_view(&out), SV("{x} {n} has 3 {what} {")));
    strbuf_release(&out);
    return TEST_MAIN_END();
}
