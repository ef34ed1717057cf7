#include "author_internal.h"

#include "sango/base/utf8.h"

#include <string.h>

/* The parts of an entry, in the order of `fields`. */
typedef enum PoField {
    PO_CONTEXT,
    PO_SOURCE,
    PO_PLURAL,
    PO_TARGET,
    PO_OLD_CONTEXT, /* behind "#|" */
    PO_OLD_SOURCE,
    PO_OLD_PLURAL,
    PO_NOTES, /* the translator's comments, and flags without "fuzzy" */
    PO_FLAGS,
    PO_FIELD_COUNT
} PoField;

typedef struct PoReader {
    FileReader *file;
    size_t start, end, at; /* the current line */
    uint32_t line;
    StrBuf fields[PO_FIELD_COUNT];
    bool seen[PO_FIELD_COUNT];
    PoField field; /* of a text that goes on in the next line */
    bool in_field;
    bool has_lines, is_fuzzy, is_obsolete, is_plural, is_broken;
    size_t raw_start, raw_end;
    YarnPlace place;      /* of the first keyword */
    YarnPlace text_place; /* of the first msgstr */
} PoReader;

static void complain(PoReader *reader, size_t at, const char *text)
{
    reader->is_broken = true;
    reader_error(reader->file, reader_place(reader->file, reader->line, reader->start, at), "strings-po",
                 "%s", text);
}

static bool has_keyword(const PoReader *reader)
{
    return reader->seen[PO_CONTEXT] || reader->seen[PO_SOURCE] || reader->seen[PO_PLURAL] ||
           reader->seen[PO_TARGET];
}

/* "charset=UTF-8" and "Language: fr" of the header. */
static void read_header_line(PoReader *reader, StrView line)
{
    Translation *translation = reader->file->translation;
    StrView language = SV("Language:");
    StrView type = SV("Content-Type:");
    StrView charset = SV("charset=");
    if (strview_starts_with(line, language)) {
        StrView found = strview_trim(strview_slice(line, language.len, line.len));
        if (found.len && reader->file->language.len && !same_word(found, reader->file->language)) {
            diag_report(reader->file->diags, DIAG_WARNING,
                        (SourcePos){ reader->place.file, reader->place.line, reader->place.column }, 0,
                        "strings-language", "the header says language '%.*s', not '%.*s'", SV_ARG(found),
                        SV_ARG(reader->file->language));
        } else if (found.len) {
            translation->language = reader_keep(reader->file, found);
        }
    }
    for (size_t i = 0; strview_starts_with(line, type) && i < line.len; i++) {
        StrView rest = strview_slice(line, i, line.len);
        if (!strview_starts_with(rest, charset)) {
            continue;
        }
        StrView name = strview_trim(strview_slice(rest, charset.len, rest.len));
        if (!same_word(name, SV("UTF-8")) && !same_word(name, SV("US-ASCII"))) {
            reader_error(reader->file, reader->place, "strings-po",
                         "the header says charset=%.*s; save the file as UTF-8 and say so", SV_ARG(name));
        }
        return;
    }
}

static void finish_header(PoReader *reader)
{
    Translation *translation = reader->file->translation;
    if (translation->has_header) {
        reader_error(reader->file, reader->place, "strings-po", "this file has a second header");
        return;
    }
    translation->has_header = true;
    translation->header = reader_keep(reader->file, strbuf_view(&reader->fields[PO_TARGET]));
    translation->header_notes = reader_keep(reader->file, strbuf_view(&reader->fields[PO_NOTES]));
    StrView rest = translation->header, line;
    while (strview_take(&rest, '\n', &line)) {
        read_header_line(reader, line);
    }
}

static void add_entry(PoReader *reader)
{
    TranslationEntry entry = { .place = reader->place,
                               .text_place = reader->text_place,
                               .has_id = reader->seen[PO_CONTEXT],
                               .has_previous = reader->seen[PO_OLD_SOURCE],
                               .is_fuzzy = reader->is_fuzzy,
                               .is_obsolete = reader->is_obsolete,
                               .is_plural = reader->is_plural,
                               .is_broken = reader->is_broken };
    const struct {
        StrView *to;
        PoField from;
    } parts[] = { { &entry.id, PO_CONTEXT },  { &entry.source, PO_SOURCE },
                  { &entry.text, PO_TARGET }, { &entry.previous, PO_OLD_SOURCE },
                  { &entry.notes, PO_NOTES }, { &entry.flags, PO_FLAGS } };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        *parts[i].to = reader_keep(reader->file, strbuf_view(&reader->fields[parts[i].from]));
    }
    entry.lock = entry.language = SV("");
    entry.raw = strview_slice(reader->file->text, reader->raw_start, reader->raw_end - reader->raw_start);
    if (reader->file->status == STATUS_OK) {
        reader_add_entry(reader->file, &entry);
    }
}

static void finish_entry(PoReader *reader)
{
    if (has_keyword(reader)) {
        bool is_whole = reader->seen[PO_SOURCE] && reader->seen[PO_TARGET];
        for (size_t i = 0; is_whole && i < PO_FIELD_COUNT; i++) {
            StrView text = strbuf_view(&reader->fields[i]);
            if (utf8_valid_prefix(text) < text.len) { /* made of \ and numbers */
                reader->is_broken = true;
                reader_error(reader->file, reader->place, "strings-encoding",
                             "this entry's escapes do not make text in UTF-8");
            }
        }
        if (!is_whole) {
            reader_error(reader->file, reader->place, "strings-po", "this entry has no %s",
                         reader->seen[PO_SOURCE] ? "msgstr" : "msgid");
        } else if (!reader->seen[PO_CONTEXT] && reader->fields[PO_SOURCE].len == 0 && !reader->is_obsolete &&
                   !reader->is_broken) {
            finish_header(reader);
        } else {
            add_entry(reader);
        }
    }
    for (size_t i = 0; i < PO_FIELD_COUNT; i++) {
        if (reader->fields[i].failed) {
            reader->file->status = STATUS_NOMEM;
        }
        strbuf_clear(&reader->fields[i]);
        reader->seen[i] = false;
    }
    reader->in_field = reader->has_lines = false;
    reader->is_fuzzy = reader->is_obsolete = reader->is_plural = reader->is_broken = false;
}

/* The current line belongs to the entry that is being read. */
static void touch(PoReader *reader)
{
    if (!reader->has_lines) {
        reader->has_lines = true;
        reader->raw_start = reader->start;
    }
    reader->raw_end = reader->end;
}

static unsigned digit_value(char c)
{
    return c >= '0' && c <= '9'   ? (unsigned)(c - '0')
           : c >= 'a' && c <= 'f' ? (unsigned)(c - 'a') + 10
           : c >= 'A' && c <= 'F' ? (unsigned)(c - 'A') + 10
                                  : 99;
}

/* \101 and \x41: up to three octal, or up to two hexadecimal digits. */
static void read_number(PoReader *reader, StrBuf *out, size_t at)
{
    StrView text = reader->file->text;
    unsigned base = text.data[reader->at] == 'x' ? 16 : 8;
    size_t most = base == 16 ? 2 : 3, count = 0;
    unsigned value = 0;
    reader->at += base == 16;
    while (count < most && reader->at < reader->end && digit_value(text.data[reader->at]) < base) {
        value = value * base + digit_value(text.data[reader->at++]);
        count++;
    }
    if (count == 0 || value == 0 || value > 255) {
        complain(reader, at, "this number is not a byte of a text");
        return;
    }
    strbuf_char(out, (char)value);
}

/* What stands behind a backslash. */
static void read_escape(PoReader *reader, StrBuf *out)
{
    static const char names[] = "ntrabvf\\\"'?";
    static const char bytes[] = "\n\t\r\a\b\v\f\\\"'?";
    size_t at = reader->at++;
    char c = reader->at < reader->end ? reader->file->text.data[reader->at] : '\0';
    const char *found = c ? strchr(names, c) : NULL;
    if (found) {
        strbuf_char(out, bytes[found - names]);
        reader->at++;
    } else if (c == 'x' || (c >= '0' && c <= '7')) {
        read_number(reader, out, at);
    } else {
        complain(reader, at, "a backslash must stand before one of n t r \\ \" or a number");
    }
}

/* "text" at the cursor, added to the field. */
static void read_string(PoReader *reader)
{
    StrView text = reader->file->text;
    StrBuf *out = &reader->fields[reader->field];
    size_t open = reader->at++, before = out->len;
    while (reader->at < reader->end && text.data[reader->at] != '"') {
        if (text.data[reader->at] == '\\') {
            read_escape(reader, out);
        } else {
            strbuf_char(out, text.data[reader->at++]);
        }
    }
    if (before <= STRINGS_TEXT_MAX && out->len > STRINGS_TEXT_MAX) {
        reader->is_broken = true;
        reader_error(reader->file, reader_place(reader->file, reader->line, reader->start, open),
                     "strings-text-size", "this text has more than %d bytes", STRINGS_TEXT_MAX);
    }
    if (reader->at >= reader->end) {
        complain(reader, open, "this \" is not closed on its line");
        return;
    }
    reader->at++;
    while (reader->at < reader->end && strchr(" \t", text.data[reader->at])) {
        reader->at++;
    }
    if (reader->at < reader->end) {
        complain(reader, reader->at, "nothing can stand behind the closing \"; write \\\" to show one");
    }
}

static void skip_blanks(PoReader *reader)
{
    while (reader->at < reader->end && strchr(" \t", reader->file->text.data[reader->at])) {
        reader->at++;
    }
}

/* Before a keyword of an entry: does it begin the next one? */
static void step_entry(PoReader *reader, PoField field, bool is_obsolete)
{
    bool is_other = has_keyword(reader) && reader->is_obsolete != is_obsolete;
    bool is_done = reader->seen[PO_TARGET] && field != PO_TARGET;
    bool is_back = field <= PO_SOURCE && (reader->seen[field] || reader->seen[PO_SOURCE]);
    if (is_other || is_done || is_back) {
        finish_entry(reader);
    }
    reader->is_obsolete = is_obsolete;
}

static void begin_field(PoReader *reader, PoField field, size_t at)
{
    if (!has_keyword(reader)) {
        reader->place = reader_place(reader->file, reader->line, reader->start, at);
    }
    if (field == PO_TARGET && !reader->seen[PO_TARGET]) {
        reader->text_place = reader_place(reader->file, reader->line, reader->start, at);
    }
    if (field == PO_TARGET && !reader->seen[PO_SOURCE]) {
        complain(reader, at, "a msgid must stand before msgstr");
    } else if (reader->seen[field] && !reader->is_plural) {
        complain(reader, at, "this stands here a second time");
    }
    reader->seen[field] = true;
    reader->field = field;
    reader->in_field = true;
}

/* msgctxt, msgid, msgid_plural, msgstr or msgstr[0] at the cursor, with its text. */
static void read_keyword(PoReader *reader, bool is_old, bool is_obsolete)
{
    static const struct {
        StrView name;
        PoField field;
    } words[] = { { { "msgctxt", 7 }, PO_CONTEXT },
                  { { "msgid_plural", 12 }, PO_PLURAL },
                  { { "msgid", 5 }, PO_SOURCE },
                  { { "msgstr", 6 }, PO_TARGET } };
    size_t at = reader->at, known = 0;
    StrView rest = strview_slice(reader->file->text, at, reader->end - at);
    while (known < sizeof words / sizeof *words && !strview_starts_with(rest, words[known].name)) {
        known++;
    }
    if (known == sizeof words / sizeof *words || (is_old && words[known].field == PO_TARGET)) {
        touch(reader);
        reader->in_field = false;
        complain(reader, at, "expected msgctxt, msgid, msgstr, a text in \"quotes\" or a # comment");
        return;
    }
    PoField field = words[known].field;
    step_entry(reader, is_old ? PO_OLD_CONTEXT : field, is_obsolete);
    touch(reader);
    reader->at += words[known].name.len;
    bool is_form =
        field == PO_TARGET && reader->at < reader->end && reader->file->text.data[reader->at] == '[';
    reader->is_plural = reader->is_plural || is_form || field == PO_PLURAL;
    while (is_form && reader->at < reader->end &&
           strchr("[]0123456789", reader->file->text.data[reader->at])) {
        reader->at++;
    }
    begin_field(reader, is_old ? PO_OLD_CONTEXT + field : field, at);
    skip_blanks(reader);
    if (reader->at < reader->end && reader->file->text.data[reader->at] == '"') {
        read_string(reader);
    } else {
        complain(reader, reader->at, "a text in \"quotes\" must stand here");
    }
}

/* The line at the cursor, without "#~" or "#|" in front. */
static void read_statement(PoReader *reader, bool is_old, bool is_obsolete)
{
    skip_blanks(reader);
    if (reader->at >= reader->end) {
        return; /* "#~" alone says nothing, and is no end of an entry */
    }
    if (reader->file->text.data[reader->at] != '"') {
        read_keyword(reader, is_old, is_obsolete);
    } else if (!reader->in_field || (reader->field >= PO_OLD_CONTEXT) != is_old) {
        touch(reader);
        complain(reader, reader->at, "msgctxt, msgid or msgstr must stand before this text");
    } else {
        touch(reader);
        read_string(reader);
    }
}

static void read_flags(PoReader *reader)
{
    StrView rest = strview_slice(reader->file->text, reader->at, reader->end - reader->at), flag;
    StrBuf *out = &reader->fields[PO_FLAGS];
    while (strview_take(&rest, ',', &flag)) {
        flag = strview_trim(flag);
        if (strview_equal(flag, SV("fuzzy"))) {
            reader->is_fuzzy = true;
        } else if (flag.len) {
            strbuf_append(out, out->len ? SV(", ") : SV(""));
            strbuf_append(out, flag);
        }
    }
}

static void read_comment(PoReader *reader)
{
    size_t start = reader->at;
    char kind = start + 1 < reader->end ? reader->file->text.data[start + 1] : ' ';
    char next = start + 2 < reader->end ? reader->file->text.data[start + 2] : ' ';
    if (kind == '~' || kind == '|') {
        bool is_old = kind == '|' || next == '|';
        reader->at += kind == '~' && is_old ? 3 : 2;
        read_statement(reader, is_old, kind == '~');
        return;
    }
    if (reader->seen[PO_TARGET]) {
        finish_entry(reader);
    }
    touch(reader);
    reader->in_field = false;
    if (kind == ',') {
        reader->at += 2;
        read_flags(reader);
    } else if (kind != '.' && kind != ':') {
        strbuf_append(&reader->fields[PO_NOTES],
                      strview_slice(reader->file->text, start, reader->end - start));
        strbuf_char(&reader->fields[PO_NOTES], '\n');
    }
}

static void read_line(PoReader *reader)
{
    if (!reader_check_line(reader->file, reader->line, reader->start, reader->end)) {
        touch(reader);
        reader->is_broken = true;
        return;
    }
    skip_blanks(reader);
    if (reader->at >= reader->end) {
        reader->in_field = false;
    } else if (reader->file->text.data[reader->at] == '#') {
        read_comment(reader);
    } else {
        read_statement(reader, false, false);
    }
}

bool looks_like_po(StrView text)
{
    StrView first = strview_trim(strview_slice(text, 0, line_end(text, 0)));
    return strview_starts_with(first, SV("#")) || strview_starts_with(first, SV("msgid")) ||
           strview_starts_with(first, SV("msgctxt"));
}

void po_read(FileReader *file)
{
    if (csv_separator(file->text)) {
        reader_error(file, (YarnPlace){ file->translation->name, 1, 1 }, "strings-po",
                     "this is a CSV; use --csv");
        return;
    }
    PoReader reader = { .file = file };
    for (size_t i = 0; i < PO_FIELD_COUNT; i++) {
        strbuf_init(&reader.fields[i], file->translation->arena.alloc);
    }
    for (size_t next = 0; next < file->text.len && !reader_is_over(file);) {
        reader.start = reader.at = next;
        reader.end = line_end(file->text, next);
        next = line_after(file->text, reader.end);
        reader.line++;
        read_line(&reader);
    }
    if (!reader_is_over(file)) {
        finish_entry(&reader);
    }
    for (size_t i = 0; i < PO_FIELD_COUNT; i++) {
        if (reader.fields[i].failed) {
            file->status = STATUS_NOMEM;
        }
        strbuf_release(&reader.fields[i]);
    }
}
