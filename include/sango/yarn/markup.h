#ifndef SANGO_YARN_MARKUP_H
#define SANGO_YARN_MARKUP_H

#include "sango/base/arena.h"
#include "sango/base/diag.h"
#include "sango/yarn/program.h"

/* Markup of a line after substitution: "[b]Stop[/b] and think" gives the text
 * "Stop and think" and an attribute b over its first 4 code points. An implicit
 * [character name=…] is made from "Name: ". [select], [plural] and [ordinal] are
 * replaced by their text. */
typedef struct MarkupProperty {
    StrView name;
    YarnValue value;
} MarkupProperty;

typedef struct MarkupAttribute {
    StrView name;
    uint32_t start, length;             /* code points of `text` */
    uint32_t start_bytes, length_bytes; /* the same in bytes */
    const MarkupProperty *properties;
    uint32_t property_count;
} MarkupAttribute;

typedef struct MarkupText {
    StrView text;                      /* what to show, the character's "Name: " still in front */
    const MarkupAttribute *attributes; /* by start, outer first */
    uint32_t attribute_count;
} MarkupText;

/* Everything is taken from `arena`. `language` is a BCP 47 tag such as "en", for
 * plural and ordinal. Mistakes are reported at `place` (columns not exact) and the
 * markup concerned is kept as plain text, so there is always something to show.
 * STATUS_OK, STATUS_INVALID (something was reported), STATUS_NOMEM. */
Status yarn_markup_parse(Arena *arena, StrView line, StrView language, YarnPlace place, DiagSink *diags,
                         MarkupText *result);

/* NULL when there is no attribute of that name; names compare with ASCII case ignored. */
const MarkupAttribute *markup_find(const MarkupText *text, StrView name);
const YarnValue *markup_property(const MarkupAttribute *attribute, StrView name);

/* The text without its "Name: " in front. */
StrView markup_without_speaker(const MarkupText *text);

#endif
