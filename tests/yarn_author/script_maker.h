#ifndef SCRIPT_MAKER_H
#define SCRIPT_MAKER_H

#include "sango/base/rng.h"
#include "sango/base/strbuf.h"

/* Appends a script that compiles: nodes with lines, options and line groups in each
 * other, conditions, once, values, comments, escapes, all three line breaks, some ids,
 * shadow lines. The same state of `rng` gives the same script. */
void script_make(StrBuf *out, Rng *rng);

#endif
