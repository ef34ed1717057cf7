#include "markup_internal.h"
#include "sango/base/utf8.h"

#include <string.h>

typedef struct MarkupParser {
    Arena *arena;
    StrView line;
    StrView language;
    size_t at;
    StrBuf text;
    uint32_t points; /* code points of text */
    MarkupAttribute *attributes;
    bool *is_open;
    uint32_t count, capacity;
    bool has_character;
    bool nomem;
    const char *wrong;
    StrView wrong_name; /* of the marker concerned */
} MarkupParser;

static void append(MarkupParser *parser, StrView text)
{
    strbuf_append(&parser->text, text);
    parser->points += (uint32_t)utf8_count(text);
}

static bool fail(MarkupParser *parser, const char *wrong, StrView name)
{
    parser->wrong = wrong;
    parser->wrong_name = name;
    return false;
}

static bool add_attribute(MarkupParser *parser, const Marker *marker, bool open)
{
    if (parser->count == parser->capacity) {
        return fail(parser, "the line has too many markers", marker->name);
    }
    bool trims = !open;
    for (uint32_t i = 0; i < marker->property_count; i++) {
        trims = trims && !strview_equal(marker->properties[i].name, SV("trimwhitespace"));
    }
    uint32_t count = marker->property_count + trims;
    MarkupProperty *properties = ARENA_ARRAY(parser->arena, MarkupProperty, count + 1);
    if (!properties) {
        parser->nomem = true;
        return false;
    }
    memcpy(properties, marker->properties, marker->property_count * sizeof *properties);
    if (trims) {
        properties[marker->property_count] =
            (MarkupProperty){ SV("trimwhitespace"), { .type = YARN_TYPE_BOOL, .as.boolean = true } };
    }
    parser->has_character = parser->has_character || strview_equal(marker->name, SV("character"));
    parser->is_open[parser->count] = open;
    parser->attributes[parser->count++] = (MarkupAttribute){
        .name = marker->name,
        .start = parser->points,
        .start_bytes = (uint32_t)parser->text.len,
        .properties = properties,
        .property_count = count,
    };
    return true;
}

static void close_attribute(MarkupParser *parser, uint32_t index)
{
    MarkupAttribute *attribute = &parser->attributes[index];
    attribute->length = parser->points - attribute->start;
    attribute->length_bytes = (uint32_t)parser->text.len - attribute->start_bytes;
    parser->is_open[index] = false;
}

static bool close_named(MarkupParser *parser, StrView name)
{
    for (uint32_t i = parser->count; i-- > 0;) {
        if (parser->is_open[i] && strview_equal(parser->attributes[i].name, name)) {
            close_attribute(parser, i);
            return true;
        }
    }
    return fail(parser, "it is closed but not open", name);
}

/* Everything up to [/nomarkup] is text. */
static bool read_verbatim(MarkupParser *parser, const Marker *marker)
{
    if (!add_attribute(parser, marker, true)) {
        return false;
    }
    StrView rest = strview_slice(parser->line, parser->at, parser->line.len);
    StrView end = SV("[/nomarkup]");
    for (size_t i = 0; i + end.len <= rest.len; i++) {
        if (memcmp(rest.data + i, end.data, end.len) == 0) {
            append(parser, strview_slice(rest, 0, i));
            close_attribute(parser, parser->count - 1);
            parser->at += i + end.len;
            return true;
        }
    }
    return fail(parser, "it has no [/nomarkup]", marker->name);
}

/* A marker without an end takes one blank behind it, unless told not to. */
static void trim_behind(MarkupParser *parser)
{
    const MarkupAttribute *attribute = &parser->attributes[parser->count - 1];
    const YarnValue *trims = markup_property(attribute, SV("trimwhitespace"));
    bool trim = !trims || trims->type != YARN_TYPE_BOOL || trims->as.boolean;
    if (trim && parser->at < parser->line.len &&
        (parser->line.data[parser->at] == ' ' || parser->line.data[parser->at] == '\t')) {
        parser->at++;
    }
}

static bool read_marker(MarkupParser *parser)
{
    Marker marker;
    const char *wrong = marker_read(parser->arena, parser->line, &parser->at, &marker, &parser->nomem);
    if (wrong) {
        return fail(parser, wrong, marker.name);
    }
    if (marker_is_replaced(&marker)) {
        size_t before = parser->text.len;
        wrong = marker_replace(&marker, parser->language, &parser->text);
        parser->points += (uint32_t)utf8_count(strview_slice(strbuf_view(&parser->text), before, SIZE_MAX));
        return wrong ? fail(parser, wrong, marker.name) : true;
    }
    switch (marker.kind) {
    case MARKER_OPEN:
        if (strview_equal(marker.name, SV("nomarkup"))) {
            return read_verbatim(parser, &marker);
        }
        return add_attribute(parser, &marker, true);
    case MARKER_CLOSE:
        return close_named(parser, marker.name);
    case MARKER_CLOSE_ALL:
        for (uint32_t i = 0; i < parser->count; i++) {
            if (parser->is_open[i]) {
                close_attribute(parser, i);
            }
        }
        return true;
    case MARKER_SINGLE:
        break;
    }
    if (!add_attribute(parser, &marker, false)) {
        return false;
    }
    trim_behind(parser);
    return true;
}

/* Plain text up to the next marker, without the backslashes of escapes. */
static void read_text(MarkupParser *parser)
{
    StrView line = parser->line;
    size_t start = parser->at;
    while (parser->at < line.len && line.data[parser->at] != '[') {
        if (line.data[parser->at] == '\\' && parser->at + 1 < line.len &&
            strchr("[]:\\", line.data[parser->at + 1])) {
            append(parser, strview_slice(line, start, parser->at - start));
            start = ++parser->at;
        }
        parser->at++;
    }
    append(parser, strview_slice(line, start, parser->at - start));
}

/* Where "Name:" ends in the source: behind the first ':' that is neither escaped
 * nor inside a marker; 0 when there is none. */
static size_t find_colon(StrView line)
{
    bool in_marker = false;
    for (size_t i = 0; i < line.len; i++) {
        char c = line.data[i];
        if (c == '\\') {
            i++;
        } else if (c == '[') {
            in_marker = true;
        } else if (c == ']') {
            in_marker = false;
        } else if (c == ':' && !in_marker) {
            return i + 1;
        }
    }
    return 0;
}

/* Where "Name: " ended in the text becomes known as the text is read. */
typedef struct Speaker {
    size_t colon;
    bool found;
    uint32_t points;
    size_t bytes;
} Speaker;

/* The colon is in the text just read; blanks behind it belong to it. */
static void note_speaker(const MarkupParser *parser, Speaker *speaker)
{
    StrView text = strbuf_view(&parser->text);
    size_t back = parser->at - speaker->colon;
    /* Escapes behind the colon make the source longer than the text: count them. */
    for (size_t i = speaker->colon; i + 1 < parser->at; i++) {
        if (parser->line.data[i] == '\\' && strchr("[]:\\", parser->line.data[i + 1])) {
            back--;
            i++;
        }
    }
    size_t bytes = text.len - back;
    while (bytes < text.len && (text.data[bytes] == ' ' || text.data[bytes] == '\t')) {
        bytes++;
    }
    speaker->found = true;
    speaker->bytes = bytes;
    speaker->points = (uint32_t)utf8_count(strview_slice(text, 0, bytes));
}

static bool read_all(MarkupParser *parser, Speaker *speaker)
{
    while (parser->at < parser->line.len && !parser->text.failed) {
        if (parser->line.data[parser->at] == '[') {
            if (!read_marker(parser)) {
                return false;
            }
            continue;
        }
        size_t from = parser->at;
        read_text(parser);
        if (speaker->colon > from && speaker->colon <= parser->at) {
            note_speaker(parser, speaker);
        }
    }
    for (uint32_t i = 0; i < parser->count; i++) {
        if (parser->is_open[i]) {
            return fail(parser, "it is not closed", parser->attributes[i].name);
        }
    }
    return true;
}

static void add_speaker(MarkupParser *parser, const Speaker *speaker)
{
    StrView text = strbuf_view(&parser->text);
    size_t name_len = speaker->bytes;
    while (name_len > 0 && text.data[name_len - 1] != ':') {
        name_len--;
    }
    StrView name =
        arena_copy(parser->arena, strview_trim(strview_slice(text, 0, name_len ? name_len - 1 : 0)));
    MarkupProperty *property = ARENA_NEW(parser->arena, MarkupProperty);
    if (!name.data || !property) {
        parser->nomem = true;
        return;
    }
    *property = (MarkupProperty){ SV("name"), { .type = YARN_TYPE_STRING, .as.string = name } };
    memmove(parser->attributes + 1, parser->attributes, parser->count * sizeof *parser->attributes);
    parser->count++;
    parser->attributes[0] = (MarkupAttribute){ .name = SV("character"),
                                               .length = speaker->points,
                                               .length_bytes = (uint32_t)speaker->bytes,
                                               .properties = property,
                                               .property_count = 1 };
}

/* What is shown when the markup is wrong: the line with its brackets. */
static void keep_plain(MarkupParser *parser)
{
    strbuf_clear(&parser->text);
    parser->count = 0;
    for (size_t i = 0; i < parser->line.len; i++) {
        if (parser->line.data[i] == '\\' && i + 1 < parser->line.len &&
            strchr("[]:\\", parser->line.data[i + 1])) {
            i++;
        }
        strbuf_char(&parser->text, parser->line.data[i]);
    }
}

Status yarn_markup_parse(Arena *arena, StrView line, StrView language, YarnPlace place, DiagSink *diags,
                         MarkupText *result)
{
    *result = (MarkupText){ .text = SV("") };
    MarkupParser parser = { .arena = arena, .line = line, .language = language };
    Speaker speaker = { .colon = find_colon(line) };
    for (size_t i = 0; i < line.len && parser.capacity < MARKUP_ATTRIBUTES_MAX; i++) {
        parser.capacity += line.data[i] == '[';
    }
    parser.attributes = ARENA_ARRAY(arena, MarkupAttribute, parser.capacity + 1);
    parser.is_open = ARENA_ARRAY(arena, bool, parser.capacity + 1);
    if (!parser.attributes || !parser.is_open) {
        return STATUS_NOMEM;
    }
    strbuf_init(&parser.text, arena->alloc);
    bool valid = read_all(&parser, &speaker);
    if (!valid && !parser.nomem && !parser.text.failed) {
        SourcePos pos = { place.file, place.line, place.column };
        if (diags) {
            diag_report(diags, DIAG_ERROR, pos, 0, "yarn-markup", "the marker [%.*s] is shown as it is: %s",
                        SV_ARG(parser.wrong_name), parser.wrong);
        }
        keep_plain(&parser);
    } else if (speaker.found && !parser.has_character && !parser.text.failed) {
        add_speaker(&parser, &speaker);
    }
    StrView text = arena_copy(arena, strbuf_view(&parser.text));
    bool failed = parser.nomem || parser.text.failed || !text.data;
    strbuf_release(&parser.text);
    if (failed) {
        return STATUS_NOMEM;
    }
    *result = (MarkupText){ text, parser.attributes, parser.count };
    return valid ? STATUS_OK : STATUS_INVALID;
}

static bool same_name(StrView a, StrView b)
{
    if (a.len != b.len) {
        return false;
    }
    for (size_t i = 0; i < a.len; i++) {
        char x = a.data[i];
        char y = b.data[i];
        x = x >= 'A' && x <= 'Z' ? (char)(x - 'A' + 'a') : x;
        y = y >= 'A' && y <= 'Z' ? (char)(y - 'A' + 'a') : y;
        if (x != y) {
            return false;
        }
    }
    return true;
}

const MarkupAttribute *markup_find(const MarkupText *text, StrView name)
{
    for (uint32_t i = 0; i < text->attribute_count; i++) {
        if (same_name(text->attributes[i].name, name)) {
            return &text->attributes[i];
        }
    }
    return NULL;
}

const YarnValue *markup_property(const MarkupAttribute *attribute, StrView name)
{
    for (uint32_t i = 0; i < attribute->property_count; i++) {
        if (same_name(attribute->properties[i].name, name)) {
            return &attribute->properties[i].value;
        }
    }
    return NULL;
}

StrView markup_without_speaker(const MarkupText *text)
{
    const MarkupAttribute *character = markup_find(text, SV("character"));
    if (!character || character->start != 0) {
        return text->text;
    }
    return strview_slice(text->text, character->length_bytes, SIZE_MAX);
}
