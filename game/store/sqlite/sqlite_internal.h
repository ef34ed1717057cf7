#ifndef SANGO_STORE_SQLITE_INTERNAL_H
#define SANGO_STORE_SQLITE_INTERNAL_H

#include "sango/store/store.h"

#include <sqlite3.h>

/* Statements are prepared when the file is opened, and kept. */
#define STATEMENT_LIST(X)                                                                                    \
    X(ADD_PLAYER, "INSERT INTO player(nickname, avatar, band) VALUES(?1, ?2, ?3)")                           \
    X(SET_PLAYER, "UPDATE player SET nickname=?1, avatar=?2, band=?3 WHERE id=?4")                           \
    X(PLAYERS, "SELECT id, nickname, avatar, band FROM player ORDER BY id")                                  \
    X(PUT, "INSERT INTO pair VALUES(?1, ?2, ?3) ON CONFLICT DO UPDATE SET value=excluded.value")             \
    X(GET, "SELECT value FROM pair WHERE player=?1 AND key=?2")                                              \
    X(REMOVE, "DELETE FROM pair WHERE player=?1 AND key=?2")                                                 \
    X(KEYS, "SELECT key FROM pair WHERE player=?1 AND substr(key, 1, length(?2))=?2 ORDER BY key")           \
    X(COUNT_UP, "INSERT INTO figure VALUES(?1, ?2, ?3) ON CONFLICT DO UPDATE SET count=count+excluded.count") \
    X(COUNTS, "SELECT hour, name, count FROM figure ORDER BY hour, name")                                    \
    X(REMOVE_COUNTS, "DELETE FROM figure")                                                                   \
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
    X(DEEDS, "SELECT deeds FROM deed WHERE player=?1")                                                       \
    X(PUT_MARK, "INSERT INTO measure VALUES(?1, ?2, ?3, ?4, ?5, ?6)"                                         \
                " ON CONFLICT DO UPDATE SET points=excluded.points")                                         \
    X(MARKS, "SELECT world, time, figure, item, points FROM measure WHERE player=?1"                         \
             " ORDER BY world, time, figure, item")

typedef enum Statement {
#define X(name, sql) STATEMENT_##name,
    STATEMENT_LIST(X)
#undef X
        STATEMENT_COUNT
} Statement;

typedef struct SqliteStore {
    Store base;
    const Allocator *alloc;
    sqlite3 *db;
    sqlite3_stmt *statements[STATEMENT_COUNT];
} SqliteStore;

extern const StoreOps sqlite_store_ops;

/* counts.c: figures of a kiosk. */
Status sqlite_count_up(Store *base, const StoreCount *counts, size_t count);
Status sqlite_counts(Store *base, Arena *arena, StoreCount **counts, size_t *count);
Status sqlite_remove_counts(Store *base);

/* A statement ready for its values, or NULL (then sqlite3_errcode says why). */
sqlite3_stmt *sqlite_get_statement(Store *base, Statement which);
/* The text is borrowed until sqlite_finish() or sqlite_read_rows(). */
void sqlite_bind_text(sqlite3_stmt *query, int index, StrView text);
/* Runs a bound statement that gives no rows, and readies it for the next use. */
Status sqlite_finish(sqlite3_stmt *query);
/* Copied into the arena; data is NULL without memory. */
StrView sqlite_copy_text(sqlite3_stmt *query, int column, Arena *arena);
Status sqlite_status(int code);

/* Fills `row` from the query's present row; false without memory. */
typedef bool SqliteReadRow(sqlite3_stmt *query, Arena *arena, void *row);
/* Reads all rows of a bound query into an array of the arena, `size` bytes each. */
Status sqlite_read_rows(sqlite3_stmt *query, Arena *arena, size_t size, SqliteReadRow *read_row, void **rows,
                        size_t *count);

#endif
