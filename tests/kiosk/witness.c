/* Stands between the game and SQLite (LD_PRELOAD) and writes down what SQLite has acknowledged: each figure of a transaction that is
 * committed, a line "hour|name|count", with one write() to the end of the file KIOSK_WITNESS. A line is there after a kill, so the
 * database must have it too. The game is the one that is installed: nothing in it knows of this.
 *
 * KIOSK_SLOW_DISK=MS: each write and sync of the database takes up to so many milliseconds longer, as on a worn memory card, so that kills come in the
 * midst of a transaction. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <SDL.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { PENDING_BYTES_MAX = 64 * 1024 };

static char pending[PENDING_BYTES_MAX]; /* the one thread that has the database */
static size_t pending_len;

/* Function pointers come out of dlsym() as void *, which C does not convert. */
static void find_next(void *function, const char *name)
{
    void *found = dlsym(RTLD_NEXT, name);
    if (!found) {
        fprintf(stderr, "witness: no %s\n", name);
        abort();
    }
    memcpy(function, &found, sizeof found);
}

static void write_down(void)
{
    static int file = -1;
    const char *path = getenv("KIOSK_WITNESS");
    if (file < 0 && path) {
        file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    }
    if (pending_len && file >= 0 && write(file, pending, pending_len) != (ssize_t)pending_len) {
        fprintf(stderr, "witness: %s cannot be written\n", path);
        abort();
    }
    pending_len = 0;
}

/* INSERT INTO figure VALUES('hour', 'name', count) ON CONFLICT … : the three values, as a line. */
static void remember(sqlite3_stmt *statement)
{
    char *sql = sqlite3_expanded_sql(statement);
    char *hour = sql ? strstr(sql, "VALUES('") : NULL;
    char *name = hour ? strstr(hour += strlen("VALUES('"), "', '") : NULL;
    char *count = name ? strstr(name += strlen("', '"), "', ") : NULL;
    size_t room = sizeof pending - pending_len;
    int len = -1;
    if (count) {
        int hour_len = (int)(name - strlen("', '") - hour);
        int name_len = (int)(count - name);
        len = snprintf(pending + pending_len, room, "%.*s|%.*s|%lld\n", hour_len, hour, name_len, name, strtoll(count + strlen("', "), NULL, 10));
    }
    if (len < 0 || (size_t)len >= room) {
        fprintf(stderr, "witness: cannot keep: %s\n", sql ? sql : "(no memory)");
        abort();
    }
    pending_len += (size_t)len;
    sqlite3_free(sql);
}

int sqlite3_step(sqlite3_stmt *statement)
{
    static int (*next)(sqlite3_stmt *);
    if (!next) {
        find_next(&next, "sqlite3_step");
    }
    const char *sql = sqlite3_sql(statement);
    int code = next(statement);
    if (code == SQLITE_DONE && sql && strncmp(sql, "INSERT INTO figure", strlen("INSERT INTO figure")) == 0) {
        remember(statement);
        if (sqlite3_get_autocommit(sqlite3_db_handle(statement))) {
            write_down();
        }
    }
    return code;
}

int sqlite3_exec(sqlite3 *db, const char *sql, int (*callback)(void *, int, char **, char **), void *user, char **message)
{
    static int (*next)(sqlite3 *, const char *, int (*)(void *, int, char **, char **), void *, char **);
    if (!next) {
        find_next(&next, "sqlite3_exec");
    }
    int code = next(db, sql, callback, user, message);
    if (strcmp(sql, "COMMIT") == 0 && code == SQLITE_OK) {
        write_down();
    } else if (strncmp(sql, "BEGIN", strlen("BEGIN")) == 0 || strcmp(sql, "ROLLBACK") == 0) {
        pending_len = 0;
    }
    return code;
}

static void be_still(long ms)
{
    struct timespec nap = { .tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000L };
    (void)nanosleep(&nap, NULL);
}

static void be_slow(void)
{
    const char *text = getenv("KIOSK_SLOW_DISK");
    long most_ms = text ? strtol(text, NULL, 10) : 0;
    if (most_ms > 0) {
        struct timespec now;
        (void)clock_gettime(CLOCK_MONOTONIC, &now);
        be_still(now.tv_nsec / 1000 % (most_ms + 1)); /* as good as random */
    }
}

ssize_t pwrite64(int file, const void *bytes, size_t len, off64_t at)
{
    static ssize_t (*next)(int, const void *, size_t, off64_t);
    if (!next) {
        find_next(&next, "pwrite64");
    }
    be_slow();
    return next(file, bytes, len, at);
}

int fdatasync(int file)
{
    static int (*next)(int);
    if (!next) {
        find_next(&next, "fdatasync");
    }
    be_slow();
    return next(file);
}

int fsync(int file)
{
    static int (*next)(int);
    if (!next) {
        find_next(&next, "fsync");
    }
    be_slow();
    return next(file);
}

/* The loop asks this once a turn. Once the file KIOSK_HANG is there it never comes back: what a driver can do. */
int SDL_WaitEventTimeout(SDL_Event *event, int timeout_ms)
{
    static int (*next)(SDL_Event *, int);
    const char *path = getenv("KIOSK_HANG");
    if (!next) {
        find_next(&next, "SDL_WaitEventTimeout");
    }
    while (path && access(path, F_OK) == 0) {
        be_still(100);
    }
    return next(event, timeout_ms);
}
