#include "helplines.h"

#include "sango/base/file.h"
#include "sango/classroom/lesson.h"
#include "sango/json/json.h"

enum { TEXT_MAX = 200, ADDRESS_MAX = 300 };

static const char *const file_keys[] = { "format", "version", "note", "helplines", NULL };
static const char *const row_keys[] = { "country", "country_name", "name", "number", "hours", "languages", "who", "web",
                                        "free", "source", "source_date", "checked", "own", NULL };

static bool is_country(StrView text)
{
    return text.len == 2 && text.data[0] >= 'A' && text.data[0] <= 'Z' && text.data[1] >= 'A' && text.data[1] <= 'Z';
}

static bool is_number(StrView text)
{
    size_t digits = 0;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        bool is_digit = c >= '0' && c <= '9';
        digits += is_digit;
        if (!is_digit && c != ' ' && c != '-' && c != '(' && c != ')' && !(c == '+' && i == 0)) {
            return false;
        }
    }
    return digits >= 2 && digits <= 15;
}

static bool is_address(StrView text)
{
    return strview_starts_with(text, SV("https://")) || strview_starts_with(text, SV("http://"));
}

/* Reports a member that is there and is not of its form. */
static void check(JsonReader *reader, const JsonValue *row, const char *key, StrView text, bool is_good, const char *form)
{
    if (text.len && !is_good) {
        json_report(reader, DIAG_ERROR, json_member(row, key), "\"%s\" must be %s", key, form);
    }
}

static StrView read_languages(JsonReader *reader, const JsonValue *row)
{
    StrBuf joined;
    strbuf_init(&joined, reader->arena->alloc);
    const JsonValue *list = json_read_list(reader, row, "languages", 12, false);
    for (const JsonValue *item = json_items(list); item; item = item->next) {
        strbuf_append(&joined, joined.len ? SV(", ") : SV(""));
        strbuf_append(&joined, json_read_text(reader, item, "languages", TEXT_MAX));
    }
    StrView copy = arena_copy(reader->arena, strbuf_view(&joined));
    strbuf_release(&joined);
    return copy;
}

/* False when it has a mistake. */
static bool read_row(JsonReader *reader, const JsonValue *row, HelplinesFrom from, Helpline *line)
{
    uint32_t errors = reader->diags->errors;
    if (!json_is(row, JSON_OBJECT)) {
        json_report(reader, DIAG_ERROR, row, "a helpline must be an object");
        return false;
    }
    json_check_keys(reader, row, row_keys, DIAG_ERROR);
    bool is_own = json_read_bool(reader, row, "own", false);
    bool is_full = !is_own || from == HELPLINES_OF_GAME;
    if (is_own && from == HELPLINES_OF_GAME) {
        json_report(reader, DIAG_ERROR, json_member(row, "own"), "only a school's own file has \"own\"");
    }
    *line = (Helpline){ .country = is_own ? SV("") : json_read_string(reader, row, "country", 2, true),
                        .country_name = json_read_string(reader, row, "country_name", TEXT_MAX, is_full),
                        .name = json_read_string(reader, row, "name", TEXT_MAX, true),
                        .number = json_read_string(reader, row, "number", 40, true),
                        .hours = json_read_string(reader, row, "hours", TEXT_MAX, false),
                        .languages = read_languages(reader, row),
                        .who = json_read_string(reader, row, "who", TEXT_MAX, false),
                        .web = json_read_string(reader, row, "web", ADDRESS_MAX, false),
                        .is_free = json_read_bool(reader, row, "free", false),
                        .source = json_read_string(reader, row, "source", ADDRESS_MAX, is_full),
                        .source_date = json_read_string(reader, row, "source_date", 10, false),
                        .checked = json_read_string(reader, row, "checked", 10, is_full) };
    check(reader, row, "country", line->country, is_country(line->country), "two capital letters, such as \"KE\"");
    check(reader, row, "number", line->number, is_number(line->number), "digits, with spaces, hyphens, brackets or a plus before them");
    check(reader, row, "source", line->source, is_address(line->source), "an address that begins with https://");
    check(reader, row, "source_date", line->source_date, lesson_is_day(line->source_date), "a day such as \"2026-11-26\"");
    check(reader, row, "checked", line->checked, lesson_is_day(line->checked), "a day such as \"2026-11-26\"");
    return reader->diags->errors == errors;
}

static Status read_head(JsonReader *reader)
{
    if (!json_is(reader->root, JSON_OBJECT) || !strview_equal(json_get_string(reader->root, "format", SV("")), SV("sango-helplines"))) {
        json_report(reader, DIAG_ERROR, reader->root, "this is no file of helplines: \"format\" is not \"sango-helplines\"");
        return STATUS_INVALID;
    }
    json_check_keys(reader, reader->root, file_keys, DIAG_ERROR);
    unsigned version = json_read_number(reader, reader->root, "version", 1, 1000, 1);
    if (version > 1) {
        json_report(reader, DIAG_ERROR, json_member(reader->root, "version"), "written for a newer version of the game");
        return STATUS_UNSUPPORTED;
    }
    return STATUS_OK;
}

Status helplines_parse(Arena *arena, StrView name, StrView text, HelplinesFrom from, DiagSink *diags, Helpline **lines, size_t *count)
{
    JsonReader reader = { .name = name, .text = text, .code = "helplines", .diags = diags, .arena = arena };
    *lines = NULL;
    *count = 0;
    Status status = json_reader_open(&reader, JSON_RELAXED);
    status = status == STATUS_OK ? read_head(&reader) : status == STATUS_LIMIT ? STATUS_INVALID : status;
    if (status != STATUS_OK) {
        return status;
    }
    const JsonValue *list = json_read_list(&reader, reader.root, "helplines", HELPLINES_MAX, true);
    for (const JsonValue *row = json_items(list); row; row = row->next) {
        Helpline line;
        Helpline *grown = arena_grow(arena, *lines, *count, sizeof *grown);
        if (!grown) {
            return STATUS_NOMEM;
        }
        *lines = grown;
        if (read_row(&reader, row, from, &line)) {
            grown[(*count)++] = line;
        }
    }
    return STATUS_OK;
}

static Status read_file(Arena *arena, StrView file, HelplinesFrom from, DiagSink *diags, Helpline **lines, size_t *count)
{
    StrView text = { NULL, 0 };
    *lines = NULL;
    *count = 0;
    Status status = file.len ? file_read(arena->alloc, file.data, HELPLINES_BYTES_MAX, &text) : STATUS_NOT_FOUND;
    if (status == STATUS_OK) {
        status = helplines_parse(arena, file, text, from, diags, lines, count);
        file_free(arena->alloc, &text);
    } else if (status != STATUS_NOT_FOUND && status != STATUS_NOMEM) {
        diag_report(diags, DIAG_ERROR, (SourcePos){ .file = file }, 0, "helplines", "cannot be read: %s", status_text(status));
    }
    return status == STATUS_NOMEM ? STATUS_NOMEM : STATUS_OK;
}

static bool has_country(const Helpline *lines, size_t count, StrView country)
{
    for (size_t i = 0; i < count; i++) {
        if (strview_equal(lines[i].country, country)) {
            return true;
        }
    }
    return false;
}

Status helplines_read(Arena *arena, StrView game_file, StrView school_file, DiagSink *diags, Helpline **lines, size_t *count)
{
    Helpline *game;
    size_t game_count;
    size_t own;
    Status status = read_file(arena, school_file, HELPLINES_OF_SCHOOL, diags, lines, count);
    own = *count;
    status = status == STATUS_OK ? read_file(arena, game_file, HELPLINES_OF_GAME, diags, &game, &game_count) : status;
    for (size_t i = 0; status == STATUS_OK && i < game_count; i++) {
        if (has_country(*lines, own, game[i].country)) {
            continue;
        }
        Helpline *grown = arena_grow(arena, *lines, *count, sizeof *grown);
        if (!grown) {
            return STATUS_NOMEM;
        }
        *lines = grown;
        grown[(*count)++] = game[i];
    }
    return status;
}
