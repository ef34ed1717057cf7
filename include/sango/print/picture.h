#ifndef SANGO_PRINT_PICTURE_H
#define SANGO_PRINT_PICTURE_H

#include "sango/base/alloc.h"
#include "sango/base/status.h"
#include "sango/base/strbuf.h"

/* A drawing inside of a page: appends folder/name.svg as "data:image/svg+xml;base64,...", for the src of an <img>. A page
 * then needs no file beside it. Status of file_read(); STATUS_INVALID for a name with other than a-z, 0-9, '-' and '_'. */
Status print_picture(const Allocator *alloc, StrView folder, StrView name, StrBuf *out);

/* RFC 4648, with '=' at the end. */
void print_base64(StrBuf *out, StrView bytes);

#endif
