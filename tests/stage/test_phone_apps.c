#include "stage/stage_internal.h"
#include "support.h"

/* Each app with one item of each kind that it has: what is drawn and what is said. */
static void open_app(Scenery *scenery, const char *app)
{
    scenery_open(scenery);
    stage_set_reduced_motion(scenery->stage, true);
    stage_phone(scenery->stage, strview_from_cstr(app), SV(""));
}

static const SpeakItem *said(const Scenery *scenery, StrView label)
{
    for (size_t i = 0; i < scenery->speak.count; i++) {
        if (strview_equal(scenery->speak.items[i].label, label)) {
            return &scenery->speak.items[i];
        }
    }
    return NULL;
}

static size_t place_of(const Scenery *scenery, StrView label)
{
    const SpeakItem *item = said(scenery, label);
    return item ? (size_t)(item - scenery->speak.items) : SIZE_MAX;
}

/* Nothing that is drawn of the app stands out of the phone at its sides. */
static bool is_inside(const Scenery *scenery)
{
    const DrawCmd *frame = find_cmd(scenery, SV("ui/phone_frame"), 0);
    bool is_clipped = false;
    for (size_t i = 0; frame && i < scenery->draw.count; i++) {
        const DrawCmd *cmd = &scenery->draw.cmds[i];
        if (cmd->kind == DRAW_CLIP) {
            is_clipped = cmd->rect.w > 0;
            if (is_clipped &&
                (cmd->rect.x < frame->rect.x || cmd->rect.x + cmd->rect.w > frame->rect.x + frame->rect.w)) {
                return false;
            }
        } else if (!is_clipped && cmd->kind == DRAW_GLYPHS &&
                   (cmd->glyphs.x < frame->rect.x || cmd->glyphs.x > frame->rect.x + frame->rect.w)) {
            return false;
        }
    }
    return frame != NULL;
}

static void test_feed(void)
{
    Scenery scenery;
    open_app(&scenery, "feed");
    send_line(scenery.stage, "Kofi", "My cat", "bubble picture:cat likes:12");
    send_line(scenery.stage, "Luz", "Nice", "bubble comment");
    scenery_draw(&scenery, 2000, false, 0);
    EXPECT(find_cmd(&scenery, SV("phone/picture/cat"), 0) &&
           find_cmd(&scenery, SV("phone/picture/somewhat"), 0));
    EXPECT(find_cmd(&scenery, SV("phone/app/feed"), 0) && find_cmd(&scenery, SV("phone/sign/heart"), 0));
    EXPECT(says(&scenery, SV("Hearts: 12")) && says(&scenery, SV("Picture: a cat on a robot")));
    EXPECT(place_of(&scenery, SV("New pictures")) < place_of(&scenery, SV("Kofi")));
    EXPECT(place_of(&scenery, SV("My cat")) < place_of(&scenery, SV("Luz")) &&
           place_of(&scenery, SV("Luz")) < place_of(&scenery, SV("Nice")));
    send_line(scenery.stage, "Kofi", "My cat", "bubble picture:cat likes:13"); /* the same post counts on */
    EXPECT_EQ(scenery.stage->phone_count, 2);
    EXPECT_EQ(scenery.stage->phone_items[0].likes_before, 12);
    scenery_draw(&scenery, 2000, false, 0);
    EXPECT(says(&scenery, SV("Hearts: 13")) && !says(&scenery, SV("Hearts: 12")));
    scenery_close(&scenery);
}

static void test_switch(void)
{
    Scenery scenery;
    open_app(&scenery, "settings");
    send_line(scenery.stage, "", "Who sees me", "bubble");
    send_line(scenery.stage, "", "My place", "bubble state:on badge:place");
    send_line(scenery.stage, "", "On a map", "bubble note");
    scenery_draw(&scenery, 2000, false, 0);
    const SpeakItem *item = said(&scenery, SV("My place"));
    EXPECT(item && item->role == SPEAK_SWITCH && item->flags == SPEAK_CHECKED &&
           strview_equal(item->value, SV("on")));
    EXPECT(find_cmd(&scenery, SV("phone/sign/on"), 0) && !find_cmd(&scenery, SV("phone/sign/off"), 0));
    EXPECT(said(&scenery, SV("Who sees me")) && said(&scenery, SV("Who sees me"))->role == SPEAK_HEADING);

    send_line(scenery.stage, "", "My place", "bubble state:off badge:place tap");
    scenery_draw(&scenery, 2000, false, 0);
    item = said(&scenery, SV("My place"));
    EXPECT(item && item->flags == 0 && strview_equal(item->value, SV("off")));
    EXPECT(find_cmd(&scenery, SV("phone/sign/off"), 0) && find_cmd(&scenery, SV("phone/sign/tap"), 0));
    EXPECT(says(&scenery, SV("On a map")));
    EXPECT_EQ(scenery.stage->phone_count, 3);
    scenery_close(&scenery);
}

static void test_buttons(void)
{
    Scenery scenery;
    open_app(&scenery, "game");
    send_line(scenery.stage, "", "Tower Builders", "bubble title");
    send_line(scenery.stage, "MoonFox", "Level 99", "bubble state:unknown");
    send_line(scenery.stage, "", "No", "bubble button tap");
    send_line(scenery.stage, "", "Join", "bubble button");
    scenery_draw(&scenery, 2000, false, 0);
    const SpeakItem *no = said(&scenery, SV("No"));
    const SpeakItem *join = said(&scenery, SV("Join"));
    EXPECT(no && no->role == SPEAK_BUTTON && no->id == 0 && strview_equal(no->value, SV("pressed")));
    EXPECT(join && join->role == SPEAK_BUTTON && join->value.len == 0);
    EXPECT(no && join && no->rect.y == join->rect.y && no->rect.x < join->rect.x); /* side by side */
    EXPECT(said(&scenery, SV("Tower Builders")) &&
           said(&scenery, SV("Tower Builders"))->role == SPEAK_HEADING);
    EXPECT(says(&scenery, SV("Unknown player")));
    scenery_draw(&scenery, 2000, true, 0);
    no = said(&scenery, SV("No"));
    join = said(&scenery, SV("Join"));
    EXPECT(no && join && no->rect.x > join->rect.x); /* the first one is at the right there */
    scenery_close(&scenery);
}

/* What is being written goes when it has come, and moves only for a while. */
static void test_typing(void)
{
    Scenery scenery;
    scenery_open(&scenery);
    Stage *stage = scenery.stage;
    stage_phone(stage, SV("chat"), SV("StarFox"));
    send_line(stage, "StarFox", "...", "bubble state:typing");
    scenery_draw(&scenery, 1000 + PHONE_RISE_MS, false, 0);
    const SpeakItem *item = said(&scenery, SV("StarFox"));
    EXPECT(item && item + 1 < scenery.speak.items + scenery.speak.count &&
           strview_equal(item[1].value, SV("is writing")));
    EXPECT_EQ(stage_deadline_ms(stage), 16);
    stage_update(stage, 1000 + PHONE_TYPING_MS);
    EXPECT(stage_deadline_ms(stage) != 16);
    send_line(stage, "StarFox", "Hi", "bubble");
    EXPECT_EQ(stage->phone_count, 1);
    send_line(stage, "", "StarFox is blocked", "bubble state:blocked");
    scenery_draw(&scenery, 9000, false, 0);
    EXPECT(find_cmd(&scenery, SV("phone/sign/blocked"), 0) && says(&scenery, SV("StarFox is blocked")));
    scenery_close(&scenery);
}

static void test_camera(void)
{
    Scenery scenery;
    open_app(&scenery, "camera");
    send_line(scenery.stage, "", "Kofi smiles", "bubble sees:kofi-happy");
    send_line(scenery.stage, "", "Oak School", "bubble badge:school at:0,100");
    scenery_draw(&scenery, 2000, false, 0);
    EXPECT(find_cmd(&scenery, SV("kofi/happy/body"), 0) && says(&scenery, SV("Kofi smiles")) &&
           says(&scenery, SV("Oak School")));
    send_line(scenery.stage, "", "Covered", "bubble state:covered");
    scenery_draw(&scenery, 2000, false, 0);
    EXPECT(find_cmd(&scenery, SV("phone/headband"), 0) && says(&scenery, SV("The camera is covered")));
    EXPECT(!says(&scenery, SV("Oak School")));
    send_line(scenery.stage, "", "Open", "bubble state:open sees:bedroom-evening");
    scenery_draw(&scenery, 2000, false, 0);
    EXPECT(!find_cmd(&scenery, SV("phone/headband"), 0) &&
           find_cmd(&scenery, SV("place/bedroom/evening/0back"), 0));
    scenery_close(&scenery);
}

static void test_map_and_video(void)
{
    Scenery scenery;
    open_app(&scenery, "map");
    send_line(scenery.stage, "Kofi", "At school", "bubble at:50,50");
    send_line(scenery.stage, "Luz", "Gone", "bubble at:10,50 state:off");
    scenery_draw(&scenery, 2000, false, 0);
    EXPECT(find_cmd(&scenery, SV("phone/map"), 0) && find_cmd(&scenery, SV("phone/pin"), 0) &&
           find_cmd(&scenery, SV("phone/pin_off"), 0));
    EXPECT(says(&scenery, SV("At school")));
    scenery_close(&scenery);

    open_app(&scenery, "video");
    send_line(scenery.stage, "Planet Pals", "Rockets",
              "bubble picture:planet state:playing progress:40 likes:2");
    send_line(scenery.stage, "Lava Lab", "Volcano", "bubble picture:volcano minutes:3");
    scenery_draw(&scenery, 2000, false, 0);
    EXPECT(find_cmd(&scenery, SV("phone/sign/pause"), 0) && says(&scenery, SV("40 percent seen")) &&
           says(&scenery, SV("3 min")));
    send_line(scenery.stage, "Planet Pals", "Rockets",
              "bubble picture:planet state:paused progress:50 likes:2");
    scenery_draw(&scenery, 2000, false, 0);
    EXPECT(find_cmd(&scenery, SV("phone/sign/play"), 0) && says(&scenery, SV("50 percent seen")));
    scenery_close(&scenery);
}

/* Any app, any size of letters, any height of the speech box, both directions, with too much in
 * it: the newest item is said, and nothing is beside the phone. */
static void test_full(void)
{
    static const char *const kinds[] = { "bubble",
                                         "bubble note",
                                         "bubble picture:cat",
                                         "bubble state:on",
                                         "bubble button",
                                         "bubble comment likes:3",
                                         "bubble state:off badge:place tap",
                                         "bubble badge:ad stars:3 price:5 age:7" };
    for (size_t app = 0; app < PHONE_APP_COUNT; app++) {
        Scenery scenery;
        open_app(&scenery, phone_app_name((PhoneApp)app));
        for (int i = 0; i < PHONE_ITEMS_MAX + 4; i++) {
            char text[48];
            (void)snprintf(text, sizeof text, "Number %d of many things to read", i);
            send_line(scenery.stage, i % 3 ? "Kofi" : "", text, kinds[i % 8]);
        }
        send_line(scenery.stage, "Kofi", "The newest", "bubble");
        for (int turn = 0; turn < 8; turn++) {
            scenery_draw(&scenery, 2000, turn % 2 == 1, (float)(turn / 2) * 180);
            EXPECT(says(&scenery, SV("The newest")));
            EXPECT(is_inside(&scenery));
            EXPECT(find_cmd(&scenery, SV("phone/sign/more_up"), 0) != NULL);
        }
        scenery_close(&scenery);
    }
}

/* A long item with a picture is whole above the speech box: the picture shrinks, then the letters. */
static void test_long(void)
{
    static const char words[] = "one two three four five six seven eight nine ten eleven twelve one two three four five six "
                                "seven eight nine ten eleven twelve one two three four five six seven eight nine last";
    Scenery scenery;
    open_app(&scenery, "feed");
    send_line(scenery.stage, "Kofi", words, "bubble picture:cat");
    for (float quiet = 0; quiet <= 500; quiet += 250) {
        float lowest = 0, size = 0;
        scenery_draw(&scenery, 2000, false, quiet);
        for (size_t i = 0; i < scenery.draw.count; i++) {
            const DrawCmd *cmd = &scenery.draw.cmds[i];
            if (cmd->kind == DRAW_GLYPHS && strview_equal(cmd->glyphs.text, SV("last"))) {
                lowest = cmd->glyphs.baseline;
                size = cmd->glyphs.size;
            }
        }
        EXPECT(lowest > 0 && lowest < 1080 - quiet);
        EXPECT(quiet == 0 ? size > 41 : size < 42); /* as the theme has it, where there is room */
        EXPECT(size > 20);
    }
    scenery_close(&scenery);
}

/* A line without an app opens a chat; another app empties the phone; off and on again, too. */
static void test_opens(void)
{
    Scenery scenery;
    scenery_open(&scenery);
    Stage *stage = scenery.stage;
    stage_phone(stage, SV("feed"), SV(""));
    send_line(stage, "Kofi", "My cat", "bubble likes:1");
    stage_phone(stage, SV("feed"), SV(""));
    EXPECT_EQ(stage->phone_count, 1);
    stage_phone(stage, SV("mail"), SV(""));
    EXPECT_EQ(stage->phone_count, 0);
    stage_phone(stage, SV("off"), SV(""));
    send_line(stage, "Kofi", "Hello", "bubble");
    EXPECT(stage_phone_is_open(stage) && stage->phone_app == PHONE_CHAT && stage->phone_count == 1);
    scenery_close(&scenery);
}

static void draw_picks(Scenery *scenery, PhonePicks *picks)
{
    scenery_draw(scenery, 4000, false, 0);
    arena_reset(&scenery->arena);
    draw_list_begin(&scenery->draw, &scenery->arena, 1920, 1080);
    ui_begin(&scenery->frame, SV("picks"), 0);
    stage_draw_picks(scenery->stage, &scenery->frame, 0, picks);
    ui_end(&scenery->frame);
}

static const UiTarget *target_of(const Scenery *scenery, uint32_t id)
{
    for (size_t i = 0; i < scenery->ui.target_count; i++) {
        if (scenery->ui.targets[i].id == id) {
            return &scenery->ui.targets[i];
        }
    }
    return NULL;
}

/* Items can be pressed where they are seen; those further down come when the page is turned. */
static void test_picks(void)
{
    static const char *const texts[] = { "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten" };
    Scenery scenery;
    open_app(&scenery, "chat");
    PhonePick list[10] = { 0 };
    for (size_t i = 0; i < 10; i++) {
        send_line(scenery.stage, "Kofi", texts[i], "bubble");
        list[i] = (PhonePick){ .id = strview_from_cstr(texts[i]), .widget = 100 + (uint32_t)i };
    }
    list[1].is_marked = true;
    list[2].widget = 0; /* right already: said, not pressed */
    list[2].is_right = true;
    PhonePicks picks = { .list = list, .count = 10 };
    draw_picks(&scenery, &picks);
    EXPECT(!picks.has_more_above && picks.has_more_below && picks.last > 0);
    EXPECT(target_of(&scenery, 100) && target_of(&scenery, 101) && !target_of(&scenery, 102) && !target_of(&scenery, 109));
    for (size_t i = 0; i < scenery.ui.target_count; i++) {
        const Rect *rect = &scenery.ui.targets[i].rect;
        EXPECT(rect->x > picks.body.x && rect->x + rect->w < picks.body.x + picks.body.w && rect->y > picks.body.y);
    }
    EXPECT(find_cmd(&scenery, SV("ui/lens"), 0) && !find_cmd(&scenery, SV("ui/lens"), 1));
    EXPECT(find_cmd(&scenery, SV("ui/mark_right"), 0) && !find_cmd(&scenery, SV("ui/mark_hint"), 0));
    picks.first = 99;
    draw_picks(&scenery, &picks);
    EXPECT(picks.has_more_above && !picks.has_more_below);
    EXPECT(!target_of(&scenery, 100) && target_of(&scenery, 109));
    scenery_close(&scenery);
}

int main(void)
{
    test_picks();
    test_feed();
    test_switch();
    test_buttons();
    test_typing();
    test_camera();
    test_map_and_video();
    test_full();
    test_long();
    test_opens();
    return TEST_MAIN_END();
}
