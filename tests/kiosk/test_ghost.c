/* What is a hand and what is none. */
#include "kiosk/ghost.h"

#include "test.h"

static Ghost fresh(void)
{
    return (Ghost){ .taps_per_second = 8, .held_seconds = 20 };
}

static GhostVerdict take(Ghost *ghost, InputKind kind, float x, float y, uint32_t device, uint64_t ms)
{
    return ghost_take(ghost, &(InputEvent){ .kind = kind, .x = x, .y = y, .device = device }, ms, true);
}

static void test_hand(void)
{
    Ghost ghost = fresh();
    EXPECT_EQ(take(&ghost, INPUT_POINT_DOWN, 100, 100, 100, 0), GHOST_HAND);
    EXPECT_EQ(take(&ghost, INPUT_POINT_UP, 100, 100, 100, 80), GHOST_HAND);
    EXPECT_EQ(take(&ghost, INPUT_CONFIRM, 0, 0, 0, 500), GHOST_HAND);
    EXPECT_EQ(take(&ghost, INPUT_POINT_DOWN, 300, 300, 101, 600), GHOST_HAND);
    EXPECT_EQ(take(&ghost, INPUT_POINT_MOVE, 305, 303, 101, 700), GHOST_STILL); /* it trembles */
    EXPECT_EQ(take(&ghost, INPUT_POINT_MOVE, 360, 303, 101, 800), GHOST_HAND);
    EXPECT_EQ(take(&ghost, INPUT_POINT_UP, 360, 303, 101, 900), GHOST_HAND);
    EXPECT_EQ(ghost.counts.held + ghost.counts.rapid + ghost.counts.unseen + ghost.counts.keys, 0);
}

static void test_held(void)
{
    Ghost ghost = fresh();
    EXPECT_EQ(take(&ghost, INPUT_POINT_DOWN, 100, 100, 100, 1000), GHOST_HAND);
    EXPECT(!ghost_update(&ghost, 20999));
    EXPECT(ghost_update(&ghost, 21000));
    EXPECT(!ghost_update(&ghost, 21500)); /* once */
    EXPECT_EQ(ghost.counts.held, 1);
    EXPECT_EQ(take(&ghost, INPUT_POINT_MOVE, 500, 100, 100, 22000), GHOST_NONE);
    EXPECT_EQ(take(&ghost, INPUT_POINT_DOWN, 900, 500, 101, 22100), GHOST_HAND); /* a child beside it plays on */
    EXPECT_EQ(take(&ghost, INPUT_POINT_UP, 900, 500, 101, 22200), GHOST_HAND);
    EXPECT_EQ(take(&ghost, INPUT_POINT_UP, 100, 100, 100, 30000), GHOST_NONE);
    EXPECT_EQ(take(&ghost, INPUT_POINT_DOWN, 100, 100, 102, 40000), GHOST_HAND); /* and then it is an ordinary spot */
}

/* A finger that draws is no ghost, however long it does. */
static void test_drawing(void)
{
    Ghost ghost = fresh();
    (void)take(&ghost, INPUT_POINT_DOWN, 100, 100, 100, 0);
    for (unsigned i = 1; i <= 60; i++) {
        EXPECT_EQ(take(&ghost, INPUT_POINT_MOVE, 100 + 40.0f * (float)i, 100, 100, i * 1000), GHOST_HAND);
        EXPECT(!ghost_update(&ghost, i * 1000));
    }
}

static void test_rapid(void)
{
    Ghost ghost = fresh();
    unsigned hands = 0;
    for (unsigned i = 0; i < 40; i++) { /* twenty a second in one spot */
        hands += take(&ghost, INPUT_POINT_DOWN, 700, 700, 100 + i, i * 50) == GHOST_HAND;
        (void)take(&ghost, INPUT_POINT_UP, 700, 700, 100 + i, i * 50 + 10);
    }
    EXPECT_EQ(hands, 8);
    EXPECT_EQ(ghost.counts.rapid, 32);
    EXPECT_EQ(take(&ghost, INPUT_POINT_DOWN, 200, 200, 300, 1990), GHOST_HAND); /* elsewhere */
    EXPECT_EQ(take(&ghost, INPUT_POINT_DOWN, 700, 700, 301, 4000), GHOST_HAND); /* and when it has been quiet */
}

static void test_unseen(void)
{
    Ghost ghost = fresh();
    InputEvent down = { .kind = INPUT_POINT_DOWN, .device = 100 };
    InputEvent up = { .kind = INPUT_POINT_UP, .device = 100 };
    EXPECT_EQ(ghost_take(&ghost, &down, 10, false), GHOST_NONE);
    EXPECT_EQ(ghost_take(&ghost, &up, 20, true), GHOST_NONE); /* its end, too */
    EXPECT_EQ(ghost.counts.unseen, 1);
}

static void test_stuck_key(void)
{
    Ghost ghost = fresh();
    unsigned hands = 0;
    for (unsigned i = 0; i < 400; i++) { /* a book lies on an arrow for twenty seconds */
        hands += take(&ghost, INPUT_RIGHT, 0, 0, 0, i * 50) == GHOST_HAND;
    }
    EXPECT_EQ(hands, 160); /* eight seconds of them */
    EXPECT_EQ(ghost.counts.keys, 1);
    EXPECT_EQ(take(&ghost, INPUT_CONFIRM, 0, 0, 0, 20010), GHOST_HAND);
    EXPECT_EQ(take(&ghost, INPUT_RIGHT, 0, 0, 0, 21000), GHOST_HAND); /* after a pause it is a key again */
    hands = 0;
    for (unsigned i = 0; i < 40; i++) { /* a person who presses twice a second for long */
        hands += take(&ghost, INPUT_LEFT, 0, 0, 0, 30000 + i * 500) == GHOST_HAND;
    }
    EXPECT_EQ(hands, 40);
}

static void test_machine(void)
{
    Ghost ghost = fresh();
    EXPECT_EQ(take(&ghost, INPUT_NONE, 0, 0, 0, 0), GHOST_STILL);
    EXPECT_EQ(take(&ghost, INPUT_DEVICES, 0, 0, 0, 0), GHOST_STILL);
    EXPECT_EQ(take(&ghost, INPUT_RESIZE, 0, 0, 0, 0), GHOST_STILL);
    EXPECT_EQ(take(&ghost, INPUT_POINT_MOVE, 30, 30, 0, 0), GHOST_STILL); /* the table is pushed */
    EXPECT_EQ(take(&ghost, INPUT_POINT_MOVE, 400, 30, 0, 10), GHOST_HAND); /* the mouse is */
}

int main(void)
{
    test_hand();
    test_held();
    test_drawing();
    test_rapid();
    test_unseen();
    test_stuck_key();
    test_machine();
    return TEST_MAIN_END();
}
