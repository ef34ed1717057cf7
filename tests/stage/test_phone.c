#include "stage/stage_internal.h"
#include "support.h"

static void send(Stage *stage, const char *from, const char *text, bool is_mine)
{
    send_line(stage, from, text, is_mine ? "bubble mine" : "bubble");
}

static void test_messages(void)
{
    Scenery scenery;
    scenery_open(&scenery);
    Stage *stage = scenery.stage;
    char text[24];
    stage_phone(stage, SV("chat"), SV("StarFox"));
    EXPECT(stage_phone_is_open(stage));
    for (int i = 0; i < PHONE_ITEMS_MAX + 3; i++) {
        (void)snprintf(text, sizeof text, "Message %d", i);
        send(stage, "StarFox", text, false);
    }
    EXPECT_EQ(stage->phone_count, PHONE_ITEMS_MAX);
    EXPECT(strview_equal(stage->phone_items[0].text, SV("Message 3"))); /* the oldest are forgotten; texts are copies */
    EXPECT(strview_equal(stage->phone_items[PHONE_ITEMS_MAX - 1].text, SV("Message 26")));

    stage_phone(stage, SV("chat"), SV("StarFox")); /* open already: nothing is lost */
    EXPECT_EQ(stage->phone_count, PHONE_ITEMS_MAX);
    stage_phone(stage, SV("chat"), SV("MoonFox"));
    EXPECT_EQ(stage->phone_count, 0);
    stage_phone(stage, SV("off"), SV(""));
    EXPECT(!stage_phone_is_open(stage));
    scenery_close(&scenery);
}

/* Longer than other names, and cut between letters: it is shown as it is written, and the same one keeps its messages. */
static void test_long_contact(void)
{
    static const char star[] = "\xE2\x98\x85";
    Scenery scenery;
    scenery_open(&scenery);
    Stage *stage = scenery.stage;
    char name[50 * 3 + 1] = "";
    for (int i = 0; i < 50; i++) {
        memcpy(name + 3 * i, star, 4);
    }
    stage_phone(stage, SV("chat"), SV("The Football Group of Class Three"));
    send(stage, "Ren", "Hi", false);
    scenery_draw(&scenery, 4000, false, 0);
    EXPECT(says(&scenery, SV("The Football Group of Class Three")));
    stage_phone(stage, SV("chat"), strview_from_cstr(name));
    EXPECT_EQ(contact_view(&stage->phone_contact).len, CONTACT_MAX_BYTES / 3 * 3);
    send(stage, "Ren", "Hi", false);
    stage_phone(stage, SV("chat"), strview_from_cstr(name));
    EXPECT_EQ(stage->phone_count, 1);
    stage_phone(stage, SV("off"), SV(""));
    send(stage, "Ren", "Still there", false); /* opens the chat by itself */
    EXPECT_EQ(contact_view(&stage->phone_contact).len, CONTACT_MAX_BYTES / 3 * 3);
    scenery_close(&scenery);
}

/* An app that stays open for long keeps the texts of what it shows, not of all that it has shown. */
static void test_memory_bounded(void)
{
    Scenery scenery;
    scenery_open(&scenery);
    Stage *stage = scenery.stage;
    char text[64];
    stage_phone(stage, SV("feed"), SV("Star"));
    send_line(stage, "Star", "The title", "bubble title");
    for (int i = 0; i < 5000; i++) {
        (void)snprintf(text, sizeof text, "Post number %d of very many", i);
        send_line(stage, "Star", text, "bubble picture:cake badge:ad likes:3");
    }
    EXPECT(stage->texts.total_bytes < 128 * 1024);
    EXPECT(strview_equal(stage->phone_title.text, SV("The title")));
    EXPECT(strview_equal(stage->phone_items[0].text, SV("Post number 4976 of very many")));
    EXPECT(strview_equal(stage->phone_items[0].facts.picture, SV("cake")) && strview_equal(stage->phone_items[0].facts.badge, SV("ad")));
    scenery_close(&scenery);
}

static void test_sides(void)
{
    Scenery scenery;
    scenery_open(&scenery);
    stage_set_reduced_motion(scenery.stage, true);
    stage_phone(scenery.stage, SV("chat"), SV("Star Fox"));
    send(scenery.stage, "Star Fox", "Hi", false);
    send(scenery.stage, "Kofi", "No", true);
    scenery_draw(&scenery, 2000, false, 0);
    const DrawCmd *theirs = find_cmd(&scenery, SV("ui/bubble_in"), 0);
    const DrawCmd *mine = find_cmd(&scenery, SV("ui/bubble_out"), 0);
    EXPECT(theirs && mine && theirs->rect.x < mine->rect.x && theirs->rect.y < mine->rect.y);
    EXPECT(find_cmd(&scenery, SV("ui/avatar_starfox"), 0));
    EXPECT(says(&scenery, SV("Star Fox")) && says(&scenery, SV("Hi")) && says(&scenery, SV("Kofi")));
    float start = theirs ? theirs->rect.x : 0;
    float width = theirs ? theirs->rect.w : 0;

    scenery_draw(&scenery, 2000, true, 0);
    theirs = find_cmd(&scenery, SV("ui/bubble_in_rtl"), 0);
    mine = find_cmd(&scenery, SV("ui/bubble_out_rtl"), 0);
    EXPECT(theirs && mine && theirs->rect.x > mine->rect.x);
    EXPECT(theirs && theirs->rect.x + theirs->rect.w > 1920 - start - 1 && theirs->rect.w > width - 1);
    scenery_close(&scenery);
}

/* In a group every sender has a name and a face beside the bubble. */
static void test_group(void)
{
    Scenery scenery;
    scenery_open(&scenery);
    stage_set_reduced_motion(scenery.stage, true);
    stage_phone(scenery.stage, SV("chat"), SV("Class"));
    send(scenery.stage, "Amina", "Hello", false);
    send(scenery.stage, "Amina", "Again", false);
    send(scenery.stage, "Luz", "Me too", false);
    scenery_draw(&scenery, 2000, false, 0);
    EXPECT(find_cmd(&scenery, SV("ui/avatar_amina"), 1) && find_cmd(&scenery, SV("ui/avatar_luz"), 0));
    size_t amina = 0;
    for (size_t i = 0; i < scenery.speak.count; i++) {
        amina += strview_equal(scenery.speak.items[i].label, SV("Amina"));
    }
    EXPECT_EQ(amina, 1); /* once for what she says in a row */
    scenery_close(&scenery);
}

/* The newest message is above the speech box, whatever its height. */
static void test_newest_is_seen(void)
{
    Scenery scenery;
    scenery_open(&scenery);
    stage_set_reduced_motion(scenery.stage, true);
    stage_phone(scenery.stage, SV("chat"), SV("StarFox"));
    for (int i = 0; i < 12; i++) {
        send(scenery.stage, "StarFox", i == 11 ? "The newest one" : "An older one of many", false);
    }
    for (float quiet = 0; quiet <= 600; quiet += 100) {
        scenery_draw(&scenery, 2000, false, quiet);
        const DrawCmd *last = NULL;
        for (size_t i = 0; find_cmd(&scenery, SV("ui/bubble_in"), i); i++) {
            last = find_cmd(&scenery, SV("ui/bubble_in"), i);
        }
        EXPECT(says(&scenery, SV("The newest one")));
        EXPECT(last && last->rect.y > 0 && last->rect.y + last->rect.h <= 1080 - quiet);
    }
    scenery_close(&scenery);
}

/* Put away it is seen to go, but it is neither spoken nor in the way any more. */
static void test_goes(void)
{
    Scenery scenery;
    scenery_open(&scenery);
    Stage *stage = scenery.stage;
    stage_phone(stage, SV("chat"), SV("StarFox"));
    send(stage, "StarFox", "Where do you live?", false);
    stage_update(stage, 3000);
    stage_phone(stage, SV("off"), SV(""));
    EXPECT_EQ(stage_deadline_ms(stage), 16);
    stage_update(stage, 3000 + PHONE_FALL_MS / 2);
    scenery_draw(&scenery, stage->now_ms, false, 0);
    EXPECT(find_cmd(&scenery, SV("ui/phone_frame"), 0) != NULL);
    EXPECT(!says(&scenery, SV("Where do you live?")));
    stage_update(stage, 3000 + PHONE_FALL_MS);
    scenery_draw(&scenery, stage->now_ms, false, 0);
    EXPECT(find_cmd(&scenery, SV("ui/phone_frame"), 0) == NULL);
    EXPECT(stage_deadline_ms(stage) != 16);
    scenery_close(&scenery);
}

static void test_motion(void)
{
    Scenery scenery;
    scenery_open(&scenery);
    Stage *stage = scenery.stage;
    stage_phone(stage, SV("chat"), SV("StarFox"));
    EXPECT_EQ(stage_deadline_ms(stage), 16); /* rises */
    stage_update(stage, 1000 + PHONE_RISE_MS);
    EXPECT(stage_deadline_ms(stage) != 16);
    send(stage, "StarFox", "Hi", false);
    EXPECT_EQ(stage_deadline_ms(stage), 16); /* pops in */
    stage_update(stage, 1000 + PHONE_RISE_MS + PHONE_POP_MS);
    EXPECT(stage_deadline_ms(stage) != 16);
    stage_set_instant(stage, true); /* after a restore nothing moves */
    send(stage, "StarFox", "Hello?", false);
    EXPECT(stage_deadline_ms(stage) != 16);
    stage_set_instant(stage, false);
    stage_shake(stage, SV("phone"));
    EXPECT_EQ(stage_deadline_ms(stage), 16);
    stage_update(stage, stage->now_ms + 100);
    EXPECT(stage_shift(stage, true) != 0 && stage_shift(stage, false) == 0);
    scenery_close(&scenery);
}

int main(void)
{
    test_messages();
    test_long_contact();
    test_memory_bounded();
    test_sides();
    test_group();
    test_newest_is_seen();
    test_motion();
    test_goes();
    return TEST_MAIN_END();
}
