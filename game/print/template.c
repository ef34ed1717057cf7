#include "sango/print/template.h"

#include "sango/base/utf8.h"

void print_escape(StrBuf *out, StrView text)
{
    uint32_t c;
    while (utf8_take(&text, &c, NULL)) {
        switch (c) {
        case '&':
            strbuf_append(out, SV("&amp;"));
            break;
        case '<':
            strbuf_append(out, SV("&lt;"));
            break;
        case '>':
            strbuf_append(out, SV("&gt;"));
            break;
        case '"':
            strbuf_append(out, SV("&quot;"));
            break;
        case '\'':
            strbuf_append(out, SV("&#39;"));
            break;
        default:
            if (c >= ' ' ? c < 0x7F || c > 0x9F : c == '\n' || c == '\t') {
                strbuf_codepoint(out, c);
            }
            break;
        }
    }
}

typedef enum MarkKind { MARK_NONE, MARK_VALUE, MARK_ROWS, MARK_NO_ROWS, MARK_END, MARK_BROKEN } MarkKind;

typedef struct Mark {
    MarkKind kind;
    StrView name;
    size_t start, end; /* with its braces */
} Mark;

static size_t find(StrView text, size_t from, const char *two)
{
    for (size_t i = from; i + 1 < text.len; i++) {
        if (text.data[i] == two[0] && text.data[i + 1] == two[1]) {
            return i;
        }
    }
    return text.len;
}

/* The first mark from `from` on. */
static Mark next_mark(StrView text, size_t from)
{
    size_t start = find(text, from, "{{");
    size_t close = find(text, start, "}}");
    if (start == text.len) {
        return (Mark){ .start = text.len, .end = text.len };
    }
    Mark mark = { MARK_VALUE, { NULL, 0 }, start, close + 2 };
    StrView inside = close < text.len ? strview_slice(text, start + 2, close - start - 2) : (StrView){ NULL, 0 };
    if (inside.len == 0) {
        return (Mark){ .kind = MARK_BROKEN, .start = start, .end = text.len };
    }
    char sign = inside.data[0];
    mark.kind = sign == '#' ? MARK_ROWS : sign == '^' ? MARK_NO_ROWS : sign == '/' ? MARK_END : MARK_VALUE;
    mark.name = mark.kind == MARK_VALUE ? inside : strview_slice(inside, 1, inside.len - 1);
    return mark;
}

static const PrintValue *find_value(const PrintValue *values, size_t count, StrView name)
{
    for (size_t i = 0; i < count; i++) {
        if (strview_equal(values[i].name, name)) {
            return &values[i];
        }
    }
    return NULL;
}

static const PrintList *find_list(const PrintPage *page, StrView name)
{
    for (size_t i = 0; i < page->list_count; i++) {
        if (strview_equal(page->lists[i].name, name)) {
            return &page->lists[i];
        }
    }
    return NULL;
}

/* Fills text[from, to), in which there are values only. False at a mark that is none; *wrong is its place. */
static bool fill_values(StrView text, size_t from, size_t to, const PrintPage *page, const PrintRow *row, StrBuf *out, size_t *wrong)
{
    while (from < to) {
        Mark mark = next_mark(text, from);
        size_t stop = mark.start < to ? mark.start : to;
        strbuf_append(out, strview_slice(text, from, stop - from));
        if (mark.start >= to) {
            return true;
        }
        const PrintValue *value = row ? find_value(row->values, row->value_count, mark.name) : NULL;
        value = value ? value : find_value(page->values, page->value_count, mark.name);
        if (mark.kind != MARK_VALUE || !value) {
            *wrong = mark.start;
            return false;
        }
        print_escape(out, value->text);
        from = mark.end;
    }
    return true;
}

/* A list from its first mark to its end; gives the place behind it. text.len + 1 when it is wrong. */
static size_t fill_list(StrView text, Mark begin, const PrintPage *page, StrBuf *out, size_t *wrong)
{
    const PrintList *list = find_list(page, begin.name);
    Mark end = next_mark(text, begin.end);
    while (end.kind == MARK_VALUE) {
        end = next_mark(text, end.end);
    }
    *wrong = begin.start;
    if (!list || end.kind != MARK_END || !strview_equal(end.name, begin.name)) {
        return text.len + 1;
    }
    size_t times = begin.kind == MARK_ROWS ? list->row_count : list->row_count == 0;
    for (size_t i = 0; i < times; i++) {
        const PrintRow *row = begin.kind == MARK_ROWS ? &list->rows[i] : NULL;
        if (!fill_values(text, begin.end, end.start, page, row, out, wrong)) {
            return text.len + 1;
        }
    }
    return end.end;
}

static uint32_t line_of(StrView text, size_t place)
{
    uint32_t line = 1;
    for (size_t i = 0; i < place && i < text.len; i++) {
        line += text.data[i] == '\n';
    }
    return line;
}

Status print_fill(StrView text, const PrintPage *page, StrBuf *out, uint32_t *line)
{
    size_t from = 0, wrong = 0;
    while (from < text.len) {
        Mark mark = next_mark(text, from);
        bool is_list = mark.kind == MARK_ROWS || mark.kind == MARK_NO_ROWS;
        bool is_filled = fill_values(text, from, is_list ? mark.start : mark.end, page, NULL, out, &wrong);
        from = is_filled && is_list ? fill_list(text, mark, page, out, &wrong) : mark.end;
        if (!is_filled || from > text.len) {
            if (line) {
                *line = line_of(text, wrong);
            }
            return STATUS_INVALID;
        }
    }
    return out->failed ? STATUS_NOMEM : STATUS_OK;
}
