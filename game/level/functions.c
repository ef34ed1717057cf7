#include "level_internal.h"

static YarnValue call_nickname(void *user, const YarnValue *args, size_t arg_count)
{
    (void)arg_count;
    const LevelUser *level = user;
    (void)args;
    return (YarnValue){ .type = YARN_TYPE_STRING, .as.string = level->nickname };
}

/* 1 for ages 7-9, 2 for 10-13: the bits BAND_YOUNGER and BAND_OLDER. */
static YarnValue call_band(void *user, const YarnValue *args, size_t arg_count)
{
    (void)arg_count;
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

bool level_find_power(StrView name, Power *power)
{
    for (unsigned i = 0; i < POWER_COUNT; i++) {
        if (strview_equal(name, strview_from_cstr(power_name((Power)i)))) {
            *power = (Power)i;
            return true;
        }
    }
    return false;
}

bool level_find_deed(StrView name, Deed *deed)
{
    for (unsigned i = 0; i < DEED_COUNT; i++) {
        if (strview_equal(name, strview_from_cstr(deed_name((Deed)i)))) {
            *deed = (Deed)i;
            return true;
        }
    }
    return false;
}

AnswerTags answer_tags(const YarnLineInfo *info)
{
    AnswerTags tags = { .grade = GRADE_OKAY,
                        .tells = yarn_line_has_tag(info, SV("tell")),
                        .recovers = yarn_line_has_tag(info, SV("recover")) };
    static const struct {
        const char *tag;
        Grade grade;
    } grades[] = { { "safe", GRADE_SAFE }, { "okay", GRADE_OKAY }, { "risky", GRADE_RISKY } };
    for (size_t i = 0; i < 3; i++) {
        if (yarn_line_has_tag(info, strview_from_cstr(grades[i].tag))) {
            tags.grade = grades[i].grade;
            tags.grade_count++;
        }
    }
    return tags;
}
