#define _POSIX_C_SOURCE 200809L
#include "sango/store/sqlite.h"

#include "sango/base/strbuf.h"
#include "schema_internal.h"
#include "sqlite_internal.h"

#include <stdio.h>
#include <unistd.h>

static Status open_database(const char *path, sqlite3 **db)
{
    int code =
        sqlite3_open_v2(path, db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL);
    Status status = code == SQLITE_OK ? schema_prepare(*db) : STATUS_IO;
    if (status != STATUS_OK) {
        (void)sqlite3_close(*db);
        *db = NULL;
    }
    return status;
}

/* Moves a damaged file out of the way under a name that is still free. */
static Status set_aside(const char *path)
{
    StrBuf name;
    strbuf_init(&name, alloc_heap());
    Status status = STATUS_IO;
    for (int i = 1; i < 100 && status != STATUS_OK; i++) {
        strbuf_clear(&name);
        strbuf_printf(&name, i == 1 ? "%s.broken" : "%s.broken-%d", path, i);
        if (access(name.data, F_OK) != 0) {
            status = rename(path, name.data) == 0 ? STATUS_OK : STATUS_IO;
            break;
        }
    }
    static const char *const suffixes[] = { "-wal", "-shm" }; /* they belong to the file that went */
    for (size_t i = 0; i < 2; i++) {
        StrBuf beside;
        strbuf_init(&beside, alloc_heap());
        strbuf_printf(&beside, "%s%s", path, suffixes[i]);
        strbuf_append(&name, strview_from_cstr(suffixes[i]));
        (void)rename(beside.data, name.data);
        strbuf_truncate(&name, name.len - 4);
        strbuf_release(&beside);
    }
    strbuf_release(&name);
    return status;
}

Status store_sqlite_open(const Allocator *alloc, const char *path, Store **store, bool *was_broken)
{
    *store = NULL;
    *was_broken = false;
    sqlite3 *db = NULL;
    Status status = open_database(path, &db);
    if (status == STATUS_INVALID) {
        *was_broken = true;
        status = set_aside(path);
        if (status == STATUS_OK) {
            status = open_database(path, &db);
        }
    }
    if (status != STATUS_OK) {
        return status;
    }
    SqliteStore *opened = alloc_take(alloc, 1, sizeof *opened);
    if (!opened) {
        (void)sqlite3_close(db);
        return STATUS_NOMEM;
    }
    opened->base.ops = &sqlite_store_ops;
    opened->alloc = alloc;
    opened->db = db;
    *store = &opened->base;
    return STATUS_OK;
}
