#include "sango/json/json.h"

#include "sango/base/utf8.h"

#include <cjson/cJSON.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* cJSON says what the values are. It keeps no places, takes numbers such as 01 and has no
 * comments, so the text is first looked through from left to right, and once more beside
 * cJSON's tree: the two are then known to agree. */

static Status refuse(JsonError *error, Status status, size_t offset, const char *message)
{
    error->offset = offset;
    (void)snprintf(error->message, sizeof error->message, "%s", message);
    return status;
}

static size_t skip_blanks(StrView text, size_t at)
{
    while (at < text.len && (unsigned char)text.data[at] <= ' ') {
        at++;
    }
    return at;
}

/* --- before cJSON ------------------------------------------------------------------- */

typedef struct Scan {
    char *bytes; /* comments and extra commas become blanks here; NULL: they are not allowed */
    StrView text;
    size_t at;
    size_t depth;
    size_t comma; /* offset + 1 of a comma that a bracket may follow, 0: none */
    char before;  /* the last byte that is no blank, outside of strings */
    JsonError *error;
} Scan;

static void blank_out(Scan *scan, size_t from, size_t to)
{
    for (; from < to; from++) {
        if (scan->bytes[from] != '\n' && scan->bytes[from] != '\r') {
            scan->bytes[from] = ' ';
        }
    }
}

static Status scan_comment(Scan *scan)
{
    StrView text = scan->text;
    size_t start = scan->at;
    bool is_long = text.data[start + 1] == '*', is_closed = !is_long;
    if (!scan->bytes) {
        return refuse(scan->error, STATUS_INVALID, start, "a comment cannot stand in this file");
    }
    for (scan->at += 2; scan->at < text.len && (is_long || text.data[scan->at] != '\n'); scan->at++) {
        if (is_long && strview_starts_with(strview_slice(text, scan->at, 2), SV("*/"))) {
            scan->at += 2;
            is_closed = true;
            break;
        }
    }
    if (!is_closed) {
        return refuse(scan->error, STATUS_INVALID, start, "this comment has no end");
    }
    blank_out(scan, start, scan->at);
    return STATUS_OK;
}

static Status scan_string(Scan *scan)
{
    StrView text = scan->text;
    for (scan->at++; scan->at < text.len && text.data[scan->at] != '"'; scan->at++) {
        unsigned char byte = (unsigned char)text.data[scan->at];
        if (byte < ' ') {
            return refuse(scan->error, STATUS_INVALID, scan->at, "this text has no closing \" on its line");
        }
        if (byte == '\\') {
            if (strview_equal(strview_slice(text, scan->at, 6), SV("\\u0000"))) {
                return refuse(scan->error, STATUS_INVALID, scan->at, "a text may not hold \\u0000");
            }
            scan->at++;
        }
    }
    scan->at++;
    scan->before = '"';
    scan->comma = 0;
    return STATUS_OK;
}

static Status scan_byte(Scan *scan)
{
    char byte = scan->text.data[scan->at];
    if (byte == '{' || byte == '[') {
        if (++scan->depth > JSON_DEPTH_MAX) {
            return refuse(scan->error, STATUS_LIMIT, scan->at,
                          "more than 64 lists and objects inside each other");
        }
    } else if (byte == '}' || byte == ']') {
        scan->depth -= scan->depth > 0;
        if (scan->comma && scan->bytes) {
            blank_out(scan, scan->comma - 1, scan->comma);
        }
    }
    bool may_be_last = byte == ',' && scan->before && !strchr("{[,:", scan->before);
    scan->comma = may_be_last ? scan->at + 1 : 0;
    scan->before = byte;
    scan->at++;
    return STATUS_OK;
}

static Status scan_text(Scan *scan)
{
    Status status = STATUS_OK;
    while (status == STATUS_OK) {
        scan->at = skip_blanks(scan->text, scan->at);
        if (scan->at >= scan->text.len) {
            break;
        }
        char byte = scan->text.data[scan->at];
        char after = scan->at + 1 < scan->text.len ? scan->text.data[scan->at + 1] : ' ';
        if (byte == '/' && (after == '/' || after == '*')) {
            status = scan_comment(scan);
        } else if (byte == '"') {
            status = scan_string(scan);
        } else {
            status = scan_byte(scan);
        }
    }
    return status;
}

/* --- cJSON's tree beside the text ----------------------------------------------------- */

typedef struct Walk {
    Arena *arena;
    StrView text;
    size_t at;
    JsonError *error;
} Walk;

static void skip_string(Walk *walk)
{
    for (walk->at++; walk->at < walk->text.len && walk->text.data[walk->at] != '"'; walk->at++) {
        walk->at += walk->text.data[walk->at] == '\\';
    }
    walk->at++;
}

/* number = [ "-" ] ( "0" | digit19 { digit } ) [ "." digit { digit } ] [ ( "e" | "E" ) [ "+" | "-" ] digit {
 * digit } ] */
static bool is_number(StrView word)
{
    size_t at = word.len && word.data[0] == '-';
    const char *digits = "0123456789";
    size_t whole = strspn(word.data + at, digits);
    if (whole == 0 || (whole > 1 && word.data[at] == '0')) {
        return false;
    }
    at += whole;
    if (at < word.len && word.data[at] == '.') {
        size_t part = strspn(word.data + at + 1, digits);
        at += 1 + part;
        if (part == 0) {
            return false;
        }
    }
    if (at < word.len && (word.data[at] == 'e' || word.data[at] == 'E')) {
        at++;
        at += at < word.len && (word.data[at] == '+' || word.data[at] == '-');
        size_t part = strspn(word.data + at, digits);
        at += part;
        if (part == 0) {
            return false;
        }
    }
    return at == word.len;
}

static Status take_word(Walk *walk, const cJSON *from, JsonValue *value)
{
    size_t start = walk->at;
    while (walk->at < walk->text.len && (unsigned char)walk->text.data[walk->at] > ' ' &&
           !strchr(",]}", walk->text.data[walk->at])) {
        walk->at++;
    }
    if (value->kind != JSON_NUMBER) {
        value->boolean = cJSON_IsTrue(from);
        return STATUS_OK;
    }
    char copy[64];
    size_t len = walk->at - start;
    (void)snprintf(copy, sizeof copy, "%.*s", (int)(len < sizeof copy ? len : sizeof copy),
                   walk->text.data + start);
    if (len >= sizeof copy || !is_number((StrView){ copy, len })) {
        return refuse(walk->error, STATUS_INVALID, start, "this is not a number as JSON writes one");
    }
    value->number = from->valuedouble;
    return isfinite(value->number) ? STATUS_OK
                                   : refuse(walk->error, STATUS_INVALID, start, "this number is too large");
}

static JsonKind kind_of(const cJSON *from)
{
    return cJSON_IsObject(from)   ? JSON_OBJECT
           : cJSON_IsArray(from)  ? JSON_ARRAY
           : cJSON_IsString(from) ? JSON_STRING
           : cJSON_IsNumber(from) ? JSON_NUMBER
           : cJSON_IsBool(from)   ? JSON_BOOL
                                  : JSON_NULL;
}

/* One value with all that is in it: as deep as JSON_DEPTH_MAX. */
static Status take_value(Walk *walk, const cJSON *from, JsonValue *value)
{
    walk->at = skip_blanks(walk->text, walk->at);
    value->kind = kind_of(from);
    value->offset = walk->at;
    if (value->kind == JSON_STRING) {
        skip_string(walk);
        value->string = arena_copy(walk->arena, strview_from_cstr(from->valuestring));
        return value->string.data ? STATUS_OK : STATUS_NOMEM;
    }
    if (value->kind != JSON_OBJECT && value->kind != JSON_ARRAY) {
        return take_word(walk, from, value);
    }
    const JsonValue **tail = &value->first;
    for (const cJSON *child = from->child; child; child = child->next) {
        JsonValue *item = ARENA_NEW(walk->arena, JsonValue);
        if (!item) {
            return STATUS_NOMEM;
        }
        walk->at = skip_blanks(walk->text, walk->at + 1); /* behind the bracket or comma */
        if (value->kind == JSON_OBJECT) {
            item->key = arena_copy(walk->arena, strview_from_cstr(child->string));
            skip_string(walk);
            walk->at = skip_blanks(walk->text, walk->at) + 1; /* behind the colon */
        }
        Status status =
            value->kind == JSON_OBJECT && !item->key.data ? STATUS_NOMEM : take_value(walk, child, item);
        if (status != STATUS_OK) {
            return status;
        }
        walk->at = skip_blanks(walk->text, walk->at);
        *tail = item;
        tail = &item->next;
        value->count++;
    }
    walk->at = from->child ? walk->at + 1 : skip_blanks(walk->text, walk->at + 1) + 1;
    return STATUS_OK;
}

static Status parse_clean(Arena *arena, StrView text, const JsonValue **root, JsonError *error)
{
    const char *end = text.data;
    JsonValue *value = ARENA_NEW(arena, JsonValue);
    if (!value) {
        return STATUS_NOMEM;
    }
    cJSON *tree = text.len ? cJSON_ParseWithLengthOpts(text.data, text.len, &end, false) : NULL;
    size_t offset = text.len ? (size_t)(end - text.data) : 0;
    Status status = STATUS_OK;
    if (!tree) {
        status = refuse(error, STATUS_INVALID, offset,
                        "this is not JSON; often a comma or a quote is missing before");
    } else if (skip_blanks(text, offset) < text.len) {
        status = refuse(error, STATUS_INVALID, offset, "there is more text behind the end");
    } else {
        Walk walk = { arena, text, strview_starts_with(text, SV("\xEF\xBB\xBF")) ? 3 : 0, error };
        status = take_value(&walk, tree, value);
    }
    cJSON_Delete(tree);
    *root = status == STATUS_OK ? value : NULL;
    return status;
}

Status json_parse(Arena *arena, StrView text, JsonForm form, const JsonValue **root, JsonError *error)
{
    *root = NULL;
    *error = (JsonError){ 0 };
    if (text.len > JSON_BYTES_MAX) {
        return refuse(error, STATUS_LIMIT, 0, "this is larger than 16 MiB");
    }
    size_t valid = utf8_valid_prefix(text);
    if (valid < text.len) {
        return refuse(error, STATUS_INVALID, valid, "this is not UTF-8");
    }
    Scan scan = { .text = text, .error = error, .at = strview_starts_with(text, SV("\xEF\xBB\xBF")) ? 3 : 0 };
    if (form == JSON_RELAXED) {
        scan.bytes = arena_take(arena, text.len + 1, 1);
        if (!scan.bytes) {
            return STATUS_NOMEM;
        }
        if (text.len) {
            memcpy(scan.bytes, text.data, text.len);
        }
    }
    Status status = scan_text(&scan);
    return status == STATUS_OK
               ? parse_clean(arena, scan.bytes ? (StrView){ scan.bytes, text.len } : text, root, error)
               : status;
}

/* --- reading ------------------------------------------------------------------------- */

bool json_is(const JsonValue *value, JsonKind kind)
{
    return value && value->kind == kind;
}

StrView json_text(const JsonValue *value)
{
    return json_is(value, JSON_STRING) ? value->string : (StrView){ NULL, 0 };
}

bool json_whole(const JsonValue *value, int64_t *number)
{
    const double most = 9007199254740992.0; /* 2^53: up to here a double holds every whole number */
    if (!json_is(value, JSON_NUMBER) || !(value->number >= -most && value->number <= most) ||
        value->number != (double)(int64_t)value->number) {
        return false;
    }
    *number = (int64_t)value->number;
    return true;
}

const JsonValue *json_items(const JsonValue *value)
{
    return value ? value->first : NULL;
}

const JsonValue *json_member(const JsonValue *object, const char *key)
{
    const JsonValue *found = NULL;
    StrView name = strview_from_cstr(key);
    if (json_is(object, JSON_OBJECT)) {
        for (const JsonValue *item = object->first; item; item = item->next) {
            found = strview_equal(item->key, name) ? item : found;
        }
    }
    return found;
}

StrView json_get_string(const JsonValue *object, const char *key, StrView otherwise)
{
    const JsonValue *value = json_member(object, key);
    return json_is(value, JSON_STRING) ? value->string : otherwise;
}

double json_get_number(const JsonValue *object, const char *key, double otherwise)
{
    const JsonValue *value = json_member(object, key);
    return json_is(value, JSON_NUMBER) ? value->number : otherwise;
}

bool json_get_bool(const JsonValue *object, const char *key, bool otherwise)
{
    const JsonValue *value = json_member(object, key);
    return json_is(value, JSON_BOOL) ? value->boolean : otherwise;
}
