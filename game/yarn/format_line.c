#include "format_internal.h"

#include <string.h>

/* What stands on one line: only blanks between its parts are written anew. */

static StrView trim_end(StrView text)
{
    while (text.len && (text.data[text.len - 1] == ' ' || text.data[text.len - 1] == '\t')) {
        text.len--;
    }
    return text;
}

static StrView rest_of(const Lexer *lex, size_t from)
{
    return strview_slice(lex->text, from, lex->end - from);
}

void format_verbatim(Formatter *formatter)
{
    Lexer *lex = &formatter->parser.lex;
    strbuf_append(formatter->out, trim_end(rest_of(lex, lex->at)));
    lex->at = lex->end;
}

/* The blanks at the cursor become one. */
static void write_gap(Formatter *formatter)
{
    Lexer *lex = &formatter->parser.lex;
    size_t before = lex->at;
    lexer_skip_blanks(lex);
    if (lex->at > before && lex->at < lex->end) {
        strbuf_char(formatter->out, ' ');
    }
}

/* --- expressions ---------------------------------------------------------------------- */

typedef enum Glue {
    GLUE_NOTHING,
    GLUE_OPERAND,
    GLUE_NAME,
    GLUE_OPERATOR,
    GLUE_PREFIX,
    GLUE_OPEN,
    GLUE_DOT
} Glue;

static Glue glue_of(Glue before, const Token *token, StrView text)
{
    bool expects_value = before != GLUE_OPERAND && before != GLUE_NAME;
    switch (token->kind) {
    case TOKEN_OPERATOR:
        return expects_value && strview_equal(text, SV("-")) ? GLUE_PREFIX : GLUE_OPERATOR;
    case TOKEN_NOT:
        return strview_equal(text, SV("!")) ? GLUE_PREFIX : GLUE_OPERATOR;
    case TOKEN_ASSIGN:
    case TOKEN_ASSIGN_WITH:
    case TOKEN_AS:
    case TOKEN_COMMA:
        return GLUE_OPERATOR;
    case TOKEN_OPEN:
        return GLUE_OPEN;
    case TOKEN_DOT:
        return GLUE_DOT;
    case TOKEN_NAME:
        return strview_equal(text, SV("if")) ? GLUE_OPERATOR : GLUE_NAME;
    case TOKEN_END_OF_LINE:
    case TOKEN_BAD:
    case TOKEN_NUMBER:
    case TOKEN_STRING:
    case TOKEN_TRUE:
    case TOKEN_FALSE:
    case TOKEN_VARIABLE:
    case TOKEN_CLOSE:
    case TOKEN_BRACE:
    case TOKEN_COMMAND_END:
        break;
    }
    return GLUE_OPERAND;
}

static bool needs_blank(Glue before, TokenKind kind)
{
    if (before == GLUE_NOTHING || before == GLUE_OPEN || before == GLUE_PREFIX || before == GLUE_DOT ||
        kind == TOKEN_COMMA || kind == TOKEN_CLOSE) {
        return false;
    }
    return !(before == GLUE_NAME && (kind == TOKEN_OPEN || kind == TOKEN_DOT));
}

/* Tokens up to `end`, which is not written; the cursor is then behind it. What is no expression
 * stays as it is, up to the end of the line. False then. */
static bool write_tokens(Formatter *formatter, TokenKind end)
{
    Lexer *lex = &formatter->parser.lex;
    size_t start = lex->at, written = formatter->out->len;
    Glue before = GLUE_NOTHING;
    for (;;) {
        lexer_advance(lex);
        const Token *token = &lex->token;
        if (token->kind == end) {
            return true;
        }
        if (token->kind == TOKEN_BAD || token->kind == TOKEN_END_OF_LINE ||
            token->kind == TOKEN_COMMAND_END || token->kind == TOKEN_BRACE) {
            strbuf_truncate(formatter->out, written);
            lex->at = start;
            format_verbatim(formatter);
            return false;
        }
        StrView text = strview_slice(lex->text, token->pos.offset, lex->at - token->pos.offset);
        if (needs_blank(before, token->kind)) {
            strbuf_char(formatter->out, ' ');
        }
        strbuf_append(formatter->out, text);
        before = glue_of(before, token, text);
    }
}

/* --- << >> ---------------------------------------------------------------------------- */

typedef enum WordKind { WORD_PLAIN, WORD_OPENS, WORD_CLOSES, WORD_JUMPS } WordKind;

/* The words that the language has; whatever else stands in << >> belongs to the game. */
static const struct {
    const char *word;
    WordKind kind;
} words[] = {
    { "if", WORD_OPENS },     { "once", WORD_OPENS },     { "enum", WORD_OPENS },
    { "endif", WORD_CLOSES }, { "endonce", WORD_CLOSES }, { "endenum", WORD_CLOSES },
    { "elseif", WORD_PLAIN }, { "else", WORD_PLAIN },     { "case", WORD_PLAIN },
    { "set", WORD_PLAIN },    { "declare", WORD_PLAIN },  { "call", WORD_PLAIN },
    { "return", WORD_PLAIN }, { "stop", WORD_PLAIN },     { "jump", WORD_JUMPS },
    { "detour", WORD_JUMPS },
};

enum { WORD_COUNT = sizeof words / sizeof words[0] };

static size_t find_word(const Parser *parser)
{
    size_t at = 0;
    while (at < WORD_COUNT && !parser_at_keyword(parser, words[at].word)) {
        at++;
    }
    return at;
}

/* Moves behind the '}' of the value at the cursor; false when it has none. */
static bool skip_value(Lexer *lex)
{
    lex->at++;
    do {
        lexer_advance(lex);
    } while (lex->token.kind != TOKEN_BRACE && lex->token.kind != TOKEN_END_OF_LINE);
    return lex->token.kind == TOKEN_BRACE;
}

/* A command of the game: the blanks in it are its own. */
static void write_game_command(Formatter *formatter)
{
    Lexer *lex = &formatter->parser.lex;
    size_t start = lex->at;
    lex->at += 2;
    lexer_skip_blanks(lex);
    size_t text = lex->at;
    while (lex->at < lex->end && !lexer_at(lex, SV(">>"))) {
        if (lex->text.data[lex->at] != '{') {
            lex->at++;
        } else if (!skip_value(lex)) {
            break;
        }
    }
    if (!lexer_at(lex, SV(">>"))) {
        lex->at = start;
        format_verbatim(formatter);
        return;
    }
    StrView command = trim_end(strview_slice(lex->text, text, lex->at - text));
    bool begins_so = command.len && command.data[0] == '<';
    bool ends_so = command.len && command.data[command.len - 1] == '>';
    strbuf_append(formatter->out,
                  begins_so ? SV("<< ") : SV("<<")); /* "<<<" and ">>>" would be read otherwise */
    strbuf_append(formatter->out, command);
    strbuf_append(formatter->out, ends_so ? SV(" >>") : SV(">>"));
    lex->at += 2;
    while (lexer_at(lex, SV(">"))) { /* too many, which the compiler passes over with a warning */
        strbuf_char(formatter->out, '>');
        lex->at++;
    }
}

static bool write_target(Formatter *formatter)
{
    Lexer *lex = &formatter->parser.lex;
    lexer_skip_blanks(lex);
    strbuf_char(formatter->out, ' ');
    if (!lexer_at(lex, SV("{"))) {
        strbuf_append(formatter->out, lexer_take_name(lex));
        return true;
    }
    lex->at++;
    strbuf_char(formatter->out, '{');
    bool is_whole = write_tokens(formatter, TOKEN_BRACE);
    strbuf_append(formatter->out, is_whole ? SV("}") : SV(""));
    return is_whole;
}

/* "<<…>>" at the cursor. `is_statement`: not a condition behind a text. */
static void write_angle(Formatter *formatter, bool is_statement)
{
    Lexer *lex = &formatter->parser.lex;
    size_t word = find_word(&formatter->parser);
    if (word == WORD_COUNT) {
        write_game_command(formatter);
        return;
    }
    if (is_statement && words[word].kind == WORD_OPENS) {
        format_open_block(formatter);
    } else if (is_statement && words[word].kind == WORD_CLOSES) {
        format_close_block(formatter);
    }
    lex->at += 2;
    lexer_skip_blanks(lex);
    lex->at += strlen(words[word].word);
    strbuf_printf(formatter->out, "<<%s", words[word].word);
    if (words[word].kind == WORD_JUMPS && !write_target(formatter)) {
        return;
    }
    lexer_skip_blanks(lex);
    if (!lexer_at(lex, SV(">>"))) {
        strbuf_char(formatter->out, ' ');
    }
    if (write_tokens(formatter, TOKEN_COMMAND_END)) {
        strbuf_append(formatter->out, SV(">>"));
    }
}

/* --- lines ---------------------------------------------------------------------------- */

static void skip_text(Lexer *lex)
{
    while (lex->at < lex->end && lex->text.data[lex->at] != '#' && !lexer_at(lex, SV("<<")) &&
           !lexer_at(lex, SV("//"))) {
        if (lex->text.data[lex->at] == '\\' && lex->at + 1 < lex->end) {
            lex->at += 2;
        } else if (lex->text.data[lex->at] != '{') {
            lex->at++;
        } else if (!skip_value(lex)) {
            lex->at = lex->end;
        }
    }
}

static void write_tag(Formatter *formatter, const char *ends)
{
    Lexer *lex = &formatter->parser.lex;
    size_t start = lex->at++;
    while (lex->at < lex->end && !strchr(ends, lex->text.data[lex->at]) && !lexer_at(lex, SV("//"))) {
        lex->at++;
    }
    strbuf_append(formatter->out, strview_slice(lex->text, start, lex->at - start));
}

/* Text, condition and tags, one blank between them. A comment keeps no blank before it where there
 * was none: it may be the rest of a web address, about which the compiler warns. */
static void write_text_line(Formatter *formatter)
{
    Lexer *lex = &formatter->parser.lex;
    size_t start = lex->at;
    skip_text(lex);
    StrView text = trim_end(strview_slice(lex->text, start, lex->at - start));
    bool has_gap = text.len < lex->at - start;
    strbuf_append(formatter->out, text);
    for (;;) {
        size_t before = lex->at;
        lexer_skip_blanks(lex);
        has_gap |= lex->at > before;
        if (lex->at >= lex->end) {
            return;
        }
        bool is_comment = lexer_at(lex, SV("//"));
        if (has_gap || !is_comment) {
            strbuf_char(formatter->out, ' ');
        }
        has_gap = false;
        if (lexer_at(lex, SV("<<"))) {
            write_angle(formatter, false);
        } else if (!is_comment && lexer_at(lex, SV("#"))) {
            write_tag(formatter, " \t#$<");
        } else {
            format_verbatim(formatter);
        }
    }
}

void format_body_line(Formatter *formatter)
{
    Lexer *lex = &formatter->parser.lex;
    while (lex->at < lex->end) {
        if (lexer_at(lex, SV("//"))) {
            format_verbatim(formatter);
        } else if (lexer_at(lex, SV("==="))) {
            formatter->ended_node = true;
            format_verbatim(formatter);
        } else if (lexer_at(lex, SV("->")) || lexer_at(lex, SV("=>"))) {
            strbuf_append(formatter->out, strview_slice(lex->text, lex->at, 2));
            strbuf_char(formatter->out, ' ');
            lex->at += 2;
            lex->arrow_seen = true;
            formatter->arrow_indent = formatter->line_indent;
            lexer_skip_blanks(lex);
            write_text_line(formatter);
        } else if (lexer_at(lex, SV("<<"))) {
            write_angle(formatter, true);
            write_gap(formatter);
            while (lexer_at(lex, SV("#"))) { /* tags of a command */
                write_tag(formatter, " \t");
                write_gap(formatter);
            }
            if (lex->at < lex->end && !lexer_at(lex, SV("//"))) {
                format_flatten_blocks(formatter);
            }
        } else {
            write_text_line(formatter);
        }
    }
}

/* --- headers -------------------------------------------------------------------------- */

static void write_when(Formatter *formatter)
{
    Lexer *lex = &formatter->parser.lex;
    lexer_skip_blanks(lex);
    if (lex->at >= lex->end) {
        return;
    }
    strbuf_char(formatter->out, ' ');
    lex->comments = true;
    size_t written = formatter->out->len;
    if (write_tokens(formatter, TOKEN_END_OF_LINE)) {
        lex->at = lex->token.pos.offset; /* of the comment, or the end of the line */
        if (lex->at < lex->end) {
            strbuf_append(formatter->out, formatter->out->len > written ? SV(" ") : SV(""));
        }
        format_verbatim(formatter);
    }
    lex->comments = false;
}

void format_header_line(Formatter *formatter)
{
    Lexer *lex = &formatter->parser.lex;
    size_t start = lex->at;
    StrView key = lexer_take_name(lex);
    lexer_skip_blanks(lex);
    if (key.len == 0 || !lexer_at(lex, SV(":"))) {
        lex->at = start;
        format_verbatim(formatter);
        return;
    }
    lex->at++;
    strbuf_append(formatter->out, key);
    strbuf_char(formatter->out, ':');
    if (strview_equal(key, SV("when"))) {
        write_when(formatter);
        return;
    }
    size_t behind = lex->at;
    lexer_skip_blanks(lex);
    if (lex->at < lex->end && (lex->at > behind || !lexer_at(lex, SV("//")))) {
        strbuf_char(formatter->out, ' ');
    }
    start = lex->at;
    while (lex->at < lex->end && !lexer_at(lex, SV("//"))) {
        lex->at++;
    }
    StrView value = trim_end(strview_slice(lex->text, start, lex->at - start));
    strbuf_append(formatter->out, value);
    if (lex->at < lex->end && value.len < lex->at - start) {
        strbuf_char(formatter->out, ' ');
    }
    format_verbatim(formatter);
}
