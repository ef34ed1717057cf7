#include "sango/print/picture.h"

#include "sango/base/file.h"

enum { PICTURE_BYTES_MAX = 512 * 1024 };

void print_base64(StrBuf *out, StrView bytes)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < bytes.len; i += 3) {
        size_t left = bytes.len - i;
        uint32_t group = (uint32_t)(unsigned char)bytes.data[i] << 16;
        group |= left > 1 ? (uint32_t)(unsigned char)bytes.data[i + 1] << 8 : 0;
        group |= left > 2 ? (unsigned char)bytes.data[i + 2] : 0;
        strbuf_char(out, digits[group >> 18]);
        strbuf_char(out, digits[group >> 12 & 63]);
        strbuf_char(out, left > 1 ? digits[group >> 6 & 63] : '=');
        strbuf_char(out, left > 2 ? digits[group & 63] : '=');
    }
}

static bool is_plain_name(StrView name)
{
    for (size_t i = 0; i < name.len; i++) {
        char c = name.data[i];
        if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' && c != '_') {
            return false;
        }
    }
    return name.len > 0;
}

Status print_picture(const Allocator *alloc, StrView folder, StrView name, StrBuf *out)
{
    StrBuf path;
    StrView svg;
    if (!is_plain_name(name)) {
        return STATUS_INVALID;
    }
    strbuf_init(&path, alloc);
    strbuf_printf(&path, "%.*s/%.*s.svg", SV_ARG(folder), SV_ARG(name));
    Status status = path.failed ? STATUS_NOMEM : file_read(alloc, path.data, PICTURE_BYTES_MAX, &svg);
    strbuf_release(&path);
    if (status != STATUS_OK) {
        return status;
    }
    strbuf_append(out, SV("data:image/svg+xml;base64,"));
    print_base64(out, svg);
    file_free(alloc, &svg);
    return out->failed ? STATUS_NOMEM : STATUS_OK;
}
