#ifndef SANGO_JSON_JSON_H
#define SANGO_JSON_JSON_H

#include "sango/base/arena.h"
#include "sango/base/diag.h"
#include "sango/base/status.h"

/* JSON (RFC 8259) as values that know where they stand in the text. Two ways in:
 *
 *     const JsonValue *root;                       a message of a program
 *     JsonError error;
 *     if (json_parse(&arena, text, JSON_STRICT, &root, &error) == STATUS_OK) {
 *         StrView method = json_get_string(root, "method", SV(""));
 *         for (const JsonValue *item = json_items(json_member(root, "params")); item; item = item->next) …
 *     }
 *
 *     JsonReader reader = { .name = path, .text = text, .code = "pack-manifest", .diags = diags, .arena =
 * &arena }; if (json_reader_open(&reader, JSON_RELAXED) == STATUS_OK) {      a file that people write
 *         json_check_keys(&reader, reader.root, keys, DIAG_WARNING);
 *         StrView title = json_read_string(&reader, reader.root, "title", 100, true);
 *     }
 *
 * A JsonReader reports mistakes with their places and goes on with a harmless value,
 * so that one run finds them all. JSON is written with strbuf_json() (base). */
typedef enum JsonKind { JSON_NULL, JSON_BOOL, JSON_NUMBER, JSON_STRING, JSON_ARRAY, JSON_OBJECT } JsonKind;

typedef struct JsonValue JsonValue;
struct JsonValue {
    JsonKind kind;
    bool boolean;           /* JSON_BOOL */
    double number;          /* JSON_NUMBER; always finite */
    StrView string;         /* JSON_STRING: decoded, with a NUL behind it and none in it */
    StrView key;            /* of a member of an object: the same; else empty */
    size_t offset;          /* of its first byte in the text */
    size_t count;           /* of items or members */
    const JsonValue *first; /* item or member, in the order of the text */
    const JsonValue *next;  /* beside it */
};

/* JSON_RELAXED also takes comments (// and slash-star) and a comma behind the last item, as
 * editors and .yarnproject files do. A byte order mark is skipped in both. */
typedef enum JsonForm { JSON_STRICT, JSON_RELAXED } JsonForm;

enum {
    JSON_BYTES_MAX = 16 * 1024 * 1024,
    JSON_DEPTH_MAX = 64,   /* arrays and objects inside each other */
    JSON_REPORTS_MAX = 100 /* reports of one JsonReader; then it says that there are more */
};

typedef struct JsonError {
    size_t offset; /* where in the text */
    char message[120];
} JsonError;

/* Values live in the arena and borrow nothing of the text. STATUS_INVALID or STATUS_LIMIT
 * with *error filled, STATUS_NOMEM; *root is then NULL. */
Status json_parse(Arena *arena, StrView text, JsonForm form, const JsonValue **root, JsonError *error);

/* The first of an array or object; NULL when it is empty, something else, or NULL. */
const JsonValue *json_items(const JsonValue *value);
/* A member by name, the last one if it stands twice; NULL when there is none or `object` is
 * NULL or no object. */
const JsonValue *json_member(const JsonValue *object, const char *key);
bool json_is(const JsonValue *value, JsonKind kind); /* false for NULL */
/* The text of a string; its data is NULL when the value is none, or NULL. */
StrView json_text(const JsonValue *value);
/* A number without a fraction, up to 2^53 on either side of 0. False for anything else. */
bool json_whole(const JsonValue *value, int64_t *number);
/* The value of a member; `otherwise` when it is missing or of another kind. */
StrView json_get_string(const JsonValue *object, const char *key, StrView otherwise);
double json_get_number(const JsonValue *object, const char *key, double otherwise);
bool json_get_bool(const JsonValue *object, const char *key, bool otherwise);

/* --- files that people write -------------------------------------------------------- */

typedef struct JsonReader {
    StrView name;     /* of the file, as diagnostics print it; borrowed */
    StrView text;     /* borrowed */
    const char *code; /* of its diagnostics; a literal */
    DiagSink *diags;  /* borrowed */
    Arena *arena;     /* takes the values; borrowed */
    const JsonValue *root;
    unsigned reports;
} JsonReader;

/* Parses reader->text into reader->root. What is no JSON is reported: STATUS_INVALID, or
 * STATUS_LIMIT. STATUS_NOMEM. */
Status json_reader_open(JsonReader *reader, JsonForm form);

/* The place of a byte, of a value; NULL: line 1. Columns count code points. */
SourcePos json_pos_at(const JsonReader *reader, size_t offset);
SourcePos json_pos(const JsonReader *reader, const JsonValue *value);
void json_report(JsonReader *reader, DiagLevel level, const JsonValue *value, const char *fmt, ...)
    SANGO_PRINTF(4, 5);

/* Reports members that are not in the list (at `unknown`, with the nearest name) and, as errors,
 * known ones that stand twice. At most 64 keys, NULL at the end. */
void json_check_keys(JsonReader *reader, const JsonValue *object, const char *const *keys, DiagLevel unknown);

/* The value if it is text of 1 to max_bytes bytes; else it is reported under the name `key`, and
 * the result is empty. Borrowed from the reader's arena. */
StrView json_read_text(JsonReader *reader, const JsonValue *value, const char *key, size_t max_bytes);
/* The same of a member; a missing one is reported only if it is required. */
StrView json_read_string(JsonReader *reader, const JsonValue *object, const char *key, size_t max_bytes,
                         bool is_required);
bool json_read_bool(JsonReader *reader, const JsonValue *object, const char *key, bool otherwise);
/* A whole number from low to high. */
unsigned json_read_number(JsonReader *reader, const JsonValue *object, const char *key, unsigned low,
                          unsigned high, unsigned otherwise);
/* An array of at most `max` items; NULL when it is missing or wrong. */
const JsonValue *json_read_list(JsonReader *reader, const JsonValue *object, const char *key, size_t max,
                                bool is_required);

#endif
