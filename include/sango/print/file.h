#ifndef SANGO_PRINT_FILE_H
#define SANGO_PRINT_FILE_H

#include "sango/print/template.h"

/* A page from a template that is a file, with the parts that it names: `{{> sango.svg}}` is the file
 * parts/sango.svg beside the template. `page->parts` is not used.
 *
 * Appends to `out`. On failure `fault` (may be NULL) says where and why in one line:
 * "assets/print/plan.html:12: ...". Status of file_read() and of print_fill(). */
Status print_fill_file(const Allocator *alloc, StrView folder, StrView name, const PrintPage *page, StrBuf *out, StrBuf *fault);

#endif
