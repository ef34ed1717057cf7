#include "activity_internal.h"

#include <stdio.h>

/* What is wrong with an activity. All is said; what does not keep it from being played to its end is said, too,
 * but does not make it unplayable (a translation may have made two steps sound the same). */

typedef struct Check {
    const ActivityData *data;
    ActivityReport *report;
    void *user;
    bool is_playable;
} Check;

static void say(Check *check, ActivityMistakeKind kind, size_t item, bool is_playable, const char *message)
{
    check->is_playable &= is_playable;
    if (check->report) {
        check->report(check->user, kind, item, message);
    }
}

static const struct {
    ActivityRole role;
    unsigned low, high;
} limits[] = {
    { ACTIVITY_BASKET, 2, 3 }, { ACTIVITY_CARD, 4, 8 }, { ACTIVITY_CLUE, 2, 5 }, { ACTIVITY_FINE, 1, 6 },
    { ACTIVITY_STEP, 3, 6 },   { ACTIVITY_WORD, 6, 12 }, { ACTIVITY_PART, 3, 6 }, { ACTIVITY_SLOT, 2, 4 },
    { ACTIVITY_LEFT, 3, 5 },   { ACTIVITY_RIGHT, 2, 5 },
};

static void check_counts(Check *check)
{
    char message[120];
    const ActivityData *data = check->data;
    for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++) {
        unsigned count = data->counts[limits[i].role];
        if (activity_kind_of(limits[i].role) == data->kind && (count < limits[i].low || count > limits[i].high)) {
            (void)snprintf(message, sizeof message, "'%s' needs %u to %u lines with '#%s'; this one has %u", activity_kind_name(data->kind),
                           limits[i].low, limits[i].high, activity_role_tag(limits[i].role), count);
            say(check, ACTIVITY_MISTAKE_COUNT, SIZE_MAX, false, message);
        }
    }
    if (data->kind == ACTIVITY_MATCH && data->counts[ACTIVITY_RIGHT] > data->counts[ACTIVITY_LEFT]) {
        say(check, ACTIVITY_MISTAKE_COUNT, SIZE_MAX, false, "'match' has more '#right:' than '#left:' lines");
    }
}

static void check_item(Check *check, size_t at)
{
    char message[160];
    const ActivityItem *item = &check->data->items[at];
    ActivityKind kind = activity_kind_of(item->role);
    if (kind != check->data->kind) {
        (void)snprintf(message, sizeof message, "'#%s' belongs to '%s', and this is '%s'", activity_role_tag(item->role),
                       activity_kind_name(kind), activity_kind_name(check->data->kind));
        say(check, ACTIVITY_MISTAKE_ITEM, at, false, message);
    } else if (item->has_mistake && item->role == ACTIVITY_PART) {
        (void)snprintf(message, sizeof message, "a part needs whole numbers from 0 to %d, such as '#part:1-3 #start:5'", ACTIVITY_AMOUNT_MAX);
        say(check, ACTIVITY_MISTAKE_ITEM, at, false, message);
    } else if (item->has_mistake) {
        (void)snprintf(message, sizeof message, "this '#%s' line has a tag that does not belong to it, or one without a name",
                       activity_role_tag(item->role));
        say(check, ACTIVITY_MISTAKE_ITEM, at, false, message);
    } else if (strview_trim(item->text).len == 0) {
        say(check, ACTIVITY_MISTAKE_ITEM, at, false, "this item has no words");
    } else if (item->role == ACTIVITY_WORD && strview_contains(strview_trim(item->text), SV(" "))) {
        say(check, ACTIVITY_MISTAKE_ITEM, at, true, "a '#word' is one word, without a blank");
    }
}

/* --- keys --------------------------------------------------------------------------------------- */

static ActivityRole home_of(ActivityRole role)
{
    return role == ACTIVITY_CARD    ? ACTIVITY_BASKET
           : role == ACTIVITY_PIECE ? ACTIVITY_SLOT
           : role == ACTIVITY_LEFT  ? ACTIVITY_RIGHT
                                    : ACTIVITY_NOTHING;
}

static void check_key(Check *check, size_t at, StrView key)
{
    char message[160];
    ActivityRole home = home_of(check->data->items[at].role);
    if (key.len && activity_find_key(check->data, home, key) == SIZE_MAX) {
        (void)snprintf(message, sizeof message, "there is no line with '#%s%.*s' that this could belong to", activity_role_tag(home),
                       (int)(key.len < 60 ? key.len : 60), key.data);
        say(check, ACTIVITY_MISTAKE_KEY, at, false, message);
    }
}

static bool is_used(const ActivityData *data, const ActivityItem *home)
{
    for (size_t i = 0; i < data->item_count; i++) {
        const ActivityItem *item = &data->items[i];
        if (home_of(item->role) == home->role && strview_equal(item->key, home->key)) {
            return true;
        }
    }
    return false;
}

static void check_home(Check *check, size_t at)
{
    const ActivityItem *home = &check->data->items[at];
    if (activity_find_key(check->data, home->role, home->key) < at) {
        say(check, ACTIVITY_MISTAKE_KEY, at, false, "a line before this one has the same name");
    } else if (home->role == ACTIVITY_RIGHT && !is_used(check->data, home)) {
        say(check, ACTIVITY_MISTAKE_KEY, at, false, "no '#left:' line goes with this one");
    }
}

static void check_keys(Check *check)
{
    for (size_t i = 0; i < check->data->item_count; i++) {
        const ActivityItem *item = &check->data->items[i];
        if (home_of(item->role) != ACTIVITY_NOTHING) {
            check_key(check, i, item->key);
            check_key(check, i, item->or_key);
        } else if (item->role == ACTIVITY_BASKET || item->role == ACTIVITY_SLOT || item->role == ACTIVITY_RIGHT) {
            check_home(check, i);
        }
        if (item->or_key.len && strview_equal(item->key, item->or_key)) {
            say(check, ACTIVITY_MISTAKE_KEY, i, true, "'#or:' names the same basket as '#card:'");
        }
    }
}

/* --- what one kind alone must hold ----------------------------------------------------------------- */

static void check_order(Check *check)
{
    const ActivityData *data = check->data;
    for (size_t i = 0; i < data->item_count; i++) {
        for (size_t j = 0; j < i; j++) {
            if (strview_equal(strview_trim(data->items[i].text), strview_trim(data->items[j].text))) {
                say(check, ACTIVITY_MISTAKE_ORDER, i, true, "a step before this one has the same words: which of them comes first?");
            }
        }
    }
}

static void check_plan(Check *check)
{
    char message[160];
    const ActivityData *data = check->data;
    int low = 0, high = 0, movable = 0, outside = 0, total = activity_total(data);
    for (size_t i = 0; i < data->item_count; i++) {
        const ActivityItem *part = &data->items[i];
        low += part->low;
        high += part->high;
        movable += !activity_is_fixed(part);
        outside += part->start < part->low || part->start > part->high;
    }
    if (low > total || high < total) {
        (void)snprintf(message, sizeof message, "the parts have %d together (the sum of '#start:'), and their ranges allow %d to %d", total, low, high);
        say(check, ACTIVITY_MISTAKE_PLAN, SIZE_MAX, false, message);
    }
    if (movable < 2) {
        say(check, ACTIVITY_MISTAKE_PLAN, SIZE_MAX, false, "fewer than two parts can be changed");
    }
    if (outside == 0) {
        say(check, ACTIVITY_MISTAKE_PLAN, SIZE_MAX, true, "all parts are within their ranges from the start: nothing is left to do");
    }
}

static void check_build(Check *check)
{
    size_t items[ACTIVITY_WORDS_MAX];
    unsigned unknown = 0;
    for (size_t i = 0; i < check->data->item_count; i++) {
        unknown += !check->data->items[i].is_known;
    }
    if (unknown < ACTIVITY_WORDS_MIN) {
        say(check, ACTIVITY_MISTAKE_BUILD, SIZE_MAX, false, "a passphrase has three words or four, and fewer words are without '#known'");
    } else if (activity_find_strong(check->data, NULL, items) == 0) {
        say(check, ACTIVITY_MISTAKE_BUILD, SIZE_MAX, true,
            "no three or four of the words without '#known' make a strong passphrase: take longer or less common ones");
    }
}

static void check_slot(Check *check, size_t slot)
{
    char message[120];
    const ActivityData *data = check->data;
    unsigned pieces = 0, clear = 0;
    for (size_t i = 0; i < data->item_count; i++) {
        const ActivityItem *piece = &data->items[i];
        bool is_here = piece->role == ACTIVITY_PIECE && strview_equal(piece->key, data->items[slot].key);
        pieces += is_here;
        clear += is_here && piece->is_clear;
    }
    if (pieces < 2 || pieces > 3) {
        (void)snprintf(message, sizeof message, "a slot needs 2 to 3 pieces; this one has %u", pieces);
        say(check, ACTIVITY_MISTAKE_COUNT, slot, pieces > 3, message);
    }
    if (clear == 0) {
        say(check, ACTIVITY_MISTAKE_SAY, slot, false, "no piece for this slot is '#clear'");
    }
}

static void check_say(Check *check)
{
    for (size_t i = 0; i < check->data->item_count; i++) {
        if (check->data->items[i].role == ACTIVITY_SLOT) {
            check_slot(check, i);
        }
    }
}

bool activity_data_check(const ActivityData *data, ActivityReport *report, void *user)
{
    Check check = { data, report, user, true };
    for (size_t i = 0; i < data->item_count; i++) {
        check_item(&check, i);
    }
    check_counts(&check);
    check_keys(&check);
    if (!check.is_playable) {
        return false; /* what follows would be said of half an activity */
    }
    if (data->kind == ACTIVITY_ORDER) {
        check_order(&check);
    } else if (data->kind == ACTIVITY_PLAN) {
        check_plan(&check);
    } else if (data->kind == ACTIVITY_BUILD) {
        check_build(&check);
    } else if (data->kind == ACTIVITY_SAY) {
        check_say(&check);
    }
    return check.is_playable;
}
