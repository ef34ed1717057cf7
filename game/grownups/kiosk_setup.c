#include "kiosk_setup.h"

#include "kiosk_pin.h"
#include "sango/base/file.h"
#include "sango/base/log.h"
#include "sango/kiosk/settings.h"

#include <string.h>

/* "a/b/c" makes "a/b" first. */
static Status make_folder_of(App *app, const char *path)
{
    const char *slash = strrchr(path, '/');
    StrBuf folder;
    strbuf_init(&folder, app->parts.alloc);
    strbuf_append(&folder, (StrView){ path, slash ? (size_t)(slash - path) : 0 });
    Status status = folder.failed ? STATUS_NOMEM : folder.len ? file_make_folders(folder.data) : STATUS_OK;
    strbuf_release(&folder);
    return status;
}

Status kiosk_setup_make(App *app, const char *path)
{
    StrBuf example;
    StrView text;
    strbuf_init(&example, app->parts.alloc);
    strbuf_printf(&example, "%.*s/../desktop/kiosk.json", SV_ARG(app->parts.print_folder));
    Status status = example.failed ? STATUS_NOMEM : file_read(app->parts.alloc, example.data, KIOSK_FILE_BYTES_MAX, &text);
    if (status == STATUS_OK) {
        status = make_folder_of(app, path);
        status = status == STATUS_OK ? file_write(path, text) : status;
        file_free(app->parts.alloc, &text);
    }
    strbuf_release(&example);
    return status;
}

Status kiosk_setup_pin(App *app, const char *path, StrView digits)
{
    StrBuf hash, out;
    StrView text = { NULL, 0 };
    strbuf_init(&hash, app->parts.alloc);
    strbuf_init(&out, app->parts.alloc);
    Status status = kiosk_pin_hash(digits, &hash);
    status = status == STATUS_OK ? file_read(app->parts.alloc, path, KIOSK_FILE_BYTES_MAX, &text) : status;
    status = status == STATUS_OK ? kiosk_pin_put(app->parts.alloc, text, strbuf_view(&hash), &out) : status;
    status = status == STATUS_OK ? file_write(path, strbuf_view(&out)) : status;
    if (status != STATUS_OK) {
        log_line(LOG_ERROR, "%s: the PIN could not be set: %s", path, status_text(status));
    }
    file_free(app->parts.alloc, &text);
    strbuf_release(&hash);
    strbuf_release(&out);
    return status;
}
