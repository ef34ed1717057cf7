#include "lint_state.h"

/* Who is on the stage, and is the phone open: on each way. */

/* The actor's bit, or 0: of one that has no picture (lint_names.c says so), or beyond the limit. */
static uint32_t actor_bit(Walk *walk, StrView actor)
{
    const LintNames *names = walk->lint->names;
    bool is_known = names->actor_count == 0;
    for (size_t i = 0; i < names->actor_count; i++) {
        is_known |= strview_equal(names->actors[i], actor);
    }
    for (size_t i = 0; i < walk->actor_count; i++) {
        if (strview_equal(walk->actors[i], actor)) {
            return UINT32_C(1) << i;
        }
    }
    if (!is_known || walk->actor_count == WALK_ACTORS_MAX) {
        return 0;
    }
    StrView kept = arena_copy(&walk->names, actor);
    if (!kept.data) {
        walk->is_out_of_memory = true;
        return 0;
    }
    walk->actors[walk->actor_count] = kept;
    return UINT32_C(1) << walk->actor_count++;
}

void way_take_stage(Walk *walk, WayState *state, const Command *command)
{
    StrView actor = command->args[0];
    if (command->kind == COMMAND_PHONE) {
        state->phone_is_open = !strview_equal(command->args[0], SV("off"));
        way_take_app(state, command);
    } else if (command->kind == COMMAND_PLACE) {
        state->on_stage = 0;
    } else if (command->kind == COMMAND_ENTER) {
        state->on_stage |= actor_bit(walk, actor);
    } else if (command->kind == COMMAND_TOOL) {
        uint32_t sango = actor_bit(walk, SV("sango"));
        if (sango && !(state->on_stage & sango)) {
            lint_say(walk->lint, DIAG_WARNING, "level-stage", lint_place_of(walk->lint, command->place, actor),
                     "on some way 'sango' is not on the stage here, so nobody shows '%.*s'", SV_ARG(actor));
        }
    } else if (command->kind == COMMAND_POSE || command->kind == COMMAND_MOVE ||
               command->kind == COMMAND_LEAVE || command->kind == COMMAND_ACT ||
               (command->kind == COMMAND_CAMERA && command_names_actor(command))) {
        uint32_t bit = actor_bit(walk, actor);
        if (bit && !(state->on_stage & bit)) {
            lint_say(walk->lint, DIAG_WARNING, "level-stage",
                     lint_place_of(walk->lint, command->place, actor),
                     "on some way '%.*s' is not on the stage here: let them <<enter>> first", SV_ARG(actor));
        }
        state->on_stage &= command->kind == COMMAND_LEAVE ? ~bit : UINT32_MAX;
    }
}

void way_check_phone(Walk *walk, const WayState *state, const YarnEvent *options)
{
    if (state->phone_is_open) {
        lint_say(walk->lint, DIAG_WARNING, "level-phone", options->options[0].line.info->place,
                 "the phone is still open at these choices; <<phone off>> before them shows the faces");
    }
}
