#include "check_internal.h"

#include <string.h>

void check_defer(Checker *checker, DeferredKind kind, Expr *expr, uint32_t type)
{
    Deferred *deferred = TAKE(checker->compiler, Deferred);
    *deferred = (Deferred){ kind, expr, type, NULL };
    *checker->deferred_tail = deferred;
    checker->deferred_tail = &deferred->next;
}

/* "a number", "an Animal". */
static const char *article(StrView name)
{
    return name.len > 0 && memchr("AEIOUaeiou", name.data[0], 10) ? "an" : "a";
}

void check_report_mismatch(Checker *checker, const Expr *expr, uint32_t expected)
{
    Compiler *compiler = checker->compiler;
    StrView wanted = types_name(compiler, expected);
    StrView found = types_name(compiler, expr->type);
    compile_error(compiler, expr->pos, "YS0050", "expected %s %.*s here, but this is %s %.*s",
                  article(wanted), SV_ARG(wanted), article(found), SV_ARG(found));
    if (expr->kind == EXPR_VARIABLE) {
        const SymbolVariable *variable = &compiler->variables[expr->as.variable.index];
        compile_note(compiler, variable->pos, "%.*s is %s here", SV_ARG(variable->name),
                     variable->declaration ? "declared" : "first used");
    }
}

void check_expect(Checker *checker, Expr *expr, uint32_t type)
{
    uint32_t found = check_expression(checker, expr);
    if (!types_unify(checker->compiler, found, type)) {
        check_report_mismatch(checker, expr, type);
    }
}

uint32_t check_variable(Checker *checker, StrView name, Pos pos)
{
    Compiler *compiler = checker->compiler;
    uint32_t index = names_find(&compiler->variable_names, name);
    if (index != NAME_NONE) {
        return index;
    }
    SymbolVariable *grown =
        alloc_grow(compiler->alloc_scratch, compiler->variables, &compiler->variable_capacity,
                   compiler->variable_count + 1, sizeof *grown);
    index = (uint32_t)compiler->variable_count;
    if (!grown || names_add(&compiler->variable_names, &compiler->work, name, index) == NAME_NONE) {
        compiler->variables = grown ? grown : compiler->variables;
        compile_set_nomem(compiler);
        return 0; /* the first variable is made before any expression is seen */
    }
    compiler->variables = grown;
    grown[index] = (SymbolVariable){ .name = name, .pos = pos, .type = types_new(compiler) };
    compiler->variable_count++;
    return index;
}

static uint32_t check_read(Checker *checker, Expr *expr)
{
    uint32_t index = check_variable(checker, expr->as.variable.name, expr->pos);
    expr->as.variable.index = index;
    if (checker->current_uses) {
        SmartUse *use = TAKE(checker->compiler, SmartUse);
        *use = (SmartUse){ index, expr->pos, *checker->current_uses };
        *checker->current_uses = use;
    }
    return checker->compiler->variables[index].type;
}

static uint32_t check_member(Checker *checker, Expr *expr)
{
    Compiler *compiler = checker->compiler;
    if (expr->as.member.type_name.len == 0) {
        uint32_t type = types_new(compiler);
        check_defer(checker, DEFERRED_MEMBER, expr, type);
        return type;
    }
    uint32_t index = names_find(&compiler->enum_names, expr->as.member.type_name);
    if (index == NAME_NONE) {
        compile_error(compiler, expr->pos, "YS0038", "no enum is called '%.*s'",
                      SV_ARG(expr->as.member.type_name));
        compile_suggest(compiler, expr->pos, &compiler->enum_names, expr->as.member.type_name);
        return YARN_TYPE_ANY;
    }
    uint32_t position;
    if (!check_find_case(&compiler->enum_list[index], expr->as.member.name, &position)) {
        compile_error(compiler, expr->pos, "YS0038", "the enum '%.*s' has no case '%.*s'",
                      SV_ARG(expr->as.member.type_name), SV_ARG(expr->as.member.name));
        return YARN_TYPE_ANY;
    }
    return index + TYPE_FIRST_ENUM;
}

static void check_same(Checker *checker, uint32_t type, Expr *operand)
{
    uint32_t found = check_expression(checker, operand);
    if (!types_unify(checker->compiler, type, found)) {
        check_report_mismatch(checker, operand, type);
    }
}

/* One "operator operand"; `type` is that of everything to the left. */
static uint32_t check_link(Checker *checker, uint32_t type, Expr *left, const ChainLink *link, bool is_first)
{
    switch (link->operator) {
    case OPERATOR_AND:
    case OPERATOR_OR:
    case OPERATOR_XOR:
        if (is_first && !types_unify(checker->compiler, type, YARN_TYPE_BOOL)) {
            check_report_mismatch(checker, left, YARN_TYPE_BOOL);
        }
        check_expect(checker, link->operand, YARN_TYPE_BOOL);
        return YARN_TYPE_BOOL;
    case OPERATOR_EQUAL:
    case OPERATOR_NOT_EQUAL:
        check_same(checker, type, link->operand);
        return YARN_TYPE_BOOL;
    case OPERATOR_ADD:
        check_same(checker, type, link->operand);
        check_defer(checker, DEFERRED_ADD, is_first ? left : link->operand, type);
        return type;
    case OPERATOR_LESS:
    case OPERATOR_LESS_EQUAL:
    case OPERATOR_GREATER:
    case OPERATOR_GREATER_EQUAL:
    case OPERATOR_SUBTRACT:
    case OPERATOR_MULTIPLY:
    case OPERATOR_DIVIDE:
    case OPERATOR_MODULO:
        break;
    }
    if (!types_unify(checker->compiler, type, YARN_TYPE_NUMBER)) {
        if (is_first) {
            check_report_mismatch(checker, left, YARN_TYPE_NUMBER);
        } else {
            compile_error(checker->compiler, link->operand->pos, "YS0050",
                          "expected a number to the left of this, but it is a %.*s",
                          SV_ARG(types_name(checker->compiler, type)));
        }
    }
    check_expect(checker, link->operand, YARN_TYPE_NUMBER);
    return link->operator>= OPERATOR_ADD ? YARN_TYPE_NUMBER : YARN_TYPE_BOOL;
}

static uint32_t check_chain(Checker *checker, Expr *chain)
{
    Expr *first = chain->as.chain.first;
    uint32_t type = check_expression(checker, first);
    bool is_first = true;
    for (const ChainLink *link = chain->as.chain.links; link; link = link->next) {
        type = check_link(checker, type, first, link, is_first);
        is_first = false;
    }
    return type;
}

uint32_t check_expression(Checker *checker, Expr *expr)
{
    uint32_t type = YARN_TYPE_ANY;
    if (compile_is_over(checker->compiler)) {
        return type;
    }
    switch (expr->kind) {
    case EXPR_NUMBER:
        type = YARN_TYPE_NUMBER;
        break;
    case EXPR_STRING:
        type = YARN_TYPE_STRING;
        break;
    case EXPR_BOOL:
        type = YARN_TYPE_BOOL;
        break;
    case EXPR_VARIABLE:
        type = check_read(checker, expr);
        break;
    case EXPR_CALL:
        type = check_call(checker, expr);
        break;
    case EXPR_MEMBER:
        type = check_member(checker, expr);
        break;
    case EXPR_NEGATE:
        check_expect(checker, expr->as.operand, type = YARN_TYPE_NUMBER);
        break;
    case EXPR_NOT:
        check_expect(checker, expr->as.operand, type = YARN_TYPE_BOOL);
        break;
    case EXPR_CHAIN:
        type = check_chain(checker, expr);
        break;
    }
    return expr->type = type;
}

static void bind_member(Checker *checker, const Deferred *deferred)
{
    Compiler *compiler = checker->compiler;
    const Expr *expr = deferred->expr;
    if (types_is_known(compiler, expr->type)) {
        return;
    }
    uint32_t found = NAME_NONE;
    for (uint32_t i = 0; i < compiler->enum_count; i++) {
        uint32_t position;
        if (check_find_case(&compiler->enum_list[i], expr->as.member.name, &position)) {
            if (found != NAME_NONE) {
                compile_error(compiler, expr->pos, "YS0050",
                              "'.%.*s' may be of '%.*s' or of '%.*s'; write which",
                              SV_ARG(expr->as.member.name), SV_ARG(compiler->enum_list[found].node->name),
                              SV_ARG(compiler->enum_list[i].node->name));
                (void)types_unify(compiler, expr->type, found + TYPE_FIRST_ENUM);
                return;
            }
            found = i;
        }
    }
    if (found == NAME_NONE) {
        compile_error(compiler, expr->pos, "YS0050", "no enum has a case '%.*s'",
                      SV_ARG(expr->as.member.name));
        types_forgive(compiler, expr->type);
        return;
    }
    (void)types_unify(compiler, expr->type, found + TYPE_FIRST_ENUM);
}

static void finish_member(Checker *checker, const Deferred *deferred)
{
    Compiler *compiler = checker->compiler;
    const Expr *expr = deferred->expr;
    uint32_t type = types_find(compiler, expr->type);
    uint32_t position;
    if (!types_is_known(compiler, type) || type == YARN_TYPE_ANY) {
        return; /* was reported */
    }
    if (!types_is_enum(compiler, type) ||
        !check_find_case(&compiler->enum_list[type - TYPE_FIRST_ENUM], expr->as.member.name, &position)) {
        compile_error(compiler, expr->pos, "YS0050", "a %.*s has no case '%.*s'",
                      SV_ARG(types_name(compiler, type)), SV_ARG(expr->as.member.name));
    }
}

/* A variable is reported where it is first shown, and then not again by its name. */
static void report_unknown(Checker *checker, const Expr *expr)
{
    Compiler *compiler = checker->compiler;
    if (expr->kind != EXPR_VARIABLE) {
        compile_error(compiler, expr->pos, "YS0029", "nothing says which type this has");
        return;
    }
    SymbolVariable *variable = &compiler->variables[expr->as.variable.index];
    if (!variable->is_reported) {
        variable->is_reported = true;
        compile_error(compiler, expr->pos, "YS0029", "nothing says which type %.*s has; declare it",
                      SV_ARG(variable->name));
        check_suggest_variable(compiler, expr->as.variable.index, expr->pos);
    }
}

static void finish_one(Checker *checker, const Deferred *deferred)
{
    Compiler *compiler = checker->compiler;
    Expr *expr = deferred->expr;
    uint32_t type = types_find(compiler, expr->type);
    switch (deferred->kind) {
    case DEFERRED_MEMBER:
        finish_member(checker, deferred);
        break;
    case DEFERRED_ARGUMENT:
        if (types_raw(compiler, type) != (YarnType)deferred->type && type != YARN_TYPE_ANY) {
            check_report_mismatch(checker, expr, deferred->type);
        }
        break;
    case DEFERRED_ADD:
        type = types_find(compiler, deferred->type);
        if (types_is_known(compiler, type) && type != YARN_TYPE_NUMBER && type != YARN_TYPE_STRING &&
            type != YARN_TYPE_ANY) {
            compile_error(compiler, expr->pos, "YS0050", "'+' joins numbers or strings, and this is a %.*s",
                          SV_ARG(types_name(compiler, type)));
            break;
        }
        goto must_be_known;
    case DEFERRED_SHOWN:
    must_be_known:
        if (!types_is_known(compiler, type)) {
            report_unknown(checker, expr);
        }
        break;
    }
}

void check_deferred(Checker *checker)
{
    Compiler *compiler = checker->compiler;
    for (Deferred *d = checker->deferred; d && !compile_is_over(compiler); d = d->next) {
        if (d->kind == DEFERRED_ARGUMENT && !types_is_known(compiler, d->expr->type)) {
            (void)types_unify(compiler, d->expr->type, d->type);
        }
    }
    for (Deferred *d = checker->deferred; d && !compile_is_over(compiler); d = d->next) {
        if (d->kind == DEFERRED_MEMBER) {
            bind_member(checker, d);
        }
    }
    for (Deferred *d = checker->deferred; d && !compile_is_over(compiler); d = d->next) {
        finish_one(checker, d);
    }
}
