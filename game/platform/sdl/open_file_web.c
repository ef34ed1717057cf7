#include "sdl_internal.h"
#include "web_page.h"

#include "sango/base/file.h"

#include <string.h>

/* Files of the program are in memory: the page shows a copy, which can be printed or kept. */
Status sdl_open_file(Platform *platform, const char *path)
{
    enum { BYTES_MAX = 32 * 1024 * 1024 };
    StrView bytes;
    (void)platform;
    Status status = file_read(alloc_heap(), path, BYTES_MAX, &bytes);
    if (status == STATUS_OK) {
        const char *name = strrchr(path, '/');
        page_show_file(name ? name + 1 : path, bytes.data, bytes.len);
        file_free(alloc_heap(), &bytes);
    }
    return status;
}

Status sdl_pick_file(Platform *platform, const char *folder)
{
    (void)platform;
    page_pick_file(folder);
    return STATUS_OK;
}
