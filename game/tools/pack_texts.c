#define _POSIX_C_SOURCE 200809L
#include "pack_texts.h"

#include "sango/base/file.h"
#include "text_room.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

/* A text of pack.json under "kind.name.part", by which the game asks for it. */
static Status add_titled(StringsTable *table, const StringsText *from, const char *kind, StrView name, const char *part,
                         DiagSink *diags)
{
    StrBuf id;
    strbuf_init(&id, alloc_heap());
    strbuf_printf(&id, "%s.%.*s%s", kind, SV_ARG(name), part);
    StringsText text = *from;
    text.id = strbuf_view(&id);
    text.node = text.speaker = text.before = SV("");
    Status status = id.failed ? STATUS_NOMEM : STATUS_OK;
    if (status == STATUS_OK && text.text.len) {
        status = strings_table_add(table, &text, diags);
    }
    strbuf_release(&id);
    return status;
}

Status pack_texts_add_titles(StringsTable *table, const LevelPack *pack, StrView file, DiagSink *diags)
{
    Status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < pack->world_count; i++) {
        StringsText text = { .text = pack->worlds[i].title, .place = { file, 0, 1 } };
        status = add_titled(table, &text, "world", pack->worlds[i].id, "", diags);
    }
    for (size_t i = 0; status == STATUS_OK && i < pack->level_count; i++) {
        const LevelEntry *level = &pack->levels[i];
        StringsText text = { .text = level->title, .place = { file, level->line, 1 } };
        status = add_titled(table, &text, "level", level->id, ".title", diags);
        text.text = level->summary;
        status = status == STATUS_OK ? add_titled(table, &text, "level", level->id, ".summary", diags) : status;
    }
    return status;
}


bool pack_is_notes(const YarnProgram *program, StrView node)
{
    StrView tags = yarn_program_header(program, node, SV("tags")), word;
    while (strview_take(&tags, ' ', &word)) {
        if (strview_equal(word, SV("notes"))) {
            return true;
        }
    }
    return false;
}

/* --- one language ----------------------------------------------------------------------- */

typedef struct TextsCheck {
    const LevelPack *pack;
    const YarnProgram *program;
    const FontCover *cover;
    StringsTable *table;
    DiagSink *diags;
} TextsCheck;

static SourcePos pos_of(YarnPlace place)
{
    return (SourcePos){ place.file, place.line, place.column };
}

static void check_room(const TextsCheck *check, const StringsText *text, StrView shown, YarnPlace place)
{
    unsigned room = text_room_limit(text, text->is_line && pack_is_notes(check->program, text->node));
    unsigned cells = text_room_cells(text, shown), english = text_room_cells(text, text->text);
    if (room && cells > room) {
        diag_report(check->diags, DIAG_WARNING, pos_of(place), 0, "pack-text-room",
                    "this %s has %u letters; %u fit its place in large type%s", text->is_option ? "choice" : text->is_line ? "line" : "title",
                    cells, room, text->is_line && !text->is_option ? ": say it in two lines" : ": find a shorter way to say it");
    } else if (room && cells > ROOM_CHOICE / 2 && cells > text_room_usual(english)) {
        diag_report(check->diags, DIAG_WARNING, pos_of(place), 0, "pack-text-room",
                    "this has %u letters and the English has %u; more than %u is unusual: was something added?", cells, english,
                    text_room_usual(english));
    }
}

static void check_own_texts(const TextsCheck *check)
{
    MissingGlyphs missing = { .count = 0 };
    for (size_t i = 0; i < strings_table_count(check->table); i++) {
        StringsText text = strings_table_get(check->table, i);
        check_room(check, &text, text.text, text.place);
        missing_glyphs_note(&missing, check->cover, text.text, text.place);
    }
    missing_glyphs_report(&missing, check->diags);
}

/* What `strings check` says, as warnings: the game shows the pack's own text instead. */
static void pass_warning(void *user, const Diag *diag)
{
    DiagLevel level = diag->level == DIAG_ERROR ? DIAG_WARNING : diag->level;
    diag_report(user, level, diag->pos, diag->length, "pack-translation", "%s", diag->message);
}

static void check_translated(const TextsCheck *check, const Translation *translation)
{
    MissingGlyphs missing = { .count = 0 };
    for (size_t i = 0; i < strings_table_count(check->table); i++) {
        StringsText text = strings_table_get(check->table, i);
        TranslationEntry entry;
        if (translation_find(translation, text.id, &entry) && !entry.is_broken && !entry.is_plural && entry.text.len) {
            check_room(check, &text, entry.text, entry.text_place);
            missing_glyphs_note(&missing, check->cover, entry.text, entry.text_place);
        }
    }
    missing_glyphs_report(&missing, check->diags);
}

/* `name` is that of the file, "fr.po". */
static StrView language_of(const Translation *translation, const char *name)
{
    StrView said = translation_language(translation);
    return said.len ? said : strview_slice(strview_from_cstr(name), 0, strlen(name) - strlen(".po"));
}

static Status check_file(const TextsCheck *check, const char *path, const char *name)
{
    StrView bytes;
    Translation *translation = NULL;
    DiagSink quieter = { pass_warning, check->diags, 0, 0 };
    Status status = file_read(alloc_heap(), path, STRINGS_FILE_MAX + 1, &bytes);
    if (status != STATUS_OK) {
        diag_report(&quieter, DIAG_ERROR, (SourcePos){ .file = strview_from_cstr(path) }, 0, "", "%s",
                    status == STATUS_LIMIT ? "the file is larger than 8 MiB" : status_text(status));
        return status == STATUS_NOMEM ? status : STATUS_OK;
    }
    TranslationInput input = { .alloc = alloc_heap(),
                               .form = STRINGS_PO,
                               .name = strview_from_cstr(path),
                               .bytes = bytes,
                               .diags = &quieter,
                               .source_language = SV("en") };
    status = translation_parse(&input, &translation);
    if (translation && status != STATUS_NOMEM) {
        status = translation_check(translation, check->table, language_of(translation, name), &quieter);
        check_translated(check, translation);
    }
    translation_destroy(translation);
    file_free(alloc_heap(), &bytes);
    return status == STATUS_NOMEM ? status : STATUS_OK;
}

/* --- the folder ------------------------------------------------------------------------------ */

static int is_po(const struct dirent *entry)
{
    size_t len = strlen(entry->d_name);
    return entry->d_name[0] != '.' && len > 3 && strcmp(entry->d_name + len - 3, ".po") == 0;
}

static Status check_files(const TextsCheck *check)
{
    StrBuf path;
    struct dirent **entries = NULL;
    strbuf_init(&path, alloc_heap());
    strbuf_printf(&path, "%.*s/po", SV_ARG(check->pack->folder));
    int count = path.failed ? 0 : scandir(path.data, &entries, is_po, alphasort);
    Status status = path.failed ? STATUS_NOMEM : STATUS_OK;
    for (int i = 0; i < count; i++) {
        strbuf_clear(&path);
        strbuf_printf(&path, "%.*s/po/%s", SV_ARG(check->pack->folder), entries[i]->d_name);
        if (status == STATUS_OK) {
            status = path.failed ? STATUS_NOMEM : check_file(check, path.data, entries[i]->d_name);
        }
        free(entries[i]);
    }
    free(entries);
    strbuf_release(&path);
    return status;
}

Status pack_texts_check(const LevelPack *pack, const YarnProgram *program, const FontCover *cover, DiagSink *diags)
{
    TextsCheck check = { .pack = pack, .program = program, .cover = cover, .diags = diags };
    DiagSink unheard = { 0 }; /* what is wrong with the scripts was said */
    StrBuf file;
    strbuf_init(&file, alloc_heap());
    strbuf_printf(&file, "%.*s/pack.json", SV_ARG(pack->folder));
    Status status = file.failed ? STATUS_NOMEM : strings_table_create(alloc_heap(), &check.table);
    if (status == STATUS_OK) {
        status = pack_texts_add_titles(check.table, pack, strbuf_view(&file), &unheard);
    }
    if (status == STATUS_OK) {
        status = strings_table_add_program(check.table, program, &unheard);
    }
    if (status == STATUS_OK) {
        check_own_texts(&check);
        status = check_files(&check);
    }
    strings_table_destroy(check.table);
    strbuf_release(&file);
    return status;
}
