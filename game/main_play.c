#define _DEFAULT_SOURCE 1
#include "main_play.h"

#include "main_kiosk.h"
#include "main_parts.h"
#include "sango/grownups/grownups.h"
#include "sango/base/log.h"

#include <stdlib.h>
#include <time.h>
#include <unistd.h>

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

Status main_play(Game *game, Platform *platform, const TextMeasure *measure)
{
    DiagSink diags = notices_diags();
    StageArt *art = main_open_art(&game->options);
    LevelLibrary library = { 0 };
    main_read_themes(&game->options, game->themes);
    MainKiosk *kiosk = NULL;
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
                       .over = main_kiosk_over(kiosk),
                       .notice = is_kiosk ? SV("") : strbuf_view(&game->notices.early),
                       .seed = find_seed(game) };
    status = status == STATUS_OK ? app_init(&game->app, &parts) : status;
    if (status == STATUS_OK) {
        notices_join(&game->notices, is_kiosk ? NULL : &game->app);
        status = app_run(&game->app, main_kiosk_first_scene(kiosk, &game->app));
        notices_join(&game->notices, NULL);
        app_release(&game->app);
    }
    main_kiosk_close(kiosk);
    level_library_release(&library);
    stage_art_destroy(art);
    return status;
}
