#ifndef METER_H
#define METER_H
/* An allocator that counts, and fails at its N-th call:
 *
 *     for (size_t n = 1; n <= calls; n++) {
 *         Meter meter = { .fail_at = n };
 *         Allocator alloc = { meter_resize, &meter };
 *         … EXPECT_EQ(…, STATUS_NOMEM) …
 *         EXPECT_EQ(meter.bytes, 0);
 *     } */
#include "sango/base/alloc.h"

typedef struct Meter {
    size_t calls, fail_at; /* fail_at 0: never */
    size_t bytes;          /* held now */
} Meter;

static inline void *meter_resize(void *user, void *block, size_t old_bytes, size_t new_bytes)
{
    Meter *meter = user;
    if (new_bytes > 0 && ++meter->calls == meter->fail_at) {
        return NULL;
    }
    void *result = alloc_heap()->resize(alloc_heap()->user, block, old_bytes, new_bytes);
    if (result || new_bytes == 0) {
        meter->bytes += new_bytes;
        meter->bytes -= old_bytes;
    }
    return result;
}

#endif
