/* Each size that a script may have, at its limit and one above. The texts are made
 * here; all of this must also be quick. */
#include "yarn_test.h"

static void expect(StrBuf *text, Status status, const char *code)
{
    Story story;
    story_compile(&story, text->data, NULL, 0);
    EXPECT_EQ(story.status, status);
    if (code && !strstr(story.diags.data, code)) {
        test_failures++;
        fprintf(stderr, "expected %s, got %s\n", code, story.diags.data);
    }
    if (!code && story.status != status) {
        fprintf(stderr, "%s\n", story.diags.data);
    }
    story_close(&story);
    strbuf_clear(text);
}

static void repeat(StrBuf *text, const char *part, int count)
{
    for (int i = 0; i < count; i++) {
        strbuf_append(text, strview_from_cstr(part));
    }
}

static void begin(StrBuf *text)
{
    strbuf_append(text, SV("title: Start\n---\n"));
}

static void end(StrBuf *text)
{
    strbuf_append(text, SV("\n===\n"));
}

static void make_sum(StrBuf *text, int operands)
{
    begin(text);
    strbuf_append(text, SV("{1"));
    repeat(text, "+1", operands - 1);
    strbuf_append(text, SV("}"));
    end(text);
}

static void test_expression_size(StrBuf *text)
{
    make_sum(text, 4096);
    expect(text, STATUS_OK, NULL);
    make_sum(text, 4097);
    expect(text, STATUS_LIMIT, "yarn-expression-size");
    make_sum(text, 20000);
    expect(text, STATUS_LIMIT, "yarn-expression-size");
}

/* The text of a node is one level; each bracket is one more. */
static void make_brackets(StrBuf *text, int depth)
{
    begin(text);
    strbuf_append(text, SV("{"));
    repeat(text, "(", depth);
    strbuf_append(text, SV("1"));
    repeat(text, ")", depth);
    strbuf_append(text, SV("}"));
    end(text);
}

static void make_ifs(StrBuf *text, int depth)
{
    begin(text);
    repeat(text, "<<if true>>\n", depth);
    strbuf_append(text, SV("x\n"));
    repeat(text, "<<endif>>\n", depth);
    end(text);
}

/* An option takes two levels: its body, and the statements in it. */
static void make_options(StrBuf *text, int depth)
{
    begin(text);
    for (int i = 0; i < depth; i++) {
        repeat(text, " ", i);
        strbuf_append(text, SV("-> a\n"));
    }
    end(text);
}

static void test_nesting(StrBuf *text)
{
    make_brackets(text, 255);
    expect(text, STATUS_OK, NULL);
    make_brackets(text, 256);
    expect(text, STATUS_LIMIT, "yarn-nesting");
    make_brackets(text, 20000);
    expect(text, STATUS_LIMIT, "yarn-nesting");
    make_ifs(text, 255);
    expect(text, STATUS_OK, NULL);
    make_ifs(text, 256);
    expect(text, STATUS_LIMIT, "yarn-nesting");
    make_options(text, 128);
    expect(text, STATUS_OK, NULL);
    make_options(text, 129);
    expect(text, STATUS_LIMIT, "yarn-nesting");
    make_options(text, 1000);
    expect(text, STATUS_LIMIT, "yarn-nesting");
}

static void make_long_line(StrBuf *text, int bytes)
{
    begin(text);
    repeat(text, "x", bytes);
    end(text);
}

static void test_line_and_file_length(StrBuf *text)
{
    make_long_line(text, 64 * 1024);
    expect(text, STATUS_OK, NULL);
    make_long_line(text, 64 * 1024 + 1);
    expect(text, STATUS_LIMIT, "yarn-line-length");
    begin(text);
    end(text);
    while (text->len < 8 * 1024 * 1024) {
        strbuf_char(text, '\n');
    }
    expect(text, STATUS_OK, NULL);
    repeat(text, "\n", 8 * 1024 * 1024 + 1);
    expect(text, STATUS_LIMIT, "yarn-file-size");
}

static void make_list(StrBuf *text, const char *before, const char *part, int count, const char *after)
{
    begin(text);
    strbuf_append(text, strview_from_cstr(before));
    repeat(text, part, count);
    strbuf_append(text, strview_from_cstr(after));
    end(text);
}

static void test_counts(StrBuf *text)
{
    make_list(text, "", "{1}", 64, "");
    expect(text, STATUS_OK, NULL);
    make_list(text, "", "{1}", 65, "");
    expect(text, STATUS_LIMIT, "yarn-values");
    make_list(text, "", "-> a\n", 256, "");
    expect(text, STATUS_OK, NULL);
    make_list(text, "", "-> a\n", 257, "");
    expect(text, STATUS_LIMIT, "yarn-options");
    make_list(text, "{min(1", ",1", 63, ")}");
    expect(text, STATUS_OK, NULL);
    make_list(text, "{min(1", ",1", 64, ")}");
    expect(text, STATUS_LIMIT, "yarn-arguments");
    make_list(text, "", "{1 +}\n", 1000, "");
    expect(text, STATUS_INVALID, "yarn-many-errors");
}

/* So many warnings are shown, and no more. */
static void test_warnings_have_a_limit(void)
{
    for (int more = 0; more < 2; more++) {
        Story story;
        StrBuf text;
        strbuf_init(&text, alloc_heap());
        strbuf_append(&text, SV("title: Start\n---\n"));
        for (int i = 0; i < 1000 + more; i++) {
            strbuf_printf(&text, "{$v%d + 1}\n", i);
        }
        strbuf_append(&text, SV("===\n"));
        story_compile(&story, text.data, NULL, 0);
        EXPECT_EQ(story.status, STATUS_OK);
        EXPECT_EQ(story.sink.warnings, 1000);
        EXPECT_EQ(strstr(story.diags.data, "t.yarn: note: too many warnings") != NULL, more == 1);
        story_close(&story);
        strbuf_release(&text);
    }
}

static Status compile_within(const StrBuf *text, size_t memory_max, StrBuf *diags)
{
    DiagSink sink = { .report = story_report, .user = diags };
    YarnSource source = { SV("t.yarn"), strbuf_view(text) };
    YarnProgram *program = NULL;
    YarnCompileOptions options = { .alloc = alloc_heap(), .diags = &sink, .memory_max = memory_max };
    Status status = yarn_compile(&options, &source, 1, &program);
    EXPECT_EQ(status == STATUS_OK, program != NULL);
    yarn_program_destroy(program);
    return status;
}

/* What a script needs is looked for; one byte less is refused, with a place, once. */
static void test_memory_has_a_limit(StrBuf *text)
{
    StrBuf diags;
    size_t too_few = 1;
    size_t enough = 16 << 20;
    strbuf_init(&diags, alloc_heap());
    make_list(text, "", "Kofi: Hi {1} #tag\n", 5000, "");
    EXPECT_EQ(compile_within(text, enough, &diags), STATUS_OK);
    EXPECT_EQ(diags.len, 0);
    while (enough - too_few > 1) {
        size_t middle = too_few + (enough - too_few) / 2;
        strbuf_clear(&diags);
        if (compile_within(text, middle, &diags) == STATUS_OK) {
            enough = middle;
        } else {
            too_few = middle;
        }
    }
    EXPECT(enough > text->len);
    strbuf_clear(&diags);
    EXPECT_EQ(compile_within(text, enough, &diags), STATUS_OK);
    EXPECT_EQ(diags.len, 0);
    EXPECT_EQ(compile_within(text, enough - 1, &diags), STATUS_LIMIT);
    EXPECT(strstr(diags.data, "bytes of memory [yarn-memory]") != NULL);
    EXPECT(strchr(diags.data, '\n') == diags.data + diags.len - 1);
    strbuf_clear(text);
    strbuf_release(&diags);
}

static Status compile_sources(size_t count, size_t function_count, StrBuf *diags)
{
    static YarnSource sources[4097];
    static YarnFunction functions[65537];
    YarnProgram *program = NULL;
    DiagSink sink = { .report = story_report, .user = diags };
    for (size_t i = 0; i < count; i++) {
        sources[i] = (YarnSource){ SV("t.yarn"), SV("// nothing\n") };
    }
    for (size_t i = 0; i < function_count; i++) {
        functions[i] = (YarnFunction){ .name = "f", .result = YARN_TYPE_NUMBER };
    }
    Status status = yarn_compile(
        &(YarnCompileOptions){
            .alloc = alloc_heap(), .diags = &sink, .functions = functions, .function_count = function_count },
        sources, count, &program);
    yarn_program_destroy(program);
    return status;
}

static void test_source_counts(void)
{
    StrBuf diags;
    strbuf_init(&diags, alloc_heap());
    EXPECT_EQ(compile_sources(4096, 65536, &diags), STATUS_OK);
    EXPECT_EQ(diags.len, 0);
    EXPECT_EQ(compile_sources(4097, 0, &diags), STATUS_LIMIT);
    EXPECT(strstr(diags.data,
                  "t.yarn: error: 4097 scripts together; there may be 4096 [yarn-source-count]") != NULL);
    EXPECT_EQ(compile_sources(0, 65537, &diags), STATUS_LIMIT);
    EXPECT(strstr(diags.data, "there may be 65536 [yarn-function-count]") != NULL);
    strbuf_release(&diags);
}

/* Types of variables that are known only through each other, the last one first. */
static void test_chains_are_quick(StrBuf *text)
{
    begin(text);
    for (int i = 0; i < 5000; i++) {
        strbuf_printf(text, "<<set $v%d = $v%d + $v%d>>\n", i, i + 1, i + 1);
    }
    strbuf_append(text, SV("<<set $v5000 = 1>>\n"));
    end(text);
    expect(text, STATUS_OK, NULL);
    begin(text);
    for (int i = 0; i < 256; i++) {
        strbuf_printf(text, "<<declare $s%d = $s%d || $s%d>>\n", i, i + 1, i + 1);
    }
    strbuf_append(text, SV("<<declare $s256 = true>>\n{$s1}\n"));
    end(text);
    expect(text, STATUS_OK, NULL);
    begin(text);
    for (int i = 0; i < 257; i++) {
        strbuf_printf(text, "<<declare $s%d = $s%d && true>>\n", i, i + 1);
    }
    strbuf_append(text, SV("<<declare $s257 = true>>\n"));
    end(text);
    expect(text, STATUS_LIMIT, "yarn-smart-depth");
}

int main(void)
{
    StrBuf text;
    strbuf_init(&text, alloc_heap());
    test_expression_size(&text);
    test_nesting(&text);
    test_line_and_file_length(&text);
    test_counts(&text);
    test_warnings_have_a_limit();
    test_memory_has_a_limit(&text);
    test_source_counts();
    test_chains_are_quick(&text);
    EXPECT(!text.failed);
    strbuf_release(&text);
    return TEST_MAIN_END();
}
