#include "manifest.h"

#include "level_internal.h"
#include "sango/base/utf8.h"

#include <stdio.h>
#include <string.h>

SourcePos manifest_pos_at(const ManifestReader *reader, size_t offset)
{
    SourcePos pos = { reader->name, 1, 1 };
    size_t line_start = 0;
    for (size_t i = 0; i < offset && i < reader->text.len; i++) {
        if (reader->text.data[i] == '\n') {
            pos.line++;
            line_start = i + 1;
        }
    }
    pos.column += (uint32_t)utf8_count(strview_slice(reader->text, line_start, offset - line_start));
    return pos;
}

/* The number of items before `item` when the tree is read from the top. */
static bool count_before(const cJSON *node, const cJSON *item, size_t *count)
{
    if (node == item) {
        return true;
    }
    ++*count;
    for (const cJSON *child = node->child; child; child = child->next) {
        if (count_before(child, item, count)) {
            return true;
        }
    }
    return false;
}

static size_t skip_string(StrView text, size_t at)
{
    for (at++; at < text.len && text.data[at] != '"'; at++) {
        at += text.data[at] == '\\';
    }
    return at + 1;
}

static size_t skip_blanks(StrView text, size_t at)
{
    while (at < text.len && (unsigned char)text.data[at] <= ' ') {
        at++;
    }
    return at;
}

/* cJSON keeps no places. The text is known to be valid, so the n-th value of the
 * tree is the n-th value of the text: a key is a string before a colon. */
static size_t offset_of_value(StrView text, size_t index)
{
    size_t at = 0;
    while (at < text.len) {
        at = skip_blanks(text, at);
        if (at >= text.len) {
            break;
        }
        size_t start = at;
        char c = text.data[at];
        bool is_value = true;
        if (c == '"') {
            at = skip_string(text, at);
            size_t behind = skip_blanks(text, at);
            is_value = behind >= text.len || text.data[behind] != ':';
        } else if (strchr(",:]}", c)) {
            is_value = false;
            at++;
        } else if (c == '{' || c == '[') {
            at++;
        } else {
            while (at < text.len && (unsigned char)text.data[at] > ' ' && !strchr(",]}", text.data[at])) {
                at++;
            }
        }
        if (is_value && index-- == 0) {
            return start;
        }
    }
    return 0;
}

SourcePos manifest_pos(const ManifestReader *reader, const cJSON *item)
{
    size_t index = 0;
    if (!item || !count_before(reader->root, item, &index)) {
        return (SourcePos){ reader->name, 1, 1 };
    }
    return manifest_pos_at(reader, offset_of_value(reader->text, index));
}

void manifest_report(ManifestReader *reader, DiagLevel level, const cJSON *item, const char *fmt, ...)
{
    char message[400];
    va_list args;
    va_start(args, fmt);
    (void)vsnprintf(message, sizeof message, fmt, args);
    va_end(args);
    diag_report(reader->diags, level, manifest_pos(reader, item), 0, "pack-manifest", "%s", message);
}

void manifest_check_keys(ManifestReader *reader, const cJSON *object, const char *const *keys)
{
    for (const cJSON *item = object->child; item; item = item->next) {
        bool is_known = false;
        for (size_t i = 0; keys[i]; i++) {
            is_known |= strcmp(item->string, keys[i]) == 0;
        }
        if (!is_known) {
            const char *nearest = nearest_word(strview_from_cstr(item->string), keys);
            manifest_report(reader, DIAG_WARNING, item, "'%.60s' is not used here%s%s%s", item->string,
                            nearest ? "; did you mean '" : "", nearest ? nearest : "", nearest ? "'?" : "");
        }
        if (cJSON_GetObjectItemCaseSensitive(object, item->string) != item) {
            manifest_report(reader, DIAG_ERROR, item, "'%.60s' stands here twice", item->string);
        }
    }
}

static bool is_id(StrView text)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_')) {
            return false;
        }
    }
    return text.len > 0;
}

/* Inside the pack, on every system: no root, no drive, no step up, no empty part. */
static bool is_inside(StrView path)
{
    StrView rest = path, part;
    if (path.len == 0 || path.data[0] == '/' || path.data[path.len - 1] == '/') {
        return false;
    }
    for (size_t i = 0; i < path.len; i++) {
        if (path.data[i] == '\\' || path.data[i] == ':' || (unsigned char)path.data[i] < ' ') {
            return false;
        }
    }
    while (strview_take(&rest, '/', &part)) {
        if (part.len == 0 || strview_equal(part, SV(".")) || strview_equal(part, SV(".."))) {
            return false;
        }
    }
    return true;
}

static bool check_form(ManifestReader *reader, const cJSON *item, const char *key, ManifestForm form, StrView text)
{
    switch (form) {
    case FORM_ID:
        if (!is_id(text)) {
            manifest_report(reader, DIAG_ERROR, item, "'%.60s' has only the letters a-z, digits, '-' and '_'", key);
            return false;
        }
        break;
    case FORM_PATH:
        if (!is_inside(text)) {
            manifest_report(reader, DIAG_ERROR, item, "'%.100s' is not a file inside the pack", text.data);
            return false;
        }
        if (text.len < 6 || !strview_equal(strview_slice(text, text.len - 5, 5), SV(".yarn"))) {
            manifest_report(reader, DIAG_ERROR, item, "'%.100s' is not a .yarn file", text.data);
            return false;
        }
        break;
    case FORM_TEXT:
    case FORM_NODE:
        break;
    }
    return true;
}

StrView manifest_string_of(ManifestReader *reader, const cJSON *item, const char *key, ManifestForm form, size_t max_bytes)
{
    if (!cJSON_IsString(item)) {
        manifest_report(reader, DIAG_ERROR, item, "'%.60s' is a text in \"quotes\"", key);
        return SV("");
    }
    StrView text = strview_from_cstr(item->valuestring);
    if (text.len == 0) {
        manifest_report(reader, DIAG_ERROR, item, "'%.60s' is empty", key);
        return SV("");
    }
    if (text.len > max_bytes) {
        manifest_report(reader, DIAG_ERROR, item, "'%.60s' is %zu bytes long; the limit is %zu", key, text.len, max_bytes);
        return SV("");
    }
    if (!check_form(reader, item, key, form, text)) {
        return SV("");
    }
    StrView copy = arena_copy(reader->arena, text);
    reader->is_out_of_memory |= copy.data == NULL;
    return copy;
}

StrView manifest_string(ManifestReader *reader, const cJSON *object, const char *key, ManifestForm form,
                        size_t max_bytes, bool is_required)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, key);
    if (!item) {
        if (is_required) {
            manifest_report(reader, DIAG_ERROR, object, "'%s' is missing", key);
        }
        return SV("");
    }
    return manifest_string_of(reader, item, key, form, max_bytes);
}

bool manifest_bool(ManifestReader *reader, const cJSON *object, const char *key, bool otherwise)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, key);
    if (item && !cJSON_IsBool(item)) {
        manifest_report(reader, DIAG_ERROR, item, "'%s' is true or false", key);
        return otherwise;
    }
    return item ? cJSON_IsTrue(item) : otherwise;
}

unsigned manifest_number(ManifestReader *reader, const cJSON *object, const char *key, unsigned low, unsigned high,
                         unsigned otherwise)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, key);
    if (!item) {
        return otherwise;
    }
    double value = item->valuedouble;
    if (!cJSON_IsNumber(item) || !(value >= low && value <= high) || value != (double)(unsigned)value) {
        if (low == high) {
            manifest_report(reader, DIAG_ERROR, item, "'%s' is %u; no other is known here", key, low);
        } else {
            manifest_report(reader, DIAG_ERROR, item, "'%s' is a whole number from %u to %u", key, low, high);
        }
        return otherwise;
    }
    return (unsigned)value;
}

const cJSON *manifest_list(ManifestReader *reader, const cJSON *object, const char *key, size_t max, bool is_required)
{
    const cJSON *list = cJSON_GetObjectItemCaseSensitive(object, key);
    if (!list) {
        if (is_required) {
            manifest_report(reader, DIAG_ERROR, object, "'%s' is missing", key);
        }
        return NULL;
    }
    if (!cJSON_IsArray(list)) {
        manifest_report(reader, DIAG_ERROR, list, "'%s' is a list in [brackets]", key);
        return NULL;
    }
    size_t count = (size_t)cJSON_GetArraySize(list);
    if (count > max || (is_required && count == 0)) {
        manifest_report(reader, DIAG_ERROR, list, "'%s' has %zu items; it may have %s%zu", key, count,
                        is_required ? "1 to " : "0 to ", max);
        return NULL;
    }
    return list;
}
