#include "activity_internal.h"

/* Which item goes where: one move nearer to all right. */

bool activity_has_help(const ActivityState *state)
{
    return state->tries >= ACTIVITY_HELP_TRIES;
}

static ActivityRole home_role(ActivityRole role)
{
    return role == ACTIVITY_CARD ? ACTIVITY_BASKET : ACTIVITY_RIGHT;
}

/* Behind the nearest of the steps that stand and come before it. */
static int place_of_step(const ActivityData *data, const ActivityState *state, size_t step)
{
    uint32_t standing = activity_standing_steps(data, state);
    int to = 0;
    for (size_t i = 0; i < step; i++) {
        if (standing & UINT32_C(1) << i) {
            to = state->place[i] + 1;
        }
    }
    return to - (to > state->place[step]); /* its own place closes */
}

static int place_of(const ActivityData *data, const ActivityState *state, size_t item)
{
    const ActivityItem *thing = &data->items[item];
    if (data->kind == ACTIVITY_SPOT) {
        return thing->role == ACTIVITY_CLUE;
    }
    return data->kind == ACTIVITY_ORDER ? place_of_step(data, state, item)
                                        : (int)activity_find_key(data, home_role(thing->role), thing->key);
}

/* The first wrong thing goes where it belongs. */
static bool help_one(const ActivityData *data, const ActivityState *state, ActivityMove *move)
{
    for (size_t i = 0; i < data->item_count; i++) {
        if (!activity_is_in_place(data, state, i)) {
            *move = (ActivityMove){ i, place_of(data, state, i) };
            return true;
        }
    }
    return false;
}

static bool is_said_clearly(const ActivityData *data, const ActivityState *state, size_t slot)
{
    size_t piece = activity_item_at(data, state, (int)slot);
    return piece != SIZE_MAX && data->items[piece].is_clear;
}

/* The first clear piece of a slot that has none. */
static bool help_say(const ActivityData *data, const ActivityState *state, ActivityMove *move)
{
    for (size_t i = 0; i < data->item_count; i++) {
        const ActivityItem *piece = &data->items[i];
        size_t slot = piece->is_clear ? activity_find_key(data, ACTIVITY_SLOT, piece->key) : SIZE_MAX;
        if (slot != SIZE_MAX && !is_said_clearly(data, state, slot)) {
            *move = (ActivityMove){ i, (int)slot };
            return true;
        }
    }
    return false;
}

/* --- plan ----------------------------------------------------------------------------------------- */

static int clamp(int amount, const ActivityItem *part)
{
    return amount < part->low ? part->low : amount > part->high ? part->high : amount;
}

/* Amounts within all ranges that give all out, near to what is there. */
static void find_amounts(const ActivityData *data, const ActivityState *state, int *amounts)
{
    int open = activity_total(data);
    for (size_t i = 0; i < data->item_count; i++) {
        amounts[i] = clamp(state->place[i], &data->items[i]);
        open -= amounts[i];
    }
    for (size_t i = 0; i < data->item_count; i++) {
        int changed = clamp(amounts[i] + open, &data->items[i]);
        open -= changed - amounts[i];
        amounts[i] = changed;
    }
}

/* What is too much is taken away first: there is then enough for the others. */
static bool help_plan(const ActivityData *data, const ActivityState *state, ActivityMove *move)
{
    int amounts[ACTIVITY_ITEMS_MAX];
    find_amounts(data, state, amounts);
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < data->item_count; i++) {
            if (pass == 0 ? state->place[i] > amounts[i] : state->place[i] < amounts[i]) {
                *move = (ActivityMove){ i, amounts[i] };
                return true;
            }
        }
    }
    return false;
}

/* --- build ---------------------------------------------------------------------------------------- */

/* A passphrase to aim at; any words that others do not know where none is strong. */
static size_t find_goal(const ActivityData *data, const ActivityState *state, size_t *items)
{
    size_t count = activity_find_strong(data, state, items);
    for (size_t i = 0; count < ACTIVITY_WORDS_MIN && i < data->item_count; i++) {
        if (!data->items[i].is_known) {
            items[count++] = i;
        }
    }
    return count;
}

static bool help_build(const ActivityData *data, const ActivityState *state, ActivityMove *move)
{
    size_t goal[ACTIVITY_WORDS_MAX];
    if (activity_check(data, state).is_right) {
        return false;
    }
    size_t count = find_goal(data, state, goal);
    for (size_t i = 0; i < data->item_count; i++) {
        bool is_wanted = false;
        for (size_t j = 0; j < count; j++) {
            is_wanted |= goal[j] == i;
        }
        if (!is_wanted && state->place[i] != ACTIVITY_NOWHERE) {
            *move = (ActivityMove){ i, ACTIVITY_NOWHERE };
            return true;
        }
    }
    for (size_t i = 0; i < count; i++) {
        if (state->place[goal[i]] != (int)i) {
            *move = (ActivityMove){ goal[i], (int)i };
            return true;
        }
    }
    return false;
}

bool activity_help(const ActivityData *data, const ActivityState *state, ActivityMove *move)
{
    switch (data->kind) {
    case ACTIVITY_SORT:
    case ACTIVITY_SPOT:
    case ACTIVITY_ORDER:
    case ACTIVITY_MATCH:
        return help_one(data, state, move);
    case ACTIVITY_PLAN:
        return help_plan(data, state, move);
    case ACTIVITY_SAY:
        return help_say(data, state, move);
    case ACTIVITY_BUILD:
        return help_build(data, state, move);
    case ACTIVITY_KIND_COUNT:
        break;
    }
    return false;
}
