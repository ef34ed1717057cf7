#include "kept_internal.h"

#include "sango/base/utf8.h"

#include <inttypes.h>
#include <string.h>

/* Nearly all texts are ids: their bytes stand in JSON as they are. */
static bool is_plain(StrView text)
{
    for (size_t i = 0; i < text.len; i++) {
        unsigned char byte = (unsigned char)text.data[i];
        if (byte < ' ' || byte > '~' || byte == '"' || byte == '\\') {
            return false;
        }
    }
    return true;
}

static void write_text(StrBuf *out, StrView text)
{
    if (is_plain(text)) {
        strbuf_char(out, '"');
        strbuf_append(out, text);
        strbuf_char(out, '"');
        return;
    }
    if (utf8_valid_prefix(text) == text.len && !(text.len && memchr(text.data, 0, text.len))) {
        strbuf_json(out, text);
        return;
    }
    strbuf_append(out, SV("{\"" KEPT_HEX "\":\""));
    for (size_t i = 0; i < text.len; i++) {
        strbuf_printf(out, "%02x", (unsigned)(unsigned char)text.data[i]);
    }
    strbuf_append(out, SV("\"}"));
}

static void write_number(StrBuf *out, bool is_negative, uint64_t size)
{
    if (size < 10 && !is_negative) {
        strbuf_char(out, (char)('0' + size));
        return;
    }
    const char *quote = size > KEPT_NUMBER_MAX ? "\"" : "";
    strbuf_printf(out, "%s%s%" PRIu64 "%s", quote, is_negative ? "-" : "", size, quote);
}

static void write_cell(StrBuf *out, const Column *column, const void *row)
{
    const char *at = (const char *)row + column->offset;
    StrView text;
    int64_t id;
    uint32_t number;
    uint64_t large;
    bool is_so;
    switch (column->kind) {
    case COLUMN_TEXT:
        memcpy(&text, at, sizeof text);
        write_text(out, text);
        break;
    case COLUMN_ID:
        memcpy(&id, at, sizeof id);
        write_number(out, id < 0, id < 0 ? 0 - (uint64_t)id : (uint64_t)id);
        break;
    case COLUMN_UINT32:
        memcpy(&number, at, sizeof number);
        write_number(out, false, number);
        break;
    case COLUMN_UINT64:
        memcpy(&large, at, sizeof large);
        write_number(out, false, large);
        break;
    case COLUMN_BOOL:
        memcpy(&is_so, at, sizeof is_so);
        strbuf_char(out, is_so ? '1' : '0');
        break;
    }
}

static void write_heading(StrBuf *out, const TableForm *form)
{
    strbuf_printf(out, ",\"%s\":[", form->name);
    for (size_t i = 0; i < form->column_count; i++) {
        strbuf_printf(out, "%s\"%s\"", i ? "," : "[", form->columns[i].name);
    }
    strbuf_char(out, ']');
}

static void write_rows(StrBuf *out, const TableForm *form, const Table *table, size_t from)
{
    for (size_t row = from; row < table->count; row++) {
        strbuf_append(out, SV(",["));
        for (size_t i = 0; i < form->column_count; i++) {
            if (i) {
                strbuf_char(out, ',');
            }
            write_cell(out, &form->columns[i], memory_row(table, row));
        }
        strbuf_char(out, ']');
    }
}

StrView kept_text(KeptStore *store)
{
    StrBuf *out = &store->text;
    if (store->fresh == 0) {
        strbuf_clear(out);
        strbuf_printf(out, "{\"format\":\"" KEPT_FORMAT "\",\"version\":%d", KEPT_VERSION);
        store->written[0].start = out->len;
    }
    int first = store->fresh < TABLE_COUNT ? store->fresh : TABLE_COUNT - 1; /* the end follows the last table */
    bool is_longer = store->has_only_grown;
    strbuf_truncate(out, is_longer ? store->written[first].end : store->written[first].start);
    for (int id = first; id < TABLE_COUNT; id++, is_longer = false) {
        Written *written = &store->written[id];
        const Table *table = memory_table(&store->memory, (TableId)id);
        if (!is_longer) {
            written->start = out->len;
            write_heading(out, &memory_forms[id]);
        }
        write_rows(out, &memory_forms[id], table, is_longer ? written->rows : 0);
        written->end = out->len;
        written->rows = table->count;
        strbuf_char(out, ']');
    }
    strbuf_printf(out, ",\"last_id\":%" PRId64 "}", store->memory.last_id);
    store->fresh = out->failed ? 0 : TABLE_COUNT;
    store->has_only_grown = false;
    return out->failed ? (StrView){ NULL, 0 } : strbuf_view(out);
}
