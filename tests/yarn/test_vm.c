#include "yarn_test.h"

static void test_a_disabled_option_is_refused(void)
{
    Story story;
    story_open(&story, NODE("-> a <<if false>>\n    no\n-> b\n    yes\nend"));
    const YarnEvent *event = story_next(&story);
    EXPECT(event && event->kind == YARN_EVENT_OPTIONS && event->option_count == 2);
    EXPECT(!event->options[0].enabled && event->options[1].enabled);
    YarnEvent other;
    EXPECT(!yarn_vm_next(story.vm, &other));
    EXPECT_EQ(yarn_vm_select(story.vm, 0), STATUS_INVALID);
    EXPECT_EQ(yarn_vm_select(story.vm, 2), STATUS_INVALID);
    EXPECT_EQ(yarn_vm_select(story.vm, SIZE_MAX), STATUS_INVALID);
    EXPECT_EQ(yarn_vm_select(story.vm, 1), STATUS_OK);
    EXPECT_EQ(yarn_vm_select(story.vm, 1), STATUS_INVALID);
    EXPECT_TEXT(story_text(&story), "yes");
    EXPECT_TEXT(story_text(&story), "end");
    EXPECT_TEXT(story_text(&story), "(end)");
    EXPECT(story_next(&story) == NULL);
    story_close(&story);
}

static void test_values_cannot_become_markup(void)
{
    Story story;
    story_open(&story, NODE("<<declare $a = \"[b]{1}: x\">>\n{$a} {2} \\{2\\} [c x={$a} y=\"{$a}\" z={3}/]\n"
                            "<<say {$a}>>"));
    EXPECT_TEXT(story_text(&story), "\\[b\\]{1}\\: x 2 {2} [c x=\"[b]{1}: x\" y=\"[b]{1}: x\" z=3/]");
    EXPECT_EQ(story.event.line.info->value_count, 5);
    EXPECT_TEXT(story.event.line.values[0], "[b]{1}: x");
    EXPECT_TEXT(story_text(&story), "say [b]{1}: x");
    story_close(&story);
}

static void test_numbers_print_short(void)
{
    Story story;
    story_open(
        &story,
        NODE("{0.1 + 0.2} {1 / 3} {100000000000000} {1000000000000000} {-0.5} {16777217} {0.00001} {2.50}"));
    EXPECT_TEXT(story_text(&story), "0.3 0.33333334 100000000000000 1E+15 -0.5 16777216 0.00001 2.5");
    story_close(&story);
}

static void test_operators(void)
{
    Story story;
    story_open(&story,
               NODE("{1 + 2 * 3} {10 % 7} {-7 % 5} {7 - 2 - 1} {true or false and false} {not true xor true} "
                    "{1 < 2 == true} {\"a\" + \"b\" + \"c\"} {\"a\" is \"a\"} {-(1 + 2)} {!false && true}"));
    EXPECT_TEXT(story_text(&story), "7 3 -2 4 False True True abc True -3 True");
    story_close(&story);
}

/* Checked against .NET's documentation of its formats. */
static void test_formats(void)
{
    static const struct {
        const char *call, *text;
    } cases[] = {
        { "format(\"{0:F2}\", 3)", "3.00" },          { "format(\"{0:N0}\", 1234567)", "1,234,567" },
        { "format(\"{0:P1}\", 0.125)", "12.5 %" },    { "format(\"{0:E3}\", 12345)", "1.235E+004" },
        { "format(\"{0:E2}\", -0.00999999)", "-1.00E-002" },
        { "format(\"{0:F1}\", 0.25)", "0.3" },
        { "format(\"{0:F0}\", 999.5)", "1000" },
        { "format(\"{0:F1}\", -0.01)", "0.0" },
        { "format(\"{0:G}\", 0.1)", "0.1" },          { "format(\"{0:00}\", 7)", "07" },
        { "format(\"{0:000.0}\", -7.25)", "-007.3" }, { "format(\"{0:0.##}\", 1.5)", "1.5" },
        { "format(\"{0:0.##}\", 2)", "2" },           { "format(\"{0:0.0#}\", 2)", "2.0" },
        { "format(\"{0:#.00}\", 0.5)", ".50" },       { "format(\"{0:#,##0.00}\", 1234.5)", "1,234.50" },
        { "format(\"{0:#,##0}\", 12)", "12" },        { "format(\"{0:0%}\", 0.42)", "42%" },
        { "format(\"{0:$0.00}\", -1.5)", "-$1.50" },  { "format(\"{{{0}}}\", 1)", "{1}" },
        { "format(\"<{0,5}>\", 12)", "<   12>" },     { "format(\"<{0,-5}>\", \"ab\")", "<ab   >" },
        { "format(\"<{0,6:F1}>\", 2)", "<   2.0>" },  { "format(\"{0} of {0}\", true)", "True of True" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        StrBuf script;
        Story story;
        strbuf_init(&script, alloc_heap());
        strbuf_printf(&script, "title: Start\n---\n<<say {%s}>>\n===\n", cases[i].call);
        story_open(&story, script.data);
        StrView got = story_text(&story);
        EXPECT_TEXT(strview_slice(got, 4, got.len), cases[i].text);
        story_close(&story);
        strbuf_release(&script);
    }
    static const char *const wrong[] = { "{1}", "{0:Q}", "{x}", "{0,9999999}", "{0:F-1}", "{}" };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        StrBuf script;
        Story story;
        strbuf_init(&script, alloc_heap());
        strbuf_printf(&script, "title: Start\n---\n<<say {format(\"%s\", 1)}>>\n===\n", wrong[i]);
        story_open(&story, script.data);
        EXPECT(strview_starts_with(story_text(&story), SV("format() does not understand '{")));
        story_close(&story);
        strbuf_release(&script);
    }
}

/* A jump, K assignments of two steps each and the line: exactly the limit, and one more. */
static void test_steps_have_a_limit(void)
{
    for (int more = 0; more < 2; more++) {
        StrBuf script;
        Story story;
        strbuf_init(&script, alloc_heap());
        strbuf_append(&script, more ? SV("title: Start\n---\n")
                                    : SV("title: Start\n---\n<<jump B>>\n===\ntitle: B\n---\n"));
        for (int i = 0; i < YARN_STEPS_MAX / 2 - 1 + more; i++) {
            strbuf_append(&script, SV("<<set $b = true>>\n"));
        }
        strbuf_append(&script, SV("Here.\n===\n"));
        story_compile(&story, script.data, NULL, 0);
        EXPECT_EQ(yarn_vm_create(&(YarnVmOptions){ .program = story.program }, &story.vm), STATUS_OK);
        EXPECT_EQ(yarn_vm_start(story.vm, SV("Start")), STATUS_OK);
        EXPECT_TEXT(story_text(&story),
                    more ? "100000 steps without a line, a choice or a command: this never ends" : "Here.");
        story_close(&story);
        strbuf_release(&script);
    }
}

static void test_blanks_inside_brackets(void)
{
    Story story;
    story_open(&story,
               NODE("<< set $n to 1 >>\nA << if $n == 1 >> #t\nB <<\tonce if $n > 1>>\nC << once >>\n<< if "
                    "$n == 1 >>\nD\n<< else >>\nE\n"
                    "<< endif >>\n<< once >>\nF\n<< endonce >>\n<< jump Two >>") "title: Two\n---\n<< stop "
                                                                                 ">>\n===\n");
    static const char *const texts[] = { "A", "C", "D", "F", "(end)" };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        EXPECT_TEXT(story_text(&story), texts[i]);
    }
    story_close(&story);
}

static void test_library(void)
{
    Story story;
    story_open(
        &story,
        NODE("{min(3,1,2)} {max(3,1,2)} {round(2.5)} {round(3.5)} {round_places(1.256,2)} {floor(-1.5)} "
             "{ceil(1.2)} {inc(1)} {inc(1.5)} {dec(1)} {dec(1.5)} {decimal(1.25)} {int(-1.7)}\n"
             "{string(1)} {number(\"2.5\") + 1} {bool(\"true\")} {bool(0)} {string(true)} "
             "{format(\"{0:F2}/{0:N0}/{0:0.0}/{0}\", 1234.5)}\n"
             "{visited(\"Start\")} {visited_count(\"Start\")} {has_any_content(\"Start\")}\n"
             "{dice(1)} {random_range(4,4)} {random() < 1} {random_range_float(2,2)}"));
    EXPECT_TEXT(story_text(&story), "1 3 2 4 1.26 -2 2 2 2 0 1 0.25 -1");
    EXPECT_TEXT(story_text(&story), "1 3.5 True False True 1234.50/1,235/1234.5/1234.5");
    EXPECT_TEXT(story_text(&story), "False 0 True");
    EXPECT_TEXT(story_text(&story), "1 4 True 2");
    story_close(&story);
}

static void expect_fault(const char *text, const char *expected, uint32_t line)
{
    Story story;
    story_open(&story, text);
    const YarnEvent *event = story_next(&story);
    EXPECT(event && event->kind == YARN_EVENT_FAULT);
    if (event && !strview_equal(event->text, strview_from_cstr(expected))) {
        test_failures++;
        fprintf(stderr, "expected fault %s, got %.*s\n", expected, SV_ARG(event->text));
    }
    EXPECT_EQ(event ? event->place.line : 0, line);
    EXPECT(story_next(&story) == NULL);
    EXPECT_EQ(yarn_vm_start(story.vm, SV("Start")), STATUS_OK); /* it can be played again */
    story_close(&story);
}

static void test_faults_name_the_place(void)
{
    expect_fault(NODE("<<declare $z = 0>>\n{1 / $z}"), "a number is divided by zero", 4);
    expect_fault(NODE("<<declare $z = 0>>\n{1 % $z}"), "a number is divided by zero", 4);
    expect_fault(NODE("\n<<jump {\"Strat\"}>>"), "no node is called 'Strat'; did you mean 'Start'?", 4);
    expect_fault(NODE("<<jump Start>>"),
                 "100000 steps without a line, a choice or a command: this never ends", 3);
    expect_fault(NODE("<<detour Start>>"), "more than 256 detours inside each other", 3);
    expect_fault(NODE("{number(\"x\")}"), "'x' is not a number", 3);
    expect_fault(NODE("{dice(0)}"), "a random number needs a range, its smaller end first", 3);
    expect_fault("title: Start\n---\n<<declare $s = \"aaaaaaaa\">>\n<<jump G>>\n===\n"
                 "title: G\n---\n<<set $s = $s + $s>>\n<<jump G>>\n===\n",
                 "a string is longer than 65536 bytes", 8);
    expect_fault("title: Start\n---\n<<declare $n = 10>>\n<<jump G>>\n===\n"
                 "title: G\n---\n<<set $n = $n * $n>>\n<<jump G>>\n===\n",
                 "a number has become too large", 8);
    expect_fault(NODE("<<declare $a = has_any_content(\"G\")>>\n{$a}") "title: G\nwhen: $a\n---\n===\n",
                 "a value is worked out from itself", 3);
}

/* Plays a story whose $s has so many bytes; true when it comes to its end. */
static bool plays_with_text(const char *source, size_t bytes)
{
    static char text[70000];
    Story story;
    memset(text, 'a', sizeof text);
    story_open(&story, source);
    YarnValue value = { .type = YARN_TYPE_STRING, .as.string = { text, bytes } };
    EXPECT_EQ(yarn_vm_set_variable(story.vm, SV("$s"), value), STATUS_OK);
    const YarnEvent *event = story_next(&story);
    bool ended = event && event->kind == YARN_EVENT_END;
    EXPECT(event && (ended || event->kind == YARN_EVENT_FAULT));
    story_close(&story);
    return ended;
}

/* At each limit, and one above it. */
static void test_limits(void)
{
    StrBuf source;
    strbuf_init(&source, alloc_heap());
    for (int above = 0; above <= 1; above++) {
        const char *join = NODE("<<declare $s = \"\">>\n<<set $t = $s + \"b\">>");
        EXPECT_EQ(plays_with_text(join, 65535 + (size_t)above), !above);

        strbuf_clear(&source);
        strbuf_append(&source, SV("title: Start\n---\n<<declare $s = \"\">>\n"));
        for (int i = 0; i < 64 + above; i++) {
            strbuf_append(&source, SV("<<set $t = $s + \"b\">>\n"));
        }
        strbuf_append(&source, SV("===\n"));
        EXPECT_EQ(plays_with_text(source.data, 65535), !above);

        strbuf_clear(&source);
        strbuf_printf(&source,
                      "title: Start\n---\n<<declare $s = \"\">>\n<<set $n += 1>>\n<<if $n <= %d>>\n"
                      "<<detour Start>>\n<<endif>>\n===\n",
                      256 + above);
        EXPECT_EQ(plays_with_text(source.data, 0), !above);
    }
    strbuf_release(&source);
}

static void test_variables(void)
{
    Story story;
    story_open(
        &story,
        NODE("<<declare $n = 1>>\n<<declare $s = \"x\">>\n<<declare $smart = $n > 1>>\n{$s}{$n}{$smart}"));
    YarnValue value;
    EXPECT(yarn_vm_get_variable(story.vm, SV("$n"), &value) && value.as.number == 1);
    EXPECT(yarn_vm_get_variable(story.vm, SV("$smart"), &value) && !value.as.boolean);
    EXPECT(!yarn_vm_get_variable(story.vm, SV("$none"), &value) &&
           !yarn_vm_get_variable(story.vm, SV("$"), &value));
    YarnValue two = { .type = YARN_TYPE_NUMBER, .as.number = 2 };
    char text[] = "long text";
    YarnValue string = { .type = YARN_TYPE_STRING, .as.string = { text, 9 } };
    EXPECT_EQ(yarn_vm_set_variable(story.vm, SV("$n"), two), STATUS_OK);
    EXPECT_EQ(yarn_vm_set_variable(story.vm, SV("$s"), string), STATUS_OK);
    text[0] = 'X';
    EXPECT_EQ(yarn_vm_set_variable(story.vm, SV("$s"), two), STATUS_INVALID);
    EXPECT_EQ(yarn_vm_set_variable(story.vm, SV("$smart"), (YarnValue){ .type = YARN_TYPE_BOOL }),
              STATUS_INVALID);
    EXPECT_EQ(yarn_vm_set_variable(story.vm, SV("$none"), two), STATUS_NOT_FOUND);
    EXPECT_TEXT(story_text(&story), "long text2True");
    yarn_vm_reset(story.vm, 7);
    EXPECT_EQ(yarn_vm_start(story.vm, SV("Start")), STATUS_OK);
    EXPECT_TEXT(story_text(&story), "x1False");
    story_close(&story);
}

static void test_visits_count_on_leaving(void)
{
    Story story;
    story_open(&story, NODE("<<detour A>>\nb") "title: A\n---\na\n===\n");
    EXPECT_TEXT(story_text(&story), "a");
    EXPECT_EQ(yarn_vm_visit_count(story.vm, SV("A")), 0);
    EXPECT_TEXT(story_text(&story), "b");
    EXPECT_EQ(yarn_vm_visit_count(story.vm, SV("A")), 1);
    EXPECT_EQ(yarn_vm_visit_count(story.vm, SV("Start")), 0);
    EXPECT_TEXT(story_text(&story), "(end)");
    EXPECT_EQ(yarn_vm_visit_count(story.vm, SV("Start")), 1);
    EXPECT_EQ(yarn_vm_visit_count(story.vm, SV("Nothing")), 0);
    story_close(&story);
}

/* The same seed gives the same story, another one may not. */
static void test_chance_comes_from_the_seed(void)
{
    Story story;
    StrBuf first, second;
    story_open(&story, NODE("{random_range(1,1000000)} {random_range(1,1000000)}"));
    strbuf_init(&first, alloc_heap());
    strbuf_init(&second, alloc_heap());
    strbuf_append(&first, story_text(&story));
    yarn_vm_reset(story.vm, 7);
    (void)yarn_vm_start(story.vm, SV("Start"));
    strbuf_append(&second, story_text(&story));
    EXPECT(strview_equal(strbuf_view(&first), strbuf_view(&second)));
    yarn_vm_reset(story.vm, 8);
    (void)yarn_vm_start(story.vm, SV("Start"));
    EXPECT(!strview_equal(strbuf_view(&first), story_text(&story)));
    strbuf_release(&first);
    strbuf_release(&second);
    story_close(&story);
}

static YarnValue give_wrong(void *user, const YarnValue *args, size_t arg_count)
{
    (void)arg_count;
    (void)user;
    return args[0];
}

static void test_a_function_of_the_wrong_type_faults(void)
{
    static const YarnFunction functions[] = {
        { .name = "same",
          .result = YARN_TYPE_NUMBER,
          .params = { YARN_TYPE_ANY },
          .param_count = 1,
          .call = give_wrong },
        { .name = "none", .result = YARN_TYPE_NUMBER },
    };
    Story story;
    story_compile(&story, NODE("{same(1) + 1}\n{same(\"x\")}") "title: N\n---\n{none()}\n===\n", functions,
                  2);
    EXPECT_EQ(story.status, STATUS_OK);
    EXPECT_EQ(yarn_vm_create(&(YarnVmOptions){ .program = story.program }, &story.vm), STATUS_OK);
    EXPECT_EQ(yarn_vm_start(story.vm, SV("Nowhere")), STATUS_NOT_FOUND);
    EXPECT_EQ(yarn_vm_start(story.vm, SV("Start")), STATUS_OK);
    EXPECT_TEXT(story_text(&story), "2");
    EXPECT_TEXT(story_text(&story), "the function same() gave a string, not a number");
    EXPECT_EQ(yarn_vm_start(story.vm, SV("N")), STATUS_OK);
    EXPECT_TEXT(story_text(&story), "the function none() cannot be called here");
    story_close(&story);
}

static void test_expand_keeps_what_has_no_value(void)
{
    StrBuf out;
    StrView values[] = { SV("one"), SV("two") };
    strbuf_init(&out, alloc_heap());
    yarn_expand(&out, SV("{1} {0} {2} {x} {1"), values, 2);
    EXPECT_TEXT(strbuf_view(&out), "two one {2} {x} {1");
    strbuf_release(&out);
}

int main(void)
{
    test_a_disabled_option_is_refused();
    test_values_cannot_become_markup();
    test_numbers_print_short();
    test_operators();
    test_blanks_inside_brackets();
    test_formats();
    test_steps_have_a_limit();
    test_library();
    test_faults_name_the_place();
    test_limits();
    test_variables();
    test_visits_count_on_leaving();
    test_chance_comes_from_the_seed();
    test_a_function_of_the_wrong_type_faults();
    test_expand_keeps_what_has_no_value();
    return TEST_MAIN_END();
}
