#include "lsp_internal.h"
#include "sango/base/utf8.h"

#include <string.h>

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

static size_t end_of_line(StrView text, size_t at)
{
    while (at < text.len && !is_line_end(text.data[at])) {
        at++;
    }
    return at;
}

/* Where the next line begins; text.len when there is none. */
static size_t next_line(StrView text, size_t at)
{
    at = end_of_line(text, at);
    if (at + 1 < text.len && text.data[at] == '\r' && text.data[at + 1] == '\n') {
        at++;
    }
    return at < text.len ? at + 1 : at;
}

/* What one code point counts for in a position. */
static size_t units_of(const LspServer *server, uint32_t codepoint, size_t bytes)
{
    return server->counts_bytes ? bytes : codepoint >= 0x10000 ? 2 : 1;
}

size_t lsp_units_of_text(const LspServer *server, StrView text)
{
    StrView rest = text;
    size_t units = 0;
    uint32_t codepoint;
    for (size_t before = rest.len; utf8_take(&rest, &codepoint, NULL); before = rest.len) {
        units += units_of(server, codepoint, before - rest.len);
    }
    return units;
}

/* Bytes before the code point in which that many units end. */
static size_t skip_units(const LspServer *server, StrView line, int64_t units)
{
    StrView rest = line;
    uint32_t codepoint;
    int64_t passed = 0;
    while (rest.len) {
        StrView before = rest;
        (void)utf8_take(&rest, &codepoint, NULL);
        passed += (int64_t)units_of(server, codepoint, before.len - rest.len);
        if (passed > units) {
            return line.len - before.len;
        }
    }
    return line.len;
}

static size_t skip_codepoints(StrView line, size_t count)
{
    StrView rest = line;
    uint32_t codepoint;
    while (count > 0 && utf8_take(&rest, &codepoint, NULL)) {
        count--;
    }
    return line.len - rest.len;
}

size_t lsp_offset_of(const LspServer *server, StrView text, int64_t line, int64_t character)
{
    size_t at = 0;
    while (line > 0 && at < text.len) {
        size_t end = end_of_line(text, at);
        if (end == text.len) {
            return text.len;
        }
        at = next_line(text, at);
        line--;
    }
    if (line > 0) {
        return text.len;
    }
    return at + skip_units(server, strview_slice(text, at, end_of_line(text, at) - at), character);
}

bool lsp_position_read(const JsonValue *json, int64_t *line, int64_t *character)
{
    return json_whole(json_member(json, "line"), line) &&
           json_whole(json_member(json, "character"), character) && *line >= 0 && *character >= 0;
}

static bool find_lines(LspAnalysis *analysis, uint32_t source)
{
    LspLines *lines = &analysis->lines[source];
    StrView text = analysis->sources[source].text;
    if (lines->starts) {
        return true;
    }
    size_t count = 1;
    for (size_t at = 0; (at = end_of_line(text, at)) < text.len; at = next_line(text, at)) {
        count++;
    }
    lines->starts = ARENA_ARRAY(&analysis->arena, size_t, count);
    for (size_t at = 0; lines->starts && lines->count < count; at = next_line(text, at)) {
        lines->starts[lines->count++] = at;
    }
    analysis->failed |= !lines->starts;
    return lines->starts != NULL;
}

/* A byte order mark is no part of the first line's text, but the editor may count it. */
static size_t mark_size(const LspAnalysis *analysis, uint32_t source, uint32_t line)
{
    return line == 1 && strview_starts_with(analysis->sources[source].text, SV("\xEF\xBB\xBF")) ? 3 : 0;
}

static size_t mark_units(const LspServer *server, const LspAnalysis *analysis, uint32_t source, uint32_t line)
{
    size_t size = mark_size(analysis, source, line);
    return size && !server->counts_bytes ? 1 : size;
}

StrView lsp_line_text(LspAnalysis *analysis, uint32_t source, uint32_t line)
{
    if (line == 0 || !find_lines(analysis, source) || line > analysis->lines[source].count) {
        return SV("");
    }
    StrView text = analysis->sources[source].text;
    size_t start = analysis->lines[source].starts[line - 1];
    size_t end = end_of_line(text, start), mark = mark_size(analysis, source, line);
    return strview_slice(text, start + mark, end - start - mark);
}

uint32_t lsp_line_count(LspAnalysis *analysis, uint32_t source)
{
    return find_lines(analysis, source) ? (uint32_t)analysis->lines[source].count : 0;
}

bool lsp_source_find(const LspDocument *document, uint32_t *source)
{
    const LspAnalysis *analysis = &document->group->analysis;
    for (*source = 0; *source < analysis->source_count; ++*source) {
        if (analysis->documents[*source] == document) {
            return true;
        }
    }
    return false;
}

bool lsp_place_read(LspServer *server, const JsonValue *params, LspDocument **document, LspPlace *place)
{
    int64_t line, character;
    *document = lsp_document_find(server, json_text(json_member(json_member(params, "textDocument"), "uri")));
    if (!*document || !lsp_position_read(json_member(params, "position"), &line, &character) ||
        line >= UINT32_MAX || !lsp_source_find(*document, &place->source)) {
        return false;
    }
    LspAnalysis *analysis = &(*document)->group->analysis;
    int64_t mark = (int64_t)mark_units(server, analysis, place->source, (uint32_t)line + 1);
    place->line = (uint32_t)line + 1;
    place->text = lsp_line_text(analysis, place->source, place->line);
    place->offset = skip_units(server, place->text, character > mark ? character - mark : 0);
    place->column = (uint32_t)utf8_count(strview_slice(place->text, 0, place->offset)) + 1;
    return true;
}

static void append_units(LspServer *server, uint32_t line, size_t from, size_t to)
{
    strbuf_printf(&server->body,
                  "{\"start\":{\"line\":%u,\"character\":%zu},\"end\":{\"line\":%u,\"character\":%zu}}",
                  (unsigned)line - 1, from, (unsigned)line - 1, to);
}

void lsp_append_range(LspServer *server, LspAnalysis *analysis, YarnSpan span)
{
    StrView line = lsp_line_text(analysis, span.source, span.line);
    size_t mark = mark_units(server, analysis, span.source, span.line);
    size_t from = skip_codepoints(line, span.column > 0 ? span.column - 1 : 0);
    StrView rest = strview_slice(line, from, line.len);
    size_t start = mark + lsp_units_of_text(server, strview_slice(line, 0, from));
    size_t length = lsp_units_of_text(server, strview_slice(rest, 0, skip_codepoints(rest, span.length)));
    append_units(server, span.line ? span.line : 1, start, start + length);
}

void lsp_append_whole_range(LspServer *server, LspAnalysis *analysis, uint32_t source)
{
    size_t last = find_lines(analysis, source) ? analysis->lines[source].count - 1 : 0;
    StrView text = analysis->sources[source].text;
    StrView end = last ? strview_slice(text, analysis->lines[source].starts[last], text.len) : text;
    strbuf_printf(&server->body,
                  "{\"start\":{\"line\":0,\"character\":0},\"end\":{\"line\":%zu,\"character\":%zu}}", last,
                  lsp_units_of_text(server, end));
}

void lsp_append_part(LspServer *server, LspAnalysis *analysis, const LspPlace *place, size_t from, size_t to)
{
    size_t start = mark_units(server, analysis, place->source, place->line) +
                   lsp_units_of_text(server, strview_slice(place->text, 0, from));
    append_units(server, place->line, start,
                 start + lsp_units_of_text(server, strview_slice(place->text, from, to - from)));
}

void lsp_append_uri(LspServer *server, const LspAnalysis *analysis, uint32_t source)
{
    if (analysis->documents[source]) {
        strbuf_json(&server->body, strbuf_view(&analysis->documents[source]->uri));
    } else {
        strbuf_char(&server->body, '"');
        lsp_uri_append(&server->body, analysis->sources[source].name);
        strbuf_char(&server->body, '"');
    }
}

void lsp_append_location(LspServer *server, LspAnalysis *analysis, YarnSpan span)
{
    strbuf_append(&server->body, SV("{\"uri\":"));
    lsp_append_uri(server, analysis, span.source);
    strbuf_append(&server->body, SV(",\"range\":"));
    lsp_append_range(server, analysis, span);
    strbuf_char(&server->body, '}');
}
