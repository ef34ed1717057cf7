#include "sdl_internal.h"

#include "sango/ui/color.h"

#include <stdlib.h>

/* How well the words of the last picture can be read, from its pixels: it is painted once without
 * its words and once with them. Where the two differ there is a letter, and what lies behind it is
 * in the first. */
enum { CHANNEL_NOISE = 6, SAME_COLOR = 3, IGNORED_SHARE = 50 /* one pixel of so many */ };

typedef struct Pictures {
    uint32_t *without, *with; /* 0xRRGGBBAA, rows without gaps */
    int width;
} Pictures;

static int difference(uint32_t a, uint32_t b)
{
    int most = 0;
    for (int shift = 8; shift < 32; shift += 8) {
        int one = abs((int)(a >> shift & 0xFF) - (int)(b >> shift & 0xFF));
        most = one > most ? one : most;
    }
    return most;
}

/* Something half transparent lies over everything before it: what is below a dialog rests. */
static size_t first_active(const SdlPlatform *sdl)
{
    const Shown *shown = &sdl->shown;
    SDL_Rect screen = { 0, 0, sdl->canvas.width_px, sdl->canvas.height_px };
    size_t first = 0;
    for (size_t i = 0; i < shown->count; i++) {
        bool is_veil = shown->cmds[i].kind == DRAW_FILL && (shown->cmds[i].color & 0xFF) != 0;
        first = is_veil && SDL_RectEquals(&shown->boxes[i], &screen) ? i : first;
    }
    return first;
}

/* The colour of the letters as they are seen: that of the command, or less when it is drawn half
 * transparent. */
static uint32_t ink_of(const Pictures *pictures, const SDL_Rect *box, Rgba color)
{
    uint32_t ink = color;
    int most = 0;
    for (int y = box->y; y < box->y + box->h; y++) {
        for (int x = box->x; x < box->x + box->w; x++) {
            size_t at = (size_t)y * (size_t)pictures->width + (size_t)x;
            if (difference(pictures->with[at], color) <= SAME_COLOR) {
                return color;
            }
            int changed = difference(pictures->with[at], pictures->without[at]);
            if (changed > most) {
                most = changed;
                ink = pictures->with[at];
            }
        }
    }
    return ink;
}

static int by_value(const void *a, const void *b)
{
    float one = *(const float *)a;
    float other = *(const float *)b;
    return one < other ? -1 : one > other;
}

/* The least contrast behind the letters, but for single pixels; 21 when no letter is seen. */
static float least_contrast(const Pictures *pictures, const SDL_Rect *box, uint32_t ink, ColorVision vision, float *values)
{
    size_t count = 0;
    uint32_t last = 0;
    float last_value = 0;
    Rgba seen_ink = color_seen(ink, vision);
    for (int y = box->y; y < box->y + box->h; y++) {
        for (int x = box->x; x < box->x + box->w; x++) {
            size_t at = (size_t)y * (size_t)pictures->width + (size_t)x;
            uint32_t behind = pictures->without[at];
            if (difference(pictures->with[at], behind) <= CHANNEL_NOISE) {
                continue;
            }
            if (count == 0 || behind != last) {
                last = behind;
                last_value = color_contrast(seen_ink, color_seen(behind, vision));
            }
            values[count++] = last_value;
        }
    }
    if (count == 0) {
        return 21;
    }
    qsort(values, count, sizeof *values, by_value);
    return values[count / IGNORED_SHARE];
}

/* Scrolled out of its page by more than a part: it is read when it is back. */
static bool is_scrolled_away(SdlPlatform *sdl, size_t run)
{
    const DrawCmd *cmd = &sdl->shown.cmds[run];
    const SDL_Rect *seen = &sdl->shown.boxes[run];
    SDL_Rect whole = glyphs_box(&sdl->glyphs, sdl->renderer, &cmd->glyphs, cmd->color);
    return seen->w * seen->h * 10 < whole.w * whole.h * 6;
}

static void judge_run(const SdlPlatform *sdl, const Pictures *pictures, size_t run, float *values, TextContrast *worst)
{
    const SDL_Rect *box = &sdl->shown.boxes[run];
    const DrawCmd *cmd = &sdl->shown.cmds[run];
    uint32_t ink = ink_of(pictures, box, cmd->color | 0xFF);
    for (ColorVision vision = VISION_FULL; vision < VISION_COUNT; vision++) {
        float ratio = least_contrast(pictures, box, ink, vision, values);
        if (ratio < worst->ratio) {
            *worst = (TextContrast){ ratio, vision, cmd->glyphs.text };
        }
    }
}

static bool take_picture(SdlPlatform *sdl, const DrawList *list, uint32_t *pixels)
{
    paint_whole(sdl, list, sdl->shown.boxes);
    return SDL_RenderReadPixels(sdl->renderer, NULL, SDL_PIXELFORMAT_RGBA8888, pixels, sdl->canvas.width_px * 4) == 0;
}

/* Paints both; the one with words last, so that it stays. */
static bool take_pictures(SdlPlatform *sdl, Arena *arena, Pictures *pictures)
{
    const Shown *shown = &sdl->shown;
    size_t pixel_count = (size_t)sdl->canvas.width_px * (size_t)sdl->canvas.height_px;
    DrawCmd *wordless = ARENA_ARRAY(arena, DrawCmd, shown->count + 1);
    pictures->width = sdl->canvas.width_px;
    pictures->without = ARENA_ARRAY(arena, uint32_t, pixel_count);
    pictures->with = ARENA_ARRAY(arena, uint32_t, pixel_count);
    if (!wordless || !pictures->without || !pictures->with) {
        return false;
    }
    for (size_t i = 0; i < shown->count; i++) {
        wordless[i] = shown->cmds[i];
        if (wordless[i].kind == DRAW_GLYPHS) {
            wordless[i] = (DrawCmd){ .kind = DRAW_FILL }; /* paints nothing */
        }
    }
    return take_picture(sdl, &(DrawList){ .cmds = wordless, .count = shown->count }, pictures->without) &&
           take_picture(sdl, &(DrawList){ .cmds = shown->cmds, .count = shown->count }, pictures->with);
}

Status legible_measure(SdlPlatform *sdl, TextContrast *worst)
{
    const Shown *shown = &sdl->shown;
    Pictures pictures;
    Arena arena;
    *worst = (TextContrast){ .ratio = 21 };
    if (!shown->is_known) {
        return STATUS_UNSUPPORTED;
    }
    arena_init(&arena, alloc_heap(), 64 * 1024);
    bool is_taken = take_pictures(sdl, &arena, &pictures);
    float *values = ARENA_ARRAY(&arena, float, (size_t)sdl->canvas.width_px * (size_t)sdl->canvas.height_px);
    for (size_t i = first_active(sdl); is_taken && values && i < shown->count; i++) {
        if (shown->cmds[i].kind == DRAW_GLYPHS && !SDL_RectEmpty(&shown->boxes[i]) && !is_scrolled_away(sdl, i)) {
            judge_run(sdl, &pictures, i, values, worst);
        }
    }
    arena_release(&arena);
    return is_taken && values ? STATUS_OK : STATUS_NOMEM;
}
