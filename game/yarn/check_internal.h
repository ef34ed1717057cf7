#ifndef SANGO_YARN_CHECK_INTERNAL_H
#define SANGO_YARN_CHECK_INTERNAL_H

#include "types.h"

/* What can be decided only when every statement was seen. */
typedef enum DeferredKind {
    DEFERRED_ADD,      /* operands of + must be numbers or strings */
    DEFERRED_MEMBER,   /* .Case without its enum */
    DEFERRED_ARGUMENT, /* an enum may stand for its raw value */
    DEFERRED_SHOWN     /* a shown value must have a type */
} DeferredKind;

typedef struct Deferred {
    DeferredKind kind;
    Expr *expr;
    uint32_t type; /* ARGUMENT: the parameter's */
    struct Deferred *next;
} Deferred;

/* "smart variable `from` reads `to`" */
typedef struct SmartUse {
    uint32_t to;
    Pos pos;
    struct SmartUse *next;
} SmartUse;

typedef struct Checker {
    Compiler *compiler;
    Deferred *deferred, **deferred_tail;
    uint32_t *function_results; /* type of each function, by index */
    SmartUse **smart_uses;      /* by declaration order of variables; NULL while not in one */
    SmartUse **current_uses;
} Checker;

/* Nodes, enums, functions, declared variables. */
void check_symbols(Checker *checker);
/* The types of declared values, and loops among smart variables. */
void check_declarations(Checker *checker);
/* The type of an expression and of all in it. */
uint32_t check_expression(Checker *checker, Expr *expr);
/* The same of a call; a function of an unknown name is made where the options say so. */
uint32_t check_call(Checker *checker, Expr *call);
/* Reports that the expression has another type than expected. */
void check_report_mismatch(Checker *checker, const Expr *expr, uint32_t expected);
/* The expression must be of this type. */
void check_expect(Checker *checker, Expr *expr, uint32_t type);
/* Index of a variable; one that is not declared is made. */
uint32_t check_variable(Checker *checker, StrView name, Pos pos);
/* A note with the nearest declared variable, when one is near. */
void check_suggest_variable(Compiler *compiler, size_t index, Pos pos);
/* Warnings about what is hardly meant; for a tree without mistakes. */
void check_advice(Compiler *compiler);
void check_defer(Checker *checker, DeferredKind kind, Expr *expr, uint32_t type);
void check_deferred(Checker *checker);
/* The case of an enum, NULL when there is none; *index is its number from 0. */
const EnumCase *check_find_case(const SymbolEnum *symbol, StrView name, uint32_t *index);

#endif
