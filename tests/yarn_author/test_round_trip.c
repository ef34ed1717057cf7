/* Any text survives PO -> CSV -> PO, and gettext's comments do not matter to it. */
#include "author_test.h"
#include "sango/base/utf8.h"

static const StringsOptions options = { { "t 1", 3 }, { "en", 2 }, { "fr", 2 } };

/* Random text: what breaks quoting is more likely than the rest. */
static void make_text(StrBuf *out, Rng *rng)
{
    static const char *const parts[] = {
        "\"",
        "\"\"",
        "\\",
        "\\n",
        "\n",
        "\r\n",
        "\r",
        ",",
        ";",
        "\t",
        " ",
        "#",
        "#~",
        "msgid",
        "//",
        "{0}",
        "[b]",
        "\x01",
        "\x7F",
        "0",
        "7",
        "x41",
        "=1",
        "'",
        "fr",
        "line:",
        "(NEEDS",
        "\xC2\xA0",
        "\xE2\x80\xA8",
        "\xEF\xBB\xBF",
        "\xD7\xA9\xD7\x9C",
        "\xE2\x80\x8F",
        "\xF0\x9F\xA6\x86",
        "\xE6\x97\xA5",
        "e\xCC\x81",
    };
    for (uint32_t left = rng_below(rng, 12); left > 0; left--) {
        if (rng_below(rng, 4)) {
            strbuf_append(out, strview_from_cstr(parts[rng_below(rng, sizeof parts / sizeof *parts)]));
        } else {
            strbuf_codepoint(out, 1 + rng_below(rng, rng_below(rng, 2) ? 0x7F : 0x10FFFE));
        }
    }
}

/* Sources are in a table; the translations come as a PO that this writes by itself. */
typedef struct Case {
    StringsTable *table;
    StrBuf texts[8]; /* translations; empty: none */
    size_t count;
} Case;

static void make_case(Case *made, uint64_t seed)
{
    Rng rng;
    StrBuf source;
    rng_seed(&rng, seed);
    strbuf_init(&source, alloc_heap());
    EXPECT_EQ(strings_table_create(alloc_heap(), &made->table), STATUS_OK);
    made->count = sizeof made->texts / sizeof *made->texts;
    for (size_t i = 0; i < made->count; i++) {
        char id[24];
        (void)snprintf(id, sizeof id, "k%zu", i);
        strbuf_clear(&source);
        make_text(&source, &rng);
        strbuf_init(&made->texts[i], alloc_heap());
        make_text(&made->texts[i], &rng);
        StringsText text = { .id = strview_from_cstr(id),
                             .text = strbuf_view(&source),
                             .node = SV("N"),
                             .speaker = strbuf_view(&source),
                             .before = strbuf_view(&made->texts[i]),
                             .place = { SV("a file.yarn"), 3, 1 },
                             .is_line = rng_below(&rng, 2) == 1,
                             .is_option = rng_below(&rng, 2) == 1 };
        EXPECT_EQ(strings_table_add(made->table, &text, NULL), STATUS_OK);
    }
    strbuf_release(&source);
}

static void release_case(Case *made)
{
    for (size_t i = 0; i < made->count; i++) {
        strbuf_release(&made->texts[i]);
    }
    strings_table_destroy(made->table);
}

/* A PO with every byte of the translations as an octal number: nothing of our writer. */
static void write_plainly(const Case *made, StrBuf *out)
{
    for (size_t i = 0; i < made->count; i++) {
        StrView parts[2] = { strings_table_get(made->table, i).text, strbuf_view(&made->texts[i]) };
        strbuf_printf(out, "msgctxt \"k%zu\"\n", i);
        for (size_t part = 0; part < 2; part++) {
            strbuf_append(out, part ? SV("msgstr \"") : SV("msgid \""));
            for (size_t at = 0; at < parts[part].len; at++) {
                strbuf_printf(out, "\\%03o", (unsigned)(unsigned char)parts[part].data[at]);
            }
            strbuf_append(out, SV("\"\n"));
        }
    }
}

static void expect_texts(const Case *made, const Translation *translation)
{
    EXPECT_EQ(translation_count(translation), made->count);
    for (size_t i = 0; i < made->count && i < translation_count(translation); i++) {
        TranslationEntry entry = translation_get(translation, i);
        EXPECT_SAME(entry.source, strings_table_get(made->table, i).text);
        EXPECT_SAME(entry.text, strbuf_view(&made->texts[i]));
        EXPECT(!entry.is_fuzzy && !entry.is_obsolete);
    }
}

static void test_case(uint64_t seed)
{
    Case made;
    StrBuf plain, po, csv, again;
    make_case(&made, seed);
    strbuf_init(&plain, alloc_heap());
    strbuf_init(&po, alloc_heap());
    strbuf_init(&csv, alloc_heap());
    strbuf_init(&again, alloc_heap());
    write_plainly(&made, &plain);
    Translation *first = read_text(STRINGS_PO, strbuf_view(&plain), NULL, STATUS_OK);
    expect_texts(&made, first);
    strings_write_po(made.table, first, &options, &po);
    Translation *second = read_text(STRINGS_PO, strbuf_view(&po), NULL, STATUS_OK);
    expect_texts(&made, second);
    strings_write_csv(made.table, second, &options, &csv);
    Translation *third = read_text(STRINGS_CSV, strbuf_view(&csv), NULL, STATUS_OK);
    strings_write_po(made.table, third, &options, &again);
    EXPECT_SAME(strbuf_view(&again), strbuf_view(&po));
    translation_destroy(first);
    translation_destroy(second);
    translation_destroy(third);
    strbuf_release(&plain);
    strbuf_release(&po);
    strbuf_release(&csv);
    strbuf_release(&again);
    release_case(&made);
}

/* Every code point that text may hold, each beside a quote and a backslash. */
static void test_codepoints(void)
{
    StrBuf source;
    StringsTable *table = NULL;
    strbuf_init(&source, alloc_heap());
    EXPECT_EQ(strings_table_create(alloc_heap(), &table), STATUS_OK);
    for (uint32_t first = 1; first < 0x3000; first += 0x400) {
        char id[24];
        (void)snprintf(id, sizeof id, "c%u", (unsigned)first);
        strbuf_clear(&source);
        for (uint32_t codepoint = first; codepoint < first + 0x400; codepoint++) {
            strbuf_codepoint(&source, codepoint);
            strbuf_append(&source, codepoint % 2 ? SV("\"") : SV("\\7"));
        }
        StringsText text = { .id = strview_from_cstr(id),
                             .text = strbuf_view(&source),
                             .place = { SV("a"), 1, 1 } };
        EXPECT_EQ(strings_table_add(table, &text, NULL), STATUS_OK);
    }
    strbuf_clear(&source);
    strings_write_po(table, NULL, &options, &source);
    Translation *translation = read_text(STRINGS_PO, strbuf_view(&source), NULL, STATUS_OK);
    EXPECT_EQ(translation_count(translation), strings_table_count(table));
    for (size_t i = 0; i < strings_table_count(table); i++) {
        EXPECT(strview_equal(translation_get(translation, i).source, strings_table_get(table, i).text));
    }
    translation_destroy(translation);
    strings_table_destroy(table);
    strbuf_release(&source);
}

int main(void)
{
    for (uint64_t seed = 1; seed <= 2000 && test_failures < 5; seed++) {
        test_case(seed);
        if (test_failures) {
            fprintf(stderr, "seed %u\n", (unsigned)seed);
        }
    }
    test_codepoints();
    return TEST_MAIN_END();
}
