#include "sango/player/papers.h"

#include "sango/base/file.h"
#include "sango/base/log.h"
#include "sango/print/file.h"

Status papers_fill(App *app, const char *name, const PrintPage *page, StrBuf *out)
{
    StrBuf fault;
    strbuf_init(&fault, app->parts.alloc);
    Status status = print_fill_file(app->parts.alloc, app->parts.print_folder, strview_from_cstr(name), page, out, &fault);
    if (status != STATUS_OK) {
        log_line(LOG_ERROR, "%s", fault.data);
    }
    strbuf_release(&fault);
    return status;
}

bool papers_is_name(StrView name)
{
    for (size_t i = 0; i < name.len; i++) {
        char c = name.data[i];
        bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
        if (!is_plain) {
            return false;
        }
    }
    return name.len > 0 && name.data[0] != '.';
}

/* Which files the game wrote, so that they can be deleted with the rest: a key each, where things are kept. */
static void note_paper(App *app, StrView name)
{
    Store *store = app->kept_store ? app->kept_store : app->store;
    StrBuf key;
    strbuf_init(&key, app->parts.alloc);
    strbuf_append(&key, SV(PAPERS_KEY));
    strbuf_append(&key, name);
    Status status = key.failed ? STATUS_NOMEM : store ? store->ops->put(store, STORE_EVERYBODY, strbuf_view(&key), SV("1")) : STATUS_OK;
    if (status != STATUS_OK) {
        app_store_notice(app, status, "the list of written papers could not be saved");
    }
    strbuf_release(&key);
}

Status papers_write(App *app, Arena *arena, StrView name, StrView content, StrView *path)
{
    StrBuf file;
    StrView folder = app->parts.papers_folder;
    *path = folder;
    if (folder.len == 0) {
        return STATUS_UNSUPPORTED;
    }
    if (!papers_is_name(name)) {
        return STATUS_INVALID;
    }
    strbuf_init(&file, app->parts.alloc);
    strbuf_printf(&file, "%.*s/%.*s", SV_ARG(folder), SV_ARG(name));
    *path = arena_copy(arena, strbuf_view(&file));
    Status status = file.failed || !path->data ? STATUS_NOMEM : file_make_folders(folder.data);
    status = status == STATUS_OK ? file_write(file.data, content) : status;
    if (status == STATUS_OK && !app->parts.in_browser) { /* there the file is in memory, and shown from it */
        note_paper(app, name);
    } else if (status != STATUS_OK) {
        log_line(LOG_ERROR, "%s: could not be written: %s", file.data ? file.data : folder.data, status_text(status));
    }
    strbuf_release(&file);
    return status;
}

bool papers_show(App *app, StrView path)
{
    const PlatformOps *ops = app->parts.platform->ops;
    return ops->open_file && path.len && ops->open_file(app->parts.platform, path.data) == STATUS_OK;
}
