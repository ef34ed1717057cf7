/* Formatting: what it makes of chosen scripts, and for generated ones that the program stays and
 * that a second time changes nothing. */
#include "sango/base/file.h"
#include "sango/base/rng.h"
#include "sango/yarn/format.h"
#include "meter.h"
#include "yarn_test.h"

static StrView load(const char *path)
{
    StrView text;
    EXPECT_EQ(file_read(alloc_heap(), path, 1 << 24, &text), STATUS_OK);
    return text;
}

static YarnProgram *compile(StrView text)
{
    static const YarnFunction functions[] = { { .name = "nickname", .result = YARN_TYPE_STRING },
                                              { .name = "band", .result = YARN_TYPE_NUMBER } };
    YarnProgram *program = NULL;
    YarnSource source = { SV("t.yarn"), text };
    YarnCompileOptions options = { .alloc = alloc_heap(), .functions = functions, .function_count = 2 };
    (void)yarn_compile(&options, &source, 1, &program);
    return program;
}

/* The properties of one script that compiles; false, and nothing is checked, when it does not. */
static bool check_script(StrView text, StrBuf *once)
{
    StrBuf twice;
    YarnProgram *before = compile(text);
    if (!before) {
        return false;
    }
    strbuf_init(&twice, alloc_heap());
    Status status = yarn_format(alloc_heap(), text, once);
    YarnProgram *after = compile(strbuf_view(once));
    bool is_same = status == STATUS_OK && after && yarn_program_same(before, after);
    bool is_stable = status == STATUS_OK &&
                     yarn_format(alloc_heap(), strbuf_view(once), &twice) == STATUS_OK &&
                     strview_equal(strbuf_view(once), strbuf_view(&twice));
    if (!is_same || !is_stable) {
        test_failures++;
        fprintf(stderr, "--- status %d, same %d, stable %d of\n%.*s\n--- gives\n%s\n--- then\n%s\n",
                (int)status, is_same, is_stable, SV_ARG(text), once->data, twice.data);
    }
    yarn_program_destroy(before);
    yarn_program_destroy(after);
    strbuf_release(&twice);
    return true;
}

static void check_cases(void)
{
    static const char *const cases[] = { "headers", "options", "groups", "blocks", "texts" };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char path[64];
        StrBuf out;
        strbuf_init(&out, alloc_heap());
        (void)snprintf(path, sizeof path, "yarn/format/%s.yarn", cases[i]);
        StrView text = load(path);
        (void)snprintf(path, sizeof path, "yarn/format/%s.expect", cases[i]);
        StrView want = load(path);
        EXPECT(check_script(text, &out));
        if (!strview_equal(strbuf_view(&out), want)) {
            test_failures++;
            fprintf(stderr, "%s: got\n%s---\n", cases[i], out.data);
        }
        file_free(alloc_heap(), &text);
        file_free(alloc_heap(), &want);
        strbuf_release(&out);
    }
}

/* The shipped levels are the taste: they do not change. */
static void check_shipped(void)
{
    static const char *const files[] = { "../levels/sango/prologue.yarn",
                                         "../levels/sango/younger/surprise_present.yarn" };
    for (size_t i = 0; i < 2; i++) {
        StrBuf out;
        strbuf_init(&out, alloc_heap());
        StrView text = load(files[i]);
        EXPECT(check_script(text, &out));
        EXPECT(strview_equal(text, strbuf_view(&out)));
        file_free(alloc_heap(), &text);
        strbuf_release(&out);
    }
}

/* --- scripts of any shape ---------------------------------------------------------- */

typedef struct Writer {
    Rng rng;
    StrBuf text;
    const char *line_end;
    bool is_wild;
} Writer;

static bool chance(Writer *writer, uint32_t one_in)
{
    return rng_below(&writer->rng, one_in) == 0;
}

static const char *pick(Writer *writer, const char *const *words, uint32_t count)
{
    return words[rng_below(&writer->rng, count)];
}
#define PICK(writer, words) pick(writer, words, sizeof(words) / sizeof *(words))

static void add(Writer *writer, const char *text)
{
    strbuf_append(&writer->text, strview_from_cstr(text));
}

static void add_blanks(Writer *writer)
{
    static const char *const blanks[] = { "", "", " ", "   ", "\t", " \t " };
    add(writer, PICK(writer, blanks));
}

/* Columns as blanks and tabs. */
static void add_indent(Writer *writer, uint32_t columns)
{
    while (columns > 0) {
        bool is_tab = columns >= 8 && chance(writer, 2);
        add(writer, is_tab ? "\t" : " ");
        columns -= is_tab ? 8 : 1;
    }
}

static void end_line(Writer *writer)
{
    static const char *const comments[] = { " // note", "//x", "   /// doc  # <<if>> -> " };
    if (chance(writer, 8)) {
        add(writer, PICK(writer, comments));
    }
    add_blanks(writer);
    add(writer, writer->line_end);
}

/* Empty lines and comments. They take part in indentation, so most scripts have them where they
 * leave options as they are. */
static void add_between(Writer *writer, uint32_t columns)
{
    while (chance(writer, 5)) {
        uint32_t own = writer->is_wild && chance(writer, 2) ? rng_below(&writer->rng, 12) : columns;
        bool is_comment = chance(writer, 2);
        add_indent(writer, own);
        add(writer, is_comment ? "// a comment  -> # <<else>>" : "");
        add(writer, writer->line_end);
    }
}

static void add_expression(Writer *writer, unsigned depth)
{
    static const char *const values[] = { "$n",          "1",      "2.5", "-$n", "visited_count(\"Start\")",
                                          "max( 1,$n )", "( $n )", "- 3" };
    static const char *const operators[] = { "+", "-", "*", " % " };
    add(writer, PICK(writer, values));
    if (depth < 3 && chance(writer, 2)) {
        add_blanks(writer);
        add(writer, PICK(writer, operators));
        add_blanks(writer);
        add_expression(writer, depth + 1);
    }
}

static void add_condition(Writer *writer)
{
    static const char *const comparisons[] = { "==", "<", " lte ", "!=", " is " };
    static const char *const joins[] = { "&&", " or ", " xor ", "||" };
    static const char *const nots[] = { "", "", "! ", "not " };
    add(writer, PICK(writer, nots));
    add(writer, "(");
    add_expression(writer, 2);
    add(writer, PICK(writer, comparisons));
    add_expression(writer, 2);
    add(writer, ")");
    if (chance(writer, 3)) {
        add(writer, PICK(writer, joins));
        add(writer, "$s==\"a // # b\"");
    }
}

static void add_text(Writer *writer)
{
    static const char *const texts[] = { "Kofi: hi",        "two  blanks",   "{ $n+1 }",
                                         "a \\# \\{ b",     "[b]bold[/b] x", "\xC2\xA0nbsp\xE3\x80\x80",
                                         "{\"}  # //\"} c", "- > no arrow",  "= = =",
                                         "\xF0\x9F\x90\x88" };
    static const char *const tags[] = { "#a", "#b:c", "#\xC3\xA4" };
    add(writer, PICK(writer, texts));
    if (chance(writer, 3)) {
        add_blanks(writer);
        add(writer, PICK(writer, texts));
    }
    if (chance(writer, 6)) {
        add_blanks(writer);
        add(writer, chance(writer, 2) ? "<<once  >>" : "<<if $n  >1>>");
    }
    while (chance(writer, 3)) {
        add_blanks(writer);
        add(writer, PICK(writer, tags));
    }
}

static void add_block(Writer *writer, uint32_t columns, unsigned depth);

static void add_choices(Writer *writer, uint32_t columns, unsigned depth)
{
    const char *arrow = chance(writer, 3) ? "=>" : "->";
    for (uint32_t i = rng_below(&writer->rng, 3) + 1; i > 0; i--) {
        uint32_t own = columns + (chance(writer, 3) ? rng_below(&writer->rng, 3) : 0);
        add_indent(writer, own);
        add(writer, arrow);
        add_blanks(writer);
        add_text(writer);
        end_line(writer);
        if (chance(writer, 2)) {
            add_block(writer, own + 1 + rng_below(&writer->rng, 9), depth + 1);
        }
        add_between(writer, columns);
    }
}

static void add_branches(Writer *writer, uint32_t columns, unsigned depth)
{
    bool is_once = chance(writer, 3);
    uint32_t inside = columns + rng_below(&writer->rng, 5);
    add_indent(writer, columns);
    add(writer, is_once ? "<<  once if " : "<<if  ");
    add_condition(writer);
    add(writer, ">>");
    end_line(writer);
    add_block(writer, inside, depth + 1);
    if (!is_once && chance(writer, 3)) {
        add_indent(writer, columns);
        add(writer, "<<elseif ");
        add_condition(writer);
        add(writer, "  >>");
        end_line(writer);
        add_block(writer, inside, depth + 1);
    }
    if (chance(writer, 2)) {
        add_indent(writer, columns);
        add(writer, "<<else>>");
        end_line(writer);
        add_block(writer, columns, depth + 1);
    }
    add_indent(writer, columns);
    add(writer, is_once ? "<<endonce>>" : "<<endif >>");
    end_line(writer);
}

static void add_simple(Writer *writer)
{
    switch (rng_below(&writer->rng, 6)) {
    case 0:
        add(writer, "<<set $n");
        add_blanks(writer);
        add(writer, chance(writer, 2) ? "+=" : "=");
        add_blanks(writer);
        add_expression(writer, 0);
        add(writer, ">>");
        break;
    case 1:
        add(writer, "<<");
        add_blanks(writer);
        add(writer, "wave  {$n}   \"a  b\"");
        add_blanks(writer);
        add(writer, chance(writer, 2) ? ">>" : ">> #t");
        break;
    case 2:
        add(writer, chance(writer, 2) ? "<<detour   Other>>" : "<<detour {\"Other\"  } >>");
        break;
    default:
        add_text(writer);
        break;
    }
    end_line(writer);
}

static void add_block(Writer *writer, uint32_t columns, unsigned depth)
{
    for (uint32_t i = rng_below(&writer->rng, 4) + 1; i > 0; i--) {
        uint32_t kind = depth < 5 ? rng_below(&writer->rng, 6) : 5;
        if (kind == 0) {
            add_branches(writer, columns, depth);
        } else if (kind <= 2) {
            add_choices(writer, columns, depth);
        } else {
            add_indent(writer, columns + (chance(writer, 4) ? rng_below(&writer->rng, 4) : 0));
            add_simple(writer);
        }
        add_between(writer, columns);
    }
}

static void add_node(Writer *writer, const char *title)
{
    static const char *const headers[] = { "tags:a  b", "position :  1,2",          "  colour:",
                                           "// x",      "when:  $n>0&&!false // c", "note:http://x" };
    add_between(writer, 0);
    add(writer, chance(writer, 2) ? "title:" : "title  :\t");
    add(writer, title);
    end_line(writer);
    while (chance(writer, 3)) {
        add(writer, PICK(writer, headers));
        end_line(writer);
    }
    add(writer, "---");
    end_line(writer);
    add_between(writer, 0);
    add_block(writer, rng_below(&writer->rng, 3), 0);
    add_indent(writer, rng_below(&writer->rng, 3));
    add(writer, "===");
    end_line(writer);
}

static void check_generated(void)
{
    static const char *const ends[] = { "\n", "\r\n", "\r" };
    size_t compiled = 0;
    for (uint64_t seed = 0; seed < 600; seed++) {
        Writer writer = { .line_end = ends[seed % 3], .is_wild = seed % 4 == 0 };
        StrBuf out;
        rng_seed(&writer.rng, seed);
        strbuf_init(&writer.text, alloc_heap());
        strbuf_init(&out, alloc_heap());
        add(&writer, seed % 5 == 0 ? "\xEF\xBB\xBF" : "");
        add(&writer, "title: Start\n---\n<<declare $n=1>>\n<<declare $s=\"a\">>\n===\n");
        add_node(&writer, "Other");
        add_node(&writer, "Third");
        compiled += check_script(strbuf_view(&writer.text), &out);
        strbuf_release(&writer.text);
        strbuf_release(&out);
        if (test_failures > 3) {
            return;
        }
    }
    EXPECT(compiled > 200);
}

/* Bytes of a script changed at random: never a crash, and what is given has the same bytes. */
static void check_damaged(void)
{
    StrView text = load("yarn/format/blocks.yarn");
    Rng rng;
    rng_seed(&rng, 1);
    for (unsigned round = 0; round < 400; round++) {
        StrBuf copy, out;
        strbuf_init(&copy, alloc_heap());
        strbuf_init(&out, alloc_heap());
        strbuf_append(&copy, text);
        for (unsigned i = 0; i < 4; i++) {
            copy.data[rng_below(&rng, (uint32_t)copy.len)] =
                "<>->=#{}\"\\/ \t\n\r$:\xFF"[rng_below(&rng, 19)];
        }
        Status status = yarn_format(alloc_heap(), strbuf_view(&copy), &out);
        EXPECT(status == STATUS_OK || status == STATUS_INVALID);
        (void)check_script(strbuf_view(&copy), &out);
        strbuf_release(&copy);
        strbuf_release(&out);
    }
    file_free(alloc_heap(), &text);
}

static void expect_status(const char *text, Status want)
{
    StrBuf out;
    strbuf_init(&out, alloc_heap());
    EXPECT_EQ(yarn_format(alloc_heap(), strview_from_cstr(text), &out), want);
    strbuf_release(&out);
}

/* Programs that differ are seen to differ. */
static void check_same(void)
{
    static const char *const texts[] = {
        "title: A\ntags: x\n---\nKofi: hi #t #line:1\n<<wave>>\n===\n",
        "title: A\ntags: y\n---\nKofi: hi #t #line:1\n<<wave>>\n===\n",
        "title: A\n---\nKofi: hi #t #line:1\n<<wave>>\n===\n",
        "title: B\ntags: x\n---\nKofi: hi #t #line:1\n<<wave>>\n===\n",
        "title: A\ntags: x\n---\nKofi: ho #t #line:1\n<<wave>>\n===\n",
        "title: A\ntags: x\n---\nKofi: hi #u #line:1\n<<wave>>\n===\n",
        "title: A\ntags: x\n---\nKofi: hi #t #line:1\n<<wade>>\n===\n",
        "title: A\ntags: x\n---\nKofi: hi #t #line:2\n<<wave>>\n===\n",
    };
    enum { COUNT = sizeof texts / sizeof texts[0] };
    for (size_t i = 0; i < COUNT; i++) {
        for (size_t j = 0; j < COUNT; j++) {
            YarnProgram *a = compile(strview_from_cstr(texts[i])), *b = compile(strview_from_cstr(texts[j]));
            EXPECT(a && b && yarn_program_same(a, b) == (i == j));
            yarn_program_destroy(a);
            yarn_program_destroy(b);
        }
    }
}

static void check_out_of_memory(void)
{
    Meter meter = { 0 };
    Allocator alloc = { meter_resize, &meter };
    for (size_t at = 1;; at++) {
        StrBuf out;
        meter = (Meter){ .fail_at = at };
        strbuf_init(&out, &alloc);
        Status status =
            yarn_format(&alloc, SV("title: A\n---\n<<set $s to \"a \\\" b\">>\n-> x\n    y\n===\n"), &out);
        strbuf_release(&out);
        EXPECT_EQ(meter.bytes, 0);
        if (status == STATUS_OK) {
            EXPECT(at > 3);
            break;
        }
        EXPECT_EQ(status, STATUS_NOMEM);
    }
}

int main(void)
{
    check_cases();
    check_shipped();
    check_generated();
    check_damaged();
    check_same();
    check_out_of_memory();
    expect_status("", STATUS_OK);
    expect_status("\n \n", STATUS_OK);
    expect_status("title: A\n---\n\xFF\n===\n", STATUS_INVALID);
    return TEST_MAIN_END();
}
