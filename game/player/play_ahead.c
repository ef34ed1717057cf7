#include "play_internal.h"

#include "sango/base/strbuf.h"

#include <string.h>

/* Files of pictures are read before they are shown, while somebody reads a line: at the beginning the
 * first place and who plays in the level, with each place the one that comes after it in the script. */
enum { AHEAD_MAX = 12 }; /* who comes later is read when he comes: more would not stay in memory */

typedef struct Ahead {
    Arena *arena;
    StrView names[AHEAD_MAX];
    size_t count;
} Ahead;

static void want(Ahead *ahead, const char *kind, StrView first, StrView second, const char *part)
{
    StrBuf name;
    strbuf_init(&name, alloc_heap());
    strbuf_printf(&name, "%s%.*s/%.*s/%s", kind, SV_ARG(first), SV_ARG(second), part);
    bool is_known = ahead->count == AHEAD_MAX || name.failed;
    for (size_t i = 0; i < ahead->count && !is_known; i++) {
        is_known = strview_equal(ahead->names[i], strbuf_view(&name));
    }
    if (!is_known) {
        ahead->names[ahead->count++] = arena_copy(ahead->arena, strbuf_view(&name));
    }
    strbuf_release(&name);
}

static void want_place(Ahead *ahead, const Command *command)
{
    StrView light = command->args[1].len ? command->args[1] : SV("day");
    want(ahead, "place/", command->args[0], light, "0back");
    want(ahead, "place/", command->args[0], light, "1front");
}

/* False for a command that is only known when it is said: "{$friend}" stands in it. */
static bool read_command(const YarnProgram *program, size_t index, Command *command)
{
    DiagSink unheard = { 0 }; /* level_open() has told what does not parse */
    YarnCommandInfo info = yarn_program_command(program, index);
    return !memchr(info.text.data, '{', info.text.len) && command_parse(info.text, info.place, &unheard, command);
}

static void ask(const PlayScene *play, const App *app, void (*choose)(Ahead *, const PlayScene *, const Command *), const Command *now)
{
    Platform *platform = app->parts.platform;
    Arena arena;
    if (!platform->ops->read_ahead) {
        return;
    }
    arena_init(&arena, app->parts.alloc, 2048);
    Ahead ahead = { .arena = &arena };
    choose(&ahead, play, now);
    platform->ops->read_ahead(platform, ahead.names, ahead.count);
    arena_release(&arena);
}

static void choose_first(Ahead *ahead, const PlayScene *play, const Command *now)
{
    bool has_place = false;
    (void)now;
    for (size_t i = 0; i < yarn_program_command_count(play->program); i++) {
        Command command;
        if (!read_command(play->program, i, &command)) {
            continue;
        }
        if (command.kind == COMMAND_PLACE && !has_place) {
            has_place = true;
            want_place(ahead, &command);
        } else if (command.kind == COMMAND_ENTER) {
            want(ahead, "", command.args[0], command.args[2].len ? command.args[2] : SV("happy"), "body");
        } else if (command.kind == COMMAND_POSE) {
            want(ahead, "", command.args[0], command.args[1], "body");
        }
    }
}

/* The script is in the order in which most people play it. */
static void choose_next(Ahead *ahead, const PlayScene *play, const Command *now)
{
    bool is_past = false;
    for (size_t i = 0; i < yarn_program_command_count(play->program); i++) {
        Command command;
        if (!read_command(play->program, i, &command) || command.kind != COMMAND_PLACE) {
            continue;
        }
        bool is_same = strview_equal(command.args[0], now->args[0]) && strview_equal(command.args[1], now->args[1]);
        if (is_past && !is_same) {
            want_place(ahead, &command);
            return;
        }
        is_past = is_past || is_same;
    }
}

void play_read_ahead(const PlayScene *play, const App *app)
{
    ask(play, app, choose_first, NULL);
}

void play_read_next_place(const PlayScene *play, const App *app, const Command *place)
{
    ask(play, app, choose_next, place);
}
