#include "markup_internal.h"
#include "vm_internal.h"

#include <string.h>

typedef struct Reader {
    Arena *arena;
    StrView line;
    size_t at;
    bool nomem;
} Reader;

static void skip_blanks(Reader *reader)
{
    while (reader->at < reader->line.len &&
           (reader->line.data[reader->at] == ' ' || reader->line.data[reader->at] == '\t')) {
        reader->at++;
    }
}

static char peek(const Reader *reader)
{
    return reader->at < reader->line.len ? reader->line.data[reader->at] : '\0';
}

static bool is_name_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           (unsigned char)c >= 0x80;
}

static StrView take_name(Reader *reader)
{
    size_t start = reader->at;
    while (is_name_byte(peek(reader))) {
        reader->at++;
    }
    return strview_slice(reader->line, start, reader->at - start);
}

/* Text between quotes; a backslash takes the next character as it is. */
static const char *take_string(Reader *reader, StrView *text)
{
    size_t start = ++reader->at;
    size_t len = 0;
    while (reader->at < reader->line.len && peek(reader) != '"') {
        reader->at += peek(reader) == '\\' && reader->at + 1 < reader->line.len ? 2 : 1;
        len++;
    }
    if (reader->at >= reader->line.len) {
        return "a \" is not closed";
    }
    char *copy = arena_take(reader->arena, reader->at - start + 1, 1);
    if (!copy) {
        reader->nomem = true;
        return "out of memory";
    }
    len = 0;
    for (size_t i = start; i < reader->at; i++) {
        i += reader->line.data[i] == '\\' && i + 1 < reader->at;
        copy[len++] = reader->line.data[i];
    }
    reader->at++;
    *text = (StrView){ copy, len };
    return NULL;
}

static YarnValue word_value(StrView word)
{
    float number;
    bool yes = strview_equal(word, SV("true")) || strview_equal(word, SV("True"));
    if (yes || strview_equal(word, SV("false")) || strview_equal(word, SV("False"))) {
        return (YarnValue){ .type = YARN_TYPE_BOOL, .as.boolean = yes };
    }
    if (strview_to_float(word, &number)) {
        return (YarnValue){ .type = YARN_TYPE_NUMBER, .as.number = number };
    }
    return (YarnValue){ .type = YARN_TYPE_STRING, .as.string = word };
}

static const char *take_value(Reader *reader, YarnValue *value)
{
    skip_blanks(reader);
    char c = peek(reader);
    if (c == '"') {
        StrView text;
        const char *wrong = take_string(reader, &text);
        *value = (YarnValue){ .type = YARN_TYPE_STRING, .as.string = wrong ? SV("") : text };
        return wrong;
    }
    size_t start = reader->at;
    if (c == '{') {
        while (peek(reader) && peek(reader) != '}') {
            reader->at++;
        }
        if (!peek(reader)) {
            return "a { is not closed";
        }
        *value = (YarnValue){ .type = YARN_TYPE_STRING,
                              .as.string = strview_slice(reader->line, start + 1, reader->at++ - start - 1) };
        return NULL;
    }
    reader->at += c == '-';
    while (is_name_byte(peek(reader)) || peek(reader) == '.') {
        reader->at++;
    }
    StrView word = strview_slice(reader->line, start, reader->at - start);
    if (word.len == 0) {
        return "a value is missing behind =";
    }
    *value = word_value(word);
    return NULL;
}

static const char *add_property(Marker *marker, StrView name, YarnValue value)
{
    for (uint32_t i = 0; i < marker->property_count; i++) {
        if (strview_equal(marker->properties[i].name, name)) {
            return "a property is given twice";
        }
    }
    if (marker->property_count == MARKER_PROPERTIES_MAX) {
        return "it has too many properties";
    }
    marker->properties[marker->property_count++] = (MarkupProperty){ name, value };
    return NULL;
}

static const char *read_properties(Reader *reader, Marker *marker)
{
    for (;;) {
        skip_blanks(reader);
        char c = peek(reader);
        if (c == ']' || c == '/') {
            return NULL;
        }
        if (c == '\0') {
            return "a ] is missing";
        }
        StrView name = take_name(reader);
        skip_blanks(reader);
        if (name.len == 0 || peek(reader) != '=') {
            return "a property needs a name, = and a value";
        }
        reader->at++;
        YarnValue value;
        const char *wrong = take_value(reader, &value);
        wrong = wrong ? wrong : add_property(marker, name, value);
        if (wrong) {
            return wrong;
        }
    }
}

static const char *read_close(Reader *reader, Marker *marker)
{
    reader->at++;
    skip_blanks(reader);
    marker->name = take_name(reader);
    marker->kind = marker->name.len ? MARKER_CLOSE : MARKER_CLOSE_ALL;
    skip_blanks(reader);
    if (peek(reader) != ']') {
        return "a ] is missing behind a closing name";
    }
    reader->at++;
    return NULL;
}

static const char *read_marker(Reader *reader, Marker *marker)
{
    reader->at++;
    skip_blanks(reader);
    if (peek(reader) == '/') {
        return read_close(reader, marker);
    }
    marker->name = take_name(reader);
    if (marker->name.len == 0) {
        return "a name must follow [";
    }
    skip_blanks(reader);
    const char *wrong = NULL;
    if (peek(reader) == '=') {
        reader->at++;
        YarnValue value;
        wrong = take_value(reader, &value);
        wrong = wrong ? wrong : add_property(marker, marker->name, value);
    }
    wrong = wrong ? wrong : read_properties(reader, marker);
    if (wrong) {
        return wrong;
    }
    if (peek(reader) == '/') {
        marker->kind = MARKER_SINGLE;
        reader->at++;
        skip_blanks(reader);
    }
    if (peek(reader) != ']') {
        return "a ] is missing";
    }
    reader->at++;
    return NULL;
}

const char *marker_read(Arena *arena, StrView line, size_t *at, Marker *marker, bool *nomem)
{
    Reader reader = { arena, line, *at, false };
    marker->kind = MARKER_OPEN;
    marker->property_count = 0;
    const char *wrong = read_marker(&reader, marker);
    *nomem = reader.nomem;
    *at = reader.at;
    return wrong;
}

bool marker_is_replaced(const Marker *marker)
{
    return marker->kind == MARKER_SINGLE &&
           (strview_equal(marker->name, SV("select")) || strview_equal(marker->name, SV("plural")) ||
            strview_equal(marker->name, SV("ordinal")));
}

static const YarnValue *find_property(const Marker *marker, StrView name)
{
    for (uint32_t i = 0; i < marker->property_count; i++) {
        if (strview_equal(marker->properties[i].name, name)) {
            return &marker->properties[i].value;
        }
    }
    return NULL;
}

static StrView value_text(const YarnValue *value, char digits[NUMBER_TEXT_MAX])
{
    if (value->type == YARN_TYPE_STRING) {
        return value->as.string;
    }
    if (value->type == YARN_TYPE_BOOL) {
        return value->as.boolean ? SV("True") : SV("False");
    }
    return (StrView){ digits, number_write(value->as.number, digits) };
}

const char *marker_replace(const Marker *marker, StrView language, StrBuf *out)
{
    static const char *const cases[] = { "zero", "one", "two", "few", "many", "other" };
    char digits[NUMBER_TEXT_MAX];
    char case_digits[NUMBER_TEXT_MAX];
    const YarnValue *value = find_property(marker, SV("value"));
    if (!value) {
        return "it needs a value";
    }
    StrView shown = value_text(value, digits);
    StrView wanted = shown;
    if (!strview_equal(marker->name, SV("select"))) {
        float number;
        if (!strview_to_float(shown, &number)) {
            return "its value is not a number";
        }
        PluralCase found = strview_equal(marker->name, SV("plural")) ? plural_cardinal(language, number)
                                                                     : plural_ordinal(language, number);
        wanted = strview_from_cstr(cases[found]);
    }
    const YarnValue *chosen = find_property(marker, wanted);
    if (!chosen || strview_equal(wanted, SV("value"))) {
        return "it has no text for this value";
    }
    StrView text = value_text(chosen, case_digits);
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] == '%') {
            strbuf_append(out, shown);
        } else {
            strbuf_char(out, text.data[i]);
        }
    }
    return NULL;
}
