#include "names.h"

static NameSlot *slot_of(const NameMap *map, StrView key, uint32_t hash)
{
    uint32_t mask = map->capacity - 1;
    uint32_t at = hash & mask;
    while (map->slots[at].key.data &&
           (map->slots[at].hash != hash || !strview_equal(map->slots[at].key, key))) {
        at = (at + 1) & mask;
    }
    return &map->slots[at];
}

uint32_t names_find(const NameMap *map, StrView key)
{
    if (map->capacity == 0) {
        return NAME_NONE;
    }
    const NameSlot *slot = slot_of(map, key, strview_hash(key));
    return slot->key.data ? slot->value : NAME_NONE;
}

static bool grow(NameMap *map, Arena *arena, uint32_t capacity)
{
    NameMap larger = { NULL, capacity, map->count };
    larger.slots = ARENA_ARRAY(arena, NameSlot, larger.capacity);
    if (!larger.slots) {
        return false;
    }
    for (uint32_t i = 0; i < map->capacity; i++) {
        if (map->slots[i].key.data) {
            *slot_of(&larger, map->slots[i].key, map->slots[i].hash) = map->slots[i];
        }
    }
    *map = larger;
    return true;
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
    if (map->count * 4 >= map->capacity * 3 && !grow(map, arena, map->capacity ? map->capacity * 2 : 16)) {
        return NAME_NONE;
    }
    uint32_t hash = strview_hash(key);
    NameSlot *slot = slot_of(map, key, hash);
    if (!slot->key.data) {
        *slot = (NameSlot){ key, hash, value };
        map->count++;
    }
    return slot->value;
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
