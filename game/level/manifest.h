#ifndef SANGO_LEVEL_MANIFEST_H
#define SANGO_LEVEL_MANIFEST_H

#include "sango/json/json.h"

/* Reads pack.json: what a JsonReader does not know are the forms of a pack's texts. */
typedef struct ManifestReader {
    JsonReader json;
    Arena *arena; /* takes the strings that stay; the values of the JSON go */
    bool is_out_of_memory;
} ManifestReader;

typedef enum ManifestForm {
    FORM_TEXT, /* words to show */
    FORM_ID,   /* a-z, 0-9, '-', '_' */
    FORM_NODE, /* the title of a node */
    FORM_PATH  /* a .yarn file inside the pack */
} ManifestForm;

/* A copy of the string under `key`; empty after reporting, and when it is missing and not required. */
StrView manifest_string(ManifestReader *reader, const JsonValue *object, const char *key, ManifestForm form,
                        size_t max_bytes, bool is_required);
/* The same of one item, which may be an element of a list. */
StrView manifest_string_of(ManifestReader *reader, const JsonValue *item, const char *key, ManifestForm form,
                           size_t max_bytes);

#endif
