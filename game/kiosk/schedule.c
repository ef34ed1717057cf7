#include "sango/kiosk/settings.h"

/* Pure: minutes of the day against what the file says. */
static unsigned minute_of(const PlatformDate *date)
{
    return (unsigned)date->hour * 60 + (unsigned)date->minute;
}

static bool goes_over_midnight(KioskSpan span)
{
    return span.to <= span.from;
}

/* The part of a span that is on the day on which it begins. */
static bool is_in_evening(KioskSpan span, unsigned minute)
{
    return minute >= span.from && (goes_over_midnight(span) || minute < span.to);
}

static bool is_in_morning_after(KioskSpan span, unsigned minute)
{
    return goes_over_midnight(span) && minute < span.to;
}

bool kiosk_is_open(const KioskSettings *settings, const PlatformDate *date)
{
    if (!settings->has_hours || !date) {
        return true;
    }
    unsigned minute = minute_of(date);
    int today = date->weekday;
    int yesterday = (today + 6) % 7;
    for (size_t i = 0; i < settings->hour_counts[today]; i++) {
        if (is_in_evening(settings->hours[today][i], minute)) {
            return true;
        }
    }
    for (size_t i = 0; i < settings->hour_counts[yesterday]; i++) {
        if (is_in_morning_after(settings->hours[yesterday][i], minute)) {
            return true;
        }
    }
    return false;
}

bool kiosk_next_opening(const KioskSettings *settings, const PlatformDate *date, unsigned *days, unsigned *minute)
{
    enum { NEVER = 24 * 60 + 1 };
    for (unsigned ahead = 0; ahead <= 7; ahead++) {
        size_t day = ((size_t)date->weekday + ahead) % 7;
        unsigned best = NEVER;
        for (size_t i = 0; i < settings->hour_counts[day]; i++) {
            unsigned from = settings->hours[day][i].from;
            bool is_to_come = ahead > 0 || from > minute_of(date);
            best = is_to_come && from < best ? from : best;
        }
        if (best != NEVER) {
            *days = ahead;
            *minute = best;
            return true;
        }
    }
    return false;
}

unsigned kiosk_volume_cap(const KioskSettings *settings, const PlatformDate *date)
{
    unsigned least = settings->volume;
    for (size_t i = 0; i < settings->cap_count; i++) {
        const KioskCap *cap = &settings->caps[i];
        if (date && (is_in_evening(cap->hours, minute_of(date)) || is_in_morning_after(cap->hours, minute_of(date)))) {
            return cap->percent;
        }
        least = cap->percent < least ? cap->percent : least;
    }
    return date ? settings->volume : least;
}
