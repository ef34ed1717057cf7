#ifndef SANGO_ACTIVITY_STRENGTH_H
#define SANGO_ACTIVITY_STRENGTH_H

#include "activity_internal.h"

/* The words of a passphrase as whoever measures them wants them: small letters, NUL-terminated. */
enum { STRENGTH_WORD_BYTES_MAX = 32 /* of each; more is not counted */ };

typedef struct StrengthWords {
    char words[ACTIVITY_WORDS_MAX][STRENGTH_WORD_BYTES_MAX + 1];
    char known[ACTIVITY_ITEMS_MAX][STRENGTH_WORD_BYTES_MAX + 1];
    size_t count, known_count;
} StrengthWords;

void strength_read(StrengthWords *out, const StrView *words, size_t count, const StrView *known, size_t known_count);
/* The binary logarithm of the guesses, 0 or more, for the words put together without anything between them: the least that a
 * passphrase of them is worth. strength_zxcvbn.c asks zxcvbn, strength_plain.c estimates it itself: the build takes one. */
double strength_bits(const StrengthWords *words);
unsigned strength_level(double bits); /* 0 .. ACTIVITY_STRENGTH_MAX */

#endif
