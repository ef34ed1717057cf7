#include "sango/store/sqlite.h"

#include "sango/base/file.h"
#include "sango/base/strbuf.h"
#include "schema_internal.h"
#include "sqlite_internal.h"

static Status open_database(const char *path, sqlite3 **db)
{
    uint64_t bytes;
    bool was_there = file_size(path, &bytes) != STATUS_NOT_FOUND;
    int code =
        sqlite3_open_v2(path, db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL);
    Status status = code == SQLITE_OK ? schema_prepare(*db, was_there && bytes == 0) : STATUS_IO;
    if (status != STATUS_OK) {
        (void)sqlite3_close(*db);
        *db = NULL;
    }
    if (status == STATUS_IO && !was_there) {
        (void)file_remove(path); /* an empty one would be taken for a damaged one */
    }
    return status;
}

/* The store of an open database, which it owns. A table or a column that is missing is
 * found here and not when a child's answer is to be kept. */
static Status make_store(const Allocator *alloc, sqlite3 *db, Store **store)
{
    SqliteStore *made = alloc_take(alloc, 1, sizeof *made);
    if (!made) {
        (void)sqlite3_close(db);
        return STATUS_NOMEM;
    }
    made->base.ops = &sqlite_store_ops;
    made->base.file = sqlite3_db_filename(db, "main");
    made->alloc = alloc;
    made->db = db;
    for (size_t i = 0; i < STATEMENT_COUNT; i++) {
        if (!sqlite_get_statement(&made->base, (Statement)i)) {
            Status status = schema_status(sqlite3_errcode(db));
            made->base.ops->close(&made->base);
            return status;
        }
    }
    *store = &made->base;
    return STATUS_OK;
}

static Status open_store(const Allocator *alloc, const char *path, Store **store)
{
    sqlite3 *db = NULL;
    Status status = open_database(path, &db);
    return status == STATUS_OK ? make_store(alloc, db, store) : status;
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
        if (!file_is_there(name.data)) {
            status = file_rename(path, name.data);
            break;
        }
    }
    static const char *const suffixes[] = { "-wal", "-shm" }; /* they belong to the file that went */
    for (size_t i = 0; i < 2; i++) {
        StrBuf beside;
        strbuf_init(&beside, alloc_heap());
        strbuf_printf(&beside, "%s%s", path, suffixes[i]);
        strbuf_append(&name, strview_from_cstr(suffixes[i]));
        (void)file_rename(beside.data, name.data);
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
    Status status = open_store(alloc, path, store);
    if (status == STATUS_INVALID) {
        *was_broken = true;
        status = set_aside(path);
        if (status == STATUS_OK) {
            status = open_store(alloc, path, store);
        }
    }
    return status;
}
