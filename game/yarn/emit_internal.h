#ifndef SANGO_YARN_EMIT_INTERNAL_H
#define SANGO_YARN_EMIT_INTERNAL_H

#include "check_internal.h"

/* Writes bytecode. Growing arrays are the emitter's until emit_program() copies
 * them into the program. */
typedef struct Emitter {
    Compiler *compiler;
    YarnProgram *program;
    uint32_t *code;
    size_t code_count, code_capacity;
    PlaceMark *marks;
    size_t mark_count, mark_capacity;
    float *numbers;
    size_t number_count, number_capacity;
    StrView *strings;
    size_t string_count, string_capacity;
    YarnCommandInfo *commands;
    uint8_t *command_values;
    size_t command_count, command_capacity, command_values_capacity;
    StrView *once_keys;
    size_t once_count, once_capacity;
    NameMap string_map; /* text -> constant */
    uint32_t depth, depth_max; /* of the value stack */
    const StoryNode *node;
    uint32_t node_index;
    uint32_t block_count; /* <<once>> blocks of this node without a line id inside */
} Emitter;

/* A place for a jump that is not known yet: patched by emit_land(). */
typedef struct Label {
    uint32_t head; /* code position of the newest jump to it, 0: none */
} Label;

void emit_at(Emitter *emitter, Pos pos); /* what follows stands there */
uint32_t emit_op(Emitter *emitter, Opcode op, uint32_t arg);
void emit_word(Emitter *emitter, uint32_t word);
void emit_effect(Emitter *emitter, int pushed); /* what the last instruction did to the stack */
uint32_t emit_string(Emitter *emitter, StrView text);
uint32_t emit_once_key(Emitter *emitter, StrView key);

void emit_expression(Emitter *emitter, const Expr *expr);
/* All values of a text; they stay on the stack. */
void emit_values(Emitter *emitter, const TextTemplate *text);
/* Value of a constant expression (a literal or a case of an enum). */
YarnValue emit_constant(Emitter *emitter, const Expr *expr);
/* How much a condition weighs when content is chosen: 1 + its and, or, xor. */
uint32_t emit_complexity(const Expr *condition);

void emit_node_bodies(Emitter *emitter);
void emit_hubs(Emitter *emitter);
/* Lines, nodes, headers and variables of the program. */
void emit_tables(Emitter *emitter);
void emit_smart_variables(Emitter *emitter);

#endif
