#include "check_internal.h"

/* An argument may also be an enum whose raw values are of the parameter's type. */
static void check_argument(Checker *checker, Expr *arg, YarnType param)
{
    Compiler *compiler = checker->compiler;
    uint32_t type = check_expression(checker, arg);
    if (param == YARN_TYPE_ANY) {
        if (!types_is_known(compiler, type)) {
            check_defer(checker, DEFERRED_SHOWN, arg, type);
        }
    } else if (!types_is_known(compiler, type) || types_is_enum(compiler, type)) {
        check_defer(checker, DEFERRED_ARGUMENT, arg, param);
    } else if (!types_unify(compiler, type, param)) {
        check_report_mismatch(checker, arg, param);
    }
}

static void check_arity(Checker *checker, const Expr *call, uint32_t least, uint32_t most)
{
    uint32_t count = call->as.call.arg_count;
    if (count < least || count > most) {
        uint32_t bound = count < least ? least : most;
        const char *word = least == most ? "" : count < least ? "at least " : "at most ";
        compile_error(checker->compiler, call->pos, "YS0014", "%.*s() takes %s%u argument%s, not %u",
                      SV_ARG(call->as.call.name), word, (unsigned)bound, bound == 1 ? "" : "s",
                      (unsigned)count);
    }
}

static void warn_unknown_visit(Checker *checker, const Expr *call)
{
    Compiler *compiler = checker->compiler;
    const Expr *arg = call->as.call.args;
    if (call->as.call.index > BUILTIN_has_any_content || !arg || arg->kind != EXPR_STRING ||
        names_find(&compiler->node_names, arg->as.string) != NAME_NONE) {
        return;
    }
    for (size_t i = 0; i < arg->as.string.len; i++) {
        if (arg->as.string.data[i] == '.') {
            return; /* a node of a group, by its subtitle */
        }
    }
    compile_warning(compiler, arg->pos, "yarn-unknown-node", "no node is called '%.*s'",
                    SV_ARG(arg->as.string));
    compile_suggest(compiler, arg->pos, &compiler->node_names, arg->as.string);
}

static void check_builtin(Checker *checker, const Expr *call, uint32_t index)
{
    const Builtin *builtin = library_builtin(index);
    check_arity(checker, call, builtin->least, builtin->most);
    uint32_t position = 0;
    for (Expr *arg = call->as.call.args; arg; arg = arg->next, position++) {
        check_argument(checker, arg, builtin->params[position > 0]);
    }
    warn_unknown_visit(checker, call);
}

/* A function that the game has declared. */
static void check_declared(Checker *checker, const Expr *call, const YarnFunction *function)
{
    check_arity(checker, call, library_least(function), library_most(function));
    uint32_t position = 0;
    for (Expr *arg = call->as.call.args; arg; arg = arg->next, position++) {
        check_argument(checker, arg, library_param(function, position));
    }
}

/* A function of an unknown name: its first call says how many arguments it has, and all
 * its calls together which types. */
static uint32_t check_inferred(Checker *checker, Expr *call, SymbolFunction *function)
{
    Compiler *compiler = checker->compiler;
    if (call->as.call.arg_count != function->param_count) {
        check_arity(checker, call, function->param_count, function->param_count);
        compile_note(compiler, function->pos, "its first call is here");
    }
    uint32_t position = 0;
    for (Expr *arg = call->as.call.args; arg; arg = arg->next, position++) {
        uint32_t type = check_expression(checker, arg);
        if (position < function->param_count && !types_unify(compiler, function->params[position], type)) {
            check_report_mismatch(checker, arg, function->params[position]);
        }
    }
    return function->result;
}

static uint32_t add_inferred(Checker *checker, const Expr *call)
{
    Compiler *compiler = checker->compiler;
    uint32_t number = (uint32_t)compiler->inferred_count;
    uint32_t index = BUILTIN_COUNT + (uint32_t)compiler->options->function_count + number;
    uint32_t count = call->as.call.arg_count;
    SymbolFunction *grown =
        alloc_grow(compiler->alloc_scratch, compiler->inferred, &compiler->inferred_capacity,
                   compiler->inferred_count + 1, sizeof *grown);
    uint32_t *params = ARENA_ARRAY(&compiler->work, uint32_t, (size_t)count + 1);
    compiler->inferred = grown ? grown : compiler->inferred;
    if (!grown || !params ||
        names_add(&compiler->function_names, &compiler->work, call->as.call.name, index) == NAME_NONE) {
        compile_set_nomem(compiler);
        return NAME_NONE;
    }
    for (uint32_t i = 0; i < count; i++) {
        params[i] = types_new(compiler);
    }
    grown[number] = (SymbolFunction){ call->as.call.name, call->pos, types_new(compiler), params, count };
    if (++compiler->inferred_count + compiler->options->function_count > YARN_FUNCTIONS_MAX) {
        compile_limit(compiler, call->pos, "yarn-function-count", "more than %d functions of the game",
                      YARN_FUNCTIONS_MAX);
    }
    return index;
}

static void refuse_unknown(Checker *checker, const Expr *call)
{
    Compiler *compiler = checker->compiler;
    compile_error(compiler, call->pos, "YS0013", "no function is called '%.*s'", SV_ARG(call->as.call.name));
    compile_suggest(compiler, call->pos, &compiler->function_names, call->as.call.name);
    for (Expr *arg = call->as.call.args; arg; arg = arg->next) {
        (void)check_expression(checker, arg);
    }
}

uint32_t check_call(Checker *checker, Expr *call)
{
    Compiler *compiler = checker->compiler;
    uint32_t index = names_find(&compiler->function_names, call->as.call.name);
    if (index == NAME_NONE && !compiler->options->infer_functions) {
        refuse_unknown(checker, call);
        return YARN_TYPE_ANY;
    }
    index = index == NAME_NONE ? add_inferred(checker, call) : index;
    if (index == NAME_NONE) {
        return YARN_TYPE_ANY;
    }
    call->as.call.index = index;
    size_t declared = BUILTIN_COUNT + compiler->options->function_count;
    if (index >= declared) {
        return check_inferred(checker, call, &compiler->inferred[index - declared]);
    }
    if (index < BUILTIN_COUNT) {
        check_builtin(checker, call, index);
    } else {
        check_declared(checker, call, &compiler->options->functions[index - BUILTIN_COUNT]);
    }
    return checker->function_results[index];
}
