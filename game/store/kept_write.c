#include "kept_internal.h"

#include "sango/base/utf8.h"

#include <inttypes.h>
#include <string.h>

static void write_text(StrBuf *out, StrView text)
{
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

static void write_table(StrBuf *out, const TableForm *form, const Table *table)
{
    strbuf_printf(out, ",\"%s\":[", form->name);
    for (size_t i = 0; i < form->column_count; i++) {
        strbuf_printf(out, "%s\"%s\"", i ? "," : "[", form->columns[i].name);
    }
    for (size_t row = 0; row < table->count; row++) {
        strbuf_append(out, SV("],["));
        for (size_t i = 0; i < form->column_count; i++) {
            if (i) {
                strbuf_char(out, ',');
            }
            write_cell(out, &form->columns[i], memory_row(table, row));
        }
    }
    strbuf_append(out, SV("]]"));
}

StrView kept_text(KeptStore *store)
{
    StrBuf *out = &store->text;
    if (store->fresh == 0) {
        strbuf_clear(out);
        strbuf_printf(out, "{\"format\":\"" KEPT_FORMAT "\",\"version\":%d", KEPT_VERSION);
        store->starts[0] = out->len;
    }
    int first = store->fresh < TABLE_COUNT ? store->fresh : TABLE_COUNT - 1; /* the end follows the last table */
    strbuf_truncate(out, store->starts[first]);
    for (int id = first; id < TABLE_COUNT; id++) {
        store->starts[id] = out->len;
        write_table(out, &memory_forms[id], memory_table(&store->memory, (TableId)id));
    }
    strbuf_printf(out, ",\"last_id\":%" PRId64 "}", store->memory.last_id);
    store->fresh = out->failed ? 0 : TABLE_COUNT;
    return out->failed ? (StrView){ NULL, 0 } : strbuf_view(out);
}
