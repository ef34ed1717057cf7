#include "strength.h"

/* Small letters without a NUL; the number of bytes. */
static size_t copy_word(char *out, StrView word)
{
    size_t len = 0;
    for (; len < word.len && len < STRENGTH_WORD_BYTES_MAX && word.data[len]; len++) {
        char c = word.data[len];
        out[len] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
    }
    out[len] = '\0';
    return len;
}

void strength_read(StrengthWords *out, const StrView *words, size_t count, const StrView *known, size_t known_count)
{
    out->count = 0;
    out->known_count = 0;
    for (size_t i = 0; i < count && i < ACTIVITY_WORDS_MAX; i++) {
        out->count += copy_word(out->words[out->count], words[i]) > 0;
    }
    for (size_t i = 0; i < known_count && out->known_count < ACTIVITY_ITEMS_MAX; i++) {
        out->known_count += copy_word(out->known[out->known_count], known[i]) > 0;
    }
}

/* Levels of zxcvbn (Wheeler 2016): 10^3, 10^6, 10^8 and 10^10 guesses, here in bits. */
unsigned strength_level(double bits)
{
    static const double limits[ACTIVITY_STRENGTH_MAX] = { 9.966, 19.932, 26.575, 33.219 };
    unsigned strength = 0;
    while (strength < ACTIVITY_STRENGTH_MAX && bits >= limits[strength]) {
        strength++;
    }
    return strength;
}

unsigned activity_strength_of(const StrView *words, size_t count, const StrView *known, size_t known_count)
{
    StrengthWords read;
    strength_read(&read, words, count, known, known_count);
    return strength_level(read.count ? strength_bits(&read) : 0);
}
