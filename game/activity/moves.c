#include "activity_internal.h"

#include "sango/base/rng.h"

/* Where things are, and what may be done with them. */

size_t activity_chosen(const ActivityData *data, const ActivityState *state)
{
    size_t count = 0;
    for (size_t i = 0; i < data->item_count; i++) {
        int nowhere = data->kind == ACTIVITY_SPOT ? 0 : ACTIVITY_NOWHERE;
        count += activity_is_thing(data->items[i].role) && state->place[i] != nowhere;
    }
    return count;
}

size_t activity_item_at(const ActivityData *data, const ActivityState *state, int place)
{
    bool has_places = data->kind == ACTIVITY_ORDER || data->kind == ACTIVITY_BUILD || data->kind == ACTIVITY_SAY;
    for (size_t i = 0; has_places && place >= 0 && i < data->item_count; i++) {
        if (activity_is_thing(data->items[i].role) && state->place[i] == place) {
            return i;
        }
    }
    return SIZE_MAX;
}

int activity_total(const ActivityData *data)
{
    int total = 0;
    for (size_t i = 0; i < data->item_count; i++) {
        total += data->items[i].start;
    }
    return total;
}

int activity_left(const ActivityData *data, const ActivityState *state)
{
    int left = activity_total(data);
    for (size_t i = 0; data->kind == ACTIVITY_PLAN && i < data->item_count; i++) {
        left -= state->place[i];
    }
    return data->kind == ACTIVITY_PLAN ? left : 0;
}

/* --- the beginning -------------------------------------------------------------------------------- */

/* Mixes the shown items of one role among the places that they have. */
static void shuffle_role(const ActivityData *data, ActivityState *state, ActivityRole role, Rng *rng)
{
    uint8_t places[ACTIVITY_ITEMS_MAX];
    uint32_t count = 0;
    for (size_t i = 0; i < data->item_count; i++) {
        if (data->items[state->shown[i]].role == role) {
            places[count++] = (uint8_t)i;
        }
    }
    for (; count > 1; count--) {
        uint8_t *last = &state->shown[places[count - 1]], *other = &state->shown[places[rng_below(rng, count)]];
        uint8_t kept = *last;
        *last = *other;
        *other = kept;
    }
}

void activity_show_steps(const ActivityData *data, ActivityState *state)
{
    for (size_t i = 0; i < data->item_count; i++) {
        state->shown[state->place[i]] = (uint8_t)i;
    }
}

static void put_steps(const ActivityData *data, ActivityState *state)
{
    for (size_t i = 0; i < data->item_count; i++) {
        state->place[state->shown[i]] = (int16_t)i;
    }
}

/* Of three steps all wrong orders will do; of more, one that has to be thought about. */
static void shuffle_steps(const ActivityData *data, ActivityState *state, Rng *rng)
{
    enum { TRIES = 64 };
    for (int i = 0; i < TRIES; i++) {
        shuffle_role(data, state, ACTIVITY_STEP, rng);
        put_steps(data, state);
        ActivityCheck check = activity_check(data, state);
        if (!check.is_right && (data->item_count <= 3 || check.right * 2 < check.of)) {
            return;
        }
    }
    for (size_t i = 0; i < data->item_count; i++) {
        state->shown[i] = (uint8_t)(data->item_count - 1 - i);
    }
    put_steps(data, state);
}

void activity_begin(const ActivityData *data, ActivityState *state)
{
    Rng rng;
    rng_seed(&rng, data->seed);
    *state = (ActivityState){ 0 };
    for (size_t i = 0; i < ACTIVITY_ITEMS_MAX; i++) {
        state->place[i] = ACTIVITY_NOWHERE;
        state->shown[i] = (uint8_t)i;
    }
    for (size_t i = 0; i < data->item_count; i++) {
        const ActivityItem *item = &data->items[i];
        state->place[i] = item->role == ACTIVITY_PART                                       ? (int16_t)item->start
                          : item->role == ACTIVITY_CLUE || item->role == ACTIVITY_FINE ? 0
                                                                                       : ACTIVITY_NOWHERE;
    }
    static const ActivityRole shuffled[] = { ACTIVITY_CARD, ACTIVITY_WORD, ACTIVITY_PIECE, ACTIVITY_LEFT, ACTIVITY_RIGHT };
    for (size_t i = 0; i < sizeof shuffled / sizeof shuffled[0]; i++) {
        shuffle_role(data, state, shuffled[i], &rng);
    }
    if (data->kind == ACTIVITY_ORDER) {
        shuffle_steps(data, state, &rng);
    }
}

/* --- moves ---------------------------------------------------------------------------------------- */

static bool is_item_of(const ActivityData *data, int at, ActivityRole role)
{
    return at >= 0 && (size_t)at < data->item_count && data->items[at].role == role;
}

static bool can_place_word(const ActivityData *data, const ActivityState *state, size_t item, int to)
{
    int others = (int)activity_chosen(data, state) - (state->place[item] != ACTIVITY_NOWHERE);
    return to == ACTIVITY_NOWHERE || (to >= 0 && to <= others && others < ACTIVITY_WORDS_MAX);
}

bool activity_can_move(const ActivityData *data, const ActivityState *state, size_t item, int to)
{
    if (item >= data->item_count || !activity_is_thing(data->items[item].role)) {
        return false;
    }
    const ActivityItem *thing = &data->items[item];
    switch (data->kind) {
    case ACTIVITY_SORT:
        return to == ACTIVITY_NOWHERE || is_item_of(data, to, ACTIVITY_BASKET);
    case ACTIVITY_SPOT:
        return to == 0 || to == 1;
    case ACTIVITY_ORDER:
        return to >= 0 && (size_t)to < data->item_count;
    case ACTIVITY_BUILD:
        return can_place_word(data, state, item, to);
    case ACTIVITY_PLAN:
        return !activity_is_fixed(thing) && to >= 0 && to <= state->place[item] + activity_left(data, state);
    case ACTIVITY_SAY:
        return to == ACTIVITY_NOWHERE ||
               (is_item_of(data, to, ACTIVITY_SLOT) && strview_equal(data->items[to].key, thing->key));
    case ACTIVITY_MATCH:
        return to == ACTIVITY_NOWHERE || is_item_of(data, to, ACTIVITY_RIGHT);
    case ACTIVITY_KIND_COUNT:
        break;
    }
    return false;
}

/* Takes a thing out of its row, and gives it a place there again. */
static void shift(const ActivityData *data, ActivityState *state, size_t item, int to)
{
    int from = state->place[item];
    for (size_t i = 0; i < data->item_count; i++) {
        state->place[i] = (int16_t)(state->place[i] - (from != ACTIVITY_NOWHERE && state->place[i] > from));
    }
    for (size_t i = 0; i < data->item_count; i++) {
        bool is_behind = i != item && to != ACTIVITY_NOWHERE && state->place[i] >= to;
        state->place[i] = (int16_t)(state->place[i] + is_behind);
    }
    state->place[item] = (int16_t)to;
}

/* Whoever has the place goes out of it. */
static void free_place(const ActivityData *data, ActivityState *state, int place)
{
    for (size_t i = 0; i < data->item_count; i++) {
        if (activity_is_thing(data->items[i].role) && state->place[i] == place) {
            state->place[i] = ACTIVITY_NOWHERE;
        }
    }
}

bool activity_move(const ActivityData *data, ActivityState *state, size_t item, int to)
{
    if (!activity_can_move(data, state, item, to)) {
        return false;
    }
    bool is_pair = data->kind == ACTIVITY_MATCH && data->counts[ACTIVITY_LEFT] == data->counts[ACTIVITY_RIGHT];
    if (data->kind == ACTIVITY_ORDER || data->kind == ACTIVITY_BUILD) {
        shift(data, state, item, to);
        if (data->kind == ACTIVITY_ORDER) {
            activity_show_steps(data, state);
        }
    } else {
        if (to != ACTIVITY_NOWHERE && (data->kind == ACTIVITY_SAY || is_pair)) {
            free_place(data, state, to);
        }
        state->place[item] = (int16_t)to;
    }
    state->was_moved = true;
    return true;
}

/* --- in words ------------------------------------------------------------------------------------- */

static void append_word(StrBuf *out, StrView word)
{
    strbuf_append(out, out->len ? SV(" ") : SV(""));
    strbuf_append(out, word);
}

void activity_phrase(const ActivityData *data, const ActivityState *state, StrBuf *out)
{
    StrBuf phrase;
    strbuf_init(&phrase, out->alloc);
    for (size_t i = 0; i < data->item_count; i++) {
        bool is_place = data->kind == ACTIVITY_BUILD || data->items[i].role == ACTIVITY_SLOT;
        size_t item = is_place ? activity_item_at(data, state, (int)i) : SIZE_MAX;
        if (item != SIZE_MAX) {
            append_word(&phrase, data->items[item].text);
        }
    }
    strbuf_append(out, strbuf_view(&phrase));
    out->failed |= phrase.failed;
    strbuf_release(&phrase);
}
