#include "sango/level/marks.h"

static const struct {
    const char *name, *letter;
    uint32_t colour;
} marks[VOTE_MARK_COUNT] = {
    { "circle", "A", 0x1D5FBF }, { "triangle", "B", 0xB84A00 }, { "square", "C", 0x1B7A43 },
    { "diamond", "D", 0x7438B0 }, { "star", "E", 0xFFC83D },    { "heart", "F", 0xC4264E },
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

bool vote_mark_has_dark_letter(VoteMark mark)
{
    return mark == VOTE_STAR;
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
        return TR(catalogue, "mark.star", "Yellow star");
    case VOTE_HEART:
    case VOTE_MARK_COUNT:
        break;
    }
    return TR(catalogue, "mark.heart", "Red heart");
}
