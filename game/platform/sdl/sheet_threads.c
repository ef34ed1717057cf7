#include "sdl_internal.h"

#include <SDL_image.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <string.h>

/* Sheets are PNG files, read on threads: what is shown now waits for its thread. */

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

/* A reader that has nothing left to do begins anew. The lock is given back meanwhile. */
void reader_begin(Art *art)
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

bool reader_lock(Art *art)
{
    return art->lock && art->has_read && SDL_LockMutex(art->lock) == 0;
}

void reader_unlock(Art *art)
{
    SDL_UnlockMutex(art->lock);
}

/* Waits for a reader that is at it; what nobody began is not read any more. */
SDL_Surface *reader_take(Art *art, Sheet *sheet)
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

bool reader_read(Art *art, Sheet *sheet, SDL_Surface **surface)
{
    *surface = reader_take(art, sheet);
    if (!*surface) {
        *surface = read_sheet(sheet->path); /* also when a reader failed: so that there is an error to tell */
    }
    return true;
}

/* Sheets come and go, some on threads. Left to itself the C library would keep their memory, each thread its
 * own part of it; large blocks from the system go back to it at once. */
static void give_memory_back(void)
{
#ifdef __GLIBC__
    enum { LARGE_BYTES = 256 * 1024 };
    (void)mallopt(M_MMAP_THRESHOLD, LARGE_BYTES);
#endif
}

void reader_open(Art *art)
{
    give_memory_back();
    (void)IMG_Init(IMG_INIT_PNG); /* once, before several threads would */
    art->lock = SDL_CreateMutex();
    art->has_read = SDL_CreateCond();
}

void reader_close(Art *art)
{
    for (size_t i = 0; i < READERS_MAX; i++) {
        SDL_WaitThread(art->readers[i].thread, NULL);
    }
    if (art->has_read) { /* SDL for Windows cannot destroy what was never made */
        SDL_DestroyCond(art->has_read);
    }
    if (art->lock) {
        SDL_DestroyMutex(art->lock);
    }
}
