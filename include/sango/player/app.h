#ifndef SANGO_PLAYER_APP_H
#define SANGO_PLAYER_APP_H

#include "sango/base/rng.h"
#include "sango/i18n/catalogue.h"
#include "sango/level/library.h"
#include "sango/platform/platform.h"
#include "sango/player/nickname.h"
#include "sango/player/scene.h"
#include "sango/player/settings.h"
#include "sango/stage/stage.h"
#include "sango/store/store.h"

/* What a level tells whoever keeps figures. Nobody is in it. Texts are valid during the call. */
typedef struct AppNote {
    enum { APP_NOTE_BEGUN, APP_NOTE_ANSWERED, APP_NOTE_FINISHED } kind;
    StrView level;    /* key */
    StrView decision; /* ANSWERED: its id */
    uint32_t option;  /* ANSWERED: from 0 */
    Grade grade;      /* ANSWERED */
    enum { APP_NOTE_DECISION, APP_NOTE_RECOVERY, APP_NOTE_TELLING } question; /* ANSWERED: of those that have the same id */
} AppNote;

/* Stands over all screens: sees each event first and draws last. The kiosk's, which counts how long nobody has touched anything,
 * shows what then comes, and keeps the window open. Every function may be NULL. */
typedef struct AppOver AppOver;
struct AppOver {
    bool (*input)(AppOver *over, App *app, const InputEvent *event); /* true: taken, INPUT_QUIT too */
    void (*update)(AppOver *over, App *app, uint64_t now_ms);
    void (*draw)(AppOver *over, App *app, UiFrame *frame);           /* behind the top scene's ui_end(): words and pictures, no widgets */
    int (*deadline_ms)(const AppOver *over, const App *app);         /* until it changes something; -1: never */
    void (*noted)(AppOver *over, App *app, const AppNote *note);
    float (*volume)(const AppOver *over); /* 0..1: everything that sounds is multiplied with it; app_apply_settings() asks again */
    Scene *(*pause_page)(AppOver *over, App *app);                /* in the place of the pause over a level */
    Scene *(*end_page)(AppOver *over, App *app, const LevelEntry *level, unsigned stars); /* in that of the pages behind a level; NULL: those come */
};

/* What the scenes share: the machine, what is stored, the pack, who plays. Made by
 * main.c (or a test) from real or pretended parts.
 *
 *     App app;
 *     app_init(&app, &parts);
 *     status = app_run(&app, title_scene_create(&app));
 *     app_release(&app);
 *
 * One thread. */
typedef struct AppParts {
    const Allocator *alloc;
    Platform *platform;         /* all borrowed, they outlive the app */
    const TextMeasure *measure;
    const StageArt *art;
    const Catalogue *catalogue;
    const Theme *themes;        /* LOOK_COUNT; NULL: day's, whatever the look */
    const LevelLibrary *library; /* all packs; NULL: only `pack` */
    const LevelPack *pack;      /* the one that is played; scenes may choose another. NULL: none could be read; the grown-up's message says why */
    /* Opens the store when it is first needed (after the first picture). May give a
     * memory store, with a notice for the grown-up in *notice. */
    Store *(*open_store)(void *user, StrBuf *notice);
    void *user;
    StrView level;              /* opens at once, for a guest; empty: the title comes */
    bool in_browser;            /* the game is a page: the browser keeps what is kept, shows papers, and is the way out. Folders say nothing there */
    bool opens_lesson;          /* the page that begins a lesson comes at once: a grown-up has started the program for it */
    StrView print_folder;       /* templates of pages to print: assets/print; NUL-terminated */
    StrView pictures_folder;    /* drawings for such pages: build/assets/paper */
    StrView packs_folder;       /* of the user: packs that were added; empty: none; NUL-terminated */
    StrView helplines_file;     /* of the game: assets/helplines/helplines.json; NUL-terminated; empty: none */
    StrView papers_folder;      /* of the user, where such pages are written; empty: nowhere; NUL-terminated */
    unsigned players;           /* as app_set_players(); 0: one */
    const Settings *settings;   /* of who has set nothing; NULL: the usual ones */
    const char *watched;        /* the script of a level that is opened at once and again after each change; NULL: none */
    Scene *(*grown_ups)(App *app); /* makes the grown-ups' area, which the title leads to; NULL: there is none */
    AppOver *over;              /* NULL: nothing stands over the screens */
    StrView notice;             /* shown once at the start; may be empty */
    uint64_t seed;              /* of random names and effects */
} AppParts;

struct App {
    AppParts parts;
    Store *store; /* NULL until the first picture is shown */
    Store *kept_store; /* the one on disk while `store` is only in memory, see app_play_unkept() */
    Settings settings;
    StorePlayer player; /* id 0: nobody yet; texts are in player_texts */
    Arena player_texts;
    Nickname nickname;
    unsigned players; /* children at this screen, 1 or 2: see app_set_players() */
    Rng rng;
    SceneStack scenes;
    struct Watch *watch; /* NULL: no file is watched */
    Ui ui;
    Ui below_ui; /* of scenes under the top one: its content is thrown away */
    UiLayouts *layouts; /* of the top scene's texts */
    Arena frame_arena, below_arena;
    DrawList draw;
    SpeakList speak;
    StrBuf notice; /* for the grown-up; "" when there is none */
    bool dirty;    /* the picture must be made again */
    bool quit;
    unsigned gate_count; /* how many gates stood before something in this run */
    bool has_measured; /* a before/after measure was offered in this run */
    bool is_sound_started;
    bool is_sound_resting; /* nobody did anything for a while */
    uint64_t active_ms;    /* when somebody last did something, or something last sounded */
    bool focused;
    uint64_t now_ms;   /* of the screens: never goes back */
    uint64_t clock_ms; /* of the platform, when it was last looked at */
    uint64_t presented_ms; /* when the last picture was shown */
    uint64_t due_ms;       /* when the next one is to be shown, at the latest; 0: this one stands */
    StrBuf music; /* what plays */
};

Status app_init(App *app, const AppParts *parts);
void app_release(App *app);

/* Shows `first` (owned from here on) and runs until the stack is empty or the user
 * quits. The same loop runs under SDL, headless and in the terminal. */
Status app_run(App *app, Scene *first);

/* The same in pieces, for a machine that calls the program instead of waiting in it (a browser), whose wait_event() never waits:
 * app_turn() until nothing is left to take, and again after app_wait_ms() or with the next event. */
typedef enum AppTurn { APP_TURN_OVER, APP_TURN_NONE, APP_TURN_EVENT } AppTurn;
Status app_begin(App *app, Scene *first);
AppTurn app_turn(App *app);
int app_wait_ms(App *app); /* -1: until an event */

/* For scenes. */
/* A level of any pack, by its id or key; *pack (may be NULL) is where it is. NULL: none. */
const LevelEntry *app_find_level(const App *app, StrView name, const LevelPack **pack);
/* One child, or two who choose together in packs with pictures; other packs are played as by one. */
void app_set_players(App *app, unsigned players);
void app_touch(App *app); /* draw again */
Store *app_store(App *app); /* never NULL once the loop runs */
void app_set_player(App *app, const StorePlayer *player); /* texts copied; loads the settings */
void app_settings_changed(App *app); /* applies and saves them */
void app_apply_settings(App *app);   /* without saving */
/* Texts in another language from the next picture on. Borrowed until another one is set. */
void app_set_catalogue(App *app, const Catalogue *catalogue);
const Theme *app_theme(const App *app); /* of the player's look */
void app_sound(App *app, StrView name);
void app_music(App *app, StrView name); /* empty: off */
/* Speaks the recording of a line of a level in the game's language, if there is one; returns how
 * long it takes, ms, or 0. The one before ends; so it does with an empty id. */
uint32_t app_voice(App *app, StrView line_id);
void app_note(App *app, const AppNote *note); /* to whatever stands over the screens */
/* The day as "2026-11-26" and the hour as "2026-11-26T09", from `arena`; "" when the clock is wrong. */
StrView app_day(App *app, Arena *arena);
StrView app_hour(App *app, Arena *arena);
void app_notice(App *app, const char *fmt, ...) SANGO_PRINTF(2, 3); /* logged and shown on screen */
StrView app_nickname(App *app, Arena *arena); /* as shown; empty when nobody plays */

/* A stored text such as a save; empty when there is none. */
StrView app_get(App *app, Arena *arena, StrView key);
void app_put(App *app, StrView key, StrView value);
/* The player's results, from the arena; none when they cannot be read. */
void app_results(App *app, Arena *arena, StoreResult **results, size_t *count);
/* Logs `what` about the stored file, once; the log's reader shows it on screen. */
void app_store_notice(App *app, Status status, const char *what);

/* A new player whom the disk does not take plays all the same: until app_end_unkept(),
 * when players are chosen again, everything goes into memory. */
Status app_play_unkept(App *app);
void app_end_unkept(App *app);

#endif
