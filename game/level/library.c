#include "sango/level/library.h"

#include "sango/base/file.h"

static void say(DiagSink *diags, StrView file, const char *text, StrView detail)
{
    diag_report(diags, DIAG_ERROR, (SourcePos){ .file = file }, 0, "pack-file", "%s%.*s", text, SV_ARG(detail));
}

static bool has_id(const LevelLibrary *library, StrView id)
{
    for (size_t i = 0; i < library->count; i++) {
        if (strview_equal(library->packs[i].id, id)) {
            return true;
        }
    }
    return false;
}

/* A pack that cannot be used is reported; only missing memory ends it all. */
static Status add_pack(LevelLibrary *library, const char *path, DiagSink *diags)
{
    LevelPack pack;
    LevelPack *grown = alloc_grow(library->alloc, library->packs, &library->capacity, library->count + 1, sizeof *grown);
    if (!grown) {
        return STATUS_NOMEM;
    }
    library->packs = grown;
    Status status = level_pack_load(library->alloc, path, diags, &pack);
    if (status != STATUS_OK) {
        return status == STATUS_NOMEM ? STATUS_NOMEM : STATUS_OK;
    }
    if (has_id(library, pack.id)) {
        say(diags, strview_from_cstr(path), "left out: there is another pack with the id ", pack.id);
        level_pack_release(&pack);
        return STATUS_OK;
    }
    library->packs[library->count++] = pack;
    return STATUS_OK;
}

static bool ends_in_zip(StrView name)
{
    StrView end = SV(".zip");
    return name.len > end.len && strview_equal(strview_slice(name, name.len - end.len, end.len), end);
}

static Status add_entry(LevelLibrary *library, const char *folder, StrView name, DiagSink *diags)
{
    StrBuf path;
    strbuf_init(&path, library->alloc);
    strbuf_printf(&path, "%s/%.*s", folder, SV_ARG(name));
    Status status = path.failed ? STATUS_NOMEM : STATUS_OK;
    bool is_folder = status == STATUS_OK && file_is_folder(path.data);
    if (status == STATUS_OK && (is_folder || ends_in_zip(name))) {
        if (library->count < LIBRARY_PACKS_MAX) {
            status = add_pack(library, path.data, diags);
        } else {
            say(diags, strbuf_view(&path), "left out: there are 64 packs already", SV(""));
        }
    }
    strbuf_release(&path);
    return status;
}

static Status add_folder(LevelLibrary *library, const char *folder, DiagSink *diags)
{
    Arena arena;
    StrView *names;
    size_t count;
    arena_init(&arena, library->alloc, 4096);
    Status status = file_list_all(&arena, folder, &names, &count);
    status = status == STATUS_IO ? STATUS_OK : status; /* a folder that may not be read has no packs, as one that is not there */
    for (size_t i = 0; i < count && status == STATUS_OK; i++) {
        status = add_entry(library, folder, names[i], diags);
    }
    arena_release(&arena);
    return status;
}

Status level_library_open(const Allocator *alloc, const char *own, const char *folder, DiagSink *diags, LevelLibrary *library)
{
    DiagSink counting = { 0 };
    DiagSink *sink = diags ? diags : &counting;
    *library = (LevelLibrary){ .alloc = alloc };
    Status status = add_pack(library, own, sink);
    library->has_own = library->count == 1;
    if (status == STATUS_OK && folder) {
        status = add_folder(library, folder, sink);
    }
    if (status != STATUS_OK) {
        level_library_release(library);
    }
    return status;
}

void level_library_release(LevelLibrary *library)
{
    for (size_t i = 0; i < library->count; i++) {
        level_pack_release(&library->packs[i]);
    }
    if (library->packs) {
        alloc_free(library->alloc, library->packs, library->capacity * sizeof *library->packs);
    }
    *library = (LevelLibrary){ 0 };
}

const LevelEntry *level_library_find(const LevelLibrary *library, StrView name, const LevelPack **pack)
{
    for (size_t i = 0; i < library->count; i++) {
        for (size_t k = 0; k < library->packs[i].level_count; k++) {
            const LevelEntry *level = &library->packs[i].levels[k];
            if (strview_equal(level->key, name) || strview_equal(level->id, name)) {
                *pack = &library->packs[i];
                return level;
            }
        }
    }
    return NULL;
}
