#ifndef SANGO_LEVEL_MANIFEST_H
#define SANGO_LEVEL_MANIFEST_H

#include "sango/base/arena.h"
#include "sango/base/diag.h"

#include <cjson/cJSON.h>

/* Reads values out of a parsed JSON file and says where in the text a mistake is.
 * A reader that has met a mistake goes on with a harmless value, so that one run
 * reports them all. */
typedef struct ManifestReader {
    StrView name; /* of the file, as diagnostics print it */
    StrView text;
    const cJSON *root;
    DiagSink *diags;
    Arena *arena; /* takes the strings */
    bool is_out_of_memory;
} ManifestReader;

typedef enum ManifestForm {
    FORM_TEXT, /* words to show */
    FORM_ID,   /* a-z, 0-9, '-', '_' */
    FORM_NODE, /* the title of a node */
    FORM_PATH  /* a .yarn file inside the pack */
} ManifestForm;

/* The place of an item in the text; NULL or the root: line 1. */
SourcePos manifest_pos(const ManifestReader *reader, const cJSON *item);
/* The place of a byte in the text. */
SourcePos manifest_pos_at(const ManifestReader *reader, size_t offset);

void manifest_report(ManifestReader *reader, DiagLevel level, const cJSON *item, const char *fmt, ...)
    SANGO_PRINTF(4, 5);

/* Reports keys that are not in the list (as warnings, with the nearest) and keys that stand twice. */
void manifest_check_keys(ManifestReader *reader, const cJSON *object, const char *const *keys);

/* A copy of the string under `key`; empty after reporting, and when it is missing and not required. */
StrView manifest_string(ManifestReader *reader, const cJSON *object, const char *key, ManifestForm form,
                        size_t max_bytes, bool is_required);
/* The same of one item, which may be an element of a list. */
StrView manifest_string_of(ManifestReader *reader, const cJSON *item, const char *key, ManifestForm form, size_t max_bytes);
bool manifest_bool(ManifestReader *reader, const cJSON *object, const char *key, bool otherwise);
unsigned manifest_number(ManifestReader *reader, const cJSON *object, const char *key, unsigned low, unsigned high,
                         unsigned otherwise);
/* A list of at most `max` items; NULL when it is missing or wrong. */
const cJSON *manifest_list(ManifestReader *reader, const cJSON *object, const char *key, size_t max, bool is_required);

#endif
