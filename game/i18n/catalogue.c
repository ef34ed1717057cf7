#include "sango/i18n/catalogue.h"

#include "plural_internal.h"

#include <string.h>

static const uint32_t mo_magic = 0x950412DEu;
enum { MO_HEADER_BYTES = 28, CONTEXT_END = 4 };

/* File data is little-endian: what msgfmt writes on the machines that build packs. */
static uint32_t read_u32(StrView bytes, size_t at)
{
    const unsigned char *p = (const unsigned char *)bytes.data + at;
    return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

void catalogue_init(Catalogue *catalogue, const Allocator *alloc, StrView language)
{
    *catalogue = (Catalogue){ .alloc = alloc, .plural_count = 2 };
    size_t len = language.len < sizeof catalogue->tag - 1 ? language.len : sizeof catalogue->tag - 1;
    if (len) {
        memcpy(catalogue->tag, language.data, len);
    }
    catalogue->language = (StrView){ catalogue->tag, len };
    static const char *const right_to_left[] = { "ar", "fa", "he", "ur" };
    for (size_t i = 0; i < sizeof right_to_left / sizeof right_to_left[0]; i++) {
        catalogue->rtl = catalogue->rtl || strview_starts_with(language, strview_from_cstr(right_to_left[i]));
    }
}

void catalogue_release(Catalogue *catalogue)
{
    if (catalogue->bytes.data) {
        char *block = (char *)(uintptr_t)catalogue->bytes.data; /* the view is the only handle on it */
        alloc_free(catalogue->alloc, block, catalogue->bytes.len + 1);
    }
    catalogue->bytes = (StrView){ NULL, 0 };
    catalogue->count = 0;
}

/* The i-th text of a table of (length, offset) pairs. */
static StrView table_text(StrView bytes, uint32_t table, uint32_t index)
{
    size_t entry = (size_t)table + (size_t)index * 8;
    return (StrView){ bytes.data + read_u32(bytes, entry + 4), read_u32(bytes, entry) };
}

static bool table_is_valid(StrView bytes, uint32_t table, uint32_t count)
{
    if (table > bytes.len || count > (bytes.len - table) / 8) {
        return false;
    }
    for (uint32_t i = 0; i < count; i++) {
        size_t entry = (size_t)table + (size_t)i * 8;
        uint32_t len = read_u32(bytes, entry);
        uint32_t offset = read_u32(bytes, entry + 4);
        if (offset >= bytes.len || len >= bytes.len - offset || bytes.data[(size_t)offset + len] != '\0') {
            return false;
        }
    }
    return true;
}

/* Binary search needs what msgfmt promises: ids in byte order. */
static bool is_sorted(StrView bytes, uint32_t table, uint32_t count)
{
    for (uint32_t i = 1; i < count; i++) {
        if (strview_compare(table_text(bytes, table, i - 1), table_text(bytes, table, i)) >= 0) {
            return false;
        }
    }
    return true;
}

/* "Plural-Forms: nplurals=6; plural=…;" of the header, which is the text of "". */
static bool read_plurals(Catalogue *catalogue, StrView header)
{
    StrView line;
    while (strview_take(&header, '\n', &line)) {
        StrView prefix = SV("Plural-Forms:");
        if (!strview_starts_with(line, prefix)) {
            continue;
        }
        return plural_header_read(strview_slice(line, prefix.len, line.len), &catalogue->plural_count,
                                  catalogue->plural_rule, sizeof catalogue->plural_rule);
    }
    return true;
}

Status catalogue_load(Catalogue *catalogue, StrView bytes)
{
    if (bytes.len < MO_HEADER_BYTES || read_u32(bytes, 0) != mo_magic || read_u32(bytes, 4) >> 16 != 0) {
        return STATUS_INVALID;
    }
    uint32_t count = read_u32(bytes, 8);
    uint32_t originals = read_u32(bytes, 12);
    uint32_t translations = read_u32(bytes, 16);
    if (!table_is_valid(bytes, originals, count) || !table_is_valid(bytes, translations, count) ||
        !is_sorted(bytes, originals, count)) {
        return STATUS_INVALID;
    }
    Catalogue loaded = *catalogue;
    if (count > 0 && table_text(bytes, originals, 0).len == 0 && !read_plurals(&loaded, table_text(bytes, translations, 0))) {
        return STATUS_INVALID;
    }
    catalogue_release(catalogue);
    catalogue->bytes = bytes;
    catalogue->count = count;
    catalogue->originals = originals;
    catalogue->translations = translations;
    catalogue->plural_count = loaded.plural_count;
    memcpy(catalogue->plural_rule, loaded.plural_rule, sizeof loaded.plural_rule);
    return STATUS_OK;
}

/* Orders a stored original "id\4text" against id and text without joining them. */
static int compare_key(StrView stored, StrView id, StrView text)
{
    static const char between[1] = { CONTEXT_END };
    StrView parts[3] = { id, { between, 1 }, text };
    for (size_t i = 0; i < 3; i++) {
        StrView head = strview_slice(stored, 0, parts[i].len);
        int order = strview_compare(head, parts[i]);
        if (order != 0) {
            return order;
        }
        stored = strview_slice(stored, parts[i].len, stored.len);
    }
    return stored.len && stored.data[0] != '\0' ? 1 : 0; /* a plural's second form follows a NUL */
}

static StrView find(const Catalogue *catalogue, StrView id, StrView text)
{
    uint32_t low = 0;
    uint32_t high = catalogue->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int order = compare_key(table_text(catalogue->bytes, catalogue->originals, middle), id, text);
        if (order == 0) {
            return table_text(catalogue->bytes, catalogue->translations, middle);
        }
        if (order < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return (StrView){ NULL, 0 };
}

StrView catalogue_get(const Catalogue *catalogue, StrView id, StrView english)
{
    StrView found = find(catalogue, id, english);
    return found.len ? found : english;
}

StrView catalogue_plural(const Catalogue *catalogue, StrView id, StrView english_one, StrView english_many, uint32_t n)
{
    StrView forms = find(catalogue, id, english_one);
    if (forms.len == 0) {
        return n == 1 ? english_one : english_many;
    }
    uint32_t wanted = plural_rule_evaluate(catalogue->plural_rule, n);
    StrView form = forms;
    for (uint32_t i = 0; strview_take(&forms, '\0', &form) && i < wanted && i + 1 < catalogue->plural_count; i++) {
    }
    return form;
}

void text_format(StrBuf *out, StrView pattern, const TextValue *values, size_t count)
{
    for (size_t i = 0; i < pattern.len; i++) {
        StrView rest = strview_slice(pattern, i, pattern.len);
        const char *end = rest.data[0] == '{' ? memchr(rest.data, '}', rest.len) : NULL;
        if (strview_starts_with(rest, SV("{{"))) {
            strbuf_char(out, '{');
            i++;
            continue;
        }
        bool is_known = false;
        for (size_t k = 0; end && k < count && !is_known; k++) {
            StrView name = { rest.data + 1, (size_t)(end - rest.data) - 1 };
            is_known = strview_equal(name, values[k].name);
            if (is_known) {
                strbuf_append(out, values[k].value);
                i += name.len + 1;
            }
        }
        if (!is_known) {
            strbuf_char(out, pattern.data[i]);
        }
    }
}
