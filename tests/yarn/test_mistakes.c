#include "yarn_test.h"

/* Mistakes that beginners make: said once, where they are, and how to mend them. */

static void expect(const char *text, const char *diags)
{
    Story story;
    story_compile(&story, text, NULL, 0);
    EXPECT_TEXT(strbuf_view(&story.diags), diags);
    story_close(&story);
}

static void test_ends_of_nodes(void)
{
    expect("title: A\n---\nHi\n<<jump B>>\n\ntitle: B\ntags: x\n---\nHo\n===\n",
           "t.yarn:6:1: error: a node begins here, but the one above has no '===' at its end [YS0004]\n"
           "t.yarn:1:8: note: the one above begins here\n");
    expect("title: A\n---\n-> x\n    <<if true>>\ntitle: B\n---\nHo\n===\n",
           "t.yarn:4:5: error: this <<if>> has no <<endif>> [YS0007]\n"
           "t.yarn:5:1: note: the text of the option above ends before this line\n"
           "t.yarn:5:1: error: a node begins here, but the one above has no '===' at its end [YS0004]\n"
           "t.yarn:1:8: note: the one above begins here\n");
    expect("title: A\n---\ntitle: is what I said.\nHo\n===\n", "");
    expect("title: A\nKofi: Hi\nOh no\n-> x\n===\ntitle: B\n---\nb\n===\n",
           "t.yarn:1:1: error: this node has no '---' above its text [YS0004]\n");
    expect("Title: A\n---\na\n===\n", "t.yarn:1:1: error: this node has no title [YS0051]\n"
                                      "t.yarn:1:1: note: write 'title:' in small letters\n");
}

static void test_blocks(void)
{
    expect(NODE("<<if true>>\na\n<<else>>\nb\n<<else>>\nc\n<<elseif false>>\nd\n<<endif>>\ne"),
           "t.yarn:7:1: error: this <<if>> has an <<else>> already [YS0005]\n"
           "t.yarn:9:1: error: this <<if>> has an <<else>> already [YS0005]\n");
    expect(NODE("<<once>>\na\n<<else>>\nb\n<<else>>\nc\n<<endonce>>"),
           "t.yarn:7:1: error: this <<once>> has an <<else>> already [YS0005]\n");
    expect(NODE("<<if true>>\na\n<<else if false>>\nb\n<<endif>>"),
           "t.yarn:5:8: error: expected '>>', not 'if' [YS0005]\n"
           "t.yarn:5:8: note: write <<elseif ...>>, in one word\n");
    expect(NODE("<<if true>>\na\n<<end if>>"),
           "t.yarn:5:1: warning: this is a command of the game; write it in one word [yarn-two-words]\n"
           "t.yarn:3:1: error: this <<if>> has no <<endif>> [YS0007]\n");
}

static void test_choices(void)
{
    expect(NODE("-> a\n\tx\n    y\n-> b\n    z"), "t.yarn:5:1: warning: this line is not indented as far as "
                                                  "the text of the option above, and no longer "
                                                  "belongs to it [yarn-split-options]\n");
    expect(NODE("-> a\n \tx"), "t.yarn:4:1: warning: tabs and blanks are mixed here; a tab counts as 8 "
                               "blanks [yarn-mixed-indent]\n");
    expect(NODE("- > a\n--> b\n\xE2\x86\x92 c"),
           "t.yarn:3:1: warning: this is a line to show; a choice begins with -> [yarn-arrow]\n"
           "t.yarn:4:1: warning: this is a line to show; a choice begins with -> [yarn-arrow]\n"
           "t.yarn:5:1: warning: this is a line to show; a choice begins with -> [yarn-arrow]\n");
    expect(NODE("-> a\n    -> b\n        c\n    d\ne"), "");
}

static void test_expressions(void)
{
    expect(NODE("<<declare $a = 1>>\n<<if $a = 1>>\nx\n<<endif>>"),
           "t.yarn:4:9: error: expected an operator or '>>', not '=' [YS0005]\n"
           "t.yarn:4:9: note: to compare, write ==\n");
    expect(
        NODE("{visited(Start)}"),
        "t.yarn:3:10: error: 'Start' is neither a $variable, nor \"text\", nor a function with ( ) [YS0005]\n"
        "t.yarn:3:10: note: a text, also a node's title, stands in quotes: \"Start\"\n");
    expect(NODE("{visited(\xE2\x80\x9CStart\xE2\x80\x9D)}"),
           "t.yarn:3:10: error: '\xE2\x80\x9C' has no meaning in an expression [YS0005]\n"
           "t.yarn:3:10: note: text stands between straight quotes: \"\n");
    expect(NODE("<<declare $x = 1 as int>>\n<<set $x = 2>>"),
           "t.yarn:3:21: error: no type is called 'int' [YS0050]\n"
           "t.yarn:3:21: note: there are number, string, bool and the enums\n");
    expect(NODE("<<enum S>>\n<<case A>>\n<<endenum>>\n<<set $x = S.Z>>"),
           "t.yarn:6:12: error: the enum 'S' has no case 'Z' [YS0038]\n"
           "t.yarn:6:7: warning: $x is not declared [YS0003]\n");
    expect(NODE("<<jump Start Again>>"), "t.yarn:3:14: error: expected '>>', not 'Again' [YS0005]\n"
                                         "t.yarn:3:14: note: a node's title has no blanks\n");
}

static void test_bytes(void)
{
    StrBuf diags;
    DiagSink sink = { .report = story_report, .user = &diags };
    YarnSource source = { SV("t.yarn"), { "\xFF\xFEt\0i\0t\0l\0e\0:\0 \0A\0\n\0", 20 } };
    YarnProgram *program = NULL;
    strbuf_init(&diags, alloc_heap());
    EXPECT_EQ(
        yarn_compile(&(YarnCompileOptions){ .alloc = alloc_heap(), .diags = &sink }, &source, 1, &program),
        STATUS_INVALID);
    EXPECT_TEXT(strbuf_view(&diags),
                "t.yarn:1:1: error: this file is saved as UTF-16; save it as UTF-8 [yarn-encoding]\n");
    strbuf_release(&diags);
    expect(NODE("\xE9t\xE9\n\xE9\n\xE9\n\xE9\n\xE9"),
           "t.yarn:3:1: error: this byte (0xE9) is not text in UTF-8 [yarn-encoding]\n"
           "t.yarn:3:1: note: save the file as UTF-8\n"
           "t.yarn:4:1: error: this byte (0xE9) is not text in UTF-8 [yarn-encoding]\n"
           "t.yarn:5:1: error: this byte (0xE9) is not text in UTF-8 [yarn-encoding]\n");
    expect(NODE("Cat #1 is here"),
           "t.yarn:3:5: warning: this is a tag and is not shown; write \\#1 to show it "
           "[yarn-tag-number]\n"
           "t.yarn:3:8: error: text cannot follow a condition or a tag; only #tags and comments "
           "can [YS0005]\n");
}

int main(void)
{
    test_ends_of_nodes();
    test_blocks();
    test_choices();
    test_expressions();
    test_bytes();
    return TEST_MAIN_END();
}
