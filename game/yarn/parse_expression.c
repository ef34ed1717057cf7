#include "parse_internal.h"

bool parser_enter(Parser *parser, Pos pos)
{
    if (parser->depth >= YARN_NESTING_MAX) {
        compile_limit(parser->compiler, pos, "yarn-nesting", "more than %d levels inside each other",
                      YARN_NESTING_MAX);
        lexer_skip_rest(&parser->lex);
        parser->lex.token = (Token){ .pos = pos };
        return false;
    }
    parser->depth++;
    return true;
}

void parser_leave(Parser *parser)
{
    parser->depth--;
}

void parse_unexpected(Parser *parser, const char *expected)
{
    const Token *token = &parser->lex.token;
    if (token->kind == TOKEN_BAD || parser->lex.at_eof) {
        return; /* the lexer has said so */
    }
    if (token->kind == TOKEN_END_OF_LINE) {
        compile_error(parser->compiler, token->pos, "YS0005", "expected %s, but the line ends here",
                      expected);
    } else {
        compile_error(parser->compiler, token->pos, "YS0005", "expected %s, not '%.*s'", expected,
                      SV_ARG(strview_slice(parser->lex.text, token->pos.offset, token->pos.length)));
    }
}

void parse_skip_past(Parser *parser, TokenKind end)
{
    Lexer *lex = &parser->lex;
    if (lex->token.kind == end) {
        return;
    }
    StrView mark = end == TOKEN_BRACE ? SV("}") : SV(">>");
    while (lex->at < lex->end && !lexer_at(lex, mark)) {
        lex->at++;
    }
    if (lex->at < lex->end) {
        lex->at += mark.len;
    }
}

static Expr *new_expr(Parser *parser, ExprKind kind, Pos pos)
{
    Expr *expr = TAKE(parser->compiler, Expr);
    expr->kind = kind;
    expr->pos = pos;
    return expr;
}

static Expr *parse_level(Parser *parser, int level);

static Expr *parse_call(Parser *parser, Token name)
{
    Lexer *lex = &parser->lex;
    Expr *call = new_expr(parser, EXPR_CALL, name.pos);
    call->as.call.name = name.text;
    if (!parser_enter(parser, name.pos)) {
        return NULL;
    }
    Expr **tail = &call->as.call.args;
    lexer_advance(lex);
    while (lex->token.kind != TOKEN_CLOSE) {
        Expr *arg = parse_level(parser, 0);
        if (!arg) {
            return NULL;
        }
        *tail = arg;
        tail = &arg->next;
        if (++call->as.call.arg_count > YARN_ARGS_MAX) {
            compile_limit(parser->compiler, name.pos, "yarn-arguments", "more than %d arguments in one call",
                          YARN_ARGS_MAX);
            return NULL;
        }
        if (lex->token.kind == TOKEN_COMMA) {
            lexer_advance(lex);
            if (lex->token.kind == TOKEN_CLOSE) {
                parse_unexpected(parser, "another argument after ','");
                return NULL;
            }
        } else if (lex->token.kind != TOKEN_CLOSE) {
            parse_unexpected(parser, "',' or ')'");
            return NULL;
        }
    }
    lexer_advance(lex);
    parser_leave(parser);
    return call;
}

/* "Enum.Case" from the dot on. */
static Expr *parse_member(Parser *parser, StrView type_name, Pos pos)
{
    lexer_advance(&parser->lex);
    const Token *token = &parser->lex.token;
    if (token->kind != TOKEN_NAME) {
        parse_unexpected(parser, "the name of a case after '.'");
        return NULL;
    }
    Expr *member = new_expr(parser, EXPR_MEMBER, pos);
    member->as.member.type_name = type_name;
    member->as.member.name = token->text;
    member->as.member.name_pos = token->pos;
    lexer_advance(&parser->lex);
    return member;
}

static Expr *parse_name(Parser *parser)
{
    Lexer *lex = &parser->lex;
    Token name = lex->token;
    lexer_advance(lex);
    if (lex->token.kind == TOKEN_OPEN) {
        return parse_call(parser, name);
    }
    if (lex->token.kind == TOKEN_DOT) {
        return parse_member(parser, name.text, name.pos);
    }
    compile_error(parser->compiler, name.pos, "YS0005",
                  "'%.*s' is neither a $variable, nor \"text\", nor a function with ( )", SV_ARG(name.text));
    if (names_find(&parser->compiler->function_names, name.text) != NAME_NONE) {
        compile_note(parser->compiler, name.pos, "a function is called as %.*s()", SV_ARG(name.text));
    } else {
        compile_note(parser->compiler, name.pos, "a text, also a node's title, stands in quotes: \"%.*s\"",
                     SV_ARG(name.text));
    }
    lex->token.kind = TOKEN_BAD;
    return NULL;
}

static Expr *parse_value(Parser *parser)
{
    Lexer *lex = &parser->lex;
    Token token = lex->token;
    Expr *expr;
    switch ((int)token.kind) {
    case TOKEN_NUMBER:
        expr = new_expr(parser, EXPR_NUMBER, token.pos);
        expr->as.number = token.number;
        break;
    case TOKEN_STRING:
        expr = new_expr(parser, EXPR_STRING, token.pos);
        expr->as.string = token.text;
        break;
    case TOKEN_TRUE:
    case TOKEN_FALSE:
        expr = new_expr(parser, EXPR_BOOL, token.pos);
        expr->as.boolean = token.kind == TOKEN_TRUE;
        break;
    case TOKEN_VARIABLE:
        expr = new_expr(parser, EXPR_VARIABLE, token.pos);
        expr->as.variable.name = token.text;
        break;
    case TOKEN_NAME:
        return parse_name(parser);
    case TOKEN_DOT:
        return parse_member(parser, SV(""), token.pos);
    default:
        parse_unexpected(parser, "a value");
        return NULL;
    }
    lexer_advance(lex);
    return expr;
}

static Expr *parse_nested(Parser *parser)
{
    lexer_advance(&parser->lex);
    Expr *inner = parse_level(parser, 0);
    if (!inner) {
        return NULL;
    }
    if (parser->lex.token.kind != TOKEN_CLOSE) {
        parse_unexpected(parser, "')'");
        return NULL;
    }
    lexer_advance(&parser->lex);
    return inner;
}

static Expr *parse_unary(Parser *parser)
{
    Token token = parser->lex.token;
    bool negates = token.kind == TOKEN_OPERATOR && token.operator== OPERATOR_SUBTRACT;
    if (!negates && token.kind != TOKEN_NOT && token.kind != TOKEN_OPEN) {
        if (++parser->operands > YARN_OPERANDS_MAX) {
            compile_limit(parser->compiler, token.pos, "yarn-expression-size",
                          "an expression may have %d operands; this one has more", YARN_OPERANDS_MAX);
            parser->lex.token.kind = TOKEN_BAD;
            return NULL;
        }
        return parse_value(parser);
    }
    if (!parser_enter(parser, token.pos)) {
        return NULL;
    }
    Expr *expr;
    if (token.kind == TOKEN_OPEN) {
        expr = parse_nested(parser);
    } else {
        lexer_advance(&parser->lex);
        Expr *operand = parse_unary(parser);
        expr = operand ? new_expr(parser, negates ? EXPR_NEGATE : EXPR_NOT, token.pos) : NULL;
        if (expr) {
            expr->as.operand = operand;
        }
    }
    parser_leave(parser);
    return expr;
}

enum { LEVEL_UNARY = 5 };

static int level_of(Operator operator)
{
    if (operator<= OPERATOR_XOR) {
        return 0;
    }
    if (operator<= OPERATOR_NOT_EQUAL) {
        return 1;
    }
    if (operator<= OPERATOR_GREATER_EQUAL) {
        return 2;
    }
    return operator<= OPERATOR_SUBTRACT ? 3 : 4;
}

static Expr *parse_level(Parser *parser, int level)
{
    if (level == LEVEL_UNARY) {
        return parse_unary(parser);
    }
    Expr *first = parse_level(parser, level + 1);
    if (!first) {
        return NULL;
    }
    Lexer *lex = &parser->lex;
    Expr *chain = NULL;
    ChainLink **tail = NULL;
    while (lex->token.kind == TOKEN_OPERATOR && level_of(lex->token.operator) == level) {
        Token token = lex->token;
        lexer_advance(lex);
        Expr *operand = parse_level(parser, level + 1);
        if (!operand) {
            return NULL;
        }
        if (!chain) {
            chain = new_expr(parser, EXPR_CHAIN, first->pos);
            chain->as.chain.first = first;
            tail = &chain->as.chain.links;
        }
        ChainLink *link = TAKE(parser->compiler, ChainLink);
        link->operator= token.operator;
        link->operand = operand;
        *tail = link;
        tail = &link->next;
    }
    return chain ? chain : first;
}

Expr *parse_expression(Parser *parser)
{
    parser->operands = 0;
    uint32_t depth = parser->depth;
    Expr *expr = parse_level(parser, 0);
    parser->depth = depth; /* a mistake may have left brackets open */
    return expr;
}

Expr *parse_expression_here(Parser *parser)
{
    lexer_advance(&parser->lex);
    return parse_expression(parser);
}

Expr *parse_expression_until(Parser *parser, TokenKind end)
{
    Expr *expr = parse_expression_here(parser);
    if (expr && parser->lex.token.kind != end) {
        bool assigns = parser->lex.token.kind == TOKEN_ASSIGN;
        Pos pos = parser->lex.token.pos;
        parse_unexpected(parser, end == TOKEN_BRACE ? "an operator or '}'" : "an operator or '>>'");
        if (assigns) {
            compile_note(parser->compiler, pos, "to compare, write ==");
        }
        expr = NULL;
    }
    if (!expr) {
        parse_skip_past(parser, end);
    }
    return expr;
}
