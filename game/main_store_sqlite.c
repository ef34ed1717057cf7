#include "main_parts.h"

#include "sango/base/file.h"
#include "sango/base/log.h"
#include "sango/store/sqlite.h"

/* The store of a computer: a database in the user's data. main_store_memory.c stands in its place where there is no SQLite. */

static void warn(StrView pattern, StrView file, Status status)
{
    const TextValue values[] = { { SV("file"), file }, { SV("why"), strview_from_cstr(status_text(status)) } };
    StrBuf text;
    strbuf_init(&text, alloc_heap());
    text_format(&text, pattern, values, 2);
    log_line(LOG_WARNING, "%s", text.data);
    strbuf_release(&text);
}

static Store *open_file(const char *folder, const Catalogue *texts)
{
    Store *store = NULL;
    bool was_broken = false;
    StrBuf path;
    strbuf_init(&path, alloc_heap());
    strbuf_printf(&path, "%s/progress.db", folder);
    Status status = path.failed ? STATUS_NOMEM : file_make_folders(folder);
    if (status == STATUS_OK) {
        status = store_sqlite_open(alloc_heap(), path.data, &store, &was_broken);
    }
    StrView file = strbuf_view(&path);
    if (status == STATUS_UNSUPPORTED) {
        warn(TR(texts, "notice.store_newer",
                "{file}: saved by a newer version of the game. It stays as it is; the game plays, but nothing new will be kept."),
             file, status);
    } else if (status != STATUS_OK) {
        warn(TR(texts, "notice.store_closed", "{file}: cannot be used ({why}). The game plays, but nothing will be kept."), file,
             status);
    } else if (was_broken) {
        warn(TR(texts, "notice.store_broken", "{file}: damaged. It is kept beside it as .broken, and a new one was begun."), file,
             status);
    }
    strbuf_release(&path);
    return store;
}

Store *main_open_store(const MainOptions *options, const Catalogue *catalogue)
{
    Store *store = NULL;
    if (options->keeps && options->store_folder.len == 0) {
        warn(TR(catalogue, "notice.no_home", "HOME names no folder to keep progress in. The game plays, but nothing will be kept."),
             SV(""), STATUS_NOT_FOUND);
    } else if (options->keeps) {
        store = open_file(options->store_folder.data, catalogue);
    }
    if (!store && store_memory_open(alloc_heap(), &store) != STATUS_OK) {
        store = NULL;
    }
    return store;
}
