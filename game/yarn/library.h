#ifndef SANGO_YARN_LIBRARY_H
#define SANGO_YARN_LIBRARY_H

#include "sango/yarn/program.h"

/* Functions that every script has. name, result, least and most arguments, types
 * of the first two (later ones as the second). */
#define YARN_BUILTINS(X)                                                                                     \
    X(visited, BOOL, 1, 1, STRING, ANY)                                                                      \
    X(visited_count, NUMBER, 1, 1, STRING, ANY)                                                              \
    X(has_any_content, BOOL, 1, 1, STRING, ANY)                                                              \
    X(random, NUMBER, 0, 0, ANY, ANY)                                                                        \
    X(random_range, NUMBER, 2, 2, NUMBER, NUMBER)                                                            \
    X(random_range_float, NUMBER, 2, 2, NUMBER, NUMBER)                                                      \
    X(dice, NUMBER, 1, 1, NUMBER, ANY)                                                                       \
    X(min, NUMBER, 1, 64, NUMBER, NUMBER)                                                                    \
    X(max, NUMBER, 1, 64, NUMBER, NUMBER)                                                                    \
    X(round, NUMBER, 1, 1, NUMBER, ANY)                                                                      \
    X(round_places, NUMBER, 2, 2, NUMBER, NUMBER)                                                            \
    X(floor, NUMBER, 1, 1, NUMBER, ANY)                                                                      \
    X(ceil, NUMBER, 1, 1, NUMBER, ANY)                                                                       \
    X(inc, NUMBER, 1, 1, NUMBER, ANY)                                                                        \
    X(dec, NUMBER, 1, 1, NUMBER, ANY)                                                                        \
    X(decimal, NUMBER, 1, 1, NUMBER, ANY)                                                                    \
    X(int, NUMBER, 1, 1, NUMBER, ANY)                                                                        \
    X(string, STRING, 1, 1, ANY, ANY)                                                                        \
    X(number, NUMBER, 1, 1, ANY, ANY)                                                                        \
    X(bool, BOOL, 1, 1, ANY, ANY)                                                                            \
    X(format, STRING, 2, 2, STRING, ANY)                                                                     \
    X(format_invariant, STRING, 1, 1, NUMBER, ANY)

typedef enum BuiltinId {
#define X(name, result, least, most, first, second) BUILTIN_##name,
    YARN_BUILTINS(X)
#undef X
        BUILTIN_COUNT
} BuiltinId;

typedef struct Builtin {
    const char *name;
    YarnType result;
    uint8_t least, most;
    YarnType params[2];
} Builtin;

enum { YARN_ARGS_MAX = 64 }; /* arguments of one call */

/* `id` < BUILTIN_COUNT. */
const Builtin *library_builtin(uint32_t id);

/* How many arguments a function of the game takes, and the type of one of them; ANY
 * behind the last. */
uint32_t library_least(const YarnFunction *function);
uint32_t library_most(const YarnFunction *function);
YarnType library_param(const YarnFunction *function, uint32_t position);

#endif
