#include "sango/print/file.h"

#include "sango/base/file.h"

enum { TEMPLATE_BYTES_MAX = 512 * 1024, PARTS_MAX = 16 };
#define CUT UINT32_MAX /* in place of a line */

typedef struct Parts {
    PrintValue values[PARTS_MAX];
    size_t count;
} Parts;

static bool is_plain_name(StrView name)
{
    for (size_t i = 0; i < name.len; i++) {
        char c = name.data[i];
        if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' && c != '_' && c != '.') {
            return false;
        }
    }
    return name.len > 0 && name.data[0] != '.';
}

static bool has_part(const Parts *parts, StrView name)
{
    for (size_t i = 0; i < parts->count; i++) {
        if (strview_equal(parts->values[i].name, name)) {
            return true;
        }
    }
    return false;
}

static Status read_part(const Allocator *alloc, StrView folder, StrView name, Parts *parts, StrBuf *path)
{
    strbuf_clear(path);
    strbuf_printf(path, "%.*s/parts/%.*s", SV_ARG(folder), SV_ARG(name));
    if (!is_plain_name(name)) {
        return STATUS_INVALID;
    }
    if (parts->count == PARTS_MAX) {
        return STATUS_LIMIT;
    }
    PrintValue *part = &parts->values[parts->count];
    part->name = name;
    Status status = path->failed ? STATUS_NOMEM : file_read(alloc, path->data, TEMPLATE_BYTES_MAX, &part->text);
    parts->count += status == STATUS_OK;
    return status;
}

/* The parts that `text` names; where a file is missing, `path` is its name. */
static Status read_parts(const Allocator *alloc, StrView folder, StrView text, Parts *parts, StrBuf *path)
{
    StrView name;
    size_t place = 0;
    Status status = STATUS_OK;
    while (status == STATUS_OK && print_next_part(text, &place, &name)) {
        status = has_part(parts, name) ? STATUS_OK : read_part(alloc, folder, name, parts, path);
    }
    return status;
}

static Status fill_text(const Allocator *alloc, StrView folder, StrView text, const PrintPage *page, StrBuf *out, StrBuf *path, uint32_t *line)
{
    StrBuf part;
    Parts parts = { .count = 0 };
    strbuf_init(&part, alloc);
    Status status = read_parts(alloc, folder, text, &parts, &part);
    if (status != STATUS_OK) {
        strbuf_clear(path);
        strbuf_append(path, strbuf_view(&part));
    } else {
        PrintPage whole = *page;
        whole.parts = parts.values;
        whole.part_count = parts.count;
        status = print_fill(text, &whole, out, line);
    }
    for (size_t i = 0; i < parts.count; i++) {
        file_free(alloc, &parts.values[i].text);
    }
    strbuf_release(&part);
    return status;
}

/* An empty file, half of one or one of something else has no mark that is wrong, and would be half a page. */
static bool is_whole(StrView name, StrView text)
{
    StrView end = SV("</html>"), kind = SV(".html");
    StrView body = strview_trim(text);
    bool is_page = name.len > kind.len && strview_equal(strview_slice(name, name.len - kind.len, kind.len), kind);
    return !is_page || (body.len >= end.len && strview_equal(strview_slice(body, body.len - end.len, end.len), end));
}

static void say(StrBuf *fault, const char *path, uint32_t line, Status status)
{
    if (status == STATUS_INVALID && line == CUT) {
        strbuf_printf(fault, "%s: the template is empty or cut: it does not end with </html>", path);
    } else if (status == STATUS_INVALID && line) {
        strbuf_printf(fault, "%s:%u: a mark of the template names nothing, is not closed, or stands in the wrong place", path, (unsigned)line);
    } else {
        strbuf_printf(fault, "%s: the page cannot be made: %s", path, status_text(status));
    }
}

Status print_fill_file(const Allocator *alloc, StrView folder, StrView name, const PrintPage *page, StrBuf *out, StrBuf *fault)
{
    StrBuf path;
    StrView text = { NULL, 0 };
    uint32_t line = 0;
    size_t before = out->len;
    strbuf_init(&path, alloc);
    strbuf_printf(&path, "%.*s/%.*s", SV_ARG(folder), SV_ARG(name));
    Status status = path.failed ? STATUS_NOMEM : file_read(alloc, path.data, TEMPLATE_BYTES_MAX, &text);
    if (status == STATUS_OK) {
        line = is_whole(name, text) ? 0 : CUT;
        status = line ? STATUS_INVALID : fill_text(alloc, folder, text, page, out, &path, &line);
        file_free(alloc, &text);
    }
    if (status != STATUS_OK) {
        strbuf_truncate(out, before); /* no half page */
        if (fault) {
            say(fault, path.data, line, status);
        }
    }
    strbuf_release(&path);
    return status;
}
