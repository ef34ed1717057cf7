/* Contrast against figures of the standard; colours without one kind of cones. */
#include "sango/ui/color.h"
#include "test.h"

#include <math.h>
#include <stdlib.h>

static bool is_about(float got, float want)
{
    return fabsf(got - want) < 0.01f;
}

int main(void)
{
    EXPECT(is_about(color_contrast(0x000000FF, 0xFFFFFFFF), 21));
    EXPECT(is_about(color_contrast(0xFFFFFFFF, 0x000000FF), 21));
    EXPECT(is_about(color_contrast(0x336699FF, 0x33669900), 1)); /* alpha does not count */
    EXPECT(is_about(color_contrast(0x767676FF, 0xFFFFFFFF), 4.54f)); /* the lightest grey that passes on white */
    EXPECT(is_about(color_contrast(0x777777FF, 0xFFFFFFFF), 4.48f));
    EXPECT(is_about(color_contrast(0xFF0000FF, 0xFFFFFFFF), 4.00f));
    for (ColorVision vision = VISION_FULL; vision < VISION_COUNT; vision++) {
        Rgba grey = color_seen(0x80808040, vision); /* grey stays grey, within a step */
        for (int shift = 8; shift < 32; shift += 8) {
            EXPECT(abs((int)(grey >> shift & 0xFF) - 0x80) <= 1);
        }
        EXPECT_EQ(grey & 0xFF, 0x40);
        EXPECT(color_vision_name(vision)[0]);
    }
    EXPECT_EQ(color_seen(0x12345678, VISION_FULL), 0x12345678);
    /* Pure red is dark without the cones for long waves, and like green in hue. */
    Rgba red = color_seen(0xFF0000FF, VISION_PROTANOPIA);
    EXPECT_EQ(red >> 24, 0x6D);
    EXPECT(abs((int)(red >> 24) - (int)(red >> 16 & 0xFF)) < 0x12);
    EXPECT(color_contrast(red, 0x000000FF) < color_contrast(0xFF0000FF, 0x000000FF));
    /* Red and green that differ in full vision come close without the cones for middle waves. */
    EXPECT(color_contrast(color_seen(0xC04040FF, VISION_DEUTERANOPIA), color_seen(0x40803FFF, VISION_DEUTERANOPIA)) < 1.3f);
    /* Yellow and white come close without the cones for short waves. */
    EXPECT(color_seen(0xFFFF00FF, VISION_TRITANOPIA) >> 24 == 0xFF);
    return TEST_MAIN_END();
}
