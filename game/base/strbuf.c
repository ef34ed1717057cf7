#include "sango/base/strbuf.h"
#include "sango/base/utf8.h"

#include <stdio.h>
#include <string.h>

static char empty_text[1] = "";

void strbuf_init(StrBuf *buf, const Allocator *alloc)
{
    *buf = (StrBuf){ .alloc = alloc, .data = empty_text };
}

void strbuf_release(StrBuf *buf)
{
    if (buf->capacity) {
        alloc_free(buf->alloc, buf->data, buf->capacity);
    }
    strbuf_init(buf, buf->alloc);
}

void strbuf_clear(StrBuf *buf)
{
    strbuf_truncate(buf, 0);
    buf->failed = false;
}

/* Room for `more` bytes and the NUL. */
static bool make_room(StrBuf *buf, size_t more)
{
    if (more >= SIZE_MAX - buf->len) {
        buf->failed = true;
        return false;
    }
    size_t need = buf->len + more + 1;
    if (need <= buf->capacity) {
        return true;
    }
    void *grown = alloc_grow(buf->alloc, buf->capacity ? buf->data : NULL, &buf->capacity, need, 1);
    if (!grown) {
        buf->failed = true;
        return false;
    }
    buf->data = grown;
    return true;
}

void strbuf_append(StrBuf *buf, StrView text)
{
    if (text.len == 0 || !make_room(buf, text.len)) {
        return;
    }
    memcpy(buf->data + buf->len, text.data, text.len);
    buf->len += text.len;
    buf->data[buf->len] = '\0';
}

void strbuf_char(StrBuf *buf, char byte)
{
    strbuf_append(buf, (StrView){ &byte, 1 });
}

void strbuf_codepoint(StrBuf *buf, uint32_t codepoint)
{
    char bytes[4];
    strbuf_append(buf, (StrView){ bytes, utf8_write(codepoint, bytes) });
}

void strbuf_vprintf(StrBuf *buf, const char *fmt, va_list args)
{
    va_list again;
    va_copy(again, args);
    int need = vsnprintf(NULL, 0, fmt, args);
    if (need >= 0 && make_room(buf, (size_t)need)) {
        (void)vsnprintf(buf->data + buf->len, (size_t)need + 1, fmt, again);
        buf->len += (size_t)need;
    }
    va_end(again);
}

void strbuf_printf(StrBuf *buf, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    strbuf_vprintf(buf, fmt, args);
    va_end(args);
}

void strbuf_truncate(StrBuf *buf, size_t len)
{
    if (len < buf->len) {
        buf->len = len;
        buf->data[len] = '\0';
    }
}

StrView strbuf_view(const StrBuf *buf)
{
    return (StrView){ buf->data, buf->len };
}

void strbuf_json(StrBuf *buf, StrView text)
{
    strbuf_char(buf, '"');
    uint32_t c;
    while (utf8_take(&text, &c, NULL)) {
        switch (c) {
        case '"':
            strbuf_append(buf, SV("\\\""));
            break;
        case '\\':
            strbuf_append(buf, SV("\\\\"));
            break;
        case '\n':
            strbuf_append(buf, SV("\\n"));
            break;
        default:
            if (c < 0x20 || c == 0x7F) {
                strbuf_printf(buf, "\\u%04x", (unsigned)c);
            } else {
                strbuf_codepoint(buf, c);
            }
        }
    }
    strbuf_char(buf, '"');
}

/* A spreadsheet takes a cell that begins with one of these for a formula, whatever the quotes; some look past blanks, some know the wide
 * forms of East Asian keyboards. */
static bool is_formula(StrView text)
{
    uint32_t c = 0;
    StrView rest = text;
    while (utf8_take(&rest, &c, NULL)) {
        if (c == '\t' || c == '\r' || c == '\n') {
            return true;
        }
        if (c != ' ' && c != 0xA0 && c != 0x3000) {
            return c == '=' || c == '+' || c == '-' || c == '@' || c == 0xFF1D || c == 0xFF0B || c == 0xFF0D || c == 0xFF20;
        }
    }
    return false;
}

void strbuf_csv(StrBuf *buf, StrView text)
{
    strbuf_char(buf, '"');
    if (is_formula(text)) {
        strbuf_char(buf, '\'');
    }
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] == '"') {
            strbuf_char(buf, '"');
        }
        strbuf_char(buf, text.data[i]);
    }
    strbuf_char(buf, '"');
}
