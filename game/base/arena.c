#include "sango/base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <string.h>

struct ArenaBlock {
    ArenaBlock *next;
    size_t capacity; /* bytes behind the header */
    size_t used;
    alignas(max_align_t) unsigned char bytes[];
};

void arena_init(Arena *arena, const Allocator *alloc, size_t block_bytes)
{
    *arena = (Arena){ .alloc = alloc, .block_bytes = block_bytes };
}

static ArenaBlock *add_block(Arena *arena, size_t need)
{
    size_t capacity = need > arena->block_bytes ? need : arena->block_bytes;
    if (capacity > SIZE_MAX - sizeof(ArenaBlock)) {
        return NULL;
    }
    ArenaBlock *block = arena->alloc->resize(arena->alloc->user, NULL, 0, sizeof *block + capacity);
    if (!block) {
        return NULL;
    }
    *block = (ArenaBlock){ .next = arena->first, .capacity = capacity };
    arena->first = block;
    arena->total_bytes += capacity;
    return block;
}

void *arena_take(Arena *arena, size_t count, size_t size)
{
    const size_t align = alignof(max_align_t);
    if (size != 0 && count > (SIZE_MAX - align) / size) {
        return NULL;
    }
    size_t bytes = (count * size + align - 1) & ~(align - 1);
    ArenaBlock *block = arena->first;
    if (!block || bytes > block->capacity - block->used) {
        block = add_block(arena, bytes);
        if (!block) {
            return NULL;
        }
    }
    unsigned char *taken = block->bytes + block->used;
    block->used += bytes;
    return memset(taken, 0, bytes);
}

void *arena_grow(Arena *arena, void *items, size_t count, size_t size)
{
    if (count & (count - 1)) {
        return items;
    }
    if (count > SIZE_MAX / 2) {
        return NULL;
    }
    void *grown = arena_take(arena, count ? count * 2 : 1, size);
    return grown && count ? memcpy(grown, items, count * size) : grown;
}

StrView arena_copy(Arena *arena, StrView text)
{
    char *copy = arena_take(arena, text.len + 1, 1);
    if (!copy) {
        return (StrView){ NULL, 0 };
    }
    if (text.len) {
        memcpy(copy, text.data, text.len);
    }
    return (StrView){ copy, text.len };
}

static void free_block(Arena *arena, ArenaBlock *block)
{
    arena->total_bytes -= block->capacity;
    alloc_free(arena->alloc, block, sizeof *block + block->capacity);
}

void arena_reset(Arena *arena)
{
    /* Keeps the largest block, so that a steady use soon takes no more memory. */
    ArenaBlock *kept = arena->first;
    for (ArenaBlock *block = kept; block; block = block->next) {
        if (block->capacity > kept->capacity) {
            kept = block;
        }
    }
    for (ArenaBlock *block = arena->first; block;) {
        ArenaBlock *next = block->next;
        if (block != kept) {
            free_block(arena, block);
        }
        block = next;
    }
    arena->first = kept;
    if (kept) {
        kept->next = NULL;
        kept->used = 0;
    }
}

void arena_release(Arena *arena)
{
    for (ArenaBlock *block = arena->first; block;) {
        ArenaBlock *next = block->next;
        free_block(arena, block);
        block = next;
    }
    arena->first = NULL;
}
