#include "sdl_internal.h"
#include "web_page.h"

#include <assert.h>
#include <emscripten.h>
#include <stdlib.h>

/* The browser fetches and decodes pictures, whatever their format, and gives their pixels later. One thread: no locks. */

/* Of a sheet and of what was asked for it: a picture that comes after its sheet was let go is thrown away. */
enum { SLOT_TURNS = 0x7FFFFF };

static Art *asked_by; /* callbacks carry no pointer; there is one window */

static uint32_t slot_of(const Art *art, const Sheet *sheet)
{
    return (uint32_t)(sheet - art->sheets) | (sheet->turn & SLOT_TURNS) << 8;
}

void reader_open(Art *art)
{
    static_assert(SHEETS_MAX <= 256, "slot_of()");
    asked_by = art;
}

void reader_close(Art *art)
{
    asked_by = asked_by == art ? NULL : asked_by;
}

bool reader_lock(Art *art)
{
    (void)art;
    return true;
}

void reader_unlock(Art *art)
{
    (void)art;
}

static void ask(Art *art, Sheet *sheet)
{
    sheet->state = SHEET_READING;
    page_read_picture(slot_of(art, sheet), sheet->path);
}

void reader_begin(Art *art)
{
    for (size_t i = 0; i < art->sheet_count; i++) {
        if (art->sheets[i].state == SHEET_WANTED) {
            ask(art, &art->sheets[i]);
        }
    }
}

bool reader_awaits(Art *art, const DrawList *list)
{
    bool awaits = false;
    for (size_t i = 0; i < list->count; i++) {
        const DrawCmd *cmd = &list->cmds[i];
        const Sprite *sprite = cmd->kind == DRAW_SPRITE || cmd->kind == DRAW_NINE ? art_find(art, cmd->name) : NULL;
        const Sheet *sheet = sprite ? &art->sheets[sprite->sheet] : NULL;
        if (sheet && !sheet->is_tried) {
            art_read_ahead(art, &cmd->name, 1);
            awaits = awaits || sheet->state == SHEET_READING;
        }
    }
    return awaits;
}

SDL_Surface *reader_take(Art *art, Sheet *sheet)
{
    SDL_Surface *surface = sheet->surface;
    (void)art;
    sheet->surface = NULL;
    sheet->state = SHEET_AWAY;
    return surface;
}

bool reader_read(Art *art, Sheet *sheet, SDL_Surface **surface)
{
    *surface = NULL;
    if (sheet->state == SHEET_AWAY || sheet->state == SHEET_WANTED) {
        sheet->turn = ++art->turns;
        ask(art, sheet);
    }
    if (sheet->state == SHEET_READING) {
        return false;
    }
    *surface = reader_take(art, sheet);
    if (!*surface) {
        (void)SDL_SetError("the browser could not fetch or decode it");
    }
    return true;
}

/* What is not seen has no colour here (browsers multiply in between), and the pixels around it would be mixed with black: it takes
 * the colour of a neighbour. ARGB. */
static void bleed(SDL_Surface *surface)
{
    int pitch = surface->pitch / 4;
    uint32_t *pixels = surface->pixels;
    for (int y = 0; y < surface->h; y++) {
        uint32_t *row = pixels + (ptrdiff_t)y * pitch;
        for (int x = 0; x < surface->w; x++) {
            const uint32_t beside[] = { x > 0 ? row[x - 1] : 0, x + 1 < surface->w ? row[x + 1] : 0, y > 0 ? row[x - pitch] : 0,
                                        y + 1 < surface->h ? row[x + pitch] : 0 };
            for (size_t i = 0; i < 4 && row[x] >> 24 == 0; i++) {
                if (beside[i] >> 24) {
                    row[x] = beside[i] & 0x00FFFFFF;
                    break;
                }
            }
        }
    }
}

/* Bytes R, G, B, A, not multiplied. In the order that the renderers take fastest. NULL: no memory. */
static SDL_Surface *make_surface(const void *pixels, int width, int height)
{
    SDL_Surface *given = SDL_CreateRGBSurfaceWithFormatFrom((void *)(uintptr_t)pixels, width, height, 32, width * 4, SDL_PIXELFORMAT_ABGR8888);
    SDL_Surface *surface = given ? SDL_ConvertSurfaceFormat(given, SDL_PIXELFORMAT_ARGB8888, 0) : NULL;
    SDL_FreeSurface(given);
    if (surface) {
        bleed(surface);
    }
    return surface;
}

EMSCRIPTEN_KEEPALIVE void sango_picture(uint32_t slot, const void *pixels, int width, int height)
{
    Sheet *sheet = asked_by && (slot & 255) < asked_by->sheet_count ? &asked_by->sheets[slot & 255] : NULL;
    if (!sheet || sheet->state != SHEET_READING || slot_of(asked_by, sheet) != slot) {
        return;
    }
    sheet->surface = pixels ? make_surface(pixels, width, height) : NULL;
    sheet->state = SHEET_READ;
}
