#include "lint_internal.h"

#include <string.h>

static bool has_word(StrView words, StrView wanted)
{
    StrView word;
    while (strview_take(&words, ' ', &word)) {
        if (strview_equal(word, wanted)) {
            return true;
        }
    }
    return false;
}

/* The powers and topics of the decisions against those of the manifest. */
static void check_subjects(Lint *lint)
{
    unsigned powers = 0;
    uint32_t topics = 0;
    YarnPlace start = lint_node_place(lint, lint->level->start);
    DiagSink unheard = { 0 };
    for (size_t i = 0; i < yarn_program_command_count(lint->program); i++) {
        YarnCommandInfo info = yarn_program_command(lint->program, i);
        Command command;
        Power power;
        if (memchr(info.text.data, '{', info.text.len) || !command_parse(info.text, info.place, &unheard, &command) ||
            !command_is_decision(&command) || !level_find_power(command_power(&command), &power)) {
            continue;
        }
        unsigned topic = (unsigned)command.number;
        powers |= 1u << power;
        topics |= UINT32_C(1) << topic;
        if (lint->level->powers && !(lint->level->powers & 1u << power)) {
            lint_say(lint, DIAG_WARNING, "level-subject", lint_place_of(lint, info.place, command_power(&command)), "the power '%s' is not among the level's in pack.json",
                     power_name(power));
        }
        if (lint->level->topics && !(lint->level->topics & UINT32_C(1) << topic)) {
            lint_say(lint, DIAG_WARNING, "level-subject", lint_place_of(lint, info.place, command.args[command.kind == COMMAND_ACTIVITY ? 3 : 2]), "the topic %u is not among the level's in pack.json", topic);
        }
    }
    for (unsigned i = 0; i < POWER_COUNT; i++) {
        if (lint->level->powers & ~powers & 1u << i) {
            lint_say(lint, DIAG_WARNING, "level-subject", start, "pack.json lists the power '%s', but no decision practises it",
                     power_name((Power)i));
        }
    }
    for (unsigned i = 1; i <= 24; i++) {
        if (lint->level->topics & ~topics & UINT32_C(1) << i) {
            lint_say(lint, DIAG_WARNING, "level-subject", start, "pack.json lists the topic %u, but no decision is about it", i);
        }
    }
}

static void check_notes(Lint *lint)
{
    static const char *const parts[] = { "aim", "before", "during", "askclass", "disclosure", "home", "crc" };
    StrView notes = lint->level->notes;
    if (notes.len == 0) {
        lint_say(lint, DIAG_ERROR, "level-notes", lint_node_place(lint, lint->level->start), "the level '%.*s' has no teacher's notes",
                 SV_ARG(lint->level->id));
        return;
    }
    YarnPlace place = lint_node_place(lint, notes);
    if (!has_word(yarn_program_header(lint->program, notes, SV("tags")), SV("notes"))) {
        lint_say(lint, DIAG_ERROR, "level-notes", place, "the page '%.*s' needs 'tags: notes'", SV_ARG(notes));
    }
    for (size_t part = 0; part < sizeof parts / sizeof parts[0]; part++) {
        bool is_there = false;
        for (size_t i = 0; i < yarn_program_line_count(lint->program); i++) {
            YarnLineInfo line = yarn_program_line(lint->program, i);
            is_there |= strview_equal(line.node, notes) && yarn_line_has_tag(&line, strview_from_cstr(parts[part]));
        }
        if (!is_there) {
            lint_say(lint, DIAG_ERROR, "level-notes", place, "the teacher's notes have no line with #%s", parts[part]);
        }
    }
}

static void check_debrief(Lint *lint)
{
    StrView debrief = lint->level->debrief;
    if (debrief.len == 0) {
        lint_say(lint, DIAG_ERROR, "level-debrief", lint_node_place(lint, lint->level->start), "the level '%.*s' has no debrief",
                 SV_ARG(lint->level->id));
    } else if (!has_word(yarn_program_header(lint->program, debrief, SV("tags")), SV("debrief"))) {
        lint_say(lint, DIAG_ERROR, "level-debrief", lint_node_place(lint, debrief), "the page '%.*s' needs 'tags: debrief'",
                 SV_ARG(debrief));
    }
}

void lint_check_manifest(Lint *lint)
{
    check_subjects(lint);
    check_notes(lint);
    check_debrief(lint);
}
