#include "lint_internal.h"
#include "sango/base/utf8.h"

/* How hard a level is to read, as a whole: see LINT_READING_ in lint.h. */

typedef struct Reading {
    size_t words, long_words, sentences;
} Reading;

/* Letters of one word; what is not ASCII counts as a letter, punctuation does not. */
static size_t letters_of(StrView word)
{
    size_t letters = 0;
    uint32_t codepoint;
    while (utf8_take(&word, &codepoint, NULL)) {
        bool is_ascii_letter = (codepoint | 0x20) >= 'a' && (codepoint | 0x20) <= 'z';
        bool is_general_punctuation = codepoint >= 0x2010 && codepoint <= 0x205E;
        letters += is_ascii_letter || (codepoint >= 0xC0 && !is_general_punctuation);
    }
    return letters;
}

/* Ends at a blank or a hyphen; [markup] is passed over, and a {value} is no long word. */
static void count_long_words(StrView sentence, Reading *reading)
{
    size_t start = 0;
    char closing = '\0';
    for (size_t at = 0; at <= sentence.len; at++) {
        char c = at < sentence.len ? sentence.data[at] : ' ';
        if (closing) {
            start = at + 1;
            closing = c == closing ? '\0' : closing;
        } else if (c == ' ' || c == '\t' || c == '-' || c == '[' || c == '{') {
            reading->long_words += letters_of(strview_slice(sentence, start, at - start)) > LINT_LONG_WORD_LETTERS;
            start = at + 1;
            closing = c == '[' ? ']' : c == '{' ? '}' : '\0';
        }
    }
}

static void read_line(const YarnLineInfo *line, Reading *reading)
{
    StrView rest = lint_spoken(line), sentence;
    unsigned words;
    while (lint_take_sentence(&rest, &sentence, &words)) {
        if (words) {
            reading->words += words;
            reading->sentences++;
            count_long_words(sentence, reading);
        }
    }
}

/* In tenths. */
static unsigned lix_of(const Reading *reading)
{
    if (reading->words == 0) {
        return 0;
    }
    return (unsigned)(reading->words * 10 / reading->sentences + reading->long_words * 1000 / reading->words);
}

/* The page that is hardest: where to begin. */
static void say_hardest(Lint *lint)
{
    unsigned hardest = 0;
    YarnNodeInfo found = { .title = SV("") };
    for (size_t i = 0; i < yarn_program_node_count(lint->program); i++) {
        YarnNodeInfo node = yarn_program_node(lint->program, i);
        Reading reading = { 0 };
        for (size_t j = 0; j < yarn_program_line_count(lint->program); j++) {
            YarnLineInfo line = yarn_program_line(lint->program, j);
            if (strview_equal(line.node, node.title) && !lint_is_in_node_tagged(lint, &line, SV("notes"))) {
                read_line(&line, &reading);
            }
        }
        if (lix_of(&reading) > hardest) {
            hardest = lix_of(&reading);
            found = node;
        }
    }
    lint_note(lint, "level-reading", found.place, "the hardest page is '%.*s', with %u; shorter sentences and words bring it down",
              SV_ARG(found.title), (hardest + 5) / 10);
}

void lint_check_reading(Lint *lint, LintWalk *counts)
{
    unsigned limit = lint->level->bands & BAND_YOUNGER ? LINT_READING_YOUNGER_MAX : LINT_READING_OLDER_MAX;
    Reading reading = { 0 };
    for (size_t i = 0; i < yarn_program_line_count(lint->program); i++) {
        YarnLineInfo line = yarn_program_line(lint->program, i);
        if (!lint_is_in_node_tagged(lint, &line, SV("notes"))) {
            read_line(&line, &reading);
        }
    }
    counts->words = reading.words;
    counts->reading = (lix_of(&reading) + 5) / 10;
    if (reading.words >= LINT_READING_WORDS_MIN && counts->reading > limit) {
        lint_say(lint, DIAG_WARNING, "level-reading", lint_node_place(lint, lint->level->start),
                 "the reading level is %u; the limit is %u: %zu words in %zu sentences, and %zu of them have more than %d letters",
                 counts->reading, limit, reading.words, reading.sentences, reading.long_words, LINT_LONG_WORD_LETTERS);
        say_hardest(lint);
    }
}
