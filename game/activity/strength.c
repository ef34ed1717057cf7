#include "activity_internal.h"

#include <zxcvbn.h>

enum { WORD_BYTES_MAX = 32 /* of each; more is not counted */, KNOWN_MAX = ACTIVITY_ITEMS_MAX };

/* Small letters without a NUL; the number of bytes. */
static size_t copy_word(char *out, StrView word)
{
    size_t len = 0;
    for (; len < word.len && len < WORD_BYTES_MAX && word.data[len]; len++) {
        char c = word.data[len];
        out[len] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
    }
    out[len] = '\0';
    return len;
}

/* Levels of zxcvbn (Wheeler 2016): 10^3, 10^6, 10^8 and 10^10 guesses, here in bits. The words are put together
 * without anything between them, which is the least that a passphrase of them is worth. */
unsigned activity_strength_of(const StrView *words, size_t count, const StrView *known, size_t known_count)
{
    static const double bits[ACTIVITY_STRENGTH_MAX] = { 9.966, 19.932, 26.575, 33.219 };
    char phrase[ACTIVITY_WORDS_MAX * WORD_BYTES_MAX + 1] = "", known_words[KNOWN_MAX][WORD_BYTES_MAX + 1];
    const char *dictionary[KNOWN_MAX + 1] = { NULL };
    size_t len = 0, entries = 0;
    for (size_t i = 0; i < count && i < ACTIVITY_WORDS_MAX; i++) {
        len += copy_word(phrase + len, words[i]);
    }
    for (size_t i = 0; i < known_count && entries < KNOWN_MAX; i++) {
        if (copy_word(known_words[entries], known[i])) {
            dictionary[entries] = known_words[entries];
            entries++;
        }
    }
    double entropy = len ? ZxcvbnMatch(phrase, dictionary, NULL) : 0;
    unsigned strength = 0;
    while (strength < ACTIVITY_STRENGTH_MAX && entropy >= bits[strength]) {
        strength++;
    }
    return strength;
}
