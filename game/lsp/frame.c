/* "Content-Length: N" and other header lines, an empty line, N bytes. What is not so is
 * skipped up to the next "Content-Length:", so that one broken message costs no other. */
#include "lsp_internal.h"

#include <string.h>

static const StrView length_key = { "content-length:", 15 };

static bool is_key_at(const char *data)
{
    for (size_t i = 0; i < length_key.len; i++) {
        char c = data[i];
        c = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
        if (c != length_key.data[i]) {
            return false;
        }
    }
    return true;
}

/* From *at to the next header, or to where one may yet begin. */
static bool find_header(StrView in, size_t *at)
{
    for (; *at + length_key.len <= in.len; ++*at) {
        if (is_key_at(in.data + *at)) {
            return true;
        }
    }
    return false;
}

/* The value of "Content-Length" among the lines of a header. */
static bool read_length(StrView header, size_t *length)
{
    StrView line;
    bool is_found = false;
    while (strview_take(&header, '\n', &line)) {
        if (line.len < length_key.len || !is_key_at(line.data)) {
            continue;
        }
        int32_t number;
        if (!strview_to_int(strview_trim(strview_slice(line, length_key.len, line.len)), &number) ||
            number < 0) {
            return false;
        }
        *length = (size_t)number;
        is_found = true;
    }
    return is_found;
}

/* Bytes of the header with the empty line; 0 when it has no end yet. */
static size_t header_size(StrView in)
{
    for (size_t i = 0; i < in.len && i < LSP_HEADER_MAX; i++) {
        if (in.data[i] != '\n') {
            continue;
        }
        if (i + 1 < in.len && in.data[i + 1] == '\n') {
            return i + 2;
        }
        if (i + 2 < in.len && in.data[i + 1] == '\r' && in.data[i + 2] == '\n') {
            return i + 3;
        }
    }
    return 0;
}

static LspFrame give_up(LspServer *server, size_t *at)
{
    server->is_lost = true;
    ++*at;
    return LSP_FRAME_BAD;
}

LspFrame lsp_frame_take(LspServer *server, size_t *at, StrView *body)
{
    StrView in = strbuf_view(&server->in);
    size_t left = in.len - *at;
    size_t skipped = server->skipping < left ? server->skipping : left;
    server->skipping -= skipped;
    *at += skipped;
    if (server->is_lost && !find_header(in, at)) {
        return LSP_FRAME_NONE;
    }
    server->is_lost = false;
    StrView rest = strview_slice(in, *at, in.len);
    if (rest.len == 0) {
        return LSP_FRAME_NONE;
    }
    size_t header = header_size(rest), length = 0;
    if (header == 0) {
        return rest.len < LSP_HEADER_MAX ? LSP_FRAME_NONE : give_up(server, at);
    }
    if (!read_length(strview_slice(rest, 0, header), &length)) {
        return give_up(server, at);
    }
    if (length > LSP_BODY_MAX) {
        *at += header;
        server->skipping = length;
        return LSP_FRAME_BAD;
    }
    if (rest.len - header < length) {
        return LSP_FRAME_NONE;
    }
    *body = strview_slice(rest, header, length);
    *at += header + length;
    return LSP_FRAME_BODY;
}
