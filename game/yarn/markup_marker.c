#include "markup_internal.h"
#include "sango/base/utf8.h"

#include <string.h>

typedef struct Reader {
    Arena *arena;
    StrView line;
    size_t at;
    MarkerError *error;
} Reader;

static bool fail(Reader *reader, size_t at, const char *what)
{
    *reader->error = (MarkerError){ .what = what, .at = at };
    return false;
}

size_t markup_blank(StrView line, size_t at)
{
    if (at >= line.len) {
        return 0;
    }
    unsigned char byte = (unsigned char)line.data[at];
    if (byte < 0x80) {
        return byte == ' ' || (byte >= '\t' && byte <= '\r');
    }
    uint32_t code;
    StrView rest = strview_slice(line, at, 4);
    size_t before = rest.len;
    (void)utf8_take(&rest, &code, NULL);
    bool blank = code == 0x85 || code == 0xA0 || code == 0x1680 || (code >= 0x2000 && code <= 0x200A) ||
                 code == 0x2028 || code == 0x2029 || code == 0x202F || code == 0x205F || code == 0x3000;
    return blank ? before - rest.len : 0;
}

/* Bytes of the letter, digit or _ at the cursor. What is not ASCII counts as a letter,
 * except blanks, quotation marks and other punctuation that writers take for ASCII. */
static size_t name_bytes(const Reader *reader)
{
    if (reader->at >= reader->line.len) {
        return 0;
    }
    char c = reader->line.data[reader->at];
    if ((unsigned char)c < 0x80) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }
    StrView rest = strview_slice(reader->line, reader->at, 4);
    uint32_t code;
    bool valid;
    size_t before = rest.len;
    (void)utf8_take(&rest, &code, &valid);
    bool other = !valid || code < 0xAA || code == 0xAB || code == 0xBB || (code >= 0x2000 && code < 0x2070) ||
                 (code >= 0x3000 && code < 0x3005) || (code >= 0x3008 && code < 0x3021) ||
                 markup_blank(reader->line, reader->at) > 0;
    return other ? 0 : before - rest.len;
}

static void skip_blanks(Reader *reader)
{
    size_t len;
    while ((len = markup_blank(reader->line, reader->at)) > 0) {
        reader->at += len;
    }
}

static char peek(const Reader *reader)
{
    return reader->at < reader->line.len ? reader->line.data[reader->at] : '\0';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static StrView take_name(Reader *reader)
{
    size_t start = reader->at;
    size_t len;
    while ((len = name_bytes(reader)) > 0) {
        reader->at += len;
    }
    return strview_slice(reader->line, start, reader->at - start);
}

/* Text between quotes; a backslash takes the next character as it is. */
static bool take_string(Reader *reader, size_t equals, YarnValue *value)
{
    size_t start = ++reader->at;
    StrView line = reader->line;
    size_t escapes = 0;
    while (reader->at < line.len && line.data[reader->at] != '"') {
        bool escape = line.data[reader->at] == '\\' && reader->at + 1 < line.len;
        escapes += escape;
        reader->at += escape ? 2 : 1;
    }
    if (reader->at >= line.len) {
        return fail(reader, equals, "a \" is not closed");
    }
    StrView text = strview_slice(line, start, reader->at++ - start);
    if (escapes > 0) {
        char *copy = arena_take(reader->arena, text.len, 1);
        if (!copy) {
            return fail(reader, equals, NULL);
        }
        size_t len = 0;
        for (size_t i = 0; i < text.len; i++) {
            i += text.data[i] == '\\' && i + 1 < text.len;
            copy[len++] = text.data[i];
        }
        text = (StrView){ copy, len };
    }
    *value = (YarnValue){ .type = YARN_TYPE_STRING, .as.string = text };
    return true;
}

/* "{0}" in a line whose values are not yet put in. */
static bool take_placeholder(Reader *reader, size_t equals, YarnValue *value)
{
    size_t start = ++reader->at;
    while (reader->at < reader->line.len && reader->line.data[reader->at] != '}') {
        reader->at++;
    }
    if (reader->at >= reader->line.len) {
        return fail(reader, equals, "a { is not closed");
    }
    *value = (YarnValue){ .type = YARN_TYPE_STRING,
                          .as.string = strview_slice(reader->line, start, reader->at - start) };
    reader->at++;
    return true;
}

static bool take_number(Reader *reader, size_t equals, MarkupProperty *property)
{
    size_t start = reader->at++;
    while (is_digit(peek(reader)) || peek(reader) == '.') {
        reader->at++;
    }
    StrView text = strview_slice(reader->line, start, reader->at - start);
    property->value.type = YARN_TYPE_NUMBER;
    property->is_integer = strview_to_int(text, &property->integer);
    if (!strview_to_float(text, &property->value.as.number)) {
        return fail(reader, equals, "its value is not a number that can be read");
    }
    return true;
}

static bool take_word(Reader *reader, size_t equals, YarnValue *value)
{
    static const struct {
        const char *word;
        bool value;
    } booleans[] = { { "true", true }, { "false", false } };
    size_t start = reader->at;
    char c = peek(reader);
    if (c == '\0' || c == ']' || c == '/' || c == '[') {
        return fail(reader, equals, "a value is missing behind =");
    }
    /* Any one character, with the letters behind it. */
    size_t first = name_bytes(reader);
    if (first == 0 && (unsigned char)c >= 0x80) {
        return fail(reader, reader->at, "this character cannot stand here");
    }
    reader->at += first ? first : 1;
    (void)take_name(reader);
    StrView word = strview_slice(reader->line, start, reader->at - start);
    *value = (YarnValue){ .type = YARN_TYPE_STRING, .as.string = word };
    for (size_t i = 0; i < sizeof booleans / sizeof booleans[0]; i++) {
        if (markup_same_name(word, strview_from_cstr(booleans[i].word))) {
            *value = (YarnValue){ .type = YARN_TYPE_BOOL, .as.boolean = booleans[i].value };
        }
    }
    return true;
}

/* "= value" with the cursor on =. */
static bool take_value(Reader *reader, MarkupProperty *property)
{
    size_t equals = reader->at++;
    skip_blanks(reader);
    char c = peek(reader);
    if (c == '"') {
        return take_string(reader, equals, &property->value);
    }
    if (c == '{') {
        return take_placeholder(reader, equals, &property->value);
    }
    if (is_digit(c) || c == '-') {
        return take_number(reader, equals, property);
    }
    return take_word(reader, equals, &property->value);
}

static bool take_property(Reader *reader, Marker *marker, StrView name, size_t name_at)
{
    MarkupProperty property = { .name = name };
    if (!take_value(reader, &property)) {
        return false;
    }
    for (uint32_t i = 0; i < marker->property_count; i++) {
        if (markup_same_name(marker->properties[i].name, name)) {
            return fail(reader, name_at, "a property is given twice");
        }
    }
    if (marker->property_count == MARKER_PROPERTIES_MAX) {
        (void)fail(reader, name_at, "it has too many properties");
        reader->error->is_limit = true;
        return false;
    }
    marker->properties[marker->property_count++] = property;
    return true;
}

static bool read_properties(Reader *reader, Marker *marker)
{
    for (;;) {
        skip_blanks(reader);
        char c = peek(reader);
        if (c == ']' || c == '/') {
            return true;
        }
        if (reader->at >= reader->line.len) {
            return fail(reader, marker->start, "a ] is missing");
        }
        size_t name_at = reader->at;
        StrView name = take_name(reader);
        if (name.len == 0) {
            return fail(reader, name_at, "this character cannot stand here");
        }
        skip_blanks(reader);
        if (peek(reader) != '=') {
            return fail(reader, reader->at < reader->line.len ? reader->at : name_at,
                        "a property needs a name, = and a value");
        }
        if (!take_property(reader, marker, name, name_at)) {
            return false;
        }
    }
}

static bool read_close(Reader *reader, Marker *marker)
{
    reader->at++;
    skip_blanks(reader);
    marker->name_at = reader->at;
    marker->name = take_name(reader);
    marker->kind = marker->name.len ? MARKER_CLOSE : MARKER_CLOSE_ALL;
    skip_blanks(reader);
    if (peek(reader) != ']') {
        return fail(reader, marker->start, "a ] must follow the name that is closed");
    }
    reader->at++;
    return true;
}

static bool read_marker(Reader *reader, Marker *marker)
{
    reader->at++;
    skip_blanks(reader);
    if (peek(reader) == '/') {
        return read_close(reader, marker);
    }
    marker->name_at = reader->at;
    marker->name = take_name(reader);
    if (marker->name.len == 0) {
        return fail(reader, reader->at < reader->line.len ? reader->at : marker->start,
                    "a name must follow [");
    }
    size_t behind = reader->at;
    skip_blanks(reader);
    if (peek(reader) == '=' && !take_property(reader, marker, marker->name, marker->name_at)) {
        return false;
    }
    if (reader->at == behind && peek(reader) != ']' && peek(reader) != '/' && reader->at < reader->line.len) {
        return fail(reader, marker->name_at, "its name may have letters, digits and _ only");
    }
    if (!read_properties(reader, marker)) {
        return false;
    }
    if (peek(reader) == '/') {
        size_t slash = reader->at++;
        marker->kind = MARKER_SINGLE;
        skip_blanks(reader);
        if (peek(reader) != ']') {
            return fail(reader, slash, "a ] must follow this /");
        }
    }
    reader->at++;
    return true;
}

/* Behind the ] of a broken marker, or in front of the next one. */
static size_t find_end(StrView line, size_t at)
{
    while (at < line.len && line.data[at] != ']' && line.data[at] != '[') {
        at++;
    }
    return at < line.len && line.data[at] == ']' ? at + 1 : at;
}

bool marker_read(Arena *arena, StrView line, size_t *at, Marker *marker, MarkerError *error)
{
    Reader reader = { arena, line, *at, error };
    marker->kind = MARKER_OPEN;
    marker->name = SV("");
    marker->start = marker->name_at = *at;
    marker->property_count = 0;
    bool valid = read_marker(&reader, marker);
    *at = valid ? reader.at : find_end(line, reader.at > *at ? reader.at : *at + 1);
    return valid;
}
