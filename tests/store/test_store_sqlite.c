#define _DEFAULT_SOURCE
#include "sango/base/file.h"
#include "sango/store/sqlite.h"
#include "store_contract.h"

#include <signal.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static char folder[] = "/tmp/sango-store-XXXXXX";
static char path[256];

static Store *open_store(bool *was_broken)
{
    Store *store = NULL;
    EXPECT_EQ(store_sqlite_open(alloc_heap(), path, &store, was_broken), STATUS_OK);
    return store;
}

static void remove_files(void)
{
    static const char *const suffixes[] = { "", "-wal", "-shm", ".broken", ".broken-2", ".broken-wal" };
    char name[300];
    for (size_t i = 0; i < sizeof suffixes / sizeof suffixes[0]; i++) {
        (void)snprintf(name, sizeof name, "%s%s", path, suffixes[i]);
        (void)unlink(name);
    }
}

/* A process that is killed right after an acknowledged write loses nothing. */
static void test_kill(void)
{
    for (int round = 0; round < 5; round++) {
        int ready[2];
        EXPECT_EQ(pipe(ready), 0);
        pid_t child = fork();
        if (child == 0) {
            bool broken;
            Store *store = NULL;
            char value[2] = { (char)('0' + round), 0 };
            if (store_sqlite_open(alloc_heap(), path, &store, &broken) == STATUS_OK &&
                store->ops->put(store, 1, SV("save"), strview_from_cstr(value)) == STATUS_OK) {
                (void)!write(ready[1], "k", 1);
            }
            for (;;) {
                pause();
            }
        }
        char byte = 0;
        EXPECT_EQ(read(ready[0], &byte, 1), 1);
        (void)kill(child, SIGKILL);
        (void)waitpid(child, NULL, 0);
        (void)close(ready[0]);
        (void)close(ready[1]);

        bool broken = true;
        Store *store = open_store(&broken);
        EXPECT(!broken);
        Arena arena;
        arena_init(&arena, alloc_heap(), 256);
        StrView value;
        EXPECT_EQ(store->ops->get(store, 1, SV("save"), &arena, &value), STATUS_OK);
        EXPECT(value.len == 1 && value.data[0] == '0' + round);
        arena_release(&arena);
        store->ops->close(store);
    }
}

/* Garbage, a cut file and a foreign database are set aside, not lost. */
static void test_broken(void)
{
    bool broken = false;
    StrView kept;
    char aside[300];
    (void)snprintf(aside, sizeof aside, "%s.broken", path);
    remove_files();
    EXPECT_EQ(file_write(path, SV("this is not a database, it is a letter to grandma, and a long one at that")), STATUS_OK);
    Store *store = open_store(&broken);
    EXPECT(broken);
    check_store(store);
    store->ops->close(store);
    EXPECT_EQ(file_read(alloc_heap(), aside, 1000, &kept), STATUS_OK);
    EXPECT(strview_starts_with(kept, SV("this is not a database")));
    file_free(alloc_heap(), &kept);

    StrView whole;
    EXPECT_EQ(file_read(alloc_heap(), path, 10000000, &whole), STATUS_OK);
    EXPECT_EQ(file_write(path, strview_slice(whole, 0, whole.len / 2)), STATUS_OK);
    store = open_store(&broken);
    EXPECT(broken);
    store->ops->close(store);
    (void)snprintf(aside, sizeof aside, "%s.broken-2", path);
    EXPECT_EQ(access(aside, F_OK), 0);
    file_free(alloc_heap(), &whole);
}

static void test_newer_and_unwritable(void)
{
    remove_files();
    bool broken = false;
    Store *store = open_store(&broken);
    store->ops->close(store);
    StrView bytes;
    EXPECT_EQ(file_read(alloc_heap(), path, 10000000, &bytes), STATUS_OK);
    char *changed = malloc(bytes.len);
    memcpy(changed, bytes.data, bytes.len);
    changed[63] = 99; /* user_version, big-endian, at offset 60 */
    EXPECT_EQ(file_write(path, (StrView){ changed, bytes.len }), STATUS_OK);
    free(changed);
    file_free(alloc_heap(), &bytes);
    EXPECT_EQ(store_sqlite_open(alloc_heap(), path, &store, &broken), STATUS_UNSUPPORTED);
    EXPECT(!broken && !store);
    EXPECT_EQ(store_sqlite_open(alloc_heap(), "/proc/nowhere/x.db", &store, &broken), STATUS_IO);
    EXPECT(!store);
}

static void run_sql(const char *sql)
{
    sqlite3 *db = NULL;
    EXPECT_EQ(sqlite3_open(path, &db), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    EXPECT_EQ(sqlite3_close(db), SQLITE_OK);
}

/* An emptied file is no new one, and tables that are not ours are found at once. */
static void test_emptied_and_changed(void)
{
    static const char *const changes[] = { NULL, "DROP TABLE deed", "ALTER TABLE result RENAME COLUMN runs TO ran" };
    char aside[300];
    (void)snprintf(aside, sizeof aside, "%s.broken", path);
    for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
        remove_files();
        bool broken = false;
        Store *store = open_store(&broken);
        store->ops->close(store);
        if (changes[i]) {
            run_sql(changes[i]);
        } else {
            EXPECT_EQ(file_write(path, SV("")), STATUS_OK);
        }
        store = open_store(&broken);
        EXPECT(broken);
        check_store(store);
        store->ops->close(store);
        EXPECT_EQ(access(aside, F_OK), 0);
    }
}

/* A second game on the same file is told so and leaves it as it is. */
static void test_in_use(void)
{
    remove_files();
    bool broken = false;
    Store *second = NULL;
    Store *store = open_store(&broken);
    EXPECT(strcmp(store->file, path) == 0);
    EXPECT_EQ(store->ops->put(store, 1, SV("save"), SV("here")), STATUS_OK);
    EXPECT_EQ(store_sqlite_open(alloc_heap(), path, &second, &broken), STATUS_BUSY);
    EXPECT(!second && !broken);
    EXPECT_EQ(store->ops->put(store, 1, SV("save"), SV("there")), STATUS_OK);
    store->ops->close(store);
}

/* A deletion that fails half-way changes nothing, and the store can be used afterwards. */
static void test_failed_deletion(void)
{
    remove_files();
    bool broken = false;
    int64_t id = 0;
    Store *store = open_store(&broken);
    StorePlayer player = { .nickname = SV("Otter"), .avatar = SV("otter"), .band = 1 };
    EXPECT_EQ(store->ops->add_player(store, &player, &id), STATUS_OK);
    EXPECT_EQ(store->ops->put(store, id, SV("save"), SV("here")), STATUS_OK);
    store->ops->close(store);

    run_sql("CREATE TRIGGER refuse BEFORE DELETE ON player BEGIN SELECT RAISE(ABORT, 'no'); END");

    store = open_store(&broken);
    Arena arena;
    StrView value = { 0 };
    arena_init(&arena, alloc_heap(), 256);
    EXPECT(store->ops->delete_player(store, id) != STATUS_OK);
    EXPECT(store->ops->delete_everything(store) != STATUS_OK);
    EXPECT_EQ(store->ops->get(store, id, SV("save"), &arena, &value), STATUS_OK);
    EXPECT(strview_equal(value, SV("here")));
    EXPECT_EQ(store->ops->put(store, id, SV("save"), SV("there")), STATUS_OK);
    store->ops->close(store);
    store = open_store(&broken);
    EXPECT_EQ(store->ops->get(store, id, SV("save"), &arena, &value), STATUS_OK);
    EXPECT(strview_equal(value, SV("there")));
    arena_release(&arena);
    store->ops->close(store);
}

/* A file of the first version, as its game wrote it: everything is still there, and the new table too. */
static void test_version_1(void)
{
    static const char tables[] =
        "CREATE TABLE player(id INTEGER PRIMARY KEY AUTOINCREMENT, nickname TEXT NOT NULL, avatar TEXT NOT NULL, band INTEGER NOT NULL);"
        "CREATE TABLE pair(player INTEGER NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY(player, key)) WITHOUT ROWID;"
        "CREATE TABLE decision(id INTEGER PRIMARY KEY, player INTEGER NOT NULL, level TEXT NOT NULL, decision TEXT NOT NULL,"
        " run INTEGER NOT NULL, attempt INTEGER NOT NULL, grade INTEGER NOT NULL, tells INTEGER NOT NULL, recovers INTEGER NOT NULL);"
        "CREATE INDEX decision_player ON decision(player);"
        "CREATE TABLE result(player INTEGER NOT NULL, level TEXT NOT NULL, runs INTEGER NOT NULL, best_stars INTEGER NOT NULL,"
        " first_points INTEGER NOT NULL, last_points INTEGER NOT NULL, maximum INTEGER NOT NULL, PRIMARY KEY(player, level)) WITHOUT ROWID;"
        "CREATE TABLE deed(player INTEGER PRIMARY KEY, deeds INTEGER NOT NULL);"
        "INSERT INTO player VALUES(7, 'brave/otter/7', 'otter', 1); INSERT INTO pair VALUES(7, 'save', 'here'); INSERT INTO deed VALUES(7, 5);"
        "PRAGMA application_id=1398894183; PRAGMA user_version=1;";
    for (int run = 0; run < 2; run++) { /* the second opening finds it as the first left it */
        bool broken = false;
        if (run == 0) {
            remove_files();
            run_sql(tables);
        }
        Store *store = open_store(&broken);
        EXPECT(!broken);
        Arena arena;
        StrView value = { 0 };
        StoreMark *marks;
        size_t count = 9;
        arena_init(&arena, alloc_heap(), 256);
        EXPECT_EQ(store->ops->get(store, 7, SV("save"), &arena, &value), STATUS_OK);
        EXPECT(strview_equal(value, SV("here")));
        uint32_t deeds = 0;
        EXPECT_EQ(store->ops->deeds(store, 7, &deeds), STATUS_OK);
        EXPECT_EQ(deeds, 5);
        EXPECT_EQ(store->ops->marks(store, 7, &arena, &marks, &count), STATUS_OK);
        EXPECT_EQ(count, (size_t)run);
        StoreMark mark = { .world = SV("privacy"), .time = 0, .figure = 1, .item = 0, .points = 2 };
        EXPECT_EQ(store->ops->put_mark(store, 7, &mark), STATUS_OK);
        arena_release(&arena);
        store->ops->close(store);
    }
}

/* Version 2 had no figures of a kiosk. Its lessons and settings stay, and counting begins. */
static void test_version_2(void)
{
    remove_files();
    bool broken = false;
    Store *store = open_store(&broken);
    EXPECT_EQ(store->ops->put(store, STORE_EVERYBODY, SV("text_size"), SV("150")), STATUS_OK);
    store->ops->close(store);
    run_sql("DROP TABLE figure; PRAGMA user_version=2");
    for (uint64_t run = 1; run <= 2; run++) { /* the second opening finds it as the first left it */
        Arena arena;
        StrView value = { 0 };
        StoreCount *counts;
        size_t count = 0;
        StoreCount figure = { SV("2026-11-26T09"), SV("play"), 1 };
        arena_init(&arena, alloc_heap(), 256);
        store = open_store(&broken);
        EXPECT(!broken);
        EXPECT_EQ(store->ops->get(store, STORE_EVERYBODY, SV("text_size"), &arena, &value), STATUS_OK);
        EXPECT(strview_equal(value, SV("150")));
        EXPECT_EQ(store->ops->count_up(store, &figure, 1), STATUS_OK);
        EXPECT_EQ(store->ops->counts(store, &arena, &counts, &count), STATUS_OK);
        EXPECT(count == 1 && counts[0].count == run);
        arena_release(&arena);
        store->ops->close(store);
    }
}

/* The third of three figures cannot be written: the first two are not either. Rows that no game writes are read as what they can be. */
static void test_figures_that_fail(void)
{
    static const StoreCount some[] = { { { "h1", 2 }, { "a", 1 }, 1 }, { { "h2", 2 }, { "b", 1 }, 1 }, { { "h3", 2 }, { "no", 2 }, 1 } };
    remove_files();
    bool broken = false;
    Store *store = open_store(&broken);
    EXPECT_EQ(store->ops->count_up(store, some, 1), STATUS_OK);
    store->ops->close(store);
    run_sql("CREATE TRIGGER refuse BEFORE INSERT ON figure WHEN new.name='no' BEGIN SELECT RAISE(ABORT, 'no'); END;"
            "INSERT INTO figure VALUES('h8', 'below', -5); INSERT INTO figure VALUES('h9', 'word', 'many')");
    store = open_store(&broken);
    Arena arena;
    StoreCount *counts;
    size_t count = 0;
    arena_init(&arena, alloc_heap(), 256);
    EXPECT(store->ops->count_up(store, some, 3) != STATUS_OK);
    EXPECT_EQ(store->ops->counts(store, &arena, &counts, &count), STATUS_OK);
    EXPECT_EQ(count, 3);
    EXPECT(count == 3 && count_is(&counts[0], "h1", "a", 1) && count_is(&counts[1], "h8", "below", 0) && count_is(&counts[2], "h9", "word", 0));
    EXPECT_EQ(store->ops->count_up(store, some, 2), STATUS_OK); /* it can go on */
    EXPECT_EQ(store->ops->counts(store, &arena, &counts, &count), STATUS_OK);
    EXPECT(count == 4 && count_is(&counts[0], "h1", "a", 2) && count_is(&counts[1], "h2", "b", 1));
    arena_release(&arena);
    store->ops->close(store);
}

static bool has_bytes(const char *suffix, StrView needle)
{
    char name[300];
    StrView bytes;
    bool is_found = false;
    (void)snprintf(name, sizeof name, "%s%s", path, suffix);
    if (file_read(alloc_heap(), name, 100000000, &bytes) == STATUS_OK) {
        is_found = strview_contains(bytes, needle);
        file_free(alloc_heap(), &bytes);
    }
    return is_found;
}

/* After "delete everything" the file is as small as a new one and nothing of it can be read, while the game still runs. */
static void test_nothing_left(void)
{
    remove_files();
    bool broken = false;
    char key[40], value[400];
    StrView fresh = { 0 }, bytes = { 0 };
    Store *store = open_store(&broken);
    EXPECT_EQ(store->ops->delete_everything(store), STATUS_OK);
    EXPECT_EQ(file_read(alloc_heap(), path, 100000000, &fresh), STATUS_OK);
    for (int i = 0; i < 200; i++) {
        (void)snprintf(key, sizeof key, "lesson.%d", i);
        (void)snprintf(value, sizeof value, "never-again %0380d", i);
        EXPECT_EQ(store->ops->put(store, i % 3, strview_from_cstr(key), strview_from_cstr(value)), STATUS_OK);
    }
    StoreCount figure = { SV("2026-11-26T09"), SV("never-again"), 1 };
    EXPECT_EQ(store->ops->count_up(store, &figure, 1), STATUS_OK);
    EXPECT(has_bytes("", SV("never-again")) || has_bytes("-wal", SV("never-again")));
    EXPECT_EQ(store->ops->delete_everything(store), STATUS_OK);
    EXPECT(!has_bytes("", SV("never-again")) && !has_bytes("-wal", SV("never-again")));
    EXPECT(!has_bytes("", SV("lesson.")) && !has_bytes("-wal", SV("lesson.")));
    EXPECT_EQ(file_read(alloc_heap(), path, 100000000, &bytes), STATUS_OK);
    EXPECT_EQ(bytes.len, fresh.len);
    file_free(alloc_heap(), &fresh);
    file_free(alloc_heap(), &bytes);
    store->ops->close(store);
}

int main(void)
{
    if (!mkdtemp(folder)) {
        return 1;
    }
    (void)snprintf(path, sizeof path, "%s/progress.db", folder);
    bool broken = true;
    Store *store = open_store(&broken);
    EXPECT(!broken);
    check_store(store);
    store->ops->close(store);
    test_kill();
    test_broken();
    test_newer_and_unwritable();
    test_emptied_and_changed();
    test_in_use();
    test_failed_deletion();
    test_version_1();
    test_version_2();
    test_figures_that_fail();
    test_nothing_left();
    remove_files();
    (void)rmdir(folder);
    return TEST_MAIN_END();
}
