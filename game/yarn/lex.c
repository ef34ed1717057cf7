#include "lex.h"
#include "sango/base/utf8.h"

#include <string.h>

void lexer_init(Lexer *lexer, Compiler *compiler, uint32_t file)
{
    *lexer = (Lexer){ .compiler = compiler, .file = file, .text = compiler->texts[file] };
    if (strview_starts_with(lexer->text, SV("\xEF\xBB\xBF"))) {
        lexer->next = 3;
    }
    if (strview_starts_with(lexer->text, SV("\xFF\xFE")) ||
        strview_starts_with(lexer->text, SV("\xFE\xFF"))) {
        compile_error(compiler, (Pos){ .file = file, .line = 1 }, "yarn-encoding",
                      "this file is saved as UTF-16; save it as UTF-8");
        lexer->next = lexer->text.len;
    }
    lexer->at = lexer->end = lexer->next;
}

Pos lexer_pos(const Lexer *lexer, size_t offset, size_t length)
{
    return (Pos){ lexer->file, lexer->line, (uint32_t)offset, (uint32_t)length };
}

void lexer_skip_rest(Lexer *lexer)
{
    lexer->at = lexer->end = lexer->next = lexer->text.len;
    lexer->at_eof = true;
    lexer->dedents = 0;
    lexer->indented = lexer->group_ended = false;
}

void lexer_again(Lexer *lexer)
{
    while (lexer->at > 0 && lexer->text.data[lexer->at - 1] != '\n' &&
           lexer->text.data[lexer->at - 1] != '\r') {
        lexer->at--;
    }
    lexer->next = lexer->at;
    lexer->end = lexer->at;
    lexer->line--;
}

void lexer_reset_indents(Lexer *lexer)
{
    lexer->indent_count = 0;
    lexer->last_indent = 0;
    lexer->arrow_seen = false;
    lexer->group_line = 0;
    lexer->indented = lexer->group_ended = false;
    lexer->dedents = 0;
}

static uint32_t measure_indent(const Lexer *lexer, size_t at)
{
    uint32_t width = 0;
    for (; at < lexer->text.len; at++) {
        if (lexer->text.data[at] == ' ') {
            width++;
        } else if (lexer->text.data[at] == '\t') {
            width += 8;
        } else {
            break;
        }
    }
    return width;
}

/* The rules of upstream's IndentAwareLexer, for the newline that ends a line:
 * `was_blank` says that the line had nothing in it, `indent` is the blanks of the
 * line that now begins, lexer->line is that line. */
static void follow_indent(Lexer *lexer, bool was_blank, uint32_t indent)
{
    if (lexer->group_line != 0 && was_blank) {
        if (lexer->line - lexer->group_line == 1) {
            lexer->group_ended = true;
        }
        lexer->group_line = 0;
    }
    if (lexer->arrow_seen) {
        if (indent > lexer->last_indent && lexer->indent_count < LEX_INDENTS_MAX) {
            lexer->arrows[lexer->indent_count] = lexer->last_indent;
            lexer->indents[lexer->indent_count++] = indent;
            lexer->indented = true;
        }
        lexer->arrow_seen = false;
        lexer->group_line = lexer->line;
    }
    while (lexer->indent_count > 0 && indent < lexer->indents[lexer->indent_count - 1]) {
        lexer->indent_count--;
        lexer->is_between = indent > lexer->arrows[lexer->indent_count];
        lexer->dedents++;
        if (lexer->indent_count == 0) {
            lexer->group_line = lexer->line;
        }
    }
    lexer->last_indent = indent;
}

static bool is_blank_between(const Lexer *lexer, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        if (lexer->text.data[i] != ' ' && lexer->text.data[i] != '\t') {
            return false;
        }
    }
    return true;
}

/* Bytes that are not UTF-8 are an error with a place; the line is then skipped. */
static void check_line(Lexer *lexer, size_t start)
{
    StrView line = strview_slice(lexer->text, start, lexer->end - start);
    if (line.len > YARN_LINE_MAX) {
        compile_limit(lexer->compiler, lexer_pos(lexer, start, 0), "yarn-line-length",
                      "this line has %zu bytes; a line may have %d", line.len, YARN_LINE_MAX);
        lexer->end = start;
        return;
    }
    size_t valid = utf8_valid_prefix(line);
    const char *nul = memchr(line.data, '\0', line.len);
    if (valid < line.len || nul) {
        size_t bad = nul && (size_t)(nul - line.data) < valid ? (size_t)(nul - line.data) : valid;
        if (++lexer->bad_bytes <= 3) { /* the others of the file are of the same kind */
            compile_error(lexer->compiler, lexer_pos(lexer, start + bad, 1), "yarn-encoding",
                          "this byte (0x%02X) is not text in UTF-8", (unsigned)(unsigned char)line.data[bad]);
        }
        if (lexer->bad_bytes == 1) {
            compile_note(lexer->compiler, lexer_pos(lexer, start + bad, 1), "save the file as UTF-8");
        }
        lexer->end = start;
    }
}

/* A line that looks as if it belonged to the option above it, and does not. */
static void warn_indent(Lexer *lexer, size_t start)
{
    size_t at = start;
    bool has_tab = false;
    bool has_blank = false;
    while (at < lexer->end && (lexer->text.data[at] == ' ' || lexer->text.data[at] == '\t')) {
        has_tab = has_tab || lexer->text.data[at] == '\t';
        has_blank = has_blank || lexer->text.data[at] == ' ';
        at++;
    }
    bool is_between = lexer->is_between;
    lexer->is_between = false;
    if (at >= lexer->end || lexer->text.data[at] == '=') {
        return;
    }
    if (has_tab && has_blank) {
        compile_warning(lexer->compiler, lexer_pos(lexer, start, at - start), "yarn-mixed-indent",
                        "tabs and blanks are mixed here; a tab counts as 8 blanks");
    } else if (is_between) {
        compile_warning(
            lexer->compiler, lexer_pos(lexer, start, at - start), "yarn-split-options",
            "this line is not indented as far as the text of the option above, and no longer belongs to it");
    }
}

bool lexer_next_line(Lexer *lexer)
{
    compile_check_memory(lexer->compiler, lexer_pos(lexer, lexer->next, 0));
    if (compile_is_over(lexer->compiler)) {
        lexer_skip_rest(lexer);
    }
    if (lexer->next >= lexer->text.len) {
        lexer->at = lexer->end = lexer->text.len;
        lexer->at_eof = true;
        return false;
    }
    /* `at` may stand anywhere in the line that ends; look at all of it. */
    size_t start = lexer->next;
    bool was_blank = false;
    if (lexer->line > 0) {
        size_t from = start - 1;
        from -= from > 0 && lexer->text.data[from] == '\n' && lexer->text.data[from - 1] == '\r';
        size_t to = from;
        while (from > 0 && (lexer->text.data[from - 1] == ' ' || lexer->text.data[from - 1] == '\t')) {
            from--;
        }
        was_blank = (from == 0 || lexer->text.data[from - 1] == '\n' || lexer->text.data[from - 1] == '\r') &&
                    is_blank_between(lexer, from, to);
    }
    size_t end = start;
    while (end < lexer->text.len && lexer->text.data[end] != '\n' && lexer->text.data[end] != '\r') {
        end++;
    }
    lexer->at = start;
    lexer->end = end;
    lexer->next = end < lexer->text.len ? end + 1 : end;
    if (end + 1 < lexer->text.len && lexer->text.data[end] == '\r' && lexer->text.data[end + 1] == '\n') {
        lexer->next++;
    }
    lexer->line++;
    if (lexer->line > 1) {
        follow_indent(lexer, was_blank, measure_indent(lexer, start));
    } else {
        lexer->last_indent = measure_indent(lexer, start);
    }
    check_line(lexer, start);
    warn_indent(lexer, start);
    return true;
}

void lexer_skip_blanks(Lexer *lexer)
{
    while (lexer->at < lexer->end &&
           (lexer->text.data[lexer->at] == ' ' || lexer->text.data[lexer->at] == '\t')) {
        lexer->at++;
    }
}

bool lexer_at(const Lexer *lexer, StrView text)
{
    /* The first byte says it nearly always; a call costs more. */
    return lexer->end - lexer->at >= text.len && lexer->text.data[lexer->at] == text.data[0] &&
           memcmp(lexer->text.data + lexer->at, text.data, text.len) == 0;
}

bool lexer_line_done(Lexer *lexer)
{
    lexer_skip_blanks(lexer);
    if (lexer_at(lexer, SV("//"))) {
        lexer->at = lexer->end;
    }
    return lexer->at >= lexer->end;
}

/* Blanks, punctuation and the like that no name may hold although they are not
 * ASCII; from the identifier ranges of the upstream grammar. */
static bool is_name_codepoint(uint32_t cp, bool first)
{
    static const uint32_t outside[][2] = {
        { 0x80, 0xA7 },     { 0xA9, 0xA9 },     { 0xAB, 0xAC },     { 0xAE, 0xAE },     { 0xB0, 0xB1 },
        { 0xB6, 0xB6 },     { 0xBB, 0xBB },     { 0xBF, 0xBF },     { 0xD7, 0xD7 },     { 0xF7, 0xF7 },
        { 0x1680, 0x1680 }, { 0x180E, 0x180E }, { 0x2000, 0x200A }, { 0x200E, 0x2029 }, { 0x202F, 0x203E },
        { 0x2041, 0x2053 }, { 0x2055, 0x205F }, { 0x2190, 0x245F }, { 0x2500, 0x2775 }, { 0x2794, 0x2BFF },
        { 0x2E00, 0x2E7F }, { 0x3000, 0x3003 }, { 0x3008, 0x3020 }, { 0x3030, 0x3030 }, { 0xD800, 0xF8FF },
        { 0xFD3E, 0xFD3F }, { 0xFDD0, 0xFDEF }, { 0xFE45, 0xFE46 }, { 0xFFFE, 0xFFFF },
    };
    static const uint32_t later[][2] = {
        { 0x300, 0x36F }, { 0x1DC0, 0x1DFF }, { 0x20D0, 0x20FF }, { 0xFE20, 0xFE2F }
    };
    if (cp < 0x80) {
        return (cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z') || cp == '_' ||
               (!first && cp >= '0' && cp <= '9');
    }
    for (size_t i = 0; i < sizeof outside / sizeof *outside; i++) {
        if (cp >= outside[i][0] && cp <= outside[i][1]) {
            return false;
        }
    }
    for (size_t i = 0; first && i < sizeof later / sizeof *later; i++) {
        if (cp >= later[i][0] && cp <= later[i][1]) {
            return false;
        }
    }
    return cp < 0xE0000;
}

static size_t name_len(StrView text)
{
    StrView rest = text;
    size_t len = 0;
    uint32_t cp;
    while (utf8_take(&rest, &cp, NULL) && is_name_codepoint(cp, len == 0)) {
        len = text.len - rest.len;
    }
    return len;
}

bool is_name(StrView text)
{
    return text.len > 0 && name_len(text) == text.len;
}

StrView lexer_take_name(Lexer *lexer)
{
    StrView rest = strview_slice(lexer->text, lexer->at, lexer->end - lexer->at);
    StrView name = { rest.data, name_len(rest) };
    lexer->at += name.len;
    return name;
}
