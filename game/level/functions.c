#include "level_internal.h"

static YarnValue call_nickname(void *user, const YarnValue *args)
{
    const LevelUser *level = user;
    (void)args;
    return (YarnValue){ .type = YARN_TYPE_STRING, .as.string = level->nickname };
}

/* 1 for ages 7-9, 2 for 10-13: the bits BAND_YOUNGER and BAND_OLDER. */
static YarnValue call_band(void *user, const YarnValue *args)
{
    const LevelUser *level = user;
    (void)args;
    return (YarnValue){ .type = YARN_TYPE_NUMBER, .as.number = (float)level->band };
}

const YarnFunction *level_functions(size_t *count)
{
    static const YarnFunction functions[] = {
        { .name = "nickname", .result = YARN_TYPE_STRING, .doc = "The player's made-up name.", .call = call_nickname },
        { .name = "band", .result = YARN_TYPE_NUMBER, .doc = "1 for ages 7 to 9, 2 for ages 10 to 13.", .call = call_band },
    };
    *count = sizeof functions / sizeof functions[0];
    return functions;
}
