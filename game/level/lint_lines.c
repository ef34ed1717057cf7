#include "lint_state.h"

static uint16_t *find_slot(const Walk *walk, StrView id)
{
    size_t at = strview_hash(id) & (walk->slot_count - 1);
    while (walk->line_slots[at] != WALK_NOTHING &&
           !strview_equal(yarn_program_line(walk->lint->program, walk->line_slots[at]).id, id)) {
        at = (at + 1) & (walk->slot_count - 1);
    }
    return &walk->line_slots[at];
}

static WalkLine look_up(const Lint *lint, const YarnLineInfo *line)
{
    return (WalkLine){ .place = line->place,
                       .words = lint_word_count(lint_spoken(line)),
                       .is_hint = yarn_line_has_tag(line, SV("hint")),
                       .is_reason = yarn_line_has_tag(line, SV("reason")),
                       .is_why = yarn_line_has_tag(line, SV("why")),
                       .is_shown = yarn_line_tag_value(line, SV("show")).len > 0,
                       .is_spoken = line->speaker.len > 0 && !line->is_option,
                       .is_moment = yarn_line_tag_value(line, SV("moment")).len > 0,
                       .is_next = yarn_line_has_tag(line, SV("next")),
                       .is_ask = yarn_line_has_tag(line, SV("ask")),
                       .is_words = yarn_line_has_tag(line, SV("words")),
                       .is_debrief = lint_is_in_node_tagged(lint, line, SV("debrief")),
                       .is_notes = lint_is_in_node_tagged(lint, line, SV("notes")) };
}

bool walk_lines_create(Walk *walk)
{
    const Lint *lint = walk->lint;
    walk->line_count = yarn_program_line_count(lint->program);
    if (walk->line_count == 0 || walk->line_count >= WALK_NOTHING) {
        return walk->line_count == 0;
    }
    for (walk->slot_count = 16; walk->slot_count < walk->line_count * 2;) {
        walk->slot_count *= 2;
    }
    walk->lines = alloc_take(lint->alloc, walk->line_count, sizeof *walk->lines);
    walk->line_slots = alloc_take(lint->alloc, walk->slot_count, sizeof *walk->line_slots);
    if (!walk->lines || !walk->line_slots) {
        return false;
    }
    for (size_t i = 0; i < walk->slot_count; i++) {
        walk->line_slots[i] = WALK_NOTHING;
    }
    for (size_t i = 0; i < walk->line_count; i++) {
        YarnLineInfo line = yarn_program_line(lint->program, i);
        walk->lines[i] = look_up(lint, &line);
        walk->counts->lines += !walk->lines[i].is_notes;
        *find_slot(walk, line.id) = (uint16_t)i;
    }
    return true;
}

void walk_lines_destroy(Walk *walk)
{
    alloc_free(walk->lint->alloc, walk->lines, walk->line_count * sizeof *walk->lines);
    alloc_free(walk->lint->alloc, walk->line_slots, walk->slot_count * sizeof *walk->line_slots);
}

uint16_t walk_line_index(const Walk *walk, const YarnLineInfo *line)
{
    return *find_slot(walk, line->id);
}

YarnPlace walk_line_place(const Walk *walk, uint16_t index)
{
    return index == WALK_NOTHING ? (YarnPlace){ 0 } : walk->lines[index].place;
}

/* The first line of each stretch that no way leads to. */
void walk_report_unseen(const Walk *walk)
{
    StrView node = SV("");
    bool was_seen = true;
    for (size_t i = 0; i < walk->line_count; i++) {
        const WalkLine *line = &walk->lines[i];
        StrView in = yarn_program_line(walk->lint->program, i).node;
        bool is_seen = line->is_seen || line->is_notes;
        if (!is_seen && (was_seen || !strview_equal(in, node))) {
            lint_say(walk->lint, DIAG_WARNING, "level-unreached", line->place, walk->seed > 1 ? "no way that was tried leads here"
                                                                                            : "no way through the level leads here");
        }
        was_seen = is_seen;
        node = in;
    }
}
