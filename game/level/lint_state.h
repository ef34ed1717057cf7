#ifndef SANGO_LEVEL_LINT_STATE_H
#define SANGO_LEVEL_LINT_STATE_H

#include "lint_internal.h"
#include "sango/level/session.h"
#include "sango/yarn/vm.h"

enum { WALK_DECISIONS_MAX = 32, WALK_ACTORS_MAX = 32, WALK_NOTHING = 0xFFFF };

/* What the walk must remember of the way so far, beside the VM: only what can change
 * what comes later, so that ways meet again. All bytes are part of its hash. */
typedef struct WayState {
    uint8_t tries[WALK_DECISIONS_MAX]; /* how each decision stands */
    uint16_t owed_reason;              /* line index of the choice without a reason yet, or WALK_NOTHING */
    uint16_t owed_way_back;            /* line index of the risky choice without a way back yet, or WALK_NOTHING */
    uint8_t owed_decision;             /* of owed_way_back */
    uint8_t frame_role;                /* OptionsRole of the next options */
    uint8_t frame_decision;            /* or WALK_DECISIONS_MAX */
    uint8_t moments, nexts, asks, words; /* debrief lines so far, at most 9 */
    uint8_t is_in_debrief;
    uint16_t last_line;    /* line index, or WALK_NOTHING */
    uint8_t phone_is_open;
    uint8_t phone_app;     /* PhoneApp + 1; 0: none is open. There is no padding, which would be hashed too */
    uint32_t debrief_hash; /* of the debrief's lines: tells endings apart */
    uint32_t on_stage;     /* bits by index in Walk.actors */
} WayState;
_Static_assert(sizeof(WayState) == WALK_DECISIONS_MAX + 24, "WayState is hashed byte by byte");

/* What holds for all ways that begin at a place. */
typedef struct WayValue {
    double paths;
    unsigned shortest_words, longest_words;
    unsigned shortest_ms, longest_ms, fewest_lines;
    int best, worst;    /* points still to come */
    int least_lost;     /* of the maximum, on the best way */
    unsigned maximum;   /* points to come on the way with the most decisions */
    bool is_known;      /* false: no way from here came to an end */
} WayValue;

/* What a stretch of a way costs a child. */
typedef struct WalkCost {
    unsigned words, lines; /* lines that somebody says */
    unsigned pause_ms;     /* beside reading */
} WalkCost;

/* What the walk asks about a line, looked up once. */
typedef struct WalkLine {
    YarnPlace place;
    unsigned words;
    bool is_hint; /* read only when it is needed */
    bool is_reason, is_why, is_spoken, is_moment, is_next, is_ask, is_words, is_debrief, is_notes;
    bool is_shown; /* it has picture speech */
    bool is_seen;
} WalkLine;

typedef struct WalkMemo {
    uint64_t key; /* 0: free */
    uint32_t value; /* index, or WALK_OPEN */
} WalkMemo;

/* A page on the way that is being walked, and the choice before it. */
typedef struct WalkNode {
    StrView title;   /* lives in the program */
    uint16_t option; /* line index, or WALK_NOTHING */
} WalkNode;

typedef struct Walk {
    Lint *lint;
    LintWalk *counts;
    LevelUser user;
    YarnVm **vms; /* one for each depth, and what the options there look like */
    size_t vm_count, vm_capacity;
    WalkMemo *memo;
    size_t memo_capacity; /* a power of two */
    size_t place_count;   /* places met, in this memo */
    WayValue *values;
    size_t value_count, value_capacity;
    Arena names; /* holds the next two */
    StrView decisions[WALK_DECISIONS_MAX]; /* ids */
    size_t decision_count;
    StrView actors[WALK_ACTORS_MAX]; /* met so far */
    size_t actor_count;
    WalkLine *lines; /* as the program has them */
    size_t line_count;
    uint16_t *line_slots; /* line index by hash of its id, or WALK_NOTHING */
    size_t slot_count;    /* a power of two */
    WalkNode *nodes; /* on the way that is being walked */
    size_t node_count, node_capacity;
    uint16_t option; /* taken last on it */
    uint64_t *endings;
    size_t ending_count, ending_capacity;
    ActivityData activity; /* begun last; its texts live in the program */
    YarnPlace activity_place;
    uint64_t seed; /* of what is left to chance */
    bool has_circle; /* it was reported */
    bool is_exact; /* tell apart decisions that can gain nothing more by their points */
    bool needs_exact;
    bool has_telling;
    uint32_t activities; /* bits: those of `decisions` that are played */
    bool is_out_of_memory;
} Walk;

/* How a decision stands in WayState.tries. */
typedef enum TryState {
    TRY_NONE,
    TRY_SETTLED_3, /* safe, or okay and told */
    TRY_SETTLED_2, /* risky and told */
    TRY_OKAY,
    TRY_RISKY,
    TRY_RISKY_RECOVERED
} TryState;

/* lint_state.c: the rules about what may come when. Each reports by itself. */
void way_begin(WayState *state);
void way_take_command(Walk *walk, WayState *state, const Command *command);
void way_take_line(Walk *walk, WayState *state, const YarnLineInfo *line, WalkCost *cost);
void way_check_options(Walk *walk, WayState *state, const YarnEvent *event);
/* Points won, and *maximum raised by what could have been won. */
int way_take_answer(Walk *walk, WayState *state, const YarnLineInfo *option, unsigned *maximum);
void way_check_end(Walk *walk, const WayState *state);

/* lint_value.c: what holds for the ways from a place. `gain` of `maximum` points are won before `way`. */
/* `pace`: words a minute; 0: words take no time. */
void value_add_cost(WayValue *value, const WalkCost *cost, unsigned pace);
void value_add_way(WayValue *sum, const WayValue *way, int gain, unsigned maximum);
void value_note(LintWalk *counts, const WayValue *value, bool is_first);

/* lint_stage.c: the same for the stage and the phone. */
void way_take_stage(Walk *walk, WayState *state, const Command *command);
void way_check_phone(Walk *walk, const WayState *state, const YarnEvent *options);

/* lint_activity.c: the items of an activity, and its outcomes. */
void way_begin_activity(Walk *walk, const Command *command);
/* True for an item or a hint of the activity that is being collected. */
bool way_take_item(Walk *walk, const WayState *state, const YarnLineInfo *line);
void way_check_activity(Walk *walk, const YarnEvent *outcomes);

/* lint_phone.c: the app that is open, and what it shows. */
void way_take_app(WayState *state, const Command *command);
void way_check_bubble(Walk *walk, const WayState *state, const YarnLineInfo *line);

/* lint_promise.c: of a choice in a group of that OptionsRole. */
void way_check_promise(Walk *walk, const WayState *state, const YarnLineInfo *option);

/* lint_circle.c: notes a page of the way. False when out of memory. */
bool walk_enter_node(Walk *walk, StrView title);
/* Reports the jump that closes a circle on the way that is being walked; false when there is none. */
bool walk_report_circle(Walk *walk);

/* lint_lines.c: the table of lines. False when out of memory or over the limit. */
bool walk_lines_create(Walk *walk);
void walk_lines_destroy(Walk *walk);
uint16_t walk_line_index(const Walk *walk, const YarnLineInfo *line);
YarnPlace walk_line_place(const Walk *walk, uint16_t index);
void walk_report_unseen(const Walk *walk);

#endif
