/* What is written, what is read, and what is said about a file that is wrong. */
#include "author_test.h"

static const char script[] =
    "title: Start\n---\nKofi: Hi \"you\" {1 + 1}! #line:a1\n"
    "back\\\\slash #line:a2 #tag\n-> Go, now #line:a3\nKofi: Hi \"you\" #line:a4\n===\n"
    "title: Two\n---\nlast #line:a5\n===\n";

static const StringsOptions options = { { "test 1", 6 }, { "en", 2 }, { "fr", 2 } };

#define HEADER                                                                                               \
    "msgid \"\"\nmsgstr \"\"\n\"Project-Id-Version: test 1\\n\"\n\"Report-Msgid-Bugs-To: \\n\"\n"            \
    "\"PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE\\n\"\n\"Last-Translator: FULL NAME <EMAIL@ADDRESS>\\n\"\n"    \
    "\"Language-Team: LANGUAGE <LL@li.org>\\n\"\n\"Language: fr\\n\"\n\"MIME-Version: 1.0\\n\"\n"            \
    "\"Content-Type: text/plain; charset=UTF-8\\n\"\n\"Content-Transfer-Encoding: 8bit\\n\"\n"

typedef void Writer(const StringsTable *, const Translation *, const StringsOptions *, StrBuf *);

static void expect_written(Writer *write, const StringsTable *table, const Translation *translation,
                           const char *want)
{
    StrBuf out;
    strbuf_init(&out, alloc_heap());
    write(table, translation, &options, &out);
    EXPECT_SAME(strbuf_view(&out), strview_from_cstr(want));
    strbuf_release(&out);
}

static void test_templates(void)
{
    StringsTable *table = table_of(script, NULL);
    StringsText odd = { .id = SV("odd"),
                        .text = SV("a\nb\tc\r\x01"
                                   "1\n"),
                        .node = SV(""),
                        .speaker = SV(""),
                        .before = SV("x\ny"),
                        .place = { SV("my pack.json"), 0, 0 } };
    EXPECT_EQ(strings_table_add(table, &odd, NULL), STATUS_OK);
    EXPECT_EQ(strings_table_count(table), 6);
    expect_written(strings_write_po, table, NULL,
              HEADER
              "\n#. speaker: Kofi\n#. node: Start\n#: t.yarn:3\nmsgctxt \"a1\"\n"
              "msgid \"Kofi: Hi \\\"you\\\" {0}!\"\nmsgstr \"\"\n"
              "\n#. node: Start\n#. before it: Kofi: Hi \"you\" {0}!\n#: t.yarn:4\nmsgctxt \"a2\"\n"
              "msgid \"back\\\\\\\\slash\"\nmsgstr \"\"\n"
              "\n#. a choice\n#. node: Start\n#. before it: back\\\\slash\n#: t.yarn:5\nmsgctxt \"a3\"\n"
              "msgid \"Go, now\"\nmsgstr \"\"\n"
              "\n#. speaker: Kofi\n#. node: Start\n#. before it: Go, now\n#: t.yarn:6\nmsgctxt \"a4\"\n"
              "msgid \"Kofi: Hi \\\"you\\\"\"\nmsgstr \"\"\n"
              "\n#. node: Two\n#: t.yarn:10\nmsgctxt \"a5\"\nmsgid \"last\"\nmsgstr \"\"\n"
              "\n#. before it: x y\n#: \xE2\x81\xA8my pack.json\xE2\x81\xA9\nmsgctxt \"odd\"\n"
              "msgid \"\"\n\"a\\n\"\n\"b\\tc\\r\\0011\\n\"\nmsgstr \"\"\n");
    /* locks from: printf 'Go, now' | sha256sum */
    expect_written(strings_write_csv, table, NULL,
               "language,id,text,file,node,lineNumber,lock,comment\r\n"
               "en,line:a1,\"Kofi: Hi \"\"you\"\" {0}!\",t.yarn,Start,3,7ece4667,speaker: Kofi\r\n"
               "en,line:a2,back\\\\slash,t.yarn,Start,4,d6cc64be,\"before it: Kofi: Hi \"\"you\"\" {0}!\"\r\n"
               "en,line:a3,\"Go, now\",t.yarn,Start,5,a82737a0,a choice; before it: back\\\\slash\r\n"
               "en,line:a4,\"Kofi: Hi \"\"you\"\"\",t.yarn,Start,6,1e07b357,\"speaker: Kofi; before it: Go, "
               "now\"\r\n"
               "en,line:a5,last,t.yarn,Two,10,3547cb11,\r\n"
               "en,odd,\"a\nb\tc\r\x01"
               "1\n\",my pack.json,,0,352429a4,\"before it: x\ny\"\r\n");
    strings_table_destroy(table);
}

static void test_table(void)
{
    Heard heard;
    heard_init(&heard);
    StringsTable *table = table_of("title: A\n---\none #line:a\ntwo\none #shadow:a\n===\n", &heard.sink);
    StringsText again = { .id = SV("a"), .text = SV("x"), .place = { SV("p.json"), 3, 1 } };
    EXPECT_EQ(strings_table_add(table, &again, &heard.sink), STATUS_OK);
    EXPECT_EQ(strings_table_count(table), 1);
    EXPECT_SAME(
        strbuf_view(&heard.text),
        SV("t.yarn:4:1: warning: this line has no #line: id, so it cannot be translated [strings-id]\n"
           "t.yarn:4:1: note: sango-lint tag writes one\n"
           "p.json:3:1: error: 'a' is the id of two texts [strings-id]\n"
           "t.yarn:3:1: note: 'a' is here first [strings-id]\n"));
    strings_table_destroy(table);
    strbuf_release(&heard.text);
}

/* An old translation and the script of today. */
static void test_update(void)
{
    static const char old[] =
        "# My notes\nmsgid \"\"\nmsgstr \"\"\n\"Language: fr\\n\"\n\"Content-Type: text/plain; "
        "charset=UTF-8\\n\"\n"
        "\n#. gone\n#: old.yarn:1\nmsgctxt \"a5\"\nmsgid \"last\"\nmsgstr \"dernier\"\n"
        "\n# said twice\n#, no-wrap\nmsgctxt \"a1\"\nmsgid \"Kofi: Hello {0}!\"\nmsgstr \"\"\n\"Kofi : "
        "\"\n\"salut {0} !\"\n"
        "\n#, fuzzy\n#| msgid \"Go\"\nmsgctxt \"a3\"\nmsgid \"Go now\"\nmsgstr \"Va\"\n"
        "\nmsgctxt \"a2\"\nmsgid \"changed, but never translated\"\nmsgstr \"\"\n"
        "\n# kept\nmsgctxt \"gone\"\nmsgid \"x\\ny\"\nmsgstr \"z\"\n"
        "\nmsgctxt \"gone2\"\nmsgid \"not translated\"\nmsgstr \"\"\n"
        "\nmsgctxt \"ducks\"\nmsgid \"{n} duck\"\nmsgid_plural \"{n} ducks\"\nmsgstr[0] \"a\"\nmsgstr[1] "
        "\"b\"\n"
        "\n# very old\n#~ msgctxt \"older\"\n#~ msgid \"o\"\n#~ msgstr \"p\"\n"
        "\n#~ msgctxt \"a4\"\n#~ msgid \"Kofi: Hi \\\"you\\\"\"\n#~ msgstr \"Kofi: toi\"\n";
    static const char want[] =
        "# My notes\nmsgid \"\"\nmsgstr \"\"\n\"Language: fr\\n\"\n\"Content-Type: text/plain; "
        "charset=UTF-8\\n\"\n"
        "\n# said twice\n#. speaker: Kofi\n#. node: Start\n#: t.yarn:3\n#, fuzzy, no-wrap\n"
        "#| msgid \"Kofi: Hello {0}!\"\nmsgctxt \"a1\"\nmsgid \"Kofi: Hi \\\"you\\\" {0}!\"\n"
        "msgstr \"Kofi : salut {0} !\"\n"
        "\n#. node: Start\n#. before it: Kofi: Hi \"you\" {0}!\n#: t.yarn:4\nmsgctxt \"a2\"\n"
        "msgid \"back\\\\\\\\slash\"\nmsgstr \"\"\n"
        "\n#. a choice\n#. node: Start\n#. before it: back\\\\slash\n#: t.yarn:5\n#, fuzzy\n#| msgid \"Go\"\n"
        "msgctxt \"a3\"\nmsgid \"Go, now\"\nmsgstr \"Va\"\n"
        "\n#. speaker: Kofi\n#. node: Start\n#. before it: Go, now\n#: t.yarn:6\nmsgctxt \"a4\"\n"
        "msgid \"Kofi: Hi \\\"you\\\"\"\nmsgstr \"Kofi: toi\"\n"
        "\n#. node: Two\n#: t.yarn:10\nmsgctxt \"a5\"\nmsgid \"last\"\nmsgstr \"dernier\"\n"
        "\nmsgctxt \"ducks\"\nmsgid \"{n} duck\"\nmsgid_plural \"{n} ducks\"\nmsgstr[0] \"a\"\nmsgstr[1] "
        "\"b\"\n"
        "\n# kept\n#~ msgctxt \"gone\"\n#~ msgid \"\"\n#~ \"x\\n\"\n#~ \"y\"\n#~ msgstr \"z\"\n"
        "\n# very old\n#~ msgctxt \"older\"\n#~ msgid \"o\"\n#~ msgstr \"p\"\n";
    StringsTable *table = table_of(script, NULL);
    Translation *translation = read_text(STRINGS_PO, strview_from_cstr(old), NULL, STATUS_OK);
    EXPECT_SAME(translation_language(translation), SV("fr"));
    expect_written(strings_write_po, table, translation, want);
    translation_destroy(translation);
    translation = read_text(STRINGS_PO, strview_from_cstr(want), NULL, STATUS_OK);
    expect_written(strings_write_po, table, translation, want); /* once is enough */
    translation_destroy(translation);
    strings_table_destroy(table);
}

/* An entry that is not used has its id: neither it nor the script's text is lost. */
static void test_kept(void)
{
    StringsTable *table = table_of("title: A\n---\nx #line:a\ny #line:b\n===\n", NULL);
    Translation *translation =
        read_text(STRINGS_PO,
                  SV("msgctxt \"a\"\nmsgid \"x\"\nmsgid_plural \"xs\"\nmsgstr[0] \"u\"\n"
                     "msgctxt \"b\"\nmsgid \"y\"\nmsgstr \"new\"\n"
                     "#~ msgctxt \"b\"\n#~ msgid \"y\"\n#~ msgstr \"old\"\n"),
                  NULL, STATUS_OK);
    expect_written(strings_write_po, table, translation,
              HEADER
              "\n#. node: A\n#: t.yarn:3\nmsgctxt \"a\"\nmsgid \"x\"\nmsgstr \"\"\n"
              "\n#. node: A\n#. before it: x\n#: t.yarn:4\nmsgctxt \"b\"\nmsgid \"y\"\nmsgstr \"new\"\n"
              "\n#~ msgctxt \"a\"\n#~ msgid \"x\"\n#~ msgid_plural \"xs\"\n#~ msgstr[0] \"u\"\n"
              "\n#~ msgctxt \"b\"\n#~ msgid \"y\"\n#~ msgstr \"old\"\n");
    translation_destroy(translation);
    strings_table_destroy(table);
}

static void test_import_csv(void)
{
    static const char csv[] = "\xEF\xBB\xBFid,language,text,lock,more\r\n"
                              "line:a1,fr,\"Kofi: \"\"salut\"\" {0},\r\nici\",,x\r\n\r\n"
                              "line:a2,en,back,,\r\n"
                              "line:a3,FR,(NEEDS UPDATE) Va,,\n"
                              "line:a4,fr,Kofi: toi,00000000,\r\n"
                              "gone,fr,x,,\r\n"
                              "line:a2,fr,fait,,";
    StringsTable *table = table_of(script, NULL);
    Translation *translation = read_text(STRINGS_CSV, strview_from_cstr(csv), NULL, STATUS_OK);
    EXPECT_EQ(translation_count(translation), 5);
    expect_written(strings_write_po, 
        table, translation,
        HEADER
        "\n#. speaker: Kofi\n#. node: Start\n#: t.yarn:3\nmsgctxt \"a1\"\n"
        "msgid \"Kofi: Hi \\\"you\\\" {0}!\"\nmsgstr \"\"\n\"Kofi: \\\"salut\\\" {0},\\r\\n\"\n\"ici\"\n"
        "\n#. node: Start\n#. before it: Kofi: Hi \"you\" {0}!\n#: t.yarn:4\nmsgctxt \"a2\"\n"
        "msgid \"back\\\\\\\\slash\"\nmsgstr \"fait\"\n"
        "\n#. a choice\n#. node: Start\n#. before it: back\\\\slash\n#: t.yarn:5\n#, fuzzy\n"
        "msgctxt \"a3\"\nmsgid \"Go, now\"\nmsgstr \"Va\"\n"
        "\n#. speaker: Kofi\n#. node: Start\n#. before it: Go, now\n#: t.yarn:6\n#, fuzzy\n"
        "msgctxt \"a4\"\nmsgid \"Kofi: Hi \\\"you\\\"\"\nmsgstr \"Kofi: toi\"\n"
        "\n#. node: Two\n#: t.yarn:10\nmsgctxt \"a5\"\nmsgid \"last\"\nmsgstr \"\"\n");
    expect_written(strings_write_csv, table, translation,
               "language,id,text,file,node,lineNumber,lock,comment\r\n"
               "fr,line:a1,\"Kofi: \"\"salut\"\" {0},\r\nici\",t.yarn,Start,3,7ece4667,speaker: Kofi\r\n"
               "fr,line:a2,fait,t.yarn,Start,4,d6cc64be,\"before it: Kofi: Hi \"\"you\"\" {0}!\"\r\n"
               "fr,line:a3,(NEEDS UPDATE) Va,t.yarn,Start,5,a82737a0,a choice; before it: back\\\\slash\r\n"
               "fr,line:a4,(NEEDS UPDATE) Kofi: toi,t.yarn,Start,6,1e07b357,\"speaker: Kofi; before it: Go, "
               "now\"\r\n"
               "en,line:a5,last,t.yarn,Two,10,3547cb11,\r\n");
    translation_destroy(translation);
    strings_table_destroy(table);
}

/* --- files that are wrong --------------------------------------------------------- */

static void expect_heard(StringsForm form, StrView bytes, Status status, size_t entries, const char *want)
{
    Heard heard;
    heard_init(&heard);
    Translation *translation = read_text(form, bytes, &heard.sink, status);
    EXPECT_SAME(strbuf_view(&heard.text), strview_from_cstr(want));
    EXPECT_EQ(translation ? translation_count(translation) : 0, entries);
    translation_destroy(translation);
    strbuf_release(&heard.text);
}

static void test_broken_po(void)
{
    expect_heard(
        STRINGS_PO,
        SV("msgctxt \"a\"\nmsgid \"x\nmsgstr \"y\"\n"
           "\nmsgctxt \"b\"\r\nmsgid \"\\q\\x\\400\" z\r\nmsgstr \"\"\r"
           "hello\n\"alone\"\nmsgstr \"no id\"\n"
           "\nmsgctxt \"c\"\nmsgid \"only\"\n"
           "\nmsgctxt \"d\"\nmsgid d\nmsgstr \"\\303\"\nmsgstr \"2\"\n"
           "#~| msgstr \"x\"\n"
           "msgctxt \"e\"\nmsgid \"\xC3\xA9\xFF\"\nmsgid \"e\"\nmsgstr \"whole\"\n"),
        STATUS_INVALID, 4,
        "fr.po:2:7: error: this \" is not closed on its line [strings-po]\n"
        "fr.po:6:8: error: a backslash must stand before one of n t r \\ \" or a number [strings-po]\n"
        "fr.po:6:10: error: this number is not a byte of a text [strings-po]\n"
        "fr.po:6:12: error: this number is not a byte of a text [strings-po]\n"
        "fr.po:6:18: error: nothing can stand behind the closing \"; write \\\" to show one "
        "[strings-po]\n"
        "fr.po:8:1: error: expected msgctxt, msgid, msgstr, a text in \"quotes\" or a # comment "
        "[strings-po]\n"
        "fr.po:9:1: error: msgctxt, msgid or msgstr must stand before this text [strings-po]\n"
        "fr.po:10:1: error: this stands here a second time [strings-po]\n"
        "fr.po:12:1: error: this entry has no msgstr [strings-po]\n"
        "fr.po:16:7: error: a text in \"quotes\" must stand here [strings-po]\n"
        "fr.po:18:1: error: this stands here a second time [strings-po]\n"
        "fr.po:19:5: error: expected msgctxt, msgid, msgstr, a text in \"quotes\" or a # comment "
        "[strings-po]\n"
        "fr.po:15:1: error: this entry's escapes do not make text in UTF-8 [strings-encoding]\n"
        "fr.po:21:9: error: this byte (0xFF) is not text in UTF-8 [strings-encoding]\n"
        "fr.po:21:9: note: save the file as UTF-8; a spreadsheet asks for it as 'character set' or 'CSV "
        "UTF-8'\n");
    expect_heard(STRINGS_PO,
                 SV("msgid \"\"\nmsgstr \"Language: de\\nContent-Type: text/plain; charset=ISO-8859-1\\n\"\n"
                    "msgid \"\"\nmsgstr \"\"\nmsgctxt \"a\"\nmsgid \"x\"\nmsgstr \"y\"\n"
                    "msgctxt \"a\"\nmsgid \"x\"\nmsgstr \"z\"\nmsgstr \"\"\n"
                    "#| msgstr \"q\"\nmsgctxt \"b\"\nmsgstr \"y\"\n"),
                 STATUS_INVALID, 1,
                 "fr.po:1:1: warning: the header says language 'de', not 'fr' [strings-language]\n"
                 "fr.po:1:1: error: the header says charset=ISO-8859-1; save the file as UTF-8 and say so "
                 "[strings-po]\n"
                 "fr.po:3:1: error: this file has a second header [strings-po]\n"
                 "fr.po:11:1: error: this stands here a second time [strings-po]\n"
                 "fr.po:12:4: error: expected msgctxt, msgid, msgstr, a text in \"quotes\" or a # comment "
                 "[strings-po]\n"
                 "fr.po:8:1: error: 'a' is here a second time [strings-duplicate]\n"
                 "fr.po:5:1: note: it is here first\n"
                 "fr.po:14:1: error: a msgid must stand before msgstr [strings-po]\n"
                 "fr.po:13:1: error: this entry has no msgid [strings-po]\n");
}

static void test_broken_csv(void)
{
    expect_heard(STRINGS_CSV, SV("id,words\n"), STATUS_INVALID, 0,
                 "fr.csv:1:1: error: the first row has no column 'text' [strings-csv]\n");
    expect_heard(STRINGS_CSV, SV(""), STATUS_INVALID, 0,
                 "fr.csv:1:1: error: this file is empty; its first row must name the columns "
                 "[strings-csv]\n");
    expect_heard(STRINGS_CSV,
                 SV("id,text\na,\"x\"y\nb,5\" tall\nc\n,nobody\nd,1,2\ne,\"two\nlines\",\nf,fine\nf,again\n"
                    "g,\xC3\xA9\xFF\nh,\"open\ni,\"and so on\n"),
                 STATUS_INVALID, 8,
                 "fr.csv:11:4: error: this byte (0xFF) is not text in UTF-8 [strings-encoding]\n"
                 "fr.csv:11:4: note: save the file as UTF-8; a spreadsheet asks for it as 'character set' or "
                 "'CSV UTF-8'\n"
                 "fr.csv:2:6: error: a comma must follow the closing \"; write \"\" to show one "
                 "[strings-csv]\n"
                 "fr.csv:3:4: error: a text with a \" must stand in quotes, and each \" in it twice "
                 "[strings-csv]\n"
                 "fr.csv:4:1: error: this row has 1 columns; the first row has 2 [strings-csv]\n"
                 "fr.csv:5:1: error: this row has no id [strings-csv]\n"
                 "fr.csv:6:1: error: this row has 3 columns; the first row has 2 [strings-csv]\n"
                 "fr.csv:7:1: error: this row has 3 columns; the first row has 2 [strings-csv]\n"
                 "fr.csv:10:1: error: 'f' is here a second time [strings-duplicate]\n"
                 "fr.csv:9:1: note: it is here first\n"
                 "fr.csv:13:4: error: a comma must follow the closing \"; write \"\" to show one "
                 "[strings-csv]\n");
    expect_heard(STRINGS_CSV, SV("id;text\na;\"b\"c\nd;e,f\n"), STATUS_INVALID, 2,
                 "fr.csv:2:6: error: a semicolon must follow the closing \"; write \"\" to show one "
                 "[strings-csv]\n");
    expect_heard(STRINGS_CSV, SV("id\ttext\na\t\"b\"c\n"), STATUS_INVALID, 1,
                 "fr.csv:2:6: error: a tab must follow the closing \"; write \"\" to show one "
                 "[strings-csv]\n");
    /* a quote that is never closed spoils its own row only */
    expect_heard(STRINGS_CSV, SV("id,text\r\na,\"never closed\r\nb,fine\r\n"), STATUS_INVALID, 2,
                 "fr.csv:2:3: error: this \" is not closed [strings-csv]\n");
}

/* What a French spreadsheet writes, and what else names its columns with other signs between. */
static void test_separators(void)
{
    static const char *const files[] = {
        "language;id;text\r\nfr;a,b;\"x;\"\"y\"\"\"\r\n",
        "sep=;\r\n\"language\";\"id\";\"text\"\r\nfr;a,b;\"x;\"\"y\"\"\"\r\n",
        "\xEF\xBB\xBFlanguage\tid\ttext\nfr\ta,b\t\"x;\"\"y\"\"\"\n",
        "SEP=\t\nlanguage\tid\ttext\nfr\ta,b\tx;\"\"y\n",
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        bool is_broken = i == 3; /* quotes without quotes around them */
        Translation *translation =
            read_text(STRINGS_CSV, strview_from_cstr(files[i]), NULL, is_broken ? STATUS_INVALID : STATUS_OK);
        EXPECT_EQ(translation_count(translation), 1);
        EXPECT_SAME(translation_get(translation, 0).id, SV("a,b"));
        EXPECT_SAME(translation_get(translation, 0).text, is_broken ? SV("x;\"\"y") : SV("x;\"y\""));
        translation_destroy(translation);
    }
}

/* One mistake, one message, however many lines the file has. */
static void test_other_files(void)
{
    static const char utf16[] = "i\0d\0,\0t\0e\0x\0t\0\n\0a\0,\0b\0\n";
    static const char csv_text[] = "this is a CSV; use --csv";
    for (size_t form = STRINGS_PO; form <= STRINGS_CSV; form++) {
        const char *want =
            form == STRINGS_PO
                ? "fr.po:1:1: error: this file is saved as UTF-16; save it as UTF-8 [strings-encoding]\n"
                : "fr.csv:1:1: error: this file is saved as UTF-16; save it as UTF-8 [strings-encoding]\n";
        expect_heard((StringsForm)form, (StrView){ utf16, sizeof utf16 }, STATUS_INVALID, 0, want);
        expect_heard((StringsForm)form, (StrView){ utf16 + 1, sizeof utf16 - 2 }, STATUS_INVALID, 0, want);
        expect_heard((StringsForm)form, SV("\xFF\xFEi"), STATUS_INVALID, 0, want);
        expect_heard((StringsForm)form, SV("\xFE\xFF"), STATUS_INVALID, 0, want);
    }
    StrBuf want;
    strbuf_init(&want, alloc_heap());
    strbuf_printf(&want, "fr.po:1:1: error: %s [strings-po]\n", csv_text);
    expect_heard(STRINGS_PO, SV("language,id,text\nfr,a,b\nfr,c,d\n"), STATUS_INVALID, 0, want.data);
    expect_heard(STRINGS_PO, SV("sep=;\nlanguage;id;text\nfr;a;b\n"), STATUS_INVALID, 0, want.data);
    expect_heard(STRINGS_CSV, SV("# x\nmsgid \"\"\nmsgstr \"\"\n"), STATUS_INVALID, 0,
                 "fr.csv:1:1: error: this is a PO; use --po [strings-csv]\n");
    strbuf_release(&want);
}

/* --- limits ----------------------------------------------------------------------- */

static void fill(StrBuf *out, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        strbuf_char(out, 'x');
    }
}

static void test_limits(void)
{
    StrBuf text;
    strbuf_init(&text, alloc_heap());
    for (size_t more = 0; more < 2; more++) {
        strbuf_clear(&text);
        strbuf_append(&text, SV("msgctxt \"a\"\nmsgid \"b\"\nmsgstr \"\"\n\""));
        fill(&text, STRINGS_TEXT_MAX - 1);
        strbuf_append(&text, more ? SV("\"\n\"\\nz\"\n") : SV("\"\n\"\\n\"\n"));
        expect_heard(STRINGS_PO, strbuf_view(&text), more ? STATUS_INVALID : STATUS_OK, 1,
                     more ? "fr.po:5:1: error: this text has more than 65536 bytes [strings-text-size]\n"
                          : "");
        strbuf_clear(&text);
        strbuf_append(&text, SV("id,text\na,\""));
        fill(&text, STRINGS_TEXT_MAX + more);
        strbuf_append(&text, SV("\"\n"));
        expect_heard(STRINGS_CSV, strbuf_view(&text), more ? STATUS_INVALID : STATUS_OK, 1,
                     more ? "fr.csv:2:3: error: this text has more than 65536 bytes [strings-text-size]\n"
                          : "");
        strbuf_clear(&text);
        strbuf_append(&text, SV("# "));
        fill(&text, STRINGS_FILE_MAX - 2 + more);
        expect_heard(
            STRINGS_PO, strbuf_view(&text), more ? STATUS_LIMIT : STATUS_OK, 0,
            more ? "fr.po: error: this file has 8388609 bytes; it may have 8388608 [strings-file-size]\n"
                 : "");
        strbuf_clear(&text);
        strbuf_append(&text, SV("id,text\n"));
        for (size_t i = 0; i < STRINGS_ENTRIES_MAX + more; i++) {
            strbuf_printf(&text, "k%zu,x\n", i);
        }
        expect_heard(STRINGS_CSV, strbuf_view(&text), more ? STATUS_LIMIT : STATUS_OK, STRINGS_ENTRIES_MAX,
                     more ? "fr.csv:65538:1: error: a file may have 65536 texts; this one has more "
                            "[strings-entry-count]\n"
                          : "");
    }
    strbuf_release(&text);
}

/* 99 mistakes are all told; at the 100th reading stops. */
static void test_many_errors(void)
{
    for (size_t count = STRINGS_ERRORS_MAX - 1; count <= STRINGS_ERRORS_MAX + 1; count++) {
        StrBuf text;
        Heard heard;
        heard_init(&heard);
        strbuf_init(&text, alloc_heap());
        for (size_t i = 0; i < count; i++) {
            strbuf_append(&text, SV("?\n"));
        }
        strbuf_append(&text, SV("msgctxt \"a\"\nmsgid \"b\"\nmsgstr \"c\"\n"));
        Translation *translation = read_text(STRINGS_PO, strbuf_view(&text), &heard.sink, STATUS_INVALID);
        bool is_over = count >= STRINGS_ERRORS_MAX;
        EXPECT_EQ(heard.sink.errors, is_over ? STRINGS_ERRORS_MAX : count);
        EXPECT_EQ(translation_count(translation), is_over ? 0 : 1);
        EXPECT_EQ(strstr(heard.text.data, "fr.po: note: too many mistakes; the rest is not read") != NULL,
                  is_over);
        translation_destroy(translation);
        strbuf_release(&text);
        strbuf_release(&heard.text);
    }
}

int main(void)
{
    test_templates();
    test_table();
    test_update();
    test_kept();
    test_import_csv();
    test_broken_po();
    test_broken_csv();
    test_separators();
    test_other_files();
    test_limits();
    test_many_errors();
    return TEST_MAIN_END();
}
