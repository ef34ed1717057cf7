#ifndef SANGO_BASE_RNG_H
#define SANGO_BASE_RNG_H

#include <stdint.h>

/* PCG32 (O'Neill 2014): small, and the same numbers on every machine. */
typedef struct Rng {
    uint64_t state;
} Rng;

void rng_seed(Rng *rng, uint64_t seed);
uint32_t rng_next(Rng *rng);
uint32_t rng_below(Rng *rng, uint32_t bound); /* 0 <= result < bound, unbiased; bound > 0 */
float rng_unit(Rng *rng);                     /* 0 <= result < 1 */

#endif
