/* What is deep, long or many: each ends with the result it should have, or with one message
 * that says which limit it met and where. The texts are made here. How long they take is the
 * bench's question. */
#include "yarn_test.h"

typedef struct Totals {
    size_t lines, choices, offered, faults;
    size_t last_len; /* bytes of the last line */
    char last[64];   /* its beginning */
    bool ended;
} Totals;

static void add_line(Totals *totals, StrView text)
{
    totals->lines++;
    totals->last_len = text.len;
    size_t kept = text.len < sizeof totals->last ? text.len : sizeof totals->last - 1;
    memcpy(totals->last, text.data, kept);
    totals->last[kept] = '\0';
}

/* Compiles and plays to the end; the last option is always taken. */
static Totals play(const StrBuf *text)
{
    Totals totals = { 0 };
    Story story;
    EXPECT(!text->failed);
    story_open(&story, text->data);
    for (const YarnEvent *event; (event = story_next(&story));) {
        if (event->kind == YARN_EVENT_LINE) {
            add_line(&totals, event->line.text);
        } else if (event->kind == YARN_EVENT_OPTIONS) {
            totals.choices++;
            totals.offered += event->option_count;
            EXPECT_EQ(yarn_vm_select(story.vm, event->option_count - 1), STATUS_OK);
        } else if (event->kind == YARN_EVENT_END) {
            totals.ended = true;
        } else {
            totals.faults += event->kind == YARN_EVENT_FAULT;
        }
    }
    story_close(&story);
    return totals;
}

/* One error, which is `message`. */
static void expect_message(const StrBuf *text, const char *message)
{
    Story story;
    story_compile(&story, text->data, NULL, 0);
    EXPECT_EQ(story.status, STATUS_LIMIT);
    EXPECT_EQ(story.sink.errors, 1);
    if (!strview_equal(strbuf_view(&story.diags), strview_from_cstr(message))) {
        test_failures++;
        fprintf(stderr, "expected %sgot %s", message, story.diags.data);
    }
    story_close(&story);
}

static void begin(StrBuf *text)
{
    strbuf_clear(text);
    strbuf_append(text, SV("title: Start\n---\n"));
}

static void end(StrBuf *text)
{
    strbuf_append(text, SV("\n===\n"));
}

static void repeat(StrBuf *text, const char *part, int count)
{
    for (int i = 0; i < count; i++) {
        strbuf_append(text, strview_from_cstr(part));
    }
}

/* The type of the first is known through all others: at the last one, which stands
 * behind them. Then each gets its value from the next. */
static void test_chain(StrBuf *text, int links, const char *last, const char *add, const char *shown)
{
    begin(text);
    for (int i = 0; i < links; i++) {
        strbuf_printf(text, "<<set $v%d = $v%d + $v%d>>\n", i, i + 1, i + 1);
    }
    strbuf_printf(text, "<<set $v%d = %s>>\n", links, last);
    for (int i = links; i-- > 0;) {
        strbuf_printf(text, "<<set $v%d = $v%d + %s>>\n", i, i + 1, add);
    }
    strbuf_append(text, SV("{$v0}"));
    end(text);
    Totals totals = play(text);
    EXPECT_EQ(totals.lines, 1);
    EXPECT(totals.ended && totals.faults == 0);
    EXPECT(strcmp(totals.last, shown) == 0);
}

static void test_deep(StrBuf *text)
{
    begin(text);
    strbuf_append(text, SV("{1"));
    repeat(text, "+1", 19999);
    strbuf_append(text, SV("}"));
    end(text);
    expect_message(text, "t.yarn:3:8194: error: an expression may have 4096 operands; this one has more "
                         "[yarn-expression-size]\n");
    begin(text);
    strbuf_append(text, SV("{"));
    repeat(text, "(", 20000);
    strbuf_append(text, SV("1"));
    repeat(text, ")", 20000);
    strbuf_append(text, SV("}"));
    end(text);
    expect_message(text, "t.yarn:3:257: error: more than 256 levels inside each other [yarn-nesting]\n");
    begin(text);
    for (int i = 0; i < 3000; i++) {
        strbuf_printf(text, "%*s-> a\n", i, "");
    }
    end(text);
    expect_message(text, "t.yarn:131:129: error: more than 256 levels inside each other [yarn-nesting]\n");
    begin(text);
    repeat(text, "<<if true>>\n", 3000);
    strbuf_append(text, SV("x\n"));
    repeat(text, "<<endif>>\n", 3000);
    end(text);
    expect_message(text, "t.yarn:258:12: error: more than 256 levels inside each other [yarn-nesting]\n");
}

static void test_many_nodes(StrBuf *text)
{
    strbuf_clear(text);
    strbuf_append(text, SV("title: Start\n---\n<<jump N0>>\n===\n"));
    for (int i = 0; i < 10000; i++) {
        strbuf_printf(text, "title: N%d\n---\nNode %d.\n<<jump N%d>>\n===\n", i, i, i + 1);
    }
    strbuf_append(text, SV("title: N10000\n---\nThe last.\n===\n"));
    Totals totals = play(text);
    EXPECT_EQ(totals.lines, 10001);
    EXPECT(totals.ended && totals.faults == 0);
    EXPECT_TEXT(strview_from_cstr(totals.last), "The last.");
}

/* Every group has three members, far from each other; the first that may be shown is. */
static void test_many_groups(StrBuf *text)
{
    static const char *const when[] = { "visited(\"Start\") && false", "always", "always" };
    strbuf_clear(text);
    strbuf_append(text, SV("title: Start\n---\n<<jump N0>>\n===\n"));
    for (int member = 0; member < 3; member++) {
        for (int i = 0; i < 3000; i++) {
            strbuf_printf(text, "title: N%d\nwhen: %s\n---\n%d of %d\n<<jump N%d>>\n===\n", i, when[member],
                          member, i, i + 1);
        }
    }
    strbuf_append(text, SV("title: N3000\n---\n===\n"));
    Totals totals = play(text);
    EXPECT_EQ(totals.lines, 3000);
    EXPECT(totals.ended && totals.faults == 0);
    EXPECT_TEXT(strview_from_cstr(totals.last), "1 of 2999");
}

static void test_many_options(StrBuf *text)
{
    begin(text);
    for (int i = 0; i < 100000; i++) {
        strbuf_printf(text, "-> Answer %d\n", i);
        strbuf_append(text, i % 4 == 3 ? SV("    To it.\n\n") : SV(""));
    }
    end(text);
    Totals totals = play(text);
    EXPECT_EQ(totals.choices, 25000);
    EXPECT_EQ(totals.offered, 100000);
    EXPECT_EQ(totals.lines, 25000);
    EXPECT(totals.ended && totals.faults == 0);
}

/* A file of exactly the most bytes that one may have. */
static void test_largest_file(StrBuf *text)
{
    const size_t most = 8 * 1024 * 1024;
    size_t lines = 0;
    begin(text);
    while (text->len + 200 < most) {
        strbuf_append(text, SV("Sango: Think before you share a photo or a password.\n"));
        lines++;
    }
    while (text->len < most - 5) {
        strbuf_char(text, 'x');
    }
    end(text);
    EXPECT_EQ(text->len, most);
    Totals totals = play(text);
    EXPECT_EQ(totals.lines, lines + 1);
    EXPECT(totals.ended && totals.faults == 0);
}

/* Lines of nearly the most bytes, with as many operands as an expression may have. */
static void test_wide_lines(StrBuf *text)
{
    begin(text);
    for (int line = 0; line < 10; line++) {
        strbuf_append(text, SV("{1"));
        repeat(text, " + 1", 4095);
        strbuf_append(text, SV("}"));
        repeat(text, "\xC3\xA9", 24000);
        strbuf_char(text, '\n');
    }
    end(text);
    Totals totals = play(text);
    EXPECT_EQ(totals.lines, 10);
    EXPECT_EQ(totals.last_len, 4 + 48000);
    EXPECT(strncmp(totals.last, "4096\xC3\xA9", 6) == 0);
}

/* As many mistakes as are shown, each looked for among 10,000 names. */
static void test_many_mistakes(StrBuf *text)
{
    Story story;
    strbuf_clear(text);
    for (int i = 0; i < 10000; i++) {
        strbuf_printf(text, "title: Node%d\n---\n<<jump Noode%d>>\n===\n", i, i);
    }
    story_compile(&story, text->data, NULL, 0);
    EXPECT_EQ(story.status, STATUS_INVALID);
    EXPECT_EQ(story.sink.errors, 100);
    EXPECT(strstr(story.diags.data, "t.yarn:395:8: note: did you mean 'Node98'?\n") != NULL);
    EXPECT(strstr(story.diags.data, "[yarn-many-errors]") != NULL);
    story_close(&story);
}

int main(void)
{
    StrBuf text;
    strbuf_init(&text, alloc_heap());
    test_chain(&text, 16, "1", "2", "33");
    test_chain(&text, 16, "\"a\"", "\"b\"", "abbbbbbbbbbbbbbbb");
    test_chain(&text, 5000, "1", "1", "5001");
    test_deep(&text);
    test_many_nodes(&text);
    test_many_groups(&text);
    test_many_options(&text);
    test_largest_file(&text);
    test_wide_lines(&text);
    test_many_mistakes(&text);
    strbuf_release(&text);
    return TEST_MAIN_END();
}
