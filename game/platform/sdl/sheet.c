#include "sdl_internal.h"

#include "sango/base/log.h"

#include <stdio.h>

/* The sheets of pictures: read when they are first shown, or before; and those that were not shown for longest make way
 * when there are too many. How they are read: sheet_threads.c, sheet_web.c. */

/* False when there is no memory for it. */
static bool know_path(Art *art, Sheet *sheet)
{
    char path[700];
    if (!sheet->path) {
        (void)snprintf(path, sizeof path, "%s/%.*s", art->folder, SV_ARG(sheet->file));
        sheet->path = arena_copy(&art->arena, strview_from_cstr(path)).data;
    }
    return sheet->path != NULL;
}

void art_read_ahead(Art *art, const StrView *names, size_t count)
{
    if (!reader_lock(art)) {
        return;
    }
    for (size_t i = 0; i < count; i++) {
        const Sprite *sprite = art_find(art, names[i]);
        Sheet *sheet = sprite ? &art->sheets[sprite->sheet] : NULL;
        if (sheet && sheet->state == SHEET_AWAY && !sheet->is_tried && know_path(art, sheet)) {
            sheet->state = SHEET_WANTED;
            sheet->turn = ++art->turns;
            sheet->used = art->picture;
        }
    }
    reader_begin(art);
    reader_unlock(art);
}

/* --- what is there ----------------------------------------------------------------- */

void sheets_open(Art *art)
{
    reader_open(art);
}

void sheets_close(Art *art)
{
    for (size_t i = 0; i < art->sheet_count; i++) {
        sheet_let_go(art, &art->sheets[i]);
    }
    reader_close(art);
}

void sheet_let_go(Art *art, Sheet *sheet)
{
    SDL_FreeSurface(reader_take(art, sheet));
    if (sheet->texture) {
        SDL_DestroyTexture(sheet->texture);
    }
    /* Boxes depend on what is known of it, so that stays. */
    *sheet = (Sheet){ .file = sheet->file, .path = sheet->path, .is_opaque = sheet->is_opaque };
}

/* The software renderer's pictures can be looked into when they are of the streaming kind: live.c
 * mixes their pixels itself. */
static SDL_Texture *make_texture(SDL_Renderer *renderer, SDL_Surface *surface)
{
    SDL_RendererInfo info;
    bool is_software = SDL_GetRendererInfo(renderer, &info) == 0 && info.flags & SDL_RENDERER_SOFTWARE;
    if (!is_software) {
        return SDL_CreateTextureFromSurface(renderer, surface);
    }
    SDL_Texture *texture = SDL_CreateTexture(renderer, surface->format->format, SDL_TEXTUREACCESS_STREAMING, surface->w, surface->h);
    SDL_BlendMode blend = SDL_ISPIXELFORMAT_ALPHA(surface->format->format) ? SDL_BLENDMODE_BLEND : SDL_BLENDMODE_NONE;
    if (texture && (SDL_UpdateTexture(texture, NULL, surface->pixels, surface->pitch) != 0 || SDL_SetTextureBlendMode(texture, blend) != 0)) {
        SDL_DestroyTexture(texture);
        return NULL;
    }
    return texture;
}

/* The texture, or NULL for a picture that is said to lie beside its sheet: there is nothing to look up. */
static SDL_Texture *part_of(const Art *art, Sheet *sheet, const Sprite *sprite)
{
    bool is_inside = sprite->source.x + sprite->source.w <= sheet->width && sprite->source.y + sprite->source.h <= sheet->height;
    if (sheet->texture && !is_inside && !sheet->is_told) {
        sheet->is_told = true;
        log_line(LOG_WARNING, "%s/art.txt: '%.*s' lies outside of %.*s, which is %d x %d pixels; it is not shown", art->folder,
                 SV_ARG(sprite->name), SV_ARG(sheet->file), sheet->width, sheet->height);
    }
    return is_inside ? sheet->texture : NULL;
}

SDL_Texture *art_texture(Art *art, SDL_Renderer *renderer, const Sprite *sprite)
{
    Sheet *sheet = &art->sheets[sprite->sheet];
    sheet->used = art->picture;
    if (sheet->is_tried) {
        return part_of(art, sheet, sprite);
    }
    SDL_Surface *surface = NULL;
    if (know_path(art, sheet) && !reader_read(art, sheet, &surface)) {
        return NULL; /* it comes, and then the page is painted again */
    }
    sheet->is_tried = true;
    sheet->texture = surface ? make_texture(renderer, surface) : NULL;
    sheet->is_opaque = surface && !SDL_ISPIXELFORMAT_ALPHA(surface->format->format);
    sheet->bytes = sheet->texture ? (size_t)surface->h * (size_t)surface->pitch : 0;
    if (!sheet->texture) {
        log_line(LOG_WARNING, "%s/%.*s: the picture cannot be read: %s", art->folder, SV_ARG(sheet->file), SDL_GetError());
    }
    sheet->width = surface ? surface->w : 0;
    sheet->height = surface ? surface->h : 0;
    SDL_FreeSurface(surface);
    return part_of(art, sheet, sprite);
}

/* --- the budget -------------------------------------------------------------------- */

void art_keep(Art *art, StrView name)
{
    const Sprite *sprite = art_find(art, name);
    if (sprite) {
        art->sheets[sprite->sheet].used = art->picture;
    }
}

static size_t bytes_of(const Sheet *sheet)
{
    return sheet->state == SHEET_READ && sheet->surface ? (size_t)sheet->surface->h * (size_t)sheet->surface->pitch : sheet->bytes;
}

size_t art_bytes(Art *art)
{
    size_t bytes = 0;
    (void)reader_lock(art);
    for (size_t i = 0; i < art->sheet_count; i++) {
        bytes += bytes_of(&art->sheets[i]);
    }
    reader_unlock(art);
    return bytes;
}

/* What is in memory and not in the picture, for longest; NULL when there is none. */
static Sheet *find_oldest(Art *art)
{
    Sheet *oldest = NULL;
    (void)reader_lock(art);
    for (size_t i = 0; i < art->sheet_count; i++) {
        Sheet *sheet = &art->sheets[i];
        if (bytes_of(sheet) > 0 && sheet->used < art->picture && (!oldest || sheet->used < oldest->used)) {
            oldest = sheet;
        }
    }
    reader_unlock(art);
    return oldest;
}

void art_trim(Art *art)
{
    while (art_bytes(art) > art->bytes_max) {
        Sheet *oldest = find_oldest(art);
        if (!oldest) {
            return; /* the picture needs them all */
        }
        sheet_let_go(art, oldest);
    }
}
