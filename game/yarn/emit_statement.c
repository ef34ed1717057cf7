#include "emit_internal.h"

static void emit_statements(Emitter *emitter, const Stmt *stmt);

/* Jumps to a label that is not placed yet form a list through their arguments. */
static void emit_jump(Emitter *emitter, Opcode op, Label *label)
{
    uint32_t at = emit_op(emitter, op, label->head);
    label->head = at;
    if (op == OP_GOTO_IF_FALSE) {
        emit_effect(emitter, -1);
    }
}

/* The word behind an instruction, as a jump of the list: tagged by bit 31. */
static void emit_jump_word(Emitter *emitter, Label *label)
{
    uint32_t at = (uint32_t)emitter->code_count;
    emit_word(emitter, label->head << 8);
    label->head = at;
}

static void emit_land(Emitter *emitter, Label *label)
{
    uint32_t here = (uint32_t)emitter->code_count;
    for (uint32_t at = label->head; at != 0 && !compile_is_over(emitter->compiler);) {
        uint32_t next = emitter->code[at] >> 8;
        emitter->code[at] = (emitter->code[at] & 0xFF) | here << 8;
        at = next;
    }
    label->head = 0;
}

/* "not yet seen, and the condition": leaves a bool. */
static void emit_test(Emitter *emitter, bool once, uint32_t key, const Expr *condition)
{
    if (once) {
        (void)emit_op(emitter, OP_ONCE_LEFT, key);
        emit_effect(emitter, 1);
    }
    if (condition) {
        emit_expression(emitter, condition);
    }
    if (once && condition) {
        (void)emit_op(emitter, OP_AND, 0);
        emit_effect(emitter, -1);
    }
    if (!once && !condition) {
        (void)emit_op(emitter, OP_BOOL, 1);
        emit_effect(emitter, 1);
    }
}

static uint32_t line_key(Emitter *emitter, const LineNode *line)
{
    return emit_once_key(emitter, emitter->program->lines[line->index].id);
}

static void deliver_line(Emitter *emitter, const LineNode *line)
{
    emit_at(emitter, line->pos);
    emitter->program->line_codes[line->index] = (uint32_t)emitter->code_count;
    emit_values(emitter, &line->content);
    (void)emit_op(emitter, OP_LINE, line->index);
    emit_effect(emitter, -(int)line->content.value_count);
}

static void emit_line(Emitter *emitter, const LineNode *line)
{
    Label skip = { 0 };
    bool tested = line->once || line->condition;
    uint32_t key = line->once ? line_key(emitter, line) : 0;
    if (tested) {
        emit_test(emitter, line->once, key, line->condition);
        emit_jump(emitter, OP_GOTO_IF_FALSE, &skip);
    }
    if (line->once) {
        (void)emit_op(emitter, OP_ONCE_MARK, key);
    }
    deliver_line(emitter, line);
    emit_land(emitter, &skip);
}

static void count_group(Emitter *emitter, uint32_t choices, uint32_t values)
{
    YarnProgram *program = emitter->program;
    program->options_max = choices > program->options_max ? choices : program->options_max;
    program->option_values_max = values > program->option_values_max ? values : program->option_values_max;
}

/* One label for each choice. */
static Label *take_labels(Emitter *emitter, const Choice *choices)
{
    size_t count = 0;
    for (const Choice *choice = choices; choice; choice = choice->next) {
        count++;
    }
    Label *labels = ARENA_ARRAY(&emitter->compiler->work, Label, count);
    if (!labels) {
        compile_set_nomem(emitter->compiler);
    }
    return labels;
}

/* The bodies of a group, each entered through its own label. */
static void emit_bodies(Emitter *emitter, const Choice *choices, Label *labels)
{
    Label end = { 0 };
    bool grouped = !choices->line->is_option;
    emit_jump(emitter, OP_GOTO, &end);
    for (const Choice *choice = choices; choice; choice = choice->next, labels++) {
        emit_land(emitter, labels);
        if (choice->line->once) {
            (void)emit_op(emitter, OP_ONCE_MARK, line_key(emitter, choice->line));
        }
        if (grouped) {
            deliver_line(emitter, choice->line);
        }
        emit_statements(emitter, choice->body);
        emit_jump(emitter, OP_GOTO, &end);
    }
    emit_land(emitter, &end);
}

static void emit_options(Emitter *emitter, const Choice *choices)
{
    Label *labels = take_labels(emitter, choices);
    if (!labels) {
        return;
    }
    uint32_t count = 0;
    uint32_t values = 0;
    uint32_t start = (uint32_t)emitter->code_count;
    for (const Choice *choice = choices; choice; choice = choice->next) {
        const LineNode *line = choice->line;
        emitter->program->line_codes[line->index] = start;
        emit_at(emitter, line->pos);
        emit_values(emitter, &line->content);
        emit_test(emitter, line->once, line->once ? line_key(emitter, line) : 0, line->condition);
        (void)emit_op(emitter, OP_OPTION, line->index);
        emit_jump_word(emitter, &labels[count++]);
        emit_effect(emitter, -1 - (int)line->content.value_count);
        values += line->content.value_count;
    }
    count_group(emitter, count, values);
    emit_at(emitter, choices->line->pos);
    (void)emit_op(emitter, OP_SHOW_OPTIONS, 0);
    emit_bodies(emitter, choices, labels);
}

static void emit_candidate(Emitter *emitter, uint32_t key, uint32_t complexity, Label *label)
{
    (void)emit_op(emitter, OP_CANDIDATE, key);
    emit_word(emitter, complexity);
    emit_jump_word(emitter, label);
    emit_effect(emitter, -1);
}

static void emit_line_group(Emitter *emitter, const Choice *choices)
{
    Label *labels = take_labels(emitter, choices);
    if (!labels) {
        return;
    }
    uint32_t count = 0;
    for (const Choice *choice = choices; choice; choice = choice->next) {
        const LineNode *line = choice->line;
        uint32_t key = line_key(emitter, line);
        emit_at(emitter, line->pos);
        emit_test(emitter, line->once, key, line->condition);
        emit_candidate(emitter, key, emit_complexity(line->condition) + line->once, &labels[count++]);
    }
    count_group(emitter, count, 0);
    (void)emit_op(emitter, OP_PICK, 0);
    emit_bodies(emitter, choices, labels);
}

static void emit_if(Emitter *emitter, const Branch *branch)
{
    Label end = { 0 };
    for (; branch; branch = branch->next) {
        Label next = { 0 };
        if (branch->condition) {
            emit_at(emitter, branch->condition->pos);
            emit_expression(emitter, branch->condition);
            emit_jump(emitter, OP_GOTO_IF_FALSE, &next);
        }
        emit_statements(emitter, branch->body);
        if (branch->next) {
            emit_jump(emitter, OP_GOTO, &end);
        }
        emit_land(emitter, &next);
    }
    emit_land(emitter, &end);
}

/* The first line in the block that has an id names the block, because that does
 * not change when other lines are added. */
static StrView find_line_id(const Stmt *stmt)
{
    for (; stmt; stmt = stmt->next) {
        if (stmt->kind == STMT_LINE && stmt->as.line->id.len) {
            return stmt->as.line->id;
        }
        if ((stmt->kind == STMT_OPTIONS || stmt->kind == STMT_LINE_GROUP) && stmt->as.choices->line->id.len) {
            return stmt->as.choices->line->id;
        }
    }
    return SV("");
}

static uint32_t block_key(Emitter *emitter, const Branch *branch)
{
    StrView id = find_line_id(branch->body);
    StrView key = id.len ? compile_format(emitter->compiler, "block:%.*s", SV_ARG(id))
                         : compile_format(emitter->compiler, "block:%.*s:%u:%u", SV_ARG(emitter->node->title),
                                          (unsigned)emitter->node_index, (unsigned)emitter->block_count++);
    return emit_once_key(emitter, key);
}

static void emit_once(Emitter *emitter, const Branch *branch)
{
    Label other = { 0 };
    Label end = { 0 };
    uint32_t key = block_key(emitter, branch);
    emit_test(emitter, true, key, branch->condition);
    emit_jump(emitter, OP_GOTO_IF_FALSE, &other);
    (void)emit_op(emitter, OP_ONCE_MARK, key);
    emit_statements(emitter, branch->body);
    if (branch->next) {
        emit_jump(emitter, OP_GOTO, &end);
    }
    emit_land(emitter, &other);
    if (branch->next) {
        emit_statements(emitter, branch->next->body);
    }
    emit_land(emitter, &end);
}

static void emit_command(Emitter *emitter, const Stmt *stmt)
{
    Compiler *compiler = emitter->compiler;
    YarnCommandInfo *commands =
        alloc_grow(compiler->alloc_scratch, emitter->commands, &emitter->command_capacity,
                   emitter->command_count + 1, sizeof *commands);
    emitter->commands = commands ? commands : emitter->commands;
    uint8_t *values =
        alloc_grow(compiler->alloc_scratch, emitter->command_values, &emitter->command_values_capacity,
                   emitter->command_count + 1, sizeof *values);
    emitter->command_values = values ? values : emitter->command_values;
    if (!commands || !values) {
        compile_set_nomem(compiler);
        return;
    }
    commands[emitter->command_count] =
        (YarnCommandInfo){ stmt->as.command.text, emitter->node->title, compile_place(compiler, stmt->pos) };
    values[emitter->command_count] = (uint8_t)stmt->as.command.value_count;
    emit_values(emitter, &stmt->as.command);
    (void)emit_op(emitter, OP_COMMAND, (uint32_t)emitter->command_count++);
    emit_effect(emitter, -(int)stmt->as.command.value_count);
}

static void emit_leave(Emitter *emitter, const Stmt *stmt)
{
    bool jumps = stmt->kind == STMT_JUMP;
    if (stmt->as.jump.target) {
        emit_expression(emitter, stmt->as.jump.target);
        (void)emit_op(emitter, jumps ? OP_JUMP_VALUE : OP_DETOUR_VALUE, 0);
        emit_effect(emitter, -1);
        return;
    }
    uint32_t node = names_find(&emitter->program->node_names, stmt->as.jump.node);
    if (node == NAME_NONE) { /* allow_missing_nodes: a fault when it is met */
        (void)emit_op(emitter, OP_STRING, emit_string(emitter, stmt->as.jump.node));
        (void)emit_op(emitter, jumps ? OP_JUMP_VALUE : OP_DETOUR_VALUE, 0);
        emit_effect(emitter, 1);
        emit_effect(emitter, -1);
        return;
    }
    (void)emit_op(emitter, jumps ? OP_JUMP_NODE : OP_DETOUR_NODE, node);
}

static void emit_statement(Emitter *emitter, const Stmt *stmt)
{
    emit_at(emitter, stmt->pos);
    switch (stmt->kind) {
    case STMT_LINE:
        emit_line(emitter, stmt->as.line);
        break;
    case STMT_OPTIONS:
        emit_options(emitter, stmt->as.choices);
        break;
    case STMT_LINE_GROUP:
        emit_line_group(emitter, stmt->as.choices);
        break;
    case STMT_IF:
        emit_if(emitter, stmt->as.branches);
        break;
    case STMT_ONCE:
        emit_once(emitter, stmt->as.branches);
        break;
    case STMT_SET:
        emit_expression(emitter, stmt->as.set.value);
        (void)emit_op(emitter, OP_STORE, stmt->as.set.variable->as.variable.index);
        emit_effect(emitter, -1);
        break;
    case STMT_CALL:
        emit_expression(emitter, stmt->as.call);
        (void)emit_op(emitter, OP_DROP, 0);
        emit_effect(emitter, -1);
        break;
    case STMT_COMMAND:
        emit_command(emitter, stmt);
        break;
    case STMT_JUMP:
    case STMT_DETOUR:
        emit_leave(emitter, stmt);
        break;
    case STMT_RETURN:
        (void)emit_op(emitter, OP_RETURN, 0);
        break;
    case STMT_STOP:
        (void)emit_op(emitter, OP_STOP, 0);
        break;
    }
}

static void emit_statements(Emitter *emitter, const Stmt *stmt)
{
    for (; stmt && !compile_is_over(emitter->compiler); stmt = stmt->next) {
        emit_statement(emitter, stmt);
    }
}

void emit_node_bodies(Emitter *emitter)
{
    YarnProgram *program = emitter->program;
    uint32_t index = 0;
    for (const StoryNode *node = emitter->compiler->nodes; node; node = node->next, index++) {
        emitter->node = node;
        emitter->node_index = index;
        emitter->block_count = 0;
        program->nodes[index].entry = (uint32_t)emitter->code_count;
        emit_statements(emitter, node->body);
        (void)emit_op(emitter, OP_RETURN, 0);
        if (compile_is_over(emitter->compiler)) {
            return;
        }
    }
    program->bodies_end = (uint32_t)emitter->code_count;
}

/* All when: headers of a node must hold. */
static void emit_when(Emitter *emitter, const StoryNode *node, uint32_t member, Label *label)
{
    bool once = false;
    uint32_t complexity = 0;
    StrView name = compile_format(emitter->compiler, "node:%.*s:%.*s:%u", SV_ARG(node->title),
                                  SV_ARG(node->subtitle), node->subtitle.len ? 0 : (unsigned)member);
    uint32_t key = emit_once_key(emitter, name);
    emit_at(emitter, node->pos);
    (void)emit_op(emitter, OP_BOOL, 1);
    emit_effect(emitter, 1);
    for (const WhenNode *when = node->whens; when; when = when->next) {
        once = once || when->once;
        complexity += emit_complexity(when->condition) + when->once;
        if (when->condition || when->once) {
            emit_test(emitter, when->once, key, when->condition);
            (void)emit_op(emitter, OP_AND, 0);
            emit_effect(emitter, -1);
        }
    }
    emit_candidate(emitter, key, complexity, label);
    emitter->program->nodes[member].once_key = once ? key : NAME_NONE;
}

/* The members of each hub as lists, in script order. */
typedef struct HubList {
    const StoryNode **nodes; /* by index */
    uint32_t *next;          /* the next member of the same hub, NAME_NONE: none */
    uint32_t *first;         /* by hub, from public_count on */
} HubList;

static bool list_members(Emitter *emitter, HubList *list)
{
    const YarnProgram *program = emitter->program;
    Arena *work = &emitter->compiler->work;
    uint32_t count = program->public_count;
    uint32_t hubs = program->node_count - count;
    list->nodes = ARENA_ARRAY(work, const StoryNode *, (size_t)count + 1);
    list->next = ARENA_ARRAY(work, uint32_t, (size_t)count + 1);
    list->first = ARENA_ARRAY(work, uint32_t, (size_t)hubs + 1);
    if (!list->nodes || !list->next || !list->first) {
        compile_set_nomem(emitter->compiler);
        return false;
    }
    for (uint32_t hub = 0; hub < hubs; hub++) {
        list->first[hub] = NAME_NONE;
    }
    uint32_t index = 0;
    for (const StoryNode *node = emitter->compiler->nodes; node; node = node->next) {
        list->nodes[index++] = node;
    }
    while (index-- > 0) {
        if (program->nodes[index].is_hidden) {
            uint32_t hub = program->nodes[index].hub - count;
            list->next[index] = list->first[hub];
            list->first[hub] = index;
        }
    }
    return true;
}

static void emit_hub(Emitter *emitter, const HubList *list, uint32_t hub)
{
    YarnProgram *program = emitter->program;
    uint32_t count = program->nodes[hub].header_count; /* emit_tables left the number of members here */
    uint32_t first = list->first[hub - program->public_count];
    Label *labels = ARENA_ARRAY(&emitter->compiler->work, Label, count + 1);
    if (!labels) {
        compile_set_nomem(emitter->compiler);
        return;
    }
    program->nodes[hub].entry = (uint32_t)emitter->code_count;
    uint32_t at = 0;
    for (uint32_t member = first; member != NAME_NONE; member = list->next[member]) {
        emit_when(emitter, list->nodes[member], member, &labels[at++]);
    }
    count_group(emitter, count, 0);
    (void)emit_op(emitter, OP_PICK, 0);
    (void)emit_op(emitter, OP_RETURN, 0);
    at = 0;
    for (uint32_t member = first; member != NAME_NONE; member = list->next[member]) {
        emit_land(emitter, &labels[at++]);
        if (program->nodes[member].once_key != NAME_NONE) {
            (void)emit_op(emitter, OP_ONCE_MARK, program->nodes[member].once_key);
        }
        (void)emit_op(emitter, OP_ENTER, member);
    }
    program->nodes[hub].header_count = 0;
}

void emit_hubs(Emitter *emitter)
{
    const YarnProgram *program = emitter->program;
    HubList list;
    if (program->node_count == program->public_count || !list_members(emitter, &list)) {
        return;
    }
    for (uint32_t hub = program->public_count; hub < program->node_count; hub++) {
        emit_hub(emitter, &list, hub);
        if (compile_is_over(emitter->compiler)) {
            return;
        }
    }
}
