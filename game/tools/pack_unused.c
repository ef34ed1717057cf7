#include "pack_unused.h"

#include "sango/level/command.h"

#include <string.h>

/* One list of names, and which of them were met. */
typedef struct Names {
    const char *what;
    const StrView *items;
    size_t count;
    bool *is_used;
} Names;

enum { KIND_ACTOR, KIND_PLACE, KIND_ICON, KIND_PICTURE, KIND_COUNT };

static void use(Names *names, StrView name)
{
    for (size_t i = 0; i < names->count; i++) {
        if (strview_equal(names->items[i], name)) {
            names->is_used[i] = true;
        }
    }
}

/* "bedroom/evening"; without a light it is the first one that there is. */
static void use_place(Names *places, StrView place, StrView light)
{
    for (size_t i = 0; i < places->count; i++) {
        StrView rest = places->items[i], first;
        if (strview_take(&rest, '/', &first) && strview_equal(first, place) && (light.len == 0 || strview_equal(rest, light))) {
            places->is_used[i] = true;
            return;
        }
    }
}

static void use_commands(const YarnProgram *program, Names *kinds)
{
    DiagSink unheard = { 0 };
    for (size_t i = 0; i < yarn_program_command_count(program); i++) {
        YarnCommandInfo info = yarn_program_command(program, i);
        Command command;
        if (memchr(info.text.data, '{', info.text.len) || !command_parse(info.text, info.place, &unheard, &command)) {
            continue;
        }
        if (command.kind == COMMAND_ENTER) {
            use(&kinds[KIND_ACTOR], command.args[0]);
        } else if (command.kind == COMMAND_PLACE) {
            use_place(&kinds[KIND_PLACE], command.args[0], command.args[1]);
        }
    }
}

/* "kofi-happy" or "bedroom-day": what a camera of the story sees. */
static void use_seen(StrView seen, Names *kinds)
{
    StrView first;
    if (strview_take(&seen, '-', &first)) {
        use(&kinds[KIND_ACTOR], first);
        use_place(&kinds[KIND_PLACE], first, seen);
    }
}

static void use_tags(const YarnProgram *program, Names *kinds)
{
    for (size_t i = 0; i < yarn_program_line_count(program); i++) {
        YarnLineInfo line = yarn_program_line(program, i);
        use(&kinds[KIND_ICON], yarn_line_tag_value(&line, SV("icon")));
        use(&kinds[KIND_PICTURE], yarn_line_tag_value(&line, SV("picture")));
        use(&kinds[KIND_PICTURE], yarn_line_tag_value(&line, SV("sees")));
        use_seen(yarn_line_tag_value(&line, SV("picture")), kinds);
        use_seen(yarn_line_tag_value(&line, SV("sees")), kinds);
    }
}

static bool report(const LevelPack *pack, const Names *names, DiagSink *diags)
{
    StrBuf file, unused;
    size_t count = 0;
    strbuf_init(&file, alloc_heap());
    strbuf_init(&unused, alloc_heap());
    strbuf_printf(&file, "%.*s/pack.json", SV_ARG(pack->folder));
    for (size_t i = 0; i < names->count; i++) {
        if (!names->is_used[i]) {
            strbuf_printf(&unused, "%s%.*s", count++ ? ", " : "", SV_ARG(names->items[i]));
        }
    }
    bool is_done = !file.failed && !unused.failed;
    if (is_done && count) {
        diag_report(diags, DIAG_NOTE, (SourcePos){ strbuf_view(&file), pack->covers_line, 1 }, 0, "pack-unused",
                    "no level shows %zu of the %zu %s: %s", count, names->count, names->what, unused.data);
    }
    strbuf_release(&file);
    strbuf_release(&unused);
    return is_done;
}

Status pack_unused_check(const LevelPack *pack, const YarnProgram *program, const LintNames *names, DiagSink *diags)
{
    Names kinds[KIND_COUNT] = { { "actors", names->actors, names->actor_count, NULL },
                                { "places with their lights", names->places, names->place_count, NULL },
                                { "icons", names->icons, names->icon_count, NULL },
                                { "phone pictures", names->pictures, names->picture_count, NULL } };
    bool is_done = true;
    for (size_t i = 0; i < KIND_COUNT; i++) {
        kinds[i].is_used = alloc_take(alloc_heap(), kinds[i].count + 1, sizeof(bool));
        is_done = is_done && kinds[i].is_used;
    }
    if (is_done) {
        use_commands(program, kinds);
        use_tags(program, kinds);
    }
    for (size_t i = 0; i < KIND_COUNT; i++) {
        is_done = is_done && report(pack, &kinds[i], diags);
        alloc_free(alloc_heap(), kinds[i].is_used, kinds[i].count + 1);
    }
    return is_done ? STATUS_OK : STATUS_NOMEM;
}
