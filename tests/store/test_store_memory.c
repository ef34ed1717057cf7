#include "store_contract.h"

int main(void)
{
    Store *store = NULL;
    EXPECT_EQ(store_memory_open(alloc_heap(), &store), STATUS_OK);
    check_store(store);
    store->ops->close(store);
    return TEST_MAIN_END();
}
