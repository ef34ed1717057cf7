#ifndef SANGO_PRINT_TEMPLATE_H
#define SANGO_PRINT_TEMPLATE_H

#include "sango/base/status.h"
#include "sango/base/strbuf.h"

/* Pages to print: an HTML file is a template, and this puts words into it. The marks are the simplest of
 * Mustache's, so that an editor knows them:
 *
 *     {{name}}                    a value, escaped
 *     {{#rows}} … {{/rows}}       once for each row of a list; a row's own values come before the page's
 *     {{^rows}} … {{/rows}}       when the list has no row
 *
 * There is no mark for a value that is not escaped: what a page must not have (scripts, links) cannot come in by a
 * value. Lists do not stand inside each other. */
typedef struct PrintValue {
    StrView name, text;
} PrintValue;

typedef struct PrintRow {
    const PrintValue *values;
    size_t value_count;
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
} PrintPage;

/* Appends the filled page. STATUS_INVALID for a mark that names nothing, is not closed or stands in the wrong
 * place; *line (may be NULL) is then where, from 1. STATUS_NOMEM when `out` could not grow. */
Status print_fill(StrView text, const PrintPage *page, StrBuf *out, uint32_t *line);

/* Text for HTML, between tags and in "quoted" attributes: & < > " ' are written as references; control
 * characters go, and bytes that are not UTF-8 become U+FFFD. */
void print_escape(StrBuf *out, StrView text);

#endif
