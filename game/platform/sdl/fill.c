#include "sdl_internal.h"

#include <math.h>

/* Boxes of one colour, washes over the picture, and the shutter that closes around a circle. */

static void set_color(SdlPlatform *sdl, Rgba color)
{
    SDL_SetRenderDrawColor(sdl->renderer, (Uint8)(color >> 24), (Uint8)(color >> 16), (Uint8)(color >> 8), (Uint8)color);
}

/* A wash over a large box: the software renderer blends a picture of one colour several
 * times as fast as the colour itself. False when there is no such picture. */
static bool paint_wash(SdlPlatform *sdl, const SDL_Rect *box, Rgba color)
{
    enum { SIDE = 256 };
    if (!sdl->wash) {
        sdl->wash = SDL_CreateTexture(sdl->renderer, SDL_PIXELFORMAT_ARGB8888, SDL_TEXTUREACCESS_TARGET, SIDE, SIDE);
        if (!sdl->wash || SDL_SetTextureBlendMode(sdl->wash, SDL_BLENDMODE_BLEND) != 0) {
            return false;
        }
        sdl->wash_color = ~color;
    }
    if (sdl->wash_color != color) {
        if (SDL_SetRenderTarget(sdl->renderer, sdl->wash) != 0) {
            return false;
        }
        SDL_RenderClear(sdl->renderer);
        SDL_SetRenderTarget(sdl->renderer, NULL);
        sdl->wash_color = color;
    }
    for (int y = 0; y < box->h; y += SIDE) {
        for (int x = 0; x < box->w; x += SIDE) {
            SDL_Rect from = { 0, 0, SDL_min(SIDE, box->w - x), SDL_min(SIDE, box->h - y) };
            SDL_Rect to = { box->x + x, box->y + y, from.w, from.h };
            SDL_RenderCopy(sdl->renderer, sdl->wash, &from, &to);
        }
    }
    return true;
}

static void paint_middle(SdlPlatform *sdl, const SDL_Rect *box, Rgba color)
{
    enum { WASH_PIXELS = 16384 };
    bool is_wash = sdl->is_software && (color & 0xFF) != 0xFF && box->w * box->h > WASH_PIXELS;
    if (!is_wash || !paint_wash(sdl, box, color)) {
        SDL_RenderFillRect(sdl->renderer, box);
    }
}

/* The pixels of one row that the four round corners cover in part, in as much of the colour.
 * Gives how many pixels at each end are not whole. */
static int paint_curve(SdlPlatform *sdl, const SDL_Rect *box, int radius, int row, Rgba color)
{
    float up = (float)(radius - row) - 0.5f;
    int column = radius;
    while (column > 0) {
        float across = (float)(radius - column) + 0.5f;
        float share = (float)radius + 0.5f - sqrtf(up * up + across * across);
        if (share >= 1.0f) {
            column--;
            continue;
        }
        int inset = column;
        for (; column > 0 && share > 0; column--) {
            SDL_Rect pixels[4] = { { box->x + column - 1, box->y + row, 1, 1 },
                                   { box->x + box->w - column, box->y + row, 1, 1 },
                                   { box->x + column - 1, box->y + box->h - 1 - row, 1, 1 },
                                   { box->x + box->w - column, box->y + box->h - 1 - row, 1, 1 } };
            set_color(sdl, rgba_with_alpha(color, share));
            SDL_RenderFillRects(sdl->renderer, pixels, 4);
            across += 1.0f;
            share = (float)radius + 0.5f - sqrtf(up * up + across * across);
        }
        return inset;
    }
    return 0;
}

/* Rounded corners row by row: a few lines, and no picture is needed. */
void fill_paint(SdlPlatform *sdl, const DrawCmd *cmd)
{
    SDL_Rect box = canvas_pixels(sdl, cmd->rect);
    int radius = (int)lroundf(cmd->radius * sdl->canvas.scale);
    int half = (box.w < box.h ? box.w : box.h) / 2;
    radius = radius < half ? radius : half;
    SDL_Rect middle = { box.x, box.y + radius, box.w, box.h - 2 * radius };
    SDL_SetRenderDrawBlendMode(sdl->renderer, SDL_BLENDMODE_BLEND);
    set_color(sdl, cmd->color);
    paint_middle(sdl, &middle, cmd->color);
    for (int row = 0; row < radius; row++) {
        int inset = paint_curve(sdl, &box, radius, row, cmd->color);
        SDL_Rect rows[2] = { { box.x + inset, box.y + row, box.w - 2 * inset, 1 },
                             { box.x + inset, box.y + box.h - 1 - row, box.w - 2 * inset, 1 } };
        set_color(sdl, cmd->color);
        SDL_RenderFillRects(sdl->renderer, rows, 2);
    }
}

/* All but a circle, row by row. */
void fill_iris(SdlPlatform *sdl, const DrawCmd *cmd)
{
    float k = sdl->canvas.scale;
    SDL_Rect screen = { 0, 0, sdl->canvas.width_px, sdl->canvas.height_px };
    double x = (double)(cmd->rect.x * k);
    double y = (double)(cmd->rect.y * k);
    double radius = (double)(cmd->radius * k);
    SDL_SetRenderDrawBlendMode(sdl->renderer, SDL_BLENDMODE_BLEND);
    set_color(sdl, cmd->color);
    for (int row = 0; row < screen.h; row++) {
        double up = row + 0.5 - y;
        double half = up * up < radius * radius ? sqrt(radius * radius - up * up) : -1;
        int left = half < 0 ? screen.w : (int)lround(fmin(fmax(x - half, 0), screen.w));
        int right = half < 0 ? screen.w : (int)lround(fmin(fmax(x + half, 0), screen.w));
        SDL_Rect sides[2] = { { 0, row, left, 1 }, { right, row, screen.w - right, 1 } };
        SDL_RenderFillRects(sdl->renderer, sides, right < screen.w ? 2 : 1);
    }
}
