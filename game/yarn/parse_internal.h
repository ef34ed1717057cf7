#ifndef SANGO_YARN_PARSE_INTERNAL_H
#define SANGO_YARN_PARSE_INTERNAL_H

#include "lex.h"

typedef struct Parser {
    Compiler *compiler;
    Lexer lex;
    uint32_t depth;    /* of blocks, options and brackets */
    uint32_t operands; /* of the expression being read */
    StoryNode *node;
    bool meets_node; /* at the cursor a node begins although the one above has no "===" */
} Parser;

/* One level deeper; false (and the rest of the file given up) at the limit. Each
 * true is followed by parser_leave(). */
bool parser_enter(Parser *parser, Pos pos);
void parser_leave(Parser *parser);

/* An expression from the current token on; lex.token is then the token behind it.
 * NULL after a mistake, which was reported. */
Expr *parse_expression(Parser *parser);
/* The same from the cursor on. */
Expr *parse_expression_here(Parser *parser);
/* The expression and the '}' or '>>' that must follow. After a mistake the cursor
 * is behind the next such mark, or at the end of the line. */
Expr *parse_expression_until(Parser *parser, TokenKind end);
/* Reports that the current token is not what was expected here. */
void parse_unexpected(Parser *parser, const char *expected);
/* Moves behind the next `end` on the line, or to its end. */
void parse_skip_past(Parser *parser, TokenKind end);

/* Text up to a comment, a tag, "<<" or the end of the line. */
void parse_text(Parser *parser, TextTemplate *result);
/* Text up to ">>"; the cursor is then behind it. False after a mistake. */
bool parse_command_text(Parser *parser, TextTemplate *result);
/* A whole line: text, condition, tags. */
LineNode *parse_line(Parser *parser, bool is_option);

/* Statements until one that ends a block stands at the cursor. */
Stmt *parse_statements(Parser *parser);
/* True when "<<word" stands at the cursor, the word being followed by a blank or '>'. */
bool parser_at_keyword(const Parser *parser, const char *word);
/* Steps over "<<word", which stands there. */
void parser_take_keyword(Parser *parser, const char *word);
/* True when a word that ends or divides a block, such as <<endif>>, stands there. */
bool parser_at_block_end(const Parser *parser);
/* Steps over empty lines until something stands at the cursor; false when the
 * indentation says that a body or a group of options ends here, or the file is over. */
bool parser_find_content(Parser *parser);
/* A run of "->" or "=>" and what is indented below each. */
void parse_choices(Parser *parser, Stmt *stmt, StrView arrow);
void parse_enum(Parser *parser, Pos pos);
void parse_declare(Parser *parser, Pos pos);

#endif
