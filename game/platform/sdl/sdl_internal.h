#ifndef SANGO_PLATFORM_SDL_INTERNAL_H
#define SANGO_PLATFORM_SDL_INTERNAL_H

#include "sango/base/arena.h"
#include "sango/platform/sdl.h"

#include <SDL.h>
#include <SDL_mixer.h>
#include <SDL_ttf.h>

/* Between the files of platform/sdl: canvas.c the canvas, art.c pictures, sheet.c the files they are in, sheet_threads.c how they are read, fitted.c pictures in the size shown,
 * glyphs.c text, damage.c what changed since the last picture, paint.c a draw list, fill.c its boxes, sprite.c
 * its pictures, live.c those that move, legible.c how well its words are read, sound.c, input.c, second.c the second
 * display, kiosk.c a window that nobody leaves, notify.c the word to whoever watches over us; platform.c joins them. */

/* --- pictures ---------------------------------------------------------------------- */
enum { SHEETS_MAX = 256, SPRITES_MAX = 4096, NINES_MAX = 64, LOOK_NAME_MAX = 24, READERS_MAX = 3 };

/* Where a sheet is while it is read ahead. */
typedef enum SheetState { SHEET_AWAY, SHEET_WANTED, SHEET_READING, SHEET_READ } SheetState;

typedef struct Sheet {
    StrView file;
    const char *path; /* NULL: not yet needed */
    SDL_Texture *texture;
    size_t bytes; /* of the texture */
    uint64_t used; /* Art.picture that it was last in, or wanted for */
    bool is_opaque;
    bool is_tried; /* a broken file is logged once */
    bool is_told;     /* and a picture outside of it */
    int width, height; /* pixels, once tried */
    SheetState state; /* this and what follows: with Art.lock */
    unsigned turn;    /* while it is wanted: the least is read first */
    SDL_Surface *surface; /* SHEET_READ: what the reader got, or NULL */
} Sheet;

/* A thread that reads what is wanted, and ends when nothing is. */
typedef struct Reader {
    struct Art *art;
    SDL_Thread *thread;
    bool is_done; /* with Art.lock */
} Reader;

typedef struct Sprite {
    StrView name;
    uint16_t sheet;
    Rect place;      /* in its canvas, units */
    SDL_Rect source; /* pixels of the sheet */
} Sprite;

typedef struct Nine {
    StrView name;
    float corner, pad; /* units */
    bool is_known, is_opaque; /* its middle was looked at; nothing shows through it */
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
    int set; /* height in pixels that the art was drawn for */
    bool is_partial; /* an index is not there or not whole */
    uint64_t picture; /* counts the pictures painted */
    size_t bytes_max; /* of sheets; those in the picture stay all the same */
    SDL_mutex *lock;  /* of what readers touch */
    SDL_cond *has_read;
    Reader readers[READERS_MAX];
    unsigned turns;
    char look[LOOK_NAME_MAX]; /* whose pictures come first; empty: nobody's */
} Art;

/* The height of the set to show a screen of `height_px` lines with: the next above it that there
 * is, else the highest. */
int art_choose_set(const char *folder, float height_px);
/* Reads the index of a set. */
void art_open(Art *art, const char *folder, int set);
/* Begins to read the sheets of these sprites on other threads, in this order. */
void art_read_ahead(Art *art, const StrView *names, size_t count);
void art_close(Art *art);
/* The look's own "look/<look>/<name>" where there is one; NULL when there is none at all. */
const Sprite *art_find(const Art *art, StrView name);
/* From here on, pictures of this look come first; its sheets are read ahead, those of the look
 * before are let go. False when no picture is another one now. */
bool art_set_look(Art *art, StrView look);
const Nine *art_find_nine(const Art *art, StrView name);
/* True when nothing shows through the middle, between the corners. Software renderer only. */
bool art_is_middle_opaque(Art *art, SDL_Renderer *renderer, StrView nine);
/* NULL when the file is missing or broken (logged once). */
SDL_Texture *art_texture(Art *art, SDL_Renderer *renderer, const Sprite *sprite);
/* The sprite's sheet is in the picture that is painted now, though perhaps not painted anew. */
void art_keep(Art *art, StrView name);
size_t art_bytes(Art *art); /* of all sheets in memory */
/* Lets sheets go that are not in the picture, the longest unused first, until bytes_max is kept to. */
void art_trim(Art *art);

/* How files of sheets become pixels: sheet_threads.c; sheet_web.c, where nothing may wait. */
void reader_open(Art *art);
void reader_close(Art *art); /* once all sheets were let go */
bool reader_lock(Art *art);  /* of what stands in Sheet with the lock; false: there is none, and nothing is read ahead */
void reader_unlock(Art *art);
void reader_begin(Art *art); /* reads what is SHEET_WANTED; the lock is held */
/* What was read ahead, for the caller; NULL when it was not. It is SHEET_AWAY from then on. */
SDL_Surface *reader_take(Art *art, Sheet *sheet);
/* For a picture that is shown now: the surface, or NULL and SDL's error when it cannot be had. False: it is not there yet, comes, and
 * INPUT_PICTURES with it. */
bool reader_read(Art *art, Sheet *sheet, SDL_Surface **surface);
/* sheet_web.c: asks for the sheets of this list that are not there. True: one of them is on its way. */
bool reader_awaits(Art *art, const DrawList *list);

void sheets_open(Art *art);
void sheets_close(Art *art);
void sheet_let_go(Art *art, Sheet *sheet); /* it is read again when it is shown */

/* --- pictures in the size shown ---------------------------------------------------- */
enum { FITTED_MAX = 192 };

typedef struct FittedKey {
    const Sprite *sprite;
    int width, height; /* pixels of the picture */
    int corner;        /* nine-slices: pixels */
    int turn;          /* tenths of a degree; then `unturned` is where the unturned sprite lies from the fixed point */
    SDL_Rect unturned;
    bool is_mirrored, is_nine;
} FittedKey;

typedef struct FittedPicture {
    FittedKey key;
    SDL_Texture *texture; /* NULL: a free place */
    size_t bytes;
    uint64_t used;
} FittedPicture;

typedef struct Fitted {
    FittedPicture pictures[FITTED_MAX];
    size_t bytes, bytes_max;
    uint64_t clock;
} Fitted;

SDL_Texture *fitted_find(Fitted *cache, const FittedKey *key); /* NULL when there is none yet */
/* A cleared picture as the target to draw parts of `sheet` into; NULL when it cannot be had.
 * fitted_end gives the screen back. */
SDL_Texture *fitted_begin(Fitted *cache, SDL_Renderer *renderer, SDL_Texture *sheet, const FittedKey *key);
void fitted_end(SDL_Renderer *renderer, SDL_Texture *sheet, SDL_Texture *fitted);
void fitted_forget(Fitted *cache);

/* A sprite to draw smaller from: its sheet, or a picture of half its size, of a quarter … */
typedef struct Halved {
    SDL_Texture *texture;
    SDL_Rect source;
    bool is_own; /* it goes in fitted_halved_done */
} Halved;
/* Filtering looks at the two nearest pixels each way, so what is shown at less than half its
 * size is halved first, or fine lines would break. `fitted` is the target again afterwards. */
Halved fitted_halve(SDL_Renderer *renderer, SDL_Texture *sheet, SDL_Texture *fitted, const FittedKey *key);
void fitted_halved_done(Halved *halved);

/* --- what changed ------------------------------------------------------------------ */
enum { DAMAGE_MAX = 8 };

/* Parts of the screen to paint again, pixels. They may overlap. */
typedef struct Damage {
    SDL_Rect rects[DAMAGE_MAX];
    size_t count;
} Damage;

/* The picture that is on the screen: a copy of its list, and where each command painted. */
typedef struct Shown {
    Arena arena;
    DrawCmd *cmds;
    SDL_Rect *boxes;
    size_t count;
    bool is_known; /* false: all is to be painted */
} Shown;

void shown_init(Shown *shown);
void shown_release(Shown *shown);
void shown_forget(Shown *shown);
void shown_keep(Shown *shown, const DrawList *list, const SDL_Rect *boxes); /* boxes: one a command */
void damage_add(Damage *damage, const SDL_Rect *rect);
void damage_find(const Shown *shown, const DrawList *list, const SDL_Rect *boxes, Damage *damage);

/* --- text -------------------------------------------------------------------------- */
enum { FONT_COUNT = TEXT_FONT_COUNT, SIZES_MAX = 48, GLYPHS_MAX = 512 };

typedef struct OpenFont {
    uint8_t font;
    int size_px;
    TTF_Font *handle;
} OpenFont;

typedef struct GlyphRun {
    uint32_t hash;
    Rgba color; /* its last byte, the alpha, does not count */
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
    StrView files[FONT_COUNT]; /* owned; empty until a size is opened */
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
void glyphs_files_came(Glyphs *glyphs); /* a font that was missing may be there now */
void glyphs_draw(Glyphs *glyphs, SDL_Renderer *renderer, const DrawGlyphs *run, Rgba color);
/* Where the run is painted, pixels; empty when it cannot be. */
SDL_Rect glyphs_box(Glyphs *glyphs, SDL_Renderer *renderer, const DrawGlyphs *run, Rgba color);

/* --- sound ------------------------------------------------------------------------- */
enum { SOUNDS_MAX = 32, SOUND_NAME_MAX = 32 };

typedef struct LoadedSound {
    char name[SOUND_NAME_MAX];
    Mix_Chunk *chunk;
} LoadedSound;

enum { VOICE_CHANNEL = 0, VOICE_GAIN_STEPS = 12 };

/* Somebody speaks, and the music makes room. The timer's and the mixer's threads look at the atomic ones. */
typedef struct Voice {
    Mix_Chunk *chunk;
    SDL_TimerID timer;      /* runs while the music gets softer or louder */
    SDL_atomic_t is_speaking;
    SDL_atomic_t gain_step; /* 0: the music is as loud as it is set .. VOICE_GAIN_STEPS: 12 dB softer */
    SDL_atomic_t music_volume; /* as set: 0..MIX_MAX_VOLUME */
} Voice;

typedef struct Sound {
    char folder[512];
    bool is_off; /* offscreen */
    bool is_missing; /* there was no device at missed_ms */
    uint64_t missed_ms;
    bool is_open;
    LoadedSound sounds[SOUNDS_MAX];
    size_t sound_count;
    Mix_Music *music;
    PlatformVolumes volumes;
    char playing[SOUND_NAME_MAX];
    bool is_resting;
    Voice voice;
    double position_s; /* where the music goes on after a rest, or on another device */
    Uint32 faded_event; /* SDL event: the music has faded out */
} Sound;

void sound_open(Sound *sound, const char *folder, bool is_off);
void sound_close(Sound *sound);
void sound_play(Sound *sound, StrView name);
void sound_music(Sound *sound, StrView name);
void sound_set_volumes(Sound *sound, const PlatformVolumes *volumes);
void sound_rest(Sound *sound, bool on);
void sound_device_changed(Sound *sound, const SDL_AudioDeviceEvent *event); /* one was plugged in or out */
void sound_faded(Sound *sound); /* after faded_event came */
void sound_files_came(Sound *sound); /* files that host_has_file() did not have: perhaps the tune */
bool sound_device(Sound *sound); /* opens it when it is not; false: there is none */
/* Speaks folder/voice/NAME.ogg; its length in ms, 0 when there is no such line. Empty: falls silent. */
uint32_t voice_speak(Sound *sound, StrView name);
void voice_stop(Sound *sound); /* before the device goes */
/* The music's volume as it is set, less what speech takes. */
void voice_level_music(Sound *sound);

/* --- devices --------------------------------------------------------------------------- */

typedef struct Pad {
    SDL_GameController *handle; /* NULL: a free place */
    SDL_JoystickID id;
    int stick; /* direction held: an InputKind, or 0 */
} Pad;

/* The finger that is the pointer. */
typedef struct Touch {
    bool is_down;
    SDL_TouchID screen;
    SDL_FingerID finger;
    uint32_t device;  /* INPUT_FINGER and above */
    uint32_t count;   /* of all touches */
    float x, y;       /* units: where it last moved from its place */
    Uint32 still_ms;  /* since when it is there: SDL's time stamp */
} Touch;

/* --- whoever watches over us ---------------------------------------------------------- */

/* Tells the service manager of systemd, where it started us, that we are ready and alive. */
typedef struct Notify {
    bool is_heard;        /* somebody listens at `socket` */
    int socket;
    uint64_t interval_ms; /* between two words that we are alive; 0: nobody waits for them */
    uint64_t told_ms;     /* when the last was sent */
    bool is_ready;
} Notify;

void notify_open(Notify *notify);
void notify_ready(Notify *notify); /* once: the first picture is on the screen */
void notify_alive(Notify *notify, uint64_t now_ms);
void notify_close(Notify *notify);
/* How long may be waited before notify_alive() must come; `timeout_ms` as in wait_event. */
int notify_wait_ms(const Notify *notify, uint64_t now_ms, int timeout_ms);

/* --- the second display ------------------------------------------------------------- */

/* Drawn by a painter of its own into a surface: pictures and letters belong to one renderer and one scale. */
typedef struct Second {
    struct SdlPlatform *painter; /* NULL: nothing is on it */
    SDL_Window *window;          /* NULL offscreen */
    SDL_Renderer *renderer;
    SDL_Texture *texture;
    SDL_Rect bounds; /* of the display, in the desktop */
    uint64_t opened_ms;
    bool is_unusable; /* told once, until the displays change */
} Second;

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
    bool wants_fullscreen, is_kiosk, hides_pointer; /* what was asked for */
    bool is_fullscreen, is_locked, is_pointer_hidden; /* what the window is */
    bool has_pads; /* SDL looks for gamepads; only after the first picture */
    Pad pads[INPUT_PADS_MAX + 1]; /* by InputEvent.device; 0: one that is not known */
    Touch touch;
    InputEvent next_event; /* the other half of an event of SDL's; INPUT_NONE: there is none */
    bool is_software; /* the renderer: only what changed is painted */
    Fitted fitted;    /* is_software only */
    SDL_Texture *wash; /* of one colour, to blend over large boxes */
    Rgba wash_color;
    Shown shown;
    Second second;
    Notify notify;
} SdlPlatform;

/* canvas.c: the size in units, and what a painter has that needs no window. */
float canvas_scale(int width_px, int height_px); /* pixels a unit */
PlatformCanvas canvas_of(int width_px, int height_px);
void canvas_fit(SdlPlatform *sdl); /* the renderer may have another size now */
/* To be called in this order, the first on a struct of zeros; painter_end() also after one of them has failed. */
bool painter_begin(SdlPlatform *sdl, const SdlOptions *options); /* its folders and size count */
bool painter_begin_surface(SdlPlatform *sdl, int width_px, int height_px); /* or a window's renderer */
void painter_fit(SdlPlatform *sdl);
void painter_set_look(SdlPlatform *sdl, StrView look);
/* The renderer goes, and what lies in its memory: it is read and drawn again when it is shown. */
void painter_lose(SdlPlatform *sdl);
void painter_end(SdlPlatform *sdl);

/* The window and its renderer, the processor's where the card has none; false after a warning. */
bool window_make(SdlPlatform *sdl, const char *title, int width, int height, bool is_software);

bool second_find(const SdlPlatform *sdl, PlatformCanvas *canvas);
void second_present(SdlPlatform *sdl, const DrawList *list);
void second_close(SdlPlatform *sdl);
/* An event of its window, or of one that it had. True: its size is another one now, and it must be presented again. */
bool second_take(SdlPlatform *sdl, const SDL_WindowEvent *event);
/* The displays changed: takes the window off one that is not there any more. */
void second_settle(SdlPlatform *sdl);

/* The window as wants_fullscreen, is_kiosk and hides_pointer want it. */
void window_settle(SdlPlatform *sdl);

Status sdl_open_file(Platform *platform, const char *path); /* see PlatformOps.open_file */
Status sdl_pick_file(Platform *platform, const char *folder); /* see PlatformOps.pick_file */

/* What differs between a desktop (host.c) and a browser (host_web.c), where nothing may wait and files are fetched. */
void host_open(SdlPlatform *sdl);  /* the window is there */
void host_close(SdlPlatform *sdl); /* also when it was not opened */
void host_set_hints(void);         /* before there is a window */
Uint32 host_window_flags(void);
/* As SDL_WaitEventTimeout(); -1: for ever. The browser's does not wait. */
bool host_wait(SDL_Event *raw, int timeout_ms);
bool host_take_event(SdlPlatform *sdl, InputEvent *event); /* what does not come through SDL */
void host_fullscreen(SdlPlatform *sdl, bool on);
bool host_holds(SdlPlatform *sdl, const DrawList *list); /* true: this picture's parts are on their way, the one before stays */
void host_announce(SdlPlatform *sdl, const SpeakList *list); /* see PlatformOps.announce */
bool host_has_sound(void); /* false: there never will be any, and who plays was told */
float host_fetch(StrView group);                             /* see PlatformOps.fetch */
bool host_has_file(const char *path); /* false: it is fetched now; INPUT_PICTURES comes with it */

/* Of gamepads and of fingers. */
bool pads_translate(SdlPlatform *sdl, const SDL_Event *event, InputEvent *out);
bool touch_translate(SdlPlatform *sdl, const SDL_TouchFingerEvent *event, InputEvent *out);
void pads_close(SdlPlatform *sdl);
/* One SDL event as ours; false when it means nothing to the game. */
bool input_translate(SdlPlatform *sdl, const SDL_Event *event, InputEvent *out);

SDL_Rect canvas_pixels(const SdlPlatform *sdl, Rect rect); /* units to whole pixels */
void fill_paint(SdlPlatform *sdl, const DrawCmd *cmd);
void fill_iris(SdlPlatform *sdl, const DrawCmd *cmd);
void paint_copy(SdlPlatform *sdl, SDL_Texture *texture, const SDL_Rect *from, const SDL_Rect *to, Rgba color);
void sprite_paint(SdlPlatform *sdl, const DrawCmd *cmd);
SDL_Rect sprite_box(const SdlPlatform *sdl, const DrawCmd *cmd); /* empty: it paints nothing */
bool sprite_is_copied(const SdlPlatform *sdl, const DrawCmd *cmd);

/* A picture that is scaled or turned anew for each frame, software renderer only. Its box; and
 * painting it, inside the renderer's clip: false when that cannot be done. */
SDL_Rect live_box(const SdlPlatform *sdl, const Sprite *sprite, const DrawPose *pose);
bool live_paint(SdlPlatform *sdl, const DrawCmd *cmd, const Sprite *sprite, SDL_Texture *sheet);

/* Paints what changed since the last picture. Without damage there was nothing to do. */
void paint(SdlPlatform *sdl, const DrawList *list, Damage *damage);
/* All commands, whatever was painted before. `boxes`: where each paints, as in Shown. */
void paint_whole(SdlPlatform *sdl, const DrawList *list, const SDL_Rect *boxes);
/* See PlatformOps.text_contrast. */
Status legible_measure(SdlPlatform *sdl, TextContrast *worst);

#endif
