#include "meter.h"
#include "sango/base/arena.h"
#include "test.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static void test_growth(void)
{
    Arena arena;
    arena_init(&arena, alloc_heap(), 64);
    unsigned char *first = arena_take(&arena, 3, 1);
    memset(first, 7, 3);
    for (int i = 0; i < 100; i++) {
        unsigned char *more = arena_take(&arena, 10, 5);
        EXPECT(more && more[0] == 0 && more[49] == 0);
        EXPECT_EQ((uintptr_t)more % sizeof(void *), 0);
        memset(more, 9, 50);
    }
    EXPECT(first[0] == 7 && first[2] == 7); /* what was taken never moves */
    EXPECT(arena_take(&arena, SIZE_MAX / 2, 3) == NULL);
    StrView copy = arena_copy(&arena, SV("Sango"));
    EXPECT(strview_equal(copy, SV("Sango")) && copy.data[5] == '\0');
    arena_reset(&arena);
    size_t held = arena.total_bytes;
    EXPECT(arena_take(&arena, 1, 10) && arena.total_bytes == held);
    arena_release(&arena);
    EXPECT_EQ(arena.total_bytes, 0);
}

static void test_no_memory(void)
{
    for (size_t n = 1; n <= 3; n++) {
        Meter meter = { .fail_at = n };
        Allocator alloc = { meter_resize, &meter };
        Arena arena;
        arena_init(&arena, &alloc, 16);
        int failures = 0;
        for (int i = 0; i < 3; i++) {
            failures += arena_take(&arena, 1, 64) == NULL;
        }
        EXPECT_EQ(failures, 1);
        arena_release(&arena);
        EXPECT_EQ(meter.bytes, 0);
    }
    EXPECT(alloc_take(alloc_heap(), SIZE_MAX, 2) == NULL);
    size_t capacity = 4;
    EXPECT(alloc_grow(alloc_heap(), NULL, &capacity, SIZE_MAX / 4, 8) == NULL);
    EXPECT_EQ(capacity, 4);
}

static void test_array_growth(void)
{
    Arena arena;
    int *numbers = NULL;
    Meter meter = { 0 };
    Allocator alloc = { meter_resize, &meter };
    arena_init(&arena, &alloc, 16);
    for (size_t count = 0; count < 100; count++) {
        int *grown = arena_grow(&arena, numbers, count, sizeof *grown);
        EXPECT_EQ(grown != numbers,
                  count < 3 || count == 4 || count == 8 || count == 16 || count == 32 || count == 64);
        numbers = grown;
        numbers[count] = (int)count;
    }
    for (int i = 0; i < 100; i++) {
        EXPECT_EQ(numbers[i], i);
    }
    meter.fail_at = meter.calls + 1;
    EXPECT(arena_grow(&arena, numbers, 64, sizeof *numbers) == NULL);
    EXPECT(arena_grow(&arena, numbers, SIZE_MAX / 2 + 1, 1) == NULL);
    arena_release(&arena);
    EXPECT_EQ(meter.bytes, 0);
}

int main(void)
{
    test_growth();
    test_array_growth();
    test_no_memory();
    return TEST_MAIN_END();
}
