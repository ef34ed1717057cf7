#include "author_internal.h"

typedef struct Merger {
    Translation *base;
    const Translation *rows;
    DiagSink *diags;
    MergeCounts *counts;
    FileReader writer; /* puts new entries into `base` */
} Merger;

static SourcePos row_pos(const TranslationEntry *entry)
{
    return (SourcePos){ entry->place.file, entry->place.line, entry->place.column };
}

/* Why a row does not replace a translation that is there; NULL when it does. */
static const char *refusal(const TextMatch *row, const TextMatch *old, StrView source)
{
    if (strview_equal(strview_trim(row->text), strview_trim(source))) {
        return "this is the script's own text";
    }
    if (row->is_fuzzy && !old->is_fuzzy) {
        return row->is_changed ? "this was written for another text of the script"
                               : "this is marked (NEEDS UPDATE)";
    }
    if (row->entry->row == ROW_SOURCE && row->entry->lock.len == 0) {
        return "this may be an older text of the script";
    }
    return NULL;
}

static void refuse_row(Merger *merger, const TextMatch *row, const char *why)
{
    merger->counts->refused++;
    diag_report(merger->diags, DIAG_WARNING, row_pos(row->entry), 0, "strings-import",
                "%s, so what %.*s has stays", why, SV_ARG(merger->base->name));
}

/* The text is the same, and the row does not take a mark away. Without a lock nobody knows
 * which text of the script it was written for. */
static bool is_same(const TextMatch *row, const TextMatch *old)
{
    return strview_equal(row->text, old->text) &&
           (!old->is_fuzzy || row->is_fuzzy || row->entry->lock.len == 0);
}

static void replace_text(Merger *merger, TranslationEntry *entry, const TextMatch *row,
                         const StringsText *text)
{
    bool had_text = !text_is_blank(entry->text);
    if (had_text && !strview_equal(entry->text, row->text)) {
        diag_report(merger->diags, DIAG_NOTE, row_pos(row->entry), 0, "strings-import",
                    "'%.*s' was '%.*s' in %.*s", SV_ARG(text->id), SV_ARG(entry->text),
                    SV_ARG(merger->base->name));
    }
    entry->text = reader_keep(&merger->writer, row->text);
    if (!row->is_fuzzy || !had_text) { /* else "#|" goes on saying what it was made for */
        entry->source = reader_keep(&merger->writer, text->text);
        entry->has_previous = false;
    }
    entry->is_fuzzy = row->is_fuzzy;
}

static void add_text(Merger *merger, const TextMatch *row, const StringsText *text)
{
    TranslationEntry entry = { .id = reader_keep(&merger->writer, text->id),
                               .source = reader_keep(&merger->writer, text->text),
                               .text = reader_keep(&merger->writer, row->text),
                               .place = row->entry->place,
                               .text_place = row->entry->place,
                               .has_id = true,
                               .is_fuzzy = row->is_fuzzy };
    entry.previous = entry.lock = entry.notes = entry.flags = entry.raw = entry.language = SV("");
    entry.place.file = entry.text_place.file = merger->base->name;
    if (merger->writer.status == STATUS_OK) {
        reader_add_entry(&merger->writer, &entry);
    }
}

static void merge_text(Merger *merger, const StringsText *text)
{
    TextMatch row = translation_match(merger->rows, text), old = translation_match(merger->base, text);
    bool has_row = !text_is_blank(row.text), has_old = !text_is_blank(old.text);
    uint32_t live = names_find(&merger->base->ids, text->id);
    if (!has_row) {
        merger->counts->absent += has_old;
        merger->counts->open += !has_old;
        return;
    }
    if (live != NAME_NONE && merger->base->entries[live].is_plural) {
        refuse_row(merger, &row, "there is a msgid_plural of this id");
        return;
    }
    if (has_old && is_same(&row, &old)) {
        merger->counts->same++;
        return;
    }
    const char *why = has_old ? refusal(&row, &old, text->text) : NULL;
    if (why) {
        refuse_row(merger, &row, why);
        return;
    }
    if (old.entry) {
        replace_text(merger, &merger->base->entries[old.entry - merger->base->entries], &row, text);
    } else {
        add_text(merger, &row, text);
    }
    merger->counts->changed += has_old;
    merger->counts->added += !has_old;
    merger->counts->own += !has_old && strview_equal(row.text, text->text);
}

Status translation_merge(Translation *base, const Translation *rows, const StringsTable *table,
                         DiagSink *diags, MergeCounts *counts)
{
    DiagSink unheard = { 0 };
    Merger merger = { base, rows, diags ? diags : &unheard, counts, { .translation = base } };
    merger.writer.diags = merger.diags;
    *counts = (MergeCounts){ 0 };
    for (size_t i = 0; i < table->count && merger.writer.status == STATUS_OK; i++) {
        merge_text(&merger, &table->items[i]);
    }
    return merger.writer.status;
}

/* --- what would be lost ------------------------------------------------------------ */

static bool map_has_text(const Translation *next, const NameMap *map, const TranslationEntry *entry)
{
    uint32_t found = names_find(map, entry->id);
    return found != NAME_NONE && strview_equal(next->entries[found].text, entry->text);
}

/* A CSV is written from the table alone; a PO keeps all that it had. */
static bool is_kept(const Translation *old, size_t index, const Translation *next, const StringsTable *table)
{
    const TranslationEntry *entry = &old->entries[index];
    if (!next) {
        return false;
    }
    if (next->form == STRINGS_CSV) {
        if (entry->is_plural || entry_is_extra(entry, table)) {
            return false;
        }
        TextMatch match = translation_match(next, &table->items[names_find(&table->ids, entry->id)]);
        return strview_equal(match.text, entry->text);
    }
    if (old->form == STRINGS_PO && index < next->count &&
        strview_equal(next->entries[index].raw, entry->raw)) {
        return true; /* most often it is the same file */
    }
    if (entry->is_plural || !entry->has_id) {
        return false;
    }
    return map_has_text(next, &next->ids, entry) || map_has_text(next, &next->old_ids, entry);
}

/* Somebody wrote it. */
static bool is_work(const Translation *old, const TranslationEntry *entry, const StringsTable *table)
{
    if (old->form == STRINGS_PO) {
        return entry->is_plural || !text_is_blank(entry->text);
    }
    StrView source =
        entry_is_extra(entry, table) ? SV("") : table->items[names_find(&table->ids, entry->id)].text;
    return !text_is_blank(entry->text) && !row_is_untouched(entry, source);
}

size_t translation_count_lost(const Translation *old, const Translation *next, const StringsTable *table,
                              StrView *first)
{
    size_t lost = 0;
    *first = SV("");
    for (size_t i = 0; i < old->count; i++) {
        const TranslationEntry *entry = &old->entries[i];
        if (is_work(old, entry, table) && !is_kept(old, i, next, table)) {
            *first = lost++ ? *first : entry->id;
        }
    }
    return lost;
}
