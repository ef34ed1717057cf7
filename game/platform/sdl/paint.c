#include "sdl_internal.h"

#include <math.h>

static void tint(SDL_Texture *texture, Rgba color)
{
    SDL_SetTextureColorMod(texture, (Uint8)(color >> 24), (Uint8)(color >> 16), (Uint8)(color >> 8));
    SDL_SetTextureAlphaMod(texture, (Uint8)color);
}

static SDL_Rect to_pixels(const SdlPlatform *sdl, Rect rect)
{
    float k = sdl->canvas.scale;
    int x0 = (int)lroundf(rect.x * k);
    int y0 = (int)lroundf(rect.y * k);
    return (SDL_Rect){ x0, y0, (int)lroundf((rect.x + rect.w) * k) - x0, (int)lroundf((rect.y + rect.h) * k) - y0 };
}

/* Rounded corners row by row: a few lines, and no picture is needed. */
static void paint_fill(SdlPlatform *sdl, const DrawCmd *cmd)
{
    SDL_Rect box = to_pixels(sdl, cmd->rect);
    int radius = (int)lroundf(cmd->radius * sdl->canvas.scale);
    int half = (box.w < box.h ? box.w : box.h) / 2;
    radius = radius < half ? radius : half;
    SDL_SetRenderDrawBlendMode(sdl->renderer, SDL_BLENDMODE_BLEND);
    SDL_SetRenderDrawColor(sdl->renderer, (Uint8)(cmd->color >> 24), (Uint8)(cmd->color >> 16),
                           (Uint8)(cmd->color >> 8), (Uint8)cmd->color);
    SDL_Rect middle = { box.x, box.y + radius, box.w, box.h - 2 * radius };
    SDL_RenderFillRect(sdl->renderer, &middle);
    for (int row = 0; row < radius; row++) {
        double up = (double)radius - row - 0.5;
        int inset = radius - (int)lround(sqrt((double)radius * radius - up * up));
        SDL_Rect rows[2] = { { box.x + inset, box.y + row, box.w - 2 * inset, 1 },
                             { box.x + inset, box.y + box.h - 1 - row, box.w - 2 * inset, 1 } };
        SDL_RenderFillRects(sdl->renderer, rows, 2);
    }
}

/* What stands where a picture is missing. */
static void paint_missing(SdlPlatform *sdl, Rect rect)
{
    paint_fill(sdl, &(DrawCmd){ .kind = DRAW_FILL, .color = 0xB8AED088u, .rect = rect, .radius = 24 });
}

static void paint_sprite(SdlPlatform *sdl, const DrawCmd *cmd)
{
    const Sprite *sprite = art_find(&sdl->art, cmd->name);
    SDL_Texture *texture = sprite ? art_texture(&sdl->art, sdl->renderer, sprite) : NULL;
    if (!texture) {
        return; /* a layer that an actor does not have */
    }
    const DrawPose *pose = &cmd->pose;
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
        to.w = is_same ? (float)sprite->source.w : to.w;
        to.h = is_same ? (float)sprite->source.h : to.h;
    }
    SDL_FPoint centre = { (pose->x + pose->pivot_x) * k - to.x, (pose->y + pose->pivot_y) * k - to.y };
    tint(texture, cmd->color);
    SDL_RenderCopyExF(sdl->renderer, texture, &sprite->source, &to, (double)pose->turn_deg, &centre,
                      pose->scale_x < 0 ? SDL_FLIP_HORIZONTAL : SDL_FLIP_NONE);
}

static void paint_nine(SdlPlatform *sdl, const DrawCmd *cmd)
{
    const Sprite *sprite = art_find(&sdl->art, cmd->name);
    SDL_Texture *texture = sprite ? art_texture(&sdl->art, sdl->renderer, sprite) : NULL;
    if (!texture) {
        paint_missing(sdl, cmd->rect);
        return;
    }
    tint(texture, cmd->color);
    const Nine *nine = art_find_nine(&sdl->art, cmd->name);
    if (!nine) {
        SDL_Rect to = to_pixels(sdl, cmd->rect);
        SDL_RenderCopy(sdl->renderer, texture, &sprite->source, &to);
        return;
    }
    Rect rect = { cmd->rect.x - nine->pad, cmd->rect.y - nine->pad, cmd->rect.w + 2 * nine->pad, cmd->rect.h + 2 * nine->pad };
    SDL_Rect box = to_pixels(sdl, rect);
    SDL_Rect from = sprite->source;
    int m = (int)lroundf(nine->corner * sdl->art.pixels_per_unit);
    int d = (int)lroundf(nine->corner * sdl->canvas.scale);
    m = m * 2 < from.w ? m : from.w / 2 - 1;
    m = m * 2 < from.h ? m : from.h / 2 - 1;
    d = d * 2 < box.w ? d : box.w / 2;
    d = d * 2 < box.h ? d : box.h / 2;
    const int sx[4] = { 0, m, from.w - m, from.w };
    const int sy[4] = { 0, m, from.h - m, from.h };
    const int dx[4] = { 0, d, box.w - d, box.w };
    const int dy[4] = { 0, d, box.h - d, box.h };
    for (int i = 0; i < 9; i++) {
        int c = i % 3;
        int r = i / 3;
        SDL_Rect a = { from.x + sx[c], from.y + sy[r], sx[c + 1] - sx[c], sy[r + 1] - sy[r] };
        SDL_Rect b = { box.x + dx[c], box.y + dy[r], dx[c + 1] - dx[c], dy[r + 1] - dy[r] };
        if (a.w > 0 && a.h > 0 && b.w > 0 && b.h > 0) {
            SDL_RenderCopy(sdl->renderer, texture, &a, &b);
        }
    }
}

void paint(SdlPlatform *sdl, const DrawList *list)
{
    SDL_RenderSetClipRect(sdl->renderer, NULL);
    SDL_SetRenderDrawColor(sdl->renderer, 0x2A, 0x22, 0x57, 255);
    SDL_RenderClear(sdl->renderer);
    for (size_t i = 0; i < list->count; i++) {
        const DrawCmd *cmd = &list->cmds[i];
        switch (cmd->kind) {
        case DRAW_FILL:
            paint_fill(sdl, cmd);
            break;
        case DRAW_SPRITE:
            paint_sprite(sdl, cmd);
            break;
        case DRAW_NINE:
            paint_nine(sdl, cmd);
            break;
        case DRAW_GLYPHS:
            glyphs_draw(&sdl->glyphs, sdl->renderer, &cmd->glyphs, cmd->color);
            break;
        case DRAW_CLIP: {
            SDL_Rect clip = to_pixels(sdl, cmd->rect);
            SDL_RenderSetClipRect(sdl->renderer, cmd->rect.w > 0 ? &clip : NULL);
            break;
        }
        }
    }
    SDL_RenderSetClipRect(sdl->renderer, NULL);
}
