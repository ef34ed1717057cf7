#ifndef SANGO_BASE_UTF8_H
#define SANGO_BASE_UTF8_H

#include "sango/base/strview.h"

enum { UTF8_REPLACEMENT = 0xFFFD };

/* Takes one code point off the front of *rest. A byte that begins no valid
 * sequence (RFC 3629: no surrogates, no overlong forms, at most U+10FFFF) is taken
 * alone and gives U+FFFD with *valid = false. `valid` may be NULL. Returns false
 * when *rest was empty. */
bool utf8_take(StrView *rest, uint32_t *codepoint, bool *valid);

/* Bytes before the first invalid one; text.len when all is valid. */
size_t utf8_valid_prefix(StrView text);

size_t utf8_count(StrView text); /* code points; an invalid byte counts as one */

/* Writes 1 to 4 bytes and returns how many. Values that are not scalar are
 * written as U+FFFD. */
size_t utf8_write(uint32_t codepoint, char out[4]);

#endif
