#include "stage/stage_internal.h"
#include "support.h"

static const StageActor *on_stage(const Stage *stage, StrView name)
{
    for (size_t i = 0; i < stage->actor_count; i++) {
        if (strview_equal(stage->actors[i].art->name, name)) {
            return &stage->actors[i];
        }
    }
    return NULL;
}

static void test_enter_and_leave(void)
{
    Scenery scenery;
    scenery_open(&scenery);
    Stage *stage = scenery.stage;
    EXPECT_EQ(stage_deadline_ms(stage), -1); /* an empty stage rests */
    stage_enter(stage, SV("kofi"), SV("left"), SV("sad"), SV(""));
    stage_enter(stage, SV("nobody"), SV("left"), SV("sad"), SV(""));
    EXPECT_EQ(stage->actor_count, 1);
    EXPECT_EQ(stage_deadline_ms(stage), 16); /* comes in */
    scenery_draw(&scenery, 1000, false, 0);
    const DrawCmd *body = find_cmd(&scenery, SV("kofi/sad/body"), 0);
    EXPECT(body && body->pose.x + 300 < 0); /* from outside */
    scenery_draw(&scenery, 1000 + ENTRANCE_MS, false, 0);
    body = find_cmd(&scenery, SV("kofi/sad/body"), 0);
    EXPECT(body && body->pose.x + 300 > 349 && body->pose.x + 300 < 351);
    EXPECT_EQ(stage_deadline_ms(stage), MOVING_MS); /* settles */
    scenery_draw(&scenery, 1000 + ENTRANCE_MS + SETTLE_MS, false, 0);
    EXPECT_EQ(stage_deadline_ms(stage), FRAME_MS); /* breathes */

    stage_leave(stage, SV("kofi"));
    EXPECT(stage_has_actor(stage, SV("kofi")));
    EXPECT(stage_actor_share(stage, SV("kofi")) > 0 && stage_actor_share(stage, SV("kofi")) < 0.5f);
    EXPECT(stage_actor_share(stage, SV("nobody")) < 0);
    stage_update(stage, 1000 + ENTRANCE_MS + SETTLE_MS + LEAVE_MS);
    EXPECT(!stage_has_actor(stage, SV("kofi")));
    stage_leave(stage, SV("kofi")); /* once more is no mistake */
    scenery_close(&scenery);
}

/* On a wide canvas those at the left make room for the phone; on an upright one it stands above their heads. */
static void test_room_beside_the_phone(void)
{
    Scenery scenery;
    scenery_open(&scenery);
    Stage *stage = scenery.stage;
    stage_enter(stage, SV("kofi"), SV("centre"), SV("happy"), SV(""));
    float alone = stage_actor_share(stage, SV("kofi"));
    stage_phone(stage, SV("chat"), SV("StarFox"));
    EXPECT(stage_actor_share(stage, SV("kofi")) < alone);
    stage_fit(stage, 1200, 1920);
    EXPECT(stage_actor_share(stage, SV("kofi")) == alone);
    stage_fit(stage, 1920, 1080);
    EXPECT(stage_actor_share(stage, SV("kofi")) < alone);
    scenery_close(&scenery);
}

static void test_pose(void)
{
    Scenery scenery;
    scenery_open(&scenery);
    stage_enter(scenery.stage, SV("kofi"), SV("left"), SV(""), SV("left"));
    stage_pose(scenery.stage, SV("kofi"), SV("surprised"));
    scenery_draw(&scenery, 3000, false, 0);
    const DrawCmd *head = find_cmd(&scenery, SV("kofi/surprised/head"), 0);
    EXPECT(head && head->pose.scale_x < 0); /* looks left */
    stage_pose(scenery.stage, SV("kofi"), SV("furious")); /* he has no such face */
    scenery_draw(&scenery, 4000, false, 0);
    EXPECT(find_cmd(&scenery, SV("kofi/happy/head"), 0));
    stage_pose(scenery.stage, SV("sango"), SV("happy")); /* not there */
    EXPECT_EQ(scenery.stage->actor_count, 1);
    scenery_close(&scenery);
}

/* When `actor` shuts the eyes during a minute, in ms; how often. */
static size_t blinks(Scenery *scenery, StrView eyes, uint64_t *times, size_t most)
{
    size_t count = 0;
    bool was_shut = false;
    for (uint64_t now = 10000; now < 70000; now += 20) {
        scenery_draw(scenery, now, false, 0);
        bool is_shut = find_cmd(scenery, eyes, 0) != NULL;
        if (is_shut && !was_shut && count < most) {
            times[count++] = now;
        }
        was_shut = is_shut;
    }
    return count;
}

static void test_blink(void)
{
    Scenery scenery;
    scenery_open(&scenery);
    uint64_t kofi[64];
    uint64_t sango[64];
    stage_enter(scenery.stage, SV("kofi"), SV("left"), SV("happy"), SV(""));
    stage_enter(scenery.stage, SV("sango"), SV("right"), SV("happy"), SV(""));
    size_t count = blinks(&scenery, SV("kofi/blink/eyes"), kofi, 64);
    EXPECT(count >= 12 && count <= 40);
    size_t same = 0;
    for (size_t i = 2; i < count; i++) {
        uint64_t one = kofi[i] - kofi[i - 1];
        uint64_t before = kofi[i - 1] - kofi[i - 2];
        EXPECT(one >= 800 && one <= 7000);
        same += one > before ? one - before < 60 : before - one < 60;
    }
    EXPECT(same * 3 < count); /* no clockwork */
    EXPECT(blinks(&scenery, SV("sango/blink-happy/eyes"), sango, 64) > 2);
    EXPECT(kofi[0] != sango[0] || kofi[1] != sango[1]); /* nor together */

    stage_set_reduced_motion(scenery.stage, true);
    EXPECT_EQ(blinks(&scenery, SV("kofi/blink/eyes"), kofi, 64), 0);
    scenery_close(&scenery);
}

/* Sango shows a tool; the headband goes down over the camera. */
static void test_tools(void)
{
    Scenery scenery;
    scenery_open(&scenery);
    Stage *stage = scenery.stage;
    stage_show_tool(stage, SV("timer")); /* Sango is elsewhere */
    stage_enter(stage, SV("kofi"), SV("left"), SV("happy"), SV(""));
    stage_show_tool(stage, SV("timer"));
    EXPECT(strview_equal(name_view(&on_stage(stage, SV("kofi"))->expression), SV("happy")));
    stage_enter(stage, SV("sango"), SV("right"), SV("happy"), SV("left"));
    scenery_draw(&scenery, 3000, false, 0);
    stage_show_tool(stage, SV("headband"));
    const Name *taken = &on_stage(stage, SV("sango"))->expression;
    EXPECT(strview_equal(name_view(taken), SV("cover")));
    static const struct {
        uint64_t after_ms;
        float least, most; /* of the way of 50 units */
    } steps[] = { { 0, 0, 0 }, { 100, 20, 35 }, { 250, 44, 49.9f }, { 350, 50, 50 }, { 2000, 50, 50 } };
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
        scenery_draw(&scenery, 3000 + steps[i].after_ms, false, 0);
        const DrawCmd *band = find_cmd(&scenery, SV("sango/cover/band"), 0);
        const DrawCmd *body = find_cmd(&scenery, SV("sango/cover/body"), 0);
        EXPECT(band && body && band->pose.y - body->pose.y >= steps[i].least && band->pose.y - body->pose.y <= steps[i].most);
        EXPECT(steps[i].after_ms < 350 || body->pose.x - band->pose.x == 10); /* looks left: mirrored */
    }
    stage_show_tool(stage, SV("timer"));
    EXPECT(strview_equal(name_view(taken), SV("timer")));
    static const struct {
        uint64_t after_ms;
        float least, most;
    } back[] = { { 0, 50, 50 }, { 100, 15, 30 }, { 350, 0, 0 } }; /* goes up again */
    for (size_t i = 0; i < sizeof back / sizeof back[0]; i++) {
        scenery_draw(&scenery, 5000 + back[i].after_ms, false, 0);
        const DrawCmd *band = find_cmd(&scenery, SV("sango/timer/band"), 0);
        const DrawCmd *body = find_cmd(&scenery, SV("sango/timer/body"), 0);
        EXPECT(band && body && band->pose.y - body->pose.y >= back[i].least && band->pose.y - body->pose.y <= back[i].most);
    }
    stage_show_tool(stage, SV("alert")); /* this art has no such pose: stays */
    EXPECT(strview_equal(name_view(taken), SV("timer")));

    stage_set_reduced_motion(stage, true);
    stage_show_tool(stage, SV("headband"));
    scenery_draw(&scenery, 5401, false, 0);
    const DrawCmd *band = find_cmd(&scenery, SV("sango/cover/band"), 0);
    EXPECT(band && band->pose.y - find_cmd(&scenery, SV("sango/cover/body"), 0)->pose.y == 50); /* at once */
    scenery_close(&scenery);
}

/* An actor may have an own moment for each expression: the mouth of somebody sad talks sadly. */
static void test_own_moments(void)
{
    Scenery scenery;
    scenery_open(&scenery);
    stage_enter(scenery.stage, SV("kofi"), SV("left"), SV("sad"), SV(""));
    stage_enter(scenery.stage, SV("sango"), SV("right"), SV("cover"), SV(""));
    size_t shared = 0;
    size_t own = 0;
    for (uint64_t now = 2000; now < 3000; now += 30) {
        bool is_kofi = now < 2500;
        stage_speaker(scenery.stage, is_kofi ? SV("kofi") : SV("sango"), SV("Aye."), 1000);
        scenery_draw(&scenery, now, false, 0);
        shared += find_cmd(&scenery, SV("kofi/talk/mouth"), 0) != NULL;
        own += find_cmd(&scenery, SV("sango/talk-cover/mouth"), 0) != NULL;
        EXPECT(!find_cmd(&scenery, SV("sango/talk/mouth"), 0));
    }
    EXPECT(shared > 5 && own > 5);
    scenery_close(&scenery);
}

static void test_reduced_motion(void)
{
    Scenery scenery;
    scenery_open(&scenery);
    Stage *stage = scenery.stage;
    stage_set_reduced_motion(stage, true);
    stage_enter(stage, SV("kofi"), SV("left"), SV("happy"), SV(""));
    EXPECT_EQ(stage_deadline_ms(stage), -1);
    scenery_draw(&scenery, 1000, false, 0);
    const DrawCmd *body = find_cmd(&scenery, SV("kofi/happy/body"), 0);
    EXPECT(body && body->pose.x + 300 > 349 && body->pose.x + 300 < 351); /* stands at once */
    stage_confetti(stage);
    stage_shake(stage, SV("stage"));
    EXPECT(stage->particles.confetti_ms == 0 && stage->shake_ms == 0);
    stage_phone(stage, SV("chat"), SV("StarFox"));
    send_line(stage, "StarFox", "Hi", "bubble");
    EXPECT_EQ(stage_deadline_ms(stage), -1);
    stage_leave(stage, SV("kofi"));
    EXPECT(!stage_has_actor(stage, SV("kofi")));
    scenery_close(&scenery);
}

/* Two on one side stand apart, and the phone hides nobody in the middle. */
static void test_places(void)
{
    Scenery scenery;
    scenery_open(&scenery);
    Stage *stage = scenery.stage;
    stage_enter(stage, SV("kofi"), SV("left"), SV("happy"), SV(""));
    float alone = on_stage(stage, SV("kofi"))->x;
    stage_enter(stage, SV("sango"), SV("far_left"), SV("happy"), SV(""));
    EXPECT(on_stage(stage, SV("kofi"))->x - on_stage(stage, SV("sango"))->x > 300);
    stage_leave(stage, SV("sango"));
    EXPECT(on_stage(stage, SV("kofi"))->x == alone);
    stage_move(stage, SV("kofi"), SV("centre"), -1, SV(""));
    float middle = on_stage(stage, SV("kofi"))->x;
    stage_phone(stage, SV("chat"), SV("StarFox"));
    EXPECT(on_stage(stage, SV("kofi"))->x < 600);
    stage_phone(stage, SV("off"), SV(""));
    EXPECT(on_stage(stage, SV("kofi"))->x == middle);
    stage_make_room(stage, true);
    EXPECT(stage_is_crowded(stage) && on_stage(stage, SV("kofi"))->x < 600);
    stage_make_room(stage, false);
    EXPECT(on_stage(stage, SV("kofi"))->x == middle);
    scenery_close(&scenery);
}

static void test_clear_and_limit(void)
{
    Scenery scenery;
    scenery_open(&scenery);
    Stage *stage = scenery.stage;
    stage_set_reduced_motion(stage, true);
    stage_place(stage, SV("bedroom"), SV(""), SV(""));
    stage_enter(stage, SV("kofi"), SV("left"), SV("happy"), SV(""));
    stage_enter(stage, SV("kofi"), SV("right"), SV("sad"), SV("")); /* is there already: goes over */
    EXPECT_EQ(stage->actor_count, 1);
    scenery_draw(&scenery, 2000, false, 0);
    EXPECT(find_cmd(&scenery, SV("place/bedroom/day/0back"), 0)); /* the first light */
    stage_place(stage, SV("bedroom"), SV("evening"), SV(""));
    EXPECT_EQ(stage->actor_count, 0);
    stage_enter(stage, SV("kofi"), SV("right"), SV("sad"), SV(""));
    stage_clear(stage);
    EXPECT_EQ(stage->actor_count, 0);
    EXPECT(stage->reduced_motion);
    scenery_close(&scenery);
}

/* Beside a phone three stand close: the middle one is drawn over both, whoever came first. */
static void test_middle_in_front(void)
{
    Scenery scenery;
    scenery_open(&scenery);
    stage_enter(scenery.stage, SV("kofi"), SV("left"), SV("happy"), SV(""));
    stage_enter(scenery.stage, SV("luz"), SV("centre"), SV("happy"), SV(""));
    scenery_draw(&scenery, 3000, false, 0);
    const DrawCmd *middle = find_cmd(&scenery, SV("kofi/happy/body"), 0);
    const DrawCmd *beside = find_cmd(&scenery, SV("luz/happy/body"), 0);
    EXPECT(middle && beside && middle > beside); /* both are in one array */
    scenery_close(&scenery);
}

int main(void)
{
    test_enter_and_leave();
    test_middle_in_front();
    test_room_beside_the_phone();
    test_pose();
    test_blink();
    test_tools();
    test_own_moments();
    test_reduced_motion();
    test_places();
    test_clear_and_limit();
    return TEST_MAIN_END();
}
