/* Names: where they are defined, where they are used, what a script defines. */
#include "symbols.h"
#include "lsp_internal.h"

bool symbol_next_definition(const YarnOutline *outline, size_t *at, LspSymbol *symbol)
{
    size_t i = (*at)++;
    if (i < outline->node_count) {
        *symbol = (LspSymbol){ YARN_SYMBOL_NODE, outline->nodes[i].first, outline->nodes[i].span };
        return true;
    }
    i -= outline->node_count;
    if (i < outline->variable_count) {
        *symbol = (LspSymbol){ YARN_SYMBOL_VARIABLE, (uint32_t)i, outline->variables[i].span };
        return true;
    }
    i -= outline->variable_count;
    if (i < outline->enum_count) {
        *symbol = (LspSymbol){ YARN_SYMBOL_ENUM, (uint32_t)i, outline->enums[i].span };
        return true;
    }
    i -= outline->enum_count;
    if (i < outline->case_count) {
        *symbol = (LspSymbol){ YARN_SYMBOL_CASE, (uint32_t)i, outline->cases[i].span };
        return true;
    }
    i -= outline->case_count;
    if (i < outline->line_count) {
        /* A line without an id is no symbol; its place is then line 0. */
        YarnSpan span = outline->lines[i].id.len ? outline->lines[i].id_span : (YarnSpan){ 0 };
        *symbol = (LspSymbol){ YARN_SYMBOL_LINE, (uint32_t)i, span };
        return true;
    }
    return false;
}

/* With the place right behind the last letter: there the cursor is after writing a name. */
static bool is_at(YarnSpan span, const LspPlace *place)
{
    return span.source == place->source && span.line == place->line && span.column <= place->column &&
           place->column <= span.column + span.length;
}

bool symbol_at(const YarnOutline *outline, const LspPlace *place, LspSymbol *symbol)
{
    bool is_found = false;
    for (size_t i = 0; i < outline->use_count; i++) {
        const YarnOutlineUse *use = &outline->uses[i];
        /* Of two that touch at the cursor, the one that begins there. */
        if (is_at(use->span, place) && (!is_found || use->span.column > symbol->span.column)) {
            *symbol = (LspSymbol){ use->kind, use->index, use->span };
            is_found = true;
        }
    }
    LspSymbol definition;
    for (size_t at = 0; !is_found && symbol_next_definition(outline, &at, &definition);) {
        if (is_at(definition.span, place)) {
            *symbol = definition;
            is_found = true;
        }
    }
    return is_found;
}

static bool find_asked(LspServer *server, const JsonValue *params, LspAnalysis **analysis, LspSymbol *symbol)
{
    LspDocument *document;
    LspPlace place;
    if (!lsp_place_read(server, params, &document, &place) || !document->group->analysis.outline) {
        return false;
    }
    *analysis = &document->group->analysis;
    return symbol_at((*analysis)->outline, &place, symbol);
}

static void append_place(LspServer *server, LspAnalysis *analysis, YarnSpan span, size_t *count)
{
    strbuf_append(&server->body, (*count)++ ? SV(",") : SV(""));
    lsp_append_location(server, analysis, span);
}

static void append_definitions(LspServer *server, LspAnalysis *analysis, const LspSymbol *symbol,
                               size_t *count)
{
    LspSymbol definition;
    for (size_t at = 0; symbol_next_definition(analysis->outline, &at, &definition);) {
        if (definition.kind == symbol->kind && definition.index == symbol->index && definition.span.line) {
            append_place(server, analysis, definition.span, count);
        }
    }
}

void lsp_define(LspServer *server, const JsonValue *params)
{
    LspAnalysis *analysis;
    LspSymbol symbol;
    size_t count = 0;
    strbuf_char(&server->body, '[');
    if (find_asked(server, params, &analysis, &symbol)) {
        append_definitions(server, analysis, &symbol, &count);
    }
    strbuf_char(&server->body, ']');
}

static bool is_same(YarnSpan a, YarnSpan b)
{
    return a.source == b.source && a.line == b.line && a.column == b.column;
}

static void append_uses(LspServer *server, LspAnalysis *analysis, const LspSymbol *symbol, bool with_first,
                        size_t *count)
{
    const YarnOutline *outline = analysis->outline;
    for (size_t i = 0; i < outline->use_count; i++) {
        const YarnOutlineUse *use = &outline->uses[i];
        if (use->kind != symbol->kind || use->index != symbol->index) {
            continue;
        }
        /* The first use of a variable that is not declared was given as its definition. */
        bool is_first =
            symbol->kind == YARN_SYMBOL_VARIABLE && is_same(use->span, outline->variables[use->index].span);
        if (!is_first || with_first) {
            append_place(server, analysis, use->span, count);
        }
    }
}

void lsp_refer(LspServer *server, const JsonValue *params)
{
    LspAnalysis *analysis;
    LspSymbol symbol;
    size_t count = 0;
    strbuf_char(&server->body, '[');
    if (find_asked(server, params, &analysis, &symbol)) {
        bool with_definition = json_get_bool(json_member(params, "context"), "includeDeclaration", false);
        if (with_definition) {
            append_definitions(server, analysis, &symbol, &count);
        }
        append_uses(server, analysis, &symbol, !with_definition, &count);
    }
    strbuf_char(&server->body, ']');
}

/* --- the symbols of a script -------------------------------------------------------------------- */

enum { SHOWN_CLASS = 5, SHOWN_ENUM = 10, SHOWN_VARIABLE = 13, SHOWN_CASE = 22 };

typedef struct SymbolLister {
    LspServer *server;
    LspAnalysis *analysis;
    uint32_t source;
} SymbolLister;

static bool is_inside(const YarnOutlineNode *node, YarnSpan span)
{
    return node->span.source == span.source && node->first_line <= span.line && span.line <= node->last_line;
}

/* Name, kind and place; the object stays open. */
static void begin_symbol(SymbolLister *lister, bool *is_first, StrView name, int kind, YarnSpan span)
{
    LspServer *server = lister->server;
    strbuf_append(&server->body, *is_first ? SV("{\"name\":") : SV(",{\"name\":"));
    *is_first = false;
    strbuf_json(&server->body, name.len ? name : SV("?"));
    strbuf_printf(&server->body, ",\"kind\":%d,", kind);
    strbuf_append(&server->body, server->knows_symbol_tree ? SV("\"selectionRange\":") : SV("\"location\":"));
    if (server->knows_symbol_tree) {
        lsp_append_range(server, lister->analysis, span);
    } else {
        lsp_append_location(server, lister->analysis, span);
    }
}

/* A symbol that is no longer than its name. */
static void append_symbol(SymbolLister *lister, bool *is_first, StrView name, int kind, YarnSpan span)
{
    begin_symbol(lister, is_first, name, kind, span);
    if (lister->server->knows_symbol_tree) {
        strbuf_append(&lister->server->body, SV(",\"range\":"));
        lsp_append_range(lister->server, lister->analysis, span);
    }
    strbuf_char(&lister->server->body, '}');
}

/* What a node declares: below it in a tree, behind it in a list. */
static void append_declared(SymbolLister *lister, bool *is_first, const YarnOutlineNode *node)
{
    const YarnOutline *outline = lister->analysis->outline;
    for (size_t i = 0; i < outline->variable_count; i++) {
        const YarnOutlineVariable *variable = &outline->variables[i];
        if (variable->is_declared && is_inside(node, variable->span)) {
            append_symbol(lister, is_first, variable->name, SHOWN_VARIABLE, variable->span);
        }
    }
    for (size_t i = 0; i < outline->enum_count; i++) {
        const YarnOutlineEnum *info = &outline->enums[i];
        if (!is_inside(node, info->span)) {
            continue;
        }
        append_symbol(lister, is_first, info->name, SHOWN_ENUM, info->span);
        for (size_t j = info->first_case; j < info->first_case + info->case_count; j++) {
            append_symbol(lister, is_first, outline->cases[j].name, SHOWN_CASE, outline->cases[j].span);
        }
    }
}

static void append_node(SymbolLister *lister, bool *is_first, const YarnOutlineNode *node)
{
    LspServer *server = lister->server;
    bool is_tree = server->knows_symbol_tree, is_first_below = true;
    begin_symbol(lister, is_first, node->title, SHOWN_CLASS, node->span);
    if (is_tree) {
        uint32_t last = node->last_line > node->first_line ? node->last_line : node->first_line;
        StrView end = lsp_line_text(lister->analysis, lister->source, last);
        strbuf_printf(
            &server->body,
            ",\"range\":{\"start\":{\"line\":%u,\"character\":0},\"end\":{\"line\":%u,\"character\":",
            (unsigned)node->first_line - 1, (unsigned)last - 1);
        strbuf_printf(&server->body, "%zu}},\"children\":[", lsp_units_of_text(server, end));
        append_declared(lister, &is_first_below, node);
        strbuf_char(&server->body, ']');
    }
    strbuf_char(&server->body, '}');
    if (!is_tree) {
        append_declared(lister, is_first, node);
    }
}

void lsp_list_symbols(LspServer *server, const JsonValue *params)
{
    StrView uri = json_text(json_member(json_member(params, "textDocument"), "uri"));
    LspDocument *document = lsp_document_find(server, uri);
    const YarnOutline *outline = document ? document->group->analysis.outline : NULL;
    uint32_t source;
    bool is_first = true;
    strbuf_char(&server->body, '[');
    if (outline && lsp_source_find(document, &source)) {
        SymbolLister lister = { server, &document->group->analysis, source };
        for (size_t i = 0; i < outline->node_count; i++) {
            if (outline->nodes[i].span.source == source) {
                append_node(&lister, &is_first, &outline->nodes[i]);
            }
        }
    }
    strbuf_char(&server->body, ']');
}
