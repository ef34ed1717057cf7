#ifndef SANGO_KIOSK_FIGURES_H
#define SANGO_KIOSK_FIGURES_H

#include "sango/base/strbuf.h"
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
/* Behind the id of a decision: the way back from a risky answer, and whom one tells, are questions of their own. */
#define FIGURES_BACK "+back"
#define FIGURES_TELL "+tell"

/* Each of them once more. `hour` as of app_hour(), "" with a wrong clock. */
void figures_add(Figures *figures, Store *store, StrView hour, const StrView *names, size_t count);
void figures_add_times(Figures *figures, Store *store, StrView hour, StrView name, uint64_t times);
void figures_retry(Figures *figures, Store *store);
/* Those of the disk and those that wait, by hour, then name. */
Status figures_read(const Figures *figures, Store *store, Arena *arena, StoreCount **counts, size_t *count);

/* --- what they say ------------------------------------------------------------------------ */

enum { FIGURES_OPTIONS_MAX = 8, FIGURES_SPREAD_MIN = 5, FIGURES_HOURS = 24 }; /* spreads of fewer answers would tell about one child */

typedef struct FigureRow {
    StrView name;
    uint64_t begun, finished; /* of an episode; of others only the first */
} FigureRow;

typedef struct FigureSpread {
    StrView level, decision;
    uint64_t counts[FIGURES_OPTIONS_MAX];
    unsigned option_count;
    uint64_t total;
} FigureSpread;

typedef struct FigureTable {
    FigureRow *rows;
    size_t count;
} FigureTable;

typedef struct FiguresSum {
    uint64_t plays, finished, two_players, ghosts;
    uint64_t hours[FIGURES_HOURS]; /* plays that began in it */
    FigureTable languages, episodes, days, aways;
    FigureSpread *spreads; /* of FIGURES_SPREAD_MIN answers and more */
    size_t spread_count;
} FiguresSum;

/* Pure. `day` such as "2026-11-26"; empty: all days. Everything is in the arena; views of the counts. STATUS_NOMEM. */
Status figures_sum(Arena *arena, const StoreCount *counts, size_t count, StrView day, FiguresSum *sum);

/* RFC 4180: hour, name, count. No field is taken for a formula by a spreadsheet. */
void figures_csv(const StoreCount *counts, size_t count, StrBuf *out);

#endif
