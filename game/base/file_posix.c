#define _XOPEN_SOURCE 700
#include "file_internal.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static Status status_of_errno(void)
{
    return errno == ENOENT || errno == ENOTDIR ? STATUS_NOT_FOUND : STATUS_IO;
}

static uint64_t add_number(uint64_t hash, uint64_t number)
{
    return (hash ^ number) * UINT64_C(1099511628211);
}

Status file_look(const char *path, FileLook *look)
{
    struct stat info;
    *look = (FileLook){ 0 };
    if (stat(path, &info) != 0) {
        return status_of_errno();
    }
    uint64_t stamp = add_number(UINT64_C(14695981039346656037), (uint64_t)info.st_mtim.tv_sec);
    stamp = add_number(stamp, (uint64_t)info.st_mtim.tv_nsec);
    stamp = add_number(stamp, (uint64_t)info.st_ino);
    stamp = add_number(stamp, (uint64_t)info.st_size);
    *look = (FileLook){ .is_folder = S_ISDIR(info.st_mode),
                        .is_file = S_ISREG(info.st_mode),
                        .bytes = (uint64_t)info.st_size,
                        .stamp = stamp ? stamp : 1 };
    return STATUS_OK;
}

FILE *file_open_to_read(const char *path)
{
    return fopen(path, "rb");
}

FILE *file_open_new(const char *path)
{
    return fopen(path, "wbx");
}

bool file_sync(FILE *file)
{
    return fsync(fileno(file)) == 0;
}

bool file_make_folder(const char *path)
{
    return mkdir(path, 0700) == 0 || errno == EEXIST;
}

bool file_unlink(const char *path)
{
    return unlink(path) == 0;
}

bool file_is_there(const char *path)
{
    return access(path, R_OK) == 0;
}

Status file_rename(const char *from, const char *to)
{
    return rename(from, to) == 0 ? STATUS_OK : STATUS_IO;
}

Status file_whole_path(const char *path, StrBuf *whole)
{
    char *found = realpath(path, NULL);
    if (!found) {
        return errno == ENOMEM ? STATUS_NOMEM : STATUS_NOT_FOUND;
    }
    strbuf_append(whole, strview_from_cstr(found));
    free(found);
    return whole->failed ? STATUS_NOMEM : STATUS_OK;
}

Status file_each(const char *folder, Status (*take)(void *user, const char *name), void *user)
{
    DIR *dir = opendir(folder);
    Status status = dir ? STATUS_OK : status_of_errno();
    const struct dirent *entry;
    while (status == STATUS_OK && (entry = readdir(dir)) != NULL) {
        status = take(user, entry->d_name);
    }
    if (dir) {
        (void)closedir(dir);
    }
    return status;
}
