#define _POSIX_C_SOURCE 200809L
#include "diag_list.h"
#include "sango/base/file.h"
#include "sango/level/pack.h"
#include "sango/yarn/strings.h"
#include "pack_texts.h"
#include "script_set.h"
#include "verbs.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#define SOURCE_LANGUAGE "en" /* of all packs */

typedef struct StringsRun {
    ScriptSet set;
    DiagList diags;
    StringsTable *table;
    Translation *translation; /* NULL: none was named, or it could not be read */
    StrBuf project;           /* "sango 1.0.0" */
    StrBuf out;
    /* arguments */
    const char *job;
    const char *po, *csv, *out_path;
    StrView language;
    bool is_json;
    int path_count;
    char **paths;
} StringsRun;

/* --- what there is to translate ------------------------------------------------- */

/* Of a path that is a pack; script_set_load() has said what is wrong with it. */
static Status add_pack(StringsRun *run, const char *folder)
{
    StrBuf file;
    struct stat found;
    LevelPack pack;
    DiagSink quiet = { 0 };
    strbuf_init(&file, alloc_heap());
    strbuf_printf(&file, "%s/pack.json", folder);
    Status status = file.failed ? STATUS_NOMEM : STATUS_OK;
    if (status == STATUS_OK && stat(file.data, &found) == 0) {
        status = level_pack_load(alloc_heap(), folder, &quiet, &pack);
        if (status == STATUS_OK) {
            if (run->project.len == 0) {
                strbuf_printf(&run->project, "%.*s %.*s", SV_ARG(pack.id), SV_ARG(pack.version));
            }
            status = pack_texts_add_titles(run->table, &pack, strbuf_view(&file), &run->diags.sink);
            level_pack_release(&pack);
        }
    }
    strbuf_release(&file);
    return status;
}

static Status add_scripts(StringsRun *run)
{
    YarnProgram *program = NULL;
    YarnCompileOptions options = script_set_options(&run->set, &run->diags.sink);
    Status status = yarn_compile(&options, run->set.sources, run->set.source_count, &program);
    if (status == STATUS_OK) {
        status = strings_table_add_program(run->table, program, &run->diags.sink);
    }
    yarn_program_destroy(program);
    return status;
}

static Status load_table(StringsRun *run)
{
    Status status = script_set_load(&run->set, run->path_count, run->paths, &run->diags.sink);
    status = status == STATUS_OK ? strings_table_create(alloc_heap(), &run->table) : status;
    for (int i = 0; status == STATUS_OK && i < run->path_count; i++) {
        status = add_pack(run, run->paths[i]);
    }
    status = status == STATUS_OK ? add_scripts(run) : status;
    return status == STATUS_OK && run->diags.sink.errors ? STATUS_INVALID : status;
}

/* --- the translation ------------------------------------------------------------ */

static void report_file(StringsRun *run, const char *path, const char *text)
{
    diag_report(&run->diags.sink, DIAG_ERROR, (SourcePos){ .file = strview_from_cstr(path) }, 0,
                "strings-file", "%s", text);
}

static Status read_translation(StringsRun *run, const char *path, StringsForm form, StrView language,
                               DiagSink *diags, Translation **translation)
{
    StrView bytes;
    /* One byte more than is read, so that the limit's own message is said. */
    Status status = file_read(alloc_heap(), path, STRINGS_FILE_MAX + 1, &bytes);
    if (status != STATUS_OK) {
        if (diags == &run->diags.sink) {
            report_file(run, path,
                        status == STATUS_LIMIT ? "the file is larger than 8 MiB" : status_text(status));
        }
        return status;
    }
    TranslationInput input = { .alloc = alloc_heap(),
                               .form = form,
                               .name = strview_from_cstr(path),
                               .bytes = bytes,
                               .language = language,
                               .diags = diags,
                               .source_language = SV(SOURCE_LANGUAGE) };
    status = translation_parse(&input, translation);
    file_free(alloc_heap(), &bytes);
    return status;
}

static Status load_translation(StringsRun *run)
{
    Status status = read_translation(run, run->po ? run->po : run->csv, run->po ? STRINGS_PO : STRINGS_CSV,
                                     run->language, &run->diags.sink, &run->translation);
    if (run->translation && run->language.len == 0) {
        run->language = translation_language(run->translation);
    }
    return status;
}

/* --- what is there already --------------------------------------------------------- */

static bool ends_with(const char *text, const char *end)
{
    size_t len = strlen(text), end_len = strlen(end);
    return len > end_len && strcmp(text + len - end_len, end) == 0;
}

static bool writes_csv(const StringsRun *run)
{
    if (strcmp(run->job, "import") == 0) {
        return run->out_path ? ends_with(run->out_path, ".csv") : run->po != NULL;
    }
    return strcmp(run->job, "csv") == 0;
}

static bool has_old_file(const StringsRun *run)
{
    struct stat found;
    return run->out_path && strcmp(run->out_path, "-") != 0 && stat(run->out_path, &found) == 0 &&
           S_ISREG(found.st_mode);
}

/* "fr" and "fr_FR" are one, but a French CSV does not belong into a German PO. */
static bool is_same_language(StrView a, StrView b)
{
    size_t at = 0;
    while (at < a.len && at < b.len && (a.data[at] | 0x20) == (b.data[at] | 0x20) && a.data[at] != '-' &&
           a.data[at] != '_') {
        at++;
    }
    bool ends_a = at == a.len || a.data[at] == '-' || a.data[at] == '_' || a.data[at] == '@';
    bool ends_b = at == b.len || b.data[at] == '-' || b.data[at] == '_' || b.data[at] == '@';
    return a.len == 0 || b.len == 0 || (ends_a && ends_b);
}

static void report_merge(StringsRun *run, const MergeCounts *counts)
{
    SourcePos csv = { .file = strview_from_cstr(run->csv) },
              po = { .file = strview_from_cstr(run->out_path) };
    diag_report(&run->diags.sink, DIAG_NOTE, csv, 0, "strings-import",
                "%zu new, %zu changed, %zu the same, %zu not taken, %zu not translated", counts->added,
                counts->changed, counts->same, counts->refused, counts->open);
    if (counts->own) {
        diag_report(&run->diags.sink, DIAG_WARNING, csv, 0, "strings-import",
                    "of the new ones %zu have the script's own words; is that right?", counts->own);
    }
    if (counts->absent) {
        diag_report(&run->diags.sink, DIAG_NOTE, po, 0, "strings-import",
                    "%zu translation%s that the CSV does not have stay%s as before", counts->absent,
                    counts->absent == 1 ? "" : "s", counts->absent == 1 ? "s" : "");
    }
}

/* The CSV goes into the PO that is there, or into a new one; that then is what is written. */
static Status merge_rows(StringsRun *run)
{
    Translation *base = NULL;
    MergeCounts counts;
    TranslationInput none = { .alloc = alloc_heap(),
                              .form = STRINGS_PO,
                              .name = strview_from_cstr(run->out_path ? run->out_path : "-"),
                              .bytes = SV(""),
                              .language = SV(""),
                              .diags = &run->diags.sink };
    Status status = has_old_file(run)
                        ? read_translation(run, run->out_path, STRINGS_PO, SV(""), &run->diags.sink, &base)
                        : translation_parse(&none, &base);
    if (status == STATUS_OK && !is_same_language(translation_language(base), run->language)) {
        diag_report(&run->diags.sink, DIAG_ERROR, (SourcePos){ .file = strview_from_cstr(run->out_path) }, 0,
                    "strings-language", "this is a translation into '%.*s', not '%.*s'; nothing was written",
                    SV_ARG(translation_language(base)), SV_ARG(run->language));
        status = STATUS_INVALID;
    }
    if (status == STATUS_OK) {
        status = translation_merge(base, run->translation, run->table, &run->diags.sink, &counts);
    }
    if (status != STATUS_OK) {
        translation_destroy(base);
        return status;
    }
    report_merge(run, &counts);
    translation_destroy(run->translation);
    run->translation = base;
    return STATUS_OK;
}

/* Nothing is written over a translator's work, nor over what cannot be read. */
static Status guard_old(StringsRun *run)
{
    Translation *old = NULL;
    StrView first;
    DiagSink quiet = { 0 };
    SourcePos pos = { .file = strview_from_cstr(run->out_path) };
    StringsForm form = ends_with(run->out_path, ".csv") ? STRINGS_CSV : STRINGS_PO;
    Status status = read_translation(run, run->out_path, form, run->language, &quiet, &old);
    size_t lost = 0;
    if (status == STATUS_OK) {
        lost = translation_count_lost(old, run->translation, run->table, &first);
    }
    if (lost) {
        diag_report(&run->diags.sink, DIAG_ERROR, pos, 0, "strings-overwrite",
                    "%zu translation%s in this file would be lost ('%.*s' is one); nothing was written", lost,
                    lost == 1 ? "" : "s", SV_ARG(first));
        diag_report(&run->diags.sink, DIAG_NOTE, pos, 0, "", "%s",
                    form == STRINGS_CSV
                        ? "'strings import --csv' puts them into a PO; or write to another name with -o"
                        : "'strings update --po' brings it up to date; or write to another name with -o");
        status = STATUS_INVALID;
    } else if (status != STATUS_OK && status != STATUS_NOMEM) {
        diag_report(&run->diags.sink, DIAG_ERROR, pos, 0, "strings-overwrite",
                    "this file is there and cannot be read as a %s; nothing was written",
                    form == STRINGS_CSV ? "CSV" : "PO");
        status = STATUS_INVALID;
    }
    translation_destroy(old);
    return status;
}

/* --- jobs ------------------------------------------------------------------------ */

static Status write_out(StringsRun *run)
{
    if (run->out.failed) {
        return STATUS_NOMEM;
    }
    if (!run->out_path || strcmp(run->out_path, "-") == 0) {
        return fwrite(run->out.data, 1, run->out.len, stdout) == run->out.len ? STATUS_OK : STATUS_IO;
    }
    Status status = file_write(run->out_path, strbuf_view(&run->out));
    if (status != STATUS_OK) {
        diag_report(&run->diags.sink, DIAG_ERROR, (SourcePos){ .file = strview_from_cstr(run->out_path) }, 0,
                    "strings-file", "%s", status_text(status));
    }
    return status;
}

static Status write_job(StringsRun *run)
{
    Status status = load_table(run);
    if (status == STATUS_OK && (run->po || run->csv)) {
        status = load_translation(run);
    }
    if (status != STATUS_OK) {
        return status;
    }
    if (run->translation && (writes_csv(run) || run->csv)) {
        translation_report_extra(run->translation, run->table, &run->diags.sink); /* they are left out */
        translation_report_rows(run->translation, run->table, &run->diags.sink);
    }
    if (run->csv && !writes_csv(run)) {
        status = merge_rows(run);
    } else if (has_old_file(run)) {
        status = guard_old(run);
    }
    if (status != STATUS_OK) {
        return status;
    }
    StringsOptions options = { .project = run->project.len ? strbuf_view(&run->project) : SV("scripts"),
                               .source_language = SV(SOURCE_LANGUAGE),
                               .language = run->language };
    if (writes_csv(run)) {
        strings_write_csv(run->table, run->translation, &options, &run->out);
    } else {
        strings_write_po(run->table, run->translation, &options, &run->out);
    }
    return write_out(run);
}

static Status check_job(StringsRun *run)
{
    Status status = load_table(run);
    Status read = status == STATUS_OK ? load_translation(run) : status;
    bool is_read = read == STATUS_OK || (run->translation && translation_count(run->translation) > 0);
    if (run->translation && is_read && read != STATUS_LIMIT) {
        if (run->language.len == 0) {
            diag_report(&run->diags.sink, DIAG_ERROR,
                        (SourcePos){ .file = strview_from_cstr(run->po ? run->po : run->csv) }, 0,
                        "strings-language", "the file does not say its language; say it with --language");
        }
        translation_report_rows(run->translation, run->table, &run->diags.sink);
        status = translation_check(run->translation, run->table, run->language, &run->diags.sink);
    }
    return status == STATUS_OK ? read : status;
}

/* --- arguments ------------------------------------------------------------------- */

/* An option with a value: where it goes, NULL when it is none. */
static const char **option_value(StringsRun *run, const char *word, const char **language)
{
    if (strcmp(word, "--po") == 0) {
        return &run->po;
    }
    if (strcmp(word, "--csv") == 0) {
        return &run->csv;
    }
    if (strcmp(word, "-o") == 0) {
        return &run->out_path;
    }
    return strcmp(word, "--language") == 0 ? language : NULL;
}

static int refuse(const char *text)
{
    fprintf(stderr, "sango-lint: %s; sango-lint --help says more\n", text);
    return EXIT_USAGE;
}

/* EXIT_CLEAN when they can be followed. */
static int read_words(StringsRun *run, int count, char **words)
{
    const char *language = NULL;
    int i = 1;
    run->job = count ? words[0] : "";
    for (; i < count && words[i][0] == '-'; i++) {
        const char **value = option_value(run, words[i], &language);
        if (strcmp(words[i], "--json") == 0) {
            run->is_json = true;
        } else if (value && i + 1 < count) {
            *value = words[++i];
        } else {
            return verb_refuse(words[i]);
        }
    }
    run->language = strview_from_cstr(language);
    run->path_count = count - i;
    run->paths = words + i;
    bool has_file = run->po || run->csv;
    if (language && !strings_language_is_valid(run->language)) {
        return refuse("a language is written like fr or pt-BR");
    }
    if (run->po && run->csv) {
        return refuse("--po and --csv are one too many");
    }
    if (strcmp(run->job, "pot") == 0 || strcmp(run->job, "csv") == 0) {
        if (has_file) {
            return refuse(
                "a template is made from scripts alone; 'strings update' and 'strings import' take a file");
        }
    } else if (strcmp(run->job, "update") == 0) {
        if (!run->po) {
            return refuse("strings update needs --po OLD.po");
        }
        run->out_path = run->out_path ? run->out_path : run->po;
    } else if (strcmp(run->job, "import") == 0) {
        if (!has_file || !language) {
            return refuse("strings import needs --language, such as --language fr, and --po or --csv");
        }
    } else if (strcmp(run->job, "check") == 0) {
        if (!has_file || (run->csv && !language)) {
            return refuse(
                "strings check needs --po FILE, or --csv FILE and --language, such as --language fr");
        }
    } else {
        return refuse("strings is followed by pot, csv, update, import or check");
    }
    return run->path_count ? EXIT_CLEAN
                           : refuse("strings needs a pack, a folder or a script, such as levels/sango");
}

/* What was found; behind it the count, or around it an object. */
static void print_diags(const StringsRun *run, FILE *to)
{
    const DiagSink *sink = &run->diags.sink;
    if (run->is_json) {
        fprintf(to, "{\n  \"diagnostics\": [\n%s\n  ],\n  \"errors\": %u,\n  \"warnings\": %u\n}\n",
                run->diags.text.data, (unsigned)sink->errors, (unsigned)sink->warnings);
    } else {
        fputs(run->diags.text.data, to);
        if (to == stdout) {
            fprintf(to, "%u error%s, %u warning%s\n", (unsigned)sink->errors, sink->errors == 1 ? "" : "s",
                    (unsigned)sink->warnings, sink->warnings == 1 ? "" : "s");
        }
    }
}

int lint_strings(int count, char **words)
{
    StringsRun run = { 0 };
    int code = read_words(&run, count, words);
    if (code != EXIT_CLEAN) {
        return code;
    }
    bool is_check = strcmp(run.job, "check") == 0;
    diag_list_init(&run.diags, run.is_json);
    strbuf_init(&run.project, alloc_heap());
    strbuf_init(&run.out, alloc_heap());
    Status status = is_check ? check_job(&run) : write_job(&run);
    /* stdout may be the file itself. */
    print_diags(&run, is_check ? stdout : stderr);
    if (status == STATUS_NOMEM || run.diags.text.failed) {
        fprintf(stderr, "sango-lint: %s\n", status_text(STATUS_NOMEM));
    }
    code = status == STATUS_OK && run.diags.sink.errors == 0 ? EXIT_CLEAN : EXIT_MISTAKES;
    translation_destroy(run.translation);
    strings_table_destroy(run.table);
    if (run.set.arena.alloc) {
        script_set_release(&run.set);
    }
    strbuf_release(&run.project);
    strbuf_release(&run.out);
    diag_list_release(&run.diags);
    return code;
}
