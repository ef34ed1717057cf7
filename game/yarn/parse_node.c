#include "parse_internal.h"

#include <string.h>

void parse_declare(Parser *parser, Pos pos)
{
    Compiler *compiler = parser->compiler;
    Lexer *lex = &parser->lex;
    Declaration *declaration = TAKE(compiler, Declaration);
    lexer_advance(lex);
    declaration->name = lex->token.text;
    declaration->pos = lex->token.pos;
    if (lex->token.kind != TOKEN_VARIABLE) {
        parse_unexpected(parser, "a $variable after declare");
        parse_skip_past(parser, TOKEN_COMMAND_END);
        return;
    }
    lexer_advance(lex);
    if (lex->token.kind != TOKEN_ASSIGN) {
        parse_unexpected(parser, "'=' and a value");
        parse_skip_past(parser, TOKEN_COMMAND_END);
        return;
    }
    lexer_skip_blanks(lex);
    size_t start = lex->at;
    declaration->value = parse_expression_here(parser);
    declaration->value_pos = lexer_pos(lex, start, lex->token.pos.offset - start);
    if (declaration->value && lex->token.kind == TOKEN_AS) {
        lexer_advance(lex);
        declaration->type_name = lex->token.text;
        declaration->type_pos = lex->token.pos;
        if (lex->token.kind != TOKEN_NAME) {
            parse_unexpected(parser, "a type (number, string, bool or an enum)");
            parse_skip_past(parser, TOKEN_COMMAND_END);
            return;
        }
        lexer_advance(lex);
    }
    if (!declaration->value || lex->token.kind != TOKEN_COMMAND_END) {
        if (declaration->value) {
            parse_unexpected(parser, "'>>'");
        }
        parse_skip_past(parser, TOKEN_COMMAND_END);
        return;
    }
    (void)pos;
    *compiler->declarations_tail = declaration;
    compiler->declarations_tail = &declaration->next;
}

/* "<<case Name>>" or "<<case Name = value>>" at the cursor. */
static EnumCase *parse_case(Parser *parser)
{
    Lexer *lex = &parser->lex;
    lex->at += 2;
    lexer_skip_blanks(lex);
    lex->at += 4;
    EnumCase *entry = TAKE(parser->compiler, EnumCase);
    lexer_advance(lex);
    entry->name = lex->token.text;
    entry->pos = lex->token.pos;
    if (lex->token.kind != TOKEN_NAME) {
        parse_unexpected(parser, "the name of a case");
        parse_skip_past(parser, TOKEN_COMMAND_END);
        return NULL;
    }
    lexer_advance(lex);
    if (lex->token.kind == TOKEN_ASSIGN) {
        entry->raw = parse_expression_until(parser, TOKEN_COMMAND_END);
        return entry->raw ? entry : NULL;
    }
    if (lex->token.kind != TOKEN_COMMAND_END) {
        parse_unexpected(parser, "'=' or '>>'");
        parse_skip_past(parser, TOKEN_COMMAND_END);
    }
    return entry;
}

void parse_enum(Parser *parser, Pos pos)
{
    Compiler *compiler = parser->compiler;
    Lexer *lex = &parser->lex;
    EnumNode *node = TAKE(compiler, EnumNode);
    lexer_advance(lex);
    node->name = lex->token.text;
    node->pos = lex->token.pos;
    bool named = lex->token.kind == TOKEN_NAME;
    if (named) {
        lexer_advance(lex);
    }
    if (!named || lex->token.kind != TOKEN_COMMAND_END) {
        parse_unexpected(parser, named ? "'>>'" : "the name of the enum");
        parse_skip_past(parser, TOKEN_COMMAND_END);
    }
    EnumCase **tail = &node->cases;
    for (;;) {
        while (lexer_line_done(lex) && lexer_next_line(lex)) {
            lex->indented = lex->group_ended = false;
        }
        if (lex->at_eof || !parser_at_keyword(parser, "case")) {
            break;
        }
        EnumCase *entry = parse_case(parser);
        if (entry) {
            *tail = entry;
            tail = &entry->next;
        }
    }
    if (!parser_at_keyword(parser, "endenum")) {
        compile_error(compiler, pos, "YS0007", "this <<enum>> has no <<endenum>>");
        return;
    }
    lex->at += 2;
    lexer_skip_blanks(lex);
    lex->at += 7;
    lexer_advance(lex);
    if (lex->token.kind != TOKEN_COMMAND_END) {
        parse_unexpected(parser, "'>>'");
        parse_skip_past(parser, TOKEN_COMMAND_END);
    }
    if (named) {
        *compiler->enums_tail = node;
        compiler->enums_tail = &node->next;
        compiler->enum_count++;
    }
}

/* "when: always", "when: once", "when: once if E" or "when: E". */
static void parse_when(Parser *parser, WhenNode ***tail)
{
    Lexer *lex = &parser->lex;
    WhenNode *when = TAKE(parser->compiler, WhenNode);
    lex->comments = true;
    lexer_advance(lex);
    when->pos = lex->token.pos;
    bool word = lex->token.kind == TOKEN_NAME;
    if (word && strview_equal(lex->token.text, SV("always"))) {
        lexer_advance(lex);
    } else if (word && strview_equal(lex->token.text, SV("once"))) {
        when->once = true;
        lexer_advance(lex);
        if (lex->token.kind == TOKEN_NAME && strview_equal(lex->token.text, SV("if"))) {
            when->condition = parse_expression_here(parser);
        }
    } else {
        when->condition = parse_expression(parser);
        lex->token.kind = when->condition ? lex->token.kind : TOKEN_BAD;
    }
    if (lex->token.kind != TOKEN_END_OF_LINE && lex->token.kind != TOKEN_BAD) {
        parse_unexpected(parser, "the end of the line");
    }
    lex->comments = false;
    lex->at = lex->end;
    **tail = when;
    *tail = &when->next;
}

static void check_title(Parser *parser, const char *what, StrView name, Pos pos)
{
    if (name.len == 0) {
        compile_error(parser->compiler, pos, "YS0027", "the node's %s is empty", what);
    } else if (!is_name(name)) {
        compile_error(parser->compiler, pos, "YS0027",
                      "the node's %s '%.*s' may have only letters, digits and _, and no digit first", what,
                      SV_ARG(name));
    }
}

/* The value of a header: the rest of the line without a comment. */
static StrView take_header_value(Lexer *lex, Pos *pos)
{
    lexer_skip_blanks(lex);
    size_t start = lex->at;
    while (lex->at < lex->end && !lexer_at(lex, SV("//"))) {
        lex->at++;
    }
    StrView value = strview_trim(strview_slice(lex->text, start, lex->at - start));
    *pos = lexer_pos(lex, start, value.len);
    lex->at = lex->end;
    return value;
}

typedef struct NodeTails {
    HeaderNode **headers;
    WhenNode **whens;
} NodeTails;

static void parse_header(Parser *parser, NodeTails *tails)
{
    Lexer *lex = &parser->lex;
    StoryNode *node = parser->node;
    Pos pos = lexer_pos(lex, lex->at, 0);
    StrView key = lexer_take_name(lex);
    lexer_skip_blanks(lex);
    if (key.len == 0 || !lexer_at(lex, SV(":"))) {
        compile_error(parser->compiler, pos, "YS0005", "expected a header such as 'title: Start', or '---'");
        lex->at = lex->end;
        return;
    }
    lex->at++;
    if (strview_equal(key, SV("when"))) {
        parse_when(parser, &tails->whens);
        return;
    }
    Pos value_pos;
    StrView value = take_header_value(lex, &value_pos);
    if (strview_equal(key, SV("title"))) {
        if (node->title.data) {
            compile_error(parser->compiler, pos, "YS0052", "this node has a second title");
        }
        check_title(parser, "title", value, value_pos);
        node->title = value.len ? value : SV("?");
        node->pos = value_pos;
    } else if (strview_equal(key, SV("subtitle"))) {
        check_title(parser, "subtitle", value, value_pos);
        node->subtitle = value;
    } else if (strview_equal(key, SV("tracking"))) {
        node->untracked = strview_equal(value, SV("never"));
    }
    HeaderNode *header = TAKE(parser->compiler, HeaderNode);
    *header = (HeaderNode){ key, value, value_pos, NULL };
    *tails->headers = header;
    tails->headers = &header->next;
}

static bool line_is(Lexer *lex, StrView mark)
{
    return lexer_at(lex, mark);
}

/* Does "---" come before the node ends? If not, its lines are no headers. */
static bool has_body(const Lexer *lex)
{
    StrView rest = strview_slice(lex->text, lex->next, lex->text.len);
    StrView line;
    while (strview_take(&rest, '\n', &line)) {
        line = strview_trim(line);
        if (strview_starts_with(line, SV("---"))) {
            return true;
        }
        if (strview_starts_with(line, SV("==="))) {
            return false;
        }
    }
    return false;
}

static bool is_header(const Lexer *lex)
{
    Lexer copy = *lex;
    bool is_named = lexer_take_name(&copy).len > 0;
    lexer_skip_blanks(&copy);
    return is_named && lexer_at(&copy, SV(":"));
}

/* The rest of a node that has no body, up to its end. */
static void skip_node(Lexer *lex)
{
    while (!lexer_at(lex, SV("===")) && lexer_next_line(lex)) {
        lexer_skip_blanks(lex);
    }
    lex->at = lex->end;
}

/* Headers up to "---". False when there is no body. */
static bool parse_headers(Parser *parser, Pos start)
{
    Lexer *lex = &parser->lex;
    NodeTails tails = { &parser->node->headers, &parser->node->whens };
    for (;;) {
        if (!lexer_line_done(lex)) {
            if (line_is(lex, SV("---"))) {
                lex->at = lex->end;
                break;
            }
            if (line_is(lex, SV("==="))) {
                compile_error(parser->compiler, start, "YS0004", "this node has no '---' above its text");
                lex->at = lex->end;
                return false;
            }
            if (!is_header(lex) && !has_body(lex)) {
                compile_error(parser->compiler, start, "YS0004", "this node has no '---' above its text");
                skip_node(lex);
                return false;
            }
            parse_header(parser, &tails);
        }
        if (!lexer_next_line(lex)) {
            compile_error(parser->compiler, start, "YS0004", "this node has no '---' and no text");
            return false;
        }
    }
    if (!parser->node->title.data) {
        compile_error(parser->compiler, start, "YS0051", "this node has no title");
        for (const HeaderNode *header = parser->node->headers; header; header = header->next) {
            if (strview_distance(header->key, SV("title"), 1) == 0) {
                compile_note(parser->compiler, start, "write 'title:' in small letters");
            }
        }
        parser->node->title = SV("?");
        parser->node->pos = start;
    }
    return true;
}

static void parse_body_of_node(Parser *parser)
{
    Lexer *lex = &parser->lex;
    lexer_reset_indents(lex);
    uint32_t errors_before = parser->compiler->errors;
    Stmt **tail = &parser->node->body;
    for (;;) {
        *tail = parse_statements(parser);
        while (*tail && !compile_is_over(parser->compiler)) {
            tail = &(*tail)->next;
        }
        if (lex->at_eof) {
            if (!compile_is_over(parser->compiler) && parser->compiler->status == STATUS_OK) {
                compile_error(parser->compiler, parser->node->pos, "YS0004",
                              "the node '%.*s' has no '===' at its end", SV_ARG(parser->node->title));
            }
            return;
        }
        lex->dedents = 0;
        if (parser->meets_node) {
            compile_error(parser->compiler, lexer_pos(lex, lex->at, strlen("title:")), "YS0004",
                          "a node begins here, but the one above has no '===' at its end");
            compile_note(parser->compiler, parser->node->pos, "the one above begins here");
            lexer_again(lex);
            parser->meets_node = false;
            return;
        }
        if (lexer_at(lex, SV("==="))) {
            lex->at = lex->end;
            if (!parser->node->has_content && parser->compiler->errors == errors_before) {
                compile_warning(parser->compiler, parser->node->pos, "YS0033", "the node '%.*s' is empty",
                                SV_ARG(parser->node->title));
            }
            return;
        }
        if (lexer_at(lex, SV("<<"))) {
            compile_error(parser->compiler, lexer_pos(lex, lex->at, 2), "YS0005",
                          "this closes a block that was not opened, or was closed already");
            lex->at = lex->end;
        }
    }
}

/* The rest of the line behind '#', up to a comment. */
static void parse_file_tag(Parser *parser)
{
    Compiler *compiler = parser->compiler;
    Lexer *lex = &parser->lex;
    Pos pos;
    lex->at++;
    StrView text = take_header_value(lex, &pos);
    if (text.len == 0) {
        compile_error(compiler, pos, "YS0005", "a tag's name must follow '#'");
        return;
    }
    FileTag *tag = TAKE(compiler, FileTag);
    *tag = (FileTag){ .text = text, .file = pos.file };
    *compiler->file_tags_tail = tag;
    compiler->file_tags_tail = &tag->next;
}

void parse_source(Compiler *compiler, uint32_t file)
{
    Parser parser = { .compiler = compiler };
    Lexer *lex = &parser.lex;
    lexer_init(lex, compiler, file);
    while (lexer_next_line(lex)) {
        if (lexer_line_done(lex)) {
            continue;
        }
        if (lexer_at(lex, SV("#"))) {
            parse_file_tag(&parser);
            continue;
        }
        StoryNode *node = TAKE(compiler, StoryNode);
        parser.node = node;
        parser.depth = 0;
        node->first_line = lex->line;
        if (!parse_headers(&parser, lexer_pos(lex, lex->at, 0))) {
            continue;
        }
        *compiler->nodes_tail = node;
        compiler->nodes_tail = &node->next;
        compiler->node_count++;
        parse_body_of_node(&parser);
        node->last_line = lex->line;
    }
}
