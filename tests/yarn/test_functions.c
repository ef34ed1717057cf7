#include "yarn_test.h"

/* Functions of the game: declared ones with free arguments, and such that nobody
 * declared, whose types come from how they are used. */

static YarnValue count_args(void *user, const YarnValue *args, size_t arg_count)
{
    (void)user;
    (void)args;
    return (YarnValue){ .type = YARN_TYPE_NUMBER, .as.number = (float)arg_count };
}

static YarnValue is_one(void *user, const YarnValue *args, size_t arg_count)
{
    (void)user;
    (void)arg_count;
    return (YarnValue){ .type = YARN_TYPE_BOOL, .as.boolean = args[0].as.number == 1 };
}

static YarnValue same(void *user, const YarnValue *args, size_t arg_count)
{
    (void)user;
    (void)arg_count;
    return args[0];
}

static YarnValue give_llo(void *user, const YarnValue *args, size_t arg_count)
{
    (void)user;
    (void)args;
    (void)arg_count;
    return (YarnValue){ .type = YARN_TYPE_STRING, .as.string = SV("llo") };
}

static void compile_inferring(Story *story, const char *text)
{
    story_compile_with(story, text, (YarnCompileOptions){ .infer_functions = true });
}

static void test_free_arguments(void)
{
    static const YarnFunction functions[] = {
        { .name = "some",
          .result = YARN_TYPE_NUMBER,
          .params = { YARN_TYPE_STRING, YARN_TYPE_NUMBER, YARN_TYPE_BOOL },
          .param_count = 3,
          .call = count_args,
          .optional_count = 2 },
        { .name = "many",
          .result = YARN_TYPE_NUMBER,
          .params = { YARN_TYPE_STRING, YARN_TYPE_NUMBER },
          .param_count = 2,
          .call = count_args,
          .is_variadic = true },
    };
    Story story;
    story_compile(
        &story,
        NODE("{some(\"a\")} {some(\"a\", 1)} {some(\"a\", 1, true)} {many(\"b\")} {many(\"b\", 1, 2, 3)}"),
        functions, 2);
    EXPECT_EQ(story.status, STATUS_OK);
    EXPECT_EQ(yarn_vm_create(&(YarnVmOptions){ .program = story.program }, &story.vm), STATUS_OK);
    EXPECT_EQ(yarn_vm_start(story.vm, SV("Start")), STATUS_OK);
    EXPECT_TEXT(story_text(&story), "1 2 3 1 4");
    story_close(&story);
    story_compile(&story, NODE("{some()}\n{some(\"a\", 1, true, 4)}\n{many()}\n{many(\"b\", \"c\")}"),
                  functions, 2);
    EXPECT_TEXT(strbuf_view(&story.diags),
                "t.yarn:3:2: error: some() takes at least 1 argument, not 0 [YS0014]\n"
                "t.yarn:4:2: error: some() takes at most 3 arguments, not 4 [YS0014]\n"
                "t.yarn:5:2: error: many() takes at least 1 argument, not 0 [YS0014]\n"
                "t.yarn:6:12: error: expected a number here, but this is a string [YS0050]\n");
    story_close(&story);
}

/* `end` is what is said, or the fault. */
static void expect_played(const char *text, const char *end)
{
    static const YarnFunction functions[] = {
        { .name = "is_one",
          .result = YARN_TYPE_BOOL,
          .params = { YARN_TYPE_NUMBER },
          .param_count = 1,
          .call = is_one },
        { .name = "same",
          .result = YARN_TYPE_BOOL,
          .params = { YARN_TYPE_BOOL },
          .param_count = 1,
          .call = same },
        { .name = "llo", .result = YARN_TYPE_STRING, .call = give_llo },
    };
    Story story;
    compile_inferring(&story, text);
    EXPECT_EQ(story.status, STATUS_OK);
    EXPECT_TEXT(strbuf_view(&story.diags), "");
    YarnVmOptions options = { .program = story.program, .functions = functions, .function_count = 3 };
    EXPECT_EQ(yarn_vm_create(&options, &story.vm), STATUS_OK);
    EXPECT_EQ(yarn_vm_start(story.vm, SV("Start")), STATUS_OK);
    EXPECT_TEXT(story_text(&story), end);
    story_close(&story);
}

static void test_inferred_functions_are_found_by_name(void)
{
    expect_played(NODE("{same(is_one(1) and true) and true} {\"he\" + llo()}"), "True hello");
}

static void test_what_the_game_does_not_have_is_a_fault(void)
{
    expect_played(NODE("{1 + missing()}"), "the game has no function missing()");
    expect_played(NODE("<<call is_one(\"x\")>>"), "the function is_one() of the game takes other arguments");
    expect_played(NODE("<<call is_one()>>"), "the function is_one() of the game takes other arguments");
    expect_played(NODE("<<call is_one(1, 2)>>"), "the function is_one() of the game takes other arguments");
    expect_played(NODE("{1 + llo()}"), "the function llo() gave a string, not a number");
}

static void expect_diags(const char *text, const char *diags)
{
    Story story;
    compile_inferring(&story, text);
    EXPECT_EQ(story.status, STATUS_INVALID);
    EXPECT_TEXT(strbuf_view(&story.diags), diags);
    story_close(&story);
}

static void test_inferred_functions_keep_their_types(void)
{
    expect_diags(NODE("{1 + f(1)}\n{1 + f(2, 2)}"),
                 "t.yarn:4:6: error: f() takes 1 argument, not 2 [YS0014]\n"
                 "t.yarn:3:6: note: its first call is here\n");
    expect_diags(NODE("{1 + f(1)}\n{1 + f(true)}"),
                 "t.yarn:4:8: error: expected a number here, but this is a bool [YS0050]\n");
    expect_diags(NODE("{1 + f()}\n{f() + \"x\"}"),
                 "t.yarn:4:8: error: expected a number here, but this is a string [YS0050]\n");
    expect_diags(NODE("{f()}"), "t.yarn:3:2: error: nothing says which type this has [YS0029]\n");
}

int main(void)
{
    test_free_arguments();
    test_inferred_functions_are_found_by_name();
    test_what_the_game_does_not_have_is_a_fault();
    test_inferred_functions_keep_their_types();
    return TEST_MAIN_END();
}
