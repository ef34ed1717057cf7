#include "file_internal.h"

#include "sango/base/strbuf.h"

#include <stdlib.h>

/* Reads all of `file` into *text; grows as it goes, so pipes work too. */
static Status read_all(const Allocator *alloc, FILE *file, size_t max_bytes, StrView *text)
{
    char *bytes = NULL;
    size_t capacity = 0;
    size_t len = 0;
    Status status = STATUS_OK;
    for (;;) {
        char *grown = alloc_grow(alloc, bytes, &capacity, len + 16384, 1);
        if (!grown) {
            status = STATUS_NOMEM;
            break;
        }
        bytes = grown;
        size_t got = fread(bytes + len, 1, capacity - len - 1, file);
        len += got;
        if (len > max_bytes) {
            status = STATUS_LIMIT;
            break;
        }
        if (got == 0) {
            status = ferror(file) ? STATUS_IO : STATUS_OK;
            break;
        }
    }
    if (status == STATUS_OK) {
        /* Exactly len + 1 bytes, so that file_free() knows the size. */
        char *fitted = alloc->resize(alloc->user, bytes, capacity, len + 1);
        if (fitted) {
            fitted[len] = '\0';
            *text = (StrView){ fitted, len };
            return STATUS_OK;
        }
        status = STATUS_NOMEM;
    }
    alloc_free(alloc, bytes, capacity);
    return status;
}

Status file_read(const Allocator *alloc, const char *path, size_t max_bytes, StrView *text)
{
    *text = (StrView){ NULL, 0 };
    FileLook look;
    Status status = file_look(path, &look);
    FILE *file = status == STATUS_OK && !look.is_folder ? file_open_to_read(path) : NULL;
    if (!file) {
        return status == STATUS_OK ? STATUS_IO : status;
    }
    status = read_all(alloc, file, max_bytes, text);
    (void)fclose(file);
    return status;
}

void file_free(const Allocator *alloc, StrView *text)
{
    if (text->data) {
        /* The view is the only handle on the caller's own block. */
        char *block = (char *)(uintptr_t)text->data;
        alloc_free(alloc, block, text->len + 1);
    }
    *text = (StrView){ NULL, 0 };
}

Status file_write(const char *path, StrView bytes)
{
    StrBuf beside;
    strbuf_init(&beside, alloc_heap());
    strbuf_printf(&beside, "%s.new", path);
    Status status = beside.failed ? STATUS_NOMEM : STATUS_IO;
    if (!beside.failed) {
        (void)file_unlink(beside.data); /* left by a power cut; or somebody's link, which is not to be written through */
    }
    FILE *file = beside.failed ? NULL : file_open_new(beside.data);
    if (file) {
        bool written = fwrite(bytes.data ? bytes.data : "", 1, bytes.len, file) == bytes.len;
        written = fflush(file) == 0 && file_sync(file) && written;
        written = fclose(file) == 0 && written;
        status = written ? file_rename(beside.data, path) : STATUS_IO;
        if (status != STATUS_OK) {
            (void)file_unlink(beside.data);
        }
    }
    strbuf_release(&beside);
    return status;
}

Status file_make_folders(const char *path)
{
    StrBuf part;
    strbuf_init(&part, alloc_heap());
    strbuf_append(&part, strview_from_cstr(path));
    Status status = part.failed ? STATUS_NOMEM : STATUS_OK;
    for (size_t i = 1; status == STATUS_OK && i <= part.len; i++) {
        if (part.data[i] == '/' || part.data[i] == '\0') {
            char kept = part.data[i];
            part.data[i] = '\0';
            status = part.data[i - 1] == ':' || file_make_folder(part.data) ? STATUS_OK : STATUS_IO; /* "C:" is there */
            part.data[i] = kept;
        }
    }
    if (status == STATUS_OK && !file_is_folder(path)) {
        status = STATUS_IO; /* a file has the name */
    }
    strbuf_release(&part);
    return status;
}

bool file_is_folder(const char *path)
{
    FileLook look;
    return file_look(path, &look) == STATUS_OK && look.is_folder;
}

Status file_size(const char *path, uint64_t *bytes)
{
    FileLook look = { 0 };
    Status status = file_look(path, &look);
    *bytes = look.is_file ? look.bytes : 0;
    return status == STATUS_OK && !look.is_file ? STATUS_IO : status;
}

uint64_t file_stamp(const char *path)
{
    FileLook look;
    return file_look(path, &look) == STATUS_OK ? look.stamp : 0;
}

Status file_remove(const char *path)
{
    uint64_t bytes;
    Status status = file_size(path, &bytes);
    return status != STATUS_OK ? status : file_unlink(path) ? STATUS_OK : STATUS_IO;
}

static bool begins_and_ends(StrView name, StrView begin, StrView end)
{
    return strview_starts_with(name, begin) && name.len >= end.len && strview_equal(strview_slice(name, name.len - end.len, end.len), end);
}

static bool is_file(const char *folder, const char *name)
{
    uint64_t bytes;
    StrBuf path;
    strbuf_init(&path, alloc_heap());
    strbuf_printf(&path, "%s/%s", folder, name);
    bool is = !path.failed && file_size(path.data, &bytes) == STATUS_OK;
    strbuf_release(&path);
    return is;
}

static int by_bytes(const void *a, const void *b)
{
    return strview_compare(*(const StrView *)a, *(const StrView *)b);
}

typedef struct Listing {
    Arena *arena;
    const char *folder;
    StrView begin, end;
    bool only_files;
    StrView *names;
    size_t count;
} Listing;

static Status take_name(void *user, const char *text)
{
    Listing *list = user;
    StrView name = strview_from_cstr(text);
    bool is_meant = list->only_files ? begins_and_ends(name, list->begin, list->end) && is_file(list->folder, text) : text[0] != '.';
    if (!is_meant) {
        return STATUS_OK;
    }
    StrView *grown = arena_grow(list->arena, list->names, list->count, sizeof *list->names);
    StrView copy = arena_copy(list->arena, name);
    if (!grown || !copy.data) {
        return STATUS_NOMEM;
    }
    list->names = grown;
    grown[list->count++] = copy;
    return STATUS_OK;
}

static Status list_names(Listing *list, StrView **names, size_t *count)
{
    Status status = file_each(list->folder, take_name, list);
    *names = list->names;
    *count = list->count;
    if (list->count) {
        qsort(list->names, list->count, sizeof *list->names, by_bytes);
    }
    return status == STATUS_NOT_FOUND ? STATUS_OK : status;
}

Status file_list(Arena *arena, const char *folder, StrView begin, StrView end, StrView **names, size_t *count)
{
    Listing list = { .arena = arena, .folder = folder, .begin = begin, .end = end, .only_files = true };
    return list_names(&list, names, count);
}

Status file_list_all(Arena *arena, const char *folder, StrView **names, size_t *count)
{
    Listing list = { .arena = arena, .folder = folder };
    return list_names(&list, names, count);
}
