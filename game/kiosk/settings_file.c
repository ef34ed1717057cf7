#include "settings_internal.h"

#include "sango/base/file.h"
#include "sango/base/system.h"

/* The file around the settings: where it is, and what was wrong with it. */
enum { MESSAGES_BYTES_MAX = 16 * 1024 };

typedef struct Mistakes {
    StrBuf text;
    unsigned count;
    DiagSink *others;
} Mistakes;

static void keep_mistake(void *user, const Diag *diag)
{
    Mistakes *mistakes = user;
    size_t before = mistakes->text.len;
    mistakes->count++;
    diag_format(&mistakes->text, diag);
    if (mistakes->text.len > MESSAGES_BYTES_MAX) {
        strbuf_truncate(&mistakes->text, before);
    }
    if (mistakes->others) {
        diag_report(mistakes->others, diag->level, diag->pos, diag->length, diag->code, "%s", diag->message);
    }
}

static Status finish(const Mistakes *mistakes, Status status, KioskSettings *settings)
{
    settings->mistakes = arena_copy(&settings->arena, strview_trim(strbuf_view(&mistakes->text)));
    settings->mistake_count = mistakes->count;
    if (status == STATUS_NOMEM || mistakes->text.failed || !settings->mistakes.data) {
        kiosk_settings_release(settings);
        return STATUS_NOMEM;
    }
    return STATUS_OK;
}

static void begin(const Allocator *alloc, KioskSettings *settings)
{
    *settings = (KioskSettings){ 0 };
    arena_init(&settings->arena, alloc, 4096);
    settings_set_usual(settings);
}

Status kiosk_settings_read(const Allocator *alloc, StrView name, StrView text, DiagSink *diags, KioskSettings *settings)
{
    Mistakes mistakes = { .count = 0, .others = diags };
    DiagSink sink = { keep_mistake, &mistakes, 0, 0 };
    Arena values;
    arena_init(&values, alloc, 8192);
    strbuf_init(&mistakes.text, alloc);
    begin(alloc, settings);
    JsonReader reader = { .name = name, .text = text, .code = "kiosk-settings", .diags = &sink, .arena = &values };
    Status status = json_reader_open(&reader, JSON_RELAXED);
    if (status == STATUS_OK) {
        settings_read_root(&reader, settings);
    }
    status = finish(&mistakes, status, settings);
    strbuf_release(&mistakes.text);
    arena_release(&values);
    return status;
}

Status kiosk_settings_open(const Allocator *alloc, const char *path, DiagSink *diags, KioskSettings *settings)
{
    StrView text;
    StrView name = strview_from_cstr(path);
    Status status = file_read(alloc, path, KIOSK_FILE_BYTES_MAX, &text);
    if (status == STATUS_OK) {
        status = kiosk_settings_read(alloc, name, text, diags, settings);
        file_free(alloc, &text);
        return status;
    }
    Mistakes mistakes = { .count = 0, .others = diags };
    DiagSink sink = { keep_mistake, &mistakes, 0, 0 };
    strbuf_init(&mistakes.text, alloc);
    begin(alloc, settings);
    diag_report(&sink, DIAG_ERROR, (SourcePos){ .file = name }, 0, "kiosk-settings", "the settings cannot be read (%s); every one is as usual",
                status_text(status));
    status = finish(&mistakes, status, settings);
    strbuf_release(&mistakes.text);
    return status;
}

void kiosk_settings_release(KioskSettings *settings)
{
    arena_release(&settings->arena);
    *settings = (KioskSettings){ 0 };
}

void kiosk_settings_own_path(StrBuf *path)
{
    system_user_folder(path);
    strbuf_append(path, path->len ? SV("/kiosk.json") : SV(""));
}

void kiosk_settings_find_path(StrView data, StrBuf *path)
{
    kiosk_settings_own_path(path);
    if (path->len && file_is_there(path->data)) {
        return;
    }
    strbuf_clear(path);
    system_settings_folder(path);
    strbuf_append(path, SV("/kiosk.json"));
    uint64_t bytes; /* one that may not be read is told, and not passed over */
    if (file_size(path->data, &bytes) == STATUS_NOT_FOUND) {
        strbuf_clear(path);
        strbuf_printf(path, "%.*s/assets/desktop/kiosk.json", SV_ARG(data));
    }
}
