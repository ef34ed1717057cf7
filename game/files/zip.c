#include "zip.h"

#include <physfs.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

static unsigned open_count;   /* zips mounted now */
static unsigned mount_number; /* of the last one: two mounts never share a folder */

static void say(DiagSink *diags, const char *path, const char *text, StrView detail)
{
    DiagSink unheard = { 0 };
    diag_report(diags ? diags : &unheard, DIAG_ERROR, (SourcePos){ .file = strview_from_cstr(path) }, 0, "pack-zip", "%s%s%.*s", text,
                detail.len ? ": " : "", SV_ARG(detail));
}

/* --- what is in it ----------------------------------------------------------------------- */

typedef struct Census {
    const Zip *zip;
    const char *path;
    DiagSink *diags;
    size_t entries, outside;
    char first[FILE_TREE_NAME_BYTES_MAX + 1]; /* the only name at the top */
    size_t top;
} Census;

static PHYSFS_EnumerateCallbackResult count_entry(void *user, const char *folder, const char *name)
{
    Census *census = user;
    char path[2 * FILE_TREE_NAME_BYTES_MAX + 64];
    bool is_top = strcmp(folder, census->zip->root) == 0;
    if (++census->entries > FILE_TREE_ENTRIES_MAX) {
        return PHYSFS_ENUM_STOP;
    }
    int length = snprintf(path, sizeof path, "%s/%s", folder, name);
    StrView inside = strview_from_cstr(path + strlen(census->zip->root) + 1);
    if (length >= (int)sizeof path || !file_tree_is_inside(inside)) {
        if (census->outside++ == 0) {
            say(census->diags, census->path, "this name leads out of the zip or is too long, so nothing of the zip is read", strview_from_cstr(name));
        }
        return PHYSFS_ENUM_OK;
    }
    if (is_top && census->top++ == 0) {
        (void)snprintf(census->first, sizeof census->first, "%s", name);
    }
    PHYSFS_Stat found;
    if (PHYSFS_stat(path, &found) && found.filetype == PHYSFS_FILETYPE_DIRECTORY) {
        (void)PHYSFS_enumerate(path, count_entry, census);
        return census->entries > FILE_TREE_ENTRIES_MAX ? PHYSFS_ENUM_STOP : PHYSFS_ENUM_OK;
    }
    return PHYSFS_ENUM_OK;
}

/* Walks over all names once, before any is used. */
static Status look_through(Zip *zip, const char *path, DiagSink *diags)
{
    Census census = { .zip = zip, .path = path, .diags = diags };
    char inner[sizeof census.first + sizeof zip->root + 16];
    PHYSFS_Stat found;
    (void)PHYSFS_enumerate(zip->root, count_entry, &census);
    if (census.entries > FILE_TREE_ENTRIES_MAX) {
        say(diags, path, "more than 4096 files and folders", SV(""));
        return STATUS_LIMIT;
    }
    if (census.outside) {
        return STATUS_INVALID;
    }
    (void)snprintf(inner, sizeof inner, "%s/%s", zip->root, census.first);
    if (census.top == 1 && PHYSFS_stat(inner, &found) && found.filetype == PHYSFS_FILETYPE_DIRECTORY) {
        (void)snprintf(zip->below, sizeof zip->below, "/%s", census.first);
    }
    return STATUS_OK;
}

/* --- opening ------------------------------------------------------------------------------- */

static Status begin(void)
{
    if (!PHYSFS_isInit() && !PHYSFS_init(NULL)) {
        return STATUS_NOMEM;
    }
    open_count++;
    return STATUS_OK;
}

static void end(void)
{
    if (--open_count == 0) {
        (void)PHYSFS_deinit();
    }
}

Status zip_open(const char *path, DiagSink *diags, Zip *zip)
{
    struct stat found;
    *zip = (Zip){ { 0 }, { 0 } };
    if (stat(path, &found) == 0 && found.st_size > FILE_TREE_ZIP_BYTES_MAX) {
        say(diags, path, "larger than 64 MiB", SV(""));
        return STATUS_LIMIT;
    }
    Status status = begin();
    if (status != STATUS_OK) {
        return status;
    }
    (void)snprintf(zip->root, sizeof zip->root, "/zip%u", ++mount_number);
    if (!PHYSFS_mount(path, zip->root, 1)) {
        say(diags, path, "this is no zip, or a damaged one", strview_from_cstr(PHYSFS_getErrorByCode(PHYSFS_getLastErrorCode())));
        end();
        return STATUS_INVALID;
    }
    status = look_through(zip, path, diags);
    if (status != STATUS_OK) {
        zip_close(zip, path);
    }
    return status;
}

void zip_close(Zip *zip, const char *path)
{
    (void)zip;
    (void)PHYSFS_unmount(path);
    end();
}

/* --- reading ------------------------------------------------------------------------------- */

/* What the zip says of the size is not believed: `max_bytes` and one more are asked for at most. */
static Status read_open(PHYSFS_File *file, const Allocator *alloc, size_t max_bytes, StrView *text)
{
    enum { STEP = 64 * 1024 };
    char *bytes = NULL;
    size_t capacity = 0, len = 0;
    Status status = STATUS_OK;
    for (;;) {
        char *grown = alloc_grow(alloc, bytes, &capacity, len + STEP + 1, 1);
        if (!grown) {
            status = STATUS_NOMEM;
            break;
        }
        bytes = grown;
        PHYSFS_sint64 got = PHYSFS_readBytes(file, bytes + len, STEP);
        if (got <= 0) {
            status = got < 0 || !PHYSFS_eof(file) ? STATUS_IO : STATUS_OK;
            break;
        }
        len += (size_t)got;
        if (len > max_bytes) {
            status = STATUS_LIMIT;
            break;
        }
    }
    char *fitted = status == STATUS_OK ? alloc->resize(alloc->user, bytes, capacity, len + 1) : NULL;
    if (!fitted) {
        alloc_free(alloc, bytes, capacity);
        return status == STATUS_OK ? STATUS_NOMEM : status;
    }
    fitted[len] = '\0';
    *text = (StrView){ fitted, len };
    return STATUS_OK;
}

Status zip_read(const Zip *zip, const Allocator *alloc, StrView name, size_t max_bytes, StrView *text)
{
    char path[2 * FILE_TREE_NAME_BYTES_MAX + 64];
    (void)snprintf(path, sizeof path, "%s%s/%.*s", zip->root, zip->below, SV_ARG(name));
    PHYSFS_File *file = PHYSFS_openRead(path);
    if (!file) {
        PHYSFS_ErrorCode code = PHYSFS_getLastErrorCode();
        return code == PHYSFS_ERR_NOT_FOUND ? STATUS_NOT_FOUND : code == PHYSFS_ERR_OUT_OF_MEMORY ? STATUS_NOMEM : STATUS_IO;
    }
    Status status = read_open(file, alloc, max_bytes, text);
    (void)PHYSFS_close(file);
    return status;
}
