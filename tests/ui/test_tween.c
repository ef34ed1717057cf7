#include "sango/ui/tween.h"

#include "test.h"

#include <math.h>

static bool is_near(float a, float b)
{
    return fabsf(a - b) < 0.0001f;
}

/* All begin at 0, end at 1, stay there outside, and have no jump. */
static void test_easings(void)
{
    for (int kind = 0; kind < EASE_COUNT; kind++) {
        float before = 0;
        EXPECT(is_near(ease((Ease)kind, -1), 0) && is_near(ease((Ease)kind, 0), 0));
        EXPECT(is_near(ease((Ease)kind, 1), 1) && is_near(ease((Ease)kind, 5), 1));
        for (int i = 1; i <= 100; i++) {
            float now = ease((Ease)kind, (float)i / 100);
            EXPECT(fabsf(now - before) < 0.06f && now > -0.01f && now < 1.11f);
            before = now;
        }
    }
    EXPECT(ease(EASE_SPRING, 0.7f) > 1.02f);  /* too far, and back */
    EXPECT(ease_in_back(0.3f) < -0.02f);      /* back first */
    EXPECT(is_near(ease_in_back(0), 0) && is_near(ease_in_back(1), 1));
    EXPECT(ease(EASE_QUICK, 0.3f) > ease(EASE_STEADY, 0.3f) && ease(EASE_SOFT, 0.1f) < 0.1f);
}

static void test_names(void)
{
    Ease kind = EASE_STEADY;
    EXPECT(!ease_find(SV("bouncy"), &kind) && kind == EASE_STEADY);
    for (int i = 0; i < EASE_COUNT; i++) {
        EXPECT(ease_find(strview_from_cstr(ease_names[i]), &kind) && (int)kind == i);
    }
    EXPECT(ease_names[EASE_COUNT] == NULL);
}

static void test_shapes(void)
{
    EXPECT(is_near(tween_arc(0), 0) && is_near(tween_arc(0.5f), 1) && is_near(tween_arc(1), 0) && is_near(tween_arc(2), 0));
    EXPECT(is_near(tween_swing(0, 3), 0) && is_near(tween_swing(1, 3), 0));
    EXPECT(tween_swing(0.08f, 3) > 0.8f && tween_swing(0.25f, 3) < -0.6f && fabsf(tween_swing(0.92f, 3)) < 0.1f);
    EXPECT(is_near(tween_share(50, 100, 100), 0) && is_near(tween_share(150, 100, 100), 0.5f));
    EXPECT(is_near(tween_share(100, 100, 0), 1) && is_near(tween_share(900, 100, 100), 1));
}

int main(void)
{
    test_easings();
    test_names();
    test_shapes();
    return TEST_MAIN_END();
}
