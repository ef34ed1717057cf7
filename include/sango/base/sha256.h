#ifndef SANGO_BASE_SHA256_H
#define SANGO_BASE_SHA256_H

#include "sango/base/strview.h"

enum { SHA256_BYTES = 32 };

/* SHA-256 of all bytes at once (FIPS 180-4, section 6.2). For marks that other programs
 * must be able to make again, not for secrets: it is not hardened. Thread-safe. */
void sha256(StrView bytes, uint8_t digest[SHA256_BYTES]);

#endif
