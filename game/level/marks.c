#include "sango/level/marks.h"

static const struct {
    const char *name, *letter;
    uint32_t colour;
} marks[VOTE_MARK_COUNT] = {
    { "circle", "A", 0x0B5FB0 }, { "triangle", "B", 0xB94700 }, { "square", "C", 0x1B7A3D },
    { "diamond", "D", 0x7A2FA8 }, { "star", "E", 0xB3203B },    { "heart", "F", 0x4A4A55 },
};

StrView vote_mark_name(VoteMark mark)
{
    return strview_from_cstr(marks[mark].name);
}

StrView vote_mark_letter(VoteMark mark)
{
    return strview_from_cstr(marks[mark].letter);
}

uint32_t vote_mark_colour(VoteMark mark)
{
    return marks[mark].colour;
}

StrView vote_mark_title(const Catalogue *catalogue, VoteMark mark)
{
    switch (mark) {
    case VOTE_CIRCLE:
        return TR(catalogue, "mark.circle", "Blue circle");
    case VOTE_TRIANGLE:
        return TR(catalogue, "mark.triangle", "Orange triangle");
    case VOTE_SQUARE:
        return TR(catalogue, "mark.square", "Green square");
    case VOTE_DIAMOND:
        return TR(catalogue, "mark.diamond", "Purple diamond");
    case VOTE_STAR:
        return TR(catalogue, "mark.star", "Red star");
    case VOTE_HEART:
    case VOTE_MARK_COUNT:
        break;
    }
    return TR(catalogue, "mark.heart", "Grey heart");
}
