#ifndef SANGO_BASE_ALLOC_H
#define SANGO_BASE_ALLOC_H

#include <stddef.h>

/* Where memory comes from. All growth in the core goes through one of these, so
 * that a test can pass one that fails at its N-th call. Passed as a pointer that
 * must outlive everything made with it.
 *
 * `resize` is realloc with sizes: (NULL, 0, n) takes, (p, n, 0) frees and gives
 * NULL, else it grows or shrinks and keeps the bytes. NULL on failure: the old
 * block is then still there. */
typedef struct Allocator {
    void *(*resize)(void *user, void *block, size_t old_bytes, size_t new_bytes);
    void *user;
} Allocator;

/* malloc's heap. Never NULL, thread-safe. */
const Allocator *alloc_heap(void);

/* count * size bytes, zeroed; NULL when out of memory or when the product
 * overflows (the one place where it is checked). */
void *alloc_take(const Allocator *alloc, size_t count, size_t size);

/* Grows an array to hold at least `need` items of `size` bytes, doubling.
 * *capacity is in items and is changed only on success. Gives the block, or NULL
 * with the old one untouched. New items are not zeroed. */
void *alloc_grow(const Allocator *alloc, void *block, size_t *capacity, size_t need, size_t size);

/* `block` may be NULL. `bytes` is what was taken. */
void alloc_free(const Allocator *alloc, void *block, size_t bytes);

#endif
