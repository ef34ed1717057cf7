#include "author_internal.h"

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool strings_language_is_valid(StrView language)
{
    size_t part = 0, len = 0; /* which one, and how long it is so far */
    for (size_t i = 0; i < language.len; i++) {
        char c = language.data[i];
        if (c == '-' || c == '_') {
            if (len < (part ? 1u : 2u)) {
                return false;
            }
            part++;
            len = 0;
        } else if (!(is_letter(c) || (part && c >= '0' && c <= '9')) || ++len > (part ? 8u : 3u)) {
            return false;
        }
    }
    return len >= (part ? 1u : 2u);
}

/* "fr" begins "fr-FR", but not "fra". */
static bool begins_language(StrView shorter, StrView longer)
{
    return shorter.len > 0 && shorter.len < longer.len &&
           (longer.data[shorter.len] == '-' || longer.data[shorter.len] == '_') &&
           same_word(shorter, strview_slice(longer, 0, shorter.len));
}

RowLanguage row_language(const FileReader *reader, StrView said)
{
    StrView wanted = reader->language;
    if (wanted.len == 0 || same_word(said, wanted)) {
        return ROW_WANTED;
    }
    if (said.len == 0) {
        return ROW_UNSAID;
    }
    if (same_word(said, reader->source_language)) {
        return ROW_SOURCE;
    }
    return begins_language(said, wanted) || begins_language(wanted, said) ? ROW_RELATED : ROW_OTHER;
}

/* Rows of which only the number is told, and where the first is. */
typedef struct RowCount {
    size_t count;
    const TranslationEntry *first;
} RowCount;

static void count_row(RowCount *rows, const TranslationEntry *entry)
{
    rows->first = rows->count++ ? rows->first : entry;
}

static SourcePos row_pos(const TranslationEntry *entry)
{
    return (SourcePos){ entry->place.file, entry->place.line, entry->place.column };
}

static void report_count(DiagSink *diags, const RowCount *rows, const char *text, StrView language)
{
    if (rows->count == 1) {
        diag_report(diags, DIAG_WARNING, row_pos(rows->first), 0, "strings-language", "in this row %s '%.*s'",
                    text, SV_ARG(language));
    } else if (rows->count) {
        diag_report(diags, DIAG_WARNING, row_pos(rows->first), 0, "strings-language",
                    "in this and %zu more rows %s '%.*s'", rows->count - 1, text, SV_ARG(language));
    }
}

void translation_report_rows(const Translation *translation, const StringsTable *table, DiagSink *diags)
{
    RowCount source = { 0 }, unsaid = { 0 }, related = { 0 };
    for (size_t i = 0; translation->form == STRINGS_CSV && i < translation->count; i++) {
        const TranslationEntry *entry = &translation->entries[i];
        if (entry->is_broken || entry_is_extra(entry, table) || text_is_blank(entry->text)) {
            continue;
        }
        bool is_touched = !row_is_untouched(entry, table->items[names_find(&table->ids, entry->id)].text);
        if (entry->row == ROW_OTHER && is_touched) {
            diag_report(
                diags, DIAG_WARNING, row_pos(entry), 0, "strings-language",
                "this row says '%.*s', so its text was not taken; write '%.*s' in the column language",
                SV_ARG(entry->language), SV_ARG(translation->language));
        } else if (entry->row == ROW_SOURCE && is_touched) {
            count_row(&source, entry);
        } else if (entry->row == ROW_UNSAID && !is_touched) {
            count_row(&unsaid, entry);
        } else if (entry->row == ROW_RELATED && is_touched) {
            count_row(&related, entry);
        }
    }
    report_count(diags, &source, "the language is the script's, but the text is not: taken as",
                 translation->language);
    report_count(diags, &related, "the language is a little different: taken as", translation->language);
    report_count(diags, &unsaid,
                 "the text is the script's own and the language is missing: not taken; if it is right, write",
                 translation->language);
}
