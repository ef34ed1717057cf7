#include "sango/base/alloc.h"
#include "sango/base/file.h"
#include "sango/ui/color.h"

#include "sheets.h"

#include <SDL.h>
#include <SDL_image.h>
#include <stdio.h>

/* Pictures of screens side by side, smaller, and the same with other eyes. */
enum { SHEET_W = 1920, SHEET_H = 1080, COLUMNS = 4, GAP = 8, CACHE_BITS = 12 };

/* The simulation is slow and screens have few colours. */
typedef struct SeenCache {
    Rgba from[1 << CACHE_BITS], to[1 << CACHE_BITS];
} SeenCache;

static Rgba seen(SeenCache *cache, Rgba color, ColorVision vision)
{
    size_t slot = (color * 2654435761u) >> (32 - CACHE_BITS);
    if (cache->from[slot] != color) {
        cache->from[slot] = color;
        cache->to[slot] = color_seen(color, vision);
    }
    return cache->to[slot];
}

static bool save_as_seen(SDL_Surface *sheet, ColorVision vision, const char *path)
{
    SDL_Surface *copy = SDL_ConvertSurfaceFormat(sheet, SDL_PIXELFORMAT_RGBA8888, 0);
    SeenCache *cache = alloc_take(alloc_heap(), 1, sizeof *cache);
    for (int y = 0; copy && cache && y < copy->h; y++) {
        Rgba *row = (Rgba *)(void *)((Uint8 *)copy->pixels + (size_t)y * (size_t)copy->pitch);
        for (int x = 0; x < copy->w; x++) {
            row[x] = seen(cache, row[x] | 0xFF, vision);
        }
    }
    bool is_saved = copy && cache && IMG_SavePNG(copy, path) == 0;
    if (!is_saved) {
        (void)fprintf(stderr, "%s: %s\n", path, SDL_GetError());
    }
    alloc_free(alloc_heap(), cache, sizeof *cache);
    SDL_FreeSurface(copy);
    return is_saved;
}

static bool save(SDL_Surface *sheet, const char *out, const char *name, int page)
{
    bool is_done = true;
    for (ColorVision vision = VISION_FULL; vision < VISION_COUNT; vision++) {
        char path[700];
        (void)snprintf(path, sizeof path, "%s/%s-%d%s%s.png", out, name, page, vision == VISION_FULL ? "" : "-",
                       vision == VISION_FULL ? "" : color_vision_name(vision));
        is_done = save_as_seen(sheet, vision, path) && is_done;
    }
    return is_done;
}

/* The rows that fit when each picture has the width of a column. */
static int rows_for(const SDL_Surface *picture)
{
    int height = picture->h * (SHEET_W / COLUMNS) / picture->w;
    return height < SHEET_H ? SHEET_H / height : 1;
}

static void put(SDL_Surface *sheet, SDL_Surface *picture, int cell, int rows)
{
    SDL_Rect room = { cell % COLUMNS * (SHEET_W / COLUMNS), cell / COLUMNS * (SHEET_H / rows), SHEET_W / COLUMNS - GAP, SHEET_H / rows - GAP };
    float across = (float)room.w / (float)picture->w;
    float down = (float)room.h / (float)picture->h;
    float scale = across < down ? across : down;
    SDL_Rect to = { room.x, room.y, (int)((float)picture->w * scale), (int)((float)picture->h * scale) };
    (void)SDL_SoftStretchLinear(picture, NULL, sheet, &to);
}

bool sheets_of_screens(const char *out, const char *name, char **files, int count)
{
    SDL_Surface *sheet = SDL_CreateRGBSurfaceWithFormat(0, SHEET_W, SHEET_H, 32, SDL_PIXELFORMAT_RGBA8888);
    bool is_done = sheet && file_make_folders(out) == STATUS_OK;
    int cell = 0;
    int page = 1;
    int rows = 1;
    for (int i = 0; is_done && i < count; i++) {
        SDL_Surface *read = IMG_Load(files[i]);
        SDL_Surface *picture = read ? SDL_ConvertSurfaceFormat(read, SDL_PIXELFORMAT_RGBA8888, 0) : NULL;
        SDL_FreeSurface(read);
        if (!picture) {
            (void)fprintf(stderr, "%s: %s\n", files[i], IMG_GetError());
            is_done = false;
            break;
        }
        if (cell == 0) {
            rows = rows_for(picture);
            (void)SDL_FillRect(sheet, NULL, 0x4A3F86FFu);
        }
        put(sheet, picture, cell, rows);
        SDL_FreeSurface(picture);
        cell++;
        if (cell == rows * COLUMNS || i + 1 == count) {
            is_done = save(sheet, out, name, page++);
            cell = 0;
        }
    }
    SDL_FreeSurface(sheet);
    return is_done;
}
