#ifndef SANGO_BASE_WIDE_WINDOWS_H
#define SANGO_BASE_WIDE_WINDOWS_H

#include "sango/base/strbuf.h"

#include <wchar.h>

/* The calls of Windows that take every name take UTF-16. Owned by caller: free(). NULL for text that is not UTF-8, and
 * without memory. '/' becomes '\\'. */
wchar_t *wide_path(const char *path);

/* Appends as UTF-8, with '/' for '\\'. */
void wide_append(StrBuf *out, const wchar_t *wide);

#endif
