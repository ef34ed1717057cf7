#include "play_activity.h"

#include "sango/level/command.h"

#include <stdio.h>

/* What is typed for each kind. `place` is NULL where one number is enough. */
static const struct {
    const char *thing, *place, *how;
} kinds[ACTIVITY_KIND_COUNT] = {
    [ACTIVITY_SORT] = { "cards", "baskets", "type a card and a basket, such as 1 2" },
    [ACTIVITY_SPOT] = { "on the phone", NULL, "a number marks it or takes the mark away" },
    [ACTIVITY_ORDER] = { "steps", "places", "type a step and its new place, such as 1 3" },
    [ACTIVITY_BUILD] = { "words", NULL, "a number takes a word or puts it back" },
    [ACTIVITY_PLAN] = { "parts", "amounts", "type a part and how much of it, such as 1 2" },
    [ACTIVITY_SAY] = { "pieces", NULL, "a number chooses a piece" },
    [ACTIVITY_MATCH] = { "left", "right", "type a left one and a right one, such as 1 2" },
};

void play_activity_init(PlayActivity *play)
{
    *play = (PlayActivity){ .picked = SIZE_MAX };
    arena_init(&play->texts, alloc_heap(), 1024);
}

void play_activity_release(PlayActivity *play)
{
    arena_release(&play->texts);
}

void play_activity_forget(PlayActivity *play)
{
    play->is_collecting = play->is_asked = false;
    play->picked = SIZE_MAX;
}

bool play_activity_take_command(PlayActivity *play, StrView text, YarnPlace place)
{
    Command command;
    ActivityKind kind;
    if (!command_parse(text, place, NULL, &command) || command.kind != COMMAND_ACTIVITY || !activity_kind_find(command.args[1], &kind)) {
        return true; /* of another game, or it was said when the pack was read */
    }
    arena_reset(&play->texts);
    play_activity_forget(play);
    StrView id = arena_copy(&play->texts, command.args[0]);
    activity_data_begin(&play->data, kind, id, strview_hash(id));
    play->is_collecting = true;
    return id.data != NULL;
}

bool play_activity_take_line(PlayActivity *play, const YarnLineInfo *info, StrView words, bool *is_kept)
{
    ActivityRole role = activity_role(info->tags, info->tag_count);
    *is_kept = false;
    if (!play->is_collecting || role == ACTIVITY_NOTHING) {
        return true;
    }
    /* Ids and tags live in the program, which does not change while an activity is played. */
    ActivityLine line = { info->id, arena_copy(&play->texts, words), info->tags, info->tag_count };
    (void)activity_data_add(&play->data, &line);
    *is_kept = role == ACTIVITY_HINT || play->data.kind != ACTIVITY_SPOT;
    return line.text.data != NULL;
}

/* --- printing ---------------------------------------------------------------------------------------- */

/* The n-th of the things (or places) as they are shown, from 1; SIZE_MAX when there are not so many. */
static size_t find_shown(const PlayActivity *play, bool is_thing, int number)
{
    for (size_t i = 0; number > 0 && i < play->data.item_count; i++) {
        size_t item = play->state.shown[i];
        number -= activity_is_thing(play->data.items[item].role) == is_thing;
        if (number == 0) {
            return item;
        }
    }
    return SIZE_MAX;
}

static int number_of(const PlayActivity *play, size_t item)
{
    bool is_thing = activity_is_thing(play->data.items[item].role);
    int number = 1;
    while (find_shown(play, is_thing, number) != item) {
        number++;
    }
    return number;
}

/* Where the thing is. */
static void print_thing(const PlayActivity *play, size_t item)
{
    const ActivityItem *thing = &play->data.items[item];
    int place = play->state.place[item];
    printf("    %d. %.*s", number_of(play, item), SV_ARG(thing->text));
    if (play->data.kind == ACTIVITY_PLAN) {
        printf(": %d", place);
    } else if (play->data.kind == ACTIVITY_BUILD && place != ACTIVITY_NOWHERE) {
        printf(": word %d", place + 1);
    } else if (play->data.kind == ACTIVITY_SPOT) {
        printf("%s", place ? " (marked)" : "");
    } else if (play->data.kind != ACTIVITY_BUILD && play->data.kind != ACTIVITY_ORDER && place != ACTIVITY_NOWHERE) {
        printf(" -> %.*s", SV_ARG(play->data.items[place].text));
    }
    printf("\n");
}

/* What a move may have changed. */
static void print_moved(const PlayActivity *play, size_t item)
{
    if (play->data.kind != ACTIVITY_ORDER) {
        print_thing(play, item);
        return;
    }
    for (int place = 0; (item = activity_item_at(&play->data, &play->state, place)) != SIZE_MAX; place++) {
        print_thing(play, item);
    }
}

static void print_all(const PlayActivity *play)
{
    int number = 0;
    size_t item;
    if (find_shown(play, false, 1) != SIZE_MAX) {
        printf("  %s:\n", kinds[play->data.kind].place ? kinds[play->data.kind].place : "to say");
    }
    while ((item = find_shown(play, false, ++number)) != SIZE_MAX) {
        printf("    %d. %.*s\n", number, SV_ARG(play->data.items[item].text));
    }
    printf("  %s:\n", kinds[play->data.kind].thing);
    for (number = 1; (item = find_shown(play, true, number)) != SIZE_MAX; number++) {
        print_thing(play, item);
    }
    printf("  (%s; 0 is Done)\n", kinds[play->data.kind].how);
}

static void print_phrase(const PlayActivity *play)
{
    StrBuf phrase;
    strbuf_init(&phrase, alloc_heap());
    activity_phrase(&play->data, &play->state, &phrase);
    if (play->data.kind == ACTIVITY_BUILD) {
        printf("  %s (strength %u of %d)\n", phrase.data, activity_strength(&play->data, &play->state), ACTIVITY_STRENGTH_MAX);
    } else if (play->data.kind == ACTIVITY_SAY && phrase.len) {
        printf("  \"%s\"\n", phrase.data);
    } else if (play->data.kind == ACTIVITY_PLAN) {
        printf("  (left to give out: %d)\n", activity_left(&play->data, &play->state));
    }
    strbuf_release(&phrase);
}

bool play_activity_add_outcome(PlayActivity *play, Grade grade, StrView words)
{
    play->outcomes[grade] = arena_copy(&play->texts, words);
    return play->outcomes[grade].data != NULL;
}

bool play_activity_ask(PlayActivity *play, bool is_silent)
{
    bool is_one = play->is_collecting && activity_data_check(&play->data, NULL, NULL);
    play_activity_forget(play);
    if (is_one && !is_silent) {
        play->is_asked = true;
        activity_begin(&play->data, &play->state);
        print_all(play);
    }
    return is_one;
}

/* --- typing ------------------------------------------------------------------------------------------- */

/* Where the picked thing goes when `number` was typed; an impossible place when it means none. */
static int place_meant(const PlayActivity *play, int number)
{
    enum { NONE = -2 };
    const ActivityItem *thing = &play->data.items[play->picked];
    int place = play->state.place[play->picked];
    size_t home;
    switch (play->data.kind) {
    case ACTIVITY_SORT:
    case ACTIVITY_MATCH:
        home = find_shown(play, false, number);
        return home == SIZE_MAX ? NONE : (int)home;
    case ACTIVITY_SPOT:
        return !place;
    case ACTIVITY_ORDER:
        return number - 1;
    case ACTIVITY_BUILD:
        return place == ACTIVITY_NOWHERE ? (int)activity_chosen(&play->data, &play->state) : ACTIVITY_NOWHERE;
    case ACTIVITY_PLAN:
        return number;
    case ACTIVITY_SAY:
        for (size_t i = 0; i < play->data.item_count; i++) {
            if (play->data.items[i].role == ACTIVITY_SLOT && strview_equal(play->data.items[i].key, thing->key)) {
                return (int)i;
            }
        }
        break;
    case ACTIVITY_KIND_COUNT:
        break;
    }
    return NONE;
}

static bool move_picked(PlayActivity *play, int number)
{
    size_t item = play->picked;
    int to = place_meant(play, number);
    play->picked = SIZE_MAX;
    if (!activity_move(&play->data, &play->state, item, to)) {
        printf("  it cannot go there\n");
        return false;
    }
    print_moved(play, item);
    print_phrase(play);
    return true;
}

static void print_wrong(const PlayActivity *play, const ActivityCheck *check)
{
    printf("  not all is right yet\n");
    for (size_t i = 0; i < play->data.item_count; i++) {
        const ActivityItem *item = &play->data.items[i];
        if (check->wrong & UINT32_C(1) << i) {
            printf("    %.*s%s%.*s\n", SV_ARG(item->text), item->hint.len ? ": " : "", SV_ARG(item->hint));
        }
    }
    if (activity_has_help(&play->state)) {
        printf("  (h moves one of them)\n");
    }
}

static bool press_done(PlayActivity *play, bool *is_done, Grade *grade)
{
    if (!activity_is_ready(&play->data, &play->state)) {
        printf("  it is not finished yet\n");
        return false;
    }
    ActivityCheck check = activity_done(&play->data, &play->state);
    *is_done = check.is_right;
    *grade = activity_grade(&play->state);
    if (check.is_right) {
        printf("  all is right: %.*s\n", SV_ARG(play->outcomes[*grade]));
    } else {
        print_wrong(play, &check);
    }
    return true;
}

static bool take_help(PlayActivity *play)
{
    ActivityMove move;
    if (!activity_has_help(&play->state) || !activity_help(&play->data, &play->state, &move)) {
        printf("  there is no help here\n");
        return false;
    }
    (void)activity_move(&play->data, &play->state, move.item, move.to);
    print_moved(play, move.item);
    print_phrase(play);
    return true;
}

bool play_activity_type(PlayActivity *play, StrView word, bool *is_done, Grade *grade)
{
    int32_t number;
    *is_done = false;
    if (play->picked == SIZE_MAX && strview_equal(word, SV("h"))) {
        return take_help(play);
    }
    if (!strview_to_int(word, &number)) {
        printf("  %s; 0 is Done\n", kinds[play->data.kind].how);
        return false;
    }
    if (play->picked != SIZE_MAX) {
        return move_picked(play, number);
    }
    if (number == 0) {
        return press_done(play, is_done, grade);
    }
    play->picked = find_shown(play, true, number);
    if (play->picked == SIZE_MAX) {
        printf("  there is no %d\n", (int)number);
        return false;
    }
    return kinds[play->data.kind].place != NULL || move_picked(play, 0);
}
