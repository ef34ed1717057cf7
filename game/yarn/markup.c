#include "sango/yarn/markup.h"

#include "sango/base/strbuf.h"
#include "sango/base/utf8.h"

#include <string.h>

/* One pass over the line. Open attributes are kept in order; a close tag ends the
 * newest one of its name. */
enum { ATTRIBUTES_MAX = 64, PROPERTIES_MAX = 16 };

typedef struct Parser {
    Arena *arena;
    StrView rest;
    YarnPlace place;
    DiagSink *diags;
    StrBuf out;
    uint32_t out_points;
    MarkupAttribute found[ATTRIBUTES_MAX];
    bool is_open[ATTRIBUTES_MAX];
    uint32_t count;
    bool has_mistake;
} Parser;

typedef struct Tag {
    StrView name;
    bool closes, closes_all, is_single;
    MarkupProperty properties[PROPERTIES_MAX];
    uint32_t property_count;
} Tag;

static void put(Parser *parser, StrView text)
{
    strbuf_append(&parser->out, text);
    parser->out_points += (uint32_t)utf8_count(text);
}

static void report(Parser *parser, const char *what, StrView name)
{
    parser->has_mistake = true;
    if (parser->diags) {
        SourcePos pos = { parser->place.file, parser->place.line, parser->place.column };
        diag_report(parser->diags, DIAG_ERROR, pos, 0, "yarn-markup", "%s '%.*s'", what, SV_ARG(name));
    }
}

static bool is_name_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.' ||
           (unsigned char)c >= 0x80;
}

static StrView take_name(StrView *text)
{
    size_t len = 0;
    while (len < text->len && is_name_byte(text->data[len])) {
        len++;
    }
    StrView name = strview_slice(*text, 0, len);
    *text = strview_slice(*text, len, text->len);
    return name;
}

static void skip_blanks(StrView *text)
{
    while (text->len && (text->data[0] == ' ' || text->data[0] == '\t')) {
        *text = strview_slice(*text, 1, text->len);
    }
}

/* "quoted", with \" and \\ inside. */
static bool take_quoted(Parser *parser, StrView *text, StrView *value)
{
    StrBuf plain;
    strbuf_init(&plain, parser->arena->alloc);
    size_t i = 1;
    while (i < text->len && text->data[i] != '"') {
        if (text->data[i] == '\\' && i + 1 < text->len) {
            i++;
        }
        strbuf_char(&plain, text->data[i++]);
    }
    bool is_closed = i < text->len;
    *value = arena_copy(parser->arena, strbuf_view(&plain));
    *text = strview_slice(*text, i + 1, text->len);
    strbuf_release(&plain);
    return is_closed && value->data;
}

static bool take_value(Parser *parser, StrView *text, YarnValue *value)
{
    StrView word;
    if (text->len && text->data[0] == '"') {
        *value = (YarnValue){ .type = YARN_TYPE_STRING };
        return take_quoted(parser, text, &value->as.string);
    }
    word = take_name(text);
    float number;
    if (word.len == 0) {
        return false;
    }
    if (strview_to_float(word, &number)) {
        *value = (YarnValue){ .type = YARN_TYPE_NUMBER, .as.number = number };
    } else if (strview_equal(word, SV("true")) || strview_equal(word, SV("false"))) {
        *value = (YarnValue){ .type = YARN_TYPE_BOOL, .as.boolean = word.len == 4 };
    } else {
        *value = (YarnValue){ .type = YARN_TYPE_STRING, .as.string = arena_copy(parser->arena, word) };
    }
    return true;
}

/* What stands between '[' and ']'. */
static bool read_tag(Parser *parser, StrView text, Tag *tag)
{
    *tag = (Tag){ 0 };
    skip_blanks(&text);
    if (text.len && text.data[0] == '/') {
        text = strview_slice(text, 1, text.len);
        tag->closes = true;
        skip_blanks(&text);
        tag->name = take_name(&text);
        tag->closes_all = tag->name.len == 0;
        skip_blanks(&text);
        return text.len == 0;
    }
    tag->name = take_name(&text);
    if (tag->name.len == 0) {
        return false;
    }
    bool is_first = true;
    while (skip_blanks(&text), text.len > 0) {
        if (text.data[0] == '/' && text.len == 1) {
            tag->is_single = true;
            return true;
        }
        MarkupProperty *property = &tag->properties[tag->property_count];
        property->name = is_first && text.data[0] == '=' ? tag->name : take_name(&text);
        is_first = false;
        skip_blanks(&text);
        if (property->name.len == 0 || text.len == 0 || text.data[0] != '=' || tag->property_count + 1 == PROPERTIES_MAX) {
            return false;
        }
        text = strview_slice(text, 1, text.len);
        skip_blanks(&text);
        if (!take_value(parser, &text, &property->value)) {
            return false;
        }
        property->name = arena_copy(parser->arena, property->name);
        tag->property_count++;
    }
    return true;
}

static void close_attribute(Parser *parser, uint32_t index)
{
    MarkupAttribute *attribute = &parser->found[index];
    parser->is_open[index] = false;
    attribute->length = parser->out_points - attribute->start;
    attribute->length_bytes = (uint32_t)parser->out.len - attribute->start_bytes;
}

static void close_tag(Parser *parser, const Tag *tag)
{
    bool closed = tag->closes_all;
    for (uint32_t i = parser->count; i-- > 0;) {
        if (parser->is_open[i] && (tag->closes_all || (!closed && strview_equal(parser->found[i].name, tag->name)))) {
            close_attribute(parser, i);
            closed = true;
        }
    }
    if (!closed) {
        report(parser, "nothing is open that could be closed by", tag->name);
    }
}

static void open_tag(Parser *parser, const Tag *tag)
{
    if (parser->count == ATTRIBUTES_MAX) {
        report(parser, "too much markup in one line at", tag->name);
        return;
    }
    MarkupProperty *kept = ARENA_ARRAY(parser->arena, MarkupProperty, tag->property_count + 1);
    if (!kept) {
        parser->out.failed = true;
        return;
    }
    memcpy(kept, tag->properties, tag->property_count * sizeof *kept);
    parser->is_open[parser->count] = !tag->is_single;
    parser->found[parser->count++] = (MarkupAttribute){ .name = arena_copy(parser->arena, tag->name),
                                                        .start = parser->out_points,
                                                        .start_bytes = (uint32_t)parser->out.len,
                                                        .properties = kept,
                                                        .property_count = tag->property_count };
}

/* [select value=… a="…" b="…"/] gives the text whose name is the value. */
static void put_selected(Parser *parser, const Tag *tag)
{
    StrView wanted = { NULL, 0 };
    for (uint32_t i = 0; i < tag->property_count; i++) {
        const MarkupProperty *property = &tag->properties[i];
        if (property->value.type == YARN_TYPE_BOOL && strview_equal(property->name, SV("value"))) {
            wanted = property->value.as.boolean ? SV("true") : SV("false");
        } else if (property->value.type == YARN_TYPE_STRING && strview_equal(property->name, SV("value"))) {
            wanted = property->value.as.string;
        } else if (property->value.type == YARN_TYPE_NUMBER && strview_equal(property->name, SV("value"))) {
            StrBuf number;
            strbuf_init(&number, parser->arena->alloc);
            strbuf_printf(&number, "%g", (double)property->value.as.number);
            wanted = arena_copy(parser->arena, strbuf_view(&number));
            strbuf_release(&number);
        }
    }
    for (uint32_t i = 0; i < tag->property_count; i++) {
        const MarkupProperty *property = &tag->properties[i];
        if (strview_equal(property->name, wanted) && property->value.type == YARN_TYPE_STRING) {
            put(parser, property->value.as.string);
            return;
        }
    }
    report(parser, "select has no text for", wanted);
}

/* The end of the tag that begins at rest.data[0] == '['; 0 when it never ends. */
static size_t tag_length(StrView rest)
{
    bool quoted = false;
    for (size_t i = 1; i < rest.len; i++) {
        char c = rest.data[i];
        if (c == '\\' && quoted) {
            i++;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (c == ']' && !quoted) {
            return i + 1;
        }
    }
    return 0;
}

static void take_tag(Parser *parser)
{
    size_t len = tag_length(parser->rest);
    Tag tag;
    StrView whole = strview_slice(parser->rest, 0, len ? len : 1);
    if (len == 0 || !read_tag(parser, strview_slice(whole, 1, len - 2), &tag)) {
        report(parser, "this is no markup:", strview_slice(parser->rest, 0, len ? len : parser->rest.len));
        put(parser, whole);
        parser->rest = strview_slice(parser->rest, whole.len, parser->rest.len);
        return;
    }
    parser->rest = strview_slice(parser->rest, len, parser->rest.len);
    if (tag.closes) {
        close_tag(parser, &tag);
    } else if (strview_equal(tag.name, SV("select"))) {
        put_selected(parser, &tag);
    } else if (strview_equal(tag.name, SV("nomarkup"))) {
        size_t end = 0;
        while (end < parser->rest.len && !strview_starts_with(strview_slice(parser->rest, end, parser->rest.len), SV("[/nomarkup]"))) {
            end++;
        }
        put(parser, strview_slice(parser->rest, 0, end));
        parser->rest = strview_slice(parser->rest, end + sizeof "[/nomarkup]" - 1, parser->rest.len);
    } else {
        open_tag(parser, &tag);
    }
}

/* "Kofi: Hi" is [character name="Kofi"] over "Kofi: ". */
static void find_speaker(Parser *parser)
{
    StrView text = strbuf_view(&parser->out);
    for (uint32_t i = 0; i < parser->count; i++) {
        if (strview_equal(parser->found[i].name, SV("character"))) {
            return;
        }
    }
    size_t colon = 0;
    while (colon < text.len && text.data[colon] != ':') {
        colon++;
    }
    StrView name = strview_trim(strview_slice(text, 0, colon));
    if (colon == text.len || colon == 0 || colon > 64 || name.len == 0 || parser->count == ATTRIBUTES_MAX) {
        return;
    }
    size_t end = colon + 1;
    while (end < text.len && text.data[end] == ' ') {
        end++;
    }
    MarkupProperty *property = ARENA_NEW(parser->arena, MarkupProperty);
    if (property) {
        *property = (MarkupProperty){ SV("name"), { .type = YARN_TYPE_STRING, .as.string = arena_copy(parser->arena, name) } };
        memmove(&parser->found[1], &parser->found[0], parser->count * sizeof parser->found[0]);
        parser->found[0] = (MarkupAttribute){ .name = SV("character"),
                                              .length = (uint32_t)utf8_count(strview_slice(text, 0, end)),
                                              .length_bytes = (uint32_t)end,
                                              .properties = property,
                                              .property_count = 1 };
        parser->count++;
    }
}

Status yarn_markup_parse(Arena *arena, StrView line, StrView language, YarnPlace place, DiagSink *diags, MarkupText *result)
{
    Parser parser = { .arena = arena, .rest = line, .place = place, .diags = diags };
    (void)language; /* [plural] and [ordinal] will need it */
    *result = (MarkupText){ 0 };
    strbuf_init(&parser.out, arena->alloc);
    while (parser.rest.len) {
        char c = parser.rest.data[0];
        if (c == '\\' && parser.rest.len > 1 && strchr("[]\\:", parser.rest.data[1])) {
            put(&parser, strview_slice(parser.rest, 1, 1));
            parser.rest = strview_slice(parser.rest, 2, parser.rest.len);
        } else if (c == '[') {
            take_tag(&parser);
        } else {
            size_t plain = 1;
            while (plain < parser.rest.len && parser.rest.data[plain] != '[' && parser.rest.data[plain] != '\\') {
                plain++;
            }
            put(&parser, strview_slice(parser.rest, 0, plain));
            parser.rest = strview_slice(parser.rest, plain, parser.rest.len);
        }
    }
    for (uint32_t i = 0; i < parser.count; i++) {
        if (parser.is_open[i]) {
            report(&parser, "this markup is never closed:", parser.found[i].name);
            close_attribute(&parser, i);
        }
    }
    find_speaker(&parser);
    MarkupAttribute *kept = ARENA_ARRAY(arena, MarkupAttribute, parser.count + 1);
    result->text = arena_copy(arena, strbuf_view(&parser.out));
    bool failed = parser.out.failed || !kept || !result->text.data;
    if (!failed) {
        memcpy(kept, parser.found, parser.count * sizeof *kept);
        result->attributes = kept;
        result->attribute_count = parser.count;
    }
    strbuf_release(&parser.out);
    return failed ? STATUS_NOMEM : parser.has_mistake ? STATUS_INVALID : STATUS_OK;
}

static bool same_name(StrView a, StrView b)
{
    return a.len == b.len && strview_distance(a, b, 0) == 0;
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
    const MarkupAttribute *speaker = markup_find(text, SV("character"));
    if (!speaker || speaker->start_bytes != 0) {
        return text->text;
    }
    return strview_slice(text->text, speaker->length_bytes, text->text.len);
}
