#define _POSIX_C_SOURCE 200809L
#include "data_folder.h"

#include <string.h>
#include <unistd.h>

enum { STEPS_UP_MAX = 4 }; /* build/<preset>/game/tools */

static bool exists(StrView folder, const char *name)
{
    StrBuf path;
    strbuf_init(&path, alloc_heap());
    strbuf_printf(&path, "%.*s/%s", SV_ARG(folder), name);
    bool there = !path.failed && access(path.data, R_OK) == 0;
    strbuf_release(&path);
    return there;
}

static bool has_data(const StrBuf *root)
{
    return exists(strbuf_view(root), "levels") && exists(strbuf_view(root), "assets");
}

/* The folder of the running program; empty where the system does not say. */
static void find_program(StrBuf *folder)
{
    char exe[4096];
    ssize_t len = readlink("/proc/self/exe", exe, sizeof exe);
    while (len > 0 && len < (ssize_t)sizeof exe && exe[len - 1] != '/') {
        len--;
    }
    if (len > 1 && len < (ssize_t)sizeof exe) {
        strbuf_append(folder, (StrView){ exe, (size_t)len - 1 });
    }
}

void data_folder_find(StrBuf *root)
{
    StrBuf program;
    strbuf_init(&program, alloc_heap());
    find_program(&program);
    strbuf_clear(root);
    strbuf_printf(root, "%.*s/" SANGO_DATADIR, SV_ARG(strbuf_view(&program)));
    bool found = program.len > 0 && has_data(root);
    if (!found) {
        strbuf_clear(root);
        strbuf_append(root, strbuf_view(&program));
    }
    for (int step = 0; step < STEPS_UP_MAX && program.len > 0 && !found; step++) {
        strbuf_append(root, SV("/.."));
        found = has_data(root);
    }
    if (!found) {
        strbuf_clear(root);
        strbuf_char(root, '.');
    }
    strbuf_release(&program);
}

void data_folder_art(StrBuf *art, StrView root)
{
    strbuf_clear(art);
    strbuf_printf(art, "%.*s/%s", SV_ARG(root),
                  exists(root, "assets/built") ? "assets/built" : "build/assets");
}
