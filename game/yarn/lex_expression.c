#include "lex.h"

#include <string.h>

typedef struct Spelling {
    const char *text;
    TokenKind kind;
    Operator operator;
} Spelling;

/* Longer ones before their own beginnings. */
static const Spelling symbols[] = {
    { "<=", TOKEN_OPERATOR, OPERATOR_LESS_EQUAL },
    { ">=", TOKEN_OPERATOR, OPERATOR_GREATER_EQUAL },
    { "==", TOKEN_OPERATOR, OPERATOR_EQUAL },
    { "!=", TOKEN_OPERATOR, OPERATOR_NOT_EQUAL },
    { "&&", TOKEN_OPERATOR, OPERATOR_AND },
    { "||", TOKEN_OPERATOR, OPERATOR_OR },
    { "+=", TOKEN_ASSIGN_WITH, OPERATOR_ADD },
    { "-=", TOKEN_ASSIGN_WITH, OPERATOR_SUBTRACT },
    { "*=", TOKEN_ASSIGN_WITH, OPERATOR_MULTIPLY },
    { "/=", TOKEN_ASSIGN_WITH, OPERATOR_DIVIDE },
    { "%=", TOKEN_ASSIGN_WITH, OPERATOR_MODULO },
    { ">>", TOKEN_COMMAND_END, 0 },
    { "<", TOKEN_OPERATOR, OPERATOR_LESS },
    { ">", TOKEN_OPERATOR, OPERATOR_GREATER },
    { "^", TOKEN_OPERATOR, OPERATOR_XOR },
    { "+", TOKEN_OPERATOR, OPERATOR_ADD },
    { "-", TOKEN_OPERATOR, OPERATOR_SUBTRACT },
    { "*", TOKEN_OPERATOR, OPERATOR_MULTIPLY },
    { "/", TOKEN_OPERATOR, OPERATOR_DIVIDE },
    { "%", TOKEN_OPERATOR, OPERATOR_MODULO },
    { "!", TOKEN_NOT, 0 },
    { "=", TOKEN_ASSIGN, 0 },
    { "(", TOKEN_OPEN, 0 },
    { ")", TOKEN_CLOSE, 0 },
    { ",", TOKEN_COMMA, 0 },
    { ".", TOKEN_DOT, 0 },
    { "}", TOKEN_BRACE, 0 },
};

static const Spelling words[] = {
    { "true", TOKEN_TRUE, 0 },
    { "false", TOKEN_FALSE, 0 },
    { "to", TOKEN_ASSIGN, 0 },
    { "as", TOKEN_AS, 0 },
    { "not", TOKEN_NOT, 0 },
    { "and", TOKEN_OPERATOR, OPERATOR_AND },
    { "or", TOKEN_OPERATOR, OPERATOR_OR },
    { "xor", TOKEN_OPERATOR, OPERATOR_XOR },
    { "is", TOKEN_OPERATOR, OPERATOR_EQUAL },
    { "eq", TOKEN_OPERATOR, OPERATOR_EQUAL },
    { "neq", TOKEN_OPERATOR, OPERATOR_NOT_EQUAL },
    { "lt", TOKEN_OPERATOR, OPERATOR_LESS },
    { "lte", TOKEN_OPERATOR, OPERATOR_LESS_EQUAL },
    { "gt", TOKEN_OPERATOR, OPERATOR_GREATER },
    { "gte", TOKEN_OPERATOR, OPERATOR_GREATER_EQUAL },
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static void lex_number(Lexer *lexer)
{
    const char *data = lexer->text.data;
    size_t start = lexer->at;
    while (lexer->at < lexer->end && is_digit(data[lexer->at])) {
        lexer->at++;
    }
    if (lexer->at + 1 < lexer->end && data[lexer->at] == '.' && is_digit(data[lexer->at + 1])) {
        lexer->at++;
        while (lexer->at < lexer->end && is_digit(data[lexer->at])) {
            lexer->at++;
        }
    }
    Token *token = &lexer->token;
    token->kind = TOKEN_NUMBER;
    token->text = strview_slice(lexer->text, start, lexer->at - start);
    token->pos.length = (uint32_t)token->text.len;
    if (!strview_to_float(token->text, &token->number)) {
        compile_error(lexer->compiler, token->pos, "YS0037", "this number is too long or too large");
        token->kind = TOKEN_BAD;
    }
}

/* The text between quotes; \" and \\ stand for the second character. */
static StrView decode_string(Lexer *lexer, StrView raw)
{
    if (!memchr(raw.data, '\\', raw.len)) {
        return raw;
    }
    char *decoded = arena_take(&lexer->compiler->program->arena, raw.len + 1, 1);
    if (!decoded) {
        compile_set_nomem(lexer->compiler);
        return SV("");
    }
    size_t len = 0;
    for (size_t i = 0; i < raw.len; i++) {
        i += raw.data[i] == '\\';
        decoded[len++] = raw.data[i];
    }
    return (StrView){ decoded, len };
}

static void lex_string(Lexer *lexer)
{
    const char *data = lexer->text.data;
    Token *token = &lexer->token;
    size_t start = ++lexer->at;
    token->kind = TOKEN_STRING;
    while (lexer->at < lexer->end && data[lexer->at] != '"') {
        if (data[lexer->at] == '\\') {
            lexer->at++;
            if (lexer->at >= lexer->end || (data[lexer->at] != '"' && data[lexer->at] != '\\')) {
                compile_error(lexer->compiler, lexer_pos(lexer, lexer->at - 1, 1), "YS0005",
                              "in a string a backslash stands only before \" or another backslash");
                token->kind = TOKEN_BAD;
                continue;
            }
        }
        lexer->at++;
    }
    token->pos.length = (uint32_t)(lexer->at - start + 2);
    if (lexer->at >= lexer->end) {
        compile_error(lexer->compiler, token->pos, "YS0005", "this string has no closing \"");
        token->kind = TOKEN_BAD;
        return;
    }
    StrView raw = strview_slice(lexer->text, start, lexer->at - start);
    lexer->at++;
    if (token->kind == TOKEN_STRING) {
        token->text = decode_string(lexer, raw);
    }
}

static void lex_word(Lexer *lexer)
{
    Token *token = &lexer->token;
    token->text = lexer_take_name(lexer);
    token->pos.length = (uint32_t)token->text.len;
    token->kind = TOKEN_NAME;
    for (size_t i = 0; token->text.len && i < sizeof words / sizeof *words; i++) {
        if (words[i].text[0] == token->text.data[0] &&
            strview_equal(token->text, strview_from_cstr(words[i].text))) {
            token->kind = words[i].kind;
            token->operator= words[i].operator;
        }
    }
}

static void lex_symbol(Lexer *lexer)
{
    Token *token = &lexer->token;
    for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++) {
        if (symbols[i].text[0] != lexer->text.data[lexer->at]) {
            continue;
        }
        StrView text = strview_from_cstr(symbols[i].text);
        if (lexer_at(lexer, text)) {
            token->kind = symbols[i].kind;
            token->operator= symbols[i].operator;
            token->text = strview_slice(lexer->text, lexer->at, text.len);
            token->pos.length = (uint32_t)text.len;
            lexer->at += text.len;
            return;
        }
    }
    size_t start = lexer->at++;
    while (lexer->at < lexer->end && ((unsigned char)lexer->text.data[lexer->at] & 0xC0) == 0x80) {
        lexer->at++;
    }
    token->text = strview_slice(lexer->text, start, lexer->at - start);
    token->pos.length = (uint32_t)token->text.len;
    token->kind = TOKEN_BAD;
    compile_error(lexer->compiler, token->pos, "YS0005", "'%.*s' has no meaning in an expression",
                  SV_ARG(token->text));
    static const char *const quotes[] = { "\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x9E", "\xC2\xAB",
                                          "\xC2\xBB" };
    for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++) {
        if (strview_equal(token->text, strview_from_cstr(quotes[i]))) {
            compile_note(lexer->compiler, token->pos, "text stands between straight quotes: \"");
        }
    }
}

void lexer_advance(Lexer *lexer)
{
    lexer_skip_blanks(lexer);
    Token *token = &lexer->token;
    *token = (Token){ .pos = lexer_pos(lexer, lexer->at, 0) };
    if (lexer->at >= lexer->end || (lexer->comments && lexer_at(lexer, SV("//"))) ||
        compile_is_over(lexer->compiler)) {
        lexer->at = lexer->end;
        token->kind = TOKEN_END_OF_LINE;
        return;
    }
    char c = lexer->text.data[lexer->at];
    if (is_digit(c)) {
        lex_number(lexer);
    } else if (c == '"') {
        lex_string(lexer);
    } else if (c == '$') {
        size_t start = lexer->at++;
        StrView name = lexer_take_name(lexer);
        token->kind = TOKEN_VARIABLE;
        token->text = strview_slice(lexer->text, start, name.len + 1);
        token->pos.length = (uint32_t)token->text.len;
        if (name.len == 0) {
            compile_error(lexer->compiler, token->pos, "YS0005", "a variable's name must follow '$'");
            token->kind = TOKEN_BAD;
        }
    } else {
        lex_word(lexer);
        if (token->text.len == 0) {
            lex_symbol(lexer);
        }
    }
}
