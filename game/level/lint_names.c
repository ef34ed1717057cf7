#include "lint_internal.h"

#include <string.h>

/* True when `name` is in the list, or the list is not known. Else *nearest is the
 * nearest name, or empty. `text_of` cuts a part off names such as "bedroom/evening". */
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
    lint_say(lint, DIAG_ERROR, rule, place, "there is no %s '%.*s'", what, SV_ARG(name));
    if (nearest.len) {
        lint_note(lint, rule, place, "did you mean '%.*s'?", SV_ARG(nearest));
    }
}

static void check_name(Lint *lint, const char *rule, const StrView *list, size_t count, YarnPlace place, const char *what,
                       StrView name)
{
    StrView nearest;
    if (!is_in(list, count, name, &nearest)) {
        say_unknown(lint, rule, place, what, name, nearest);
    }
}

/* first/second in the list; an empty second stands for any. */
static void check_pair(Lint *lint, const char *rule, const StrView *list, size_t count, YarnPlace place, const char *what,
                       StrView first, StrView second)
{
    StrBuf pair;
    strbuf_init(&pair, lint->alloc);
    strbuf_append(&pair, first);
    strbuf_char(&pair, '/');
    strbuf_append(&pair, second);
    lint->is_out_of_memory |= pair.failed;
    bool is_found = count == 0;
    for (size_t i = 0; second.len == 0 && i < count; i++) {
        is_found |= strview_starts_with(list[i], strbuf_view(&pair));
    }
    if (!is_found && second.len == 0) {
        say_unknown(lint, rule, place, what, first, SV(""));
    } else if (!is_found) {
        check_name(lint, rule, list, count, place, what, strbuf_view(&pair));
    }
    strbuf_release(&pair);
}

static void check_face(Lint *lint, YarnPlace place, StrView actor, StrView expression)
{
    const LintNames *names = lint->names;
    StrView nearest;
    if (!is_in(names->actors, names->actor_count, actor, &nearest)) {
        say_unknown(lint, "level-actor", place, "actor", actor, nearest);
    } else if (expression.len) {
        check_pair(lint, "level-expression", names->expressions, names->expression_count, place, "expression", actor, expression);
    }
}

static void check_command(Lint *lint, const Command *command)
{
    const LintNames *names = lint->names;
    YarnPlace place = command->place;
    switch (command->kind) {
    case COMMAND_PLACE:
        check_pair(lint, "level-place", names->places, names->place_count, place, "place", command->args[0], command->args[1]);
        break;
    case COMMAND_ENTER:
        check_face(lint, place, command->args[0], command->args[2]);
        break;
    case COMMAND_POSE:
        check_face(lint, place, command->args[0], command->args[1]);
        break;
    case COMMAND_MOVE:
    case COMMAND_LEAVE:
        check_face(lint, place, command->args[0], SV(""));
        break;
    case COMMAND_SOUND:
        check_name(lint, "level-sound", names->sounds, names->sound_count, place, "sound", command->args[0]);
        break;
    case COMMAND_MUSIC:
        if (!strview_equal(command->args[0], SV("off"))) {
            check_name(lint, "level-music", names->music, names->music_count, place, "tune", command->args[0]);
        }
        break;
    case COMMAND_WAIT:
    case COMMAND_PHONE:
    case COMMAND_TOOL:
    case COMMAND_DECISION:
    case COMMAND_RECOVERY:
    case COMMAND_TELLING:
    case COMMAND_DEED:
    case COMMAND_CONFETTI:
    case COMMAND_SHAKE:
    case COMMAND_COUNT:
        break;
    }
}

void lint_check_names(Lint *lint)
{
    DiagSink unheard = { 0 }; /* level_open() has reported what does not parse */
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
        if (line.is_option && icon.len == 0) {
            lint_say(lint, DIAG_ERROR, "level-icon", line.place, "this choice has no picture: #icon: and a name");
        }
        if (icon.len) {
            check_name(lint, "level-icon", lint->names->icons, lint->names->icon_count, line.place, "icon", icon);
        }
        if (strview_take(&moment, '-', &actor) && moment.len) {
            check_face(lint, line.place, actor, moment);
        }
    }
}
