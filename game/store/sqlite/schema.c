#include "schema_internal.h"

#include <stddef.h>

/* "Sang": says that a file is ours (PRAGMA application_id). */
enum { APPLICATION_ID = 0x53616E67, SCHEMA_VERSION = 1 };

static const char schema_1[] =
    "CREATE TABLE player(id INTEGER PRIMARY KEY AUTOINCREMENT, nickname TEXT NOT NULL, avatar TEXT NOT NULL,"
    "  band INTEGER NOT NULL);"
    "CREATE TABLE pair(player INTEGER NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,"
    "  PRIMARY KEY(player, key)) WITHOUT ROWID;"
    "CREATE TABLE decision(id INTEGER PRIMARY KEY, player INTEGER NOT NULL, level TEXT NOT NULL,"
    "  decision TEXT NOT NULL, run INTEGER NOT NULL, attempt INTEGER NOT NULL, grade INTEGER NOT NULL,"
    "  tells INTEGER NOT NULL, recovers INTEGER NOT NULL);"
    "CREATE INDEX decision_player ON decision(player);"
    "CREATE TABLE result(player INTEGER NOT NULL, level TEXT NOT NULL, runs INTEGER NOT NULL,"
    "  best_stars INTEGER NOT NULL, first_points INTEGER NOT NULL, last_points INTEGER NOT NULL,"
    "  maximum INTEGER NOT NULL, PRIMARY KEY(player, level)) WITHOUT ROWID;"
    "CREATE TABLE deed(player INTEGER PRIMARY KEY, deeds INTEGER NOT NULL);";

/* One number from one row; -1 when it cannot be had. */
static int read_number(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *query = NULL;
    int value = -1;
    if (sqlite3_prepare_v2(db, sql, -1, &query, NULL) == SQLITE_OK && sqlite3_step(query) == SQLITE_ROW) {
        value = sqlite3_column_int(query, 0);
    }
    (void)sqlite3_finalize(query);
    return value;
}

static Status from_sqlite(int code)
{
    switch (code & 0xFF) {
    case SQLITE_OK:
        return STATUS_OK;
    case SQLITE_NOMEM:
        return STATUS_NOMEM;
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
    case SQLITE_ERROR: /* a table that is not as it should be */
        return STATUS_INVALID;
    default:
        return STATUS_IO;
    }
}

static Status run(sqlite3 *db, const char *sql)
{
    return from_sqlite(sqlite3_exec(db, sql, NULL, NULL, NULL));
}

static Status create_tables(sqlite3 *db)
{
    Status status = run(db, "BEGIN IMMEDIATE");
    if (status != STATUS_OK) {
        return status;
    }
    status = run(db, schema_1);
    if (status == STATUS_OK) {
        char *stamp = sqlite3_mprintf("PRAGMA application_id=%d; PRAGMA user_version=%d; COMMIT",
                                      APPLICATION_ID, SCHEMA_VERSION);
        status = stamp ? run(db, stamp) : STATUS_NOMEM;
        sqlite3_free(stamp);
    }
    if (status != STATUS_OK) {
        (void)sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL);
    }
    return status;
}

/* quick_check's answer is the text "ok". */
static Status check_pages(sqlite3 *db)
{
    sqlite3_stmt *query = NULL;
    int code = sqlite3_prepare_v2(db, "PRAGMA quick_check(1)", -1, &query, NULL);
    if (code == SQLITE_OK) {
        code = sqlite3_step(query);
    }
    Status status = code == SQLITE_ROW ? STATUS_OK : from_sqlite(code);
    if (status == STATUS_OK) {
        const unsigned char *answer = sqlite3_column_text(query, 0);
        status = answer && sqlite3_stricmp((const char *)answer, "ok") == 0 ? STATUS_OK : STATUS_INVALID;
    }
    (void)sqlite3_finalize(query);
    return status;
}

Status schema_prepare(sqlite3 *db)
{
    Status status = run(db, "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                            "PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON");
    if (status != STATUS_OK) {
        return status;
    }
    int tables = read_number(db, "SELECT count(*) FROM sqlite_schema");
    if (tables == 0) {
        return create_tables(db);
    }
    if (tables < 0 || read_number(db, "PRAGMA application_id") != APPLICATION_ID) {
        return STATUS_INVALID;
    }
    if (read_number(db, "PRAGMA user_version") > SCHEMA_VERSION) {
        return STATUS_UNSUPPORTED;
    }
    return check_pages(db);
}
