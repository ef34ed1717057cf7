#ifndef PROJECT_TEST_H
#define PROJECT_TEST_H
#include "memory_files.h"
#include "meter.h"
#include "test.h"

#include <string.h>

static inline void append_diag(void *user, const Diag *diag)
{
    diag_format(user, diag);
}

static inline void expect_text(const char *file, int line, const char *got, const char *want)
{
    if (strcmp(got, want) != 0) {
        test_failures++;
        fprintf(stderr, "%s:%d: got\n%s\nwanted\n%s\n", file, line, got, want);
    }
}
#define EXPECT_STR(got, want) expect_text(__FILE__, __LINE__, got, want)

#endif
