#include "project_internal.h"

#include <string.h>

typedef struct Check {
    const YarnDefinitions *definitions;
    const YarnProgram *program; /* one of these two */
    const YarnOutline *outline;
    DiagSink *diags;
} Check;

/* The next word of a command as the game gets it: words are divided by blanks, "quotes" keep
 * them together. The view is of the word without its quotes. */
static bool take_word(StrView *rest, StrView *word, bool *quoted)
{
    size_t at = 0;
    while (at < rest->len && (rest->data[at] == ' ' || rest->data[at] == '\t')) {
        at++;
    }
    *rest = strview_slice(*rest, at, rest->len);
    if (rest->len == 0) {
        return false;
    }
    bool is_quoted = rest->data[0] == '"';
    size_t start = is_quoted, end = start;
    while (end < rest->len &&
           (is_quoted ? rest->data[end] != '"' : rest->data[end] != ' ' && rest->data[end] != '\t')) {
        end += is_quoted && rest->data[end] == '\\' && end + 1 < rest->len;
        end++;
    }
    *word = strview_slice(*rest, start, end - start);
    *rest = strview_slice(*rest, end + is_quoted, rest->len);
    *quoted = is_quoted;
    return true;
}

/* The word holds a value that is known only when the story is played. */
static bool has_value(StrView word)
{
    return word.len && memchr(word.data, '{', word.len) != NULL;
}

static StrView nearest_command(const YarnDefinitions *definitions, StrView name)
{
    StrView nearest = { NULL, 0 };
    unsigned limit = name.len > 5 ? 3 : name.len > 2 ? 2 : 1;
    for (size_t i = 0; i < definitions->command_count; i++) {
        unsigned distance = strview_distance(name, definitions->commands[i].name, limit);
        if (distance <= limit && (!nearest.data || distance < limit)) {
            nearest = definitions->commands[i].name;
            limit = distance;
        }
    }
    return nearest;
}

static bool has_node(const Check *check, StrView title)
{
    return check->program ? yarn_program_has_node(check->program, title)
                          : yarn_outline_find_node(check->outline, title) != YARN_OUTLINE_NONE;
}

static StrView nearest_node(const Check *check, StrView title)
{
    size_t count = check->program ? yarn_program_node_count(check->program) : check->outline->node_count;
    StrView nearest = { NULL, 0 };
    unsigned limit = title.len > 5 ? 3 : title.len > 2 ? 2 : 1;
    for (size_t i = 0; i < count; i++) {
        StrView other =
            check->program ? yarn_program_node(check->program, i).title : check->outline->nodes[i].title;
        unsigned distance = strview_distance(title, other, limit);
        if (distance <= limit && (!nearest.data || distance < limit)) {
            nearest = other;
            limit = distance;
        }
    }
    return nearest;
}

static void suggest(Check *check, SourcePos pos, StrView name)
{
    if (name.len) {
        diag_report(check->diags, DIAG_NOTE, pos, 0, "", "did you mean '%.*s'?", SV_ARG(name));
    }
}

static void check_word(Check *check, SourcePos pos, const YarnDefinition *command, const YarnParam *param,
                       StrView word)
{
    float number;
    const char *wanted = NULL;
    if (has_value(word)) {
        return;
    }
    if (param->kind == YARN_PARAM_NUMBER && !strview_to_float(word, &number)) {
        wanted = "a number";
    } else if (param->kind == YARN_PARAM_BOOL && strview_distance(word, SV("true"), 0) > 0 &&
               strview_distance(word, SV("false"), 0) > 0) {
        wanted = "true or false";
    } else if (param->kind == YARN_PARAM_NODE && !has_node(check, word)) {
        wanted = "the title of a node";
    }
    if (wanted) {
        diag_report(check->diags, DIAG_ERROR, pos, 0, "yarn-command-argument",
                    "'%.*s' of <<%.*s>> is %s, not '%.*s'", SV_ARG(param->name), SV_ARG(command->name),
                    wanted, SV_ARG(word));
        if (param->kind == YARN_PARAM_NODE) {
            suggest(check, pos, nearest_node(check, word));
        }
    }
}

static void check_count(Check *check, SourcePos pos, const YarnDefinition *command, size_t count)
{
    size_t most = command->param_count;
    if (count < command->least) {
        const YarnParam *missing = &command->params[count];
        diag_report(check->diags, DIAG_ERROR, pos, 0, "yarn-command-argument",
                    "<<%.*s>> needs %zu argument%s; '%.*s' is missing", SV_ARG(command->name), command->least,
                    command->least == 1 ? "" : "s", SV_ARG(missing->name));
    } else if (count > most && !command->is_variadic) {
        diag_report(check->diags, DIAG_ERROR, pos, 0, "yarn-command-argument",
                    "<<%.*s>> takes %s%zu argument%s, not %zu", SV_ARG(command->name),
                    command->least < most ? "at most " : "", most, most == 1 ? "" : "s", count);
    }
}

static void check_command(Check *check, StrView text, SourcePos pos)
{
    StrView rest = text, name, word;
    bool is_quoted;
    if (!take_word(&rest, &name, &is_quoted) || has_value(name)) {
        return;
    }
    const YarnDefinition *command = yarn_definitions_find_command(check->definitions, name);
    if (!command) {
        diag_report(check->diags, DIAG_WARNING, pos, 0, "yarn-command",
                    "the command '%.*s' is not among the definitions", SV_ARG(name));
        suggest(check, pos, nearest_command(check->definitions, name));
        return;
    }
    size_t count = 0;
    bool is_open = false; /* a value without quotes may turn into several words, or none */
    while (take_word(&rest, &word, &is_quoted)) {
        is_open |= has_value(word) && !is_quoted;
        if (count < command->param_count || command->is_variadic) {
            size_t at = count < command->param_count ? count : command->param_count - 1;
            if (!is_open) {
                check_word(check, pos, command, &command->params[at], word);
            }
        }
        count++;
    }
    if (!is_open) {
        check_count(check, pos, command, count);
    }
}

void yarn_definitions_check(const YarnDefinitions *definitions, const YarnProgram *program, DiagSink *diags)
{
    Check check = { .definitions = definitions, .program = program, .diags = diags };
    for (size_t i = 0; definitions->has_commands && i < yarn_program_command_count(program); i++) {
        YarnCommandInfo info = yarn_program_command(program, i);
        check_command(&check, info.text, (SourcePos){ info.place.file, info.place.line, info.place.column });
    }
}

void yarn_definitions_check_outline(const YarnDefinitions *definitions, const YarnOutline *outline,
                                    DiagSink *diags)
{
    Check check = { .definitions = definitions, .outline = outline, .diags = diags };
    for (size_t i = 0; definitions->has_commands && i < outline->command_count; i++) {
        const YarnOutlineCommand *info = &outline->commands[i];
        check_command(&check, info->text,
                      (SourcePos){ outline->files[info->span.source], info->span.line, info->span.column });
    }
}
