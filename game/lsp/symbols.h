#ifndef SANGO_LSP_SYMBOLS_H
#define SANGO_LSP_SYMBOLS_H

#include "lsp_internal.h"

/* A name in a script: a definition or a use. */
typedef struct LspSymbol {
    YarnSymbolKind kind;
    uint32_t index;
    YarnSpan span; /* of this definition or use; line 0 when it has no place */
} LspSymbol;

/* All definitions, *at counting from 0; false behind the last. Each node of a group is one,
 * all with the index of the first. A variable that is not declared is defined by its first use. */
bool symbol_next_definition(const YarnOutline *outline, size_t *at, LspSymbol *symbol);
bool symbol_at(const YarnOutline *outline, const LspPlace *place, LspSymbol *symbol);

#endif
