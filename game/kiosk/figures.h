#ifndef SANGO_KIOSK_FIGURES_H
#define SANGO_KIOSK_FIGURES_H

#include "sango/store/store.h"

/* What a stand counts, hour by hour: see README.md for the names. A figure is on the disk when figures_add() has come back; one
 * that the disk did not take stays in memory and is tried again. */
enum { FIGURES_WAITING_MAX = 2048, FIGURES_NAME_MAX = 160 };

typedef struct Figures {
    const Allocator *alloc;
    Arena arena;         /* texts of those that wait */
    StoreCount *waiting; /* grown by the allocator; hour and name are in the arena */
    size_t waiting_count, waiting_capacity;
    bool is_stuck; /* the last try failed */
} Figures;

void figures_init(Figures *figures, const Allocator *alloc);
void figures_release(Figures *figures);
/* Each of them once more. `hour` as of app_hour(), "" with a wrong clock. */
void figures_add(Figures *figures, Store *store, StrView hour, const StrView *names, size_t count);
void figures_retry(Figures *figures, Store *store);
/* Those of the disk and those that wait, by hour, then name. */
Status figures_read(const Figures *figures, Store *store, Arena *arena, StoreCount **counts, size_t *count);

#endif
