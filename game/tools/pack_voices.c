#define _POSIX_C_SOURCE 200809L
#include "pack_texts.h"

#include "sango/base/strbuf.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

typedef struct VoiceCount {
    size_t lines, spoken; /* lines that a child meets; those of them that have a recording */
    YarnLineInfo first;   /* without one */
} VoiceCount;

/* As the game asks for it: "line:ab12" without its first word. */
static StrView file_name_of(StrView id)
{
    StrView rest = id, prefix;
    return strview_take(&rest, ':', &prefix) && rest.len ? rest : id;
}

static bool count_line(VoiceCount *count, const YarnLineInfo *line, const char *folder)
{
    StrBuf path;
    struct stat found;
    StrView name = file_name_of(line->id);
    strbuf_init(&path, alloc_heap());
    strbuf_printf(&path, "%s/%.*s.ogg", folder, SV_ARG(name));
    bool is_done = !path.failed;
    if (is_done && !strview_contains(name, SV("/")) && stat(path.data, &found) == 0) {
        count->spoken++;
    } else if (count->lines == count->spoken) {
        count->first = *line;
    }
    count->lines++;
    strbuf_release(&path);
    return is_done;
}

static Status check_language(const YarnProgram *program, const char *folder, const char *language, DiagSink *diags)
{
    VoiceCount count = { .lines = 0 };
    bool is_done = true;
    for (size_t i = 0; is_done && i < yarn_program_line_count(program); i++) {
        YarnLineInfo line = yarn_program_line(program, i);
        if (line.has_explicit_id && !pack_is_notes(program, line.node)) {
            is_done = count_line(&count, &line, folder);
        }
    }
    if (is_done && count.spoken && count.spoken < count.lines) {
        YarnPlace place = count.first.place;
        diag_report(diags, DIAG_NOTE, (SourcePos){ place.file, place.line, place.column }, 0, "pack-voice",
                    "this line is the first of %zu (of %zu) without a recorded voice in '%s'", count.lines - count.spoken, count.lines,
                    language);
    }
    return is_done ? STATUS_OK : STATUS_NOMEM;
}

static int is_shown(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

Status pack_voices_check(const YarnProgram *program, const char *voices, DiagSink *diags)
{
    struct dirent **entries = NULL;
    StrBuf folder;
    strbuf_init(&folder, alloc_heap());
    int count = scandir(voices, &entries, is_shown, alphasort);
    Status status = STATUS_OK;
    for (int i = 0; i < count; i++) {
        strbuf_clear(&folder);
        strbuf_printf(&folder, "%s/%s", voices, entries[i]->d_name);
        if (status == STATUS_OK) {
            status = folder.failed ? STATUS_NOMEM : check_language(program, folder.data, entries[i]->d_name, diags);
        }
        free(entries[i]);
    }
    free(entries);
    strbuf_release(&folder);
    return status;
}
