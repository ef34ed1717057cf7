#include "memory_internal.h"

#include <assert.h>
#include <string.h>

static_assert(offsetof(OwnedDecision, row) == offsetof(OwnedResult, row) && offsetof(OwnedDecision, row) == offsetof(OwnedMark, row),
              "an owned row stands behind its owner");

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

Status memory_rows_of(MemoryStore *store, TableId id, int64_t player, size_t bytes, Arena *arena, void **rows, size_t *count)
{
    const Table *table = memory_table(store, id);
    char *taken = arena_take(arena, table->count + 1, bytes);
    *rows = taken;
    *count = 0;
    for (size_t i = 0; taken && i < table->count; i++) {
        union {
            int64_t player;
            OwnedDecision decision;
            OwnedResult result;
            OwnedMark mark;
        } row;
        memcpy(&row, memory_row(table, i), table->size);
        if (row.player == player) {
            if (!memory_copy_texts(arena, &memory_forms[id], &row)) {
                return STATUS_NOMEM;
            }
            memcpy(taken + (*count)++ * bytes, (const char *)&row + offsetof(OwnedDecision, row), bytes);
        }
    }
    return taken ? STATUS_OK : STATUS_NOMEM;
}

bool memory_keep_text(MemoryStore *store, StrView *text)
{
    *text = arena_copy(&store->texts, *text);
    return text->data != NULL;
}
