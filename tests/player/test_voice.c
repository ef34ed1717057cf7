/* Which recording a line of a level asks for. */
#include "sango/player/app.h"
#include "test.h"

#include <string.h>

static char asked[128];
static unsigned asked_count;

static uint32_t keep_name(Platform *platform, StrView name)
{
    (void)platform;
    asked_count++;
    EXPECT(name.len < sizeof asked);
    memcpy(asked, name.data, name.len);
    asked[name.len] = '\0';
    return name.len ? 1234 : 0;
}

static void rest(Platform *platform, bool on)
{
    (void)platform;
    (void)on;
}

static bool asked_for(const char *name)
{
    return strcmp(asked, name) == 0;
}

int main(void)
{
    const PlatformOps ops = { .play_voice = keep_name, .rest_sound = rest };
    const PlatformOps mute = { 0 };
    Platform platform = { &ops };
    Catalogue catalogue;
    catalogue_init(&catalogue, alloc_heap(), SV("ar"));
    App app = { .parts = { .alloc = alloc_heap(), .platform = &platform, .catalogue = &catalogue } };

    EXPECT_EQ(app_voice(&app, SV("line:0ab12")), 0); /* before the first picture nothing sounds */
    EXPECT_EQ(asked_count, 0);
    app.is_sound_started = true;
    EXPECT_EQ(app_voice(&app, SV("line:0ab12")), 1234);
    EXPECT(asked_for("ar/0ab12"));
    EXPECT_EQ(app_voice(&app, SV("plain")), 1234);
    EXPECT(asked_for("ar/plain"));
    EXPECT_EQ(app_voice(&app, SV("")), 0);
    EXPECT(asked_for(""));
    char longest[200];
    memset(longest, 'x', sizeof longest);
    EXPECT_EQ(app_voice(&app, (StrView){ longest, sizeof longest }), 0); /* no such file can be */
    EXPECT(asked_for(""));
    EXPECT_EQ(app_voice(&app, SV("line:../../secret")), 0); /* no way out of the folder */
    EXPECT_EQ(app_voice(&app, SV("line:..\\secret")), 0);
    EXPECT(asked_for(""));
    platform.ops = &mute;
    EXPECT_EQ(app_voice(&app, SV("line:0ab12")), 0);
    catalogue_release(&catalogue);
    return TEST_MAIN_END();
}
