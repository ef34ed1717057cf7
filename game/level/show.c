#include "sango/level/show.h"

size_t level_show_names(StrView text, StrView names[SHOW_MAX])
{
    StrView rest = text, name;
    size_t count = 0;
    while (strview_take(&rest, '+', &name)) {
        if (count < SHOW_MAX) {
            names[count] = name;
        }
        count++;
    }
    return count;
}

size_t level_show(const YarnLineInfo *line, StrView names[SHOW_MAX])
{
    return level_show_names(yarn_line_tag_value(line, SV("show")), names);
}

void level_show_face(StrView name, StrView *actor, StrView *expression)
{
    *expression = name;
    *actor = SV("");
    (void)strview_take(expression, '-', actor);
    if (expression->len == 0) {
        *expression = SV("happy");
    }
}
