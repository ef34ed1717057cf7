#include "author_internal.h"

#include "sango/base/utf8.h"

#include <string.h>

enum { CSV_FIELDS_MAX = 64 };

/* The columns that count; others may be there. */
typedef enum CsvColumn { CSV_LANGUAGE, CSV_ID, CSV_TEXT, CSV_LOCK, CSV_COLUMN_COUNT } CsvColumn;

static const StrView column_names[CSV_COLUMN_COUNT] = {
    [CSV_LANGUAGE] = { "language", 8 },
    [CSV_ID] = { "id", 2 },
    [CSV_TEXT] = { "text", 4 },
    [CSV_LOCK] = { "lock", 4 },
};

typedef struct CsvReader {
    FileReader *file;
    char separator; /* ',', ';' or a tab */
    size_t at, line_start;
    uint32_t line;
    StrBuf bytes;                /* the fields of a row, one behind the other */
    size_t ends[CSV_FIELDS_MAX]; /* where each of them ends in `bytes` */
    size_t count;
    YarnPlace place; /* of the row */
    bool is_broken;
    size_t columns[CSV_COLUMN_COUNT]; /* index of a field; SIZE_MAX: none */
    size_t column_count;
} CsvReader;

static char peek(const CsvReader *reader)
{
    return reader->at < reader->file->text.len ? reader->file->text.data[reader->at] : '\n';
}

static bool is_row_end(const CsvReader *reader)
{
    return peek(reader) == '\n' || peek(reader) == '\r';
}

static void complain(CsvReader *reader, const char *text)
{
    reader->is_broken = true;
    reader_error(reader->file, reader_place(reader->file, reader->line, reader->line_start, reader->at),
                 "strings-csv", "%s", text);
}

static void step_line(CsvReader *reader)
{
    reader->at = reader->line_start = line_after(reader->file->text, reader->at);
    reader->line++;
}

static void read_plain(CsvReader *reader)
{
    size_t start = reader->at;
    bool has_quote = false;
    while (!is_row_end(reader) && peek(reader) != reader->separator) {
        if (peek(reader) == '"' && !has_quote) {
            complain(reader, "a text with a \" must stand in quotes, and each \" in it twice");
            has_quote = true;
        }
        reader->at++;
    }
    strbuf_append(&reader->bytes, strview_slice(reader->file->text, start, reader->at - start));
}

/* The text between the quotes at the cursor. False when the closing one is missing. */
static bool read_quoted(CsvReader *reader)
{
    StrView text = reader->file->text;
    reader->at++;
    while (reader->at < text.len) {
        size_t start = reader->at;
        while (reader->at < text.len && peek(reader) != '"' && !is_row_end(reader)) {
            reader->at++;
        }
        strbuf_append(&reader->bytes, strview_slice(text, start, reader->at - start));
        if (reader->at >= text.len) {
            return false;
        }
        if (peek(reader) != '"') {
            start = reader->at;
            step_line(reader);
            strbuf_append(&reader->bytes, strview_slice(text, start, reader->at - start));
        } else if (reader->at + 1 < text.len && text.data[reader->at + 1] == '"') {
            strbuf_char(&reader->bytes, '"');
            reader->at += 2;
        } else {
            reader->at++;
            return true;
        }
    }
    return false;
}

static void read_field(CsvReader *reader)
{
    size_t start = reader->bytes.len, at = reader->at, line_start = reader->line_start;
    uint32_t line = reader->line;
    if (reader->count == CSV_FIELDS_MAX) {
        complain(reader, "a row may have 64 columns");
        reader->at = line_end(reader->file->text, reader->at);
        return;
    }
    if (peek(reader) != '"') {
        read_plain(reader);
    } else if (!read_quoted(reader)) {
        /* Back to the row's own line, so that one quote does not eat the rest of the file. */
        reader->at = at;
        reader->line = line;
        reader->line_start = line_start;
        complain(reader, "this \" is not closed");
        strbuf_truncate(&reader->bytes, start);
        reader->at = line_end(reader->file->text, reader->at);
    } else if (!is_row_end(reader) && peek(reader) != reader->separator) {
        complain(reader,
                 reader->separator == ';' ? "a semicolon must follow the closing \"; write \"\" to show one"
                 : reader->separator == '\t' ? "a tab must follow the closing \"; write \"\" to show one"
                                             : "a comma must follow the closing \"; write \"\" to show one");
        while (!is_row_end(reader) && peek(reader) != reader->separator) {
            reader->at++;
        }
    }
    if (reader->bytes.len - start > STRINGS_TEXT_MAX) {
        reader->is_broken = true;
        reader_error(reader->file, reader_place(reader->file, line, line_start, at), "strings-text-size",
                     "this text has more than %d bytes", STRINGS_TEXT_MAX);
    }
    reader->ends[reader->count++] = reader->bytes.len;
}

static void read_row(CsvReader *reader)
{
    reader->count = 0;
    reader->is_broken = false;
    reader->place = reader_place(reader->file, reader->line, reader->line_start, reader->at);
    strbuf_clear(&reader->bytes);
    read_field(reader);
    while (peek(reader) == reader->separator) {
        reader->at++;
        read_field(reader);
    }
    step_line(reader);
}

static StrView get_field(const CsvReader *reader, size_t index)
{
    if (index >= reader->count) {
        return SV("");
    }
    size_t start = index ? reader->ends[index - 1] : 0;
    return strview_slice(strbuf_view(&reader->bytes), start, reader->ends[index] - start);
}

/* Does the line have the columns that are needed, when `separator` stands between them? */
static bool has_columns(StrView line, char separator)
{
    bool has_id = false, has_text = false;
    StrView name;
    while (strview_take(&line, separator, &name)) {
        name = strview_trim(name);
        if (name.len > 1 && name.data[0] == '"' && name.data[name.len - 1] == '"') {
            name = strview_trim(strview_slice(name, 1, name.len - 2));
        }
        has_id = has_id || same_word(name, column_names[CSV_ID]);
        has_text = has_text || same_word(name, column_names[CSV_TEXT]);
    }
    return has_id && has_text;
}

/* "sep=;" in front of the names, which one spreadsheet writes for itself. */
static bool is_separator_line(StrView line)
{
    return line.len == 5 && same_word(strview_slice(line, 0, 4), SV("sep=")) && strchr(",;\t", line.data[4]);
}

char csv_separator(StrView text)
{
    static const char separators[] = ",;\t";
    StrView line = strview_slice(text, 0, line_end(text, 0));
    if (is_separator_line(line)) {
        return line.data[4];
    }
    for (size_t i = 0; separators[i]; i++) {
        if (has_columns(line, separators[i])) {
            return separators[i];
        }
    }
    return '\0';
}

/* The first row says which column is which. */
static bool read_names(CsvReader *reader)
{
    for (size_t column = 0; column < CSV_COLUMN_COUNT; column++) {
        reader->columns[column] = SIZE_MAX;
        for (size_t i = reader->count; i-- > 0;) {
            if (same_word(strview_trim(get_field(reader, i)), column_names[column])) {
                reader->columns[column] = i;
            }
        }
    }
    reader->column_count = reader->count;
    static const CsvColumn needed[] = { CSV_ID, CSV_TEXT };
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++) {
        if (reader->columns[needed[i]] == SIZE_MAX) {
            reader_error(reader->file, reader->place, "strings-csv", "the first row has no column '%.*s'",
                         SV_ARG(column_names[needed[i]]));
            return false;
        }
    }
    return true;
}

static StrView get_column(const CsvReader *reader, CsvColumn column)
{
    return get_field(reader, reader->columns[column]);
}

static void add_row(CsvReader *reader)
{
    FileReader *file = reader->file;
    StrView language = strview_trim(get_column(reader, CSV_LANGUAGE));
    StrView text = get_column(reader, CSV_TEXT);
    StrView id = strview_trim(get_column(reader, CSV_ID));
    if (strview_starts_with(id, SV("line:"))) {
        id = strview_slice(id, 5, id.len);
    }
    if (file->translation->language.len == 0 && language.len) {
        file->translation->language = reader_keep(file, language);
    }
    bool is_marked = strview_starts_with(text, needs_update);
    if (is_marked) {
        text = strview_slice(text, needs_update.len, text.len);
    }
    TranslationEntry entry = { .id = reader_keep(file, id),
                               .text = reader_keep(file, text),
                               .lock = reader_keep(file, strview_trim(get_column(reader, CSV_LOCK))),
                               .place = reader->place,
                               .text_place = reader->place,
                               .language = reader_keep(file, language),
                               .row = row_language(file, language),
                               .has_id = true,
                               .is_fuzzy = is_marked,
                               .is_broken = reader->is_broken };
    entry.source = entry.previous = entry.notes = entry.flags = entry.raw = SV("");
    if (file->status == STATUS_OK) {
        reader_add_entry(file, &entry);
    }
}

static void take_row(CsvReader *reader)
{
    bool is_empty = reader->bytes.len == 0;
    if (is_empty && !reader->is_broken) {
        return;
    }
    StrView bytes = strbuf_view(&reader->bytes);
    reader->is_broken = reader->is_broken || utf8_valid_prefix(bytes) < bytes.len;
    if (reader->count != reader->column_count && !reader->is_broken) {
        reader->is_broken = true;
        reader_error(reader->file, reader->place, "strings-csv",
                     "this row has %zu columns; the first row has %zu", reader->count, reader->column_count);
    }
    if (get_column(reader, CSV_ID).len) {
        add_row(reader);
    } else if (!reader->is_broken) {
        reader_error(reader->file, reader->place, "strings-csv", "this row has no id");
    }
}

static void check_encoding(FileReader *file)
{
    uint32_t line = 0;
    for (size_t start = 0; start < file->text.len && !reader_is_over(file);) {
        size_t end = line_end(file->text, start);
        line++;
        (void)reader_check_line(file, line, start, end);
        start = line_after(file->text, end);
    }
}

void csv_read(FileReader *file)
{
    if (!csv_separator(file->text) && looks_like_po(file->text)) {
        reader_error(file, (YarnPlace){ file->translation->name, 1, 1 }, "strings-csv",
                     "this is a PO; use --po");
        return;
    }
    CsvReader reader = { .file = file, .separator = csv_separator(file->text), .line = 1 };
    bool has_names = false;
    reader.separator = reader.separator ? reader.separator : ',';
    strbuf_init(&reader.bytes, file->translation->arena.alloc);
    check_encoding(file);
    if (is_separator_line(strview_slice(file->text, 0, line_end(file->text, 0)))) {
        reader.at = line_end(file->text, 0);
        step_line(&reader);
    }
    while (reader.at < file->text.len && !reader_is_over(file)) {
        read_row(&reader);
        if (reader.bytes.failed) {
            file->status = STATUS_NOMEM;
        } else if (has_names) {
            take_row(&reader);
        } else if (!read_names(&reader)) {
            break;
        }
        has_names = true;
    }
    if (file->text.len == 0) {
        reader_error(file, (YarnPlace){ file->translation->name, 1, 1 }, "strings-csv",
                     "this file is empty; its first row must name the columns");
    }
    strbuf_release(&reader.bytes);
}
