#include "sango/base/rng.h"
#include "test.h"

int main(void)
{
    Rng a;
    Rng b;
    rng_seed(&a, 42);
    rng_seed(&b, 42);
    unsigned seen[6] = { 0 };
    for (int i = 0; i < 6000; i++) {
        uint32_t value = rng_below(&a, 6);
        EXPECT_EQ(value, rng_below(&b, 6));
        EXPECT(value < 6);
        seen[value % 6]++;
        float unit = rng_unit(&a);
        EXPECT(unit >= 0.0f && unit < 1.0f);
        (void)rng_unit(&b);
    }
    for (int i = 0; i < 6; i++) {
        EXPECT(seen[i] > 850 && seen[i] < 1150);
    }
    rng_seed(&b, 43);
    EXPECT(rng_next(&a) != rng_next(&b));
    return TEST_MAIN_END();
}
