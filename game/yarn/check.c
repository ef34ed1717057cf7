#include "check_internal.h"

static void check_statements(Checker *checker, Stmt *stmt);

static void check_text(Checker *checker, TextTemplate *text)
{
    for (Expr *value = text->values; value; value = value->next) {
        uint32_t type = check_expression(checker, value);
        if (!types_is_known(checker->compiler, type)) {
            check_defer(checker, DEFERRED_SHOWN, value, type);
        }
    }
}

/* "word NAME" where the name is that of a node. */
static bool is_bare_jump(const Compiler *compiler, StrView text, StrView word)
{
    return strview_starts_with(text, word) &&
           names_find(&compiler->node_names, strview_trim(strview_slice(text, word.len, text.len))) !=
               NAME_NONE;
}

/* Text that is a command whose brackets were forgotten. */
static void check_forgotten(Checker *checker, const LineNode *line)
{
    Compiler *compiler = checker->compiler;
    StrView text =
        strview_trim(strview_slice(compiler->texts[line->pos.file], line->pos.offset, line->pos.length));
    size_t closing = 0;
    while (closing < text.len && text.data[text.len - 1 - closing] == '>') {
        closing++;
    }
    if (closing == 2 && !strview_starts_with(text, SV("<<"))) {
        Pos pos = line->pos;
        pos.offset = (uint32_t)((size_t)(text.data - compiler->texts[pos.file].data) + text.len - 2);
        pos.length = 2;
        compile_warning(compiler, pos, "YS0021", "this >> closes no command");
        compile_note(compiler, pos, "a command begins with <<; write \\>\\> to show the marks");
        return;
    }
    if (closing == 1 && text.len > 2 && strview_starts_with(text, SV("<")) &&
        !strview_starts_with(text, SV("<<"))) {
        Pos pos = line->pos;
        pos.length = (uint32_t)text.len;
        compile_warning(compiler, pos, "YS0048",
                        "a command stands between << and >>; this is shown as it is");
    }
    static const char *const words[] = { "set", "declare", "jump", "detour" };
    bool bare[] = { strview_starts_with(text, SV("set $")), strview_starts_with(text, SV("declare $")),
                    is_bare_jump(compiler, text, SV("jump ")), is_bare_jump(compiler, text, SV("detour ")) };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (bare[i]) {
            Pos pos = line->pos;
            pos.length = (uint32_t)text.len;
            compile_warning(compiler, pos, "YS0022", "'%s' is a command: it stands between << and >>",
                            words[i]);
        }
    }
}

static void check_line(Checker *checker, LineNode *line)
{
    check_forgotten(checker, line);
    check_text(checker, &line->content);
    if (line->condition) {
        check_expect(checker, line->condition, YARN_TYPE_BOOL);
    }
}

static void check_set(Checker *checker, Stmt *stmt)
{
    Compiler *compiler = checker->compiler;
    Expr *target = stmt->as.set.variable;
    uint32_t type = check_expression(checker, target);
    const SymbolVariable *variable = &compiler->variables[target->as.variable.index];
    if (variable->is_smart) {
        compile_error(compiler, target->pos, "YS0030",
                      "%.*s cannot be set: it is worked out from its declaration", SV_ARG(variable->name));
        compile_note(compiler, variable->pos, "it is declared here");
    }
    check_expect(checker, stmt->as.set.value, type);
}

static void check_jump(Checker *checker, Stmt *stmt)
{
    Compiler *compiler = checker->compiler;
    StrView title = stmt->as.jump.node;
    if (stmt->as.jump.target) {
        check_expect(checker, stmt->as.jump.target, YARN_TYPE_STRING);
    } else if (names_find(&compiler->node_names, title) == NAME_NONE) {
        if (compiler->options->allow_missing_nodes) {
            compile_warning(compiler, stmt->pos, "YS0012", "no node is called '%.*s'", SV_ARG(title));
        } else {
            compile_error(compiler, stmt->pos, "YS0012", "no node is called '%.*s'", SV_ARG(title));
        }
        compile_suggest(compiler, stmt->pos, &compiler->node_names, title);
    }
}

static void check_branches(Checker *checker, Branch *branch)
{
    for (; branch; branch = branch->next) {
        if (branch->condition) {
            check_expect(checker, branch->condition, YARN_TYPE_BOOL);
        }
        check_statements(checker, branch->body);
    }
}

static void check_statement(Checker *checker, Stmt *stmt)
{
    switch (stmt->kind) {
    case STMT_LINE:
        check_line(checker, stmt->as.line);
        break;
    case STMT_OPTIONS:
    case STMT_LINE_GROUP:
        for (Choice *choice = stmt->as.choices; choice; choice = choice->next) {
            check_line(checker, choice->line);
            check_statements(checker, choice->body);
        }
        break;
    case STMT_IF:
    case STMT_ONCE:
        check_branches(checker, stmt->as.branches);
        break;
    case STMT_SET:
        check_set(checker, stmt);
        break;
    case STMT_CALL:
        (void)check_expression(checker, stmt->as.call);
        break;
    case STMT_COMMAND:
        check_text(checker, &stmt->as.command);
        break;
    case STMT_JUMP:
    case STMT_DETOUR:
        check_jump(checker, stmt);
        break;
    case STMT_RETURN:
    case STMT_STOP:
        break;
    }
}

static void check_statements(Checker *checker, Stmt *stmt)
{
    for (; stmt && !compile_is_over(checker->compiler); stmt = stmt->next) {
        check_statement(checker, stmt);
    }
}

static void check_nodes(Checker *checker)
{
    Compiler *compiler = checker->compiler;
    for (StoryNode *node = compiler->nodes; node && !compile_is_over(compiler); node = node->next) {
        for (WhenNode *when = node->whens; when; when = when->next) {
            if (when->condition) {
                check_expect(checker, when->condition, YARN_TYPE_BOOL);
            }
        }
        check_statements(checker, node->body);
    }
}

static void check_ids(Checker *checker)
{
    Compiler *compiler = checker->compiler;
    LineNode **by_id = ARENA_ARRAY(&compiler->work, LineNode *, compiler->line_count + 1);
    NameMap *ids = &compiler->program->line_ids;
    if (!by_id || !names_reserve(ids, &compiler->program->arena, compiler->line_count + 1)) {
        compile_set_nomem(compiler);
        return;
    }
    bool has_shadows = false;
    for (LineNode *line = compiler->lines; line && !compile_is_over(compiler); line = line->next) {
        by_id[line->index] = line;
        has_shadows = has_shadows || line->shadow.len;
        if (line->id.len == 0) {
            continue;
        }
        uint32_t found = names_add(ids, &compiler->program->arena, line->id, line->index);
        if (found == NAME_NONE) {
            compile_set_nomem(compiler);
        } else if (found != line->index) {
            compile_error(compiler, line->pos, "YS0018", "the line id '%.*s' is used twice",
                          SV_ARG(line->id));
            compile_note(compiler, by_id[found]->pos, "its first use is here");
        }
    }
    for (LineNode *line = compiler->lines; has_shadows && line && !compile_is_over(compiler);
         line = line->next) {
        if (line->shadow.len == 0) {
            continue;
        }
        uint32_t found = names_find(ids, line->shadow);
        if (found == NAME_NONE) {
            compile_error(compiler, line->pos, "YS0042", "no line has the id '%.*s'", SV_ARG(line->shadow));
            compile_suggest(compiler, line->pos, ids, line->shadow);
        } else if (line->content.value_count) {
            compile_error(compiler, line->pos, "YS0043", "a shadow line cannot have {expressions}");
        } else if (!strview_equal(line->content.text, by_id[found]->content.text)) {
            compile_error(compiler, line->pos, "YS0044",
                          "a shadow line must have the text of its source line");
            compile_note(compiler, by_id[found]->pos, "the source line is here");
        }
    }
}

void check_suggest_variable(Compiler *compiler, size_t index, Pos pos)
{
    StrView name = compiler->variables[index].name;
    StrView near = { NULL, 0 };
    unsigned best = name.len <= 3 ? 0 : name.len <= 5 ? 1 : 2;
    for (size_t i = 1; best > 0 && i < compiler->variable_count && compiler->variable_count <= 1000; i++) {
        const SymbolVariable *other = &compiler->variables[i];
        unsigned distance =
            i == index || !other->declaration ? best + 1 : strview_distance(name, other->name, best);
        if (distance <= best) {
            near = other->name;
            best = distance ? distance - 1 : 0;
        }
    }
    if (near.len) {
        compile_note(compiler, pos, "did you mean '%.*s'?", SV_ARG(near));
    }
}

static void check_undeclared(Checker *checker)
{
    Compiler *compiler = checker->compiler;
    for (size_t i = 1; i < compiler->variable_count; i++) {
        const SymbolVariable *variable = &compiler->variables[i];
        if (variable->is_reported) {
            continue;
        }
        if (!types_is_known(compiler, variable->type)) {
            compile_error(compiler, variable->pos, "YS0028", "nothing says which type %.*s has; declare it",
                          SV_ARG(variable->name));
        } else if (!variable->declaration && compiler->options->require_declarations) {
            compile_error(compiler, variable->pos, "YS0003", "%.*s is not declared", SV_ARG(variable->name));
        } else if (!variable->declaration) {
            compile_warning(compiler, variable->pos, "YS0003", "%.*s is not declared",
                            SV_ARG(variable->name));
        } else {
            continue;
        }
        check_suggest_variable(compiler, i, variable->pos);
    }
}

void check_program(Compiler *compiler)
{
    Checker checker = { .compiler = compiler };
    checker.deferred_tail = &checker.deferred;
    check_symbols(&checker);
    if (!compile_is_over(compiler)) {
        check_ids(&checker);
        check_declarations(&checker);
    }
    if (!compile_is_over(compiler)) {
        check_nodes(&checker);
        check_deferred(&checker);
    }
    if (!compile_is_over(compiler)) {
        check_undeclared(&checker);
    }
    if (compiler->errors == 0 && compiler->status == STATUS_OK && compiler->options->advice) {
        check_advice(compiler);
    }
}
