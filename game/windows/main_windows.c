/* Where Windows begins: the command line as UTF-8, and somewhere for words to go. The rest is game/main.c. */
#include "main_windows.h"

#include "sango/base/alloc.h"
#include "sango/base/file.h"
#include "sango/base/strbuf.h"
#include "sango/base/system.h"
#include "sango/base/wide_windows.h"

#include <stdio.h>
#include <stdlib.h>
#include <windows.h>
#include <shellapi.h>

enum { LOG_BYTES_MAX = 1 << 20, SHOWN_BYTES_MAX = 600 };

static bool has_place(DWORD which)
{
    HANDLE handle = GetStdHandle(which);
    return handle != NULL && handle != INVALID_HANDLE_VALUE;
}

/* A program with windows has no console of its own. Started from one it writes there; into a file or a pipe, there; and
 * by a double click, into a log beside the player's progress. Appends the path of that. */
static void find_place_for_words(StrBuf *log)
{
    bool has_out = has_place(STD_OUTPUT_HANDLE);
    bool has_err = has_place(STD_ERROR_HANDLE);
    bool has_in = has_place(STD_INPUT_HANDLE);
    if (AttachConsole(ATTACH_PARENT_PROCESS)) {
        (void)SetConsoleOutputCP(CP_UTF8);
        (void)SetConsoleCP(CP_UTF8);
        (void)(has_out || freopen("CONOUT$", "w", stdout));
        (void)(has_err || freopen("CONOUT$", "w", stderr));
        (void)(has_in || freopen("CONIN$", "r", stdin));
    } else if (!has_err) {
        system_user_folder(log);
        strbuf_append(log, SV("/log.txt"));
    }
}

static void write_into(const StrBuf *log)
{
    StrBuf folder;
    strbuf_init(&folder, alloc_heap());
    system_user_folder(&folder);
    wchar_t *wide = log->failed || folder.failed || file_make_folders(folder.data) != STATUS_OK ? NULL : wide_path(log->data);
    if (wide && _wfreopen(wide, L"w", stderr)) {
        setvbuf(stderr, NULL, _IONBF, 0);
    }
    free(wide);
    strbuf_release(&folder);
}

/* It ended badly and nobody saw why: the last lines, in a window. */
static void show_log(const char *log)
{
    StrView text;
    (void)fflush(stderr);
    if (file_read(alloc_heap(), log, LOG_BYTES_MAX, &text) != STATUS_OK || text.len == 0) {
        return;
    }
    size_t from = text.len > SHOWN_BYTES_MAX ? text.len - SHOWN_BYTES_MAX : 0;
    wchar_t *wide = calloc(text.len + 1, sizeof *wide);
    if (wide && MultiByteToWideChar(CP_UTF8, 0, text.data + from, (int)(text.len - from), wide, (int)text.len)) {
        (void)MessageBoxW(NULL, wide, L"Sango's Story", MB_OK | MB_ICONWARNING);
    }
    free(wide);
    file_free(alloc_heap(), &text);
}

/* As UTF-8; kept until the program ends. NULL without memory. */
static char **read_command_line(int *count)
{
    wchar_t **wide = CommandLineToArgvW(GetCommandLineW(), count);
    char **words = wide ? calloc((size_t)*count + 1, sizeof *words) : NULL;
    for (int i = 0; words && i < *count; i++) {
        int room = WideCharToMultiByte(CP_UTF8, 0, wide[i], -1, NULL, 0, NULL, NULL);
        words[i] = calloc((size_t)room + 1, 1);
        if (!words[i] || room <= 0 || !WideCharToMultiByte(CP_UTF8, 0, wide[i], -1, words[i], room, NULL, NULL)) {
            return NULL;
        }
    }
    (void)LocalFree(wide);
    return words;
}

int main(void)
{
    int count = 0;
    StrBuf log;
    strbuf_init(&log, alloc_heap());
    find_place_for_words(&log);
    if (log.len) {
        write_into(&log);
    }
    char **words = read_command_line(&count);
    int code = words ? sango_main(count, words) : 1;
    if (code != 0 && log.len && !log.failed) {
        show_log(log.data);
    }
    strbuf_release(&log);
    return code;
}
