#include "emit_internal.h"

static void emit_number(Emitter *emitter, float number)
{
    float *grown = alloc_grow(emitter->compiler->alloc_scratch, emitter->numbers, &emitter->number_capacity,
                              emitter->number_count + 1, sizeof *grown);
    if (!grown) {
        compile_set_nomem(emitter->compiler);
        return;
    }
    emitter->numbers = grown;
    grown[emitter->number_count] = number;
    (void)emit_op(emitter, OP_NUMBER, (uint32_t)emitter->number_count++);
}

YarnValue emit_constant(Emitter *emitter, const Expr *expr)
{
    const Compiler *compiler = emitter->compiler;
    switch ((int)expr->kind) {
    case EXPR_NUMBER:
        return (YarnValue){ .type = YARN_TYPE_NUMBER, .as.number = expr->as.number };
    case EXPR_STRING:
        return (YarnValue){ .type = YARN_TYPE_STRING, .as.string = expr->as.string };
    case EXPR_BOOL:
        return (YarnValue){ .type = YARN_TYPE_BOOL, .as.boolean = expr->as.boolean };
    case EXPR_NEGATE:
        return (YarnValue){ .type = YARN_TYPE_NUMBER, .as.number = -expr->as.operand->as.number };
    default:
        break;
    }
    uint32_t type = types_find(compiler, expr->type);
    uint32_t index;
    const EnumCase *entry =
        check_find_case(&compiler->enum_list[type - TYPE_FIRST_ENUM], expr->as.member.name, &index);
    return entry->raw ? emit_constant(emitter, entry->raw)
                      : (YarnValue){ .type = YARN_TYPE_NUMBER, .as.number = (float)index };
}

static void emit_literal(Emitter *emitter, const Expr *expr)
{
    YarnValue value = emit_constant(emitter, expr);
    switch (value.type) {
    case YARN_TYPE_STRING:
        (void)emit_op(emitter, OP_STRING, emit_string(emitter, value.as.string));
        break;
    case YARN_TYPE_BOOL:
        (void)emit_op(emitter, OP_BOOL, value.as.boolean);
        break;
    case YARN_TYPE_NUMBER:
    case YARN_TYPE_ANY:
        emit_number(emitter, value.as.number);
        break;
    }
    emit_effect(emitter, 1);
}

static void emit_variable(Emitter *emitter, const Expr *expr)
{
    const SymbolVariable *variable = &emitter->compiler->variables[expr->as.variable.index];
    (void)emit_op(emitter, variable->is_smart ? OP_SMART : OP_LOAD, expr->as.variable.index);
    emit_effect(emitter, 1);
}

static void emit_call(Emitter *emitter, const Expr *expr)
{
    uint32_t index = expr->as.call.index;
    for (const Expr *arg = expr->as.call.args; arg; arg = arg->next) {
        emit_expression(emitter, arg);
    }
    if (index < BUILTIN_COUNT) {
        (void)emit_op(emitter, OP_BUILTIN, index);
    } else {
        YarnType result = types_raw(emitter->compiler, expr->type);
        (void)emit_op(emitter, OP_CALL, (index - BUILTIN_COUNT) | (uint32_t)result << YARN_RESULT_SHIFT);
    }
    emit_word(emitter, expr->as.call.arg_count);
    emit_effect(emitter, 1 - (int)expr->as.call.arg_count);
}

static Opcode operator_code(Operator operator)
{
    static const Opcode codes[] = { OP_AND,      OP_OR,         OP_XOR,     OP_EQUAL,         OP_NOT_EQUAL,
                                    OP_LESS,     OP_LESS_EQUAL, OP_GREATER, OP_GREATER_EQUAL, OP_ADD,
                                    OP_SUBTRACT, OP_MULTIPLY,   OP_DIVIDE,  OP_MODULO };
    return codes[operator];
}

void emit_expression(Emitter *emitter, const Expr *expr)
{
    switch (expr->kind) {
    case EXPR_NUMBER:
    case EXPR_STRING:
    case EXPR_BOOL:
    case EXPR_MEMBER:
        emit_literal(emitter, expr);
        break;
    case EXPR_VARIABLE:
        emit_variable(emitter, expr);
        break;
    case EXPR_CALL:
        emit_call(emitter, expr);
        break;
    case EXPR_NEGATE:
    case EXPR_NOT:
        emit_expression(emitter, expr->as.operand);
        (void)emit_op(emitter, expr->kind == EXPR_NOT ? OP_NOT : OP_NEGATE, 0);
        break;
    case EXPR_CHAIN:
        emit_expression(emitter, expr->as.chain.first);
        for (const ChainLink *link = expr->as.chain.links; link; link = link->next) {
            emit_expression(emitter, link->operand);
            (void)emit_op(emitter, operator_code(link->operator), 0);
            emit_effect(emitter, -1);
        }
        break;
    }
}

void emit_values(Emitter *emitter, const TextTemplate *text)
{
    for (const Expr *value = text->values; value; value = value->next) {
        emit_expression(emitter, value);
    }
}

static uint32_t count_logic(const Expr *expr)
{
    uint32_t count = 0;
    switch (expr->kind) {
    case EXPR_NEGATE:
    case EXPR_NOT:
        return count_logic(expr->as.operand);
    case EXPR_CALL:
        for (const Expr *arg = expr->as.call.args; arg; arg = arg->next) {
            count += count_logic(arg);
        }
        return count;
    case EXPR_CHAIN:
        count = count_logic(expr->as.chain.first);
        for (const ChainLink *link = expr->as.chain.links; link; link = link->next) {
            count += count_logic(link->operand) + (link->operator<= OPERATOR_XOR);
        }
        return count;
    case EXPR_NUMBER:
    case EXPR_STRING:
    case EXPR_BOOL:
    case EXPR_VARIABLE:
    case EXPR_MEMBER:
        break;
    }
    return 0;
}

uint32_t emit_complexity(const Expr *condition)
{
    return condition ? 1 + count_logic(condition) : 0;
}
