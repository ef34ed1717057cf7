#include "meter.h"
#include "store_contract.h"

/* Without memory no figure is counted half: all of a call, or none. */
static void test_counts_without_memory(void)
{
    static const StoreCount some[] = { { { "h1", 2 }, { "a", 1 }, 1 }, { { "h2", 2 }, { "b", 1 }, 1 }, { { "h3", 2 }, { "c", 1 }, 1 } };
    Meter count = { 0 };
    for (size_t n = 0; n == 0 || n <= count.calls; n++) {
        Meter meter = { .fail_at = n };
        Meter *used = n ? &meter : &count;
        Allocator alloc = { meter_resize, used };
        Store *store = NULL;
        if (store_memory_open(&alloc, &store) != STATUS_OK) {
            EXPECT_EQ(used->bytes, 0);
            continue;
        }
        Arena arena;
        StoreCount *counts;
        size_t found = 9;
        arena_init(&arena, alloc_heap(), 256);
        Status status = store->ops->count_up(store, some, 1);
        status = status == STATUS_OK ? store->ops->count_up(store, some, 3) : status;
        EXPECT_EQ(status, n ? STATUS_NOMEM : STATUS_OK);
        EXPECT_EQ(store->ops->counts(store, &arena, &counts, &found), STATUS_OK);
        EXPECT(n ? found <= 1 && (found == 0 || counts[0].count == 1) : found == 3 && counts[0].count == 2);
        arena_release(&arena);
        store->ops->close(store);
        EXPECT_EQ(used->bytes, 0);
    }
    EXPECT(count.calls > 2);
}

int main(void)
{
    Store *store = NULL;
    EXPECT_EQ(store_memory_open(alloc_heap(), &store), STATUS_OK);
    check_store(store);
    store->ops->close(store);
    test_counts_without_memory();
    return TEST_MAIN_END();
}
