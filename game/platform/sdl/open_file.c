#define _XOPEN_SOURCE 700
#include "sdl_internal.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* SDL starts "xdg-open" and does not say when there is none: it is looked for first, so that nobody waits for a window. */
static bool has_opener(void)
{
#if defined(__linux__)
    const char *folders = getenv("PATH");
    StrView rest = strview_from_cstr(folders ? folders : "/usr/local/bin:/usr/bin:/bin");
    StrView folder;
    StrBuf program;
    bool is_there = false;
    strbuf_init(&program, alloc_heap());
    while (!is_there && strview_take(&rest, ':', &folder)) {
        strbuf_clear(&program);
        strbuf_printf(&program, "%.*s/xdg-open", SV_ARG(folder));
        is_there = !program.failed && access(program.data, X_OK) == 0;
    }
    strbuf_release(&program);
    return is_there;
#else
    return true;
#endif
}

/* What is no letter, digit or one of the signs that a path has is written as %XX. */
static void add_url(StrBuf *url, const char *path)
{
    static const char digits[] = "0123456789ABCDEF";
    strbuf_append(url, SV("file://"));
    for (const char *c = path; *c; c++) {
        unsigned char byte = (unsigned char)*c;
        if ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') || strchr("/-_.~", byte)) {
            strbuf_char(url, *c);
        } else {
            strbuf_char(url, '%');
            strbuf_char(url, digits[byte >> 4]);
            strbuf_char(url, digits[byte & 15]);
        }
    }
}

Status sdl_open_file(Platform *platform, const char *path)
{
    StrBuf url;
    (void)platform;
    char *whole = has_opener() ? realpath(path, NULL) : NULL; /* a URL begins at the root */
    if (!whole) {
        return STATUS_IO;
    }
    strbuf_init(&url, alloc_heap());
    add_url(&url, whole);
    Status status = url.failed ? STATUS_NOMEM : SDL_OpenURL(url.data) == 0 ? STATUS_OK : STATUS_IO;
    strbuf_release(&url);
    free(whole);
    return status;
}

Status sdl_pick_file(Platform *platform, const char *folder)
{
    (void)platform;
    (void)folder;
    return STATUS_UNSUPPORTED;
}
