#include "sango/phone/phone.h"

/* The apps of the phone, and what a line's hashtags say about an item. */

static const char *const app_names[PHONE_APP_COUNT] = {
#define X(name, text) text,
    PHONE_APP_LIST(X)
#undef X
};

const char *phone_app_name(PhoneApp app)
{
    return app_names[app];
}

bool phone_app_find(StrView name, PhoneApp *app)
{
    for (size_t i = 0; i < PHONE_APP_COUNT; i++) {
        if (strview_equal(name, strview_from_cstr(app_names[i]))) {
            *app = (PhoneApp)i;
            return true;
        }
    }
    return false;
}

/* In the order of PhoneState, without the first. */
static const char *const state_words[PHONE_STATE_COUNT] = { "on",      "off",       "typing",  "blocked",
                                                            "ready",   "waiting",   "unknown", "open",
                                                            "covered", "new",       "read",    "playing",
                                                            "paused",  "installed", NULL };

static PhoneState find_state(StrView word)
{
    for (size_t i = 0; state_words[i]; i++) {
        if (strview_equal(word, strview_from_cstr(state_words[i]))) {
            return (PhoneState)(i + 1);
        }
    }
    return PHONE_STATE_NONE;
}

enum { ANY_APP = (1 << PHONE_APP_COUNT) - 1 };
#define IN(app) (1u << PHONE_##app)

/* A switch stands in any app; the rest belongs to one. */
static unsigned state_apps(PhoneState state)
{
    static const unsigned apps[PHONE_STATE_COUNT] = {
        [PHONE_ON] = ANY_APP,       [PHONE_OFF] = ANY_APP,         [PHONE_TYPING] = IN(CHAT),
        [PHONE_BLOCKED] = IN(CHAT), [PHONE_READY] = IN(GAME),      [PHONE_WAITING] = IN(GAME),
        [PHONE_UNKNOWN] = IN(GAME), [PHONE_OPEN] = IN(CAMERA),     [PHONE_COVERED] = IN(CAMERA),
        [PHONE_NEW] = IN(MAIL),     [PHONE_READ] = IN(MAIL),       [PHONE_PLAYING] = IN(VIDEO),
        [PHONE_PAUSED] = IN(VIDEO), [PHONE_INSTALLED] = IN(STORE),
    };
    return apps[state];
}

static const char *const badge_words[] = { "ad",     "unknown", "friend", "new",    "checked",    "place",
                                           "school", "face",    "name",   "camera", "microphone", "contacts",
                                           "file",   "link",    "lock",   "gift",   NULL };

static const PhoneTag tags[] = {
    { "title", "#title", "Stands in the bar of the app: what is searched for, a game's or a group's name.",
      PHONE_VALUE_NONE, NULL, 0, 0, ANY_APP },
    { "note", "#note",
      "Small words that belong to the item above: what a switch does, what a result says, what an app may "
      "use.",
      PHONE_VALUE_NONE, NULL, 0, 0, ANY_APP },
    { "comment", "#comment", "What somebody says below the post or video above.", PHONE_VALUE_NONE, NULL, 0,
      0, IN(FEED) | IN(VIDEO) },
    { "button", "#button", "A button of the app.", PHONE_VALUE_NONE, NULL, 0, 0, ANY_APP },
    { "tap", "#tap", "The child of the story presses this button or switch.", PHONE_VALUE_NONE, NULL, 0, 0,
      ANY_APP },
    { "along", "#along", "The next item comes along with this one, without a press between.",
      PHONE_VALUE_NONE, NULL, 0, 0, ANY_APP },
    { "picture:", "#picture:cake", "A picture on the item.", PHONE_VALUE_PICTURE, NULL, 0, 0, ANY_APP },
    { "sees:", "#sees:kofi-happy", "What the camera sees: an actor's face, or a place.", PHONE_VALUE_SIGHT,
      NULL, 0, 0, IN(CAMERA) },
    { "state:", "#state:on",
      "How it stands: a switch, a player, a message, a mail, a video, the camera, an app.", PHONE_VALUE_WORD,
      state_words, 0, 0, ANY_APP },
    { "badge:", "#badge:ad", "A sign on the item.", PHONE_VALUE_WORD, badge_words, 0, 0, ANY_APP },
    { "likes:", "#likes:12", "How many hearts it has.", PHONE_VALUE_NUMBER, NULL, 0, 99999,
      IN(FEED) | IN(VIDEO) },
    { "stars:", "#stars:4", "How many of five stars an app or game has.", PHONE_VALUE_NUMBER, NULL, 0, 5,
      IN(STORE) | IN(SEARCH) },
    { "price:", "#price:5", "What it costs, in coins; 0 is free.", PHONE_VALUE_NUMBER, NULL, 0, 999,
      IN(STORE) | IN(GAME) | IN(SEARCH) },
    { "age:", "#age:12", "From which age on it is.", PHONE_VALUE_NUMBER, NULL, 0, 18, IN(STORE) | IN(VIDEO) },
    { "minutes:", "#minutes:4", "How long a video is.", PHONE_VALUE_NUMBER, NULL, 0, 999, IN(VIDEO) },
    { "progress:", "#progress:30", "How much of the video is over, per cent.", PHONE_VALUE_NUMBER, NULL, 0,
      100, IN(VIDEO) },
    { "at:", "#at:30,60", "Where on the map or picture, per cent from the left and from above.",
      PHONE_VALUE_PLACE, NULL, 0, 100, IN(MAP) | IN(CAMERA) },
};

const PhoneTag *phone_tags(size_t *count)
{
    *count = sizeof tags / sizeof tags[0];
    return tags;
}

const PhoneTag *phone_tag_find(StrView tag)
{
    for (size_t i = 0; i < sizeof tags / sizeof tags[0]; i++) {
        StrView name = strview_from_cstr(tags[i].name);
        if (tags[i].value == PHONE_VALUE_NONE ? strview_equal(tag, name) : strview_starts_with(tag, name)) {
            return &tags[i];
        }
    }
    return NULL;
}

StrView phone_tag_value(const PhoneTag *entry, StrView tag)
{
    size_t len = strview_from_cstr(entry->name).len;
    return entry->value == PHONE_VALUE_NONE ? SV("") : strview_slice(tag, len, tag.len);
}

/* A number from `low` to `high`, or -1. */
static int number_in(StrView text, int low, int high)
{
    int32_t number;
    return strview_to_int(text, &number) && number >= low && number <= high ? number : -1;
}

static bool read_place(StrView value, int *x, int *y)
{
    StrView first;
    int across = strview_take(&value, ',', &first) ? number_in(first, 0, 100) : -1;
    int down = number_in(value, 0, 100);
    bool is_place = across >= 0 && down >= 0;
    *x = is_place ? across : -1;
    *y = is_place ? down : -1;
    return is_place;
}

static bool is_among(StrView word, const char *const *words)
{
    for (size_t i = 0; words[i]; i++) {
        if (strview_equal(word, strview_from_cstr(words[i]))) {
            return true;
        }
    }
    return false;
}

bool phone_value_is_valid(const PhoneTag *entry, StrView value)
{
    int x, y;
    switch (entry->value) {
    case PHONE_VALUE_NONE:
        return value.len == 0;
    case PHONE_VALUE_WORD:
        return is_among(value, entry->words);
    case PHONE_VALUE_NUMBER:
        return number_in(value, entry->low, entry->high) >= 0;
    case PHONE_VALUE_PLACE:
        return read_place(value, &x, &y);
    case PHONE_VALUE_PICTURE:
    case PHONE_VALUE_SIGHT:
        break;
    }
    return value.len > 0;
}

unsigned phone_value_apps(const PhoneTag *entry, StrView value)
{
    return entry->words == state_words ? state_apps(find_state(value)) : entry->apps;
}

/* --- an item --------------------------------------------------------------------------- */

static void read_word(PhoneFacts *facts, StrView word)
{
    static const struct {
        const char *word;
        PhonePart part;
    } parts[] = { { "title", PHONE_TITLE },
                  { "note", PHONE_NOTE },
                  { "comment", PHONE_COMMENT },
                  { "button", PHONE_BUTTON } };
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        facts->part = strview_equal(word, strview_from_cstr(parts[i].word)) ? parts[i].part : facts->part;
    }
    facts->is_mine |= strview_equal(word, SV("mine"));
    facts->is_tapped |= strview_equal(word, SV("tap"));
    facts->is_along |= strview_equal(word, SV("along"));
}

static int *number_of(PhoneFacts *facts, StrView name)
{
    const struct {
        const char *name;
        int *number;
    } numbers[] = { { "likes:", &facts->likes },     { "stars:", &facts->stars },
                    { "price:", &facts->price },     { "age:", &facts->age },
                    { "minutes:", &facts->minutes }, { "progress:", &facts->progress } };
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        if (strview_equal(name, strview_from_cstr(numbers[i].name))) {
            return numbers[i].number;
        }
    }
    return NULL;
}

static void read_value(PhoneFacts *facts, const PhoneTag *entry, StrView value)
{
    StrView name = strview_from_cstr(entry->name);
    int *number = number_of(facts, name);
    if (number) {
        *number = number_in(value, entry->low, entry->high);
    } else if (entry->words == state_words) {
        facts->state = find_state(value);
    } else if (entry->words == badge_words) {
        facts->badge = value;
    } else if (entry->value == PHONE_VALUE_PICTURE) {
        facts->picture = value;
    } else if (entry->value == PHONE_VALUE_SIGHT) {
        facts->sees = value;
    } else if (entry->value == PHONE_VALUE_PLACE) {
        (void)read_place(value, &facts->x, &facts->y);
    }
}

PhoneFacts phone_facts_read(const StrView *words, size_t count)
{
    PhoneFacts facts = {
        .likes = -1, .price = -1, .age = -1, .minutes = -1, .stars = -1, .progress = -1, .x = -1, .y = -1
    };
    for (size_t i = 0; i < count; i++) {
        const PhoneTag *entry = phone_tag_find(words[i]);
        StrView value = entry ? phone_tag_value(entry, words[i]) : SV("");
        read_word(&facts, words[i]);
        if (entry && entry->value != PHONE_VALUE_NONE && phone_value_is_valid(entry, value)) {
            read_value(&facts, entry, value);
        }
    }
    return facts;
}
