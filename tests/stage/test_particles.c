#include "stage/stage_internal.h"
#include "support.h"

#include <math.h>

static size_t drawn(const Scenery *scenery)
{
    size_t count = 0;
    for (size_t i = 0; i < scenery->draw.count; i++) {
        const DrawCmd *cmd = &scenery->draw.cmds[i];
        bool is_drop = cmd->kind == DRAW_FILL && cmd->rect.w < 60;
        count += is_drop || (cmd->kind == DRAW_SPRITE && strview_starts_with(cmd->name, SV("fx/")));
    }
    return count;
}

/* Seen soon, never too many, the same for the same moment; gone when they are told off. */
static void test_kind(const char *name)
{
    Scenery scenery;
    StrBuf first;
    StrBuf again;
    scenery_open(&scenery);
    strbuf_init(&first, alloc_heap());
    strbuf_init(&again, alloc_heap());
    stage_particles(scenery.stage, strview_from_cstr(name));
    EXPECT_EQ(stage_deadline_ms(scenery.stage), MOVING_MS);
    for (uint64_t now = 3000; now < 8000; now += 500) {
        scenery_draw(&scenery, now, false, 0);
        EXPECT(drawn(&scenery) > 3 && drawn(&scenery) <= 120);
    }
    draw_list_print(&scenery.draw, &first);
    scenery_draw(&scenery, 7500, false, 0);
    draw_list_print(&scenery.draw, &again);
    EXPECT(strview_equal(strbuf_view(&first), strbuf_view(&again)));
    stage_particles(scenery.stage, SV("off"));
    scenery_draw(&scenery, 8000, false, 0);
    EXPECT(drawn(&scenery) > 0); /* they fade away */
    scenery_draw(&scenery, 9500, false, 0);
    EXPECT_EQ(drawn(&scenery), 0);
    EXPECT_EQ(stage_deadline_ms(scenery.stage), -1);
    strbuf_release(&first);
    strbuf_release(&again);
    scenery_close(&scenery);
}

/* A page left alone rests, and comes back with a touch. */
static void test_rest(void)
{
    Scenery scenery;
    scenery_open(&scenery);
    Stage *stage = scenery.stage;
    stage_particles(stage, SV("snow"));
    scenery_draw(&scenery, 1000 + REST_AFTER_MS - 50, false, 0);
    scenery_draw(&scenery, 1001 + REST_AFTER_MS, false, 0);
    EXPECT_EQ(drawn(&scenery), 0);
    EXPECT_EQ(stage_deadline_ms(stage), -1);
    stage_speaker(stage, SV("kofi"), SV("Hi"), 0);
    scenery_draw(&scenery, 1010 + REST_AFTER_MS, false, 0);
    EXPECT_EQ(drawn(&scenery), 0); /* softly */
    scenery_draw(&scenery, 3000 + REST_AFTER_MS, false, 0);
    EXPECT(drawn(&scenery) > 20);
    stage_place(stage, SV("bedroom"), SV("day"), SV("cut"));
    scenery_draw(&scenery, 4500 + REST_AFTER_MS, false, 0);
    EXPECT_EQ(drawn(&scenery), 0); /* another place, another weather */
    scenery_close(&scenery);
}

static void test_confetti(void)
{
    Scenery scenery;
    scenery_open(&scenery);
    stage_particles(scenery.stage, SV("confetti"));
    EXPECT_EQ(stage_deadline_ms(scenery.stage), MOVING_MS);
    scenery_draw(&scenery, 3000, false, 0);
    EXPECT_EQ(drawn(&scenery), 0); /* over everything else */
    stage_draw_over(scenery.stage, &scenery.frame);
    EXPECT(drawn(&scenery) > 40 && drawn(&scenery) <= CONFETTI_MAX);
    scenery_draw(&scenery, 1000 + CONFETTI_MS, false, 0);
    stage_draw_over(scenery.stage, &scenery.frame);
    EXPECT_EQ(drawn(&scenery), 0);
    EXPECT_EQ(stage_deadline_ms(scenery.stage), -1);
    scenery_close(&scenery);
}

int main(void)
{
    for (size_t i = PARTICLES_SPARKLES; i < PARTICLES_COUNT; i++) {
        test_kind(particle_names[i]);
    }
    test_rest();
    test_confetti();
    return TEST_MAIN_END();
}
