#include "asset_names.h"
#include "data_folder.h"
#include "diag_list.h"
#include "pack_files.h"
#include "pack_texts.h"
#include "pack_unused.h"
#include "sango/yarn/markup.h"
#include "script_set.h"
#include "verbs.h"

#include <stdio.h>
#include <string.h>

typedef struct CheckRun {
    AssetNames assets;
    DiagList diags;
    FontCover fonts;
    StrBuf sound_folder;
    bool has_pack, has_zip, has_scripts;
    StrBuf levels; /* what was proved: text lines, or JSON objects */
} CheckRun;

static const char *plural(size_t count)
{
    return count == 1 ? "" : "s";
}

/* "privacy, help": names of the bits; of topics their numbers. */
static void append_subjects(StrBuf *out, uint32_t bits, unsigned end, const char *quote)
{
    bool is_first = true;
    for (unsigned i = 0; i < end; i++) {
        if (!(bits >> i & 1)) {
            continue;
        }
        strbuf_append(out, is_first ? SV("") : SV(", "));
        is_first = false;
        if (end == POWER_COUNT) {
            strbuf_printf(out, "%s%s%s", quote, power_name((Power)i), quote);
        } else {
            strbuf_printf(out, "%u", i);
        }
    }
}

enum { TOPIC_END = 25 };

/* Minutes and their tenths. */
#define MINUTES(seconds) ((seconds) + 3) / 60, ((seconds) + 3) % 60 / 6

static void print_walk(StrBuf *out, const LevelPack *pack, const LevelEntry *level, const LintWalk *walk)
{
    strbuf_printf(out, "%.*s/%.*s: %zu path%s%s, %zu ending%s, %zu decision%s, ", SV_ARG(pack->id), SV_ARG(level->id), walk->paths,
                  plural(walk->paths), walk->was_cut ? " (cut short)" : "", walk->endings, plural(walk->endings), walk->decisions,
                  plural(walk->decisions));
    if (walk->activities) {
        strbuf_printf(out, "%zu activit%s, ", walk->activities, walk->activities == 1 ? "y" : "ies");
    }
    strbuf_printf(out, "%zu lines, %u to %u words, %u to %u of %u points\n", walk->lines, walk->shortest_words, walk->longest_words,
                  walk->worst_points, walk->best_points, walk->maximum);
    strbuf_printf(out, "    %u.%u to %u.%u minutes, reading level %u, %zu words in all, powers: ", MINUTES(walk->shortest_seconds),
                  MINUTES(walk->longest_seconds), walk->reading, walk->words);
    append_subjects(out, walk->powers, POWER_COUNT, "");
    strbuf_append(out, walk->powers ? SV("; topics: ") : SV("none; topics: "));
    append_subjects(out, walk->topics, TOPIC_END, "");
    strbuf_append(out, walk->topics ? SV("\n") : SV("none\n"));
}

static void print_walk_json(StrBuf *out, const LevelPack *pack, const LevelEntry *level, const LintWalk *walk)
{
    strbuf_append(out, out->len ? SV(",\n    { \"pack\": ") : SV("    { \"pack\": "));
    strbuf_json(out, pack->id);
    strbuf_append(out, SV(", \"level\": "));
    strbuf_json(out, level->id);
    strbuf_printf(out,
                  ", \"paths\": %zu, \"cut\": %s, \"endings\": %zu, \"decisions\": %zu, \"activities\": %zu, \"lines\": %zu, "
                  "\"words\": [%u, %u], \"seconds\": [%u, %u], \"said\": %u, ",
                  walk->paths, walk->was_cut ? "true" : "false", walk->endings, walk->decisions, walk->activities, walk->lines,
                  walk->shortest_words, walk->longest_words, walk->shortest_seconds, walk->longest_seconds, walk->fewest_lines);
    strbuf_printf(out, "\"points\": [%u, %u], \"maximum\": %u, \"reading\": %u, \"allWords\": %zu, \"powers\": [", walk->worst_points,
                  walk->best_points, walk->maximum, walk->reading, walk->words);
    append_subjects(out, walk->powers, POWER_COUNT, "\"");
    strbuf_append(out, SV("], \"topics\": ["));
    append_subjects(out, walk->topics, TOPIC_END, "");
    strbuf_append(out, SV("] }"));
}

static void report_walk(CheckRun *run, const LevelPack *pack, const LevelEntry *level, const LintWalk *walk)
{
    (run->diags.is_json ? print_walk_json : print_walk)(&run->levels, pack, level, walk);
}

/* What needs all scripts of the pack at once. When they do not compile together, that was said. */
static Status check_whole(CheckRun *run, const LevelPack *pack, char *folder)
{
    ScriptSet set;
    StrBuf voices;
    YarnProgram *program = NULL;
    DiagSink unheard = { 0 };
    strbuf_init(&voices, alloc_heap());
    strbuf_printf(&voices, "%s/voice", run->sound_folder.data);
    Status status = voices.failed ? STATUS_NOMEM : STATUS_OK, compiled = script_set_load(&set, 1, &folder, &unheard);
    if (compiled == STATUS_OK) {
        compiled = script_set_compile(&set, 0, &unheard, &program);
    }
    if (status == STATUS_OK && compiled == STATUS_OK) {
        status = pack_texts_check(pack, program, &run->fonts, &run->diags.sink);
    }
    if (status == STATUS_OK && compiled == STATUS_OK) {
        status = pack_voices_check(program, voices.data, &run->diags.sink);
    }
    if (status == STATUS_OK && compiled == STATUS_OK && pack->covers_all) {
        status = pack_unused_check(pack, program, &run->assets.names, &run->diags.sink);
    }
    yarn_program_destroy(program);
    script_set_release(&set);
    strbuf_release(&voices);
    return compiled == STATUS_NOMEM ? compiled : status;
}

static Status check_pack(CheckRun *run, char *folder)
{
    LevelPack pack;
    run->has_pack = true;
    Status status = level_pack_load(alloc_heap(), folder, &run->diags.sink, &pack);
    if (status != STATUS_OK) {
        return status;
    }
    for (size_t i = 0; status != STATUS_NOMEM && i < pack.level_count; i++) {
        LintWalk walk;
        status =
            lint_level(alloc_heap(), &pack, &pack.levels[i], &run->assets.names, &run->diags.sink, &walk);
        if (walk.paths || walk.lines) {
            report_walk(run, &pack, &pack.levels[i], &walk);
        }
    }
    for (size_t i = 0; status != STATUS_NOMEM && i < pack.measure_count; i++) {
        status = lint_measure(alloc_heap(), &pack, &pack.measures[i], &run->assets.names, &run->diags.sink);
    }
    if (status != STATUS_NOMEM) {
        status = lint_pack(alloc_heap(), &pack, &run->diags.sink);
    }
    if (status != STATUS_NOMEM && !file_tree_is_zip(pack.files)) {
        status = pack_files_check(&pack, &run->diags.sink);
    }
    run->has_zip |= file_tree_is_zip(pack.files);
    if (status != STATUS_NOMEM && !file_tree_is_zip(pack.files)) {
        status = check_whole(run, &pack, folder);
    }
    level_pack_release(&pack);
    return status;
}

static Status check_markup(const YarnProgram *program, DiagSink *diags)
{
    Status status = STATUS_OK;
    for (size_t i = 0; status != STATUS_NOMEM && i < yarn_program_line_count(program); i++) {
        YarnLineInfo line = yarn_program_line(program, i);
        Arena arena;
        MarkupText marked;
        arena_init(&arena, alloc_heap(), 1024);
        status = yarn_markup_parse(&arena, line.text, SV("en"), line.place, diags, &marked);
        arena_release(&arena);
    }
    return status == STATUS_NOMEM ? status : STATUS_OK;
}

/* Scripts that are no pack: the language, and the definitions of a project. */
static Status check_scripts(CheckRun *run, char *path)
{
    ScriptSet set;
    YarnProgram *program = NULL;
    Status status = script_set_load(&set, 1, &path, &run->diags.sink);
    run->has_scripts |= status == STATUS_OK && !set.has_project;
    if (status == STATUS_OK && script_set_add_notes(&set) == STATUS_NOMEM) {
        status = STATUS_NOMEM;
    }
    if (status == STATUS_OK) {
        unsigned advice = YARN_ADVICE_UNREACHABLE | YARN_ADVICE_UNUSED | YARN_ADVICE_LINE_IDS;
        status = script_set_compile(&set, advice, &run->diags.sink, &program);
    }
    if (status == STATUS_OK) {
        status = check_markup(program, &run->diags.sink);
    }
    yarn_program_destroy(program);
    script_set_release(&set);
    return status;
}

static void print_run(const CheckRun *run)
{
    if (run->diags.is_json) {
        printf("{\n  \"diagnostics\": [\n%s\n  ],\n  \"levels\": [\n%s\n  ],\n  \"errors\": %u,\n  "
               "\"warnings\": %u\n}\n",
               run->diags.text.data, run->levels.data, (unsigned)run->diags.sink.errors,
               (unsigned)run->diags.sink.warnings);
        return;
    }
    printf("%s%s", run->diags.text.data, run->levels.data);
    if (run->has_pack && !run->assets.has_art) {
        printf("names of pictures were not checked (--assets)\n");
    }
    if (run->has_pack && !run->assets.has_sound) {
        printf("names of sounds were not checked (--sound)\n");
    }
    if (run->has_pack && !run->fonts.has_fonts) {
        printf("whether the fonts have all characters was not checked\n");
    }
    if (run->has_zip) {
        printf("of a zip its translations, voices and characters were not checked: unpack it for that\n");
    }
    if (run->has_scripts) {
        printf("only the language was checked: the rules for levels hold in packs, folders with pack.json\n");
    }
    printf("%u error%s, %u warning%s\n", (unsigned)run->diags.sink.errors, plural(run->diags.sink.errors),
           (unsigned)run->diags.sink.warnings, plural(run->diags.sink.warnings));
}

/* The names of the art and the sounds that belong to this program, unless others are named; and its fonts. */
static Status load_names(CheckRun *run, const char *art, const char *sound)
{
    StrBuf root, art_folder, font_folder;
    strbuf_init(&root, alloc_heap());
    strbuf_init(&art_folder, alloc_heap());
    strbuf_init(&font_folder, alloc_heap());
    data_folder_find(&root);
    data_folder_art(&art_folder, strbuf_view(&root));
    strbuf_printf(&font_folder, "%s/assets/fonts", root.data);
    if (sound) {
        strbuf_append(&run->sound_folder, strview_from_cstr(sound));
    } else {
        strbuf_printf(&run->sound_folder, "%s/assets/sound", root.data);
    }
    bool is_loaded = !art_folder.failed && !font_folder.failed && !run->sound_folder.failed &&
                     asset_names_load(&run->assets, art ? art : art_folder.data, run->sound_folder.data) &&
                     font_cover_load(&run->fonts, font_folder.data);
    strbuf_release(&root);
    strbuf_release(&art_folder);
    strbuf_release(&font_folder);
    return is_loaded ? STATUS_OK : STATUS_NOMEM;
}

/* A folder that was named and has nothing of the kind is a slip of who named it. */
static bool has_named(const char *folder, bool has_names, const char *option, const char *what)
{
    if (folder && !has_names) {
        fprintf(stderr, "sango-lint: there are no %s in '%s' (%s)\n", what, folder, option);
        return false;
    }
    return true;
}

static bool is_zip(const char *path)
{
    size_t length = strlen(path);
    return length > 4 && strcmp(path + length - 4, ".zip") == 0;
}

int lint_check(int count, char **words)
{
    CheckRun run = { 0 };
    const char *art = NULL, *sound = NULL;
    bool is_json = false;
    int packs = 0, i = 0;
    for (; i < count && strncmp(words[i], "--", 2) == 0; i++) {
        if (strcmp(words[i], "--json") == 0) {
            is_json = true;
        } else if (strcmp(words[i], "--assets") == 0 && i + 1 < count) {
            art = words[++i];
        } else if (strcmp(words[i], "--sound") == 0 && i + 1 < count) {
            sound = words[++i];
        } else {
            return verb_refuse(words[i]);
        }
    }
    diag_list_init(&run.diags, is_json);
    strbuf_init(&run.levels, alloc_heap());
    strbuf_init(&run.sound_folder, alloc_heap());
    Status status = load_names(&run, art, sound);
    bool is_usable =
        status == STATUS_NOMEM || (has_named(art, run.assets.has_art, "--assets", "built pictures") &&
                                   has_named(sound, run.assets.has_sound, "--sound", "sounds"));
    for (; is_usable && status != STATUS_NOMEM && i < count; i++, packs++) {
        status = script_set_is_pack(words[i]) || is_zip(words[i]) ? check_pack(&run, words[i]) : check_scripts(&run, words[i]);
    }
    if (status == STATUS_NOMEM || run.diags.text.failed || run.levels.failed) {
        fprintf(stderr, "sango-lint: %s\n", status_text(STATUS_NOMEM));
        status = STATUS_NOMEM;
    } else if (packs == 0 && is_usable) {
        fprintf(stderr, "sango-lint: check needs a pack such as levels/sango, a folder or a .yarn file\n");
    } else if (is_usable) {
        print_run(&run);
    }
    int code = packs == 0                                        ? EXIT_USAGE
               : status == STATUS_NOMEM || run.diags.sink.errors ? EXIT_MISTAKES
                                                                 : EXIT_CLEAN;
    asset_names_release(&run.assets);
    font_cover_release(&run.fonts);
    strbuf_release(&run.sound_folder);
    diag_list_release(&run.diags);
    strbuf_release(&run.levels);
    return code;
}
