/* test_pseudo FILE.mo: the catalogue made by pseudo.py from the template of all texts.
 * Each text in it is found under its id, is longer than the English one, and has the same
 * {names}. Some that tables put together must be among them. */
#include "sango/base/file.h"
#include "sango/base/utf8.h"
#include "sango/i18n/catalogue.h"
#include "test.h"

#include <string.h>

enum { CONTEXT_END = 4, NAMES_MAX = 8 };

/* Little-endian numbers of the file, as the catalogue reads them. */
static uint32_t read_u32(StrView bytes, size_t at)
{
    const unsigned char *p = (const unsigned char *)bytes.data + at;
    return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

static StrView original(const Catalogue *catalogue, uint32_t index)
{
    size_t entry = (size_t)catalogue->originals + (size_t)index * 8;
    return (StrView){ catalogue->bytes.data + read_u32(catalogue->bytes, entry + 4),
                      read_u32(catalogue->bytes, entry) };
}

/* The {names} of a text in order; how many there are. */
static size_t find_names(StrView text, StrView names[NAMES_MAX])
{
    size_t count = 0;
    for (size_t i = 0; i < text.len && count < NAMES_MAX; i++) {
        const char *end = text.data[i] == '{' ? memchr(text.data + i, '}', text.len - i) : NULL;
        if (end) {
            names[count++] = (StrView){ text.data + i, (size_t)(end - text.data) - i };
        }
    }
    return count;
}

static void check_shown(StrView id, StrView english, StrView text)
{
    StrView wanted[NAMES_MAX], found[NAMES_MAX];
    size_t count = find_names(english, wanted);
    bool is_good = text.data != english.data && utf8_valid_prefix(text) == text.len &&
                   utf8_count(text) * 5 >= utf8_count(english) * 6 && find_names(text, found) == count;
    for (size_t i = 0; is_good && i < count; i++) {
        is_good = strview_equal(wanted[i], found[i]);
    }
    if (!is_good) {
        test_failures++;
        fprintf(stderr, "%.*s: '%.*s' became '%.*s'\n", SV_ARG(id), SV_ARG(english), SV_ARG(text));
    }
}

static void check_text(const Catalogue *catalogue, StrView id, StrView english)
{
    check_shown(id, english, catalogue_get(catalogue, id, english));
}

/* By number: both forms, which stand behind each other in the file. */
static void check_plural(const Catalogue *catalogue, StrView id, StrView one, StrView many)
{
    check_shown(id, one, catalogue_plural(catalogue, id, one, many, 1));
    check_shown(id, many, catalogue_plural(catalogue, id, one, many, 2));
}

static void check_all(const Catalogue *catalogue)
{
    size_t plurals = 0;
    EXPECT(catalogue->count > 100);
    for (uint32_t i = 1; i < catalogue->count; i++) { /* the first is the header */
        StrView text = original(catalogue, i), id;
        EXPECT(strview_take(&text, CONTEXT_END, &id));
        StrView many = text, one;
        if (strview_take(&many, '\0', &one) && one.len < text.len) {
            check_plural(catalogue, id, one, many);
            plurals++;
        } else {
            check_text(catalogue, id, text);
        }
    }
    EXPECT(plurals > 5);
}

static void check_tables(const Catalogue *catalogue)
{
    static const char *const texts[][2] = {
        { "title.play", "Play" },
        { "switch.on", "on" },
        { "phone.camera", "Camera" },
        { "power.privacy.title", "Privacy" },
        { "deed.told.title", "Told Someone" },
        { "deed.helped.text", "You stood by somebody who needed you." },
        { "tool.block.title", "Block and keep proof" },
        { "nickname.trait.brave", "Brave" },
        { "nickname.animal.otter", "Otter" },
        { "caption.ring", "[phone rings]" },
        { "caption.idea", "[thinking … an idea!]" },
        { "site.play", "Play now" }, /* of a page of the web: game/web/site */
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        check_text(catalogue, strview_from_cstr(texts[i][0]), strview_from_cstr(texts[i][1]));
    }
}

int main(int argc, char **argv)
{
    Catalogue catalogue;
    StrView bytes;
    if (argc != 2 || file_read(alloc_heap(), argv[1], 1 << 20, &bytes) != STATUS_OK) {
        fprintf(stderr, "usage: test_pseudo FILE.mo\n");
        return 1;
    }
    catalogue_init(&catalogue, alloc_heap(), SV("en-x-pseudo"));
    EXPECT_EQ(catalogue_load(&catalogue, bytes), STATUS_OK);
    check_all(&catalogue);
    check_tables(&catalogue);
    catalogue_release(&catalogue);
    return TEST_MAIN_END();
}
