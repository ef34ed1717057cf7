#include "parse_internal.h"

#include <string.h>

bool parser_at_keyword(const Parser *parser, const char *word)
{
    const Lexer *lex = &parser->lex;
    size_t at = lex->at + 2;
    if (!lexer_at(lex, SV("<<"))) {
        return false;
    }
    while (at < lex->end && (lex->text.data[at] == ' ' || lex->text.data[at] == '\t')) {
        at++;
    }
    if (at == lex->end || lex->text.data[at] != word[0]) {
        return false; /* nearly always, and this is asked a dozen times a statement */
    }
    size_t len = strlen(word);
    if (lex->end - at < len || memcmp(lex->text.data + at, word, len) != 0) {
        return false;
    }
    char after = at + len < lex->end ? lex->text.data[at + len] : ' ';
    return after == ' ' || after == '\t' || after == '>';
}

void parser_take_keyword(Parser *parser, const char *word)
{
    parser->lex.at += 2;
    lexer_skip_blanks(&parser->lex);
    parser->lex.at += strlen(word);
}

static void expect_command_end(Parser *parser)
{
    lexer_advance(&parser->lex);
    if (parser->lex.token.kind != TOKEN_COMMAND_END) {
        parse_unexpected(parser, "'>>'");
        parse_skip_past(parser, TOKEN_COMMAND_END);
    }
}

bool parser_at_block_end(const Parser *parser)
{
    static const char *const words[] = { "elseif", "else", "endif", "endonce", "endenum", "case" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (parser_at_keyword(parser, words[i])) {
            return true;
        }
    }
    return false;
}

bool parser_find_content(Parser *parser)
{
    Lexer *lex = &parser->lex;
    while (!lex->dedents && !lex->group_ended && lexer_line_done(lex)) {
        if (!lexer_next_line(lex)) {
            return false;
        }
    }
    return !lex->dedents && !lex->group_ended;
}

static Branch *parse_branch(Parser *parser, Expr *condition)
{
    Branch *branch = TAKE(parser->compiler, Branch);
    branch->condition = condition;
    branch->body = parse_statements(parser);
    return branch;
}

/* The closing <<word>> of the block that began at `pos`. */
static void expect_closing(Parser *parser, const char *word, const char *opening, Pos pos)
{
    if (parser_at_keyword(parser, word)) {
        parser_take_keyword(parser, word);
        expect_command_end(parser);
        return;
    }
    if (parser->lex.at_eof && parser->compiler->status != STATUS_OK) {
        return; /* the rest of the file was given up at a limit, which was said */
    }
    compile_error(parser->compiler, pos, "YS0007", "this <<%s>> has no <<%s>>", opening, word);
    if (parser->lex.dedents) {
        compile_note(parser->compiler, lexer_pos(&parser->lex, parser->lex.at, 0),
                     "the text of the option above ends before this line");
    }
}

/* Branches behind an <<else>>: a mistake, and what is in them is looked at all the same. */
static void refuse_branches(Parser *parser, const char *block)
{
    static const char *const words[] = { "elseif", "else" };
    for (size_t i = 0; i < 2 && !compile_is_over(parser->compiler); i++) {
        if (!parser_at_keyword(parser, words[i])) {
            continue;
        }
        Lexer *lex = &parser->lex;
        compile_error(parser->compiler, lexer_pos(lex, lex->at, 2), "YS0005",
                      "this <<%s>> has an <<else>> already", block);
        parser_take_keyword(parser, words[i]);
        lex->token.kind = TOKEN_BAD;
        parse_skip_past(parser, TOKEN_COMMAND_END);
        (void)parse_branch(parser, NULL);
        i = (size_t)-1; /* look at both again */
    }
}

/* "<<else>>", or "<<else if": what is meant is said. */
static void take_else(Parser *parser)
{
    Lexer *lex = &parser->lex;
    parser_take_keyword(parser, "else");
    lexer_advance(lex);
    if (lex->token.kind == TOKEN_COMMAND_END) {
        return;
    }
    bool is_if = lex->token.kind == TOKEN_NAME && strview_equal(lex->token.text, SV("if"));
    Pos pos = lex->token.pos;
    parse_unexpected(parser, "'>>'");
    if (is_if) {
        compile_note(parser->compiler, pos, "write <<elseif ...>>, in one word");
    }
    parse_skip_past(parser, TOKEN_COMMAND_END);
}

static void parse_if(Parser *parser, Stmt *stmt)
{
    stmt->kind = STMT_IF;
    parser_take_keyword(parser, "if");
    Branch **tail = &stmt->as.branches;
    *tail = parse_branch(parser, parse_expression_until(parser, TOKEN_COMMAND_END));
    tail = &(*tail)->next;
    while (parser_at_keyword(parser, "elseif") && !compile_is_over(parser->compiler)) {
        parser_take_keyword(parser, "elseif");
        *tail = parse_branch(parser, parse_expression_until(parser, TOKEN_COMMAND_END));
        tail = &(*tail)->next;
    }
    if (parser_at_keyword(parser, "else")) {
        take_else(parser);
        *tail = parse_branch(parser, NULL);
        refuse_branches(parser, "if");
    }
    expect_closing(parser, "endif", "if", stmt->pos);
}

static void parse_once(Parser *parser, Stmt *stmt)
{
    stmt->kind = STMT_ONCE;
    parser_take_keyword(parser, "once");
    Lexer *lex = &parser->lex;
    Expr *condition = NULL;
    lexer_advance(lex);
    if (lex->token.kind == TOKEN_NAME && strview_equal(lex->token.text, SV("if"))) {
        condition = parse_expression_until(parser, TOKEN_COMMAND_END);
    } else if (lex->token.kind != TOKEN_COMMAND_END) {
        parse_unexpected(parser, "'if' or '>>' after once");
        parse_skip_past(parser, TOKEN_COMMAND_END);
    }
    stmt->as.branches = parse_branch(parser, condition);
    if (parser_at_keyword(parser, "else")) {
        take_else(parser);
        stmt->as.branches->next = parse_branch(parser, NULL);
        refuse_branches(parser, "once");
    }
    expect_closing(parser, "endonce", "once", stmt->pos);
}

/* "$v += E" is "$v = $v + E". */
static Expr *combine(Parser *parser, Expr *variable, Operator operator, Expr * value)
{
    Expr *chain = TAKE(parser->compiler, Expr);
    Expr *read = TAKE(parser->compiler, Expr);
    ChainLink *link = TAKE(parser->compiler, ChainLink);
    *read = *variable;
    *link = (ChainLink){ operator, value, NULL };
    *chain = (Expr){ .kind = EXPR_CHAIN, .pos = value->pos };
    chain->as.chain.first = read;
    chain->as.chain.links = link;
    return chain;
}

static bool parse_set(Parser *parser, Stmt *stmt)
{
    stmt->kind = STMT_SET;
    parser_take_keyword(parser, "set");
    Lexer *lex = &parser->lex;
    lexer_advance(lex);
    Token name = lex->token;
    if (name.kind != TOKEN_VARIABLE) {
        parse_unexpected(parser, "a $variable after set");
        parse_skip_past(parser, TOKEN_COMMAND_END);
        return false;
    }
    lexer_advance(lex);
    Token assign = lex->token;
    if (assign.kind != TOKEN_ASSIGN && assign.kind != TOKEN_ASSIGN_WITH) {
        parse_unexpected(parser, "'to' or '='");
        parse_skip_past(parser, TOKEN_COMMAND_END);
        return false;
    }
    Expr *variable = TAKE(parser->compiler, Expr);
    *variable = (Expr){ .kind = EXPR_VARIABLE, .pos = name.pos };
    variable->as.variable.name = name.text;
    Expr *value = parse_expression_until(parser, TOKEN_COMMAND_END);
    if (!value) {
        return false;
    }
    stmt->as.set.variable = variable;
    stmt->as.set.value =
        assign.kind == TOKEN_ASSIGN ? value : combine(parser, variable, assign.operator, value);
    return true;
}

static bool parse_jump(Parser *parser, Stmt *stmt, StmtKind kind, const char *word)
{
    stmt->kind = kind;
    parser_take_keyword(parser, word);
    Lexer *lex = &parser->lex;
    lexer_skip_blanks(lex);
    stmt->pos = lexer_pos(lex, lex->at, 0);
    if (lexer_at(lex, SV("{"))) {
        lex->at++;
        stmt->as.jump.target = parse_expression_until(parser, TOKEN_BRACE);
        stmt->pos.length = (uint32_t)(lex->at - stmt->pos.offset);
        expect_command_end(parser);
        return stmt->as.jump.target != NULL;
    }
    stmt->as.jump.node = lexer_take_name(lex);
    stmt->pos.length = (uint32_t)stmt->as.jump.node.len;
    if (stmt->as.jump.node.len == 0) {
        compile_error(parser->compiler, stmt->pos, "YS0005",
                      "a node's title or {an expression} must follow <<%s", word);
        lex->token.kind = TOKEN_BAD;
        parse_skip_past(parser, TOKEN_COMMAND_END);
        return false;
    }
    lexer_advance(lex);
    if (lex->token.kind != TOKEN_COMMAND_END) {
        Pos pos = lex->token.pos;
        parse_unexpected(parser, "'>>'");
        compile_note(parser->compiler, pos, "a node's title has no blanks");
        parse_skip_past(parser, TOKEN_COMMAND_END);
    }
    return true;
}

static bool parse_call_statement(Parser *parser, Stmt *stmt)
{
    stmt->kind = STMT_CALL;
    parser_take_keyword(parser, "call");
    stmt->as.call = parse_expression_until(parser, TOKEN_COMMAND_END);
    if (stmt->as.call && stmt->as.call->kind != EXPR_CALL) {
        compile_error(parser->compiler, stmt->as.call->pos, "YS0005", "a function call must follow <<call");
        return false;
    }
    return stmt->as.call != NULL;
}

/* A command of the game, and its tags, which mean nothing. */
static bool parse_command(Parser *parser, Stmt *stmt)
{
    Lexer *lex = &parser->lex;
    stmt->kind = STMT_COMMAND;
    lex->at += 2;
    if (!parse_command_text(parser, &stmt->as.command)) {
        return false;
    }
    stmt->pos.length = (uint32_t)(lex->at - stmt->pos.offset);
    if (stmt->as.command.text.len == 0) {
        compile_error(parser->compiler, stmt->pos, "YS0005", "this command is empty");
        return false;
    }
    if (strview_equal(stmt->as.command.text, SV("end if")) ||
        strview_equal(stmt->as.command.text, SV("end once"))) {
        compile_warning(parser->compiler, stmt->pos, "yarn-two-words",
                        "this is a command of the game; write it in one word");
    }
    size_t behind = lex->at;
    while (lexer_at(lex, SV(">"))) {
        lex->at++;
    }
    if (lex->at > behind || strview_starts_with(stmt->as.command.text, SV("<"))) {
        Pos pos = lex->at > behind ? lexer_pos(lex, behind, lex->at - behind) : stmt->pos;
        compile_warning(parser->compiler, pos, "YS0064",
                        "a command stands between << and >>; here are more of these marks");
    }
    lexer_skip_blanks(lex);
    while (lexer_at(lex, SV("#"))) {
        while (lex->at < lex->end && lex->text.data[lex->at] != ' ' && lex->text.data[lex->at] != '\t') {
            lex->at++;
        }
        lexer_skip_blanks(lex);
    }
    if (!lexer_line_done(lex)) {
        compile_warning(parser->compiler, lexer_pos(lex, lex->at, 1), "YS0019",
                        "a command should stand on a line of its own");
    }
    return true;
}

/* "<<stop>>" has no keyword of its own upstream: it is the command "stop". */
static bool parse_simple(Parser *parser, Stmt *stmt, StmtKind kind, const char *word)
{
    stmt->kind = kind;
    parser_take_keyword(parser, word);
    expect_command_end(parser);
    return true;
}

static bool parse_angle(Parser *parser, Stmt *stmt)
{
    if (parser_at_keyword(parser, "if")) {
        parse_if(parser, stmt);
        return true;
    }
    if (parser_at_keyword(parser, "once")) {
        parse_once(parser, stmt);
        return true;
    }
    if (parser_at_keyword(parser, "set")) {
        return parse_set(parser, stmt);
    }
    if (parser_at_keyword(parser, "declare")) {
        parser_take_keyword(parser, "declare");
        parse_declare(parser, stmt->pos);
        return false; /* kept in the compiler's list, not among the statements */
    }
    if (parser_at_keyword(parser, "enum")) {
        parser_take_keyword(parser, "enum");
        parse_enum(parser, stmt->pos);
        return false;
    }
    if (parser_at_keyword(parser, "jump")) {
        return parse_jump(parser, stmt, STMT_JUMP, "jump");
    }
    if (parser_at_keyword(parser, "detour")) {
        return parse_jump(parser, stmt, STMT_DETOUR, "detour");
    }
    if (parser_at_keyword(parser, "return")) {
        return parse_simple(parser, stmt, STMT_RETURN, "return");
    }
    if (parser_at_keyword(parser, "stop")) {
        return parse_simple(parser, stmt, STMT_STOP, "stop");
    }
    if (parser_at_keyword(parser, "call")) {
        return parse_call_statement(parser, stmt);
    }
    if (parser_at_keyword(parser, "local")) {
        compile_error(parser->compiler, stmt->pos, "YS0005",
                      "'local' is kept for a later version of the language");
        parser->lex.at = parser->lex.end;
        return false;
    }
    return parse_command(parser, stmt);
}

/* "title: …", and "---" behind it and a few other headers: the line above should be "===". Empty lines
 * do not count, so that it is the same for a script and for what the formatter makes of it. */
static bool is_node_here(const Parser *parser)
{
    const Lexer *lex = &parser->lex;
    StrView rest = strview_slice(lex->text, lex->next, lex->text.len);
    StrView line;
    if (!lexer_at(lex, SV("title:"))) {
        return false;
    }
    for (int headers = 0; headers < 12 && strview_take(&rest, '\n', &line);) {
        line = strview_trim(line);
        headers += line.len > 0;
        if (strview_starts_with(line, SV("---"))) {
            return true;
        }
        if (line.len > 0 && !memchr(line.data, ':', line.len)) {
            return false;
        }
    }
    return false;
}

/* Text that was meant to be a choice. */
static void warn_arrow(Parser *parser)
{
    static const char *const arrows[] = { "- >", "-->", "\xE2\x86\x92", "\xE2\x80\x93>", "\xE2\x80\x94>" };
    for (size_t i = 0; i < sizeof arrows / sizeof *arrows; i++) {
        StrView arrow = strview_from_cstr(arrows[i]);
        if (lexer_at(&parser->lex, arrow)) {
            compile_warning(parser->compiler, lexer_pos(&parser->lex, parser->lex.at, arrow.len),
                            "yarn-arrow", "this is a line to show; a choice begins with ->");
        }
    }
}

/* One statement; false when it leaves nothing to emit. */
static bool parse_statement(Parser *parser, Stmt *stmt)
{
    Lexer *lex = &parser->lex;
    stmt->pos = lexer_pos(lex, lex->at, 0);
    if (lexer_at(lex, SV("->"))) {
        parse_choices(parser, stmt, SV("->"));
        return true;
    }
    if (lexer_at(lex, SV("=>"))) {
        parse_choices(parser, stmt, SV("=>"));
        return true;
    }
    if (lexer_at(lex, SV("<<"))) {
        return parse_angle(parser, stmt);
    }
    if (lexer_at(lex, SV("#"))) {
        compile_error(parser->compiler, lexer_pos(lex, lex->at, 1), "YS0005",
                      "a tag must stand behind a line's text; write \\# to show one");
        lex->at = lex->end;
        return false;
    }
    warn_arrow(parser);
    stmt->kind = STMT_LINE;
    stmt->as.line = parse_line(parser, false);
    return true;
}

Stmt *parse_statements(Parser *parser)
{
    Lexer *lex = &parser->lex;
    Stmt *first = NULL;
    Stmt *last = NULL;
    Stmt **tail = &first;
    Pos pos = lexer_pos(lex, lex->at, 0);
    if (!parser_enter(parser, pos)) {
        return NULL;
    }
    for (;;) {
        lex->indented = false;
        if (!parser_find_content(parser)) {
            if (lex->group_ended && !lex->dedents) {
                lex->group_ended = false;
                continue;
            }
            break;
        }
        parser->meets_node = parser->meets_node || is_node_here(parser);
        if (lexer_at(lex, SV("===")) || parser_at_block_end(parser) || parser->meets_node) {
            break;
        }
        Stmt *stmt = TAKE(parser->compiler, Stmt);
        parser->node->has_content = true;
        if (parse_statement(parser, stmt)) {
            if (stmt->kind == STMT_OPTIONS && last && last->kind == STMT_LINE) {
                last->as.line->is_last = true;
            }
            last = stmt;
            *tail = stmt;
            tail = &stmt->next;
        } else {
            last = NULL; /* a declaration stands between */
        }
        if (lex->at_eof || compile_is_over(parser->compiler)) {
            break;
        }
    }
    parser_leave(parser);
    return first;
}
