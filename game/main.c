/* The composition root: makes the real parts, joins them, runs the loop. */
#define _DEFAULT_SOURCE 1
#include "sango/base/file.h"
#include "sango/base/log.h"
#include "sango/grownups/grownups.h"
#include "sango/platform/script.h"
#include "sango/platform/sdl.h"

#include "main_kiosk.h"
#include "main_notices.h"
#include "main_parts.h"

#include <stdlib.h>
#include <time.h>
#include <unistd.h>

/* What every kind of run has. */
typedef struct Game {
    MainOptions options;
    Catalogue catalogue;
    Notices notices;
    Theme themes[LOOK_COUNT];
    App app;
} Game;

/* The app asks for it after its first picture. */
static Store *open_store(void *user, StrBuf *notice)
{
    const Game *game = user;
    (void)notice; /* the log tells it, see main_notices.h */
    Store *store = main_open_store(&game->options, &game->catalogue);
    if (!store) {
        log_line(LOG_ERROR, "no memory for the store");
        exit(1);
    }
    return store;
}

/* Of made-up names, and of the ids by which lessons of two computers are told apart. */
static uint64_t find_seed(const Game *game)
{
    uint64_t seed = 1;
    if (!game->options.is_headless && getentropy(&seed, sizeof seed) != 0) {
        seed = (uint64_t)time(NULL);
    }
    return seed;
}

static Status play(Game *game, Platform *platform, const TextMeasure *measure)
{
    DiagSink diags = notices_diags();
    StageArt *art = main_open_art(&game->options);
    LevelLibrary library = { 0 };
    main_read_themes(&game->options, game->themes);
    MainKiosk kiosk = { .kiosk = NULL };
    bool is_kiosk = game->options.is_kiosk; /* a stand has only its own stories, and no grown-up in front of it */
    const char *others = !is_kiosk && game->options.packs_folder.len ? game->options.packs_folder.data : NULL;
    Status library_status = level_library_open(alloc_heap(), game->options.pack_folder.data, others, &diags, &library);
    Status status = art && library_status == STATUS_OK ? main_kiosk_open(&game->options, &game->catalogue, &library, &kiosk) : STATUS_NOMEM;
    AppParts parts = { .alloc = alloc_heap(),
                       .platform = platform,
                       .measure = measure,
                       .art = art,
                       .catalogue = &game->catalogue,
                       .themes = game->themes,
                       .library = &library,
                       .pack = library.count ? &library.packs[0] : NULL,
                       .open_store = open_store,
                       .user = game,
                       .level = game->options.level ? strview_from_cstr(game->options.level) : SV(""),
                       .opens_lesson = game->options.opens_lesson,
                       .print_folder = strbuf_view(&game->options.print_folder),
                       .pictures_folder = strbuf_view(&game->options.pictures_folder),
                       .papers_folder = strbuf_view(&game->options.papers_folder),
                       .players = game->options.players,
                       .packs_folder = strbuf_view(&game->options.packs_folder),
                       .helplines_file = strbuf_view(&game->options.helplines_file),
                       .grown_ups = grown_ups_create,
                       .watched = game->options.watched,
                       .over = main_kiosk_over(&kiosk),
                       .notice = is_kiosk ? SV("") : strbuf_view(&game->notices.early),
                       .seed = find_seed(game) };
    status = status == STATUS_OK ? app_init(&game->app, &parts) : status;
    if (status == STATUS_OK) {
        notices_join(&game->notices, is_kiosk ? NULL : &game->app);
        status = app_run(&game->app, main_kiosk_first_scene(&kiosk, &game->app));
        notices_join(&game->notices, NULL);
        app_release(&game->app);
    }
    main_kiosk_close(&kiosk);
    level_library_release(&library);
    stage_art_destroy(art);
    return status;
}

static int play_script(Game *game)
{
    MainOptions *options = &game->options;
    StrView text = options->demo;
    Platform *inner = main_open_screen(options, true);
    Platform *platform = NULL;
    Status status = options->input ? file_read(alloc_heap(), options->input, 1 << 20, &text) : STATUS_OK;
    if (status != STATUS_OK) {
        log_line(LOG_ERROR, "%s: %s", options->input, status_text(status));
    } else {
        status = main_make_shots_folder(options);
    }
    ScriptOptions script = { .inner = inner,
                             .text = text,
                             .name = options->input ? options->input : "demo",
                             .shots = options->shots,
                             .transcript = options->is_quiet ? NULL : stdout,
                             .report = stdout,
                             .seed = options->seed };
    if (status == STATUS_OK) {
        status = script_platform_open(alloc_heap(), &script, &platform);
    }
    unsigned failures = 0;
    if (status == STATUS_OK) {
        status = play(game, platform, inner ? sdl_platform_measure(inner) : grid_measure());
        failures = script_platform_failures(platform);
    }
    script_platform_close(platform);
    sdl_platform_close(inner);
    if (options->input) {
        file_free(alloc_heap(), &text);
    }
    return status == STATUS_OK && failures == 0 ? 0 : 1;
}

static int play_terminal(Game *game)
{
    Platform *platform = NULL;
    Status status = terminal_platform_open(alloc_heap(), stdin, stdout, &game->catalogue, &platform);
    if (status == STATUS_OK) {
        status = play(game, platform, grid_measure());
    }
    terminal_platform_close(platform);
    return status == STATUS_OK ? 0 : 1;
}

/* In a window; without a display at the terminal; without that by itself. */
static int play_here(Game *game)
{
    Platform *platform = main_open_screen(&game->options, false);
    if (platform) {
        int code = play(game, platform, sdl_platform_measure(platform)) == STATUS_OK ? 0 : 1;
        sdl_platform_close(platform);
        return code;
    }
    strbuf_clear(&game->notices.early); /* no display is nothing broken; it is said here */
    if (isatty(STDIN_FILENO)) {
        fprintf(stderr, "There is no display here: the game goes on in this terminal.\n");
        return play_terminal(game);
    }
    fprintf(stderr, "There is no display and no terminal here: the first level plays by itself; pictures are in %s.\n",
            main_options_demo(&game->options));
    return play_script(game);
}

int main(int argc, char **argv)
{
    static Game game;
    int code = main_options_read(&game.options, argc, argv);
    code = code < 0 ? main_kiosk_tool(&game.options) : code;
    if (code < 0) {
        catalogue_init(&game.catalogue, alloc_heap(), SV("en"));
        notices_open(&game.notices, &game.catalogue);
        code = game.options.is_headless ? play_script(&game) : game.options.is_text ? play_terminal(&game) : play_here(&game);
        notices_close(&game.notices);
        catalogue_release(&game.catalogue);
    }
    main_options_release(&game.options);
    return code;
}
