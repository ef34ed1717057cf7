#include "author_internal.h"

#include <string.h>

/* A PO string's inside. What is not printable is written with octal digits, always
 * three, so that a digit behind it stays text. */
static void append_escaped(StrBuf *out, StrView text)
{
    static const char names[] = "ntr\\\"";
    static const char bytes[] = "\n\t\r\\\"";
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        const char *found = c ? strchr(bytes, c) : NULL;
        if (found) {
            strbuf_char(out, '\\');
            strbuf_char(out, names[found - bytes]);
        } else if ((unsigned char)c < 0x20 || c == 0x7F) {
            strbuf_printf(out, "\\%03o", (unsigned)(unsigned char)c);
        } else {
            strbuf_char(out, c);
        }
    }
}

/* "keyword "text"", each of its lines on a line of its own as gettext does. */
static void append_field(StrBuf *out, const char *prefix, const char *keyword, StrView text)
{
    const char *newline = text.len ? memchr(text.data, '\n', text.len) : NULL;
    bool is_long = newline && newline + 1 < text.data + text.len;
    strbuf_printf(out, "%s%s %s", prefix, keyword, is_long ? "\"\"\n" : "");
    do {
        newline = text.len ? memchr(text.data, '\n', text.len) : NULL;
        size_t len = newline ? (size_t)(newline - text.data) + 1 : text.len;
        strbuf_printf(out, "%s\"", is_long ? prefix : "");
        append_escaped(out, strview_slice(text, 0, len));
        strbuf_append(out, SV("\"\n"));
        text = strview_slice(text, len, text.len);
    } while (text.len);
}

/* One line of a comment: nothing in it may end the line. */
static void append_comment(StrBuf *out, const char *name, StrView text)
{
    strbuf_printf(out, "#. %s", name);
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        strbuf_char(out, (unsigned char)c < 0x20 || c == 0x7F ? ' ' : c);
    }
    strbuf_char(out, '\n');
}

/* "#: file:line"; a name with blanks stands between U+2068 and U+2069, as gettext reads it. */
static void append_place(StrBuf *out, YarnPlace place)
{
    bool has_blank = place.file.len && (memchr(place.file.data, ' ', place.file.len) ||
                                        memchr(place.file.data, '\t', place.file.len));
    strbuf_append(out, SV("#: "));
    strbuf_append(out, has_blank ? SV("\xE2\x81\xA8") : SV(""));
    for (size_t i = 0; i < place.file.len; i++) {
        char c = place.file.data[i];
        strbuf_char(out, c == '\n' || c == '\r' ? ' ' : c);
    }
    strbuf_append(out, has_blank ? SV("\xE2\x81\xA9") : SV(""));
    if (place.line) {
        strbuf_printf(out, ":%u", (unsigned)place.line);
    }
    strbuf_char(out, '\n');
}

/* "#, fuzzy, no-wrap". */
static void append_flags(StrBuf *out, bool is_fuzzy, StrView flags)
{
    if (is_fuzzy || flags.len) {
        strbuf_printf(out, "#, %s%s%.*s\n", is_fuzzy ? "fuzzy" : "", is_fuzzy && flags.len ? ", " : "",
                      SV_ARG(flags));
    }
}

static void append_text(StrBuf *out, const StringsText *text, const TextMatch *match, bool is_po)
{
    const TranslationEntry *entry = match->entry;
    strbuf_char(out, '\n');
    if (entry) {
        strbuf_append(out, entry->notes);
    }
    if (text->is_option) {
        append_comment(out, "a choice", SV(""));
    }
    if (text->speaker.len) {
        append_comment(out, "speaker: ", text->speaker);
    }
    if (text->node.len) {
        append_comment(out, "node: ", text->node);
    }
    if (text->before.len) {
        append_comment(out, "before it: ", text->before);
    }
    append_place(out, text->place);
    append_flags(out, match->is_fuzzy, entry ? entry->flags : SV(""));
    /* What was translated: of an entry that was fuzzy before, the text that it was made for. */
    if (match->is_fuzzy && is_po) {
        StrView old = entry->has_previous ? entry->previous : entry->source;
        if (!strview_equal(old, text->text)) {
            append_field(out, "#| ", "msgid", old);
        }
    }
    append_field(out, "", "msgctxt", text->id);
    append_field(out, "", "msgid", text->text);
    append_field(out, "", "msgstr", match->text);
}

static void append_header(StrBuf *out, const Translation *translation, const StringsOptions *options)
{
    StrView language = options->language.len || !translation ? options->language : translation->language;
    if (translation && translation->has_header) {
        strbuf_append(out, translation->header_notes);
        append_field(out, "", "msgid", SV(""));
        append_field(out, "", "msgstr", translation->header);
        return;
    }
    strbuf_append(out, SV("msgid \"\"\nmsgstr \"\"\n\"Project-Id-Version: "));
    append_escaped(out, options->project);
    strbuf_append(out, SV("\\n\"\n"
                          "\"Report-Msgid-Bugs-To: \\n\"\n"
                          "\"PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE\\n\"\n"
                          "\"Last-Translator: FULL NAME <EMAIL@ADDRESS>\\n\"\n"
                          "\"Language-Team: LANGUAGE <LL@li.org>\\n\"\n"
                          "\"Language: "));
    append_escaped(out, language);
    strbuf_append(out, SV("\\n\"\n"
                          "\"MIME-Version: 1.0\\n\"\n"
                          "\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
                          "\"Content-Transfer-Encoding: 8bit\\n\"\n"));
}

/* As it stands in the file, with LF; `prefix` before what is no comment. */
static void append_raw(StrBuf *out, StrView raw, StrView prefix)
{
    strbuf_char(out, '\n');
    for (size_t at = 0; at < raw.len;) {
        size_t end = line_end(raw, at);
        StrView line = strview_slice(raw, at, end - at);
        strbuf_append(out, strview_trim(line).len && line.data[0] != '#' ? prefix : SV(""));
        strbuf_append(out, line);
        strbuf_char(out, '\n');
        at = line_after(raw, end);
    }
}

static void append_obsolete(StrBuf *out, const TranslationEntry *entry)
{
    strbuf_char(out, '\n');
    strbuf_append(out, entry->notes);
    append_flags(out, entry->is_fuzzy, entry->flags);
    if (entry->has_id) {
        append_field(out, "#~ ", "msgctxt", entry->id);
    }
    append_field(out, "#~ ", "msgid", entry->source);
    append_field(out, "#~ ", "msgstr", entry->text);
}

/* A text of the table was written from it. */
static bool was_used(const StringsTable *table, const Translation *translation, const TranslationEntry *entry)
{
    return !entry_is_extra(entry, table) &&
           translation_match(translation, &table->items[names_find(&table->ids, entry->id)]).entry == entry;
}

/* First the plurals as they are, then what is no longer used. */
static void append_rest(StrBuf *out, const StringsTable *table, const Translation *translation)
{
    for (size_t i = 0; i < translation->count; i++) {
        const TranslationEntry *entry = &translation->entries[i];
        if (entry->is_plural && !entry->is_obsolete && entry_is_extra(entry, table)) {
            append_raw(out, entry->raw, SV(""));
        }
    }
    for (size_t i = 0; i < translation->count; i++) {
        const TranslationEntry *entry = &translation->entries[i];
        if (was_used(table, translation, entry)) {
            continue;
        }
        if (entry->is_obsolete) {
            append_raw(out, entry->raw, SV(""));
        } else if (entry->is_plural && !entry_is_extra(entry, table)) {
            append_raw(out, entry->raw, SV("#~ ")); /* the script's text has the id now */
        } else if (!entry->is_plural && entry->text.len) {
            append_obsolete(out, entry);
        }
    }
}

void strings_write_po(const StringsTable *table, const Translation *translation,
                      const StringsOptions *options, StrBuf *out)
{
    bool is_po = translation && translation->form == STRINGS_PO;
    append_header(out, translation, options);
    for (size_t i = 0; i < table->count; i++) {
        TextMatch match = translation_match(translation, &table->items[i]);
        append_text(out, &table->items[i], &match, is_po);
    }
    if (is_po) {
        append_rest(out, table, translation);
    }
}
