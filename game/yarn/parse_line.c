#include "parse_internal.h"

#include <string.h>

/* Builds a template: copies only when the source cannot be shown as it stands. */
typedef struct TextBuilder {
    Parser *parser;
    StrBuf copy;
    bool copied;
    size_t start;
    TextTemplate *result;
    Expr **tail;
} TextBuilder;

static void begin_text(TextBuilder *builder, Parser *parser, TextTemplate *result)
{
    *result = (TextTemplate){ .text = SV("") };
    *builder = (TextBuilder){ .parser = parser, .start = parser->lex.at, .result = result };
    builder->tail = &result->values;
    strbuf_init(&builder->copy, parser->compiler->alloc_scratch);
}

/* From now on bytes go to the copy; what was read so far begins it. */
static void copy_text(TextBuilder *builder)
{
    if (!builder->copied) {
        builder->copied = true;
        const Lexer *lex = &builder->parser->lex;
        strbuf_append(&builder->copy, strview_slice(lex->text, builder->start, lex->at - builder->start));
    }
}

static void add_byte(TextBuilder *builder)
{
    Lexer *lex = &builder->parser->lex;
    if (builder->copied) {
        strbuf_char(&builder->copy, lex->text.data[lex->at]);
    }
    lex->at++;
}

/* "{expression}" at the cursor becomes "{n}". */
static void add_value(TextBuilder *builder)
{
    Parser *parser = builder->parser;
    Pos pos = lexer_pos(&parser->lex, parser->lex.at, 1);
    copy_text(builder);
    parser->lex.at++;
    Expr *value = parse_expression_until(parser, TOKEN_BRACE);
    if (!value) {
        return;
    }
    strbuf_printf(&builder->copy, "{%u}", (unsigned)builder->result->value_count);
    *builder->tail = value;
    builder->tail = &value->next;
    if (++builder->result->value_count == YARN_VALUES_MAX + 1) {
        compile_limit(parser->compiler, pos, "yarn-values", "one text may have %d {expressions}",
                      YARN_VALUES_MAX);
    }
}

static void end_text(TextBuilder *builder, size_t end)
{
    Compiler *compiler = builder->parser->compiler;
    StrView text =
        strview_slice(compiler->texts[builder->parser->lex.file], builder->start, end - builder->start);
    if (builder->copied) {
        text = arena_copy(&compiler->program->arena, strview_trim(strbuf_view(&builder->copy)));
        if (!text.data || builder->copy.failed) {
            compile_set_nomem(compiler);
            text = SV("");
        }
    }
    builder->result->text = strview_trim(text);
    strbuf_release(&builder->copy);
}

/* The escape at the cursor. Those that mean something to the substitution or to
 * the markup stay in the text; the others give their second character. */
static void add_escape(TextBuilder *builder)
{
    Lexer *lex = &builder->parser->lex;
    char escaped = lex->at + 1 < lex->end ? lex->text.data[lex->at + 1] : ' ';
    if (strchr("<>#/", escaped)) {
        copy_text(builder);
        lex->at++;
    } else if (strchr("\\{}[]:", escaped)) {
        add_byte(builder);
    } else {
        compile_error(builder->parser->compiler, lexer_pos(lex, lex->at, 2), "YS0005",
                      "a backslash must stand before one of \\ < > { } # / [ ] :");
        compile_note(builder->parser->compiler, lexer_pos(lex, lex->at, 1), "write \\\\ to show a backslash");
    }
    if (lex->at < lex->end) {
        add_byte(builder);
    }
}

static void warn_web_address(Parser *parser)
{
    Lexer *lex = &parser->lex;
    if (lex->at > 0 && lex->text.data[lex->at - 1] == ':') {
        compile_warning(parser->compiler, lexer_pos(lex, lex->at, 2), "yarn-web-address",
                        "the rest of this line is a comment");
        compile_note(parser->compiler, lexer_pos(lex, lex->at, 2), "write :\\/\\/ in a web address");
    }
}

/* Up to the next byte that may mean something. */
static void add_plain(TextBuilder *builder)
{
    static const bool special[256] = {
        ['\\'] = true, ['{'] = true, ['#'] = true, ['<'] = true, ['/'] = true
    };
    Lexer *lex = &builder->parser->lex;
    size_t start = lex->at;
    while (lex->at < lex->end && !special[(unsigned char)lex->text.data[lex->at]]) {
        lex->at++;
    }
    if (builder->copied) {
        strbuf_append(&builder->copy, strview_slice(lex->text, start, lex->at - start));
    }
}

void parse_text(Parser *parser, TextTemplate *result)
{
    TextBuilder builder;
    begin_text(&builder, parser, result);
    Lexer *lex = &parser->lex;
    for (;;) {
        add_plain(&builder);
        if (lex->at >= lex->end) {
            break;
        }
        char c = lex->text.data[lex->at];
        if (c == '\\') {
            add_escape(&builder);
        } else if (c == '{') {
            add_value(&builder);
        } else if (c == '#' || (c == '<' && lexer_at(lex, SV("<<")))) {
            break;
        } else if (c == '/' && lexer_at(lex, SV("//"))) {
            warn_web_address(parser);
            break;
        } else {
            add_byte(&builder);
        }
    }
    end_text(&builder, lex->at);
}

bool parse_command_text(Parser *parser, TextTemplate *result)
{
    TextBuilder builder;
    begin_text(&builder, parser, result);
    Lexer *lex = &parser->lex;
    Pos pos = lexer_pos(lex, lex->at, 0);
    while (lex->at < lex->end && !lexer_at(lex, SV(">>"))) {
        if (lex->text.data[lex->at] == '{') {
            add_value(&builder);
        } else {
            add_byte(&builder);
        }
    }
    end_text(&builder, lex->at);
    if (lex->at >= lex->end) {
        compile_error(parser->compiler, lexer_pos(lex, lex->end, 0), "YS0006",
                      "the command has no closing >> on its line");
        compile_note(parser->compiler, pos, "it begins here");
        return false;
    }
    lex->at += 2;
    return true;
}

/* <<if E>>, <<once>> or <<once if E>> behind a line's text. */
static void parse_condition(Parser *parser, LineNode *line)
{
    Lexer *lex = &parser->lex;
    Pos pos = lexer_pos(lex, lex->at, 2);
    if (line->condition || line->once) {
        compile_error(parser->compiler, pos, "YS0005", "a line can have only one condition");
    }
    if (line->tag_count || line->id.len || line->shadow.len) {
        compile_error(parser->compiler, pos, "YS0005", "the condition must stand before the #tags");
    }
    bool once = parser_at_keyword(parser, "once");
    if (!once && !parser_at_keyword(parser, "if")) {
        compile_error(parser->compiler, pos, "YS0020",
                      "behind a line only <<if ...>> or <<once>> can stand; a command needs its own line");
        lex->token.kind = TOKEN_BAD; /* what stands here was not read as a token */
        parse_skip_past(parser, TOKEN_COMMAND_END);
        return;
    }
    if (!once) {
        parser_take_keyword(parser, "if");
        line->condition = parse_expression_until(parser, TOKEN_COMMAND_END);
        return;
    }
    line->once = true;
    parser_take_keyword(parser, "once");
    lexer_advance(lex);
    if (lex->token.kind == TOKEN_NAME && strview_equal(lex->token.text, SV("if"))) {
        line->condition = parse_expression_until(parser, TOKEN_COMMAND_END);
    } else if (lex->token.kind != TOKEN_COMMAND_END) {
        parse_unexpected(parser, "'if' or '>>' after once");
        parse_skip_past(parser, TOKEN_COMMAND_END);
    }
}

typedef struct TagList {
    StrView *items;
    size_t count;
} TagList;

static void add_tag(Parser *parser, TagList *list, StrView tag)
{
    Compiler *compiler = parser->compiler;
    StrView *items = arena_grow(&compiler->program->arena, list->items, list->count, sizeof *items);
    if (!items) {
        compile_set_nomem(compiler);
        return;
    }
    list->items = items;
    items[list->count++] = tag;
}

static void parse_tag(Parser *parser, LineNode *line, TagList *tags)
{
    Lexer *lex = &parser->lex;
    size_t start = ++lex->at;
    while (lex->at < lex->end && !strchr(" \t#$<", lex->text.data[lex->at]) && !lexer_at(lex, SV("//"))) {
        lex->at++;
    }
    StrView tag = strview_slice(lex->text, start, lex->at - start);
    Pos pos = lexer_pos(lex, start - 1, tag.len + 1);
    if (tag.len == 0) {
        compile_error(parser->compiler, pos, "YS0005", "a tag's name must follow '#'; write \\# to show one");
    } else if (tag.data[0] >= '0' && tag.data[0] <= '9') {
        compile_warning(parser->compiler, pos, "yarn-tag-number",
                        "this is a tag and is not shown; write \\#%.*s to show it", SV_ARG(tag));
        add_tag(parser, tags, tag);
    } else if (strview_starts_with(tag, SV("line:"))) {
        if (line->id.len) {
            compile_error(parser->compiler, pos, "YS0062", "this line has a second #line: id");
        }
        line->id = strview_slice(tag, 5, tag.len);
        line->id_pos = lexer_pos(lex, start + 5, line->id.len);
        if (line->id.len == 0) {
            compile_error(parser->compiler, pos, "yarn-line-id", "a name must follow '#line:'");
        }
    } else if (strview_starts_with(tag, SV("shadow:"))) {
        if (line->shadow.len) {
            compile_error(parser->compiler, pos, "YS0062", "this line has a second #shadow: id");
        }
        line->shadow = strview_slice(tag, 7, tag.len);
        line->id_pos = lexer_pos(lex, start + 7, line->shadow.len);
    } else {
        add_tag(parser, tags, tag);
    }
    if (line->id.len && line->shadow.len) {
        compile_error(parser->compiler, pos, "YS0017", "a line cannot have both #line: and #shadow:");
    }
}

/* Condition and tags, up to the end of the line. */
static void parse_line_end(Parser *parser, LineNode *line)
{
    Lexer *lex = &parser->lex;
    TagList tags = { 0 };
    while (!lexer_line_done(lex)) {
        if (lexer_at(lex, SV("<<"))) {
            parse_condition(parser, line);
        } else if (lexer_at(lex, SV("#"))) {
            parse_tag(parser, line, &tags);
            line->tag_count = (uint32_t)tags.count;
        } else {
            compile_error(parser->compiler, lexer_pos(lex, lex->at, 1), "YS0005",
                          "text cannot follow a condition or a tag; only #tags and comments can");
            lex->at = lex->end;
        }
    }
    line->tags = tags.items;
}

LineNode *parse_line(Parser *parser, bool is_option)
{
    Compiler *compiler = parser->compiler;
    Lexer *lex = &parser->lex;
    LineNode *line = compile_take_line(compiler);
    line->pos = lexer_pos(lex, lex->at, 0);
    line->is_option = is_option;
    line->node = parser->node->title;
    parse_text(parser, &line->content);
    line->pos.length = (uint32_t)(lex->at - line->pos.offset);
    parse_line_end(parser, line);
    *compiler->lines_tail = line;
    compiler->lines_tail = &line->next;
    line->index = compiler->line_count++;
    return line;
}
