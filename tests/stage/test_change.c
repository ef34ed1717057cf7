#include "stage/stage_internal.h"
#include "support.h"

static bool shows(const Scenery *scenery, const char *name)
{
    return find_cmd(scenery, strview_from_cstr(name), 0) != NULL;
}

static bool has_kind(const Scenery *scenery, DrawKind kind)
{
    for (size_t i = 0; i < scenery->draw.count; i++) {
        if (scenery->draw.cmds[i].kind == kind) {
            return true;
        }
    }
    return false;
}

static Scenery in_bedroom(void)
{
    Scenery scenery;
    scenery_open(&scenery);
    stage_place(scenery.stage, SV("bedroom"), SV("day"), SV(""));
    EXPECT(!change_is_on(scenery.stage)); /* the first place is there at once */
    stage_enter(scenery.stage, SV("kofi"), SV("left"), SV("happy"), SV(""));
    scenery_draw(&scenery, 5000, false, 0);
    return scenery;
}

/* First the old place with who was there, then the new one, into which people come when it is seen. */
static void test_fade(const char *name, DrawKind veil)
{
    Scenery scenery = in_bedroom();
    Stage *stage = scenery.stage;
    stage_place(stage, SV("game"), SV("day"), strview_from_cstr(name));
    stage_enter(stage, SV("sango"), SV("right"), SV("happy"), SV(""));
    EXPECT_EQ(stage_deadline_ms(stage), MOVING_MS);
    scenery_draw(&scenery, 5060, false, 0);
    EXPECT(shows(&scenery, "place/bedroom/day/0back") && shows(&scenery, "kofi/happy/body") && !shows(&scenery, "place/game/day/0back"));
    EXPECT(has_kind(&scenery, veil));
    EXPECT(!stage_has_actor(stage, SV("kofi")));
    scenery_draw(&scenery, 5470, false, 0);
    EXPECT(shows(&scenery, "place/game/day/0back") && !shows(&scenery, "kofi/happy/body"));
    scenery_draw(&scenery, 7000, false, 0);
    EXPECT(shows(&scenery, "sango/happy/body") && !has_kind(&scenery, DRAW_IRIS) && !has_kind(&scenery, DRAW_CLIP));
    EXPECT_EQ(stage_deadline_ms(stage), FRAME_MS);
    scenery_close(&scenery);
}

static void test_slide(void)
{
    Scenery scenery = in_bedroom();
    stage_place(scenery.stage, SV("game"), SV("day"), SV("slide"));
    scenery_draw(&scenery, 5340, false, 0);
    const DrawCmd *old_back = find_cmd(&scenery, SV("place/bedroom/day/0back"), 0);
    const DrawCmd *new_back = find_cmd(&scenery, SV("place/game/day/0back"), 0);
    EXPECT(old_back && new_back && old_back->pose.x < -100 && new_back->pose.x > 100);
    EXPECT(old_back && new_back && old_back->pose.x + 1920 == new_back->pose.x); /* edge to edge */
    scenery_close(&scenery);
}

static void test_cut(void)
{
    Scenery scenery = in_bedroom();
    stage_place(scenery.stage, SV("game"), SV("day"), SV("cut"));
    scenery_draw(&scenery, 5000, false, 0);
    EXPECT(shows(&scenery, "place/game/day/0back") && !shows(&scenery, "place/bedroom/day/0back"));
    stage_set_instant(scenery.stage, true);
    stage_place(scenery.stage, SV("bedroom"), SV("day"), SV("iris"));
    stage_set_instant(scenery.stage, false);
    scenery_draw(&scenery, 5000, false, 0);
    EXPECT(shows(&scenery, "place/bedroom/day/0back") && !has_kind(&scenery, DRAW_IRIS));
    scenery_close(&scenery);
}

int main(void)
{
    test_fade("", DRAW_FILL);
    test_fade("fade", DRAW_FILL);
    test_fade("iris", DRAW_IRIS);
    test_slide();
    test_cut();
    return TEST_MAIN_END();
}
