#ifndef SANGO_BENCH_STORY_HOST_H
#define SANGO_BENCH_STORY_HOST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What the bench's engines have in common: how options are chosen, what is counted of a
 * story, and the memory it takes. story_ink.js does the same in JavaScript. */

/* Bytes held through one allocator. */
typedef struct Meter {
    size_t held, peak;
} Meter;

/* Allocator.resize and lua_Alloc; `user` is a Meter. */
void *meter_resize(void *user, void *block, size_t old_bytes, size_t new_bytes);

typedef struct Counts {
    uint64_t lines, options, commands; /* options: how often a choice was offered */
    uint64_t bytes;                    /* of all lines, so that they are looked at */
    uint32_t checksum;                 /* FNV-1a over every text; only when `sums` */
    bool sums;
    uint32_t random;
} Counts;

enum { COUNTS_LINE = 'l', COUNTS_COMMAND = 'c', COUNTS_OPTION = 'o' };

/* `sums`: a run that is not timed, since the sum costs more than the line. */
void counts_init(Counts *counts, bool sums);
/* A text of this kind; of options the enabled ones. Counts lines and commands. */
void counts_text(Counts *counts, char kind, const char *text, size_t len);
/* A choice with so many enabled options: which of these is taken, from 0. */
uint32_t counts_pick(Counts *counts, uint32_t enabled);
/* `lines`, `options`, `commands` and `checksum`, one a line. */
void counts_print(const Counts *counts);

/* Resident memory of this process in bytes, now and the most there was; 0 where
 * there is no /proc. */
size_t host_resident(void);
size_t host_resident_peak(void);

#endif
