#include "lint_internal.h"

#include <string.h>

/* Which articles of the Convention on the Rights of the Child a level practises, and what its notes say. */

void lint_each_decision(const Lint *lint, void (*take)(void *user, const Command *command), void *user)
{
    DiagSink unheard = { 0 }; /* level_open() has said it */
    for (size_t i = 0; i < yarn_program_command_count(lint->program); i++) {
        YarnCommandInfo info = yarn_program_command(lint->program, i);
        Command command;
        if (!memchr(info.text.data, '{', info.text.len) && command_parse(info.text, info.place, &unheard, &command) &&
            command_is_decision(&command)) {
            take(user, &command);
        }
    }
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* True when the number stands in the text by itself. */
static bool has_number(StrView text, unsigned wanted)
{
    for (size_t at = 0; at < text.len; at++) {
        unsigned number = 0;
        size_t digits = 0;
        while (at < text.len && is_digit(text.data[at]) && digits < 6) {
            number = number * 10 + (unsigned)(text.data[at++] - '0');
            digits++;
        }
        if (digits && number == wanted) {
            return true;
        }
    }
    return false;
}

typedef struct Articles {
    Lint *lint;
    bool has_notes; /* lines with #crc; lint_manifest.c asks for them */
} Articles;

static bool is_article_line(const Lint *lint, const YarnLineInfo *line)
{
    return strview_equal(line->node, lint->level->notes) && yarn_line_has_tag(line, SV("crc"));
}

static void check_article(void *user, const Command *command)
{
    Articles *articles = user;
    Lint *lint = articles->lint;
    unsigned article = (unsigned)command->number2;
    bool is_named = false;
    articles->has_notes = false;
    for (size_t i = 0; i < yarn_program_line_count(lint->program); i++) {
        YarnLineInfo line = yarn_program_line(lint->program, i);
        if (is_article_line(lint, &line)) {
            articles->has_notes = true;
            is_named |= has_number(line.text, article);
        }
    }
    if (articles->has_notes && !is_named) {
        lint_say(lint, DIAG_WARNING, "level-rights", command->place,
                 "this is about article %u of the Convention; name it in the teacher's notes (#crc)", article);
    }
}

void lint_check_rights(Lint *lint)
{
    Articles articles = { lint, false };
    lint_each_decision(lint, check_article, &articles);
}
