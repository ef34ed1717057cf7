#ifndef SANGO_YARN_OUTLINE_H
#define SANGO_YARN_OUTLINE_H

#include "sango/base/arena.h"
#include "sango/base/strbuf.h"
#include "sango/yarn/program.h"

/* What a set of scripts defines and where it is used: for editors, graphs and other
 * tools. Unlike a program it is there even when the scripts have mistakes, and holds
 * then whatever could be understood.
 *
 *     YarnOutline *outline = NULL;
 *     if (yarn_outline_create(&options, sources, count, &outline) == STATUS_OK) {
 *         for (size_t i = 0; i < outline->node_count; i++) { ... outline->nodes[i].title ... }
 *     }
 *     yarn_outline_destroy(outline);
 *
 * All arrays are in the order of the scripts. One outline may be read from many threads. */
#define YARN_OUTLINE_NONE UINT32_MAX

/* Where something stands. It never goes over the end of its line. */
typedef struct YarnSpan {
    uint32_t source;       /* index of the YarnSource */
    uint32_t line, column; /* from 1; column in code points */
    uint32_t length;       /* code points */
} YarnSpan;

typedef struct YarnOutlineHeader {
    StrView key, value;
    YarnSpan span; /* of the value */
} YarnOutlineHeader;

typedef struct YarnOutlineNode {
    StrView title, subtitle;          /* subtitle empty when there is none */
    YarnSpan span;                    /* of the title */
    uint32_t first_line, last_line;   /* from the first header to "===" */
    const YarnOutlineHeader *headers; /* title, position, color and the like; when: not among them */
    size_t header_count;
    const StrView *tags; /* the words of its tags: header */
    size_t tag_count;
    size_t when_count; /* more than 0: it belongs to the node group of its title */
    uint32_t first;    /* index of the first node of this title; its own when it is that */
} YarnOutlineNode;

typedef struct YarnOutlineJump {
    uint32_t from;  /* index of the node that it stands in */
    uint32_t to;    /* index of the first node of that title; NONE when computed or missing */
    StrView target; /* the title; of a computed one "{expression}" as written */
    StrView option; /* text of the option that it stands below; empty when below none */
    YarnSpan span;  /* of the target */
    bool is_detour, is_computed;
} YarnOutlineJump;

typedef struct YarnOutlineVariable {
    StrView name;      /* with its '$' */
    StrView type_name; /* "number", an enum's name, "unknown" after a mistake */
    StrView initial;   /* its value or expression as written; empty when not declared */
    StrView doc;       /* text of the "///" comment of its declaration, lines divided by '\n' */
    YarnSpan span;     /* its declaration, or first use */
    bool is_declared;
    bool is_smart; /* worked out from `initial` whenever it is read */
} YarnOutlineVariable;

typedef struct YarnOutlineCase {
    StrView name;
    StrView value; /* as written; empty when there is none */
    StrView doc;
    YarnSpan span;
    uint32_t enum_index;
} YarnOutlineCase;

typedef struct YarnOutlineEnum {
    StrView name;
    StrView doc;
    YarnSpan span;
    uint32_t first_case; /* in `cases` */
    uint32_t case_count;
} YarnOutlineEnum;

/* A function that scripts may call, used or not: the built-in ones, then the game's, then
 * those that are known only by how they are used. */
typedef struct YarnOutlineFunction {
    StrView name;
    StrView doc; /* of the game's, else empty */
    YarnType result;
    uint8_t least, most; /* arguments */
    YarnType params[YARN_FUNCTION_PARAMS_MAX];
    uint8_t param_count; /* in `params`; further arguments are as the last */
} YarnOutlineFunction;

/* A command of the game. */
typedef struct YarnOutlineCommand {
    StrView word;  /* the first one */
    StrView text;  /* all of it; {expressions} appear as "{0}"… */
    YarnSpan span; /* from "<<" to ">>" */
    uint32_t node;
    bool has_values;
} YarnOutlineCommand;

typedef struct YarnOutlineLine {
    StrView id;     /* without "line:"; empty when none is written */
    StrView shadow; /* id of the line that it repeats; empty when it repeats none */
    StrView text, speaker;
    YarnSpan span;    /* of the text */
    YarnSpan id_span; /* of id or shadow */
    uint32_t node;
    const StrView *tags; /* without '#' */
    size_t tag_count;
    bool is_option;
} YarnOutlineLine;

typedef enum YarnSymbolKind {
    YARN_SYMBOL_NODE,
    YARN_SYMBOL_VARIABLE,
    YARN_SYMBOL_ENUM,
    YARN_SYMBOL_CASE,
    YARN_SYMBOL_FUNCTION,
    YARN_SYMBOL_LINE
} YarnSymbolKind;

/* One place where a name is used, its definition not among them. Nodes: jumps, detours
 * and titles in visited() and the like. Lines: #shadow: tags. */
typedef struct YarnOutlineUse {
    YarnSymbolKind kind;
    uint32_t index; /* in the array of its kind; of nodes the first of the title */
    YarnSpan span;
    uint32_t node;          /* that it stands in; NONE when in none */
    bool is_read, is_write; /* of a variable */
} YarnOutlineUse;

typedef struct YarnOutline {
    const StrView *files; /* names of the sources */
    size_t file_count;
    const YarnOutlineNode *nodes;
    size_t node_count;
    const YarnOutlineJump *jumps;
    size_t jump_count;
    const YarnOutlineVariable *variables;
    size_t variable_count;
    const YarnOutlineEnum *enums;
    size_t enum_count;
    const YarnOutlineCase *cases;
    size_t case_count;
    const YarnOutlineFunction *functions;
    size_t function_count;
    const YarnOutlineCommand *commands;
    size_t command_count;
    const YarnOutlineLine *lines;
    size_t line_count;
    const YarnOutlineUse *uses;
    size_t use_count;
    YarnProgram *program; /* keeps the texts; it cannot be played */
} YarnOutline;

/* Reads all sources together; mistakes go to options->diags as from yarn_compile(), and
 * count there: the status is STATUS_OK all the same. After YARN_ERRORS_MAX mistakes the
 * rest is not read. Owned by caller. STATUS_LIMIT (too many sources; reported),
 * STATUS_NOMEM: *outline is NULL. */
Status yarn_outline_create(const YarnCompileOptions *options, const YarnSource *sources, size_t source_count,
                           YarnOutline **outline);
void yarn_outline_destroy(YarnOutline *outline); /* NULL is allowed */

/* Index of the first node of that title, or YARN_OUTLINE_NONE. */
uint32_t yarn_outline_find_node(const YarnOutline *outline, StrView title);

/* The nodes as a graph: jumps are solid edges, detours dashed, computed ones dotted and
 * lead to a node "?"; an edge has the text of its option. Nodes of one title are one.
 * `entries` are the titles where stories begin: these are marked, and what cannot be
 * reached from them is grey. With none given it is the node "Start", or else the first
 * node of each source. Appended to `out`, whose `failed` says that memory ran out.
 *
 * DOT is for Graphviz; SVG is laid out here, in layers from top to bottom. */
void yarn_outline_write_dot(const YarnOutline *outline, const StrView *entries, size_t entry_count,
                            StrBuf *out);
void yarn_outline_write_svg(const YarnOutline *outline, const StrView *entries, size_t entry_count,
                            StrBuf *out);

#endif
