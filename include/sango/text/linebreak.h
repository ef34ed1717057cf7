#ifndef SANGO_TEXT_LINEBREAK_H
#define SANGO_TEXT_LINEBREAK_H

#include <stddef.h>
#include <stdint.h>

/* UAX #14 (Unicode 15.0) line break opportunities. */
enum { LINEBREAK_NO, LINEBREAK_ALLOWED, LINEBREAK_MUST };

/* breaks[i] says whether a line may end after text[i]; the last is MUST.
 * `text` are code points, `count` of both. */
void linebreak_find(const uint32_t *text, size_t count, uint8_t *breaks);

#endif
