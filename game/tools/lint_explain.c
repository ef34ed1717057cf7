#include "sango/base/strview.h"
#include "sango/level/lint.h"
#include "verbs.h"

#include <stdio.h>
#include <string.h>

enum { RULES_MAX = 100 };

/* YS0004, yarn-no-line-id. */
static bool is_language_code(const char *code)
{
    return (strlen(code) == 6 && strncmp(code, "YS", 2) == 0 && strspn(code + 2, "0123456789") == 4) ||
           strncmp(code, "yarn-", 5) == 0;
}

/* Codes that are no rules of levels: their messages say what to mend. NULL for others. */
static const char *explain_code(const char *code)
{
    if (is_language_code(code)) {
        return "a mistake of the language; its message says what to mend, and levels/README.md has the language on one page";
    }
    if (strncmp(code, "strings-", 8) == 0) {
        return "about a file of translations; its message says what to mend, and levels/README.md has translating step by step";
    }
    return strncmp(code, "script-", 7) == 0 ? "a file or folder that was named cannot be read as a script; its message says why" : NULL;
}

static const char *nearest_rule(const char *word)
{
    const char *names[RULES_MAX + 1] = { NULL };
    for (size_t i = 0; i < RULES_MAX && lint_rule(i); i++) {
        names[i] = lint_rule(i);
    }
    return strview_nearest(strview_from_cstr(word), names);
}

static StrView first_sentence(StrView text)
{
    for (size_t i = 0; i + 1 < text.len; i++) {
        bool ends = text.data[i] == '.' || text.data[i] == '?';
        if (ends && text.data[i + 1] == ' ') {
            return strview_slice(text, 0, i + 1);
        }
    }
    return text;
}

int lint_explain_rules(int count, char **words)
{
    if (count == 0) {
        for (size_t i = 0; lint_rule(i); i++) {
            StrView why = strview_from_cstr(lint_explain(strview_from_cstr(lint_rule(i))));
            printf("%-20s %.*s\n", lint_rule(i), SV_ARG(first_sentence(why)));
        }
        return EXIT_CLEAN;
    }
    const char *why = lint_explain(strview_from_cstr(words[0]));
    why = why ? why : explain_code(words[0]);
    if (!why) {
        const char *nearest = nearest_rule(words[0]);
        fprintf(stderr, "sango-lint: there is no rule '%s'%s%s%s; 'sango-lint explain' lists them\n",
                words[0], nearest ? "; did you mean '" : "", nearest ? nearest : "", nearest ? "'?" : "");
        return EXIT_USAGE;
    }
    printf("%s: %s\n", words[0], why);
    return EXIT_CLEAN;
}
