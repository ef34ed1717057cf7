#include "play_internal.h"

#include "sango/base/log.h"
#include "sango/base/strbuf.h"

/* Names in a level that the art does not have. The story goes on without the picture; the
 * author is told the line. The linter finds the same before anybody plays. */

static void warn(YarnPlace place, const char *what, StrView first, StrView second)
{
    log_line(LOG_WARNING, "%.*s:%u:%u: there is no %s '%.*s%s%.*s'", SV_ARG(place.file), (unsigned)place.line,
             (unsigned)place.column, what, SV_ARG(first), second.len ? " " : "", SV_ARG(second));
}

/* True where the platform draws nothing. */
static bool has_picture(const App *app, const char *kind, StrView first, StrView second, const char *part)
{
    Platform *platform = app->parts.platform;
    StrBuf name;
    strbuf_init(&name, app->parts.alloc);
    strbuf_printf(&name, "%s/%.*s%s%.*s%s", kind, SV_ARG(first), second.len ? "/" : "", SV_ARG(second), part);
    bool has = name.failed || !platform->ops->has_picture || platform->ops->has_picture(platform, strbuf_view(&name));
    strbuf_release(&name);
    return has;
}

void play_check_face(const App *app, YarnPlace place, StrView actor, StrView expression)
{
    if (!stage_art_has(app->parts.art, actor, SV(""))) {
        warn(place, "actor", actor, SV(""));
    } else if (!stage_art_has(app->parts.art, actor, expression)) {
        warn(place, "face", actor, expression);
    }
}

void play_check_icon(const App *app, YarnPlace place, StrView icon)
{
    if (icon.len && !has_picture(app, "icon", icon, SV(""), "")) {
        warn(place, "icon", icon, SV(""));
    }
}

void play_check_command(const App *app, const Command *command)
{
    const StrView *args = command->args;
    StrView light = args[1].len ? args[1] : SV("day");
    if (command->kind == COMMAND_PLACE && !has_picture(app, "place", args[0], light, "/0back")) {
        warn(command->place, "place", args[0], light);
    } else if (command->kind == COMMAND_ENTER) {
        play_check_face(app, command->place, args[0], args[2]);
    } else if (command->kind == COMMAND_POSE) {
        play_check_face(app, command->place, args[0], args[1]);
    } else if (command->kind == COMMAND_MOVE || command->kind == COMMAND_LEAVE || command->kind == COMMAND_ACT) {
        play_check_face(app, command->place, args[0], SV(""));
    }
}
