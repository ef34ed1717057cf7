#ifndef SANGO_PLAYER_PICTURES_INTERNAL_H
#define SANGO_PLAYER_PICTURES_INTERNAL_H

#include "sango/level/show.h"
#include "sango/player/app.h"

/* Picture speech: what #show: names, beside each other. */
typedef enum PictureKind {
    PICTURE_SIGN,  /* an icon */
    PICTURE_PHOTO, /* one of the phone's, 3 : 2 */
    PICTURE_FACE   /* an actor's */
} PictureKind;

typedef struct Picture {
    PictureKind kind;
    StrView name;              /* as in the level; of SIGN and PHOTO */
    StrView actor, expression; /* FACE */
} Picture;

typedef struct PictureRow {
    Picture list[SHOW_MAX];
    size_t count;
    bool is_thought; /* #think */
} PictureRow;

/* The pictures of a line, or of a choice with #icon: only; none: count 0. Texts live in `arena`. A name that is not
 * there is logged with its place and left out. */
void pictures_take(const App *app, Arena *arena, const YarnLineInfo *line, PictureRow *row);

/* The same of names as in #show:, "kite+arrow+sun". */
void pictures_named(const App *app, Arena *arena, StrView names, PictureRow *row);

/* Width of the row when it is `height` high, units. */
float pictures_width(const PictureRow *row, float height);

/* As large as `box` lets it be, in its middle; on the screen, so the caller mirrors the box and the row turns round by
 * itself. They come one after the other from `since_ms` on; 0: they stand. `around` is the colour behind them. Nothing
 * is said: the words of the line are. */
void pictures_draw(const App *app, UiFrame *frame, const PictureRow *row, Rect box, uint64_t since_ms, Rgba around);

#endif
