#include "lint_state.h"

/* Ways that never end because they go round in a circle: each round counts visits anew, so no two places are
 * alike. */

bool walk_enter_node(Walk *walk, StrView title)
{
    WalkNode *grown =
        alloc_grow(walk->lint->alloc, walk->nodes, &walk->node_capacity, walk->node_count + 1, sizeof *grown);
    if (!grown) {
        walk->is_out_of_memory = true;
        return false;
    }
    walk->nodes = grown;
    grown[walk->node_count++] = (WalkNode){ title, walk->option };
    return true;
}

/* Was the node entered before on this way? */
static bool is_back(const Walk *walk, size_t index)
{
    for (size_t i = 0; i < index; i++) {
        if (strview_equal(walk->nodes[i].title, walk->nodes[index].title)) {
            return true;
        }
    }
    return false;
}

static void say_circle(Walk *walk, size_t index)
{
    const WalkNode *from = &walk->nodes[index - 1], *to = &walk->nodes[index];
    YarnOutline *outline = NULL;
    StrView option =
        to->option == WALK_NOTHING ? SV("") : yarn_program_line(walk->lint->program, to->option).text;
    YarnPlace place = walk_line_place(walk, to->option);
    if (lint_outline(walk->lint, &outline) != STATUS_OK) {
        walk->is_out_of_memory = true;
        return;
    }
    (void)lint_find_jump(outline, from->title, to->title, option, &place);
    lint_say(
        walk->lint, DIAG_ERROR, "level-walk", place,
        "the way goes round in a circle here, back to '%.*s': a level leads on, so the rest was not checked",
        SV_ARG(to->title));
    yarn_outline_destroy(outline);
}

bool walk_report_circle(Walk *walk)
{
    for (size_t i = 1; i < walk->node_count; i++) {
        if (is_back(walk, i)) {
            say_circle(walk, i);
            return true;
        }
    }
    return false;
}
