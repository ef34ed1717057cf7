#include "level_internal.h"
#include "sango/base/utf8.h"

#include <stdio.h>
#include <string.h>

enum { SECONDS_MAX = 30, ZOOM_MAX = 2, TOPIC_MAX = 24, CRC_MAX = 54, NAME_BYTES_MAX = 64 };

typedef struct CommandReader {
    StrView text; /* the whole command */
    StrView rest;
    YarnPlace place;
    DiagSink *diags;
} CommandReader;

SourcePos command_word_pos(const YarnCommandInfo *command, StrView word)
{
    SourcePos pos = source_pos(command->place);
    StrView before = { command->text.data, (size_t)(word.data - command->text.data) };
    pos.column += 2 + (uint32_t)utf8_count(before);
    return pos;
}

static SourcePos position_of(const CommandReader *reader, StrView word)
{
    YarnCommandInfo command = { .text = reader->text, .place = reader->place };
    return command_word_pos(&command, word);
}

static void suggest(const CommandReader *reader, StrView word, const char *nearest)
{
    if (nearest) {
        diag_report(reader->diags, DIAG_NOTE, position_of(reader, word), (uint32_t)utf8_count(word), "level-command",
                    "did you mean '%s'?", nearest);
    }
}

/* Bytes of a blank that is none of the two plain ones, at the front of the text: no-break, thin, wide or without width. */
static size_t odd_blank(StrView text)
{
    static const char *const blanks[] = { "\xC2\xA0", "\xE2\x80\xAF", "\xE3\x80\x80", "\xE2\x80\x8B", "\xEF\xBB\xBF" };
    for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++) {
        if (strview_starts_with(text, strview_from_cstr(blanks[i]))) {
            return strlen(blanks[i]);
        }
    }
    bool is_wide = text.len > 2 && memcmp(text.data, "\xE2\x80", 2) == 0;
    return is_wide && (unsigned char)text.data[2] >= 0x80 && (unsigned char)text.data[2] <= 0x8A ? 3 : 0;
}

/* They look like blanks and part no words; in "quotes" they are text. */
static bool has_odd_blank(const CommandReader *reader, StrView word)
{
    for (size_t i = 0; i < word.len; i++) {
        StrView rest = strview_slice(word, i, word.len);
        size_t len = odd_blank(rest);
        if (len) {
            diag_report(reader->diags, DIAG_ERROR, position_of(reader, rest), 1, "level-command",
                        "this is not a plain blank but another that looks like it; type a blank here");
            return true;
        }
    }
    return false;
}

/* Takes the next word, or a "quoted text" without its quotes. False at the end and
 * after reporting a quote that is not closed (*failed is then set). */
static bool take_word(CommandReader *reader, StrView *word, bool *failed)
{
    StrView rest = strview_trim(reader->rest);
    reader->rest = rest;
    if (rest.len == 0) {
        return false;
    }
    size_t end = 0;
    if (rest.data[0] == '"') {
        end = 1;
        while (end < rest.len && rest.data[end] != '"') {
            end++;
        }
        if (end == rest.len) {
            diag_report(reader->diags, DIAG_ERROR, position_of(reader, rest), 1, "level-command",
                        "the text that begins with this quote has no closing quote");
            *failed = true;
            return false;
        }
        *word = (StrView){ rest.data + 1, end - 1 };
        end++;
    } else {
        while (end < rest.len && rest.data[end] != ' ' && rest.data[end] != '\t') {
            end++;
        }
        *word = (StrView){ rest.data, end };
        if (has_odd_blank(reader, *word)) {
            *failed = true;
            return false;
        }
    }
    reader->rest = strview_slice(rest, end, rest.len - end);
    return true;
}

static bool find_command(const CommandReader *reader, StrView name, CommandKind *kind)
{
    const char *names[COMMAND_COUNT + 1] = { NULL };
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        names[i] = command_spec((CommandKind)i)->name;
        if (strview_equal(name, strview_from_cstr(names[i]))) {
            *kind = (CommandKind)i;
            return true;
        }
    }
    diag_report(reader->diags, DIAG_ERROR, position_of(reader, name), (uint32_t)utf8_count(name), "level-command",
                "there is no command '%.*s'", SV_ARG(name));
    suggest(reader, name, strview_nearest(name, names));
    return false;
}

static bool is_name(StrView word)
{
    if (word.len == 0 || word.len > NAME_BYTES_MAX) {
        return false;
    }
    for (size_t i = 0; i < word.len; i++) {
        char c = word.data[i];
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_')) {
            return false;
        }
    }
    return true;
}

static void list_words(const CommandReader *reader, StrView word, const char *const *words)
{
    char all[300] = "";
    size_t len = 0;
    for (size_t i = 0; words[i] && len < sizeof all; i++) {
        int added = snprintf(all + len, sizeof all - len, "%s%s", i ? ", " : "", words[i]);
        len += added > 0 ? (size_t)added : 0;
    }
    diag_report(reader->diags, DIAG_NOTE, position_of(reader, word), (uint32_t)utf8_count(word), "level-command",
                "what there is: %s", all);
}

static bool check_word(const CommandReader *reader, StrView word, const CommandParam *param)
{
    const ParamInfo *info = param_info(param->kind);
    for (size_t i = 0; info->words[i]; i++) {
        if (strview_equal(word, strview_from_cstr(info->words[i]))) {
            return true;
        }
    }
    diag_report(reader->diags, DIAG_ERROR, position_of(reader, word), (uint32_t)utf8_count(word), "level-command",
                "'%.*s' is not %s", SV_ARG(word), info->name);
    const char *nearest = strview_nearest(word, info->words);
    suggest(reader, word, nearest);
    if (!nearest) {
        list_words(reader, word, info->words);
    }
    return false;
}

static bool check_number(const CommandReader *reader, StrView word, const CommandParam *param, int low, int high,
                         bool is_whole, float *number)
{
    int32_t whole;
    float value;
    if (is_whole && strview_to_int(word, &whole) && whole >= low && whole <= high) {
        *number = (float)whole;
        return true;
    }
    if (!is_whole && strview_to_float(word, &value) && value >= (float)low && value <= (float)high) {
        *number = value;
        return true;
    }
    diag_report(reader->diags, DIAG_ERROR, position_of(reader, word), (uint32_t)utf8_count(word), "level-command",
                "'%.*s' is not %s from %d to %d", SV_ARG(word), param_info(param->kind)->name, low, high);
    return false;
}

static void refuse_name(const CommandReader *reader, StrView word, const CommandParam *param)
{
    char small[NAME_BYTES_MAX + 1];
    size_t len = word.len < NAME_BYTES_MAX ? word.len : NAME_BYTES_MAX;
    for (size_t i = 0; i < len; i++) {
        char c = word.data[i];
        small[i] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
    }
    small[len] = '\0';
    diag_report(reader->diags, DIAG_ERROR, position_of(reader, word), (uint32_t)utf8_count(word), "level-command",
                "'%.*s' cannot name %s: names have only a-z, 0-9, '-' and '_'", SV_ARG(word),
                param_info(param->kind)->name);
    suggest(reader, word, len == word.len && is_name(strview_from_cstr(small)) ? small : NULL);
}

static bool check_argument(const CommandReader *reader, StrView word, const CommandParam *param, Command *command)
{
    switch (param->kind) {
    case PARAM_SECONDS:
        return check_number(reader, word, param, 0, SECONDS_MAX, false, &command->number);
    case PARAM_TOPIC:
        return check_number(reader, word, param, 1, TOPIC_MAX, true, &command->number);
    case PARAM_CRC:
        return check_number(reader, word, param, 1, CRC_MAX, true, &command->number2);
    case PARAM_ZOOM:
        return check_number(reader, word, param, 1, ZOOM_MAX, false, &command->number2);
    case PARAM_SPOT:
    case PARAM_FACING:
    case PARAM_APP:
    case PARAM_TOOL:
    case PARAM_POWER:
    case PARAM_CLASS:
    case PARAM_DEED:
    case PARAM_SHAKEN:
    case PARAM_CHANGE:
    case PARAM_EASING:
    case PARAM_ACT:
    case PARAM_PARTICLES:
    case PARAM_ACTIVITY:
    case PARAM_FIGURE:
        return check_word(reader, word, param);
    case PARAM_PLACE:
    case PARAM_LIGHT:
    case PARAM_ACTOR:
    case PARAM_EXPRESSION:
    case PARAM_SOUND:
    case PARAM_MUSIC:
    case PARAM_NAME:
    case PARAM_TARGET:
        if (is_name(word)) {
            return true;
        }
        refuse_name(reader, word, param);
        return false;
    case PARAM_TEXT:
    case PARAM_COUNT:
        break;
    }
    return true;
}

static void refuse_word(const CommandReader *reader, const CommandSpec *spec, StrView word)
{
    bool has_text = spec->param_count && spec->params[spec->param_count - 1].kind == PARAM_TEXT;
    diag_report(reader->diags, DIAG_ERROR, position_of(reader, word), (uint32_t)utf8_count(word), "level-command",
                "'%s' has no use for '%.*s'%s", spec->name, SV_ARG(word),
                has_text ? "; several words of one text need \"quotes\"" : "");
}

/* "place living room day". */
static void suggest_place(const CommandReader *reader, const Command *command, StrView word)
{
    diag_report(reader->diags, DIAG_NOTE, position_of(reader, command->args[0]), 0, "level-command",
                "the name of a place is one word; did you mean 'place %.*s%.*s %.*s'?", SV_ARG(command->args[0]),
                SV_ARG(command->args[1]), SV_ARG(word));
}

bool command_parse(StrView text, YarnPlace place, DiagSink *diags, Command *command)
{
    DiagSink counting = { 0 };
    CommandReader reader = { text, text, place, diags ? diags : &counting };
    StrView word = { text.data, 0 };
    bool failed = false;
    *command = (Command){ .place = place };
    if (!take_word(&reader, &word, &failed)) {
        if (!failed) {
            diag_report(reader.diags, DIAG_ERROR, source_pos(place), 0, "level-command", "this command is empty");
        }
        return false;
    }
    if (!find_command(&reader, word, &command->kind)) {
        return false;
    }
    const CommandSpec *spec = command_spec(command->kind);
    while (take_word(&reader, &word, &failed)) {
        if (command->arg_count == spec->param_count) {
            refuse_word(&reader, spec, word);
            return false;
        }
        if (!check_argument(&reader, word, &spec->params[command->arg_count], command)) {
            failed = true;
            if (spec->params[command->arg_count].kind == PARAM_CHANGE) {
                suggest_place(&reader, command, word);
            }
        }
        command->args[command->arg_count++] = word;
    }
    if (!failed && command->arg_count < spec->param_count && !spec->params[command->arg_count].is_optional) {
        diag_report(reader.diags, DIAG_ERROR, source_pos(place), 0, "level-command", "'%s' needs %s", spec->name,
                    param_info(spec->params[command->arg_count].kind)->name);
        failed = true;
    }
    return !failed;
}
