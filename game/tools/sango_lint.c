#include "verbs.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

typedef struct Verb {
    const char *name;
    const char *usage; /* lines for --help, the first one the form of the call */
    int (*run)(int count, char **words);
    const char *valued; /* options that take the word behind them, a blank around each; or NULL */
    int fixed;          /* words that come first */
} Verb;

static const Verb verbs[] = {
    { "check",
      "check [--json] [--assets FOLDER] [--sound FOLDER] PATH...\n"
      "    prints what is wrong as file:line:column. Of a pack (a folder with pack.json)\n"
      "    every way through every level is walked; of other folders and .yarn files the\n"
      "    language is checked\n"
      "      --json            prints one JSON object instead\n"
      "      --assets FOLDER   built pictures, for their names\n"
      "      --sound FOLDER    sounds, for their names\n",
      lint_check, " --assets --sound ", 0 },
    { "explain",
      "explain [RULE]\n"
      "    says why a rule exists; without a rule it lists them all\n",
      lint_explain_rules, NULL, 0 },
    { "fmt",
      "fmt [--check | -w] PATH...\n"
      "    writes scripts in one shape; only blanks and empty lines change, and never what\n"
      "    is played. Prints them\n"
      "      --check   prints the names of files that are not so; status 1 if there are any\n"
      "      -w        writes the files and prints the names of those that changed\n",
      lint_fmt, NULL, 0 },
    { "run",
      "run [--start NODE] [--seed N] [--choose \"N N ...\"] PATH...\n"
      "    plays a story in the terminal. At a choice: a number, v (variables), b (back),\n"
      "    r (read the files again and go on at the same line), q (quit)\n"
      "      --start NODE      where it begins; else at Start\n"
      "      --seed N          for what is left to chance\n"
      "      --choose \"2 1\"    answers, instead of the keyboard; ends behind the last\n",
      lint_run, " --start --seed --choose ", 0 },
    { "strings",
      "strings pot|csv|update|import|check [OPTION...] PATH...\n"
      "    texts for translators, in script order; PATH is a pack, a folder or a .yarn file\n"
      "      pot                            prints a template for gettext (PO)\n"
      "      csv                            prints a template as the CSV of Yarn tools\n"
      "      update --po OLD.po             brings a translation up to date, in place\n"
      "      import --language fr --po F    prints a translated PO as CSV\n"
      "      import --language fr --csv F   prints a translated CSV as PO; with -o FILE.po\n"
      "                                     it goes into that file, which keeps the rest\n"
      "      check --po F | --csv F         says what is missing, stale, fuzzy or wrong\n"
      "    options\n"
      "      -o FILE           writes there instead; 'import' goes by .po or .csv\n"
      "      --language LANG   such as fr or pt-BR; a PO says it itself\n"
      "      --json            prints one JSON object of diagnostics\n",
      lint_strings, " --po --csv -o --language ", 1 },
    { "tag",
      "tag [--check] [--prefix KEY] PATH...\n"
      "    writes a #line: id behind every line and choice that has none; nothing else\n"
      "    is touched. PATH is a pack, a folder or a .yarn file\n"
      "      --check           only says which lines have none\n"
      "      --prefix KEY      begins the ids of a file that has none yet: KEY001\n",
      lint_tag, " --prefix ", 0 },
    { "graph",
      "graph [--svg] PATH...\n"
      "    prints the nodes of packs, folders or scripts and the jumps between them as a\n"
      "    graph for Graphviz (DOT)\n"
      "      --svg             prints a picture for a browser instead\n",
      lint_graph, NULL, 0 },
    { "needs",
      "needs PACK\n"
      "    prints, as JSON, what each level of a pack can show and play: its scripts, faces,\n"
      "    places, picture speech, pictures of the phone, what its camera sees, who speaks in a\n"
      "    level with activities, music, sounds\n",
      lint_needs, NULL, 0 },
    { "lsp",
      "lsp\n"
      "    a language server for editors (LSP 3.17 over stdin and stdout)\n",
      lint_lsp, NULL, 0 },
    { "ysls",
      "ysls\n"
      "    prints the commands as a definition file for editors (.ysls.json)\n",
      lint_ysls, NULL, 0 },
};

enum { VERB_COUNT = sizeof verbs / sizeof verbs[0] };

static void print_usage(FILE *out)
{
    fputs("usage: sango-lint VERB ...\n       sango-lint --help | --version\n\n", out);
    for (size_t i = 0; i < VERB_COUNT; i++) {
        fprintf(out, "sango-lint %s\n", verbs[i].usage);
    }
    fputs("The exit status is 0 when there are no errors, 1 after errors, 2 for wrong usage.\n", out);
}

int verb_refuse(const char *word)
{
    fprintf(stderr, "sango-lint: '%s' is not understood; sango-lint --help says what is\n", word);
    return EXIT_USAGE;
}

static bool is_help(const char *word)
{
    return strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0;
}

static bool is_valued(const Verb *verb, const char *word)
{
    char blanked[32];
    int length = snprintf(blanked, sizeof blanked, " %s ", word);
    return verb->valued && length < (int)sizeof blanked && strstr(verb->valued, blanked);
}

/* Options may stand behind paths: they are moved before them, in their order. False when one lacks
 * its word. */
static bool move_options(const Verb *verb, int count, char **words)
{
    int front = verb->fixed;
    for (int i = verb->fixed; i < count;) {
        int taken = words[i][0] != '-' ? 0 : is_valued(verb, words[i]) ? 2 : 1;
        int next = i + (taken ? taken : 1);
        if (next > count) {
            fprintf(stderr, "sango-lint: a word must follow %s; sango-lint --help says which\n", words[i]);
            return false;
        }
        for (; taken > 0; taken--, front++) {
            char *word = words[next - taken];
            memmove(words + front + 1, words + front, (size_t)(next - taken - front) * sizeof *words);
            words[front] = word;
        }
        i = next;
    }
    return true;
}

int main(int argc, char **argv)
{
    const char *word = argc > 1 ? argv[1] : "";
    for (size_t i = 0; i < VERB_COUNT; i++) {
        if (strcmp(word, verbs[i].name) == 0) {
            if (argc > 2 && is_help(argv[2])) {
                printf("sango-lint %s", verbs[i].usage);
                return EXIT_CLEAN;
            }
            return move_options(&verbs[i], argc - 2, argv + 2) ? verbs[i].run(argc - 2, argv + 2)
                                                               : EXIT_USAGE;
        }
    }
    if (is_help(word)) {
        print_usage(stdout);
        return EXIT_CLEAN;
    }
    if (strcmp(word, "--version") == 0) {
        printf("sango-lint %s\n", SANGO_VERSION);
        return EXIT_CLEAN;
    }
    print_usage(stderr);
    return EXIT_USAGE;
}
