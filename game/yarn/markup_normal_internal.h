#ifndef SANGO_YARN_MARKUP_NORMAL_INTERNAL_H
#define SANGO_YARN_MARKUP_NORMAL_INTERNAL_H

#include <stddef.h>
#include <stdint.h>

/* The tables of normalization form C, written by generate_normal.py. Hangul is not
 * in them: it follows from arithmetic. */

/* Code points that may change their neighbours or be changed: all with a combining
 * class, and those that form C does not keep. */
typedef struct NormalMark {
    uint32_t first, last;
    uint8_t combining_class;
} NormalMark;

/* What a code point is made of; `second` is 0 for a mere other name of `first`. */
typedef struct NormalParts {
    uint32_t code, first, second;
} NormalParts;

extern const size_t normal_mark_count;
extern const NormalMark normal_marks[]; /* by first */
extern const size_t normal_part_count;
extern const NormalParts normal_parts[]; /* by code */
extern const size_t normal_pair_count;
extern const uint16_t
    normal_pairs[]; /* indices into normal_parts of what may be composed, by first and second */

#endif
