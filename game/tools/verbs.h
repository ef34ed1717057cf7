#ifndef SANGO_TOOLS_VERBS_H
#define SANGO_TOOLS_VERBS_H

/* The verbs of sango-lint, each in a file of its own (lint_<verb>.c) and in the table of
 * sango_lint.c. `words` are the arguments behind the verb. They print their result on
 * stdout, what is wrong with their arguments on stderr, and give the exit status. */
enum { EXIT_CLEAN = 0, EXIT_MISTAKES = 1, EXIT_USAGE = 2 };

int lint_check(int count, char **words);
int lint_explain_rules(int count, char **words);
int lint_strings(int count, char **words);
int lint_tag(int count, char **words);
int lint_graph(int count, char **words);
int lint_lsp(int count, char **words);
int lint_fmt(int count, char **words);
int lint_run(int count, char **words);
int lint_ysls(int count, char **words);
int lint_needs(int count, char **words);

/* "sango-lint: 'word' is not understood" on stderr; gives EXIT_USAGE. */
int verb_refuse(const char *word);

#endif
