#include "names.h"

enum { PROBES_MAX = 256, SEEDS_MAX = 16 };

/* From a seed, its high bits mixed into the low ones. */
static uint32_t hash_of(const NameMap *map, StrView key)
{
    uint64_t hash = strview_hash_more(STRVIEW_HASH_BEGIN ^ (map->seed * UINT64_C(0x9E3779B97F4A7C15)), key);
    hash ^= hash >> 32;
    hash *= UINT64_C(0xD6E8FEB86659FD93);
    return (uint32_t)(hash >> 32);
}

static NameSlot *slot_of(const NameMap *map, StrView key, uint32_t hash, uint32_t *probes)
{
    uint32_t mask = map->capacity - 1;
    uint32_t at = hash & mask;
    *probes = 0;
    while (map->slots[at].key.data &&
           (map->slots[at].hash != hash || !strview_equal(map->slots[at].key, key))) {
        at = (at + 1) & mask;
        ++*probes;
    }
    return &map->slots[at];
}

uint32_t names_find(const NameMap *map, StrView key)
{
    uint32_t probes;
    if (map->capacity == 0) {
        return NAME_NONE;
    }
    const NameSlot *slot = slot_of(map, key, hash_of(map, key), &probes);
    return slot->key.data ? slot->value : NAME_NONE;
}

static bool rebuild(NameMap *map, Arena *arena, uint32_t capacity, uint32_t seed)
{
    NameMap made = { NULL, capacity, map->count, seed };
    made.slots = ARENA_ARRAY(arena, NameSlot, capacity);
    if (!made.slots) {
        return false;
    }
    for (uint32_t i = 0; i < map->capacity; i++) {
        NameSlot slot = map->slots[i];
        uint32_t probes;
        if (slot.key.data) {
            slot.hash = seed == map->seed ? slot.hash : hash_of(&made, slot.key);
            *slot_of(&made, slot.key, slot.hash, &probes) = slot;
        }
    }
    *map = made;
    return true;
}

static bool grow(NameMap *map, Arena *arena, uint32_t capacity)
{
    return rebuild(map, arena, capacity, map->seed);
}

bool names_reserve(NameMap *map, Arena *arena, uint32_t count)
{
    uint64_t capacity = map->capacity ? map->capacity : 16;
    while ((uint64_t)count * 4 > capacity * 3) {
        capacity *= 2;
    }
    return capacity == map->capacity || (capacity <= UINT32_MAX / 2 && grow(map, arena, (uint32_t)capacity));
}

uint32_t names_add(NameMap *map, Arena *arena, StrView key, uint32_t value)
{
    uint32_t probes;
    if (map->count * 4 >= map->capacity * 3 && !grow(map, arena, map->capacity ? map->capacity * 2 : 16)) {
        return NAME_NONE;
    }
    uint32_t hash = hash_of(map, key);
    NameSlot *slot = slot_of(map, key, hash, &probes);
    if (slot->key.data) {
        return slot->value;
    }
    *slot = (NameSlot){ key, hash, value };
    map->count++;
    /* Names that somebody chose to collide do so for one seed only. */
    if (probes > PROBES_MAX && map->seed < SEEDS_MAX && !rebuild(map, arena, map->capacity, map->seed + 1)) {
        return NAME_NONE;
    }
    return value;
}

StrView names_nearest(const NameMap *map, StrView key)
{
    StrView nearest = { NULL, 0 };
    unsigned best = key.len <= 2 ? 0 : key.len <= 4 ? 1 : key.len <= 8 ? 2 : 3;
    for (uint32_t i = 0; best > 0 && i < map->capacity; i++) {
        StrView name = map->slots[i].key;
        if (!name.data || name.len > key.len + best || key.len > name.len + best) {
            continue;
        }
        unsigned distance = strview_distance(name, key, best);
        bool closer = distance < best || (distance == best && !nearest.data);
        /* Equal distances: the first in the alphabet, so that messages do not depend on hashing. */
        if (closer || (distance == best && strview_compare(name, nearest) < 0)) {
            nearest = name;
            best = distance;
        }
    }
    return nearest;
}
