#include "yarn_test.h"

/* Warnings about what is hardly meant, and commands without their brackets. */

static void expect_with(const char *text, YarnCompileOptions options, const char *diags)
{
    Story story;
    story_compile_with(&story, text, options);
    EXPECT_TEXT(strbuf_view(&story.diags), diags);
    story_close(&story);
}

static void test_statements_that_nothing_reaches(void)
{
    YarnCompileOptions options = { .advice = YARN_ADVICE_UNREACHABLE };
    expect_with(
        NODE("A\n<<if true>>\n<<stop>>\nNever.\n<<endif>>\nB\n<<jump Start>>\n-> C\n    <<return>>\n    D"),
        options,
        "t.yarn:6:1: warning: nothing leads here: the statement above leaves [YS0008]\n"
        "t.yarn:10:1: warning: nothing leads here: the statement above leaves [YS0008]\n"
        "t.yarn:12:5: warning: nothing leads here: the statement above leaves [YS0008]\n");
    expect_with(NODE("A\n<<stop>>\nNever."), (YarnCompileOptions){ 0 }, "");
}

static void test_nodes_that_nothing_reaches(void)
{
    static const char text[] =
        "title: Start\n---\n-> A\n    <<jump B>>\n===\ntitle: B\n---\n<<detour G>>\n===\n"
        "title: G\nwhen: always\n---\ng\n===\ntitle: G\nwhen: once\n---\n<<jump C>>\n===\n"
        "title: C\n---\nc\n===\ntitle: Alone\n---\n<<jump Pair>>\n===\ntitle: Pair\n---\n<<jump "
        "Alone>>\n===\n";
    static const StrView entries[] = { { "B", 1 }, { "Alone", 5 }, { "Nowhere", 7 } };
    YarnCompileOptions options = { .advice = YARN_ADVICE_UNREACHABLE };
    expect_with(text, options,
                "t.yarn:24:8: warning: nothing leads to the node 'Alone' [YS0009]\n"
                "t.yarn:28:8: warning: nothing leads to the node 'Pair' [YS0009]\n");
    options.entries = entries;
    options.entry_count = 3;
    expect_with(text, options, "t.yarn:1:8: warning: nothing leads to the node 'Start' [YS0009]\n");
    expect_with(NODE("<<jump {\"A\" + \"lone\"}>>") "title: Alone\n---\nx\n===\n",
                (YarnCompileOptions){ .advice = YARN_ADVICE_UNREACHABLE }, "");
    expect_with("title: First\n---\na\n===\ntitle: Second\n---\nb\n===\n",
                (YarnCompileOptions){ .advice = YARN_ADVICE_UNREACHABLE },
                "t.yarn:5:8: warning: nothing leads to the node 'Second' [YS0009]\n");
}

static void test_variables_that_nothing_uses(void)
{
    YarnCompileOptions options = { .advice = YARN_ADVICE_UNUSED };
    expect_with(NODE("<<declare $a = 1>>\n<<declare $b = 1>>\n<<declare $c = 1>>\n<<declare $d = $c > "
                     "1>>\n<<declare $e = 1>>\n"
                     "<<set $b = 2>>\n<<set $b += 3>>\n<<if $d>>\nx\n<<endif>>\n<<set $e = $e + 1>>\n<<say "
                     "{$e}>>\n{$f + 1}"),
                options,
                "t.yarn:15:2: warning: $f is not declared [YS0003]\n"
                "t.yarn:3:11: warning: $a is declared, but nothing uses it [YS0010]\n"
                "t.yarn:4:11: warning: $b is set, but nothing asks for it [YS0010]\n");
}

static void test_lines_without_ids(void)
{
    YarnCompileOptions options = { .advice = YARN_ADVICE_LINE_IDS };
    expect_with(NODE("One #line:1\nTwo\n-> Three\n=> Four #line:4\nOne #shadow:1"), options,
                "t.yarn:4:1: warning: this line has no #line: id; translations and voices cannot find it "
                "[yarn-no-line-id]\n"
                "t.yarn:5:4: warning: this line has no #line: id; translations and voices cannot find it "
                "[yarn-no-line-id]\n");
}

static void test_undeclared_variables_may_be_errors(void)
{
    Story story;
    story_compile_with(&story, NODE("{$n + 1}"), (YarnCompileOptions){ .require_declarations = true });
    EXPECT_EQ(story.status, STATUS_INVALID);
    EXPECT_TEXT(strbuf_view(&story.diags), "t.yarn:3:2: error: $n is not declared [YS0003]\n");
    story_close(&story);
}

static void test_forgotten_brackets(void)
{
    expect_with(NODE("set $n to 1\ndeclare $n = 1\njump Start\n-> detour Start\njump high\nset it down"),
                (YarnCompileOptions){ 0 },
                "t.yarn:3:1: warning: 'set' is a command: it stands between << and >> [YS0022]\n"
                "t.yarn:4:1: warning: 'declare' is a command: it stands between << and >> [YS0022]\n"
                "t.yarn:5:1: warning: 'jump' is a command: it stands between << and >> [YS0022]\n"
                "t.yarn:6:4: warning: 'detour' is a command: it stands between << and >> [YS0022]\n");
    expect_with(NODE("wait 1>>\n<wait 1>> #tag\nA >> B\n\\>\\>\nlook > there >>>"), (YarnCompileOptions){ 0 },
                "t.yarn:3:7: warning: this >> closes no command [YS0021]\n"
                "t.yarn:3:7: note: a command begins with <<; write \\>\\> to show the marks\n"
                "t.yarn:4:8: warning: this >> closes no command [YS0021]\n"
                "t.yarn:4:8: note: a command begins with <<; write \\>\\> to show the marks\n");
}

static void test_marks_too_many_or_too_few(void)
{
    expect_with(
        NODE("<<wait 1>>>\n<<<wait 2>>\n<wait 3>\n\\<ok\\>"), (YarnCompileOptions){ 0 },
        "t.yarn:3:11: warning: a command stands between << and >>; here are more of these marks [YS0064]\n"
        "t.yarn:4:1: warning: a command stands between << and >>; here are more of these marks [YS0064]\n"
        "t.yarn:5:1: warning: a command stands between << and >>; this is shown as it is [YS0048]\n");
}

static void test_nodes_may_be_missing(void)
{
    Story story;
    story_compile_with(
        &story, NODE("-> A\n    <<jump Strat>>\n-> B\n    <<detour Nowhere>>"),
        (YarnCompileOptions){ .allow_missing_nodes = true, .advice = YARN_ADVICE_UNREACHABLE });
    EXPECT_EQ(story.status, STATUS_OK);
    EXPECT_TEXT(strbuf_view(&story.diags), "t.yarn:4:12: warning: no node is called 'Strat' [YS0012]\n"
                                           "t.yarn:4:12: note: did you mean 'Start'?\n"
                                           "t.yarn:6:14: warning: no node is called 'Nowhere' [YS0012]\n");
    for (size_t option = 0; option < 2; option++) {
        static const char *const faults[] = { "no node is called 'Strat'; did you mean 'Start'?",
                                              "no node is called 'Nowhere'" };
        EXPECT_EQ(yarn_vm_create(&(YarnVmOptions){ .program = story.program }, &story.vm), STATUS_OK);
        EXPECT_EQ(yarn_vm_start(story.vm, SV("Start")), STATUS_OK);
        EXPECT_TEXT(story_text(&story), "(options)");
        EXPECT_EQ(yarn_vm_select(story.vm, option), STATUS_OK);
        EXPECT_TEXT(story_text(&story), faults[option]);
        yarn_vm_destroy(story.vm);
        story.vm = NULL;
    }
    story_close(&story);
}

static void test_nodes_that_are_empty_or_lack_a_header(void)
{
    expect_with("title: A\n---\n\n// nothing\n===\ntitle: B\n---\n<<declare $b = 1>>\n===\n",
                (YarnCompileOptions){ 0 }, "t.yarn:1:8: warning: the node 'A' is empty [YS0033]\n");
    expect_with(
        "title: A\n---\na\n===\ntitle: A\nwhen: always\n---\nb\n===\ntitle: A\nwhen: once\n---\nc\n===\n",
        (YarnCompileOptions){ 0 },
        "t.yarn:1:8: error: each node of the group 'A' needs a 'when:' header (such as 'when: always') "
        "[YS0031]\n"
        "t.yarn:5:8: note: this node of the same title has one\n");
}

static void test_what_is_kept_for_tools(void)
{
    Story story;
    story_compile(&story,
                  "#first tag // no tag\n#second\n" NODE(
                      "Ask. #line:q\n-> A\n    Inner.\n    -> B\nEnd.\n<<stop>>\n-> C"),
                  NULL, 0);
    EXPECT_EQ(story.status, STATUS_OK);
    EXPECT_EQ(yarn_program_file_tag_count(story.program), 2);
    EXPECT_TEXT(yarn_program_file_tag(story.program, 0).tag, "first tag");
    EXPECT_TEXT(yarn_program_file_tag(story.program, 1).file, "t.yarn");
    static const bool last[] = { true, false, true, false, false, false };
    for (size_t i = 0; i < sizeof last / sizeof *last; i++) {
        YarnLineInfo line = yarn_program_line(story.program, i);
        EXPECT_EQ(yarn_line_has_tag(&line, SV("lastline")), last[i]);
    }
    story_close(&story);
    story_compile(
        &story,
        NODE("One.\n<<declare $n = 1>>\n-> A\nTwo.\n<<if true>>\nThree.\n-> B\nFour.\n<<endif>>\n-> C"), NULL,
        0);
    static const bool others[] = { false, false, false, true, false, false, false };
    EXPECT_EQ(yarn_program_line_count(story.program), sizeof others / sizeof *others);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        YarnLineInfo line = yarn_program_line(story.program, i);
        EXPECT_EQ(line.is_last_before_options, others[i]);
    }
    story_close(&story);
}

int main(void)
{
    test_statements_that_nothing_reaches();
    test_nodes_that_nothing_reaches();
    test_variables_that_nothing_uses();
    test_lines_without_ids();
    test_undeclared_variables_may_be_errors();
    test_forgotten_brackets();
    test_marks_too_many_or_too_few();
    test_nodes_may_be_missing();
    test_nodes_that_are_empty_or_lack_a_header();
    test_what_is_kept_for_tools();
    return TEST_MAIN_END();
}
