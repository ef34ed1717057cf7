#define _POSIX_C_SOURCE 200809L
#include "sango/base/file.h"
#include "sango/base/strbuf.h"

#include <errno.h>
#include <stdio.h>
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
    FILE *file = beside.failed ? NULL : fopen(beside.data, "wb");
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
