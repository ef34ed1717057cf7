#include "main_parts.h"

#include "sango/base/log.h"

/* A program without SQLite: all is in memory, and whoever wanted to keep something is told. */
Store *main_open_store(const MainOptions *options, const Catalogue *catalogue)
{
    Store *store = NULL;
    if (options->keeps) {
        StrView text = TR(catalogue, "notice.store_none", "This build of the game keeps nothing: progress is gone when the game ends.");
        log_line(LOG_WARNING, "%.*s", SV_ARG(text));
    }
    return store_memory_open(alloc_heap(), &store) == STATUS_OK ? store : NULL;
}
