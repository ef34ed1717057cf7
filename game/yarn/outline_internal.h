#ifndef SANGO_YARN_OUTLINE_INTERNAL_H
#define SANGO_YARN_OUTLINE_INTERNAL_H

#include "compile_internal.h"
#include "sango/yarn/outline.h"

/* An array that grows while the tree is walked. */
typedef struct OutlineList {
    void *items;
    size_t count, capacity;
} OutlineList;

typedef struct OutlineBuilder {
    Compiler *compiler;
    YarnOutline *outline;
    OutlineList jumps, variables, uses, commands;
    NameMap node_names, variable_names, enum_names, line_ids; /* -> index in the outline */
    uint32_t node;                                            /* that is walked, or YARN_OUTLINE_NONE */
    StrView option;                                           /* the innermost option around what is walked */
    YarnSpan last_span; /* that outline_span() gave, and where in its file */
    uint32_t last_offset;
} OutlineBuilder;

YarnSpan outline_span(OutlineBuilder *builder, Pos pos);
/* Room for one more item, zeroed; NULL after setting the compiler's STATUS_NOMEM. */
void *outline_add(OutlineBuilder *builder, OutlineList *list, size_t size);
void outline_use(OutlineBuilder *builder, YarnSymbolKind kind, uint32_t index, Pos pos);
/* The variable of that name; one that is not declared is made. */
uint32_t outline_variable(OutlineBuilder *builder, StrView name, Pos pos);
bool outline_is_over(const OutlineBuilder *builder);

/* Jumps, commands and uses below the nodes and in declarations. */
void outline_walk(OutlineBuilder *builder);

#endif
