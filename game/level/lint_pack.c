#include "lint_internal.h"

#include <string.h>

/* What one level by itself cannot show: names that two levels of a pack share. */

typedef struct SeenName {
    StrView name, file;
    uint32_t line;
} SeenName;

typedef struct SeenNames {
    SeenName *items;
    size_t count, capacity;
} SeenNames;

typedef struct PackCheck {
    const Allocator *alloc;
    DiagSink *diags;
    Arena arena; /* holds the texts of the names */
    SeenNames lines, decisions;
    LevelScripts *scripts; /* of the levels that are right by themselves */
    size_t script_count;
    bool is_out_of_memory;
} PackCheck;

static bool is_same_place(const SeenName *seen, YarnPlace place)
{
    return seen->line == place.line && strview_equal(seen->file, place.file);
}

/* The first of the names before `before` that is this one and stands elsewhere: two levels may read one file.
 */
static const SeenName *find_other(const SeenNames *names, size_t before, StrView name, YarnPlace place)
{
    for (size_t i = 0; i < before; i++) {
        if (strview_equal(names->items[i].name, name) && !is_same_place(&names->items[i], place)) {
            return &names->items[i];
        }
    }
    return NULL;
}

static Status note_name(PackCheck *check, SeenNames *names, StrView name, YarnPlace place)
{
    SeenName *grown =
        alloc_grow(check->alloc, names->items, &names->capacity, names->count + 1, sizeof *grown);
    if (!grown) {
        return STATUS_NOMEM;
    }
    names->items = grown;
    SeenName *seen = &grown[names->count];
    *seen = (SeenName){ arena_copy(&check->arena, name), arena_copy(&check->arena, place.file), place.line };
    if (!seen->name.data || !seen->file.data) {
        return STATUS_NOMEM;
    }
    names->count++;
    return STATUS_OK;
}

/* Translations of a pack share one file, so an id belongs to one line of the pack. */
static Status check_ids(PackCheck *check, const YarnProgram *program)
{
    Status status = STATUS_OK;
    size_t before = check->lines.count;
    for (size_t i = 0; status == STATUS_OK && i < yarn_program_line_count(program); i++) {
        YarnLineInfo line = yarn_program_line(program, i);
        const SeenName *other =
            line.has_explicit_id ? find_other(&check->lines, before, line.id, line.place) : NULL;
        if (other) {
            diag_report(check->diags, DIAG_ERROR, source_pos(line.place), 0, "level-line-id",
                        "another level has a line '%.*s', in %.*s:%u", SV_ARG(line.id), SV_ARG(other->file),
                        (unsigned)other->line);
        }
        status = note_name(check, &check->lines, line.id, line.place);
    }
    return status;
}

static Status check_decisions(PackCheck *check, const YarnProgram *program)
{
    Status status = STATUS_OK;
    size_t before = check->decisions.count;
    DiagSink unheard = { 0 };
    for (size_t i = 0; status == STATUS_OK && i < yarn_program_command_count(program); i++) {
        YarnCommandInfo info = yarn_program_command(program, i);
        Command command;
        if (memchr(info.text.data, '{', info.text.len) ||
            !command_parse(info.text, info.place, &unheard, &command) || !command_is_decision(&command)) {
            continue;
        }
        StrView id = command.args[0];
        const SeenName *other = find_other(&check->decisions, before, id, info.place);
        if (other) {
            diag_report(check->diags, DIAG_WARNING, command_word_pos(&info, id), (uint32_t)id.len,
                        "level-decision", "another level has a decision '%.*s', in %.*s:%u", SV_ARG(id),
                        SV_ARG(other->file), (unsigned)other->line);
        }
        status = note_name(check, &check->decisions, id, info.place);
    }
    return status;
}

static Status check_level(PackCheck *check, const LevelPack *pack, const LevelEntry *level)
{
    DiagSink unheard = { 0 }; /* lint_level() has said it */
    YarnProgram *program = NULL;
    Status status = level_open(check->alloc, pack, level, &unheard, &program);
    if (status == STATUS_OK) {
        status = check_ids(check, program);
    }
    if (status == STATUS_OK) {
        status = check_decisions(check, program);
    }
    if (status == STATUS_OK) {
        status =
            level_scripts_read(&check->scripts[check->script_count++], check->alloc, pack, level, &unheard);
    }
    yarn_program_destroy(program);
    return status;
}

/* --- topics ------------------------------------------------------------------------------ */

enum { TOPIC_COUNT = 24, TOPIC_OLDER_ONLY = 8 };

/* Of the curriculum, in its order. */
static const char *const topic_names[TOPIC_COUNT] = {
    "telling", "rights", "personal information", "passwords", "strangers in games", "tricks and meeting up", "photos and consent",
    "body pictures and threats", "being bullied", "bystanders", "upsetting content", "age limits", "phishing and scams", "advertising",
    "spending in games", "misinformation", "chatbots and fakes", "screen time", "smart toys and cameras", "downloads", "dares",
    "disability and difference", "copyright", "taking part",
};

static void check_band_topics(PackCheck *check, const LevelPack *pack, unsigned band, const char *ages)
{
    StrBuf missing, file;
    unsigned count = 0;
    uint32_t topics = band == BAND_YOUNGER ? UINT32_C(1) << TOPIC_OLDER_ONLY : 0;
    strbuf_init(&missing, check->alloc);
    strbuf_init(&file, check->alloc);
    strbuf_printf(&file, "%.*s/pack.json", SV_ARG(pack->folder));
    for (size_t i = 0; i < pack->level_count; i++) {
        topics |= pack->levels[i].bands & band ? pack->levels[i].topics : 0;
    }
    for (unsigned topic = 1; topic <= TOPIC_COUNT; topic++) {
        if (!(topics >> topic & 1)) {
            strbuf_printf(&missing, "%s%u (%s)", count++ ? ", " : "", topic, topic_names[topic - 1]);
        }
    }
    check->is_out_of_memory |= missing.failed || file.failed;
    if (count && !check->is_out_of_memory) {
        diag_report(check->diags, DIAG_WARNING, (SourcePos){ strbuf_view(&file), pack->covers_line, 1 }, 0, "pack-topics",
                    "no level for ages %s is about %u of the topics: %s", ages, count, missing.data);
    }
    strbuf_release(&missing);
    strbuf_release(&file);
}

/* The topics are those of the manifest; that the decisions practise them is another rule (level-subject). */
static void check_topics(PackCheck *check, const LevelPack *pack)
{
    if (pack->covers_all) {
        check_band_topics(check, pack, BAND_YOUNGER, "7-9");
        check_band_topics(check, pack, BAND_OLDER, "10-13");
    }
}

/* --- all files together ------------------------------------------------------------------ */

typedef struct ErrorFilter {
    DiagSink *to;
    bool was_passed; /* the notes of an error follow it */
} ErrorFilter;

/* Warnings were given level by level, and ids of lines by check_ids(). */
static void pass_error(void *user, const Diag *diag)
{
    ErrorFilter *filter = user;
    if (diag->level != DIAG_NOTE) {
        filter->was_passed = diag->level == DIAG_ERROR && strcmp(diag->code, "YS0018") != 0;
    }
    if (filter->was_passed) {
        diag_report(filter->to, diag->level, diag->pos, diag->length, diag->code, "%s", diag->message);
    }
}

static bool has_source(const YarnSource *sources, size_t count, StrView name)
{
    for (size_t i = 0; i < count; i++) {
        if (strview_equal(sources[i].name, name)) {
            return true;
        }
    }
    return false;
}

/* Titles and variables. Each level compiles by itself, so whatever is wrong now lies between two of them: it
 * would stop all that reads a whole pack (translation, formatting, tagging). */
static Status check_together(PackCheck *check)
{
    size_t count = 0, room = check->script_count * PACK_LEVEL_FILES_MAX, function_count;
    YarnSource *sources = alloc_take(check->alloc, room, sizeof *sources);
    if (!sources) {
        return STATUS_NOMEM;
    }
    for (size_t i = 0; i < check->script_count; i++) {
        for (size_t j = 0; j < check->scripts[i].count; j++) {
            if (!has_source(sources, count, check->scripts[i].sources[j].name)) {
                sources[count++] = check->scripts[i].sources[j];
            }
        }
    }
    ErrorFilter filter = { check->diags, false };
    DiagSink sink = { pass_error, &filter, 0, 0 };
    YarnProgram *program = NULL;
    YarnCompileOptions options = { .alloc = check->alloc, .diags = &sink };
    options.functions = level_functions(&function_count);
    options.function_count = function_count;
    Status status = yarn_compile(&options, sources, count, &program);
    yarn_program_destroy(program);
    alloc_free(check->alloc, sources, room * sizeof *sources);
    return status == STATUS_NOMEM ? status : STATUS_OK;
}

Status lint_pack(const Allocator *alloc, const LevelPack *pack, DiagSink *diags)
{
    uint32_t errors_before = diags->errors;
    PackCheck check = { .alloc = alloc, .diags = diags };
    Status status = STATUS_OK;
    arena_init(&check.arena, alloc, 16 * 1024);
    check.scripts = alloc_take(alloc, pack->level_count + 1, sizeof *check.scripts);
    if (!check.scripts) {
        status = STATUS_NOMEM;
    }
    for (size_t i = 0; status != STATUS_NOMEM && i < pack->level_count; i++) {
        status = check_level(&check, pack, &pack->levels[i]);
    }
    if (status != STATUS_NOMEM && check.script_count > 1) {
        status = check_together(&check);
    }
    if (status != STATUS_NOMEM) {
        check_topics(&check, pack);
        status = check.is_out_of_memory ? STATUS_NOMEM : status;
    }
    for (size_t i = 0; i < check.script_count; i++) {
        level_scripts_release(&check.scripts[i]);
    }
    alloc_free(alloc, check.scripts, (pack->level_count + 1) * sizeof *check.scripts);
    alloc_free(alloc, check.lines.items, check.lines.capacity * sizeof *check.lines.items);
    alloc_free(alloc, check.decisions.items, check.decisions.capacity * sizeof *check.decisions.items);
    arena_release(&check.arena);
    if (status == STATUS_NOMEM) {
        return status;
    }
    return diags->errors > errors_before ? STATUS_INVALID : STATUS_OK;
}
