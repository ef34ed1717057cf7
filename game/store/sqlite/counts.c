#include "sqlite_internal.h"

static bool run(Store *base, const char *sql)
{
    return sqlite3_exec(((SqliteStore *)base)->db, sql, NULL, NULL, NULL) == SQLITE_OK;
}

Status sqlite_count_up(Store *base, const StoreCount *counts, size_t count)
{
    sqlite3 *db = ((SqliteStore *)base)->db;
    Status status = run(base, "BEGIN IMMEDIATE") ? STATUS_OK : sqlite_status(sqlite3_errcode(db));
    if (status != STATUS_OK) {
        return status;
    }
    for (size_t i = 0; status == STATUS_OK && i < count; i++) {
        sqlite3_stmt *query = sqlite_get_statement(base, STATEMENT_COUNT_UP);
        if (!query) {
            status = STATUS_IO;
            break;
        }
        sqlite_bind_text(query, 1, counts[i].hour);
        sqlite_bind_text(query, 2, counts[i].name);
        (void)sqlite3_bind_int64(query, 3, (sqlite3_int64)counts[i].count);
        status = sqlite_finish(query);
    }
    if (status == STATUS_OK && !run(base, "COMMIT")) {
        status = sqlite_status(sqlite3_errcode(db));
    }
    if (status != STATUS_OK) {
        (void)run(base, "ROLLBACK");
    }
    return status;
}

static bool read_count(sqlite3_stmt *query, Arena *arena, void *row)
{
    StoreCount *count = row;
    count->hour = sqlite_copy_text(query, 0, arena);
    count->name = sqlite_copy_text(query, 1, arena);
    sqlite3_int64 number = sqlite3_column_int64(query, 2);
    count->count = number > 0 ? (uint64_t)number : 0; /* a damaged row is none, not a very large one */
    return count->hour.data && count->name.data;
}

Status sqlite_counts(Store *base, Arena *arena, StoreCount **counts, size_t *count)
{
    sqlite3_stmt *query = sqlite_get_statement(base, STATEMENT_COUNTS);
    *count = 0;
    if (!query) {
        return STATUS_IO;
    }
    void *rows;
    Status status = sqlite_read_rows(query, arena, sizeof **counts, read_count, &rows, count);
    *counts = rows;
    return status;
}

Status sqlite_remove_counts(Store *base)
{
    sqlite3_stmt *query = sqlite_get_statement(base, STATEMENT_REMOVE_COUNTS);
    return query ? sqlite_finish(query) : STATUS_IO;
}
