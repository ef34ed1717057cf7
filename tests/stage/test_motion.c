#include "stage/stage_internal.h"
#include "support.h"

#include <math.h>
#include <string.h>

enum { START = 60000 }; /* nobody blinks or waves in a way that matters here */

static Scenery stand(const char *actor)
{
    Scenery scenery;
    scenery_open(&scenery);
    stage_set_instant(scenery.stage, true);
    stage_enter(scenery.stage, strview_from_cstr(actor), SV("centre"), SV("happy"), SV(""));
    stage_set_instant(scenery.stage, false);
    stage_update(scenery.stage, START);
    return scenery;
}

static Motion motion_at(Scenery *scenery, uint64_t now)
{
    stage_update(scenery->stage, now);
    return actor_motion(scenery->stage, &scenery->stage->actors[0]);
}

static float size_of(const Motion *motion)
{
    return fabsf(motion->x) + fabsf(motion->y) + fabsf(motion->head_x) + fabsf(motion->head_y) + 300 * fabsf(motion->tall - 1) +
           300 * fabsf(motion->wide - 1) + 5 * fabsf(motion->turn_deg);
}

/* An act begins and ends at rest, never jumps, and is seen in between. */
static void check_act(const char *actor, const char *act)
{
    Scenery scenery = stand(actor);
    stage_act(scenery.stage, strview_from_cstr(actor), strview_from_cstr(act));
    EXPECT_EQ(stage_deadline_ms(scenery.stage), MOVING_MS);
    Motion before = motion_at(&scenery, START);
    float most = 0, step = 0;
    EXPECT(size_of(&before) < 0.5f);
    uint64_t end = START;
    for (uint64_t now = START; now < START + 3000; now += 16) {
        Motion motion = motion_at(&scenery, now);
        Motion change = { motion.x - before.x, motion.y - before.y, motion.head_x - before.head_x, motion.head_y - before.head_y,
                          1 + motion.wide - before.wide, 1 + motion.tall - before.tall, motion.turn_deg - before.turn_deg };
        most = fmaxf(most, size_of(&motion));
        step = fmaxf(step, size_of(&change));
        end = size_of(&motion) > 0.01f ? now : end;
        before = motion;
    }
    if (most < 5 || most > 160 || step > 32 || end > START + 1600) {
        fprintf(stderr, "%s %s: most %.1f, step %.1f, %d ms: ", actor, act, (double)most, (double)step, (int)(end - START));
        EXPECT(false);
    }
    EXPECT_EQ(stage_deadline_ms(scenery.stage), FRAME_MS);
    scenery_close(&scenery);
}

static void test_unknown(void)
{
    Scenery scenery = stand("kofi");
    stage_act(scenery.stage, SV("kofi"), SV("fly"));
    stage_act(scenery.stage, SV("nobody"), SV("hop"));
    EXPECT_EQ(stage_deadline_ms(scenery.stage), -1); /* wakes nobody */
    scenery_close(&scenery);
}

/* Wheels roll, feet step; both come a little too far, and stand exactly in the end. */
static void test_walk(const char *name, bool is_on_wheels)
{
    Scenery scenery = stand(name);
    Stage *stage = scenery.stage;
    stage_move(stage, strview_from_cstr(name), SV("right"), 1, SV("spring"));
    const StageActor *actor = &stage->actors[0];
    float highest = 0, farthest = 0;
    for (uint64_t now = START; now <= START + 1000 + SETTLE_MS; now += 16) {
        Motion motion = motion_at(&scenery, now);
        highest = fminf(highest, motion.y);
        farthest = fmaxf(farthest, actor_x(stage, actor));
    }
    EXPECT((highest < -8) != is_on_wheels);
    EXPECT(farthest > 1590 && farthest < 1700);
    stage_update(stage, START + 1000 + SETTLE_MS);
    EXPECT(actor_x(stage, actor) == 1580);
    EXPECT_EQ(stage_deadline_ms(stage), FRAME_MS);
    stage_move(stage, strview_from_cstr(name), SV("left"), 0, SV("")); /* at once */
    EXPECT(actor_x(stage, actor) == 350);
    scenery_close(&scenery);
}

/* Who leaves draws back first. */
static void test_leaves_with_weight(void)
{
    Scenery scenery = stand("kofi");
    Stage *stage = scenery.stage;
    stage_move(stage, SV("kofi"), SV("left"), 0, SV(""));
    stage_leave(stage, SV("kofi"));
    float back = 0;
    for (uint64_t now = START; now < START + LEAVE_MS; now += 16) {
        stage_update(stage, now);
        back = fmaxf(back, actor_x(stage, &stage->actors[0]) - 350);
    }
    EXPECT(back > 8 && back < 90);
    scenery_close(&scenery);
}

/* Somebody who is sent elsewhere on the way turns there from where they are. */
static void test_no_jump(void)
{
    Scenery scenery = stand("kofi");
    Stage *stage = scenery.stage;
    stage_move(stage, SV("kofi"), SV("right"), 1, SV("soft"));
    stage_update(stage, START + 500);
    float before = actor_x(stage, &stage->actors[0]);
    EXPECT(before > 950 && before < 1500);
    stage_move(stage, SV("kofi"), SV("left"), 1, SV("soft"));
    EXPECT(fabsf(actor_x(stage, &stage->actors[0]) - before) < 1);
    scenery_close(&scenery);
}

int main(void)
{
    for (size_t i = 1; i < ACT_COUNT; i++) {
        check_act("kofi", act_names[i]);
        check_act("sango", act_names[i]); /* all head */
        check_act("luz", act_names[i]);   /* on wheels */
    }
    test_unknown();
    test_walk("kofi", false);
    test_walk("luz", true);
    test_leaves_with_weight();
    test_no_jump();
    return TEST_MAIN_END();
}
