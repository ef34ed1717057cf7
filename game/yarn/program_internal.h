#ifndef SANGO_YARN_PROGRAM_INTERNAL_H
#define SANGO_YARN_PROGRAM_INTERNAL_H

#include "names.h"
#include "sango/yarn/program.h"

/* One instruction is a word: the opcode in the low 8 bits, its argument in the high
 * 24; some take further words. Name, argument and further words, what it does: values
 * it takes off the stack before "->", what it leaves behind it. README.md has the same
 * table; a test compares them. */
#define YARN_OPCODES(X)                                                                                      \
    X(NUMBER, "constant number", "-> number")                                                                \
    X(STRING, "constant string", "-> string")                                                                \
    X(BOOL, "0 or 1", "-> bool")                                                                             \
    X(LOAD, "variable", "-> value")                                                                          \
    X(STORE, "variable", "value ->")                                                                         \
    X(SMART, "variable", "-> value of its expression")                                                       \
    X(SMART_END, "", "back to where SMART was")                                                              \
    X(ADD, "", "a b -> a + b; numbers or strings")                                                           \
    X(SUBTRACT, "", "a b -> a - b")                                                                          \
    X(MULTIPLY, "", "a b -> a * b")                                                                          \
    X(DIVIDE, "", "a b -> a / b")                                                                            \
    X(MODULO, "", "a b -> a % b")                                                                            \
    X(NEGATE, "", "a -> -a")                                                                                 \
    X(NOT, "", "bool -> bool")                                                                               \
    X(AND, "", "bool bool -> bool; both sides were worked out")                                              \
    X(OR, "", "bool bool -> bool")                                                                           \
    X(XOR, "", "bool bool -> bool")                                                                          \
    X(EQUAL, "", "a b -> bool")                                                                              \
    X(NOT_EQUAL, "", "a b -> bool")                                                                          \
    X(LESS, "", "a b -> bool")                                                                               \
    X(LESS_EQUAL, "", "a b -> bool")                                                                         \
    X(GREATER, "", "a b -> bool")                                                                            \
    X(GREATER_EQUAL, "", "a b -> bool")                                                                      \
    X(CALL, "function, result type << 20; word: argument count", "arguments -> result")                      \
    X(BUILTIN, "built-in function; word: argument count", "arguments -> result")                             \
    X(DROP, "", "value ->")                                                                                  \
    X(GOTO, "instruction", "goes there")                                                                     \
    X(GOTO_IF_FALSE, "instruction", "bool ->; goes there when false")                                        \
    X(LINE, "line", "its values ->; delivers the line")                                                      \
    X(OPTION, "line; word: instruction of its body << 8", "its values, bool ->; adds an option")             \
    X(SHOW_OPTIONS, "", "delivers; goes on at the chosen body, or here when none could be chosen")           \
    X(COMMAND, "command", "its values ->; delivers the command")                                             \
    X(ONCE_LEFT, "once key", "-> bool: not yet seen")                                                        \
    X(ONCE_MARK, "once key", "seen from now on")                                                             \
    X(CANDIDATE, "saliency key; words: complexity, instruction of its body << 8",                            \
      "bool ->; adds a candidate when true")                                                                 \
    X(PICK, "", "goes to the best candidate, or on here when there is none")                                 \
    X(JUMP_NODE, "node or hub", "leaves all nodes, then enters that one")                                    \
    X(JUMP_VALUE, "", "title ->; the same")                                                                  \
    X(DETOUR_NODE, "node or hub", "keeps the place, then enters that one")                                   \
    X(DETOUR_VALUE, "", "title ->; the same")                                                                \
    X(ENTER, "node", "a chosen member of a node group begins")                                               \
    X(RETURN, "", "the node ends here")                                                                      \
    X(STOP, "", "the dialogue ends here")

typedef enum Opcode {
#define X(name, operands, effect) OP_##name,
    YARN_OPCODES(X)
#undef X
} Opcode;

enum { YARN_VALUES_MAX = 64 }; /* {expressions} of one text */
enum { YARN_ARG_MAX = 0xFFFFFF, YARN_RESULT_SHIFT = 20, YARN_FUNCTIONS_MAX = 1 << 16 };

/* From `code` on, instructions stand at this place. */
typedef struct PlaceMark {
    uint32_t code;
    uint32_t line;
    uint32_t column;
    uint32_t file; /* index in file_names */
} PlaceMark;

typedef struct NodeRecord {
    StrView title;
    YarnPlace place;
    uint32_t entry;
    uint32_t first_header, header_count;
    bool tracked;
    bool is_hidden;    /* a member of a node group: reached through the group's hub */
    uint32_t hub;      /* of a hidden node: the hub's index */
    uint32_t once_key; /* of a hidden node with "when: once", else NAME_NONE */
} NodeRecord;

typedef struct HeaderRecord {
    StrView key;
    StrView value;
} HeaderRecord;

typedef struct VariableRecord {
    StrView name;
    YarnValue initial;    /* for a smart variable only the type counts */
    uint32_t smart_entry; /* NAME_NONE: a stored variable */
} VariableRecord;

/* A function that the compiler inferred, to be found by name when a VM is created. */
typedef struct InferredRecord {
    StrView name;
    YarnType result;
    uint32_t param_count;
} InferredRecord;

struct YarnProgram {
    const Allocator *alloc;
    Arena arena;
    const YarnFunction *functions;
    size_t function_count;
    InferredRecord *inferred; /* numbered behind `functions` */
    uint32_t inferred_count;
    YarnFileTag *file_tags;
    uint32_t file_tag_count;
    uint32_t *code;
    uint32_t code_count;
    PlaceMark *marks;
    uint32_t mark_count;
    StrView *file_names;
    float *numbers;
    uint32_t number_count;
    StrView *strings;
    uint32_t string_count;
    NodeRecord *nodes;
    uint32_t node_count;   /* with hubs and hidden nodes */
    uint32_t public_count; /* nodes as written come first */
    uint32_t bodies_end;   /* behind the code of the nodes as written */
    HeaderRecord *headers;
    YarnLineInfo *lines;
    uint32_t *line_codes; /* where each line, or the options it is one of, begins to be delivered */
    uint32_t line_count;
    YarnCommandInfo *commands;
    uint8_t *command_values; /* number of {expressions} of each */
    uint32_t command_count;
    VariableRecord *variables;
    uint32_t variable_count;
    StrView *once_keys; /* for once and saliency; names, so that a save can hold them */
    uint32_t once_count;
    NameMap once_names;
    NameMap node_names;
    NameMap line_ids;
    NameMap variable_names;
    uint32_t stack_max;         /* values */
    uint32_t smart_levels;      /* smart variables inside each other */
    uint32_t options_max;       /* options, or candidates, of one group */
    uint32_t option_values_max; /* values of the options of one group */
    uint64_t hash;
};

/* Where the instruction stands in the source. */
YarnPlace program_place(const YarnProgram *program, uint32_t code);

/* Index of the node titled so as it is jumped to; NAME_NONE when there is none. */
uint32_t program_find_node(const YarnProgram *program, StrView title);

/* Number of a key of <<once>> or of a group; NAME_NONE when there is none. */
uint32_t program_find_once(const YarnProgram *program, StrView key);

#endif
