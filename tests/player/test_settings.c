#include "sango/base/log.h"
#include "sango/player/settings.h"
#include "test.h"

static unsigned warnings;

static void count_warning(void *user, LogLevel level, const char *line)
{
    (void)user;
    (void)line;
    warnings += level == LOG_WARNING;
}

int main(void)
{
    Store *store = NULL;
    EXPECT_EQ(store_memory_open(alloc_heap(), &store), STATUS_OK);
    Settings set = { .music = 3, .effects = 0, .text_percent = 175, .look = LOOK_CALM, .mono = true, .reduced_motion = true, .fullscreen = true };
    StrView mistake;
    Settings read = settings_default();
    EXPECT_EQ(settings_read(&read, SV("text=150,look=contrast,music=0,reduced_motion=1"), &mistake), STATUS_OK);
    EXPECT(read.text_percent == 150 && read.look == LOOK_CONTRAST && read.music == 0 && read.reduced_motion && read.effects == 8);
    EXPECT_EQ(settings_read(&read, SV("text=125,music=11"), &mistake), STATUS_INVALID);
    EXPECT(strview_equal(mistake, SV("music=11")) && read.text_percent == 150); /* nothing of it */
    EXPECT_EQ(settings_read(&read, SV("text=130"), NULL), STATUS_INVALID);
    EXPECT_EQ(settings_read(&read, SV("look=pink"), NULL), STATUS_INVALID);
    EXPECT_EQ(settings_read(&read, SV("captions"), NULL), STATUS_INVALID);
    EXPECT_EQ(settings_read(&read, SV("colour=1"), NULL), STATUS_INVALID);
    EXPECT(settings_default().captions); /* wanted by more than those who ask for them */
    EXPECT_EQ(settings_save(&set, store, 4), STATUS_OK);
    Settings got = settings_default();
    settings_load(&got, store, 4);
    EXPECT(got.music == 3 && got.effects == 0 && got.text_percent == 175 && got.look == LOOK_CALM && got.mono && got.reduced_motion && got.fullscreen);
    EXPECT(!got.captions);

    /* A store of before there were looks. */
    EXPECT_EQ(store->ops->remove(store, 4, SV("set.look")), STATUS_OK);
    got = settings_default();
    settings_load(&got, store, 4);
    EXPECT(got.look == LOOK_DAY && got.text_percent == 175);
    EXPECT_EQ(store->ops->put(store, 4, SV("set.look"), SV("4")), STATUS_OK);
    log_set_sink(count_warning, NULL);
    settings_load(&got, store, 4);
    EXPECT(got.look == LOOK_DAY && warnings == 1);
    EXPECT_EQ(store->ops->put(store, 4, SV("set.look"), SV("0")), STATUS_OK);

    /* Another player has their own, but the computer has one full screen. */
    got = settings_default();
    settings_load(&got, store, 5);
    EXPECT(got.music == settings_default().music && !got.mono && got.fullscreen);

    /* A damaged value is said once and the usual one holds. */
    log_set_sink(count_warning, NULL);
    static const char *const damaged[] = { "101", "225", "loud", "", "-1", "110" };
    for (size_t i = 0; i < sizeof damaged / sizeof damaged[0]; i++) {
        EXPECT_EQ(store->ops->put(store, 4, SV("set.text"), strview_from_cstr(damaged[i])), STATUS_OK);
        got = settings_default();
        warnings = 0;
        settings_load(&got, store, 4);
        EXPECT_EQ(got.text_percent, 100);
        EXPECT_EQ(warnings, 1);
        EXPECT_EQ(got.music, 3);
    }
    store->ops->close(store);
    return TEST_MAIN_END();
}
