#include "library.h"

uint32_t library_least(const YarnFunction *function)
{
    uint32_t free_count = (uint32_t)function->optional_count + function->is_variadic;
    return free_count < function->param_count ? function->param_count - free_count : 0;
}

uint32_t library_most(const YarnFunction *function)
{
    return function->is_variadic ? YARN_ARGS_MAX : function->param_count;
}

YarnType library_param(const YarnFunction *function, uint32_t position)
{
    uint32_t count = function->param_count;
    if (position < count) {
        return function->params[position];
    }
    return function->is_variadic && count > 0 ? function->params[count - 1] : YARN_TYPE_ANY;
}

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
