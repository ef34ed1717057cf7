/* What translation_check() says, in script order. */
#include "author_test.h"

#define PO_HEAD                 "msgid \"\"\nmsgstr \"Language: fr\\n\"\n"
#define ENTRY(id, source, text) "msgctxt \"" id "\"\nmsgid \"" source "\"\nmsgstr \"" text "\"\n"

static void expect_checked(const char *script, StringsForm form, const char *file, const char *language,
                           const char *want)
{
    Heard heard;
    heard_init(&heard);
    StringsTable *table = table_of(script, NULL);
    Translation *translation = read_text(form, strview_from_cstr(file), &heard.sink, STATUS_OK);
    Status status = translation_check(translation, table, strview_from_cstr(language), &heard.sink);
    EXPECT_SAME(strbuf_view(&heard.text), strview_from_cstr(want));
    EXPECT_EQ(status, heard.sink.errors ? STATUS_INVALID : STATUS_OK);
    translation_destroy(translation);
    strings_table_destroy(table);
    strbuf_release(&heard.text);
}

static void test_entries(void)
{
    static const char script[] = "title: A\n---\none #line:a1\ntwo #line:a2\nthree #line:a3\nfour #line:a4\n"
                                 "five #line:a5\nsix #line:a6\n===\n";
    expect_checked(
        script, STRINGS_PO,
        PO_HEAD ENTRY("x", "gone", "parti") ENTRY("a4", "vier", "quatre") ENTRY("a1", "one", "un")
            ENTRY("a3", "three", "") "#, fuzzy\n" ENTRY(
                "a5", "five", "cinq") "msgctxt \"a6\"\nmsgid \"six\"\nmsgid_plural \"six\"\nmsgstr[0] \"\"\n"
                                      "msgid \"lost\"\nmsgstr \"perdu\"\n#~ msgctxt \"old\"\n#~ msgid "
                                      "\"o\"\n#~ msgstr \"p\"\n",
        "fr",
        "fr.po:6:1: error: the text of the script has changed since this was translated "
        "[strings-stale]\n"
        "fr.po:16:1: error: this is marked fuzzy: it is not shown until somebody looks at it "
        "[strings-fuzzy]\n"
        "fr.po:19:1: error: a text of a script has no msgid_plural; write [plural] in it "
        "[strings-plural]\n"
        "fr.po: error: 'a2' is missing (t.yarn:4) [strings-missing]\n"
        "fr.po:12:1: error: this is not translated [strings-untranslated]\n"
        "fr.po:3:1: warning: no script has the text 'x' [strings-extra]\n"
        "fr.po:23:1: warning: this has no msgctxt, so it belongs to no script [strings-extra]\n");
    /* locks from: printf one | sha256sum */
    expect_checked(script, STRINGS_CSV,
                   "language,id,text,lock\nfr,line:a1,un,7692c3ad\nfr,line:a2,deux,12345678\n"
                   "en,line:a3,three,\nfr,line:a4,(NEEDS UPDATE) quatre,\nfr,line:a6,six,\nfr,b,x,\n",
                   "fr",
                   "fr.csv:3:1: error: the text of the script has changed since this was translated "
                   "[strings-stale]\n"
                   "fr.csv:5:1: error: this is marked (NEEDS UPDATE) [strings-fuzzy]\n"
                   "fr.csv: error: 'a5' is missing (t.yarn:7) [strings-missing]\n"
                   "fr.csv:4:1: error: this is not translated [strings-untranslated]\n"
                   "fr.csv:7:1: warning: no script has the text 'b' [strings-extra]\n");
}

/* A translation that was just begun: what is open is counted behind the rest. */
static void test_open(void)
{
    static const char script[] = "title: A\n---\none #line:a1\ntwo #line:a2\nthree #line:a3\nfour #line:a4\n"
                                 "five #line:a5\n===\n";
    expect_checked(
        script, STRINGS_PO,
        PO_HEAD ENTRY("a1", "one", " ") ENTRY("a2", "two", "\xC2\xA0") ENTRY("a3", "drei", "trois"), "fr",
        "fr.po:9:1: error: the text of the script has changed since this was translated "
        "[strings-stale]\n"
        "fr.po: error: 'a4' is missing (t.yarn:6) [strings-missing]\n"
        "fr.po: note: so are 1 more of the 5 texts; an update puts them in\n"
        "fr.po:3:1: error: this is the first of 2 texts that are not translated "
        "[strings-untranslated]\n");
}

/* One line of a script and what is said about its translation. */
static void expect_line(const char *source, const char *text, const char *language, const char *want)
{
    StrBuf script, csv, expected;
    strbuf_init(&script, alloc_heap());
    strbuf_init(&csv, alloc_heap());
    strbuf_init(&expected, alloc_heap());
    strbuf_printf(&script, "title: A\n---\n<<declare $n = 1>>\n%s #line:a1\n===\n", source);
    strbuf_append(&csv, SV("id,text\na1,\""));
    for (const char *c = text; *c; c++) {
        strbuf_printf(&csv, "%s%c", *c == '"' ? "\"" : "", *c);
    }
    strbuf_append(&csv, SV("\"\n"));
    StrView rest = strview_from_cstr(want), line;
    while (strview_take(&rest, '\n', &line)) {
        strbuf_printf(&expected, "fr.csv:2:1: %.*s\n", SV_ARG(line));
    }
    expect_checked(script.data, STRINGS_CSV, csv.data, language, expected.data);
    strbuf_release(&script);
    strbuf_release(&csv);
    strbuf_release(&expected);
}

static void test_values(void)
{
    expect_line("{$n} and {$n + 1}", "{1} et {0}, {1}", "fr", "");
    expect_line("{$n} and {$n + 1}", "{1} et {2}", "fr",
                "error: the value {0} of the source is missing [strings-value]\n"
                "error: the source has no value {2} [strings-value]");
    expect_line("x \\{0\\}", "y \\{0\\}", "fr", "");
    expect_line("x", "{nom} et {64}", "fr",
                "error: '{' is no value of the source; write \\{ to show a brace [strings-value]");
    expect_line("x", "{64}", "fr",
                "error: '{64}' is no value of the source; write \\{ to show a brace [strings-value]");
}

static void test_markup(void)
{
    expect_line("[b]Stop[/b] and [wave a=1 b=2/] go", "Va [wave b=3 a=\"x\"/] et [b]stop[/b]", "fr", "");
    expect_line("[b]Stop[/b] [i]x[/i]", "[b]Stop[/b] [u]x[/u]", "fr",
                "error: the marker [i] of the source is missing [strings-markup]\n"
                "error: the source has no marker [u] [strings-markup]");
    expect_line("[wave a=1/]", "[wave a=1]x[/wave]", "fr",
                "error: the marker [wave a/] of the source is missing [strings-markup]\n"
                "error: the source has no marker [wave a] [strings-markup]");
    expect_line("[wave a=1/]", "[wave b=1/]", "fr",
                "error: the marker [wave a/] of the source is missing [strings-markup]\n"
                "error: the source has no marker [wave b/] [strings-markup]");
    expect_line("[b]x[/b]", "[b]x", "fr",
                "error: the marker [b] is not right: it is not closed [strings-markup]");
    expect_line("[b]x[/b]", "x[/b]", "fr",
                "error: the marker [b] is not right: it is closed but not open [strings-markup]");
    expect_line("[b]x[/b]", "[b]x[/]", "fr", "");
    expect_line(
        "[b]x[/b]", "[b x", "fr",
        "error: the marker [b] is not right: a property needs a name, = and a value [strings-markup]");
    expect_line("[nomarkup][x[/nomarkup]", "[nomarkup][yy[/nomarkup]", "fr", "");
    expect_line("a \\[b\\]", "c \\[d", "fr", "");
    expect_line("[select value={$n} 1=\"a\" 2=\"b\"/]", "[select value={0} 2=\"c\" 1=\"d\"/]", "fr", "");
    expect_line("[select value={$n} 1=\"a\" 2=\"b\"/]", "[select value={0} 1=\"d\"/]", "fr",
                "error: the marker [select 1 2 value/] of the source is missing [strings-markup]\n"
                "error: the source has no marker [select 1 value/] [strings-markup]");
}

static void test_plurals(void)
{
    static const char source[] = "[plural value={$n} one=\"% duck\" other=\"% ducks\"/]";
    expect_line(source, "[plural value={0} one=\"% canard\" other=\"% canards\"/]", "fr", "");
    expect_line(source, "{0} \xE5\x8C\xB9", "ja", "");
    expect_line(source, "[plural value={0} one=\"a\" few=\"b\" many=\"c\" other=\"d\"/]", "ru", "");
    expect_line(source, "[plural value={0} one=\"a\" other=\"d\"/]", "ru",
                "error: [plural] needs the case 'few' in this language [strings-plural]\n"
                "error: [plural] needs the case 'many' in this language [strings-plural]");
    expect_line(source, "[plural value={0} one=\"a\" uno=\"b\"/]", "fr",
                "error: 'uno' is no case; there are zero one two few many other [strings-plural]\n"
                "error: [plural] needs the case 'other' in this language [strings-plural]");
    expect_line("{$n}", "[plural one=\"a\" other=\"{0}\"/]", "fr",
                "error: [plural] has no value= [strings-plural]");
    expect_line("[ordinal value={$n} one=\"%st\" two=\"%nd\" few=\"%rd\" other=\"%th\"/]",
                "[ordinal value={0} other=\"%e\"/]", "fr",
                "error: [ordinal] needs the case 'one' in this language [strings-plural]");
}

static void test_speakers(void)
{
    expect_line("Kofi: Hi", "Kofi : Salut", "fr", "");
    expect_line("Kofi: Hi", "Salut", "fr",
                "warning: 'Kofi:' does not stand in front, so nobody says this [strings-speaker]");
    expect_line("Look here", "Regarde\\: ici", "fr", "");
    expect_line("Look here", "Regarde: ici", "fr",
                "warning: the ':' makes 'Regarde' a speaker; write \\: to show one [strings-speaker]");
    expect_checked(
        "title: A\n---\nPapa: a #line:a1\nMama: b #line:a2\nPapa: c #line:a3\n===\n", STRINGS_PO,
        PO_HEAD ENTRY("a1", "Papa: a", "Papi: x") ENTRY("a2", "Mama: b", "Mamie: y")
            ENTRY("a3", "Papa: c", "Papou: z"),
        "fr", "fr.po:11:1: warning: 'Papa' is called 'Papou' here, but 'Papi' in 'a1' [strings-speaker]\n");
}

int main(void)
{
    test_entries();
    test_open();
    test_values();
    test_markup();
    test_plurals();
    test_speakers();
    return TEST_MAIN_END();
}
