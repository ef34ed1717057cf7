/* The camera goes near, but no face leaves the picture and no edge of the place comes into it. */
#include "stage/stage_internal.h"
#include "support.h"

#include <math.h>

static const struct {
    float width, height;
} canvases[] = { { 1920, 1080 }, { 2400, 1080 }, { 1200, 1500 }, { 1200, 1920 } };

static float seen_x(const DrawCmd *cmd)
{
    float x = 300;
    float y = 0;
    seen_at(cmd, &x, &y);
    return x;
}

/* The middle of a face is in the picture, with room for the face around it. */
static bool is_face_seen(const Scenery *scenery, const char *layer, float y)
{
    const DrawCmd *cmd = find_cmd(scenery, strview_from_cstr(layer), 0);
    float x = 300;
    if (!cmd) {
        return false;
    }
    seen_at(cmd, &x, &y);
    return x > 100 && x < scenery->draw.width - 100 && y > 200 && y < fmaxf(scenery->draw.height * 0.72f, scenery->draw.height - 340) - 100;
}

static bool is_place_whole(const Scenery *scenery)
{
    const DrawCmd *back = find_cmd(scenery, SV("place/bedroom/day/0back"), 0);
    float left = 0, top = 0, right = 1920, bottom = 1080;
    if (!back) {
        return false;
    }
    seen_at(back, &left, &top);
    seen_at(back, &right, &bottom);
    return left < 0.5f && top < 0.5f && right > scenery->draw.width - 0.5f && bottom > scenery->draw.height - 0.5f;
}

static void furnish(Scenery *scenery, size_t canvas)
{
    scenery->width = canvases[canvas].width;
    scenery->height = canvases[canvas].height;
    stage_place(scenery->stage, SV("bedroom"), SV("day"), SV("cut"));
    stage_enter(scenery->stage, SV("kofi"), SV("left"), SV("happy"), SV(""));
    stage_enter(scenery->stage, SV("sango"), SV("right"), SV("happy"), SV(""));
    scenery_draw(scenery, 5000, false, 0);
}

static void test_faces_stay(size_t canvas, const char *target, float zoom)
{
    Scenery scenery;
    scenery_open(&scenery);
    furnish(&scenery, canvas);
    stage_camera(scenery.stage, strview_from_cstr(target), zoom, 1);
    bool is_seen = true;
    for (uint64_t now = 5000; now <= 6600; now += 40) {
        scenery_draw(&scenery, now, false, 0);
        is_seen = is_seen && is_face_seen(&scenery, "kofi/happy/body", 270) && is_face_seen(&scenery, "sango/happy/body", 310) &&
                  is_place_whole(&scenery);
    }
    if (!is_seen) {
        fprintf(stderr, "canvas %zu, camera %s %.1f: ", canvas, target, (double)zoom);
        EXPECT(is_seen);
    }
    EXPECT_EQ(stage_deadline_ms(scenery.stage), FRAME_MS); /* it rests */
    scenery_close(&scenery);
}

/* Alone somebody may be seen from as near as it was asked for, in the middle. */
static void test_near(void)
{
    Scenery scenery;
    scenery_open(&scenery);
    stage_place(scenery.stage, SV("bedroom"), SV("day"), SV("cut"));
    stage_enter(scenery.stage, SV("kofi"), SV("left"), SV("happy"), SV(""));
    scenery_draw(&scenery, 5000, false, 0);
    float wide_x = seen_x(find_cmd(&scenery, SV("kofi/happy/body"), 0));
    stage_camera(scenery.stage, SV("kofi"), 1.4f, 0.5f);
    EXPECT_EQ(stage_deadline_ms(scenery.stage), MOVING_MS);
    scenery_draw(&scenery, 6000, false, 0);
    const DrawCmd *body = find_cmd(&scenery, SV("kofi/happy/body"), 0);
    const DrawCmd *back = find_cmd(&scenery, SV("place/bedroom/day/0back"), 0);
    const DrawCmd *front = find_cmd(&scenery, SV("place/bedroom/day/1front"), 0);
    EXPECT(body && back && front);
    if (body && back && front) {
        EXPECT(fabsf(back->pose.scale_x - 1.4f) < 0.001f);
        EXPECT(back->pose.scale_x < body->pose.scale_x && body->pose.scale_x < front->pose.scale_x); /* nearer is larger */
        EXPECT(back->is_live && body->is_live && front->is_live);
        EXPECT(seen_x(body) > wide_x + 50); /* towards the middle */
    }
    scenery_close(&scenery);
}

static bool is_wide(Scenery *scenery, uint64_t now)
{
    scenery_draw(scenery, now, false, 0);
    const DrawCmd *back = find_cmd(scenery, SV("place/bedroom/day/0back"), 0);
    return back && back->pose.scale_x == 1 && back->pose.x == 0 && !back->is_live;
}

/* Wide beside a phone and a question, near again afterwards, and wide in a new place. */
static void test_makes_room(void)
{
    Scenery scenery;
    scenery_open(&scenery);
    Stage *stage = scenery.stage;
    furnish(&scenery, 0);
    stage_camera(stage, SV("kofi"), 0, -1);
    EXPECT(!is_wide(&scenery, 7000));
    stage_make_room(stage, true);
    EXPECT(is_wide(&scenery, 9000));
    stage_make_room(stage, false);
    EXPECT(!is_wide(&scenery, 11000));
    stage_phone(stage, SV("chat"), SV("StarFox"));
    EXPECT(is_wide(&scenery, 13000));
    stage_phone(stage, SV("off"), SV(""));
    EXPECT(!is_wide(&scenery, 15000));
    stage_camera(stage, SV("wide"), 0, -1);
    EXPECT(is_wide(&scenery, 17000));
    stage_camera(stage, SV("kofi"), 0, 0); /* at once */
    EXPECT(!is_wide(&scenery, 17000));
    stage_place(stage, SV("bedroom"), SV("day"), SV("cut"));
    EXPECT(is_wide(&scenery, 17001));
    scenery_close(&scenery);
}

/* Somebody who comes in beside the one who is seen from near is seen, too. */
static void test_somebody_comes(void)
{
    Scenery scenery;
    scenery_open(&scenery);
    Stage *stage = scenery.stage;
    stage_place(stage, SV("bedroom"), SV("day"), SV("cut"));
    stage_enter(stage, SV("kofi"), SV("left"), SV("happy"), SV(""));
    stage_camera(stage, SV("kofi"), 1.6f, 0);
    stage_enter(stage, SV("sango"), SV("far_right"), SV("happy"), SV(""));
    scenery_draw(&scenery, 9000, false, 0);
    EXPECT(is_face_seen(&scenery, "kofi/happy/body", 270) && is_face_seen(&scenery, "sango/happy/body", 310));
    scenery_close(&scenery);
}

int main(void)
{
    static const char *const targets[] = { "kofi", "sango", "left", "centre", "far_right", "nobody" };
    for (size_t canvas = 0; canvas < sizeof canvases / sizeof canvases[0]; canvas++) {
        for (size_t i = 0; i < sizeof targets / sizeof targets[0]; i++) {
            test_faces_stay(canvas, targets[i], 1.2f);
            test_faces_stay(canvas, targets[i], 2.0f);
        }
    }
    test_near();
    test_makes_room();
    test_somebody_comes();
    return TEST_MAIN_END();
}
