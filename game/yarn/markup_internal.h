#ifndef SANGO_YARN_MARKUP_INTERNAL_H
#define SANGO_YARN_MARKUP_INTERNAL_H

#include "sango/base/strbuf.h"
#include "sango/yarn/markup.h"

typedef enum MarkerKind { MARKER_OPEN, MARKER_CLOSE, MARKER_CLOSE_ALL, MARKER_SINGLE } MarkerKind;

enum { MARKER_PROPERTIES_MAX = 32, MARKUP_ATTRIBUTES_MAX = 256 };

/* One "[...]" as read. */
typedef struct Marker {
    MarkerKind kind;
    StrView name;
    MarkupProperty properties[MARKER_PROPERTIES_MAX];
    uint32_t property_count;
} Marker;

/* Reads the marker that begins at *at, which is then behind it. NULL, or what is
 * wrong with it in a few words. Decoded strings are taken from the arena; sets
 * *nomem when it is full. */
const char *marker_read(Arena *arena, StrView line, size_t *at, Marker *marker, bool *nomem);

/* [select], [plural] and [ordinal]: appends what stands in their place. NULL, or
 * what is wrong. */
bool marker_is_replaced(const Marker *marker);
const char *marker_replace(const Marker *marker, StrView language, StrBuf *out);

typedef enum PluralCase {
    PLURAL_ZERO,
    PLURAL_ONE,
    PLURAL_TWO,
    PLURAL_FEW,
    PLURAL_MANY,
    PLURAL_OTHER
} PluralCase;

/* CLDR 42 plural rules; a language that is not known has only OTHER. */
PluralCase plural_cardinal(StrView language, float number);
PluralCase plural_ordinal(StrView language, float number);

#endif
