#include "lint_state.h"

static bool is_promise(const YarnLineInfo *line)
{
    return yarn_line_has_tag(line, SV("promise"));
}

void lint_check_promises(Lint *lint)
{
    for (size_t i = 0; i < yarn_program_line_count(lint->program); i++) {
        YarnLineInfo line = yarn_program_line(lint->program, i);
        if (is_promise(&line) && line.value_count) {
            lint_say(lint, DIAG_ERROR, "level-promise", line.place, "a promise has no {expression}: its words are shown again later, when the story is over");
        }
        if (is_promise(&line) && !line.is_option) {
            lint_say(lint, DIAG_ERROR, "level-promise", lint_place_of(lint, line.place, SV("promise")),
                     "only a choice can be a promise: somebody else would have made this one");
        }
    }
}

void way_check_promise(Walk *walk, const WayState *state, const YarnLineInfo *option)
{
    if (is_promise(option) && state->frame_role != OPTIONS_PLAIN) {
        lint_say(walk->lint, DIAG_ERROR, "level-promise", option->place,
                 "a promise is not graded: take <<decision>>, <<recovery>> or <<telling>> away from before these choices");
    }
}
