#include "file_internal.h"
#include "sango/base/wide_windows.h"

#include <fcntl.h>
#include <io.h>
#include <stdlib.h>
#include <windows.h>

static Status status_of_last_error(void)
{
    DWORD error = GetLastError();
    bool is_missing = error == ERROR_FILE_NOT_FOUND || error == ERROR_PATH_NOT_FOUND || error == ERROR_INVALID_NAME ||
                      error == ERROR_DIRECTORY;
    return is_missing ? STATUS_NOT_FOUND : STATUS_IO;
}

static uint64_t join(DWORD high, DWORD low)
{
    return (uint64_t)high << 32 | low;
}

Status file_look(const char *path, FileLook *look)
{
    WIN32_FILE_ATTRIBUTE_DATA info;
    wchar_t *wide = wide_path(path);
    *look = (FileLook){ 0 };
    if (!wide) {
        return STATUS_NOT_FOUND;
    }
    bool is_there = GetFileAttributesExW(wide, GetFileExInfoStandard, &info) != 0;
    Status status = is_there ? STATUS_OK : status_of_last_error();
    free(wide);
    if (is_there) {
        uint64_t written = join(info.ftLastWriteTime.dwHighDateTime, info.ftLastWriteTime.dwLowDateTime);
        look->bytes = join(info.nFileSizeHigh, info.nFileSizeLow);
        look->stamp = (written * UINT64_C(1099511628211) ^ look->bytes) | 1;
        look->is_folder = (info.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) != 0;
        look->is_file = !look->is_folder && (info.dwFileAttributes & FILE_ATTRIBUTE_DEVICE) == 0;
    }
    return status;
}

static FILE *open_file(const char *path, DWORD access, DWORD how, int flags, const char *mode)
{
    wchar_t *wide = wide_path(path);
    HANDLE handle = wide ? CreateFileW(wide, access, FILE_SHARE_READ, NULL, how, FILE_ATTRIBUTE_NORMAL, NULL) : INVALID_HANDLE_VALUE;
    free(wide);
    if (handle == INVALID_HANDLE_VALUE) {
        return NULL;
    }
    int file = _open_osfhandle((intptr_t)handle, flags);
    if (file < 0) {
        (void)CloseHandle(handle);
        return NULL;
    }
    FILE *stream = _fdopen(file, mode);
    if (!stream) {
        (void)_close(file);
    }
    return stream;
}

FILE *file_open_to_read(const char *path)
{
    return open_file(path, GENERIC_READ, OPEN_EXISTING, _O_RDONLY | _O_BINARY, "rb");
}

FILE *file_open_new(const char *path)
{
    return open_file(path, GENERIC_WRITE, CREATE_NEW, _O_BINARY, "wb");
}

bool file_sync(FILE *file)
{
    return _commit(_fileno(file)) == 0;
}

bool file_make_folder(const char *path)
{
    wchar_t *wide = wide_path(path);
    bool is_there = wide && (CreateDirectoryW(wide, NULL) || GetLastError() == ERROR_ALREADY_EXISTS);
    free(wide);
    return is_there;
}

bool file_unlink(const char *path)
{
    wchar_t *wide = wide_path(path);
    bool is_gone = wide && DeleteFileW(wide);
    free(wide);
    return is_gone;
}

bool file_is_there(const char *path)
{
    FileLook look;
    return file_look(path, &look) == STATUS_OK;
}

Status file_rename(const char *from, const char *to)
{
    wchar_t *wide_from = wide_path(from);
    wchar_t *wide_to = wide_path(to);
    bool is_done = wide_from && wide_to && MoveFileExW(wide_from, wide_to, MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH);
    free(wide_from);
    free(wide_to);
    return is_done ? STATUS_OK : STATUS_IO;
}

Status file_whole_path(const char *path, StrBuf *whole)
{
    wchar_t *wide = wide_path(path);
    DWORD room = wide && file_is_there(path) ? GetFullPathNameW(wide, 0, NULL, NULL) : 0;
    wchar_t *found = room ? calloc(room, sizeof *found) : NULL;
    if (found && GetFullPathNameW(wide, room, found, NULL)) {
        wide_append(whole, found);
    }
    Status status = !room ? STATUS_NOT_FOUND : !found || whole->failed ? STATUS_NOMEM : STATUS_OK;
    free(found);
    free(wide);
    return status;
}

Status file_each(const char *folder, Status (*take)(void *user, const char *name), void *user)
{
    WIN32_FIND_DATAW entry;
    StrBuf pattern, name;
    strbuf_init(&pattern, alloc_heap());
    strbuf_init(&name, alloc_heap());
    strbuf_printf(&pattern, "%s/*", folder);
    wchar_t *wide = pattern.failed ? NULL : wide_path(pattern.data);
    HANDLE find = wide ? FindFirstFileW(wide, &entry) : INVALID_HANDLE_VALUE;
    Status status = find != INVALID_HANDLE_VALUE ? STATUS_OK : wide ? status_of_last_error() : STATUS_NOT_FOUND;
    bool has_entry = status == STATUS_OK;
    while (has_entry && status == STATUS_OK) {
        strbuf_clear(&name);
        wide_append(&name, entry.cFileName);
        status = name.failed ? STATUS_NOMEM : take(user, name.data);
        has_entry = FindNextFileW(find, &entry) != 0;
    }
    if (find != INVALID_HANDLE_VALUE) {
        (void)FindClose(find);
    }
    free(wide);
    strbuf_release(&name);
    strbuf_release(&pattern);
    return status;
}
