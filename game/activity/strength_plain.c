#include "strength.h"

#include <string.h>

/* A passphrase without zxcvbn's 100,000 words: what a guesser tries first is cheap, any other word costs what one out of some
 * thousands does, however long or rare it is. tests/level/test_strength.c holds it against zxcvbn. */

/* Of passwords and words that are tried first; all in small letters. */
static const char *const common[] = {
    "password", "passwort", "letmein",  "welcome",  "hello",    "login",    "admin",    "secret",   "qwerty",   "qwertz",   "azerty",   "asdfgh",
    "dragon",   "monkey",   "football", "baseball", "soccer",   "hockey",   "shadow",   "master",   "sunshine", "princess", "superman", "batman",
    "pokemon",  "minecraft", "starwars", "summer",  "winter",   "spring",   "autumn",   "flower",   "cookie",   "cheese",   "banana",   "orange",
    "purple",   "silver",   "yellow",   "thunder",  "rocket",   "tigger",   "tiger",    "buster",   "pepper",   "ginger",   "charlie",  "michael",
    "jordan",   "killer",   "computer", "internet", "freedom",  "whatever", "lovely",   "iloveyou", "family",   "friend",   "mother",   "father",
    "school",   "teacher",  "monday",   "tuesday",  "wednesday", "thursday", "friday",  "saturday", "sunday",   "january",  "february", "april",
    "august",   "september", "october", "november", "december", "chelsea",  "arsenal",  "liverpool", "london",  "tokyo",    "paris",    "sango",
};

/* Bits of one word, and of what is no word. */
static const double cheap = 1, pattern = 5, number = 6.5, short_word = 5, common_word = 7, word = 11.5;

static bool is_in(const char *text, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(text, list[i]) == 0) {
            return true;
        }
    }
    return false;
}

/* aaaa, 1234, dcba: each sign is the one before it, or one step on, or one back. */
static bool is_pattern(const char *text)
{
    int step = text[0] && text[1] ? text[1] - text[0] : 2;
    for (size_t i = 1; text[i]; i++) {
        if (text[i] - text[i - 1] != step) {
            return false;
        }
    }
    return step >= -1 && step <= 1;
}

static bool is_number(const char *text)
{
    return text[strspn(text, "0123456789")] == '\0';
}

/* A word that others know is the cheaper the fewer of them there are; 0 bits: the only one. */
static double bits_of_known(const StrengthWords *words, const char *text)
{
    static const double bits[] = { 0, 1, 1.585, 2, 2.322, 2.585, 2.807, 3, 3.17, 3.322, 3.459, 3.585, 3.7, 3.807, 3.907, 4 }; /* log2 of its place */
    for (size_t i = 0; i < words->known_count; i++) {
        if (strcmp(text, words->known[i]) == 0) {
            return bits[i];
        }
    }
    return -1;
}

static double bits_of_word(const StrengthWords *words, size_t index)
{
    const char *text = words->words[index];
    size_t len = strlen(text);
    double known = bits_of_known(words, text);
    if (known >= 0) {
        return known;
    }
    for (size_t i = 0; i < index; i++) {
        if (strcmp(text, words->words[i]) == 0) {
            return cheap;
        }
    }
    if (is_pattern(text)) {
        return pattern;
    }
    if (is_number(text)) {
        double digits = 3.32 * (double)len;
        return len <= 4 ? number : digits < word ? digits : word; /* up to four digits: a year, a day */
    }
    return is_in(text, common, sizeof common / sizeof common[0]) ? common_word : len <= 3 ? short_word : word;
}

double strength_bits(const StrengthWords *words)
{
    static const double orders[ACTIVITY_WORDS_MAX + 1] = { 0, 0, 1, 2.585, 4.585 }; /* log2 of n!: which comes first */
    double bits = orders[words->count];
    for (size_t i = 0; i < words->count; i++) {
        bits += bits_of_word(words, i);
    }
    return bits;
}
