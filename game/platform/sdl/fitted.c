#include "sdl_internal.h"

/* Pictures in just the size and direction that they are shown in: the software renderer
 * copies such a one, but would scale or mirror it anew for each frame. */

enum { PICTURE_BYTES_MAX = 256 * 1024 * 1024 }; /* of one: 8192 x 8192; art that asks for more is damaged */

static void forget(Fitted *cache, FittedPicture *picture)
{
    if (picture->texture) {
        SDL_DestroyTexture(picture->texture);
    }
    cache->bytes -= picture->bytes;
    *picture = (FittedPicture){ 0 };
}

void fitted_forget(Fitted *cache)
{
    for (size_t i = 0; i < FITTED_MAX; i++) {
        forget(cache, &cache->pictures[i]);
    }
}

static bool is_same(const FittedKey *a, const FittedKey *b)
{
    return a->sprite == b->sprite && a->width == b->width && a->height == b->height && a->corner == b->corner &&
           a->is_mirrored == b->is_mirrored && a->is_nine == b->is_nine && a->turn == b->turn &&
           SDL_RectEquals(&a->unturned, &b->unturned);
}

/* A free place with room for so many bytes; what was not shown for longest makes way. */
static FittedPicture *make_room(Fitted *cache, size_t bytes)
{
    for (;;) {
        FittedPicture *oldest = NULL;
        FittedPicture *free_place = NULL;
        for (size_t i = 0; i < FITTED_MAX; i++) {
            FittedPicture *picture = &cache->pictures[i];
            if (!picture->texture) {
                free_place = picture;
            } else if (!oldest || picture->used < oldest->used) {
                oldest = picture;
            }
        }
        if (free_place && (!oldest || cache->bytes + bytes <= cache->bytes_max)) {
            return free_place;
        }
        forget(cache, oldest);
    }
}

SDL_Texture *fitted_find(Fitted *cache, const FittedKey *key)
{
    for (size_t i = 0; i < FITTED_MAX; i++) {
        FittedPicture *picture = &cache->pictures[i];
        if (picture->texture && is_same(&picture->key, key)) {
            picture->used = ++cache->clock;
            return picture->texture;
        }
    }
    return NULL;
}

SDL_Texture *fitted_begin(Fitted *cache, SDL_Renderer *renderer, SDL_Texture *sheet, const FittedKey *key)
{
    Uint32 format;
    SDL_BlendMode blend;
    size_t bytes = (size_t)key->width * (size_t)key->height * 4;
    if (key->width < 1 || key->height < 1 || bytes > PICTURE_BYTES_MAX || SDL_QueryTexture(sheet, &format, NULL, NULL, NULL) != 0 ||
        SDL_GetTextureBlendMode(sheet, &blend) != 0) {
        return NULL;
    }
    FittedPicture *picture = make_room(cache, bytes);
    picture->texture = SDL_CreateTexture(renderer, format, SDL_TEXTUREACCESS_TARGET, key->width, key->height);
    if (!picture->texture) {
        return NULL;
    }
    picture->key = *key;
    picture->bytes = bytes;
    picture->used = ++cache->clock;
    cache->bytes += bytes;
    SDL_SetTextureBlendMode(picture->texture, blend);
    SDL_SetTextureColorMod(sheet, 255, 255, 255);
    SDL_SetTextureAlphaMod(sheet, 255);
    SDL_SetTextureBlendMode(sheet, SDL_BLENDMODE_NONE);
    SDL_SetRenderTarget(renderer, picture->texture);
    SDL_SetRenderDrawColor(renderer, 0, 0, 0, 0);
    SDL_RenderClear(renderer);
    return picture->texture;
}

void fitted_end(SDL_Renderer *renderer, SDL_Texture *sheet, SDL_Texture *fitted)
{
    SDL_BlendMode blend;
    SDL_SetRenderTarget(renderer, NULL);
    if (SDL_GetTextureBlendMode(fitted, &blend) == 0) {
        SDL_SetTextureBlendMode(sheet, blend);
    }
}

Halved fitted_halve(SDL_Renderer *renderer, SDL_Texture *sheet, SDL_Texture *fitted, const FittedKey *key)
{
    Halved halved = { sheet, key->sprite->source, false };
    int width = key->turn ? key->unturned.w : key->width;
    int height = key->turn ? key->unturned.h : key->height;
    Uint32 format;
    if (SDL_QueryTexture(sheet, &format, NULL, NULL, NULL) != 0) {
        return halved;
    }
    while (width > 0 && height > 0 && halved.source.w >= 2 * width && halved.source.h >= 2 * height) {
        SDL_Rect half = { 0, 0, (halved.source.w + 1) / 2, (halved.source.h + 1) / 2 };
        SDL_Texture *smaller = SDL_CreateTexture(renderer, format, SDL_TEXTUREACCESS_TARGET, half.w, half.h);
        if (!smaller || SDL_SetRenderTarget(renderer, smaller) != 0) {
            SDL_DestroyTexture(smaller);
            break;
        }
        SDL_RenderCopy(renderer, halved.texture, &halved.source, &half);
        SDL_SetTextureBlendMode(smaller, SDL_BLENDMODE_NONE);
        fitted_halved_done(&halved);
        halved = (Halved){ smaller, half, true };
    }
    SDL_SetRenderTarget(renderer, fitted);
    return halved;
}

void fitted_halved_done(Halved *halved)
{
    if (halved->is_own) {
        SDL_DestroyTexture(halved->texture);
    }
}
