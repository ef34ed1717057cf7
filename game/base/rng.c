#include "sango/base/rng.h"

static const uint64_t increment = 1442695040888963407u;

void rng_seed(Rng *rng, uint64_t seed)
{
    rng->state = seed + increment;
    (void)rng_next(rng);
}

uint32_t rng_next(Rng *rng)
{
    uint64_t old = rng->state;
    rng->state = old * 6364136223846793005u + increment;
    uint32_t shifted = (uint32_t)((old >> 18 ^ old) >> 27);
    uint32_t turn = (uint32_t)(old >> 59);
    return shifted >> turn | shifted << (-turn & 31);
}

uint32_t rng_below(Rng *rng, uint32_t bound)
{
    /* Values under 2^32 mod bound are thrown away, so that each result is as likely. */
    uint32_t least = -bound % bound;
    uint32_t value;
    do {
        value = rng_next(rng);
    } while (value < least);
    return value % bound;
}

float rng_unit(Rng *rng)
{
    return (float)(rng_next(rng) >> 8) * (1.0f / 16777216.0f);
}
