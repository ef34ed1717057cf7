#define _POSIX_C_SOURCE 200809L
#include "sango/base/file.h"
#include "sango/base/strbuf.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

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
    struct stat info;
    if (stat(path, &info) != 0) {
        return errno == ENOENT || errno == ENOTDIR ? STATUS_NOT_FOUND : STATUS_IO;
    }
    if (S_ISDIR(info.st_mode)) {
        return STATUS_IO;
    }
    FILE *file = fopen(path, "rb");
    if (!file) {
        return STATUS_IO;
    }
    Status status = read_all(alloc, file, max_bytes, text);
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
        (void)unlink(beside.data); /* left by a power cut; or somebody's link, which is not to be written through */
    }
    FILE *file = beside.failed ? NULL : fopen(beside.data, "wbx");
    if (file) {
        bool written = fwrite(bytes.data ? bytes.data : "", 1, bytes.len, file) == bytes.len;
        written = fflush(file) == 0 && fsync(fileno(file)) == 0 && written;
        written = fclose(file) == 0 && written;
        if (written && rename(beside.data, path) == 0) {
            status = STATUS_OK;
        } else {
            (void)remove(beside.data);
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
            if (mkdir(part.data, 0700) != 0 && errno != EEXIST) {
                status = STATUS_IO;
            }
            part.data[i] = kept;
        }
    }
    struct stat info;
    if (status == STATUS_OK && (stat(path, &info) != 0 || !S_ISDIR(info.st_mode))) {
        status = STATUS_IO; /* a file has the name */
    }
    strbuf_release(&part);
    return status;
}

Status file_size(const char *path, uint64_t *bytes)
{
    struct stat info;
    if (stat(path, &info) != 0) {
        return errno == ENOENT || errno == ENOTDIR ? STATUS_NOT_FOUND : STATUS_IO;
    }
    *bytes = S_ISREG(info.st_mode) ? (uint64_t)info.st_size : 0;
    return S_ISREG(info.st_mode) ? STATUS_OK : STATUS_IO;
}

Status file_remove(const char *path)
{
    uint64_t bytes;
    Status status = file_size(path, &bytes);
    return status != STATUS_OK ? status : unlink(path) == 0 ? STATUS_OK : STATUS_IO;
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

Status file_list(Arena *arena, const char *folder, StrView begin, StrView end, StrView **names, size_t *count)
{
    DIR *dir = opendir(folder);
    *names = NULL;
    *count = 0;
    if (!dir) {
        return errno == ENOENT || errno == ENOTDIR ? STATUS_OK : STATUS_IO;
    }
    Status status = STATUS_OK;
    for (const struct dirent *entry = readdir(dir); entry && status == STATUS_OK; entry = readdir(dir)) {
        StrView name = strview_from_cstr(entry->d_name);
        if (!begins_and_ends(name, begin, end) || !is_file(folder, entry->d_name)) {
            continue;
        }
        StrView *grown = arena_grow(arena, *names, *count, sizeof **names);
        StrView copy = arena_copy(arena, name);
        if (!grown || !copy.data) {
            status = STATUS_NOMEM;
        } else {
            *names = grown;
            grown[(*count)++] = copy;
        }
    }
    (void)closedir(dir);
    if (*count) {
        qsort(*names, *count, sizeof **names, by_bytes);
    }
    return status;
}
