/* yarn_conformance FOLDER: runs cases of the Yarn language that are not part of this
 * project, and says how many pass. Exit code 0 when all do, 1 when not, 2 when there
 * were none.
 *
 *     FOLDER/parse-failures/x.yarn    must be refused, with a code and a place
 *     FOLDER/markup/x.json            lines and what markup makes of them
 *     FOLDER/plurals/x.tsv            locale, number, cardinal case, ordinal case
 *     FOLDER/testcases/x.yarn         plays as x.testplan says; must be refused when
 *                                     there is no such plan
 *     FOLDER/x.yarn and in any other folder of it: plays as x.testplan says
 *
 * FOLDER may also be one of these parts itself. What is not there is left out. */
#define _POSIX_C_SOURCE 200809L
#include "conformance.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef void RunCase(Tally *tally, const char *path, const char *name);

void conformance_pass(Tally *tally)
{
    tally->passed++;
}

void conformance_fail(Tally *tally, const char *name, const char *format, ...)
{
    va_list args;
    tally->failed++;
    printf("  FAIL %s: ", name);
    va_start(args, format);
    vprintf(format, args);
    va_end(args);
    printf("\n");
}

bool conformance_read(Tally *tally, const char *path, const char *name, StrView *text)
{
    if (file_read(alloc_heap(), path, (size_t)64 << 20, text) != STATUS_OK) {
        conformance_fail(tally, name, "this file cannot be read");
        return false;
    }
    return true;
}

/* "folder/name" with its ending replaced when `ending` is not NULL. Owned by caller: free(). */
static char *join(const char *folder, const char *name, const char *ending)
{
    size_t name_len = strlen(name);
    if (ending) {
        const char *dot = strrchr(name, '.');
        name_len = dot ? (size_t)(dot - name) : name_len;
    }
    size_t size = strlen(folder) + 1 + name_len + (ending ? strlen(ending) : 0) + 1;
    char *path = malloc(size);
    if (!path) {
        perror("yarn_conformance");
        exit(2);
    }
    (void)snprintf(path, size, "%s/%.*s%s", folder, (int)name_len, name, ending ? ending : "");
    return path;
}

static bool has_ending(const char *name, const char *ending)
{
    size_t len = strlen(name);
    size_t ending_len = strlen(ending);
    return len > ending_len && strcmp(name + len - ending_len, ending) == 0;
}

static bool can_read(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (file) {
        (void)fclose(file);
    }
    return file != NULL;
}

/* "x.testplan" beside "x.yarn"; NULL when there is none. Owned by caller: free(). */
static char *find_plan(const char *path)
{
    const char *slash = strrchr(path, '/');
    char *folder = join(path, "", NULL);
    folder[slash - path] = '\0';
    char *plan = join(folder, slash + 1, ".testplan");
    free(folder);
    if (!can_read(plan)) {
        free(plan);
        plan = NULL;
    }
    return plan;
}

static void run_with_plan(Tally *tally, const char *path, const char *name)
{
    char *plan = find_plan(path);
    if (plan) {
        conformance_story(tally, path, plan, name);
    }
    free(plan);
}

static void run_testcase(Tally *tally, const char *path, const char *name)
{
    char *plan = find_plan(path);
    if (plan) {
        conformance_story(tally, path, plan, name);
    } else {
        conformance_refused(tally, path, name);
    }
    free(plan);
}

/* All files of a folder with that ending, in the order of their names. False when the
 * folder is not there or has none. */
static bool run_files(Tally *total, const char *folder, const char *part, const char *ending, RunCase *run)
{
    struct dirent **entries;
    Tally tally = { 0 };
    int count = scandir(folder, &entries, NULL, alphasort);
    for (int i = 0; i < count; i++) {
        if (has_ending(entries[i]->d_name, ending)) {
            char *path = join(folder, entries[i]->d_name, NULL);
            run(&tally, path, entries[i]->d_name);
            free(path);
        }
        free(entries[i]);
    }
    if (count >= 0) {
        free(entries);
    }
    if (tally.passed + tally.failed == 0) {
        return false;
    }
    printf("%s: %u of %u pass\n", part, tally.passed, tally.passed + tally.failed);
    total->passed += tally.passed;
    total->failed += tally.failed;
    return true;
}

static const struct {
    const char *name, *ending;
    RunCase *run;
} parts[] = {
    { "testcases", ".yarn", run_testcase },
    { "parse-failures", ".yarn", conformance_refused },
    { "markup", ".json", conformance_markup },
    { "plurals", ".tsv", conformance_plurals },
};
enum { PART_COUNT = sizeof parts / sizeof parts[0] };

static size_t find_part(const char *name)
{
    size_t i = 0;
    while (i < PART_COUNT && strcmp(name, parts[i].name) != 0) {
        i++;
    }
    return i;
}

/* Plans in folders that are no part of the layout. */
static void run_other_folders(Tally *total, const char *root)
{
    struct dirent **entries;
    int count = scandir(root, &entries, NULL, alphasort);
    for (int i = 0; i < count; i++) {
        const char *name = entries[i]->d_name;
        if (name[0] != '.' && find_part(name) == PART_COUNT) {
            char *folder = join(root, name, NULL);
            (void)run_files(total, folder, name, ".yarn", run_with_plan);
            free(folder);
        }
        free(entries[i]);
    }
    if (count >= 0) {
        free(entries);
    }
}

int main(int argc, char **argv)
{
    Tally total = { 0 };
    if (argc != 2) {
        fprintf(stderr, "usage: yarn_conformance FOLDER\n");
        return 2;
    }
    char *root = argv[1];
    for (size_t len = strlen(root); len > 1 && root[len - 1] == '/'; len--) {
        root[len - 1] = '\0';
    }
    const char *slash = strrchr(root, '/');
    size_t own = find_part(slash ? slash + 1 : root);
    if (own < PART_COUNT) {
        (void)run_files(&total, root, parts[own].name, parts[own].ending, parts[own].run);
    } else {
        for (size_t i = 0; i < PART_COUNT; i++) {
            char *folder = join(root, parts[i].name, NULL);
            if (!run_files(&total, folder, parts[i].name, parts[i].ending, parts[i].run)) {
                printf("%s: not there, left out\n", parts[i].name);
            }
            free(folder);
        }
        (void)run_files(&total, root, "plans beside", ".yarn", run_with_plan);
        run_other_folders(&total, root);
    }
    printf("%u passed, %u failed\n", total.passed, total.failed);
    return total.failed ? 1 : total.passed ? 0 : 2;
}
