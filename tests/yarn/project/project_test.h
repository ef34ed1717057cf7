#ifndef PROJECT_TEST_H
#define PROJECT_TEST_H
#include "memory_files.h"
#include "test.h"

#include <string.h>

typedef struct Meter {
    size_t calls, fail_at;
    size_t bytes;
} Meter;

static inline void *meter_resize(void *user, void *block, size_t old_bytes, size_t new_bytes)
{
    Meter *meter = user;
    if (new_bytes > 0 && ++meter->calls == meter->fail_at) {
        return NULL;
    }
    void *result = alloc_heap()->resize(NULL, block, old_bytes, new_bytes);
    if (result || new_bytes == 0) {
        meter->bytes += new_bytes;
        meter->bytes -= old_bytes;
    }
    return result;
}

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
