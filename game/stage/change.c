#include "stage_internal.h"

/* From one place to the next: the old one with who was there stays for a moment. */
const char *const change_names[CHANGE_COUNT + 1] = { "cut", "fade", "slide", "iris", NULL };

static const uint32_t lengths_ms[CHANGE_COUNT] = { 0, 560, 680, 820 };

static Change change_find(StrView name)
{
    for (size_t i = 0; i < CHANGE_COUNT; i++) {
        if (strview_equal(name, strview_from_cstr(change_names[i]))) {
            return (Change)i;
        }
    }
    return CHANGE_FADE;
}

void change_begin(Stage *stage, StrView name)
{
    Past *past = &stage->past;
    past->change = stage_is_still(stage) || stage->place.len == 0 ? CHANGE_CUT : change_find(name);
    past->began_ms = stage->now_ms;
    if (past->change == CHANGE_CUT) {
        return;
    }
    past->place = stage->place;
    past->light = stage->light;
    past->view = camera_view(stage);
    past->actor_count = stage->actor_count;
    for (size_t i = 0; i < stage->actor_count; i++) {
        past->actors[i] = stage->actors[i];
    }
}

float change_share(const Stage *stage)
{
    return tween_share(stage->now_ms, stage->past.began_ms, lengths_ms[stage->past.change]);
}

bool change_is_on(const Stage *stage)
{
    return stage->past.change != CHANGE_CUT && !stage->reduced_motion && change_share(stage) < 1;
}

uint64_t change_shows_ms(const Stage *stage)
{
    uint64_t shown = stage->past.began_ms + lengths_ms[stage->past.change] * 3 / 5;
    return change_is_on(stage) && shown > stage->now_ms ? shown : stage->now_ms;
}
