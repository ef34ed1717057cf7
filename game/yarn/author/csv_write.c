#include "author_internal.h"

#include <string.h>

enum { PARTS_MAX = 6 };

/* The parts of a field, written one behind the other. */
typedef struct Field {
    StrView parts[PARTS_MAX];
    size_t count;
} Field;

static void add_part(Field *field, StrView part)
{
    if (part.len) {
        field->parts[field->count++] = part;
    }
}

/* RFC 4180: quotes where commas, quotes or breaks are, or blanks that would be lost. */
static bool needs_quotes(const Field *field)
{
    for (size_t i = 0; i < field->count; i++) {
        StrView part = field->parts[i];
        bool has_first = i == 0 && strchr(" \t", part.data[0]);
        bool has_last = i + 1 == field->count && strchr(" \t", part.data[part.len - 1]);
        for (size_t at = 0; at < part.len; at++) {
            if (part.data[at] && strchr(",\"\r\n", part.data[at])) {
                return true;
            }
        }
        if (has_first || has_last) {
            return true;
        }
    }
    return false;
}

static void append_field(StrBuf *out, const Field *field)
{
    bool is_quoted = needs_quotes(field);
    strbuf_append(out, is_quoted ? SV("\"") : SV(""));
    for (size_t i = 0; i < field->count; i++) {
        for (size_t at = 0; at < field->parts[i].len; at++) {
            if (field->parts[i].data[at] == '"') {
                strbuf_char(out, '"');
            }
            strbuf_char(out, field->parts[i].data[at]);
        }
    }
    strbuf_append(out, is_quoted ? SV("\"") : SV(""));
}

static void append_text(StrBuf *out, StrView first, StrView second)
{
    Field field = { 0 };
    add_part(&field, first);
    add_part(&field, second);
    append_field(out, &field);
    strbuf_char(out, ',');
}

/* What helps to translate: "a choice; speaker: Kofi; before it: …". */
static void append_comment(StrBuf *out, const StringsText *text)
{
    Field field = { 0 };
    if (text->is_option) {
        add_part(&field, SV("a choice"));
    }
    if (text->speaker.len) {
        add_part(&field, field.count ? SV("; speaker: ") : SV("speaker: "));
        add_part(&field, text->speaker);
    }
    if (text->before.len) {
        add_part(&field, field.count ? SV("; before it: ") : SV("before it: "));
        add_part(&field, text->before);
    }
    append_field(out, &field);
}

static void append_row(StrBuf *out, const StringsText *text, const TextMatch *match,
                       const StringsOptions *options)
{
    char lock[STRINGS_LOCK_BYTES];
    bool is_done = match->text.len > 0;
    strings_lock(text->text, lock);
    append_text(out, is_done ? options->language : options->source_language, SV(""));
    append_text(out, text->is_line ? SV("line:") : SV(""), text->id);
    append_text(out, match->is_fuzzy ? needs_update : SV(""), is_done ? match->text : text->text);
    append_text(out, text->place.file, SV(""));
    append_text(out, text->node, SV(""));
    strbuf_printf(out, "%u,%.*s,", (unsigned)text->place.line, STRINGS_LOCK_BYTES, lock);
    append_comment(out, text);
    strbuf_append(out, SV("\r\n"));
}

void strings_write_csv(const StringsTable *table, const Translation *translation,
                       const StringsOptions *options, StrBuf *out)
{
    strbuf_append(out, SV("language,id,text,file,node,lineNumber,lock,comment\r\n"));
    for (size_t i = 0; i < table->count; i++) {
        TextMatch match = translation_match(translation, &table->items[i]);
        append_row(out, &table->items[i], &match, options);
    }
}
