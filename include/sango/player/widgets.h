#ifndef SANGO_PLAYER_WIDGETS_H
#define SANGO_PLAYER_WIDGETS_H

#include "sango/level/words.h"
#include "sango/player/app.h"

/* What several screens share in how they look. Ids from 1000 up belong to these. */
enum { WIDGET_BACK = 1000, WIDGET_MENU = 1001, WIDGET_NOTICE_OK = 1002 };

/* True on a canvas that stands upright: pages lay out in fewer columns there. */
bool screen_is_tall(const UiFrame *frame);
/* So many units, or as many as fit beside margins. */
float screen_fit(const UiFrame *frame, float width);

/* A full-canvas picture, scaled to cover; dark if the art is missing. */
void screen_background(UiFrame *frame, StrView place, StrView light);

/* Which light a place of the game's own has: the evening look's is the evening. */
StrView screen_light(const App *app);

/* Between these two, what is drawn is seen through a window into a place. `window` is where it
 * is on the screen (mirrored), `share` (0 to 1) which part of the place is seen, from its left to its
 * right; `around` is the colour of what the window is in. An empty place shows `wall`. */
void screen_window_begin(UiFrame *frame, Rect window, StrView place, StrView light, float share, Rgba wall);
void screen_window_end(UiFrame *frame, Rect window, Rgba around);

/* A heading at the top and a round back button at its start. */
void screen_heading(UiFrame *frame, StrView title, bool has_back);

/* A wide button, centred at x, with its top at y. */
void screen_button(UiFrame *frame, uint32_t id, float x, float y, float w, StrView label, UiButtonStyle style);

/* Where the roof at the end of the title's picture is: the picture covers the canvas. */
float screen_roof_y(const UiFrame *frame);
/* Sango stands at the end of a page with the title's picture. Gives the units that are left
 * for the page: all of them on a screen that stands upright, where Sango has no room. */
float screen_sango(App *app, UiFrame *frame, StrView expression);
/* Sango below a page that ends at `y`, on a screen that stands upright and has room for it. */
void screen_sango_below(App *app, UiFrame *frame, StrView expression, float y);

/* The grown-up's message in app->notice at the top of a screen; nothing when empty. */
void screen_notice(App *app, UiFrame *frame);

/* A round avatar picture with its name. */
void screen_avatar(UiFrame *frame, StrView animal, Rect rect, StrView label);

/* The picture of a level, round: its own, else the face of its child, else Sango's. */
void screen_level_picture(App *app, UiFrame *frame, const LevelEntry *level, Rect rect);
StrView level_picture(App *app, UiFrame *frame, const LevelEntry *level); /* its name; round */

/* Picture speech (#show:) outside a story: names such as "kite+arrow+sun", as large as the box on the screen lets them be,
 * one after the other from `since_ms` on; 0: they stand. `around` is the colour behind them. */
void screen_pictures(const App *app, UiFrame *frame, StrView names, Rect box, uint64_t since_ms, Rgba around);
/* The same in a bubble over a stage, with room beside the faces, below `top` and above `bottom`, and with a tail to who
 * speaks; `size` is the height of a picture, units. */
typedef struct ScreenBubble {
    const Stage *stage;
    StrView actor, names; /* borrowed for the call */
    uint64_t since_ms;
    float size, top, bottom;
} ScreenBubble;
void screen_bubble(const App *app, UiFrame *frame, const ScreenBubble *bubble);

/* A translated, formatted text in the frame's arena. */
StrView frame_format(UiFrame *frame, StrView pattern, const TextValue *values, size_t count);
StrView frame_number(UiFrame *frame, unsigned number);
StrView frame_join(UiFrame *frame, const char *prefix, StrView name); /* "avatar/" + "fox" */

/* Names in the player's language; those of powers, deeds and tools: level/words.h. */
StrView level_title(UiFrame *frame, const LevelEntry *level);
StrView level_summary(UiFrame *frame, const LevelEntry *level);

/* Allocates a scene's struct, zeroed; NULL when out of memory. */
void *scene_new(App *app, size_t bytes);
void scene_free(App *app, void *scene, size_t bytes);

#endif
