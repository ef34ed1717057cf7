#ifndef SANGO_LEVEL_SHOW_H
#define SANGO_LEVEL_SHOW_H

#include "sango/yarn/program.h"

/* Picture speech: "#show:speech+mama-happy+heart" says a line in one to three pictures: icons, pictures of the phone, and
 * faces of actors (without an expression: happy). */
enum { SHOW_MAX = 3, SHOW_CHOICE_MAX = 2 }; /* of a line; of a choice, whose card is small where two children play */

/* The names of a line, in order; up to SHOW_MAX are written. Returns how many there are, which may be more; 0 without
 * the tag. Views of the tag. */
size_t level_show(const YarnLineInfo *line, StrView names[SHOW_MAX]);
/* The same of a text: "speech+mama-happy+heart". */
size_t level_show_names(StrView text, StrView names[SHOW_MAX]);

/* A face's two parts: "mama-worried"; the expression is "happy" when none is named. */
void level_show_face(StrView name, StrView *actor, StrView *expression);

#endif
