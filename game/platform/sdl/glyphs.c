#include "sdl_internal.h"

#include "sango/base/file.h"
#include "sango/base/log.h"
#include "sango/base/utf8.h"
#include "sango/text/fonts.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FONT_BYTES_MAX = 32 * 1024 * 1024 };

static const float BAR_ADVANCE = 0.5f, BAR_HEIGHT = 0.42f; /* em: of a letter, where there is no font */

/* The file in memory, read once for all sizes: a font read from its file costs thousands of
 * small reads. Empty when it cannot be read. */
static StrView font_file(Glyphs *glyphs, uint8_t font, const char *path)
{
    StrView *file = &glyphs->files[font];
    if (!file->data) {
        Status status = file_read(alloc_heap(), path, FONT_BYTES_MAX, file);
        if (status != STATUS_OK || file->len == 0) {
            log_line(LOG_WARNING, "%s: the font cannot be read: %s", path,
                     status == STATUS_OK ? "the file is empty" : status_text(status));
            file_free(alloc_heap(), file);
            *file = (StrView){ NULL, 0 };
        }
    }
    return *file;
}

static TTF_Font *open_size(Glyphs *glyphs, uint8_t font, int size_px)
{
    char path[700];
    (void)snprintf(path, sizeof path, "%s/%s", glyphs->folder, text_font_file(font));
    StrView file = font_file(glyphs, font, path);
    if (file.len == 0) {
        return NULL;
    }
    TTF_Font *handle = TTF_OpenFontRW(SDL_RWFromConstMem(file.data, (int)file.len), 1, size_px);
    if (!handle) {
        log_line(LOG_WARNING, "%s: the font cannot be used: %s", path, TTF_GetError());
    }
    return handle;
}

/* NULL when the font cannot be opened; that is tried once. */
static TTF_Font *open_own(Glyphs *glyphs, uint8_t font, int size_px)
{
    for (size_t i = 0; i < glyphs->font_count; i++) {
        if (glyphs->fonts[i].font == font && glyphs->fonts[i].size_px == size_px) {
            return glyphs->fonts[i].handle;
        }
    }
    if (glyphs->is_missing[font]) {
        return NULL;
    }
    if (glyphs->font_count == SIZES_MAX) {
        glyphs_forget(glyphs);
    }
    TTF_Font *handle = open_size(glyphs, font, size_px);
    if (!handle) {
        glyphs->is_missing[font] = true;
        return NULL;
    }
    TTF_SetFontHinting(handle, TTF_HINTING_LIGHT_SUBPIXEL);
    glyphs->fonts[glyphs->font_count++] = (OpenFont){ font, size_px, handle };
    return handle;
}

/* Another one stands in for a font that is missing. NULL when there is none at all. */
static TTF_Font *open_font(Glyphs *glyphs, uint8_t font, int size_px)
{
    TTF_Font *handle = open_own(glyphs, font, size_px);
    for (uint8_t other = 0; !handle && other < FONT_COUNT; other++) {
        handle = open_own(glyphs, other, size_px);
    }
    return handle;
}

static int pixels(const Glyphs *glyphs, float units)
{
    int size = (int)(units * glyphs->scale + 0.5f);
    return size < 4 ? 4 : size;
}

static char *copy_text(StrView text)
{
    char *copy = malloc(text.len + 1);
    if (copy) {
        memcpy(copy, text.data, text.len);
        copy[text.len] = '\0';
    }
    return copy;
}

static void set_run(TTF_Font *font, bool rtl, const char *script)
{
    TTF_SetFontDirection(font, rtl ? TTF_DIRECTION_RTL : TTF_DIRECTION_LTR);
    TTF_SetFontScriptName(font, script[0] ? script : "Latn");
}

static float measure_width(void *user, const TextRun *run)
{
    Glyphs *glyphs = user;
    TTF_Font *font = open_font(glyphs, run->font, pixels(glyphs, run->size));
    if (!font) {
        return (float)utf8_count(run->text) * BAR_ADVANCE * run->size;
    }
    char *text = copy_text(run->text);
    int width = 0;
    if (text) {
        set_run(font, run->rtl, run->script);
        (void)TTF_SizeUTF8(font, text, &width, NULL);
        free(text);
    }
    return (float)width / glyphs->scale;
}

static bool measure_has_glyph(void *user, uint8_t font, uint32_t codepoint)
{
    Glyphs *glyphs = user;
    TTF_Font *handle = font < FONT_COUNT && !glyphs->is_missing[font] ? open_font(glyphs, font, 28) : NULL;
    return handle && !glyphs->is_missing[font] && TTF_GlyphIsProvided32(handle, codepoint);
}

static void measure_metrics(void *user, uint8_t font, float size, float *ascent, float *descent, float *line_skip)
{
    Glyphs *glyphs = user;
    TTF_Font *handle = open_font(glyphs, font, pixels(glyphs, size));
    *ascent = handle ? (float)TTF_FontAscent(handle) / glyphs->scale : size * 0.8f;
    *descent = handle ? (float)-TTF_FontDescent(handle) / glyphs->scale : size * 0.2f;
    *line_skip = handle ? (float)TTF_FontLineSkip(handle) / glyphs->scale : size * 1.2f;
}

void glyphs_open(Glyphs *glyphs, const char *folder)
{
    *glyphs = (Glyphs){ .scale = 1.0f };
    (void)snprintf(glyphs->folder, sizeof glyphs->folder, "%s", folder);
    glyphs->measure = (TextMeasure){
        .user = glyphs,
        .width = measure_width,
        .has_glyph = measure_has_glyph,
        .metrics = measure_metrics,
    };
    for (unsigned face = 0; face < TEXT_FACE_COUNT; face++) {
        glyphs->measure.chain[face] = text_font_chain((TextFace)face, &glyphs->measure.chain_count[face]);
    }
}

static void forget_run(GlyphRun *run)
{
    if (run->texture) {
        SDL_DestroyTexture(run->texture);
    }
    free(run->text);
    *run = (GlyphRun){ 0 };
}

void glyphs_files_came(Glyphs *glyphs)
{
    for (size_t i = 0; i < FONT_COUNT; i++) {
        if (glyphs->is_missing[i]) {
            glyphs->is_missing[i] = false;
            glyphs_forget(glyphs);
        }
    }
}

void glyphs_forget(Glyphs *glyphs)
{
    for (size_t i = 0; i < GLYPHS_MAX; i++) {
        forget_run(&glyphs->runs[i]);
    }
    for (size_t i = 0; i < glyphs->font_count; i++) {
        TTF_CloseFont(glyphs->fonts[i].handle);
    }
    glyphs->font_count = 0;
}

void glyphs_close(Glyphs *glyphs)
{
    glyphs_forget(glyphs);
    for (size_t i = 0; i < FONT_COUNT; i++) {
        file_free(alloc_heap(), &glyphs->files[i]);
    }
}

void glyphs_set_scale(Glyphs *glyphs, float scale)
{
    if (glyphs->scale != scale) {
        glyphs_forget(glyphs);
        glyphs->scale = scale;
    }
}

/* Where the run is kept, or the place of the one that was longest unused. Each run may
 * stand in a few places only, so the search is short. */
static GlyphRun *find_run(Glyphs *glyphs, const DrawGlyphs *run, Rgba color, int size_px, bool *found)
{
    enum { WAYS = 8 };
    uint32_t hash = strview_hash(run->text) * 31u + run->font * 7u + (uint32_t)size_px + (color >> 8) * 2654435761u;
    GlyphRun *set = &glyphs->runs[hash % (GLYPHS_MAX / WAYS) * WAYS];
    GlyphRun *oldest = set;
    for (size_t i = 0; i < WAYS; i++) {
        GlyphRun *kept = &set[i];
        if (kept->text && kept->hash == hash && kept->font == run->font && kept->size_px == size_px &&
            kept->rtl == run->rtl && kept->color >> 8 == color >> 8 && strview_equal(strview_from_cstr(kept->text), run->text)) {
            *found = true;
            return kept;
        }
        if (kept->used < oldest->used) {
            oldest = kept;
        }
    }
    *found = false;
    forget_run(oldest);
    oldest->hash = hash;
    return oldest;
}

/* In its colour: a picture that is tinted while it is copied costs several times as much. */
static bool render_run(Glyphs *glyphs, SDL_Renderer *renderer, const DrawGlyphs *run, Rgba color, int size_px, GlyphRun *kept)
{
    TTF_Font *font = open_font(glyphs, run->font, size_px);
    kept->text = font ? copy_text(run->text) : NULL;
    if (!kept->text) {
        return false;
    }
    set_run(font, run->rtl, run->script);
    SDL_Color ink = { (Uint8)(color >> 24), (Uint8)(color >> 16), (Uint8)(color >> 8), 255 };
    SDL_Surface *surface = TTF_RenderUTF8_Blended(font, kept->text, ink);
    if (surface) {
        kept->texture = SDL_CreateTextureFromSurface(renderer, surface);
        kept->width = surface->w;
        kept->height = surface->h;
        SDL_FreeSurface(surface);
    }
    kept->ascent = TTF_FontAscent(font);
    kept->font = run->font;
    kept->color = color;
    kept->size_px = size_px;
    kept->rtl = run->rtl;
    return kept->texture != NULL;
}

/* NULL when the run cannot be drawn: no font, or nothing to see in it. */
static GlyphRun *get_run(Glyphs *glyphs, SDL_Renderer *renderer, const DrawGlyphs *run, Rgba color)
{
    int size_px = pixels(glyphs, run->size);
    bool found;
    GlyphRun *kept = find_run(glyphs, run, color, size_px, &found);
    if (!found && !render_run(glyphs, renderer, run, color, size_px, kept)) {
        forget_run(kept);
        return NULL;
    }
    kept->used = ++glyphs->frame;
    return kept;
}

static SDL_Rect place_run(const Glyphs *glyphs, const DrawGlyphs *run, const GlyphRun *kept)
{
    return (SDL_Rect){ (int)floorf(run->x * glyphs->scale + 0.5f), (int)floorf(run->baseline * glyphs->scale + 0.5f) - kept->ascent,
                       kept->width, kept->height };
}

static bool has_any_font(const Glyphs *glyphs)
{
    for (size_t i = 0; i < FONT_COUNT; i++) {
        if (!glyphs->is_missing[i]) {
            return true;
        }
    }
    return false;
}

/* Where `count` letters stand that begin behind `before` others, when there is no font. */
static SDL_Rect bar_of(const Glyphs *glyphs, const DrawGlyphs *run, size_t before, size_t count)
{
    float em = run->size * glyphs->scale;
    size_t total = utf8_count(run->text);
    size_t first = run->rtl ? total - before - count : before;
    return (SDL_Rect){ (int)lroundf(run->x * glyphs->scale + (float)first * BAR_ADVANCE * em),
                       (int)lroundf(run->baseline * glyphs->scale - BAR_HEIGHT * em), (int)lroundf((float)count * BAR_ADVANCE * em),
                       (int)lroundf(BAR_HEIGHT * em) };
}

/* A bar for each word: without any font one still sees that something is written, and how long. */
static void draw_bars(const Glyphs *glyphs, SDL_Renderer *renderer, const DrawGlyphs *run, Rgba color)
{
    StrView rest = run->text;
    StrView word;
    size_t before = 0;
    SDL_SetRenderDrawBlendMode(renderer, SDL_BLENDMODE_BLEND);
    SDL_SetRenderDrawColor(renderer, (Uint8)(color >> 24), (Uint8)(color >> 16), (Uint8)(color >> 8), (Uint8)((color & 0xFF) / 2));
    while (strview_take(&rest, ' ', &word)) {
        size_t count = utf8_count(word);
        SDL_Rect bar = bar_of(glyphs, run, before, count);
        SDL_RenderFillRect(renderer, &bar);
        before += count + 1;
    }
}

SDL_Rect glyphs_box(Glyphs *glyphs, SDL_Renderer *renderer, const DrawGlyphs *run, Rgba color)
{
    const GlyphRun *kept = get_run(glyphs, renderer, run, color);
    if (!kept && !has_any_font(glyphs)) {
        return bar_of(glyphs, run, 0, utf8_count(run->text));
    }
    return kept ? place_run(glyphs, run, kept) : (SDL_Rect){ 0 };
}

void glyphs_draw(Glyphs *glyphs, SDL_Renderer *renderer, const DrawGlyphs *run, Rgba color)
{
    const GlyphRun *kept = get_run(glyphs, renderer, run, color);
    if (kept) {
        SDL_Rect to = place_run(glyphs, run, kept);
        SDL_SetTextureAlphaMod(kept->texture, (Uint8)color);
        SDL_RenderCopy(renderer, kept->texture, NULL, &to);
    } else if (!has_any_font(glyphs)) {
        draw_bars(glyphs, renderer, run, color);
    }
}
