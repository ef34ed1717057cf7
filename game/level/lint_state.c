#include "lint_state.h"

enum { COUNT_MAX = 9, MOMENTS = 3, WORDS_MAX = 2, CHOICES_YOUNGER_MAX = 3, CHOICES_OLDER_MAX = 4, DECISION_OLDER_MIN = 3 };

void way_begin(WayState *state)
{
    *state = (WayState){ .owed_reason = WALK_NOTHING,
                         .owed_way_back = WALK_NOTHING,
                         .frame_decision = WALK_DECISIONS_MAX,
                         .last_line = WALK_NOTHING };
}

/* --- commands ----------------------------------------------------------------------- */

static uint8_t find_decision(Walk *walk, StrView id, bool adds)
{
    for (size_t i = 0; i < walk->decision_count; i++) {
        if (strview_equal(walk->decisions[i], id)) {
            return (uint8_t)i;
        }
    }
    if (!adds || walk->decision_count == WALK_DECISIONS_MAX) {
        return WALK_DECISIONS_MAX;
    }
    StrView kept = arena_copy(&walk->names, id); /* of a command with {expressions} the text goes */
    if (!kept.data) {
        walk->is_out_of_memory = true;
        return WALK_DECISIONS_MAX;
    }
    walk->decisions[walk->decision_count] = kept;
    return (uint8_t)walk->decision_count++;
}

static void check_frame_is_free(Walk *walk, const WayState *state, YarnPlace place)
{
    if (state->frame_role != OPTIONS_PLAIN) {
        lint_say(walk->lint, DIAG_ERROR, "level-frame", place, "no choices came since the decision, activity, recovery or telling before this one");
    }
}

void way_take_command(Walk *walk, WayState *state, const Command *command)
{
    if (command_is_decision(command)) {
        check_frame_is_free(walk, state, command->place);
        state->frame_role = command->kind == COMMAND_ACTIVITY ? OPTIONS_ACTIVITY : OPTIONS_DECISION;
        if (command->kind == COMMAND_ACTIVITY) {
            way_begin_activity(walk, command);
        }
        state->frame_decision = find_decision(walk, command->args[0], true);
        if (state->frame_decision == WALK_DECISIONS_MAX && !walk->is_out_of_memory) {
            lint_say(walk->lint, DIAG_ERROR, "level-walk", command->place, "a level has at most %d decisions", WALK_DECISIONS_MAX);
        }
    } else if (command->kind == COMMAND_RECOVERY || command->kind == COMMAND_TELLING) {
        check_frame_is_free(walk, state, command->place);
        state->frame_role = command->kind == COMMAND_RECOVERY ? OPTIONS_RECOVERY : OPTIONS_TELLING;
        state->frame_decision = find_decision(walk, command->args[0], false);
        if (state->frame_decision == WALK_DECISIONS_MAX || state->tries[state->frame_decision] == TRY_NONE) {
            lint_say(walk->lint, DIAG_ERROR, "level-frame", lint_place_of(walk->lint, command->place, command->args[0]), "there was no decision '%.*s' before this on every way",
                     SV_ARG(command->args[0]));
        }
    }
}

/* --- lines --------------------------------------------------------------------------- */

static void count_up(uint8_t *count, bool is_one)
{
    *count = (uint8_t)(*count + (is_one && *count < COUNT_MAX));
}

/* Called before whatever comes behind the last line, but a #why line. */
static void check_why(Walk *walk, const WayState *state)
{
    if (state->last_line != WALK_NOTHING && walk->lines[state->last_line].is_reason) {
        lint_say(walk->lint, DIAG_WARNING, "level-why", walk_line_place(walk, state->last_line),
                 "no line with #why, for children who ask for more, stands below this #reason line");
    }
}

void way_take_line(Walk *walk, WayState *state, const YarnLineInfo *info, WalkCost *cost)
{
    uint16_t index = walk_line_index(walk, info);
    WalkLine *line = &walk->lines[index];
    line->is_seen = true;
    way_check_bubble(walk, state, info);
    (void)way_take_item(walk, state, info);
    if (line->is_reason) {
        state->owed_reason = WALK_NOTHING;
    }
    if (line->is_why && (state->last_line == WALK_NOTHING || !walk->lines[state->last_line].is_reason)) {
        lint_say(walk->lint, DIAG_ERROR, "level-why", line->place, "this #why line does not follow a #reason line");
    }
    if (!line->is_why) {
        check_why(walk, state);
    }
    count_up(&state->moments, line->is_moment);
    count_up(&state->nexts, line->is_next);
    count_up(&state->asks, line->is_ask);
    count_up(&state->words, line->is_words);
    state->is_in_debrief = line->is_debrief;
    if (line->is_debrief) {
        state->debrief_hash = state->debrief_hash * 16777619u + index + 1;
    }
    state->last_line = index;
    if (walk->lint->pack->has_pictures) {
        cost->pause_ms += line->is_shown ? LINT_PICTURES_SECONDS * 1000 : 0;
    }
    cost->words += line->is_why || line->is_hint ? 0 : line->words; /* these are read on request */
    cost->lines += line->is_spoken && !line->is_why && !line->is_debrief;
}

/* --- choices -------------------------------------------------------------------------- */

static void check_owed(Walk *walk, WayState *state, bool is_new_decision)
{
    if (state->owed_reason != WALK_NOTHING) {
        lint_say(walk->lint, DIAG_ERROR, "level-reason", walk_line_place(walk, state->owed_reason),
                 "after this choice no #reason line comes before the next choice or the end");
        state->owed_reason = WALK_NOTHING;
    }
    if (is_new_decision && state->owed_way_back != WALK_NOTHING) {
        lint_say(walk->lint, DIAG_ERROR, "level-way-back", walk_line_place(walk, state->owed_way_back),
                 "after this risky choice no way back (#recover or #tell) comes before the next decision or the end");
        state->owed_way_back = WALK_NOTHING;
    }
}

static void check_grade(Walk *walk, const WayState *state, const YarnLineInfo *option, const AnswerTags *tags)
{
    bool is_framed = state->frame_role != OPTIONS_PLAIN;
    if (is_framed && tags->grade_count == 0) {
        lint_say(walk->lint, DIAG_ERROR, "level-grade", option->place, "this choice has no grade: #safe, #okay or #risky");
    } else if (tags->grade_count > 1) {
        lint_say(walk->lint, DIAG_ERROR, "level-grade", option->place, "this choice has %u grades", tags->grade_count);
    } else if (!is_framed && (tags->grade_count || tags->tells || tags->recovers)) {
        lint_say(walk->lint, DIAG_ERROR, "level-frame", option->place,
                 "this choice is graded, but no <<decision>>, <<activity>>, <<recovery>> or <<telling>> comes before it");
    }
}

static void check_count(Walk *walk, const WayState *state, const YarnEvent *event)
{
    size_t enabled = 0;
    size_t limit = walk->lint->level->bands & BAND_YOUNGER ? CHOICES_YOUNGER_MAX : CHOICES_OLDER_MAX;
    for (size_t i = 0; i < event->option_count; i++) {
        enabled += event->options[i].enabled;
    }
    if (enabled > limit) {
        lint_say(walk->lint, DIAG_WARNING, "level-choices", event->options[0].line.info->place,
                 "here are %zu choices; the limit is %zu", enabled, limit);
    } else if (enabled == 1) {
        lint_say(walk->lint, DIAG_WARNING, "level-choices", event->options[0].line.info->place, "one choice alone is no choice");
    } else if (enabled == 0) {
        lint_say(walk->lint, DIAG_ERROR, "level-choices", event->options[0].line.info->place, "none of these choices can be taken");
    } else if (enabled < DECISION_OLDER_MIN && state->frame_role == OPTIONS_DECISION && walk->lint->level->bands == BAND_OLDER) {
        lint_say(walk->lint, DIAG_WARNING, "level-choices", event->options[0].line.info->place,
                 "a decision for ages 10-13 has three or four choices; here are %zu", enabled);
    }
}

void way_check_options(Walk *walk, WayState *state, const YarnEvent *event)
{
    bool leads_back = false, is_activity = state->frame_role == OPTIONS_ACTIVITY;
    check_why(walk, state);
    if (is_activity) {
        way_check_activity(walk, event);
    } else {
        check_count(walk, state, event);
    }
    if (!is_activity || walk->activity.kind != ACTIVITY_SPOT) { /* the screen of a spot is the phone */
        way_check_phone(walk, state, event);
    }
    for (size_t i = 0; i < event->option_count; i++) {
        const YarnLineInfo *option = event->options[i].line.info;
        AnswerTags tags = answer_tags(option);
        walk->lines[walk_line_index(walk, option)].is_seen = true;
        check_grade(walk, state, option, &tags);
        bool has_picture = yarn_line_tag_value(option, SV("icon")).len > 0 || yarn_line_tag_value(option, SV("show")).len > 0;
        if (!is_activity && !has_picture) { /* outcomes are no cards */
            lint_say(walk->lint, DIAG_ERROR, "level-icon", option->place, "this choice has no picture: #icon: and a name");
        }
        way_check_promise(walk, state, option);
        leads_back |= event->options[i].enabled && (tags.tells || tags.recovers);
        walk->has_telling |= event->options[i].enabled && tags.tells && state->frame_role != OPTIONS_PLAIN;
    }
    bool is_way_back = leads_back && (state->frame_role == OPTIONS_RECOVERY || state->frame_role == OPTIONS_TELLING) &&
                       state->frame_decision == state->owed_decision;
    if (is_way_back) {
        state->owed_way_back = WALK_NOTHING;
    }
    if (state->frame_role != OPTIONS_PLAIN) {
        check_owed(walk, state, state->frame_role == OPTIONS_DECISION || is_activity);
    }
}

static unsigned points_of(uint8_t state)
{
    switch ((TryState)state) {
    case TRY_SETTLED_3:
        return 3;
    case TRY_SETTLED_2:
    case TRY_OKAY:
        return 2;
    case TRY_RISKY_RECOVERED:
        return 1;
    case TRY_NONE:
    case TRY_RISKY:
        break;
    }
    return 0;
}

static uint8_t first_state(const AnswerTags *tags)
{
    ScoreTry attempt = { true, tags->grade, tags->recovers, tags->tells };
    unsigned points = score_try_points(&attempt);
    if (tags->grade == GRADE_RISKY) {
        return points == 2 ? TRY_SETTLED_2 : points == 1 ? TRY_RISKY_RECOVERED : TRY_RISKY;
    }
    return points == SCORE_DECISION_MAX ? TRY_SETTLED_3 : TRY_OKAY;
}

static uint8_t later_state(uint8_t state, const AnswerTags *tags)
{
    if (state == TRY_OKAY) {
        return tags->tells ? TRY_SETTLED_3 : TRY_OKAY;
    }
    if (state == TRY_RISKY || state == TRY_RISKY_RECOVERED) {
        return tags->tells ? TRY_SETTLED_2 : tags->recovers ? TRY_RISKY_RECOVERED : state;
    }
    return state;
}

int way_take_answer(Walk *walk, WayState *state, const YarnLineInfo *option, unsigned *maximum)
{
    AnswerTags tags = answer_tags(option);
    uint8_t role = state->frame_role, decision = state->frame_decision;
    uint16_t index = walk_line_index(walk, option);
    state->frame_role = OPTIONS_PLAIN;
    state->frame_decision = WALK_DECISIONS_MAX;
    *maximum = 0;
    if (role == OPTIONS_PLAIN || decision == WALK_DECISIONS_MAX) {
        return 0;
    }
    uint8_t before = state->tries[decision];
    bool is_first = role == OPTIONS_DECISION || role == OPTIONS_ACTIVITY;
    uint8_t after = is_first ? first_state(&tags) : later_state(before, &tags);
    state->owed_reason = index;
    if (is_first) {
        *maximum = before == TRY_NONE ? SCORE_DECISION_MAX : 0;
        walk->needs_exact |= before != TRY_NONE;
        bool needs_way_back = role == OPTIONS_DECISION && tags.grade == GRADE_RISKY && !tags.tells && !tags.recovers;
        state->owed_way_back = needs_way_back ? index : WALK_NOTHING;
        state->owed_decision = needs_way_back ? decision : 0;
    }
    int gain = (int)points_of(after) - (int)points_of(before);
    state->tries[decision] = after == TRY_SETTLED_2 && !walk->is_exact ? (uint8_t)TRY_SETTLED_3 : after;
    return gain;
}

/* --- the end ---------------------------------------------------------------------------- */

static void check_part(Walk *walk, YarnPlace place, unsigned count, unsigned low, unsigned high, const char *tag)
{
    _Static_assert(WORDS_MAX == 2, "the message says so");
    if (count < low || count > high) {
        const char *more = count >= COUNT_MAX ? " or more" : "";
        lint_say(walk->lint, DIAG_ERROR, "level-debrief", place, "a way that ends here has %u%s #%s line%s; it needs %u%s", count, more,
                 tag, count == 1 ? "" : "s", low, high > low ? " or 2" : "");
    }
}

void way_check_end(Walk *walk, const WayState *state)
{
    YarnPlace place = walk_line_place(walk, state->last_line);
    WayState copy = *state;
    check_why(walk, state);
    check_owed(walk, &copy, true);
    if (state->frame_role != OPTIONS_PLAIN) {
        lint_say(walk->lint, DIAG_ERROR, "level-frame", place, "the level ends before the choices of a decision, activity, recovery or telling came");
    }
    if (!state->is_in_debrief) {
        lint_say(walk->lint, DIAG_ERROR, "level-ending", place, "a way ends here, and not in a page with 'tags: debrief'");
        return;
    }
    check_part(walk, place, state->moments, MOMENTS, MOMENTS, "moment");
    check_part(walk, place, state->nexts, 1, 1, "next");
    check_part(walk, place, state->asks, 1, 1, "ask");
    check_part(walk, place, state->words, 1, WORDS_MAX, "words");
}
