#include "types.h"

uint32_t types_new(Compiler *compiler)
{
    TypeTable *table = compiler->types;
    uint32_t *grown = alloc_grow(compiler->alloc_scratch, table->parents, &table->capacity, table->count + 1,
                                 sizeof *grown);
    if (!grown) {
        compile_set_nomem(compiler);
        return YARN_TYPE_ANY;
    }
    table->parents = grown;
    grown[table->count] = (uint32_t)table->count;
    return (uint32_t)table->count++;
}

uint32_t types_find(const Compiler *compiler, uint32_t type)
{
    uint32_t *parents = compiler->types->parents;
    while (parents[type] != type) {
        parents[type] = parents[parents[type]];
        type = parents[type];
    }
    return type;
}

bool types_is_known(const Compiler *compiler, uint32_t type)
{
    return types_find(compiler, type) < compiler->types->first_variable;
}

bool types_is_enum(const Compiler *compiler, uint32_t type)
{
    type = types_find(compiler, type);
    return type >= TYPE_FIRST_ENUM && type < compiler->types->first_variable;
}

bool types_unify(Compiler *compiler, uint32_t a, uint32_t b)
{
    a = types_find(compiler, a);
    b = types_find(compiler, b);
    if (a == b || a == YARN_TYPE_ANY || b == YARN_TYPE_ANY) {
        types_forgive(compiler, a == YARN_TYPE_ANY ? b : a); /* ANY is what a mistake left */
        return true;
    }
    uint32_t first = compiler->types->first_variable;
    if (a >= first) {
        compiler->types->parents[a] = b;
        return true;
    }
    if (b >= first) {
        compiler->types->parents[b] = a;
        return true;
    }
    return false;
}

void types_forgive(Compiler *compiler, uint32_t type)
{
    type = types_find(compiler, type);
    if (type >= compiler->types->first_variable) {
        compiler->types->parents[type] = YARN_TYPE_ANY;
    }
}

StrView types_name(const Compiler *compiler, uint32_t type)
{
    static const char *const names[] = { "any", "number", "string", "bool" };
    type = types_find(compiler, type);
    if (type < TYPE_FIRST_ENUM) {
        return strview_from_cstr(names[type]);
    }
    if (type < compiler->types->first_variable) {
        return compiler->enum_list[type - TYPE_FIRST_ENUM].node->name;
    }
    return SV("unknown");
}

YarnType types_raw(const Compiler *compiler, uint32_t type)
{
    type = types_find(compiler, type);
    if (type < TYPE_FIRST_ENUM) {
        return (YarnType)type;
    }
    if (type < compiler->types->first_variable) {
        return compiler->enum_list[type - TYPE_FIRST_ENUM].is_string ? YARN_TYPE_STRING : YARN_TYPE_NUMBER;
    }
    return YARN_TYPE_ANY;
}

uint32_t types_named(const Compiler *compiler, StrView name)
{
    for (uint32_t type = YARN_TYPE_NUMBER; type <= YARN_TYPE_BOOL; type++) {
        if (strview_equal(name, types_name(compiler, type))) {
            return type;
        }
    }
    /* Upstream also takes the names with a capital. */
    if (strview_equal(name, SV("Number"))) {
        return YARN_TYPE_NUMBER;
    }
    if (strview_equal(name, SV("String"))) {
        return YARN_TYPE_STRING;
    }
    if (strview_equal(name, SV("Bool"))) {
        return YARN_TYPE_BOOL;
    }
    uint32_t index = names_find(&compiler->enum_names, name);
    return index == NAME_NONE ? NAME_NONE : index + TYPE_FIRST_ENUM;
}
