#include "library.h"
#include "sango/base/utf8.h"
#include "vm_internal.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

bool vm_fault(YarnVm *vm, const char *fmt, ...)
{
    if (!vm->faulted) {
        vm->faulted = true;
        va_list args;
        va_start(args, fmt);
        int written = vsnprintf(vm->fault, sizeof vm->fault, fmt, args);
        va_end(args);
        if (written >= (int)sizeof vm->fault) {
            vm->fault[utf8_valid_prefix((StrView){ vm->fault, strlen(vm->fault) })] = '\0';
        }
    }
    return false;
}

bool vm_push(YarnVm *vm, YarnValue value)
{
    if (vm->stack_count >= vm->stack_capacity) {
        return vm_fault(vm, "a value is worked out from itself");
    }
    vm->stack[vm->stack_count++] = value;
    return true;
}

char *vm_take_text(YarnVm *vm, size_t bytes)
{
    if (bytes > YARN_TEXT_MAX - vm->temp_bytes) {
        (void)vm_fault(vm, "more than %d bytes of text were made without showing any", YARN_TEXT_MAX);
        return NULL;
    }
    vm->temp_bytes += bytes;
    char *text = arena_take(&vm->temp, bytes + 1, 1);
    if (!text) {
        (void)vm_fault(vm, "out of memory");
    }
    return text;
}

bool vm_show(YarnVm *vm, YarnValue value, StrView *text)
{
    switch (value.type) {
    case YARN_TYPE_STRING:
        *text = value.as.string;
        return true;
    case YARN_TYPE_BOOL:
        *text = value.as.boolean ? SV("True") : SV("False");
        return true;
    case YARN_TYPE_NUMBER:
    case YARN_TYPE_ANY:
        break;
    }
    char digits[NUMBER_TEXT_MAX];
    size_t len = number_write(value.as.number, digits);
    char *copy = vm_take_text(vm, len);
    if (!copy) {
        return false;
    }
    memcpy(copy, digits, len);
    *text = (StrView){ copy, len };
    return true;
}

bool vm_store(YarnVm *vm, VmVariable *variable, YarnValue value)
{
    if (value.type == YARN_TYPE_STRING) {
        size_t len = value.as.string.len;
        char *grown = alloc_grow(vm->alloc, variable->text, &variable->capacity, len + 1, 1);
        if (!grown) {
            return vm_fault(vm, "out of memory");
        }
        if (len && value.as.string.data != grown) {
            /* The value may be the variable's own text, moved by growing: then there was no change. */
            bool own = value.as.string.data == variable->text;
            if (!own) {
                memmove(grown, value.as.string.data, len);
            }
        }
        variable->text = grown;
        value.as.string.data = grown;
    }
    variable->value = value;
    return true;
}

static bool concat(YarnVm *vm, YarnValue *left, const YarnValue *right)
{
    StrView a = left->as.string;
    StrView b = right->as.string;
    if (a.len + b.len > YARN_STRING_MAX) {
        return vm_fault(vm, "a string is longer than %d bytes", YARN_STRING_MAX);
    }
    char *joined = vm_take_text(vm, a.len + b.len);
    if (!joined) {
        return false;
    }
    if (a.len) {
        memcpy(joined, a.data, a.len);
    }
    if (b.len) {
        memcpy(joined + a.len, b.data, b.len);
    }
    left->as.string = (StrView){ joined, a.len + b.len };
    return true;
}

static bool equal(const YarnValue *a, const YarnValue *b)
{
    if (a->type != b->type) {
        return false;
    }
    switch (a->type) {
    case YARN_TYPE_STRING:
        return strview_equal(a->as.string, b->as.string);
    case YARN_TYPE_BOOL:
        return a->as.boolean == b->as.boolean;
    case YARN_TYPE_NUMBER:
    case YARN_TYPE_ANY:
        break;
    }
    return a->as.number == b->as.number;
}

static YarnValue make_bool(bool boolean)
{
    return (YarnValue){ .type = YARN_TYPE_BOOL, .as.boolean = boolean };
}

static bool calculate(YarnVm *vm, Opcode op, YarnValue *left, float b)
{
    float a = left->as.number;
    float result;
    if ((op == OP_DIVIDE || op == OP_MODULO) && b == 0) {
        return vm_fault(vm, "a number is divided by zero");
    }
    switch ((int)op) {
    case OP_ADD:
        result = a + b;
        break;
    case OP_SUBTRACT:
        result = a - b;
        break;
    case OP_MULTIPLY:
        result = a * b;
        break;
    case OP_DIVIDE:
        result = a / b;
        break;
    default:
        result = fmodf(a, b);
        break;
    }
    if (!isfinite(result)) {
        return vm_fault(vm, "a number has become too large");
    }
    left->as.number = result;
    return true;
}

/* Operators with two sides; the result takes the place of the left one. */
static bool run_binary(YarnVm *vm, Opcode op)
{
    YarnValue right = vm->stack[--vm->stack_count];
    YarnValue *left = &vm->stack[vm->stack_count - 1];
    switch ((int)op) {
    case OP_AND:
        left->as.boolean = left->as.boolean && right.as.boolean;
        return true;
    case OP_OR:
        left->as.boolean = left->as.boolean || right.as.boolean;
        return true;
    case OP_XOR:
        left->as.boolean = left->as.boolean != right.as.boolean;
        return true;
    case OP_EQUAL:
        *left = make_bool(equal(left, &right));
        return true;
    case OP_NOT_EQUAL:
        *left = make_bool(!equal(left, &right));
        return true;
    case OP_LESS:
        *left = make_bool(left->as.number < right.as.number);
        return true;
    case OP_LESS_EQUAL:
        *left = make_bool(left->as.number <= right.as.number);
        return true;
    case OP_GREATER:
        *left = make_bool(left->as.number > right.as.number);
        return true;
    case OP_GREATER_EQUAL:
        *left = make_bool(left->as.number >= right.as.number);
        return true;
    default:
        break;
    }
    if (left->type == YARN_TYPE_STRING) {
        return concat(vm, left, &right);
    }
    return calculate(vm, op, left, right.as.number);
}

/* The function of that number; NULL after a fault. */
static const YarnFunction *find_function(YarnVm *vm, uint32_t index, uint32_t count)
{
    const YarnProgram *program = vm->program;
    if (index < program->function_count) {
        const YarnFunction *function = &program->functions[index];
        if (!function->call) {
            (void)vm_fault(vm, "the function %s() cannot be called here", function->name);
            return NULL;
        }
        return function;
    }
    index -= (uint32_t)program->function_count;
    StrView name = strview_slice(program->inferred[index].name, 0, 100);
    const YarnFunction *function = vm->inferred[index];
    if (!function || !function->call) {
        (void)vm_fault(vm, "the game has no function %.*s()", SV_ARG(name));
        return NULL;
    }
    bool fits = count >= library_least(function) && count <= library_most(function);
    for (uint32_t i = 0; i < count; i++) {
        YarnType param = library_param(function, i);
        fits = fits && (param == YARN_TYPE_ANY || param == vm->stack[vm->stack_count - count + i].type);
    }
    if (!fits) {
        (void)vm_fault(vm, "the function %.*s() of the game takes other arguments", SV_ARG(name));
        return NULL;
    }
    return function;
}

/* A string result is copied: it is the game's until the next call only. */
static bool keep_text(YarnVm *vm, YarnValue *value)
{
    size_t len = value->as.string.len;
    if (len > YARN_STRING_MAX) {
        return vm_fault(vm, "a string is longer than %d bytes", YARN_STRING_MAX);
    }
    char *copy = vm_take_text(vm, len);
    if (copy && len) {
        memcpy(copy, value->as.string.data, len);
    }
    value->as.string.data = copy;
    return copy != NULL;
}

static bool run_call(YarnVm *vm, uint32_t arg, uint32_t count)
{
    static const char *const names[] = { "any", "number", "string", "bool" };
    YarnType expected = (YarnType)(arg >> YARN_RESULT_SHIFT);
    const YarnFunction *function = find_function(vm, arg & ((1u << YARN_RESULT_SHIFT) - 1), count);
    if (!function) {
        return false;
    }
    vm->stack_count -= count;
    YarnValue result = function->call(vm->user, &vm->stack[vm->stack_count], count);
    if (result.type != expected && (expected != YARN_TYPE_ANY || result.type == YARN_TYPE_ANY)) {
        return vm_fault(vm, "the function %s() gave a %s, not a %s", function->name, names[result.type],
                        names[expected]);
    }
    return (result.type != YARN_TYPE_STRING || keep_text(vm, &result)) && vm_push(vm, result);
}

bool vm_run_value(YarnVm *vm, uint32_t word)
{
    const YarnProgram *program = vm->program;
    Opcode op = (Opcode)(word & 0xFF);
    uint32_t arg = word >> 8;
    YarnValue *top = vm->stack_count ? &vm->stack[vm->stack_count - 1] : NULL;
    switch ((int)op) {
    case OP_NUMBER:
        return vm_push(vm, (YarnValue){ .type = YARN_TYPE_NUMBER, .as.number = program->numbers[arg] });
    case OP_STRING:
        return vm_push(vm, (YarnValue){ .type = YARN_TYPE_STRING, .as.string = program->strings[arg] });
    case OP_BOOL:
        return vm_push(vm, make_bool(arg != 0));
    case OP_LOAD:
        return vm_push(vm, vm->variables[arg].value);
    case OP_SMART:
        return vm_run_smart(vm, program->variables[arg].smart_entry);
    case OP_ONCE_LEFT:
        return vm_push(vm, make_bool(!vm->seen[arg]));
    case OP_NEGATE:
        top->as.number = -top->as.number;
        return true;
    case OP_NOT:
        top->as.boolean = !top->as.boolean;
        return true;
    case OP_CALL:
        return run_call(vm, arg, program->code[vm->pc++]);
    case OP_BUILTIN:
        return vm_builtin(vm, arg, program->code[vm->pc++]);
    default:
        return run_binary(vm, op);
    }
}

static bool count_step(YarnVm *vm)
{
    if (++vm->steps > YARN_STEPS_MAX) {
        return vm_fault(vm, "%d steps without a line, a choice or a command: this never ends",
                        YARN_STEPS_MAX);
    }
    return true;
}

static bool begin_nested(YarnVm *vm)
{
    if (vm->nesting >= YARN_DEPTH_MAX * 2) {
        return vm_fault(vm, "a value is worked out from itself");
    }
    vm->nesting++;
    return true;
}

bool vm_run_smart(YarnVm *vm, uint32_t entry)
{
    uint32_t back = vm->pc;
    if (!begin_nested(vm)) {
        return false;
    }
    vm->pc = entry;
    while ((vm->program->code[vm->pc] & 0xFF) != OP_SMART_END) {
        if (!count_step(vm) || !vm_run_value(vm, vm->program->code[vm->pc++])) {
            return false;
        }
    }
    vm->pc = back;
    vm->nesting--;
    return true;
}

bool vm_query_group(YarnVm *vm, uint32_t hub, bool *any)
{
    uint32_t back = vm->pc;
    const uint32_t *code = vm->program->code;
    if (!begin_nested(vm)) {
        return false;
    }
    *any = false;
    vm->pc = vm->program->nodes[hub].entry;
    while ((code[vm->pc] & 0xFF) != OP_PICK) {
        if (!count_step(vm)) {
            return false;
        }
        uint32_t word = code[vm->pc++];
        if ((word & 0xFF) == OP_CANDIDATE) {
            *any = vm->stack[--vm->stack_count].as.boolean || *any;
            vm->pc += 2;
        } else if (!vm_run_value(vm, word)) {
            return false;
        }
    }
    vm->pc = back;
    vm->nesting--;
    return true;
}
