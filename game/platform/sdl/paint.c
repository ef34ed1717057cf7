#include "sdl_internal.h"

#include <math.h>

SDL_Rect canvas_pixels(const SdlPlatform *sdl, Rect rect)
{
    float k = sdl->canvas.scale;
    int x0 = (int)lroundf(rect.x * k);
    int y0 = (int)lroundf(rect.y * k);
    return (SDL_Rect){ x0, y0, (int)lroundf((rect.x + rect.w) * k) - x0, (int)lroundf((rect.y + rect.h) * k) - y0 };
}

static SDL_Rect screen_rect(const SdlPlatform *sdl)
{
    return (SDL_Rect){ 0, 0, sdl->canvas.width_px, sdl->canvas.height_px };
}

/* What stands where a picture is missing. */
static void paint_missing(SdlPlatform *sdl, Rect rect)
{
    fill_paint(sdl, &(DrawCmd){ .kind = DRAW_FILL, .color = 0xB8AED088u, .rect = rect, .radius = 24 });
}

/* --- nine-slices ----------------------------------------------------------------------- */

/* Of the same size wherever it stands, so that one that moves is made once. */
static SDL_Rect nine_box(const SdlPlatform *sdl, const DrawCmd *cmd)
{
    const Nine *nine = art_find_nine(&sdl->art, cmd->name);
    float pad = nine ? nine->pad : 0;
    float k = sdl->canvas.scale;
    return (SDL_Rect){ (int)lroundf((cmd->rect.x - pad) * k), (int)lroundf((cmd->rect.y - pad) * k),
                       (int)lroundf((cmd->rect.w + 2 * pad) * k), (int)lroundf((cmd->rect.h + 2 * pad) * k) };
}

/* Corners keep their size, `d` pixels; edges and the middle stretch. */
static void paint_slices(SdlPlatform *sdl, SDL_Texture *sheet, const SDL_Rect *from, int m, const SDL_Rect *box, int d)
{
    m = m * 2 < from->w ? m : from->w / 2 - 1;
    m = m * 2 < from->h ? m : from->h / 2 - 1;
    d = d * 2 < box->w ? d : box->w / 2;
    d = d * 2 < box->h ? d : box->h / 2;
    const int sx[4] = { 0, m, from->w - m, from->w };
    const int sy[4] = { 0, m, from->h - m, from->h };
    const int dx[4] = { 0, d, box->w - d, box->w };
    const int dy[4] = { 0, d, box->h - d, box->h };
    for (int i = 0; i < 9; i++) {
        int c = i % 3;
        int r = i / 3;
        SDL_Rect a = { from->x + sx[c], from->y + sy[r], sx[c + 1] - sx[c], sy[r + 1] - sy[r] };
        SDL_Rect b = { box->x + dx[c], box->y + dy[r], dx[c + 1] - dx[c], dy[r + 1] - dy[r] };
        if (a.w > 0 && a.h > 0 && b.w > 0 && b.h > 0) {
            SDL_RenderCopy(sdl->renderer, sheet, &a, &b);
        }
    }
}

static void paint_nine(SdlPlatform *sdl, const DrawCmd *cmd)
{
    const Sprite *sprite = art_find(&sdl->art, cmd->name);
    SDL_Texture *sheet = sprite ? art_texture(&sdl->art, sdl->renderer, sprite) : NULL;
    if (!sheet) {
        paint_missing(sdl, cmd->rect);
        return;
    }
    const Nine *nine = art_find_nine(&sdl->art, cmd->name);
    SDL_Rect box = nine_box(sdl, cmd);
    int from_corner = nine ? (int)lroundf(nine->corner * (float)sprite->source.w / sprite->place.w) : 0;
    int corner = nine ? (int)lroundf(nine->corner * sdl->canvas.scale) : 0;
    if (!sdl->is_software) {
        SDL_SetTextureColorMod(sheet, (Uint8)(cmd->color >> 24), (Uint8)(cmd->color >> 16), (Uint8)(cmd->color >> 8));
        SDL_SetTextureAlphaMod(sheet, (Uint8)cmd->color);
        paint_slices(sdl, sheet, &sprite->source, from_corner, &box, corner);
        return;
    }
    FittedKey key = { .sprite = sprite, .width = box.w, .height = box.h, .corner = corner, .is_nine = true };
    SDL_Texture *fitted = fitted_find(&sdl->fitted, &key);
    if (!fitted) {
        fitted = fitted_begin(&sdl->fitted, sdl->renderer, sheet, &key);
        if (!fitted) {
            return;
        }
        SDL_Rect whole = { 0, 0, box.w, box.h };
        Halved small = { sheet, sprite->source, false };
        if (!nine) {
            small = fitted_halve(sdl->renderer, sheet, fitted, &key);
        }
        paint_slices(sdl, small.texture, &small.source, from_corner, &whole, corner);
        fitted_halved_done(&small);
        fitted_end(sdl->renderer, sheet, fitted);
    }
    paint_copy(sdl, fitted, NULL, &box, cmd->color);
}

/* --- a list ---------------------------------------------------------------------------- */

static void paint_command(SdlPlatform *sdl, const DrawCmd *cmd)
{
    switch (cmd->kind) {
    case DRAW_FILL:
        fill_paint(sdl, cmd);
        break;
    case DRAW_SPRITE:
        sprite_paint(sdl, cmd);
        break;
    case DRAW_NINE:
        paint_nine(sdl, cmd);
        break;
    case DRAW_GLYPHS:
        glyphs_draw(&sdl->glyphs, sdl->renderer, &cmd->glyphs, cmd->color);
        break;
    case DRAW_IRIS:
        fill_iris(sdl, cmd);
        break;
    case DRAW_CLIP:
        break; /* the caller's */
    }
}

static SDL_Rect command_box(SdlPlatform *sdl, const DrawCmd *cmd)
{
    if (cmd->kind == DRAW_SPRITE || cmd->kind == DRAW_NINE) {
        art_keep(&sdl->art, cmd->name);
    }
    switch (cmd->kind) {
    case DRAW_FILL:
        return canvas_pixels(sdl, cmd->rect);
    case DRAW_SPRITE:
        return sprite_box(sdl, cmd);
    case DRAW_NINE:
        return nine_box(sdl, cmd);
    case DRAW_GLYPHS:
        return glyphs_box(&sdl->glyphs, sdl->renderer, &cmd->glyphs, cmd->color);
    case DRAW_IRIS:
        return screen_rect(sdl);
    case DRAW_CLIP:
        break;
    }
    return (SDL_Rect){ 0 };
}

static SDL_Rect clip_rect(const SdlPlatform *sdl, const DrawCmd *cmd)
{
    return cmd->rect.w > 0 ? canvas_pixels(sdl, cmd->rect) : screen_rect(sdl);
}

/* Where each command paints, cut to what may be seen. NULL when out of memory. */
static SDL_Rect *find_boxes(SdlPlatform *sdl, const DrawList *list)
{
    SDL_Rect *boxes = ARENA_ARRAY(list->arena, SDL_Rect, list->count + 1);
    SDL_Rect screen = screen_rect(sdl);
    SDL_Rect clip = screen;
    for (size_t i = 0; boxes && i < list->count; i++) {
        const DrawCmd *cmd = &list->cmds[i];
        SDL_Rect box = command_box(sdl, cmd);
        if (cmd->kind == DRAW_CLIP) {
            SDL_Rect wanted = clip_rect(sdl, cmd);
            clip = SDL_IntersectRect(&wanted, &screen, &clip) ? clip : (SDL_Rect){ 0 };
        }
        boxes[i] = SDL_IntersectRect(&box, &clip, &boxes[i]) ? boxes[i] : (SDL_Rect){ 0 };
    }
    return boxes;
}

/* The part of a nine-slice through which nothing shows; empty when there is none, or it is small. */
static SDL_Rect opaque_middle(SdlPlatform *sdl, const DrawCmd *cmd)
{
    enum { WORTH_PIXELS = 30000, RIM = 2 };
    const Nine *nine = cmd->kind == DRAW_NINE && sdl->is_software ? art_find_nine(&sdl->art, cmd->name) : NULL;
    if (!nine || (cmd->color & 0xFF) != 0xFF) {
        return (SDL_Rect){ 0 };
    }
    SDL_Rect box = nine_box(sdl, cmd);
    int corner = (int)lroundf(nine->corner * sdl->canvas.scale) + RIM;
    SDL_Rect middle = { box.x + corner, box.y + corner, box.w - 2 * corner, box.h - 2 * corner };
    bool is_worth = middle.w > 0 && middle.h > 0 && middle.w * middle.h > WORTH_PIXELS;
    return is_worth && art_is_middle_opaque(&sdl->art, sdl->renderer, cmd->name) ? middle : (SDL_Rect){ 0 };
}

static bool is_inside(const SDL_Rect *inner, const SDL_Rect *outer)
{
    SDL_Rect both;
    SDL_UnionRect(inner, outer, &both);
    return !SDL_RectEmpty(outer) && SDL_RectEquals(&both, outer);
}

/* True when nothing below the command can be seen in `part`. */
static bool covers(SdlPlatform *sdl, const DrawCmd *cmd, const SDL_Rect *box, const SDL_Rect *part)
{
    SDL_Rect both;
    SDL_UnionRect(box, part, &both);
    if (cmd->kind == DRAW_NINE && is_inside(part, box)) {
        SDL_Rect middle = opaque_middle(sdl, cmd);
        return is_inside(part, &middle);
    }
    if (SDL_RectEmpty(box) || !SDL_RectEquals(&both, box) || (cmd->color & 0xFF) != 0xFF) {
        return false;
    }
    if (cmd->kind == DRAW_SPRITE && sdl->is_software && cmd->pose.scale_y > 0 && cmd->pose.turn_deg == 0.0f) {
        const Sprite *sprite = art_find(&sdl->art, cmd->name);
        return sprite && sdl->art.sheets[sprite->sheet].is_opaque;
    }
    return cmd->kind == DRAW_FILL && cmd->radius == 0.0f;
}

static void paint_part(SdlPlatform *sdl, const DrawList *list, const SDL_Rect *boxes, const SDL_Rect *part)
{
    size_t first = list->count;
    while (first > 0 && !covers(sdl, &list->cmds[first - 1], &boxes[first - 1], part)) {
        first--;
    }
    SDL_RenderSetClipRect(sdl->renderer, part);
    if (first == 0) {
        SDL_SetRenderDrawBlendMode(sdl->renderer, SDL_BLENDMODE_NONE);
        SDL_SetRenderDrawColor(sdl->renderer, 0x2A, 0x22, 0x57, 255);
        SDL_RenderFillRect(sdl->renderer, part);
    }
    for (size_t i = 0; i < list->count; i++) {
        const DrawCmd *cmd = &list->cmds[i];
        if (cmd->kind == DRAW_CLIP) {
            SDL_Rect clip = clip_rect(sdl, cmd);
            SDL_IntersectRect(&clip, part, &clip);
            SDL_RenderSetClipRect(sdl->renderer, &clip);
        } else if (i + 1 >= first && SDL_HasIntersection(&boxes[i], part)) {
            paint_command(sdl, cmd);
        }
    }
}

void paint_whole(SdlPlatform *sdl, const DrawList *list, const SDL_Rect *boxes)
{
    SDL_Rect screen = screen_rect(sdl);
    paint_part(sdl, list, boxes, &screen);
    SDL_RenderSetClipRect(sdl->renderer, NULL);
}

/* What of an opaque middle can be seen: `clip` may cut it. The largest one. */
static SDL_Rect find_middle(SdlPlatform *sdl, const DrawList *list, const SDL_Rect *boxes)
{
    SDL_Rect best = { 0 };
    for (size_t i = 0; i < list->count; i++) {
        SDL_Rect middle = opaque_middle(sdl, &list->cmds[i]);
        if (SDL_IntersectRect(&middle, &boxes[i], &middle) && middle.w * middle.h > best.w * best.h) {
            best = middle;
        }
    }
    return best;
}

/* A part with a large box on it, such as the words' box before a moving picture, in pieces: behind the
 * box nothing needs to be painted. */
static void paint_around(SdlPlatform *sdl, const DrawList *list, const SDL_Rect *boxes, const SDL_Rect *part, const SDL_Rect *middle)
{
    SDL_Rect in;
    if (!SDL_IntersectRect(part, middle, &in)) {
        paint_part(sdl, list, boxes, part);
        return;
    }
    SDL_Rect pieces[] = {
        in,
        { part->x, part->y, part->w, in.y - part->y },
        { part->x, in.y + in.h, part->w, part->y + part->h - in.y - in.h },
        { part->x, in.y, in.x - part->x, in.h },
        { in.x + in.w, in.y, part->x + part->w - in.x - in.w, in.h },
    };
    for (size_t i = 0; i < sizeof pieces / sizeof pieces[0]; i++) {
        if (!SDL_RectEmpty(&pieces[i])) {
            paint_part(sdl, list, boxes, &pieces[i]);
        }
    }
}

void paint(SdlPlatform *sdl, const DrawList *list, Damage *damage)
{
    SDL_Rect screen = screen_rect(sdl);
    sdl->art.picture++;
    SDL_Rect *boxes = find_boxes(sdl, list);
    *damage = (Damage){ 0 };
    if (!boxes) {
        return;
    }
    if (sdl->shown.is_known) {
        damage_find(&sdl->shown, list, boxes, damage);
    } else {
        damage_add(damage, &screen);
    }
    if (damage->count && !sdl->is_software) {
        *damage = (Damage){ { screen }, 1 }; /* its picture does not stay */
    }
    SDL_Rect middle = damage->count ? find_middle(sdl, list, boxes) : (SDL_Rect){ 0 };
    for (size_t i = 0; i < damage->count; i++) {
        paint_around(sdl, list, boxes, &damage->rects[i], &middle);
    }
    SDL_RenderSetClipRect(sdl->renderer, NULL);
    if (damage->count) {
        shown_keep(&sdl->shown, list, boxes);
        art_trim(&sdl->art);
    }
}
