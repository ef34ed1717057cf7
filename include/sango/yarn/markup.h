#ifndef SANGO_YARN_MARKUP_H
#define SANGO_YARN_MARKUP_H

#include "sango/base/arena.h"
#include "sango/base/diag.h"
#include "sango/yarn/program.h"

/* Markup of a line after substitution: "[b]Stop[/b] and think" gives the text
 * "Stop and think" and an attribute b over its first 4 code points. An implicit
 * [character name=…] is made from "Name: ". [select], [plural] and [ordinal] are
 * replaced by their text.
 *
 *     MarkupText text;
 *     Status status = yarn_markup_parse(&arena, event.line.text, SV("en"), event.place, &sink, &text);
 *     if (status != STATUS_NOMEM) {
 *         show(text.text);
 *     }
 *
 * Names are letters, digits and _. Attributes may overlap. All functions here may run
 * in many threads at a time, each with its own arena. */
typedef struct MarkupProperty {
    StrView name;
    YarnValue value;
    bool is_integer; /* a number written without a point */
    int32_t integer; /* which then is exact here, while value is a float; otherwise 0 */
} MarkupProperty;

typedef struct MarkupAttribute {
    StrView name;
    uint32_t start, length;             /* code points of `text` */
    uint32_t start_bytes, length_bytes; /* the same in bytes */
    const MarkupProperty *properties;   /* as written; "trimwhitespace" is added to [a/] that does not say */
    uint32_t property_count;
    uint32_t source; /* byte of the line where its [ stands; 0 for an implicit character */
} MarkupAttribute;

typedef struct MarkupText {
    StrView text;                      /* what to show, the character's "Name: " still in front */
    const MarkupAttribute *attributes; /* by source; an implicit character first */
    uint32_t attribute_count;
} MarkupText;

typedef struct MarkupOptions {
    StrView language;    /* BCP 47 tag such as "en", for plural and ordinal */
    YarnPlace place;     /* where the line begins */
    DiagSink *diags;     /* NULL: mistakes are only told by the status */
    bool keeps_replaced; /* [select], [plural] and [ordinal] become attributes like others */
} MarkupOptions;

/* The text and attributes are borrowed from `line`, or taken from `arena`. The text is
 * in Unicode normalization form C, as upstream has it, so offsets count composed letters.
 *
 * When any marker is wrong the whole line is shown with its brackets, without attributes:
 * there is always something to show. Each mistake is reported, the first ones in the order
 * of the line: code YS0063, or yarn-markup for a limit, at the place's column plus the
 * code points in front of it in `line`. That is exact for a line without values and
 * escaped braces in front; with them, what was put in moves it.
 * STATUS_OK, STATUS_INVALID (something was wrong), STATUS_NOMEM. */
Status yarn_markup_parse_with(Arena *arena, StrView line, const MarkupOptions *options, MarkupText *result);

/* The same for what a game shows. */
Status yarn_markup_parse(Arena *arena, StrView line, StrView language, YarnPlace place, DiagSink *diags,
                         MarkupText *result);

/* NULL when there is no attribute of that name; names compare with ASCII case ignored. */
const MarkupAttribute *markup_find(const MarkupText *text, StrView name);
const YarnValue *markup_property(const MarkupAttribute *attribute, StrView name);

/* The text without its "Name: " in front. */
StrView markup_without_speaker(const MarkupText *text);

#endif
