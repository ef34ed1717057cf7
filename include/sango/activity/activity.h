#ifndef SANGO_ACTIVITY_ACTIVITY_H
#define SANGO_ACTIVITY_ACTIVITY_H

#include "sango/base/status.h"
#include "sango/base/strbuf.h"
#include "sango/score/score.h"

/* The seven activities: a decision that is played. What one is made of (ActivityData, from the
 * lines of a script) and how far the child has come (ActivityState). No drawing, no words of its own.
 *
 *     ActivityState state;
 *     activity_begin(data, &state);
 *     activity_move(data, &state, card, basket);      … as often as the child likes
 *     if (activity_is_ready(data, &state)) {          Done may be pressed
 *         ActivityCheck check = activity_done(data, &state);
 *         if (check.is_right) … activity_grade(&state) says which outcome comes
 *         else … show check.wrong with their hints; the child moves on
 *     }
 *
 * The state has no pointers: it may be copied. Nothing here takes memory but strbufs. */
/* clang-format off */
#define ACTIVITY_KIND_LIST(X) \
    X(SORT, "sort") X(SPOT, "spot") X(ORDER, "order") X(BUILD, "build") X(PLAN, "plan") X(SAY, "say") X(MATCH, "match")

typedef enum ActivityKind {
#define X(name, text) ACTIVITY_##name,
    ACTIVITY_KIND_LIST(X)
#undef X
    ACTIVITY_KIND_COUNT
} ActivityKind;
/* clang-format on */

const char *activity_kind_name(ActivityKind kind);
bool activity_kind_find(StrView name, ActivityKind *kind); /* false: no such kind, *kind untouched */

/* What a line is, by its hashtags. */
typedef enum ActivityRole {
    ACTIVITY_NOTHING, /* an ordinary line */
    ACTIVITY_HINT,    /* belongs to the item before it */
    ACTIVITY_BASKET,  /* sort: where cards go */
    ACTIVITY_CARD,
    ACTIVITY_CLUE, /* spot: to be marked */
    ACTIVITY_FINE, /* spot: can be marked, but is all right */
    ACTIVITY_STEP, /* order */
    ACTIVITY_WORD, /* build */
    ACTIVITY_PART, /* plan */
    ACTIVITY_SLOT, /* say: where one piece goes */
    ACTIVITY_PIECE,
    ACTIVITY_LEFT, /* match: goes with a right one */
    ACTIVITY_RIGHT,
    ACTIVITY_ROLE_COUNT
} ActivityRole;

ActivityRole activity_role(const StrView *tags, size_t tag_count); /* tags without '#' */
/* True for what the child moves; false for baskets, slots and right ones, where it goes. */
bool activity_is_thing(ActivityRole role);

enum {
    ACTIVITY_ITEMS_MAX = 16,
    ACTIVITY_WORDS_MIN = 3, /* of a passphrase */
    ACTIVITY_WORDS_MAX = 4,
    ACTIVITY_STRENGTH_MAX = 4, /* zxcvbn's levels: 10^3, 10^6, 10^8 and 10^10 guesses */
    ACTIVITY_STRONG = 3,       /* from here on a passphrase is right */
    ACTIVITY_HELP_TRIES = 2, /* presses of Done after which help is offered */
    ACTIVITY_NOWHERE = -1
};

typedef struct ActivityItem {
    ActivityRole role;
    StrView id;            /* of its line; spot: the same as of the item on the phone */
    StrView text;          /* in the child's language */
    StrView hint, hint_id; /* empty when it has none */
    StrView icon, picture; /* names, empty when not said */
    StrView key;           /* name of a basket or slot or pair; of cards, pieces, lefts: of where they belong */
    StrView or_key;        /* card: a second basket that is right, too; else empty */
    int low, high, start;  /* part: its range and amount at first. Fixed when low == high == start */
    bool is_known;         /* word: others could guess it */
    bool is_clear;         /* piece: says what happened clearly */
    bool has_mistake;      /* a tag has no value that can be read */
} ActivityItem;

/* Items in the order of the script. Views are borrowed: they live as long as whoever filled it says. */
typedef struct ActivityData {
    ActivityKind kind;
    StrView id;
    StrView question, question_id; /* the last ordinary line before the items; may be empty */
    ActivityItem items[ACTIVITY_ITEMS_MAX];
    size_t item_count;
    unsigned counts[ACTIVITY_ROLE_COUNT]; /* by role, those that had no place included */
    uint64_t seed;                        /* of the shuffling */
} ActivityData;

/* A line that is an item or a hint. */
typedef struct ActivityLine {
    StrView id, text;
    const StrView *tags;
    size_t tag_count;
} ActivityLine;

/* Filling: begin, then each line of a role other than NOTHING. Views are kept, not copied.
 * False for a hint without an item before it, and an item for which there is no place. */
void activity_data_begin(ActivityData *data, ActivityKind kind, StrView id, uint64_t seed);
bool activity_data_add(ActivityData *data, const ActivityLine *line);

/* What is wrong with an activity, for whoever wrote it. */
typedef enum ActivityMistakeKind {
    ACTIVITY_MISTAKE_ITEM,  /* an item of another kind, or a tag that says nothing */
    ACTIVITY_MISTAKE_COUNT, /* too few or too many of something */
    ACTIVITY_MISTAKE_KEY,   /* a basket, slot or pair that is not there, or there twice */
    ACTIVITY_MISTAKE_ORDER, /* two steps of the same words */
    ACTIVITY_MISTAKE_PLAN,  /* cannot be met, or is met at first */
    ACTIVITY_MISTAKE_BUILD, /* no passphrase of these words is strong */
    ACTIVITY_MISTAKE_SAY,   /* no clear piece for a slot */
    ACTIVITY_MISTAKE_KIND_COUNT
} ActivityMistakeKind;
typedef void ActivityReport(void *user, ActivityMistakeKind kind, size_t item, const char *message); /* item: SIZE_MAX of the whole */
/* True when the activity can be played to its end. `report` may be NULL. */
bool activity_data_check(const ActivityData *data, ActivityReport *report, void *user);

/* --- playing. `data` has passed activity_data_check() --------------------------------------------- */

/* place[item] says where a thing is; those of other items are not used:
 *   sort   card: index of a basket's item, or NOWHERE
 *   spot   clue, fine: 1 marked, 0 not
 *   order  step: its position from 0
 *   build  word: its position in the passphrase from 0, or NOWHERE
 *   plan   part: its amount
 *   say    piece: index of its slot's item when it is chosen, or NOWHERE
 *   match  left: index of a right one's item, or NOWHERE */
typedef struct ActivityState {
    int16_t place[ACTIVITY_ITEMS_MAX];
    uint8_t shown[ACTIVITY_ITEMS_MAX]; /* indexes of all items in the order in which they are shown; order: as the steps stand now */
    uint8_t tries;                     /* times that Done was pressed; stays at 255 */
    uint8_t first_right, first_of;     /* of the first one */
    bool is_first_right, was_moved;
} ActivityState;

typedef struct ActivityMove {
    size_t item;
    int to; /* as place[] */
} ActivityMove;

/* Steps, cards, words, pieces and both sides of pairs are shuffled by the seed; nothing is right yet. */
void activity_begin(const ActivityData *data, ActivityState *state);

/* Puts a thing somewhere; false (and nothing changed) when it cannot go there. Moving:
 *   order  those between shift
 *   build  to a position up to the number of chosen words (at most ACTIVITY_WORDS_MAX): those behind shift
 *   plan   an amount of 0 or more, raised by no more than activity_left(); fixed parts do not change
 *   say    the piece that was in the slot goes back
 *   match  when there are as many right ones as lefts, the left that had the right one is parted from it */
bool activity_move(const ActivityData *data, ActivityState *state, size_t item, int to);
bool activity_can_move(const ActivityData *data, const ActivityState *state, size_t item, int to);

/* order, build: the thing at a position; say: the piece in a slot (given as its item's index). SIZE_MAX: none. */
size_t activity_item_at(const ActivityData *data, const ActivityState *state, int place);
int activity_total(const ActivityData *data);                             /* plan: of all parts: hours or coins */
int activity_left(const ActivityData *data, const ActivityState *state);  /* plan: not given out */
size_t activity_chosen(const ActivityData *data, const ActivityState *state); /* things that are put somewhere, marked or chosen */
/* build: how strong the chosen words are together, 0 .. ACTIVITY_STRENGTH_MAX; words that others know count nearly nothing. */
unsigned activity_strength(const ActivityData *data, const ActivityState *state);
/* build: the passphrase; say: what is said. With a blank between. */
void activity_phrase(const ActivityData *data, const ActivityState *state, StrBuf *out);

/* May Done be pressed: sort, match: all are put somewhere; spot: one is marked; order: one was moved; build: three words
 * are chosen; plan: nothing is left to give out; say: each slot has a piece. */
bool activity_is_ready(const ActivityData *data, const ActivityState *state);

typedef struct ActivityCheck {
    bool is_right;     /* all of it */
    unsigned right, of; /* of: > 0 */
    uint32_t wrong;    /* bits 1 << item: what has to change, each shown with its hint */
} ActivityCheck;

/* How it stands. right of how many:
 *   sort   cards in a right basket        spot   clues that are marked, less what is marked and fine
 *   order  steps that need not be moved, less one (something always stands)
 *   build  strength up to ACTIVITY_STRONG; one less at most while a known word is chosen, or fewer than three words are;
 *          wrong: the known words
 *   plan   parts within their range (fixed ones are not counted)
 *   say    slots with a clear piece       match  lefts with their right one */
ActivityCheck activity_check(const ActivityData *data, const ActivityState *state);
/* The same, and counts a try: the first one decides the grade. */
ActivityCheck activity_done(const ActivityData *data, ActivityState *state);
/* By the first Done: all right is safe, at least half okay, else risky. RISKY before the first one. */
Grade activity_grade(const ActivityState *state);

/* After ACTIVITY_HELP_TRIES presses of Done. */
bool activity_has_help(const ActivityState *state);
/* One move nearer to all right: which item goes where. False when all is right. Doing what it says until then
 * always ends. */
bool activity_help(const ActivityData *data, const ActivityState *state, ActivityMove *move);

/* --- an activity that was left half done ----------------------------------------------------------- */

/* The state as one line of text, without any words. Restoring checks all of it: STATUS_INVALID (and *state untouched) for
 * what is damaged, cannot be, or belongs to another activity or to other items. */
void activity_write(const ActivityData *data, const ActivityState *state, StrBuf *out);
Status activity_restore(const ActivityData *data, StrView text, ActivityState *state);

#endif
