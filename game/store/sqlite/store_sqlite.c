#include "sqlite_internal.h"

static Status sqlite_add_player(Store *base, const StorePlayer *player, int64_t *id)
{
    sqlite3_stmt *query = sqlite_get_statement(base, STATEMENT_ADD_PLAYER);
    if (!query) {
        return STATUS_IO;
    }
    sqlite_bind_text(query, 1, player->nickname);
    sqlite_bind_text(query, 2, player->avatar);
    (void)sqlite3_bind_int64(query, 3, player->band);
    Status status = sqlite_finish(query);
    if (status == STATUS_OK) {
        *id = sqlite3_last_insert_rowid(((SqliteStore *)base)->db);
    }
    return status;
}

static Status sqlite_set_player(Store *base, const StorePlayer *player)
{
    sqlite3_stmt *query = sqlite_get_statement(base, STATEMENT_SET_PLAYER);
    if (!query) {
        return STATUS_IO;
    }
    sqlite_bind_text(query, 1, player->nickname);
    sqlite_bind_text(query, 2, player->avatar);
    (void)sqlite3_bind_int64(query, 3, player->band);
    (void)sqlite3_bind_int64(query, 4, player->id);
    Status status = sqlite_finish(query);
    if (status == STATUS_OK && sqlite3_changes(((SqliteStore *)base)->db) == 0) {
        status = STATUS_NOT_FOUND;
    }
    return status;
}

static bool read_player(sqlite3_stmt *query, Arena *arena, void *row)
{
    StorePlayer *player = row;
    player->id = sqlite3_column_int64(query, 0);
    player->nickname = sqlite_copy_text(query, 1, arena);
    player->avatar = sqlite_copy_text(query, 2, arena);
    player->band = (uint32_t)sqlite3_column_int64(query, 3);
    return player->nickname.data && player->avatar.data;
}

static Status sqlite_players(Store *base, Arena *arena, StorePlayer **players, size_t *count)
{
    sqlite3_stmt *query = sqlite_get_statement(base, STATEMENT_PLAYERS);
    *count = 0;
    if (!query) {
        return STATUS_IO;
    }
    void *rows;
    Status status = sqlite_read_rows(query, arena, sizeof **players, read_player, &rows, count);
    *players = rows;
    return status;
}

/* Several statements at once; none of a transaction that fails is kept. */
static Status run_sql(Store *base, const char *sql)
{
    sqlite3 *db = ((SqliteStore *)base)->db;
    int code = sqlite3_exec(db, sql, NULL, NULL, NULL);
    if (code != SQLITE_OK && !sqlite3_get_autocommit(db)) {
        (void)sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL);
    }
    return sqlite_status(code);
}

/* secure_delete has overwritten what was deleted, but only in the log: the first checkpoint brings that into the file, VACUUM leaves
 * nothing between rows that moved, and the last one empties the log, which still has the old pages. */
static Status sqlite_scrub(Store *base)
{
    return run_sql(base, "PRAGMA wal_checkpoint(FULL); VACUUM; PRAGMA wal_checkpoint(TRUNCATE)");
}

static Status sqlite_delete_player(Store *base, int64_t id)
{
    long long who = id;
    char *sql = sqlite3_mprintf(
        "BEGIN IMMEDIATE; DELETE FROM pair WHERE player=%lld; DELETE FROM decision WHERE player=%lld;"
        "DELETE FROM result WHERE player=%lld; DELETE FROM deed WHERE player=%lld; DELETE FROM measure WHERE player=%lld;"
        "DELETE FROM player WHERE id=%lld; COMMIT",
        who, who, who, who, who, who);
    Status status = sql ? run_sql(base, sql) : STATUS_NOMEM;
    sqlite3_free(sql);
    return status == STATUS_OK ? sqlite_scrub(base) : status;
}

static Status sqlite_put(Store *base, int64_t player, StrView key, StrView value)
{
    sqlite3_stmt *query = sqlite_get_statement(base, STATEMENT_PUT);
    if (!query) {
        return STATUS_IO;
    }
    (void)sqlite3_bind_int64(query, 1, player);
    sqlite_bind_text(query, 2, key);
    sqlite_bind_text(query, 3, value);
    return sqlite_finish(query);
}

static Status sqlite_get(Store *base, int64_t player, StrView key, Arena *arena, StrView *value)
{
    sqlite3_stmt *query = sqlite_get_statement(base, STATEMENT_GET);
    if (!query) {
        return STATUS_IO;
    }
    (void)sqlite3_bind_int64(query, 1, player);
    sqlite_bind_text(query, 2, key);
    int code = sqlite3_step(query);
    Status status = code == SQLITE_DONE ? STATUS_NOT_FOUND : sqlite_status(code);
    if (code == SQLITE_ROW) {
        *value = sqlite_copy_text(query, 0, arena);
        status = value->data ? STATUS_OK : STATUS_NOMEM;
    }
    (void)sqlite3_reset(query);
    (void)sqlite3_clear_bindings(query);
    return status;
}

static Status sqlite_remove(Store *base, int64_t player, StrView key)
{
    sqlite3_stmt *query = sqlite_get_statement(base, STATEMENT_REMOVE);
    if (!query) {
        return STATUS_IO;
    }
    (void)sqlite3_bind_int64(query, 1, player);
    sqlite_bind_text(query, 2, key);
    return sqlite_finish(query);
}

static bool read_key(sqlite3_stmt *query, Arena *arena, void *row)
{
    StrView *key = row;
    *key = sqlite_copy_text(query, 0, arena);
    return key->data != NULL;
}

static Status sqlite_keys(Store *base, int64_t player, StrView prefix, Arena *arena, StrView **keys, size_t *count)
{
    sqlite3_stmt *query = sqlite_get_statement(base, STATEMENT_KEYS);
    *count = 0;
    if (!query) {
        return STATUS_IO;
    }
    (void)sqlite3_bind_int64(query, 1, player);
    sqlite_bind_text(query, 2, prefix);
    void *rows;
    Status status = sqlite_read_rows(query, arena, sizeof **keys, read_key, &rows, count);
    *keys = rows;
    return status;
}

static Status sqlite_add_decision(Store *base, int64_t player, const StoreDecision *decision)
{
    sqlite3_stmt *query = sqlite_get_statement(base, STATEMENT_ADD_DECISION);
    if (!query) {
        return STATUS_IO;
    }
    (void)sqlite3_bind_int64(query, 1, player);
    sqlite_bind_text(query, 2, decision->level);
    sqlite_bind_text(query, 3, decision->decision);
    (void)sqlite3_bind_int64(query, 4, decision->run);
    (void)sqlite3_bind_int64(query, 5, decision->attempt);
    (void)sqlite3_bind_int64(query, 6, decision->grade);
    (void)sqlite3_bind_int(query, 7, decision->tells);
    (void)sqlite3_bind_int(query, 8, decision->recovers);
    return sqlite_finish(query);
}

static bool read_decision(sqlite3_stmt *query, Arena *arena, void *row)
{
    StoreDecision *decision = row;
    decision->level = sqlite_copy_text(query, 0, arena);
    decision->decision = sqlite_copy_text(query, 1, arena);
    decision->run = (uint32_t)sqlite3_column_int64(query, 2);
    decision->attempt = (uint32_t)sqlite3_column_int64(query, 3);
    decision->grade = (uint32_t)sqlite3_column_int64(query, 4);
    decision->tells = sqlite3_column_int(query, 5) != 0;
    decision->recovers = sqlite3_column_int(query, 6) != 0;
    return decision->level.data && decision->decision.data;
}

static Status sqlite_decisions(Store *base, int64_t player, Arena *arena, StoreDecision **decisions,
                               size_t *count)
{
    sqlite3_stmt *query = sqlite_get_statement(base, STATEMENT_DECISIONS);
    *count = 0;
    if (!query) {
        return STATUS_IO;
    }
    (void)sqlite3_bind_int64(query, 1, player);
    void *rows;
    Status status = sqlite_read_rows(query, arena, sizeof **decisions, read_decision, &rows, count);
    *decisions = rows;
    return status;
}

static Status sqlite_finish_level(Store *base, int64_t player, const StoreResult *result)
{
    sqlite3_stmt *query = sqlite_get_statement(base, STATEMENT_FINISH);
    if (!query) {
        return STATUS_IO;
    }
    (void)sqlite3_bind_int64(query, 1, player);
    sqlite_bind_text(query, 2, result->level);
    (void)sqlite3_bind_int64(query, 3, result->best_stars);
    (void)sqlite3_bind_int64(query, 4, result->first_points);
    (void)sqlite3_bind_int64(query, 5, result->last_points);
    (void)sqlite3_bind_int64(query, 6, result->maximum);
    return sqlite_finish(query);
}

static bool read_result(sqlite3_stmt *query, Arena *arena, void *row)
{
    StoreResult *result = row;
    result->level = sqlite_copy_text(query, 0, arena);
    result->runs = (uint32_t)sqlite3_column_int64(query, 1);
    result->best_stars = (uint32_t)sqlite3_column_int64(query, 2);
    result->first_points = (uint32_t)sqlite3_column_int64(query, 3);
    result->last_points = (uint32_t)sqlite3_column_int64(query, 4);
    result->maximum = (uint32_t)sqlite3_column_int64(query, 5);
    return result->level.data != NULL;
}

static Status sqlite_results(Store *base, int64_t player, Arena *arena, StoreResult **results, size_t *count)
{
    sqlite3_stmt *query = sqlite_get_statement(base, STATEMENT_RESULTS);
    *count = 0;
    if (!query) {
        return STATUS_IO;
    }
    (void)sqlite3_bind_int64(query, 1, player);
    void *rows;
    Status status = sqlite_read_rows(query, arena, sizeof **results, read_result, &rows, count);
    *results = rows;
    return status;
}

static Status sqlite_add_deeds(Store *base, int64_t player, uint32_t deeds)
{
    sqlite3_stmt *query = sqlite_get_statement(base, STATEMENT_ADD_DEEDS);
    if (!query) {
        return STATUS_IO;
    }
    (void)sqlite3_bind_int64(query, 1, player);
    (void)sqlite3_bind_int64(query, 2, deeds);
    return sqlite_finish(query);
}

static Status sqlite_deeds(Store *base, int64_t player, uint32_t *deeds)
{
    sqlite3_stmt *query = sqlite_get_statement(base, STATEMENT_DEEDS);
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
    return sqlite_status(code);
}

static Status sqlite_put_mark(Store *base, int64_t player, const StoreMark *mark)
{
    sqlite3_stmt *query = sqlite_get_statement(base, STATEMENT_PUT_MARK);
    if (!query) {
        return STATUS_IO;
    }
    (void)sqlite3_bind_int64(query, 1, player);
    sqlite_bind_text(query, 2, mark->world);
    (void)sqlite3_bind_int64(query, 3, mark->time);
    (void)sqlite3_bind_int64(query, 4, mark->figure);
    (void)sqlite3_bind_int64(query, 5, mark->item);
    (void)sqlite3_bind_int64(query, 6, mark->points);
    return sqlite_finish(query);
}

static bool read_mark(sqlite3_stmt *query, Arena *arena, void *row)
{
    StoreMark *mark = row;
    mark->world = sqlite_copy_text(query, 0, arena);
    mark->time = (uint32_t)sqlite3_column_int64(query, 1);
    mark->figure = (uint32_t)sqlite3_column_int64(query, 2);
    mark->item = (uint32_t)sqlite3_column_int64(query, 3);
    mark->points = (uint32_t)sqlite3_column_int64(query, 4);
    return mark->world.data != NULL;
}

static Status sqlite_marks(Store *base, int64_t player, Arena *arena, StoreMark **marks, size_t *count)
{
    sqlite3_stmt *query = sqlite_get_statement(base, STATEMENT_MARKS);
    *count = 0;
    if (!query) {
        return STATUS_IO;
    }
    (void)sqlite3_bind_int64(query, 1, player);
    void *rows;
    Status status = sqlite_read_rows(query, arena, sizeof **marks, read_mark, &rows, count);
    *marks = rows;
    return status;
}

static Status sqlite_delete_everything(Store *base)
{
    Status status = run_sql(base, "BEGIN IMMEDIATE; DELETE FROM pair; DELETE FROM decision; DELETE FROM result; DELETE FROM deed;"
                                  "DELETE FROM measure; DELETE FROM figure; DELETE FROM player; DELETE FROM sqlite_sequence; COMMIT");
    return status == STATUS_OK ? sqlite_scrub(base) : status;
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

const StoreOps sqlite_store_ops = {
    .add_player = sqlite_add_player,
    .set_player = sqlite_set_player,
    .players = sqlite_players,
    .delete_player = sqlite_delete_player,
    .put = sqlite_put,
    .get = sqlite_get,
    .remove = sqlite_remove,
    .scrub = sqlite_scrub,
    .keys = sqlite_keys,
    .count_up = sqlite_count_up,
    .counts = sqlite_counts,
    .remove_counts = sqlite_remove_counts,
    .add_decision = sqlite_add_decision,
    .decisions = sqlite_decisions,
    .finish_level = sqlite_finish_level,
    .results = sqlite_results,
    .add_deeds = sqlite_add_deeds,
    .deeds = sqlite_deeds,
    .put_mark = sqlite_put_mark,
    .marks = sqlite_marks,
    .delete_everything = sqlite_delete_everything,
    .close = sqlite_close_store,
};
