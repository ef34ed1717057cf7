/* Opening hours and loudness by the clock on the wall: over midnight, over the changes to and from summer time, with a clock that jumps or is wrong. */
#include "sango/kiosk/settings.h"

#include "test.h"

static KioskSettings settings;

static PlatformDate at(int weekday, int hour, int minute)
{
    return (PlatformDate){ .year = 2026, .month = 11, .day = 22 + weekday, .hour = hour, .minute = minute, .weekday = weekday };
}

static bool is_open(int weekday, int hour, int minute)
{
    PlatformDate date = at(weekday, hour, minute);
    return kiosk_is_open(&settings, &date);
}

static unsigned cap(int hour, int minute)
{
    PlatformDate date = at(2, hour, minute);
    return kiosk_volume_cap(&settings, &date);
}

static void test_hours(void)
{
    EXPECT(!is_open(1, 8, 59));
    EXPECT(is_open(1, 9, 0));
    EXPECT(is_open(1, 12, 29));
    EXPECT(!is_open(1, 12, 30));
    EXPECT(is_open(1, 13, 30));
    EXPECT(!is_open(1, 18, 0));
    EXPECT(!is_open(2, 10, 0)); /* a day that is not named */
}

static void test_midnight(void)
{
    EXPECT(!is_open(5, 1, 0)); /* Friday's morning is not Friday's night */
    EXPECT(is_open(5, 18, 0));
    EXPECT(is_open(5, 23, 59));
    EXPECT(is_open(6, 0, 0));
    EXPECT(is_open(6, 1, 59));
    EXPECT(!is_open(6, 2, 0));
    EXPECT(is_open(6, 20, 0)); /* Saturday until the end of the day */
    EXPECT(is_open(6, 23, 59));
    EXPECT(!is_open(0, 0, 0));
}

/* Only the hour of the wall counts: in the night of summer time's end 02:30 comes twice, in that of its beginning never. */
static void test_summer_time(void)
{
    EXPECT(is_open(6, 1, 59));
    EXPECT(!is_open(6, 3, 0));  /* 01:59 was followed by 03:00 */
    EXPECT(is_open(6, 1, 0));   /* 01:00 for the second time */
    EXPECT(!is_open(6, 2, 30));
}

static void test_next(void)
{
    unsigned days = 9;
    unsigned minute = 0;
    PlatformDate date = at(1, 7, 0);
    EXPECT(kiosk_next_opening(&settings, &date, &days, &minute));
    EXPECT(days == 0 && minute == 9 * 60);
    date = at(1, 12, 45);
    EXPECT(kiosk_next_opening(&settings, &date, &days, &minute));
    EXPECT(days == 0 && minute == 13 * 60 + 30);
    date = at(2, 0, 0);
    EXPECT(kiosk_next_opening(&settings, &date, &days, &minute));
    EXPECT(days == 3 && minute == 18 * 60);
    date = at(0, 12, 0);
    EXPECT(kiosk_next_opening(&settings, &date, &days, &minute));
    EXPECT(days == 1 && minute == 9 * 60);
    KioskSettings never = { .has_hours = true };
    EXPECT(!kiosk_next_opening(&never, &date, &days, &minute));
}

static void test_volume(void)
{
    EXPECT_EQ(cap(19, 59), 70);
    EXPECT_EQ(cap(20, 0), 20);
    EXPECT_EQ(cap(23, 59), 20);
    EXPECT_EQ(cap(0, 0), 20);
    EXPECT_EQ(cap(7, 59), 20);
    EXPECT_EQ(cap(8, 0), 70);
    EXPECT_EQ(cap(12, 30), 5);
    EXPECT_EQ(cap(13, 0), 70);
}

static void test_no_clock(void)
{
    EXPECT(kiosk_is_open(&settings, NULL));
    EXPECT_EQ(kiosk_volume_cap(&settings, NULL), 5); /* the least */
}

int main(void)
{
    StrView text = SV("{ \"volume\": { \"cap\": 70, \"schedule\": [{ \"hours\": \"20:00-08:00\", \"cap\": 20 }, { \"hours\": \"12:00-13:00\", \"cap\": 5 }] },"
                      " \"open\": { \"monday\": [\"09:00-12:30\", \"13:30-18:00\"], \"friday\": [\"18:00-02:00\"], \"saturday\": [\"20:00-24:00\"] } }");
    EXPECT(kiosk_settings_read(alloc_heap(), SV("k.json"), text, NULL, &settings) == STATUS_OK);
    EXPECT_EQ(settings.mistake_count, 1);
    test_hours();
    test_midnight();
    test_summer_time();
    test_next();
    test_volume();
    test_no_clock();
    kiosk_settings_release(&settings);
    return TEST_MAIN_END();
}
