#include "lint_internal.h"

#include "sango/base/utf8.h"
#include "sango/yarn/markup.h"

#include <string.h>

enum { SENTENCE_WORDS_YOUNGER = 10, SENTENCE_WORDS_OLDER = 15, CHOICE_WORDS_MAX = 8 };

/* Words that shame. A pattern is whole words in lower case. */
static const char *const unkind[] = {
    "stupid",       "dumb",       "idiot",        "fool",    "foolish",    "shame on you",      "ashamed",      "shameful",
    "loser",        "naughty",    "bad boy",      "bad girl", "disgusting", "should have known", "you failed",   "failure",
    "wrong answer", "your own fault", "your fault", "punish", "punished",  "punishment",        "secret keeper", "disappointed",
    "snitch",       "tattletale", "crybaby",      "coward",
};

StrView lint_spoken(const YarnLineInfo *line)
{
    StrView text = line->text;
    if (line->speaker.len) {
        size_t at = 0;
        while (at < text.len && text.data[at] != ':') {
            at++;
        }
        text = strview_slice(text, at + 1, text.len);
    }
    return strview_trim(text);
}

static bool is_letter(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c >= 0x80;
}

static bool ends_sentence(char c)
{
    return c == '.' || c == '!' || c == '?';
}

/* Counts words up to the end of the first sentence and steps behind it. [markup] is
 * no word; {0} is one. "..." and "?!" end a sentence once. */
static unsigned take_sentence(StrView *rest, StrView *sentence)
{
    unsigned words = 0;
    bool is_in_word = false;
    size_t at = 0;
    for (; at < rest->len; at++) {
        char c = rest->data[at];
        if (c == '[') {
            while (at < rest->len && rest->data[at] != ']') {
                at++;
            }
            continue;
        }
        bool was_in_word = is_in_word;
        is_in_word = c == ' ' || c == '\t' ? false : is_in_word || is_letter((unsigned char)c);
        words += is_in_word && !was_in_word;
        if (ends_sentence(c)) {
            while (at < rest->len && ends_sentence(rest->data[at])) {
                at++;
            }
            break;
        }
    }
    *sentence = strview_trim(strview_slice(*rest, 0, at));
    *rest = strview_slice(*rest, at, rest->len);
    return words;
}

bool lint_take_sentence(StrView *rest, StrView *sentence, unsigned *words)
{
    bool is_any = rest->len > 0;
    *words = is_any ? take_sentence(rest, sentence) : 0;
    return is_any;
}

unsigned lint_word_count(StrView text)
{
    unsigned words = 0;
    StrView sentence;
    while (text.len) {
        words += take_sentence(&text, &sentence);
    }
    return words;
}

static void check_length(Lint *lint, const YarnLineInfo *line)
{
    StrView rest = lint_spoken(line), sentence;
    unsigned limit = lint->level->bands & BAND_YOUNGER ? SENTENCE_WORDS_YOUNGER : SENTENCE_WORDS_OLDER;
    if (line->is_option) {
        unsigned words = lint_word_count(rest);
        if (words > CHOICE_WORDS_MAX) {
            lint_say(lint, DIAG_WARNING, "level-long-choice", line->place, "this choice has %u words; the limit is %d", words,
                     CHOICE_WORDS_MAX);
        }
        return;
    }
    while (rest.len) {
        unsigned words = take_sentence(&rest, &sentence);
        if (words > limit) {
            lint_say(lint, DIAG_WARNING, "level-long-sentence", lint_place_of(lint, line->place, sentence),
                     "this sentence has %u words; the limit is %u: '%.*s'",
                     words, limit, SV_ARG(sentence));
        }
    }
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* The byte where whole words stand, from `from` on; text.len when nowhere. */
static size_t find_words(StrView text, size_t from, StrView words)
{
    for (size_t at = from; at + words.len <= text.len; at++) {
        size_t i = 0;
        while (i < words.len && lower(text.data[at + i]) == words.data[i]) {
            i++;
        }
        bool begins = at == 0 || !is_letter((unsigned char)text.data[at - 1]);
        bool ends = at + words.len == text.len || !is_letter((unsigned char)text.data[at + words.len]);
        if (i == words.len && begins && ends) {
            return at;
        }
    }
    return text.len;
}

/* "It's not your fault" is what we want to say. */
static bool is_denied(StrView text, size_t at)
{
    static const char *const denials[] = { "not", "never", "isn't", "wasn't", "no", "nobody" };
    size_t start = at;
    while (start > 0 && !ends_sentence(text.data[start - 1])) {
        start--;
    }
    StrView before = strview_slice(text, start, at - start);
    for (size_t i = 0; i < sizeof denials / sizeof denials[0]; i++) {
        if (find_words(before, 0, strview_from_cstr(denials[i])) < before.len) {
            return true;
        }
    }
    return false;
}

static void check_kindness(Lint *lint, const YarnLineInfo *line)
{
    StrView text = lint_spoken(line);
    if (yarn_line_has_tag(line, SV("bubble")) && !yarn_line_has_tag(line, SV("mine"))) {
        return; /* somebody else's message */
    }
    for (size_t i = 0; i < sizeof unkind / sizeof unkind[0]; i++) {
        size_t at = find_words(text, 0, strview_from_cstr(unkind[i]));
        if (at < text.len && !is_denied(text, at)) {
            StrView found = strview_slice(text, at, strlen(unkind[i]));
            lint_say(lint, DIAG_WARNING, "level-kind-words", lint_place_of(lint, line->place, found),
                     "'%s' may shame a child; say what happened instead",
                     unkind[i]);
        }
    }
}

static void check_markup(Lint *lint, const YarnLineInfo *line)
{
    Arena arena;
    MarkupText marked;
    arena_init(&arena, lint->alloc, 1024);
    if (yarn_markup_parse(&arena, line->text, SV("en"), line->place, lint->diags, &marked) == STATUS_NOMEM) {
        lint->is_out_of_memory = true;
    }
    arena_release(&arena);
}

static void check_moment(Lint *lint, const YarnLineInfo *line)
{
    StrView value = yarn_line_tag_value(line, SV("moment")), actor;
    if (value.len && (!strview_take(&value, '-', &actor) || value.len == 0)) {
        lint_say(lint, DIAG_ERROR, "level-debrief", lint_place_of(lint, line->place, SV("#moment")), "#moment names an actor and a face, such as #moment:kofi-happy");
    }
}

bool lint_is_in_node_tagged(const Lint *lint, const YarnLineInfo *line, StrView tag)
{
    StrView tags = yarn_program_header(lint->program, line->node, SV("tags")), word;
    while (strview_take(&tags, ' ', &word)) {
        if (strview_equal(word, tag)) {
            return true;
        }
    }
    return false;
}

void lint_check_text(Lint *lint)
{
    for (size_t i = 0; i < yarn_program_line_count(lint->program); i++) {
        YarnLineInfo line = yarn_program_line(lint->program, i);
        if (!line.has_explicit_id) {
            lint_say(lint, DIAG_ERROR, "level-line-id", line.place, "this %s has no #line: name", line.is_option ? "choice" : "line");
        }
        if (!lint_is_in_node_tagged(lint, &line, SV("notes"))) {
            check_length(lint, &line);
        }
        check_kindness(lint, &line);
        check_markup(lint, &line);
        check_moment(lint, &line);
    }
}
