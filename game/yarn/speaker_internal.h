#ifndef SANGO_YARN_SPEAKER_INTERNAL_H
#define SANGO_YARN_SPEAKER_INTERNAL_H

#include "sango/base/strview.h"

/* Bytes of "Kofi:" in "Kofi: Hi": up to and with the first ':' that is neither escaped nor
 * inside a marker; 0 when there is none. */
size_t speaker_find_end(StrView line);
/* "Kofi" of it, as written and without blanks around; empty when there is none. */
StrView speaker_name(StrView line);

#endif
