#include "zip_maker.h"

#include <stdlib.h>
#include <string.h>

static void put(StrBuf *out, uint32_t value, int bytes)
{
    for (int i = 0; i < bytes; i++) {
        strbuf_append(out, (StrView){ (const char[]){ (char)(value >> (8 * i) & 0xFF) }, 1 });
    }
}

static uint32_t crc32_of(StrView bytes)
{
    uint32_t crc = 0xFFFFFFFFu;
    for (size_t i = 0; i < bytes.len; i++) {
        crc ^= (unsigned char)bytes.data[i];
        for (int k = 0; k < 8; k++) {
            crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320u : 0);
        }
    }
    return ~crc;
}

static void put_common(StrBuf *out, const ZipEntry *entry)
{
    uint32_t stored = entry->deflated ? entry->deflated_len : (uint32_t)entry->bytes.len;
    put(out, 20, 2);
    put(out, entry->flags, 2);
    put(out, entry->method, 2);
    put(out, 0x5A21, 2), put(out, 0x5A21, 2);
    put(out, crc32_of(entry->bytes), 4);
    put(out, stored, 4);
    put(out, entry->claimed ? entry->claimed : (uint32_t)entry->bytes.len, 4);
    put(out, (uint32_t)strlen(entry->name), 2);
    put(out, 0, 2);
}

void zip_make(StrBuf *out, const ZipEntry *entries, uint32_t count)
{
    uint32_t *places = malloc((count + 1) * sizeof *places);
    if (!places) {
        return;
    }
    for (uint32_t i = 0; i < count; i++) {
        places[i] = (uint32_t)out->len;
        put(out, 0x04034B50u, 4);
        put_common(out, &entries[i]);
        strbuf_append(out, strview_from_cstr(entries[i].name));
        strbuf_append(out, entries[i].deflated ? (StrView){ entries[i].deflated, entries[i].deflated_len } : entries[i].bytes);
    }
    uint32_t directory = (uint32_t)out->len;
    for (uint32_t i = 0; i < count; i++) {
        put(out, 0x02014B50u, 4);
        put(out, 3 << 8 | 20, 2); /* made by Unix: the mode counts */
        put_common(out, &entries[i]);
        put(out, 0, 2), put(out, 0, 2), put(out, 0, 2);
        put(out, entries[i].mode << 16, 4);
        put(out, places[i], 4);
        strbuf_append(out, strview_from_cstr(entries[i].name));
    }
    uint32_t end = (uint32_t)out->len;
    put(out, 0x06054B50u, 4);
    put(out, 0, 4);
    put(out, count, 2), put(out, count, 2);
    put(out, end - directory, 4);
    put(out, directory, 4);
    put(out, 0, 2);
    free(places);
}
