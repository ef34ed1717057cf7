/* What is being written at the cursor. It looks at the text of the line only, as a line
 * that is being written seldom parses. */
#include "lsp_internal.h"

#include <string.h>

static const size_t nowhere = (size_t)-1;

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static bool is_name_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           (unsigned char)c >= 0x80;
}

bool lsp_is_in_body(LspAnalysis *analysis, uint32_t source, uint32_t line)
{
    bool in_body = false;
    uint32_t count = lsp_line_count(analysis, source); /* a client may ask for a line behind the end */
    for (uint32_t i = 1; i < line && i <= count; i++) {
        StrView text = strview_trim(lsp_line_text(analysis, source, i));
        if (strview_starts_with(text, in_body ? SV("===") : SV("---"))) {
            in_body = !in_body;
        }
    }
    return in_body;
}

const CommandSpec *lsp_command_find(StrView name)
{
    for (int kind = 0; kind < COMMAND_COUNT; kind++) {
        const CommandSpec *spec = command_spec((CommandKind)kind);
        if (strview_equal(strview_from_cstr(spec->name), name)) {
            return spec;
        }
    }
    return NULL;
}

static void set_word(LspContext *context, LspContextKind kind, StrView before, size_t start)
{
    context->kind = kind;
    context->start = start;
    context->word = strview_slice(before, start, before.len);
}

/* Where the name that ends with the text begins. */
static size_t name_start(StrView before, size_t from)
{
    size_t start = before.len;
    while (start > from && is_name_byte(before.data[start - 1])) {
        start--;
    }
    return start;
}

/* The last word before byte `end`, not before `from`. */
static StrView word_before(StrView before, size_t from, size_t end)
{
    while (end > from && is_blank(before.data[end - 1])) {
        end--;
    }
    return strview_slice(before, name_start(strview_slice(before, 0, end), from),
                         end - name_start(strview_slice(before, 0, end), from));
}

/* In an open quote: a title where visited() and the like ask for one. */
static void find_in_quotes(StrView before, size_t from, size_t quote, LspContext *context)
{
    StrView function =
        quote > from && before.data[quote - 1] == '(' ? word_before(before, from, quote - 1) : SV("");
    bool is_title = strview_equal(function, SV("visited")) || strview_equal(function, SV("visited_count")) ||
                    strview_equal(function, SV("has_any_content"));
    set_word(context, is_title ? LSP_IN_NODE_TITLE : LSP_IN_TEXT, before, quote + 1);
}

static void find_in_expression(StrView before, size_t from, LspContext *context)
{
    size_t quote = nowhere;
    for (size_t i = from; i < before.len; i++) {
        if (before.data[i] == '\\' && quote != nowhere) {
            i++;
        } else if (before.data[i] == '"') {
            quote = quote == nowhere ? i : nowhere;
        }
    }
    if (quote != nowhere) {
        find_in_quotes(before, from, quote, context);
        return;
    }
    size_t start = name_start(before, from);
    if (start > from && before.data[start - 1] == '$') {
        set_word(context, LSP_IN_EXPRESSION, before, start - 1);
    } else if (start > from && before.data[start - 1] == '.') {
        set_word(context, LSP_IN_MEMBER, before, start);
        StrView left = strview_slice(before, 0, start - 1);
        context->type_name = strview_slice(left, name_start(left, from), left.len);
    } else if (strview_equal(word_before(before, from, start), SV("as"))) {
        set_word(context, LSP_IN_TYPE_NAME, before, start);
    } else {
        set_word(context, LSP_IN_EXPRESSION, before, start);
    }
}

/* The words of a command: "quotes" hold several together. */
static void find_param(StrView before, size_t from, LspContext *context)
{
    size_t start = from;
    bool in_quotes = false;
    for (size_t i = from; i < before.len; i++) {
        char c = before.data[i];
        in_quotes = c == '"' ? !in_quotes : in_quotes;
        if (in_quotes || !is_blank(c)) {
            continue;
        }
        if (i > start) {
            if (context->param < COMMAND_ARGS_MAX) {
                context->args[context->param] = strview_slice(before, start, i - start);
            }
            context->param++;
        }
        start = i + 1;
    }
    bool is_known = context->spec && context->param < context->spec->param_count;
    set_word(context, is_known ? LSP_IN_COMMAND_PARAM : LSP_IN_TEXT, before, start);
}

static bool is_one_of(StrView word, const char *const *words)
{
    for (; *words; words++) {
        if (strview_equal(word, strview_from_cstr(*words))) {
            return true;
        }
    }
    return false;
}

/* The parameter that `context->param` counts, of a command that a project defines. */
static void find_defined_param(const YarnDefinition *command, LspContext *context)
{
    size_t at = context->param;
    if (command && command->is_variadic && at >= command->param_count) {
        at = command->param_count - 1;
    }
    if (command && at < command->param_count && command->params[at].kind == YARN_PARAM_NODE) {
        context->kind = LSP_IN_NODE_TITLE;
    }
}

static void find_in_command(const YarnDefinitions *defined, StrView before, size_t from, LspContext *context)
{
    static const char *const jumps[] = { "jump", "detour", NULL };
    static const char *const others[] = { "if",   "elseif", "set",  "declare", "once",
                                          "call", "case",   "enum", NULL };
    while (from < before.len && is_blank(before.data[from])) {
        from++;
    }
    size_t end = from;
    while (end < before.len && !is_blank(before.data[end])) {
        end++;
    }
    StrView word = strview_slice(before, from, end - from);
    if (end == before.len) {
        set_word(context, LSP_IN_COMMAND_WORD, before, from);
    } else if (is_one_of(word, jumps)) {
        set_word(context, LSP_IN_NODE_TITLE, before, name_start(before, end));
    } else if (is_one_of(word, others)) {
        find_in_expression(before, end + 1, context);
    } else {
        context->spec = defined ? NULL : lsp_command_find(word);
        find_param(before, end + 1, context);
        if (defined) {
            find_defined_param(yarn_definitions_find_command(defined, word), context);
        }
    }
}

static void find_in_header(StrView before, LspContext *context)
{
    if (strview_starts_with(before, SV("when:"))) {
        find_in_expression(before, 5, context);
    } else {
        set_word(context, memchr(before.data, ':', before.len) ? LSP_IN_TEXT : LSP_IN_HEADER_KEY, before, 0);
    }
}

/* Speakers stand at the beginning of a line or of an option's text. */
static void find_line_start(StrView before, LspContext *context)
{
    size_t start = 0;
    while (start < before.len && is_blank(before.data[start])) {
        start++;
    }
    StrView rest = strview_slice(before, start, before.len);
    if (strview_starts_with(rest, SV("->")) || strview_starts_with(rest, SV("=>"))) {
        start += 2;
        while (start < before.len && is_blank(before.data[start])) {
            start++;
        }
    }
    bool is_start = name_start(before, start) == start;
    set_word(context, is_start ? LSP_IN_LINE_START : LSP_IN_TEXT, before, is_start ? start : before.len);
}

void lsp_context_find(LspAnalysis *analysis, const LspPlace *place, size_t end, LspContext *context)
{
    size_t command = nowhere, brace = nowhere, tag = nowhere;
    StrView before = strview_slice(place->text, 0, end);
    *context = (LspContext){ .kind = LSP_IN_TEXT, .start = before.len, .word = SV("") };
    if (!lsp_is_in_body(analysis, place->source, place->line)) {
        find_in_header(before, context);
        return;
    }
    for (size_t i = 0; i < before.len; i++) {
        char c = before.data[i];
        char after = i + 1 < before.len ? before.data[i + 1] : '\0';
        bool in_text = command == nowhere && brace == nowhere;
        if (in_text && c == '/' && after == '/') {
            return;
        }
        if (in_text && c == '\\') {
            i++;
        } else if (c == '<' && after == '<') {
            command = ++i + 1;
            tag = nowhere;
        } else if (c == '>' && after == '>') {
            command = brace = nowhere;
            i++;
        } else if (c == '{' && brace == nowhere) {
            brace = i + 1;
        } else if (c == '}') {
            brace = nowhere;
        } else if (in_text && c == '#') {
            tag = i + 1;
        } else if (is_blank(c)) {
            tag = nowhere;
        }
    }
    if (brace != nowhere) {
        find_in_expression(before, brace, context);
    } else if (command != nowhere) {
        find_in_command(analysis->commands, before, command, context);
    } else if (tag != nowhere) {
        set_word(context, LSP_IN_TAG, before, tag);
    } else {
        find_line_start(before, context);
    }
}
