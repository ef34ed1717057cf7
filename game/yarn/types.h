#ifndef SANGO_YARN_TYPES_H
#define SANGO_YARN_TYPES_H

#include "compile_internal.h"

/* Types while they are worked out: union-find over numbers. The first four are
 * YARN_TYPE_ANY to YARN_TYPE_BOOL, then one for each enum, then variables that
 * become one of these. ANY fits everything; it is what a mistake leaves behind,
 * so that it is reported once. */
enum { TYPE_FIRST_ENUM = YARN_TYPE_BOOL + 1 };

struct TypeTable {
    uint32_t *parents;
    size_t count, capacity;
    uint32_t first_variable;
};

uint32_t types_new(Compiler *compiler);
uint32_t types_find(const Compiler *compiler, uint32_t type);
bool types_is_known(const Compiler *compiler, uint32_t type);
bool types_is_enum(const Compiler *compiler, uint32_t type);
/* Makes both the same; false when they are two different known types. */
bool types_unify(Compiler *compiler, uint32_t a, uint32_t b);
/* Makes a type that is not known fit everything, once a mistake was reported. */
void types_forgive(Compiler *compiler, uint32_t type);
/* "number", "an unknown type", the name of an enum. */
StrView types_name(const Compiler *compiler, uint32_t type);
/* The type its values have at run time; ANY when it is not known. */
YarnType types_raw(const Compiler *compiler, uint32_t type);
/* NUMBER, STRING, BOOL or an enum by name; NAME_NONE when there is none. */
uint32_t types_named(const Compiler *compiler, StrView name);

#endif
