#ifndef SANGO_ACTIVITY_INTERNAL_H
#define SANGO_ACTIVITY_INTERNAL_H

#include "sango/activity/activity.h"

enum { ACTIVITY_AMOUNT_MAX = 99 }; /* of a part */

/* The kind that a role belongs to, and the tag that makes it, such as "card:"; NOTHING and HINT have no kind. */
ActivityKind activity_kind_of(ActivityRole role);
const char *activity_role_tag(ActivityRole role);

bool activity_is_fixed(const ActivityItem *part);
/* The item of a role and key, such as a card's basket; SIZE_MAX when there is none. */
size_t activity_find_key(const ActivityData *data, ActivityRole role, StrView key);
/* True when the thing may stay where it is: the card, left or piece is right there, the part within its range. */
bool activity_is_in_place(const ActivityData *data, const ActivityState *state, size_t item);
/* order: bits of the steps that may stay while the fewest others move. */
uint32_t activity_standing_steps(const ActivityData *data, const ActivityState *state);

/* order: steps are shown where they are. */
void activity_show_steps(const ActivityData *data, ActivityState *state);

/* How hard the words together are to guess, 0 .. ACTIVITY_STRENGTH_MAX; `known` are nearly no work for whoever guesses. */
unsigned activity_strength_of(const StrView *words, size_t count, const StrView *known, size_t known_count);
/* build: the strength of a list of words by item, at most ACTIVITY_WORDS_MAX. */
unsigned activity_strength_of_items(const ActivityData *data, const size_t *items, size_t count);
/* build: a strong passphrase without known words that has as many of the chosen words as possible; `items` has room for
 * ACTIVITY_WORDS_MAX. Returns the number of words, 0 when there is none. */
size_t activity_find_strong(const ActivityData *data, const ActivityState *state, size_t *items);

#endif
