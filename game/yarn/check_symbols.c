#include "check_internal.h"

const EnumCase *check_find_case(const SymbolEnum *symbol, StrView name, uint32_t *index)
{
    *index = 0;
    for (const EnumCase *entry = symbol->node->cases; entry; entry = entry->next, ++*index) {
        if (strview_equal(entry->name, name)) {
            return entry;
        }
    }
    return NULL;
}

static void add_functions(Checker *checker)
{
    Compiler *compiler = checker->compiler;
    size_t count = BUILTIN_COUNT + compiler->options->function_count;
    checker->function_results = ARENA_ARRAY(&compiler->work, uint32_t, count);
    if (!checker->function_results) {
        compile_set_nomem(compiler);
        return;
    }
    for (uint32_t i = 0; i < count; i++) {
        bool built_in = i < BUILTIN_COUNT;
        YarnType result =
            built_in ? library_builtin(i)->result : compiler->options->functions[i - BUILTIN_COUNT].result;
        checker->function_results[i] = result == YARN_TYPE_ANY ? types_new(compiler) : result;
    }
}

static bool same_value(const Expr *a, const Expr *b)
{
    if (a->kind != b->kind) {
        return false;
    }
    return a->kind == EXPR_NUMBER ? a->as.number == b->as.number : strview_equal(a->as.string, b->as.string);
}

static void check_case(Compiler *compiler, const EnumNode *node, const EnumCase *entry)
{
    for (const EnumCase *other = node->cases; other != entry; other = other->next) {
        if (strview_equal(other->name, entry->name)) {
            compile_error(compiler, entry->pos, "YS0035", "the enum has a case '%.*s' already",
                          SV_ARG(entry->name));
        } else if (other->raw && entry->raw && same_value(other->raw, entry->raw)) {
            compile_error(compiler, entry->pos, "YS0035", "the case '%.*s' has the same value",
                          SV_ARG(other->name));
        }
    }
}

static void check_enum(Compiler *compiler, SymbolEnum *symbol)
{
    const EnumNode *node = symbol->node;
    const EnumCase *first = node->cases;
    if (!first) {
        compile_error(compiler, node->pos, "YS0035", "the enum '%.*s' has no cases", SV_ARG(node->name));
        return;
    }
    uint32_t count = 0;
    for (const EnumCase *entry = first; entry && !compile_is_over(compiler); entry = entry->next) {
        if (++count > YARN_OPTIONS_MAX) {
            compile_limit(compiler, entry->pos, "yarn-enum-size", "one enum may have %d cases",
                          YARN_OPTIONS_MAX);
            return;
        }
        if (entry->raw && entry->raw->kind != EXPR_NUMBER && entry->raw->kind != EXPR_STRING) {
            compile_error(compiler, entry->raw->pos, "YS0037",
                          "the value of a case must be a number or a \"text\"");
            return;
        }
        if (!entry->raw != !first->raw) {
            compile_error(compiler, entry->pos, "YS0035", "either all cases have values or none");
            return;
        }
        if (entry->raw && entry->raw->kind != first->raw->kind) {
            compile_error(compiler, entry->raw->pos, "YS0035",
                          "all values of an enum must be of the same type");
            return;
        }
        check_case(compiler, node, entry);
    }
    symbol->is_string = first->raw && first->raw->kind == EXPR_STRING;
}

static void add_enums(Checker *checker)
{
    Compiler *compiler = checker->compiler;
    uint32_t count = 0;
    compiler->enum_list = ARENA_ARRAY(&compiler->work, SymbolEnum, compiler->enum_count + 1);
    if (!compiler->enum_list) {
        compile_set_nomem(compiler);
        return;
    }
    for (EnumNode *node = compiler->enums; node; node = node->next) {
        compiler->enum_list[count].node = node;
        if (types_named(compiler, node->name) != NAME_NONE) {
            compile_error(compiler, node->pos, "YS0040", "a type is called '%.*s' already",
                          SV_ARG(node->name));
        } else if (names_add(&compiler->enum_names, &compiler->work, node->name, count) == NAME_NONE) {
            compile_set_nomem(compiler);
            return;
        }
        check_enum(compiler, &compiler->enum_list[count++]);
    }
}

static void add_subtitle(Compiler *compiler, NameMap *subtitles, StoryNode *node, uint32_t number)
{
    StrView name = compile_format(compiler, "%.*s.%.*s", SV_ARG(node->title), SV_ARG(node->subtitle));
    uint32_t found = names_add(subtitles, &compiler->work, name, number);
    if (found == NAME_NONE) {
        compile_set_nomem(compiler);
    } else if (found != number) {
        compile_error(compiler, node->pos, "YS0032", "two nodes of the group '%.*s' have the subtitle '%.*s'",
                      SV_ARG(node->title), SV_ARG(node->subtitle));
    } else {
        node->full_name = name;
    }
}

static void check_title(Compiler *compiler, StoryNode *node, StoryNode *first)
{
    if (first != node && !first->whens && !node->whens) {
        compile_error(compiler, node->pos, "YS0011", "a node is called '%.*s' already", SV_ARG(node->title));
        compile_note(compiler, first->pos, "the first one is here");
    } else if (!first->whens != !node->whens) {
        StoryNode *without = first->whens ? node : first;
        if (without->is_reported) {
            return;
        }
        without->is_reported = true;
        compile_error(compiler, without->pos, "YS0031",
                      "each node of the group '%.*s' needs a 'when:' header (such as 'when: always')",
                      SV_ARG(node->title));
        compile_note(compiler, (without == first ? node : first)->pos, "this node of the same title has one");
    }
}

/* All nodes of one title form a group when they have when: headers. */
static void add_nodes(Checker *checker)
{
    Compiler *compiler = checker->compiler;
    StoryNode **firsts = ARENA_ARRAY(&compiler->work, StoryNode *, compiler->node_count + 1);
    NameMap subtitles = { 0 };
    if (!firsts) {
        compile_set_nomem(compiler);
        return;
    }
    uint32_t number = 0;
    for (StoryNode *node = compiler->nodes; node; node = node->next, number++) {
        firsts[number] = node;
        uint32_t found = names_add(&compiler->node_names, &compiler->work, node->title, number);
        if (found == NAME_NONE) {
            compile_set_nomem(compiler);
            return;
        }
        check_title(compiler, node, firsts[found]);
        if (node->subtitle.len && node->whens) {
            add_subtitle(compiler, &subtitles, node, number);
        }
    }
}

static bool is_constant(const Expr *value)
{
    return value->kind == EXPR_NUMBER || value->kind == EXPR_STRING || value->kind == EXPR_BOOL ||
           value->kind == EXPR_MEMBER ||
           (value->kind == EXPR_NEGATE && value->as.operand->kind == EXPR_NUMBER);
}

static void add_variables(Checker *checker)
{
    Compiler *compiler = checker->compiler;
    for (Declaration *d = compiler->declarations; d && !compile_is_over(compiler); d = d->next) {
        size_t before = compiler->variable_count;
        uint32_t index = check_variable(checker, d->name, d->pos);
        if (compiler->variable_count == before && compiler->status != STATUS_NOMEM) {
            compile_error(compiler, d->pos, "YS0039", "the variable %.*s is declared already",
                          SV_ARG(d->name));
            compile_note(compiler, compiler->variables[index].pos, "its first declaration is here");
            continue;
        }
        if (compile_is_over(compiler)) {
            return;
        }
        compiler->variables[index].declaration = d;
        compiler->variables[index].is_smart = !is_constant(d->value);
    }
}

void check_symbols(Checker *checker)
{
    Compiler *compiler = checker->compiler;
    while (compiler->types->count < TYPE_FIRST_ENUM + compiler->enum_count && !compile_is_over(compiler)) {
        (void)types_new(compiler);
    }
    compiler->types->first_variable = (uint32_t)compiler->types->count;
    if (!compile_is_over(compiler)) {
        add_enums(checker);
        add_functions(checker);
    }
    if (!compile_is_over(compiler)) {
        add_nodes(checker);
        /* So that there always is a variable of number 0. */
        (void)check_variable(checker, SV("$"), (Pos){ 0 });
    }
    if (!compile_is_over(compiler)) {
        compiler->variables[0].type = YARN_TYPE_BOOL;
        add_variables(checker);
    }
}

typedef struct LoopSearch {
    Compiler *compiler;
    SmartUse **uses; /* of each variable */
    SmartUse **next; /* the use of each that is looked at next */
    uint32_t *stack;
    uint32_t depth;
    uint32_t *levels; /* smart variables below each, with itself */
} LoopSearch;

enum { VISIT_NEW, VISIT_OPEN, VISIT_DONE };

static void open_variable(LoopSearch *search, uint32_t index)
{
    search->compiler->variables[index].visit = VISIT_OPEN;
    search->next[index] = search->uses[index];
    search->stack[search->depth++] = index;
}

static void raise_level(LoopSearch *search, uint32_t index, uint32_t level)
{
    if (search->levels[index] < level) {
        search->levels[index] = level;
    }
}

/* One step of a depth-first search with a stack of its own. */
static void search_loops(LoopSearch *search)
{
    Compiler *compiler = search->compiler;
    uint32_t at = search->stack[search->depth - 1];
    const SmartUse *use = search->next[at];
    if (!use) {
        compiler->variables[at].visit = VISIT_DONE;
        uint32_t level = ++search->levels[at];
        compiler->smart_levels = level > compiler->smart_levels ? level : compiler->smart_levels;
        if (--search->depth) {
            raise_level(search, search->stack[search->depth - 1], level);
        }
        return;
    }
    search->next[at] = use->next;
    const SymbolVariable *read = &compiler->variables[use->to];
    if (!read->is_smart) {
        return;
    }
    if (read->visit == VISIT_OPEN) {
        compile_error(compiler, use->pos, "YS0045", "%.*s is worked out from itself through this",
                      SV_ARG(read->name));
    } else if (read->visit == VISIT_NEW) {
        open_variable(search, use->to);
    } else {
        raise_level(search, at, search->levels[use->to]);
    }
}

static void find_loops(Checker *checker)
{
    Compiler *compiler = checker->compiler;
    size_t count = compiler->variable_count;
    LoopSearch search = { .compiler = compiler, .uses = checker->smart_uses };
    search.next = ARENA_ARRAY(&compiler->work, SmartUse *, count);
    search.stack = ARENA_ARRAY(&compiler->work, uint32_t, count);
    search.levels = ARENA_ARRAY(&compiler->work, uint32_t, count);
    if (!search.next || !search.stack || !search.levels) {
        compile_set_nomem(compiler);
        return;
    }
    for (uint32_t start = 0; start < count; start++) {
        if (compiler->variables[start].is_smart && compiler->variables[start].visit == VISIT_NEW) {
            open_variable(&search, start);
        }
        while (search.depth) {
            search_loops(&search);
        }
    }
    if (compiler->smart_levels > YARN_NESTING_MAX) {
        compile_limit(compiler, compiler->declarations->pos, "yarn-smart-depth",
                      "smart variables may use each other %d deep", YARN_NESTING_MAX);
    }
}

void check_declarations(Checker *checker)
{
    Compiler *compiler = checker->compiler;
    size_t declared = compiler->variable_count;
    checker->smart_uses = ARENA_ARRAY(&compiler->work, SmartUse *, declared);
    if (!checker->smart_uses) {
        compile_set_nomem(compiler);
        return;
    }
    for (uint32_t i = 0; i < declared && !compile_is_over(compiler); i++) {
        Declaration *d = compiler->variables[i].declaration;
        if (!d) {
            continue;
        }
        if (d->type_name.len) {
            uint32_t type = types_named(compiler, d->type_name);
            if (type == NAME_NONE) {
                compile_error(compiler, d->type_pos, "YS0050", "no type is called '%.*s'",
                              SV_ARG(d->type_name));
                compile_note(compiler, d->type_pos, "there are number, string, bool and the enums");
                types_forgive(compiler, compiler->variables[i].type);
                continue;
            }
            compiler->variables[i].type = type;
        }
        checker->current_uses = compiler->variables[i].is_smart ? &checker->smart_uses[i] : NULL;
        uint32_t type = check_expression(checker, d->value);
        if (!types_unify(compiler, type, compiler->variables[i].type)) {
            compile_error(compiler, d->value->pos, "YS0053", "%.*s is declared as %.*s, but this is a %.*s",
                          SV_ARG(d->name), SV_ARG(types_name(compiler, compiler->variables[i].type)),
                          SV_ARG(types_name(compiler, type)));
        }
        checker->current_uses = NULL;
    }
    if (!compile_is_over(compiler)) {
        /* Variables that came up since are not smart. */
        SmartUse **uses = ARENA_ARRAY(&compiler->work, SmartUse *, compiler->variable_count);
        for (size_t i = 0; uses && i < declared; i++) {
            uses[i] = checker->smart_uses[i];
        }
        checker->smart_uses = uses;
        if (uses) {
            find_loops(checker);
        } else {
            compile_set_nomem(compiler);
        }
    }
}
