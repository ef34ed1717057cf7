/* Every mistake of one file in one run, with its place; what is usual stays; the example of the tree has none but its missing PIN. */
#define _POSIX_C_SOURCE 200809L
#include "sango/kiosk/settings.h"

#include "sango/base/file.h"

#include "test.h"

#include <stdlib.h>
#include <string.h>

static KioskSettings read_file(const char *path)
{
    KioskSettings settings;
    EXPECT(kiosk_settings_open(alloc_heap(), path, NULL, &settings) == STATUS_OK);
    return settings;
}

static KioskSettings read_text(const char *text)
{
    KioskSettings settings;
    EXPECT(kiosk_settings_read(alloc_heap(), SV("k.json"), strview_from_cstr(text), NULL, &settings) == STATUS_OK);
    return settings;
}

/* tests/kiosk/cases/<name>.json and .expect beside it. */
static void test_case(const char *name)
{
    char path[128];
    StrView expected;
    (void)snprintf(path, sizeof path, "kiosk/cases/%s.json", name);
    KioskSettings settings = read_file(path);
    (void)snprintf(path, sizeof path, "kiosk/cases/%s.expect", name);
    EXPECT(file_read(alloc_heap(), path, 1 << 16, &expected) == STATUS_OK);
    if (!strview_equal(strview_trim(expected), settings.mistakes)) {
        EXPECT(false);
        fprintf(stderr, "%s says:\n%.*s\n", name, SV_ARG(settings.mistakes));
    }
    file_free(alloc_heap(), &expected);
    kiosk_settings_release(&settings);
}

static void test_usual(void)
{
    KioskSettings settings = read_text("{}");
    EXPECT_EQ(settings.idle_seconds, 45);
    EXPECT_EQ(settings.countdown_seconds, 15);
    EXPECT_EQ(settings.players, 2);
    EXPECT_EQ(settings.language_count, 6);
    EXPECT_EQ(settings.volume, 70);
    EXPECT_EQ(settings.tap_count, 5);
    EXPECT(!settings.has_hours && settings.link_address.len == 0);
    EXPECT(settings.locks.full_screen && settings.locks.grab && settings.locks.ignore_close && settings.locks.ignore_escape && !settings.locks.hide_pointer);
    EXPECT_EQ(settings.mistake_count, 1); /* the PIN */
    kiosk_settings_release(&settings);
}

static void test_all_keys(void)
{
    KioskSettings settings = read_file("kiosk/cases/good.json");
    EXPECT_EQ(settings.mistake_count, 0);
    EXPECT(strview_equal(settings.event, SV("Open day")));
    EXPECT_EQ(settings.idle_seconds, 60);
    EXPECT_EQ(settings.language_count, 2);
    EXPECT(strview_equal(settings.languages[1], SV("en")));
    EXPECT_EQ(settings.episode_count, 2);
    EXPECT(strview_equal(settings.link_address, SV("https://example.org/a?b=c")));
    EXPECT_EQ(settings.cap_count, 2);
    EXPECT_EQ(settings.caps[0].hours.from, 20 * 60);
    EXPECT_EQ(settings.caps[0].hours.to, 8 * 60);
    EXPECT_EQ(settings.hour_counts[1], 2);
    EXPECT_EQ(settings.hours[5][0].to, 2 * 60);
    EXPECT(!settings.locks.grab && settings.locks.hide_pointer && !settings.locks.ignore_close);
    EXPECT_EQ(settings.tap_count, 3);
    EXPECT_EQ(settings.taps[2], KIOSK_BOTTOM_RIGHT);
    EXPECT(kiosk_pin_is_hash(settings.pin));
    EXPECT(strview_equal(settings.figures_folder, SV("/media/usb")));
    kiosk_settings_release(&settings);
}

/* A wrong value leaves the usual one, the right ones beside it count. */
static void test_safe_values(void)
{
    KioskSettings settings = read_file("kiosk/cases/wrong.json");
    EXPECT_EQ(settings.idle_seconds, 45);
    EXPECT_EQ(settings.countdown_seconds, 20);
    EXPECT_EQ(settings.volume, 70);
    EXPECT(settings.locks.ignore_close);
    EXPECT_EQ(settings.tap_count, 5);
    EXPECT_EQ(settings.hour_counts[1], 1); /* of two that overlap the first */
    EXPECT_EQ(settings.pin.len, 0);
    kiosk_settings_release(&settings);
    settings = read_file("kiosk/cases/nowhere.json");
    EXPECT_EQ(settings.mistake_count, 1);
    EXPECT(strview_contains(settings.mistakes, SV("nowhere.json")));
    EXPECT_EQ(settings.idle_seconds, 45);
    kiosk_settings_release(&settings);
}

static void test_example(void)
{
    KioskSettings settings = read_file("../assets/desktop/kiosk.json");
    KioskSettings usual = read_text("{}");
    EXPECT_EQ(settings.mistake_count, 1);
    EXPECT(strview_contains(settings.mistakes, SV("--kiosk-pin")));
    EXPECT_EQ(settings.idle_seconds, usual.idle_seconds);
    EXPECT_EQ(settings.countdown_seconds, usual.countdown_seconds);
    EXPECT_EQ(settings.attract_seconds, usual.attract_seconds);
    EXPECT_EQ(settings.volume, usual.volume);
    EXPECT_EQ(settings.language_count, usual.language_count);
    EXPECT_EQ(settings.players, usual.players);
    EXPECT(memcmp(&settings.locks, &usual.locks, sizeof usual.locks) == 0);
    EXPECT(settings.tap_count == usual.tap_count && memcmp(settings.taps, usual.taps, sizeof usual.taps[0] * usual.tap_count) == 0);
    EXPECT_EQ(settings.tap_seconds, usual.tap_seconds);
    EXPECT_EQ(settings.ghost_taps, usual.ghost_taps);
    EXPECT_EQ(settings.ghost_seconds, usual.ghost_seconds);
    kiosk_settings_release(&usual);
    kiosk_settings_release(&settings);
}

static void test_own_path(void)
{
    StrBuf path;
    strbuf_init(&path, alloc_heap());
    (void)setenv("XDG_DATA_HOME", "/data/of/somebody", 1);
    kiosk_settings_own_path(&path);
    EXPECT(strview_equal(strbuf_view(&path), SV("/data/of/somebody/sango/kiosk.json")));
    strbuf_release(&path);
}

int main(void)
{
    test_usual();
    test_all_keys();
    test_safe_values();
    test_case("wrong");
    test_case("words");
    test_case("no_json");
    test_case("no_object");
    test_example();
    test_own_path();
    return TEST_MAIN_END();
}
