#define _DEFAULT_SOURCE 1
#include "sango/base/system.h"

#include "sango/base/file.h"

#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>
#include <unistd.h>

void system_user_folder(StrBuf *folder)
{
    const char *xdg = getenv("XDG_DATA_HOME");
    const char *home = getenv("HOME");
    if (xdg && xdg[0] == '/') {
        strbuf_printf(folder, "%s/sango", xdg);
    } else if (home && home[0]) {
        strbuf_printf(folder, "%s/.local/share/sango", home);
    }
}

/* A line XDG_DOCUMENTS_DIR="$HOME/Documents" of user-dirs.dirs. */
void system_documents_folder(StrBuf *folder)
{
    enum { BYTES_MAX = 64 * 1024 };
    StrView key = SV("XDG_DOCUMENTS_DIR=\""), from_home = SV("$HOME/");
    const char *config = getenv("XDG_CONFIG_HOME");
    const char *home = getenv("HOME");
    size_t before = folder->len;
    StrBuf path;
    StrView text, line;
    if (!home || !home[0]) {
        return;
    }
    strbuf_init(&path, alloc_heap());
    strbuf_printf(&path, "%s%s/user-dirs.dirs", config && config[0] == '/' ? config : home, config && config[0] == '/' ? "" : "/.config");
    Status status = file_read(alloc_heap(), path.data, BYTES_MAX, &text);
    StrView rest = text;
    while (status == STATUS_OK && folder->len == before && strview_take(&rest, '\n', &line)) {
        line = strview_trim(line);
        if (!strview_starts_with(line, key) || line.data[line.len - 1] != '"') {
            continue;
        }
        StrView value = strview_slice(line, key.len, line.len - key.len - 1);
        if (strview_starts_with(value, from_home)) {
            strbuf_printf(folder, "%s/%.*s", home, SV_ARG(strview_slice(value, from_home.len, value.len - from_home.len)));
        } else if (value.len && value.data[0] == '/') {
            strbuf_append(folder, value);
        }
    }
    file_free(alloc_heap(), &text);
    strbuf_release(&path);
}

void system_settings_folder(StrBuf *folder)
{
    strbuf_append(folder, SV("/etc/sango"));
}

void system_program_folder(StrBuf *folder)
{
    char exe[4096];
    ssize_t len = readlink("/proc/self/exe", exe, sizeof exe);
    while (len > 0 && len < (ssize_t)sizeof exe && exe[len - 1] != '/') {
        len--;
    }
    if (len > 1 && len < (ssize_t)sizeof exe) {
        strbuf_append(folder, (StrView){ exe, (size_t)len - 1 });
    }
}

bool system_random(void *bytes, size_t len)
{
    return getentropy(bytes, len) == 0;
}

bool system_free_bytes(const char *path, uint64_t *bytes)
{
    struct statvfs disk;
    bool is_known = statvfs(path, &disk) == 0;
    *bytes = is_known ? (uint64_t)disk.f_bavail * disk.f_frsize : 0;
    return is_known;
}

void system_wipe(void *bytes, size_t len)
{
    explicit_bzero(bytes, len);
}
