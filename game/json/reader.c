#include "sango/base/utf8.h"
#include "sango/json/json.h"

#include <assert.h>
#include <stdio.h>

SourcePos json_pos_at(const JsonReader *reader, size_t offset)
{
    SourcePos pos = { reader->name, 1, 1 };
    size_t line_start = strview_starts_with(reader->text, SV("\xEF\xBB\xBF")) && offset >= 3 ? 3 : 0;
    for (size_t i = 0; i < offset && i < reader->text.len; i++) {
        if (reader->text.data[i] == '\n') {
            pos.line++;
            line_start = i + 1;
        }
    }
    pos.column += (uint32_t)utf8_count(strview_slice(reader->text, line_start, offset - line_start));
    return pos;
}

SourcePos json_pos(const JsonReader *reader, const JsonValue *value)
{
    return json_pos_at(reader, value ? value->offset : 0);
}

void json_report(JsonReader *reader, DiagLevel level, const JsonValue *value, const char *fmt, ...)
{
    if (reader->reports >= JSON_REPORTS_MAX) {
        /* A file of nothing but mistakes would otherwise take a time that grows with its square. */
        if (reader->reports++ == JSON_REPORTS_MAX) {
            diag_report(reader->diags, DIAG_NOTE, json_pos(reader, value), 0, reader->code,
                        "there are more mistakes; they are not shown");
        }
        reader->reports = JSON_REPORTS_MAX + 1;
        reader->diags->errors += level == DIAG_ERROR;
        return;
    }
    char message[400];
    va_list args;
    va_start(args, fmt);
    (void)vsnprintf(message, sizeof message, fmt, args);
    va_end(args);
    reader->reports++;
    diag_report(reader->diags, level, json_pos(reader, value), 0, reader->code, "%s", message);
}

Status json_reader_open(JsonReader *reader, JsonForm form)
{
    JsonError error;
    Status status = json_parse(reader->arena, reader->text, form, &reader->root, &error);
    if (status == STATUS_INVALID || status == STATUS_LIMIT) {
        diag_report(reader->diags, DIAG_ERROR, json_pos_at(reader, error.offset), 0, reader->code, "%s",
                    error.message);
    }
    return status;
}

void json_check_keys(JsonReader *reader, const JsonValue *object, const char *const *keys, DiagLevel unknown)
{
    uint64_t seen = 0;
    for (const JsonValue *item = json_items(object); item; item = item->next) {
        size_t at = 0;
        while (keys[at] && !strview_equal(item->key, strview_from_cstr(keys[at]))) {
            at++;
        }
        assert(at <= 64);
        if (!keys[at]) {
            const char *nearest =
                reader->reports < JSON_REPORTS_MAX ? strview_nearest(item->key, keys) : NULL;
            json_report(reader, unknown, item, "'%.60s' is not used here%s%s%s", item->key.data,
                        nearest ? "; did you mean '" : "", nearest ? nearest : "", nearest ? "'?" : "");
        } else if (seen >> at & 1) {
            json_report(reader, DIAG_ERROR, item, "'%.60s' stands here twice", item->key.data);
        } else {
            seen |= UINT64_C(1) << at;
        }
    }
}

StrView json_read_text(JsonReader *reader, const JsonValue *value, const char *key, size_t max_bytes)
{
    if (!json_is(value, JSON_STRING)) {
        json_report(reader, DIAG_ERROR, value, "'%.60s' is a text in \"quotes\"", key);
        return SV("");
    }
    if (value->string.len == 0) {
        json_report(reader, DIAG_ERROR, value, "'%.60s' is empty", key);
        return SV("");
    }
    if (value->string.len > max_bytes) {
        json_report(reader, DIAG_ERROR, value, "'%.60s' is %zu bytes long; the limit is %zu", key,
                    value->string.len, max_bytes);
        return SV("");
    }
    return value->string;
}

StrView json_read_string(JsonReader *reader, const JsonValue *object, const char *key, size_t max_bytes,
                         bool is_required)
{
    const JsonValue *value = json_member(object, key);
    if (value) {
        return json_read_text(reader, value, key, max_bytes);
    }
    if (is_required) {
        json_report(reader, DIAG_ERROR, object, "'%s' is missing", key);
    }
    return SV("");
}

bool json_read_bool(JsonReader *reader, const JsonValue *object, const char *key, bool otherwise)
{
    const JsonValue *value = json_member(object, key);
    if (value && value->kind != JSON_BOOL) {
        json_report(reader, DIAG_ERROR, value, "'%s' is true or false", key);
        return otherwise;
    }
    return value ? value->boolean : otherwise;
}

unsigned json_read_number(JsonReader *reader, const JsonValue *object, const char *key, unsigned low,
                          unsigned high, unsigned otherwise)
{
    const JsonValue *value = json_member(object, key);
    if (!value) {
        return otherwise;
    }
    double number = value->number;
    if (value->kind != JSON_NUMBER || !(number >= low && number <= high) ||
        number != (double)(unsigned)number) {
        if (low == high) {
            json_report(reader, DIAG_ERROR, value, "'%s' is %u; no other is known here", key, low);
        } else {
            json_report(reader, DIAG_ERROR, value, "'%s' is a whole number from %u to %u", key, low, high);
        }
        return otherwise;
    }
    return (unsigned)number;
}

const JsonValue *json_read_list(JsonReader *reader, const JsonValue *object, const char *key, size_t max,
                                bool is_required)
{
    const JsonValue *list = json_member(object, key);
    if (!list) {
        if (is_required) {
            json_report(reader, DIAG_ERROR, object, "'%s' is missing", key);
        }
        return NULL;
    }
    if (list->kind != JSON_ARRAY) {
        json_report(reader, DIAG_ERROR, list, "'%s' is a list in [brackets]", key);
        return NULL;
    }
    if (list->count > max || (is_required && list->count == 0)) {
        json_report(reader, DIAG_ERROR, list, "'%s' has %zu items; it may have %s%zu", key, list->count,
                    is_required ? "1 to " : "0 to ", max);
        return NULL;
    }
    return list;
}
