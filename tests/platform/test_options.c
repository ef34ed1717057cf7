/* What the command line and the environment mean, and what is said of mistakes in them. */
#define _POSIX_C_SOURCE 200809L
#include "main_options.h"
#include "test.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { WORDS_MAX = 8, SAID_MAX = 4096 };

static MainOptions options;
static bool is_read;
static char said[SAID_MAX]; /* of the last read_line(): what went to stdout and stderr */

/* Reads "--size 800x600" as the command line; what is said is kept instead of printed. */
static int read_line(const char *line)
{
    char copy[256];
    char program[] = "sango";
    char *argv[WORDS_MAX] = { program };
    int argc = 1;
    char *rest = copy;
    (void)snprintf(copy, sizeof copy, "%s", line);
    while (*rest && argc < WORDS_MAX) {
        argv[argc++] = rest;
        rest += strcspn(rest, " ");
        if (*rest) {
            *rest++ = '\0';
        }
    }
    FILE *file = tmpfile();
    int out = dup(STDOUT_FILENO);
    int err = dup(STDERR_FILENO);
    EXPECT(file && out >= 0 && err >= 0);
    (void)fflush(stdout);
    (void)dup2(fileno(file), STDOUT_FILENO);
    (void)dup2(fileno(file), STDERR_FILENO);
    if (is_read) {
        main_options_release(&options);
    }
    is_read = true;
    int code = main_options_read(&options, argc, argv);
    (void)fflush(stdout);
    (void)dup2(out, STDOUT_FILENO);
    (void)dup2(err, STDERR_FILENO);
    (void)close(out);
    (void)close(err);
    rewind(file);
    said[fread(said, 1, sizeof said - 1, file)] = '\0';
    (void)fclose(file);
    return code;
}

static bool is_folder(const StrBuf *folder, const char *path)
{
    bool is_same = strcmp(folder->data, path) == 0;
    if (!is_same) {
        fprintf(stderr, "the folder is %s, not %s\n", folder->data, path);
    }
    return is_same;
}

static void nothing_is_needed(void)
{
    EXPECT_EQ(read_line(""), -1);
    EXPECT_EQ(options.width, 1280);
    EXPECT_EQ(options.height, 720);
    EXPECT_EQ(options.seed, 0);
    EXPECT(options.keeps);
    EXPECT(!options.is_text && !options.is_headless && !options.is_software && !options.is_quiet);
    EXPECT(!options.input && !options.shots && !options.level);
    EXPECT(said[0] == '\0');
}

static void each_option_is_taken(void)
{
    EXPECT(read_line("--text") == -1 && options.is_text);
    EXPECT(read_line("--software") == -1 && options.is_software && !options.is_headless);
    EXPECT(read_line("--headless") == -1 && options.is_headless);
    EXPECT(options.demo.len > 0 && strcmp(options.shots, "sango-shots") == 0); /* the first level plays by itself */
    EXPECT(read_line("--input a.txt --quiet") == -1 && options.is_headless && options.is_quiet);
    EXPECT(strcmp(options.input, "a.txt") == 0 && options.demo.len == 0 && !options.shots);
    EXPECT(read_line("--shots out") == -1 && options.is_headless && strcmp(options.shots, "out") == 0 && options.demo.len > 0);
    EXPECT(read_line("--no-store") == -1 && !options.keeps && options.store_folder.len == 0);
    EXPECT(read_line("--level prologue") == -1 && strcmp(options.level, "prologue") == 0 && !options.is_headless && options.keeps);
    EXPECT(read_line("--seed 2147483647") == -1 && options.seed == 2147483647);
    EXPECT(said[0] == '\0');
}

static void sizes(void)
{
    EXPECT(read_line("--size 64x64") == -1 && options.width == 64 && options.height == 64);
    EXPECT(read_line("--size 8192x8192") == -1 && options.width == 8192 && options.height == 8192);
    EXPECT(read_line("--size 500x2000") == -1 && options.width == 500 && options.height == 2000);
    static const char *const wrong[] = { "0x0",      "63x64",      "64x63",  "8193x720",   "720x8193",   "-800x600", "800",
                                         "800x",     "x600",       "800X600", "800x600x2", "eightxsix",  "800x600px",
                                         "1e3x1000", "99999999999x600" };
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        char line[64];
        char want[128];
        (void)snprintf(line, sizeof line, "--size %s", wrong[i]);
        (void)snprintf(want, sizeof want, "sango: not a size such as 1280x720: '%s'; --help lists what there is\n", wrong[i]);
        EXPECT_EQ(read_line(line), 2);
        EXPECT(strcmp(said, want) == 0);
    }
}

static void mistakes_are_said_in_one_line(void)
{
    static const struct {
        const char *line;
        const char *said;
    } mistakes[] = {
        { "--fast", "sango: unknown option '--fast'; --help lists what there is\n" },
        { "play", "sango: unknown option 'play'; --help lists what there is\n" },
        { "--text --", "sango: unknown option '--'; --help lists what there is\n" },
        { "--size", "sango: a value is missing after '--size'; --help lists what there is\n" },
        { "--quiet --input", "sango: a value is missing after '--input'; --help lists what there is\n" },
        { "--input --quiet", "sango: a value is missing after '--input'; --help lists what there is\n" },
        { "--store", "sango: a value is missing after '--store'; --help lists what there is\n" },
        { "--seed x", "sango: not a number from 0 to 2147483647: 'x'; --help lists what there is\n" },
        { "--seed -1", "sango: not a number from 0 to 2147483647: '-1'; --help lists what there is\n" },
        { "--seed 2147483648", "sango: not a number from 0 to 2147483647: '2147483648'; --help lists what there is\n" },
    };
    for (size_t i = 0; i < sizeof mistakes / sizeof mistakes[0]; i++) {
        EXPECT_EQ(read_line(mistakes[i].line), 2);
        EXPECT(strcmp(said, mistakes[i].said) == 0);
    }
}

static void help_names_every_option(void)
{
    static const char *const names[] = { "--text", "--headless", "--input", "--shots", "--seed",     "--size", "--software",
                                         "--data", "--pack",     "--store", "--no-store", "--quiet", "--help" };
    EXPECT_EQ(read_line("--help"), 0);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        EXPECT(strstr(said, names[i]) != NULL);
    }
    EXPECT_EQ(read_line("--text --help"), 0);
}

static void folders_are_found(void)
{
    (void)unsetenv("SANGO_ART");
    EXPECT_EQ(read_line("--data /nowhere"), -1);
    EXPECT(is_folder(&options.fonts_folder, "/nowhere/assets/fonts"));
    EXPECT(is_folder(&options.sound_folder, "/nowhere/assets/sound"));
    EXPECT(is_folder(&options.themes_folder, "/nowhere/assets/themes"));
    EXPECT(is_folder(&options.pack_folder, "/nowhere/levels/sango"));
    EXPECT(is_folder(&options.art_folder, "/nowhere/build/assets"));
    EXPECT_EQ(read_line("--data /nowhere --pack /other/pack"), -1);
    EXPECT(is_folder(&options.pack_folder, "/other/pack"));
    (void)setenv("SANGO_DATA", "/from/environment", 1);
    (void)setenv("SANGO_ART", "/art", 1);
    EXPECT_EQ(read_line(""), -1);
    EXPECT(is_folder(&options.pack_folder, "/from/environment/levels/sango"));
    EXPECT(is_folder(&options.art_folder, "/art"));
    EXPECT_EQ(read_line("--data /nowhere"), -1); /* who says it now is right */
    EXPECT(is_folder(&options.pack_folder, "/nowhere/levels/sango"));
}

static void progress_has_a_place(void)
{
    (void)setenv("HOME", "/home/child", 1);
    (void)setenv("XDG_DATA_HOME", "/xdg", 1);
    EXPECT_EQ(read_line(""), -1);
    EXPECT(is_folder(&options.store_folder, "/xdg/sango"));
    EXPECT_EQ(read_line("--store /kept"), -1);
    EXPECT(is_folder(&options.store_folder, "/kept"));
    (void)setenv("XDG_DATA_HOME", "not/absolute", 1); /* to be ignored, says the XDG base directory specification */
    EXPECT_EQ(read_line(""), -1);
    EXPECT(is_folder(&options.store_folder, "/home/child/.local/share/sango"));
    (void)unsetenv("XDG_DATA_HOME");
    (void)setenv("HOME", "", 1);
    EXPECT_EQ(read_line(""), -1);
    EXPECT(options.keeps && options.store_folder.len == 0);
    (void)unsetenv("HOME");
    EXPECT_EQ(read_line(""), -1);
    EXPECT(options.keeps && options.store_folder.len == 0);
}

/* A stand is no game for one person at a terminal, and has no other way in. */
static void a_stand_is_nothing_else(void)
{
    const char *const others[] = { "--text", "--lesson", "--level prologue", "--watch a.yarn" };
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        char line[64];
        (void)snprintf(line, sizeof line, "--kiosk %s", others[i]);
        EXPECT_EQ(read_line(line), 2);
        EXPECT(strstr(said, "a stand (--kiosk) cannot have '--"));
        EXPECT_EQ(read_line(others[i]), -1);
    }
    EXPECT_EQ(read_line("--kiosk --no-store"), -1);
}

int main(void)
{
    nothing_is_needed();
    each_option_is_taken();
    sizes();
    mistakes_are_said_in_one_line();
    a_stand_is_nothing_else();
    help_names_every_option();
    folders_are_found();
    progress_has_a_place();
    main_options_release(&options);
    return TEST_MAIN_END();
}
