#include "strength.h"

#include <zxcvbn.h>

#include <string.h>

double strength_bits(const StrengthWords *words)
{
    char phrase[ACTIVITY_WORDS_MAX * STRENGTH_WORD_BYTES_MAX + 1] = "";
    const char *dictionary[ACTIVITY_ITEMS_MAX + 1] = { NULL };
    size_t len = 0;
    for (size_t i = 0; i < words->count; i++) {
        size_t word_len = strlen(words->words[i]);
        memcpy(phrase + len, words->words[i], word_len + 1);
        len += word_len;
    }
    for (size_t i = 0; i < words->known_count; i++) {
        dictionary[i] = words->known[i];
    }
    return ZxcvbnMatch(phrase, dictionary, NULL);
}
