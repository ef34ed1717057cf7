/* game/yarn/README.md has the table of instructions and that of limits: each row must be
 * there as the headers have it, in their order. When this fails, the row that is
 * printed is the one to put in. */
#include "sango/base/file.h"
#include "sango/yarn/vm.h"
#include "test.h"
#include "yarn/compile_internal.h"
#include "yarn/markup_internal.h"

#include <stdlib.h>
#include <string.h>

static const char readme_path[] = "../game/yarn/README.md";

/* Finds the row at or behind *rest and steps behind it. */
static void expect_row(StrView *rest, const char *row)
{
    size_t len = strlen(row);
    for (size_t i = 0; i + len <= rest->len; i++) {
        if (memcmp(rest->data + i, row, len) == 0) {
            *rest = strview_slice(*rest, i + len, rest->len);
            return;
        }
    }
    test_failures++;
    fprintf(stderr, "%s: missing, or not in this order:\n%s\n", readme_path, row);
}

static size_t count_rows(StrView text, const char *begin, const char *end)
{
    size_t count = 0;
    StrView line;
    bool inside = false;
    while (strview_take(&text, '\n', &line)) {
        if (strview_starts_with(line, strview_from_cstr(begin))) {
            inside = true;
            count = 0;
        } else if (inside && strview_starts_with(line, strview_from_cstr(end))) {
            break;
        } else if (inside && strview_starts_with(line, SV("| `"))) {
            count++;
        }
    }
    return count;
}

static void check_opcodes(StrView text)
{
    static const char *const rows[] = {
#define X(name, operands, effect) "| `" #name "` | " operands " | " effect " |",
        YARN_OPCODES(X)
#undef X
    };
    StrView rest = text;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        expect_row(&rest, rows[i]);
    }
    EXPECT_EQ(count_rows(text, "## Instructions", "## "), sizeof rows / sizeof rows[0]);
}

static void check_limits(StrView text)
{
    static const struct {
        const char *name, *code;
        long value;
    } limits[] = {
#define LIMIT(name, code) { #name, code, name }
        LIMIT(YARN_FILE_MAX, "yarn-file-size"),
        LIMIT(YARN_SOURCES_MAX, "yarn-source-count"),
        LIMIT(YARN_FUNCTIONS_MAX, "yarn-function-count"),
        LIMIT(YARN_LINE_MAX, "yarn-line-length"),
        LIMIT(YARN_NESTING_MAX, "yarn-nesting"),
        LIMIT(YARN_OPERANDS_MAX, "yarn-expression-size"),
        LIMIT(YARN_VALUES_MAX, "yarn-values"),
        LIMIT(YARN_OPTIONS_MAX, "yarn-options"),
        LIMIT(YARN_ARGS_MAX, "yarn-arguments"),
        LIMIT(YARN_MEMORY_MAX, "yarn-memory"),
        LIMIT(YARN_WARNINGS_MAX, "yarn-many-warnings"),
        LIMIT(YARN_ERRORS_MAX, "yarn-many-errors"),
        LIMIT(YARN_ARG_MAX, "yarn-program-size"),
        LIMIT(YARN_STEPS_MAX, "fault"),
        LIMIT(YARN_DEPTH_MAX, "fault"),
        LIMIT(YARN_STRING_MAX, "fault"),
        LIMIT(YARN_TEXT_MAX, "fault"),
        LIMIT(MARKER_PROPERTIES_MAX, "yarn-markup"),
        LIMIT(MARKUP_ATTRIBUTES_MAX, "yarn-markup"),
        LIMIT(MARKUP_TEXT_MAX, "YS0063"),
        LIMIT(MARKUP_REPORTS_MAX, "YS0063"),
#undef LIMIT
    };
    StrView rest = text;
    for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++) {
        char row[160];
        (void)snprintf(row, sizeof row, "| `%s` | %ld | %s |", limits[i].name, limits[i].value,
                       limits[i].code);
        expect_row(&rest, row);
    }
    EXPECT_EQ(count_rows(text, "## Limits", "## "), sizeof limits / sizeof limits[0]);
}

int main(void)
{
    StrView text;
    if (file_read(alloc_heap(), readme_path, 1 << 20, &text) != STATUS_OK) {
        perror(readme_path);
        return 1;
    }
    check_opcodes(text);
    check_limits(text);
    file_free(alloc_heap(), &text);
    return TEST_MAIN_END();
}
