#include "lsp_internal.h"

#include "sango/phone/phone.h"

#include <inttypes.h>
#include <string.h>

/* Kinds of items, as the protocol numbers them. */
enum {
    ITEM_FUNCTION = 3,
    ITEM_VARIABLE = 6,
    ITEM_CLASS = 7,
    ITEM_PROPERTY = 10,
    ITEM_VALUE = 12,
    ITEM_ENUM = 13,
    ITEM_KEYWORD = 14,
    ITEM_REFERENCE = 18,
    ITEM_CASE = 20
};

enum { SPEAKERS_MAX = 64, ID_DIGITS_MAX = 9 };

typedef struct Completer {
    LspServer *server;
    LspAnalysis *analysis;
    const LspPlace *place;
    const LspContext *context;
    size_t count;
} Completer;

static void add_item(Completer *completer, int kind, StrView label, StrView detail, StrView doc)
{
    LspServer *server = completer->server;
    StrBuf *body = &server->body;
    strbuf_append(body, completer->count++ ? SV(",{\"label\":") : SV("{\"label\":"));
    strbuf_json(body, label);
    strbuf_printf(body, ",\"kind\":%d,", kind);
    if (detail.len) {
        strbuf_append(body, SV("\"detail\":"));
        strbuf_json(body, detail);
        strbuf_char(body, ',');
    }
    if (doc.len) {
        strbuf_append(body, SV("\"documentation\":"));
        strbuf_json(body, doc);
        strbuf_char(body, ',');
    }
    strbuf_append(body, SV("\"textEdit\":{\"range\":"));
    lsp_append_part(server, completer->analysis, completer->place, completer->context->start,
                    completer->place->offset);
    strbuf_append(body, SV(",\"newText\":"));
    strbuf_json(body, label);
    strbuf_append(body, SV("}}"));
}

static void add_words(Completer *completer, int kind, const LspWord *words)
{
    for (; words->name; words++) {
        add_item(completer, kind, strview_from_cstr(words->name), strview_from_cstr(words->usage),
                 strview_from_cstr(words->doc));
    }
}

static void add_views(Completer *completer, const StrView *items, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        add_item(completer, ITEM_VALUE, items[i], SV(""), SV(""));
    }
}

static void append_params(StrBuf *out, const CommandSpec *spec)
{
    for (size_t i = 0; i < spec->param_count; i++) {
        strbuf_printf(out, spec->params[i].is_optional ? " [%s]" : " %s", spec->params[i].name);
    }
}

static void add_defined_commands(Completer *completer, const YarnDefinitions *commands)
{
    StrBuf detail;
    strbuf_init(&detail, completer->server->alloc);
    for (size_t i = 0; i < commands->command_count; i++) {
        const YarnDefinition *command = &commands->commands[i];
        strbuf_clear(&detail);
        lsp_append_command(&detail, command);
        add_item(completer, ITEM_FUNCTION, command->name, strbuf_view(&detail), command->doc);
        completer->server->failed |= detail.failed;
    }
    strbuf_release(&detail);
}

static void add_own_commands(Completer *completer)
{
    for (int kind = 0; kind < COMMAND_COUNT; kind++) {
        const CommandSpec *spec = command_spec((CommandKind)kind);
        StrBuf detail;
        strbuf_init(&detail, completer->server->alloc);
        strbuf_append(&detail, strview_from_cstr(spec->name));
        append_params(&detail, spec);
        add_item(completer, ITEM_FUNCTION, strview_from_cstr(spec->name), strbuf_view(&detail),
                 strview_from_cstr(spec->doc));
        completer->server->failed |= detail.failed;
        strbuf_release(&detail);
    }
}

static void add_commands(Completer *completer)
{
    if (completer->analysis->commands) {
        add_defined_commands(completer, completer->analysis->commands);
    } else {
        add_own_commands(completer);
    }
    add_words(completer, ITEM_KEYWORD, lsp_keywords);
}

/* Halves of names such as "bedroom/evening": the first ones, or what follows `first`. */
static void add_halves(Completer *completer, const StrView *pairs, size_t count, StrView first)
{
    StrView last = SV("");
    for (size_t i = 0; i < count; i++) {
        StrView rest = pairs[i], head;
        if (!strview_take(&rest, '/', &head)) {
            continue;
        }
        if (first.data) {
            if (strview_equal(head, first)) {
                add_item(completer, ITEM_VALUE, rest, SV(""), SV(""));
            }
        } else if (!strview_equal(head, last)) {
            add_item(completer, ITEM_VALUE, head, SV(""), SV(""));
            last = head;
        }
    }
}

/* The decisions that <<recovery>> and <<telling>> may name. */
static void add_decisions(Completer *completer)
{
    const YarnOutline *outline = completer->analysis->outline;
    for (size_t i = 0; i < outline->command_count; i++) {
        Command command;
        const YarnOutlineCommand *info = &outline->commands[i];
        bool is_decision = (strview_equal(info->word, SV("decision")) || strview_equal(info->word, SV("activity"))) && !info->has_values;
        if (is_decision && command_parse(info->text, (YarnPlace){ .file = SV("") }, NULL, &command)) {
            add_item(completer, ITEM_REFERENCE, command.args[0], outline->nodes[info->node].title, SV(""));
        }
    }
}

static void add_values(Completer *completer)
{
    static const LintNames none = { 0 };
    const LspContext *context = completer->context;
    const LintNames *names = completer->server->options.names ? completer->server->options.names : &none;
    ParamKind kind = context->spec->params[context->param].kind;
    for (const char *const *word = command_param_words(kind); *word; word++) {
        add_item(completer, ITEM_VALUE, strview_from_cstr(*word), strview_from_cstr(command_param_doc(kind)),
                 SV(""));
    }
    if (kind == PARAM_ACTOR || kind == PARAM_TARGET) {
        add_views(completer, names->actors, names->actor_count);
    } else if (kind == PARAM_EXPRESSION) {
        add_halves(completer, names->expressions, names->expression_count, context->args[0]);
    } else if (kind == PARAM_PLACE) {
        add_halves(completer, names->places, names->place_count, (StrView){ NULL, 0 });
    } else if (kind == PARAM_LIGHT) {
        add_halves(completer, names->places, names->place_count, context->args[0]);
    } else if (kind == PARAM_SOUND) {
        add_views(completer, names->sounds, names->sound_count);
    } else if (kind == PARAM_MUSIC) {
        add_item(completer, ITEM_VALUE, SV("off"), SV(""), SV("No music."));
        add_views(completer, names->music, names->music_count);
    } else if (kind == PARAM_NAME && context->spec != command_spec(COMMAND_DECISION) &&
               context->spec != command_spec(COMMAND_ACTIVITY)) {
        add_decisions(completer);
    }
}

static void add_nodes(Completer *completer)
{
    const YarnOutline *outline = completer->analysis->outline;
    for (size_t i = 0; i < outline->node_count; i++) {
        if (outline->nodes[i].first == i) {
            add_item(completer, ITEM_CLASS, outline->nodes[i].title, SV(""), SV(""));
        }
    }
}

static void add_cases(Completer *completer, StrView enum_name)
{
    const YarnOutline *outline = completer->analysis->outline;
    for (size_t i = 0; i < outline->case_count; i++) {
        const YarnOutlineEnum *owner = &outline->enums[outline->cases[i].enum_index];
        if (enum_name.len == 0 || strview_equal(owner->name, enum_name)) {
            add_item(completer, ITEM_CASE, outline->cases[i].name, owner->name, outline->cases[i].doc);
        }
    }
}

static void add_types(Completer *completer, bool with_basic)
{
    static const StrView basic[] = { { "number", 6 }, { "string", 6 }, { "bool", 4 } };
    const YarnOutline *outline = completer->analysis->outline;
    if (with_basic) {
        add_views(completer, basic, sizeof basic / sizeof *basic);
    }
    for (size_t i = 0; i < outline->enum_count; i++) {
        add_item(completer, ITEM_ENUM, outline->enums[i].name, SV(""), outline->enums[i].doc);
    }
}

static void add_expression(Completer *completer)
{
    const YarnOutline *outline = completer->analysis->outline;
    for (size_t i = 0; i < outline->variable_count; i++) {
        const YarnOutlineVariable *variable = &outline->variables[i];
        add_item(completer, ITEM_VARIABLE, variable->name, variable->type_name, variable->doc);
    }
    if (completer->context->word.len && completer->context->word.data[0] == '$') {
        return;
    }
    for (size_t i = 0; i < outline->function_count; i++) {
        StrBuf detail;
        const YarnOutlineFunction *function = &outline->functions[i];
        const LspWord *word = lsp_word_find(lsp_functions, function->name);
        strbuf_init(&detail, completer->server->alloc);
        lsp_append_signature(&detail, function);
        add_item(completer, ITEM_FUNCTION, function->name, strbuf_view(&detail),
                 word ? strview_from_cstr(word->doc) : function->doc);
        completer->server->failed |= detail.failed;
        strbuf_release(&detail);
    }
    add_types(completer, false);
}

/* --- tags ------------------------------------------------------------------------------------- */

static StrView without_digits(StrView id)
{
    while (id.len && id.data[id.len - 1] >= '0' && id.data[id.len - 1] <= '9') {
        id.len--;
    }
    return id;
}

/* "cat012" where the ids above are cat001 and the highest of all is cat011. */
static void add_next_id(Completer *completer)
{
    const YarnOutline *outline = completer->analysis->outline;
    StrView key = { NULL, 0 };
    int32_t highest = 0;
    size_t digits = 3;
    for (size_t i = 0; i < outline->line_count; i++) {
        const YarnOutlineLine *line = &outline->lines[i];
        bool is_near = line->span.source == completer->place->source && line->id.len &&
                       (!key.data || line->span.line < completer->place->line);
        key = is_near ? without_digits(line->id) : key;
    }
    for (size_t i = 0; key.data && i < outline->line_count; i++) {
        StrView id = outline->lines[i].id;
        size_t width = id.len - key.len;
        int32_t number;
        if (strview_equal(without_digits(id), key) && width > 0 && width <= ID_DIGITS_MAX &&
            strview_to_int(strview_slice(id, key.len, width), &number) && number >= highest) {
            highest = number;
            digits = width;
        }
    }
    if (key.data) {
        StrBuf label;
        strbuf_init(&label, completer->server->alloc);
        strbuf_printf(&label, "line:%.*s%0*" PRId32, SV_ARG(key), (int)digits, highest + 1);
        add_item(completer, ITEM_VALUE, strbuf_view(&label), SV("the next free name"), SV(""));
        completer->server->failed |= label.failed;
        strbuf_release(&label);
    }
}

/* "icon:" and each of the names. */
static void add_prefixed(Completer *completer, StrView prefix, const StrView *names, size_t count)
{
    StrBuf label;
    strbuf_init(&label, completer->server->alloc);
    for (size_t i = 0; i < count; i++) {
        strbuf_clear(&label);
        strbuf_append(&label, prefix);
        for (size_t at = 0; at < names[i].len; at++) { /* "kofi/happy" is "kofi-happy" in a tag */
            strbuf_char(&label, names[i].data[at] == '/' ? '-' : names[i].data[at]);
        }
        add_item(completer, ITEM_VALUE, strbuf_view(&label), SV(""), SV(""));
        completer->server->failed |= label.failed;
    }
    strbuf_release(&label);
}

/* "state:on" and the like behind "state:". False when the word is no such tag. */
static bool add_phone_values(Completer *completer, StrView word)
{
    const PhoneTag *entry = phone_tag_find(word);
    if (!entry || entry->value != PHONE_VALUE_WORD) {
        return false;
    }
    for (size_t i = 0; entry->words[i]; i++) {
        StrView value = strview_from_cstr(entry->words[i]);
        add_prefixed(completer, strview_from_cstr(entry->name), &value, 1);
    }
    return true;
}

static void add_phone_tags(Completer *completer)
{
    size_t count;
    const PhoneTag *tags = phone_tags(&count);
    for (size_t i = 0; i < count; i++) {
        add_item(completer, ITEM_PROPERTY, strview_from_cstr(tags[i].name), strview_from_cstr(tags[i].example),
                 strview_from_cstr(tags[i].doc));
    }
}

static void add_tags(Completer *completer)
{
    const LintNames *names = completer->server->options.names;
    StrView word = completer->context->word;
    if (strview_starts_with(word, SV("line:"))) {
        add_next_id(completer);
    } else if (strview_starts_with(word, SV("icon:")) && names) {
        add_prefixed(completer, SV("icon:"), names->icons, names->icon_count);
    } else if (strview_starts_with(word, SV("show:")) && names) {
        size_t end = word.len;
        while (word.data[end - 1] != ':' && word.data[end - 1] != '+') {
            end--;
        }
        StrView before = strview_slice(word, 0, end);
        add_prefixed(completer, before, names->icons, names->icon_count);
        add_prefixed(completer, before, names->pictures, names->picture_count);
        add_prefixed(completer, before, names->actors, names->actor_count);
    } else if (strview_starts_with(word, SV("moment:")) && names) {
        add_prefixed(completer, SV("moment:"), names->expressions, names->expression_count);
    } else if (strview_starts_with(word, SV("shadow:"))) {
        const YarnOutline *outline = completer->analysis->outline;
        for (size_t i = 0; i < outline->line_count; i++) {
            if (outline->lines[i].id.len) {
                add_prefixed(completer, SV("shadow:"), &outline->lines[i].id, 1);
            }
        }
    } else if (strview_starts_with(word, SV("picture:")) && names) {
        add_prefixed(completer, SV("picture:"), names->pictures, names->picture_count);
    } else if (strview_starts_with(word, SV("sees:")) && names) {
        add_prefixed(completer, SV("sees:"), names->expressions, names->expression_count);
        add_prefixed(completer, SV("sees:"), names->places, names->place_count);
    } else if (!add_phone_values(completer, word)) {
        add_words(completer, ITEM_PROPERTY, lsp_tags);
        add_phone_tags(completer);
    }
}

static void add_speakers(Completer *completer)
{
    StrView seen[SPEAKERS_MAX];
    size_t count = 0;
    const YarnOutline *outline = completer->analysis->outline;
    for (size_t i = 0; i < outline->line_count && count < SPEAKERS_MAX; i++) {
        StrView speaker = outline->lines[i].speaker;
        size_t at = 0;
        while (at < count && !strview_equal(seen[at], speaker)) {
            at++;
        }
        if (speaker.len && at == count) {
            seen[count++] = speaker;
            add_item(completer, ITEM_REFERENCE, speaker, SV("speaks"), SV(""));
        }
    }
}

static void add_all(Completer *completer)
{
    switch (completer->context->kind) {
    case LSP_IN_TEXT:
        break;
    case LSP_IN_HEADER_KEY:
        add_words(completer, ITEM_PROPERTY, lsp_headers);
        break;
    case LSP_IN_LINE_START:
        add_speakers(completer);
        break;
    case LSP_IN_TAG:
        add_tags(completer);
        break;
    case LSP_IN_COMMAND_WORD:
        add_commands(completer);
        break;
    case LSP_IN_COMMAND_PARAM:
        add_values(completer);
        break;
    case LSP_IN_NODE_TITLE:
        add_nodes(completer);
        break;
    case LSP_IN_EXPRESSION:
        add_expression(completer);
        break;
    case LSP_IN_MEMBER:
        add_cases(completer, completer->context->type_name);
        break;
    case LSP_IN_TYPE_NAME:
        add_types(completer, true);
        break;
    }
}

void lsp_complete(LspServer *server, const JsonValue *params)
{
    LspDocument *document;
    LspPlace place;
    LspContext context;
    strbuf_append(&server->body, SV("{\"isIncomplete\":false,\"items\":["));
    if (lsp_place_read(server, params, &document, &place) && document->group->analysis.outline) {
        LspAnalysis *analysis = &document->group->analysis;
        lsp_context_find(analysis, &place, place.offset, &context);
        Completer completer = { server, analysis, &place, &context, 0 };
        add_all(&completer);
    }
    strbuf_append(&server->body, SV("]}"));
}
