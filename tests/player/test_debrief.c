/* What the page after a level keeps of where the story was. */
#include "player/debrief_internal.h"

#include "test.h"

static void test_places(void)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz";
    DebriefContent content = { 0 };
    arena_init(&content.texts, alloc_heap(), 256);
    for (size_t i = 0; i < DEBRIEF_PLACES_MAX; i++) {
        debrief_content_add_place(&content, (StrView){ letters + i, 1 }, i ? SV("evening") : SV(""));
        EXPECT_EQ(content.place_count, i + 1);
    }
    EXPECT(strview_equal(content.places[0].name, SV("a")) && strview_equal(content.places[0].light, SV("day")));
    EXPECT(strview_equal(content.places[1].light, SV("evening")));
    debrief_content_add_place(&content, SV("home"), SV("day")); /* one too many: where it ended is kept */
    EXPECT_EQ(content.place_count, DEBRIEF_PLACES_MAX);
    EXPECT(strview_equal(content.places[0].name, SV("a")));
    EXPECT(strview_equal(content.places[DEBRIEF_PLACES_MAX - 1].name, SV("home")));
    debrief_content_reset(&content);
    EXPECT_EQ(content.place_count, 0);
    arena_release(&content.texts);
}

int main(void)
{
    test_places();
    return TEST_MAIN_END();
}
