#include "sango/yarn/markup.h"
#include "yarn/compile_internal.h"
#include "yarn/markup_internal.h"
#include "yarn/speaker_internal.h"
#include "meter.h"
#include "yarn_test.h"

static Arena arena;

/* Diagnostics of the last line, as "column+length code; ". */
static StrBuf said;
static DiagSink sink;

static void note(void *user, const Diag *diag)
{
    (void)user;
    strbuf_printf(&said, "%u+%u %s; ", (unsigned)diag->pos.column, (unsigned)diag->length, diag->code);
}

static MarkupText parse_in(StrView line, StrView language)
{
    MarkupText text;
    sink = (DiagSink){ .report = note };
    strbuf_clear(&said);
    Status status =
        yarn_markup_parse(&arena, line, language, (YarnPlace){ SV("t.yarn"), 3, 1 }, &sink, &text);
    EXPECT_EQ(status, sink.errors ? STATUS_INVALID : STATUS_OK);
    return text;
}

static MarkupText parse(StrView line)
{
    return parse_in(line, SV("en"));
}

/* The attributes as "name start+length; ". */
static StrView list(const MarkupText *text)
{
    static char out[512];
    size_t len = 0;
    for (uint32_t i = 0; i < text->attribute_count && len < 400; i++) {
        const MarkupAttribute *attribute = &text->attributes[i];
        len += (size_t)snprintf(out + len, sizeof out - len, "%.*s %u+%u; ", SV_ARG(attribute->name),
                                (unsigned)attribute->start, (unsigned)attribute->length);
    }
    return (StrView){ out, len };
}

#define EXPECT_LINE(line, want_text, want_list)                                                              \
    do {                                                                                                     \
        MarkupText line_ = parse(SV(line));                                                                  \
        EXPECT_TEXT(line_.text, want_text);                                                                  \
        EXPECT_TEXT(list(&line_), want_list);                                                                \
    } while (0)

static void test_attributes_cover_code_points(void)
{
    MarkupText text = parse(SV("\xC3\xA9 [b]St[i]op\xE2\x80\xA6[/b] x[/i] \\[no\\]"));
    EXPECT_TEXT(text.text, "\xC3\xA9 Stop\xE2\x80\xA6 x [no]");
    EXPECT_TEXT(list(&text), "b 2+5; i 4+5; ");
    EXPECT_EQ(text.attributes[0].start_bytes, 3);
    EXPECT_EQ(text.attributes[0].length_bytes, 7);
    EXPECT_EQ(text.attributes[1].source, 8);
}

static void test_plain_lines(void)
{
    EXPECT_LINE("no marker in it", "no marker in it", "");
    EXPECT_LINE("a line with an accent at its end: caf\xC3\xA9",
                "a line with an accent at its end: caf\xC3\xA9", "character 0+34; ");
    EXPECT_LINE("an accent alone o\xCC\x88", "an accent alone \xC3\xB6", "");
}

static void test_nesting(void)
{
    EXPECT_LINE("[a]1[b]2[c]3[/a]4[/]5", "12345", "a 0+3; b 1+3; c 2+2; ");
    EXPECT_LINE("[a]1[a]2[/a]3[/a]4", "1234", "a 0+3; a 1+1; ");
    EXPECT_LINE("[ a ]x[ / a ] [ b / ] y[ / ]", "x y", "a 0+1; b 2+0; ");
    EXPECT_LINE("[/]", "", "");
    EXPECT_LINE("", "", "");
    EXPECT_LINE("[\xE5\xA5\xBD]x[/\xE5\xA5\xBD]", "x", "\xE5\xA5\xBD 0+1; ");
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
    text = parse(SV("\\[x\\]\\:y:   \\[z"));
    EXPECT_TEXT(markup_without_speaker(&text), "[z");
    EXPECT_TEXT(markup_property(&text.attributes[0], SV("name"))->as.string, "[x]:y");
    /* The colon inside a marker is none. */
    text = parse(SV("[a b=\"x: y\"]Kofi: hi[/a]"));
    EXPECT_TEXT(list(&text), "character 0+6; a 0+8; ");
    text = parse(SV("[select value=1 1=\"one: %\"/] two"));
    EXPECT_EQ(text.attribute_count, 0);
    EXPECT_LINE("[wave/] Bob: hi", "Bob: hi", "character 0+5; wave 0+0; ");
    EXPECT_LINE("Bob:", "Bob:", "character 0+4; ");
}

static void test_properties(void)
{
    MarkupText text =
        parse(SV("[a=1 b=\"x \\\" y\\\\\" c=TRUE d=word e=-1.50 f={0} g=2147483648 h=-7 i=-.5 j=?k]t[/a]"));
    const MarkupAttribute *a = &text.attributes[0];
    EXPECT_EQ(a->property_count, 10);
    EXPECT(a->properties[0].is_integer && a->properties[0].integer == 1);
    EXPECT_TEXT(markup_property(a, SV("B"))->as.string, "x \" y\\");
    EXPECT(markup_property(a, SV("c"))->type == YARN_TYPE_BOOL && markup_property(a, SV("c"))->as.boolean);
    EXPECT_TEXT(markup_property(a, SV("d"))->as.string, "word");
    EXPECT(markup_property(a, SV("e"))->as.number == -1.5f);
    EXPECT(!a->properties[4].is_integer);
    EXPECT_TEXT(markup_property(a, SV("f"))->as.string, "0");
    EXPECT(!a->properties[6].is_integer && markup_property(a, SV("g"))->as.number == 2147483648.0f);
    EXPECT(a->properties[7].is_integer && a->properties[7].integer == -7);
    EXPECT(markup_property(a, SV("i"))->as.number == -0.5f);
    EXPECT_TEXT(markup_property(a, SV("j"))->as.string, "?k");
    EXPECT(!markup_property(a, SV("z")));
}

static void test_replacements(void)
{
    EXPECT_LINE("[select value=b a=\"A\" b=\"B %\"/] x", "B b x", "");
    EXPECT_LINE("[select value=TRUE true=yes/]", "yes", "");
    EXPECT_LINE("[select value=16777217 16777217=\"all of %\"/]", "all of 16777217", "");
    EXPECT_LINE("[select value=2 2=100/]", "100", "");
    EXPECT_LINE("[plural value=1 one=\"% star\" other=\"% stars\"/]", "1 star", "");
    EXPECT_LINE("[plural value=1.5 ONE=\"% star\" Other=\"% stars\"/]!", "1.5 stars!", "");
    EXPECT_LINE("[ordinal value=13 one=\"%st\" other=\"%th\"/]", "13th", "");
    EXPECT_LINE("a[plural value=2 other=\"%\xC3\xA9\"][/plural] [b]c[/b]", "a2\xC3\xA9 c", "b 4+1; ");
    EXPECT_TEXT(parse_in(SV("[plural value=3 one=\"a\" few=\"b\" many=\"c\"/]"), SV("pl-PL")).text, "b");
    /* What the official reading asks for goes first, then what CLDR does. */
    EXPECT_TEXT(parse_in(SV("[plural value=2 one=\"a\" many=\"b\" other=\"c\"/]"), SV("fr")).text, "b");
    EXPECT_TEXT(parse_in(SV("[plural value=2 one=\"a\" other=\"c\"/]"), SV("fr")).text, "c");
}

static void test_replaced_kept(void)
{
    MarkupText text;
    MarkupOptions options = { .keeps_replaced = true };
    EXPECT_EQ(yarn_markup_parse_with(&arena, SV("[select value=1/] x"), &options, &text), STATUS_OK);
    EXPECT_TEXT(text.text, "x");
    EXPECT_TEXT(list(&text), "select 0+0; ");
    EXPECT(markup_property(&text.attributes[0], SV("trimwhitespace"))->as.boolean);
}

static void test_blanks(void)
{
    EXPECT_LINE("a [pause/] b", "a b", "pause 2+0; ");
    EXPECT_LINE("a [pause trimwhitespace=false/] b", "a  b", "pause 2+0; ");
    EXPECT_LINE("a [pause TrimWhitespace=false/] b", "a  b", "pause 2+0; ");
    EXPECT_LINE("a [pause trimwhitespace=\"true\"/] b", "a  b", "pause 2+0; ");
    EXPECT_LINE("a[pause/]  b", "a b", "pause 1+0; ");
    EXPECT_LINE("a[p/][b] x[/b] y", "ax y", "p 1+0; b 1+1; ");
    EXPECT_LINE("[b]a[p/][/b] y", "a y", "b 0+1; p 1+0; ");
    EXPECT_LINE("[b trimwhitespace=true]a[/b] y", "ay", "b 0+1; ");
    EXPECT_LINE("a[p/]\xE3\x80\x80x", "ax", "p 1+0; "); /* a wide blank */
}

static void test_verbatim(void)
{
    EXPECT_LINE("[nomarkup][b]x[/b]\"[/nomarkup]y", "[b]x[/b]\"y", "nomarkup 0+9; ");
    EXPECT_LINE("[ nomarkup ]\\[/nomarkup\\][ / nomarkup ]", "[/nomarkup]", "nomarkup 0+11; ");
    EXPECT_LINE("[nomarkup x=1][b]y[/b][/nomarkup]", "y", "nomarkup 0+1; b 0+1; ");
}

static void test_composed_letters(void)
{
    /* e and a combining accent are one letter; the closing name is written the other way. */
    EXPECT_LINE("e\xCC\x81: [e\xCC\x81]x[/\xC3\xA9]", "\xC3\xA9: x", "character 0+3; \xC3\xA9 3+1; ");
    /* Marks are sorted, Hangul is put together, a lone mark and a broken byte stay. */
    EXPECT_LINE("o\xCC\x81\xCC\xA3", "\xE1\xBB\x8D\xCC\x81", "");
    EXPECT_LINE("\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB", "\xED\x95\x9C", "");
    EXPECT_LINE("\xCC\x81 \xFF\xCC\x81", "\xCC\x81 \xFF\xCC\x81", "");
    EXPECT_LINE("\xE2\x84\xAB", "\xC3\x85", ""); /* the sign for angstrom */
}

typedef struct Pair {
    const char *line, *said;
} Pair;

static void test_mistakes_show_the_line(void)
{
    static const Pair wrong[] = {
        { "[b]x", "1+1 YS0063; " },
        { "\xC3\xA9[b]x", "2+1 YS0063; " },
        { "x[/bc]", "4+2 YS0063; " },
        { "[a b]x[/a]", "5+1 YS0063; " },
        { "[", "1+1 YS0063; " },
        { "[]", "2+1 YS0063; " },
        { "[a=", "3+1 YS0063; " },
        { "[a=/]", "3+1 YS0063; " },
        { "[a=\"x]", "3+1 YS0063; " },
        { "[a={x]", "3+1 YS0063; " },
        { "[a=1.2.3/]", "3+1 YS0063; " },
        { "[a=-]", "3+1 YS0063; " },
        { "[a=1,5/]", "5+1 YS0063; " },
        { "[a=\xE2\x80\x9Cx\xE2\x80\x9D/]", "4+1 YS0063; " }, /* curly quotation marks */
        { "[a x=1 X=2/]", "8+1 YS0063; " },
        { "[a / b]x", "4+1 YS0063; " },
        { "[a", "1+1 YS0063; " },
        { "[/a", "1+1 YS0063; " },
        { "[nomarkup]x", "1+8 YS0063; " },
        { "[a.b]x[/a.b]", "2+1 YS0063; 7+1 YS0063; " },
        { "[plural value=x other=\"y\"/]", "1+6 YS0063; " },
        { "[plural value=\"1\" one=\"y\"/]", "1+6 YS0063; " },
        { "[plural value=1 one=1/]", "1+6 YS0063; " },
        { "[select value=x y=\"y\"/]", "1+6 YS0063; " },
        { "[select value=value/]", "1+6 YS0063; " },
        { "[select value=1 1=a]x[/select]", "1+6 YS0063; " },
        { "[plural/]", "1+6 YS0063; " },
        { "[a]x [b]y [/c] [d", "13+1 YS0063; 16+1 YS0063; 1+1 YS0063; 6+1 YS0063; " },
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        StrView line = strview_from_cstr(wrong[i].line);
        MarkupText text = parse(line);
        if (!strview_equal(strbuf_view(&said), strview_from_cstr(wrong[i].said))) {
            test_failures++;
            fprintf(stderr, "%s: said %s, expected %s\n", wrong[i].line, said.data, wrong[i].said);
        }
        EXPECT(strview_equal(text.text, line));
        EXPECT_EQ(text.attribute_count, 0);
    }
    EXPECT_TEXT(parse(SV("\\[a\\]: [b]")).text, "[a]: [b]");
}

static void repeat(StrBuf *line, const char *piece, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        strbuf_append(line, strview_from_cstr(piece));
    }
}

static void test_limits(void)
{
    StrBuf line;
    strbuf_init(&line, alloc_heap());
    for (size_t extra = 0; extra <= 1; extra++) {
        strbuf_clear(&line);
        repeat(&line, "[a/]", MARKUP_ATTRIBUTES_MAX + extra);
        EXPECT_EQ(parse(strbuf_view(&line)).attribute_count, extra ? 0 : MARKUP_ATTRIBUTES_MAX);
        EXPECT_TEXT(strbuf_view(&said), extra ? "1025+1 yarn-markup; " : "");
        strbuf_clear(&line);
        strbuf_append(&line, SV("[a"));
        for (size_t i = 0; i < MARKER_PROPERTIES_MAX + extra; i++) {
            strbuf_printf(&line, " p%02u=1", (unsigned)i);
        }
        strbuf_append(&line, SV("]x[/a]"));
        EXPECT_EQ(parse(strbuf_view(&line)).attribute_count, extra ? 0 : 1);
        EXPECT_TEXT(strbuf_view(&said), extra ? "196+1 yarn-markup; " : "");
        /* Each % is 512 bytes long. */
        strbuf_clear(&line);
        strbuf_append(&line, SV("[select value="));
        repeat(&line, "abcdefgh", 64);
        strbuf_append(&line, SV(" "));
        repeat(&line, "abcdefgh", 64);
        strbuf_append(&line, SV("=\""));
        repeat(&line, "%", MARKUP_TEXT_MAX / 512);
        repeat(&line, "x", extra);
        strbuf_append(&line, SV("\"/]"));
        MarkupText text = parse(strbuf_view(&line));
        EXPECT_EQ(text.text.len, extra ? line.len : MARKUP_TEXT_MAX);
        EXPECT_EQ(sink.errors, extra);
        strbuf_clear(&line);
        repeat(&line, "[]", MARKUP_REPORTS_MAX + extra);
        (void)parse(strbuf_view(&line));
        EXPECT_EQ(sink.errors, MARKUP_REPORTS_MAX);
    }
    strbuf_release(&line);
}

/* Long lines made to be slow or deep: each ends, with the same text or a mistake. */
static void test_hostile_lines(void)
{
    static const char *const pieces[] = {
        "[",     "[nomarkup]",   "[a=\"", "\\",        "[/",   "[a][/a]", "[a]", "[/a]", "\xCC\x81\xCC\xA3",
        "[a/] ", "\xF0\x9F\x98", "[{",    "\\[\\]\\:", "[a=1", ":"
    };
    StrBuf line;
    strbuf_init(&line, alloc_heap());
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        strbuf_clear(&line);
        repeat(&line, pieces[i], (size_t)YARN_LINE_MAX / strlen(pieces[i]));
        MarkupText text = parse(strbuf_view(&line));
        EXPECT(text.text.len > 0 || line.len == 0);
        arena_reset(&arena);
    }
    strbuf_release(&line);
}

static Status parse_metered(Meter *meter, StrView line)
{
    Allocator alloc = { meter_resize, meter };
    Arena small;
    MarkupText text;
    arena_init(&small, &alloc, 16);
    Status status = yarn_markup_parse(&small, line, SV("en"), (YarnPlace){ SV("t"), 1, 1 }, NULL, &text);
    EXPECT(status != STATUS_NOMEM || (text.text.len == 0 && text.attribute_count == 0));
    arena_release(&small);
    EXPECT_EQ(meter->bytes, 0);
    return status;
}

static void test_memory(void)
{
    static const char *const lines[] = {
        "e\xCC\x81: [a b=\"x\\\"y\" c=1]hi[/a] [p/] [select value=1 1=\"one %\"/] [nomarkup]q[/nomarkup]",
        "Kofi: [a b=\"x\\\"y\"]not closed, and long enough to grow the text twice or more often",
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        Meter meter = { 0 };
        EXPECT_EQ(parse_metered(&meter, strview_from_cstr(lines[i])), i == 0 ? STATUS_OK : STATUS_INVALID);
        size_t calls = meter.calls;
        EXPECT(calls > 4);
        for (size_t n = 1; n <= calls; n++) {
            meter = (Meter){ .fail_at = n };
            EXPECT_EQ(parse_metered(&meter, strview_from_cstr(lines[i])), STATUS_NOMEM);
        }
    }
}

/* What a game puts into a line stays text, and is one value inside a marker. */
static void test_values_put_in(void)
{
    static const Pair values[] = {
        { "plain", "plain" }, { "v1.2", "v1.2" }, { "12abc", "12abc" }, { "-x", "-x" },
        { "[b]", "[b]" },     { "a: b", "a: b" }, { "\"\\", "\"\\" },   { "x]", "x]" },
        { "1.2.3", "1.2.3" }, { "", "" },         { "true", "True" },   { "-5", "-5" },
    };
    StrBuf line;
    strbuf_init(&line, alloc_heap());
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        StrView value = strview_from_cstr(values[i].line);
        strbuf_clear(&line);
        yarn_expand(&line, SV("{0}[a b={0} c=\"{0}\"]x[/a]"), &value, 1);
        MarkupText text = parse(strbuf_view(&line));
        EXPECT_EQ(text.attribute_count, 1);
        EXPECT(strview_starts_with(text.text, value) && text.text.len == value.len + 1);
        if (text.attribute_count == 1) {
            EXPECT(strview_equal(markup_property(&text.attributes[0], SV("c"))->as.string, value));
            const YarnValue *word = markup_property(&text.attributes[0], SV("b"));
            EXPECT(word->type != YARN_TYPE_STRING || strview_equal(word->as.string, value));
        }
    }
    strbuf_release(&line);
}

/* Who speaks is found by one rule, for the compiler, markup and translators. */
static void test_speaker_name(void)
{
    static const struct {
        const char *line, *name;
        size_t end;
    } rows[] = {
        { "", "", 0 },
        { "Hi", "", 0 },
        { "Kofi: Hi: ho", "Kofi", 5 },
        { ": Hi", "", 1 },
        { " Old Kofi : Hi", "Old Kofi", 11 },
        { "Now\\: it", "", 0 },
        { "Now\\: Kofi: it", "Now\\: Kofi", 11 },
        { "a\\\\: b", "a\\\\", 4 },
        { "[a=x:y/] Kofi: Hi", "[a=x:y/] Kofi", 14 },
        { "[a=x:y Kofi: Hi", "", 0 },
        { "a] b: c", "a] b", 5 },
        { "\\[Kofi: Hi", "\\[Kofi", 7 },
        { "Hi\\", "", 0 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        StrView line = strview_from_cstr(rows[i].line);
        EXPECT_EQ(speaker_find_end(line), rows[i].end);
        EXPECT(strview_equal(speaker_name(line), strview_from_cstr(rows[i].name)));
    }
}

int main(void)
{
    arena_init(&arena, alloc_heap(), 4096);
    strbuf_init(&said, alloc_heap());
    test_attributes_cover_code_points();
    test_plain_lines();
    test_nesting();
    test_speaker();
    test_speaker_name();
    test_properties();
    test_replacements();
    test_replaced_kept();
    test_blanks();
    test_verbatim();
    test_composed_letters();
    test_mistakes_show_the_line();
    test_limits();
    test_hostile_lines();
    test_memory();
    test_values_put_in();
    strbuf_release(&said);
    arena_release(&arena);
    return TEST_MAIN_END();
}
