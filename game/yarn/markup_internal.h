#ifndef SANGO_YARN_MARKUP_INTERNAL_H
#define SANGO_YARN_MARKUP_INTERNAL_H

#include "sango/base/strbuf.h"
#include "sango/yarn/markup.h"

typedef enum MarkerKind { MARKER_OPEN, MARKER_CLOSE, MARKER_CLOSE_ALL, MARKER_SINGLE } MarkerKind;

/* MARKUP_TEXT_MAX is in bytes of what is shown; '%' of a [select] could multiply it.
 * After MARKUP_REPORTS_MAX mistakes the rest of a line is not looked at. */
enum {
    MARKER_PROPERTIES_MAX = 32,
    MARKUP_ATTRIBUTES_MAX = 256,
    MARKUP_TEXT_MAX = 262144,
    MARKUP_REPORTS_MAX = 8
};

/* One "[...]" as read. */
typedef struct Marker {
    MarkerKind kind;
    StrView name;   /* empty for [/] */
    size_t start;   /* byte of the line where its '[' stands */
    size_t name_at; /* and where its name does */
    MarkupProperty properties[MARKER_PROPERTIES_MAX];
    uint32_t property_count;
} Marker;

/* What is wrong, in a few words, and the byte of the line where. */
typedef struct MarkerError {
    const char *what; /* NULL: out of memory */
    size_t at;
    bool is_limit;
} MarkerError;

/* Reads the marker whose '[' is at *at, which is then behind it. After a mistake
 * *at is where reading can go on, and the name and kind are as far as known. Decoded
 * strings are taken from the arena. */
bool marker_read(Arena *arena, StrView line, size_t *at, Marker *marker, MarkerError *error);

/* Most lines are: then a byte is a letter, and nothing needs to be composed. */
bool markup_is_ascii(StrView text);
/* Bytes of the blank character at `at`; 0 when none stands there. */
size_t markup_blank(StrView line, size_t at);
/* Names compare with ASCII case ignored. */
bool markup_same_name(StrView a, StrView b);

/* [select], [plural] and [ordinal]: appends what stands in their place. NULL, or
 * what is wrong. */
bool marker_is_replaced(StrView name);
const char *marker_replace(const MarkupAttribute *marker, StrView language, StrBuf *out);

/* The line in Unicode normalization form C (UAX #15), in which "e" with a combining
 * accent is the one letter "é": the line itself when it already is, otherwise taken
 * from the arena (data is NULL when out of memory). Bytes that are not UTF-8 stay. */
StrView markup_normalise(Arena *arena, StrView line);

#endif
