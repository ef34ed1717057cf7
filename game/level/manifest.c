#include "manifest.h"

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

static bool check_form(ManifestReader *reader, const JsonValue *item, const char *key, ManifestForm form,
                       StrView text)
{
    switch (form) {
    case FORM_ID:
        if (!is_id(text)) {
            json_report(&reader->json, DIAG_ERROR, item,
                        "'%.60s' has only the letters a-z, digits, '-' and '_'", key);
            return false;
        }
        break;
    case FORM_PATH:
        if (!is_inside(text)) {
            json_report(&reader->json, DIAG_ERROR, item, "'%.100s' is not a file inside the pack", text.data);
            return false;
        }
        if (text.len < 6 || !strview_equal(strview_slice(text, text.len - 5, 5), SV(".yarn"))) {
            json_report(&reader->json, DIAG_ERROR, item, "'%.100s' is not a .yarn file", text.data);
            return false;
        }
        break;
    case FORM_TEXT:
    case FORM_NODE:
        break;
    }
    return true;
}

StrView manifest_string_of(ManifestReader *reader, const JsonValue *item, const char *key, ManifestForm form,
                           size_t max_bytes)
{
    StrView text = json_read_text(&reader->json, item, key, max_bytes);
    if (text.len == 0 || !check_form(reader, item, key, form, text)) {
        return SV("");
    }
    StrView copy = arena_copy(reader->arena, text);
    reader->is_out_of_memory |= copy.data == NULL;
    return copy.data ? copy : SV("");
}

StrView manifest_string(ManifestReader *reader, const JsonValue *object, const char *key, ManifestForm form,
                        size_t max_bytes, bool is_required)
{
    const JsonValue *item = json_member(object, key);
    if (item) {
        return manifest_string_of(reader, item, key, form, max_bytes);
    }
    if (is_required) {
        json_report(&reader->json, DIAG_ERROR, object, "'%s' is missing", key);
    }
    return SV("");
}
