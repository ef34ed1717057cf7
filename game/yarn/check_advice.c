#include "check_internal.h"

/* What is no mistake of the language but hardly meant: found by walking the finished
 * tree once more, and only when it was asked for. */
typedef struct NodeEdge {
    uint32_t to; /* number of the first node of that title */
    struct NodeEdge *next;
} NodeEdge;

enum { USE_READ = 1, USE_WRITTEN = 2 };

typedef struct Advisor {
    Compiler *compiler;
    uint32_t node;       /* number of the node being walked */
    NodeEdge **edges;    /* by node number */
    bool jumps_anywhere; /* a jump whose title is worked out */
    uint8_t *uses;       /* USE_ bits by variable */
} Advisor;

static bool wants(const Advisor *advisor, unsigned advice)
{
    return (advisor->compiler->options->advice & advice) != 0;
}

static void walk_statements(Advisor *advisor, const Stmt *stmt);

static void walk_expression(Advisor *advisor, const Expr *expr)
{
    switch (expr->kind) {
    case EXPR_VARIABLE:
        advisor->uses[expr->as.variable.index] |= USE_READ;
        break;
    case EXPR_NEGATE:
    case EXPR_NOT:
        walk_expression(advisor, expr->as.operand);
        break;
    case EXPR_CALL:
        for (const Expr *arg = expr->as.call.args; arg; arg = arg->next) {
            walk_expression(advisor, arg);
        }
        break;
    case EXPR_CHAIN:
        walk_expression(advisor, expr->as.chain.first);
        for (const ChainLink *link = expr->as.chain.links; link; link = link->next) {
            walk_expression(advisor, link->operand);
        }
        break;
    case EXPR_NUMBER:
    case EXPR_STRING:
    case EXPR_BOOL:
    case EXPR_MEMBER:
        break;
    }
}

static void walk_text(Advisor *advisor, const TextTemplate *text)
{
    for (const Expr *value = text->values; value; value = value->next) {
        walk_expression(advisor, value);
    }
}

static void walk_line(Advisor *advisor, const LineNode *line)
{
    walk_text(advisor, &line->content);
    if (line->condition) {
        walk_expression(advisor, line->condition);
    }
    if (wants(advisor, YARN_ADVICE_LINE_IDS) && line->id.len == 0 && line->shadow.len == 0) {
        compile_warning(advisor->compiler, line->pos, "yarn-no-line-id",
                        "this line has no #line: id; translations and voices cannot find it");
    }
}

/* "$n += 1" reads $n, but for no other use than setting it. */
static void walk_set(Advisor *advisor, const Stmt *stmt)
{
    uint32_t index = stmt->as.set.variable->as.variable.index;
    uint8_t before = advisor->uses[index];
    const Expr *value = stmt->as.set.value;
    bool is_own = value->kind == EXPR_CHAIN && value->as.chain.first->kind == EXPR_VARIABLE &&
                  value->as.chain.first->as.variable.index == index;
    walk_expression(advisor, value);
    advisor->uses[index] = (uint8_t)((is_own ? before : advisor->uses[index]) | USE_WRITTEN);
}

static void walk_jump(Advisor *advisor, const Stmt *stmt)
{
    Compiler *compiler = advisor->compiler;
    if (stmt->as.jump.target) {
        walk_expression(advisor, stmt->as.jump.target);
        advisor->jumps_anywhere = true;
        return;
    }
    uint32_t to = names_find(&compiler->node_names, stmt->as.jump.node);
    NodeEdge *edge = TAKE(compiler, NodeEdge);
    if (!compile_is_over(compiler) && to != NAME_NONE) {
        edge->to = to;
        edge->next = advisor->edges[advisor->node];
        advisor->edges[advisor->node] = edge;
    }
}

static void walk_branches(Advisor *advisor, const Branch *branch)
{
    for (; branch; branch = branch->next) {
        if (branch->condition) {
            walk_expression(advisor, branch->condition);
        }
        walk_statements(advisor, branch->body);
    }
}

static void walk_statement(Advisor *advisor, const Stmt *stmt)
{
    switch (stmt->kind) {
    case STMT_LINE:
        walk_line(advisor, stmt->as.line);
        break;
    case STMT_OPTIONS:
    case STMT_LINE_GROUP:
        for (const Choice *choice = stmt->as.choices; choice; choice = choice->next) {
            walk_line(advisor, choice->line);
            walk_statements(advisor, choice->body);
        }
        break;
    case STMT_IF:
    case STMT_ONCE:
        walk_branches(advisor, stmt->as.branches);
        break;
    case STMT_SET:
        walk_set(advisor, stmt);
        break;
    case STMT_CALL:
        walk_expression(advisor, stmt->as.call);
        break;
    case STMT_COMMAND:
        walk_text(advisor, &stmt->as.command);
        break;
    case STMT_JUMP:
    case STMT_DETOUR:
        walk_jump(advisor, stmt);
        break;
    case STMT_RETURN:
    case STMT_STOP:
        break;
    }
}

static bool leaves(const Stmt *stmt)
{
    return stmt->kind == STMT_JUMP || stmt->kind == STMT_RETURN || stmt->kind == STMT_STOP;
}

static void walk_statements(Advisor *advisor, const Stmt *stmt)
{
    for (; stmt && !compile_is_over(advisor->compiler); stmt = stmt->next) {
        walk_statement(advisor, stmt);
        if (stmt->next && leaves(stmt) && wants(advisor, YARN_ADVICE_UNREACHABLE)) {
            compile_warning(advisor->compiler, stmt->next->pos, "YS0008",
                            "nothing leads here: the statement above leaves");
        }
    }
}

static void walk_nodes(Advisor *advisor)
{
    Compiler *compiler = advisor->compiler;
    for (const StoryNode *node = compiler->nodes; node && !compile_is_over(compiler);
         node = node->next, advisor->node++) {
        for (const WhenNode *when = node->whens; when; when = when->next) {
            if (when->condition) {
                walk_expression(advisor, when->condition);
            }
        }
        walk_statements(advisor, node->body);
    }
    for (const Declaration *d = compiler->declarations; d; d = d->next) {
        walk_expression(advisor, d->value);
    }
}

/* Numbers of the nodes that something outside starts. */
static uint32_t first_entries(const Compiler *compiler, uint32_t *stack)
{
    const YarnCompileOptions *options = compiler->options;
    uint32_t count = 0;
    for (size_t i = 0; options->entries && i < options->entry_count && count < compiler->node_count; i++) {
        uint32_t node = names_find(&compiler->node_names, options->entries[i]);
        if (node != NAME_NONE) {
            stack[count++] = node;
        }
    }
    if (!options->entries && compiler->node_count > 0) {
        uint32_t start = names_find(&compiler->node_names, SV("Start"));
        stack[count++] = start == NAME_NONE ? 0 : start;
    }
    return count;
}

/* Nodes of one title are reached together; `reached` is by the first of them. */
static void advise_on_nodes(Advisor *advisor)
{
    Compiler *compiler = advisor->compiler;
    uint32_t count = compiler->node_count;
    bool *reached = ARENA_ARRAY(&compiler->work, bool, (size_t)count + 1);
    uint32_t *stack = ARENA_ARRAY(&compiler->work, uint32_t, (size_t)count + 1);
    uint32_t *firsts = ARENA_ARRAY(&compiler->work, uint32_t, (size_t)count + 1);
    uint32_t *nexts =
        ARENA_ARRAY(&compiler->work, uint32_t, (size_t)count + 1); /* of the same title, 0: none */
    if (!reached || !stack || !firsts || !nexts) {
        compile_set_nomem(compiler);
        return;
    }
    uint32_t number = 0;
    for (const StoryNode *node = compiler->nodes; node; node = node->next, number++) {
        firsts[number] = names_find(&compiler->node_names, node->title);
        if (firsts[number] != number) {
            nexts[number] = nexts[firsts[number]];
            nexts[firsts[number]] = number;
        }
    }
    uint32_t depth = first_entries(compiler, stack);
    for (uint32_t i = 0; i < depth; i++) {
        reached[stack[i]] = true;
    }
    while (depth > 0) {
        uint32_t first = stack[--depth];
        for (uint32_t node = first, more = 1; more; node = nexts[node], more = node != 0) {
            for (const NodeEdge *edge = advisor->edges[node]; edge; edge = edge->next) {
                if (!reached[edge->to]) {
                    reached[edge->to] = true;
                    stack[depth++] = edge->to;
                }
            }
        }
    }
    number = 0;
    for (const StoryNode *node = compiler->nodes; node; node = node->next, number++) {
        if (!reached[firsts[number]]) {
            compile_warning(compiler, node->pos, "YS0009", "nothing leads to the node '%.*s'",
                            SV_ARG(node->title));
        }
    }
}

static void advise_on_variables(const Advisor *advisor)
{
    Compiler *compiler = advisor->compiler;
    for (size_t i = 1; i < compiler->variable_count; i++) {
        const SymbolVariable *variable = &compiler->variables[i];
        if (!(advisor->uses[i] & USE_READ)) {
            compile_warning(compiler, variable->pos, "YS0010",
                            advisor->uses[i] & USE_WRITTEN ? "%.*s is set, but nothing asks for it"
                                                           : "%.*s is declared, but nothing uses it",
                            SV_ARG(variable->name));
        }
    }
}

void check_advice(Compiler *compiler)
{
    Advisor advisor = { .compiler = compiler };
    advisor.edges = ARENA_ARRAY(&compiler->work, NodeEdge *, (size_t)compiler->node_count + 1);
    advisor.uses = ARENA_ARRAY(&compiler->work, uint8_t, compiler->variable_count);
    if (!advisor.edges || !advisor.uses) {
        compile_set_nomem(compiler);
        return;
    }
    walk_nodes(&advisor);
    if (wants(&advisor, YARN_ADVICE_UNREACHABLE) && !advisor.jumps_anywhere && !compile_is_over(compiler)) {
        advise_on_nodes(&advisor);
    }
    if (wants(&advisor, YARN_ADVICE_UNUSED) && !compile_is_over(compiler)) {
        advise_on_variables(&advisor);
    }
}
