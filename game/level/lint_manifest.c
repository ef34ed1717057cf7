#include "lint_internal.h"

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

typedef struct Subjects {
    Lint *lint;
    unsigned powers;
    uint32_t topics;
} Subjects;

static void take_subjects(void *user, const Command *command)
{
    Subjects *subjects = user;
    Lint *lint = subjects->lint;
    unsigned topic = (unsigned)command->number;
    Power power;
    if (!level_find_power(command_power(command), &power)) {
        return;
    }
    subjects->powers |= 1u << power;
    subjects->topics |= UINT32_C(1) << topic;
    if (lint->level->powers && !(lint->level->powers & 1u << power)) {
        lint_say(lint, DIAG_WARNING, "level-subject", lint_place_of(lint, command->place, command_power(command)),
                 "the power '%s' is not among the level's in pack.json", power_name(power));
    }
    if (lint->level->topics && !(lint->level->topics & UINT32_C(1) << topic)) {
        lint_say(lint, DIAG_WARNING, "level-subject", lint_place_of(lint, command->place, command->args[command->kind == COMMAND_ACTIVITY ? 3 : 2]),
                 "the topic %u is not among the level's in pack.json", topic);
    }
}

/* The powers and topics of the decisions against those of the manifest. */
static void check_subjects(Lint *lint, LintWalk *counts)
{
    YarnPlace start = lint_node_place(lint, lint->level->start);
    Subjects subjects = { lint, 0, 0 };
    lint_each_decision(lint, take_subjects, &subjects);
    unsigned powers = counts->powers = subjects.powers;
    uint32_t topics = counts->topics = subjects.topics;
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

/* Topic 8 and its switch; the face on the map's card. */
static void check_restricted(Lint *lint)
{
    enum { BODY_PICTURES = 8 };
    YarnPlace start = lint_node_place(lint, lint->level->start);
    bool has_topic = lint->level->topics & UINT32_C(1) << BODY_PICTURES;
    if (has_topic && !lint->level->is_restricted) {
        lint_say(lint, DIAG_ERROR, "level-restricted", start, "the topic 8 needs \"restricted\": true in pack.json");
    }
    if (lint->level->is_restricted && lint->level->bands & BAND_YOUNGER) {
        lint_say(lint, DIAG_ERROR, "level-restricted", start, "a restricted level is not for the ages 7-9");
    }
}

static void check_face(Lint *lint)
{
    StrView face = lint->level->face;
    bool is_found = lint->names->actor_count == 0 || face.len == 0;
    for (size_t i = 0; i < lint->names->actor_count; i++) {
        is_found |= strview_equal(lint->names->actors[i], face);
    }
    if (!is_found) {
        lint_say(lint, DIAG_ERROR, "level-actor", lint_node_place(lint, lint->level->start), "the face of the level in pack.json: there is no actor '%.*s'",
                 SV_ARG(face));
    }
}

void lint_check_manifest(Lint *lint, LintWalk *counts)
{
    check_restricted(lint);
    check_face(lint);
    lint_check_no_measure(lint);
    check_subjects(lint, counts);
    check_notes(lint);
    check_debrief(lint);
}
