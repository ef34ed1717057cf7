#include "sango/player/kit.h"

#include "sango/base/log.h"
#include "sango/player/papers.h"

/* "plan-ducks-first-day.html": a key may have a '/'. */
static void name_page(StrBuf *name, KitPage page, const LevelEntry *level)
{
    strbuf_append(name, strview_from_cstr(kit_page_name(page)));
    if (level && kit_page_is_of_level(page)) {
        strbuf_char(name, '-');
        for (size_t i = 0; i < level->key.len; i++) {
            strbuf_char(name, level->key.data[i] == '/' ? '-' : level->key.data[i]);
        }
    }
    strbuf_append(name, SV(".html"));
}

static Status fill(App *app, KitPage page, const LevelKit *kit, StrBuf *out)
{
    StrBuf fault;
    const KitPaper paper = { .alloc = app->parts.alloc,
                             .print_folder = app->parts.print_folder,
                             .pictures_folder = app->parts.pictures_folder,
                             .catalogue = app->parts.catalogue };
    strbuf_init(&fault, app->parts.alloc);
    Status status = kit_page_write(&paper, page, kit, out, &fault);
    if (status != STATUS_OK) {
        log_line(LOG_ERROR, "%s", fault.len ? fault.data : status_text(status));
    }
    strbuf_release(&fault);
    return status;
}

static Status fill_level(App *app, const LevelPack *pack, const LevelEntry *level, KitPage page, StrBuf *out)
{
    LevelKit kit;
    Status status = level_kit_read(app->parts.alloc, pack, level, app->parts.catalogue, &kit);
    if (status != STATUS_OK) {
        log_line(LOG_ERROR, "the level '%.*s' cannot be put on paper: %s; sango-lint check says why", SV_ARG(level->key), status_text(status));
        return status;
    }
    status = fill(app, page, &kit, out);
    level_kit_release(&kit);
    return status;
}

Status lesson_paper(App *app, const LevelPack *pack, const LevelEntry *level, KitPage page, Arena *arena, StrView *path)
{
    StrBuf text, name;
    bool is_of_level = kit_page_is_of_level(page);
    *path = app->parts.papers_folder;
    if (is_of_level && (!pack || !level)) {
        return STATUS_INVALID;
    }
    strbuf_init(&text, app->parts.alloc);
    strbuf_init(&name, app->parts.alloc);
    name_page(&name, page, level);
    Status status = name.failed ? STATUS_NOMEM : is_of_level ? fill_level(app, pack, level, page, &text) : fill(app, page, NULL, &text);
    if (status == STATUS_OK) {
        status = papers_write(app, arena, strbuf_view(&name), strbuf_view(&text), path);
    }
    strbuf_release(&text);
    strbuf_release(&name);
    return status;
}
