#ifndef SANGO_BASE_RANDOM_H
#define SANGO_BASE_RANDOM_H

#include "sango/base/status.h"

#include <stddef.h>

/* Bytes that nobody can guess, from the system: for ids that must not meet those of another computer, and for the salt of a PIN.
 * What only has to look random takes an Rng (rng.h), so that a run can be repeated. STATUS_IO when the system gives none. */
Status random_bytes(void *bytes, size_t count);

#endif
