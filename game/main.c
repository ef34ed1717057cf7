/* The composition root: makes the real parts, joins them, runs the loop. */
#define _DEFAULT_SOURCE 1
#include "sango/base/file.h"
#include "sango/base/log.h"
#include "sango/platform/script.h"
#include "sango/platform/sdl.h"

#include "main_kiosk.h"
#include "main_play.h"
#include "main_parts.h"

#include <stdlib.h>
#include <unistd.h>

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
        status = main_play(game, platform, inner ? sdl_platform_measure(inner) : grid_measure());
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
        status = main_play(game, platform, grid_measure());
    }
    terminal_platform_close(platform);
    return status == STATUS_OK ? 0 : 1;
}

/* In a window; without a display at the terminal; without that by itself. A stand is not for one person at a terminal. */
static int play_here(Game *game)
{
    Platform *platform = main_open_screen(&game->options, false);
    if (platform) {
        int code = main_play(game, platform, sdl_platform_measure(platform)) == STATUS_OK ? 0 : 1;
        sdl_platform_close(platform);
        return code;
    }
    if (game->options.is_kiosk) {
        fprintf(stderr, "sango: a stand needs a display, and there is none here\n");
        return 1;
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
        bool has_texts = main_open_catalogue(&game.options, &game.catalogue);
        notices_open(&game.notices, &game.catalogue);
        code = !has_texts ? 2 : game.options.is_headless ? play_script(&game) : game.options.is_text ? play_terminal(&game) : play_here(&game);
        notices_close(&game.notices);
        catalogue_release(&game.catalogue);
    }
    main_options_release(&game.options);
    return code;
}
