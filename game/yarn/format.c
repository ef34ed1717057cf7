#include "format_internal.h"

#include <string.h>

/* Indentation decides what belongs to an option, so a line's new indentation is made from the
 * number of option bodies that the lexer counts around it, and never from how it looked. */

static void write_indent(Formatter *formatter, uint32_t columns)
{
    for (uint32_t i = 0; i < columns; i++) {
        strbuf_char(formatter->out, ' ');
    }
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* The columns of a line, as the lexer counts them. */
static uint32_t columns_of(StrView text, size_t from, size_t to)
{
    uint32_t columns = 0;
    for (; from < to; from++) {
        columns += text.data[from] == '\t' ? 8 : 1;
    }
    return columns;
}

static bool divides_block(StrView line)
{
    StrView inside = strview_trim(strview_slice(line, 2, 16));
    return strview_starts_with(line, SV("<<")) &&
           (strview_starts_with(inside, SV("end")) || strview_starts_with(inside, SV("else")));
}

/* Where the next line begins that is neither empty nor a comment: in columns. 0 at the end, and when
 * that line ends the block in which it would be the first. */
static uint32_t next_indent(const Lexer *lex)
{
    StrView text = lex->text;
    size_t at = lex->next;
    while (at < text.len) {
        size_t start = at;
        while (at < text.len && is_blank(text.data[at])) {
            at++;
        }
        bool is_empty = at >= text.len || text.data[at] == '\n' || text.data[at] == '\r' ||
                        (at + 1 < text.len && text.data[at] == '/' && text.data[at + 1] == '/');
        if (!is_empty) {
            return divides_block(strview_slice(text, at, 64)) ? 0 : columns_of(text, start, at);
        }
        while (at < text.len && text.data[at] != '\n' && text.data[at] != '\r') {
            at++;
        }
        at++;
    }
    return 0;
}

void format_open_block(Formatter *formatter)
{
    if (formatter->block_count == FORMAT_BLOCKS_MAX) {
        formatter->is_too_deep = true;
        return;
    }
    bool is_indented = next_indent(&formatter->parser.lex) > formatter->source_indent;
    formatter->blocks[formatter->block_count++] =
        (FormatBlock){ .level = formatter->level,
                       .outer = formatter->line_indent,
                       .inner = formatter->line_indent + (is_indented ? FORMAT_INDENT : 0) };
}

void format_close_block(Formatter *formatter)
{
    formatter->block_count -= formatter->block_count > 0;
}

void format_flatten_blocks(Formatter *formatter)
{
    for (uint32_t i = formatter->line_blocks; i < formatter->block_count; i++) {
        formatter->blocks[i].inner = formatter->blocks[i].outer;
    }
}

static const FormatBlock *top_block(const Formatter *formatter)
{
    const FormatBlock *top = formatter->block_count ? &formatter->blocks[formatter->block_count - 1] : NULL;
    return top && top->level == formatter->level ? top : NULL;
}

/* The line that the lexer is at stands in `level` option bodies. */
static void enter_level(Formatter *formatter, uint32_t level)
{
    if (level > formatter->level) {
        formatter->bases[level] = formatter->arrow_indent + FORMAT_INDENT;
    }
    formatter->level = level;
    while (formatter->block_count && formatter->blocks[formatter->block_count - 1].level > level) {
        formatter->block_count--;
    }
}

/* --- empty lines ---------------------------------------------------------------------- */

static void forget_blanks(Formatter *formatter)
{
    formatter->has_blank = formatter->has_group_blank = false;
}

/* An empty line without blanks would end the bodies that it stands in. So in a body only one that
 * ends a group of options is kept, with its blanks: without it the options above and below would be
 * one choice. The group that ends is the one of the line below; what follows at a lower level does
 * not belong to it anyway. */
static void write_blanks(Formatter *formatter)
{
    if (formatter->has_group_blank && formatter->level == formatter->group_blank_below) {
        write_indent(formatter, formatter->bases[formatter->group_blank_level]);
        strbuf_char(formatter->out, '\n');
    }
    if (formatter->has_blank && formatter->out->len) {
        strbuf_char(formatter->out, '\n');
    }
    forget_blanks(formatter);
}

/* --- lines ---------------------------------------------------------------------------- */

static void write_body(Formatter *formatter)
{
    const Parser *parser = &formatter->parser;
    const FormatBlock *top = top_block(formatter);
    bool ends = lexer_at(&parser->lex, SV("==="));
    bool divides = parser_at_block_end(parser) && !parser_at_keyword(parser, "case");
    if (ends) {
        forget_blanks(formatter);
    }
    write_blanks(formatter);
    formatter->line_indent = ends      ? 0
                             : !top    ? formatter->bases[formatter->level]
                             : divides ? top->outer
                                       : top->inner;
    write_indent(formatter, formatter->line_indent);
    formatter->line_blocks = formatter->block_count;
    format_body_line(formatter);
    formatter->at_body_start = false;
}

static void begin_body(Formatter *formatter)
{
    lexer_reset_indents(&formatter->parser.lex);
    formatter->zone = FORMAT_BODY;
    formatter->level = 0;
    formatter->block_count = 0;
    formatter->ended_node = false;
    formatter->at_body_start = true;
}

static void write_line(Formatter *formatter)
{
    Lexer *lex = &formatter->parser.lex;
    if (formatter->zone == FORMAT_BODY) {
        write_body(formatter);
        formatter->zone = formatter->ended_node ? FORMAT_TOP : FORMAT_BODY;
    } else if (formatter->zone == FORMAT_TOP && (lexer_at(lex, SV("#")) || lexer_at(lex, SV("//")))) {
        write_blanks(formatter);
        format_verbatim(formatter);
    } else {
        if (formatter->zone == FORMAT_HEADERS) {
            forget_blanks(formatter);
        }
        write_blanks(formatter);
        formatter->zone = FORMAT_HEADERS;
        if (lexer_at(lex, SV("---"))) {
            begin_body(formatter);
            format_verbatim(formatter);
        } else if (lexer_at(lex, SV("==="))) {
            formatter->zone = FORMAT_TOP;
            format_verbatim(formatter);
        } else if (lexer_at(lex, SV("//"))) {
            format_verbatim(formatter);
        } else {
            format_header_line(formatter);
        }
    }
    strbuf_char(formatter->out, '\n');
}

static void format_lines(Formatter *formatter)
{
    Lexer *lex = &formatter->parser.lex;
    bool was_blank = false;
    uint32_t blank_level = 0;
    while (lexer_next_line(lex)) {
        if (was_blank && lex->group_ended && blank_level > 0) {
            formatter->has_group_blank = true;
            formatter->group_blank_level = blank_level;
            formatter->group_blank_below = lex->indent_count;
        }
        lex->indented = lex->group_ended = false;
        lex->dedents = 0;
        formatter->compiler.errors = 0;
        enter_level(formatter, lex->indent_count);
        size_t start = lex->at;
        lexer_skip_blanks(lex);
        formatter->source_indent = columns_of(lex->text, start, lex->at);
        was_blank = lex->at >= lex->end;
        blank_level = formatter->level;
        if (was_blank) {
            bool is_at_start = formatter->zone == FORMAT_BODY && formatter->at_body_start;
            formatter->has_blank |= blank_level == 0 && !is_at_start;
            continue;
        }
        write_line(formatter);
    }
}

/* --- the whole ------------------------------------------------------------------------ */

static size_t skip_white(StrView text, size_t at)
{
    while (at < text.len && strchr(" \t\r\n", text.data[at]) && text.data[at]) {
        at++;
    }
    return at;
}

/* Nothing but blanks and line ends differs. */
static bool keeps_all(StrView before, StrView after)
{
    size_t a = strview_starts_with(before, SV("\xEF\xBB\xBF")) ? 3 : 0, b = 0;
    for (;;) {
        a = skip_white(before, a);
        b = skip_white(after, b);
        if (a >= before.len || b >= after.len) {
            return a >= before.len && b >= after.len;
        }
        if (before.data[a++] != after.data[b++]) {
            return false;
        }
    }
}

Status yarn_format(const Allocator *alloc, StrView text, StrBuf *out)
{
    strbuf_clear(out);
    YarnProgram program = { .alloc = alloc };
    YarnSource source = { SV("format"), text };
    YarnCompileOptions options = { .alloc = alloc };
    Formatter *formatter = alloc_take(alloc, 1, sizeof *formatter);
    if (!formatter) {
        return STATUS_NOMEM;
    }
    Compiler *compiler = &formatter->compiler;
    formatter->out = out;
    compiler->options = &options;
    compiler->alloc_scratch = alloc;
    formatter->parser.compiler = compiler;
    program.file_names = &source.name;
    compiler->diags = &compiler->own_diags;
    compiler->program = &program;
    compiler->sources = &source;
    compiler->texts = &source.text;
    compiler->source_count = 1;
    arena_init(&program.arena, alloc, 1024);
    lexer_init(&formatter->parser.lex, compiler, 0);
    format_lines(formatter);
    Status status = compiler->status == STATUS_NOMEM || out->failed                ? STATUS_NOMEM
                    : formatter->is_too_deep || !keeps_all(text, strbuf_view(out)) ? STATUS_INVALID
                                                                                   : STATUS_OK;
    arena_release(&program.arena);
    alloc_free(alloc, formatter, sizeof *formatter);
    return status;
}
