#include "library.h"

const Builtin *library_builtin(uint32_t id)
{
    static const Builtin builtins[] = {
#define X(name, result, least, most, first, second)                                                          \
    { #name, YARN_TYPE_##result, least, most, { YARN_TYPE_##first, YARN_TYPE_##second } },
        YARN_BUILTINS(X)
#undef X
    };
    return &builtins[id];
}
