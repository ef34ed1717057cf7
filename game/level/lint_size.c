#include "lint_internal.h"

/* How long an episode without reading is ("pictures"), for a queue waits behind the child. Then what a whole level has, in a pack that claims to have whole ones ("covers": "levels" or "all"). A short lesson of one's own is
 * asked for none of it; neither are the beginning and the end of the game, which belong to no world. */
enum { DECISIONS_MIN = 4, DECISIONS_MAX = 6, SPOKEN_LINES_MIN = 90, MINUTES_MIN = 8, MINUTES_MAX = 12, EPISODE_SECONDS_MIN = 90, EPISODE_SECONDS_MAX = 210 };

static unsigned whole_minutes(unsigned seconds)
{
    return (seconds + 30) / 60;
}

void lint_check_size(Lint *lint, const LintWalk *counts)
{
    YarnPlace start = lint_node_place(lint, lint->level->start);
    unsigned shortest = whole_minutes(counts->shortest_seconds), longest = whole_minutes(counts->longest_seconds);
    if (lint->pack->has_pictures && counts->paths > 0 &&
        (counts->shortest_seconds < EPISODE_SECONDS_MIN || counts->longest_seconds > EPISODE_SECONDS_MAX)) {
        lint_say(lint, DIAG_WARNING, "level-minutes", start, "the level takes %u to %u seconds; one without reading takes %d to %d",
                 counts->shortest_seconds, counts->longest_seconds, EPISODE_SECONDS_MIN, EPISODE_SECONDS_MAX);
    }
    if (!lint->pack->covers_levels || counts->paths == 0 || strview_equal(lint->level->world, SV("home"))) {
        return;
    }
    if (counts->decisions < DECISIONS_MIN || counts->decisions > DECISIONS_MAX) {
        lint_note(lint, "level-decisions", start, "the level has %zu decision%s; a whole one has %d to %d", counts->decisions,
                  counts->decisions == 1 ? "" : "s", DECISIONS_MIN, DECISIONS_MAX);
    }
    if (counts->activities == 0) {
        lint_note(lint, "level-decisions", start, "the level has no activity; a whole one has one");
    }
    if (counts->fewest_lines < SPOKEN_LINES_MIN) {
        lint_note(lint, "level-dialogue", start, "on the way with the fewest, %u lines are said; a whole level has %d", counts->fewest_lines,
                  SPOKEN_LINES_MIN);
    }
    if (shortest < MINUTES_MIN || longest > MINUTES_MAX) {
        lint_note(lint, "level-minutes", start, "the level takes %u to %u minutes; a whole one takes %d to %d", shortest, longest,
                  MINUTES_MIN, MINUTES_MAX);
    }
    if (lint->level->minutes < shortest || lint->level->minutes > longest) {
        lint_note(lint, "level-minutes", start, "pack.json says %u minutes, and the level takes %u to %u", lint->level->minutes, shortest, longest);
    }
}
