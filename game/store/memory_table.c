#include "memory_internal.h"

#include <string.h>

void *memory_row(const Table *table, size_t index)
{
    return (char *)table->rows + index * table->size;
}

void *memory_add_row(MemoryStore *store, Table *table)
{
    void *grown = alloc_grow(store->alloc, table->rows, &table->capacity, table->count + 1, table->size);
    if (!grown) {
        return NULL;
    }
    table->rows = grown;
    return memset(memory_row(table, table->count++), 0, table->size);
}

void memory_drop_row(Table *table, size_t index)
{
    memmove(memory_row(table, index), memory_row(table, index + 1), (table->count - index - 1) * table->size);
    table->count--;
}

void memory_drop_rows_of(Table *table, int64_t player)
{
    for (size_t i = table->count; i-- > 0;) {
        int64_t owner;
        memcpy(&owner, memory_row(table, i), sizeof owner);
        if (owner == player) {
            memory_drop_row(table, i);
        }
    }
}

bool memory_keep_text(MemoryStore *store, StrView *text)
{
    *text = arena_copy(&store->texts, *text);
    return text->data != NULL;
}
