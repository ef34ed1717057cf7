/* Any bytes as a pack.json: it loads, or every refusal names a place in the file. */
#define _DEFAULT_SOURCE
#include "sango/base/file.h"
#include "sango/level/pack.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static char folder[] = "/tmp/sango-fuzz-XXXXXX";
static char path[sizeof folder + 16];

static void remove_folder(void)
{
    (void)unlink(path);
    (void)rmdir(folder);
}

static void open_folder(void)
{
    if (!path[0]) {
        if (!mkdtemp(folder) || atexit(remove_folder) != 0) {
            abort();
        }
        (void)snprintf(path, sizeof path, "%s/pack.json", folder);
    }
}

static void check_diag(void *user, const Diag *diag)
{
    size_t lines = *(const size_t *)user;
    if (diag->pos.line == 0 || diag->pos.line > lines || diag->pos.column == 0) {
        abort();
    }
}

static void check_level(const LevelPack *pack, const LevelEntry *level)
{
    if (level->id.len == 0 || level->file_count == 0 || level->bands == 0 || level->start.len == 0 ||
        level_pack_find(pack, level->id) != level) {
        abort();
    }
    for (size_t i = 0; i < level->file_count; i++) {
        StrView rest = level->files[i], part;
        if (rest.len == 0 || rest.data[0] == '/') {
            abort();
        }
        while (strview_take(&rest, '/', &part)) {
            if (part.len == 0 || strview_equal(part, SV("..")) || strview_equal(part, SV("."))) {
                abort();
            }
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    size_t lines = 1;
    for (size_t i = 0; i < size; i++) {
        lines += data[i] == '\n';
    }
    open_folder();
    if (file_write(path, (StrView){ (const char *)data, size }) != STATUS_OK) {
        abort();
    }
    LevelPack pack;
    DiagSink diags = { .report = check_diag, .user = &lines };
    Status status = level_pack_load(alloc_heap(), folder, &diags, &pack);
    if ((status == STATUS_OK) != (diags.errors == 0)) {
        abort();
    }
    for (size_t i = 0; status == STATUS_OK && i < pack.level_count; i++) {
        check_level(&pack, &pack.levels[i]);
    }
    if (status == STATUS_OK) {
        level_pack_release(&pack);
    }
    return 0;
}
