#include "sdl_internal.h"

#include "sango/base/file.h"

#include <windows.h>
#include <shellapi.h>

/* What Windows opens a file of this kind with; it waits for nothing. */
Status sdl_open_file(Platform *platform, const char *path)
{
    StrBuf whole;
    (void)platform;
    strbuf_init(&whole, alloc_heap());
    Status status = file_whole_path(path, &whole);
    char *wide = status == STATUS_OK ? SDL_iconv_string("UTF-16LE", "UTF-8", whole.data, whole.len + 1) : NULL;
    if (wide) {
        /* More than 32 is success. */
        status = (intptr_t)ShellExecuteW(NULL, L"open", (const wchar_t *)(const void *)wide, NULL, NULL, SW_SHOWNORMAL) > 32 ? STATUS_OK : STATUS_IO;
    } else if (status == STATUS_OK) {
        status = STATUS_NOMEM;
    }
    SDL_free(wide);
    strbuf_release(&whole);
    return status;
}

Status sdl_pick_file(Platform *platform, const char *folder)
{
    (void)platform;
    (void)folder;
    return STATUS_UNSUPPORTED;
}
