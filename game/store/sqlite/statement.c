#include "sqlite_internal.h"

static const char *const statement_sql[] = {
#define X(name, sql) sql,
    STATEMENT_LIST(X)
#undef X
};

sqlite3_stmt *sqlite_get_statement(Store *base, Statement which)
{
    SqliteStore *store = (SqliteStore *)base;
    sqlite3_stmt **kept = &store->statements[which];
    if (!*kept) {
        (void)sqlite3_prepare_v3(store->db, statement_sql[which], -1, SQLITE_PREPARE_PERSISTENT, kept, NULL);
    }
    return *kept;
}

void sqlite_bind_text(sqlite3_stmt *query, int index, StrView text)
{
    (void)sqlite3_bind_text64(query, index, text.data ? text.data : "", text.len, SQLITE_STATIC, SQLITE_UTF8);
}

Status sqlite_status(int code)
{
    switch (code & 0xFF) {
    case SQLITE_OK:
    case SQLITE_ROW:
    case SQLITE_DONE:
        return STATUS_OK;
    case SQLITE_NOMEM:
        return STATUS_NOMEM;
    default:
        return STATUS_IO;
    }
}

Status sqlite_finish(sqlite3_stmt *query)
{
    int code = sqlite3_step(query);
    (void)sqlite3_reset(query);
    (void)sqlite3_clear_bindings(query);
    return sqlite_status(code);
}

StrView sqlite_copy_text(sqlite3_stmt *query, int column, Arena *arena)
{
    const unsigned char *text = sqlite3_column_text(query, column);
    StrView view = { (const char *)text, (size_t)sqlite3_column_bytes(query, column) };
    return arena_copy(arena, view);
}

Status sqlite_read_rows(sqlite3_stmt *query, Arena *arena, size_t size, SqliteReadRow *read_row, void **rows,
                        size_t *count)
{
    size_t capacity = 0;
    Status status = STATUS_OK;
    int code;
    *rows = arena_take(arena, 1, size);
    *count = 0;
    while ((code = sqlite3_step(query)) == SQLITE_ROW) {
        if (*count == capacity) {
            size_t wanted = capacity ? capacity * 2 : 16;
            char *grown = arena_take(arena, wanted, size);
            if (!grown) {
                status = STATUS_NOMEM;
                break;
            }
            for (size_t i = 0; i < *count * size; i++) {
                grown[i] = ((char *)*rows)[i];
            }
            *rows = grown;
            capacity = wanted;
        }
        if (!read_row(query, arena, (char *)*rows + *count * size)) {
            status = STATUS_NOMEM;
            break;
        }
        (*count)++;
    }
    (void)sqlite3_reset(query);
    (void)sqlite3_clear_bindings(query);
    if (status == STATUS_OK) {
        status = *rows ? sqlite_status(code) : STATUS_NOMEM;
    }
    return status;
}
