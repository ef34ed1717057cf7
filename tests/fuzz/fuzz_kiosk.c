/* Any bytes as the settings of a stand: it always comes up, every number in its range, and each mistake has its place in the file. */
#include "sango/kiosk/settings.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_place(void *user, const Diag *diag)
{
    (void)user;
    if (diag->pos.line == 0 || diag->pos.column == 0 || !strview_equal(diag->pos.file, SV("kiosk.json"))) {
        abort();
    }
}

static bool is_in(unsigned value, unsigned low, unsigned high)
{
    return value >= low && value <= high;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    DiagSink sink = { .report = check_place };
    KioskSettings settings;
    if (kiosk_settings_read(alloc_heap(), SV("kiosk.json"), (StrView){ (const char *)data, size }, &sink, &settings) != STATUS_OK) {
        abort();
    }
    bool is_whole = is_in(settings.idle_seconds, 10, 600) && is_in(settings.countdown_seconds, 5, 60) && is_in(settings.attract_seconds, 20, 120) &&
                    is_in(settings.players, 1, 2) && is_in(settings.volume, 0, 100) && is_in((unsigned)settings.language_count, 1, KIOSK_LANGUAGES_MAX) &&
                    (settings.tap_count > 0 || settings.has_exit_keys) && (settings.pin.len == 0 || kiosk_pin_is_hash(settings.pin)) &&
                    settings.mistake_count == sink.errors + sink.warnings;
    for (int minute = 0; minute < 24 * 60; minute += 30) {
        PlatformDate date = { .hour = minute / 60, .minute = minute % 60, .weekday = minute % 7 };
        is_whole = is_whole && kiosk_volume_cap(&settings, &date) <= 100;
        (void)kiosk_is_open(&settings, &date);
    }
    if (!is_whole) {
        abort();
    }
    kiosk_settings_release(&settings);
    return 0;
}
