#include "sango/base/alloc.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static void *heap_resize(void *user, void *block, size_t old_bytes, size_t new_bytes)
{
    (void)user;
    (void)old_bytes;
    if (new_bytes == 0) {
        free(block);
        return NULL;
    }
    return realloc(block, new_bytes);
}

const Allocator *alloc_heap(void)
{
    static const Allocator heap = { heap_resize, NULL };
    return &heap;
}

void *alloc_take(const Allocator *alloc, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size) {
        return NULL;
    }
    size_t bytes = count * size;
    if (bytes == 0) {
        return NULL;
    }
    void *block = alloc->resize(alloc->user, NULL, 0, bytes);
    return block ? memset(block, 0, bytes) : NULL;
}

void *alloc_grow(const Allocator *alloc, void *block, size_t *capacity, size_t need, size_t size)
{
    if (need <= *capacity) {
        return block;
    }
    size_t wanted = *capacity ? *capacity : 8;
    while (wanted < need) {
        if (wanted > SIZE_MAX / 2) {
            return NULL;
        }
        wanted *= 2;
    }
    if (size != 0 && wanted > SIZE_MAX / size) {
        return NULL;
    }
    void *grown = alloc->resize(alloc->user, block, *capacity * size, wanted * size);
    if (grown) {
        *capacity = wanted;
    }
    return grown;
}

void alloc_free(const Allocator *alloc, void *block, size_t bytes)
{
    if (block) {
        (void)alloc->resize(alloc->user, block, bytes, 0);
    }
}
