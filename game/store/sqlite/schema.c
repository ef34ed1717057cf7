#include "schema_internal.h"

#include <stddef.h>

/* "Sang": says that a file is ours (PRAGMA application_id). */
enum { APPLICATION_ID = 0x53616E67, SCHEMA_VERSION = 3 };

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

/* From each version to the next. A new file takes all of these steps, too, so that there is one way to each table. */
static const char *const steps[SCHEMA_VERSION] = {
    schema_1,
    "CREATE TABLE measure(player INTEGER NOT NULL, world TEXT NOT NULL, time INTEGER NOT NULL, figure INTEGER NOT NULL,"
    "  item INTEGER NOT NULL, points INTEGER NOT NULL, PRIMARY KEY(player, world, time, figure, item)) WITHOUT ROWID;",
    "CREATE TABLE figure(hour TEXT NOT NULL, name TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY(hour, name)) WITHOUT ROWID;",
};

Status schema_status(int code)
{
    switch (code & 0xFF) {
    case SQLITE_OK:
        return STATUS_OK;
    case SQLITE_NOMEM:
        return STATUS_NOMEM;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return STATUS_BUSY;
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
    case SQLITE_ERROR: /* a table that is not as it should be */
        return STATUS_INVALID;
    default:
        return STATUS_IO;
    }
}

/* One number from one row. */
static Status read_number(sqlite3 *db, const char *sql, int *value)
{
    sqlite3_stmt *query = NULL;
    int code = sqlite3_prepare_v2(db, sql, -1, &query, NULL);
    code = code == SQLITE_OK ? sqlite3_step(query) : code;
    Status status = code == SQLITE_ROW ? STATUS_OK : code == SQLITE_DONE ? STATUS_INVALID : schema_status(code);
    *value = code == SQLITE_ROW ? sqlite3_column_int(query, 0) : 0;
    (void)sqlite3_finalize(query);
    return status;
}

static Status run(sqlite3 *db, const char *sql)
{
    return schema_status(sqlite3_exec(db, sql, NULL, NULL, NULL));
}

/* All steps after `version` in one transaction: a file is of one version or of the next, never between. */
static Status take_steps(sqlite3 *db, int version)
{
    Status status = run(db, "BEGIN IMMEDIATE");
    if (status != STATUS_OK) {
        return status;
    }
    for (int i = version; status == STATUS_OK && i < SCHEMA_VERSION; i++) {
        status = run(db, steps[i]);
    }
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
    Status status = code == SQLITE_ROW ? STATUS_OK : schema_status(code);
    if (status == STATUS_OK) {
        const unsigned char *answer = sqlite3_column_text(query, 0);
        status = answer && sqlite3_stricmp((const char *)answer, "ok") == 0 ? STATUS_OK : STATUS_INVALID;
    }
    (void)sqlite3_finalize(query);
    return status;
}

/* Ours, and not of a later version. */
static Status check_stamps(sqlite3 *db, int *version_out)
{
    int application = 0;
    int version = 0;
    Status status = read_number(db, "PRAGMA application_id", &application);
    if (status == STATUS_OK) {
        status = application == APPLICATION_ID ? read_number(db, "PRAGMA user_version", &version) : STATUS_INVALID;
    }
    *version_out = version;
    if (status == STATUS_OK && version < 1) {
        return STATUS_INVALID;
    }
    return status == STATUS_OK && version > SCHEMA_VERSION ? STATUS_UNSUPPORTED : status;
}

Status schema_prepare(sqlite3 *db, bool was_empty)
{
    int tables = 0;
    Status status = run(db, "PRAGMA locking_mode=EXCLUSIVE");
    if (status == STATUS_OK && was_empty) {
        status = run(db, "BEGIN EXCLUSIVE; ROLLBACK"); /* another game may just be making it */
    }
    if (status == STATUS_OK) {
        status = read_number(db, "SELECT count(*) FROM sqlite_schema", &tables);
    }
    if (status == STATUS_OK && tables == 0 && was_empty) {
        status = STATUS_INVALID;
    }
    if (status == STATUS_OK) {
        status = run(db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON");
    }
    if (status == STATUS_OK && tables == 0) {
        return take_steps(db, 0);
    }
    int version = 0;
    if (status == STATUS_OK) {
        status = check_stamps(db, &version);
    }
    if (status == STATUS_OK) {
        status = check_pages(db); /* a damaged file is not changed */
    }
    return status == STATUS_OK && version < SCHEMA_VERSION ? take_steps(db, version) : status;
}
