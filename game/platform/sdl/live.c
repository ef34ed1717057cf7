#include "sdl_internal.h"

#include <math.h>

/* Pictures that are scaled or turned anew for each frame: what is seen through the camera, what
 * squashes when it lands. The software renderer does that slowly and to whole pixels, so that the
 * parts of a face would tremble. Here every pixel of the screen looks up its place in the picture and
 * mixes the four pixels around it, so that the picture glides. Pixels are ARGB in words of 32 bits. */

/* A picture in a sheet, and where each pixel of the screen lies in it: 1 / 65536 of a pixel. */
typedef struct LiveMap {
    const uint32_t *pixels;
    int pitch; /* pixels */
    int width, height;
    int64_t u, v;         /* of the screen's first pixel */
    int64_t u_x, v_x;     /* to the right */
    int64_t u_y, v_y;     /* down */
    uint64_t tint;        /* as spread(); alpha included */
    bool is_opaque, is_tinted;
} LiveMap;

/* A row of the target: pixels x0 to x1 of the screen, and the place in the picture at x0. */
typedef struct LiveRow {
    uint32_t *pixels;
    int x0, x1;
    int64_t u, v;
} LiveRow;

static const uint64_t LOW_BYTES = UINT64_C(0x00FF00FF00FF00FF);
enum { ONE = 65536 };

/* The four bytes with room for a product each: green and alpha go up. */
static inline uint64_t spread(uint32_t pixel)
{
    return (uint64_t)(pixel & 0xFF00FF00u) << 24 | (pixel & 0x00FF00FFu);
}

static inline uint32_t gather(uint64_t lanes)
{
    return (uint32_t)(lanes >> 24 & 0xFF00FF00u) | (uint32_t)(lanes & 0x00FF00FFu);
}

/* Each lane, at most 255 * 255, by 255, rounded. */
static inline uint64_t by_255(uint64_t lanes)
{
    lanes += UINT64_C(0x0080008000800080);
    return (lanes + (lanes >> 8 & LOW_BYTES)) >> 8 & LOW_BYTES;
}

/* Out of 256: of the four pixels from the top left on. */
static inline void shares(int64_t u, int64_t v, uint32_t share[4])
{
    uint32_t x = (uint32_t)(u & 0xFFFF) >> 8;
    uint32_t y = (uint32_t)(v & 0xFFFF) >> 8;
    share[3] = x * y >> 8;
    share[2] = y - share[3];
    share[1] = x - share[3];
    share[0] = 256 - x - y + share[3];
}

static inline uint32_t times_byte(uint32_t a, uint32_t b)
{
    uint32_t product = a * b + 128;
    return (product + (product >> 8)) >> 8;
}

static const uint64_t COLOR_LANES = UINT64_C(0x0000FFFFFFFFFFFF);

/* Each colour of a sum, at most 255 * 255, times that of the tint and its alpha. */
static uint64_t tinted(uint64_t sum, uint64_t tint)
{
    uint64_t lanes = by_255(sum);
    uint64_t result = 0;
    for (int shift = 0; shift < 48; shift += 16) {
        uint32_t byte = times_byte((uint32_t)(lanes >> shift & 0xFF), (uint32_t)(tint >> shift & 0xFF));
        result |= (uint64_t)(byte * (uint32_t)(tint >> 48)) << shift;
    }
    return result;
}

/* Four pixels, of which some may be seen through, over what is there. Colours count as much as they
 * are seen, so that no dark rim shows. */
static uint32_t mix_over(const LiveMap *map, const uint32_t four[4], const uint32_t share[4], uint32_t below)
{
    uint32_t part[4];
    uint32_t alpha = 128;
    for (int i = 0; i < 4; i++) {
        part[i] = (four[i] >> 24) * share[i];
        alpha += part[i];
        part[i] >>= 8;
    }
    alpha >>= 8;
    part[3] = alpha - part[0] - part[1] - part[2]; /* so that they are alpha together */
    uint64_t sum = spread(four[0]) * part[0] + spread(four[1]) * part[1] + spread(four[2]) * part[2] + spread(four[3]) * part[3];
    if (map->is_tinted) {
        sum = tinted(sum, map->tint);
        alpha = times_byte(alpha, (uint32_t)(map->tint >> 48));
    }
    uint64_t kept = (spread(below) & COLOR_LANES) * (255 - alpha);
    return gather(by_255((sum & COLOR_LANES) + kept)) | 0xFF000000u;
}

/* A pixel of the picture; outside there is nothing. */
static inline uint32_t pixel_at(const LiveMap *map, int64_t x, int64_t y)
{
    return x >= 0 && y >= 0 && x < map->width && y < map->height ? map->pixels[y * map->pitch + x] : 0;
}

static void paint_edge(const LiveMap *map, uint32_t *target, int64_t u, int64_t v)
{
    int64_t x = u >> 16;
    int64_t y = v >> 16;
    const uint32_t four[4] = { pixel_at(map, x, y), pixel_at(map, x + 1, y), pixel_at(map, x, y + 1), pixel_at(map, x + 1, y + 1) };
    uint32_t share[4];
    if ((four[0] | four[1] | four[2] | four[3]) >> 24) {
        shares(u, v, share);
        *target = mix_over(map, four, share, *target);
    }
}

static void paint_row(const LiveMap *map, const LiveRow *row)
{
    int64_t u = row->u;
    int64_t v = row->v;
    uint32_t *target = row->pixels;
    for (int x = row->x0; x < row->x1; x++, u += map->u_x, v += map->v_x, target++) {
        int64_t column = u >> 16;
        int64_t line = v >> 16;
        if ((uint64_t)column >= (uint64_t)(map->width - 1) || (uint64_t)line >= (uint64_t)(map->height - 1)) {
            paint_edge(map, target, u, v);
            continue;
        }
        const uint32_t *at = map->pixels + line * map->pitch + column;
        const uint32_t four[4] = { at[0], at[1], at[map->pitch], at[map->pitch + 1] };
        if ((four[0] | four[1] | four[2] | four[3]) >> 24 == 0) {
            continue;
        }
        uint32_t share[4];
        shares(u, v, share);
        if ((four[0] & four[1] & four[2] & four[3]) >> 24 == 255 && !map->is_tinted) {
            uint64_t lanes = spread(four[0]) * share[0] + spread(four[1]) * share[1] + spread(four[2]) * share[2] +
                             spread(four[3]) * share[3];
            *target = gather(lanes >> 8 & LOW_BYTES) | 0xFF000000u;
        } else {
            *target = mix_over(map, four, share, *target);
        }
    }
}

/* --- not turned: each column is mixed once ------------------------------------------------- */

/* Colours times alpha, so that columns can be mixed. */
static inline uint64_t multiplied(uint32_t pixel)
{
    uint32_t alpha = pixel >> 24;
    if (alpha == 255) {
        return spread(pixel);
    }
    return alpha ? by_255((spread(pixel) & COLOR_LANES) * alpha) | (uint64_t)alpha << 48 : 0;
}

/* The two rows of the picture that a row of the screen lies between; NULL outside. */
typedef struct LiveLines {
    const uint32_t *upper, *lower;
    uint32_t share; /* of the lower, out of 256 */
    int width;
} LiveLines;

static inline uint64_t mixed_column(const LiveLines *lines, int64_t column)
{
    if (column < 0 || column >= lines->width) {
        return 0;
    }
    uint64_t upper = lines->upper ? multiplied(lines->upper[column]) : 0;
    uint64_t lower = lines->lower ? multiplied(lines->lower[column]) : 0;
    return (upper * (256 - lines->share) + lower * lines->share) >> 8 & LOW_BYTES;
}

static const uint32_t *line_at(const LiveMap *map, int64_t line)
{
    return line >= 0 && line < map->height ? map->pixels + line * map->pitch : NULL;
}

static void paint_level_row(const LiveMap *map, const LiveRow *row)
{
    LiveLines lines = { line_at(map, row->v >> 16), line_at(map, (row->v >> 16) + 1), (uint32_t)(row->v & 0xFFFF) >> 8, map->width };
    int64_t known = INT64_MIN; /* the column that `left` is of */
    uint64_t left = 0;
    uint64_t right = 0;
    int64_t u = row->u;
    for (int x = 0; x < row->x1 - row->x0; x++, u += map->u_x) {
        int64_t column = u >> 16;
        if (column != known) {
            left = column == known + 1 ? right : mixed_column(&lines, column);
            right = mixed_column(&lines, column + 1);
            known = column;
        }
        if ((left | right) == 0) {
            continue;
        }
        uint64_t share = (uint64_t)(u & 0xFFFF) >> 8;
        uint64_t lanes = (left * (256 - share) + right * share) >> 8 & LOW_BYTES;
        uint32_t alpha = (uint32_t)(lanes >> 48);
        if (alpha != 255) {
            lanes = (lanes & COLOR_LANES) + by_255((spread(row->pixels[x]) & COLOR_LANES) * (255 - alpha));
        }
        row->pixels[x] = gather(lanes) | 0xFF000000u;
    }
}

/* --- a place, which is opaque and not turned ---------------------------------------------- */

/* Two rows of the picture into one, from column `from` on. A plain loop over bytes: compilers make
 * it wide. */
static void mix_rows(const uint32_t *upper, const uint32_t *lower, int count, uint32_t share, uint32_t *mixed)
{
    const uint8_t *a = (const uint8_t *)upper;
    const uint8_t *b = (const uint8_t *)lower;
    uint8_t *out = (uint8_t *)mixed;
    uint16_t of_b = (uint16_t)share;
    uint16_t of_a = (uint16_t)(256 - share);
    for (int i = 0; i < count * 4; i++) {
        out[i] = (uint8_t)((uint16_t)(a[i] * of_a + b[i] * of_b) >> 8);
    }
}

static int clamped(int64_t value, int most)
{
    return value < 0 ? 0 : value > most ? most : (int)value;
}

static void paint_opaque_row(const LiveMap *map, const LiveRow *row)
{
    enum { WIDTH_MAX = 8192 };
    static uint32_t mixed[WIDTH_MAX + 1]; /* painting is on one thread */
    int last = map->width - 1;
    int line = clamped(row->v >> 16, map->height - 1);
    int below = clamped((row->v >> 16) + 1, map->height - 1);
    int64_t end = row->u + map->u_x * (row->x1 - row->x0 - 1);
    int from = clamped((row->u < end ? row->u : end) >> 16, last);
    int to = clamped(((row->u < end ? end : row->u) >> 16) + 1, last);
    if (to - from >= WIDTH_MAX) {
        return;
    }
    mix_rows(map->pixels + (ptrdiff_t)line * map->pitch + from, map->pixels + (ptrdiff_t)below * map->pitch + from, to - from + 1,
             (uint32_t)(row->v & 0xFFFF) >> 8, mixed);
    int64_t u = row->u - (int64_t)from * ONE;
    int64_t most = (int64_t)(to - from) * ONE;
    mixed[to - from + 1] = mixed[to - from];
    for (int x = 0; x < row->x1 - row->x0; x++, u += map->u_x) {
        int64_t at = u < 0 ? 0 : u > most ? most : u;
        uint64_t share = (uint64_t)(at & 0xFFFF) >> 8;
        uint64_t lanes = spread(mixed[at >> 16]) * (256 - share) + spread(mixed[(at >> 16) + 1]) * share;
        row->pixels[x] = gather(lanes >> 8 & LOW_BYTES) | 0xFF000000u;
    }
}

/* --- the map ------------------------------------------------------------------------------- */

/* What a pixel of the screen is in the picture: the pose, backwards. */
static void make_map(const SdlPlatform *sdl, const Sprite *sprite, const DrawPose *pose, LiveMap *map)
{
    double k = (double)sdl->canvas.scale;
    double angle = (double)pose->turn_deg * 3.14159265358979 / 180.0;
    double across = (double)sprite->source.w / (double)sprite->place.w; /* pixels of the picture a unit */
    double down = (double)sprite->source.h / (double)sprite->place.h;
    double u_x = cos(angle) / (double)pose->scale_x / k * across;
    double u_y = sin(angle) / (double)pose->scale_x / k * across;
    double v_x = -sin(angle) / (double)pose->scale_y / k * down;
    double v_y = cos(angle) / (double)pose->scale_y / k * down;
    double x = ((double)pose->x + (double)pose->pivot_x) * k - 0.5; /* from the middle of the first pixel to the fixed point */
    double y = ((double)pose->y + (double)pose->pivot_y) * k - 0.5;
    double u = ((double)pose->pivot_x - (double)sprite->place.x) * across - u_x * x - u_y * y - 0.5;
    double v = ((double)pose->pivot_y - (double)sprite->place.y) * down - v_x * x - v_y * y - 0.5;
    map->width = sprite->source.w;
    map->height = sprite->source.h;
    map->u = llround(u * ONE);
    map->v = llround(v * ONE);
    map->u_x = llround(u_x * ONE);
    map->u_y = llround(u_y * ONE);
    map->v_x = llround(v_x * ONE);
    map->v_y = llround(v_y * ONE);
}

SDL_Rect live_box(const SdlPlatform *sdl, const Sprite *sprite, const DrawPose *pose)
{
    float k = sdl->canvas.scale;
    float angle = pose->turn_deg * 3.14159265f / 180.0f;
    float low[2] = { 1e9f, 1e9f };
    float high[2] = { -1e9f, -1e9f };
    for (int i = 0; i < 4; i++) {
        float x = (sprite->place.x + (i & 1 ? sprite->place.w : 0) - pose->pivot_x) * pose->scale_x;
        float y = (sprite->place.y + (i & 2 ? sprite->place.h : 0) - pose->pivot_y) * pose->scale_y;
        float corner[2] = { (pose->x + pose->pivot_x + x * cosf(angle) - y * sinf(angle)) * k,
                            (pose->y + pose->pivot_y + x * sinf(angle) + y * cosf(angle)) * k };
        for (int axis = 0; axis < 2; axis++) {
            low[axis] = fminf(low[axis], corner[axis]);
            high[axis] = fmaxf(high[axis], corner[axis]);
        }
    }
    bool is_opaque = sdl->art.sheets[sprite->sheet].is_opaque;
    int rim = is_opaque ? 0 : 1; /* what is seen through fades out over a pixel */
    int left = (int)floorf(low[0] + 0.01f) - rim;
    int top = (int)floorf(low[1] + 0.01f) - rim;
    return (SDL_Rect){ left, top, (int)ceilf(high[0] - 0.01f) + rim - left, (int)ceilf(high[1] - 0.01f) + rim - top };
}

/* The pixels that are painted on; NULL when they are not 32 bits a pixel in our order. */
static SDL_Surface *target_of(SdlPlatform *sdl)
{
    SDL_Surface *surface = sdl->surface ? sdl->surface : sdl->window ? SDL_GetWindowSurface(sdl->window) : NULL;
    bool is_usable = surface && surface->format->BytesPerPixel == 4 && surface->format->Rmask == 0x00FF0000u &&
                     surface->format->Bmask == 0x000000FFu && !SDL_MUSTLOCK(surface);
    return is_usable ? surface : NULL;
}

static void paint_rows(const LiveMap *map, SDL_Surface *target, const SDL_Rect *part)
{
    for (int y = part->y; y < part->y + part->h; y++) {
        void *line = (char *)target->pixels + (ptrdiff_t)y * target->pitch;
        LiveRow row = { (uint32_t *)line + part->x, part->x, part->x + part->w, map->u + map->u_x * part->x + map->u_y * y,
                        map->v + map->v_x * part->x + map->v_y * y };
        if (map->is_opaque) {
            paint_opaque_row(map, &row);
        } else if (map->v_x == 0 && !map->is_tinted) {
            paint_level_row(map, &row);
        } else {
            paint_row(map, &row);
        }
    }
}

bool live_paint(SdlPlatform *sdl, const DrawCmd *cmd, const Sprite *sprite, SDL_Texture *sheet)
{
    SDL_Surface *target = target_of(sdl);
    SDL_Rect part;
    SDL_Rect clip;
    LiveMap map = { .is_opaque = sdl->art.sheets[sprite->sheet].is_opaque };
    void *pixels;
    int pitch;
    if (!target || (map.is_opaque && cmd->pose.turn_deg != 0.0f) || cmd->pose.scale_x == 0.0f || cmd->pose.scale_y == 0.0f || sprite->source.w < 2 || sprite->source.h < 2) {
        return false;
    }
    SDL_Rect box = live_box(sdl, sprite, &cmd->pose);
    SDL_Rect whole = { 0, 0, target->w, target->h };
    SDL_RenderGetClipRect(sdl->renderer, &clip);
    if (!SDL_RenderIsClipEnabled(sdl->renderer)) {
        clip = whole;
    }
    if (!SDL_IntersectRect(&box, &clip, &part) || !SDL_IntersectRect(&part, &whole, &part)) {
        return true;
    }
    make_map(sdl, sprite, &cmd->pose, &map);
    if (SDL_LockTexture(sheet, &sprite->source, &pixels, &pitch) != 0) {
        return false;
    }
    map.pixels = pixels;
    map.pitch = pitch / 4;
    map.is_tinted = cmd->color != 0xFFFFFFFFu;
    map.tint = spread(cmd->color >> 8 | cmd->color << 24);
    SDL_RenderFlush(sdl->renderer); /* what lies below is painted first */
    paint_rows(&map, target, &part);
    SDL_UnlockTexture(sheet);
    return true;
}
