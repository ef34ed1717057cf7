/* Definitions of commands and functions, and programs held against them. */
#include "project_test.h"

#define FILE_OF(commands, functions)                                                                         \
    "{ \"version\": 1,\n\"commands\": [" commands "],\n\"functions\": [" functions "] }"

typedef struct Row {
    const char *text;
    const char *want; /* what was read, and the diagnostics */
} Row;

static const Row rows[] = {
    { FILE_OF("{ \"yarnName\": \"go\", \"documentation\": \"Goes.\", \"language\": \"c\", \"async\": true,\n"
              "  \"location\": { \"start\": { \"line\": 1, \"character\": 0 }, \"end\": { \"line\": 1, "
              "\"character\": 5 } },\n"
              "  \"parameters\": [ { \"name\": \"who\", \"type\": \"instance\", \"subtype\": \"Actor\" },\n"
              "    { \"name\": \"where\", \"type\": \"node\", \"defaultValue\": \"\" }, { \"name\": "
              "\"more\", \"type\": \"any\", \"isParamsArray\": true } ] }",
              "{ \"yarnName\": \"sum\", \"parameters\": [ { \"name\": \"a\", \"type\": \"number\" }, { "
              "\"name\": \"b\", \"type\": \"enum\" } ],\n"
              "  \"return\": { \"type\": \"bool\", \"description\": \"x\" } }"),
      "go/3 least 1 many, \"Goes.\"\nsum/2 least 2, number any -> bool\n" },
    { FILE_OF("{ \"yarnName\": \"a b\", \"parameters\": [] }, { \"yarnName\": \"x\" }, 1, { \"parameters\": "
              "[] },\n"
              "{ \"yarnName\": \"y\", \"parameters\": [ { \"name\": \"p\", \"type\": \"numbr\" } ], "
              "\"documentaton\": \"\" },\n"
              "{ \"yarnName\": \"y\", \"parameters\": [] }",
              "{ \"yarnName\": \"2f\", \"parameters\": [], \"return\": { \"type\": \"bool\" } }, { "
              "\"yarnName\": \"f\", \"parameters\": [] }"),
      "f:2:28: error: 'a b' cannot be the name of a command [yarn-definitions]\n"
      "f:2:55: error: 'parameters' is missing; it may be an empty list [yarn-definitions]\n"
      "f:2:76: error: a command is an object in {braces} [yarn-definitions]\n"
      "f:2:79: error: 'yarnName' is missing [yarn-definitions]\n"
      "f:3:88: warning: 'documentaton' is not used here; did you mean 'documentation'? [yarn-definitions]\n"
      "f:3:59: error: there is no type 'numbr'; did you mean 'number'? [yarn-definitions]\n"
      "f:4:15: warning: the command 'y' is defined already; this one is not used [yarn-definitions]\n"
      "f:5:29: error: '2f' cannot be the name of a function [yarn-definitions]\n"
      "f:5:85: error: 'return' is an object in {braces} with a 'type' [yarn-definitions]\n"
      "x/0 least 0\ny/1 least 1\nf/0 least 0, -> any\n" },
    { FILE_OF("{ \"yarnName\": \"z\", \"parameters\": [ { \"name\": \"p\", \"type\": \"any\", "
              "\"isParamsArray\": true },\n"
              " { \"name\": \"q\", \"type\": \"any\", \"defaultValue\": \"1\" }, { \"name\": \"r\", "
              "\"type\": \"any\" } ] }",
              ""),
      "f:2:96: error: only the last parameter can stand for several arguments [yarn-definitions]\n"
      "f:3:55: warning: a parameter before 'r' has a default value that can never be used "
      "[yarn-definitions]\n"
      "z/3 least 3\n" },
    { "{ \"Commands\": [] }",
      "f:1:15: warning: 'Commands' is not used here; did you mean 'commands'? [yarn-definitions]\n"
      "f:1:1: warning: 'version' is missing, or no number [yarn-definitions]\n" },
    { "7", "f:1:1: error: a definitions file is an object in {braces} [yarn-definitions]\n" },
    { "{",
      "f:1:1: error: this is not JSON; often a comma or a quote is missing before [yarn-definitions]\n" },
};

static const char *type_name(YarnType type)
{
    static const char *const names[] = { "any", "number", "string", "bool" };
    return names[type];
}

static Status describe(StrBuf *out, const Allocator *alloc, const char *text)
{
    Arena arena;
    YarnDefinitions all = { 0 };
    arena_init(&arena, alloc, 64);
    DiagSink sink = { append_diag, out, 0, 0 };
    Status status = yarn_definitions_add(&all, &arena, SV("f"), strview_from_cstr(text), &sink);
    for (size_t i = 0; i < all.command_count; i++) {
        const YarnDefinition *command = &all.commands[i];
        strbuf_printf(out, "%.*s/%zu least %zu%s", SV_ARG(command->name), command->param_count,
                      command->least, command->is_variadic ? " many" : "");
        strbuf_printf(out, command->doc.len ? ", \"%.*s\"\n" : "%.*s\n", SV_ARG(command->doc));
    }
    for (size_t i = 0; i < all.function_count; i++) {
        const YarnFunction *function = &all.functions[i];
        strbuf_printf(out, "%s/%u least %zu,", function->name, (unsigned)function->param_count,
                      all.function_docs[i].least);
        for (size_t p = 0; p < function->param_count; p++) {
            strbuf_printf(out, " %s", type_name(function->params[p]));
        }
        strbuf_printf(out, " -> %s\n", type_name(function->result));
    }
    arena_release(&arena);
    return status;
}

static void check_rows(void)
{
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        StrBuf out;
        strbuf_init(&out, alloc_heap());
        EXPECT_EQ(describe(&out, alloc_heap(), rows[i].text),
                  strstr(rows[i].want, "error:") ? STATUS_INVALID : STATUS_OK);
        EXPECT_STR(out.data, rows[i].want);
        strbuf_release(&out);
    }
}

static void check_out_of_memory(void)
{
    Meter meter = { 0 };
    Allocator alloc = { meter_resize, &meter };
    for (size_t at = 1;; at++) {
        StrBuf out;
        strbuf_init(&out, alloc_heap());
        meter = (Meter){ .fail_at = at };
        Status status = describe(&out, &alloc, rows[0].text);
        strbuf_release(&out);
        EXPECT_EQ(meter.bytes, 0);
        if (status == STATUS_OK) {
            EXPECT(at > 10);
            break;
        }
        EXPECT_EQ(status, STATUS_NOMEM);
    }
}

static const char commands[] = FILE_OF(
    "{ \"yarnName\": \"wave\", \"parameters\": [] },\n"
    "{ \"yarnName\": \"wait\", \"parameters\": [ { \"name\": \"seconds\", \"type\": \"number\" } ] },\n"
    "{ \"yarnName\": \"visit\", \"parameters\": [ { \"name\": \"page\", \"type\": \"node\" }, { \"name\": "
    "\"fast\", \"type\": \"bool\", \"defaultValue\": \"\" } ] },\n"
    "{ \"yarnName\": \"many\", \"parameters\": [ { \"name\": \"first\", \"type\": \"string\" }, { \"name\": "
    "\"numbers\", \"type\": \"number\", \"isParamsArray\": true } ] }",
    "");

static const char script[] = "title: Start\n---\n"
                             "<<declare $n = 1>>\n"
                             "<<wave>>\n"
                             "<<wavee>>\n"
                             "<<nothing like it>>\n"
                             "<<wave 1>>\n"
                             "    <<wait>>\n"
                             "<<wait 1.5>>\n"
                             "<<wait soon>>\n"
                             "<<wait {$n}>>\n"
                             "<<wait {$n} 2 3>>\n"
                             "<<wait \"{$n}\" 2>>\n"
                             "<<visit Start TRUE>>\n"
                             "<<visit Strat maybe>>\n"
                             "<<visit \"Start\" true 1>>\n"
                             "<<many \"a \\\" b\" 1 2 3 x>>\n"
                             "<<many>>\n"
                             "<<{\"wave\"} 1>>\n"
                             "===\n";

static const char found[] =
    "s.yarn:5:1: warning: the command 'wavee' is not among the definitions [yarn-command]\n"
    "s.yarn:5:1: note: did you mean 'wave'?\n"
    "s.yarn:6:1: warning: the command 'nothing' is not among the definitions [yarn-command]\n"
    "s.yarn:7:1: error: <<wave>> takes 0 arguments, not 1 [yarn-command-argument]\n"
    "s.yarn:8:5: error: <<wait>> needs 1 argument; 'seconds' is missing [yarn-command-argument]\n"
    "s.yarn:10:1: error: 'seconds' of <<wait>> is a number, not 'soon' [yarn-command-argument]\n"
    "s.yarn:13:1: error: <<wait>> takes 1 argument, not 2 [yarn-command-argument]\n"
    "s.yarn:15:1: error: 'page' of <<visit>> is the title of a node, not 'Strat' [yarn-command-argument]\n"
    "s.yarn:15:1: note: did you mean 'Start'?\n"
    "s.yarn:15:1: error: 'fast' of <<visit>> is true or false, not 'maybe' [yarn-command-argument]\n"
    "s.yarn:16:1: error: <<visit>> takes at most 2 arguments, not 3 [yarn-command-argument]\n"
    "s.yarn:17:1: error: 'numbers' of <<many>> is a number, not 'x' [yarn-command-argument]\n"
    "s.yarn:18:1: error: <<many>> needs 1 argument; 'first' is missing [yarn-command-argument]\n";

static void check_commands(void)
{
    Arena arena;
    StrBuf out;
    YarnDefinitions all = { 0 };
    YarnProgram *program = NULL;
    arena_init(&arena, alloc_heap(), 1024);
    strbuf_init(&out, alloc_heap());
    DiagSink sink = { append_diag, &out, 0, 0 };
    YarnSource source = { SV("s.yarn"), strview_from_cstr(script) };
    YarnCompileOptions options = { .alloc = alloc_heap(), .diags = &sink };
    EXPECT_EQ(yarn_compile(&options, &source, 1, &program), STATUS_OK);
    if (program) {
        yarn_definitions_check(&all, program, &sink);
        EXPECT_STR(out.data, ""); /* nothing is known, so nothing is wrong */
        EXPECT_EQ(yarn_definitions_add(&all, &arena, SV("f"), strview_from_cstr(commands), &sink), STATUS_OK);
        yarn_definitions_check(&all, program, &sink);
        EXPECT_STR(out.data, found);
    }
    yarn_program_destroy(program);
    arena_release(&arena);
    strbuf_release(&out);
}

static void check_limit(void)
{
    for (size_t extra = 0; extra < 2; extra++) {
        StrBuf text, out;
        strbuf_init(&text, alloc_heap());
        strbuf_init(&out, alloc_heap());
        strbuf_append(&text, SV("{ \"version\": 1, \"functions\": [ { \"yarnName\": \"f\", \"return\": { "
                                "\"type\": \"any\" }, \"parameters\": ["));
        for (size_t i = 0; i < YARN_FUNCTION_PARAMS_MAX + extra; i++) {
            strbuf_append(&text, i ? SV(", { \"name\": \"p\", \"type\": \"any\" }")
                                   : SV("{ \"name\": \"p\", \"type\": \"any\" }"));
        }
        strbuf_append(&text, SV("] } ] }"));
        EXPECT_EQ(describe(&out, alloc_heap(), text.data), extra ? STATUS_INVALID : STATUS_OK);
        EXPECT((strstr(out.data, "'parameters' has 9 items; it may have 0 to 8") != NULL) == (extra == 1));
        strbuf_release(&text);
        strbuf_release(&out);
    }
}

/* A game's own function stays what it is; the others come behind. */
static void check_merge(void)
{
    static const YarnFunction own[] = { { .name = "age", .result = YARN_TYPE_STRING }, { .name = "size" } };
    YarnFunction defined[] = { { .name = "new" }, { .name = "age", .result = YARN_TYPE_NUMBER } };
    YarnDefinitions all = { .functions = defined, .function_count = 2 };
    Arena arena;
    size_t count;
    arena_init(&arena, alloc_heap(), 64);
    const YarnFunction *merged = yarn_definitions_merge(&all, own, 2, &arena, &count);
    EXPECT(merged && count == 3);
    EXPECT_STR(merged[0].name, "age");
    EXPECT_EQ(merged[0].result, YARN_TYPE_STRING);
    EXPECT_STR(merged[1].name, "size");
    EXPECT_STR(merged[2].name, "new");
    arena_release(&arena);
}

int main(void)
{
    check_merge();
    check_rows();
    check_out_of_memory();
    check_commands();
    check_limit();
    return TEST_MAIN_END();
}
