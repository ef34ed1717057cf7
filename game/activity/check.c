#include "activity_internal.h"

/* How it stands, and what it is worth. */

bool activity_is_in_place(const ActivityData *data, const ActivityState *state, size_t item)
{
    const ActivityItem *thing = &data->items[item];
    int place = state->place[item];
    switch (thing->role) {
    case ACTIVITY_CARD:
    case ACTIVITY_LEFT:
        return place != ACTIVITY_NOWHERE && (strview_equal(data->items[place].key, thing->key) ||
                                             (thing->or_key.len && strview_equal(data->items[place].key, thing->or_key)));
    case ACTIVITY_CLUE:
        return place == 1;
    case ACTIVITY_FINE:
        return place == 0;
    case ACTIVITY_WORD:
        return place == ACTIVITY_NOWHERE || !thing->is_known;
    case ACTIVITY_PART:
        return place >= thing->low && place <= thing->high;
    case ACTIVITY_PIECE:
        return place == ACTIVITY_NOWHERE || thing->is_clear;
    case ACTIVITY_SLOT:
        return activity_item_at(data, state, (int)item) != SIZE_MAX;
    case ACTIVITY_STEP:
        return activity_standing_steps(data, state) & UINT32_C(1) << item;
    case ACTIVITY_NOTHING:
    case ACTIVITY_HINT:
    case ACTIVITY_BASKET:
    case ACTIVITY_RIGHT:
    case ACTIVITY_ROLE_COUNT:
        break;
    }
    return true;
}

/* The longest row of steps that stand in their order already (the latest such row when there are several). */
uint32_t activity_standing_steps(const ActivityData *data, const ActivityState *state)
{
    unsigned length[ACTIVITY_ITEMS_MAX], best = 0;
    uint32_t row[ACTIVITY_ITEMS_MAX], standing = 0;
    for (int at = 0; (size_t)at < data->item_count; at++) {
        size_t step = activity_item_at(data, state, at);
        length[at] = 1;
        row[at] = UINT32_C(1) << step;
        for (int before = 0; before < at; before++) {
            if (activity_item_at(data, state, before) < step && length[before] + 1 > length[at]) {
                length[at] = length[before] + 1;
                row[at] = row[before] | UINT32_C(1) << step;
            }
        }
        if (length[at] >= best) {
            best = length[at];
            standing = row[at];
        }
    }
    return standing;
}

static unsigned count_bits(uint32_t bits)
{
    unsigned count = 0;
    for (; bits; bits &= bits - 1) {
        count++;
    }
    return count;
}

static uint32_t bits_of(const ActivityData *data, ActivityRole role)
{
    uint32_t bits = 0;
    for (size_t i = 0; i < data->item_count; i++) {
        bits |= data->items[i].role == role ? UINT32_C(1) << i : 0;
    }
    return bits;
}

static uint32_t fixed_bits(const ActivityData *data)
{
    uint32_t bits = 0;
    for (size_t i = 0; i < data->item_count; i++) {
        bits |= activity_is_fixed(&data->items[i]) ? UINT32_C(1) << i : 0;
    }
    return bits;
}

static void check_build(const ActivityData *data, const ActivityState *state, ActivityCheck *check)
{
    size_t items[ACTIVITY_WORDS_MAX];
    bool is_enough = activity_chosen(data, state) >= ACTIVITY_WORDS_MIN;
    unsigned strength = activity_strength(data, state);
    if (is_enough && strength < ACTIVITY_STRONG && activity_find_strong(data, NULL, items) == 0) {
        strength = ACTIVITY_STRONG; /* words of a translation that cannot do better */
    }
    unsigned limit = check->wrong || !is_enough ? ACTIVITY_STRONG - 1 : ACTIVITY_STRONG;
    check->of = ACTIVITY_STRONG;
    check->right = strength < limit ? strength : limit;
}

static void check_spot(const ActivityData *data, ActivityCheck *check)
{
    uint32_t clues = bits_of(data, ACTIVITY_CLUE);
    unsigned found = count_bits(clues & ~check->wrong), spoilt = count_bits(check->wrong & ~clues);
    check->of = count_bits(clues);
    check->right = found > spoilt ? found - spoilt : 0;
}

ActivityCheck activity_check(const ActivityData *data, const ActivityState *state)
{
    ActivityCheck check = { 0 };
    uint32_t things = 0;
    for (size_t i = 0; i < data->item_count; i++) {
        check.wrong |= activity_is_in_place(data, state, i) ? 0 : UINT32_C(1) << i;
        things |= activity_is_thing(data->items[i].role) ? UINT32_C(1) << i : 0;
    }
    if (data->kind == ACTIVITY_BUILD) {
        check_build(data, state, &check);
    } else if (data->kind == ACTIVITY_SPOT) {
        check_spot(data, &check);
    } else if (data->kind == ACTIVITY_SAY) { /* in each slot nothing, or one piece, is wrong */
        check.of = count_bits(bits_of(data, ACTIVITY_SLOT));
        check.right = check.of - count_bits(check.wrong);
    } else if (data->kind == ACTIVITY_PLAN) {
        check.of = count_bits(things & ~fixed_bits(data));
        check.right = check.of - count_bits(check.wrong);
    } else {
        check.of = count_bits(things) - (data->kind == ACTIVITY_ORDER);
        check.right = check.of - count_bits(check.wrong);
    }
    check.is_right = check.right == check.of && activity_left(data, state) == 0;
    return check;
}

bool activity_is_ready(const ActivityData *data, const ActivityState *state)
{
    size_t chosen = activity_chosen(data, state);
    switch (data->kind) {
    case ACTIVITY_SORT:
        return chosen == data->counts[ACTIVITY_CARD];
    case ACTIVITY_SPOT:
        return chosen > 0;
    case ACTIVITY_ORDER:
        return state->was_moved;
    case ACTIVITY_BUILD:
        return chosen >= ACTIVITY_WORDS_MIN;
    case ACTIVITY_PLAN:
        return state->was_moved && activity_left(data, state) == 0;
    case ACTIVITY_SAY:
        return chosen == data->counts[ACTIVITY_SLOT];
    case ACTIVITY_MATCH:
        return chosen == data->counts[ACTIVITY_LEFT];
    case ACTIVITY_KIND_COUNT:
        break;
    }
    return false;
}

ActivityCheck activity_done(const ActivityData *data, ActivityState *state)
{
    ActivityCheck check = activity_check(data, state);
    if (state->tries == 0) {
        state->first_right = (uint8_t)check.right;
        state->first_of = (uint8_t)check.of;
        state->is_first_right = check.is_right;
    }
    state->tries = (uint8_t)(state->tries + (state->tries < UINT8_MAX));
    return check;
}

Grade activity_grade(const ActivityState *state)
{
    if (state->tries == 0) {
        return GRADE_RISKY;
    }
    return state->is_first_right ? GRADE_SAFE : state->first_right * 2 >= state->first_of ? GRADE_OKAY : GRADE_RISKY;
}
