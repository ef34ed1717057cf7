#define _POSIX_C_SOURCE 200809L
#include "sango/platform/platform.h"

#include <time.h>

enum { FIRST_YEAR = 2020, MINUTE_S = 60, DAY_MINUTES = 24 * 60 };

static PlatformDate date_of(const struct tm *tm)
{
    return (PlatformDate){ .year = tm->tm_year + 1900,
                           .month = tm->tm_mon + 1,
                           .day = tm->tm_mday,
                           .hour = tm->tm_hour,
                           .minute = tm->tm_min,
                           .weekday = tm->tm_wday };
}

bool platform_date(PlatformDate *date)
{
    time_t now = time(NULL);
    struct tm tm;
    if (now == (time_t)-1 || !localtime_r(&now, &tm)) {
        return false;
    }
    *date = date_of(&tm);
    return date->year >= FIRST_YEAR; /* a computer whose clock has lost its battery begins in 1970 or so */
}

/* Days since 1970-01-01 in the Gregorian calendar. A year begins in March here, so that the leap day is its last. */
static int64_t days_of(const PlatformDate *date)
{
    enum { YEAR_DAYS = 365, FROM_YEAR_0 = 719468 };
    int64_t year = date->month > 2 ? date->year : date->year - 1;
    int64_t month = (date->month + 9) % 12;
    return year * YEAR_DAYS + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + date->day - 1 - FROM_YEAR_0;
}

PlatformDate platform_date_after(const PlatformDate *from, uint64_t minutes)
{
    int64_t whole = days_of(from) * DAY_MINUTES + from->hour * 60 + from->minute + (int64_t)minutes;
    time_t then = (time_t)(whole * MINUTE_S);
    struct tm tm;
    return gmtime_r(&then, &tm) ? date_of(&tm) : *from;
}
