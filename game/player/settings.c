#include "sango/player/settings.h"

#include "sango/base/arena.h"
#include "sango/base/log.h"
#include "sango/base/strbuf.h"

/* Each setting is one stored number. */
typedef struct Field {
    const char *key;
    unsigned least, most, step;
} Field;

enum { FIELD_MUSIC, FIELD_EFFECTS, FIELD_TEXT, FIELD_MONO, FIELD_MOTION, FIELD_CAPTIONS, FIELD_FULLSCREEN, FIELD_LOOK, FIELD_RESTRICTED, FIELD_COUNT };

static const Field fields[FIELD_COUNT] = {
    { "set.music", 0, SETTINGS_VOLUME_MAX, 1 },
    { "set.effects", 0, SETTINGS_VOLUME_MAX, 1 },
    { "set.text", SETTINGS_TEXT_MIN, SETTINGS_TEXT_MAX, SETTINGS_TEXT_STEP },
    { "set.mono", 0, 1, 1 },
    { "set.reduced_motion", 0, 1, 1 },
    { "set.captions", 0, 1, 1 },
    { "set.fullscreen", 0, 1, 1 },
    { "set.look", 0, LOOK_COUNT - 1, 1 },
    { "set.restricted", 0, 1, 1 },
};

Settings settings_default(void)
{
    return (Settings){ .music = 6, .effects = 8, .text_percent = SETTINGS_TEXT_MIN, .captions = true };
}

static void to_numbers(const Settings *settings, unsigned numbers[FIELD_COUNT])
{
    numbers[FIELD_MUSIC] = settings->music;
    numbers[FIELD_EFFECTS] = settings->effects;
    numbers[FIELD_TEXT] = settings->text_percent;
    numbers[FIELD_MONO] = settings->mono;
    numbers[FIELD_MOTION] = settings->reduced_motion;
    numbers[FIELD_CAPTIONS] = settings->captions;
    numbers[FIELD_FULLSCREEN] = settings->fullscreen;
    numbers[FIELD_LOOK] = settings->look;
    numbers[FIELD_RESTRICTED] = settings->restricted;
}

static void from_numbers(Settings *settings, const unsigned numbers[FIELD_COUNT])
{
    settings->music = numbers[FIELD_MUSIC];
    settings->effects = numbers[FIELD_EFFECTS];
    settings->text_percent = numbers[FIELD_TEXT];
    settings->mono = numbers[FIELD_MONO];
    settings->reduced_motion = numbers[FIELD_MOTION];
    settings->captions = numbers[FIELD_CAPTIONS];
    settings->fullscreen = numbers[FIELD_FULLSCREEN];
    settings->look = numbers[FIELD_LOOK];
    settings->restricted = numbers[FIELD_RESTRICTED];
}

static bool is_in_bounds(const Field *field, int32_t number)
{
    return number >= (int32_t)field->least && number <= (int32_t)field->most && ((unsigned)number - field->least) % field->step == 0;
}

/* A look has a name as well. */
static bool read_number(size_t field, StrView text, int32_t *number)
{
    for (unsigned look = 0; field == FIELD_LOOK && look < LOOK_COUNT; look++) {
        if (strview_equal(text, strview_from_cstr(look_name((Look)look)))) {
            *number = (int32_t)look;
            return true;
        }
    }
    return strview_to_int(text, number);
}

static bool read_one(StrView text, unsigned numbers[FIELD_COUNT])
{
    StrView value = text, name;
    int32_t number;
    if (!strview_take(&value, '=', &name)) {
        return false;
    }
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        StrView key = strview_from_cstr(fields[i].key);
        if (strview_equal(strview_slice(key, SV("set.").len, key.len - SV("set.").len), name)) {
            bool is_good = read_number(i, value, &number) && is_in_bounds(&fields[i], number);
            numbers[i] = is_good ? (unsigned)number : numbers[i];
            return is_good;
        }
    }
    return false;
}

Status settings_read(Settings *settings, StrView text, StrView *mistake)
{
    unsigned numbers[FIELD_COUNT];
    StrView rest = text, one;
    to_numbers(settings, numbers);
    while (strview_take(&rest, ',', &one)) {
        if (!read_one(one, numbers)) {
            if (mistake) {
                *mistake = one;
            }
            return STATUS_INVALID;
        }
    }
    from_numbers(settings, numbers);
    return STATUS_OK;
}

/* These settings are the computer's. */
static int64_t owner_of(size_t field, int64_t player)
{
    return field == FIELD_FULLSCREEN || field == FIELD_RESTRICTED ? STORE_EVERYBODY : player;
}

void settings_load(Settings *settings, Store *store, int64_t player)
{
    Arena arena;
    arena_init(&arena, alloc_heap(), 512);
    unsigned numbers[FIELD_COUNT];
    to_numbers(settings, numbers);
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        const Field *field = &fields[i];
        StrView value;
        int32_t number;
        if (store->ops->get(store, owner_of(i, player), strview_from_cstr(field->key), &arena, &value) != STATUS_OK) {
            continue;
        }
        if (!strview_to_int(value, &number) || !is_in_bounds(field, number)) {
            log_line(LOG_WARNING, "%s: the setting %s is damaged ('%.*s'); the usual one is used", store->file,
                     field->key, SV_ARG(value));
            continue;
        }
        numbers[i] = (unsigned)number;
    }
    from_numbers(settings, numbers);
    arena_release(&arena);
}

Status settings_save(const Settings *settings, Store *store, int64_t player)
{
    unsigned numbers[FIELD_COUNT];
    to_numbers(settings, numbers);
    StrBuf value;
    strbuf_init(&value, alloc_heap());
    Status status = STATUS_OK;
    for (size_t i = 0; i < FIELD_COUNT && status == STATUS_OK; i++) {
        strbuf_clear(&value);
        strbuf_printf(&value, "%u", numbers[i]);
        status = store->ops->put(store, owner_of(i, player), strview_from_cstr(fields[i].key), strbuf_view(&value));
    }
    strbuf_release(&value);
    return status;
}
