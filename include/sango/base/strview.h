#ifndef SANGO_BASE_STRVIEW_H
#define SANGO_BASE_STRVIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* UTF-8 bytes owned by someone else. `data` need not end in NUL and may be NULL
 * only when `len` is 0. Passed by value. Valid only while its owner is. */
typedef struct StrView {
    const char *data;
    size_t len; /* bytes */
} StrView;

/* A view of a string literal; a compile error for anything else. */
#define SV(literal) ((StrView){ "" literal "", sizeof(literal) - 1 })

/* For printf: printf("%.*s", SV_ARG(name)). */
#define SV_ARG(sv) (int)(sv).len, (sv).data

StrView strview_from_cstr(const char *cstr); /* NULL gives an empty view */
bool strview_equal(StrView a, StrView b);
bool strview_starts_with(StrView text, StrView prefix);
bool strview_contains(StrView text, StrView part);             /* an empty part is anywhere */
StrView strview_trim(StrView text);                           /* ASCII blanks off both ends */
StrView strview_slice(StrView text, size_t from, size_t len); /* clamped to the text */
int strview_compare(StrView a, StrView b);                    /* by bytes, as strcmp */
uint32_t strview_hash(StrView text);                          /* FNV-1a, stable across runs and machines */

/* FNV-1a over 64 bits, further text after text: begins with STRVIEW_HASH_BEGIN. */
#define STRVIEW_HASH_BEGIN UINT64_C(14695981039346656037)
uint64_t strview_hash_more(uint64_t hash, StrView text);

/* Takes the bytes up to `sep` off the front of *rest and steps past it.
 * Returns false when *rest was already empty. */
bool strview_take(StrView *rest, char sep, StrView *head);

/* Whole-view decimal numbers; false (and *value untouched) for anything else,
 * including what does not fit. */
bool strview_to_int(StrView text, int32_t *value);
bool strview_to_float(StrView text, float *value);

/* Fewest insertions, deletions, replacements and swaps of neighbours that turn
 * one into the other, in bytes, ASCII case ignored; `limit` + 1 when there are
 * more than `limit` (which is at most 8). For "did you mean". */
unsigned strview_distance(StrView a, StrView b, unsigned limit);

/* The nearest of a list that ends in NULL; NULL when none is near. */
const char *strview_nearest(StrView text, const char *const *words);

#endif
