#ifndef SANGO_I18N_CATALOGUE_H
#define SANGO_I18N_CATALOGUE_H

#include "sango/base/alloc.h"
#include "sango/base/status.h"
#include "sango/base/strbuf.h"
#include "sango/base/strview.h"

/* Texts of one language from a GNU .mo file (gettext manual, "The Format of GNU MO
 * Files"); the id is the message context. A catalogue without a file gives the
 * English texts of the source. */
typedef struct Catalogue {
    const Allocator *alloc;
    StrView bytes; /* the file; owned */
    StrView language; /* BCP 47 such as "en", "ar"; points into `tag` */
    char tag[16];
    uint32_t count, originals, translations; /* offsets in bytes */
    uint32_t plural_count;
    char plural_rule[256]; /* C expression in n; "" = English */
    bool rtl;
} Catalogue;

/* English with no file. `language` of at most 15 bytes. */
void catalogue_init(Catalogue *catalogue, const Allocator *alloc, StrView language);
/* Takes ownership of `bytes` on success only. STATUS_INVALID for any damage: all
 * offsets are checked here, so that look-ups cannot fail later. */
Status catalogue_load(Catalogue *catalogue, StrView bytes);
void catalogue_release(Catalogue *catalogue);

/* The translation of `english` under `id` (msgctxt), else `english`. */
StrView catalogue_get(const Catalogue *catalogue, StrView id, StrView english);
/* By number; `english_one`/`english_many` when there is no translation. */
StrView catalogue_plural(const Catalogue *catalogue, StrView id, StrView english_one, StrView english_many, uint32_t n);

/* Every word of the screens goes through this: TR(catalogue, "title.play", "Play"). */
#define TR(catalogue, id, english) catalogue_get((catalogue), SV(id), SV(english))

/* The same by number: TRN(catalogue, "lesson.hands", "{n} hand", "{n} hands", n). */
#define TRN(catalogue, id, one, many, n) catalogue_plural((catalogue), SV(id), SV(one), SV(many), (n))

/* Appends `pattern` with {name} replaced; pairs of name, value; "{{" is a brace.
 * Unknown names stay as they are. */
typedef struct TextValue {
    StrView name, value;
} TextValue;
void text_format(StrBuf *out, StrView pattern, const TextValue *values, size_t count);

#endif
