#include "project_internal.h"

#include <string.h>

enum { NAME_BYTES_MAX = 200, DOC_BYTES_MAX = 16 * 1024 };

typedef struct Reading {
    JsonReader json;
    YarnDefinitions *definitions;
    Arena *arena; /* of what stays */
    bool is_out_of_memory;
} Reading;

static StrView keep(Reading *reading, StrView text)
{
    StrView kept = arena_copy(reading->arena, text);
    reading->is_out_of_memory |= kept.data == NULL;
    return kept.data ? kept : SV("");
}

/* The text of a member that may be empty, which editors write for "none". */
static StrView read_doc(Reading *reading, const JsonValue *object, const char *key)
{
    const JsonValue *value = json_member(object, key);
    if (!value || (value->kind == JSON_STRING && value->string.len == 0)) {
        return SV("");
    }
    return keep(reading, json_read_text(&reading->json, value, key, DOC_BYTES_MAX));
}

static YarnParamKind read_kind(Reading *reading, const JsonValue *object)
{
    static const char *const words[] = {
        "any", "number", "string", "bool", "node", "enum", "instance", NULL
    };
    const JsonValue *value = json_member(object, "type");
    StrView name = json_read_string(&reading->json, object, "type", NAME_BYTES_MAX, true);
    for (size_t i = 0; name.len && words[i]; i++) {
        if (strview_equal(name, strview_from_cstr(words[i]))) {
            return (YarnParamKind)i; /* the words are in the order of the enum */
        }
    }
    if (name.len) {
        const char *nearest = strview_nearest(name, words);
        json_report(&reading->json, DIAG_ERROR, value, "there is no type '%.60s'%s%s%s", name.data,
                    nearest ? "; did you mean '" : "", nearest ? nearest : "", nearest ? "'?" : "");
    }
    return YARN_PARAM_ANY;
}

static bool is_word(StrView name, bool is_function)
{
    for (size_t i = 0; i < name.len; i++) {
        char c = name.data[i];
        bool is_letter =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (unsigned char)c >= 0x80;
        bool is_digit = c >= '0' && c <= '9';
        if (is_function ? !is_letter && !(is_digit && i > 0)
                        : (unsigned char)c <= ' ' || strchr("\"{}<>", c) != NULL) {
            return false;
        }
    }
    return name.len > 0;
}

static void read_param(Reading *reading, const JsonValue *item, YarnDefinition *definition, bool is_last)
{
    static const char *const keys[] = { "name",         "type",          "subtype", "documentation",
                                        "defaultValue", "isParamsArray", NULL };
    YarnParam *param = &definition->params[definition->param_count];
    if (item->kind != JSON_OBJECT) {
        json_report(&reading->json, DIAG_ERROR, item, "a parameter is an object in {braces}");
        return;
    }
    json_check_keys(&reading->json, item, keys, DIAG_WARNING);
    param->name = keep(reading, json_read_string(&reading->json, item, "name", NAME_BYTES_MAX, true));
    param->kind = read_kind(reading, item);
    param->subtype = read_doc(reading, item, "subtype");
    param->doc = read_doc(reading, item, "documentation");
    param->is_optional = json_member(item, "defaultValue") != NULL;
    param->is_variadic = json_read_bool(&reading->json, item, "isParamsArray", false);
    if (param->is_variadic && !is_last) {
        json_report(&reading->json, DIAG_ERROR, json_member(item, "isParamsArray"),
                    "only the last parameter can stand for several arguments");
        param->is_variadic = false;
    }
    definition->param_count++;
    definition->is_variadic |= param->is_variadic;
    if (!param->is_optional && !param->is_variadic) {
        if (definition->least + 1 < definition->param_count) {
            json_report(&reading->json, DIAG_WARNING, item,
                        "a parameter before '%.60s' has a default value that can never be used",
                        param->name.data);
        }
        definition->least = definition->param_count;
    }
}

static void read_params(Reading *reading, const JsonValue *object, YarnDefinition *definition, size_t max)
{
    const JsonValue *list = json_read_list(&reading->json, object, "parameters", max, false);
    if (!json_member(object, "parameters")) {
        json_report(&reading->json, DIAG_ERROR, object, "'parameters' is missing; it may be an empty list");
    }
    if (!list || list->count == 0) {
        return;
    }
    definition->params = ARENA_ARRAY(reading->arena, YarnParam, list->count);
    if (!definition->params) {
        reading->is_out_of_memory = true;
        return;
    }
    for (const JsonValue *item = list->first; item; item = item->next) {
        read_param(reading, item, definition, item->next == NULL);
    }
}

static const YarnDefinition *find(const YarnDefinition *list, size_t count, StrView name)
{
    for (size_t i = 0; i < count; i++) {
        if (strview_equal(list[i].name, name)) {
            return &list[i];
        }
    }
    return NULL;
}

/* What the two kinds of definition share. False when it is of no use or there already. */
static bool read_definition(Reading *reading, const JsonValue *item, YarnDefinition *definition,
                            bool is_function)
{
    static const char *const keys[] = { "yarnName",       "definitionName", "fileName", "language",
                                        "documentation",  "parameters",     "async",    "location",
                                        "containsErrors", "return",         NULL };
    const YarnDefinitions *all = reading->definitions;
    *definition = (YarnDefinition){ .pos = json_pos(&reading->json, item) };
    if (item->kind != JSON_OBJECT) {
        json_report(&reading->json, DIAG_ERROR, item, "a %s is an object in {braces}",
                    is_function ? "function" : "command");
        return false;
    }
    json_check_keys(&reading->json, item, keys, DIAG_WARNING);
    const JsonValue *name = json_member(item, "yarnName");
    definition->name =
        keep(reading, json_read_string(&reading->json, item, "yarnName", NAME_BYTES_MAX, true));
    definition->doc = read_doc(reading, item, "documentation");
    if (definition->name.len && !is_word(definition->name, is_function)) {
        json_report(&reading->json, DIAG_ERROR, name, "'%.60s' cannot be the name of a %s",
                    definition->name.data, is_function ? "function" : "command");
        return false;
    }
    read_params(reading, item, definition, is_function ? YARN_FUNCTION_PARAMS_MAX : YARN_COMMAND_PARAMS_MAX);
    const YarnDefinition *before = is_function
                                       ? find(all->function_docs, all->function_count, definition->name)
                                       : find(all->commands, all->command_count, definition->name);
    if (definition->name.len && before) {
        json_report(&reading->json, DIAG_WARNING, name,
                    "the %s '%.60s' is defined already; this one is not used",
                    is_function ? "function" : "command", definition->name.data);
        return false;
    }
    return definition->name.len > 0;
}

static void add_command(Reading *reading, const JsonValue *item)
{
    YarnDefinitions *all = reading->definitions;
    YarnDefinition command;
    if (!read_definition(reading, item, &command, false)) {
        return;
    }
    YarnDefinition *commands =
        arena_grow(reading->arena, all->commands, all->command_count, sizeof *commands);
    if (!commands) {
        reading->is_out_of_memory = true;
        return;
    }
    commands[all->command_count++] = command;
    all->commands = commands;
}

static YarnType type_of(YarnParamKind kind)
{
    switch (kind) {
    case YARN_PARAM_NUMBER:
        return YARN_TYPE_NUMBER;
    case YARN_PARAM_STRING:
    case YARN_PARAM_NODE:
        return YARN_TYPE_STRING;
    case YARN_PARAM_BOOL:
        return YARN_TYPE_BOOL;
    case YARN_PARAM_ANY:
    case YARN_PARAM_ENUM:
    case YARN_PARAM_INSTANCE:
        break;
    }
    return YARN_TYPE_ANY;
}

/* What the compiler is told. */
static YarnFunction to_function(const YarnDefinition *definition)
{
    YarnFunction function = { .name = definition->name.data,
                              .result = type_of(definition->result),
                              .param_count = (uint8_t)definition->param_count,
                              .is_variadic = definition->is_variadic,
                              .doc = definition->doc.len ? definition->doc.data : "" };
    function.optional_count =
        (uint8_t)(definition->param_count - definition->is_variadic - definition->least);
    for (size_t i = 0; i < definition->param_count; i++) {
        function.params[i] = type_of(definition->params[i].kind);
    }
    return function;
}

static void add_function(Reading *reading, const JsonValue *item)
{
    static const char *const keys[] = { "type", "subtype", "description", NULL };
    YarnDefinitions *all = reading->definitions;
    YarnDefinition function;
    if (!read_definition(reading, item, &function, true)) {
        return;
    }
    const JsonValue *result = json_member(item, "return");
    if (json_is(result, JSON_OBJECT)) {
        json_check_keys(&reading->json, result, keys, DIAG_WARNING);
        function.result = read_kind(reading, result);
    } else {
        json_report(&reading->json, DIAG_ERROR, result ? result : item,
                    "'return' is an object in {braces} with a 'type'");
    }
    size_t count = all->function_count;
    YarnFunction *functions = arena_grow(reading->arena, all->functions, count, sizeof *functions);
    YarnDefinition *docs = arena_grow(reading->arena, all->function_docs, count, sizeof *docs);
    if (!functions || !docs) {
        reading->is_out_of_memory = true;
        return;
    }
    functions[count] = to_function(&function);
    docs[count] = function;
    all->functions = functions;
    all->function_docs = docs;
    all->function_count++;
}

static void read_all(Reading *reading)
{
    static const char *const keys[] = { "version", "commands", "functions", "$schema", NULL };
    YarnDefinitions *all = reading->definitions;
    JsonReader *json = &reading->json;
    if (!json_is(json->root, JSON_OBJECT)) {
        json_report(json, DIAG_ERROR, NULL, "a definitions file is an object in {braces}");
        return;
    }
    json_check_keys(json, json->root, keys, DIAG_WARNING);
    if (!json_is(json_member(json->root, "version"), JSON_NUMBER)) {
        json_report(json, DIAG_WARNING, json->root, "'version' is missing, or no number");
    }
    const JsonValue *commands =
        json_read_list(json, json->root, "commands", YARN_DEFINITIONS_MAX - all->command_count, false);
    const JsonValue *functions =
        json_read_list(json, json->root, "functions", YARN_DEFINITIONS_MAX - all->function_count, false);
    all->has_commands |= commands != NULL;
    for (const JsonValue *item = json_items(commands); item && !reading->is_out_of_memory;
         item = item->next) {
        add_command(reading, item);
    }
    for (const JsonValue *item = json_items(functions); item && !reading->is_out_of_memory;
         item = item->next) {
        add_function(reading, item);
    }
}

Status yarn_definitions_add(YarnDefinitions *definitions, Arena *arena, StrView shown, StrView text,
                            DiagSink *diags)
{
    uint32_t before = diags->errors;
    Arena scratch;
    arena_init(&scratch, arena->alloc, 16 * 1024);
    Reading reading = { .definitions = definitions, .arena = arena };
    reading.json = (JsonReader){
        .name = shown, .text = text, .code = "yarn-definitions", .diags = diags, .arena = &scratch
    };
    Status status = json_reader_open(&reading.json, JSON_RELAXED);
    if (status == STATUS_OK) {
        read_all(&reading);
        status = reading.is_out_of_memory ? STATUS_NOMEM
                 : diags->errors > before ? STATUS_INVALID
                                          : STATUS_OK;
    }
    arena_release(&scratch);
    return status;
}

const YarnDefinition *yarn_definitions_find_command(const YarnDefinitions *definitions, StrView name)
{
    return find(definitions->commands, definitions->command_count, name);
}

const YarnFunction *yarn_definitions_merge(const YarnDefinitions *definitions, const YarnFunction *own,
                                           size_t own_count, Arena *arena, size_t *count)
{
    YarnFunction *all = ARENA_ARRAY(arena, YarnFunction, own_count + definitions->function_count + 1);
    *count = 0;
    for (size_t i = 0; all && i < own_count; i++) {
        all[(*count)++] = own[i];
    }
    for (size_t i = 0; all && i < definitions->function_count; i++) {
        size_t at = 0;
        while (at < own_count && strcmp(own[at].name, definitions->functions[i].name) != 0) {
            at++;
        }
        if (at == own_count) {
            all[(*count)++] = definitions->functions[i];
        }
    }
    return all;
}
