#include "author_internal.h"

#include "sango/base/sha256.h"
#include "sango/base/utf8.h"

#include <stdio.h>
#include <string.h>

const StrView needs_update = { "(NEEDS UPDATE) ", 15 };

size_t line_end(StrView text, size_t start)
{
    while (start < text.len && text.data[start] != '\n' && text.data[start] != '\r') {
        start++;
    }
    return start;
}

size_t line_after(StrView text, size_t end)
{
    bool is_pair = end + 1 < text.len && text.data[end] == '\r' && text.data[end + 1] == '\n';
    return end + (is_pair ? 2 : end < text.len ? 1 : 0);
}

bool same_word(StrView a, StrView b)
{
    if (a.len != b.len) {
        return false;
    }
    for (size_t i = 0; i < a.len; i++) {
        char x = a.data[i] == '_' ? '-' : a.data[i];
        char y = b.data[i] == '_' ? '-' : b.data[i];
        x = x >= 'A' && x <= 'Z' ? (char)(x - 'A' + 'a') : x;
        y = y >= 'A' && y <= 'Z' ? (char)(y - 'A' + 'a') : y;
        if (x != y) {
            return false;
        }
    }
    return true;
}

bool reader_is_over(const FileReader *reader)
{
    return reader->status != STATUS_OK || reader->errors >= STRINGS_ERRORS_MAX;
}

YarnPlace reader_place(const FileReader *reader, uint32_t line, size_t line_start, size_t offset)
{
    size_t before = utf8_count(strview_slice(reader->text, line_start, offset - line_start));
    return (YarnPlace){ reader->translation->name, line, (uint32_t)before + 1 };
}

static void report(FileReader *reader, YarnPlace place, const char *code, const char *fmt, va_list args)
    SANGO_PRINTF(4, 0);

static void report(FileReader *reader, YarnPlace place, const char *code, const char *fmt, va_list args)
{
    SourcePos pos = { place.file, place.line, place.column };
    char message[512]; /* as diag_report() cuts it */
    (void)vsnprintf(message, sizeof message, fmt, args);
    message[utf8_valid_prefix((StrView){ message, strlen(message) })] = '\0';
    diag_report(reader->diags, DIAG_ERROR, pos, 0, code, "%s", message);
    if (++reader->errors == STRINGS_ERRORS_MAX) {
        diag_report(reader->diags, DIAG_NOTE, (SourcePos){ .file = place.file }, 0, "strings-many-errors",
                    "too many mistakes; the rest is not read");
    }
}

void reader_error(FileReader *reader, YarnPlace place, const char *code, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    if (!reader_is_over(reader)) {
        report(reader, place, code, fmt, args);
    }
    va_end(args);
}

void reader_limit(FileReader *reader, YarnPlace place, const char *code, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    if (!reader_is_over(reader)) {
        report(reader, place, code, fmt, args);
        reader->status = STATUS_LIMIT;
    }
    va_end(args);
}

StrView reader_keep(FileReader *reader, StrView text)
{
    StrView kept = text.len ? arena_copy(&reader->translation->arena, text) : SV("");
    if (!kept.data) {
        reader->status = STATUS_NOMEM;
        kept = SV("");
    }
    return kept;
}

/* In a CSV a text may have a row for each language. False: two that cannot both be right. */
static bool replaces(const FileReader *reader, TranslationEntry *known, const TranslationEntry *entry)
{
    if (reader->translation->form != STRINGS_CSV) {
        return false;
    }
    if (known->text.len && entry->text.len && known->row == entry->row) {
        return entry->row == ROW_OTHER ||
               (entry->row == ROW_SOURCE && strview_equal(known->text, entry->text));
    }
    bool is_better = entry->text.len && (known->text.len == 0 || entry->row > known->row);
    *known = is_better ? *entry : *known;
    return true;
}

void reader_add_entry(FileReader *reader, const TranslationEntry *entry)
{
    Translation *translation = reader->translation;
    NameMap *map = entry->is_obsolete ? &translation->old_ids : &translation->ids;
    uint32_t known = entry->has_id ? names_find(map, entry->id) : NAME_NONE;
    if (known != NAME_NONE && !entry->is_obsolete) {
        if (!replaces(reader, &translation->entries[known], entry)) {
            YarnPlace first = translation->entries[known].place;
            reader_error(reader, entry->place, "strings-duplicate", "'%.*s' is here a second time",
                         SV_ARG(entry->id));
            diag_report(reader->diags, DIAG_NOTE, (SourcePos){ first.file, first.line, first.column }, 0, "",
                        "it is here first");
        }
        return;
    }
    if (translation->count == STRINGS_ENTRIES_MAX) {
        reader_limit(reader, entry->place, "strings-entry-count",
                     "a file may have %d texts; this one has more", STRINGS_ENTRIES_MAX);
        return;
    }
    TranslationEntry *grown = translation->entries;
    if (translation->count == translation->capacity) {
        grown = alloc_grow(translation->arena.alloc, grown, &translation->capacity, translation->count + 1,
                           sizeof *grown);
    }
    translation->entries = grown ? grown : translation->entries;
    if (!grown ||
        (entry->has_id && known == NAME_NONE &&
         names_add(map, &translation->arena, entry->id, (uint32_t)translation->count) == NAME_NONE)) {
        reader->status = STATUS_NOMEM;
        return;
    }
    grown[translation->count++] = *entry;
}

bool reader_check_line(FileReader *reader, uint32_t line, size_t start, size_t end)
{
    StrView bytes = strview_slice(reader->text, start, end - start);
    size_t bad = utf8_valid_prefix(bytes);
    const char *nul = bytes.len ? memchr(bytes.data, '\0', bytes.len) : NULL;
    bad = nul && (size_t)(nul - bytes.data) < bad ? (size_t)(nul - bytes.data) : bad;
    if (bad == bytes.len) {
        return true;
    }
    YarnPlace place = reader_place(reader, line, start, start + bad);
    reader_error(reader, place, "strings-encoding", "this byte (0x%02X) is not text in UTF-8",
                 (unsigned)(unsigned char)bytes.data[bad]);
    if (!reader->told_encoding) {
        reader->told_encoding = true;
        diag_report(reader->diags, DIAG_NOTE, (SourcePos){ place.file, place.line, place.column }, 0, "",
                    "save the file as UTF-8; a spreadsheet asks for it as 'character set' or 'CSV UTF-8'");
    }
    return false;
}

/* Each other byte of its first letters is 0, or it says so in front. */
static bool is_utf16(StrView bytes)
{
    bool has_mark = strview_starts_with(bytes, SV("\xFF\xFE")) || strview_starts_with(bytes, SV("\xFE\xFF"));
    bool is_little = bytes.len >= 4 && bytes.data[0] && !bytes.data[1] && bytes.data[2] && !bytes.data[3];
    bool is_big = bytes.len >= 4 && !bytes.data[0] && bytes.data[1] && !bytes.data[2] && bytes.data[3];
    return has_mark || is_little || is_big;
}

static void read_file(FileReader *reader, const TranslationInput *input)
{
    YarnPlace whole = { .file = reader->translation->name };
    if (input->bytes.len > STRINGS_FILE_MAX) {
        reader_limit(reader, whole, "strings-file-size", "this file has %zu bytes; it may have %d",
                     input->bytes.len, STRINGS_FILE_MAX);
        return;
    }
    if (is_utf16(input->bytes)) {
        whole.line = whole.column = 1;
        reader_error(reader, whole, "strings-encoding", "this file is saved as UTF-16; save it as UTF-8");
        return;
    }
    reader->text = reader_keep(reader, input->bytes);
    if (strview_starts_with(reader->text, SV("\xEF\xBB\xBF"))) {
        reader->text = strview_slice(reader->text, 3, reader->text.len);
    }
    if (reader->status != STATUS_OK) {
        return;
    }
    if (input->form == STRINGS_PO) {
        po_read(reader);
    } else {
        csv_read(reader);
    }
}

Status translation_parse(const TranslationInput *input, Translation **translation)
{
    Translation *made = alloc_take(input->alloc, 1, sizeof *made);
    DiagSink unheard = { 0 };
    *translation = made;
    if (!made) {
        return STATUS_NOMEM;
    }
    FileReader reader = { .translation = made, .diags = input->diags ? input->diags : &unheard };
    arena_init(&made->arena, input->alloc, 16 * 1024);
    made->form = input->form;
    made->name = reader_keep(&reader, input->name);
    made->language = reader.language = reader_keep(&reader, input->language);
    reader.source_language = input->source_language;
    if (reader.status == STATUS_OK) {
        read_file(&reader, input);
    }
    if (reader.status == STATUS_NOMEM) {
        translation_destroy(made);
        *translation = NULL;
    }
    return reader.status != STATUS_OK ? reader.status : reader.errors ? STATUS_INVALID : STATUS_OK;
}

void translation_destroy(Translation *translation)
{
    if (!translation) {
        return;
    }
    const Allocator *alloc = translation->arena.alloc;
    alloc_free(alloc, translation->entries, translation->capacity * sizeof *translation->entries);
    arena_release(&translation->arena);
    alloc_free(alloc, translation, sizeof *translation);
}

StrView translation_language(const Translation *translation)
{
    return translation->language;
}

size_t translation_count(const Translation *translation)
{
    return translation->count;
}

TranslationEntry translation_get(const Translation *translation, size_t index)
{
    return translation->entries[index];
}

bool translation_find(const Translation *translation, StrView id, TranslationEntry *entry)
{
    uint32_t found = names_find(&translation->ids, id);
    if (found == NAME_NONE) {
        return false;
    }
    *entry = translation->entries[found];
    return true;
}

void strings_lock(StrView text, char lock[STRINGS_LOCK_BYTES])
{
    static const char digits[] = "0123456789abcdef";
    uint8_t digest[SHA256_BYTES];
    sha256(text, digest);
    for (size_t i = 0; i < STRINGS_LOCK_BYTES; i++) {
        lock[i] = digits[digest[i / 2] >> (i % 2 ? 0 : 4) & 0xF];
    }
}

static bool is_lock_of(StrView lock, StrView text)
{
    char made[STRINGS_LOCK_BYTES];
    strings_lock(text, made);
    return strview_equal(lock, (StrView){ made, sizeof made });
}

static bool source_changed(const Translation *translation, const TranslationEntry *entry, StrView source)
{
    return translation->form == STRINGS_PO ? !strview_equal(entry->source, source)
                                           : entry->lock.len && !is_lock_of(entry->lock, source);
}

bool row_is_untouched(const TranslationEntry *entry, StrView source)
{
    StrView own = source;
    if (entry->is_fuzzy && strview_starts_with(own, needs_update)) {
        own = strview_slice(own, needs_update.len, own.len); /* it was no mark, but the text */
    }
    return strview_equal(strview_trim(entry->text), strview_trim(own)) ||
           (entry->lock.len && is_lock_of(entry->lock, entry->text));
}

bool text_is_blank(StrView text)
{
    uint32_t codepoint;
    while (utf8_take(&text, &codepoint, NULL)) {
        bool is_blank = (codepoint >= 9 && codepoint <= 13) || codepoint == ' ' || codepoint == 0xA0 ||
                        codepoint == 0x202F || (codepoint >= 0x2000 && codepoint <= 0x200B) ||
                        codepoint == 0x3000 || codepoint == 0xFEFF;
        if (!is_blank) {
            return false;
        }
    }
    return true;
}

static bool row_is_taken(const TranslationEntry *entry, StrView source)
{
    return entry->row == ROW_WANTED || (entry->row != ROW_OTHER && !row_is_untouched(entry, source));
}

TextMatch translation_match(const Translation *translation, const StringsText *text)
{
    TextMatch match = { .text = SV("") };
    if (!translation) {
        return match;
    }
    uint32_t found = names_find(&translation->ids, text->id);
    found = found == NAME_NONE ? names_find(&translation->old_ids, text->id) : found;
    if (found == NAME_NONE || translation->entries[found].is_plural) {
        return match;
    }
    match.entry = &translation->entries[found];
    bool is_taken = translation->form == STRINGS_PO || row_is_taken(match.entry, text->text);
    match.text = is_taken ? match.entry->text : SV("");
    match.is_changed = source_changed(translation, match.entry, text->text);
    match.is_fuzzy = match.text.len && (match.is_changed || match.entry->is_fuzzy);
    return match;
}

bool entry_is_extra(const TranslationEntry *entry, const StringsTable *table)
{
    return !entry->has_id || names_find(&table->ids, entry->id) == NAME_NONE;
}
