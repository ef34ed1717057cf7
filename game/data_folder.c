#include "data_folder.h"

#include "sango/base/file.h"
#include "sango/base/system.h"

enum { STEPS_UP_MAX = 4 }; /* build/<preset>/game/tools */

static bool exists(StrView folder, const char *name)
{
    StrBuf path;
    strbuf_init(&path, alloc_heap());
    strbuf_printf(&path, "%.*s/%s", SV_ARG(folder), name);
    bool there = !path.failed && file_is_there(path.data);
    strbuf_release(&path);
    return there;
}

static bool has_data(const StrBuf *root)
{
    return exists(strbuf_view(root), "levels") && exists(strbuf_view(root), "assets");
}

void data_folder_find(StrBuf *root)
{
    StrBuf program;
    strbuf_init(&program, alloc_heap());
    system_program_folder(&program);
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
