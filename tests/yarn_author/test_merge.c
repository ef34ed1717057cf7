/* A CSV put into a PO: what a translator wrote stays, and what is not taken is said. */
#include "author_test.h"

#define ENTRY(id, source, text) "msgctxt \"" id "\"\nmsgid \"" source "\"\nmsgstr \"" text "\"\n"

static const StringsOptions options = { { "t 1", 3 }, { "en", 2 }, { "fr", 2 } };

static const char script[] = "title: A\n---\none #line:a1\ntwo #line:a2\nthree #line:a3\nfour #line:a4\n"
                             "five #line:a5\nsix #line:a6\n===\n";

/* --- rows -------------------------------------------------------------------------- */

/* The translations that a CSV gives, "id=text " each, '~' in front of a fuzzy one, and what is said. */
static void expect_rows(const char *csv, const char *want_texts, const char *want)
{
    Heard heard;
    StrBuf out;
    heard_init(&heard);
    strbuf_init(&out, alloc_heap());
    StringsTable *table = table_of(script, NULL);
    Translation *base = read_text(STRINGS_PO, SV(""), NULL, STATUS_OK);
    Translation *rows = read_text(STRINGS_CSV, strview_from_cstr(csv), &heard.sink, STATUS_OK);
    MergeCounts counts;
    translation_report_rows(rows, table, &heard.sink);
    EXPECT_EQ(translation_merge(base, rows, table, &heard.sink, &counts), STATUS_OK);
    EXPECT_EQ(counts.added, translation_count(base));
    EXPECT_EQ(counts.added + counts.open, strings_table_count(table));
    for (size_t i = 0; i < translation_count(base); i++) {
        TranslationEntry entry = translation_get(base, i);
        strbuf_printf(&out, "%s%.*s=%.*s ", entry.is_fuzzy ? "~" : "", SV_ARG(entry.id), SV_ARG(entry.text));
    }
    EXPECT_SAME(strbuf_view(&out), strview_from_cstr(want_texts));
    EXPECT_SAME(strbuf_view(&heard.text), strview_from_cstr(want));
    translation_destroy(base);
    translation_destroy(rows);
    strings_table_destroy(table);
    strbuf_release(&out);
    strbuf_release(&heard.text);
}

static void test_row_languages(void)
{
    /* only the column text was changed, as somebody does who opens the exported file.
     * locks from: printf two | sha256sum */
    expect_rows("language,id,text,lock\nen,line:a1,un,7692c3ad\nen,line:a2,two,3fc4ccfe\n"
                "en,line:a3, three ,8b5b9db0\nen,line:a4,quatre,\n",
                "a1=un a4=quatre ",
                "fr.csv:2:1: warning: in this and 1 more rows the language is the script's, but the text is "
                "not: taken as 'fr' [strings-language]\n");
    /* an older text of the script, as its lock shows: nobody translated it. From: printf uno | sha256sum */
    expect_rows("language,id,text,lock\nen,line:a1,uno,bf0ec369\n", "", "");
    expect_rows("language,id,text\nfr-FR,a1,un\nFR,a2,two\nfr_CA,a3,three\n", "a1=un a2=two ",
                "fr.csv:2:1: warning: in this row the language is a little different: taken as 'fr' "
                "[strings-language]\n");
    expect_rows(
        "language,id,text\nfrench,a1,un\nde,a2,zwei\nde,a3,three\nde,a4,vier\nfr,a4,quatre\n"
        "es,a4,cuatro\nfra,a5,  \n",
        "a4=quatre ",
        "fr.csv:2:1: warning: this row says 'french', so its text was not taken; write 'fr' in the "
        "column language [strings-language]\n"
        "fr.csv:3:1: warning: this row says 'de', so its text was not taken; write 'fr' in the column "
        "language [strings-language]\n");
    expect_rows(
        "id,text\na1,one\na2,deux\na3,three\n", "a2=deux ",
        "fr.csv:2:1: warning: in this and 1 more rows the text is the script's own and the language is "
        "missing: not taken; if it is right, write 'fr' [strings-language]\n");
    /* the wanted language comes first, wherever it stands */
    expect_rows("language,id,text\nfr-CA,a1,b\nfr,a1,c\nen,a1,a\n,a2,x\nfr,a2,\n", "a1=c a2=x ", "");
}

static void test_second_rows(void)
{
    Heard heard;
    heard_init(&heard);
    Translation *rows = read_text(STRINGS_CSV,
                                  SV("language,id,text\nen,a1,one\nen,a1,one\nen,a1,un\nde,a1,ein\nde,a1,"
                                     "eins\nfr-FR,a2,x\nfr-CA,a2,y\n"),
                                  &heard.sink, STATUS_INVALID);
    EXPECT_SAME(strbuf_view(&heard.text), SV("fr.csv:4:1: error: 'a1' is here a second time "
                                             "[strings-duplicate]\nfr.csv:2:1: note: it is here first\n"
                                             "fr.csv:8:1: error: 'a2' is here a second time "
                                             "[strings-duplicate]\nfr.csv:7:1: note: it is here first\n"));
    translation_destroy(rows);
    strbuf_release(&heard.text);
}

static void test_languages(void)
{
    static const char *const right[] = { "fr", "FR", "pt-BR", "pt_BR", "haw", "zh-Hant-TW", "de-1996" };
    static const char *const wrong[] = { "",   "f",     "french",       "Francais", "fr-",   "-fr",
                                         "f2", "fr BR", "fr-123456789", "fran\xC3", "fr.po", "pt--BR" };
    for (size_t i = 0; i < sizeof right / sizeof *right; i++) {
        EXPECT(strings_language_is_valid(strview_from_cstr(right[i])));
    }
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        EXPECT(!strings_language_is_valid(strview_from_cstr(wrong[i])));
    }
}

/* --- into a PO --------------------------------------------------------------------- */

static const char base_po[] =
    "# by me\nmsgid \"\"\nmsgstr \"\"\n\"Language: fr\\n\"\n\"Last-Translator: me\\n\"\n\n"
    "# look here\n" ENTRY("a1", "one", "un") "\n" ENTRY("a2", "two", "deux") "\n#, fuzzy\n" ENTRY(
        "a3", "three",
        "trois") "\n#, fuzzy\n" ENTRY("a4", "vier",
                                      "quatre") "\n"
                                                "#~ msgctxt \"old\"\n#~ msgid \"o\"\n#~ msgstr \"p\"\n";

static void expect_merge(const char *po, const char *csv, const char *want_po, const char *want_heard,
                         const char *want_counts)
{
    Heard heard;
    StrBuf out, text;
    heard_init(&heard);
    strbuf_init(&out, alloc_heap());
    strbuf_init(&text, alloc_heap());
    StringsTable *table = table_of(script, NULL);
    Translation *base = read_text(STRINGS_PO, strview_from_cstr(po), NULL, STATUS_OK);
    Translation *rows = read_text(STRINGS_CSV, strview_from_cstr(csv), NULL, STATUS_OK);
    MergeCounts counts;
    EXPECT_EQ(translation_merge(base, rows, table, &heard.sink, &counts), STATUS_OK);
    strings_write_po(table, base, &options, &out);
    for (StrView rest = strbuf_view(&out), line; strview_take(&rest, '\n', &line);) {
        bool is_hint = strview_starts_with(line, SV("#.")) || strview_starts_with(line, SV("#:"));
        if (line.len && !is_hint) {
            strbuf_printf(&text, "%.*s\n", SV_ARG(line));
        }
    }
    EXPECT_SAME(strbuf_view(&text), strview_from_cstr(want_po));
    EXPECT_SAME(strbuf_view(&heard.text), strview_from_cstr(want_heard));
    strbuf_clear(&text);
    strbuf_printf(&text, "added %zu (own %zu) changed %zu same %zu refused %zu absent %zu open %zu",
                  counts.added, counts.own, counts.changed, counts.same, counts.refused, counts.absent,
                  counts.open);
    EXPECT_SAME(strbuf_view(&text), strview_from_cstr(want_counts));
    translation_destroy(base);
    translation_destroy(rows);
    strings_table_destroy(table);
    strbuf_release(&out);
    strbuf_release(&text);
    strbuf_release(&heard.text);
}

#define HEAD "# by me\nmsgid \"\"\nmsgstr \"\"\n\"Language: fr\\n\"\n\"Last-Translator: me\\n\"\n"
#define TAIL "#~ msgctxt \"old\"\n#~ msgid \"o\"\n#~ msgstr \"p\"\n"

/* One row is new; all else is as it was. */
static void test_merge_keeps(void)
{
    static const char kept[] =
        HEAD "# look here\n" ENTRY("a1", "one", "un") ENTRY("a2", "two", "deux") "#, fuzzy\n" ENTRY(
            "a3", "three", "trois") "#, fuzzy\n#| msgid \"vier\"\n" ENTRY("a4", "four", "quatre")
            ENTRY("a5", "five", "cinq") ENTRY("a6", "six", "") TAIL;
    expect_merge(base_po, "language,id,text\nfr,a5,cinq\nfr,a2,\n", kept, "",
                 "added 1 (own 0) changed 0 same 0 refused 0 absent 4 open 1");
    /* rows that are as they were exported; without a lock no mark is taken off */
    expect_merge(
        base_po,
        "language,id,text\nfr,a1,un\nfr,a2,\" \"\nfr,a3,trois\nfr,a4,(NEEDS UPDATE) quatre\nfr,a5,cinq\n"
        "en,a6,six\n",
        kept, "", "added 1 (own 0) changed 0 same 3 refused 0 absent 1 open 1");
    /* rows that know less than the PO */
    expect_merge(
        base_po,
        "language,id,text,lock\nfr,a1,one,\nfr,a2,(NEEDS UPDATE) zwei,\nen,a3,drei,\nfr,a5,cinq,\n"
        "fr,a4,four,\n",
        kept,
        "fr.csv:2:1: warning: this is the script's own text, so what fr.po has stays [strings-import]\n"
        "fr.csv:3:1: warning: this is marked (NEEDS UPDATE), so what fr.po has stays "
        "[strings-import]\n"
        "fr.csv:4:1: warning: this may be an older text of the script, so what fr.po has stays "
        "[strings-import]\n"
        "fr.csv:6:1: warning: this is the script's own text, so what fr.po has stays "
        "[strings-import]\n",
        "added 1 (own 0) changed 0 same 0 refused 4 absent 0 open 1");
    expect_merge(
        base_po, "language,id,text,lock\nfr,a2,zwei,00000000\nfr,a5,cinq,\n", kept,
        "fr.csv:2:1: warning: this was written for another text of the script, so what fr.po has stays "
        "[strings-import]\n",
        "added 1 (own 0) changed 0 same 0 refused 1 absent 3 open 1");
}

static void test_merge_takes(void)
{
    /* locks from: printf three | sha256sum, and so on */
    expect_merge(base_po,
                 "language,id,text,lock\nfr,a1,Un,\nfr,a3,trois,8b5b9db0\nfr,a4,(NEEDS UPDATE) Quatre,\n"
                 "fr,a5,five,\nfr,a6,(NEEDS UPDATE) Six,\n",
                 HEAD "# look here\n" ENTRY("a1", "one", "Un") ENTRY("a2", "two", "deux") ENTRY(
                     "a3", "three", "trois") "#, fuzzy\n#| msgid \"vier\"\n" ENTRY("a4", "four", "Quatre")
                     ENTRY("a5", "five", "five") "#, fuzzy\n" ENTRY("a6", "six", "Six") TAIL,
                 "fr.csv:2:1: note: 'a1' was 'un' in fr.po [strings-import]\n"
                 "fr.csv:4:1: note: 'a4' was 'quatre' in fr.po [strings-import]\n",
                 "added 2 (own 1) changed 3 same 0 refused 0 absent 1 open 0");
    /* a text that came back takes the place of the obsolete one; a plural is not touched */
    expect_merge(
        "#~ msgctxt \"a1\"\n#~ msgid \"one\"\n#~ msgstr \"un\"\n"
        "msgctxt \"a2\"\nmsgid \"two\"\nmsgid_plural \"twos\"\nmsgstr[0] \"x\"\n",
        "language,id,text\nfr,a1,UN\nfr,a2,deux\n",
        "msgid \"\"\nmsgstr \"\"\n\"Project-Id-Version: t 1\\n\"\n\"Report-Msgid-Bugs-To: \\n\"\n"
        "\"PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE\\n\"\n\"Last-Translator: FULL NAME "
        "<EMAIL@ADDRESS>\\n\"\n\"Language-Team: LANGUAGE <LL@li.org>\\n\"\n\"Language: fr\\n\"\n"
        "\"MIME-Version: 1.0\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
        "\"Content-Transfer-Encoding: 8bit\\n\"\n" ENTRY("a1", "one", "UN") ENTRY("a2", "two", "")
            ENTRY("a3", "three", "") ENTRY("a4", "four", "") ENTRY("a5", "five", "") ENTRY(
                "a6", "six",
                "") "#~ msgctxt \"a2\"\n#~ msgid \"two\"\n#~ msgid_plural \"twos\"\n#~ msgstr[0] \"x\"\n",
        "fr.csv:2:1: note: 'a1' was 'un' in fr.po [strings-import]\n"
        "fr.csv:3:1: warning: there is a msgid_plural of this id, so what fr.po has stays "
        "[strings-import]\n",
        "added 0 (own 0) changed 1 same 0 refused 1 absent 0 open 4");
}

/* --- over a file ------------------------------------------------------------------- */

static void expect_lost(StringsForm old_form, const char *old_bytes, StringsForm form, const char *bytes,
                        size_t want, const char *want_first)
{
    StringsTable *table = table_of(script, NULL);
    Translation *old = read_text(old_form, strview_from_cstr(old_bytes), NULL, STATUS_OK);
    Translation *next = bytes ? read_text(form, strview_from_cstr(bytes), NULL, STATUS_OK) : NULL;
    StrView first;
    EXPECT_EQ(translation_count_lost(old, next, table, &first), want);
    EXPECT_SAME(first, strview_from_cstr(want_first));
    translation_destroy(old);
    translation_destroy(next);
    strings_table_destroy(table);
}

static void test_lost(void)
{
    expect_lost(STRINGS_PO, base_po, STRINGS_PO, NULL, 5, "a1");
    expect_lost(STRINGS_PO, base_po, STRINGS_PO, base_po, 0, "");
    expect_lost(STRINGS_PO, ENTRY("a1", "one", "") ENTRY("a2", "two", " \xC2\xA0"), STRINGS_PO, NULL, 0, "");
    expect_lost(STRINGS_PO, "msgid \"x\"\nmsgid_plural \"xs\"\nmsgstr[0] \"y\"\n", STRINGS_PO, base_po, 1,
                "");
    static const char twice[] = "#~ msgctxt \"old\"\n#~ msgid \"o\"\n#~ msgstr \"p\"\n\n"
                                "#~ msgctxt \"old\"\n#~ msgid \"o\"\n#~ msgstr \"q\"\n";
    expect_lost(STRINGS_PO, twice, STRINGS_PO, twice, 0, "");
    expect_lost(STRINGS_PO, twice, STRINGS_PO, base_po, 1, "old");
    expect_lost(STRINGS_CSV, "language,id,text\nfr,a1,un\nfr,a2,zwei\nen,a3,three\nfr,old,p\n", STRINGS_PO,
                base_po, 1, "a2");
    expect_lost(STRINGS_CSV, "language,id,text\nen,a1,one\nen,a2,two\n", STRINGS_CSV, NULL, 0, "");
    expect_lost(STRINGS_CSV, "language,id,text\nde,a1,ein\nfr,x,y\nen,a2,deux\n", STRINGS_CSV,
                "language,id,text\nde,a1,ein\nfr,x,y\nen,a2,deux\n", 2, "a1");
}

int main(void)
{
    test_row_languages();
    test_second_rows();
    test_languages();
    test_merge_keeps();
    test_merge_takes();
    test_lost();
    return TEST_MAIN_END();
}
