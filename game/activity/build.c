#include "activity_internal.h"

/* Passphrases of an activity's words. */

unsigned activity_strength_of_items(const ActivityData *data, const size_t *items, size_t count)
{
    StrView words[ACTIVITY_WORDS_MAX], known[ACTIVITY_ITEMS_MAX];
    size_t known_count = 0;
    for (size_t i = 0; i < count; i++) {
        words[i] = data->items[items[i]].text;
    }
    for (size_t i = 0; i < data->item_count; i++) {
        if (data->items[i].is_known) {
            known[known_count++] = data->items[i].text;
        }
    }
    return activity_strength_of(words, count, known, known_count);
}

unsigned activity_strength(const ActivityData *data, const ActivityState *state)
{
    size_t items[ACTIVITY_WORDS_MAX], count = 0;
    while (data->kind == ACTIVITY_BUILD && count < ACTIVITY_WORDS_MAX) {
        size_t item = activity_item_at(data, state, (int)count);
        if (item == SIZE_MAX) {
            break;
        }
        items[count++] = item;
    }
    return activity_strength_of_items(data, items, count);
}

/* The search through all sets of three or four words that others do not know. */
typedef struct Search {
    const ActivityData *data;
    const ActivityState *state; /* NULL: the first that is found will do */
    size_t taken[ACTIVITY_WORDS_MAX], best[ACTIVITY_WORDS_MAX];
    size_t best_count;
    int best_shared;
} Search;

static int shared_words(const Search *search, size_t count)
{
    int shared = 0;
    for (size_t i = 0; search->state && i < count; i++) {
        shared += search->state->place[search->taken[i]] != ACTIVITY_NOWHERE;
    }
    return shared;
}

static void try_words(Search *search, size_t count)
{
    int shared = shared_words(search, count);
    if (shared <= search->best_shared ||
        activity_strength_of_items(search->data, search->taken, count) < ACTIVITY_STRONG) {
        return;
    }
    for (size_t i = 0; i < count; i++) {
        search->best[i] = search->taken[i];
    }
    search->best_count = count;
    search->best_shared = shared;
}

/* Takes words behind `from` until there are `wanted`. Recursion is at most ACTIVITY_WORDS_MAX deep. */
static void take_words(Search *search, size_t from, size_t count, size_t wanted)
{
    if (count == wanted) {
        try_words(search, count);
        return;
    }
    for (size_t i = from; i < search->data->item_count; i++) {
        if (!search->data->items[i].is_known && (search->state || search->best_count == 0)) {
            search->taken[count] = i;
            take_words(search, i + 1, count + 1, wanted);
        }
    }
}

size_t activity_find_strong(const ActivityData *data, const ActivityState *state, size_t *items)
{
    Search search = { .data = data, .state = state, .best_shared = -1 };
    for (size_t wanted = ACTIVITY_WORDS_MIN; wanted <= ACTIVITY_WORDS_MAX; wanted++) {
        take_words(&search, 0, 0, wanted);
    }
    for (size_t i = 0; i < search.best_count; i++) {
        items[i] = search.best[i];
    }
    return search.best_count;
}
