#include "lint_state.h"

/* All ways through a level are walked depth first. A place that was met before in the
 * same state is not walked again: what holds for all ways from there is taken from the
 * first time. A way that comes back to a place that it has passed is not followed
 * round the circle a second time. */

enum {
    WALK_DEPTH_MAX = 400, /* choices on one way */
    WALK_EVENTS_MAX = 20000, /* between two choices */
    MEMO_START = 1024,
    CHANCE_TRIES = 16
};
#define WALK_OPEN UINT32_MAX

static WayValue walk_choices(Walk *walk, size_t depth, WayState *state, const YarnEvent *event);

/* --- memory --------------------------------------------------------------------------- */

static WalkMemo *memo_slot(WalkMemo *memo, size_t capacity, uint64_t key)
{
    size_t at = (size_t)(key >> 20) & (capacity - 1);
    while (memo[at].key && memo[at].key != key) {
        at = (at + 1) & (capacity - 1);
    }
    return &memo[at];
}

static bool grow_memo(Walk *walk)
{
    const Allocator *alloc = walk->lint->alloc;
    size_t capacity = walk->memo_capacity ? walk->memo_capacity * 2 : MEMO_START;
    WalkMemo *grown = alloc_take(alloc, capacity, sizeof *grown);
    if (!grown) {
        return false;
    }
    for (size_t i = 0; i < walk->memo_capacity; i++) {
        if (walk->memo[i].key) {
            *memo_slot(grown, capacity, walk->memo[i].key) = walk->memo[i];
        }
    }
    alloc_free(alloc, walk->memo, walk->memo_capacity * sizeof *walk->memo);
    walk->memo = grown;
    walk->memo_capacity = capacity;
    return true;
}

static uint64_t hash_place(const YarnVm *vm, const WayState *state)
{
    uint64_t hash = yarn_vm_state_hash(vm);
    const unsigned char *byte = (const unsigned char *)state;
    for (size_t i = 0; i < sizeof *state; i++) {
        hash = (hash ^ byte[i]) * UINT64_C(1099511628211);
    }
    return hash ? hash : 1;
}

static YarnVm *vm_at(Walk *walk, size_t depth)
{
    const Allocator *alloc = walk->lint->alloc;
    while (walk->vm_count <= depth) {
        YarnVm **grown = alloc_grow(alloc, walk->vms, &walk->vm_capacity, walk->vm_count + 1, sizeof(YarnVm *));
        if (!grown) {
            return NULL;
        }
        walk->vms = grown;
        YarnVmOptions options = { .program = walk->lint->program, .alloc = alloc, .user = &walk->user, .seed = 1 };
        if (yarn_vm_create(&options, &walk->vms[walk->vm_count]) != STATUS_OK) {
            return NULL;
        }
        walk->vm_count++;
    }
    return walk->vms[depth];
}

static void note_ending(Walk *walk, const WayState *state)
{
    for (size_t i = 0; i < walk->ending_count; i++) {
        if (walk->endings[i] == state->debrief_hash) {
            return;
        }
    }
    uint64_t *grown = alloc_grow(walk->lint->alloc, walk->endings, &walk->ending_capacity, walk->ending_count + 1, sizeof *grown);
    if (!grown) {
        walk->is_out_of_memory = true;
        return;
    }
    walk->endings = grown;
    grown[walk->ending_count++] = state->debrief_hash;
}

/* --- ways ------------------------------------------------------------------------------- */

static void say_endless(Walk *walk, YarnPlace place)
{
    lint_say(walk->lint, DIAG_ERROR, "level-ending", place, "from here the story goes on and on without a choice or an end");
}

/* The session stops a story in which so much comes without a line that waits: see limit_unseen() there. */
static void count_unseen(Walk *walk, unsigned *unseen, YarnPlace place)
{
    if (++*unseen == SESSION_UNSEEN_MAX + 1) {
        lint_say(walk->lint, DIAG_ERROR, "level-ending", place,
                 "the game stops here: %d commands, items or #along lines came without a line or a choice that waits", SESSION_UNSEEN_MAX);
    }
}

static void take_activity(Walk *walk, const WayState *state, const Command *command, WalkCost *cost)
{
    if (command->kind == COMMAND_ACTIVITY && state->frame_decision < WALK_DECISIONS_MAX) {
        walk->activities |= UINT32_C(1) << state->frame_decision;
        cost->pause_ms += LINT_ACTIVITY_SECONDS * 1000;
    }
}

static unsigned pace_of(const Walk *walk)
{
    unsigned pace = walk->user.band == BAND_YOUNGER ? LINT_WORDS_PER_MINUTE_YOUNGER : LINT_WORDS_PER_MINUTE_OLDER;
    return walk->lint->pack->has_pictures ? 0 : pace; /* pages of pictures cost the same, see way_take_line() */
}

/* From where the VM of this depth stands to the next choice or the end, and on. */
static WayValue walk_on(Walk *walk, size_t depth, WayState *state)
{
    static const WayValue end = { .paths = 1, .is_known = true };
    YarnVm *vm = walk->vms[depth];
    WayValue value = end;
    YarnEvent event;
    Command command;
    WalkCost cost = { 0 };
    unsigned unseen = 0;
    for (int i = 0; i < WALK_EVENTS_MAX && yarn_vm_next(vm, &event); i++) {
        switch (event.kind) {
        case YARN_EVENT_LINE: {
            way_take_line(walk, state, event.line.info, &cost);
            bool is_along = yarn_line_has_tag(event.line.info, SV("bubble")) && yarn_line_has_tag(event.line.info, SV("along"));
            if (is_along || activity_role(event.line.info->tags, event.line.info->tag_count) != ACTIVITY_NOTHING) {
                count_unseen(walk, &unseen, event.line.info->place);
            } else {
                unseen = 0;
            }
            break;
        }
        case YARN_EVENT_COMMAND:
            count_unseen(walk, &unseen, event.place);
            if (command_parse(event.text, event.place, walk->lint->diags, &command)) {
                way_take_command(walk, state, &command);
                way_take_stage(walk, state, &command);
                take_activity(walk, state, &command, &cost);
            }
            break;
        case YARN_EVENT_OPTIONS:
            value = walk_choices(walk, depth, state, &event);
            value_add_cost(&value, &cost, pace_of(walk));
            return value;
        case YARN_EVENT_END:
            way_check_end(walk, state);
            note_ending(walk, state);
            value_add_cost(&value, &cost, pace_of(walk));
            return value;
        case YARN_EVENT_FAULT:
            if (strview_equal(event.text, SV("out of memory"))) { /* no mistake of the author */
                walk->is_out_of_memory = true;
                return value;
            }
            lint_say(walk->lint, DIAG_ERROR, "level-ending", event.place, "on some way the story breaks off here: %.*s",
                     SV_ARG(event.text));
            return value;
        case YARN_EVENT_NODE_START:
            (void)walk_enter_node(walk, event.text);
            break;
        case YARN_EVENT_NODE_END:
            break;
        }
    }
    say_endless(walk, walk_line_place(walk, state->last_line));
    return (WayValue){ 0 };
}

/* Takes one option (SIZE_MAX: none can be taken) in a copy of the VM. */
static void walk_option(Walk *walk, size_t depth, const WayState *state, const YarnEvent *event, size_t index, WayValue *sum)
{
    YarnVm *next = vm_at(walk, depth + 1);
    if (!next || yarn_vm_copy(next, walk->vms[depth]) != STATUS_OK) {
        walk->is_out_of_memory = true;
        return;
    }
    WayState after = *state;
    size_t nodes = walk->node_count;
    uint16_t option_before = walk->option;
    unsigned maximum = 0;
    WalkCost cost = { 0 };
    int gain = 0;
    (void)yarn_vm_select(next, index);
    if (index != SIZE_MAX) {
        const YarnLineInfo *option = event->options[index].line.info;
        gain = way_take_answer(walk, &after, option, &maximum);
        walk->option = walk_line_index(walk, option);
        cost = (WalkCost){ .words = walk->lines[walk->option].words, .pause_ms = LINT_CHOICE_SECONDS * 1000 };
    }
    WayValue way = walk_on(walk, depth + 1, &after);
    walk->node_count = nodes;
    walk->option = option_before;
    value_add_cost(&way, &cost, pace_of(walk));
    value_add_way(sum, &way, gain, maximum);
}

static bool store_value(Walk *walk, uint64_t key, const WayValue *value)
{
    WayValue *grown = alloc_grow(walk->lint->alloc, walk->values, &walk->value_capacity, walk->value_count + 1, sizeof *grown);
    if (!grown) {
        return false;
    }
    walk->values = grown;
    grown[walk->value_count] = *value;
    memo_slot(walk->memo, walk->memo_capacity, key)->value = (uint32_t)walk->value_count++;
    return true;
}

static WayValue walk_choices(Walk *walk, size_t depth, WayState *state, const YarnEvent *event)
{
    WayValue sum = { 0 };
    way_check_options(walk, state, event);
    uint64_t key = hash_place(walk->vms[depth], state);
    if ((walk->place_count + 1) * 2 > walk->memo_capacity && !grow_memo(walk)) {
        walk->is_out_of_memory = true;
    }
    if (walk->is_out_of_memory) {
        return sum;
    }
    WalkMemo *slot = memo_slot(walk->memo, walk->memo_capacity, key);
    if (slot->key) {
        return slot->value == WALK_OPEN ? sum : walk->values[slot->value];
    }
    if (depth >= WALK_DEPTH_MAX || walk->place_count >= LINT_PATHS_MAX) {
        walk->counts->was_cut = true;
        walk->has_circle = walk->has_circle || walk_report_circle(walk);
        return sum;
    }
    *slot = (WalkMemo){ key, WALK_OPEN };
    walk->place_count++;
    bool has_enabled = false;
    for (size_t i = 0; i < event->option_count && !walk->is_out_of_memory; i++) {
        if (event->options[i].enabled) {
            has_enabled = true;
            walk_option(walk, depth, state, event, i, &sum);
        }
    }
    if (!has_enabled) {
        walk_option(walk, depth, state, event, SIZE_MAX, &sum);
    }
    walk->is_out_of_memory |= !store_value(walk, key, &sum);
    return sum;
}

/* --- the whole level ------------------------------------------------------------------------ */

static WayValue walk_band(Walk *walk, unsigned band, bool is_exact)
{
    WayState state;
    WayValue nothing = { 0 };
    walk->user = (LevelUser){ SV("Noodle Ninja"), band };
    walk->is_exact = is_exact;
    alloc_free(walk->lint->alloc, walk->memo, walk->memo_capacity * sizeof *walk->memo);
    walk->memo = NULL;
    walk->memo_capacity = walk->place_count = walk->value_count = walk->node_count = 0;
    walk->option = WALK_NOTHING;
    way_begin(&state);
    YarnVm *vm = vm_at(walk, 0);
    if (!vm) {
        walk->is_out_of_memory = true;
        return nothing;
    }
    yarn_vm_reset(vm, walk->seed);
    (void)yarn_vm_start(vm, walk->lint->level->start); /* level_open() has made sure of it */
    return walk_on(walk, 0, &state);
}

static void check_whole(Walk *walk, const WayValue *value)
{
    YarnPlace start = lint_node_place(walk->lint, walk->lint->level->start);
    if (walk->counts->was_cut && walk->has_circle) {
        return;
    }
    if (walk->counts->was_cut) {
        lint_say(walk->lint, DIAG_ERROR, "level-walk", start, "the level has too many ways to walk them all; the rest was not checked");
        return;
    }
    if (!value->is_known) {
        say_endless(walk, start);
        return;
    }
    if (value->least_lost > 0) {
        lint_say(walk->lint, DIAG_ERROR, "level-full-score", start, "no way earns all points; the best one lacks %d", value->least_lost);
    }
    if (!walk->has_telling) {
        lint_say(walk->lint, DIAG_ERROR, "level-telling", start, "on no way can a grown-up be told (#tell)");
    }
}

static void walk_bands(Walk *walk, bool *is_first)
{
    for (unsigned band = BAND_YOUNGER; band <= BAND_OLDER && !walk->is_out_of_memory; band <<= 1) {
        if (!(walk->lint->level->bands & band)) {
            continue;
        }
        WayValue value = walk_band(walk, band, false);
        if (walk->needs_exact && !walk->is_out_of_memory) {
            value = walk_band(walk, band, true);
        }
        if (!walk->is_out_of_memory) {
            check_whole(walk, &value);
            value_note(walk->counts, &value, *is_first);
            *is_first = false;
        }
    }
}

/* Where the story is left to chance, every way is walked again with other luck. Luck is not all that may
 * happen, so a note says it. */
static void walk_chance(Walk *walk, bool *is_first)
{
    YarnOutline *outline = NULL;
    YarnPlace place;
    if (lint_outline(walk->lint, &outline) != STATUS_OK) {
        walk->is_out_of_memory = true;
        return;
    }
    if (lint_find_chance(outline, &place)) {
        lint_note(walk->lint, "level-chance", place, "what comes here is left to chance; it was tried %d times",
                  CHANCE_TRIES);
        while (walk->seed < CHANCE_TRIES && !walk->is_out_of_memory && !walk->counts->was_cut) {
            walk->seed++;
            walk_bands(walk, is_first);
        }
    }
    yarn_outline_destroy(outline);
}

static void walk_all(Walk *walk)
{
    bool is_first = true;
    walk_bands(walk, &is_first);
    if (!walk->is_out_of_memory && !walk->counts->was_cut) {
        walk_chance(walk, &is_first);
    }
    if (!walk->is_out_of_memory && !walk->counts->was_cut) {
        walk_report_unseen(walk);
    }
}

Status lint_walk(Lint *lint, LintWalk *counts)
{
    const Allocator *alloc = lint->alloc;
    Walk walk = { .lint = lint, .counts = counts, .seed = 1 };
    arena_init(&walk.names, alloc, 1024);
    if (walk_lines_create(&walk)) {
        walk_all(&walk);
    } else if (walk.line_count >= WALK_NOTHING) {
        lint_say(lint, DIAG_ERROR, "level-walk", lint_node_place(lint, lint->level->start), "a level has at most %d lines", WALK_NOTHING - 1);
    } else {
        walk.is_out_of_memory = true;
    }
    counts->endings = walk.ending_count;
    for (size_t i = 0; i < walk.decision_count; i++) {
        counts->activities += walk.activities >> i & 1;
    }
    counts->decisions = walk.decision_count - counts->activities;
    for (size_t i = 0; i < walk.vm_count; i++) {
        yarn_vm_destroy(walk.vms[i]);
    }
    alloc_free(alloc, walk.vms, walk.vm_capacity * sizeof(YarnVm *));
    alloc_free(alloc, walk.memo, walk.memo_capacity * sizeof *walk.memo);
    alloc_free(alloc, walk.values, walk.value_capacity * sizeof *walk.values);
    alloc_free(alloc, walk.nodes, walk.node_capacity * sizeof *walk.nodes);
    alloc_free(alloc, walk.endings, walk.ending_capacity * sizeof *walk.endings);
    walk_lines_destroy(&walk);
    arena_release(&walk.names);
    return walk.is_out_of_memory ? STATUS_NOMEM : STATUS_OK;
}
