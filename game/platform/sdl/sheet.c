#include "sdl_internal.h"

#include "sango/base/log.h"

#include <SDL_image.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <stdio.h>
#include <string.h>

/* The sheets of pictures: read when they are first shown, or before on other threads; and those that
 * were not shown for longest make way when there are too many. */

/* Width and height stand at the same place in each PNG. A damaged one may claim sizes for
 * which there is no memory, so they are looked at before. */
static bool is_usable_png(SDL_RWops *file)
{
    enum { SIDE_MAX = 8192 };
    Uint8 head[24];
    return file && SDL_RWread(file, head, sizeof head, 1) == 1 && memcmp(head, "\x89PNG\r\n\x1a\n", 8) == 0 &&
           head[16] == 0 && head[17] == 0 && head[18] * 256 + head[19] <= SIDE_MAX && head[20] == 0 && head[21] == 0 &&
           head[22] * 256 + head[23] <= SIDE_MAX && SDL_RWseek(file, 0, RW_SEEK_SET) == 0;
}

/* In the order of bytes that the software renderer blends fastest, by far. NULL and an SDL
 * error when the file is missing or broken. */
static SDL_Surface *read_sheet(const char *path)
{
    SDL_RWops *file = SDL_RWFromFile(path, "rb");
    if (file && !is_usable_png(file)) {
        (void)SDL_RWclose(file);
        (void)SDL_SetError("it is no PNG picture of a usable size");
        return NULL;
    }
    SDL_Surface *read = file ? IMG_LoadTyped_RW(file, 1, "PNG") : NULL;
    if (!read) {
        return NULL;
    }
    bool is_opaque = !SDL_ISPIXELFORMAT_ALPHA(read->format->format) && !SDL_HasColorKey(read);
    SDL_Surface *swapped = SDL_ConvertSurfaceFormat(read, is_opaque ? SDL_PIXELFORMAT_RGB888 : SDL_PIXELFORMAT_ARGB8888, 0);
    SDL_FreeSurface(read);
    return swapped;
}

/* --- reading ahead ----------------------------------------------------------------- */

/* The one that was asked for first; NULL when none waits. The lock is held. */
static Sheet *next_wanted(Art *art)
{
    Sheet *first = NULL;
    for (size_t i = 0; i < art->sheet_count; i++) {
        Sheet *sheet = &art->sheets[i];
        if (sheet->state == SHEET_WANTED && (!first || sheet->turn < first->turn)) {
            first = sheet;
        }
    }
    return first;
}

static int read_wanted(void *user)
{
    Reader *reader = user;
    Art *art = reader->art;
    SDL_LockMutex(art->lock);
    for (Sheet *sheet = next_wanted(art); sheet; sheet = next_wanted(art)) {
        sheet->state = SHEET_READING;
        SDL_UnlockMutex(art->lock);
        SDL_Surface *surface = read_sheet(sheet->path);
        SDL_LockMutex(art->lock);
        sheet->surface = surface;
        sheet->state = SHEET_READ;
        SDL_CondBroadcast(art->has_read);
    }
    reader->is_done = true;
    SDL_UnlockMutex(art->lock);
    return 0;
}

/* A reader that has nothing left to do begins anew. The lock is held, and given back meanwhile. */
static void start_readers(Art *art)
{
    int most = SDL_min(SDL_GetCPUCount(), READERS_MAX);
    for (int i = 0; i < most && next_wanted(art); i++) {
        Reader *reader = &art->readers[i];
        if (reader->thread && !reader->is_done) {
            continue;
        }
        SDL_UnlockMutex(art->lock);
        SDL_WaitThread(reader->thread, NULL);
        *reader = (Reader){ .art = art };
        reader->thread = SDL_CreateThread(read_wanted, "pictures", reader);
        SDL_LockMutex(art->lock);
    }
}

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
    (void)IMG_Init(IMG_INIT_PNG); /* once, before several threads would */
    if (!art->lock || !art->has_read) {
        return;
    }
    SDL_LockMutex(art->lock);
    for (size_t i = 0; i < count; i++) {
        const Sprite *sprite = art_find(art, names[i]);
        Sheet *sheet = sprite ? &art->sheets[sprite->sheet] : NULL;
        if (sheet && sheet->state == SHEET_AWAY && !sheet->is_tried && know_path(art, sheet)) {
            sheet->state = SHEET_WANTED;
            sheet->turn = ++art->turns;
            sheet->used = art->picture;
        }
    }
    start_readers(art);
    SDL_UnlockMutex(art->lock);
}

/* Waits for a reader that is at it; what nobody began is not read any more. NULL when there is nothing. */
static SDL_Surface *take_surface(Art *art, Sheet *sheet)
{
    SDL_LockMutex(art->lock);
    while (sheet->state == SHEET_READING) {
        SDL_CondWait(art->has_read, art->lock);
    }
    SDL_Surface *surface = sheet->surface;
    sheet->surface = NULL;
    sheet->state = SHEET_AWAY;
    SDL_UnlockMutex(art->lock);
    return surface;
}

/* --- what is there ----------------------------------------------------------------- */

/* Sheets come and go, some on threads. Left to itself the C library would keep their memory, each thread its
 * own part of it; large blocks from the system go back to it at once. */
static void give_memory_back(void)
{
#ifdef __GLIBC__
    enum { LARGE_BYTES = 256 * 1024 };
    (void)mallopt(M_MMAP_THRESHOLD, LARGE_BYTES);
#endif
}

void sheets_open(Art *art)
{
    give_memory_back();
    art->lock = SDL_CreateMutex();
    art->has_read = SDL_CreateCond();
}

void sheets_close(Art *art)
{
    for (size_t i = 0; i < art->sheet_count; i++) {
        sheet_let_go(art, &art->sheets[i]);
    }
    for (size_t i = 0; i < READERS_MAX; i++) {
        SDL_WaitThread(art->readers[i].thread, NULL);
    }
    SDL_DestroyCond(art->has_read);
    SDL_DestroyMutex(art->lock);
}

void sheet_let_go(Art *art, Sheet *sheet)
{
    SDL_FreeSurface(take_surface(art, sheet));
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
    SDL_Surface *surface = take_surface(art, sheet);
    if (!surface && know_path(art, sheet)) {
        surface = read_sheet(sheet->path); /* also when a reader failed: so that there is an error to tell */
    }
    sheet->is_tried = true;
    sheet->texture = surface ? make_texture(renderer, surface) : NULL;
    sheet->is_opaque = surface && !SDL_ISPIXELFORMAT_ALPHA(surface->format->format);
    sheet->bytes = sheet->texture ? (size_t)surface->h * (size_t)surface->pitch : 0;
    if (!sheet->texture) {
        log_line(LOG_WARNING, "%s/%.*s: the picture cannot be read: %s", art->folder, SV_ARG(sheet->file), IMG_GetError());
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
    SDL_LockMutex(art->lock);
    for (size_t i = 0; i < art->sheet_count; i++) {
        bytes += bytes_of(&art->sheets[i]);
    }
    SDL_UnlockMutex(art->lock);
    return bytes;
}

/* What is in memory and not in the picture, for longest; NULL when there is none. */
static Sheet *find_oldest(Art *art)
{
    Sheet *oldest = NULL;
    SDL_LockMutex(art->lock);
    for (size_t i = 0; i < art->sheet_count; i++) {
        Sheet *sheet = &art->sheets[i];
        if (bytes_of(sheet) > 0 && sheet->used < art->picture && (!oldest || sheet->used < oldest->used)) {
            oldest = sheet;
        }
    }
    SDL_UnlockMutex(art->lock);
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
