/* yarn_conformance FOLDER: runs the upstream test plans and must-fail files that
 * lie in FOLDER/testcases and FOLDER/parse-failures (not part of this project) and
 * says how many pass. Exit code 0 when all do. The format of a plan is described in
 * that folder's README. */
#define _POSIX_C_SOURCE 200809L
#include "sango/base/file.h"
#include "sango/yarn/markup.h"
#include "sango/yarn/vm.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool assert_failed;

static YarnValue make_bool(bool boolean)
{
    return (YarnValue){ .type = YARN_TYPE_BOOL, .as.boolean = boolean };
}

static YarnValue call_assert(void *user, const YarnValue *args, size_t arg_count)
{
    (void)arg_count;
    (void)user;
    assert_failed = assert_failed || !args[0].as.boolean;
    return args[0];
}

static YarnValue call_add(void *user, const YarnValue *args, size_t arg_count)
{
    (void)arg_count;
    (void)user;
    return (YarnValue){ .type = YARN_TYPE_NUMBER,
                        .as.number = args[0].as.number + args[1].as.number + args[2].as.number };
}

static YarnValue call_true(void *user, const YarnValue *args, size_t arg_count)
{
    (void)arg_count;
    (void)user;
    (void)args;
    return make_bool(true);
}

static YarnValue call_status(void *user, const YarnValue *args, size_t arg_count)
{
    (void)arg_count;
    (void)user;
    (void)args;
    return (YarnValue){ .type = YARN_TYPE_STRING, .as.string = SV("InProgress") };
}

static YarnValue call_one(void *user, const YarnValue *args, size_t arg_count)
{
    (void)arg_count;
    (void)user;
    (void)args;
    return (YarnValue){ .type = YARN_TYPE_NUMBER, .as.number = 1 };
}

static YarnValue call_string(void *user, const YarnValue *args, size_t arg_count)
{
    (void)arg_count;
    (void)user;
    (void)args;
    return (YarnValue){ .type = YARN_TYPE_STRING, .as.string = SV("string") };
}

static const YarnFunction functions[] = {
    { .name = "assert",
      .result = YARN_TYPE_BOOL,
      .params = { YARN_TYPE_BOOL },
      .param_count = 1,
      .call = call_assert },
    { .name = "add_three_operands",
      .result = YARN_TYPE_NUMBER,
      .params = { YARN_TYPE_NUMBER, YARN_TYPE_NUMBER, YARN_TYPE_NUMBER },
      .param_count = 3,
      .call = call_add },
    { .name = "set_objective_complete",
      .result = YARN_TYPE_BOOL,
      .params = { YARN_TYPE_STRING },
      .param_count = 1,
      .call = call_true },
    { .name = "is_objective_active",
      .result = YARN_TYPE_BOOL,
      .params = { YARN_TYPE_STRING },
      .param_count = 1,
      .call = call_true },
    { .name = "get_quest_status",
      .result = YARN_TYPE_STRING,
      .params = { YARN_TYPE_STRING },
      .param_count = 1,
      .call = call_status },
};

/* Not known to the compiler, which must infer their types. */
static const YarnFunction late_functions[] = {
    { .name = "dummy_bool", .result = YARN_TYPE_BOOL, .call = call_true },
    { .name = "dummy_number", .result = YARN_TYPE_NUMBER, .call = call_one },
    { .name = "dummy_string", .result = YARN_TYPE_STRING, .call = call_string },
};

typedef struct Run {
    YarnVm *vm;
    YarnEvent event;
    StrView options[64]; /* steps of the expected ones */
    size_t option_count;
    bool started;
    bool ended;
    StrView node;
    YarnSaliency saliency;
    const char *wrong;
    StrView step;
    Arena arena;
} Run;

static void print_diag(void *user, const Diag *diag)
{
    StrBuf text;
    strbuf_init(&text, alloc_heap());
    diag_format(&text, diag);
    printf("    %s", text.data);
    strbuf_release(&text);
    (void)user;
}

static StrView shown(Run *run, const YarnLine *line)
{
    MarkupText text;
    (void)yarn_markup_parse(&run->arena, line->text, SV("en"), line->info->place, NULL, &text);
    return text.text;
}

/* The next event that a plan can see. */
static bool next_visible(Run *run)
{
    if (!run->started) {
        run->started = true;
        yarn_vm_set_saliency(run->vm, run->saliency);
        if (yarn_vm_start(run->vm, run->node) != STATUS_OK) {
            run->wrong = "no such node";
            return false;
        }
    }
    while (yarn_vm_next(run->vm, &run->event)) {
        if (run->event.kind != YARN_EVENT_NODE_START && run->event.kind != YARN_EVENT_NODE_END) {
            run->ended = run->event.kind == YARN_EVENT_END;
            return true;
        }
    }
    run->wrong = "nothing follows";
    return false;
}

/* The text between the first and the last back quote. */
static StrView quoted(StrView step)
{
    const char *first = memchr(step.data, '`', step.len);
    size_t end = step.len;
    while (end > 0 && step.data[end - 1] != '`') {
        end--;
    }
    if (!first || end < (size_t)(first - step.data) + 2) {
        return SV("");
    }
    return (StrView){ first + 1, end - (size_t)(first - step.data) - 2 };
}

static void check_options(Run *run, StrView number)
{
    int32_t choice = 0;
    if (!next_visible(run)) {
        return;
    }
    if (run->event.kind != YARN_EVENT_OPTIONS || run->event.option_count != run->option_count) {
        run->wrong = "other options were expected";
        return;
    }
    for (size_t i = 0; i < run->option_count; i++) {
        StrView expected = quoted(run->options[i]);
        bool disabled = run->options[i].data[run->options[i].len - 1] == ']';
        if (!strview_equal(shown(run, &run->event.options[i].line), expected) ||
            run->event.options[i].enabled == disabled) {
            run->wrong = "another option was expected";
            return;
        }
    }
    run->option_count = 0;
    (void)strview_to_int(strview_trim(number), &choice);
    if (yarn_vm_select(run->vm, choice == 0 ? SIZE_MAX : (size_t)choice - 1) != STATUS_OK) {
        run->wrong = "the choice was refused";
    }
}

static void check_text(Run *run, YarnEventKind kind, StrView expected, bool any)
{
    if (!next_visible(run)) {
        return;
    }
    StrView found = SV("");
    if (run->event.kind == YARN_EVENT_LINE) {
        found = shown(run, &run->event.line);
    } else if (run->event.kind == YARN_EVENT_COMMAND || run->event.kind == YARN_EVENT_FAULT) {
        found = run->event.text;
    }
    if (run->event.kind != kind || (!any && !strview_equal(found, expected))) {
        printf("    got %d: %.*s\n", (int)run->event.kind, SV_ARG(found));
        run->wrong = "something else was expected";
    }
}

static void set_variable(Run *run, StrView assignment)
{
    StrView name;
    (void)strview_take(&assignment, '=', &name);
    StrView text = strview_trim(assignment);
    float number;
    YarnValue value = make_bool(strview_equal(text, SV("true")));
    if (strview_to_float(text, &number)) {
        value = (YarnValue){ .type = YARN_TYPE_NUMBER, .as.number = number };
    }
    if (yarn_vm_set_variable(run->vm, strview_trim(name), value) != STATUS_OK) {
        run->wrong = "the variable cannot be set";
    }
}

static void finish_run(Run *run)
{
    if (!run->wrong && run->option_count == 0 && !run->ended && next_visible(run) && !run->ended) {
        run->wrong = "the story should have ended";
    }
    run->started = run->ended = false;
    run->node = SV("Start");
}

static void set_saliency(Run *run, StrView name)
{
    run->saliency = YARN_SALIENCY_BEST_LEAST_RECENTLY_SEEN;
    if (strview_equal(name, SV("first"))) {
        run->saliency = YARN_SALIENCY_FIRST;
    } else if (strview_equal(name, SV("best"))) {
        run->saliency = YARN_SALIENCY_BEST;
    }
}

static void run_step(Run *run, StrView step)
{
    StrView rest = step;
    StrView key;
    run->step = step;
    (void)strview_take(&rest, ':', &key);
    rest = strview_trim(rest);
    if (strview_equal(step, SV("---"))) {
        finish_run(run);
    } else if (strview_equal(step, SV("stop"))) {
        if (!next_visible(run) || !run->ended) {
            run->wrong = "the story should have ended";
        }
    } else if (strview_equal(key, SV("line"))) {
        check_text(run, YARN_EVENT_LINE, quoted(step), strview_equal(rest, SV("*")));
    } else if (strview_equal(key, SV("command"))) {
        check_text(run, YARN_EVENT_COMMAND, quoted(step), false);
    } else if (strview_equal(key, SV("option"))) {
        run->options[run->option_count++ % 64] = step;
    } else if (strview_equal(key, SV("select"))) {
        check_options(run, rest);
    } else if (strview_equal(key, SV("set"))) {
        set_variable(run, rest);
    } else if (strview_equal(key, SV("saliency"))) {
        set_saliency(run, rest);
    } else if (strview_equal(key, SV("node"))) {
        run->node = rest;
        run->started = false;
    } else {
        run->wrong = "this step is not known";
    }
}

static bool run_plan(const YarnProgram *program, StrView plan, const char *name)
{
    Run run = { .node = SV("Start") };
    uint32_t line = 0;
    StrView step;
    arena_init(&run.arena, alloc_heap(), 65536);
    assert_failed = false;
    if (yarn_vm_create(&(YarnVmOptions){ .program = program,
                                         .seed = 1,
                                         .functions = late_functions,
                                         .function_count = sizeof late_functions / sizeof *late_functions },
                       &run.vm) != STATUS_OK) {
        return false;
    }
    while (!run.wrong && strview_take(&plan, '\n', &step)) {
        step = strview_trim(step);
        line++;
        if (step.len && step.data[0] != '#') {
            run_step(&run, step);
            run.wrong = assert_failed ? "an assertion failed" : run.wrong;
        }
    }
    if (!run.wrong) {
        finish_run(&run);
    }
    if (run.wrong) {
        printf("  %s:%u: %s: %.*s\n", name, (unsigned)line, run.wrong, SV_ARG(run.step));
    }
    bool passed = !run.wrong;
    yarn_vm_destroy(run.vm);
    arena_release(&run.arena);
    return passed;
}

static Status compile(const char *path, const char *name, DiagSink *diags, YarnProgram **program)
{
    StrView text;
    *program = NULL;
    if (file_read(alloc_heap(), path, 1 << 20, &text) != STATUS_OK) {
        return STATUS_IO;
    }
    YarnSource source = { strview_from_cstr(name), text };
    YarnCompileOptions options = { .alloc = alloc_heap(),
                                   .diags = diags,
                                   .functions = functions,
                                   .function_count = sizeof functions / sizeof *functions,
                                   .infer_functions = true };
    Status status = yarn_compile(&options, &source, 1, program);
    file_free(alloc_heap(), &text);
    return status;
}

/* A case with a plan plays as the plan says; one without must be refused. */
static bool run_case(const char *folder, const char *name)
{
    char path[1024];
    (void)snprintf(path, sizeof path, "%s/%s", folder, name);
    StrView plan;
    YarnProgram *program;
    char plan_path[1024];
    (void)snprintf(plan_path, sizeof plan_path, "%.*s.testplan", (int)(strlen(path) - 5), path);
    bool has_plan = file_read(alloc_heap(), plan_path, 1 << 20, &plan) == STATUS_OK;
    DiagSink diags = { .report = has_plan || getenv("VERBOSE") ? print_diag : NULL };
    Status status = compile(path, name, &diags, &program);
    bool passed = has_plan ? status == STATUS_OK && run_plan(program, plan, name) : status == STATUS_INVALID;
    if (has_plan) {
        file_free(alloc_heap(), &plan);
    }
    yarn_program_destroy(program);
    printf("%s %s\n", passed ? "pass" : "FAIL", name);
    return passed;
}

static bool run_folder(const char *root, const char *part)
{
    char folder[768];
    struct dirent **entries;
    (void)snprintf(folder, sizeof folder, "%s/%s", root, part);
    int count = scandir(folder, &entries, NULL, alphasort);
    int passed = 0;
    int cases = 0;
    for (int i = 0; i < count; i++) {
        const char *name = entries[i]->d_name;
        size_t len = strlen(name);
        if (len > 5 && strcmp(name + len - 5, ".yarn") == 0) {
            cases++;
            passed += run_case(folder, name);
        }
        free(entries[i]);
    }
    if (count >= 0) {
        free(entries);
    }
    printf("%s: %d of %d pass\n", part, passed, cases);
    return cases > 0 && passed == cases;
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "usage: yarn_conformance FOLDER\n");
        return 2;
    }
    bool plans = run_folder(argv[1], "testcases");
    bool failures = run_folder(argv[1], "parse-failures");
    return plans && failures ? 0 : 1;
}
