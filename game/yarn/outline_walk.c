#include "outline_internal.h"
#include "types.h"

static void walk_statements(OutlineBuilder *builder, const Stmt *stmt);

/* A title between the quotes of visited("…"). */
static void use_title(OutlineBuilder *builder, const Expr *call)
{
    const Expr *arg = call->as.call.args;
    uint32_t function = names_find(&builder->compiler->function_names, call->as.call.name);
    if (function > BUILTIN_has_any_content || !arg || arg->kind != EXPR_STRING || arg->pos.length < 2) {
        return;
    }
    uint32_t index = names_find(&builder->node_names, arg->as.string);
    if (index != NAME_NONE) {
        Pos inside = { arg->pos.file, arg->pos.line, arg->pos.offset + 1, arg->pos.length - 2 };
        outline_use(builder, YARN_SYMBOL_NODE, index, inside);
    }
}

static void use_case(OutlineBuilder *builder, uint32_t enum_index, StrView name, Pos pos)
{
    const YarnOutlineEnum *found = &builder->outline->enums[enum_index];
    for (uint32_t i = found->first_case; i < found->first_case + found->case_count; i++) {
        if (strview_equal(builder->outline->cases[i].name, name)) {
            outline_use(builder, YARN_SYMBOL_CASE, i, pos);
            return;
        }
    }
}

static void use_member(OutlineBuilder *builder, const Expr *expr)
{
    const Compiler *compiler = builder->compiler;
    StrView type_name = expr->as.member.type_name;
    if (type_name.len) {
        uint32_t index = names_find(&builder->enum_names, type_name);
        if (index != NAME_NONE) {
            outline_use(builder, YARN_SYMBOL_ENUM, index, expr->pos);
            use_case(builder, index, expr->as.member.name, expr->as.member.name_pos);
        }
        return;
    }
    /* ".Case": its enum is what the checker found, if it came so far. */
    if (expr->type != YARN_TYPE_ANY && expr->type < compiler->types->count &&
        types_is_enum(compiler, expr->type)) {
        StrView found = types_name(compiler, expr->type);
        uint32_t index = names_find(&builder->enum_names, found);
        if (index != NAME_NONE) {
            use_case(builder, index, expr->as.member.name, expr->as.member.name_pos);
        }
    }
}

static YarnOutlineUse *use_variable(OutlineBuilder *builder, const Expr *expr)
{
    uint32_t index = outline_variable(builder, expr->as.variable.name, expr->pos);
    size_t before = builder->uses.count;
    outline_use(builder, YARN_SYMBOL_VARIABLE, index, expr->pos);
    return builder->uses.count > before ? (YarnOutlineUse *)builder->uses.items + before : NULL;
}

static void walk_expression(OutlineBuilder *builder, const Expr *expr)
{
    if (!expr || outline_is_over(builder)) {
        return;
    }
    switch (expr->kind) {
    case EXPR_NUMBER:
    case EXPR_STRING:
    case EXPR_BOOL:
        break;
    case EXPR_VARIABLE: {
        YarnOutlineUse *use = use_variable(builder, expr);
        if (use) {
            use->is_read = true;
        }
        break;
    }
    case EXPR_CALL: {
        uint32_t index = names_find(&builder->compiler->function_names, expr->as.call.name);
        if (index != NAME_NONE) {
            outline_use(builder, YARN_SYMBOL_FUNCTION, index, expr->pos);
        }
        use_title(builder, expr);
        for (const Expr *arg = expr->as.call.args; arg; arg = arg->next) {
            walk_expression(builder, arg);
        }
        break;
    }
    case EXPR_MEMBER:
        use_member(builder, expr);
        break;
    case EXPR_NEGATE:
    case EXPR_NOT:
        walk_expression(builder, expr->as.operand);
        break;
    case EXPR_CHAIN:
        walk_expression(builder, expr->as.chain.first);
        for (const ChainLink *link = expr->as.chain.links; link; link = link->next) {
            walk_expression(builder, link->operand);
        }
        break;
    }
}

static void walk_values(OutlineBuilder *builder, const TextTemplate *text)
{
    for (const Expr *value = text->values; value; value = value->next) {
        walk_expression(builder, value);
    }
}

static void walk_line(OutlineBuilder *builder, const LineNode *line)
{
    walk_values(builder, &line->content);
    walk_expression(builder, line->condition);
    if (line->shadow.len) {
        uint32_t index = names_find(&builder->line_ids, line->shadow);
        if (index != NAME_NONE) {
            outline_use(builder, YARN_SYMBOL_LINE, index, line->id_pos);
        }
    }
}

static void walk_choices(OutlineBuilder *builder, const Choice *choice, bool is_options)
{
    StrView around = builder->option;
    for (; choice; choice = choice->next) {
        walk_line(builder, choice->line);
        builder->option = is_options ? choice->line->content.text : around;
        walk_statements(builder, choice->body);
        builder->option = around;
    }
}

static void walk_set(OutlineBuilder *builder, const Stmt *stmt)
{
    const Expr *target = stmt->as.set.variable, *value = stmt->as.set.value;
    YarnOutlineUse *use = use_variable(builder, target);
    /* "$v += E" was read as "$v = $v + E" with one place for both. */
    bool is_changed = value->kind == EXPR_CHAIN && value->as.chain.first->kind == EXPR_VARIABLE &&
                      value->as.chain.first->pos.offset == target->pos.offset;
    if (use) {
        use->is_write = true;
        use->is_read = is_changed;
    }
    walk_expression(builder, is_changed ? value->as.chain.links->operand : value);
}

static void walk_jump(OutlineBuilder *builder, const Stmt *stmt)
{
    YarnOutlineJump *jump = outline_add(builder, &builder->jumps, sizeof *jump);
    if (!jump) {
        return;
    }
    StrView text = builder->compiler->texts[stmt->pos.file];
    *jump = (YarnOutlineJump){ .from = builder->node,
                               .to = YARN_OUTLINE_NONE,
                               .target = strview_slice(text, stmt->pos.offset, stmt->pos.length),
                               .option = builder->option,
                               .span = outline_span(builder, stmt->pos),
                               .is_detour = stmt->kind == STMT_DETOUR,
                               .is_computed = stmt->as.jump.target != NULL };
    if (jump->is_computed) {
        walk_expression(builder, stmt->as.jump.target);
        return;
    }
    uint32_t index = names_find(&builder->node_names, stmt->as.jump.node);
    if (index != NAME_NONE) {
        jump->to = index;
        outline_use(builder, YARN_SYMBOL_NODE, index, stmt->pos);
    }
}

static void walk_command(OutlineBuilder *builder, const Stmt *stmt)
{
    const TextTemplate *command = &stmt->as.command;
    YarnOutlineCommand *info = outline_add(builder, &builder->commands, sizeof *info);
    if (!info) {
        return;
    }
    size_t len = 0;
    while (len < command->text.len && command->text.data[len] != ' ' && command->text.data[len] != '\t') {
        len++;
    }
    *info = (YarnOutlineCommand){ .word = strview_slice(command->text, 0, len),
                                  .text = command->text,
                                  .span = outline_span(builder, stmt->pos),
                                  .node = builder->node,
                                  .has_values = command->value_count > 0 };
    walk_values(builder, command);
}

static void walk_statement(OutlineBuilder *builder, const Stmt *stmt)
{
    switch (stmt->kind) {
    case STMT_LINE:
        walk_line(builder, stmt->as.line);
        break;
    case STMT_OPTIONS:
    case STMT_LINE_GROUP:
        walk_choices(builder, stmt->as.choices, stmt->kind == STMT_OPTIONS);
        break;
    case STMT_IF:
    case STMT_ONCE:
        for (const Branch *branch = stmt->as.branches; branch; branch = branch->next) {
            walk_expression(builder, branch->condition);
            walk_statements(builder, branch->body);
        }
        break;
    case STMT_SET:
        walk_set(builder, stmt);
        break;
    case STMT_CALL:
        walk_expression(builder, stmt->as.call);
        break;
    case STMT_COMMAND:
        walk_command(builder, stmt);
        break;
    case STMT_JUMP:
    case STMT_DETOUR:
        walk_jump(builder, stmt);
        break;
    case STMT_RETURN:
    case STMT_STOP:
        break;
    }
}

static void walk_statements(OutlineBuilder *builder, const Stmt *stmt)
{
    for (; stmt && !outline_is_over(builder); stmt = stmt->next) {
        walk_statement(builder, stmt);
    }
}

void outline_walk(OutlineBuilder *builder)
{
    const Compiler *compiler = builder->compiler;
    uint32_t index = 0;
    for (const StoryNode *node = compiler->nodes; node; node = node->next, index++) {
        builder->node = index;
        for (const WhenNode *when = node->whens; when; when = when->next) {
            walk_expression(builder, when->condition);
        }
        walk_statements(builder, node->body);
    }
    builder->node = YARN_OUTLINE_NONE;
    for (const Declaration *d = compiler->declarations; d; d = d->next) {
        walk_expression(builder, d->value);
    }
}
