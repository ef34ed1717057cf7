#include "symbols.h"

#include "sango/phone/phone.h"

enum { PREVIEW_LINES = 3 };

typedef struct HoverText {
    StrBuf code; /* how it is written, or a look at it */
    StrBuf doc;
} HoverText;

static StrView type_text(YarnType type)
{
    switch (type) {
    case YARN_TYPE_NUMBER:
        return SV("number");
    case YARN_TYPE_STRING:
        return SV("string");
    case YARN_TYPE_BOOL:
        return SV("bool");
    case YARN_TYPE_ANY:
        break;
    }
    return SV("any");
}

void lsp_append_signature(StrBuf *out, const YarnOutlineFunction *function)
{
    strbuf_printf(out, "%.*s(", SV_ARG(function->name));
    for (size_t i = 0; i < function->param_count; i++) {
        strbuf_append(out, i ? SV(", ") : SV(""));
        strbuf_append(out, type_text(function->params[i]));
    }
    strbuf_append(out, function->most > function->param_count ? SV(", …): ") : SV("): "));
    strbuf_append(out, type_text(function->result));
}

static void describe_node(HoverText *text, const YarnOutline *outline, uint32_t index)
{
    const YarnOutlineNode *node = &outline->nodes[index];
    size_t shown = 0, count = 0;
    strbuf_printf(&text->code, "title: %.*s\n", SV_ARG(node->title));
    for (size_t i = 0; i < node->tag_count; i++) {
        strbuf_printf(&text->code, i ? " %.*s" : "tags: %.*s", SV_ARG(node->tags[i]));
    }
    strbuf_append(&text->code, node->tag_count ? SV("\n---") : SV("---"));
    for (size_t i = 0; i < outline->line_count; i++) {
        if (outline->lines[i].node == index && ++count <= PREVIEW_LINES) {
            strbuf_printf(&text->code, "\n%s%.*s", outline->lines[i].is_option ? "-> " : "",
                          SV_ARG(outline->lines[i].text));
            shown++;
        }
    }
    if (count > shown) {
        strbuf_printf(&text->doc, "… and %zu more lines.", count - shown);
    }
    size_t members = 0;
    for (size_t i = 0; i < outline->node_count; i++) {
        members += outline->nodes[i].first == node->first;
    }
    if (node->when_count) {
        strbuf_printf(&text->doc, "%sA group of %zu nodes.", text->doc.len ? " " : "", members);
    }
}

static void describe_variable(HoverText *text, const YarnOutlineVariable *variable)
{
    strbuf_printf(&text->code, "%.*s: %.*s", SV_ARG(variable->name), SV_ARG(variable->type_name));
    if (variable->is_declared) {
        strbuf_printf(&text->code, " = %.*s", SV_ARG(variable->initial));
    }
    strbuf_append(&text->doc, variable->doc);
    const char *gap = variable->doc.len ? "\n\n" : "";
    if (variable->is_smart) {
        strbuf_printf(&text->doc, "%sIt is worked out whenever it is read.", gap);
    } else if (!variable->is_declared) {
        strbuf_printf(&text->doc, "%sIt is not declared.", gap);
    }
}

static void describe_symbol(HoverText *text, const YarnOutline *outline, const LspSymbol *symbol)
{
    switch (symbol->kind) {
    case YARN_SYMBOL_NODE:
        describe_node(text, outline, symbol->index);
        break;
    case YARN_SYMBOL_VARIABLE:
        describe_variable(text, &outline->variables[symbol->index]);
        break;
    case YARN_SYMBOL_ENUM: {
        const YarnOutlineEnum *info = &outline->enums[symbol->index];
        strbuf_printf(&text->code, "enum %.*s", SV_ARG(info->name));
        for (size_t i = info->first_case; i < info->first_case + info->case_count; i++) {
            strbuf_printf(&text->code, "\n    %.*s", SV_ARG(outline->cases[i].name));
        }
        strbuf_append(&text->doc, info->doc);
        break;
    }
    case YARN_SYMBOL_CASE: {
        const YarnOutlineCase *info = &outline->cases[symbol->index];
        strbuf_printf(&text->code, "%.*s.%.*s", SV_ARG(outline->enums[info->enum_index].name),
                      SV_ARG(info->name));
        if (info->value.len) {
            strbuf_printf(&text->code, " = %.*s", SV_ARG(info->value));
        }
        strbuf_append(&text->doc, info->doc);
        break;
    }
    case YARN_SYMBOL_FUNCTION: {
        const YarnOutlineFunction *info = &outline->functions[symbol->index];
        const LspWord *word = lsp_word_find(lsp_functions, info->name);
        lsp_append_signature(&text->code, info);
        strbuf_append(&text->doc, word ? strview_from_cstr(word->doc) : info->doc);
        break;
    }
    case YARN_SYMBOL_LINE:
        strbuf_append(&text->code, outline->lines[symbol->index].text);
        break;
    }
}

static void describe_word(HoverText *text, const LspWord *word)
{
    if (word) {
        strbuf_append(&text->code, strview_from_cstr(word->usage));
        strbuf_append(&text->doc, strview_from_cstr(word->doc));
    }
}

static void describe_phone_tag(HoverText *text, StrView word)
{
    const PhoneTag *entry = phone_tag_find(word);
    if (entry) {
        strbuf_append(&text->code, strview_from_cstr(entry->example));
        strbuf_append(&text->doc, strview_from_cstr(entry->doc));
        for (size_t i = 0; entry->words && entry->words[i]; i++) {
            strbuf_printf(&text->doc, "%s%s", i ? ", " : " One of: ", entry->words[i]);
        }
    }
}

static void describe_command(HoverText *text, const CommandSpec *spec)
{
    strbuf_printf(&text->code, "<<%s", spec->name);
    strbuf_append(&text->doc, strview_from_cstr(spec->doc));
    for (size_t i = 0; i < spec->param_count; i++) {
        const CommandParam *param = &spec->params[i];
        strbuf_printf(&text->code, param->is_optional ? " [%s]" : " %s", param->name);
        strbuf_printf(&text->doc, "\n- %s: %s", param->name, command_param_doc(param->kind));
        const char *const *word = command_param_words(param->kind);
        for (size_t j = 0; word[j]; j++) {
            strbuf_printf(&text->doc, "%s%s", j ? ", " : ": ", word[j]);
        }
    }
    strbuf_append(&text->code, SV(">>"));
}

void lsp_append_command(StrBuf *out, const YarnDefinition *command)
{
    strbuf_append(out, command->name);
    for (size_t i = 0; i < command->param_count; i++) {
        const YarnParam *param = &command->params[i];
        bool is_optional = param->is_optional || param->is_variadic;
        strbuf_printf(out, " %s%.*s%s%s", is_optional ? "[" : "", SV_ARG(param->name),
                      param->is_variadic ? " …" : "", is_optional ? "]" : "");
    }
}

static void describe_defined(HoverText *text, const YarnDefinition *command)
{
    strbuf_append(&text->code, SV("<<"));
    lsp_append_command(&text->code, command);
    strbuf_append(&text->code, SV(">>"));
    strbuf_append(&text->doc, command->doc);
    for (size_t i = 0; i < command->param_count; i++) {
        if (command->params[i].doc.len) {
            strbuf_printf(&text->doc, "%s- %.*s: %.*s", text->doc.len ? "\n" : "",
                          SV_ARG(command->params[i].name), SV_ARG(command->params[i].doc));
        }
    }
}

/* The first word between "<<" and ">>". */
static void describe_command_word(HoverText *text, const LspAnalysis *analysis, StrView word)
{
    const YarnDefinition *defined =
        analysis->commands ? yarn_definitions_find_command(analysis->commands, word) : NULL;
    const CommandSpec *spec = analysis->commands ? NULL : lsp_command_find(word);
    if (defined) {
        describe_defined(text, defined);
    } else if (spec) {
        describe_command(text, spec);
    } else {
        describe_word(text, lsp_word_find(lsp_keywords, word));
    }
}

/* A command, keyword, tag or header at the place; *start and *end are its bytes. */
static void describe_written(HoverText *text, LspAnalysis *analysis, const LspPlace *place, size_t *start,
                             size_t *end)
{
    LspContext context;
    *end = place->offset;
    while (*end < place->text.len && !strview_equal(strview_slice(place->text, *end, 1), SV(" ")) &&
           !strview_equal(strview_slice(place->text, *end, 1), SV(">")) &&
           !strview_equal(strview_slice(place->text, *end, 1), SV("\t"))) {
        ++*end;
    }
    lsp_context_find(analysis, place, *end, &context);
    *start = context.start;
    if (context.kind == LSP_IN_COMMAND_WORD) {
        describe_command_word(text, analysis, context.word);
    } else if (context.kind == LSP_IN_COMMAND_PARAM) {
        const CommandParam *param = &context.spec->params[context.param];
        strbuf_printf(&text->code, "%s", param->name);
        strbuf_append(&text->doc, strview_from_cstr(command_param_doc(param->kind)));
    } else if (context.kind == LSP_IN_TAG) {
        StrView rest = context.word, head;
        if (strview_take(&rest, ':', &head) && rest.len) {
            head.len++;
        }
        describe_word(text, lsp_word_find(lsp_tags, head));
        describe_phone_tag(text, context.word);
    } else if (context.kind == LSP_IN_HEADER_KEY || !lsp_is_in_body(analysis, place->source, place->line)) {
        StrView rest = place->text, head;
        *start = 0;
        if (strview_take(&rest, ':', &head) && place->offset <= head.len) {
            *end = head.len;
            describe_word(text, lsp_word_find(lsp_headers, head));
        }
    }
}

static void append_hover(LspServer *server, HoverText *text)
{
    StrBuf all;
    strbuf_init(&all, server->alloc);
    if (server->knows_markdown) {
        strbuf_printf(&all, "```yarn\n%s\n```", text->code.data);
    } else {
        strbuf_append(&all, strbuf_view(&text->code));
    }
    if (text->doc.len) {
        strbuf_append(&all, SV("\n"));
        strbuf_append(&all, strbuf_view(&text->doc));
    }
    strbuf_printf(&server->body, "{\"contents\":{\"kind\":\"%s\",\"value\":",
                  server->knows_markdown ? "markdown" : "plaintext");
    strbuf_json(&server->body, strbuf_view(&all));
    strbuf_append(&server->body, SV("},\"range\":"));
    server->failed |= all.failed;
    strbuf_release(&all);
}

void lsp_hover(LspServer *server, const JsonValue *params)
{
    LspDocument *document;
    LspPlace place;
    LspSymbol symbol;
    HoverText text;
    strbuf_init(&text.code, server->alloc);
    strbuf_init(&text.doc, server->alloc);
    bool is_asked = lsp_place_read(server, params, &document, &place) && document->group->analysis.outline;
    if (is_asked) {
        LspAnalysis *analysis = &document->group->analysis;
        size_t start = 0, end = 0;
        bool is_symbol = symbol_at(analysis->outline, &place, &symbol);
        if (is_symbol) {
            describe_symbol(&text, analysis->outline, &symbol);
        } else {
            describe_written(&text, analysis, &place, &start, &end);
        }
        is_asked = text.code.len > 0;
        if (is_asked) {
            append_hover(server, &text);
            if (is_symbol) {
                lsp_append_range(server, analysis, symbol.span);
            } else {
                lsp_append_part(server, analysis, &place, start, end);
            }
            strbuf_char(&server->body, '}');
        }
    }
    if (!is_asked) {
        strbuf_append(&server->body, SV("null"));
    }
    server->failed |= text.code.failed || text.doc.failed;
    strbuf_release(&text.code);
    strbuf_release(&text.doc);
}
