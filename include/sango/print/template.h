#ifndef SANGO_PRINT_TEMPLATE_H
#define SANGO_PRINT_TEMPLATE_H

#include "sango/base/status.h"
#include "sango/base/strbuf.h"

/* Pages to print: an HTML file is a template, and this puts words into it. The marks are the simplest of
 * Mustache's, so that an editor knows them:
 *
 *     {{name}}                    a value, escaped: in text, in "quoted" attributes, as a number in SVG or CSS
 *     {{#rows}} ... {{/rows}}     once for each row of a list
 *     {{^rows}} ... {{/rows}}     when the list has no row
 *     {{> part}}                  a text that several pages share, as it is: a drawing, rules of CSS
 *
 * A row may have lists of its own, PRINT_DEPTH_MAX deep. Names are looked for in the row, then in the rows around
 * it, then in the page.
 * There is no mark for a value that is not escaped: what a page must not have (scripts, links) cannot come in by a
 * value. Parts are files of ours beside the template; marks in them are not read. */
enum { PRINT_DEPTH_MAX = 4 };

typedef struct PrintValue {
    StrView name, text;
} PrintValue;

typedef struct PrintRow {
    const PrintValue *values;
    size_t value_count;
    const struct PrintList *lists;
    size_t list_count;
} PrintRow;

typedef struct PrintList {
    StrView name;
    const PrintRow *rows;
    size_t row_count;
} PrintList;

typedef struct PrintPage {
    const PrintValue *values;
    size_t value_count;
    const PrintList *lists;
    size_t list_count;
    const PrintValue *parts;
    size_t part_count;
} PrintPage;

/* Appends the filled page. STATUS_INVALID for a mark that names nothing, is not closed, stands in the wrong place or
 * too deep; *line (may be NULL) is then where, from 1. STATUS_NOMEM when `out` could not grow. */
Status print_fill(StrView text, const PrintPage *page, StrBuf *out, uint32_t *line);

/* The parts that a template names, for who reads their files: the next one from *place (0 at first) on. */
bool print_next_part(StrView text, size_t *place, StrView *name);

/* Text for HTML, between tags and in "quoted" attributes: & < > " ' are written as references; control
 * characters go, and bytes that are not UTF-8 become U+FFFD. */
void print_escape(StrBuf *out, StrView text);

#endif
