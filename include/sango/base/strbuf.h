#ifndef SANGO_BASE_STRBUF_H
#define SANGO_BASE_STRBUF_H

#include "sango/base/alloc.h"
#include "sango/base/strview.h"

#include <stdarg.h>

/* Text that grows. Always NUL-terminated, so `data` may be given to a library.
 * A failed append sets `failed` and keeps what was there; check once at the end.
 *
 *     StrBuf buf;
 *     strbuf_init(&buf, alloc_heap());
 *     strbuf_printf(&buf, "%d stars", stars);
 *     ... strbuf_view(&buf) ...
 *     strbuf_release(&buf); */
typedef struct StrBuf {
    const Allocator *alloc; /* borrowed */
    char *data;             /* never NULL; "" before the first append */
    size_t len;             /* bytes without the NUL */
    size_t capacity;
    bool failed; /* out of memory since init or clear */
} StrBuf;

#if defined(__GNUC__) || defined(__clang__)
#ifdef __MINGW32__ /* there "printf" means the one of an old Windows; SangoModule.cmake asks for that of C */
#define SANGO_PRINTF(fmt, args) __attribute__((format(gnu_printf, fmt, args)))
#else
#define SANGO_PRINTF(fmt, args) __attribute__((format(printf, fmt, args)))
#endif
#else
#define SANGO_PRINTF(fmt, args)
#endif

void strbuf_init(StrBuf *buf, const Allocator *alloc);
void strbuf_release(StrBuf *buf);
void strbuf_clear(StrBuf *buf); /* keeps the memory */
void strbuf_append(StrBuf *buf, StrView text);
void strbuf_char(StrBuf *buf, char byte);
void strbuf_codepoint(StrBuf *buf, uint32_t codepoint);
void strbuf_printf(StrBuf *buf, const char *fmt, ...) SANGO_PRINTF(2, 3);
void strbuf_vprintf(StrBuf *buf, const char *fmt, va_list args) SANGO_PRINTF(2, 0);
void strbuf_truncate(StrBuf *buf, size_t len); /* len <= buf->len */
StrView strbuf_view(const StrBuf *buf);        /* valid until the next change */

/* Text as a JSON string literal with its quotes (RFC 8259); bytes that are not
 * UTF-8 become U+FFFD. */
void strbuf_json(StrBuf *buf, StrView text);

/* Text as a field of a CSV table with its quotes (RFC 4180). What a spreadsheet would take for a formula has an apostrophe before it (OWASP,
 * "CSV Injection"). */
void strbuf_csv(StrBuf *buf, StrView text);

#endif
