#include "sango/base/system.h"

#include "sango/base/wide_windows.h"

#include <initguid.h>
#include <knownfolders.h>
#include <shlobj.h>
#include <stdlib.h>
#include <windows.h>
#include <bcrypt.h>

static void add_known_folder(StrBuf *folder, const KNOWNFOLDERID *id, const char *below)
{
    wchar_t *path = NULL;
    if (SHGetKnownFolderPath(id, KF_FLAG_DEFAULT, NULL, &path) == S_OK) {
        wide_append(folder, path);
        strbuf_append(folder, strview_from_cstr(below));
    }
    CoTaskMemFree(path);
}

void system_user_folder(StrBuf *folder)
{
    add_known_folder(folder, &FOLDERID_RoamingAppData, "/sango-story");
}

void system_documents_folder(StrBuf *folder)
{
    add_known_folder(folder, &FOLDERID_Documents, "");
}

void system_settings_folder(StrBuf *folder)
{
    add_known_folder(folder, &FOLDERID_ProgramData, "/sango-story");
}

void system_program_folder(StrBuf *folder)
{
    enum { ROOM = 32768 }; /* the longest path of Windows */
    wchar_t *path = calloc(ROOM, sizeof *path);
    DWORD len = path ? GetModuleFileNameW(NULL, path, ROOM) : 0;
    while (len > 0 && len < ROOM && path[len - 1] != L'\\') {
        len--;
    }
    if (len > 1 && len < ROOM) {
        path[len - 1] = L'\0';
        wide_append(folder, path);
    }
    free(path);
}

bool system_random(void *bytes, size_t len)
{
    return BCryptGenRandom(NULL, bytes, (ULONG)len, BCRYPT_USE_SYSTEM_PREFERRED_RNG) == 0;
}

/* Windows asks for a folder. */
bool system_free_bytes(const char *path, uint64_t *bytes)
{
    ULARGE_INTEGER available;
    wchar_t *wide = wide_path(path);
    wchar_t *last = wide ? wcsrchr(wide, L'\\') : NULL;
    if (last) {
        last[1] = L'\0';
    }
    bool is_known = last && GetDiskFreeSpaceExW(wide, &available, NULL, NULL);
    *bytes = is_known ? available.QuadPart : 0;
    free(wide);
    return is_known;
}

void system_wipe(void *bytes, size_t len)
{
    SecureZeroMemory(bytes, len);
}
