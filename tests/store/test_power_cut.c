/* The power fails at any moment. Everything that SQLite writes is kept in a list; for a cut somewhere in it the files are made as a disk
 * may have them then: what was synced is there, of what was written since each sector of 512 bytes is, or is not. Every figure that was
 * acknowledged before the cut must be there again. (A kill alone shows nothing of this: the system still has what was not synced.) */
#define _GNU_SOURCE
#include "sango/base/file.h"
#include "sango/base/rng.h"
#include "sango/store/sqlite.h"
#include "test.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SECTOR = 512, OPS_MAX = 40000, FIGURES = 1500, CUTS = 400, FILE_BYTES_MAX = 16 * 1024 * 1024 };

typedef struct Op {
    enum { OP_WRITE, OP_CUT_OFF, OP_SYNC } kind;
    unsigned file; /* 0: the database, 1: its log */
    size_t at, len;
    unsigned char *bytes;
} Op;

typedef struct Disk {
    unsigned char *bytes;
    size_t len;
} Disk;

static Op ops[OPS_MAX];
static size_t op_count;
static char folder[] = "/tmp/sango-power-XXXXXX";
static char path[256], cut_path[256];

/* Which of the two files this is; 2: another. */
static unsigned file_of(int file)
{
    char link[64];
    char name[512];
    (void)snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t len = readlink(link, name, sizeof name - 1);
    name[len > 0 ? len : 0] = '\0';
    size_t path_len = strlen(path);
    if (strncmp(name, path, path_len) != 0) {
        return 2;
    }
    return name[path_len] == '\0' ? 0 : strcmp(name + path_len, "-wal") == 0 ? 1 : 2;
}

static void keep(int kind, int file, size_t at, size_t len, const void *bytes)
{
    unsigned which = file_of(file);
    if (which == 2 || op_count == OPS_MAX) {
        return;
    }
    Op *op = &ops[op_count++];
    *op = (Op){ .kind = kind, .file = which, .at = at, .len = len };
    if (bytes) {
        op->bytes = malloc(len ? len : 1);
        if (!op->bytes) {
            abort();
        }
        memcpy(op->bytes, bytes, len);
    }
}

static ssize_t keep_pwrite(int file, const void *bytes, size_t len, off_t at)
{
    keep(OP_WRITE, file, (size_t)at, len, bytes);
    return pwrite(file, bytes, len, at);
}

static ssize_t keep_write(int file, const void *bytes, size_t len)
{
    keep(OP_WRITE, file, (size_t)lseek(file, 0, SEEK_CUR), len, bytes);
    return write(file, bytes, len);
}

static int keep_ftruncate(int file, off_t len)
{
    keep(OP_CUT_OFF, file, (size_t)len, 0, NULL);
    return ftruncate(file, len);
}

/* SQLite's own table of system calls has no sync; these take the place of the C library's, so SQLite must see them. */
#define SEEN_BY_LIBRARIES __attribute__((visibility("default")))
SEEN_BY_LIBRARIES int fdatasync(int file)
{
    keep(OP_SYNC, file, 0, 0, NULL);
    return 0; /* this disk is in the list */
}

SEEN_BY_LIBRARIES int fsync(int file)
{
    keep(OP_SYNC, file, 0, 0, NULL);
    return 0;
}

static void watch_writes(void)
{
    sqlite3_vfs *vfs = sqlite3_vfs_find(NULL);
    EXPECT_EQ(vfs->xSetSystemCall(vfs, "pwrite", (sqlite3_syscall_ptr)keep_pwrite), SQLITE_OK);
    EXPECT_EQ(vfs->xSetSystemCall(vfs, "pwrite64", (sqlite3_syscall_ptr)keep_pwrite), SQLITE_OK);
    EXPECT_EQ(vfs->xSetSystemCall(vfs, "write", (sqlite3_syscall_ptr)keep_write), SQLITE_OK);
    EXPECT_EQ(vfs->xSetSystemCall(vfs, "ftruncate", (sqlite3_syscall_ptr)keep_ftruncate), SQLITE_OK);
}

static void write_at(Disk *disk, size_t at, size_t len, const unsigned char *bytes)
{
    if (at + len > FILE_BYTES_MAX) {
        abort();
    }
    if (at + len > disk->len) {
        memset(disk->bytes + disk->len, 0, at + len - disk->len);
        disk->len = at + len;
    }
    memcpy(disk->bytes + at, bytes, len);
}

/* What was not synced: whole, in parts or not at all. */
static void apply_by_chance(Disk *disk, const Op *op, Rng *rng)
{
    if (op->kind == OP_CUT_OFF) {
        disk->len = rng_below(rng, 2) && op->at < disk->len ? op->at : disk->len;
        return;
    }
    for (size_t done = 0; done < op->len;) {
        size_t left = SECTOR - (op->at + done) % SECTOR;
        size_t len = left < op->len - done ? left : op->len - done;
        if (rng_below(rng, 2)) {
            write_at(disk, op->at + done, len, op->bytes + done);
        }
        done += len;
    }
}

/* The file as it may be when the power fails before operation `cut`. */
static void make_disk(unsigned file, size_t cut, Rng *rng, Disk *disk)
{
    size_t synced = 0;
    disk->len = 0;
    for (size_t i = 0; i < cut; i++) {
        synced = ops[i].file == file && ops[i].kind == OP_SYNC ? i : synced;
    }
    for (size_t i = 0; i < cut; i++) {
        const Op *op = &ops[i];
        if (op->file != file || op->kind == OP_SYNC) {
            continue;
        }
        if (i > synced) {
            apply_by_chance(disk, op, rng);
        } else if (op->kind == OP_WRITE) {
            write_at(disk, op->at, op->len, op->bytes);
        } else {
            disk->len = op->at < disk->len ? op->at : disk->len;
        }
    }
}

static void write_file(const char *name, const Disk *disk)
{
    EXPECT_EQ(file_write(name, (StrView){ (const char *)disk->bytes, disk->len }), STATUS_OK);
}

/* The figure in the files as they are after the cut; the store must open them as its own. */
static uint64_t read_figure(void)
{
    Store *store = NULL;
    StoreCount *counts = NULL;
    size_t count = 0;
    bool was_broken = true;
    Arena arena;
    arena_init(&arena, alloc_heap(), 1024);
    EXPECT_EQ(store_sqlite_open(alloc_heap(), cut_path, &store, &was_broken), STATUS_OK);
    EXPECT(!was_broken);
    EXPECT_EQ(store->ops->counts(store, &arena, &counts, &count), STATUS_OK);
    uint64_t sum = 0;
    for (size_t i = 0; i < count; i++) {
        sum += counts[i].count;
    }
    store->ops->close(store);
    arena_release(&arena);
    return sum;
}

/* What has been acknowledged after each: the number of operations by then. */
static size_t play(size_t *acknowledged)
{
    bool was_broken;
    Store *store = NULL;
    EXPECT_EQ(store_sqlite_open(alloc_heap(), path, &store, &was_broken), STATUS_OK);
    size_t begun = op_count;
    for (size_t i = 0; i < FIGURES; i++) {
        StrView name = i % 3 == 0 ? SV("play") : i % 3 == 1 ? SV("choice/trick/present/2") : SV("finish/trick");
        EXPECT_EQ(store->ops->count_up(store, &(StoreCount){ SV("2026-11-26T09"), name, 1 }, 1), STATUS_OK);
        acknowledged[i] = op_count;
    }
    size_t ended = op_count;
    store->ops->close(store);
    op_count = ended; /* the power fails before the end */
    return begun;
}

int main(void)
{
    static size_t acknowledged[FIGURES];
    Rng rng;
    Disk disks[2] = { { malloc(FILE_BYTES_MAX), 0 }, { malloc(FILE_BYTES_MAX), 0 } };
    char log_path[300];
    rng_seed(&rng, 5);
    if (!mkdtemp(folder) || !disks[0].bytes || !disks[1].bytes) {
        return 1;
    }
    (void)snprintf(path, sizeof path, "%s/progress.db", folder);
    (void)snprintf(cut_path, sizeof cut_path, "%s/cut.db", folder);
    (void)snprintf(log_path, sizeof log_path, "%s-wal", cut_path);
    watch_writes();
    size_t begun = play(acknowledged);
    EXPECT(op_count < OPS_MAX && op_count - begun > FIGURES * 2);
    unsigned lost = 0, invented = 0;
    unsigned checkpoints = 0; /* from the log into the database, and the log begun anew */
    for (size_t i = begun; i < op_count; i++) {
        checkpoints += ops[i].kind == OP_SYNC && ops[i].file == 0;
    }
    EXPECT(checkpoints > 0);
    for (unsigned i = 0; i < CUTS; i++) {
        size_t cut = begun + rng_below(&rng, (uint32_t)(op_count - begun + 1));
        size_t sure = 0;
        while (sure < FIGURES && acknowledged[sure] <= cut) {
            sure++;
        }
        for (unsigned file = 0; file < 2; file++) {
            make_disk(file, cut, &rng, &disks[file]);
            write_file(file ? log_path : cut_path, &disks[file]);
        }
        uint64_t there = read_figure();
        lost += there < sure;
        invented += there > sure + 1; /* the one more was on its way */
        (void)unlink(log_path);
        (void)unlink(cut_path);
    }
    EXPECT_EQ(lost, 0);
    EXPECT_EQ(invented, 0);
    for (size_t i = 0; i < OPS_MAX; i++) {
        free(ops[i].bytes);
    }
    free(disks[0].bytes);
    free(disks[1].bytes);
    (void)unlink(path);
    (void)rmdir(folder);
    return TEST_MAIN_END();
}
