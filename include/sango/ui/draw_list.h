#ifndef SANGO_UI_DRAW_LIST_H
#define SANGO_UI_DRAW_LIST_H

#include "sango/base/arena.h"
#include "sango/base/status.h"
#include "sango/base/strbuf.h"
#include "sango/base/strview.h"

#include <stdbool.h>
#include <stdint.h>

/* What one frame shows, back to front, as data: a scene fills it, a platform draws
 * it, a test prints it. Coordinates are in virtual units: the canvas is at least
 * 1920 x 1080 (or 1200 x 1500, upright), origin top left, y down; a platform scales it to the window. */
typedef struct Rect {
    float x, y, w, h;
} Rect;

/* 0xRRGGBBAA, not premultiplied. */
typedef uint32_t Rgba;

typedef enum DrawKind {
    DRAW_FILL,       /* a filled rectangle with rounded corners */
    DRAW_SPRITE,     /* a named picture at its own place in its canvas, transformed */
    DRAW_NINE,       /* a nine-slice picture stretched over `rect` */
    DRAW_GLYPHS,     /* one run of shaped text: one font, one direction */
    DRAW_IRIS,       /* all but the circle of `radius` around the corner of `rect` is filled */
    DRAW_CLIP        /* later commands only inside `rect`; an empty rect ends it */
} DrawKind;

/* Where a sprite's canvas lies and how it is turned. */
typedef struct DrawPose {
    float x, y;             /* place of the canvas origin */
    float scale_x, scale_y; /* negative scale_x mirrors */
    float pivot_x, pivot_y; /* fixed point of scale and turn, in canvas units */
    float turn_deg;         /* clockwise */
} DrawPose;

typedef struct DrawGlyphs {
    StrView text;      /* UTF-8, no line break */
    uint8_t font;      /* index into the font list of text/fonts.h */
    bool rtl;
    char script[5];    /* ISO 15924, such as "Arab" */
    float size;        /* em height in units */
    float x, baseline; /* left end of the run, whatever its direction */
    float spacing;     /* letter spacing, units; 0 for joined scripts */
} DrawGlyphs;

typedef struct DrawCmd {
    DrawKind kind;
    Rgba color;    /* FILL, GLYPHS, IRIS: the colour. SPRITE, NINE: multiplied with it */
    Rect rect;     /* FILL, NINE, CLIP, IRIS */
    float radius;  /* FILL: corner radius; IRIS: of the circle; units */
    StrView name;  /* SPRITE, NINE: such as "kofi/worried/head" */
    DrawPose pose; /* SPRITE */
    DrawGlyphs glyphs;
    bool is_live;  /* SPRITE: scaled and turned anew for each frame, between whole pixels */
} DrawCmd;

/* Commands and the texts they point to live in the frame's arena. */
typedef struct DrawList {
    Arena *arena; /* borrowed: reset between frames by whoever owns the loop */
    DrawCmd *cmds;
    size_t count;
    bool failed; /* out of memory: what is there is still valid */
    float width, height; /* the canvas, units */
} DrawList;

/* Begins a frame: forgets the commands. The arena must be fresh. */
void draw_list_begin(DrawList *list, Arena *arena, float width, float height);

void draw_fill(DrawList *list, Rect rect, float radius, Rgba color);
void draw_sprite(DrawList *list, StrView name, DrawPose pose, Rgba color);
/* For what is seen through a moving camera or squashes: no picture is kept in the size shown. */
void draw_sprite_live(DrawList *list, StrView name, DrawPose pose, Rgba color);
/* The sprite with its canvas at (x, y), not turned. */
void draw_sprite_at(DrawList *list, StrView name, float x, float y, Rgba color);
void draw_nine(DrawList *list, StrView name, Rect rect, Rgba color);
void draw_glyphs(DrawList *list, const DrawGlyphs *glyphs, Rgba color);
/* Fills all but a circle. */
void draw_iris(DrawList *list, float x, float y, float radius, Rgba color);
void draw_clip(DrawList *list, Rect rect);
void draw_clip_end(DrawList *list);

/* One line of text a command, for golden tests: coordinates with one decimal. */
void draw_list_print(const DrawList *list, StrBuf *out);

bool rect_contains(Rect rect, float x, float y);
Rgba rgba_with_alpha(Rgba color, float alpha); /* 0 <= alpha <= 1, multiplied in */

#endif
