#define _XOPEN_SOURCE 700
#include "project_files.h"

#include "sango/base/file.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static void join(StrBuf *path, const ProjectFiles *files, StrView name)
{
    strbuf_init(path, alloc_heap());
    strbuf_printf(path, "%s%s%.*s", files->root, name.len ? "/" : "", SV_ARG(name));
}

/* The real path of something below the root; NULL when it is not there or leads out. */
static char *resolve(const ProjectFiles *files, const char *path)
{
    char *real = realpath(path, NULL);
    size_t len = strlen(files->root);
    bool is_inside = real && strncmp(real, files->root, len) == 0 &&
                     (real[len] == '/' || real[len] == '\0' || strcmp(files->root, "/") == 0);
    if (real && !is_inside) {
        free(real);
        real = NULL;
    }
    return real;
}

static Status read_inside(void *user, const Allocator *alloc, StrView path, size_t max_bytes, StrView *text)
{
    const ProjectFiles *files = user;
    StrBuf full;
    *text = (StrView){ NULL, 0 };
    join(&full, files, path);
    char *real = full.failed ? NULL : resolve(files, full.data);
    Status status = full.failed ? STATUS_NOMEM
                    : real      ? file_read(alloc, real, max_bytes, text)
                                : STATUS_NOT_FOUND;
    free(real);
    strbuf_release(&full);
    return status;
}

static void visit_entry(const ProjectFiles *files, StrView folder, const char *name,
                        void (*visit)(void *context, StrView name, bool is_folder), void *context)
{
    StrBuf path;
    struct stat found;
    join(&path, files, folder);
    strbuf_printf(&path, "/%s", name);
    if (!path.failed && lstat(path.data, &found) == 0) {
        bool is_link = S_ISLNK(found.st_mode);
        char *real = is_link ? resolve(files, path.data) : NULL;
        if (S_ISDIR(found.st_mode)) {
            visit(context, strview_from_cstr(name), true);
        } else if (S_ISREG(found.st_mode) || (real && stat(real, &found) == 0 && S_ISREG(found.st_mode))) {
            visit(context, strview_from_cstr(name), false);
        }
        free(real);
    }
    strbuf_release(&path);
}

static Status list_inside(void *user, StrView folder,
                          void (*visit)(void *context, StrView name, bool is_folder), void *context)
{
    const ProjectFiles *files = user;
    StrBuf path;
    join(&path, files, folder);
    DIR *directory = path.failed ? NULL : opendir(path.data);
    Status status = path.failed ? STATUS_NOMEM : directory ? STATUS_OK : STATUS_IO;
    strbuf_release(&path);
    for (struct dirent *entry = directory ? readdir(directory) : NULL; entry; entry = readdir(directory)) {
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0) {
            visit_entry(files, folder, entry->d_name, visit, context);
        }
    }
    if (directory) {
        (void)closedir(directory);
    }
    return status;
}

Status project_files_open(ProjectFiles *files, const char *folder)
{
    *files = (ProjectFiles){ .files = { read_inside, list_inside, files, { NULL, 0 } } };
    strbuf_init(&files->shown, alloc_heap());
    if (folder[0]) {
        strbuf_printf(&files->shown, "%s%s", folder, folder[strlen(folder) - 1] == '/' ? "" : "/");
    }
    files->root = realpath(folder[0] ? folder : ".", NULL);
    files->files.shown = strbuf_view(&files->shown);
    return files->shown.failed ? STATUS_NOMEM : files->root ? STATUS_OK : STATUS_NOT_FOUND;
}

void project_files_close(ProjectFiles *files)
{
    free(files->root);
    strbuf_release(&files->shown);
}
