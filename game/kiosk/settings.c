#include "settings_internal.h"

static const char *const language_codes[] = { "ar", "zh", "en", "fr", "ru", "es", NULL };
static const char *const weekdays[] = { "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", NULL };
static const char *const corner_names[] = { "top-left", "top-right", "bottom-left", "bottom-right", NULL };

enum { TEXT_BYTES_MAX = 200, ADDRESS_BYTES_MAX = 300, WEEKDAYS = 7, DAY_MINUTES = 24 * 60 };

/* What is usual. PIN and address have no usual value. */
void settings_set_usual(KioskSettings *settings)
{
    settings->idle_seconds = 45;
    settings->countdown_seconds = 15;
    settings->attract_seconds = 30;
    settings->players = 2;
    settings->volume = 70;
    settings->locks = (KioskLocks){ .full_screen = true, .grab = true, .ignore_close = true, .ignore_escape = true };
    static const KioskCorner taps[] = { KIOSK_TOP_LEFT, KIOSK_TOP_RIGHT, KIOSK_BOTTOM_RIGHT, KIOSK_BOTTOM_LEFT, KIOSK_TOP_LEFT };
    settings->tap_count = sizeof taps / sizeof taps[0];
    for (size_t i = 0; i < settings->tap_count; i++) {
        settings->taps[i] = taps[i];
    }
    settings->tap_seconds = 10;
    settings->has_exit_keys = true;
    settings->ghost_taps = 8;
    settings->ghost_seconds = 20;
    while (language_codes[settings->language_count]) {
        settings->languages[settings->language_count] = strview_from_cstr(language_codes[settings->language_count]);
        settings->language_count++;
    }
}

static size_t find_word(StrView word, const char *const *words)
{
    size_t at = 0;
    while (words[at] && !strview_equal(word, strview_from_cstr(words[at]))) {
        at++;
    }
    return at;
}

static bool is_word(StrView word, const char *const *words)
{
    return words[find_word(word, words)] != NULL;
}

static void report_word(JsonReader *reader, const JsonValue *value, const char *what, StrView word, const char *const *words)
{
    const char *near = strview_nearest(word, words);
    json_report(reader, DIAG_ERROR, value, "'%.*s' is no %s%s%s%s", SV_ARG(word), what, near ? "; did you mean '" : "", near ? near : "",
                near ? "'?" : "");
}

/* An object member; NULL when it is missing, or wrong and reported. */
static const JsonValue *read_object(JsonReader *reader, const JsonValue *object, const char *key, const char *const *keys)
{
    const JsonValue *value = json_member(object, key);
    if (value && !json_is(value, JSON_OBJECT)) {
        json_report(reader, DIAG_ERROR, value, "'%s' must be an object in braces", key);
        return NULL;
    }
    if (value) {
        json_check_keys(reader, value, keys, DIAG_ERROR);
    }
    return value;
}

/* --- times ---------------------------------------------------------------------- */

/* "09:30"; "24:00" ends a day. */
static bool read_minute(StrView text, unsigned *minute)
{
    StrView hours;
    StrView rest = text;
    int32_t hour = -1;
    int32_t minutes = -1;
    bool is_time = text.len == 5 && text.data[2] == ':' && strview_take(&rest, ':', &hours) && strview_to_int(hours, &hour) &&
                   strview_to_int(rest, &minutes) && hour >= 0 && minutes >= 0 && minutes < 60 && hour * 60 + minutes <= DAY_MINUTES;
    if (is_time) {
        *minute = (unsigned)hour * 60 + (unsigned)minutes;
    }
    return is_time;
}

/* "09:00-18:00". */
static bool read_span(JsonReader *reader, const JsonValue *value, const char *key, KioskSpan *span)
{
    StrView text = json_read_text(reader, value, key, TEXT_BYTES_MAX);
    StrView from;
    StrView rest = text;
    if (text.len == 0) {
        return false;
    }
    bool is_span = strview_take(&rest, '-', &from) && read_minute(strview_trim(from), &span->from) && read_minute(strview_trim(rest), &span->to) &&
                   span->from < DAY_MINUTES;
    if (!is_span) {
        json_report(reader, DIAG_ERROR, value, "'%.*s' is no time such as \"09:00-18:00\"", SV_ARG(text));
    } else if (span->from == span->to) {
        json_report(reader, DIAG_ERROR, value, "'%.*s' begins when it ends; the whole day is \"00:00-24:00\"", SV_ARG(text));
    }
    return is_span && span->from != span->to;
}

/* On a line of two days. */
static bool do_meet(KioskSpan a, KioskSpan b)
{
    unsigned a_to = a.to <= a.from ? a.to + DAY_MINUTES : a.to;
    unsigned b_to = b.to <= b.from ? b.to + DAY_MINUTES : b.to;
    return a.from < b_to && b.from < a_to;
}

static bool do_meet_on_any_day(KioskSpan a, KioskSpan b)
{
    KioskSpan parts[2][2] = { { a, a }, { b, b } };
    unsigned counts[2] = { 1, 1 };
    const KioskSpan *both[2] = { &a, &b };
    for (size_t i = 0; i < 2; i++) {
        if (both[i]->to <= both[i]->from) { /* what is over midnight comes every day, so its end is on this one, too */
            parts[i][0].to = DAY_MINUTES;
            parts[i][1] = (KioskSpan){ 0, both[i]->to };
            counts[i] = both[i]->to ? 2 : 1;
        }
    }
    for (size_t i = 0; i < counts[0]; i++) {
        for (size_t j = 0; j < counts[1]; j++) {
            if (parts[0][i].from < parts[1][j].to && parts[1][j].from < parts[0][i].to) {
                return true;
            }
        }
    }
    return false;
}

static void read_day(JsonReader *reader, const JsonValue *open, size_t day, KioskSettings *settings)
{
    const JsonValue *list = json_read_list(reader, open, weekdays[day], KIOSK_SPANS_MAX, false);
    for (const JsonValue *item = json_items(list); item; item = item->next) {
        KioskSpan span = { 0, 0 };
        bool is_free = read_span(reader, item, weekdays[day], &span);
        for (size_t i = 0; is_free && i < settings->hour_counts[day]; i++) {
            if (do_meet(settings->hours[day][i], span)) {
                json_report(reader, DIAG_ERROR, item, "'%.*s' overlaps with another time of %s", SV_ARG(item->string), weekdays[day]);
                is_free = false;
            }
        }
        if (is_free) {
            settings->hours[day][settings->hour_counts[day]++] = span;
        }
    }
}

/* When every time of the file is wrong it is better to be open than to stay shut. */
static void read_open(JsonReader *reader, KioskSettings *settings)
{
    const JsonValue *open = read_object(reader, reader->root, "open", weekdays);
    unsigned before = reader->reports;
    size_t count = 0;
    for (size_t day = 0; open && day < WEEKDAYS; day++) {
        read_day(reader, open, day, settings);
        count += settings->hour_counts[day];
    }
    settings->has_hours = open && (count > 0 || before == reader->reports);
    if (open && count == 0 && before == reader->reports) {
        json_report(reader, DIAG_ERROR, open, "'open' has no opening hour; the stand is always open");
        settings->has_hours = false;
    }
}

static void read_cap(JsonReader *reader, const JsonValue *item, KioskSettings *settings)
{
    static const char *const keys[] = { "hours", "cap", NULL };
    KioskCap cap = { { 0, 0 }, settings->volume };
    if (!json_is(item, JSON_OBJECT)) {
        json_report(reader, DIAG_ERROR, item, "an item of 'schedule' is an object such as { \"hours\": \"20:00-08:00\", \"cap\": 20 }");
        return;
    }
    json_check_keys(reader, item, keys, DIAG_ERROR);
    const JsonValue *hours = json_member(item, "hours");
    if (!hours) {
        json_report(reader, DIAG_ERROR, item, "'hours' is missing");
    }
    bool is_whole = hours && read_span(reader, hours, "hours", &cap.hours);
    cap.percent = json_read_number(reader, item, "cap", 0, 100, settings->volume);
    for (size_t i = 0; is_whole && i < settings->cap_count; i++) {
        if (do_meet_on_any_day(settings->caps[i].hours, cap.hours)) {
            json_report(reader, DIAG_ERROR, hours, "'%.*s' overlaps with another time of 'schedule'", SV_ARG(hours->string));
            is_whole = false;
        }
    }
    if (is_whole) {
        settings->caps[settings->cap_count++] = cap;
    }
}

static void read_volume(JsonReader *reader, KioskSettings *settings)
{
    static const char *const keys[] = { "cap", "schedule", NULL };
    const JsonValue *volume = read_object(reader, reader->root, "volume", keys);
    if (volume) {
        settings->volume = json_read_number(reader, volume, "cap", 0, 100, settings->volume);
        const JsonValue *list = json_read_list(reader, volume, "schedule", KIOSK_CAPS_MAX, false);
        for (const JsonValue *item = json_items(list); item; item = item->next) {
            read_cap(reader, item, settings);
        }
    }
}

/* --- the rest -------------------------------------------------------------------- */

static bool is_in(StrView word, const StrView *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (strview_equal(word, words[i])) {
            return true;
        }
    }
    return false;
}

static void read_languages(JsonReader *reader, KioskSettings *settings)
{
    const JsonValue *list = json_read_list(reader, reader->root, "languages", KIOSK_LANGUAGES_MAX, false);
    StrView languages[KIOSK_LANGUAGES_MAX];
    size_t count = 0;
    for (const JsonValue *item = json_items(list); item; item = item->next) {
        StrView code = json_read_text(reader, item, "languages", TEXT_BYTES_MAX);
        if (code.len && !is_word(code, language_codes)) {
            report_word(reader, item, "language of the game: ar, zh, en, fr, ru, es", code, language_codes);
        } else if (is_in(code, languages, count)) {
            json_report(reader, DIAG_ERROR, item, "'%.*s' stands twice", SV_ARG(code));
        } else if (code.len) {
            languages[count++] = arena_copy(&settings->arena, code);
        }
    }
    for (size_t i = 0; i < count; i++) {
        settings->languages[i] = languages[i];
    }
    settings->language_count = count ? count : settings->language_count;
}

static void read_episodes(JsonReader *reader, KioskSettings *settings)
{
    const JsonValue *list = json_read_list(reader, reader->root, "episodes", KIOSK_EPISODES_MAX, false);
    for (const JsonValue *item = json_items(list); item; item = item->next) {
        StrView id = json_read_text(reader, item, "episodes", TEXT_BYTES_MAX);
        if (is_in(id, settings->episodes, settings->episode_count)) {
            json_report(reader, DIAG_ERROR, item, "'%.*s' stands twice", SV_ARG(id));
        } else if (id.len) {
            settings->episodes[settings->episode_count++] = arena_copy(&settings->arena, id);
        }
    }
}

static void read_link(JsonReader *reader, KioskSettings *settings)
{
    static const char *const keys[] = { "address", "text", NULL };
    const JsonValue *link = read_object(reader, reader->root, "link", keys);
    if (!link) {
        return;
    }
    StrView address = json_read_string(reader, link, "address", ADDRESS_BYTES_MAX, true);
    bool is_address = strview_starts_with(address, SV("https://")) || strview_starts_with(address, SV("http://"));
    for (size_t i = 0; i < address.len; i++) {
        is_address = is_address && address.data[i] > ' ' && address.data[i] < 127;
    }
    if (address.len && !is_address) {
        json_report(reader, DIAG_ERROR, json_member(link, "address"), "'%.*s' is no address that begins with https://", SV_ARG(address));
    } else {
        settings->link_address = arena_copy(&settings->arena, address);
    }
    settings->link_text = arena_copy(&settings->arena, json_read_string(reader, link, "text", TEXT_BYTES_MAX, false));
}

static void read_locks(JsonReader *reader, KioskSettings *settings)
{
    static const char *const keys[] = { "full_screen", "grab", "hide_pointer", "ignore_close", "ignore_escape", NULL };
    const JsonValue *locks = read_object(reader, reader->root, "locks", keys);
    bool *const flags[] = { &settings->locks.full_screen, &settings->locks.grab, &settings->locks.hide_pointer, &settings->locks.ignore_close,
                            &settings->locks.ignore_escape };
    for (size_t i = 0; locks && keys[i]; i++) {
        *flags[i] = json_read_bool(reader, locks, keys[i], *flags[i]);
    }
}

static void read_taps(JsonReader *reader, const JsonValue *way, KioskSettings *settings)
{
    const JsonValue *list = json_read_list(reader, way, "corners", KIOSK_TAPS_MAX, false);
    KioskCorner taps[KIOSK_TAPS_MAX];
    size_t count = 0;
    bool is_whole = list != NULL;
    for (const JsonValue *item = json_items(list); item; item = item->next) {
        StrView name = json_read_text(reader, item, "corners", TEXT_BYTES_MAX);
        size_t corner = find_word(name, corner_names);
        if (corner < KIOSK_CORNER_COUNT) {
            taps[count++] = (KioskCorner)corner;
            continue;
        }
        is_whole = false;
        if (name.len) {
            report_word(reader, item, "corner: top-left, top-right, bottom-left, bottom-right", name, corner_names);
        }
    }
    if (is_whole && count > 0 && count < 3) {
        json_report(reader, DIAG_ERROR, list, "'corners' has %zu taps; with fewer than 3 a child finds them by accident", count);
        is_whole = false;
    }
    if (is_whole) {
        settings->tap_count = count;
        for (size_t i = 0; i < count; i++) {
            settings->taps[i] = taps[i];
        }
    }
}

static void read_exit(JsonReader *reader, KioskSettings *settings)
{
    static const char *const keys[] = { "corners", "seconds", "keys", "pin", NULL };
    const JsonValue *way = read_object(reader, reader->root, "exit", keys);
    if (way) {
        read_taps(reader, way, settings);
        settings->tap_seconds = json_read_number(reader, way, "seconds", 3, 60, settings->tap_seconds);
        settings->has_exit_keys = json_read_bool(reader, way, "keys", settings->has_exit_keys);
        StrView pin = json_read_string(reader, way, "pin", TEXT_BYTES_MAX, false);
        if (pin.len && !kiosk_pin_is_hash(pin)) {
            json_report(reader, DIAG_ERROR, json_member(way, "pin"), "'pin' is no hash as 'sango --kiosk-pin' writes it ($y$…)");
        } else {
            settings->pin = arena_copy(&settings->arena, pin);
        }
        if (settings->tap_count == 0 && !settings->has_exit_keys) {
            json_report(reader, DIAG_ERROR, way, "'exit' has neither corners nor keys: nobody could leave; the keys are on");
            settings->has_exit_keys = true;
        }
    }
    if (settings->pin.len == 0) {
        json_report(reader, DIAG_WARNING, way, "there is no PIN in 'exit': the gate of the grown-ups' area stands in its place; 'sango --kiosk-pin' makes one");
    }
}

static void read_ghost(JsonReader *reader, KioskSettings *settings)
{
    static const char *const keys[] = { "taps_per_second", "held_seconds", NULL };
    const JsonValue *ghost = read_object(reader, reader->root, "ghost", keys);
    if (ghost) {
        settings->ghost_taps = json_read_number(reader, ghost, "taps_per_second", 4, 30, settings->ghost_taps);
        settings->ghost_seconds = json_read_number(reader, ghost, "held_seconds", 5, 120, settings->ghost_seconds);
    }
}

static void read_figures(JsonReader *reader, KioskSettings *settings)
{
    static const char *const keys[] = { "folder", NULL };
    const JsonValue *figures = read_object(reader, reader->root, "figures", keys);
    StrView folder = figures ? json_read_string(reader, figures, "folder", ADDRESS_BYTES_MAX, false) : SV("");
    if (folder.len && folder.data[0] != '/') {
        json_report(reader, DIAG_ERROR, json_member(figures, "folder"), "'%.*s' must begin with /", SV_ARG(folder));
    } else {
        settings->figures_folder = arena_copy(&settings->arena, folder);
    }
}

void settings_read_root(JsonReader *reader, KioskSettings *settings)
{
    static const char *const keys[] = { "event", "idle_seconds", "countdown_seconds", "attract_seconds", "languages", "players", "episodes", "link",
                                        "volume", "open", "locks", "exit", "figures", "ghost", NULL };
    const JsonValue *root = reader->root;
    if (!json_is(root, JSON_OBJECT)) {
        json_report(reader, DIAG_ERROR, root, "the file must be an object in braces");
        return;
    }
    json_check_keys(reader, root, keys, DIAG_ERROR);
    settings->event = arena_copy(&settings->arena, json_read_string(reader, root, "event", TEXT_BYTES_MAX, false));
    settings->idle_seconds = json_read_number(reader, root, "idle_seconds", 10, 600, settings->idle_seconds);
    settings->countdown_seconds = json_read_number(reader, root, "countdown_seconds", 5, 60, settings->countdown_seconds);
    settings->attract_seconds = json_read_number(reader, root, "attract_seconds", 20, 120, settings->attract_seconds);
    settings->players = json_read_number(reader, root, "players", 1, 2, settings->players);
    read_languages(reader, settings);
    read_episodes(reader, settings);
    read_link(reader, settings);
    read_volume(reader, settings);
    read_open(reader, settings);
    read_locks(reader, settings);
    read_exit(reader, settings);
    read_figures(reader, settings);
    read_ghost(reader, settings);
}
