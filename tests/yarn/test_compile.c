#include "yarn_test.h"

typedef struct Mistake {
    const char *text;
    const char *expected; /* the first diagnostic begins with this */
} Mistake;

static const Mistake mistakes[] = {
    { "title: Start\n", "t.yarn:1:1: error: this node has no '---' and no text [YS0004]" },
    { "---\nHi\n===\n", "t.yarn:1:1: error: this node has no title [YS0051]" },
    { "title: A B\n---\n===\n", "t.yarn:1:8: error: the node's title 'A B' may have only" },
    { "title: A\n---\nHi\n", "t.yarn:1:8: error: the node 'A' has no '===' at its end [YS0004]" },
    { "title: A\n---\na\n===\ntitle: A\n---\nb\n===\n",
      "t.yarn:5:8: error: a node is called 'A' already [YS0011]" },
    { "wrong\n---\n===\n", "t.yarn:1:1: error: expected a header" },
    { NODE("<<jump Strat>>"), "t.yarn:3:8: error: no node is called 'Strat' [YS0012]\n"
                              "t.yarn:3:8: note: did you mean 'Start'?" },
    { NODE("{visitd(\"Start\")}"), "t.yarn:3:2: error: no function is called 'visitd' [YS0013]\n"
                                   "t.yarn:3:2: note: did you mean 'visited'?" },
    { NODE("{min()}"), "t.yarn:3:2: error: min() takes at least 1 argument, not 0 [YS0014]" },
    { NODE("{round(1, 2)}"), "t.yarn:3:2: error: round() takes 1 argument, not 2 [YS0014]" },
    { NODE("<<if 1>>\nx\n<<endif>>"),
      "t.yarn:3:6: error: expected a bool here, but this is a number [YS0050]" },
    { NODE("<<declare $a = 1>>\n<<set $a = \"x\">>"),
      "t.yarn:4:12: error: expected a number here, but this is a string [YS0050]" },
    { NODE("{1 + \"a\"}"), "t.yarn:3:6: error: expected a number here, but this is a string [YS0050]" },
    { NODE("<<set $a = true + false>>"), "t.yarn:3:12: error: '+' joins numbers or strings" },
    { NODE("\xC3\xA9 {1 +}"), "t.yarn:3:7: error: expected a value, not '}' [YS0005]" },
    { NODE("{(1}"), "t.yarn:3:4: error: expected ')', not '}' [YS0005]" },
    { NODE("{\"a}"), "t.yarn:3:2: error: this string has no closing \" [YS0005]" },
    { NODE("{foo}"), "t.yarn:3:2: error: 'foo' is neither a $variable, nor \"text\", nor a function" },
    { NODE("<<if true>>\nHi"), "t.yarn:3:1: error: this <<if>> has no <<endif>> [YS0007]" },
    { NODE("<<endif>>"), "t.yarn:3:1: error: this closes a block that was not opened" },
    { NODE("<<wait 3"), "t.yarn:3:9: error: the command has no closing >> on its line [YS0006]" },
    { NODE("<< >>"), "t.yarn:3:1: error: this command is empty [YS0005]" },
    { NODE("a #line:x\nb #line:x"), "t.yarn:4:1: error: the line id 'x' is used twice [YS0018]\n"
                                    "t.yarn:3:1: note: its first use is here" },
    { NODE("a #x <<if true>>"), "t.yarn:3:6: error: the condition must stand before the #tags [YS0005]" },
    { NODE("a <<wait 1>>"), "t.yarn:3:3: error: behind a line only <<if ...>> or <<once>> can stand" },
    { NODE("a \\q"), "t.yarn:3:3: error: a backslash must stand before one of" },
    { NODE("#tag"), "t.yarn:3:1: error: a tag must stand behind a line's text" },
    { NODE("-> "), "t.yarn:3:1: error: text must follow '->' [YS0005]" },
    { NODE("-> a\n        \n"), "t.yarn:5:1: error: a blank line stands where the text of the option above" },
    { NODE("a\xFF"), "t.yarn:3:2: error: this byte (0xFF) is not text in UTF-8 [yarn-encoding]" },
    { NODE("<<set $a = 1 $b>>"), "t.yarn:3:14: error: expected an operator or '>>', not '$b' [YS0005]" },
    { NODE("<<set a = 1>>"), "t.yarn:3:7: error: expected a $variable after set, not 'a' [YS0005]" },
    { NODE("<<declare $a>>"), "t.yarn:3:13: error: expected '=' and a value, not '>>' [YS0005]" },
    { NODE("<<declare $a = 1>>\n<<declare $a = 2>>"),
      "t.yarn:4:11: error: the variable $a is declared already [YS0039]" },
    { NODE("<<declare $a = $b>>\n<<declare $b = $a || true>>"),
      "t.yarn:4:16: error: $a is worked out from itself" },
    { NODE("<<declare $a = 1 + 1>>\n<<set $a = 2>>"), "t.yarn:4:7: error: $a cannot be set" },
    { NODE("{$x}"), "t.yarn:3:2: error: nothing says which type $x has; declare it [YS0029]" },
    { NODE("<<enum E>>\n<<endenum>>"), "t.yarn:3:8: error: the enum 'E' has no cases [YS0035]" },
    { NODE("{.Nothing}"), "t.yarn:3:2: error: no enum has a case 'Nothing' [YS0050]" },
    { NODE("<<local $a = 1>>"), "t.yarn:3:1: error: 'local' is kept for a later version" },
    { NODE("a #shadow:x"), "t.yarn:3:1: error: no line has the id 'x' [YS0042]" },
};

static void test_mistakes_have_place_and_code(void)
{
    for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++) {
        Story story;
        story_compile(&story, mistakes[i].text, NULL, 0);
        EXPECT_EQ(story.status, STATUS_INVALID);
        EXPECT(story.program == NULL);
        if (!strview_starts_with(strbuf_view(&story.diags), strview_from_cstr(mistakes[i].expected))) {
            test_failures++;
            fprintf(stderr, "expected %s\ngot      %s\n", mistakes[i].expected, story.diags.data);
        }
        story_close(&story);
    }
}

static void test_many_mistakes_in_one_run(void)
{
    Story story;
    story_compile(&story, NODE("{1 +}\n<<jump Nowhere>>\n<<set $a>>\n-> x <<if>>\n{\"a\" - 1}"), NULL, 0);
    EXPECT_EQ(story.sink.errors, 5);
    story_close(&story);
}

static void test_warnings_do_not_stop(void)
{
    static const Mistake warnings[] = {
        { NODE("see http://example.org"),
          "t.yarn:3:10: warning: the rest of this line is a comment [yarn-web-address]" },
        { NODE("-> a\n\n-> b"), "t.yarn:5:1: warning: the blank line above starts a second choice here" },
        { NODE("-> a\n\n    b"), "t.yarn:5:5: warning: this line does not belong to the option above" },
        { NODE("<<set $a = 1>>"), "t.yarn:3:7: warning: $a is not declared [YS0003]" },
        { NODE("<<wait 1>> Hi"),
          "t.yarn:3:12: warning: a command should stand on a line of its own [YS0019]" },
        { NODE("{visited(\"Strat\")}"),
          "t.yarn:3:10: warning: no node is called 'Strat' [yarn-unknown-node]" },
    };
    for (size_t i = 0; i < sizeof warnings / sizeof *warnings; i++) {
        Story story;
        story_compile(&story, warnings[i].text, NULL, 0);
        EXPECT_EQ(story.status, STATUS_OK);
        EXPECT_EQ(story.sink.warnings, 1);
        if (!strview_starts_with(strbuf_view(&story.diags), strview_from_cstr(warnings[i].expected))) {
            test_failures++;
            fprintf(stderr, "expected %s\ngot      %s\n", warnings[i].expected, story.diags.data);
        }
        story_close(&story);
    }
}

static void test_tables(void)
{
    Story story;
    story_compile(
        &story,
        "\xEF\xBB\xBF#file_tag\r\ntitle: Start // first\r\ntags: debrief\r\n---\r\n"
        "Kofi: Hi {1} #line:k1 #hint #icon:house // not this\r\n-> Go #safe\r\n<<enter kofi {2}>>\r\n===\r\n",
        NULL, 0);
    EXPECT_EQ(story.status, STATUS_OK);
    EXPECT_EQ(yarn_program_node_count(story.program), 1);
    EXPECT_TEXT(yarn_program_node(story.program, 0).title, "Start");
    EXPECT_EQ(yarn_program_node(story.program, 0).place.line, 2);
    EXPECT_TEXT(yarn_program_header(story.program, SV("Start"), SV("tags")), "debrief");
    EXPECT_TEXT(yarn_program_header(story.program, SV("Start"), SV("nothing")), "");
    EXPECT_EQ(yarn_program_line_count(story.program), 2);
    YarnLineInfo line;
    EXPECT(yarn_program_find_line(story.program, SV("k1"), &line));
    EXPECT_TEXT(line.text, "Kofi: Hi {0}");
    EXPECT_TEXT(line.speaker, "Kofi");
    EXPECT_TEXT(line.node, "Start");
    EXPECT_EQ(line.place.line, 5);
    EXPECT_EQ(line.tag_count, 2);
    EXPECT_EQ(line.value_count, 1);
    EXPECT(line.has_explicit_id && !line.is_option);
    EXPECT(yarn_line_has_tag(&line, SV("hint")) && !yarn_line_has_tag(&line, SV("safe")));
    EXPECT_TEXT(yarn_line_tag_value(&line, SV("icon")), "house");
    line = yarn_program_line(story.program, 1);
    EXPECT(line.is_option && !line.has_explicit_id && line.id.len == 8);
    EXPECT_TEXT(line.speaker, "");
    EXPECT_EQ(yarn_program_command_count(story.program), 1);
    EXPECT_TEXT(yarn_program_command(story.program, 0).text, "enter kofi {0}");
    EXPECT_EQ(yarn_program_command(story.program, 0).place.line, 7);
    story_close(&story);
}

static void test_hash_follows_what_is_played(void)
{
    static const char *const texts[] = { NODE("Hi #line:a"), NODE("Hi #line:a"), NODE("Ho #line:a"),
                                         NODE("Hi #line:a #x"), NODE("<<declare $a = 1>>\nHi #line:a") };
    uint64_t hashes[5];
    for (size_t i = 0; i < 5; i++) {
        Story story;
        story_compile(&story, texts[i], NULL, 0);
        hashes[i] = yarn_program_hash(story.program);
        story_close(&story);
    }
    EXPECT(hashes[0] == hashes[1]);
    EXPECT(hashes[0] != hashes[2] && hashes[0] != hashes[3] && hashes[0] != hashes[4]);
}

static void test_files_are_compiled_together(void)
{
    YarnSource sources[] = { { SV("a.yarn"), SV("title: Start\n---\n<<jump Next>>\n===\n") },
                             { SV("b.yarn"), SV("title: Next\n---\n{$a}\n<<declare $a = 1>>\n===\n") } };
    YarnProgram *program = NULL;
    EXPECT_EQ(yarn_compile(&(YarnCompileOptions){ .alloc = alloc_heap() }, sources, 2, &program), STATUS_OK);
    EXPECT_TEXT(yarn_program_line(program, 0).place.file, "b.yarn");
    EXPECT(yarn_program_has_node(program, SV("Next")));
    yarn_program_destroy(program);
    EXPECT_EQ(yarn_compile(&(YarnCompileOptions){ .alloc = alloc_heap() }, sources, 1, &program),
              STATUS_INVALID);
    EXPECT(program == NULL);
}

int main(void)
{
    test_mistakes_have_place_and_code();
    test_many_mistakes_in_one_run();
    test_warnings_do_not_stop();
    test_tables();
    test_hash_follows_what_is_played();
    test_files_are_compiled_together();
    return TEST_MAIN_END();
}
