#include "main_page.h"
#include "main_parts.h"

#include "sango/base/log.h"
#include "sango/store/kept.h"

/* The store of a browser: one text, which the page keeps. */

static Status write_text(void *user, StrView text)
{
    (void)user;
    page_keep(text.data, text.len);
    int can_keep = page_can_keep();
    return can_keep == 1 ? STATUS_OK : can_keep == 2 ? STATUS_BUSY : STATUS_IO;
}

static Status forget_damaged(void *user)
{
    (void)user;
    page_forget_damaged();
    return STATUS_OK;
}

static void warn(StrView text)
{
    log_line(LOG_WARNING, "%.*s", SV_ARG(text));
}

static Store *open_kept(const Catalogue *texts)
{
    const StoreKeep keep = { .write = write_text, .forget = forget_damaged };
    size_t len = page_saved_bytes();
    char *saved = alloc_take(alloc_heap(), len + 1, 1);
    Store *store = NULL;
    bool was_broken = false;
    if (!saved) {
        return NULL;
    }
    page_take_saved(saved);
    Status status = store_kept_open(alloc_heap(), (StrView){ saved, len }, &keep, &store, &was_broken);
    if (status == STATUS_UNSUPPORTED) {
        warn(TR(texts, "notice.kept_newer",
                "What this browser keeps was saved by a newer version of the game. It stays as it is; the game plays, but nothing new will be kept."));
    } else if (status == STATUS_OK && was_broken) {
        page_keep_damaged(saved, len);
        warn(TR(texts, "notice.kept_broken", "What this browser has kept was damaged. A copy of it was put aside, and a new beginning made."));
    }
    alloc_free(alloc_heap(), saved, len + 1);
    return store;
}

Store *main_open_store(const MainOptions *options, const Catalogue *catalogue)
{
    Store *store = NULL;
    if (options->keeps && page_can_keep() == 1) { /* where it cannot, the page says so, unless that was wished */
        store = open_kept(catalogue);
    }
    if (!store && store_memory_open(alloc_heap(), &store) != STATUS_OK) {
        store = NULL;
    }
    return store;
}
