#include "conformance.h"

static YarnValue make_bool(bool boolean)
{
    return (YarnValue){ .type = YARN_TYPE_BOOL, .as.boolean = boolean };
}

static YarnValue call_assert(void *user, const YarnValue *args, size_t arg_count)
{
    bool *assert_failed = user;
    (void)arg_count;
    *assert_failed = *assert_failed || !args[0].as.boolean;
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

Status conformance_compile(StrView text, const char *name, DiagSink *diags, YarnProgram **program)
{
    YarnSource source = { strview_from_cstr(name), text };
    YarnCompileOptions options = { .alloc = alloc_heap(),
                                   .diags = diags,
                                   .functions = functions,
                                   .function_count = sizeof functions / sizeof *functions,
                                   .infer_functions = true };
    *program = NULL;
    return yarn_compile(&options, &source, 1, program);
}

Status conformance_create_vm(const YarnProgram *program, bool *assert_failed, YarnVm **vm)
{
    YarnVmOptions options = { .program = program,
                              .user = assert_failed,
                              .seed = 1,
                              .functions = late_functions,
                              .function_count = sizeof late_functions / sizeof *late_functions };
    *assert_failed = false;
    return yarn_vm_create(&options, vm);
}
