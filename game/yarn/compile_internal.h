#ifndef SANGO_YARN_COMPILE_INTERNAL_H
#define SANGO_YARN_COMPILE_INTERNAL_H

#include "ast.h"
#include "library.h"
#include "program_internal.h"

/* Sizes that a script may have. Each has its own message and is tested at N and N + 1. */
enum {
    YARN_FILE_MAX = 8 * 1024 * 1024, /* bytes of one source */
    YARN_SOURCES_MAX = 4096,
    YARN_LINE_MAX = 64 * 1024,   /* bytes of one physical line */
    YARN_NESTING_MAX = 256,      /* blocks, options and brackets inside each other */
    YARN_OPERANDS_MAX = 4096,    /* operands of one expression */
    YARN_OPTIONS_MAX = 256,      /* options of one group */
    YARN_MEMORY_MAX = 256 << 20, /* bytes of the tree and the program together */
    YARN_WARNINGS_MAX = 1000,    /* warnings printed in one run */
    YARN_ERRORS_MAX = 100        /* errors printed in one run */
};

/* A type while it is being worked out; see types.h. */
typedef struct TypeTable TypeTable;

typedef struct SymbolVariable {
    StrView name;
    Pos pos; /* its declaration, or first use */
    uint32_t type;
    Declaration *declaration; /* NULL: implicit */
    bool is_smart;
    bool is_reported; /* that its type is not known */
    uint8_t visit;    /* for finding loops of smart variables */
} SymbolVariable;

/* A function that nobody declared. */
typedef struct SymbolFunction {
    StrView name;
    Pos pos;          /* its first call */
    uint32_t result;  /* type */
    uint32_t *params; /* types */
    uint32_t param_count;
} SymbolFunction;

typedef struct SymbolEnum {
    EnumNode *node;
    bool is_string; /* raw values are strings, else numbers */
} SymbolEnum;

typedef struct Compiler {
    const YarnCompileOptions *options;
    DiagSink *diags;
    DiagSink own_diags;                     /* when the caller has none */
    uint32_t errors, warnings, suggestions; /* of this run */
    bool is_muted;                          /* the last warning was one too many, and so are its notes */
    Status status;                          /* STATUS_NOMEM or STATUS_LIMIT once they happen */
    bool is_full;                           /* memory_max was reached */
    YarnProgram *program;
    const Allocator *alloc_scratch; /* the caller's, for buffers of a moment */
    Arena work;
    Arena line_nodes;      /* apart, because all lines are walked over and over */
    max_align_t spare[32]; /* stands in for a block that could not be had */

    const YarnSource *sources;
    StrView *texts; /* the program's copies of the sources */
    uint32_t source_count;

    StoryNode *nodes, **nodes_tail;
    uint32_t node_count;
    LineNode *lines, **lines_tail;
    uint32_t line_count;
    Declaration *declarations, **declarations_tail;
    EnumNode *enums, **enums_tail;
    FileTag *file_tags, **file_tags_tail;

    NameMap node_names;     /* title -> number of nodes of that title */
    NameMap variable_names; /* -> variables[] */
    SymbolVariable *variables;
    size_t variable_count, variable_capacity;
    NameMap enum_names; /* -> enum_list[] */
    SymbolEnum *enum_list;
    uint32_t enum_count;
    NameMap function_names; /* -> built-ins, then options->functions, then inferred[] */
    SymbolFunction *inferred;
    size_t inferred_count, inferred_capacity;
    TypeTable *types;
    uint32_t smart_levels; /* longest chain of smart variables */
} Compiler;

/* Zeroed memory until the end of the compilation, for one thing of at most
 * sizeof spare bytes. Never NULL: out of memory sets status, after which nothing
 * that was taken may be walked. */
void *compile_take(Compiler *compiler, size_t size);
LineNode *compile_take_line(Compiler *compiler); /* the same for a line */
#define TAKE(compiler, type) ((type *)compile_take((compiler), sizeof(type)))

/* Text that lives as long as the program; "" when out of memory. */
StrView compile_format(Compiler *compiler, const char *fmt, ...) SANGO_PRINTF(2, 3);

void compile_set_nomem(Compiler *compiler);
bool compile_is_over(const Compiler *compiler); /* out of memory, or too many errors */
/* Reports, once, that more than memory_max was taken. */
void compile_check_memory(Compiler *compiler, Pos pos);

/* Reports at pos. `code` is a literal. */
void compile_error(Compiler *compiler, Pos pos, const char *code, const char *fmt, ...) SANGO_PRINTF(4, 5);
void compile_limit(Compiler *compiler, Pos pos, const char *code, const char *fmt, ...) SANGO_PRINTF(4, 5);
void compile_warning(Compiler *compiler, Pos pos, const char *code, const char *fmt, ...) SANGO_PRINTF(4, 5);
void compile_note(Compiler *compiler, Pos pos, const char *fmt, ...) SANGO_PRINTF(3, 4);
/* A note "did you mean 'x'?" when a name of the map is near. */
void compile_suggest(Compiler *compiler, Pos pos, const NameMap *map, StrView name);

/* Line and column (code points) of a position. */
YarnPlace compile_place(const Compiler *compiler, Pos pos);

/* A compilation in steps: yarn_compile() and yarn_outline_create() share them. What
 * compile_open() made is given back by compile_close(), but for compiler->program,
 * which the caller keeps or destroys. STATUS_LIMIT (reported), STATUS_NOMEM. */
Status compile_open(const YarnCompileOptions *options, const YarnSource *sources, size_t source_count,
                    Compiler **opened);
/* Lexes, parses and checks. Afterwards errors and status say how it went; the tree may
 * be walked unless status is STATUS_NOMEM. */
void compile_read(Compiler *compiler);
void compile_close(Compiler *compiler);

void parse_source(Compiler *compiler, uint32_t file);
void check_program(Compiler *compiler);
void emit_program(Compiler *compiler);

#endif
