#include "stage/stage_internal.h"
#include "support.h"

static size_t syllables(const char *text)
{
    Mouth mouth;
    mouth_read(&mouth, strview_from_cstr(text));
    return mouth.count;
}

static uint32_t length_ms(const char *text)
{
    Mouth mouth;
    mouth_read(&mouth, strview_from_cstr(text));
    return mouth.length_ms;
}

static void test_syllables(void)
{
    EXPECT_EQ(syllables(""), 0);
    EXPECT_EQ(syllables("..."), 0);
    EXPECT_EQ(syllables("Hello"), 2);
    EXPECT_EQ(syllables("Two, three!"), 2);
    EXPECT_EQ(syllables("banana"), 3);
    EXPECT_EQ(syllables("\xC3\x80 c\xC3\xB4t\xC3\xA9"), 3);                      /* À côté */
    EXPECT_EQ(syllables("\xD0\x9C\xD0\xBE\xD0\xBB\xD0\xBE\xD0\xBA\xD0\xBE"), 3); /* Молоко */
    EXPECT_EQ(syllables("\xE4\xBD\xA0\xE5\xA5\xBD"), 2);                         /* 你好 */
    EXPECT(syllables("\xD9\x85\xD8\xB1\xD8\xAD\xD8\xA8\xD8\xA7") == 5);          /* مرحبا: letters */
    char long_text[2000];
    memset(long_text, 'a', sizeof long_text);
    for (size_t i = 1; i < sizeof long_text; i += 2) {
        long_text[i] = 'b';
    }
    long_text[sizeof long_text - 1] = '\0';
    EXPECT(syllables(long_text) <= SYLLABLES_MAX);
    EXPECT(length_ms(long_text) <= 20000);
    EXPECT_EQ(syllables("\xFF\xFE a"), 1); /* broken text */
}

/* Shut at a comma and longer at a full stop; many signs are one rest; the last one is not waited for. */
static void test_pauses(void)
{
    EXPECT(length_ms("No, no") > length_ms("No no") + 200);
    EXPECT(length_ms("No. No") > length_ms("No, no") + 100);
    EXPECT_EQ(length_ms("No!!! No"), length_ms("No! No"));
    EXPECT_EQ(length_ms("No."), length_ms("No"));
    Mouth mouth;
    mouth_read(&mouth, SV("No. No"));
    EXPECT_EQ(mouth.count, 2);
    uint64_t rest = ((uint64_t)mouth.shut_ms[0] + mouth.open_ms[1]) / 2;
    EXPECT(mouth_is_open(&mouth, mouth.open_ms[0]) && !mouth_is_open(&mouth, rest) && mouth_is_open(&mouth, mouth.open_ms[1]));
    EXPECT(!mouth_is_open(&mouth, mouth.length_ms + 1));
}

/* The drawn mouth opens and shuts as often as there are syllables, then stays shut. */
static void test_drawn(void)
{
    Scenery scenery;
    scenery_open(&scenery);
    stage_enter(scenery.stage, SV("kofi"), SV("left"), SV("happy"), SV(""));
    scenery_draw(&scenery, 5000, false, 0);
    stage_speaker(scenery.stage, SV("kofi"), SV("Hello there, Sango."), 0);
    size_t opened = 0;
    bool was_open = false;
    for (uint64_t now = 5000; now < 9000; now += 10) {
        scenery_draw(&scenery, now, false, 0);
        bool is_open = find_cmd(&scenery, SV("kofi/talk/mouth"), 0) != NULL;
        opened += is_open && !was_open;
        was_open = is_open;
    }
    EXPECT_EQ(opened, syllables("Hello there, Sango."));
    EXPECT(!was_open);
    scenery_close(&scenery);
}

/* With a recording the mouth moves as long as it. */
static void test_voice(void)
{
    Scenery scenery;
    scenery_open(&scenery);
    stage_speaker(scenery.stage, SV("kofi"), SV("Hello there, Sango."), 4000);
    const Mouth *mouth = &scenery.stage->mouth;
    EXPECT_EQ(mouth->length_ms, 4000);
    EXPECT_EQ(mouth->count, syllables("Hello there, Sango."));
    EXPECT(mouth->count && mouth->shut_ms[mouth->count - 1] > 3500 && mouth->shut_ms[mouth->count - 1] <= 4000);
    scenery_close(&scenery);
}

static bool looks(Scenery *scenery, uint64_t now, const char *eyes)
{
    for (int i = 0; i < 20; i++) { /* not in a blink */
        scenery_draw(scenery, now + (uint64_t)i * 20, false, 0);
        if (!find_cmd(scenery, SV("kofi/blink/eyes"), 0)) {
            break;
        }
    }
    return find_cmd(scenery, strview_from_cstr(eyes), 0) != NULL;
}

static void test_looks(void)
{
    Scenery scenery;
    scenery_open(&scenery);
    Stage *stage = scenery.stage;
    stage_enter(stage, SV("kofi"), SV("left"), SV("happy"), SV(""));
    stage_enter(stage, SV("sango"), SV("right"), SV("happy"), SV(""));
    EXPECT(looks(&scenery, 5000, "kofi/happy/eyes"));
    stage_speaker(stage, SV("sango"), SV("Hello Kofi, how are you today? I am fine."), 0);
    EXPECT(looks(&scenery, 5400, "kofi/look_right/eyes"));
    EXPECT(find_cmd(&scenery, SV("sango/happy/eyes"), 0)); /* has no such eyes */
    stage_speaker(stage, SV("kofi"), SV("Hello Sango, how are you today? I am fine."), 0);
    EXPECT(looks(&scenery, 5400, "kofi/look_right/eyes")); /* at the one in front, then at us */
    EXPECT(looks(&scenery, 9000, "kofi/happy/eyes"));
    stage_speaker(stage, SV("sango"), SV("Hm."), 0);
    stage_pose(stage, SV("kofi"), SV("surprised"));
    EXPECT(looks(&scenery, 9400, "kofi/surprised/eyes"));
    stage_enter(stage, SV("kofi"), SV("left"), SV("happy"), SV("left")); /* mirrored */
    EXPECT(looks(&scenery, 12000, "kofi/look_left/eyes"));
    stage_speaker(stage, SV(""), SV(""), 0);
    EXPECT(looks(&scenery, 13000, "kofi/happy/eyes"));
    stage_phone(stage, SV("chat"), SV("StarFox"));
    EXPECT(looks(&scenery, 14000, "kofi/look_left/eyes")); /* mirrored */
    scenery_close(&scenery);
}

int main(void)
{
    test_syllables();
    test_pauses();
    test_drawn();
    test_voice();
    test_looks();
    return TEST_MAIN_END();
}
