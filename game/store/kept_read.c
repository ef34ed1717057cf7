#include "kept_internal.h"

#include "sango/json/json.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

static_assert((int)STORE_KEPT_BYTES_MAX <= (int)JSON_BYTES_MAX, "what is written can be read");

/* A whole number: into *id where it may be negative, else into *number. Beyond what JSON's numbers can hold it stands as a text. */
static bool read_number(const JsonValue *cell, bool may_be_negative, int64_t *id, uint64_t *number)
{
    StrView text = json_text(cell);
    if (!text.data) {
        bool is_whole = json_whole(cell, id) && (may_be_negative || *id >= 0);
        *number = is_whole ? (uint64_t)*id : 0;
        return is_whole;
    }
    size_t sign = may_be_negative && text.data[0] == '-';
    if (text.len == sign || strspn(text.data + sign, "0123456789") != text.len - sign) {
        return false;
    }
    errno = 0;
    if (may_be_negative) {
        *id = strtoll(text.data, NULL, 10);
    } else {
        *number = strtoull(text.data, NULL, 10);
    }
    return errno == 0;
}

static int hex_digit(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static Status read_hex(MemoryStore *store, StrView hex, StrView *text)
{
    if (!hex.data || hex.len % 2) {
        return STATUS_INVALID;
    }
    char *bytes = arena_take(&store->texts, hex.len / 2 + 1, 1);
    for (size_t i = 0; bytes && i < hex.len / 2; i++) {
        int high = hex_digit(hex.data[2 * i]);
        int low = hex_digit(hex.data[2 * i + 1]);
        if (high < 0 || low < 0) {
            return STATUS_INVALID;
        }
        bytes[i] = (char)(unsigned char)(high * 16 + low);
    }
    *text = (StrView){ bytes, hex.len / 2 };
    return bytes ? STATUS_OK : STATUS_NOMEM;
}

static Status read_text(MemoryStore *store, const JsonValue *cell, StrView *text)
{
    if (json_is(cell, JSON_OBJECT)) {
        return cell->count == 1 ? read_hex(store, json_get_string(cell, KEPT_HEX, (StrView){ NULL, 0 }), text) : STATUS_INVALID;
    }
    *text = json_text(cell);
    if (!text->data) {
        return STATUS_INVALID;
    }
    return memory_keep_text(store, text) ? STATUS_OK : STATUS_NOMEM;
}

static Status read_cell(MemoryStore *store, const Column *column, const JsonValue *cell, void *row)
{
    char *at = (char *)row + column->offset;
    StrView text;
    int64_t id = 0;
    uint64_t number = 0;
    if (column->kind == COLUMN_TEXT) {
        Status status = read_text(store, cell, &text);
        if (status == STATUS_OK) {
            memcpy(at, &text, sizeof text);
        }
        return status;
    }
    if (!read_number(cell, column->kind == COLUMN_ID, &id, &number)) {
        return STATUS_INVALID;
    }
    uint32_t small = (uint32_t)number;
    bool is_so = number == 1;
    switch (column->kind) {
    case COLUMN_ID:
        memcpy(at, &id, sizeof id);
        return STATUS_OK;
    case COLUMN_UINT64:
        memcpy(at, &number, sizeof number);
        return STATUS_OK;
    case COLUMN_UINT32:
        memcpy(at, &small, sizeof small);
        return number == small ? STATUS_OK : STATUS_INVALID;
    case COLUMN_BOOL:
        memcpy(at, &is_so, sizeof is_so);
        return number <= 1 ? STATUS_OK : STATUS_INVALID;
    case COLUMN_TEXT:
        break;
    }
    return STATUS_INVALID;
}

static bool is_heading(const TableForm *form, const JsonValue *row)
{
    bool is_so = json_is(row, JSON_ARRAY) && row->count == form->column_count;
    const JsonValue *cell = json_items(row);
    for (size_t i = 0; is_so && i < form->column_count; i++, cell = cell->next) {
        is_so = strview_equal(json_text(cell), strview_from_cstr(form->columns[i].name));
    }
    return is_so;
}

/* Two rows of a table by the columns that are keys. */
typedef struct RowKey {
    const TableForm *form;
    void *row;
} RowKey;

static int compare_keys(const void *a, const void *b)
{
    const RowKey *x = a;
    const RowKey *y = b;
    int order = 0;
    for (size_t i = 0; order == 0 && i < x->form->column_count; i++) {
        const Column *column = &x->form->columns[i];
        int64_t ids[2];
        uint32_t numbers[2];
        if (!column->is_key) {
            continue;
        }
        if (column->kind == COLUMN_TEXT) {
            order = strview_compare(*memory_text(x->row, column), *memory_text(y->row, column));
        } else if (column->kind == COLUMN_ID) {
            memcpy(&ids[0], (char *)x->row + column->offset, sizeof ids[0]);
            memcpy(&ids[1], (char *)y->row + column->offset, sizeof ids[1]);
            order = (ids[0] > ids[1]) - (ids[0] < ids[1]);
        } else { /* a COLUMN_UINT32: no other kind is a key */
            memcpy(&numbers[0], (char *)x->row + column->offset, sizeof numbers[0]);
            memcpy(&numbers[1], (char *)y->row + column->offset, sizeof numbers[1]);
            order = (numbers[0] > numbers[1]) - (numbers[0] < numbers[1]);
        }
    }
    return order;
}

/* What the store finds by its key must be there once. By sorting: a hostile text may have a million rows. */
static Status check_keys(const TableForm *form, const Table *table, Arena *arena)
{
    RowKey *keys = ARENA_ARRAY(arena, RowKey, table->count + 1);
    if (!keys) {
        return STATUS_NOMEM;
    }
    for (size_t i = 0; i < table->count; i++) {
        keys[i] = (RowKey){ form, memory_row(table, i) };
    }
    qsort(keys, table->count, sizeof *keys, compare_keys);
    for (size_t i = 1; i < table->count; i++) {
        if (compare_keys(&keys[i - 1], &keys[i]) == 0) {
            return STATUS_INVALID;
        }
    }
    return STATUS_OK;
}

static Status read_table(MemoryStore *store, const TableForm *form, Table *table, const JsonValue *rows, Arena *arena)
{
    if (!json_is(rows, JSON_ARRAY) || !is_heading(form, json_items(rows))) {
        return STATUS_INVALID;
    }
    for (const JsonValue *from = rows->first->next; from; from = from->next) {
        if (!json_is(from, JSON_ARRAY) || from->count != form->column_count) {
            return STATUS_INVALID;
        }
        void *row = memory_add_row(store, table);
        Status status = row ? STATUS_OK : STATUS_NOMEM;
        const JsonValue *cell = from->first;
        for (size_t i = 0; status == STATUS_OK && i < form->column_count; i++, cell = cell->next) {
            status = read_cell(store, &form->columns[i], cell, row);
        }
        if (status != STATUS_OK) {
            return status;
        }
    }
    bool has_keys = false;
    for (size_t i = 0; i < form->column_count; i++) {
        has_keys |= form->columns[i].is_key;
    }
    return has_keys ? check_keys(form, table, arena) : STATUS_OK;
}

static bool are_ids_right(const MemoryStore *store)
{
    const StorePlayer *players = store->players.rows;
    bool is_right = store->last_id >= 0 && store->last_id <= KEPT_ID_MAX;
    for (size_t i = 0; i < store->players.count; i++) {
        is_right = is_right && players[i].id > 0 && players[i].id <= store->last_id;
    }
    return is_right;
}

static Status read_root(MemoryStore *store, const JsonValue *root, Arena *arena)
{
    int64_t version = 0;
    if (!strview_equal(json_get_string(root, "format", SV("")), SV(KEPT_FORMAT)) || !json_whole(json_member(root, "version"), &version) ||
        version < 1) {
        return STATUS_INVALID;
    }
    if (version > KEPT_VERSION) {
        return STATUS_UNSUPPORTED;
    }
    if (root->count != TABLE_COUNT + 3 || !json_whole(json_member(root, "last_id"), &store->last_id)) {
        return STATUS_INVALID; /* what is not known here would be lost by the next write */
    }
    Status status = STATUS_OK;
    for (int id = 0; status == STATUS_OK && id < TABLE_COUNT; id++) {
        const TableForm *form = &memory_forms[id];
        status = read_table(store, form, memory_table(store, (TableId)id), json_member(root, form->name), arena);
    }
    return status != STATUS_OK || are_ids_right(store) ? status : STATUS_INVALID;
}

Status kept_read(MemoryStore *store, StrView text)
{
    Arena arena;
    JsonError error;
    const JsonValue *root = NULL;
    arena_init(&arena, store->alloc, 64 * 1024);
    Status status = text.len > STORE_KEPT_BYTES_MAX ? STATUS_INVALID : json_parse(&arena, text, JSON_STRICT, &root, &error);
    if (status == STATUS_OK) {
        status = read_root(store, root, &arena);
    } else if (status == STATUS_LIMIT) {
        status = STATUS_INVALID;
    }
    arena_release(&arena);
    return status;
}
