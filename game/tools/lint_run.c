#define _POSIX_C_SOURCE 200809L
#include "diag_list.h"
#include "play.h"
#include "verbs.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { WORD_BYTES_MAX = 200 };

/* Where answers come from: the list of --choose, else the keyboard. */
typedef struct Answers {
    StrView list;
    bool has_list;
    char typed[WORD_BYTES_MAX];
} Answers;

static const char help[] = "a number chooses; v variables, b back, r read the files again, q quit\n";

static bool is_between(char c)
{
    return c == ' ' || c == '\t' || c == ',' || c == '\n' || c == '\r';
}

/* The next word; false at the end. */
static bool take_answer(Answers *answers, StrView *word)
{
    while (!answers->has_list || answers->list.len) {
        StrView rest = answers->list;
        if (!answers->has_list) {
            printf("> ");
            (void)fflush(stdout);
            if (!fgets(answers->typed, sizeof answers->typed, stdin)) {
                printf("\n");
                return false;
            }
            rest = strview_from_cstr(answers->typed);
        }
        size_t at = 0, start;
        while (at < rest.len && is_between(rest.data[at])) {
            at++;
        }
        start = at;
        while (at < rest.len && !is_between(rest.data[at])) {
            at++;
        }
        *word = strview_slice(rest, start, at - start);
        answers->list = answers->has_list ? strview_slice(rest, at, rest.len) : answers->list;
        if (word->len) {
            return true;
        }
    }
    return false;
}

/* Answers until the story goes on. PLAY_ASKS: no answer is left, or q. *is_wrong: an answer of
 * the list cannot be given here. */
static PlayState answer(Play *play, Answers *answers, bool *is_wrong)
{
    StrView word;
    PlayState state = PLAY_ASKS;
    while (state == PLAY_ASKS && take_answer(answers, &word) && !strview_equal(word, SV("q"))) {
        int32_t number;
        if (answers->has_list) {
            printf("> %.*s\n", SV_ARG(word));
        }
        if (strview_equal(word, SV("v"))) {
            play_print_variables(play);
        } else if (strview_equal(word, SV("b"))) {
            state = play_back(play);
        } else if (strview_equal(word, SV("r"))) {
            state = play_reload(play);
        } else if (play->activity.is_asked) {
            *is_wrong = !play_type(play, word, &state) && answers->has_list;
            if (*is_wrong) {
                break;
            }
        } else if (strview_to_int(word, &number) && number > 0 && play_choose(play, (size_t)number - 1)) {
            state = PLAY_GOES_ON;
        } else {
            printf("there is no choice '%.*s' here that can be taken\n%s", SV_ARG(word),
                   answers->has_list ? "" : help);
            *is_wrong = answers->has_list;
            if (*is_wrong) {
                break;
            }
        }
    }
    return state;
}

static int run_story(Play *play, Answers *answers)
{
    bool is_wrong = false;
    PlayState state = PLAY_GOES_ON;
    if (!answers->has_list) {
        fputs(help, stdout);
    }
    while (state == PLAY_GOES_ON) {
        state = play_on(play);
        if (state == PLAY_ASKS) {
            state = answer(play, answers, &is_wrong);
        }
    }
    if (state == PLAY_FAILED) {
        fprintf(stderr, "sango-lint: %s\n", status_text(STATUS_NOMEM));
    }
    return is_wrong || state == PLAY_FAULTED || state == PLAY_FAILED ? EXIT_MISTAKES : EXIT_CLEAN;
}

int lint_run(int count, char **words)
{
    Answers answers = { 0 };
    PlayOptions options = { .seed = 1, .is_terminal = isatty(STDOUT_FILENO) == 1 };
    int at = 0;
    for (; at < count && words[at][0] == '-'; at++) {
        int32_t seed;
        const char *value = at + 1 < count ? words[at + 1] : NULL;
        if (value && strcmp(words[at], "--start") == 0) {
            options.start = strview_from_cstr(value);
        } else if (value && strcmp(words[at], "--choose") == 0) {
            answers.has_list = true;
            answers.list = strview_from_cstr(value);
        } else if (value && strcmp(words[at], "--seed") == 0 &&
                   strview_to_int(strview_from_cstr(value), &seed) && seed >= 0) {
            options.seed = (uint64_t)seed;
        } else {
            return verb_refuse(words[at]);
        }
        at++;
    }
    if (at == count) {
        fprintf(stderr, "sango-lint: run needs a pack, a project, a folder or a .yarn file\n");
        return EXIT_USAGE;
    }
    options.paths = words + at;
    options.path_count = count - at;
    Play play;
    Status status = play_open(&play, &options);
    int code = EXIT_MISTAKES;
    if (status == STATUS_OK) {
        code = run_story(&play, &answers);
    } else if (status == STATUS_NOMEM) {
        fprintf(stderr, "sango-lint: %s\n", status_text(status));
    }
    play_close(&play);
    return code;
}
