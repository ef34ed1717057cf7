#include "save_internal.h"

/* Words of an instruction, with its own. */
static uint32_t length_of(uint32_t word)
{
    switch ((int)(word & 0xFF)) {
    case OP_CALL:
    case OP_BUILTIN:
    case OP_OPTION:
        return 2;
    case OP_CANDIDATE:
        return 3;
    default:
        return 1;
    }
}

/* How many values the instruction leaves more than it takes. */
static int effect_of(const YarnProgram *program, uint32_t pc)
{
    uint32_t word = program->code[pc];
    uint32_t arg = word >> 8;
    switch ((Opcode)(word & 0xFF)) {
    case OP_NUMBER:
    case OP_STRING:
    case OP_BOOL:
    case OP_LOAD:
    case OP_SMART:
    case OP_ONCE_LEFT:
        return 1;
    case OP_CALL:
    case OP_BUILTIN:
        return 1 - (int)program->code[pc + 1];
    case OP_LINE:
        return -(int)program->lines[arg].value_count;
    case OP_OPTION:
        return -1 - (int)program->lines[arg].value_count;
    case OP_COMMAND:
        return -(int)program->command_values[arg];
    case OP_ADD:
    case OP_SUBTRACT:
    case OP_MULTIPLY:
    case OP_DIVIDE:
    case OP_MODULO:
    case OP_AND:
    case OP_OR:
    case OP_XOR:
    case OP_EQUAL:
    case OP_NOT_EQUAL:
    case OP_LESS:
    case OP_LESS_EQUAL:
    case OP_GREATER:
    case OP_GREATER_EQUAL:
    case OP_STORE:
    case OP_DROP:
    case OP_GOTO_IF_FALSE:
    case OP_CANDIDATE:
    case OP_JUMP_VALUE:
    case OP_DETOUR_VALUE:
        return -1;
    case OP_NEGATE:
    case OP_NOT:
    case OP_SMART_END:
    case OP_GOTO:
    case OP_SHOW_OPTIONS:
    case OP_ONCE_MARK:
    case OP_PICK:
    case OP_JUMP_NODE:
    case OP_DETOUR_NODE:
    case OP_ENTER:
    case OP_RETURN:
    case OP_STOP:
        break;
    }
    return 0;
}

static uint32_t end_of(const YarnProgram *program, uint32_t node)
{
    return node + 1 < program->public_count ? program->nodes[node + 1].entry : program->bodies_end;
}

uint32_t save_node_at(const YarnProgram *program, uint32_t pc)
{
    uint32_t from = 0;
    uint32_t to = program->public_count;
    if (to == 0 || pc < program->nodes[0].entry || pc >= program->bodies_end) {
        return NAME_NONE;
    }
    while (to - from > 1) {
        uint32_t middle = from + (to - from) / 2;
        if (program->nodes[middle].entry <= pc) {
            from = middle;
        } else {
            to = middle;
        }
    }
    return from;
}

/* Statements begin where a mark is, with an empty stack; from there on it is counted. */
bool save_is_rest(const YarnProgram *program, uint32_t node, uint32_t pc)
{
    if (node >= program->public_count || pc < program->nodes[node].entry || pc >= end_of(program, node)) {
        return false;
    }
    uint32_t at = program->nodes[node].entry;
    uint32_t from = 0;
    uint32_t to = program->mark_count;
    while (from < to) { /* the last mark at or before pc */
        uint32_t middle = from + (to - from) / 2;
        if (program->marks[middle].code <= pc) {
            from = middle + 1;
        } else {
            to = middle;
        }
    }
    if (from > 0 && program->marks[from - 1].code > at) {
        at = program->marks[from - 1].code;
    }
    int depth = 0;
    while (at < pc) {
        depth += effect_of(program, at);
        at += length_of(program->code[at]);
    }
    Opcode next = (Opcode)(program->code[pc] & 0xFF);
    return at == pc && depth == 0 && next != OP_SHOW_OPTIONS && next != OP_PICK;
}

static bool is_detour(uint32_t word)
{
    return (word & 0xFF) == OP_DETOUR_NODE || (word & 0xFF) == OP_DETOUR_VALUE;
}

uint32_t save_detour_number(const YarnProgram *program, uint32_t node, uint32_t pc)
{
    uint32_t number = 0;
    for (uint32_t at = program->nodes[node].entry; at < pc; at += length_of(program->code[at])) {
        number += is_detour(program->code[at]);
    }
    return number;
}

uint32_t save_behind_detour(const YarnProgram *program, uint32_t node, uint32_t number)
{
    uint32_t end = end_of(program, node);
    for (uint32_t at = program->nodes[node].entry; at < end; at += length_of(program->code[at])) {
        number -= is_detour(program->code[at]) && number > 0;
        if (is_detour(program->code[at]) && number == 0) {
            return at + 1;
        }
    }
    return NAME_NONE;
}
