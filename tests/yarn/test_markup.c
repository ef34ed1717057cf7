#include "sango/yarn/markup.h"
#include "yarn_test.h"

static Arena arena;
static DiagSink sink;

static MarkupText parse(StrView line)
{
    MarkupText text;
    sink.errors = 0;
    Status status =
        yarn_markup_parse(&arena, line, SV("en"), (YarnPlace){ SV("t.yarn"), 3, 1 }, &sink, &text);
    EXPECT_EQ(status, sink.errors ? STATUS_INVALID : STATUS_OK);
    return text;
}

static void test_attributes_cover_code_points(void)
{
    MarkupText text = parse(SV("\xC3\xA9 [b]St[i]op\xE2\x80\xA6[/b] x[/i] \\[no\\]"));
    EXPECT_TEXT(text.text, "\xC3\xA9 Stop\xE2\x80\xA6 x [no]");
    EXPECT_EQ(text.attribute_count, 2);
    EXPECT_TEXT(text.attributes[0].name, "b");
    EXPECT_EQ(text.attributes[0].start, 2);
    EXPECT_EQ(text.attributes[0].length, 5);
    EXPECT_EQ(text.attributes[0].start_bytes, 3);
    EXPECT_EQ(text.attributes[0].length_bytes, 7);
    EXPECT_EQ(text.attributes[1].start, 4);
    EXPECT_EQ(text.attributes[1].length, 5);
}

static void test_speaker(void)
{
    MarkupText text = parse(SV("Kofi: Hi: [b]you[/b]"));
    const MarkupAttribute *character = markup_find(&text, SV("Character"));
    EXPECT(character && character->start == 0 && character->length == 6);
    EXPECT_TEXT(markup_property(character, SV("name"))->as.string, "Kofi");
    EXPECT_TEXT(markup_without_speaker(&text), "Hi: you");
    text = parse(SV("Time\\: now"));
    EXPECT(!markup_find(&text, SV("character")));
    EXPECT_TEXT(markup_without_speaker(&text), "Time: now");
    text = parse(SV("[character name=\"Bob B\"]Bob: [/character]hi"));
    EXPECT_EQ(text.attribute_count, 1);
    EXPECT_TEXT(markup_property(&text.attributes[0], SV("NAME"))->as.string, "Bob B");
    EXPECT_TEXT(markup_without_speaker(&text), "hi");
    text = parse(SV("\\[x\\]\\:y: \\[z"));
    EXPECT_TEXT(markup_without_speaker(&text), "[z");
    EXPECT_TEXT(markup_property(&text.attributes[0], SV("name"))->as.string, "[x]:y");
}

static void test_properties(void)
{
    MarkupText text = parse(SV("[a=1 b=\"x \\\" y\" c=true d=word e=-1.5 f={0}]t[/a]"));
    const MarkupAttribute *a = &text.attributes[0];
    EXPECT_EQ(a->property_count, 6);
    EXPECT(markup_property(a, SV("a"))->as.number == 1);
    EXPECT_TEXT(markup_property(a, SV("b"))->as.string, "x \" y");
    EXPECT(markup_property(a, SV("c"))->as.boolean);
    EXPECT_TEXT(markup_property(a, SV("d"))->as.string, "word");
    EXPECT(markup_property(a, SV("e"))->as.number == -1.5f);
    EXPECT_TEXT(markup_property(a, SV("f"))->as.string, "0");
    EXPECT(!markup_property(a, SV("g")));
}

static void test_replacements(void)
{
    EXPECT_TEXT(parse(SV("[select value=b a=\"A\" b=\"B %\"/] x")).text, "B b x");
    EXPECT_TEXT(parse(SV("[plural value=1 one=\"% star\" other=\"% stars\"/]")).text, "1 star");
    EXPECT_TEXT(parse(SV("[plural value=2 one=\"% star\" other=\"% stars\"/]!")).text, "2 stars!");
    EXPECT_TEXT(parse(SV("[ordinal value=13 one=\"%st\" other=\"%th\"/]")).text, "13th");
    MarkupText text;
    EXPECT_EQ(yarn_markup_parse(&arena, SV("[plural value=3 one=\"a\" few=\"b\" many=\"c\"/]"), SV("pl-PL"),
                                (YarnPlace){ SV(""), 0, 0 }, NULL, &text),
              STATUS_OK);
    EXPECT_TEXT(text.text, "b");
}

static void test_blanks_and_verbatim(void)
{
    EXPECT_TEXT(parse(SV("a [pause/] b")).text, "a b");
    EXPECT_TEXT(parse(SV("a [pause trimwhitespace=false/] b")).text, "a  b");
    EXPECT_TEXT(parse(SV("[nomarkup][b]x[/b][/nomarkup]")).text, "[b]x[/b]");
    EXPECT_TEXT(parse(SV("[a][b]x[/] y")).text, "x y");
}

static void test_mistakes_show_the_line(void)
{
    static const char *const wrong[] = { "[b]x",
                                         "x[/b]",
                                         "[a b]x[/a]",
                                         "[",
                                         "[]",
                                         "[a=",
                                         "[a=\"x]",
                                         "[a x=1 x=2/]",
                                         "[nomarkup]x",
                                         "[a.b]x[/a.b]",
                                         "[plural value=x other=\"y\"/]",
                                         "[select value=x y=\"y\"/]",
                                         "[plural/]" };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        StrView line = strview_from_cstr(wrong[i]);
        MarkupText text = parse(line);
        EXPECT_EQ(sink.errors, 1);
        EXPECT(strview_equal(text.text, line));
        EXPECT_EQ(text.attribute_count, 0);
    }
    EXPECT_TEXT(parse(SV("\\[a\\]: [b]")).text, "[a]: [b]");
}

static void test_limits(void)
{
    StrBuf line;
    strbuf_init(&line, alloc_heap());
    for (int extra = 0; extra <= 1; extra++) {
        strbuf_clear(&line);
        for (int i = 0; i < 256 + extra; i++) {
            strbuf_append(&line, SV("[a/]"));
        }
        EXPECT_EQ(parse(strbuf_view(&line)).attribute_count, extra ? 0 : 256);
        EXPECT_EQ(sink.errors, extra);
        strbuf_clear(&line);
        strbuf_append(&line, SV("[a"));
        for (int i = 0; i < 32 + extra; i++) {
            strbuf_printf(&line, " p%d=1", i);
        }
        strbuf_append(&line, SV("]x[/a]"));
        MarkupText text = parse(strbuf_view(&line));
        EXPECT_EQ(sink.errors, extra);
        EXPECT_EQ(text.attribute_count, extra ? 0 : 1);
    }
    strbuf_release(&line);
}

int main(void)
{
    arena_init(&arena, alloc_heap(), 4096);
    test_attributes_cover_code_points();
    test_speaker();
    test_properties();
    test_replacements();
    test_blanks_and_verbatim();
    test_mistakes_show_the_line();
    test_limits();
    arena_release(&arena);
    return TEST_MAIN_END();
}
