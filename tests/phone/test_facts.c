#include "sango/phone/phone.h"
#include "test.h"

static PhoneFacts read(const char *tags)
{
    StrView words[16], rest = strview_from_cstr(tags);
    size_t count = 0;
    while (count < 16 && strview_take(&rest, ' ', &words[count])) {
        count++;
    }
    return phone_facts_read(words, count);
}

static void test_apps(void)
{
    PhoneApp app = PHONE_CHAT;
    for (size_t i = 0; i < PHONE_APP_COUNT; i++) {
        EXPECT(phone_app_find(strview_from_cstr(phone_app_name((PhoneApp)i)), &app));
        EXPECT_EQ(app, i);
    }
    app = PHONE_MAP;
    EXPECT(!phone_app_find(SV("off"), &app));
    EXPECT_EQ(app, PHONE_MAP);
}

static void test_item(void)
{
    PhoneFacts facts = read("bubble");
    EXPECT(facts.part == PHONE_ITEM && facts.state == PHONE_STATE_NONE && !facts.is_mine &&
           !facts.is_tapped && !facts.is_along);
    EXPECT(facts.likes == -1 && facts.stars == -1 && facts.price == -1 && facts.age == -1 &&
           facts.minutes == -1);
    EXPECT(facts.progress == -1 && facts.x == -1 && facts.y == -1 && facts.picture.len == 0 &&
           facts.badge.len == 0);

    facts = read("bubble mine picture:tower likes:12 stars:0 price:0 age:18 minutes:4 progress:100 badge:ad "
                 "at:30,60 along");
    EXPECT(facts.is_mine && facts.is_along && strview_equal(facts.picture, SV("tower")) &&
           strview_equal(facts.badge, SV("ad")));
    EXPECT(facts.likes == 12 && facts.stars == 0 && facts.price == 0 && facts.age == 18 &&
           facts.minutes == 4);
    EXPECT(facts.progress == 100 && facts.x == 30 && facts.y == 60);
    EXPECT_EQ(read("bubble title").part, PHONE_TITLE);
    EXPECT_EQ(read("bubble note").part, PHONE_NOTE);
    EXPECT_EQ(read("comment bubble").part, PHONE_COMMENT);
    facts = read("bubble button tap state:off sees:kofi-happy");
    EXPECT(facts.part == PHONE_BUTTON && facts.is_tapped && facts.state == PHONE_OFF &&
           strview_equal(facts.sees, SV("kofi-happy")));
}

/* What cannot be understood is as if it had not been said. */
static void test_nonsense(void)
{
    PhoneFacts facts = read("bubble stars:6 likes:-1 price:1000 age:nine at:101,5 state:maybe badge:elephant "
                            "minutes: picture: mines");
    EXPECT(facts.stars == -1 && facts.likes == -1 && facts.price == -1 && facts.age == -1 &&
           facts.minutes == -1);
    EXPECT(facts.x == -1 && facts.y == -1 && facts.state == PHONE_STATE_NONE && facts.badge.len == 0 &&
           facts.picture.len == 0);
    EXPECT(!facts.is_mine);
    EXPECT(read("at:5").x == -1 && read("at:5,6,7").x == -1 && read("at:,6").y == -1);
}

static void test_tags(void)
{
    size_t count;
    const PhoneTag *tags = phone_tags(&count);
    for (size_t i = 0; i < count; i++) {
        const PhoneTag *tag = &tags[i];
        StrView example = strview_from_cstr(tag->example);
        StrView written = strview_slice(example, 1, example.len);
        EXPECT(example.data[0] == '#' && phone_tag_find(written) == tag);
        EXPECT(phone_value_is_valid(tag, phone_tag_value(tag, written)));
        EXPECT(tag->apps != 0 && phone_value_apps(tag, phone_tag_value(tag, written)) != 0);
        for (size_t k = 0; tag->words && tag->words[k]; k++) {
            EXPECT(phone_value_apps(tag, strview_from_cstr(tag->words[k])) != 0);
        }
    }
    EXPECT(phone_tag_find(SV("titles")) == NULL && phone_tag_find(SV("line:k01")) == NULL &&
           phone_tag_find(SV("state")) == NULL);
}

/* Every word of #state: is a state of its own, and belongs to its apps. */
static void test_states(void)
{
    const PhoneTag *tag = phone_tag_find(SV("state:on"));
    EXPECT(tag != NULL);
    for (size_t i = 0; tag && tag->words[i]; i++) {
        char text[32];
        (void)snprintf(text, sizeof text, "state:%s", tag->words[i]);
        EXPECT_EQ(read(text).state, i + 1);
        EXPECT(i + 1 < PHONE_STATE_COUNT);
    }
    EXPECT(tag && phone_value_apps(tag, SV("ready")) == 1u << PHONE_GAME);
    EXPECT(tag && phone_value_apps(tag, SV("installed")) == 1u << PHONE_STORE);
    EXPECT(tag && phone_value_apps(tag, SV("off")) == (1u << PHONE_APP_COUNT) - 1);
}

int main(void)
{
    test_apps();
    test_item();
    test_nonsense();
    test_tags();
    test_states();
    return TEST_MAIN_END();
}
