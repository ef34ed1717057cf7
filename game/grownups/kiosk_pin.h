#ifndef SANGO_GROWNUPS_KIOSK_PIN_H
#define SANGO_GROWNUPS_KIOSK_PIN_H

#include "sango/base/status.h"
#include "sango/base/strbuf.h"

/* Puts the hash of a PIN into the text of a kiosk's settings file; comments and everything else stay as they are. Appends the new
 * text. STATUS_INVALID when the text is no such file, or when it could not be done so that the file says this hash and has no more
 * mistakes than before; STATUS_NOMEM. */
Status kiosk_pin_put(const Allocator *alloc, StrView text, StrView hash, StrBuf *out);

#endif
