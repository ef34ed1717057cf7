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

typedef enum MarkKind { MARK_NONE, MARK_VALUE, MARK_PART, MARK_ROWS, MARK_NO_ROWS, MARK_END, MARK_BROKEN } MarkKind;

typedef struct Mark {
    MarkKind kind;
    StrView name;
    size_t start, end; /* with its braces */
} Mark;

/* A row that is being written, and those around it. */
typedef struct Scope {
    const PrintRow *row;
    const struct Scope *around;
    unsigned depth;
} Scope;

typedef struct Fill {
    StrView text;
    const PrintPage *page;
    StrBuf *out;
    size_t wrong; /* the place of a mistake */
} Fill;

enum { DEPTH_MAX = PRINT_DEPTH_MAX };
static const size_t FAILED = SIZE_MAX;

static size_t find(StrView text, size_t from, const char *two)
{
    for (size_t i = from; i + 1 < text.len; i++) {
        if (text.data[i] == two[0] && text.data[i + 1] == two[1]) {
            return i;
        }
    }
    return text.len;
}

static MarkKind mark_kind(char sign)
{
    switch (sign) {
    case '#':
        return MARK_ROWS;
    case '^':
        return MARK_NO_ROWS;
    case '/':
        return MARK_END;
    case '>':
        return MARK_PART;
    default:
        return MARK_VALUE;
    }
}

/* The first mark from `from` on. */
static Mark next_mark(StrView text, size_t from)
{
    size_t start = find(text, from, "{{");
    size_t close = find(text, start, "}}");
    if (start == text.len) {
        return (Mark){ .start = text.len, .end = text.len };
    }
    StrView inside = close < text.len ? strview_slice(text, start + 2, close - start - 2) : (StrView){ NULL, 0 };
    if (inside.len == 0) {
        return (Mark){ .kind = MARK_BROKEN, .start = start, .end = text.len };
    }
    Mark mark = { mark_kind(inside.data[0]), inside, start, close + 2 };
    if (mark.kind != MARK_VALUE) {
        mark.name = strview_trim(strview_slice(inside, 1, inside.len - 1));
    }
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

static const PrintList *find_list(const PrintList *lists, size_t count, StrView name)
{
    for (size_t i = 0; i < count; i++) {
        if (strview_equal(lists[i].name, name)) {
            return &lists[i];
        }
    }
    return NULL;
}

/* What is nearest comes first. */
static const PrintValue *value_of(const Fill *fill, const Scope *scope, StrView name)
{
    for (; scope; scope = scope->around) {
        const PrintValue *value = find_value(scope->row->values, scope->row->value_count, name);
        if (value) {
            return value;
        }
    }
    return find_value(fill->page->values, fill->page->value_count, name);
}

static const PrintList *list_of(const Fill *fill, const Scope *scope, StrView name)
{
    for (; scope; scope = scope->around) {
        const PrintList *list = find_list(scope->row->lists, scope->row->list_count, name);
        if (list) {
            return list;
        }
    }
    return find_list(fill->page->lists, fill->page->list_count, name);
}

static bool write_value(Fill *fill, Mark mark, const Scope *scope)
{
    const PrintValue *value = mark.kind == MARK_VALUE ? value_of(fill, scope, mark.name) : NULL;
    const PrintValue *part = mark.kind == MARK_PART ? find_value(fill->page->parts, fill->page->part_count, mark.name) : NULL;
    if (value) {
        print_escape(fill->out, value->text);
    } else if (part) {
        strbuf_append(fill->out, part->text);
    }
    return value || part;
}

static size_t fill_section(Fill *fill, const Mark *begin, const Scope *scope, bool is_shown);

/* From `from` to the end of the section that `begin` opened (NULL: to the end of the text); gives the place behind
 * it. What is not shown is looked through for its end only. */
static size_t fill_until_end(Fill *fill, size_t from, const Mark *begin, const Scope *scope, bool is_shown)
{
    for (;;) {
        Mark mark = next_mark(fill->text, from);
        if (is_shown) {
            strbuf_append(fill->out, strview_slice(fill->text, from, mark.start - from));
        }
        if (mark.kind == MARK_NONE || mark.kind == MARK_END) {
            bool is_end = begin ? mark.kind == MARK_END && strview_equal(mark.name, begin->name) : mark.kind == MARK_NONE;
            fill->wrong = begin ? begin->start : mark.start;
            return is_end ? mark.end : FAILED;
        }
        if (mark.kind == MARK_ROWS || mark.kind == MARK_NO_ROWS) {
            from = fill_section(fill, &mark, scope, is_shown);
            if (from == FAILED) {
                return FAILED;
            }
            continue;
        }
        if (mark.kind == MARK_BROKEN || (is_shown && !write_value(fill, mark, scope))) {
            fill->wrong = mark.start;
            return FAILED;
        }
        from = mark.end;
    }
}

static size_t fill_section(Fill *fill, const Mark *begin, const Scope *scope, bool is_shown)
{
    static const PrintRow nothing = { 0 };
    unsigned depth = scope ? scope->depth + 1 : 1;
    const PrintList *list = is_shown ? list_of(fill, scope, begin->name) : NULL;
    if ((is_shown && !list) || depth > DEPTH_MAX) {
        fill->wrong = begin->start;
        return FAILED;
    }
    size_t count = list ? list->row_count : 0;
    size_t times = !is_shown ? 0 : begin->kind == MARK_ROWS ? count : count == 0;
    size_t after = 0;
    for (size_t i = 0; i < times && after != FAILED; i++) {
        Scope inner = { begin->kind == MARK_ROWS ? &list->rows[i] : &nothing, scope, depth };
        after = fill_until_end(fill, begin->end, begin, &inner, true);
    }
    Scope skipped = { &nothing, scope, depth };
    return times ? after : fill_until_end(fill, begin->end, begin, &skipped, false);
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
    Fill fill = { text, page, out, 0 };
    if (fill_until_end(&fill, 0, NULL, NULL, true) == FAILED) {
        if (line) {
            *line = line_of(text, fill.wrong);
        }
        return STATUS_INVALID;
    }
    return out->failed ? STATUS_NOMEM : STATUS_OK;
}

bool print_next_part(StrView text, size_t *place, StrView *name)
{
    while (*place < text.len) {
        Mark mark = next_mark(text, *place);
        *place = mark.end;
        if (mark.kind == MARK_PART) {
            *name = mark.name;
            return true;
        }
    }
    return false;
}
