#include "sdl_internal.h"

#include <math.h>

/* One picture of the art: where it comes, and how it gets there. The software renderer copies it
 * from its sheet, or from the cache when it is scaled, mirrored or turned. */

void paint_copy(SdlPlatform *sdl, SDL_Texture *texture, const SDL_Rect *from, const SDL_Rect *to, Rgba color)
{
    SDL_SetTextureColorMod(texture, (Uint8)(color >> 24), (Uint8)(color >> 16), (Uint8)(color >> 8));
    SDL_SetTextureAlphaMod(texture, (Uint8)color);
    SDL_RenderCopy(sdl->renderer, texture, from, to);
}

/* Where the whole sprite comes, pixels. */
static SDL_FRect sprite_place(const SdlPlatform *sdl, const Sprite *sprite, const DrawPose *pose)
{
    float k = sdl->canvas.scale;
    float across = fabsf(pose->scale_x);
    float left = pose->scale_x < 0 ? -(sprite->place.x + sprite->place.w - pose->pivot_x) : sprite->place.x - pose->pivot_x;
    float x = pose->x + pose->pivot_x + left * across;
    float y = pose->y + pose->pivot_y + (sprite->place.y - pose->pivot_y) * pose->scale_y;
    SDL_FRect to = { x * k, y * k, sprite->place.w * across * k, sprite->place.h * pose->scale_y * k };
    if (pose->turn_deg == 0.0f) {
        to.x = roundf(to.x);
        to.y = roundf(to.y);
        bool is_same = fabsf(to.w - (float)sprite->source.w) < 1.0f && fabsf(to.h - (float)sprite->source.h) < 1.0f;
        to.w = is_same ? (float)sprite->source.w : roundf(to.w);
        to.h = is_same ? (float)sprite->source.h : roundf(to.h);
    }
    return to;
}

/* True when the picture can be copied as it lies in its sheet or in the cache. */
bool sprite_is_copied(const SdlPlatform *sdl, const DrawCmd *cmd)
{
    return sdl->is_software && cmd->pose.scale_y > 0 && !cmd->is_live;
}

static SDL_Rect whole_pixels(const SDL_FRect *place)
{
    return (SDL_Rect){ (int)lroundf(place->x), (int)lroundf(place->y), (int)lroundf(place->w), (int)lroundf(place->h) };
}

/* The key of a turned sprite, and where its picture comes. All is counted from the fixed point,
 * in whole pixels, so that the same turn gives the same picture wherever it stands. */
static SDL_Rect turned_place(const SdlPlatform *sdl, const Sprite *sprite, const DrawPose *pose, FittedKey *key)
{
    SDL_FRect to = sprite_place(sdl, sprite, pose);
    int x = (int)lroundf((pose->x + pose->pivot_x) * sdl->canvas.scale);
    int y = (int)lroundf((pose->y + pose->pivot_y) * sdl->canvas.scale);
    SDL_Rect from = whole_pixels(&(SDL_FRect){ to.x - (float)x, to.y - (float)y, to.w, to.h });
    *key = (FittedKey){ .sprite = sprite, .turn = (int)lroundf(pose->turn_deg * 10), .unturned = from, .is_mirrored = pose->scale_x < 0 };
    float angle = (float)key->turn * 0.1f * 3.14159265f / 180.0f;
    float low[2] = { 1e6f, 1e6f };
    float high[2] = { -1e6f, -1e6f };
    for (int i = 0; i < 4; i++) {
        float cx = (float)(from.x + (i & 1 ? from.w : 0));
        float cy = (float)(from.y + (i & 2 ? from.h : 0));
        float corner[2] = { cx * cosf(angle) - cy * sinf(angle), cx * sinf(angle) + cy * cosf(angle) };
        for (int axis = 0; axis < 2; axis++) {
            low[axis] = fminf(low[axis], corner[axis]);
            high[axis] = fmaxf(high[axis], corner[axis]);
        }
    }
    int left = (int)floorf(low[0]) - 1;
    int top = (int)floorf(low[1]) - 1;
    key->width = (int)ceilf(high[0]) + 1 - left;
    key->height = (int)ceilf(high[1]) + 1 - top;
    return (SDL_Rect){ x + left, y + top, key->width, key->height };
}

/* Where the sprite is painted when it is copied; *key says which picture of it. */
static SDL_Rect copied_place(const SdlPlatform *sdl, const Sprite *sprite, const DrawPose *pose, FittedKey *key)
{
    if (lroundf(pose->turn_deg * 10) != 0) {
        return turned_place(sdl, sprite, pose, key);
    }
    SDL_FRect to = sprite_place(sdl, sprite, pose);
    SDL_Rect box = whole_pixels(&to);
    *key = (FittedKey){ .sprite = sprite, .width = box.w, .height = box.h, .is_mirrored = pose->scale_x < 0 };
    return box;
}

static void make_picture(SdlPlatform *sdl, const Halved *small, const FittedKey *key, const SDL_Rect *box, const DrawPose *pose)
{
    SDL_RendererFlip flip = key->is_mirrored ? SDL_FLIP_HORIZONTAL : SDL_FLIP_NONE;
    SDL_Rect to = { 0, 0, key->width, key->height };
    SDL_Point fixed = { 0, 0 };
    if (key->turn) {
        int x = (int)lroundf((pose->x + pose->pivot_x) * sdl->canvas.scale) - box->x;
        int y = (int)lroundf((pose->y + pose->pivot_y) * sdl->canvas.scale) - box->y;
        to = (SDL_Rect){ x + key->unturned.x, y + key->unturned.y, key->unturned.w, key->unturned.h };
        fixed = (SDL_Point){ -key->unturned.x, -key->unturned.y };
    }
    SDL_RenderCopyEx(sdl->renderer, small->texture, &small->source, &to, key->turn * 0.1, &fixed, flip);
}

static void paint_copied(SdlPlatform *sdl, const DrawCmd *cmd, const Sprite *sprite, SDL_Texture *sheet)
{
    FittedKey key;
    SDL_Rect to = copied_place(sdl, sprite, &cmd->pose, &key);
    if (!key.turn && !key.is_mirrored && to.w == sprite->source.w && to.h == sprite->source.h) {
        paint_copy(sdl, sheet, &sprite->source, &to, cmd->color);
        return;
    }
    SDL_Texture *fitted = fitted_find(&sdl->fitted, &key);
    if (!fitted) {
        fitted = fitted_begin(&sdl->fitted, sdl->renderer, sheet, &key);
        if (!fitted) {
            return; /* no memory for it: the picture stays away */
        }
        Halved small = fitted_halve(sdl->renderer, sheet, fitted, &key);
        make_picture(sdl, &small, &key, &to, &cmd->pose);
        fitted_halved_done(&small);
        fitted_end(sdl->renderer, sheet, fitted);
    }
    paint_copy(sdl, fitted, NULL, &to, cmd->color);
}

/* --- what stands where a picture cannot be read ------------------------------------------ */

static const Rgba STAND_IN_WALL = 0x8F7FC4FFu, STAND_IN = 0xCBC2EAFFu, STAND_IN_BODY = 0xB9AEE0FFu, STAND_IN_INK = 0x2A2257FFu;

static void paint_round(SdlPlatform *sdl, const SDL_FRect *box, float radius_px, Rgba color)
{
    float k = sdl->canvas.scale;
    fill_paint(sdl, &(DrawCmd){ .kind = DRAW_FILL, .color = color, .rect = { box->x / k, box->y / k, box->w / k, box->h / k }, .radius = radius_px / k });
}

/* The layers that every actor has under the same names make a simple figure with a face; the rest stays away. */
static void paint_figure(SdlPlatform *sdl, StrView layer, const SDL_FRect *to, float alpha)
{
    float shorter = to->w < to->h ? to->w : to->h;
    if (strview_equal(layer, SV("body")) || strview_equal(layer, SV("head"))) {
        paint_round(sdl, to, shorter * 0.4f, rgba_with_alpha(layer.data[0] == 'b' ? STAND_IN_BODY : STAND_IN, alpha));
    } else if (strview_equal(layer, SV("eyes"))) {
        float side = to->h * 0.45f;
        for (int i = 0; i < 2; i++) {
            SDL_FRect eye = { to->x + to->w * (i ? 0.76f : 0.24f) - side / 2, to->y + (to->h - side) / 2, side, side };
            paint_round(sdl, &eye, side / 2, rgba_with_alpha(STAND_IN_INK, alpha));
        }
    } else if (strview_equal(layer, SV("mouth"))) {
        SDL_FRect mouth = { to->x + to->w * 0.2f, to->y + to->h * 0.3f, to->w * 0.6f, to->h * 0.35f };
        paint_round(sdl, &mouth, mouth.h / 2, rgba_with_alpha(STAND_IN_INK, alpha));
    }
}

static void paint_stand_in(SdlPlatform *sdl, const DrawCmd *cmd, const Sprite *sprite)
{
    const float whole_place = 1500000; /* square units */
    SDL_FRect to = sprite_place(sdl, sprite, &cmd->pose);
    float alpha = (float)(cmd->color & 0xFF) / 255.0f;
    if (strview_starts_with(sdl->art.sheets[sprite->sheet].file, SV("actor-"))) {
        StrView layer = cmd->name;
        StrView part;
        while (strview_take(&layer, '/', &part) && layer.len) { /* the last part of the name */
        }
        paint_figure(sdl, part, &to, alpha);
    } else if (sprite->place.w * sprite->place.h > whole_place) {
        paint_round(sdl, &to, 0, rgba_with_alpha(STAND_IN_WALL, alpha));
    } else {
        paint_round(sdl, &to, (to.w < to.h ? to.w : to.h) * 0.3f, rgba_with_alpha(STAND_IN_BODY, alpha));
    }
}

void sprite_paint(SdlPlatform *sdl, const DrawCmd *cmd)
{
    const Sprite *sprite = art_find(&sdl->art, cmd->name);
    if (!sprite) {
        return; /* a layer that an actor does not have */
    }
    SDL_Texture *texture = art_texture(&sdl->art, sdl->renderer, sprite);
    if (!texture) {
        paint_stand_in(sdl, cmd, sprite);
        return;
    }
    const DrawPose *pose = &cmd->pose;
    if (sprite_is_copied(sdl, cmd)) {
        paint_copied(sdl, cmd, sprite, texture);
        return;
    }
    if (sdl->is_software && live_paint(sdl, cmd, sprite, texture)) {
        return;
    }
    float k = sdl->canvas.scale;
    SDL_FRect to = sprite_place(sdl, sprite, pose);
    SDL_FPoint centre = { (pose->x + pose->pivot_x) * k - to.x, (pose->y + pose->pivot_y) * k - to.y };
    SDL_SetTextureColorMod(texture, (Uint8)(cmd->color >> 24), (Uint8)(cmd->color >> 16), (Uint8)(cmd->color >> 8));
    SDL_SetTextureAlphaMod(texture, (Uint8)cmd->color);
    SDL_RenderCopyExF(sdl->renderer, texture, &sprite->source, &to, (double)pose->turn_deg, &centre,
                      pose->scale_x < 0 ? SDL_FLIP_HORIZONTAL : SDL_FLIP_NONE);
}

SDL_Rect sprite_box(const SdlPlatform *sdl, const DrawCmd *cmd)
{
    const Sprite *sprite = art_find(&sdl->art, cmd->name);
    FittedKey key;
    if (sprite && sdl->is_software && cmd->is_live) {
        return live_box(sdl, sprite, &cmd->pose);
    }
    return sprite ? copied_place(sdl, sprite, &cmd->pose, &key) : (SDL_Rect){ 0 };
}
