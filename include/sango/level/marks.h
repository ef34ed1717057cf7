#ifndef SANGO_LEVEL_MARKS_H
#define SANGO_LEVEL_MARKS_H

#include "sango/i18n/catalogue.h"

/* The signs that a class votes with: the same on the big screen and on the cards, in this order. Each has a letter, a
 * shape and a colour, so that none of them is needed: A blue circle, B orange triangle, C green square, D purple
 * diamond, E red star, F grey heart. */
typedef enum VoteMark { VOTE_CIRCLE, VOTE_TRIANGLE, VOTE_SQUARE, VOTE_DIAMOND, VOTE_STAR, VOTE_HEART, VOTE_MARK_COUNT } VoteMark;

StrView vote_mark_name(VoteMark mark);   /* "circle", for files and ids */
StrView vote_mark_letter(VoteMark mark); /* "A" */
StrView vote_mark_title(const Catalogue *catalogue, VoteMark mark); /* "Blue circle" */
uint32_t vote_mark_colour(VoteMark mark); /* 0xRRGGBB; white letters on it have a contrast of at least 4.5, with each way of seeing colours. As in assets/art/ui/marks.py */

#endif
