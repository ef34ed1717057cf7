#define _POSIX_C_SOURCE 200809L
#include "sango/store/sqlite.h"

#include "sango/base/strbuf.h"
#include "schema_internal.h"

#include <stdio.h>
#include <unistd.h>

/* Statements are prepared at their first use and kept. */
#define STATEMENT_LIST(X)                                                                                    \
    X(ADD_PLAYER, "INSERT INTO player(nickname, avatar, band) VALUES(?1, ?2, ?3)")                           \
    X(SET_PLAYER, "UPDATE player SET nickname=?1, avatar=?2, band=?3 WHERE id=?4")                           \
    X(PLAYERS, "SELECT id, nickname, avatar, band FROM player ORDER BY id")                                  \
    X(PUT, "INSERT INTO pair VALUES(?1, ?2, ?3) ON CONFLICT DO UPDATE SET value=excluded.value")             \
    X(GET, "SELECT value FROM pair WHERE player=?1 AND key=?2")                                              \
    X(REMOVE, "DELETE FROM pair WHERE player=?1 AND key=?2")                                                 \
    X(ADD_DECISION, "INSERT INTO decision(player, level, decision, run, attempt, grade, tells, recovers)"    \
                    " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")                                               \
    X(DECISIONS, "SELECT level, decision, run, attempt, grade, tells, recovers FROM decision"                \
                 " WHERE player=?1 ORDER BY id")                                                             \
    X(FINISH, "INSERT INTO result VALUES(?1, ?2, 1, ?3, ?4, ?5, ?6) ON CONFLICT DO UPDATE SET runs=runs+1,"  \
              " best_stars=max(best_stars, excluded.best_stars), last_points=excluded.last_points,"          \
              " maximum=excluded.maximum")                                                                   \
    X(RESULTS, "SELECT level, runs, best_stars, first_points, last_points, maximum FROM result"              \
               " WHERE player=?1 ORDER BY level")                                                            \
    X(ADD_DEEDS, "INSERT INTO deed VALUES(?1, ?2) ON CONFLICT DO UPDATE SET deeds=deeds|excluded.deeds")     \
    X(DEEDS, "SELECT deeds FROM deed WHERE player=?1")

typedef enum Statement {
#define X(name, sql) STATEMENT_##name,
    STATEMENT_LIST(X)
#undef X
    STATEMENT_COUNT
} Statement;

static const char *const statement_sql[] = {
#define X(name, sql) sql,
    STATEMENT_LIST(X)
#undef X
};

typedef struct SqliteStore {
    Store base;
    const Allocator *alloc;
    sqlite3 *db;
    sqlite3_stmt *statements[STATEMENT_COUNT];
} SqliteStore;

/* A statement ready for its values, or NULL (then sqlite3_errcode says why). */
static sqlite3_stmt *get_statement(Store *base, Statement which)
{
    SqliteStore *store = (SqliteStore *)base;
    sqlite3_stmt **kept = &store->statements[which];
    if (!*kept) {
        (void)sqlite3_prepare_v3(store->db, statement_sql[which], -1, SQLITE_PREPARE_PERSISTENT, kept, NULL);
    }
    return *kept;
}

static void bind_text(sqlite3_stmt *query, int index, StrView text)
{
    (void)sqlite3_bind_text64(query, index, text.data ? text.data : "", text.len, SQLITE_STATIC, SQLITE_UTF8);
}

static Status status_of(int code)
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

/* Runs a bound statement that gives no rows, and readies it for the next use. */
static Status finish(sqlite3_stmt *query)
{
    int code = sqlite3_step(query);
    (void)sqlite3_reset(query);
    (void)sqlite3_clear_bindings(query);
    return status_of(code);
}

static StrView column_text(sqlite3_stmt *query, int column, Arena *arena)
{
    const unsigned char *text = sqlite3_column_text(query, column);
    StrView view = { (const char *)text, (size_t)sqlite3_column_bytes(query, column) };
    return arena_copy(arena, view);
}

/* Reads all rows of a bound query into an array of the arena, `size` bytes each. */
typedef bool ReadRow(sqlite3_stmt *query, Arena *arena, void *row);

static Status read_rows(sqlite3_stmt *query, Arena *arena, size_t size, ReadRow *read_row, void **rows, size_t *count)
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
        status = *rows ? status_of(code) : STATUS_NOMEM;
    }
    return status;
}

static Status sqlite_add_player(Store *base, const StorePlayer *player, int64_t *id)
{
    sqlite3_stmt *query = get_statement(base, STATEMENT_ADD_PLAYER);
    if (!query) {
        return STATUS_IO;
    }
    bind_text(query, 1, player->nickname);
    bind_text(query, 2, player->avatar);
    (void)sqlite3_bind_int64(query, 3, player->band);
    Status status = finish(query);
    if (status == STATUS_OK) {
        *id = sqlite3_last_insert_rowid(((SqliteStore *)base)->db);
    }
    return status;
}

static Status sqlite_set_player(Store *base, const StorePlayer *player)
{
    sqlite3_stmt *query = get_statement(base, STATEMENT_SET_PLAYER);
    if (!query) {
        return STATUS_IO;
    }
    bind_text(query, 1, player->nickname);
    bind_text(query, 2, player->avatar);
    (void)sqlite3_bind_int64(query, 3, player->band);
    (void)sqlite3_bind_int64(query, 4, player->id);
    Status status = finish(query);
    if (status == STATUS_OK && sqlite3_changes(((SqliteStore *)base)->db) == 0) {
        status = STATUS_NOT_FOUND;
    }
    return status;
}

static bool read_player(sqlite3_stmt *query, Arena *arena, void *row)
{
    StorePlayer *player = row;
    player->id = sqlite3_column_int64(query, 0);
    player->nickname = column_text(query, 1, arena);
    player->avatar = column_text(query, 2, arena);
    player->band = (uint32_t)sqlite3_column_int64(query, 3);
    return player->nickname.data && player->avatar.data;
}

static Status sqlite_players(Store *base, Arena *arena, StorePlayer **players, size_t *count)
{
    sqlite3_stmt *query = get_statement(base, STATEMENT_PLAYERS);
    *count = 0;
    if (!query) {
        return STATUS_IO;
    }
    void *rows;
    Status status = read_rows(query, arena, sizeof **players, read_player, &rows, count);
    *players = rows;
    return status;
}

static Status run_sql(Store *base, const char *format, int64_t player)
{
    char *sql = sqlite3_mprintf(format, (long long)player, (long long)player, (long long)player,
                                (long long)player, (long long)player);
    if (!sql) {
        return STATUS_NOMEM;
    }
    sqlite3 *db = ((SqliteStore *)base)->db;
    int code = sqlite3_exec(db, sql, NULL, NULL, NULL);
    sqlite3_free(sql);
    if (code != SQLITE_OK && !sqlite3_get_autocommit(db)) {
        (void)sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL);
    }
    return status_of(code);
}

static Status sqlite_delete_player(Store *base, int64_t id)
{
    return run_sql(base,
                   "BEGIN IMMEDIATE; DELETE FROM pair WHERE player=%lld; DELETE FROM decision WHERE player=%lld;"
                   "DELETE FROM result WHERE player=%lld; DELETE FROM deed WHERE player=%lld;"
                   "DELETE FROM player WHERE id=%lld; COMMIT",
                   id);
}

static Status sqlite_put(Store *base, int64_t player, StrView key, StrView value)
{
    sqlite3_stmt *query = get_statement(base, STATEMENT_PUT);
    if (!query) {
        return STATUS_IO;
    }
    (void)sqlite3_bind_int64(query, 1, player);
    bind_text(query, 2, key);
    bind_text(query, 3, value);
    return finish(query);
}

static Status sqlite_get(Store *base, int64_t player, StrView key, Arena *arena, StrView *value)
{
    sqlite3_stmt *query = get_statement(base, STATEMENT_GET);
    if (!query) {
        return STATUS_IO;
    }
    (void)sqlite3_bind_int64(query, 1, player);
    bind_text(query, 2, key);
    int code = sqlite3_step(query);
    Status status = code == SQLITE_DONE ? STATUS_NOT_FOUND : status_of(code);
    if (code == SQLITE_ROW) {
        *value = column_text(query, 0, arena);
        status = value->data ? STATUS_OK : STATUS_NOMEM;
    }
    (void)sqlite3_reset(query);
    (void)sqlite3_clear_bindings(query);
    return status;
}

static Status sqlite_remove(Store *base, int64_t player, StrView key)
{
    sqlite3_stmt *query = get_statement(base, STATEMENT_REMOVE);
    if (!query) {
        return STATUS_IO;
    }
    (void)sqlite3_bind_int64(query, 1, player);
    bind_text(query, 2, key);
    return finish(query);
}

static Status sqlite_add_decision(Store *base, int64_t player, const StoreDecision *decision)
{
    sqlite3_stmt *query = get_statement(base, STATEMENT_ADD_DECISION);
    if (!query) {
        return STATUS_IO;
    }
    (void)sqlite3_bind_int64(query, 1, player);
    bind_text(query, 2, decision->level);
    bind_text(query, 3, decision->decision);
    (void)sqlite3_bind_int64(query, 4, decision->run);
    (void)sqlite3_bind_int64(query, 5, decision->attempt);
    (void)sqlite3_bind_int64(query, 6, decision->grade);
    (void)sqlite3_bind_int(query, 7, decision->tells);
    (void)sqlite3_bind_int(query, 8, decision->recovers);
    return finish(query);
}

static bool read_decision(sqlite3_stmt *query, Arena *arena, void *row)
{
    StoreDecision *decision = row;
    decision->level = column_text(query, 0, arena);
    decision->decision = column_text(query, 1, arena);
    decision->run = (uint32_t)sqlite3_column_int64(query, 2);
    decision->attempt = (uint32_t)sqlite3_column_int64(query, 3);
    decision->grade = (uint32_t)sqlite3_column_int64(query, 4);
    decision->tells = sqlite3_column_int(query, 5) != 0;
    decision->recovers = sqlite3_column_int(query, 6) != 0;
    return decision->level.data && decision->decision.data;
}

static Status sqlite_decisions(Store *base, int64_t player, Arena *arena, StoreDecision **decisions, size_t *count)
{
    sqlite3_stmt *query = get_statement(base, STATEMENT_DECISIONS);
    *count = 0;
    if (!query) {
        return STATUS_IO;
    }
    (void)sqlite3_bind_int64(query, 1, player);
    void *rows;
    Status status = read_rows(query, arena, sizeof **decisions, read_decision, &rows, count);
    *decisions = rows;
    return status;
}

static Status sqlite_finish_level(Store *base, int64_t player, const StoreResult *result)
{
    sqlite3_stmt *query = get_statement(base, STATEMENT_FINISH);
    if (!query) {
        return STATUS_IO;
    }
    (void)sqlite3_bind_int64(query, 1, player);
    bind_text(query, 2, result->level);
    (void)sqlite3_bind_int64(query, 3, result->best_stars);
    (void)sqlite3_bind_int64(query, 4, result->first_points);
    (void)sqlite3_bind_int64(query, 5, result->last_points);
    (void)sqlite3_bind_int64(query, 6, result->maximum);
    return finish(query);
}

static bool read_result(sqlite3_stmt *query, Arena *arena, void *row)
{
    StoreResult *result = row;
    result->level = column_text(query, 0, arena);
    result->runs = (uint32_t)sqlite3_column_int64(query, 1);
    result->best_stars = (uint32_t)sqlite3_column_int64(query, 2);
    result->first_points = (uint32_t)sqlite3_column_int64(query, 3);
    result->last_points = (uint32_t)sqlite3_column_int64(query, 4);
    result->maximum = (uint32_t)sqlite3_column_int64(query, 5);
    return result->level.data != NULL;
}

static Status sqlite_results(Store *base, int64_t player, Arena *arena, StoreResult **results, size_t *count)
{
    sqlite3_stmt *query = get_statement(base, STATEMENT_RESULTS);
    *count = 0;
    if (!query) {
        return STATUS_IO;
    }
    (void)sqlite3_bind_int64(query, 1, player);
    void *rows;
    Status status = read_rows(query, arena, sizeof **results, read_result, &rows, count);
    *results = rows;
    return status;
}

static Status sqlite_add_deeds(Store *base, int64_t player, uint32_t deeds)
{
    sqlite3_stmt *query = get_statement(base, STATEMENT_ADD_DEEDS);
    if (!query) {
        return STATUS_IO;
    }
    (void)sqlite3_bind_int64(query, 1, player);
    (void)sqlite3_bind_int64(query, 2, deeds);
    return finish(query);
}

static Status sqlite_deeds(Store *base, int64_t player, uint32_t *deeds)
{
    sqlite3_stmt *query = get_statement(base, STATEMENT_DEEDS);
    *deeds = 0;
    if (!query) {
        return STATUS_IO;
    }
    (void)sqlite3_bind_int64(query, 1, player);
    int code = sqlite3_step(query);
    if (code == SQLITE_ROW) {
        *deeds = (uint32_t)sqlite3_column_int64(query, 0);
    }
    (void)sqlite3_reset(query);
    return status_of(code);
}

static Status sqlite_delete_everything(Store *base)
{
    sqlite3 *db = ((SqliteStore *)base)->db;
    int code = sqlite3_exec(db,
                            "BEGIN IMMEDIATE; DELETE FROM pair; DELETE FROM decision; DELETE FROM result;"
                            "DELETE FROM deed; DELETE FROM player; DELETE FROM sqlite_sequence; COMMIT;"
                            "VACUUM; PRAGMA wal_checkpoint(TRUNCATE)",
                            NULL, NULL, NULL);
    return status_of(code);
}

static void sqlite_close_store(Store *base)
{
    SqliteStore *store = (SqliteStore *)base;
    for (size_t i = 0; i < STATEMENT_COUNT; i++) {
        (void)sqlite3_finalize(store->statements[i]);
    }
    (void)sqlite3_close(store->db);
    alloc_free(store->alloc, store, sizeof *store);
}

static Status open_database(const char *path, sqlite3 **db)
{
    int code = sqlite3_open_v2(path, db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL);
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
    static const StoreOps ops = {
        sqlite_add_player, sqlite_set_player, sqlite_players,      sqlite_delete_player,     sqlite_put,
        sqlite_get,        sqlite_remove,     sqlite_add_decision, sqlite_decisions,         sqlite_finish_level,
        sqlite_results,    sqlite_add_deeds,  sqlite_deeds,        sqlite_delete_everything, sqlite_close_store,
    };
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
    opened->base.ops = &ops;
    opened->alloc = alloc;
    opened->db = db;
    *store = &opened->base;
    return STATUS_OK;
}
