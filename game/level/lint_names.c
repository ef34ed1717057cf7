#include "lint_internal.h"

#include <string.h>

/* True when `name` is in the list, or the list is not known. Else *nearest is the
 * nearest name, or empty. */
static bool is_in(const StrView *list, size_t count, StrView name, StrView *nearest)
{
    unsigned limit = name.len > 5 ? 3 : name.len > 2 ? 2 : 1;
    *nearest = SV("");
    for (size_t i = 0; i < count; i++) {
        unsigned distance = strview_distance(name, list[i], limit);
        if (distance == 0 && strview_equal(name, list[i])) {
            return true;
        }
        if (distance <= limit) {
            *nearest = list[i];
            limit = distance > 0 ? distance - 1 : 0;
        }
    }
    return count == 0;
}

static void say_unknown(Lint *lint, const char *rule, YarnPlace place, const char *what, StrView name, StrView nearest)
{
    YarnPlace word = lint_place_of(lint, place, name);
    lint_say(lint, DIAG_ERROR, rule, word, "there is no %s '%.*s'", what, SV_ARG(name));
    if (nearest.len) {
        lint_note(lint, rule, word, "did you mean '%.*s'?", SV_ARG(nearest));
    }
}

static bool check_name(Lint *lint, const char *rule, const StrView *list, size_t count, YarnPlace place, const char *what,
                       StrView name)
{
    StrView nearest;
    bool is_found = is_in(list, count, name, &nearest);
    if (!is_found) {
        say_unknown(lint, rule, place, what, name, nearest);
    }
    return is_found;
}

/* Names such as "bedroom/evening" in their two parts. */
static StrView first_of(StrView pair)
{
    StrView first = SV("");
    (void)strview_take(&pair, '/', &first);
    return first;
}

static StrView second_of(StrView pair)
{
    StrView first = first_of(pair);
    return strview_slice(pair, first.len + 1, pair.len);
}

typedef struct Pairs {
    const char *rule;
    const StrView *list;
    size_t count;
    const char *first_what, *second_what;
} Pairs;

static void say_no_first(Lint *lint, const Pairs *pairs, YarnPlace place, StrView first)
{
    unsigned limit = first.len > 5 ? 3 : first.len > 2 ? 2 : 1;
    StrView nearest = SV("");
    for (size_t i = 0; i < pairs->count; i++) {
        StrView name = first_of(pairs->list[i]);
        unsigned distance = strview_distance(first, name, limit);
        bool is_begin = first.len > 2 && nearest.len == 0 && strview_starts_with(name, first);
        if (distance <= limit || is_begin) {
            nearest = name;
            limit = distance < limit ? distance : limit;
        }
    }
    say_unknown(lint, pairs->rule, place, pairs->first_what, first, nearest);
}

/* With all that there are: they are few. */
static void say_no_second(Lint *lint, const Pairs *pairs, YarnPlace place, StrView first, StrView second)
{
    YarnPlace word = lint_place_of(lint, place, second);
    StrBuf all;
    strbuf_init(&all, lint->alloc);
    for (size_t i = 0; i < pairs->count; i++) {
        if (strview_equal(first_of(pairs->list[i]), first)) {
            strbuf_append(&all, all.len ? SV(", ") : SV(""));
            strbuf_append(&all, second_of(pairs->list[i]));
        }
    }
    lint->is_out_of_memory |= all.failed;
    lint_say(lint, DIAG_ERROR, pairs->rule, word, "'%.*s' has no %s '%.*s'", SV_ARG(first), pairs->second_what,
             SV_ARG(second));
    lint_note(lint, pairs->rule, word, "what there is: %s", all.failed ? "" : all.data);
    strbuf_release(&all);
}

/* An empty second stands for any. */
static void check_pair(Lint *lint, const Pairs *pairs, YarnPlace place, StrView first, StrView second)
{
    bool has_first = false, has_both = false;
    for (size_t i = 0; i < pairs->count; i++) {
        bool is_first = strview_equal(first_of(pairs->list[i]), first);
        has_first |= is_first;
        has_both |= is_first && (second.len == 0 || strview_equal(second_of(pairs->list[i]), second));
    }
    if (pairs->count && !has_first) {
        say_no_first(lint, pairs, place, first);
    } else if (pairs->count && !has_both) {
        say_no_second(lint, pairs, place, first, second);
    }
}

static void check_face(Lint *lint, YarnPlace place, StrView actor, StrView expression)
{
    const LintNames *names = lint->names;
    const Pairs faces = { "level-expression", names->expressions, names->expression_count, "actor", "face" };
    if (check_name(lint, "level-actor", names->actors, names->actor_count, place, "actor", actor) && expression.len) {
        check_pair(lint, &faces, place, actor, expression);
    }
}

static void check_music(Lint *lint, YarnPlace place, StrView tune)
{
    const LintNames *names = lint->names;
    if (!strview_equal(tune, SV("off")) &&
        !check_name(lint, "level-music", names->music, names->music_count, place, "tune", tune)) {
        lint_note(lint, "level-music", lint_place_of(lint, place, tune), "<<music off>> is silence");
    }
}

static void check_command(Lint *lint, const Command *command)
{
    const LintNames *names = lint->names;
    const Pairs places = { "level-place", names->places, names->place_count, "place", "light" };
    YarnPlace place = command->place;
    switch (command->kind) {
    case COMMAND_PLACE:
        check_pair(lint, &places, place, command->args[0], command->args[1]);
        break;
    case COMMAND_ENTER:
        check_face(lint, place, command->args[0], command->args[2]);
        break;
    case COMMAND_POSE:
        check_face(lint, place, command->args[0], command->args[1]);
        break;
    case COMMAND_MOVE:
    case COMMAND_LEAVE:
    case COMMAND_ACT:
        check_face(lint, place, command->args[0], SV(""));
        break;
    case COMMAND_CAMERA:
        if (command_names_actor(command)) {
            check_face(lint, place, command->args[0], SV(""));
        }
        break;
    case COMMAND_SOUND:
        (void)check_name(lint, "level-sound", names->sounds, names->sound_count, place, "sound", command->args[0]);
        break;
    case COMMAND_MUSIC:
        check_music(lint, place, command->args[0]);
        break;
    case COMMAND_WAIT:
    case COMMAND_PHONE:
    case COMMAND_TOOL:
    case COMMAND_DECISION:
    case COMMAND_ACTIVITY:
    case COMMAND_RECOVERY:
    case COMMAND_TELLING:
    case COMMAND_DEED:
    case COMMAND_MEASURE:
    case COMMAND_CONFETTI:
    case COMMAND_SHAKE:
    case COMMAND_PARTICLES:
    case COMMAND_COUNT:
        break;
    }
}

void lint_check_names(Lint *lint)
{
    DiagSink unheard = { 0 }; /* level_open() has reported what does not parse */
    if (lint->level->place.len) { /* of the card */
        const Pairs places = { "level-place", lint->names->places, lint->names->place_count, "place", "light" };
        check_pair(lint, &places, lint_node_place(lint, lint->level->start), lint->level->place, SV(""));
    }
    for (size_t i = 0; i < yarn_program_command_count(lint->program); i++) {
        YarnCommandInfo info = yarn_program_command(lint->program, i);
        Command command;
        if (!memchr(info.text.data, '{', info.text.len) && command_parse(info.text, info.place, &unheard, &command)) {
            check_command(lint, &command);
        }
    }
    for (size_t i = 0; i < yarn_program_line_count(lint->program); i++) {
        YarnLineInfo line = yarn_program_line(lint->program, i);
        StrView icon = yarn_line_tag_value(&line, SV("icon"));
        StrView moment = yarn_line_tag_value(&line, SV("moment")), actor;
        if (icon.len) {
            (void)check_name(lint, "level-icon", lint->names->icons, lint->names->icon_count, line.place, "icon", icon);
        }
        if (strview_take(&moment, '-', &actor) && moment.len) {
            check_face(lint, line.place, actor, moment);
        }
    }
}
