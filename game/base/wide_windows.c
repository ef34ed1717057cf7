#include "sango/base/wide_windows.h"

#include <stdlib.h>
#include <windows.h>

wchar_t *wide_path(const char *path)
{
    int count = MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, path, -1, NULL, 0);
    wchar_t *wide = count > 0 ? calloc((size_t)count, sizeof *wide) : NULL;
    if (wide) {
        (void)MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, path, -1, wide, count);
        for (wchar_t *c = wide; *c; c++) {
            *c = *c == L'/' ? L'\\' : *c;
        }
    }
    return wide;
}

void wide_append(StrBuf *out, const wchar_t *wide)
{
    int count = WideCharToMultiByte(CP_UTF8, 0, wide, -1, NULL, 0, NULL, NULL);
    char *text = count > 0 ? calloc((size_t)count, 1) : NULL;
    if (text) {
        (void)WideCharToMultiByte(CP_UTF8, 0, wide, -1, text, count, NULL, NULL);
        for (char *c = text; *c; c++) {
            strbuf_char(out, *c == '\\' ? '/' : *c);
        }
    } else {
        out->failed = true;
    }
    free(text);
}
