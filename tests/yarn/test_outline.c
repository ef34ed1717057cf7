/* What an outline finds, with and without mistakes; where it says that things stand; the
 * graphs made from it; and that no allocation is taken for granted. */
#include "sango/yarn/outline.h"
#include "meter.h"
#include "yarn_test.h"

#include <stdlib.h>

static const char story[] = "title: Start\n"                                         /* 1 */
                            "position: 10,20\n"                                      /* 2 */
                            "tags: one two\n"                                        /* 3 */
                            "---\n"                                                  /* 4 */
                            "/// How many.\n"                                        /* 5 */
                            "/// Never negative.\n"                                  /* 6 */
                            "<<declare $n = 1 + 2 as number>>\n"                     /* 7 */
                            "<<enum Mood>> /// How it feels.\n"                      /* 8 */
                            "<<case Good = 1>>\n"                                    /* 9 */
                            "<<case Bad = 2>>\n"                                     /* 10 */
                            "<<endenum>>\n"                                          /* 11 */
                            "<<declare $m = Mood.Good>>\n"                           /* 12 */
                            "<<declare $s = 5>>\n"                                   /* 13 */
                            "Kofi: \xF0\x9F\x98\x80 {$n} {dice($s)} #line:a #x\n"    /* 14 */
                            "<<set $s += 1>>\n"                                      /* 15 */
                            "<<set $m to .Bad>>\n"                                   /* 16 */
                            "<<place  park {$s}>>\n"                                 /* 17 */
                            "-> Over there <<if visited(\"Group\")>> #line:b\n"      /* 18 */
                            "    <<jump Group>>\n"                                   /* 19 */
                            "-> Here\n"                                              /* 20 */
                            "    <<detour {\"Sta\" + \"rt\"}>>\n"                    /* 21 */
                            "Kofi: \xF0\x9F\x98\x80 #shadow:a\n"                     /* 22 */
                            "===\n"                                                  /* 23 */
                            "title: Group\nwhen: $n > 1\nsubtitle: x\n---\na\n===\n" /* 24 to 29 */
                            "title: Group\nwhen: once\n---\nb\n<<detour Start>>\n===\n";

typedef struct Made {
    StrBuf diags;
    DiagSink sink;
    YarnOutline *outline;
} Made;

static void make(Made *made, const char *text)
{
    *made = (Made){ 0 };
    strbuf_init(&made->diags, alloc_heap());
    made->sink = (DiagSink){ .report = story_report, .user = &made->diags };
    YarnSource source = { SV("t.yarn"), strview_from_cstr(text) };
    YarnCompileOptions options = { .alloc = alloc_heap(), .diags = &made->sink };
    EXPECT_EQ(yarn_outline_create(&options, &source, 1, &made->outline), STATUS_OK);
}

static void unmake(Made *made)
{
    yarn_outline_destroy(made->outline);
    strbuf_release(&made->diags);
}

static void expect_span(YarnSpan span, uint32_t line, uint32_t column, uint32_t length, int test_line)
{
    if (span.line != line || span.column != column || span.length != length) {
        test_failures++;
        fprintf(stderr, "%s:%d: span is %u:%u+%u\n", __FILE__, test_line, span.line, span.column,
                span.length);
    }
}
#define EXPECT_SPAN(span, line, column, length) expect_span((span), (line), (column), (length), __LINE__)

static void check_nodes(const YarnOutline *outline)
{
    EXPECT_EQ(outline->node_count, 3);
    const YarnOutlineNode *start = &outline->nodes[0], *second = &outline->nodes[2];
    EXPECT_TEXT(start->title, "Start");
    EXPECT_SPAN(start->span, 1, 8, 5);
    EXPECT_EQ(start->first_line, 1);
    EXPECT_EQ(start->last_line, 23);
    EXPECT_EQ(start->header_count, 3);
    EXPECT_TEXT(start->headers[1].key, "position");
    EXPECT_TEXT(start->headers[1].value, "10,20");
    EXPECT_SPAN(start->headers[1].span, 2, 11, 5);
    EXPECT_EQ(start->tag_count, 2);
    EXPECT_TEXT(start->tags[1], "two");
    EXPECT_EQ(start->when_count, 0);
    EXPECT_TEXT(outline->nodes[1].subtitle, "x");
    EXPECT_EQ(second->when_count, 1);
    EXPECT_EQ(second->first, 1);
    EXPECT_EQ(yarn_outline_find_node(outline, SV("Group")), 1);
    EXPECT_EQ(yarn_outline_find_node(outline, SV("Nobody")), YARN_OUTLINE_NONE);
}

static void check_jumps(const YarnOutline *outline)
{
    EXPECT_EQ(outline->jump_count, 3);
    EXPECT_EQ(outline->jumps[0].to, 1);
    EXPECT_TEXT(outline->jumps[0].option, "Over there");
    EXPECT_SPAN(outline->jumps[0].span, 19, 12, 5);
    EXPECT(outline->jumps[1].is_computed && outline->jumps[1].is_detour);
    EXPECT_TEXT(outline->jumps[1].target, "{\"Sta\" + \"rt\"}");
    EXPECT_TEXT(outline->jumps[1].option, "Here");
    EXPECT_EQ(outline->jumps[2].from, 2);
    EXPECT_EQ(outline->jumps[2].option.len, 0);
    EXPECT(outline->jumps[2].is_detour && !outline->jumps[2].is_computed);
}

static void check_variables(const YarnOutline *outline)
{
    EXPECT_EQ(outline->variable_count, 3);
    const YarnOutlineVariable *n = &outline->variables[0], *m = &outline->variables[1];
    EXPECT_TEXT(n->name, "$n");
    EXPECT_TEXT(n->type_name, "number");
    EXPECT_TEXT(n->initial, "1 + 2");
    EXPECT_TEXT(n->doc, "How many.\nNever negative.");
    EXPECT_SPAN(n->span, 7, 11, 2);
    EXPECT(n->is_smart && n->is_declared);
    EXPECT_TEXT(m->type_name, "Mood");
    EXPECT_TEXT(m->initial, "Mood.Good");
    EXPECT(!m->is_smart);
    EXPECT_EQ(outline->enum_count, 1);
    EXPECT_TEXT(outline->enums[0].name, "Mood");
    EXPECT_TEXT(outline->enums[0].doc, "How it feels.");
    EXPECT_EQ(outline->case_count, 2);
    EXPECT_TEXT(outline->cases[1].name, "Bad");
    EXPECT_TEXT(outline->cases[1].value, "2");
    EXPECT_SPAN(outline->cases[1].span, 10, 8, 3);
}

static void check_lines(const YarnOutline *outline)
{
    EXPECT_EQ(outline->line_count, 6);
    EXPECT_TEXT(outline->lines[0].id, "a");
    EXPECT_TEXT(outline->lines[0].speaker, "Kofi");
    EXPECT_SPAN(outline->lines[0].span, 14, 1, 24);
    EXPECT_SPAN(outline->lines[0].id_span, 14, 31, 1);
    EXPECT_EQ(outline->lines[0].tag_count, 1);
    EXPECT(outline->lines[1].is_option && !outline->lines[0].is_option);
    EXPECT_TEXT(outline->lines[3].shadow, "a");
    EXPECT_EQ(outline->lines[3].node, 0);
    EXPECT_EQ(outline->lines[5].node, 2);
    EXPECT_EQ(outline->command_count, 1);
    EXPECT_TEXT(outline->commands[0].word, "place");
    EXPECT_TEXT(outline->commands[0].text, "place  park {0}");
    EXPECT(outline->commands[0].has_values);
    EXPECT_SPAN(outline->commands[0].span, 17, 1, 20);
}

/* How often a symbol is used, and where last. */
static size_t uses_of(const YarnOutline *outline, YarnSymbolKind kind, StrView name, YarnOutlineUse *last)
{
    size_t count = 0;
    for (size_t i = 0; i < outline->use_count; i++) {
        const YarnOutlineUse *use = &outline->uses[i];
        StrView found =
            kind == YARN_SYMBOL_VARIABLE   ? outline->variables[use->kind == kind ? use->index : 0].name
            : kind == YARN_SYMBOL_FUNCTION ? outline->functions[use->kind == kind ? use->index : 0].name
            : kind == YARN_SYMBOL_CASE     ? outline->cases[use->kind == kind ? use->index : 0].name
            : kind == YARN_SYMBOL_NODE     ? outline->nodes[use->kind == kind ? use->index : 0].title
                                           : outline->lines[use->kind == kind ? use->index : 0].id;
        if (use->kind == kind && strview_equal(found, name)) {
            *last = *use;
            count++;
        }
    }
    return count;
}

static void check_uses(const YarnOutline *outline)
{
    YarnOutlineUse use = { 0 };
    EXPECT_EQ(uses_of(outline, YARN_SYMBOL_VARIABLE, SV("$n"), &use), 2);
    EXPECT_SPAN(use.span, 25, 7, 2);
    EXPECT_EQ(use.node, 1);
    EXPECT(use.is_read && !use.is_write);
    EXPECT_EQ(uses_of(outline, YARN_SYMBOL_VARIABLE, SV("$s"), &use), 3);
    EXPECT_EQ(uses_of(outline, YARN_SYMBOL_VARIABLE, SV("$m"), &use), 1);
    EXPECT(use.is_write && !use.is_read);
    EXPECT_EQ(uses_of(outline, YARN_SYMBOL_CASE, SV("Bad"), &use), 1);
    EXPECT_SPAN(use.span, 16, 14, 3);
    EXPECT_EQ(uses_of(outline, YARN_SYMBOL_CASE, SV("Good"), &use), 1);
    EXPECT_EQ(use.node, YARN_OUTLINE_NONE);
    EXPECT_EQ(uses_of(outline, YARN_SYMBOL_FUNCTION, SV("dice"), &use), 1);
    EXPECT_SPAN(use.span, 14, 15, 4);
    EXPECT_EQ(uses_of(outline, YARN_SYMBOL_NODE, SV("Group"), &use), 2);
    EXPECT_EQ(uses_of(outline, YARN_SYMBOL_LINE, SV("a"), &use), 1);
    EXPECT_SPAN(use.span, 22, 17, 1);
    for (size_t i = 0; i < outline->use_count; i++) {
        if (outline->uses[i].span.line == 15) {
            EXPECT(outline->uses[i].is_read && outline->uses[i].is_write); /* += */
        }
    }
}

static void test_contents(void)
{
    Made made;
    make(&made, story);
    EXPECT_EQ(made.sink.errors, 1); /* the text of the shadow line */
    check_nodes(made.outline);
    check_jumps(made.outline);
    check_variables(made.outline);
    check_lines(made.outline);
    check_uses(made.outline);
    unmake(&made);
}

/* Whatever is wrong, the rest is found. */
static void test_mistakes(void)
{
    Made made;
    make(&made, "title: A\n---\n<<if $x>>\nHi {$y\n<<jump Nowhere>>\n<<declare $x = 1 + >>\n===\n"
                "title: B\n---\n<<jump A>>\n<<set $z to .Case>>\nlast #line:l\n===\ntitle: C\n---\n");
    EXPECT(made.sink.errors >= 5);
    EXPECT_EQ(made.outline->node_count, 3);
    EXPECT_EQ(made.outline->jump_count, 2);
    EXPECT_EQ(made.outline->jumps[0].to, YARN_OUTLINE_NONE);
    EXPECT_TEXT(made.outline->jumps[0].target, "Nowhere");
    EXPECT_EQ(made.outline->jumps[1].to, 0);
    EXPECT_EQ(made.outline->line_count, 2);
    EXPECT_TEXT(made.outline->lines[1].id, "l");
    EXPECT_EQ(made.outline->lines[1].node, 1);
    unmake(&made);

    make(&made, ""); /* nothing at all */
    EXPECT_EQ(made.outline->node_count, 0);
    unmake(&made);
}

/* More mistakes than are shown: the checker does not run, and its tables stay empty. */
static void test_many_mistakes(void)
{
    StrBuf text;
    strbuf_init(&text, alloc_heap());
    strbuf_append(&text, SV("title: A\n---\n<<declare $v = 1>>\n<<enum E>>\n<<case One>>\n<<endenum>>\n<<set "
                            "$v to .One>>\n<<jump A>>\n"));
    for (int i = 0; i < 120; i++) {
        strbuf_append(&text, SV("<<set>>\n"));
    }
    strbuf_append(&text, SV("===\n"));
    Made made;
    make(&made, text.data);
    EXPECT_EQ(made.sink.errors, 100);
    EXPECT_EQ(made.outline->node_count, 1);
    EXPECT_EQ(made.outline->variable_count, 1);
    EXPECT_TEXT(made.outline->variables[0].type_name, "unknown");
    EXPECT_EQ(made.outline->jumps[0].to, 0);
    unmake(&made);
    strbuf_release(&text);
}

static void expect_graph(const char *text, const char *entry, bool is_svg, const char *const *parts,
                         int test_line)
{
    Made made;
    StrBuf out;
    StrView title = strview_from_cstr(entry);
    strbuf_init(&out, alloc_heap());
    make(&made, text);
    if (is_svg) {
        yarn_outline_write_svg(made.outline, &title, entry ? 1 : 0, &out);
    } else {
        yarn_outline_write_dot(made.outline, &title, entry ? 1 : 0, &out);
    }
    EXPECT(!out.failed);
    for (size_t i = 0; parts[i]; i++) {
        bool is_wanted = parts[i][0] != '!';
        if ((strstr(out.data, parts[i] + !is_wanted) != NULL) != is_wanted) {
            test_failures++;
            fprintf(stderr, "%s:%d: %s in\n%s\n", __FILE__, test_line, parts[i], out.data);
        }
    }
    unmake(&made);
    strbuf_release(&out);
}

static void test_dot(void)
{
    static const char *const parts[] = {
        "n0 [label=\"Start\\n#one #two\", fillcolor=\"#FFC83D\", penwidth=3];\n",
        "n1 [label=\"Group\\ngroup of 2\"];\n",
        "n2 [label=\"?\", shape=circle, style=dotted];\n",
        "n0 -> n1 [style=solid, label=\"Over there\"];\n",
        "n0 -> n2 [style=dotted, label=\"Here\"];\n",
        "n1 -> n0 [style=dashed];\n",
        NULL
    };
    expect_graph(story, NULL, false, parts, __LINE__);

    static const char odd[] =
        "title: A\n---\n-> Say \"no\" & go \\\\ <b> \x01 now and for ever\n    <<jump B>>\n"
        "-> two\n    <<jump B>>\n-> three\n    <<jump B>>\n-> four\n    <<jump B>>\n-> five\n    <<jump B>>\n"
        "-> six\n    <<jump B>>\n===\ntitle: B\n---\n<<jump B>>\n===\ntitle: C\n---\n<<jump A>>\n===\n";
    static const char *const dot[] = { "n0 -> n1 [style=solid, label=\"Say \\\"no\\\" &amp; go \\\\\\\\ <b> "
                                       "\xEF\xBF\xBD now…\\ntwo\\nthree\\nfour\\n… 2 more\"];",
                                       "n2 [label=\"C\", fillcolor=\"#EEEEEE\"",
                                       "n2 -> n0 [style=solid, color=\"#AAAAAA\"", NULL };
    expect_graph(odd, "A", false, dot, __LINE__);
    static const char *const svg[] = { "Say &quot;no&quot; &amp; go \\\\ &lt;b&gt; \xEF\xBF\xBD now…</text>",
                                       "… 2 more",
                                       "!\x01",
                                       "class=\"node lost\"",
                                       "class=\"node entry\"",
                                       "</svg>\n",
                                       NULL };
    expect_graph(odd, "A", true, svg, __LINE__);
    static const char *const all_reached[] = { "!EEEEEE", NULL };
    expect_graph("title: A\n---\n<<jump {\"B\"}>>\n===\ntitle: B\n---\nx\n===\n", "A", false, all_reached,
                 __LINE__);
}

/* A function of a game that is not there: its types come from how it is used. */
static void test_inferred(void)
{
    YarnSource source = { SV("t.yarn"),
                          SV("title: A\n---\n<<if hungry(\"Kofi\", 2)>>\nYes.\n<<endif>>\n===\n") };
    YarnOutline *outline = NULL;
    DiagSink sink = { 0 };
    YarnCompileOptions options = { .alloc = alloc_heap(), .diags = &sink, .infer_functions = true };
    EXPECT_EQ(yarn_outline_create(&options, &source, 1, &outline), STATUS_OK);
    EXPECT_EQ(sink.errors, 0);
    const YarnOutlineFunction *last = &outline->functions[outline->function_count - 1];
    EXPECT_TEXT(last->name, "hungry");
    EXPECT_EQ(last->result, YARN_TYPE_BOOL);
    EXPECT_EQ(last->param_count, 2);
    EXPECT_EQ(last->params[0], YARN_TYPE_STRING);
    EXPECT_EQ(outline->use_count, 1);
    EXPECT_EQ(outline->uses[0].index, outline->function_count - 1);
    yarn_outline_destroy(outline);
}

typedef struct Boxes {
    double at[512][4]; /* left, top, width, height of nodes and labels, in the order of the picture */
    int count;
} Boxes;

/* Draws the story and checks that no two boxes overlap. */
static void draw_boxes(const char *text, Boxes *boxes)
{
    Made made;
    StrBuf out;
    strbuf_init(&out, alloc_heap());
    make(&made, text);
    yarn_outline_write_svg(made.outline, NULL, 0, &out);
    boxes->count = 0;
    for (const char *at = out.data; (at = strstr(at, "<rect class=\"")) != NULL && boxes->count < 512; at++) {
        double *box = boxes->at[boxes->count];
        boxes->count += sscanf(strstr(at, " x="), " x=\"%lf\" y=\"%lf\" width=\"%lf\" height=\"%lf\"",
                               &box[0], &box[1], &box[2], &box[3]) == 4;
    }
    for (int i = 0; i < boxes->count; i++) {
        for (int j = 0; j < i; j++) {
            const double *a = boxes->at[i], *b = boxes->at[j];
            EXPECT(a[0] >= b[0] + b[2] || b[0] >= a[0] + a[2] || a[1] >= b[1] + b[3] || b[1] >= a[1] + a[3]);
        }
    }
    unmake(&made);
    strbuf_release(&out);
}

static void test_layout(void)
{
    static Boxes boxes;
    draw_boxes(
        "title: A\n---\n-> one\n    <<jump B>>\n-> two\n    <<jump C>>\n===\ntitle: B\n---\n<<jump D>>\n===\n"
        "title: C\n---\n<<jump D>>\n<<jump A>>\n===\ntitle: D\n---\n<<jump A>>\n===\n",
        &boxes);
    EXPECT_EQ(boxes.count, 6); /* two labels, then four nodes */
    EXPECT(boxes.at[2][1] < boxes.at[3][1] && boxes.at[3][1] < boxes.at[5][1]); /* A above B above D */
    EXPECT(boxes.at[3][1] == boxes.at[4][1]);                                   /* B beside C */

    StrBuf text;
    strbuf_init(&text, alloc_heap());
    for (int i = 0; i < 40; i++) {
        strbuf_printf(&text, "title: Node_%.*s%d\n---\n", i % 7, "abcdefg", i);
        for (int j = 1; j < 4; j++) {
            int to = (i * j + 3 * j) % 40;
            strbuf_printf(&text, "-> option %.*s\n    <<jump Node_%.*s%d>>\n", i % 5 * j,
                          "of many words, or not", to % 7, "abcdefg", to);
        }
        strbuf_append(&text, SV("===\n"));
    }
    draw_boxes(text.data, &boxes);
    EXPECT(boxes.count > 100);
    strbuf_release(&text);
}

/* A ladder in which everything jumps to everything: more bends than are drawn. */
static void test_large_graph(void)
{
    StrBuf text, out;
    strbuf_init(&text, alloc_heap());
    strbuf_init(&out, alloc_heap());
    for (int i = 0; i < 120; i++) {
        strbuf_printf(&text, "title: N%d\n---\n", i);
        for (int j = 0; j < 120; j++) {
            strbuf_printf(&text, "<<jump N%d>>\n", j);
        }
        strbuf_append(&text, SV("===\n"));
    }
    Made made;
    make(&made, text.data);
    EXPECT_EQ(made.sink.errors, 0);
    EXPECT_EQ(made.outline->jump_count, 14400);
    yarn_outline_write_svg(made.outline, NULL, 0, &out);
    EXPECT(!out.failed && out.len > 14400 * 40);
    strbuf_release(&text);
    strbuf_release(&out);
    unmake(&made);
}

static Status make_all(const Allocator *alloc)
{
    YarnSource source = { SV("m.yarn"), strview_from_cstr(story) };
    YarnOutline *outline = NULL;
    StrBuf out;
    Status status = yarn_outline_create(&(YarnCompileOptions){ .alloc = alloc }, &source, 1, &outline);
    strbuf_init(&out, alloc);
    EXPECT((status == STATUS_OK) == (outline != NULL));
    if (status == STATUS_OK) {
        yarn_outline_write_dot(outline, NULL, 0, &out);
        yarn_outline_write_svg(outline, NULL, 0, &out);
        status = out.failed ? STATUS_NOMEM : STATUS_OK;
    }
    strbuf_release(&out);
    yarn_outline_destroy(outline);
    return status;
}

static void test_memory(void)
{
    Meter meter = { 0 };
    Allocator alloc = { meter_resize, &meter };
    EXPECT_EQ(make_all(&alloc), STATUS_OK);
    EXPECT_EQ(meter.bytes, 0);
    size_t calls = meter.calls;
    EXPECT(calls > 25);
    for (size_t n = 1; n <= calls; n++) {
        meter = (Meter){ .fail_at = n };
        EXPECT_EQ(make_all(&alloc), STATUS_NOMEM);
        EXPECT_EQ(meter.bytes, 0);
    }
}

int main(void)
{
    test_contents();
    test_mistakes();
    test_many_mistakes();
    test_inferred();
    test_dot();
    test_layout();
    test_large_graph();
    test_memory();
    return TEST_MAIN_END();
}
