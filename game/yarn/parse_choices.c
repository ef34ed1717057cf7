#include "parse_internal.h"

static Stmt *parse_body(Parser *parser, Pos pos)
{
    Lexer *lex = &parser->lex;
    (void)lexer_next_line(lex);
    if (!lex->indented) {
        return NULL;
    }
    lex->indented = false;
    if (!parser_enter(parser, pos)) {
        return NULL;
    }
    while (!lex->dedents && !lex->group_ended && lexer_line_done(lex) && lexer_next_line(lex)) {
        /* only empty lines yet */
    }
    if (lex->group_ended) {
        compile_error(parser->compiler, lexer_pos(lex, lex->at, 0), "YS0005",
                      "a blank line stands where the text of the option above should begin");
        lex->group_ended = false;
    }
    Stmt *body = parse_statements(parser);
    if (lex->dedents) {
        lex->dedents--;
    } else if (!lex->at_eof && parser_at_block_end(parser)) {
        compile_error(parser->compiler, lexer_pos(lex, lex->at, 2), "YS0005",
                      "this closes a block that began outside of the option it stands in");
        lex->at = lex->end;
    }
    parser_leave(parser);
    return body;
}

/* An indented line below an option that does not belong to it is nearly always a
 * blank line or a comment in the wrong place. */
static void warn_split(Parser *parser, StrView arrow, uint32_t indent, Pos last)
{
    Lexer *lex = &parser->lex;
    if (!parser_find_content(parser)) {
        return;
    }
    if (lexer_at(lex, arrow) && lex->last_indent == indent && lex->line > last.line) {
        compile_warning(parser->compiler, lexer_pos(lex, lex->at, 2), "yarn-split-options",
                        "the blank line above starts a second choice here");
    } else if (lex->last_indent > indent && !lexer_at(lex, SV("==="))) {
        compile_warning(parser->compiler, lexer_pos(lex, lex->at, 0), "yarn-split-options",
                        "this line does not belong to the option above, because a blank line ended it");
    }
}

void parse_choices(Parser *parser, Stmt *stmt, StrView arrow)
{
    Lexer *lex = &parser->lex;
    bool is_option = strview_equal(arrow, SV("->"));
    stmt->kind = is_option ? STMT_OPTIONS : STMT_LINE_GROUP;
    Choice **tail = &stmt->as.choices;
    uint32_t indent = lex->last_indent;
    uint32_t count = 0;
    while (parser_find_content(parser) && lexer_at(lex, arrow)) {
        Pos pos = lexer_pos(lex, lex->at, arrow.len);
        if (++count == YARN_OPTIONS_MAX + 1) {
            compile_limit(parser->compiler, pos, "yarn-options", "one choice may have %d options",
                          YARN_OPTIONS_MAX);
        }
        lex->at += arrow.len;
        lex->arrow_seen = true;
        lexer_skip_blanks(lex);
        Choice *choice = TAKE(parser->compiler, Choice);
        choice->line = parse_line(parser, is_option);
        if (choice->line->content.text.len == 0) {
            compile_error(parser->compiler, pos, "YS0005", "text must follow '%.*s'", SV_ARG(arrow));
        }
        choice->body = parse_body(parser, pos);
        *tail = choice;
        tail = &choice->next;
    }
    if (lex->group_ended && !lex->dedents) {
        lex->group_ended = false;
        warn_split(parser, arrow, indent, stmt->pos);
    }
}
