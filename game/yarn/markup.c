#include "markup_internal.h"
#include "sango/base/utf8.h"
#include "speaker_internal.h"

#include <string.h>

/* What is known of an attribute beside what the caller will see. */
typedef enum AttributeState {
    ATTRIBUTE_CLOSED,
    ATTRIBUTE_OPEN,
    ATTRIBUTE_BROKEN /* open, but its marker was reported already */
} AttributeState;

typedef struct MarkupParser {
    Arena *arena;
    const MarkupOptions *options;
    StrView line;
    size_t at;
    StrBuf text;
    uint32_t points; /* code points of text */
    MarkupAttribute *attributes;
    AttributeState *states;
    uint32_t count, capacity;
    size_t colon; /* byte of the line behind "Name:"; 0 when there is none */
    uint32_t speaker_points;
    uint32_t speaker_bytes; /* of the text, with the blanks behind the colon */
    bool has_character;
    bool trims; /* a marker ended just now that takes a blank behind it */
    bool nomem;
    bool invalid;
    uint32_t reports;
    bool stopped; /* at a limit, or enough was said */
} MarkupParser;

static uint32_t count_points(StrView text)
{
    return (uint32_t)(markup_is_ascii(text) ? text.len : utf8_count(text));
}

static void append(MarkupParser *parser, StrView text)
{
    if (text.len > 0) {
        strbuf_append(&parser->text, text);
        parser->points += count_points(text);
    }
}

/* At the code point of the line where the byte `at` is, as if the line began at its place. */
static void report(MarkupParser *parser, size_t at, StrView name, const char *what, const char *code)
{
    const MarkupOptions *options = parser->options;
    parser->invalid = true;
    parser->stopped = parser->stopped || ++parser->reports == MARKUP_REPORTS_MAX;
    if (options->diags) {
        uint32_t skip = (uint32_t)utf8_count(strview_slice(parser->line, 0, at));
        SourcePos pos = { options->place.file, options->place.line, options->place.column + skip };
        diag_report(options->diags, DIAG_ERROR, pos, name.len ? (uint32_t)utf8_count(name) : 1, code,
                    "the marker [%.*s] is shown as it is: %s", SV_ARG(name), what);
    }
}

static void mistake(MarkupParser *parser, size_t at, StrView name, const char *what)
{
    report(parser, at, name, what, "YS0063");
}

/* No further markers are read. */
static void stop(MarkupParser *parser, size_t at, StrView name, const char *what)
{
    report(parser, at, name, what, "yarn-markup");
    parser->stopped = true;
}

static bool is_trimming(const MarkupAttribute *attribute)
{
    const YarnValue *trims = markup_property(attribute, SV("trimwhitespace"));
    return trims && trims->type == YARN_TYPE_BOOL && trims->as.boolean;
}

/* The place for another one; NULL at the limit. */
static MarkupAttribute *add_attribute(MarkupParser *parser, const Marker *marker, AttributeState state)
{
    if (parser->count == parser->capacity) {
        stop(parser, marker->start, marker->name, "the line has too many markers");
        return NULL;
    }
    parser->has_character = parser->has_character || strview_equal(marker->name, SV("character"));
    parser->states[parser->count] = state;
    MarkupAttribute *attribute = &parser->attributes[parser->count++];
    *attribute = (MarkupAttribute){ .name = marker->name,
                                    .start = parser->points,
                                    .start_bytes = (uint32_t)parser->text.len,
                                    .source = (uint32_t)marker->start };
    return attribute;
}

/* The marker's own, and trimwhitespace for one without an end that does not say. */
static bool copy_properties(MarkupParser *parser, const Marker *marker, MarkupAttribute *attribute)
{
    attribute->properties = marker->properties;
    attribute->property_count = marker->property_count;
    bool adds = marker->kind == MARKER_SINGLE && !markup_property(attribute, SV("trimwhitespace"));
    uint32_t count = marker->property_count + adds;
    MarkupProperty *properties = count ? ARENA_ARRAY(parser->arena, MarkupProperty, count) : NULL;
    attribute->properties = properties;
    attribute->property_count = properties ? count : 0;
    if (count && !properties) {
        parser->nomem = true;
        return false;
    }
    if (marker->property_count) {
        memcpy(properties, marker->properties, marker->property_count * sizeof *properties);
    }
    if (adds) {
        properties[count - 1] = (MarkupProperty){
            SV("trimwhitespace"), { .type = YARN_TYPE_BOOL, .as.boolean = true }, false, 0
        };
    }
    return true;
}

static bool is_replaced(const MarkupParser *parser, StrView name)
{
    return !parser->options->keeps_replaced && marker_is_replaced(name);
}

/* What [select] and its like stand for comes in their place. */
static void replace(MarkupParser *parser, const MarkupAttribute *marker)
{
    size_t before = parser->text.len;
    const char *wrong = marker_replace(marker, parser->options->language, &parser->text);
    parser->points += count_points(strview_slice(strbuf_view(&parser->text), before, SIZE_MAX));
    if (wrong) {
        mistake(parser, marker->source, marker->name, wrong);
    }
    parser->trims = false;
}

static void close_attribute(MarkupParser *parser, uint32_t index)
{
    MarkupAttribute *attribute = &parser->attributes[index];
    attribute->length = parser->points - attribute->start;
    attribute->length_bytes = (uint32_t)parser->text.len - attribute->start_bytes;
    bool broken = parser->states[index] == ATTRIBUTE_BROKEN;
    parser->states[index] = ATTRIBUTE_CLOSED;
    parser->trims = is_trimming(attribute);
    if (broken || !is_replaced(parser, attribute->name)) {
        return;
    }
    if (attribute->length_bytes > 0 || index + 1 < parser->count) {
        mistake(parser, attribute->source, attribute->name, "it cannot have text inside; end it with /]");
        return;
    }
    parser->count--;
    replace(parser, attribute);
}

static void close_named(MarkupParser *parser, const Marker *marker)
{
    for (uint32_t i = parser->count; i-- > 0;) {
        if (parser->states[i] != ATTRIBUTE_CLOSED &&
            strview_equal(parser->attributes[i].name, marker->name)) {
            close_attribute(parser, i);
            return;
        }
    }
    mistake(parser, marker->name_at, marker->name, "it is closed but not open");
}

static void close_all(MarkupParser *parser)
{
    for (uint32_t i = parser->count; i-- > 0;) {
        if (parser->states[i] != ATTRIBUTE_CLOSED) {
            close_attribute(parser, i);
        }
    }
}

static bool is_escape(StrView line, size_t at)
{
    return line.data[at] == '\\' && at + 1 < line.len && line.data[at + 1] &&
           strchr("[]:\\", line.data[at + 1]);
}

/* Appends without the backslashes of escapes. */
static void append_unescaped(MarkupParser *parser, StrView text)
{
    const char *first = text.len ? memchr(text.data, '\\', text.len) : NULL;
    size_t start = 0;
    for (size_t i = first ? (size_t)(first - text.data) : text.len; i < text.len; i++) {
        if (is_escape(text, i)) {
            append(parser, strview_slice(text, start, i - start));
            start = ++i;
        }
    }
    append(parser, strview_slice(text, start, text.len));
}

/* Bytes of "[/nomarkup]", blanks allowed inside; 0 when something else is at `at`. */
static size_t end_of_verbatim(StrView line, size_t at)
{
    static const StrView words[] = { { "[", 1 }, { "/", 1 }, { "nomarkup", 8 }, { "]", 1 } };
    size_t end = at;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        size_t blank;
        while (i > 0 && (blank = markup_blank(line, end)) > 0) {
            end += blank;
        }
        if (!strview_equal(strview_slice(line, end, words[i].len), words[i])) {
            return 0;
        }
        end += words[i].len;
    }
    return end - at;
}

/* Everything up to [/nomarkup] is text. */
static void read_verbatim(MarkupParser *parser, const Marker *marker)
{
    StrView line = parser->line;
    for (size_t i = parser->at; i < line.len; i++) {
        size_t end = line.data[i] == '[' ? end_of_verbatim(line, i) : 0;
        if (end > 0) {
            if (add_attribute(parser, marker, ATTRIBUTE_OPEN)) {
                append_unescaped(parser, strview_slice(line, parser->at, i - parser->at));
                close_attribute(parser, parser->count - 1);
            }
            parser->at = i + end;
            return;
        }
        i += is_escape(line, i);
    }
    mistake(parser, marker->start, marker->name, "it has no [/nomarkup]");
}

/* So that what closes it is not reported as well. */
static void keep_broken(MarkupParser *parser, const Marker *marker, const MarkerError *error)
{
    if (!error->what) {
        parser->nomem = true;
    } else if (error->is_limit) {
        stop(parser, error->at, marker->name, error->what);
    } else {
        mistake(parser, error->at, marker->name, error->what);
        if (marker->kind == MARKER_OPEN && marker->name.len > 0) {
            (void)add_attribute(parser, marker, ATTRIBUTE_BROKEN);
        } else if (marker->kind == MARKER_CLOSE) {
            for (uint32_t i = parser->count; i-- > 0;) {
                if (parser->states[i] != ATTRIBUTE_CLOSED &&
                    strview_equal(parser->attributes[i].name, marker->name)) {
                    parser->states[i] = ATTRIBUTE_CLOSED;
                    return;
                }
            }
        }
    }
}

static void read_single(MarkupParser *parser, const Marker *marker)
{
    MarkupAttribute replaced = { .name = marker->name,
                                 .properties = marker->properties,
                                 .property_count = marker->property_count,
                                 .source = (uint32_t)marker->start };
    if (is_replaced(parser, marker->name)) {
        replace(parser, &replaced);
        return;
    }
    MarkupAttribute *attribute = add_attribute(parser, marker, ATTRIBUTE_CLOSED);
    if (attribute && copy_properties(parser, marker, attribute)) {
        parser->trims = is_trimming(attribute);
    }
}

static void read_marker(MarkupParser *parser)
{
    Marker marker;
    MarkerError error;
    if (!marker_read(parser->arena, parser->line, &parser->at, &marker, &error)) {
        keep_broken(parser, &marker, &error);
        return;
    }
    switch (marker.kind) {
    case MARKER_OPEN:
        if (strview_equal(marker.name, SV("nomarkup")) && marker.property_count == 0) {
            read_verbatim(parser, &marker);
        } else {
            MarkupAttribute *attribute = add_attribute(parser, &marker, ATTRIBUTE_OPEN);
            (void)(attribute && copy_properties(parser, &marker, attribute));
        }
        break;
    case MARKER_CLOSE:
        close_named(parser, &marker);
        break;
    case MARKER_CLOSE_ALL:
        close_all(parser);
        break;
    case MARKER_SINGLE:
        read_single(parser, &marker);
        break;
    }
}

/* Plain text up to the next marker. The colon behind the speaker is in it once. */
static void read_text(MarkupParser *parser)
{
    StrView line = parser->line;
    parser->at += parser->trims ? markup_blank(line, parser->at) : 0;
    parser->trims = false;
    size_t start = parser->at;
    while (parser->at < line.len && line.data[parser->at] != '[') {
        parser->at += is_escape(line, parser->at) ? 2 : 1;
    }
    if (parser->colon > start && parser->colon <= parser->at) {
        size_t end = parser->colon;
        size_t blank;
        while (end < parser->at && (blank = markup_blank(line, end)) > 0) {
            end += blank;
        }
        append_unescaped(parser, strview_slice(line, start, end - start));
        parser->speaker_points = parser->points;
        parser->speaker_bytes = (uint32_t)parser->text.len;
        start = end;
    }
    append_unescaped(parser, strview_slice(line, start, parser->at - start));
}

static void read_all(MarkupParser *parser)
{
    while (parser->at < parser->line.len && !parser->nomem && !parser->stopped && !parser->text.failed) {
        if (parser->line.data[parser->at] == '[') {
            read_marker(parser);
        } else {
            read_text(parser);
        }
    }
    bool ended = parser->at >= parser->line.len && !parser->nomem && !parser->text.failed;
    for (uint32_t i = 0; i < parser->count && ended && !parser->stopped; i++) {
        if (parser->states[i] == ATTRIBUTE_OPEN) {
            mistake(parser, parser->attributes[i].source, parser->attributes[i].name, "it is not closed");
        }
    }
}

/* [character name="…"] over "Name: ". The name is as written, markers of it too. */
static void add_speaker(MarkupParser *parser)
{
    StrView name = strview_trim(strview_slice(parser->line, 0, parser->colon - 1));
    char *copy = arena_take(parser->arena, name.len + 1, 1);
    MarkupProperty *property = ARENA_NEW(parser->arena, MarkupProperty);
    if (!copy || !property) {
        parser->nomem = true;
        return;
    }
    size_t len = 0;
    for (size_t i = 0; i < name.len; i++) {
        i += is_escape(name, i);
        copy[len++] = name.data[i];
    }
    property->name = SV("name");
    property->value = (YarnValue){ .type = YARN_TYPE_STRING, .as.string = { copy, len } };
    memmove(parser->attributes + 1, parser->attributes, parser->count * sizeof *parser->attributes);
    parser->count++;
    parser->attributes[0] = (MarkupAttribute){ .name = SV("character"),
                                               .length = parser->speaker_points,
                                               .length_bytes = parser->speaker_bytes,
                                               .properties = property,
                                               .property_count = 1 };
}

/* Nothing in it means anything: it is its own text. */
static bool is_plain(StrView line)
{
    return line.len == 0 || (!memchr(line.data, '[', line.len) && !memchr(line.data, '\\', line.len) &&
                             !memchr(line.data, ':', line.len));
}

Status yarn_markup_parse_with(Arena *arena, StrView line, const MarkupOptions *options, MarkupText *result)
{
    *result = (MarkupText){ .text = SV("") };
    MarkupParser parser = { .arena = arena, .options = options, .line = markup_normalise(arena, line) };
    if (line.len > 0 && !parser.line.data) {
        return STATUS_NOMEM;
    }
    if (is_plain(parser.line)) {
        result->text = parser.line;
        return STATUS_OK;
    }
    for (size_t i = 0; i < parser.line.len && parser.capacity < MARKUP_ATTRIBUTES_MAX; i++) {
        parser.capacity += parser.line.data[i] == '[';
    }
    parser.attributes =
        ARENA_ARRAY(arena, MarkupAttribute, parser.capacity + 1); /* one more for the speaker */
    parser.states = ARENA_ARRAY(arena, AttributeState, parser.capacity + 1);
    if (!parser.attributes || !parser.states) {
        return STATUS_NOMEM;
    }
    strbuf_init(&parser.text, arena->alloc);
    parser.colon = speaker_find_end(parser.line);
    read_all(&parser);
    parser.nomem = parser.nomem || parser.text.failed;
    if (parser.invalid) { /* the line as it is shows the author where */
        strbuf_clear(&parser.text);
        parser.count = 0;
        append_unescaped(&parser, parser.line);
    } else if (parser.speaker_bytes > 0 && !parser.has_character) {
        add_speaker(&parser);
    }
    StrView text = arena_copy(arena, strbuf_view(&parser.text));
    bool failed = parser.nomem || parser.text.failed || !text.data;
    strbuf_release(&parser.text);
    if (failed) {
        return STATUS_NOMEM;
    }
    *result = (MarkupText){ text, parser.attributes, parser.count };
    return parser.invalid ? STATUS_INVALID : STATUS_OK;
}

Status yarn_markup_parse(Arena *arena, StrView line, StrView language, YarnPlace place, DiagSink *diags,
                         MarkupText *result)
{
    MarkupOptions options = { .language = language, .place = place, .diags = diags };
    return yarn_markup_parse_with(arena, line, &options, result);
}
