#ifndef SANGO_PLATFORM_SDL_INTERNAL_H
#define SANGO_PLATFORM_SDL_INTERNAL_H

#include "sango/base/arena.h"
#include "sango/platform/sdl.h"

#include <SDL.h>
#include <SDL_mixer.h>
#include <SDL_ttf.h>

/* Between the files of platform/sdl: art.c pictures, glyphs.c text, paint.c a draw list,
 * sound.c, input.c; platform.c joins them. */

/* --- pictures ---------------------------------------------------------------------- */
enum { SHEETS_MAX = 128, SPRITES_MAX = 2048, NINES_MAX = 64 };

typedef struct Sheet {
    StrView file;
    SDL_Texture *texture;
    bool is_tried; /* a broken file is logged once */
} Sheet;

typedef struct Sprite {
    StrView name;
    uint16_t sheet;
    Rect place;      /* in its canvas, units */
    SDL_Rect source; /* pixels of the sheet */
} Sprite;

typedef struct Nine {
    StrView name;
    float corner, pad; /* units */
} Nine;

typedef struct Art {
    Arena arena;
    char folder[512];
    Sheet sheets[SHEETS_MAX];
    size_t sheet_count;
    Sprite sprites[SPRITES_MAX]; /* by name */
    size_t sprite_count;
    Nine nines[NINES_MAX];
    size_t nine_count;
    float pixels_per_unit;
} Art;

/* Reads the index of the art drawn for `height` pixels. */
void art_open(Art *art, const char *folder, int height_px);
void art_close(Art *art);
const Sprite *art_find(const Art *art, StrView name); /* NULL when there is none */
const Nine *art_find_nine(const Art *art, StrView name);
/* NULL when the file is missing or broken (logged once). */
SDL_Texture *art_texture(Art *art, SDL_Renderer *renderer, const Sprite *sprite);

/* --- text -------------------------------------------------------------------------- */
enum { FONT_COUNT = 5, SIZES_MAX = 48, GLYPHS_MAX = 512 };

typedef struct OpenFont {
    uint8_t font;
    int size_px;
    TTF_Font *handle;
} OpenFont;

typedef struct GlyphRun {
    uint32_t hash;
    uint64_t used; /* frame of the last use */
    char *text;
    uint8_t font;
    int size_px;
    bool rtl;
    SDL_Texture *texture;
    int width, height, ascent;
} GlyphRun;

typedef struct Glyphs {
    char folder[512];
    OpenFont fonts[SIZES_MAX];
    size_t font_count;
    bool is_missing[FONT_COUNT];
    GlyphRun runs[GLYPHS_MAX];
    uint64_t frame;
    float scale; /* pixels a unit */
    TextMeasure measure;
} Glyphs;

void glyphs_open(Glyphs *glyphs, const char *folder);
void glyphs_close(Glyphs *glyphs);
void glyphs_set_scale(Glyphs *glyphs, float scale); /* forgets what was drawn for another */
void glyphs_forget(Glyphs *glyphs);
void glyphs_draw(Glyphs *glyphs, SDL_Renderer *renderer, const DrawGlyphs *run, Rgba color);

/* --- sound ------------------------------------------------------------------------- */
enum { SOUNDS_MAX = 32, SOUND_NAME_MAX = 32 };

typedef struct LoadedSound {
    char name[SOUND_NAME_MAX];
    Mix_Chunk *chunk;
} LoadedSound;

typedef struct Sound {
    char folder[512];
    bool is_off; /* no device, or offscreen */
    bool is_open;
    LoadedSound sounds[SOUNDS_MAX];
    size_t sound_count;
    Mix_Music *music;
    PlatformVolumes volumes;
    char playing[SOUND_NAME_MAX];
} Sound;

void sound_open(Sound *sound, const char *folder, bool is_off);
void sound_close(Sound *sound);
void sound_play(Sound *sound, StrView name);
void sound_music(Sound *sound, StrView name);
void sound_set_volumes(Sound *sound, const PlatformVolumes *volumes);

/* --- all of it --------------------------------------------------------------------- */
typedef struct SdlPlatform {
    Platform base;
    SDL_Window *window;     /* NULL offscreen */
    SDL_Surface *surface;   /* offscreen only */
    SDL_Renderer *renderer;
    Art art;
    Glyphs glyphs;
    Sound sound;
    PlatformCanvas canvas;
    char *art_folder;
    Uint32 last_tick; /* of an offscreen platform: its own clock */
    uint64_t clock_ms;
    bool is_fullscreen;
    SDL_GameController *pad;
    int stick; /* direction held: an InputKind, or 0 */
    char *shown; /* print of the last picture, to know one that is the same */
    size_t shown_len;
} SdlPlatform;

/* One SDL event as ours; false when it means nothing to the game. */
bool input_translate(SdlPlatform *sdl, const SDL_Event *event, InputEvent *out);

void paint(SdlPlatform *sdl, const DrawList *list);

#endif
