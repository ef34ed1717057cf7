#ifndef SANGO_BASE_ARENA_H
#define SANGO_BASE_ARENA_H

#include "sango/base/alloc.h"
#include "sango/base/strview.h"

#include <stddef.h>

/* A region freed all at once. Nothing taken from it is freed alone. It grows by
 * blocks; what was taken never moves.
 *
 *     Arena arena;
 *     arena_init(&arena, alloc_heap(), 64 * 1024);
 *     Choice *choices = ARENA_ARRAY(&arena, Choice, count);
 *     ...
 *     arena_release(&arena);
 *
 * Not thread-safe: one arena, one thread. */
typedef struct ArenaBlock ArenaBlock;
typedef struct Arena {
    const Allocator *alloc; /* borrowed */
    ArenaBlock *first;      /* the newest block is first */
    size_t block_bytes;     /* least size of a new block */
    size_t total_bytes;     /* held, over all blocks */
} Arena;

/* Takes nothing yet, so it cannot fail. `block_bytes` > 0. */
void arena_init(Arena *arena, const Allocator *alloc, size_t block_bytes);

/* Zeroed, aligned for any type; NULL when out of memory or when count * size
 * overflows. */
void *arena_take(Arena *arena, size_t count, size_t size);

/* Room for one more item behind the `count` that an array in the arena has: the array, or, when
 * count is 0 or a power of two, a copy of it with twice the room. NULL when out of memory or
 * on overflow; the old one is then as it was. */
void *arena_grow(Arena *arena, void *items, size_t count, size_t size);

/* A copy with a NUL behind it (not counted in len). data is NULL when out of memory. */
StrView arena_copy(Arena *arena, StrView text);

/* Forgets everything taken; keeps one block for the next use. */
void arena_reset(Arena *arena);

/* Frees the memory. The arena may be initialised again. */
void arena_release(Arena *arena);

#define ARENA_ARRAY(arena, type, count) ((type *)arena_take((arena), (count), sizeof(type)))
#define ARENA_NEW(arena, type)          ARENA_ARRAY((arena), type, 1)

#endif
