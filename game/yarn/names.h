#ifndef SANGO_YARN_NAMES_H
#define SANGO_YARN_NAMES_H

#include "sango/base/arena.h"

/* A map from a name to a number, in an arena. Keys are borrowed. */
typedef struct NameSlot {
    StrView key;
    uint32_t hash;
    uint32_t value;
} NameSlot;

typedef struct NameMap {
    NameSlot *slots; /* key.data NULL: free */
    uint32_t capacity;
    uint32_t count;
    uint32_t seed; /* of the hash; another one when too many keys collide */
} NameMap;

#define NAME_NONE UINT32_MAX

/* The number of `key`, or NAME_NONE. */
uint32_t names_find(const NameMap *map, StrView key);

/* Makes room for `count` names in all, which then need no more; false when out of memory. A
 * map that grows by itself leaves its smaller tables behind in the arena. */
bool names_reserve(NameMap *map, Arena *arena, uint32_t count);

/* Puts `value` where there is none yet, and gives the number that is there now;
 * NAME_NONE when out of memory. `key.data` must not be NULL. */
uint32_t names_add(NameMap *map, Arena *arena, StrView key, uint32_t value);

/* The key nearest in spelling, for "did you mean"; empty when none is near. */
StrView names_nearest(const NameMap *map, StrView key);

#endif
