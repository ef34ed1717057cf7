#include "diag_list.h"
#include "sango/base/arena.h"
#include "sango/level/command.h"
#include "sango/level/pack.h"
#include "sango/level/show.h"
#include "verbs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What each level can show and play, for who sends it in parts: names as the art and the sounds have them. */
enum { NAMES_MAX = 512 };

typedef enum NeedKind { NEED_FACES, NEED_PLACES, NEED_SHOWN, NEED_PICTURES, NEED_SEEN, NEED_SPEAKERS, NEED_MUSIC, NEED_SOUNDS, NEED_COUNT } NeedKind;

static const char *const kind_names[NEED_COUNT] = { "faces", "places", "shown", "pictures", "seen", "speakers", "music", "sounds" };

typedef struct Needs {
    Arena arena;
    StrView names[NEED_COUNT][NAMES_MAX];
    size_t counts[NEED_COUNT];
    bool is_failed; /* no memory, or more names than there is room for */
} Needs;

static void need(Needs *needs, NeedKind kind, StrView name)
{
    StrView *list = needs->names[kind];
    for (size_t i = 0; i < needs->counts[kind]; i++) {
        if (strview_equal(list[i], name)) {
            return;
        }
    }
    if (name.len == 0) {
        return;
    }
    StrView kept = needs->counts[kind] < NAMES_MAX ? arena_copy(&needs->arena, name) : SV("");
    if (kept.len) {
        list[needs->counts[kind]++] = kept;
    } else {
        needs->is_failed = true;
    }
}

/* "kofi/happy", "bedroom/day"; `usual` where the second is not said. */
static void need_pair(Needs *needs, NeedKind kind, StrView first, StrView second, StrView usual)
{
    StrBuf pair;
    strbuf_init(&pair, alloc_heap());
    strbuf_printf(&pair, "%.*s/%.*s", SV_ARG(first), SV_ARG(second.len ? second : usual));
    needs->is_failed |= pair.failed;
    need(needs, kind, strbuf_view(&pair));
    strbuf_release(&pair);
}

/* As the player does them (player/play_story.c). */
static void need_command(Needs *needs, const Command *command)
{
    const StrView *args = command->args;
    switch (command->kind) {
    case COMMAND_PLACE:
        need_pair(needs, NEED_PLACES, args[0], args[1], SV("day"));
        break;
    case COMMAND_ENTER:
        need_pair(needs, NEED_FACES, args[0], args[2], SV("happy"));
        break;
    case COMMAND_POSE:
        need_pair(needs, NEED_FACES, args[0], args[1], SV("happy"));
        break;
    case COMMAND_TOOL:
        need_pair(needs, NEED_FACES, SV("sango"), strview_equal(args[0], SV("headband")) ? SV("cover") : args[0], SV("happy"));
        need(needs, NEED_SOUNDS, args[0]);
        break;
    case COMMAND_CONFETTI:
        need(needs, NEED_SOUNDS, SV("confetti"));
        break;
    case COMMAND_SOUND:
        need(needs, NEED_SOUNDS, args[0]);
        break;
    case COMMAND_MUSIC:
        need(needs, NEED_MUSIC, strview_equal(args[0], SV("off")) ? SV("") : args[0]);
        break;
    case COMMAND_MOVE:
    case COMMAND_LEAVE:
    case COMMAND_WAIT:
    case COMMAND_PHONE: /* its sheets are everybody's */
    case COMMAND_DECISION:
    case COMMAND_ACTIVITY:
    case COMMAND_RECOVERY:
    case COMMAND_TELLING:
    case COMMAND_DEED:
    case COMMAND_SHAKE:
    case COMMAND_CAMERA:
    case COMMAND_ACT:
    case COMMAND_PARTICLES:
    case COMMAND_MEASURE:
    case COMMAND_COUNT:
        break;
    }
}

/* False when one of them is known only when it is met: "{$friend}". */
static bool need_commands(Needs *needs, const YarnProgram *program, bool *has_activity)
{
    DiagSink unheard = { 0 }; /* level_open() has said what does not parse */
    bool is_known = true;
    for (size_t i = 0; i < yarn_program_command_count(program); i++) {
        YarnCommandInfo info = yarn_program_command(program, i);
        Command command;
        if (memchr(info.text.data, '{', info.text.len)) {
            is_known = false;
        } else if (command_parse(info.text, info.place, &unheard, &command)) {
            need_command(needs, &command);
            *has_activity |= command.kind == COMMAND_ACTIVITY;
        }
    }
    return is_known;
}

/* Of a line: its picture speech ("shown": icons, photos, faces), a photo, what a camera sees, and who is in a picture of the
 * debrief. In a level with activities any speaker may look over the board. */
static void need_line(Needs *needs, const YarnLineInfo *line, bool has_activity)
{
    StrView shown[SHOW_MAX], actor, face = yarn_line_tag_value(line, SV("moment"));
    char name[64];
    size_t count = level_show(line, shown);
    for (size_t i = 0; i < count && i < SHOW_MAX; i++) {
        need(needs, NEED_SHOWN, shown[i]);
    }
    need(needs, NEED_PICTURES, yarn_line_tag_value(line, SV("picture")));
    need(needs, NEED_SEEN, yarn_line_tag_value(line, SV("sees")));
    if (strview_take(&face, '-', &actor)) {
        need_pair(needs, NEED_FACES, actor, face, SV("happy"));
    }
    if (has_activity) {
        need(needs, NEED_SPEAKERS, level_actor_of(line->speaker, name, sizeof name));
    }
}

static int by_name(const void *a, const void *b)
{
    return strview_compare(*(const StrView *)a, *(const StrView *)b);
}

static void write_list(StrBuf *out, const char *key, const StrView *names, size_t count)
{
    strbuf_printf(out, ", \"%s\": [", key);
    for (size_t i = 0; i < count; i++) {
        strbuf_append(out, i ? SV(", ") : SV(""));
        strbuf_json(out, names[i]);
    }
    strbuf_char(out, ']');
}

static void write_level(StrBuf *out, const LevelEntry *level, Needs *needs, bool is_known)
{
    strbuf_append(out, out->len ? SV(",\n    { \"id\": ") : SV("    { \"id\": "));
    strbuf_json(out, level->id);
    strbuf_append(out, SV(", \"key\": "));
    strbuf_json(out, level->key);
    strbuf_printf(out, ", \"known\": %s", is_known ? "true" : "false");
    write_list(out, "files", level->files, level->file_count);
    for (size_t kind = 0; kind < NEED_COUNT; kind++) {
        qsort(needs->names[kind], needs->counts[kind], sizeof(StrView), by_name);
        write_list(out, kind_names[kind], needs->names[kind], needs->counts[kind]);
    }
    strbuf_append(out, SV(" }"));
}

static Status list_level(const LevelPack *pack, const LevelEntry *level, DiagSink *diags, StrBuf *out)
{
    YarnProgram *program;
    StrView shown[SHOW_MAX];
    Status status = level_open(alloc_heap(), pack, level, diags, &program);
    if (status != STATUS_OK) {
        return status;
    }
    Needs *needs = alloc_take(alloc_heap(), 1, sizeof *needs);
    if (needs) {
        bool has_activity = false;
        *needs = (Needs){ 0 };
        arena_init(&needs->arena, alloc_heap(), 4096);
        bool is_known = need_commands(needs, program, &has_activity);
        for (size_t i = 0; i < yarn_program_line_count(program); i++) {
            YarnLineInfo line = yarn_program_line(program, i);
            need_line(needs, &line, has_activity);
        }
        size_t count = level_show_names(level->show, shown);
        for (size_t i = 0; i < count && i < SHOW_MAX; i++) {
            need(needs, NEED_SHOWN, shown[i]);
        }
        if (level->place.len) {
            need_pair(needs, NEED_PLACES, level->place, SV(""), SV("day"));
        }
        if (pack->has_pictures && level->face.len) { /* else its avatar is shown */
            need_pair(needs, NEED_FACES, level->face, SV(""), SV("happy"));
        }
        write_level(out, level, needs, is_known);
        status = needs->is_failed ? STATUS_NOMEM : STATUS_OK;
        arena_release(&needs->arena);
        alloc_free(alloc_heap(), needs, sizeof *needs);
    }
    yarn_program_destroy(program);
    return needs ? status : STATUS_NOMEM;
}

static Status list_pack(const char *folder, DiagSink *diags, StrBuf *out)
{
    LevelPack pack;
    StrBuf levels;
    Status status = level_pack_load(alloc_heap(), folder, diags, &pack);
    if (status != STATUS_OK) {
        return status;
    }
    strbuf_init(&levels, alloc_heap());
    for (size_t i = 0; status == STATUS_OK && i < pack.level_count; i++) {
        status = list_level(&pack, &pack.levels[i], diags, &levels);
    }
    strbuf_append(out, SV("{\n  \"pack\": "));
    strbuf_json(out, pack.id);
    strbuf_append(out, SV(",\n  \"measures\": ["));
    for (size_t i = 0; i < pack.measure_count; i++) {
        for (size_t k = 0; k < pack.measures[i].file_count; k++) {
            strbuf_append(out, i + k ? SV(", ") : SV(""));
            strbuf_json(out, pack.measures[i].files[k]);
        }
    }
    strbuf_printf(out, "],\n  \"levels\": [\n%s\n  ]\n}\n", levels.data);
    status = status == STATUS_OK && (levels.failed || out->failed) ? STATUS_NOMEM : status;
    strbuf_release(&levels);
    level_pack_release(&pack);
    return status;
}

int lint_needs(int count, char **words)
{
    if (count > 0 && words[0][0] == '-') {
        return verb_refuse(words[0]);
    }
    if (count != 1) {
        fprintf(stderr, "sango-lint: needs takes one pack, such as levels/sango\n");
        return EXIT_USAGE;
    }
    DiagList diags;
    StrBuf out;
    diag_list_init(&diags, false);
    strbuf_init(&out, alloc_heap());
    Status status = list_pack(words[0], &diags.sink, &out);
    fputs(diags.text.data, stderr);
    bool is_written = status == STATUS_OK && fwrite(out.data, 1, out.len, stdout) == out.len && fflush(stdout) == 0;
    if (!is_written && diags.sink.errors == 0) {
        fprintf(stderr, "sango-lint: %s: %s\n", words[0], status_text(status == STATUS_OK ? STATUS_IO : status));
    }
    strbuf_release(&out);
    diag_list_release(&diags);
    return is_written ? EXIT_CLEAN : EXIT_MISTAKES;
}
