#ifndef SANGO_YARN_LEX_H
#define SANGO_YARN_LEX_H

#include "compile_internal.h"

/* Reads a source line by line; the parser asks for expression tokens, or scans
 * text itself between `at` and `end`. Indentation matters only below an option or
 * a line group item, and is followed as upstream does (IndentAwareLexer). */
typedef enum TokenKind {
    TOKEN_END_OF_LINE,
    TOKEN_BAD, /* was reported */
    TOKEN_NUMBER,
    TOKEN_STRING,
    TOKEN_TRUE,
    TOKEN_FALSE,
    TOKEN_VARIABLE, /* text with its '$' */
    TOKEN_NAME,
    TOKEN_OPERATOR,
    TOKEN_NOT,
    TOKEN_ASSIGN,      /* = or to */
    TOKEN_ASSIGN_WITH, /* += and the like; `operator` says which */
    TOKEN_AS,
    TOKEN_OPEN,
    TOKEN_CLOSE,
    TOKEN_COMMA,
    TOKEN_DOT,
    TOKEN_BRACE,      /* } */
    TOKEN_COMMAND_END /* >> */
} TokenKind;

typedef struct Token {
    TokenKind kind;
    Operator operator;
    Pos pos;
    StrView text; /* as written; of a string: decoded, without quotes */
    float number;
} Token;

enum { LEX_INDENTS_MAX = YARN_NESTING_MAX + 8 };

typedef struct Lexer {
    Compiler *compiler;
    uint32_t file;
    StrView text;
    size_t at, end; /* what is left of the current line */
    size_t next;    /* where the next line begins */
    uint32_t line;
    bool at_eof;
    uint32_t bad_bytes; /* lines that are not UTF-8 */
    bool comments;      /* in an expression, "//" begins a comment (headers) */
    Token token;        /* the current token of an expression */

    bool arrow_seen; /* an option or item began on this line */
    uint32_t indents[LEX_INDENTS_MAX];
    uint32_t arrows[LEX_INDENTS_MAX]; /* indentation of the option above each */
    uint32_t indent_count;
    uint32_t last_indent;
    uint32_t group_line; /* line after the last content of options, 0: none */
    /* What the step to this line means; the parser clears them as it uses them. */
    bool indented;
    bool group_ended;
    bool is_between; /* further in than the option above, but not as far as its text */
    uint32_t dedents;
} Lexer;

void lexer_init(Lexer *lexer, Compiler *compiler, uint32_t file);
bool lexer_next_line(Lexer *lexer); /* false at the end of the file */
void lexer_skip_rest(Lexer *lexer); /* gives up the rest of the file */
void lexer_again(Lexer *lexer);     /* the next line is this one */
void lexer_reset_indents(Lexer *lexer);

Pos lexer_pos(const Lexer *lexer, size_t offset, size_t length);
void lexer_skip_blanks(Lexer *lexer);
bool lexer_at(const Lexer *lexer, StrView text); /* the rest of the line begins so; text.len > 0 */
/* Nothing but blanks or a comment is left of the line. */
bool lexer_line_done(Lexer *lexer);
/* A name at the cursor; empty and nothing moved when there is none. */
StrView lexer_take_name(Lexer *lexer);

/* Reads the next token of an expression into lexer->token. */
void lexer_advance(Lexer *lexer);

bool is_name(StrView text);

#endif
