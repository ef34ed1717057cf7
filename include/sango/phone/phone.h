#ifndef SANGO_PHONE_PHONE_H
#define SANGO_PHONE_PHONE_H

#include "sango/base/strview.h"

/* What can stand on the phone screen of a story: its apps, and what the hashtags of a
 * line with #bubble say about the item that the line is. One table for the stage, which
 * draws it, for the linter and for editors. No words to show: these are the lines. */
/* clang-format off */
#define PHONE_APP_LIST(X) \
    X(CHAT, "chat") X(FEED, "feed") X(GAME, "game") X(CAMERA, "camera") X(SETTINGS, "settings") X(MAIL, "mail") \
    X(SEARCH, "search") X(MAP, "map") X(VIDEO, "video") X(STORE, "store")

typedef enum PhoneApp {
#define X(name, text) PHONE_##name,
    PHONE_APP_LIST(X)
#undef X
    PHONE_APP_COUNT
} PhoneApp;
/* clang-format on */

const char *phone_app_name(PhoneApp app);
bool phone_app_find(StrView name, PhoneApp *app); /* false: no such app, *app untouched */

/* Of a switch; of a message; a player; the camera; a mail; a video; an app. */
typedef enum PhoneState {
    PHONE_STATE_NONE,
    PHONE_ON,
    PHONE_OFF,
    PHONE_TYPING,
    PHONE_BLOCKED,
    PHONE_READY,
    PHONE_WAITING,
    PHONE_UNKNOWN,
    PHONE_OPEN,
    PHONE_COVERED,
    PHONE_NEW,
    PHONE_READ,
    PHONE_PLAYING,
    PHONE_PAUSED,
    PHONE_INSTALLED,
    PHONE_STATE_COUNT
} PhoneState;

/* What the line is: an item unless a tag says otherwise. */
typedef enum PhonePart { PHONE_ITEM, PHONE_TITLE, PHONE_NOTE, PHONE_COMMENT, PHONE_BUTTON } PhonePart;

/* What is said about one item. Numbers that are not said are -1. */
typedef struct PhoneFacts {
    PhonePart part;
    PhoneState state;
    bool is_mine;                   /* of the child in the story */
    bool is_tapped;                 /* the child in the story presses it */
    bool is_along;                  /* the next item comes with it */
    StrView picture, sees, badge;   /* views into the tags; empty when not said */
    int likes, price, age, minutes; /* 0 .. 99999, 999, 18, 999 */
    int stars;                      /* 0 .. 5 */
    int progress;                   /* 0 .. 100, per cent of a video */
    int x, y; /* 0 .. 100, per cent of the map or picture from its left and upper edge */
} PhoneFacts;

/* What is not understood is left out: the linter has said it. Tags are without '#'. */
PhoneFacts phone_facts_read(const StrView *tags, size_t count);

/* How the value behind a tag's ':' is checked. */
typedef enum PhoneValue {
    PHONE_VALUE_NONE,
    PHONE_VALUE_WORD,    /* one of `words` */
    PHONE_VALUE_NUMBER,  /* low .. high */
    PHONE_VALUE_PLACE,   /* two numbers 0 .. 100 with a comma */
    PHONE_VALUE_PICTURE, /* a picture of the phone's */
    PHONE_VALUE_SIGHT    /* an actor, actor-face, a place or place-light */
} PhoneValue;

typedef struct PhoneTag {
    const char *name;    /* "state:", "note" */
    const char *example; /* "#state:on" */
    const char *doc;     /* one sentence */
    PhoneValue value;
    const char *const *words; /* WORD: ends in NULL */
    int low, high;            /* NUMBER */
    unsigned apps;            /* bits 1 << PhoneApp where it is shown */
} PhoneTag;

/* All tags that only a line with #bubble has. */
const PhoneTag *phone_tags(size_t *count);
/* The entry for a tag of a line, such as "state:maybe"; NULL when it is none of the phone's. */
const PhoneTag *phone_tag_find(StrView tag);
/* What stands behind the ':'; empty when nothing does. */
StrView phone_tag_value(const PhoneTag *entry, StrView tag);
/* True when the words, numbers or form allow the value; pictures and sights are not looked up. */
bool phone_value_is_valid(const PhoneTag *entry, StrView value);
/* Bits 1 << PhoneApp of the apps that show the value: not every app has every #state:. */
unsigned phone_value_apps(const PhoneTag *entry, StrView value);

#endif
